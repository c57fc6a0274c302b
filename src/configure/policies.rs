//! Conditional Access policies of the resource tenant: a card for each.
//!
//! Of the session controls only the sign-in frequency is asked for: the flow does not depend on the others.

use redemption_engine::design::application::APPS_ACCESS_PANEL_ID;
use redemption_engine::design::{ConditionalAccessPolicy, GrantControl};
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use super::cards::{List, remove};
use super::form::{Rows, draw, rows};
use super::lists::next_free;
use super::setting::{Options, Setting, line, many, name, one, setting, texts};
use super::subject::policy;
use crate::words;

const POLICY: &[Setting<ConditionalAccessPolicy>] = &[
    setting("displayName", words::common::name(), words::common::administrators_see_it(), name!(display_name)),
    setting("state", words::policies::enable_policy(), words::policies::enable_policy_help(), one!(state, wording::policy_state)),
    setting(
        "externalUsers",
        words::policies::users_guest_or_external_users(),
        words::policies::users_guest_or_external_users_help(),
        many!(external_users, wording::external_user_type),
    ),
    setting(
        "applications",
        words::policies::target_resources(),
        words::policies::target_resources_help(),
        texts!(applications, resources, true),
    ),
    setting(
        "includeLocations",
        words::policies::network_include(),
        words::policies::network_include_help(),
        line!(include_locations),
    ),
    setting(
        "excludeLocations",
        words::policies::network_exclude(),
        words::policies::network_exclude_help(),
        line!(exclude_locations),
    ),
    setting(
        "signInRiskLevels",
        words::common::sign_in_risk(),
        words::policies::sign_in_risk_help(),
        many!(sign_in_risk_levels, wording::risk_level),
    ),
    setting(
        "userRiskLevels",
        words::common::user_risk(),
        words::policies::user_risk_help(),
        many!(user_risk_levels, wording::risk_level),
    ),
    setting(
        "grantControls",
        words::policies::grant(),
        words::policies::grant_help(),
        many!(grant_controls, wording::grant_control),
    ),
    setting(
        "termsOfUse",
        words::policies::grant_terms_of_use(),
        words::policies::grant_terms_of_use_help(),
        texts!(terms_of_use, terms, false),
    ),
    setting(
        "operator",
        words::policies::for_multiple_controls(),
        words::policies::for_multiple_controls_help(),
        one!(operator, wording::grant_operator),
    ),
    setting(
        "signInFrequency",
        words::policies::session_sign_in_frequency(),
        words::policies::session_sign_in_frequency_help(),
        line!(sign_in_frequency, "text", words::policies::example_12_hours()),
    ),
];

/// The applications that a policy can name.
fn resources(workspace: &Workspace) -> Options {
    let application = &workspace.design.resource_tenant.application;
    let all = [
        (application.app_id.as_str(), application.display_name.as_str()),
        (APPS_ACCESS_PANEL_ID, words::common::apps_access_panel_my_apps()),
        ("Office365", words::common::office_365()),
    ];
    all.map(|(id, name)| (id.to_owned(), name.to_owned())).into()
}

/// The terms of use of the tenant, which policies name by their names.
fn terms(workspace: &Workspace) -> Options {
    let terms = workspace.design.resource_tenant.terms_of_use.iter();
    terms.map(|terms| (terms.display_name.clone(), terms.display_name.clone())).collect()
}

/// The settings of one policy.
pub(super) fn fields(at: usize) -> Rows {
    rows(policy(at), POLICY)
}

/// All policies.
pub(super) const POLICIES: &List = &List {
    what: words::common::policy(),
    add: words::policies::add_policy(),
    path: |_| "resource.conditionalAccess".to_owned(),
    first: "displayName",
    titles: |workspace, _| {
        let policies = workspace.design.resource_tenant.conditional_access.iter();
        policies.map(|policy| (policy.display_name.clone(), wording::policy_state(policy.state).to_owned())).collect()
    },
    push: |workspace, _| {
        let policies = &mut workspace.design.resource_tenant.conditional_access;
        let name = next_free(words::policies::require_multifactor_authentication_for_guests(), |name| {
            policies.iter().any(|policy| policy.display_name == name)
        });
        policies.push(ConditionalAccessPolicy::demanding(name, vec![GrantControl::Mfa]));
        Some(())
    },
    cut: |workspace, _, at| {
        remove(&mut workspace.design.resource_tenant.conditional_access, at);
    },
    stuck: |_, _| None,
    card: |_, at| draw(&fields(at), false),
    level: 4,
};
