//! What the views of many runs share: whom they ask about, how a question stands, with a way to stop it and to ask again, and examples that
//! open as scenarios.
//!
//! What is asked and what is shown of the answer stands with each view.

use leptos::prelude::*;
use redemption_engine::analysis::question::{Example, Question};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use super::leave::Leave;
use crate::state::{App, Counted as CountedList};
use crate::words;
use crate::worker::{Asking, Standing};

/// Asks about every kind of guest, or about the people of the list where that is chosen.
pub(super) fn ask(app: App, asking: Asking, question: Question) {
    match untrack(|| app.asked_list()) {
        Some(CountedList { list, .. }) => asking.ask_list(list, question),
        None => asking.ask(&question),
    }
}

/// Whether everybody possible is asked about or the list, where one is open.
#[component]
pub(super) fn Whom(
    /// The name of the choice in markup; each has its own.
    name: &'static str,
) -> impl IntoView {
    let app = App::expect();
    let choice = move |is_list: bool, label: String| {
        view! {
            <label class="views__item">
                <input
                    class="views__box"
                    type="radio"
                    name=name
                    value=if is_list { "list" } else { "everybody" }
                    prop:checked=move || app.asks_list.get() == is_list
                    on:change=move |_| app.asks_list.set(is_list)
                />
                <span class="views__label">{label}</span>
            </label>
        }
    };
    move || {
        app.list.get().map(|counted| {
            view! {
                <fieldset class="views">
                    <legend class="visually-hidden">{words::analysis::whom()}</legend>
                    {choice(false, words::analysis::everyone_possible().to_owned())}
                    {choice(true, words::analysis::my_list(words::number(counted.rows)))}
                </fieldset>
            }
        })
    }
}

/// What is counted while a question is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// Kinds of guests, by their addresses.
    Guests,
    /// Rows of a list, then kinds of people.
    People,
    /// Sets of changes or assumptions.
    Sets,
}

impl Counted {
    fn working(self) -> &'static str {
        match self {
            Self::Guests => words::analysis::working(),
            Self::People => words::analysis::working_on_list(),
            Self::Sets => words::ways::trying_sets(),
        }
    }

    fn done_of(self, done: u32, all: u32) -> String {
        match self {
            Self::People => words::analysis::people_of(words::number(done), words::number(all)),
            Self::Guests => words::analysis::done_of(words::number(done), words::number(all)),
            Self::Sets => words::ways::sets_of(words::number(done), words::number(all)),
        }
    }
}

/// How a question stands, until it is answered; and what has to be said of how it was answered.
#[component]
pub(super) fn Asked(
    /// The question.
    asking: Asking,
    /// Asks again.
    again: Callback<()>,
    /// What is counted meanwhile.
    #[prop(default = Counted::Guests)]
    counted: Counted,
) -> impl IntoView {
    let app = App::expect();
    let counted = move || if counted == Counted::Guests && app.asked_list().is_some() { Counted::People } else { counted };
    let is_working = Memo::new(move |_| matches!(asking.standing(), Standing::Working { .. }));
    let progress = move || match asking.standing() {
        Standing::Working { done, all, left } if all > 0 => {
            let left = left.map(|left| words::analysis::seconds_left(usize::try_from(left).unwrap_or(usize::MAX)));
            let text = std::iter::once(counted().done_of(done, all)).chain(left).collect::<Vec<_>>().join(", ");
            Some((done, all, text))
        }
        _ => None,
    };
    let said = move || match asking.standing() {
        Standing::Working { .. } => Some(counted().working().to_owned()),
        Standing::Refused(reason) => Some(reason),
        Standing::Cancelled => Some(words::analysis::cancelled().to_owned()),
        Standing::Answered(told) => told.here,
        Standing::Idle => None,
    };
    let can_ask = move || matches!(asking.standing(), Standing::Refused(_) | Standing::Cancelled);
    let bar = move || {
        let (done, all, text) = progress().unwrap_or_default();
        view! {
            <progress class="asked__bar" max=all.max(1).to_string() value=done.to_string() aria-label=counted().working()></progress>
            <span class="asked__left">{text}</span>
        }
    };
    view! {
        <div class="asked" data-refused=move || matches!(asking.standing(), Standing::Refused(_)).to_string()>
            <p class="asked__said" role="status">{said}</p>
            <Show when=move || is_working.get()>
                {bar}
                <button class="button" type="button" on:click=move |_| asking.cancel()>{words::common::cancel()}</button>
            </Show>
            <Show when=can_ask>
                <button class="button" type="button" on:click=move |_| again.run(())>{words::common::try_again()}</button>
            </Show>
        </div>
    }
}

