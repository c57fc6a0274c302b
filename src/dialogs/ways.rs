//! What would have to change for a guest to come to a check, to a provider, or in: the smallest sets of changes, by who can make them.
//!
//! The engine finds them by playing. Single changes that turn the answer of one check stand on its card (`crate::inspect`).

use leptos::prelude::*;
use redemption_engine::analysis::question::{Answer, Example, Question, ToldWay, Wish};
use redemption_engine::chart;
use redemption_engine::design::IdentityProvider;
use redemption_engine::flow::Node;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::asked::{Asked, Counted, InWords, open_example};
use super::leave::{Leave, LeaveQuestion};
use crate::controls::{Choice, Modal};
use crate::state::{App, Dialog};
use crate::words;
use crate::worker::Asking;

/// The dialog.
#[component]
pub fn Ways() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Ways title=words::ways::what_would_have_to_change()>
            <Content />
        </Modal>
    }
}

/// A goal, and what the page calls it.
#[derive(Clone, Debug, PartialEq)]
struct Aim {
    wish: Wish,
    label: String,
}

/// What can be reached, as the dialog opens: coming in, the check that is shown, each provider. And which of these is looked at first: a check
/// that the guest does not come to, or else coming in.
fn aims(node: Option<Node>, is_reached: bool) -> (Vec<Aim>, usize) {
    let mut aims = vec![Aim { wish: Wish::In, label: words::ways::goal_in().to_owned() }];
    let node = node.filter(|node| !matches!(node, Node::Operation(_)));
    aims.extend(node.map(|node| Aim { wish: Wish::Node(node.id()), label: words::ways::goal_node(wording::node(node)) }));
    aims.extend(IdentityProvider::iter().map(|provider| {
        let label = words::ways::goal_provider(wording::provider(provider));
        Aim { wish: Wish::Provider(provider), label }
    }));
    (aims, usize::from(node.is_some() && !is_reached))
}

/// The ways of one party, or of several together.
#[derive(Clone, Debug, PartialEq)]
struct Party {
    who: Option<String>,
    ways: Vec<ToldWay>,
}

/// The ways by party, in the order in which they were told.
fn parties(ways: &[ToldWay]) -> Vec<Party> {
    let mut parties: Vec<Party> = Vec::new();
    for way in ways {
        match parties.last_mut().filter(|party| party.who == way.who) {
            Some(party) => party.ways.push(way.clone()),
            None => parties.push(Party { who: way.who.clone(), ways: vec![way.clone()] }),
        }
    }
    parties
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let leave = Leave::new(app);
    let asking = Asking::new();
    let (aims, first) = untrack(|| {
        let (node, place) = (app.node_shown(), app.place());
        let is_reached = node
            .is_some_and(|node| app.run.with(|run| run.is_some_and(|run| !chart::visits(run, place.chapter, node).is_empty())));
        aims(node, is_reached)
    });
    let options: Vec<(String, String)> = aims.iter().enumerate().map(|(at, aim)| (at.to_string(), aim.label.clone())).collect();
    let aims = StoredValue::new(aims);
    let chosen = RwSignal::new(first);
    let case = Memo::new(move |_| {
        let guest = app.view.guest();
        app.with(|workspace| workspace.guests.get(guest).map(|guest| (workspace.design.clone(), guest.clone())))
    });
    let ask = move || {
        let goal = aims.with_value(|aims| aims.get(chosen.get_untracked()).map(|aim| aim.wish.clone()));
        if let (Some((design, guest)), Some(goal)) = (case.get_untracked(), goal) {
            asking.ask(&Question::Ways { design: Box::new(design), guest: Box::new(guest), goal });
        }
    };
    Effect::new(move |_| {
        chosen.track();
        case.track();
        ask();
    });
    let found = move || {
        let answer = asking.answer()?;
        let Answer::Ways { reached, ways, more } = &*answer else { return None };
        let parties = parties(ways);
        let nothing = match (reached, parties.is_empty()) {
            (true, _) => Some(words::ways::reached()),
            (false, true) => Some(words::ways::no_way()),
            (false, false) => None,
        };
        let more = (*more > 0).then(|| view! { <p>{words::ways::more_ways(*more)}</p> });
        let party = |(number, party): (usize, Party)| view! { <OneParty number=number party=party leave=leave /> };
        Some(view! {
            {nothing.map(|nothing| view! { <p class="nothing">{nothing}</p> })}
            {parties.into_iter().enumerate().map(party).collect_view()}
            {more}
        })
    };
    view! {
        <p class="lead">{words::ways::ways_lead()}</p>
        <LeaveQuestion leave=leave />
        <Show when=move || case.with(Option::is_some) fallback=|| view! { <p class="nothing">{words::ways::no_guest()}</p> }>
            <Choice
                id="ways-goal"
                label=words::ways::goal()
                value=Signal::derive(move || chosen.get().to_string())
                options=options.clone()
                choose=Callback::new(move |value: String| chosen.set(value.parse().unwrap_or_default()))
            />
            <Asked asking=asking again=Callback::new(move |()| ask()) counted=Counted::Sets />
            <div class="reach">{found}</div>
        </Show>
    }
}

