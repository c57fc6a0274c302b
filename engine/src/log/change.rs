//! The audit entries of changes between two attempts, in the log of the tenant whose administrator makes them.
//!
//! A change whose activity no document names has no entry: SAML/WS-Fed federations, the leave setting, the Microsoft cloud settings,
//! tenant restrictions, the takeover of an unmanaged tenant, and the account that a guest makes elsewhere. The chapter of a change
//! still has the settings from before it.

use super::audit::{Log, changed, named, new};
use super::{Activity, AuditEntry, ModifiedProperty, Target, Whose};
use crate::act::Change;
use crate::address::Domain;
use crate::design::{AccessSettings, CollaborationRestrictions, Design, InboundTrust, PolicyState, RestrictionKind};
use crate::fictional;
use crate::log::Actor;
use crate::log::home::Home;
use crate::moves::Moved;

pub(super) fn change<'a>(log: &mut Log<'a>, moved: &Moved<'a>, change: Change) {
    let design = moved.chapter.design_in_force(log.design);
    let resource = &design.resource_tenant;
    match change {
        Change::EmailOneTimePasscode(setting) => {
            // In the older editions it is one of the external collaboration settings, and no document names its activity.
            if design.edition.has_cross_tenant_access() {
                let (old, new) = (<&str>::from(resource.email_one_time_passcode), <&str>::from(setting));
                let modified = vec![changed("allowExternalIdToUseEmailOtp", old, new)];
                let target = named("Policy", "Authentication Methods Policy");
                ours(log, moved, Activity::UpdateAuthenticationMethods, target, modified, Sure::Inferred);
            }
        }
        Change::GoogleFederation(true) => {
            ours(log, moved, Activity::CreateIdentityProvider, named("Other", "Google"), Vec::new(), Sure::Inferred);
        }
        Change::GoogleFederation(false) => {
            ours(log, moved, Activity::DeleteIdentityProvider, named("Other", "Google"), Vec::new(), Sure::Inferred);
        }
        Change::RedemptionOrder(order) => {
            if design.edition.has_redemption_order() {
                let name = "invitationRedemptionIdentityProviderConfiguration";
                let modified = vec![changed(name, json(&resource.redemption_order), json(&order))];
                let target = named("Policy", "Default cross-tenant access settings");
                ours(log, moved, Activity::UpdateDefaultAccess, target, modified, Sure::Inferred);
            }
        }
        Change::InvitedDomainDenied(denied) => {
            let after = denying(&resource.collaboration_restrictions, log.guest.invited_email.domain(), denied);
            let modified = vec![changed("PolicyDetails", policy(&resource.collaboration_restrictions), policy(&after))];
            ours(log, moved, Activity::UpdatePolicy, named("Policy", "B2BManagementPolicy"), modified, Sure::Inferred);
        }
        Change::AllowInvitesFrom(setting) => {
            let (old, new) = (<&str>::from(resource.invites_allowed_from()), <&str>::from(setting));
            let modified = vec![changed("allowInvitesFrom", old, new)];
            let target = named("Policy", "Authorization Policy");
            ours(log, moved, Activity::UpdateAuthorizationPolicy, target, modified, Sure::Inferred);
        }
        Change::InboundAccess(access) => {
            let old = |home: &Home<'_>| access_words(design.inbound_in_force(home.tenant));
            partner(log, moved, |home| changed("b2bCollaborationInbound", old(home), <&str>::from(access)));
        }
        Change::InboundMfaTrust(trusted) => {
            trust(log, moved, design, "inboundTrust.isMfaAccepted", trusted, |trust| trust.is_mfa_accepted);
        }
        Change::InboundCompliantDeviceTrust(trusted) => {
            let property = "inboundTrust.isCompliantDeviceAccepted";
            trust(log, moved, design, property, trusted, |trust| trust.is_compliant_device_accepted);
        }
        Change::InboundHybridJoinedDeviceTrust(trusted) => {
            let property = "inboundTrust.isHybridAzureADJoinedDeviceAccepted";
            trust(log, moved, design, property, trusted, |trust| trust.is_hybrid_azure_ad_joined_device_accepted);
        }
        Change::InboundAutomaticRedemption(on) => {
            let old = |home: &Home<'_>| home.tenant.partner.inbound_automatic_redemption.unwrap_or_default();
            partner(log, moved, |home| turned("automaticUserConsentSettings.inboundAllowed", old(home), on));
        }
        Change::PartnerAdded(true) => partner_entry(log, moved, Activity::AddPartner, Vec::new()),
        Change::PartnerAdded(false) => partner_entry(log, moved, Activity::DeletePartner, Vec::new()),
        Change::GuestEnabled(enabled) => {
            let activity = if enabled { Activity::EnableAccount } else { Activity::DisableAccount };
            let by = log.administrator();
            let modified = vec![turned("AccountEnabled", !enabled, enabled)];
            log.write(AuditEntry { modified, ..log.entry(moved, activity, by) });
        }
        Change::UserType(kind) => {
            let (by, old) = (log.administrator(), log.record_before(moved).user_type);
            let modified = vec![changed("UserType", <&str>::from(old), <&str>::from(kind))];
            log.write(AuditEntry { modified, ..log.entry(moved, Activity::UpdateUser, by).inferred() });
        }
        Change::ContactConflict(conflict) => {
            let activity = if conflict { Activity::AddContact } else { Activity::DeleteContact };
            let target = named("Contact", log.guest.invited_email.as_str());
            ours(log, moved, activity, target, Vec::new(), Sure::Documented);
        }
        Change::PolicyState { policy, state } => {
            let policy = resource.conditional_access.get(usize::from(policy));
            let modified = policy.map(|policy| changed("state", <&str>::from(policy.state), <&str>::from(state)));
            let name = policy.map(|policy| policy.display_name.as_str()).unwrap_or_default();
            let modified = modified.into_iter().collect();
            ours(log, moved, Activity::UpdateConditionalAccess, named("Policy", name), modified, Sure::Documented);
        }
        Change::TermsRevised(number) => {
            let terms = resource.terms_of_use.get(usize::from(number));
            let name = terms.map(|terms| terms.display_name.as_str()).unwrap_or_default();
            ours(log, moved, Activity::EditTerms, named("Agreement", name), Vec::new(), Sure::Inferred);
        }
        Change::AdminConsent => {
            let target = log.application(moved);
            ours(
                log,
                moved,
                Activity::ConsentToApplication,
                target,
                vec![new("ConsentContext.IsAdminConsent", "True")],
                Sure::Documented,
            );
        }
        Change::AssignmentRequired(required) => {
            let modified = vec![turned("AppRoleAssignmentRequired", resource.application.assignment_required, required)];
            let target = log.application(moved);
            ours(log, moved, Activity::UpdateServicePrincipal, target, modified, Sure::Inferred);
        }
        Change::Assigned(true) => {
            let target = log.application(moved);
            ours(log, moved, Activity::AssignApplication, target, Vec::new(), Sure::Inferred);
        }
        Change::Assigned(false) => {
            let target = log.application(moved);
            ours(log, moved, Activity::UnassignApplication, target, Vec::new(), Sure::Documented);
        }
        Change::OutboundAccess(access) => {
            let old = |home: &Home<'_>| access_words(home.tenant.outbound_in_force());
            their_partner(log, moved, design, |home| changed("b2bCollaborationOutbound", old(home), <&str>::from(access)));
        }
        Change::OutboundAutomaticRedemption(on) => {
            let old = |home: &Home<'_>| home.tenant.outbound_automatic_redemption;
            their_partner(log, moved, design, |home| turned("automaticUserConsentSettings.outboundAllowed", old(home), on));
        }
        Change::ResourceTenantAdded(true) => their_partner_entry(log, moved, design, Activity::AddPartner, Vec::new()),
        Change::ResourceTenantAdded(false) => their_partner_entry(log, moved, design, Activity::DeletePartner, Vec::new()),
        Change::HomeRequiresMfa(required) => home_policy(log, moved, "Require multifactor authentication", required),
        Change::HomeBlocksSignIn(blocked) => home_policy(log, moved, "Block sign-in", blocked),
        Change::HomeAccountEnabled(enabled) => {
            let activity = if enabled { Activity::EnableAccount } else { Activity::DisableAccount };
            let modified = vec![turned("AccountEnabled", !enabled, enabled)];
            let target = log.home_user(moved);
            theirs(log, moved, activity, target, modified, Sure::Documented);
        }
        Change::HomeAccountRecreated => {
            let target = log.home_user(moved);
            theirs(log, moved, Activity::DeleteUser, target.clone(), Vec::new(), Sure::Documented);
            theirs(log, moved, Activity::AddUser, target, Vec::new(), Sure::Documented);
        }
        Change::HomeAccountCreated => {
            let target = log.home_user(moved);
            theirs(log, moved, Activity::AddUser, target, Vec::new(), Sure::Documented);
        }
        Change::JustInTimeCreationAllowed => {
            let modified = vec![
                new("allowEmailVerifiedUsersToJoinOrganization", "true"),
                new("allowedToSignUpEmailBasedSubscriptions", "true"),
            ];
            let target = named("Policy", "Authorization Policy");
            theirs(log, moved, Activity::UpdateAuthorizationPolicy, target, modified, Sure::Inferred);
        }
        Change::InvitationsUnblocked => {
            let by = log.worker();
            log.write(log.entry(moved, Activity::EmailSubscribed, by).inferred());
        }
        Change::FederationAdded(_)
        | Change::FederationRemoved(_)
        | Change::ExternalUsersMayLeave(_)
        | Change::HomeCloudAllowed(_)
        | Change::ResourceCloudAllowed(_)
        | Change::TenantRestrictions(_)
        | Change::UnmanagedTenantTakenOver
        | Change::MicrosoftAccountCreated => {}
    }
}

