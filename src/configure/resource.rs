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
use crate::words;

const PASSCODE: &[Setting<ResourceTenant>] = &[setting(
    "emailOneTimePasscode",
    words::resource::email_one_time_passcode_for(),
    words::resource::email_one_time_passcode_for_help(),
    Kind::One {
        is: |resource| resource.email_one_time_passcode.into(),
        set: |resource, name| choose(&mut resource.email_one_time_passcode, name),
        options: passcode_options,
    },
)];

const GOOGLE: &[Setting<ResourceTenant>] = &[
    setting(
        "googleFederation",
        words::resource::google_is_configured(),
        words::resource::google_is_configured_help(),
        flag!(google_federation),
    ),
    setting(
        "googleClientInvalid",
        words::resource::google_refuses_client_id_or(),
        words::common::default_no(),
        flag!(google_client_invalid),
    ),
];

const FEDERATED: &[Setting<ResourceTenant>] =
    &[setting("federations", words::resource::saml_ws_fed(), "", list!(federations, FEDERATIONS))];

const ORGANIZATION: &[Setting<ResourceTenant>] = &[
    setting("displayName", words::common::name(), words::resource::name_help(), name!(display_name)),
    setting("initialDomain", words::resource::initial_domain(), words::resource::initial_domain_help(), line!(initial_domain)),
    setting(
        "verifiedDomains",
        words::resource::custom_domain_names_verified(),
        words::common::commas_between_them_default_none(),
        line!(verified_domains, "text", "woodgrove.example"),
    ),
];

const TERMS_OF_USE: &[Setting<ResourceTenant>] =
    &[setting("termsOfUse", words::common::terms_of_use(), "", list!(terms_of_use, TERMS))];

const CONDITIONAL_ACCESS: &[Setting<ResourceTenant>] =
    &[setting("conditionalAccess", words::common::conditional_access(), "", list!(conditional_access, POLICIES))];

const APPLICATION: &[Setting<ResourceTenant>] = &[
    setting(
        "application.displayName",
        words::common::name(),
        words::resource::guests_see_default_partner_portal(),
        name!(application.display_name),
    ),
    setting(
        "application.appId",
        words::resource::application_client_id(),
        words::resource::application_client_id_help(),
        name!(application.app_id),
    ),
    setting(
        "application.permissions",
        words::resource::permissions(),
        words::resource::permissions_help(),
        one!(application.permissions, wording::application_permissions),
    ),
    setting(
        "application.assignmentRequired",
        words::resource::assignment_required(),
        words::resource::assignment_required_help(),
        flag!(application.assignment_required),
    ),
];

const PRIVACY: &[Setting<ResourceTenant>] = &[
    setting(
        "privacy.contact",
        words::resource::global_privacy_contact(),
        words::resource::global_privacy_contact_help(),
        line!(privacy.contact, "email", "privacy@woodgrove.example"),
    ),
    setting(
        "privacy.statementUrl",
        words::resource::privacy_statement_url(),
        words::resource::privacy_statement_url_help(),
        line!(privacy.statement_url, "url", "https://woodgrove.example/privacy"),
    ),
    setting(
        "notificationLanguage",
        words::common::notification_language(),
        words::resource::notification_language_help(),
        line!(notification_language),
    ),
];

const REDIRECT: &[Setting<ResourceTenant>] = &[setting(
    "inviteRedirectUrl",
    words::common::invite_redirect_url(),
    words::resource::invite_redirect_url_help(),
    line!(invite_redirect_url, "url", "https://myapps.microsoft.com"),
)];

/// All settings of the resource tenant.
#[component]
pub fn Resource() -> impl IntoView {
    let app = App::expect();
    let unchanged = app.after_paint(move || {
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
                {words::resource::show_only_differs_defaults()}
            </button>
        </p>
        <p class="setup__note" hidden=move || !(app.only_changed.get() && unchanged.get())>
            {words::resource::nothing_differs_every_setting_default()}
        </p>
        {draw_groups(groups(), Ground::Filtered)}
    }
}

/// All settings of the resource tenant, in the order of the form.
pub(super) fn groups() -> Vec<Group> {
    let mut groups = vec![
        group(words::common::redemption_order(), words::resource::redemption_order_place(), rows(resource(), ORDER))
            .sent_as(request::Group::RedemptionOrder),
        group(
            words::resource::email_one_time_passcode(),
            words::resource::email_one_time_passcode_place(),
            rows(resource(), PASSCODE),
        )
        .sent_as(request::Group::EmailOneTimePasscode),
        group(words::resource::google_federation(), words::resource::google_federation_place(), rows(resource(), GOOGLE))
            .sent_as(request::Group::Google),
        group(
            words::resource::saml_ws_fed_identity_providers(),
            words::resource::saml_ws_fed_identity_providers_place(),
            rows(resource(), FEDERATED),
        )
        .about(words::resource::guests_federated_domains_sign_in())
        .with_cards(&federations::fields(0))
        .sent_as(request::Group::Federations),
        group(words::common::organization(), words::resource::organization_place(), rows(resource(), ORGANIZATION))
            .sent_as(request::Group::Organization),
        collaboration(),
    ];
    groups.extend(access::groups());
    groups.extend([
        group(words::common::terms_of_use(), words::resource::terms_of_use_place(), rows(resource(), TERMS_OF_USE))
            .sent_as(request::Group::TermsOfUse)
            .about(words::resource::guests_accept_them_one_after()),
        group(
            words::common::conditional_access(),
            words::resource::conditional_access_place(),
            rows(resource(), CONDITIONAL_ACCESS),
        )
        .sent_as(request::Group::ConditionalAccess)
        .about(words::resource::policies_tenant_as_far_as())
        .rare(),
        group(words::common::application(), words::resource::application_place(), rows(resource(), APPLICATION))
            .sent_as(request::Group::Application)
            .about(words::resource::application_direct_link_or_redirect())
            .rare(),
        group(
            words::resource::privacy_and_notifications(),
            words::resource::privacy_and_notifications_place(),
            rows(resource(), PRIVACY),
        )
        .sent_as(request::Group::Privacy)
        .rare(),
        group(words::resource::redirect_url(), words::resource::redirect_url_place(), rows(resource(), REDIRECT))
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
            words::resource::not_set_rules(default, wording::edition(edition))
        }
        EmailOneTimePasscode::Enabled | EmailOneTimePasscode::Disabled => wording::email_one_time_passcode(setting).to_owned(),
    };
    EmailOneTimePasscode::iter().map(|setting| (<&str>::from(setting).to_owned(), label(setting))).collect()
}
