//! The reasons: the question, the facts with their values, the answer, where the flow goes next, and the rule with its sources.
//!
//! Everything shown is read off the trace. For a check that was not reached it says why not.

use leptos::prelude::*;
use redemption_engine::chart::{self, State};
use redemption_engine::design::ResourceTenant;
use redemption_engine::elsewhere::cited;
use redemption_engine::flow::{Edge, Flow, Node, OutcomeKind};
use redemption_engine::rules::{Rule, Source};
use redemption_engine::trace::{Effect, Fact, Facts, Next, Place, Run, Step, What};
use redemption_engine::wording;

use super::editions::Editions;
use super::help::Help;
use super::turns::{MoreChanges, Turns};
use crate::configure::imported::Imported;
use crate::later::{drawn_later, later};
use crate::note::StepNoteField;
use crate::state::{App, Doer};
use crate::words;

/// What there is to say about one node.
#[derive(Clone, PartialEq)]
struct Reasons {
    node: Node,
    state: State,
    /// Whether the guest has come here.
    reached: bool,
    /// The number and how many there are, as they are stepped through; checks without a row have none.
    number: Option<(usize, usize)>,
    facts: Facts,
    rule: Option<Rule>,
    edge: Option<Edge>,
    decided_by: Option<(&'static str, String)>,
    asks: Option<&'static str>,
    effects: Vec<Effect>,
    exits: Vec<Edge>,
    passed_by: Option<(Option<usize>, Edge)>,
}

/// The card of the node at the cursor, or of the one that was chosen.
#[component]
pub(super) fn Why() -> impl IntoView {
    let app = App::expect();
    let reasons = app.after_paint(move || {
        let node = app.node_shown()?;
        let place = app.place();
        let shown = app.shown_places();
        app.run.with(|run| {
            let run = run?;
            app.with(|workspace| Some(reasons(&workspace.design.resource_tenant, run, place, node, app.state_of(node), &shown)))
        })
    });
    view! {
        <Imported />
        {move || match reasons.get() {
            Some(reasons) => view! { <Card reasons=reasons /> }.into_any(),
            None => view! { <p class="empty">{words::inspect::no_guest_is_selected()}</p> }.into_any(),
        }}
    }
}

fn reasons(resource: &ResourceTenant, run: &Run, place: Place, node: Node, state: State, shown: &[Place]) -> Reasons {
    let visits = chart::visits(run, place.chapter, node);
    let at = visits.iter().rev().find(|number| **number - 1 <= place.step).or(visits.first()).map(|number| number - 1);
    let here = at.map(|step| Place { chapter: place.chapter, step });
    let step = here.and_then(|here| run.step(here));
    let chapter = run.chapters.get(place.chapter);
    // As the rows and the transport count.
    let number =
        |step: usize| shown.iter().position(|at| *at == Place { chapter: place.chapter, step }).map(|position| position + 1);
    let flow = chapter.map(|chapter| &chapter.flow);
    let mut reasons = Reasons {
        node,
        state,
        reached: at.is_some(),
        number: at.and_then(number).map(|number| (number, shown.len())),
        facts: Facts::new(),
        rule: None,
        edge: None,
        decided_by: None,
        asks: None,
        effects: Vec::new(),
        exits: flow.map(|flow| flow.exits(node).to_vec()).unwrap_or_default(),
        passed_by: flow
            .and_then(|flow| passed_by(flow, &run.chapters.get(place.chapter)?.steps, node))
            .map(|(step, edge)| (number(step), edge)),
    };
    match step {
        Some(step) => {
            reasons.facts.clone_from(&step.facts);
            reasons.rule = Some(step.cause.rule);
            reasons.edge = Some(step.edge);
            reasons.decided_by = step
                .cause
                .choice
                .map(|choice| (Doer::of(choice.act).name(), wording::act_in(resource, choice.prompt, choice.act)));
            reasons.effects.clone_from(&step.effects);
        }
        None => {
            let waits = here.is_some() && place.chapter + 1 == run.chapters.len() && !matches!(node, Node::End(_));
            if let (true, Next::Person { prompt, rule, facts }) = (waits, &run.next) {
                reasons.facts.clone_from(facts);
                reasons.rule = Some(*rule);
                reasons.asks = Some(wording::prompt(*prompt));
            }
            // An end is justified by the move that led there.
            if let (Node::End(_), Some(before)) = (node, at.and_then(|step| step.checked_sub(1))) {
                reasons.rule = run.step(Place { chapter: place.chapter, step: before }).map(|step| step.cause.rule);
            }
        }
    }
    reasons
}

/// The move that leads from above a node to below it: what was decided there keeps the guest from the node.
fn passed_by(flow: &Flow, steps: &[Step], node: Node) -> Option<(usize, Edge)> {
    let nodes = flow.nodes();
    let row = |node: Node| nodes.iter().position(|other| *other == node).unwrap_or(nodes.len());
    let past = |edge: Edge| row(edge.from()) < row(node) && row(node) < row(edge.to());
    let found = steps.iter().enumerate().find(|(_, step)| past(step.edge));
    found.map(|(number, step)| (number, step.edge))
}

#[component]
fn Card(
    /// What there is to say.
    reasons: Reasons,
) -> impl IntoView {
    let app = App::expect();
    let Reasons { node, state, reached, number, facts, rule, edge, decided_by, asks, effects, exits, passed_by } = reasons;
    let heading = wording::node(node);
    let outcome = match node {
        Node::End(outcome) => Some(outcome),
        _ => None,
    };
    let code = outcome.and_then(|outcome| outcome.error_code());
    let guest = app.session.with_untracked(|session| session.view().guest);
    let types_a_name = app.session.with_untracked(|session| session.guest().is_some_and(|guest| guest.sign_in_name.is_some()));
    let fact_row = move |fact: Fact| {
        // Whoever types no other name types the invited address.
        let set_by = if fact.what == What::TypedName && !types_a_name { What::InvitedEmail } else { fact.what };
        let field = set_by.field(guest);
        view! {
            <div class="fact">
                <dt class="fact__what">{wording::what(fact.what)}</dt>
                <dd class="fact__value">
                    <span>{wording::value(&fact).to_owned()}</span>
                    {field
                        .map(|field| {
                            let label = words::inspect::change_what(wording::what(fact.what));
                            view! {
                                <button class="button button--quiet fact__go" type="button" aria-label=label on:click=move |_| app.focus_field(&field)>
                                    {words::inspect::change()}
                                </button>
                            }
                        })}
                </dd>
            </div>
        }
    };
    view! {
        <article class="why" data-why=node.id() data-state=state.name()>
            <header class="why__head">
                {number.map(|(number, all)| view! { <p class="why__number">{words::inspect::step_of(number, all)}</p> })}
                <h3 class="why__title">{heading}</h3>
                {code.map(|code| view! { <p class="why__code">{code}</p> })}
            </header>
            <p class="why__question">{wording::question(node)}</p>
            {asks.map(|asks| view! { <p class="why__asks">{asks}</p> })}
            {(!reached).then(|| view! { <NotReached state=state exits=exits passed_by=passed_by /> })}
            {(!facts.is_empty())
                .then(|| {
                    view! {
                        <section aria-labelledby="why-facts">
                            <h4 id="why-facts">{words::inspect::looked_at()}</h4>
                            <dl class="facts">{facts.into_iter().map(fact_row).collect_view()}</dl>
                        </section>
                    }
                })}
            {edge
                .map(|edge| {
                    let who = match decided_by {
                        Some((who, act)) => format!("{who}: {act}"),
                        None => wording::answer(edge.from(), edge.answer()).to_owned(),
                    };
                    view! {
                        <section class="why__answer" aria-labelledby="why-answer">
                            <h4 id="why-answer">{words::common::answer()}</h4>
                            <p><strong>{who}</strong></p>
                            <p>{words::inspect::the_flow_goes_on_with(wording::node(edge.to()))}</p>
                        </section>
                    }
                })}
            {(!effects.is_empty())
                .then(|| {
                    view! {
                        <section aria-labelledby="why-effects">
                            <h4 id="why-effects">{words::inspect::changes()}</h4>
                            <ul class="why__list">{effects.iter().map(|effect| view! { <li>{wording::effect(effect)}</li> }).collect_view()}</ul>
                        </section>
                    }
                })}
            {outcome.map(|outcome| view! { <Help outcome=outcome rule=rule /> })}
            <Turns node=node />
            <MoreChanges node=node />
            {rule.map(|rule| view! { <RuleCard rule=rule /> })}
            {(!reached).then(|| drawn_later(move || rules_of(node)))}
            <Editions node=node rule=rule />
            <StepNoteField node=node />
        </article>
    }
}

later! {
    /// The rules by which a node decides that the guest does not come to.
    fn rules_of(node: Node) -> AnyView {
        let app = App::expect();
        let edition = Memo::new(move |_| app.with(|workspace| workspace.design.edition));
        (move || cited(node, edition.get()).into_iter().map(|rule| view! { <RuleCard rule=rule /> }).collect_view()).into_any()
    }
}

/// The rule with basis, editions and sources.
#[component]
fn RuleCard(
    /// The rule.
    rule: Rule,
) -> impl IntoView {
    let card = rule.card();
    let (from, to) = card.editions;
    let editions = if from == to { from.name().to_owned() } else { words::common::from_to(from.name(), to.name()) };
    let heading = format!("why-rule-{}", card.id);
    let named_by = heading.clone();
    view! {
        <section class="rule" aria-labelledby=named_by data-rule=card.id>
            <h4 id=heading>{words::inspect::rule()}<span class="rule__id">{card.id}</span></h4>
            <p class="rule__statement">{card.statement}</p>
            <p class="rule__meta">
                <span class="rule__basis" data-basis=card.basis.word()>{card.basis.word()}</span>
                <span>{words::inspect::holds_in(&editions)}</span>
            </p>
            <ul class="rule__sources">{card.sources.iter().map(|source| view! { <SourceLine source=*source /> }).collect_view()}</ul>
        </section>
    }
}

/// One source: title, date, place.
#[component]
pub(crate) fn SourceLine(
    /// The source.
    source: Source,
) -> impl IntoView {
    let Source { document, place } = source;
    let date = if document.date().is_empty() { words::common::undated().to_owned() } else { document.date().to_owned() };
    let title = if document.url().is_empty() {
        view! { <span>{document.title()}</span> }.into_any()
    } else {
        view! { <a href=document.url() rel="noreferrer" target="_blank">{document.title()}</a> }.into_any()
    };
    view! { <li class="source">{title}<span class="source__place">{format!(" · {date} · {place}")}</span></li> }
}

/// Why a check was not reached, and what it could answer.
#[component]
fn NotReached(
    /// Not reached, or not set up.
    state: State,
    /// What it could answer.
    exits: Vec<Edge>,
    /// The move that went past it, and its number where it has one.
    passed_by: Option<(Option<usize>, Edge)>,
) -> impl IntoView {
    let reason = match (state, passed_by) {
        (State::NotSetUp, _) => words::inspect::nothing_set_up_for_check().to_owned(),
        (_, Some((number, edge))) => words::inspect::guest_does_not_come_here(
            number.map(words::inspect::step).unwrap_or_default(),
            wording::node(edge.from()),
            wording::answer(edge.from(), edge.answer()),
            wording::node(edge.to()),
        ),
        (_, None) => words::inspect::guest_not_come_here().to_owned(),
    };
    let exit = |edge: Edge| {
        let ends_badly =
            matches!(edge.to(), Node::End(outcome) if !matches!(outcome.kind(), OutcomeKind::In | OutcomeKind::Done));
        let mark = if ends_badly { "■ " } else { "" };
        view! { <li>{format!("{} → {mark}{}", wording::answer(edge.from(), edge.answer()), wording::node(edge.to()))}</li> }
    };
    view! {
        <section aria-labelledby="why-not">
            <h4 id="why-not">{words::common::not_reached()}</h4>
            <p>{reason}</p>
            <ul class="why__list">{exits.into_iter().map(exit).collect_view()}</ul>
        </section>
    }
}