/// Opens an example as a new scenario, named after the open one, and closes the dialog.
pub(super) fn open_example(app: App, example: Example, what: &str) {
    let name = app.session.with_untracked(|session| session.workspace().name.clone());
    let mut workspace = Workspace::new(words::analysis::example_named(name, what), example.design, vec![example.guest]);
    workspace.second_design = example.second;
    app.open_new(Session::open_first(workspace));
    app.dialog.set(None);
}

/// A button that opens an example as a new scenario; work that is not saved is asked about first.
#[component]
pub(super) fn Load(
    /// The example.
    example: Example,
    /// What it is an example of.
    what: String,
    /// The button's id.
    id: String,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let app = App::expect();
    let label = words::analysis::load_example_of(&what);
    let from = id.clone();
    let opened = StoredValue::new((example, what));
    let open = move || {
        let (example, what) = opened.get_value();
        open_example(app, example, &what);
        app.notify(words::analysis::example_loaded(what), None);
    };
    view! {
        <button class="button" type="button" id=id aria-label=label on:click=move |_| leave.then(&from, open)>{words::analysis::load()}</button>
    }
}

/// What a kind of guests has in common, as a list.
#[component]
pub(super) fn InWords(
    /// The words.
    words: Vec<String>,
) -> impl IntoView {
    view! { <ul class="bullets kind">{words.into_iter().map(|word| view! { <li>{word}</li> }).collect_view()}</ul> }
}

/// How many of how many, in hundredths; in words where a figure would say that it is nothing or all, and it is neither.
fn hundredths(count: u64, all: u64) -> Result<u64, &'static str> {
    let hundredfold = count.saturating_mul(100);
    if count > 0 && hundredfold < all {
        return Err(words::analysis::below_one_percent());
    }
    if count < all && hundredfold > all.saturating_mul(99) {
        return Err(words::analysis::above_99_percent());
    }
    Ok(hundredfold.saturating_add(all / 2).checked_div(all).unwrap_or_default())
}

fn in_words(share: Result<u64, &'static str>) -> String {
    share.map_or_else(str::to_owned, words::analysis::percent)
}

/// How many of how many, rounded to hundredths.
pub(super) fn share(count: u64, all: u64) -> String {
    in_words(hundredths(count, all))
}

/// From how many to how many of all, rounded to hundredths.
pub(super) fn share_of_range(certain: u64, possible: u64, all: u64) -> String {
    match (hundredths(certain, all), hundredths(possible, all)) {
        (from, to) if from == to => in_words(to),
        (Ok(from), Ok(to)) => words::analysis::percent_to(from, to),
        (from, to) => words::analysis::share_to(in_words(from), in_words(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_to_hundredths_and_something_is_never_nothing_nor_nearly_all_everything() {
        assert_eq!([share(0, 10), share(1, 1000), share(34, 100), share(10, 10)], ["0 %", "below 1 %", "34 %", "100 %"]);
        assert_eq!(share(0, 0), "0 %");
        assert_eq!([share(1057, 10_000), share(1, 3), share(2, 3), share(1, 8)], ["11 %", "33 %", "67 %", "13 %"]);
        assert_eq!([share(999, 1000), share(99, 100), share(1, 100)], ["above 99 %", "99 %", "1 %"]);
    }

    #[test]
    fn a_range_of_shares_is_one_figure_where_both_ends_are_the_same() {
        let of = |certain, possible| share_of_range(certain, possible, 1000);
        assert_eq!([of(400, 400), of(300, 400), of(401, 404)], ["40 %", "30–40 %", "40 %"]);
        assert_eq!([of(0, 1), of(1, 400), of(990, 999)], ["0 % to below 1 %", "below 1 % to 40 %", "99 % to above 99 %"]);
    }
}
