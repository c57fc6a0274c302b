//! What Microsoft Graph has no place for: the settings of a design that its resources leave out, each with the reason.
//!
//! Every setting of the resource tenant is either here or in `resources.rs`; a test holds that.

use super::partners::is_guid;
use crate::design::{
    Application, ApplicationPermissions, Cloud, CollaborationRestrictions, ConditionalAccessPolicy, Design, Federation,
    HomeTenant, Partner, ProviderResponse, ResourceTenant, RestrictionKind,
};
use crate::field::ResourceField;
use crate::wording;

/// A setting that the resources leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The setting, with the name of what has it.
    pub setting: String,
    /// Why it is left out.
    pub reason: &'static str,
}

/// What is set in a design and left out; a setting that nobody has touched is not named.
pub fn gaps(design: &Design) -> Vec<Gap> {
    let mut found = of_tenant(&design.resource_tenant);
    for home in &design.home_tenants {
        if home.partner != Partner::default() && !is_guid(home.tenant_id.trim()) {
            let reason = "a partner is known by its tenant ID, and this is none";
            found.push(Gap { setting: format!("{}: {}", home.display_name, home.tenant_id), reason });
        }
    }
    found.extend(twice(&design.home_tenants));
    if !design.home_tenants.is_empty() {
        let reason = "a tenant answers for itself alone; what you have set for it as a partner is there";
        found.push(Gap { setting: "Home tenants: their users, domains and own settings".to_owned(), reason });
    }
    found
}

fn of_tenant(tenant: &ResourceTenant) -> Vec<Gap> {
    let ResourceTenant {
        display_name: _,
        initial_domain: _,
        verified_domains: _,
        google_federation: _,
        google_client_invalid,
        federations,
        email_one_time_passcode: _,
        redemption_order: _,
        terms_of_use: _,
        privacy: _,
        invite_redirect_url,
        cloud,
        allowed_clouds: _,
        allow_invites_from: _,
        guest_user_access: _,
        collaboration_restrictions,
        external_users_may_leave: _,
        inbound: _,
        inbound_trust: _,
        conditional_access,
        application,
        self_service_sign_up: _,
        notification_language,
    } = tenant;
    let mut found = Vec::new();
    let mut say = |is_set: bool, field: ResourceField, reason: &'static str| {
        if is_set {
            found.push(Gap { setting: wording::resource_field(field).to_owned(), reason });
        }
    };
    say(*google_client_invalid, ResourceField::GoogleClientInvalid, "a fact about Google's side, not a setting");
    say(
        invite_redirect_url.is_some(),
        ResourceField::InviteRedirectUrl,
        "each invitation names its own address; no setting of the tenant holds it",
    );
    say(*cloud != Cloud::Global, ResourceField::Cloud, "the cloud is where a tenant lives, not a setting");
    say(
        notification_language.is_some(),
        ResourceField::NotificationLanguage,
        "it is set in the portal; no document names a property for it",
    );
    let Application { display_name: _, app_id, permissions, assignment_required: _ } = application;
    say(
        *permissions != ApplicationPermissions::None,
        ResourceField::ApplicationPermissions,
        "consents name an API and its permissions, which the scenario does not have",
    );
    say(
        app_id.trim().is_empty() && *application != Application::default(),
        ResourceField::ApplicationId,
        "an application is known by its ID, and there is none",
    );
    restrictions(collaboration_restrictions, &mut say);
    found.extend(federations.iter().flat_map(of_federation));
    found.extend(conditional_access.iter().filter_map(of_policy));
    found
}

fn restrictions(restrictions: &CollaborationRestrictions, say: &mut impl FnMut(bool, ResourceField, &'static str)) {
    let CollaborationRestrictions { kind, domains } = restrictions;
    match kind {
        RestrictionKind::AnyDomain => {
            say(!domains.is_empty(), ResourceField::RestrictedDomains, "a list that is not in force is not kept");
        }
        RestrictionKind::AllowList | RestrictionKind::DenyList => {
            say(domains.is_empty(), ResourceField::RestrictionKind, "a list without domains cannot be told from no list");
        }
    }
}

fn of_federation(federation: &Federation) -> Vec<Gap> {
    let Federation {
        display_name,
        preferred_authentication_protocol: _,
        issuer_uri: _,
        domains: _,
        is_entra_tenant,
        inactive,
        response,
        passive_sign_in_uri: _,
        dns_record_published,
    } = federation;
    let facts = [
        (*inactive, "not in force", "what is not in force is not there"),
        (*is_entra_tenant, "is itself a Microsoft Entra tenant", "a fact about the partner, not a setting"),
        (*response != ProviderResponse::Valid, "what it sends back", "a fact about the partner, not a setting"),
        (*dns_record_published, "DNS record published", "the partner publishes it, not Microsoft Graph"),
    ];
    let set = facts.into_iter().filter(|(is_set, ..)| *is_set);
    set.map(|(_, what, reason)| Gap { setting: format!("{display_name}: {what}"), reason }).collect()
}

/// An operator between controls that are not there.
fn of_policy(policy: &ConditionalAccessPolicy) -> Option<Gap> {
    let demands_nothing = policy.grant_controls.is_empty() && policy.terms_of_use.is_empty();
    let is_set = demands_nothing && policy.operator != crate::design::GrantOperator::default();
    is_set.then(|| Gap {
        setting: format!("{}: how its controls belong together", policy.display_name),
        reason: "a policy that demands nothing has no controls",
    })
}

/// Home tenants whose id another one has, too.
fn twice(homes: &[HomeTenant]) -> impl Iterator<Item = Gap> {
    homes.iter().enumerate().filter_map(|(at, home)| {
        let id = home.tenant_id.trim().to_lowercase();
        let is_second = is_guid(&id) && homes.iter().take(at).any(|other| other.tenant_id.trim().to_lowercase() == id);
        is_second.then(|| Gap {
            setting: format!("{}: {}", home.display_name, home.tenant_id),
            reason: "another home tenant has the same ID, and a tenant has one partner of an ID",
        })
    })
}
