//! Cause and fixes of an end where its rule says more than the end itself.
//!
//! The words that hold for every rule of an end are in `cause.rs` and `fix.rs`.

use super::fix::{Fix, Who};
use crate::flow::Outcome;
use crate::rules::Rule;

/// What caused an end that this rule justifies, in one sentence; `None` where nothing is wrong.
pub fn cause_by(outcome: Outcome, rule: Option<Rule>) -> Option<&'static str> {
    match special(rule) {
        Some((cause, _)) => Some(cause),
        None => super::cause(outcome),
    }
}

/// What helps after an end that this rule justifies, the likeliest first.
pub fn fixes_by(outcome: Outcome, rule: Option<Rule>) -> &'static [Fix] {
    match special(rule) {
        Some((_, fixes)) => fixes,
        None => super::fixes(outcome),
    }
}

macro_rules! remedy {
    ($cause:literal $($who:ident $text:literal),+) => { Some(($cause, &[$(Fix { who: Who::$who, text: $text }),+])) };
}

/// Cause and fixes of the rules that share an end with others and need other words. Every other rule has those of its end.
fn special(rule: Option<Rule>) -> Option<(&'static str, &'static [Fix])> {
    match rule? {
        Rule::ApplicationMayNotInvite => remedy!(
            "An application without a signed-in user invites, and the guest invite settings leave that to people."
            OurAdmin "Invite with a signed-in administrator or guest inviter, or relax the guest invite settings."
        ),
        Rule::GuestExistsAlready => remedy!(
            "The address belongs to a guest who is in the directory already."
            OurAdmin "Use the guest that exists: resend the invitation while it is pending, or reset the redemption once it is accepted."
        ),
        Rule::TicketOfDeletedGuest => remedy!(
            "The link belongs to a guest object that has been deleted; the new invitation has a link of its own."
            Guest "Open the link of the newest mail.",
            OurAdmin "Resend the invitation."
        ),
        Rule::DeletedGuestIsNotFound => remedy!(
            "The guest object is deleted."
            OurAdmin "Restore the guest within thirty days, or invite again."
        ),
        Rule::NobodyWasInvited => remedy!(
            "There is no guest object for this person."
            OurAdmin "Invite the person."
        ),
        Rule::FederationIsNotInForce => remedy!(
            "The federation is not in force: not yet, or no longer."
            Guest "Sign in with the email address instead.",
            OurAdmin "Wait five to ten minutes after adding a federation; add one again that was removed."
        ),
        Rule::OtherGuestsHaveNoDeviceClaim => remedy!(
            "A policy demands a device that a home tenant vouches for, and this guest comes from none."
            OurAdmin "Leave guests without a Microsoft Entra tenant out of the policy, or demand multifactor authentication instead."
        ),
        Rule::LeavingIsOff => remedy!(
            "External users may not leave by themselves."
            Guest "Ask the administrator or the privacy contact of the organization.",
            OurAdmin "Allow external users to leave, or delete the guest."
        ),
        Rule::DisabledGuestCannotLeave => remedy!(
            "The guest object is disabled, and a disabled guest cannot leave."
            OurAdmin "Enable the guest, or delete the guest."
        ),
        Rule::PendingGuestHasNotJoined => remedy!(
            "The invitation has not been accepted, so there is nothing to leave."
            OurAdmin "Delete the guest, which revokes the invitation."
        ),
        Rule::SecondAddressIsAnotherGuest => remedy!(
            "The second address does not belong to the same home account, so it is another guest."
            OurAdmin "Invite the address as a guest of its own, or reset the redemption to it."
        ),
        Rule::NoSecondAddress => remedy!(
            "This person has no second address in the scenario."
            OurAdmin "Enter another address of the same person in the guest's settings."
        ),
        Rule::NothingToChange => remedy!(
            "What the change is about does not exist in this scenario, or is so already."
            OurAdmin "Set it up in the settings first."
        ),
        Rule::NoResendOnceAccepted => remedy!(
            "The invitation has been accepted, so it is not sent again."
            OurAdmin "Reset the redemption, or let the guest sign in."
        ),
        Rule::PendingIsNotReset => remedy!(
            "The invitation is still pending, so there is no redemption to reset."
            OurAdmin "Resend the invitation; for another address, delete the guest and invite again."
        ),
        Rule::SoftDeleteIsOver => remedy!(
            "The guest is gone for good."
            OurAdmin "Invite again."
        ),
        Rule::NotDeleted => remedy!(
            "The guest is not deleted."
            OurAdmin "Delete the guest first."
        ),
        Rule::NoObject => remedy!(
            "There is no guest object, or it is deleted."
            OurAdmin "Restore the guest, or invite again."
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_with_words_of_its_own_has_them_and_every_other_has_those_of_its_end() {
        let own = cause_by(Outcome::NotOffered, Some(Rule::LeavingIsOff));
        assert_eq!(own, Some("External users may not leave by themselves."));
        assert_eq!(fixes_by(Outcome::NotOffered, Some(Rule::LeavingIsOff)).len(), 2);
        let usual = Some(Rule::DisabledGuestIsRefused);
        assert_eq!(cause_by(Outcome::GuestDisabled, usual), super::super::cause(Outcome::GuestDisabled));
        assert_eq!(fixes_by(Outcome::GuestDisabled, None), super::super::fixes(Outcome::GuestDisabled));
    }
}
