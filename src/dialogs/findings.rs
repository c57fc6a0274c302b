//! What the design has that does nothing, whom it and design B leave without a way in, and what the scenario's guests do not try.
//!
//! Found by the worker. The flow is painted with the same counts, and coverage is of the design that it shows. Where a list of invitees is open,
//! its people can be counted in place of every kind of guest.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::analysis::population::summary::Range;
use redemption_engine::analysis::question::{Answer, Question, Told};
use redemption_engine::engine::followed;
use redemption_engine::flow::{Edge, Flow};
use redemption_engine::wording;

use super::asked::{self, Asked, InWords, Load, Whom};
use super::leave::{Leave, LeaveQuestion};
use crate::commands::Command;
use crate::controls::Modal;
use crate::state::{App, Dialog, Heat};
use crate::words;
use crate::worker::Asking;

/// What the stable names of operations begin with.
const OPERATION: &str = "operation:";

/// What the stable names of ends begin with.
const END: &str = "end:";

/// A check or an end, by its stable name and in words, with how many come there.
type Visited = (String, String, Range);

/// What is said of checks or of ends.
struct Said {
    tried: fn(String, String) -> String,
    all_tried: &'static str,
    not_tried: &'static str,
    nobody: &'static str,
}

/// The dialog.
#[component]
pub fn Findings() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Findings title=words::analysis::findings()>
            <Content />
        </Modal>
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let leave = Leave::new(app);
    let asking = Asking::new();
    let designs = Memo::new(move |_| app.designs());
    let ask = move || {
        let (design, planned) = designs.get_untracked();
        asked::ask(app, asking, Question::Lint { design: Box::new(design), planned: planned.map(Box::new) });
    };
    Effect::new(move |_| {
        designs.track();
        app.asked_list();
        ask();
    });
    let found = move || {
        let answer = asking.answer()?;
        let Answer::Lint { findings, locked_out, .. } = &*answer else { return None };
        let two = designs.with_untracked(|(_, planned)| planned.is_some());
        let heading = if two { words::analysis::dead_settings_in_a() } else { words::analysis::dead_settings() };
        let locked_out = if two {
            view! {
                <p>{words::analysis::locked_out_lead()}</p>
                <List told=locked_out.clone() id="locked-out" empty=words::analysis::nobody_locked_out() leave=leave />
            }
            .into_any()
        } else {
            view! { <p class="nothing">{words::analysis::needs_second()}</p> }.into_any()
        };
        Some(view! {
            <section class="about" aria-labelledby="findings-design">
                <h3 id="findings-design">{heading}</h3>
                <List told=findings.clone() id="finding" empty=words::analysis::nothing_found() leave=leave />
            </section>
            <section class="about" aria-labelledby="findings-locked-out">
                <h3 id="findings-locked-out">{words::analysis::locked_out()}</h3>
                {locked_out}
            </section>
        })
    };
    view! {
        <p class="lead">{words::analysis::findings_lead()}</p>
        <Whom name="findings-whom" />
        <LeaveQuestion leave=leave />
        <Asked asking=asking again=Callback::new(move |()| ask()) />
        {found}
        <Coverage />
    }
}

#[component]
fn List(
    /// What is found.
    told: Vec<Told>,
    /// What the ids of its buttons begin with.
    id: &'static str,
    /// What is said where there is nothing.
    empty: &'static str,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    if told.is_empty() {
        return view! { <p class="nothing">{empty}</p> }.into_any();
    }
    let item = |(at, told): (usize, Told)| {
        let load = told
            .example
            .map(|example| view! { <Load example=example what=told.text.clone() id=format!("load-{id}-{at}") leave=leave /> });
        let shown =
            (!told.words.is_empty()).then(|| view! { <p>{words::analysis::smallest_example()}</p><InWords words=told.words /> });
        let listed = told.listed.map(words::analysis::people_of_the_list);
        let kinds = (told.count > 0).then(|| words::analysis::kinds(told.count));
        let counts: Vec<String> = listed.into_iter().chain(kinds).collect();
        let count = (!counts.is_empty()).then(|| view! { <p class="class__count">{counts.join("; ")}</p> });
        view! {
            <li class="finding" data-severity="warning">
                <h4 class="class__name">{told.text}</h4>
                {count}
                {shown}
                {load}
            </li>
        }
    };
    view! { <ul class="findings">{told.into_iter().enumerate().map(item).collect::<Vec<_>>()}</ul> }.into_any()
}

