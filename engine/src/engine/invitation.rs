//! The gates of an invitation: who invites, which address, who owns it, which domain, and which mail goes out.
//!
//! Cross-tenant access and clouds are in `access.rs`. The order of the gates is not documented.

use smol_str::format_smolstr;

use super::{GuestObject, Look, Progress, Verdict, World, discovery, link, way_in, word, yes_no};
use crate::design::{AllowInvitesFrom, RestrictionKind};
use crate::flow::Answer;
use crate::guest::{AddressOwner, InviterRole};
use crate::rules::Rule;
use crate::trace::What;

/// The characters that an invited address may not have. Source: `invitation` (Microsoft Graph), `invitedUserEmailAddress`.
const FORBIDDEN: &str = "~!#$%^&*()+=[]{}\\/|;:\"<>?,";

/// Whether an address with this character before its `@` is not invited.
pub(crate) fn is_forbidden_in_address(character: char) -> bool {
    FORBIDDEN.contains(character)
}

pub(super) fn inviter_allowed(world: World<'_>, look: &mut impl Look) -> Verdict {
    let setting = world.design.resource_tenant.invites_allowed_from();
    let role = world.guest.invitation.inviter.role;
    look.saw(What::InviteSettings, || <&'static str>::from(setting));
    look.saw(What::Inviter, || <&'static str>::from(role));
    let allowed = may_invite(setting, role);
    let rule = match (allowed, role, world.design.resource_tenant.allow_invites_from) {
        (true, ..) => Rule::InviterMayInvite,
        (false, InviterRole::Application, _) => Rule::ApplicationMayNotInvite,
        (false, _, None) => Rule::GovernmentTenantInvitesNobody,
        (false, _, Some(_)) => Rule::InviterMayNotInvite,
    };
    Verdict::Is(yes_no(allowed), rule)
}

/// Whether the setting lets somebody of this role invite.
pub(crate) fn may_invite(setting: AllowInvitesFrom, role: InviterRole) -> bool {
    match setting {
        AllowInvitesFrom::Everyone => true,
        AllowInvitesFrom::AdminsGuestInvitersAndAllMembers => role != InviterRole::Guest,
        AllowInvitesFrom::AdminsAndGuestInviters => matches!(role, InviterRole::Administrator | InviterRole::GuestInviter),
        AllowInvitesFrom::None => false,
    }
}

pub(super) fn address_allowed(world: World<'_>, look: &mut impl Look) -> Verdict {
    let address = &world.guest.invited_email;
    look.read(What::InvitedEmail, || address.as_str());
    look.saw(What::GroupMailbox, || word(world.guest.invitation.group_mailbox));
    if world.guest.invitation.group_mailbox {
        return Verdict::Is(Answer::NotAllowed, Rule::GroupMailboxIsNotInvited);
    }
    let at_an_edge = |c: char| address.local().starts_with(c) || address.local().ends_with(c);
    if address.local().contains(is_forbidden_in_address) || at_an_edge('.') || at_an_edge('-') {
        return Verdict::Is(Answer::NotAllowed, Rule::AddressHasForbiddenCharacter);
    }
    Verdict::Is(Answer::Yes, Rule::AddressIsIndividual)
}

pub(super) fn address_free(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let invitation = &world.guest.invitation;
    look.read(What::InvitedEmail, || world.guest.invited_email.as_str());
    look.saw(What::GuestObject, || way_in::object_word(so_far));
    if so_far.object == GuestObject::Active {
        return Verdict::Is(Answer::Taken, Rule::GuestExistsAlready);
    }
    if let Some(internal) = &invitation.internal_user {
        look.read(What::InternalUser, || {
            let synced = if internal.synced_from_on_premises { ", synchronized" } else { "" };
            format_smolstr!("{}{synced}", internal.user_principal_name)
        });
        if internal.synced_from_on_premises {
            return Verdict::Is(Answer::Synced, Rule::SyncedInternalUserIsNotInvited);
        }
    }
    look.saw(What::AddressOwner, || invitation.address_owner.map_or("none", Into::into));
    match (invitation.address_owner, &invitation.internal_user) {
        (Some(AddressOwner::LocalUser), None) => return Verdict::Is(Answer::Taken, Rule::LocalUserOwnsAddress),
        (Some(AddressOwner::Group), _) => return Verdict::Is(Answer::Taken, Rule::GroupOwnsAddress),
        (Some(AddressOwner::LocalUser), Some(_)) | (Some(AddressOwner::ExistingGuest) | None, _) => {}
    }
    look.read(What::ResourceDomains, || discovery::resource_domains(world));
    if discovery::verified_in_resource(world, world.guest.invited_email.domain()) {
        return Verdict::Is(Answer::OwnDomain, Rule::OwnDomainIsNotInvited);
    }
    if invitation.internal_user.is_some() {
        return Verdict::Is(Answer::Yes, Rule::InternalUserIsInvited);
    }
    if invitation.address_owner == Some(AddressOwner::ExistingGuest) {
        return Verdict::Is(Answer::Yes, Rule::ExistingGuestGetsAddress);
    }
    look.saw(What::ContactConflict, || word(invitation.contact_conflict));
    if invitation.contact_conflict {
        return Verdict::Is(Answer::Conflict, Rule::ContactKeepsTheAddress);
    }
    match so_far.object {
        GuestObject::Deleted(_) | GuestObject::Purged => Verdict::Is(Answer::Yes, Rule::DeletedGuestGetsNewObject),
        GuestObject::Absent | GuestObject::Active => Verdict::Is(Answer::Yes, Rule::AddressIsFree),
    }
}

pub(super) fn domain_invitable(world: World<'_>, look: &mut impl Look) -> Verdict {
    let (permitted, rule) = restricted(world, look);
    Verdict::Is(if permitted { Answer::Allowed } else { Answer::Blocked }, rule)
}

/// Whether the collaboration restrictions let the invited domain through, with the rule for an invitation.
fn restricted(world: World<'_>, look: &mut impl Look) -> (bool, Rule) {
    let restrictions = &world.design.resource_tenant.collaboration_restrictions;
    let domain = world.guest.invited_email.domain();
    look.read(What::InvitedDomain, || domain);
    look.read(What::CollaborationRestrictions, || crate::wording::collaboration_restrictions(restrictions));
    let rule = match restrictions.kind {
        RestrictionKind::AnyDomain => Rule::AnyDomainIsInvited,
        RestrictionKind::DenyList => Rule::DenyListDecides,
        RestrictionKind::AllowList => Rule::AllowListDecides,
    };
    (restrictions.permit(domain), rule)
}

/// Which mail goes out. Both tenants redeeming automatically replaces the invitation by a notification.
pub(super) fn mail(world: World<'_>, look: &mut impl Look) -> Verdict {
    let sent = world.guest.invitation.send_invitation_message;
    if let Some(position) = way_in::automatic_partner(world, look) {
        look.saw(What::OutboundAutomaticRedemption(position), || word(true));
        return Verdict::Is(Answer::NotificationMail, Rule::NotificationReplacesInvitation);
    }
    look.saw(What::SendMail, || word(sent));
    if !sent {
        return Verdict::Is(Answer::NoMail, Rule::NoMailIsAskedFor);
    }
    look.saw(What::Unsubscribed, || word(world.guest.person.unsubscribed));
    if !link::is_mailed(world) {
        return Verdict::Is(Answer::NoMail, Rule::UnsubscribedGuestGetsNoMail);
    }
    Verdict::Is(Answer::InvitationMail, Rule::InvitationIsMailed)
}
