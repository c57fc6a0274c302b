//! The examples: cards that can be searched, each with its question; the outcome stays hidden until it is asked for.
//!
//! An example opens as a new scenario. Nothing is written back to the examples.

use std::collections::BTreeSet;

use leptos::prelude::*;
use redemption_engine::flow::Outcome;
use redemption_engine::presets::{self, Level, Preset, Tag};
use redemption_engine::session::{Session, View};
use redemption_engine::trace::Next;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

use super::leave::{Leave, LeaveQuestion};
use crate::address;
use crate::clipboard;
use crate::controls::Modal;
use crate::state::{App, Dialog};
use crate::words;

/// The dialog with the examples.
#[component]
pub fn Gallery() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Gallery title=words::common::examples()>
            <Cards />
        </Modal>
    }
}

/// What the reader is looking for.
#[derive(Clone, Copy)]
struct Filter {
    text: RwSignal<String>,
    tags: RwSignal<BTreeSet<Tag>>,
    level: RwSignal<Option<Level>>,
}

impl Filter {
    fn new() -> Self {
        Self { text: RwSignal::new(String::new()), tags: RwSignal::new(BTreeSet::new()), level: RwSignal::new(None) }
    }

    fn takes(self, preset: &Preset) -> bool {
        self.level.get().is_none_or(|level| level == preset.level)
            && self.tags.with(|tags| tags.iter().all(|tag| preset.tags.contains(tag)))
            && self.text.with(|text| has_words(preset, text))
    }

    fn clear(self) {
        self.text.set(String::new());
        self.tags.set(BTreeSet::new());
        self.level.set(None);
    }
}

/// Whether every word stands in the card's title, question or tags, among other names for what they speak of, or in the error codes
/// that its guests meet.
fn has_words(preset: &Preset, words: &str) -> bool {
    let tags = wording::list(preset.tags.iter().map(|tag| tag_name(*tag)));
    let ends = preset.want.iter().flat_map(|want| {
        let passed = want.nodes.iter().filter_map(|node| node.strip_prefix("end:"));
        want.outcome.iter().chain(&want.outcomes).map(String::as_str).chain(passed)
    });
    let met = |end: &str| Outcome::iter().find(|outcome| outcome.id() == end).and_then(Outcome::error_code);
    let codes = wording::list(ends.filter_map(met));
    let card = words::old_names::with_others(&format!("{} {} {tags} {codes}", preset.title, preset.question));
    words.to_lowercase().split_whitespace().all(|word| card.contains(word))
}

fn tag_name(tag: Tag) -> &'static str {
    match tag {
        Tag::Provider => words::gallery::provider(),
        Tag::Setting => words::common::setting(),
        Tag::Error => words::gallery::error(),
        Tag::Edition => words::gallery::edition(),
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Beginner => words::gallery::beginner(),
        Level::Intermediate => words::gallery::intermediate(),
        Level::Expert => words::gallery::expert(),
    }
}

#[component]
fn Cards() -> impl IntoView {
    let leave = Leave::new(App::expect());
    let filter = Filter::new();
    let cards = StoredValue::new(presets::all());
    let shown = Memo::new(move |_| cards.with_value(|cards| cards.iter().map(|preset| filter.takes(preset)).collect::<Vec<_>>()));
    let count = move || shown.with(|shown| shown.iter().filter(|shown| **shown).count());
    let total = cards.with_value(Vec::len);
    view! {
        <p class="lead">{words::gallery::example_opens_as_new_scenario()}</p>
        <LeaveQuestion leave=leave />
        <Filters filter=filter />
        <p class="gallery__count" role="status">{move || words::gallery::of_examples(count(), total)}</p>
        <Show when=move || count() == 0>
            <p>
                {words::gallery::no_example_all()}
                <button
                    class="button"
                    type="button"
                    on:click=move |_| {
                        filter.clear();
                        crate::controls::focus_when_drawn("gallery-search".to_owned());
                    }
                >
                    {words::gallery::clear_the_filters()}
                </button>
            </p>
        </Show>
        <ul class="gallery">
            {cards
                .get_value()
                .into_iter()
                .enumerate()
                .map(|(position, preset)| {
                    let hidden = Signal::derive(move || shown.with(|shown| !shown.get(position).copied().unwrap_or(true)));
                    view! { <Card preset=preset hidden=hidden leave=leave /> }
                })
                .collect_view()}
        </ul>
    }
}

