//! What would have to change for a guest to come to a check, to an end, to a provider, or in: the smallest sets of changes, by who can make them.
//!
//! The engine finds them by playing. Single changes that turn the answer of one check stand on its card (`crate::inspect`).

use leptos::prelude::*;
use redemption_engine::analysis::question::{Answer, Example, Question, ToldWay, Wish};
use redemption_engine::chart;
use redemption_engine::design::{Design, IdentityProvider};
use redemption_engine::flow::{Flow, Node, Outcome, OutcomeKind};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::asked::{Asked, Counted, InWords, open_example};
use super::leave::{Leave, LeaveQuestion};
use crate::controls::Modal;
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

impl Aim {
    /// Its stable name among the goals.
    fn value(&self) -> String {
        match &self.wish {
            Wish::In => "in".to_owned(),
            Wish::Node(id) => format!("node-{id}"),
            Wish::Outcome(id) => format!("outcome-{id}"),
            Wish::Provider(provider) => format!("provider-{}", <&str>::from(provider)),
        }
    }
}

/// Goals of one kind.
struct Aims {
    name: &'static str,
    aims: Vec<Aim>,
}

/// What can be reached beside coming in: by each provider, every end of an attempt, every check of the flow.
fn aims(design: &Design) -> [Aims; 3] {
    let providers = IdentityProvider::iter()
        .map(|provider| Aim { wish: Wish::Provider(provider), label: words::ways::goal_provider(wording::provider(provider)) });
    let ends = Outcome::iter().filter(|outcome| outcome.kind() != OutcomeKind::Done);
    let outcomes = ends.map(|outcome| Aim {
        wish: Wish::Outcome(outcome.id().to_owned()),
        label: words::ways::goal_outcome(wording::outcome(outcome)),
    });
    let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
    let nodes = flow.nodes().iter().copied().filter(|node| is_check(*node));
    let checks = nodes.map(|node| Aim { wish: Wish::Node(node.id()), label: words::ways::goal_node(wording::node(node)) });
    [
        Aims { name: words::ways::goals_provider(), aims: providers.collect() },
        Aims { name: words::ways::goals_outcome(), aims: outcomes.collect() },
        Aims { name: words::ways::goals_node(), aims: checks.collect() },
    ]
}

/// Whether guests come there on their way, and not only at its end.
fn is_check(node: Node) -> bool {
    !matches!(node, Node::Operation(_) | Node::End(_))
}

/// What is looked at first: a check or an end that the guest does not come to, or else coming in.
fn first_wish(node: Option<Node>, is_reached: bool) -> Wish {
    match node {
        Some(Node::End(outcome)) if !is_reached => Wish::Outcome(outcome.id().to_owned()),
        Some(node) if is_check(node) && !is_reached => Wish::Node(node.id()),
        _ => Wish::In,
    }
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
    let (groups, first) = untrack(|| {
        let (node, place) = (app.node_shown(), app.place());
        let is_reached = node
            .is_some_and(|node| app.run.with(|run| run.is_some_and(|run| !chart::visits(run, place.chapter, node).is_empty())));
        (app.with(|workspace| aims(&workspace.design)), first_wish(node, is_reached))
    });
    let coming_in = Aim { wish: Wish::In, label: words::ways::goal_in().to_owned() };
    let all: Vec<Aim> = std::iter::once(coming_in).chain(groups.iter().flat_map(|group| group.aims.clone())).collect();
    let first = all.iter().position(|aim| aim.wish == first).unwrap_or_default();
    let sizes = groups.map(|group| (group.name, group.aims.len()));
    let aims = StoredValue::new(all);
    let chosen = RwSignal::new(first);
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        let position = aims.with_value(|aims| aims.iter().position(|aim| aim.value() == value));
        chosen.set(position.unwrap_or_default());
    };
    let option = move |position: usize, aim: &Aim| {
        view! { <option value=aim.value() selected=position == first>{aim.label.clone()}</option> }
    };
    let options = move || {
        aims.with_value(|aims| {
            let mut from = 1;
            let groups = sizes.map(|(name, size)| {
                let drawn: Vec<_> =
                    aims.iter().enumerate().skip(from).take(size).map(|(position, aim)| option(position, aim)).collect();
                from += size;
                view! { <optgroup label=name>{drawn}</optgroup> }
            });
            (aims.first().map(|aim| option(0, aim)), groups.into_iter().collect::<Vec<_>>())
        })
    };
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
            <div class="field">
                <label class="field__label" for="ways-goal">{words::ways::goal()}</label>
                <select class="field__input" id="ways-goal" on:change=choose>{options()}</select>
            </div>
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
    fn a_check_or_an_end_that_is_not_reached_is_the_first_goal_and_coming_in_otherwise() {
        let passcode = Node::PasscodeEnabled;
        let end = Outcome::PasscodeOff;
        assert_eq!(first_wish(Some(passcode), false), Wish::Node("passcodeEnabled".to_owned()));
        assert_eq!(first_wish(Some(passcode), true), Wish::In);
        assert_eq!(first_wish(Some(Node::End(end)), false), Wish::Outcome("passcodeOff".to_owned()));
        assert_eq!(first_wish(Some(Node::End(end)), true), Wish::In);
        assert_eq!(first_wish(None, false), Wish::In);
    }

    #[test]
    fn every_check_of_the_flow_every_end_of_an_attempt_and_every_provider_is_a_goal_with_a_name_of_its_own() {
        let design = redemption_engine::presets::find("managed-entra-guest").unwrap().workspace.design;
        let groups = aims(&design);
        let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
        let is_offered = |wish: &Wish| groups.iter().any(|group| group.aims.iter().any(|aim| aim.wish == *wish));
        for node in flow.nodes().iter().filter(|node| is_check(**node)) {
            assert!(is_offered(&Wish::Node(node.id())), "{}", node.id());
        }
        assert!(is_offered(&Wish::Outcome("guestDisabled".to_owned())) && !is_offered(&Wish::Outcome("done".to_owned())));
        assert!(is_offered(&Wish::Provider(IdentityProvider::Google)));
        let mut values: Vec<String> = groups.iter().flat_map(|group| group.aims.iter().map(Aim::value)).collect();
        let all = values.len();
        values.sort_unstable();
        values.dedup();
        assert_eq!(values.len(), all);
    }
}
