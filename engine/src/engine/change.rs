//! Changes of settings and accounts in the course of a story: whether one can be made, and what it makes of design and guest.
//!
//! Only a replay makes changes; a walk is one journey under one design.

use super::{Progress, World, way_in};
use crate::act::{Act, Change};
use crate::design::{AccessSettings, ApplicationPermissions, Design, HomeUser, Management, RestrictionKind};
use crate::flow::NewAccount;
use crate::guest::{Guest, MicrosoftAccount};

/// Whether there is anything that this change could change.
pub(super) fn fits(change: Change, world: World<'_>, so_far: &Progress) -> bool {
    let design = world.design;
    let has_home = way_in::home_tenant(world).is_some();
    match change {
        Change::FederationAdded(number) | Change::FederationRemoved(number) => {
            usize::from(number) < design.resource_tenant.federations.len()
        }
        Change::TermsRevised(number) => usize::from(number) < design.resource_tenant.terms_of_use.len(),
        Change::InboundAccess(_)
        | Change::InboundMfaTrust(_)
        | Change::OutboundAccess(_)
        | Change::JustInTimeCreationAllowed
        | Change::UnmanagedTenantTakenOver => has_home,
        Change::HomeAccountCreated => {
            let tenant = design.tenant_with_verified_domain(world.guest.invited_email.domain());
            let there = home_user(design, world.guest).is_some() || so_far.created == Some(NewAccount::HomeMember);
            tenant.is_some() && !there
        }
        Change::HomeAccountEnabled(_) => home_user(design, world.guest).is_some(),
        Change::HomeAccountRecreated => so_far.accepted_account.is_some_and(|account| account.user.is_some()),
        Change::EmailOneTimePasscode(_)
        | Change::GoogleFederation(_)
        | Change::RedemptionOrder(_)
        | Change::InvitedDomainDenied(_)
        | Change::GuestEnabled(_)
        | Change::ContactConflict(_)
        | Change::AdminConsent
        | Change::Assigned(_)
        | Change::MicrosoftAccountCreated
        | Change::InvitationsUnblocked => true,
    }
}

/// What a change means for what has been settled.
pub(super) fn note(so_far: &mut Progress) {
    match so_far.opened_by {
        Some(Act::Change(Change::TermsRevised(number))) => so_far.forget_terms(number),
        Some(Act::Change(Change::HomeAccountRecreated)) => so_far.home_account_recreated = true,
        _ => {}
    }
}

fn home_user(design: &Design, guest: &Guest) -> Option<(usize, usize)> {
    design.home_tenants.iter().enumerate().find_map(|(tenant, home)| {
        let user = home.users.iter().position(|user| user.owns(&guest.invited_email))?;
        Some((tenant, user))
    })
}

