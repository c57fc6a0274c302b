//! The resource tenant's settings, grouped and worded as the admin center has them.
//!
//! Cross-tenant access rules other than the redemption order are not here: the model does not know them.

use leptos::prelude::*;
use redemption_engine::design::{EmailOneTimePasscode, TermsOfUse};
use redemption_engine::field::{Field, ResourceField};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::bind::{choose, commit, differs, edit, focus_after_removal, into_resource, read, read_resource, reset, switch};
use super::federations::Federations;
use super::group::{Group, Only};
use super::lists::{joined, next_free, or_empty, read_list, read_name, read_one, read_optional_text};
use super::order::Order;
use crate::controls::{Choice, FieldProblems, TextField, Toggle, focus_when_drawn};
use crate::state::App;

/// All settings of the resource tenant.
#[component]
pub fn Resource() -> impl IntoView {
    let app = App::expect();
    let unchanged = differs(app, |now, default| now == default);
    view! {
        <p class="setup__filter">
            <button
                class="button"
                type="button"
                aria-pressed=move || app.only_changed.get().to_string()
                on:click=move |_| app.only_changed.update(|only| *only = !*only)
            >
                "Show only what differs from the defaults"
            </button>
        </p>
        <p class="setup__note" hidden=move || !(app.only_changed.get() && unchanged.get())>
            "Nothing differs: every setting has its default."
        </p>
        <Order />
        <Passcode />
        <Google />
        <Federations />
        <Organization />
        <Terms />
        <Privacy />
        <Redirect />
    }
}

/// Email one-time passcode, with what *not set* means in the edition.
#[component]
fn Passcode() -> impl IntoView {
    let app = App::expect();
    let options = Memo::new(move |_| {
        let edition = app.with(|workspace| workspace.design.edition);
        let label = |setting: EmailOneTimePasscode| match setting {
            EmailOneTimePasscode::Default => {
                let default = if edition.passcode_is_on_by_default() { "on" } else { "off" };
                format!("Not set: {default} by the rules of {}", wording::edition(edition))
            }
            EmailOneTimePasscode::Enabled | EmailOneTimePasscode::Disabled => {
                wording::email_one_time_passcode(setting).to_owned()
            }
        };
        EmailOneTimePasscode::iter().map(|setting| (<&str>::from(setting).to_owned(), label(setting))).collect::<Vec<_>>()
    });
    let means = read(app, |workspace| if workspace.design.passcode_enabled() { "Passcode is on." } else { "Passcode is off." });
    view! {
        <Group
            title="Email one-time passcode"
            place="External Identities › All identity providers › Email one-time passcode"
            changed=differs(app, |now, default| now.email_one_time_passcode != default.email_one_time_passcode)
            reset=reset(app, "Email one-time passcode reset to default", |now, default| {
                now.email_one_time_passcode = default.email_one_time_passcode;
            })
            filtered=true
        >
            <Choice
                id=Field::resource(ResourceField::EmailOneTimePasscode).to_string()
                label="Email one-time passcode for guests"
                help="Default: not set. It was opt-in before the rules of March 2024."
                value=read_resource(app, |resource| <&str>::from(resource.email_one_time_passcode).to_owned())
                options=options
                choose=choose(app, "Email one-time passcode changed", into_resource(|resource, setting| resource.email_one_time_passcode = setting))
            />
            <p class="setup__note">{means}</p>
        </Group>
    }
}

/// Google federation.
#[component]
fn Google() -> impl IntoView {
    let app = App::expect();
    view! {
        <Group
            title="Google federation"
            place="External Identities › All identity providers › Google"
            changed=differs(app, |now, default| now.google_federation != default.google_federation)
            reset=reset(app, "Google federation reset to default", |now, default| now.google_federation = default.google_federation)
            filtered=true
        >
            <Toggle
                id=Field::resource(ResourceField::GoogleFederation).to_string()
                label="Google is configured"
                help="Default: off. It serves gmail.com and googlemail.com only."
                value=read_resource(app, |resource| resource.google_federation)
                switch=switch(app, "Google federation", into_resource(|resource, on| resource.google_federation = on))
            />
        </Group>
    }
}