#[component]
fn Filters(
    /// What the reader is looking for.
    filter: Filter,
) -> impl IntoView {
    let pressed = move |tag: Tag| filter.tags.with(|tags| tags.contains(&tag));
    let press = move |tag: Tag| {
        filter.tags.update(|tags| {
            if !tags.remove(&tag) {
                tags.insert(tag);
            }
        });
    };
    let level = move || filter.level.get().map_or("", level_name);
    view! {
        <div class="gallery__filters">
            <div class="field gallery__search">
                <label class="field__label" for="gallery-search">{words::common::search()}</label>
                <input
                    class="field__input"
                    id="gallery-search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=filter.text
                    on:input=move |event| filter.text.set(event_target_value(&event))
                />
            </div>
            <div class="field">
                <label class="field__label" for="gallery-level">{words::gallery::level()}</label>
                <select
                    class="field__input"
                    id="gallery-level"
                    prop:value=level
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        filter.level.set(Level::iter().find(|level| level_name(*level) == name));
                    }
                >
                    <option value="">{words::gallery::all_levels()}</option>
                    {Level::iter().map(|level| view! { <option value=level_name(level)>{level_name(level)}</option> }).collect_view()}
                </select>
            </div>
            <div class="field" role="group" aria-labelledby="gallery-tags">
                <span class="field__label" id="gallery-tags">{words::common::about()}</span>
                <div class="buttons">
                    {Tag::iter()
                        .map(|tag| {
                            view! {
                                <button
                                    class="button"
                                    type="button"
                                    aria-pressed=move || pressed(tag).to_string()
                                    on:click=move |_| press(tag)
                                >
                                    {tag_name(tag)}
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
            </div>
        </div>
    }
}

#[component]
fn Card(
    /// The example.
    preset: Preset,
    /// Whether the filters leave it out.
    hidden: Signal<bool>,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let app = App::expect();
    let asked = RwSignal::new(false);
    let copied = RwSignal::new(String::new());
    let button = format!("example-{}", preset.id);
    let label = words::common::open_named(&preset.title);
    let workspace = StoredValue::new(preset.workspace);
    let open = move || {
        app.open_new(Session::open_first(workspace.get_value()));
        app.dialog.set(None);
    };
    let from = button.clone();
    let copy_label = words::gallery::copy_link_to(&preset.title);
    let link = address::link_to(&preset.id);
    let copy = move |_| {
        let link = link.clone();
        leptos::task::spawn_local(async move {
            match clipboard::write_text(&link).await {
                Ok(()) => copied.set(words::gallery::link_copied().to_owned()),
                Err(_) => copied.set(words::gallery::browser_did_not_let_link(&link)),
            }
        });
    };
    view! {
        <li class="example" hidden=hidden>
            <h3 class="example__title">{preset.title}</h3>
            <p class="example__question">{preset.question}</p>
            <ul class="tags" aria-label=words::gallery::level_and_tags()>
                <li class="tag tag--level">{level_name(preset.level)}</li>
                {preset.tags.into_iter().map(|tag| view! { <li class="tag">{tag_name(tag)}</li> }).collect_view()}
            </ul>
            <details class="example__outcome" on:toggle=move |_| asked.set(true)>
                <summary>{words::gallery::show_outcome()}</summary>
                {move || asked.get().then(|| view! { <Outcomes workspace=workspace.get_value() /> })}
            </details>
            <div class="example__commands">
                <button class="button" type="button" aria-label=copy_label on:click=copy>{words::common::copy_link()}</button>
                <button class="button button--primary" type="button" id=button aria-label=label on:click=move |_| leave.then(&from, open)>
                    {words::common::open()}
                </button>
            </div>
            <p class="example__copied" role="status">{copied}</p>
        </li>
    }
}

/// How each guest's run ends.
#[component]
fn Outcomes(
    /// The example's scenario.
    workspace: Workspace,
) -> impl IntoView {
    let names: Vec<String> = workspace.guests.iter().map(|guest| guest.display_name.clone()).collect();
    let mut session = Session::open(workspace, View::default());
    let mut ends = Vec::new();
    for (position, name) in names.into_iter().enumerate() {
        session.select(position);
        let (end, text) = match session.run().map(|run| run.next) {
            Some(Next::Ended(outcome)) => (wording::outcome(outcome), wording::outcome_text(outcome)),
            Some(Next::Person { .. }) => (words::common::waiting_for_the_guest(), ""),
            Some(Next::NoEdge(..)) | None => (words::common::no_rule_for_this_case(), ""),
        };
        ends.push(view! {
            <dt class="outcomes__guest">{name}": "<strong>{end}</strong></dt>
            <dd class="outcomes__text">{text}</dd>
        });
    }
    view! { <dl class="outcomes">{ends}</dl> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_every_word_in_title_question_or_tags() {
        let found = |words: &str| presets::all().into_iter().filter(|preset| has_words(preset, words)).count();
        assert_eq!(found("  "), presets::all().len());
        assert_eq!(found("managed ENTRA default provider"), 1);
        assert_eq!(found("managed entra default nothing-of-that"), 0);
    }

    #[test]
    fn a_search_finds_old_names_short_names_and_error_codes() {
        let found = |words: &str| -> Vec<String> {
            presets::all().into_iter().filter(|preset| has_words(preset, words)).map(|preset| preset.id).collect()
        };
        for (words, id) in [
            ("Azure AD", "managed-entra-guest"),
            ("MSA", "microsoft-account-only-fallback"),
            ("OTP", "no-account-passcode-on"),
            ("MFA", "multifactor-with-and-without-trust"),
            ("ADFS", "partner-with-saml"),
            ("blocklist", "blocked-domain-pending-invitation"),
            ("viral takeover", "unmanaged-tenant-2024"),
        ] {
            assert!(found(words).iter().any(|found| found == id), "{words}: {:?}", found(words));
        }
        assert!(!found("MFA").contains(&"gmail-with-passcode".to_owned()));
        let with_code = ["alias-through-direct-link", "common-endpoint", "signed-in-with-another-account"];
        assert_eq!(found("AADSTS50020"), with_code);
    }
}
