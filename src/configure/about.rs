//! The reference of settings: where they live, default, licence, role, Graph, permission, when a change takes effect, sources; and of
//! facts and readings: default and sources.
//!
//! A card's text is built when it is opened: most never are. What the workspace has set is not here.

use leptos::prelude::*;
use redemption_engine::design::Edition;
use redemption_engine::settings::{self, FactCard, SettingCard};

use crate::dialogs::sources::Sources;
use crate::later::{drawn_later, later};
use crate::state::App;
use crate::words;

/// A control's label with what is known of its fact.
type Known = Vec<(&'static str, &'static FactCard)>;

/// Default and sources of the facts among these controls, folded; nothing where there is none.
#[component]
pub(super) fn AboutFacts(
    /// What they are the facts of, for who does not see where the fold stands.
    of: &'static str,
    /// The names of the controls with their labels.
    fields: Vec<(String, &'static str)>,
) -> impl IntoView {
    let known: Known = fields.iter().filter_map(|(field, label)| Some((*label, settings::fact_of(field)?))).collect();
    let opened = RwSignal::new(false);
    (!known.is_empty()).then(|| {
        let body = move || {
            let known = known.clone();
            opened.get().then(|| drawn_later(move || known_later(known.clone())))
        };
        view! {
            <details class="about" on:toggle=move |_| opened.set(true)>
                <summary class="about__head">
                    {words::configure::defaults_and_sources()} <span class="visually-hidden">{format!(": {of}")}</span>
                </summary>
                {body}
            </details>
        }
    })
}

later! {
    /// Default and sources of facts, by code that comes later.
    fn known_later(known: Known) -> AnyView {
        let fact = |(label, fact): (&'static str, &'static FactCard)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd>{words::configure::default_is(fact.default)} <Sources sources=fact.sources /></dd>
                </div>
            }
        };
        view! { <div class="about__body"><dl class="about__facts">{known.into_iter().map(fact).collect_view()}</dl></div> }.into_any()
    }
}

/// The cards of the settings whose controls have these names, each once.
#[component]
pub(super) fn About(
    /// The names of the controls.
    fields: Vec<String>,
    /// Cards of what has no control.
    #[prop(default = &[])]
    cards: &'static [&'static str],
) -> impl IntoView {
    let mut all: Vec<&'static SettingCard> = Vec::new();
    let named = cards.iter().filter_map(|id| settings::card(id));
    for card in fields.iter().filter_map(|field| settings::card_of(field)).chain(named) {
        if all.iter().all(|other| other.id != card.id) {
            all.push(card);
        }
    }
    let alone = all.len() == 1;
    all.into_iter().map(|card| view! { <Card card=card alone=alone /> }).collect_view()
}

/// One card, folded.
#[component]
fn Card(
    /// The card.
    card: &'static SettingCard,
    /// Whether it is the only one here.
    alone: bool,
) -> impl IntoView {
    let app = App::expect();
    let opened = RwSignal::new(false);
    let edition = Memo::new(move |_| app.with(|workspace| workspace.design.edition));
    let head = if alone {
        view! { {words::configure::about_this_setting()} <span class="visually-hidden">{format!(": {}", card.name)}</span> }
            .into_any()
    } else {
        words::configure::about(card.name).into_any()
    };
    view! {
        <details class="about" on:toggle=move |_| opened.set(true)>
            <summary class="about__head">{head}</summary>
            {move || {
                let edition = edition.get();
                opened.get().then(|| drawn_later(move || facts_later(card, edition)))
            }}
        </details>
    }
}

later! {
    /// What is on a card, by code that comes later.
    fn facts_later(card: &'static SettingCard, edition: Edition) -> AnyView {
        facts(card, edition)
    }
}

fn facts(card: &'static SettingCard, edition: Edition) -> AnyView {
    let scope = card.scope.iter().map(|scope| scope.words()).collect::<Vec<_>>().join("; ");
    let facts = [
        (words::common::setting(), format!("{} {}", card.id, card.name)),
        (words::configure::where_it_is(), scope),
        (words::configure::values(), card.values.to_owned()),
        (words::common::default(), card.default.to_owned()),
        (words::configure::licence(), card.licence.to_owned()),
        (words::configure::role(), card.role.to_owned()),
        (words::configure::microsoft_graph(), card.graph.to_owned()),
        (words::configure::permission(), card.permission.to_owned()),
        (words::configure::takes_effect(), card.effective.to_owned()),
        (words::configure::effect(), card.note.to_owned()),
    ];
    let menu = card.menu(edition).map(|path| (words::configure::menu(), path.to_owned()));
    let fact = |(name, text): (&'static str, String)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> };
    view! {
        <div class="about__body">
            <dl class="about__facts">{facts.into_iter().chain(menu).map(fact).collect_view()}</dl>
            <Sources sources=card.sources />
        </div>
    }
    .into_any()
}
