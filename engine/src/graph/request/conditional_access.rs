//! Conditional Access policies of the resource tenant.
//!
//! A list that is empty in the design stands for *any*; Microsoft Graph writes `All` or leaves the condition out.

use super::body::{Blanks, object, object_of, text, texts, word, words};
use super::{Method, Request, Sheet};
use crate::design::{ConditionalAccessPolicy, ExternalUserType, GrantControl, ResourceTenant, SignInFrequency};
use crate::document::tree::Tree;
use crate::rules::Document;

/// The built-in strength *Phishing-resistant MFA*. Source: *List authenticationStrengthPolicies* (Microsoft Graph).
pub(in crate::graph) const PHISHING_RESISTANT: &str = "00000000-0000-0000-0000-000000000004";

/// The policies.
pub(in crate::graph) const POLICIES: &str = "/identity/conditionalAccess/policies";

/// What a policy without kinds of external users means.
const FOR_ALL: &str = "It is for all users, this tenant's own included.";

/// All policies.
pub(super) fn policies(tenant: &ResourceTenant) -> Sheet {
    if tenant.conditional_access.is_empty() {
        return Sheet::only("There is no policy: there is nothing to send.");
    }
    Sheet::of(tenant.conditional_access.iter().map(|policy| one(tenant, policy)).collect())
}

/// Source: *Create conditionalAccessPolicy*, `conditionalAccessConditionSet` and `conditionalAccessGrantControls` (Microsoft Graph).
fn one(tenant: &ResourceTenant, policy: &ConditionalAccessPolicy) -> Request {
    let mut blanks = Blanks::default();
    let body = body(policy, &mut blanks);
    let request =
        Request::new(&tenant.display_name, Method::Post, POLICIES, body, Document::ConditionalAccessPost).with_blanks(blanks);
    if policy.external_users.is_empty() { request.noting(FOR_ALL) } else { request }
}

/// A policy as it is created.
pub(in crate::graph) fn body(policy: &ConditionalAccessPolicy, blanks: &mut Blanks) -> Tree {
    object_of([
        ("displayName", Some(text(&policy.display_name))),
        ("state", Some(word(policy.state))),
        ("conditions", Some(conditions(policy, blanks))),
        ("grantControls", grant(policy, blanks)),
        ("sessionControls", policy.sign_in_frequency.map(|frequency| object([("signInFrequency", session(frequency))]))),
    ])
}

fn conditions(policy: &ConditionalAccessPolicy, blanks: &mut Blanks) -> Tree {
    let applications = match policy.applications.as_slice() {
        [] => texts(["All"]),
        some => texts(some.iter().map(|name| if name == "Office365" { name.clone() } else { blanks.id_of(name) })),
    };
    object_of([
        ("clientAppTypes", Some(texts(["all"]))),
        ("applications", Some(object([("includeApplications", applications)]))),
        ("users", Some(users(&policy.external_users))),
        ("locations", locations(policy, blanks)),
        ("signInRiskLevels", words(&policy.sign_in_risk_levels)),
        ("userRiskLevels", words(&policy.user_risk_levels)),
    ])
}

/// Source: `conditionalAccessGuestsOrExternalUsers` (Microsoft Graph): one string with the kinds, for users of all tenants.
fn users(kinds: &[ExternalUserType]) -> Tree {
    if kinds.is_empty() {
        return object([("includeUsers", texts(["All"]))]);
    }
    let kinds: Vec<&str> = kinds.iter().copied().map(Into::into).collect();
    let tenants =
        object([("@odata.type", text("#microsoft.graph.conditionalAccessAllExternalTenants")), ("membershipKind", text("all"))]);
    let guests = object([("guestOrExternalUserTypes", text(kinds.join(","))), ("externalTenants", tenants)]);
    object([("includeGuestsOrExternalUsers", guests)])
}

/// Source: `conditionalAccessLocations` (Microsoft Graph): ids of named locations.
fn locations(policy: &ConditionalAccessPolicy, blanks: &mut Blanks) -> Option<Tree> {
    let mut ids = |names: &[String]| texts(names.iter().map(|name| blanks.id_of(name)));
    let (include, exclude) = (policy.include_locations.as_slice(), policy.exclude_locations.as_slice());
    match (include, exclude) {
        ([], []) => None,
        (_, []) => Some(object([("includeLocations", ids(include))])),
        ([], _) => Some(object([("includeLocations", texts(["All"])), ("excludeLocations", ids(exclude))])),
        (_, _) => Some(object([("includeLocations", ids(include)), ("excludeLocations", ids(exclude))])),
    }
}

fn grant(policy: &ConditionalAccessPolicy, blanks: &mut Blanks) -> Option<Tree> {
    if policy.grant_controls.is_empty() && policy.terms_of_use.is_empty() {
        return None;
    }
    let built_in = policy.grant_controls.iter().copied().filter(|control| *control != GrantControl::AuthenticationStrength);
    let strength = policy.grant_controls.contains(&GrantControl::AuthenticationStrength);
    let terms = || texts(policy.terms_of_use.iter().map(|name| blanks.id_of(name)));
    Some(object_of([
        ("operator", Some(word(policy.operator))),
        ("builtInControls", Some(texts(built_in.map(<&str>::from)))),
        ("termsOfUse", (!policy.terms_of_use.is_empty()).then(terms)),
        ("authenticationStrength", strength.then(|| object([("id", text(PHISHING_RESISTANT))]))),
    ]))
}

/// Source: `signInFrequencySessionControl` (Microsoft Graph): what is authenticated again is named for *every time* only.
fn session(frequency: SignInFrequency) -> Tree {
    let every = |value: u16, unit: &str| {
        object([
            ("value", Tree::Whole(value.into())),
            ("type", text(unit)),
            ("frequencyInterval", text("timeBased")),
            ("isEnabled", Tree::Bool(true)),
        ])
    };
    match frequency {
        SignInFrequency::EveryTime => object([
            ("authenticationType", text("primaryAndSecondaryAuthentication")),
            ("frequencyInterval", text("everyTime")),
            ("isEnabled", Tree::Bool(true)),
        ]),
        SignInFrequency::Hours(hours) => every(hours.get(), "hours"),
        SignInFrequency::Days(days) => every(days.get(), "days"),
    }
}
