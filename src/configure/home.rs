//! The home tenants: a card for each, with its users and what both sides have set for each other.
//!
//! What the resource tenant has set for a partner stands here, too, beside the partner's own half.

use leptos::prelude::*;
use redemption_engine::design::{JustInTimeCreation, Management, Partner};
use redemption_engine::field::{Field, HomeField};
use strum::IntoEnumIterator;

use super::bind::{choose, commit, edit, focus_after_removal, home_mut, into_home, read_home, switch};
use super::fictional::next_home;
use super::group::Section;
use super::lists::{joined, read_list, read_name, read_text};
use super::users::Users;
use crate::controls::{Choice, TextField, Toggle, focus_when_drawn};
use crate::state::App;

const ADD: &str = "home.add";

/// All home tenants.
#[component]
pub fn Homes() -> impl IntoView {
    let app = App::expect();
    let count = Memo::new(move |_| app.with(|workspace| workspace.design.home_tenants.len()));
    let add = move |_| {
        let tenant = app.session.with_untracked(|session| next_home(&session.workspace().design));
        let at = count.get_untracked();
        let label = format!("Home tenant {} added", tenant.display_name);
        edit(app, &label, move |workspace| workspace.design.home_tenants.push(tenant));
        focus_when_drawn(Field::of_home(at, HomeField::DisplayName).to_string());
    };
    view! {
        <p class="setup__note">"The Microsoft Entra tenants in which guests have a work account."</p>
        <p class="setup__note" hidden=move || count.get() != 0>"There is none: no guest has a work account."</p>
        <ul class="cards">
            <For each=move || 0..count.get() key=|at| *at let:at>
                <Home at=at />
            </For>
        </ul>
        <p>
            <button class="button" type="button" id=ADD on:click=add>"Add home tenant"</button>
        </p>
    }
}

/// One home tenant. The first is unfolded.
#[component]
fn Home(
    /// Its position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let name = read_home(app, at, |tenant| tenant.display_name.clone());
    let about = read_home(app, at, |tenant| joined(&tenant.verified_domains));
    let remove = move |_| {
        let label = format!("Home tenant {} removed", name.get_untracked());
        edit(app, &label, move |workspace| {
            let tenants = &mut workspace.design.home_tenants;
            if at < tenants.len() {
                tenants.remove(at);
            }
        });
        let left = app.session.with_untracked(|session| session.workspace().design.home_tenants.len());
        focus_after_removal(at, left, remove_id, ADD.to_owned());
    };
    view! {
        <li>
            <details class="card" open=at == 0>
                <summary class="card__head" id=Field::home(at).to_string()>
                    <h3 class="card__title">{move || name.get()}</h3>
                    <span class="card__about">{move || about.get()}</span>
                </summary>
                <div class="card__body">
                    <Organization at=at />
                    <Users at=at />
                    <AutomaticRedemption at=at />
                    <JustInTime at=at />
                    <p class="card__foot">
                        <button class="button button--quiet" type="button" id=remove_id(at) on:click=remove>
                            "Remove home tenant"
                            <span class="visually-hidden">{move || format!(": {}", name.get())}</span>
                        </button>
                    </p>
                </div>
            </details>
        </li>
    }
}

fn remove_id(at: usize) -> String {
    format!("{}.remove", Field::home(at))
}

/// Who the tenant is and how its users sign in.
#[component]
fn Organization(
    /// The tenant's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let id = move |field: HomeField| Field::of_home(at, field).to_string();
    let managements: Vec<(String, String)> = Management::iter()
        .map(|management| {
            let label = match management {
                Management::Managed => "Managed",
                Management::Unmanaged => "Unmanaged (viral)",
            };
            (<&str>::from(management).to_owned(), label.to_owned())
        })
        .collect();
    view! {
        <Section title="Organization" place="In the partner's tenant: Entra ID › Overview › Properties, and Entra ID › Domain names">
            <TextField
                id=id(HomeField::DisplayName)
                label="Name"
                value=read_home(app, at, |tenant| tenant.display_name.clone())
                commit=commit(app, "Home tenant renamed", read_name, into_home(at, |tenant, name| tenant.display_name = name))
            />
            <TextField
                id=id(HomeField::TenantId)
                label="Tenant ID"
                help="A GUID."
                value=read_home(app, at, |tenant| tenant.tenant_id.clone())
                commit=commit(app, "Tenant ID changed", read_text, into_home(at, |tenant, id| tenant.tenant_id = id))
            />
            <Choice
                id=id(HomeField::Management)
                label="Administration"
                help="Default: managed. An unmanaged tenant came to be by email verification and has no administrator."
                value=read_home(app, at, |tenant| <&str>::from(tenant.management).to_owned())
                options=managements
                choose=choose(app, "Home tenant's administration changed", into_home(at, |tenant, management| tenant.management = management))
            />
            <TextField
                id=id(HomeField::VerifiedDomains)
                label="Verified domains"
                help="With commas between them."
                placeholder="adatum.example"
                value=read_home(app, at, |tenant| joined(&tenant.verified_domains))
                commit=commit(app, "Home tenant's domains changed", read_list, into_home(at, |tenant, domains| tenant.verified_domains = domains))
            />
            <Toggle
                id=id(HomeField::Federated)
                label="Users sign in at a federated provider of their own"
                help="Such as AD FS. Default: no."
                value=read_home(app, at, |tenant| tenant.federated)
                switch=switch(app, "Federated sign-in of the home tenant", into_home(at, |tenant, on| tenant.federated = on))
            />
            <Toggle
                id=id(HomeField::EmailAsAlternateLoginId)
                label="Email as alternate login ID"
                help="Users may sign in with their mail address. Default: off."
                value=read_home(app, at, |tenant| tenant.email_as_alternate_login_id)
                switch=switch(app, "Email as alternate login ID", into_home(at, |tenant, on| tenant.email_as_alternate_login_id = on))
            />
        </Section>
    }
}

