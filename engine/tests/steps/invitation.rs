//! The gates at the invitation, one after the other, and the mail that goes out.

use redemption_engine::design::{AllowInvitesFrom, Cloud, Design, RestrictionKind};
use redemption_engine::flow::Outcome;
use redemption_engine::guest::{AddressOwner, Guest, InviterRole};

use super::{
    Kept, Link, Object, after_at, automatic, clouds_collaborate, cross_tenant_access, home_of, inbound, lets_through, names_of,
    outbound, owns, verified_by_us,
};

/// Characters that an invitation does not accept in an address.
const FORBIDDEN: &str = "~!#$%^&*()+=[]{}\\/|;:\"<>?,";

/// An invitation: refused at the first gate that is shut, otherwise the guest object comes to be and a mail goes out.
pub(super) fn invite(design: &Design, guest: &Guest, kept: &mut Kept) -> Outcome {
    let resource = &design.resource_tenant;
    let invited = guest.invited_email.as_str();
    let invitation = &guest.invitation;

    // 1. Who may invite. An application is refused where invitations are off or for administrators only.
    let usual = if resource.cloud == Cloud::UsGovernment { AllowInvitesFrom::None } else { AllowInvitesFrom::Everyone };
    let role = invitation.inviter.role;
    let may = match resource.allow_invites_from.unwrap_or(usual) {
        AllowInvitesFrom::Everyone => true,
        AllowInvitesFrom::AdminsGuestInvitersAndAllMembers => role != InviterRole::Guest,
        AllowInvitesFrom::AdminsAndGuestInviters => matches!(role, InviterRole::Administrator | InviterRole::GuestInviter),
        AllowInvitesFrom::None => false,
    };
    if !may {
        return Outcome::InviterNotAllowed;
    }

    // 2. The address of a person, without the forbidden characters.
    let name = invited.split('@').next().unwrap();
    let odd_end = |end: Option<char>| end == Some('.') || end == Some('-');
    let odd = invited.chars().any(|c| FORBIDDEN.contains(c)) || odd_end(name.chars().next()) || odd_end(name.chars().last());
    if invitation.group_mailbox || odd {
        return Outcome::AddressNotAllowed;
    }

    // 3. What the resource tenant has already. The internal user who is invited is the local user who owns the address, so that
    // is no conflict (no document says it); a contact only leaves the guest object without `proxyAddresses`.
    if invitation.internal_user.as_ref().is_some_and(|user| user.synced_from_on_premises) {
        return Outcome::InternalUserSynced;
    }
    // A guest who is there already is not made a second time.
    if kept.object == Object::Here {
        return Outcome::AddressTaken;
    }
    let themselves = invitation.internal_user.is_some() && invitation.address_owner == Some(AddressOwner::LocalUser);
    if matches!(invitation.address_owner, Some(AddressOwner::LocalUser | AddressOwner::Group)) && !themselves {
        return Outcome::AddressTaken;
    }
    if verified_by_us(design, after_at(invited)) {
        return Outcome::AddressInOwnDomain;
    }

    // 4. Deny list and allow list.
    if !domain_permitted(design, invited) {
        return Outcome::DomainNotInvitable;
    }

    // 5. and 6. Cross-tenant access and clouds, only for a guest of another tenant: the one that holds the user or has verified
    // the domain. Only the row of users and groups counts for an invitation; the applications' row counts on arrival.
    if let Some(at) = home_of(design, invited).filter(|_| cross_tenant_access(design)) {
        let home = &design.home_tenants[at];
        let user = home.users.iter().find(|user| owns(user, invited));
        // A user who is missing there would have the invited address as user principal name.
        let names = user.map_or(vec![invited], |user| names_of(home, user.user_principal_name.as_str()));
        let in_and_out = [inbound(design, Some(at)), outbound(home)];
        if !in_and_out.iter().all(|settings| lets_through(&settings.users_and_groups, &names)) {
            return Outcome::InvitationBlocked;
        }
        let other_cloud = home.cloud != resource.cloud;
        // Across clouds the user principal name must be invited.
        let by_mail = user.is_some_and(|user| user.user_principal_name.as_str() != invited);
        if !clouds_collaborate(design, home) || other_cloud && (by_mail || home.cross_cloud.worker_disabled) {
            return Outcome::InvitationCloudBlocked;
        }
    }

    // A deleted guest gets a new object.
    make_object(guest, kept);
    send_mail(design, guest, kept, invitation.send_invitation_message, false);
    Outcome::Invited
}

pub(super) fn domain_permitted(design: &Design, address: &str) -> bool {
    let restrictions = &design.resource_tenant.collaboration_restrictions;
    let listed = restrictions.domains.iter().any(|domain| domain.as_str() == after_at(address));
    match restrictions.kind {
        RestrictionKind::AnyDomain => true,
        RestrictionKind::DenyList => !listed,
        RestrictionKind::AllowList => listed,
    }
}

/// A new guest object has accepted nothing. Accounts and sessions outside the resource tenant stay.
pub(super) fn make_object(guest: &Guest, kept: &mut Kept) {
    kept.object = Object::Here;
    kept.objects += 1;
    kept.accepted = None;
    kept.permissions = false;
    kept.terms.fill(None);
    kept.conflict = guest.invitation.contact_conflict;
    kept.second = None;
    kept.registered = false;
    kept.consented = false;
    kept.browser = None;
}

/// With automatic redemption on both sides a notification takes the place of the invitation mail. Where no mail is asked for, the
/// inviter passes the link on; a guest who has blocked invitations gets none. A guest who is sent it again looks for it.
pub(super) fn send_mail(design: &Design, guest: &Guest, kept: &mut Kept, asked: bool, again: bool) {
    let home = home_of(design, guest.invited_email.as_str()).map(|at| &design.home_tenants[at]);
    let link = |found| Link { found, sent: kept.minutes, used: false, object: kept.objects };
    if home.is_some_and(|home| automatic(design, home)) {
        kept.notifications += 1;
    } else if !asked {
        kept.links.push(link(true));
    } else if !guest.person.unsubscribed {
        kept.links.push(link(again || guest.person.finds_invitation_mail));
        kept.invitation_mails += 1;
    }
}
