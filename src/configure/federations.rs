//! SAML and WS-Fed federations: a card for each.
//!
//! Metadata and certificates are not asked for: the flow does not depend on them.

use leptos::prelude::*;
use redemption_engine::design::FederationProtocol;
use redemption_engine::field::{FederationField, Field};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::bind::{choose, commit, differs, edit, focus_after_removal, into_federation, read_federation, reset, switch};
use super::fictional::next_federation;
use super::group::Group;
use super::lists::{joined, read_list, read_name, read_text};
use crate::controls::{Choice, TextField, Toggle, focus_when_drawn};
use crate::state::App;

const ADD: &str = "resource.federations.add";

/// All federations.
#[component]
pub fn Federations() -> impl IntoView {
    let app = App::expect();
    let count = Memo::new(move |_| app.resource(|resource| resource.federations.len()));
    let add = move |_| {
        let federation = app.session.with_untracked(|session| next_federation(&session.workspace().design));
        let at = count.get_untracked();
        let label = format!("Federation {} added", federation.display_name);
        edit(app, &label, move |workspace| workspace.design.resource_tenant.federations.push(federation));
        focus_when_drawn(Field::of_federation(at, FederationField::DisplayName).to_string());
    };
    view! {
        <Group
            title="SAML/WS-Fed identity providers"
            place="External Identities › All identity providers › Custom › SAML/WS-Fed"
            changed=differs(app, |now, default| now.federations != default.federations)
            reset=reset(app, "All federations removed", |now, default| now.federations = default.federations)
            filtered=true
        >
            <p class="field__help">"Guests of the federated domains sign in at their own provider. Default: none."</p>
            <ul class="cards">
                <For each=move || 0..count.get() key=|at| *at let:at>
                    <Card at=at />
                </For>
            </ul>
            <p>
                <button class="button" type="button" id=ADD on:click=add>"Add federation"</button>
            </p>
        </Group>
    }
}

/// One federation.
#[component]
fn Card(
    /// Its position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let id = move |field: FederationField| Field::of_federation(at, field).to_string();
    let name = read_federation(app, at, |federation| federation.display_name.clone());
    let remove = move |_| {
        let label = format!("Federation {} removed", name.get_untracked());
        edit(app, &label, move |workspace| {
            let federations = &mut workspace.design.resource_tenant.federations;
            if at < federations.len() {
                federations.remove(at);
            }
        });
        let left = app.session.with_untracked(|session| session.workspace().design.resource_tenant.federations.len());
        focus_after_removal(at, left, remove_id, ADD.to_owned());
    };
    let protocols: Vec<(String, String)> = FederationProtocol::iter()
        .map(|protocol| (<&str>::from(protocol).to_owned(), wording::protocol(protocol).to_owned()))
        .collect();
    view! {
        <li class="card">
            <fieldset class="card__body" id=Field::federation(at).to_string() tabindex="-1">
                <legend class="card__title">{move || name.get()}</legend>
                <TextField
                    id=id(FederationField::DisplayName)
                    label="Display name"
                    value=name
                    commit=commit(app, "Federation renamed", read_name, into_federation(at, |federation, name| federation.display_name = name))
                />
                <Choice
                    id=id(FederationField::PreferredAuthenticationProtocol)
                    label="Identity provider protocol"
                    help="Default: SAML. Both take the same path."
                    value=read_federation(app, at, |federation| <&str>::from(federation.preferred_authentication_protocol).to_owned())
                    options=protocols
                    choose=choose(
                        app,
                        "Federation's protocol changed",
                        into_federation(at, |federation, protocol| federation.preferred_authentication_protocol = protocol),
                    )
                />
                <TextField
                    id=id(FederationField::IssuerUri)
                    label="Issuer URI"
                    help="It becomes the issuer in the guest's identities."
                    input_mode="url"
                    value=read_federation(app, at, |federation| federation.issuer_uri.clone())
                    commit=commit(app, "Federation's issuer changed", read_text, into_federation(at, |federation, issuer| federation.issuer_uri = issuer))
                />
                <TextField
                    id=id(FederationField::Domains)
                    label="Domain names of the federating provider"
                    help="With commas between them. Matched exactly, without subdomains."
                    placeholder="tailspin.example"
                    value=read_federation(app, at, |federation| joined(&federation.domains))
                    commit=commit(app, "Federation's domains changed", read_list, into_federation(at, |federation, domains| federation.domains = domains))
                />
                <Toggle
                    id=id(FederationField::IsEntraTenant)
                    label="The provider is itself a Microsoft Entra tenant"
                    help="Default: no. The newest rules ignore such a federation."
                    value=read_federation(app, at, |federation| federation.is_entra_tenant)
                    switch=switch(
                        app,
                        "Federation with a Microsoft Entra tenant",
                        into_federation(at, |federation, on| federation.is_entra_tenant = on),
                    )
                />
                <p class="card__foot">
                    <button class="button button--quiet" type="button" id=remove_id(at) on:click=remove>
                        "Remove federation"
                        <span class="visually-hidden">{move || format!(": {}", name.get())}</span>
                    </button>
                </p>
            </fieldset>
        </li>
    }
}

fn remove_id(at: usize) -> String {
    format!("{}.remove", Field::federation(at))
}
