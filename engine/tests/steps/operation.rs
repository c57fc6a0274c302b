//! What is done between two attempts: the life of the guest object, and changes of settings and accounts.

use redemption_engine::act::{Act, Change};
use redemption_engine::design::{
    AccessSettings, ApplicationPermissions, Design, HomeUser, InboundTrust, Management, RestrictionKind,
};
use redemption_engine::guest::{Guest, MicrosoftAccount};

use super::{Kept, Object, Work, home_of, invitation, owns, verifier};

/// Whether the act is something that is done between two attempts.
pub(super) fn is_one(act: Act) -> bool {
    match act {
        Act::LetTimePass(minutes) => minutes > 0,
        Act::ResendInvitation
        | Act::DeleteGuest
        | Act::DeletePermanently
        | Act::RestoreGuest
        | Act::ResetRedemption
        | Act::ResetRedemptionToSecondAddress
        | Act::InviteSecondAddress
        | Act::LeaveOrganization
        | Act::Change(_) => true,
        _ => false,
    }
}

/// Does it, and says whether it could be done.
pub(super) fn perform(design: &mut Design, guest: &mut Guest, kept: &mut Kept, act: Act) -> bool {
    let here = kept.object == Object::Here;
    let deleted = matches!(kept.object, Object::Deleted(_));
    match act {
        // After thirty days a deleted guest is gone.
        Act::LetTimePass(minutes) => {
            kept.minutes += minutes;
            if matches!(kept.object, Object::Deleted(since) if kept.minutes - since >= 30 * 24 * 60) {
                kept.object = Object::None;
            }
            true
        }
        // Only while pending. A mail is asked for now, whatever the invitation said, and the guest is told to look for it.
        Act::ResendInvitation => {
            let offered = here && kept.accepted.is_none();
            if offered {
                invitation::send_mail(design, guest, kept, true, true);
            }
            offered
        }
        Act::DeleteGuest => {
            if here {
                kept.object = Object::Deleted(kept.minutes);
            }
            here
        }
        // Who has not accepted has not joined.
        Act::LeaveOrganization => {
            let allowed = design.resource_tenant.external_users_may_leave != Some(false);
            let may = allowed && !guest.invitation.account_disabled && kept.accepted.is_some();
            if here && may {
                kept.object = Object::Deleted(kept.minutes);
            }
            here && may
        }
        Act::RestoreGuest => {
            if deleted {
                kept.object = Object::Here;
            }
            deleted
        }
        Act::DeletePermanently => {
            if deleted {
                kept.object = Object::None;
            }
            deleted
        }
        Act::ResetRedemption => reset(design, guest, kept),
        // The mail address is changed first, and the guest types the new one. The object stays the same, its name too.
        Act::ResetRedemptionToSecondAddress => {
            let Some(second) = guest.second_address.clone() else { return false };
            if !here || kept.accepted.is_none() {
                return false;
            }
            guest.invited_email = second;
            guest.sign_in_name = None;
            kept.conflict = false;
            reset(design, guest, kept)
        }
        // Two addresses of one home account yield one guest object.
        Act::InviteSecondAddress => {
            let Some(second) = &guest.second_address else { return false };
            let one_account = design
                .home_tenants
                .iter()
                .flat_map(|tenant| &tenant.users)
                .any(|user| owns(user, guest.invited_email.as_str()) && owns(user, second.as_str()));
            if here && one_account {
                kept.second = Some(second.as_str().to_owned());
            }
            here && one_account
        }
        Act::Change(change) => self::change(design, guest, kept, change),
        _ => false,
    }
}

/// Whether the account is one of the home tenant's known users, and not one that came to be on the way.
fn is_user(design: &Design, (upn, tenant): &Work) -> bool {
    let users = tenant.map(|at| design.home_tenants[at].users.as_slice()).unwrap_or_default();
    users.iter().any(|user| user.user_principal_name.as_str() == upn)
}

/// Pending again. *Review permissions* comes back; terms of use have a clock of their own, and the object is the same.
fn reset(design: &Design, guest: &Guest, kept: &mut Kept) -> bool {
    if kept.object != Object::Here || kept.accepted.is_none() {
        return false;
    }
    kept.accepted = None;
    kept.permissions = false;
    invitation::send_mail(design, guest, kept, guest.invitation.send_invitation_message, false);
    true
}