/// The counts of an answer, by stable names.
fn heat(answer: &Answer, are_people: bool) -> Option<Heat> {
    let Answer::Heat { guests, nodes, edges } = answer else { return None };
    let nodes = nodes.iter().map(|(id, _, count)| (id.clone(), *count));
    Some(Heat { counts: nodes.chain(edges.iter().cloned()).collect(), guests: *guests, are_people })
}

/// A count of people of the list, or of kinds of guests.
fn guests(app: App, count: Range) -> String {
    if untrack(|| app.asked_list()).is_some() { words::analysis::people_range(count) } else { words::flow::kinds(count.possible) }
}

/// How many come where, asked again with each change of the design; and a way to ask once more.
fn heat_asked(app: App) -> (Asking, Callback<()>) {
    let asking = Asking::new();
    let design = Memo::new(move |_| app.with(|workspace| workspace.design.clone()));
    let ask = move || asked::ask(app, asking, Question::Heat { design: Box::new(design.get_untracked()) });
    Effect::new(move |_| {
        design.track();
        app.asked_list();
        ask();
    });
    (asking, Callback::new(move |()| ask()))
}

/// The flow of the design in the settings.
fn flow_shown(app: App) -> Flow {
    untrack(|| app.with(|workspace| Flow::of(&workspace.design.resource_tenant.redemption_order, workspace.design.edition)))
}

/// Which of the checks that guests can reach those of the scenario pass.
#[component]
fn Coverage() -> impl IntoView {
    let app = App::expect();
    let (asking, again) = heat_asked(app);
    let passed = Memo::new(move |_| {
        app.with(|workspace| {
            let runs = workspace.guests.iter().map(|guest| followed(&workspace.design, guest));
            let nodes = runs.flat_map(|run| run.places().into_iter().filter_map(|place| run.node(place)).collect::<Vec<_>>());
            nodes.map(|node| node.id()).collect::<BTreeSet<String>>()
        })
    });
    let found = move || {
        let answer = asking.answer()?;
        let Answer::Heat { nodes, .. } = &*answer else { return None };
        // What administrators do between two attempts is nothing that a guest comes to, and the first attempts that are counted come to no
        // check of later ones.
        let flow = flow_shown(app);
        let later: Vec<String> = flow.nodes().iter().filter(|node| node.is_of_later_attempts()).map(|node| node.id()).collect();
        let is_of_first = |id: &String| !id.starts_with(OPERATION) && !later.contains(id);
        let of_guests = nodes.iter().filter(|(id, _, _)| is_of_first(id)).cloned();
        let (ends, checks): (Vec<_>, Vec<_>) = of_guests.partition(|(id, _, _)| id.starts_with(END));
        Some(passed.with(|passed| {
            let is_list = untrack(|| app.asked_list()).is_some();
            view! { {covered(app, checks, passed, &of_checks(is_list))} {covered(app, ends, passed, &of_ends(is_list))} }
        }))
    };
    let heading = move || match (app.with(|workspace| workspace.second_design.is_some()), app.edits_second()) {
        (false, _) => words::analysis::coverage(),
        (true, false) => words::analysis::coverage_of_a(),
        (true, true) => words::analysis::coverage_of_b(),
    };
    let paint = move |_| {
        app.dialog.set(None);
        if !app.painting.get_untracked() {
            Command::Painting.run(app);
        }
    };
    view! {
        <section class="about" aria-labelledby="findings-coverage">
            <h3 id="findings-coverage">{heading}</h3>
            <div class="buttons"><button class="button" type="button" on:click=paint>{words::analysis::paint_the_flow()}</button></div>
            <Asked asking=asking again=again />
            {found}
        </section>
    }
}

fn of_checks(is_list: bool) -> Said {
    Said {
        tried: if is_list { words::analysis::coverage_lead_of_list } else { words::analysis::coverage_lead },
        all_tried: words::analysis::everything_tried(),
        not_tried: words::analysis::not_tried(),
        nobody: if is_list { words::analysis::nobody_of_list_comes() } else { words::analysis::nobody_comes() },
    }
}

fn of_ends(is_list: bool) -> Said {
    Said {
        tried: if is_list { words::analysis::coverage_of_ends_of_list } else { words::analysis::coverage_of_ends },
        all_tried: words::analysis::all_ends_tried(),
        not_tried: words::analysis::ends_not_tried(),
        nobody: if is_list { words::analysis::nobody_of_list_ends() } else { words::analysis::nobody_ends() },
    }
}

