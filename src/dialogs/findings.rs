//! What the design has that does nothing, whom it and design B leave without a way in, and what the scenario's guests do not try.
//!
//! Found by the worker. The flow is painted with the same counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::analysis::question::{Answer, Question, Told};
use redemption_engine::design::Design;
use redemption_engine::engine::followed;

use super::asked::{Asked, InWords, Load};
use super::leave::{Leave, LeaveQuestion};
use crate::commands::Command;
use crate::controls::Modal;
use crate::state::{App, Dialog, Heat};
use crate::words;
use crate::worker::Asking;

/// What the stable names of operations begin with.
const OPERATION: &str = "operation:";

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
    let designs = Memo::new(move |_| app.with(|workspace| (workspace.design.clone(), workspace.second_design.clone())));
    let ask = move || {
        let (design, planned) = designs.get_untracked();
        asking.ask(&Question::Lint { design: Box::new(design), planned: planned.map(Box::new) });
    };
    Effect::new(move |_| {
        designs.track();
        ask();
    });
    let found = move || {
        let answer = asking.answer()?;
        let Answer::Lint { findings, locked_out, .. } = &*answer else { return None };
        let locked_out = if designs.with_untracked(|(_, planned)| planned.is_some()) {
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
                <h3 id="findings-design">{words::analysis::dead_settings()}</h3>
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
        let count = (told.count > 0).then(|| view! { <p class="class__count">{words::analysis::kinds(told.count)}</p> });
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
fn heat(answer: &Answer) -> Option<Heat> {
    let Answer::Heat { guests, nodes, edges } = answer else { return None };
    let nodes = nodes.iter().map(|(id, _, count)| (id.clone(), *count));
    Some(Heat { counts: nodes.chain(edges.iter().cloned()).collect(), guests: *guests })
}

/// Asks how many kinds of guests come where.
fn ask_for_heat(asking: Asking, design: Design) {
    asking.ask(&Question::Heat { design: Box::new(design) });
}

/// Which of the checks that guests can reach those of the scenario pass.
#[component]
fn Coverage() -> impl IntoView {
    let app = App::expect();
    let asking = Asking::new();
    let design = Memo::new(move |_| app.with(|workspace| workspace.design.clone()));
    let ask = move || ask_for_heat(asking, design.get_untracked());
    Effect::new(move |_| {
        design.track();
        ask();
    });
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
        // What administrators do between two attempts is nothing that a guest comes to.
        let of_guests = nodes.iter().filter(|(id, _, _)| !id.starts_with(OPERATION)).cloned();
        let (reached, nowhere): (Vec<_>, Vec<_>) = of_guests.partition(|(_, _, count)| *count > 0);
        let open: Vec<_> = reached.iter().filter(|(id, _, _)| passed.with(|passed| !passed.contains(id))).cloned().collect();
        let counted = |list: Vec<(String, String, u64)>| {
            let item = |(_, name, count): (String, String, u64)| view! { <li>{name}": "{words::flow::kinds(count)}</li> };
            view! { <ul class="bullets">{list.into_iter().map(item).collect::<Vec<_>>()}</ul> }
        };
        let says = words::analysis::coverage_lead(reached.len() - open.len(), reached.len());
        let not_tried = if open.is_empty() {
            view! { <p class="nothing">{words::analysis::everything_tried()}</p> }.into_any()
        } else {
            view! { <h4>{words::analysis::not_tried()}</h4>{counted(open)} }.into_any()
        };
        let nowhere = (!nowhere.is_empty()).then(|| {
            let names = nowhere.into_iter().map(|(_, name, _)| view! { <li>{name}</li> }).collect::<Vec<_>>();
            view! { <h4>{words::analysis::nobody_comes()}</h4><ul class="bullets">{names}</ul> }
        });
        Some(view! { <p>{says}</p>{not_tried}{nowhere} })
    };
    let paint = move |_| {
        app.dialog.set(None);
        if !app.painting.get_untracked() {
            Command::Painting.run(app);
        }
    };
    view! {
        <section class="about" aria-labelledby="findings-coverage">
            <h3 id="findings-coverage">{words::analysis::coverage()}</h3>
            <div class="buttons"><button class="button" type="button" on:click=paint>{words::analysis::paint_the_flow()}</button></div>
            <Asked asking=asking again=Callback::new(move |()| ask()) />
            {found}
        </section>
    }
}

/// Paints the flow for as long as it is shown, and says the same as a list.
#[component]
pub fn Painting() -> impl IntoView {
    let app = App::expect();
    let asking = Asking::new();
    let design = Memo::new(move |_| app.with(|workspace| workspace.design.clone()));
    let ask = move || ask_for_heat(asking, design.get_untracked());
    Effect::new(move |_| {
        design.track();
        ask();
    });
    Effect::new(move |_| app.heat.set(asking.answer().as_deref().and_then(heat).map(Arc::new)));
    on_cleanup(move || app.heat.set(None));
    let list = move || {
        let answer = asking.answer()?;
        let Answer::Heat { nodes, .. } = &*answer else { return None };
        let item = |(_, name, count): (String, String, u64)| view! { <li>{name}": "{words::flow::kinds(count)}</li> };
        Some(view! {
            <p>{words::analysis::painted_flow()}</p>
            <details>
                <summary>{words::analysis::painted_list()}</summary>
                <ol class="bullets">{nodes.iter().cloned().map(item).collect::<Vec<_>>()}</ol>
            </details>
        })
    };
    view! {
        <section class="painted" aria-label=words::analysis::paint_the_flow()>
            <Asked asking=asking again=Callback::new(move |()| ask()) />
            {list}
            <button class="button" type="button" on:click=move |_| Command::Painting.run(app)>{words::analysis::stop_painting()}</button>
        </section>
    }
}
