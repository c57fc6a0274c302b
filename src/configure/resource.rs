//! The resource tenant's settings, grouped and worded as the admin center has them.
//!
//! What it has set for one partner is on that partner's card among the home tenants.

use leptos::prelude::*;
use redemption_engine::design::{EmailOneTimePasscode, ResourceTenant};
use redemption_engine::graph::request;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

use super::access;
use super::collaboration::collaboration;
use super::federations::{self, FEDERATIONS};
use super::form::rows;
use super::group::{Ground, Group, draw_groups, group};
use super::interpretations::readings;
use super::order::ORDER;
use super::policies::POLICIES;
use super::setting::{Kind, Options, Setting, choose, flag, line, list, name, one, setting};
use super::subject::resource;
use super::terms::TERMS;
use crate::state::App;

const PASSCODE: &[Setting<ResourceTenant>] = &[setting(
    "emailOneTimePasscode",
    "Email one-time passcode for guests",
    "Default: not set. It was opt-in before the rules of March 2024.",
    Kind::One {
        is: |resource| resource.email_one_time_passcode.into(),
        set: |resource, name| choose(&mut resource.email_one_time_passcode, name),
        options: passcode_options,
    },
)];

const GOOGLE: &[Setting<ResourceTenant>] = &[
    setting(
        "googleFederation",
        "Google is configured",
        "Default: off. It serves gmail.com and googlemail.com only.",
        flag!(google_federation),
    ),
    setting(
        "googleClientInvalid",
        "Google refuses the client ID or the client secret",
        "Default: no.",
        flag!(google_client_invalid),
    ),
];

const FEDERATED: &[Setting<ResourceTenant>] = &[setting("federations", "SAML/WS-Fed", "", list!(federations, FEDERATIONS))];

const ORGANIZATION: &[Setting<ResourceTenant>] = &[
    setting("displayName", "Name", "Guests see it on the pages. Default: Woodgrove.", name!(display_name)),
    setting(
        "initialDomain",
        "Initial domain",
        "It ends every guest's user principal name. Default: woodgrove.onmicrosoft.com.",
        line!(initial_domain),
    ),
    setting(
        "verifiedDomains",
        "Custom domain names, verified",
        "With commas between them. Default: none.",
        line!(verified_domains, "text", "woodgrove.example"),
    ),
];

const TERMS_OF_USE: &[Setting<ResourceTenant>] = &[setting("termsOfUse", "Terms of use", "", list!(terms_of_use, TERMS))];

const CONDITIONAL_ACCESS: &[Setting<ResourceTenant>] =
    &[setting("conditionalAccess", "Conditional Access", "", list!(conditional_access, POLICIES))];

const APPLICATION: &[Setting<ResourceTenant>] = &[
    setting("application.displayName", "Name", "Guests see it. Default: Partner portal.", name!(application.display_name)),
    setting(
        "application.appId",
        "Application (client) ID",
        "A GUID, by which access settings name it.",
        name!(application.app_id),
    ),
    setting(
        "application.permissions",
        "Permissions",
        "Default: it asks for none. Another thing than Review permissions.",
        one!(application.permissions, wording::application_permissions),
    ),
    setting(
        "application.assignmentRequired",
        "Assignment required?",
        "Default: no. Otherwise only assigned guests get in.",
        flag!(application.assignment_required),
    ),
];

const PRIVACY: &[Setting<ResourceTenant>] = &[
    setting(
        "privacy.contact",
        "Global privacy contact",
        "Default: none.",
        line!(privacy.contact, "email", "privacy@woodgrove.example"),
    ),
    setting(
        "privacy.statementUrl",
        "Privacy statement URL",
        "Linked from Review permissions and from the invitation mail. Default: none.",
        line!(privacy.statement_url, "url", "https://woodgrove.example/privacy"),
    ),
    setting(
        "notificationLanguage",
        "Notification language",
        "Such as de. The mail is in it where neither invitation, guest nor home tenant has one. Default: none, that is English.",
        line!(notification_language),
    ),
];

