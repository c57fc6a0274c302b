//! The first sheet: what is set up, and how it ends, with room for notes.

use leptos::prelude::*;
use redemption_engine::flow::Outcome;
use redemption_engine::share;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use super::Subject;
use crate::address;
use crate::app::Standing;
use crate::configure::summary::{self, Summary};
use crate::dialogs::qr_code;
use crate::route::Route;
use crate::state::chapter_name;
use crate::words;

pub(super) fn setting(subject: &Subject<'_>) -> AnyView {
    let Subject { workspace, guest, at, run, .. } = *subject;
    let standing = Standing::of(run, &workspace.design);
    let outcome: Option<Outcome> = run.last_chapter().and_then(|chapter| chapter.outcome());
    let chapters = (0..run.chapters.len()).map(|number| {
        let name = chapter_name(run, number, &workspace.design.resource_tenant);
        let end = run
            .chapters
            .get(number)
            .and_then(|chapter| chapter.outcome())
            .map_or(words::common::waits_for_guest(), wording::outcome);
        view! { <li class="paper__line"><strong>{name}</strong>": "{end}</li> }
    });
    let homes = workspace
        .design
        .home_tenants
        .iter()
        .enumerate()
        .map(|(number, home)| part(words::show::home_tenant(&home.display_name), summary::home_tenant(workspace, number)));
    let resource = &workspace.design.resource_tenant.display_name;
    view! {
        <h1 class="paper__title" id="paper-setting">{workspace.name.clone()}</h1>
        <p class="paper__about">
            {words::show::page_head(&guest.display_name, &guest.invited_email, wording::edition(workspace.design.edition))}
        </p>
        {link(workspace)}
        <div class="paper__outcome">
            <h2>{words::show::outcome()}</h2>
            <p class="status__outcome" data-kind=standing.kind>{standing.says}</p>
            {outcome.map(|outcome| view! { <p>{wording::outcome_text(outcome)}</p> })}
            <ol class="paper__chapters">{chapters.collect_view()}</ol>
        </div>
        <h2>{words::show::configuration()}</h2>
        <p class="paper__about">{words::show::differs_defaults_redemption_order_in()}</p>
        {part(words::show::resource_tenant(resource), summary::resource_tenant(workspace))}
        {homes.collect_view()}
        {part(words::show::guest(&guest.display_name), summary::guest_facts(workspace, at))}
        <div class="paper__notes">
            <h2>{words::show::notes()}</h2>
        </div>
    }
    .into_any()
}

/// The way from the paper back to the page, where a code can hold it.
fn link(workspace: &Workspace) -> Option<AnyView> {
    let route = Route { scenario: Some(share::encode(workspace)), ..Route::default() };
    qr_code(&address::link(&route), words::share::qr_code(), words::share::scenario_on_screen())
}

fn part(title: String, groups: Vec<Summary>) -> AnyView {
    let group = |summary: Summary| {
        let line = |(name, value): (String, String)| view! { <div class="paper__pair"><dt>{name}</dt><dd>{value}</dd></div> };
        view! {
            <div class="paper__group">
                <h4>{summary.title}</h4>
                <dl>{summary.lines.into_iter().map(line).collect_view()}</dl>
            </div>
        }
    };
    view! {
        <h3 class="paper__part">{title}</h3>
        <div class="paper__groups">{groups.into_iter().map(group).collect_view()}</div>
    }
    .into_any()
}