/// Name and domains.
#[component]
fn Organization() -> impl IntoView {
    let app = App::expect();
    view! {
        <Group
            title="Organization"
            place="Entra ID › Overview › Properties, and Entra ID › Domain names"
            changed=differs(app, |now, default| {
                now.display_name != default.display_name
                    || now.initial_domain != default.initial_domain
                    || now.verified_domains != default.verified_domains
            })
            reset=reset(app, "Organization reset to default", |now, default| {
                now.display_name = default.display_name;
                now.initial_domain = default.initial_domain;
                now.verified_domains = default.verified_domains;
            })
            filtered=true
        >
            <Only changed=differs(app, |now, default| now.display_name != default.display_name)>
                <TextField
                    id=Field::resource(ResourceField::DisplayName).to_string()
                    label="Name"
                    help="Guests see it on the pages. Default: Woodgrove."
                    value=read_resource(app, |resource| resource.display_name.clone())
                    commit=commit(app, "Organization renamed", read_name, into_resource(|resource, name| resource.display_name = name))
                />
            </Only>
            <Only changed=differs(app, |now, default| now.initial_domain != default.initial_domain)>
                <TextField
                    id=Field::resource(ResourceField::InitialDomain).to_string()
                    label="Initial domain"
                    help="It ends every guest's user principal name. Default: woodgrove.onmicrosoft.com."
                    value=read_resource(app, |resource| resource.initial_domain.to_string())
                    commit=commit(app, "Initial domain changed", read_one, into_resource(|resource, domain| resource.initial_domain = domain))
                />
            </Only>
            <Only changed=differs(app, |now, default| now.verified_domains != default.verified_domains)>
                <TextField
                    id=Field::resource(ResourceField::VerifiedDomains).to_string()
                    label="Custom domain names, verified"
                    help="With commas between them. Default: none."
                    placeholder="woodgrove.example"
                    value=read_resource(app, |resource| joined(&resource.verified_domains))
                    commit=commit(app, "Verified domains changed", read_list, into_resource(|resource, domains| resource.verified_domains = domains))
                />
            </Only>
        </Group>
    }
}

const ADD_TERMS: &str = "resource.termsOfUse.add";

/// Terms of use, by name.
#[component]
fn Terms() -> impl IntoView {
    let app = App::expect();
    let id = Field::resource(ResourceField::TermsOfUse).to_string();
    let count = Memo::new(move |_| app.resource(|resource| resource.terms_of_use.len()));
    let add = move |_| {
        let at = count.get_untracked();
        edit(app, "Terms of use added", move |workspace| {
            let resource = &mut workspace.design.resource_tenant;
            let name = next_free(&format!("{} terms of use", resource.display_name), |name| {
                resource.terms_of_use.iter().any(|terms| terms.display_name == name)
            });
            resource.terms_of_use.push(TermsOfUse { display_name: name });
        });
        focus_when_drawn(terms_id(at));
    };
    view! {
        <Group
            title="Terms of use"
            place="Entra ID › Conditional Access › Terms of use"
            changed=differs(app, |now, default| now.terms_of_use != default.terms_of_use)
            reset=reset(app, "All terms of use removed", |now, default| now.terms_of_use = default.terms_of_use)
            filtered=true
        >
            <fieldset class="field" id=id.clone() tabindex="-1" aria-describedby=format!("{id}-help {id}-problems")>
                <legend class="visually-hidden">"Terms of use"</legend>
                <p class="field__help" id=format!("{id}-help")>"Guests accept them one after the other. Default: none."</p>
                <ul class="rows">
                    <For each=move || 0..count.get() key=|at| *at let:at>
                        <TermsRow at=at />
                    </For>
                </ul>
                <FieldProblems id=id.clone() />
            </fieldset>
            <p>
                <button class="button" type="button" id=ADD_TERMS on:click=add>"Add terms of use"</button>
            </p>
        </Group>
    }
}

