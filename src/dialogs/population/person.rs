//! Whom a row can mean, each with what becomes of them, a way to open them as a scenario of their own, and one back to the rows.
//!
//! Whom it can mean is for the engine to say. The focus comes here only for whoever has asked for it.

use leptos::prelude::*;
use redemption_engine::analysis::population::desk::{Ask, Person as Possible, Side, Told};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use super::grid::GRID;
use crate::controls::focus_when_drawn;
use crate::dialogs::leave::{Leave, LeaveQuestion};
use crate::state::{App, List};
use crate::words;

/// The id of the heading over them.
const PERSON: &str = "list-person";

/// A row that is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// Its position in the list.
    pub(super) row: u32,
    /// Whether the focus goes to the person.
    pub(super) goes_there: bool,
}

/// The address of a row, and whom it can mean.
type Meant = (String, Vec<Possible>);

/// What the opened row means.
#[component]
pub(super) fn Person(
    /// The list.
    list: List,
    /// The row.
    opened: RwSignal<Option<Opened>>,
) -> impl IntoView {
    let leave = Leave::new(App::expect());
    let people = RwSignal::new(None::<Meant>);
    Effect::new(move |_| {
        let Some(Opened { row, goes_there }) = opened.get() else { return people.set(None) };
        list.desk.ask(&Ask::Person { row }, None, move |answered| match answered {
            Ok((Told::Person { row, email, people: told }, _)) => {
                // Another row may be open by now, or none.
                if opened.try_get_untracked().flatten().map(|opened| opened.row) == Some(row) {
                    list.app.announce(words::population::opened_row(&email));
                    people.set(Some((email, told)));
                    if goes_there {
                        focus_when_drawn(PERSON.to_owned());
                    } else {
                        show_when_drawn();
                    }
                }
            }
            Ok(_) => {}
            Err(reason) => list.refused.set(Some(reason)),
        });
    });
    let shown = move || {
        people.get().map(|(email, people)| {
            let several = (people.len() > 1).then(|| view! { <p>{words::population::can_mean_several()}</p> });
            let people = people
                .into_iter()
                .enumerate()
                .map(|(number, possible)| view! { <One number=number email=email.clone() possible=possible leave=leave /> })
                .collect_view();
            view! {
                <div class="people__head">
                    <h4 id=PERSON tabindex="-1"><bdi>{email}</bdi></h4>
                    <button class="button button--quiet" type="button" on:click=move |_| focus_when_drawn(GRID.to_owned())>
                        {words::population::back_to_the_rows()}
                    </button>
                </div>
                {several}
                <ul class="people">{people}</ul>
            }
        })
    };
    view! {
        <LeaveQuestion leave=leave />
        <div>{shown}</div>
    }
}

/// Brings the person into view, who stands below the rows, and leaves the focus where it is.
fn show_when_drawn() {
    request_animation_frame(|| {
        let person = document().get_element_by_id(PERSON);
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        if let Some(person) = person {
            person.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

#[component]
fn One(
    /// Which of those whom the row can mean.
    number: usize,
    /// The address.
    email: String,
    /// What is known of them.
    possible: Possible,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let app = App::expect();
    let id = format!("list-load-{number}");
    let two = possible.second.is_some();
    let first = said(if two { Some(words::population::in_a()) } else { None }, &possible.first);
    let second = possible.second.as_ref().map(|side| view! { <p>{said(Some(words::population::in_b()), side)}</p> });
    let account = |there: bool, yes: &'static str, no: &'static str| if there { yes } else { no };
    let facts = [
        possible.standing.clone(),
        account(possible.msa, words::population::has_msa(), words::population::no_msa()).to_owned(),
        account(possible.google, words::population::has_google(), words::population::no_google()).to_owned(),
    ];
    let label = words::population::load_person(&email, &possible.first.group);
    let scenario = StoredValue::new((email, possible.example));
    let from = id.clone();
    let open = move || {
        let (email, example) = scenario.get_value();
        let mut workspace = Workspace::new(words::population::person_of_list(email), example.design, vec![example.guest]);
        workspace.second_design = example.second;
        app.open_new(Session::open_first(workspace));
        app.dialog.set(None);
    };
    view! {
        <li class="people__one">
            <p>{first}</p>
            {second}
            <p class="field__help">{facts.join("; ")}</p>
            <button class="button" type="button" id=id aria-label=label on:click=move |_| leave.then(&from, open)>
                {words::population::load()}
            </button>
        </li>
    }
}

fn said(design: Option<&'static str>, side: &Side) -> String {
    let end = words::population::group_and_end(&side.group, &side.end);
    match design {
        Some(design) => words::population::named(design, end),
        None => end,
    }
}