/// What one party can do, or several together.
#[component]
fn OneParty(
    /// Its position among the parties.
    number: usize,
    /// The party.
    party: Party,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let heading = format!("reach-{number}");
    let labelled = heading.clone();
    let size = party.ways.first().map_or(0, |way| way.words.len());
    let count = words::ways::ways_found(party.ways.len(), words::ways::changes(size));
    let way = |(position, way): (usize, ToldWay)| {
        view! { <OneWay id=format!("open-way-{number}-{position}") words=way.words example=way.example leave=leave /> }
    };
    view! {
        <section class="reach__party" aria-labelledby=labelled>
            <h3 id=heading>{party.who.unwrap_or_else(|| words::ways::together().to_owned())}</h3>
            <p class="reach__count">{count}</p>
            <ul class="reach__ways">{party.ways.into_iter().enumerate().map(way).collect_view()}</ul>
        </section>
    }
}

#[component]
fn OneWay(
    /// The id of the button that opens it.
    id: String,
    /// The changes.
    words: Vec<String>,
    /// The changed scenario.
    example: Example,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let app = App::expect();
    let what = words.join("; ");
    let (try_label, open_label) = (words::inspect::try_what(&what), words::ways::open_as_new_what(&what));
    let from = id.clone();
    let subject = StoredValue::new((example, what, words.len()));
    let try_it = move |_| {
        let (example, what, count) = subject.get_value();
        let position = app.session.with_untracked(|session| session.view().guest);
        app.dialog.set(None);
        app.edit(&words::ways::tried(count, what), |workspace| {
            let Some(guest) = workspace.guests.get_mut(position) else { return };
            *guest = example.guest;
            workspace.design = example.design;
        });
    };
    let open = move || {
        let (example, what, _) = subject.get_value();
        open_example(app, example, &what);
    };
    view! {
        <li class="reach__way">
            <InWords words=words />
            <div class="buttons">
                <button class="button" type="button" aria-label=try_label on:click=try_it>{words::inspect::try_it()}</button>
                <button class="button" type="button" id=id aria-label=open_label on:click=move |_| leave.then(&from, open)>
                    {words::ways::open_as_new()}
                </button>
            </div>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::flow::Outcome;

    #[test]
    fn a_check_that_is_not_reached_is_the_first_goal_and_coming_in_otherwise() {
        let first = |node, is_reached| {
            let (aims, first) = aims(node, is_reached);
            aims.get(first).map(|aim| aim.wish.clone())
        };
        let passcode = Node::PasscodeEnabled;
        assert_eq!(first(Some(passcode), false), Some(Wish::Node(passcode.id())));
        assert_eq!(first(Some(passcode), true), Some(Wish::In));
        assert_eq!(first(Some(Node::End(Outcome::PasscodeOff)), true), Some(Wish::In));
        assert_eq!(first(None, false), Some(Wish::In));
    }
}
