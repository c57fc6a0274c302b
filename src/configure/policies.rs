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

const POLICY: &[Setting<ConditionalAccessPolicy>] = &[
    setting("displayName", "Name", "Administrators see it.", name!(display_name)),
    setting("state", "Enable policy", "Default: on. Report-only changes nothing.", one!(state, wording::policy_state)),
    setting(
        "externalUsers",
        "Users: guest or external users",
        "None chosen: all users. The guests here are of the first two kinds.",
        many!(external_users, wording::external_user_type),
    ),
    setting("applications", "Target resources", "None chosen: all resources.", texts!(applications, resources, true)),
    setting(
        "includeLocations",
        "Network: include",
        "Countries or named locations, with commas between them. Empty: any.",
        line!(include_locations),
    ),
    setting(
        "excludeLocations",
        "Network: exclude",
        "Countries or named locations, with commas between them. Default: none.",
        line!(exclude_locations),
    ),
    setting(
        "signInRiskLevels",
        "Sign-in risk",
        "None chosen: any. It is evaluated in this tenant.",
        many!(sign_in_risk_levels, wording::risk_level),
    ),
    setting(
        "userRiskLevels",
        "User risk",
        "None chosen: any. It is evaluated in the guest's home tenant.",
        many!(user_risk_levels, wording::risk_level),
    ),
    setting(
        "grantControls",
        "Grant",
        "What the policy demands. Some controls are not supported for guests.",
        many!(grant_controls, wording::grant_control),
    ),
    setting("termsOfUse", "Grant: terms of use", "The terms that the policy demands.", texts!(terms_of_use, terms, false)),
    setting("operator", "For multiple controls", "Default: all of them.", one!(operator, wording::grant_operator)),
    setting(
        "signInFrequency",
        "Session: sign-in frequency",
        "Such as 12 hours, 7 days or every time. Empty: a session lasts 90 days after it was used last.",
        line!(sign_in_frequency, "text", "12 hours"),
    ),
];

/// The applications that a policy can name.
fn resources(workspace: &Workspace) -> Options {
    let application = &workspace.design.resource_tenant.application;
    let all = [
        (application.app_id.as_str(), application.display_name.as_str()),
        (APPS_ACCESS_PANEL_ID, "Apps access panel (My Apps)"),
        ("Office365", "Office 365"),
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
    what: "Policy",
    add: "Add policy",
    path: |_| "resource.conditionalAccess".to_owned(),
    first: "displayName",
    titles: |workspace, _| {
        let policies = workspace.design.resource_tenant.conditional_access.iter();
        policies.map(|policy| (policy.display_name.clone(), wording::policy_state(policy.state).to_owned())).collect()
    },
    push: |workspace, _| {
        let policies = &mut workspace.design.resource_tenant.conditional_access;
        let name = next_free("Require multifactor authentication for guests", |name| {
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