/// A change that finds nothing to change is done all the same.
fn change(design: &mut Design, guest: &mut Guest, kept: &mut Kept, change: Change) -> bool {
    let home = home_of(design, guest.invited_email.as_str());
    let resource = &mut design.resource_tenant;
    match change {
        Change::EmailOneTimePasscode(value) => resource.email_one_time_passcode = value,
        Change::GoogleFederation(configured) => resource.google_federation = configured,
        Change::FederationAdded(at) => match resource.federations.get_mut(usize::from(at)) {
            Some(federation) => federation.inactive = false,
            None => return false,
        },
        Change::FederationRemoved(at) => match resource.federations.get_mut(usize::from(at)) {
            Some(federation) => federation.inactive = true,
            None => return false,
        },
        Change::RedemptionOrder(order) => resource.redemption_order = order,
        // There is one list. An allow list takes the domain up where it is no longer denied.
        Change::InvitedDomainDenied(denied) => {
            let restrictions = &mut resource.collaboration_restrictions;
            let domain = redemption_engine::address::Domain::parse(guest.invited_email.domain()).unwrap();
            if denied && restrictions.kind == RestrictionKind::AnyDomain {
                restrictions.domains.clear();
                restrictions.kind = RestrictionKind::DenyList;
            }
            restrictions.domains.retain(|entry| *entry != domain);
            if denied == (restrictions.kind == RestrictionKind::DenyList) {
                restrictions.domains.push(domain);
            }
        }
        Change::InboundAccess(access) => match home {
            Some(at) => design.home_tenants[at].partner.inbound = Some(AccessSettings::all(access)),
            None => return false,
        },
        Change::OutboundAccess(access) => match home {
            Some(at) => design.home_tenants[at].outbound_to_resource = Some(AccessSettings::all(access)),
            None => return false,
        },
        Change::InboundMfaTrust(is_mfa_accepted) => match home {
            Some(at) => {
                let partner = &mut design.home_tenants[at].partner;
                let before = partner.inbound_trust.unwrap_or(resource.inbound_trust);
                partner.inbound_trust = Some(InboundTrust { is_mfa_accepted, ..before });
            }
            None => return false,
        },
        Change::GuestEnabled(enabled) => guest.invitation.account_disabled = !enabled,
        // Only a later invitation sees it: the guest object that is there keeps its `proxyAddresses` or goes without.
        Change::ContactConflict(conflict) => guest.invitation.contact_conflict = conflict,
        Change::TermsRevised(at) => match kept.terms.get_mut(usize::from(at)) {
            Some(accepted) => *accepted = None,
            None => return false,
        },
        Change::AdminConsent => resource.application.permissions = ApplicationPermissions::PreConsented,
        Change::Assigned(assigned) => guest.not_assigned = !assigned,
        Change::HomeAccountEnabled(enabled) => {
            let invited = guest.invited_email.as_str();
            let user = design.home_tenants.iter_mut().flat_map(|tenant| &mut tenant.users).find(|user| owns(user, invited));
            match user {
                Some(user) => user.disabled = !enabled,
                None => return false,
            }
        }
        // It makes a difference only to who has accepted with the account.
        Change::HomeAccountRecreated => match &mut kept.accepted {
            Some(accepted) if accepted.work.as_ref().is_some_and(|work| is_user(design, work)) => accepted.recreated = true,
            _ => return false,
        },
        // In the tenant that has verified the domain, and the person can sign in with it. There is nothing to create where the
        // address belongs to a user already.
        Change::HomeAccountCreated => {
            let invited = guest.invited_email.clone();
            let Some(at) = verifier(design, invited.domain()) else { return false };
            let made = kept.work_account.as_ref().is_some_and(|(upn, _)| upn == invited.as_str());
            if made || design.home_tenants.iter().flat_map(|home| &home.users).any(|user| owns(user, invited.as_str())) {
                return false;
            }
            design.home_tenants[at].users.push(HomeUser::named(invited.clone()));
            guest.person.work_account = Some(invited);
        }
        Change::JustInTimeCreationAllowed => match home {
            Some(at) => {
                let settings = &mut design.home_tenants[at].just_in_time_creation;
                settings.allow_email_verified_users_to_join_organization = true;
                settings.allowed_to_sign_up_email_based_subscriptions = true;
            }
            None => return false,
        },
        Change::UnmanagedTenantTakenOver => match home {
            Some(at) => design.home_tenants[at].management = Management::Managed,
            None => return false,
        },
        Change::MicrosoftAccountCreated => {
            guest.person.microsoft_account =
                Some(MicrosoftAccount { sign_in_name: guest.invited_email.clone(), aliases: Vec::new() });
        }
        Change::InvitationsUnblocked => guest.person.unsubscribed = false,
    }
    true
}