/// Whether a document says that a change writes its activity.
enum Sure {
    /// The activity's name is the change's own.
    Documented,
    /// It follows from the activity's name.
    Inferred,
}

/// An entry of our administrator.
fn ours<'a>(
    log: &mut Log<'a>,
    moved: &Moved<'a>,
    activity: Activity,
    target: Target,
    modified: Vec<ModifiedProperty>,
    sure: Sure,
) {
    let by = log.administrator();
    let entry = AuditEntry { target, modified, ..log.entry(moved, activity, by) };
    log.write(match sure {
        Sure::Documented => entry,
        Sure::Inferred => entry.inferred(),
    });
}

/// An entry of the administrator of the guest's home tenant, in that tenant's log.
fn theirs<'a>(
    log: &mut Log<'a>,
    moved: &Moved<'a>,
    activity: Activity,
    target: Target,
    modified: Vec<ModifiedProperty>,
    sure: Sure,
) {
    let Some(home) = log.home(moved) else { return };
    let by = Actor::User(fictional::home_administrator(home.tenant));
    let tenant = Whose::Home(home.number);
    let entry = AuditEntry { tenant, target, modified, ..log.entry(moved, activity, by) };
    log.write(match sure {
        Sure::Documented => entry,
        Sure::Inferred => entry.inferred(),
    });
}