/// The name of one document of terms.
#[component]
fn TermsRow(
    /// Its position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let name = read(app, move |workspace| {
        let terms = workspace.design.resource_tenant.terms_of_use.get(at);
        terms.map(|terms| terms.display_name.clone()).unwrap_or_default()
    });
    let rename = move |workspace: &mut redemption_engine::workspace::Workspace, name: String| {
        if let Some(terms) = workspace.design.resource_tenant.terms_of_use.get_mut(at) {
            terms.display_name = name;
        }
    };
    let remove = move |_| {
        let label = format!("{} removed", name.get_untracked());
        edit(app, &label, move |workspace| {
            let all = &mut workspace.design.resource_tenant.terms_of_use;
            if at < all.len() {
                all.remove(at);
            }
        });
        let left = app.session.with_untracked(|session| session.workspace().design.resource_tenant.terms_of_use.len());
        focus_after_removal(at, left, |at| format!("{}.remove", terms_id(at)), ADD_TERMS.to_owned());
    };
    view! {
        <li class="row">
            <TextField
                id=terms_id(at)
                label=format!("Name of terms of use {}", at + 1)
                value=name
                commit=commit(app, "Terms of use renamed", read_name, rename)
            />
            <button class="button button--quiet row__remove" type="button" id=format!("{}.remove", terms_id(at)) on:click=remove>
                "Remove"
                <span class="visually-hidden">{move || format!(": {}", name.get())}</span>
            </button>
        </li>
    }
}

fn terms_id(at: usize) -> String {
    format!("{}.{at}", Field::resource(ResourceField::TermsOfUse))
}

/// What the page *Review permissions* says about privacy.
#[component]
fn Privacy() -> impl IntoView {
    let app = App::expect();
    view! {
        <Group
            title="Privacy"
            place="Entra ID › Overview › Properties"
            changed=differs(app, |now, default| now.privacy != default.privacy)
            reset=reset(app, "Privacy reset to default", |now, default| now.privacy = default.privacy)
            filtered=true
        >
            <Only changed=differs(app, |now, default| now.privacy.statement_url != default.privacy.statement_url)>
                <TextField
                    id=Field::resource(ResourceField::PrivacyStatementUrl).to_string()
                    label="Privacy statement URL"
                    help="Linked from Review permissions. Default: none."
                    placeholder="https://woodgrove.example/privacy"
                    input_mode="url"
                    value=read_resource(app, |resource| or_empty(resource.privacy.statement_url.as_ref()))
                    commit=commit(app, "Privacy statement URL changed", read_optional_text, into_resource(|resource, url| resource.privacy.statement_url = url))
                />
            </Only>
            <Only changed=differs(app, |now, default| now.privacy.contact != default.privacy.contact)>
                <TextField
                    id=Field::resource(ResourceField::PrivacyContact).to_string()
                    label="Global privacy contact"
                    help="Default: none."
                    placeholder="privacy@woodgrove.example"
                    input_mode="email"
                    value=read_resource(app, |resource| or_empty(resource.privacy.contact.as_ref()))
                    commit=commit(app, "Privacy contact changed", read_optional_text, into_resource(|resource, contact| resource.privacy.contact = contact))
                />
            </Only>
        </Group>
    }
}

/// Where the mail link lands.
#[component]
fn Redirect() -> impl IntoView {
    let app = App::expect();
    view! {
        <Group
            title="Redirect URL"
            place="Users › New user › Invite external user › Invite redirect URL; set here for all invitations"
            changed=differs(app, |now, default| now.invite_redirect_url != default.invite_redirect_url)
            reset=reset(app, "Redirect URL reset to default", |now, default| now.invite_redirect_url = default.invite_redirect_url)
            filtered=true
        >
            <TextField
                id=Field::resource(ResourceField::InviteRedirectUrl).to_string()
                label="Invite redirect URL"
                help="Where the mail link lands. Default: none, that is My Apps."
                placeholder="https://myapps.microsoft.com"
                input_mode="url"
                value=read_resource(app, |resource| or_empty(resource.invite_redirect_url.as_ref()))
                commit=commit(app, "Redirect URL changed", read_optional_text, into_resource(|resource, url| resource.invite_redirect_url = url))
            />
        </Group>
    }
}
