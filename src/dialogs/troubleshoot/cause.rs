//! The causes of a symptom: what helps, grouped by who can do it, where it can be read, and a scenario that shows it.
//!
//! A scenario opens as a new one with the cursor at the end of the run. Nothing is written back.

use leptos::prelude::*;
use redemption_engine::diagnosis::{Cause, Step, Symptom, Who, scenario};
use redemption_engine::engine::replay;
use redemption_engine::session::{Session, View};
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use crate::dialogs::leave::Leave;
use crate::dialogs::sources::Sources;
use crate::state::App;
use crate::words;

/// All causes of a symptom, the likeliest first.
#[component]
pub(super) fn Causes(
    /// The symptom.
    symptom: &'static Symptom,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let one = |cause: &'static Cause| view! { <OneCause symptom=symptom cause=cause leave=leave /> };
    view! { <ul class="causes">{symptom.causes.iter().map(one).collect_view()}</ul> }
}

#[component]
fn OneCause(
    /// The symptom it belongs to.
    symptom: &'static Symptom,
    /// The cause.
    cause: &'static Cause,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let groups = by_who(cause.steps).into_iter().map(|(who, steps)| {
        view! {
            <h5 class="cause__who">{wording::who(who)}</h5>
            <ol class="cause__steps">{steps.into_iter().map(|step| view! { <OneStep step=step /> }).collect_view()}</ol>
        }
    });
    let load = cause.scenario.map(|name| view! { <Load symptom=symptom cause=cause name=name leave=leave /> });
    view! {
        <li class="cause">
            <h4 class="cause__text">{cause.text}" "<span class="tag">{cause.basis.word()}</span></h4>
            {groups.collect_view()}
            <Sources sources=cause.sources />
            {load}
        </li>
    }
}

#[component]
fn OneStep(
    /// What can be done.
    step: &'static Step,
) -> impl IntoView {
    let link = step.link.map(|link| view! { " "<a href=link target="_blank" rel="noreferrer">{shown(link)}</a> });
    view! { <li>{step.text}{link}</li> }
}

#[component]
fn Load(
    /// The symptom that the cause belongs to.
    symptom: &'static Symptom,
    /// The cause.
    cause: &'static Cause,
    /// The scenario's name.
    name: &'static str,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let app = App::expect();
    let button = format!("load-{}-{}", symptom.id, cause.id);
    let from = button.clone();
    let open = move || {
        if let Some(workspace) = scenario(name) {
            let view = at_the_end(&workspace);
            app.open_new(Session::open(workspace, view));
            app.dialog.set(None);
        }
    };
    view! {
        <button class="button" type="button" id=button aria-describedby=format!("symptom-{}", symptom.id) on:click=move |_| leave.then(&from, open)>
            {words::troubleshoot::load_scenario_shows()}
        </button>
    }
}

/// The steps of each person who can do something, in the order in which they come in.
fn by_who(steps: &'static [Step]) -> Vec<(Who, Vec<&'static Step>)> {
    let mut groups: Vec<(Who, Vec<&'static Step>)> = Vec::new();
    for step in steps {
        match groups.iter_mut().find(|(who, _)| *who == step.who) {
            Some((_, group)) => group.push(step),
            None => groups.push((step.who, vec![step])),
        }
    }
    groups
}

/// The first guest with the cursor where the run has come to.
fn at_the_end(workspace: &Workspace) -> View {
    let place = workspace.guests.first().and_then(|guest| replay(&workspace.design, guest, &guest.story).places().pop());
    View { guest: 0, place: place.unwrap_or_default() }
}

/// An address without its scheme.
fn shown(link: &'static str) -> &'static str {
    link.strip_prefix("https://").unwrap_or(link)
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::diagnosis::{all, find};

    #[test]
    fn steps_are_grouped_by_who_can_do_them() {
        let cause = &find("no-invitation-mail").unwrap().causes[2];
        let groups: Vec<(Who, usize)> = by_who(cause.steps).into_iter().map(|(who, steps)| (who, steps.len())).collect();
        assert_eq!(groups, [(Who::OurAdmin, 2), (Who::Guest, 1)]);
    }

    #[test]
    fn every_scenario_opens_with_the_cursor_at_an_end() {
        for name in all().flat_map(|symptom| symptom.causes).filter_map(|cause| cause.scenario) {
            let workspace = scenario(name).unwrap();
            let guest = &workspace.guests[0];
            let run = replay(&workspace.design, guest, &guest.story);
            let place = at_the_end(&workspace).place;
            assert!(run.step(place).is_none() && run.node(place).is_some(), "{name}: {place:?}");
        }
    }
}
