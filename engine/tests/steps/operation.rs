//! What is done between two attempts: the life of the guest object, and changes of settings and accounts.

use redemption_engine::act::{Act, Change};
use redemption_engine::design::{
    AccessSettings, ApplicationPermissions, Design, Edition, HomeUser, InboundTrust, Management, Partner, RestrictionKind,
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
                kept.browser = None;
            }
            here
        }
        // Who has not accepted has not joined.
        Act::LeaveOrganization => {
            let allowed = design.resource_tenant.external_users_may_leave != Some(false);
            let may = allowed && !guest.invitation.account_disabled && kept.accepted.is_some();
            if here && may {
                kept.object = Object::Deleted(kept.minutes);
                kept.browser = None;
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
        // The mail address is changed first, and the guest types the new one; the old one is the second now. The object stays the
        // same, its name too.
        Act::ResetRedemptionToSecondAddress => {
            let Some(second) = guest.second_address.clone() else { return false };
            if !here || kept.accepted.is_none() {
                return false;
            }
            guest.second_address = Some(std::mem::replace(&mut guest.invited_email, second));
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
    kept.browser = None;
    invitation::send_mail(design, guest, kept, guest.invitation.send_invitation_message, false);
    true
}

/// A change that finds nothing to change is done all the same; what an edition's texts do not know cannot be set in it.
fn change(design: &mut Design, guest: &mut Guest, kept: &mut Kept, change: Change) -> bool {
    let home = home_of(design, guest.invited_email.as_str());
    // Cross-tenant access settings with all they hold, automatic redemption and the redemption order are not in the older texts.
    let later = matches!(
        change,
        Change::InboundAccess(_)
            | Change::OutboundAccess(_)
            | Change::InboundMfaTrust(_)
            | Change::InboundCompliantDeviceTrust(_)
            | Change::InboundHybridJoinedDeviceTrust(_)
            | Change::HomeCloudAllowed(_)
            | Change::ResourceCloudAllowed(_)
            | Change::PartnerAdded(_)
            | Change::ResourceTenantAdded(_)
            | Change::InboundAutomaticRedemption(_)
            | Change::OutboundAutomaticRedemption(_)
            | Change::RedemptionOrder(_)
    );
    if later && matches!(design.edition, Edition::Y2019 | Edition::Y2021) {
        return false;
    }
    let resource = &mut design.resource_tenant;
    // Ticking a cloud and adding an organization mean something for another cloud only.
    let abroad = home.filter(|at| design.home_tenants[*at].cloud != resource.cloud);
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
        Change::InboundCompliantDeviceTrust(is_compliant_device_accepted) => match home {
            Some(at) => {
                let partner = &mut design.home_tenants[at].partner;
                let before = partner.inbound_trust.unwrap_or(resource.inbound_trust);
                partner.inbound_trust = Some(InboundTrust { is_compliant_device_accepted, ..before });
            }
            None => return false,
        },
        Change::InboundHybridJoinedDeviceTrust(is_hybrid_azure_ad_joined_device_accepted) => match home {
            Some(at) => {
                let partner = &mut design.home_tenants[at].partner;
                let before = partner.inbound_trust.unwrap_or(resource.inbound_trust);
                partner.inbound_trust = Some(InboundTrust { is_hybrid_azure_ad_joined_device_accepted, ..before });
            }
            None => return false,
        },
        Change::InboundAutomaticRedemption(allowed) => match home {
            Some(at) => design.home_tenants[at].partner.inbound_automatic_redemption = Some(allowed),
            None => return false,
        },
        Change::OutboundAutomaticRedemption(allowed) => match home {
            Some(at) => design.home_tenants[at].outbound_automatic_redemption = allowed,
            None => return false,
        },
        Change::HomeCloudAllowed(ticked) => match abroad {
            Some(at) => {
                let theirs = design.home_tenants[at].cloud;
                resource.allowed_clouds.retain(|cloud| *cloud != theirs);
                if ticked {
                    resource.allowed_clouds.push(theirs);
                }
            }
            None => return false,
        },
        Change::ResourceCloudAllowed(ticked) => match abroad {
            Some(at) => design.home_tenants[at].cross_cloud.allows_resource_cloud = ticked,
            None => return false,
        },
        // Who removes an organization goes back to the default settings for it.
        Change::PartnerAdded(added) => match abroad {
            Some(at) if added => design.home_tenants[at].partner.added = true,
            Some(at) => design.home_tenants[at].partner = Partner::default(),
            None => return false,
        },
        Change::ResourceTenantAdded(added) => match abroad {
            Some(at) => {
                let theirs = &mut design.home_tenants[at];
                theirs.cross_cloud.adds_resource_tenant = added;
                if !added {
                    theirs.outbound_to_resource = None;
                    theirs.outbound_automatic_redemption = false;
                }
            }
            None => return false,
        },
        // Their policies are known by what they come to.
        Change::HomeRequiresMfa(required) => match home {
            Some(at) => design.home_tenants[at].requires_mfa = required,
            None => return false,
        },
        Change::HomeBlocksSignIn(blocked) => match home {
            Some(at) => design.home_tenants[at].blocks_sign_in = blocked,
            None => return false,
        },
        Change::TenantRestrictions(restricted) => guest.person.tenant_restrictions = restricted,
        Change::AllowInvitesFrom(setting) => resource.allow_invites_from = Some(setting),
        // It can be set only once there is privacy information.
        Change::ExternalUsersMayLeave(may) => {
            if resource.privacy.statement_url.is_none() && resource.privacy.contact.is_none() {
                return false;
            }
            resource.external_users_may_leave = Some(may);
        }
        Change::PolicyState { policy, state } => match resource.conditional_access.get_mut(usize::from(policy)) {
            Some(policy) => policy.state = state,
            None => return false,
        },
        Change::AssignmentRequired(required) => resource.application.assignment_required = required,
        // A property of the guest object, which has to be there.
        Change::UserType(kind) => {
            if kept.object != Object::Here {
                return false;
            }
            guest.invitation.invited_user_type = kind;
        }
        Change::GuestEnabled(enabled) => {
            guest.invitation.account_disabled = !enabled;
            // Who is disabled has no session any more.
            kept.browser = kept.browser.filter(|_| enabled);
        }
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