/// *Automatically redeem invitations*, both halves.
#[component]
fn AutomaticRedemption(
    /// The tenant's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let changed = read_home(app, at, |tenant| tenant.outbound_automatic_redemption || tenant.partner != Partner::default());
    let reset = Callback::new(move |()| {
        edit(app, "Automatic redemption reset to default", move |workspace| {
            if let Some(tenant) = home_mut(workspace, at) {
                tenant.outbound_automatic_redemption = false;
                tenant.partner = Partner::default();
            }
        });
    });
    let choices = [("inherit", "Default settings (off)"), ("on", "On"), ("off", "Off")];
    let choices: Vec<(String, String)> = choices.into_iter().map(|(value, label)| (value.to_owned(), label.to_owned())).collect();
    let choose_inbound = Callback::new(move |value: String| {
        let inbound = match value.as_str() {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        };
        edit(app, "Inbound automatic redemption changed", move |workspace| {
            if let Some(tenant) = home_mut(workspace, at) {
                tenant.partner.inbound_automatic_redemption = inbound;
            }
        });
    });
    view! {
        <Section
            title="Automatically redeem invitations"
            place="External Identities › Cross-tenant access settings › Organizational settings › Trust settings: outbound in the partner's tenant, inbound in the resource tenant"
            changed=changed
            reset=reset
        >
            <Toggle
                id=Field::of_home(at, HomeField::OutboundAutomaticRedemption).to_string()
                label="Outbound, in this tenant"
                help="Default: off. Nothing is skipped unless both sides have it on."
                value=read_home(app, at, |tenant| tenant.outbound_automatic_redemption)
                switch=switch(app, "Outbound automatic redemption", into_home(at, |tenant, on| tenant.outbound_automatic_redemption = on))
            />
            <Choice
                id=Field::of_home(at, HomeField::InboundAutomaticRedemption).to_string()
                label="Inbound from this tenant, in the resource tenant"
                help="Default: default settings."
                value=read_home(app, at, |tenant| {
                    match tenant.partner.inbound_automatic_redemption {
                        None => "inherit",
                        Some(true) => "on",
                        Some(false) => "off",
                    }
                    .to_owned()
                })
                options=choices
                choose=choose_inbound
            />
        </Section>
    }
}

/// The two settings that let a missing user be made during redemption.
#[component]
fn JustInTime(
    /// The tenant's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let changed = read_home(app, at, |tenant| tenant.just_in_time_creation != JustInTimeCreation::default());
    let reset = Callback::new(move |()| {
        edit(app, "Just-in-time creation reset to default", move |workspace| {
            if let Some(tenant) = home_mut(workspace, at) {
                tenant.just_in_time_creation = JustInTimeCreation::default();
            }
        });
    });
    view! {
        <Section
            title="Just-in-time creation of accounts"
            place="Not in the portal: authorizationPolicy in Microsoft Graph, in the partner's tenant"
            changed=changed
            reset=reset
        >
            <Toggle
                id=Field::of_home(at, HomeField::AllowEmailVerifiedUsers).to_string()
                label="Email-verified users may join the organization"
                help="allowEmailVerifiedUsersToJoinOrganization. Default: off."
                value=read_home(app, at, |tenant| tenant.just_in_time_creation.allow_email_verified_users_to_join_organization)
                switch=switch(
                    app,
                    "Joining by email verification",
                    into_home(at, |tenant, on| tenant.just_in_time_creation.allow_email_verified_users_to_join_organization = on),
                )
            />
            <Toggle
                id=Field::of_home(at, HomeField::EmailBasedSubscriptions).to_string()
                label="Users may sign up for email-based subscriptions"
                help="allowedToSignUpEmailBasedSubscriptions. Default: off."
                value=read_home(app, at, |tenant| tenant.just_in_time_creation.allowed_to_sign_up_email_based_subscriptions)
                switch=switch(
                    app,
                    "Email-based subscriptions",
                    into_home(at, |tenant, on| tenant.just_in_time_creation.allowed_to_sign_up_email_based_subscriptions = on),
                )
            />
        </Section>
    }
}
