//! Changes of settings and accounts in the course of a story: whether one can be made, and what it makes of design and guest.
//!
//! Only a replay makes changes; a walk is one journey under one design. Which changes make sense to offer is in `offer.rs`.

use super::{GuestObject, Look, Progress, World, way_in};
use crate::act::{Act, Change};
use crate::address::Domain;
use crate::design::{
    AccessSettings, ApplicationPermissions, Cloud, CollaborationRestrictions, CrossCloud, Design, Edition, HomeTenant, HomeUser,
    InboundTrust, Management, Partner, RestrictionKind,
};
use crate::flow::NewAccount;
use crate::guest::{Guest, MicrosoftAccount};
use crate::rules::Rule;
use crate::trace::What;

/// Why this change cannot be made; `None` where it can.
pub(super) fn refusal(change: Change, world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Option<Rule> {
    if !exists(change, world.edition()) {
        look.saw(What::Edition, || world.edition().name());
        return Some(Rule::SettingIsOfLaterTexts);
    }
    match change {
        Change::ExternalUsersMayLeave(_) if world.design.resource_tenant.privacy.is_empty() => {
            Some(Rule::LeaveSettingNeedsPrivacyInformation)
        }
        Change::UserType(_) if so_far.object != GuestObject::Active => {
            look.saw(What::GuestObject, || way_in::object_word(so_far));
            Some(Rule::NoObject)
        }
        Change::HomeAccountRecreated if so_far.accepted_account.is_none_or(|account| account.user.is_none()) => {
            Some(Rule::NothingToChange)
        }
        Change::HomeAccountCreated if so_far.created == Some(NewAccount::HomeMember) => Some(Rule::NothingToChange),
        _ => made(Act::Change(change), world.design, world.guest).is_none().then_some(Rule::NothingToChange),
    }
}

/// Whether the texts of an edition know the setting.
pub(super) fn exists(change: Change, edition: Edition) -> bool {
    match change {
        Change::RedemptionOrder(_) => edition.has_redemption_order(),
        Change::InboundAutomaticRedemption(_) | Change::OutboundAutomaticRedemption(_) => edition.has_automatic_redemption(),
        Change::InboundAccess(_)
        | Change::InboundMfaTrust(_)
        | Change::InboundCompliantDeviceTrust(_)
        | Change::InboundHybridJoinedDeviceTrust(_)
        | Change::HomeCloudAllowed(_)
        | Change::PartnerAdded(_)
        | Change::OutboundAccess(_)
        | Change::ResourceCloudAllowed(_)
        | Change::ResourceTenantAdded(_) => edition.has_cross_tenant_access(),
        Change::EmailOneTimePasscode(_)
        | Change::GoogleFederation(_)
        | Change::FederationAdded(_)
        | Change::FederationRemoved(_)
        | Change::AllowInvitesFrom(_)
        | Change::InvitedDomainDenied(_)
        | Change::ExternalUsersMayLeave(_)
        | Change::GuestEnabled(_)
        | Change::UserType(_)
        | Change::ContactConflict(_)
        | Change::PolicyState { .. }
        | Change::TermsRevised(_)
        | Change::AdminConsent
        | Change::AssignmentRequired(_)
        | Change::Assigned(_)
        | Change::HomeRequiresMfa(_)
        | Change::HomeBlocksSignIn(_)
        | Change::TenantRestrictions(_)
        | Change::HomeAccountEnabled(_)
        | Change::HomeAccountRecreated
        | Change::HomeAccountCreated
        | Change::JustInTimeCreationAllowed
        | Change::UnmanagedTenantTakenOver
        | Change::MicrosoftAccountCreated
        | Change::InvitationsUnblocked => true,
    }
}

/// What a change means for what has been settled.
pub(super) fn note(so_far: &mut Progress) {
    match so_far.opened_by {
        Some(Act::Change(Change::TermsRevised(number))) => so_far.forget_terms(number),
        Some(Act::Change(Change::HomeAccountRecreated)) => so_far.home_account_recreated = true,
        // Disabling an account ends its sessions.
        Some(Act::Change(Change::GuestEnabled(false))) => so_far.session = None,
        _ => {}
    }
}

/// Design and guest after an act; `None` where there is nothing that it could change, or where it is no such act.
pub(super) fn made(act: Act, design: &Design, guest: &Guest) -> Option<(Design, Guest)> {
    let (mut design, mut guest) = (design.clone(), guest.clone());
    match act {
        Act::Change(change) => make(change, &mut design, &mut guest)?,
        Act::ResetRedemptionToSecondAddress => {
            let second = guest.second_address.take()?;
            guest.second_address = Some(std::mem::replace(&mut guest.invited_email, second));
            guest.sign_in_name = None;
        }
        _ => return None,
    }
    Some((design, guest))
}

fn make(change: Change, design: &mut Design, guest: &mut Guest) -> Option<()> {
    let user = home_user(design, guest);
    let verified = design.tenant_with_verified_domain(guest.invited_email.domain());
    let number = way_in::home_tenant(World { design, guest });
    let Design { resource_tenant: resource, home_tenants: homes, .. } = design;
    let home = number.and_then(|number| homes.get_mut(number));
    match change {
        Change::EmailOneTimePasscode(setting) => resource.email_one_time_passcode = setting,
        Change::GoogleFederation(configured) => resource.google_federation = configured,
        Change::FederationAdded(number) => resource.federations.get_mut(usize::from(number))?.inactive = false,
        Change::FederationRemoved(number) => resource.federations.get_mut(usize::from(number))?.inactive = true,
        Change::RedemptionOrder(order) => resource.redemption_order = order,
        Change::AllowInvitesFrom(setting) => resource.allow_invites_from = Some(setting),
        Change::InvitedDomainDenied(denied) => {
            deny(&mut resource.collaboration_restrictions, Domain::parse(guest.invited_email.domain()).ok()?, denied);
        }
        Change::ExternalUsersMayLeave(may) => resource.external_users_may_leave = Some(may),
        Change::InboundAccess(access) => home?.partner.inbound = Some(AccessSettings::all(access)),
        Change::InboundMfaTrust(trusted) => trust(home?, resource.inbound_trust).is_mfa_accepted = trusted,
        Change::InboundCompliantDeviceTrust(trusted) => {
            trust(home?, resource.inbound_trust).is_compliant_device_accepted = trusted;
        }
        Change::InboundHybridJoinedDeviceTrust(trusted) => {
            trust(home?, resource.inbound_trust).is_hybrid_azure_ad_joined_device_accepted = trusted;
        }
        Change::InboundAutomaticRedemption(on) => home?.partner.inbound_automatic_redemption = Some(on),
        Change::HomeCloudAllowed(allowed) => {
            let cloud = in_another_cloud(home, resource.cloud)?.cloud;
            resource.allowed_clouds.retain(|other| *other != cloud);
            resource.allowed_clouds.extend(allowed.then_some(cloud));
        }
        Change::PartnerAdded(true) => in_another_cloud(home, resource.cloud)?.partner.added = true,
        Change::PartnerAdded(false) => in_another_cloud(home, resource.cloud)?.partner = Partner::default(),
        Change::GuestEnabled(enabled) => guest.invitation.account_disabled = !enabled,
        Change::UserType(kind) => guest.invitation.invited_user_type = kind,
        Change::ContactConflict(conflict) => guest.invitation.contact_conflict = conflict,
        Change::PolicyState { policy, state } => resource.conditional_access.get_mut(usize::from(policy))?.state = state,
        // Design and guest know nothing of acceptances.
        Change::TermsRevised(number) => {
            resource.terms_of_use.get(usize::from(number))?;
        }
        Change::AdminConsent => resource.application.permissions = ApplicationPermissions::PreConsented,
        Change::AssignmentRequired(required) => resource.application.assignment_required = required,
        Change::Assigned(assigned) => guest.not_assigned = !assigned,
        Change::OutboundAccess(access) => home?.outbound_to_resource = Some(AccessSettings::all(access)),
        Change::OutboundAutomaticRedemption(on) => home?.outbound_automatic_redemption = on,
        Change::ResourceCloudAllowed(allowed) => {
            in_another_cloud(home, resource.cloud)?.cross_cloud.allows_resource_cloud = allowed;
        }
        Change::ResourceTenantAdded(true) => in_another_cloud(home, resource.cloud)?.cross_cloud.adds_resource_tenant = true,
        Change::ResourceTenantAdded(false) => {
            let home = in_another_cloud(home, resource.cloud)?;
            home.cross_cloud = CrossCloud { adds_resource_tenant: false, ..home.cross_cloud };
            home.outbound_to_resource = None;
            home.outbound_automatic_redemption = false;
        }
        Change::HomeRequiresMfa(required) => home?.requires_mfa = required,
        Change::HomeBlocksSignIn(blocked) => home?.blocks_sign_in = blocked,
        Change::TenantRestrictions(restricted) => guest.person.tenant_restrictions = restricted,
        Change::HomeAccountEnabled(enabled) => {
            let (tenant, user) = user?;
            homes.get_mut(tenant)?.users.get_mut(user)?.disabled = !enabled;
        }
        // The account has the same name and the same properties.
        Change::HomeAccountRecreated => {}
        Change::HomeAccountCreated => {
            let tenant = verified.filter(|_| user.is_none())?;
            homes.get_mut(tenant)?.users.push(HomeUser::named(guest.invited_email.clone()));
            // Who gets an account in their organization has it as their work account.
            guest.person.work_account = Some(guest.invited_email.clone());
        }
        Change::JustInTimeCreationAllowed => {
            let creation = &mut home?.just_in_time_creation;
            creation.allow_email_verified_users_to_join_organization = true;
            creation.allowed_to_sign_up_email_based_subscriptions = true;
        }
        Change::UnmanagedTenantTakenOver => home?.management = Management::Managed,
        Change::MicrosoftAccountCreated => {
            guest.person.microsoft_account =
                Some(MicrosoftAccount { sign_in_name: guest.invited_email.clone(), aliases: Vec::new() });
        }
        Change::InvitationsUnblocked => guest.person.unsubscribed = false,
    }
    Some(())
}

/// The user of a home tenant that owns the invited address, by position.
fn home_user(design: &Design, guest: &Guest) -> Option<(usize, usize)> {
    design.home_tenants.iter().enumerate().find_map(|(tenant, home)| {
        let user = home.users.iter().position(|user| user.owns(&guest.invited_email))?;
        Some((tenant, user))
    })
}

/// A home tenant that is in another cloud than the resource tenant: only there clouds and organizations are asked about.
fn in_another_cloud(home: Option<&mut HomeTenant>, cloud: Cloud) -> Option<&mut HomeTenant> {
    home.filter(|home| home.cloud != cloud)
}

/// The partner's own trust settings, which begin as the default ones.
fn trust(home: &mut HomeTenant, default: InboundTrust) -> &mut InboundTrust {
    home.partner.inbound_trust.get_or_insert(default)
}

/// Puts a domain on the deny list or takes it off; an allow list loses or gains it.
fn deny(restrictions: &mut CollaborationRestrictions, domain: Domain, denied: bool) {
    if restrictions.permit(domain.as_str()) != denied {
        return;
    }
    if restrictions.kind == RestrictionKind::AnyDomain {
        *restrictions = CollaborationRestrictions { kind: RestrictionKind::DenyList, domains: Vec::new() };
    }
    if denied == (restrictions.kind == RestrictionKind::DenyList) {
        restrictions.domains.push(domain);
    } else {
        restrictions.domains.retain(|listed| *listed != domain);
    }
}

/// The guest once a deleted one has been invited again: the new object is enabled, has the user type that the invitation asks for, and
/// of the assignments only the one that the workspace gives.
pub(super) fn of_new_object(invited_first: &Guest, guest: &Guest) -> Guest {
    let mut after = guest.clone();
    after.invitation.account_disabled = false;
    after.invitation.invited_user_type = invited_first.invitation.invited_user_type;
    after.not_assigned |= invited_first.not_assigned;
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{Domain, EmailAddress};
    use crate::design::Federation;

    /// `cross-tenant-access-settings-b2b-collaboration.yml`, 2024-08-21: the list of providers already holds the federations.
    #[test]
    fn a_federation_that_is_added_leaves_the_order_alone() {
        let mut design = Design::default();
        let domain = Domain::parse("tailspin.example").unwrap();
        let inactive =
            Federation { inactive: true, ..Federation::of("Tailspin", "https://idp.tailspin.example/saml", vec![domain]) };
        design.resource_tenant.federations = vec![inactive];
        let guest = Guest::invited("Omar", EmailAddress::parse("omar@tailspin.example").unwrap());
        let after = made(Act::Change(Change::FederationAdded(0)), &design, &guest).unwrap().0.resource_tenant;
        assert_eq!(after.redemption_order, design.resource_tenant.redemption_order);
        assert!(!after.federations.first().unwrap().inactive);
    }
}
