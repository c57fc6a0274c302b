//! Whom a row can mean, each with what becomes of them, and a way to open them as a scenario of their own.

use leptos::prelude::*;
use redemption_engine::analysis::population::desk::{Ask, Person as Possible, Side, Told};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use super::list::List;
use crate::controls::focus_when_drawn;
use crate::dialogs::leave::{Leave, LeaveQuestion};
use crate::state::App;
use crate::words;

/// The id of the heading over them.
const PERSON: &str = "list-person";

/// The address of a row, and whom it can mean.
type Meant = (String, Vec<Possible>);

/// What the opened row means.
#[component]
pub(super) fn Person(
    /// The list.
    list: List,
    /// The row, by its position in the list.
    opened: RwSignal<Option<u32>>,
) -> impl IntoView {
    let leave = Leave::new(App::expect());
    let people = RwSignal::new(None::<Meant>);
    Effect::new(move |_| {
        let Some(row) = opened.get() else { return people.set(None) };
        list.desk.ask(&Ask::Person { row }, None, move |answered| match answered {
            Ok((Told::Person { row, email, people: told }, _)) => {
                // Another row may be open by now, or none.
                if opened.try_get_untracked().flatten() == Some(row) {
                    people.set(Some((email, told)));
                    // It stands below the rows, often out of sight.
                    focus_when_drawn(PERSON.to_owned());
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
            view! { <h4 id=PERSON tabindex="-1"><bdi>{email}</bdi></h4>{several}<ul class="people">{people}</ul> }
        })
    };
    view! {
        <LeaveQuestion leave=leave />
        <div>{shown}</div>
    }
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