const REDIRECT: &[Setting<ResourceTenant>] = &[setting(
    "inviteRedirectUrl",
    "Invite redirect URL",
    "Where the mail link lands. Default: none, that is My Apps.",
    line!(invite_redirect_url, "url", "https://myapps.microsoft.com"),
)];

/// All settings of the resource tenant.
#[component]
pub fn Resource() -> impl IntoView {
    let app = App::expect();
    let unchanged = Memo::new(move |_| {
        app.with(|workspace| {
            workspace.design.resource_tenant == ResourceTenant::default() && workspace.design.interpretations.is_default()
        })
    });
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
        {draw_groups(groups(), Ground::Filtered)}
    }
}

/// All settings of the resource tenant, in the order of the form.
pub(super) fn groups() -> Vec<Group> {
    let mut groups = vec![
        group(
            "Redemption order",
            "External Identities › Cross-tenant access settings › Default settings › Inbound › B2B collaboration › Redemption order",
            rows(resource(), ORDER),
        ).sent_as(request::Group::RedemptionOrder),
        group(
            "Email one-time passcode",
            "External Identities › All identity providers › Email one-time passcode",
            rows(resource(), PASSCODE),
        ).sent_as(request::Group::EmailOneTimePasscode),
        group("Google federation", "External Identities › All identity providers › Google", rows(resource(), GOOGLE)).sent_as(request::Group::Google),
        group(
            "SAML/WS-Fed identity providers",
            "External Identities › All identity providers › Custom › SAML/WS-Fed",
            rows(resource(), FEDERATED),
        )
        .about("Guests of the federated domains sign in at their own provider. Default: none.")
        .with_cards(&federations::fields(0)).sent_as(request::Group::Federations),
        group("Organization", "Entra ID › Overview › Properties, and Entra ID › Domain names", rows(resource(), ORGANIZATION)).sent_as(request::Group::Organization),
        collaboration(),
    ];
    groups.extend(access::groups());
    groups.extend([
        group("Terms of use", "Entra ID › Conditional Access › Terms of use", rows(resource(), TERMS_OF_USE))
            .sent_as(request::Group::TermsOfUse)
            .about("Guests accept them one after the other. Without a policy that names them, every guest must. Default: none."),
        group("Conditional Access", "Entra ID › Conditional Access › Policies", rows(resource(), CONDITIONAL_ACCESS))
            .sent_as(request::Group::ConditionalAccess)
            .about("Policies of this tenant, as far as they touch guests. Default: none.")
            .rare(),
        group(
            "Application",
            "Entra ID › Enterprise apps › the application › Properties, and › Permissions",
            rows(resource(), APPLICATION),
        )
        .sent_as(request::Group::Application)
        .about("The application that a direct link or a redirect address leads to.")
        .rare(),
        group("Privacy and notifications", "Entra ID › Overview › Properties", rows(resource(), PRIVACY))
            .sent_as(request::Group::Privacy)
            .rare(),
        group(
            "Redirect URL",
            "Users › New user › Invite external user › Invite redirect URL; set here for all invitations",
            rows(resource(), REDIRECT),
        )
        .sent_as(request::Group::RedirectUrl)
        .rare(),
        readings(),
    ]);
    groups
}

/// The passcode settings, with what *not set* means in the edition.
fn passcode_options(workspace: &Workspace) -> Options {
    let edition = workspace.design.edition;
    let label = |setting: EmailOneTimePasscode| match setting {
        EmailOneTimePasscode::Default => {
            let default = if edition.passcode_is_on_by_default() { "on" } else { "off" };
            format!("Not set: {default} by the rules of {}", wording::edition(edition))
        }
        EmailOneTimePasscode::Enabled | EmailOneTimePasscode::Disabled => wording::email_one_time_passcode(setting).to_owned(),
    };
    EmailOneTimePasscode::iter().map(|setting| (<&str>::from(setting).to_owned(), label(setting))).collect()
}
