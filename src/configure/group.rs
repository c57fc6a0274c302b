//! Groups of settings: a heading that folds, where the setting is in the portal, whether it was changed, and the way back.
//!
//! Which settings are in a group is for whoever uses it to say.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::field::Field;
use redemption_engine::graph::request;
use redemption_engine::rules::Source;
use redemption_engine::workspace::Workspace;

use super::about::{About, AboutFacts};
use super::bind::edit;
use super::form::{Row, Rows, draw, named};
use super::graph_view::GraphView;
use crate::dialogs::sources::Sources;
use crate::state::App;
use crate::words;

/// Settings that belong together, as the admin center has them.
pub(super) struct Group {
    /// The heading.
    title: &'static str,
    /// The id, where something leads to the group as a whole.
    id: Option<String>,
    /// The way to them in the portal, or where else they come from; empty where they are facts.
    place: &'static str,
    /// What the group is about; may be empty.
    help: &'static str,
    /// The settings.
    pub(super) rows: Rows,
    /// Whether it is folded away until something in it was changed.
    rare: bool,
    /// Where its texts can be read.
    sources: &'static [Source],
    /// The names and labels of further controls whose reference belongs here.
    also: Vec<(String, &'static str)>,
    /// What Microsoft Graph would be sent for it; `None` where it holds facts or readings.
    sent: Option<request::Group>,
}

/// A group of settings that is unfolded.
pub(super) fn group(title: &'static str, place: &'static str, rows: Rows) -> Group {
    Group { title, id: None, place, help: "", rows, rare: false, sources: &[], also: Vec::new(), sent: None }
}

impl Group {
    /// The heading.
    pub(super) fn title(&self) -> &'static str {
        self.title
    }

    /// The id of the heading, by the first setting; `None` where there is none.
    pub(super) fn heading_id(&self) -> Option<String> {
        self.rows.first().map(|row| format!("{}.group", row.id()))
    }

    /// Folded away until something in it was changed.
    pub(super) fn rare(self) -> Self {
        Self { rare: true, ..self }
    }

    /// With what it is about.
    pub(super) fn about(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// With an id, where something leads to the group as a whole.
    pub(super) fn named(self, field: &Field) -> Self {
        Self { id: Some(field.to_string()), ..self }
    }

    /// With the reference of the settings on its cards.
    pub(super) fn with_cards(self, fields: &Rows) -> Self {
        Self { also: named(fields), ..self }
    }

    /// With what Microsoft Graph would be sent for it.
    pub(super) fn sent_as(self, sent: request::Group) -> Self {
        Self { sent: Some(sent), ..self }
    }

    /// With where its texts can be read.
    pub(super) fn read_in(self, sources: &'static [Source]) -> Self {
        Self { sources, ..self }
    }
}

/// Where groups are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// On a part's form.
    Form,
    /// On a part's form to which the filter for changed settings applies.
    Filtered,
    /// On a card.
    Card,
}

/// Draws groups under each other.
pub(super) fn draw_groups(groups: Vec<Group>, ground: Ground) -> AnyView {
    groups.into_iter().map(|group| view! { <Folded group=group ground=ground /> }).collect_view().into_any()
}