/// The design after a change; `None` where the change is not one of the design.
pub(super) fn of_design(change: Change, design: &Design, guest: &Guest) -> Option<Design> {
    let mut after = design.clone();
    let resource = &mut after.resource_tenant;
    let home = way_in::home_tenant(World { design, guest });
    match change {
        Change::EmailOneTimePasscode(setting) => resource.email_one_time_passcode = setting,
        Change::GoogleFederation(configured) => resource.google_federation = configured,
        Change::FederationAdded(number) => resource.federations.get_mut(usize::from(number))?.inactive = false,
        Change::FederationRemoved(number) => resource.federations.get_mut(usize::from(number))?.inactive = true,
        Change::RedemptionOrder(order) => resource.redemption_order = order,
        Change::InvitedDomainDenied(denied) => deny(design, guest, denied, &mut after)?,
        Change::InboundAccess(access) => after.home_tenants.get_mut(home?)?.partner.inbound = Some(AccessSettings::all(access)),
        Change::InboundMfaTrust(trusted) => {
            let mut trust = design.trust_in_force(design.home_tenants.get(home?)?);
            trust.is_mfa_accepted = trusted;
            after.home_tenants.get_mut(home?)?.partner.inbound_trust = Some(trust);
        }
        Change::OutboundAccess(access) => {
            after.home_tenants.get_mut(home?)?.outbound_to_resource = Some(AccessSettings::all(access));
        }
        Change::HomeAccountEnabled(enabled) => {
            let (tenant, user) = home_user(design, guest)?;
            after.home_tenants.get_mut(tenant)?.users.get_mut(user)?.disabled = !enabled;
        }
        Change::HomeAccountCreated => {
            let tenant = design.tenant_with_verified_domain(guest.invited_email.domain())?;
            if home_user(design, guest).is_none() {
                after.home_tenants.get_mut(tenant)?.users.push(HomeUser::named(guest.invited_email.clone()));
            }
        }
        Change::JustInTimeCreationAllowed => {
            let creation = &mut after.home_tenants.get_mut(home?)?.just_in_time_creation;
            creation.allow_email_verified_users_to_join_organization = true;
            creation.allowed_to_sign_up_email_based_subscriptions = true;
        }
        Change::UnmanagedTenantTakenOver => after.home_tenants.get_mut(home?)?.management = Management::Managed,
        Change::AdminConsent => resource.application.permissions = ApplicationPermissions::PreConsented,
        Change::GuestEnabled(_)
        | Change::ContactConflict(_)
        | Change::TermsRevised(_)
        | Change::Assigned(_)
        | Change::HomeAccountRecreated
        | Change::MicrosoftAccountCreated
        | Change::InvitationsUnblocked => return None,
    }
    Some(after)
}

/// Puts the invited domain on the deny list or takes it off; an allow list loses or gains it.
fn deny(design: &Design, guest: &Guest, denied: bool, after: &mut Design) -> Option<()> {
    let domain = crate::address::Domain::parse(guest.invited_email.domain()).ok()?;
    let restrictions = &mut after.resource_tenant.collaboration_restrictions;
    let allow_list = design.resource_tenant.collaboration_restrictions.kind == RestrictionKind::AllowList;
    restrictions.domains.retain(|listed| *listed != domain);
    if denied != allow_list {
        restrictions.domains.push(domain);
    }
    if denied && restrictions.kind == RestrictionKind::AnyDomain {
        restrictions.domains.retain(|listed| listed.as_str() == guest.invited_email.domain());
        restrictions.kind = RestrictionKind::DenyList;
    }
    Some(())
}

/// The guest after a change or an operation; `None` where it is not one of the guest.
pub(super) fn of_guest(act: Act, guest: &Guest) -> Option<Guest> {
    let mut after = guest.clone();
    match act {
        Act::Change(Change::GuestEnabled(enabled)) => after.invitation.account_disabled = !enabled,
        Act::Change(Change::ContactConflict(conflict)) => after.invitation.contact_conflict = conflict,
        Act::Change(Change::Assigned(assigned)) => after.not_assigned = !assigned,
        Act::Change(Change::InvitationsUnblocked) => after.person.unsubscribed = false,
        Act::Change(Change::MicrosoftAccountCreated) => {
            after.person.microsoft_account =
                Some(MicrosoftAccount { sign_in_name: guest.invited_email.clone(), aliases: Vec::new() });
        }
        // Who gets an account in their organization has it as their work account.
        Act::Change(Change::HomeAccountCreated) => after.person.work_account = Some(guest.invited_email.clone()),
        Act::ResetRedemptionToSecondAddress => {
            after.invited_email = guest.second_address.clone()?;
            after.sign_in_name = None;
            after.second_address = Some(guest.invited_email.clone());
        }
        _ => return None,
    }
    Some(after)
}

/// The guest once a deleted one has been invited again: the new object is enabled, and of the assignments it has only the one that
/// the workspace gives.
pub(super) fn of_new_object(invited_first: &Guest, guest: &Guest) -> Guest {
    let mut after = guest.clone();
    after.invitation.account_disabled = false;
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
        let after = of_design(Change::FederationAdded(0), &design, &guest).unwrap().resource_tenant;
        assert_eq!(after.redemption_order, design.resource_tenant.redemption_order);
        assert!(!after.federations.first().unwrap().inactive);
    }
}