/// How many of these are passed, those that are not, and those that nobody can reach.
fn covered(app: App, all: Vec<Visited>, passed: &BTreeSet<String>, said: &Said) -> AnyView {
    let (reached, nowhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, _, count)| count.possible > 0);
    let count = reached.len();
    let open: Vec<Visited> = reached.into_iter().filter(|(id, _, _)| !passed.contains(id)).collect();
    let tried = (said.tried)(words::number(count - open.len()), words::number(count));
    let not_tried = if open.is_empty() {
        view! { <p class="nothing">{said.all_tried}</p> }.into_any()
    } else {
        let item = |(_, name, count): Visited| view! { <li>{name}": "{guests(app, count)}</li> };
        let items = open.into_iter().map(item).collect::<Vec<_>>();
        view! { <h4>{said.not_tried}</h4><ul class="bullets">{items}</ul> }.into_any()
    };
    let nobody = said.nobody;
    let nowhere = (!nowhere.is_empty()).then(|| {
        let names = nowhere.into_iter().map(|(_, name, _)| view! { <li>{name}</li> }).collect::<Vec<_>>();
        view! { <h4>{nobody}</h4><ul class="bullets">{names}</ul> }
    });
    view! { <p>{tried}</p>{not_tried}{nowhere} }.into_any()
}

/// A check or an end with how many come there, and the answers that any of them take.
fn visited(app: App, (id, name, count): Visited, edges: &[(Edge, Range)]) -> AnyView {
    let answers = edges.iter().filter(|(edge, _)| edge.from().id() == id).map(|(edge, count)| {
        let target = if edge.to() == edge.from() { words::common::stays_here() } else { wording::node(edge.to()) };
        let taken = words::analysis::answered(wording::answer(edge.from(), edge.answer()), target);
        view! { <li>{words::analysis::with_count(taken, guests(app, *count))}</li> }
    });
    let answers: Vec<_> = answers.collect();
    let answers = (!answers.is_empty()).then(|| view! { <ul class="bullets">{answers}</ul> });
    view! { <li><span class="painted__node">{words::analysis::with_count(name, guests(app, count))}</span>{answers}</li> }
        .into_any()
}

/// The edges that anybody takes, of the design that the flow shows.
fn taken(app: App, counts: &[(String, Range)]) -> Vec<(Edge, Range)> {
    let flow = flow_shown(app);
    let count = |edge: &Edge| {
        let id = edge.id();
        counts.iter().find(|(known, count)| *known == id && count.possible > 0).map(|(_, count)| (*edge, *count))
    };
    flow.edges().iter().filter_map(count).collect()
}

/// Paints the flow for as long as it is shown, and says the same as a list.
#[component]
pub fn Painting() -> impl IntoView {
    let app = App::expect();
    let (asking, again) = heat_asked(app);
    Effect::new(move |_| {
        let are_people = untrack(|| app.asked_list()).is_some();
        app.heat.set(asking.answer().as_deref().and_then(|answer| heat(answer, are_people)).map(Arc::new));
    });
    on_cleanup(move || app.heat.set(None));
    let list = move || {
        let answer = asking.answer()?;
        let Answer::Heat { nodes, edges, .. } = &*answer else { return None };
        let edges = taken(app, edges);
        let reached = nodes.iter().filter(|(_, _, count)| count.possible > 0).cloned();
        let items: Vec<AnyView> = reached.map(|node| visited(app, node, &edges)).collect();
        let is_list = untrack(|| app.asked_list()).is_some();
        Some(view! {
            <p>{if is_list { words::analysis::painted_with_list() } else { words::analysis::painted_flow() }}</p>
            <details>
                <summary>{words::analysis::painted_list()}</summary>
                <ol class="bullets painted__list" tabindex="0" aria-label=words::analysis::painted_list()>{items}</ol>
            </details>
        })
    };
    view! {
        <section class="painted" aria-label=words::analysis::paint_the_flow()>
            <Whom name="painting-whom" />
            <Asked asking=asking again=again />
            <button class="button" type="button" on:click=move |_| Command::Painting.run(app)>{words::analysis::stop_painting()}</button>
            {list}
        </section>
    }
}