/// A property that is turned on or off.
fn turned(name: &'static str, old: bool, new: bool) -> ModifiedProperty {
    changed(name, old.to_string(), new.to_string())
}

/// A setting for the guest's home tenant as a partner; the first one adds the partner.
fn partner<'a>(log: &mut Log<'a>, moved: &Moved<'a>, modified: impl Fn(&Home<'_>) -> ModifiedProperty) {
    let Some(home) = log.home(moved) else { return };
    let partner = &home.tenant.partner;
    let known = partner.added
        || partner.inbound.is_some()
        || partner.inbound_trust.is_some()
        || partner.inbound_automatic_redemption.is_some();
    let activity = if known { Activity::UpdatePartner } else { Activity::AddPartner };
    partner_entry(log, moved, activity, vec![modified(&home)]);
}

fn partner_entry<'a>(log: &mut Log<'a>, moved: &Moved<'a>, activity: Activity, modified: Vec<ModifiedProperty>) {
    let Some(home) = log.home(moved) else { return };
    let target = tenant(&home.tenant.display_name, &home.tenant.tenant_id);
    ours(log, moved, activity, target, modified, Sure::Documented);
}

/// One of the three things that are trusted of a partner.
fn trust<'a>(
    log: &mut Log<'a>,
    moved: &Moved<'a>,
    design: &Design,
    property: &'static str,
    trusted: bool,
    before: impl Fn(InboundTrust) -> bool,
) {
    partner(log, moved, |home| turned(property, before(design.trust_in_force(home.tenant)), trusted));
}

/// The same on the other side: the resource tenant as the home tenant's partner.
fn their_partner<'a>(log: &mut Log<'a>, moved: &Moved<'a>, design: &Design, modified: impl Fn(&Home<'_>) -> ModifiedProperty) {
    let Some(home) = log.home(moved) else { return };
    let known = home.tenant.outbound_to_resource.is_some()
        || home.tenant.outbound_automatic_redemption
        || home.tenant.cross_cloud.adds_resource_tenant;
    let activity = if known { Activity::UpdatePartner } else { Activity::AddPartner };
    their_partner_entry(log, moved, design, activity, vec![modified(&home)]);
}

