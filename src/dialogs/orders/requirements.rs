//! What an order has to do, as boxes to tick and one sentence to fill in.
//!
//! Whether an order does it is the engine's to say.

use std::collections::BTreeSet;

use leptos::prelude::*;
use redemption_engine::analysis::question::Wanted;
use redemption_engine::design::{Design, IdentityProvider};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use crate::controls::Toggle;
use crate::state::App;
use crate::words;

/// What is required. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Requirements {
    creates: RwSignal<bool>,
    passcode: RwSignal<bool>,
    newly_out: RwSignal<bool>,
    /// Empty where no domain is chosen.
    domain: RwSignal<String>,
    provider: RwSignal<IdentityProvider>,
}

impl Requirements {
    /// Nothing is required.
    pub(super) fn new() -> Self {
        Self {
            creates: RwSignal::new(false),
            passcode: RwSignal::new(false),
            newly_out: RwSignal::new(false),
            domain: RwSignal::new(String::new()),
            provider: RwSignal::new(IdentityProvider::AzureActiveDirectory),
        }
    }

    /// As messages have it; followed.
    pub(super) fn wanted(self) -> Vec<Wanted> {
        let boxes = [
            (self.creates, Wanted::NobodyCreatesAnAccount),
            (self.passcode, Wanted::NobodyNeedsAPasscode),
            (self.newly_out, Wanted::NobodyIsNewlyShutOut),
        ];
        let ticked = boxes.into_iter().filter(|(ticked, _)| ticked.get()).map(|(_, wanted)| wanted);
        let domain = Some(self.domain.get()).filter(|domain| !domain.is_empty());
        let provider = self.provider.get();
        ticked.chain(domain.map(|domain| Wanted::SignsInAt(domain, provider))).collect()
    }

    /// Whether anything is required; followed.
    pub(super) fn any(self) -> bool {
        !self.wanted().is_empty()
    }

    /// Follows what is required.
    pub(super) fn track(self) {
        drop(self.wanted());
    }
}

/// The domains that a design and the guests of the scenario name, and the largest of the list where one is asked about.
fn domains(app: App, design: Memo<Design>) -> Vec<String> {
    let mut domains = BTreeSet::new();
    design.with(|design| {
        let homes = design.home_tenants.iter().flat_map(|home| &home.verified_domains);
        let federated = design.resource_tenant.federations.iter().flat_map(|federation| &federation.domains);
        domains.extend(homes.chain(federated).map(|domain| domain.as_str().to_owned()));
    });
    app.with(|workspace| domains.extend(workspace.guests.iter().map(|guest| guest.invited_email.domain().to_owned())));
    if let Some(summary) = app.asked_list().and_then(|counted| counted.list.summary.get()) {
        domains.extend(summary.domains.iter().map(|share| share.name.clone()));
    }
    domains.into_iter().collect()
}

/// The boxes and the sentence.
#[component]
pub(super) fn Filters(
    /// What is required.
    required: Requirements,
    /// The design that is varied.
    design: Memo<Design>,
) -> impl IntoView {
    let app = App::expect();
    let toggle = |id: &'static str, label: &'static str, value: RwSignal<bool>| {
        view! { <Toggle id=id label=label value=value switch=Callback::new(move |on| value.set(on)) /> }
    };
    let name = |provider: IdentityProvider| <&'static str>::from(provider);
    let provider = move || name(required.provider.get());
    view! {
        <fieldset class="required">
            <legend>{words::analysis::requirements()}</legend>
            {toggle("orders-creates", words::analysis::nobody_creates(), required.creates)}
            {toggle("orders-passcode", words::analysis::nobody_passcode(), required.passcode)}
            {toggle("orders-newly-out", words::analysis::nobody_newly_out(), required.newly_out)}
            <div class="required__sentence">
                <label class="field">
                    <span class="field__label">{words::analysis::guests_of()}</span>
                    <select
                        class="field__input"
                        id="orders-domain"
                        prop:value=required.domain
                        on:change=move |event| required.domain.set(event_target_value(&event))
                    >
                        <option value="">{words::analysis::any_domain()}</option>
                        {move || {
                            domains(app, design)
                                .into_iter()
                                .map(|domain| view! { <option value=domain.clone() selected=required.domain.get_untracked() == domain>{domain.clone()}</option> })
                                .collect_view()
                        }}
                    </select>
                </label>
                <label class="field">
                    <span class="field__label">{words::analysis::sign_in_at()}</span>
                    <select
                        class="field__input"
                        id="orders-provider"
                        aria-describedby="orders-open"
                        prop:value=provider
                        on:change=move |event| {
                            let value = event_target_value(&event);
                            if let Some(chosen) = IdentityProvider::iter().find(|each| name(*each) == value) {
                                required.provider.set(chosen);
                            }
                        }
                    >
                        {IdentityProvider::iter()
                            .map(|each| view! { <option value=name(each)>{wording::provider(each)}</option> })
                            .collect_view()}
                    </select>
                </label>
            </div>
            <p class="field__help" id="orders-open">
                {words::analysis::requirement_is_open()}" "
                {move || app.asked_list().map(|_| words::analysis::requirement_of_list())}
            </p>
        </fieldset>
    }
}