/// A group, folded away at will.
#[component]
fn Folded(
    /// The group.
    group: Group,
    /// Where it is drawn.
    ground: Ground,
) -> impl IntoView {
    let app = App::expect();
    let heading_id = group.heading_id();
    let Group { title, id, place, help, rows, rare, sources, also, sent } = group;
    let filtered = ground == Ground::Filtered;
    let rows = Arc::new(rows);
    let seen = rows.clone();
    let changed = app.after_paint(move || app.with(|workspace| seen.iter().any(|row| row.differs(workspace))));
    let shown = if filtered { passes_filter(app, changed.into()) } else { true.into() };
    let unfolded = !rare || changed.get_untracked();
    let open = Memo::new(move |_| unfolded || (filtered && app.only_changed.get()));
    let reset = rows.iter().any(|row| row.has_default()).then(|| {
        let rows = rows.clone();
        let reset = Callback::new(move |()| {
            let rows = rows.clone();
            edit(app, &words::configure::reset_to_default(title), move |workspace| all_usual(&rows, workspace));
        });
        view! { <Reset what=title changed=changed.into() reset=reset /> }
    });
    let (class, level) = if ground == Ground::Card { ("group group--inner", 4) } else { ("group", 3) };
    let mut facts = named(&rows);
    facts.extend(also);
    let fields: Vec<String> = facts.iter().map(|(field, _)| field.clone()).collect();
    view! {
        <details class=class open=move || open.get() hidden=move || !shown.get()>
            <summary class="group__head" id=heading_id>
                {heading(level, "group__title", Signal::stored(title.to_owned()))}
                <Changed changed=changed.into() />
            </summary>
            <div class="group__body" tabindex=id.is_some().then_some("-1") id=id>
                {(!place.is_empty()).then(|| view! { <Where place=place /> })}
                {(!help.is_empty()).then(|| view! { <p class="field__help">{help}</p> })}
                {draw(&rows, filtered)}
                <Sources sources=sources />
                <About fields=fields />
                <AboutFacts of=title fields=facts />
                {sent.map(|group| view! { <GraphView title=title group=group /> })}
                {reset}
            </div>
        </details>
    }
}

fn all_usual(rows: &[Arc<Row>], workspace: &mut Workspace) {
    for row in rows {
        row.reset(workspace);
    }
}

/// A heading of this level.
pub(super) fn heading(level: u8, class: &'static str, text: Signal<String>) -> AnyView {
    let text = move || text.get();
    match level {
        3 => view! { <h3 class=class>{text}</h3> }.into_any(),
        4 => view! { <h4 class=class>{text}</h4> }.into_any(),
        _ => view! { <h5 class=class>{text}</h5> }.into_any(),
    }
}

/// Whether the filter lets something through. What was let through stays until the filter is switched, so that nothing vanishes
/// under the hands of somebody who edits it.
pub(super) fn passes_filter(app: App, changed: Signal<bool>) -> Signal<bool> {
    let state = Memo::new(move |before: Option<&(bool, bool)>| {
        let filter = app.only_changed.get();
        let stays = before.is_some_and(|(filtered, shown)| *filtered && *shown);
        let changed = changed.get();
        (filter, !filter || changed || stays)
    });
    Signal::derive(move || state.get().1)
}

/// A dot where something differs from the defaults.
#[component]
fn Changed(
    /// Whether it does.
    changed: Signal<bool>,
) -> impl IntoView {
    view! {
        <Show when=move || changed.get()>
            <span class="changed" title=words::configure::differs_from_the_default()>
                <span class="visually-hidden">{words::configure::changed_mark()}</span>
            </span>
        </Show>
    }
}

/// The way to a setting in the portal.
#[component]
fn Where(
    /// The steps of the way, with `›` between them.
    place: &'static str,
) -> impl IntoView {
    view! {
        <p class="where">
            <span class="where__question">{words::configure::where_in_portal()}</span>
            {place}
        </p>
    }
}

/// Sets a group to the defaults. It keeps its place and the focus when there is nothing to do.
#[component]
fn Reset(
    /// What is reset.
    what: &'static str,
    /// Whether there is anything to do.
    changed: Signal<bool>,
    /// Does it.
    reset: Callback<()>,
) -> impl IntoView {
    view! {
        <p class="group__foot">
            <button
                class="button button--quiet"
                type="button"
                aria-disabled=move || (!changed.get()).to_string()
                on:click=move |_| {
                    if changed.get_untracked() {
                        reset.run(());
                    }
                }
            >
                {words::configure::reset()}
                <span class="visually-hidden">{format!(": {what}")}</span>
            </button>
        </p>
    }
}