fn their_partner_entry<'a>(
    log: &mut Log<'a>,
    moved: &Moved<'a>,
    design: &Design,
    activity: Activity,
    modified: Vec<ModifiedProperty>,
) {
    let target = tenant(&design.resource_tenant.display_name, &fictional::resource_tenant_id(design));
    theirs(log, moved, activity, target, modified, Sure::Documented);
}

/// A Conditional Access policy of the home tenant, of which only its effect is known, is turned on or off.
fn home_policy<'a>(log: &mut Log<'a>, moved: &Moved<'a>, name: &'static str, on: bool) {
    let state = |on: bool| if on { PolicyState::Enabled } else { PolicyState::Disabled };
    let modified = vec![changed("state", <&str>::from(state(!on)), <&str>::from(state(on)))];
    theirs(log, moved, Activity::UpdateConditionalAccess, named("Policy", name), modified, Sure::Inferred);
}

fn tenant(display_name: &str, id: &str) -> Target {
    Target { kind: "Policy", display_name: display_name.to_owned(), id: id.to_owned(), user_principal_name: None }
}

fn access_words(access: &AccessSettings) -> String {
    let rule = &access.users_and_groups;
    let kind = <&str>::from(rule.access_type);
    if rule.targets.is_empty() { kind.to_owned() } else { format!("{kind}: {}", rule.targets.join(", ")) }
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The restrictions after the domain was put on the deny list or taken off, or off or on the allow list.
fn denying(before: &CollaborationRestrictions, domain: &str, denied: bool) -> CollaborationRestrictions {
    let mut domains: Vec<Domain> = match before.kind {
        RestrictionKind::AnyDomain => Vec::new(),
        RestrictionKind::DenyList | RestrictionKind::AllowList => before.domains.clone(),
    };
    domains.retain(|listed| listed.as_str() != domain);
    if denied != (before.kind == RestrictionKind::AllowList) {
        domains.extend(Domain::parse(domain));
    }
    let kind = match before.kind {
        RestrictionKind::AnyDomain if denied => RestrictionKind::DenyList,
        RestrictionKind::AnyDomain | RestrictionKind::DenyList | RestrictionKind::AllowList => before.kind,
    };
    CollaborationRestrictions { kind, domains }
}

/// The policy's text. *Any domain* is an empty deny list.
///
/// Source: exported audit logs (third party).
fn policy(restrictions: &CollaborationRestrictions) -> String {
    let list = match restrictions.kind {
        RestrictionKind::AllowList => "AllowedDomains",
        RestrictionKind::AnyDomain | RestrictionKind::DenyList => "BlockedDomains",
    };
    let domains = match restrictions.kind {
        RestrictionKind::AnyDomain => &[],
        RestrictionKind::AllowList | RestrictionKind::DenyList => restrictions.domains.as_slice(),
    };
    format!(r#"{{"InvitationsAllowedAndBlockedDomainsPolicy":{{"{list}":{}}}}}"#, json(&domains))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_of_any_domain_is_an_empty_deny_list() {
        let any = CollaborationRestrictions::default();
        assert_eq!(policy(&any), r#"{"InvitationsAllowedAndBlockedDomainsPolicy":{"BlockedDomains":[]}}"#);
        let denied = denying(&any, "adatum.example", true);
        assert_eq!(policy(&denied), r#"{"InvitationsAllowedAndBlockedDomainsPolicy":{"BlockedDomains":["adatum.example"]}}"#);
        let lifted = denying(&denied, "adatum.example", false);
        assert_eq!(policy(&lifted), r#"{"InvitationsAllowedAndBlockedDomainsPolicy":{"BlockedDomains":[]}}"#);
    }

    #[test]
    fn a_denied_domain_leaves_the_allow_list() {
        let domain = |name: &str| Domain::parse(name).unwrap();
        let allowed = CollaborationRestrictions {
            kind: RestrictionKind::AllowList,
            domains: vec![domain("adatum.example"), domain("fabrikam.example")],
        };
        let after = denying(&allowed, "adatum.example", true);
        assert_eq!(policy(&after), r#"{"InvitationsAllowedAndBlockedDomainsPolicy":{"AllowedDomains":["fabrikam.example"]}}"#);
        assert_eq!(denying(&after, "adatum.example", false).domains, [domain("fabrikam.example"), domain("adatum.example")]);
    }
}
