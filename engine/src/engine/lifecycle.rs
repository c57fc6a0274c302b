//! What is done with a guest between two attempts: waiting, resending, deleting, restoring, resetting, leaving, changing.
//!
//! Whether it can be done is decided here; what it means is in `progress.rs`, and what it sends in `effect.rs`.

use smol_str::ToSmolStr;

use super::{GuestObject, Look, Progress, Verdict, World, change, way_in, word};
use crate::act::{Act, Operation};
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;

fn done(yes: bool, rule: Rule, otherwise: Rule) -> Verdict {
    if yes { Verdict::Is(Answer::Done, rule) } else { Verdict::Is(Answer::NotOffered, otherwise) }
}

pub(super) fn operation(world: World<'_>, operation: Operation, so_far: &Progress, look: &mut impl Look) -> Verdict {
    if !matches!(operation, Operation::Wait | Operation::Change) {
        look.saw(What::GuestObject, || way_in::object_word(so_far));
    }
    let active = so_far.object == GuestObject::Active;
    let accepted = so_far.accepted_with.is_some();
    match operation {
        Operation::Wait => Verdict::Is(Answer::Done, Rule::TimePasses),
        Operation::Change => {
            let refusal = match so_far.opened_by {
                Some(Act::Change(change)) => change::refusal(change, world, so_far, look),
                _ => Some(Rule::NothingToChange),
            };
            done(refusal.is_none(), Rule::ChangeHoldsFromNowOn, refusal.unwrap_or(Rule::NothingToChange))
        }
        Operation::DeleteGuest => {
            done(active, if accepted { Rule::GuestIsDeleted } else { Rule::InvitationIsRevoked }, Rule::NoObject)
        }
        Operation::DeletePermanently => {
            done(matches!(so_far.object, GuestObject::Deleted(_)), Rule::DeletedForGood, Rule::NotDeleted)
        }
        Operation::RestoreGuest => {
            let GuestObject::Deleted(since) = so_far.object else {
                let gone = so_far.object == GuestObject::Purged;
                return done(false, Rule::GuestIsRestored, if gone { Rule::SoftDeleteIsOver } else { Rule::NotDeleted });
            };
            let age = so_far.minutes.saturating_sub(since);
            look.read(What::DeletedFor, || (age / (24 * 60)).to_smolstr());
            done(true, Rule::GuestIsRestored, Rule::SoftDeleteIsOver)
        }
        Operation::ResendInvitation => {
            look.saw(What::ExternalUserState, || way_in::state_word(accepted));
            done(active && !accepted, Rule::ResentWhilePending, if active { Rule::NoResendOnceAccepted } else { Rule::NoObject })
        }
        Operation::ResetRedemption => {
            look.saw(What::ExternalUserState, || way_in::state_word(accepted));
            done(active && accepted, Rule::RedemptionIsReset, if active { Rule::PendingIsNotReset } else { Rule::NoObject })
        }
        Operation::ResetRedemptionToSecondAddress => {
            look.saw(What::ExternalUserState, || way_in::state_word(accepted));
            look.read(What::SecondAddress, || way_in::shown(world.guest.second_address.as_ref()));
            let known = world.guest.second_address.is_some();
            let otherwise = match (active, known) {
                (false, _) => Rule::NoObject,
                (true, false) => Rule::NoSecondAddress,
                (true, true) => Rule::PendingIsNotReset,
            };
            done(active && accepted && known, Rule::RedemptionIsResetToAnotherAddress, otherwise)
        }
        Operation::InviteSecondAddress => second_address(world, active, look),
        Operation::LeaveOrganization => leave(world, active, accepted, look),
    }
}

/// Two addresses of one home account belong to one guest object.
fn second_address(world: World<'_>, active: bool, look: &mut impl Look) -> Verdict {
    let Some(second) = world.guest.second_address.as_ref().filter(|_| active) else {
        return done(false, Rule::SecondAddressIsAdded, if active { Rule::NoSecondAddress } else { Rule::NoObject });
    };
    look.read(What::SecondAddress, || second.as_str());
    let of_one_account = world
        .design
        .home_tenants
        .iter()
        .flat_map(|tenant| &tenant.users)
        .any(|user| user.owns(second) && user.owns(&world.guest.invited_email));
    done(of_one_account, Rule::SecondAddressIsAdded, Rule::SecondAddressIsAnotherGuest)
}

fn leave(world: World<'_>, active: bool, accepted: bool, look: &mut impl Look) -> Verdict {
    let may = world.design.resource_tenant.guests_may_leave();
    let disabled = world.guest.invitation.account_disabled;
    look.saw(What::MayLeave, || word(may));
    look.saw(What::AccountDisabled, || word(disabled));
    let otherwise = match (active, accepted, disabled) {
        (false, ..) => Rule::NoObject,
        (true, false, _) => Rule::PendingGuestHasNotJoined,
        (true, true, true) => Rule::DisabledGuestCannotLeave,
        (true, true, false) => Rule::LeavingIsOff,
    };
    done(active && accepted && may && !disabled, Rule::GuestLeaves, otherwise)
}
