//! How an attempt ends: title, explanation, and what helps.

use crate::flow::Outcome;

/// The title of an end.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Redeemed => "Invitation redeemed",
        Outcome::SignedIn => "Signed in again",
        Outcome::SentToHomeTenant => "Sent to the home tenant",
        Outcome::WrongEndpoint => "Wrong endpoint for this account",
        Outcome::GuestNotFound => "No guest object found",
        Outcome::ContactConflict => "A contact object is in the way",
        Outcome::GuestDisabled => "Guest object disabled",
        Outcome::SignInNameNotUpn => "Mail address is not the sign-in name",
        Outcome::NoAccountAtProvider => "No account at the provider",
        Outcome::NotTheirAccount => "Account belongs to someone else",
        Outcome::AccountMismatch => "Signed-in account is not invited",
        Outcome::LiveSessionAccount => "Wrong signed-in account",
        Outcome::PasscodeOff => "Passcode is off",
        Outcome::PasscodeNotEntered => "Left without a passcode",
        Outcome::CreationNeedsMailLink => "New account needs the mail link",
        Outcome::NoAccountForVerifiedDomain => "No identity provider left",
        Outcome::JustInTimeCreationOff => "Account missing in the home tenant",
        Outcome::JustInTimeCreationGone => "Account must be created by the partner",
        Outcome::AccountNotCreated => "Account not created",
        Outcome::PermissionsDeclined => "Permissions not accepted",
        Outcome::TermsDeclined => "Terms of use declined",
    }
}

/// What the end means, in one or two sentences.
pub fn outcome_text(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Redeemed => "The invitation is accepted and the guest is in.",
        Outcome::SignedIn => "The invitation had been accepted before; the guest goes straight to the app.",
        Outcome::SentToHomeTenant => "The guest signs in to their own tenant. Nothing is redeemed, the invitation stays pending.",
        Outcome::WrongEndpoint => "The account does not exist in the tenant that this address leads to.",
        Outcome::GuestNotFound => "The name that was typed is not the address of a guest in the resource tenant.",
        Outcome::ContactConflict => {
            "A contact object owns the invited address, so the guest object has none and this way does not work."
        }
        Outcome::GuestDisabled => "An administrator has disabled the guest object.",
        Outcome::SignInNameNotUpn => "The guest typed a mail address; their home tenant only knows the user principal name.",
        Outcome::NoAccountAtProvider => {
            "The domain leads to this provider, but the guest has no account there. No other provider is tried."
        }
        Outcome::NotTheirAccount => "The address leads to a work account that this person cannot sign in to.",
        Outcome::AccountMismatch => "The account that signed in is not a guest of the resource tenant.",
        Outcome::LiveSessionAccount => {
            "The browser went on with its signed-in work account, which the redemption order does not accept."
        }
        Outcome::PasscodeOff => "Nothing but a passcode is left, and email one-time passcode is off.",
        Outcome::PasscodeNotEntered => "The guest left without entering a valid passcode. The invitation stays pending.",
        Outcome::CreationNeedsMailLink => {
            "This guest needs a new account, and only the link in the invitation mail leads to one."
        }
        Outcome::NoAccountForVerifiedDomain => {
            "The domain is verified in Microsoft Entra ID, so no Microsoft account can be created, and no other provider is left."
        }
        Outcome::JustInTimeCreationOff => {
            "The guest's organization is in Microsoft Entra ID, but the guest's account is not, and it may not be created during redemption."
        }
        Outcome::JustInTimeCreationGone => {
            "The guest's organization is in Microsoft Entra ID, but the guest's account is not, and the flow no longer creates it."
        }
        Outcome::AccountNotCreated => "The guest did not create the account that was offered. The invitation stays pending.",
        Outcome::PermissionsDeclined => "The guest did not accept the permissions. The invitation stays pending.",
        Outcome::TermsDeclined => "The guest did not accept the terms of use and is blocked. The invitation stays pending.",
    }
}

/// Who can do what about it; `None` where nothing is wrong.
pub fn outcome_help(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Redeemed | Outcome::SignedIn => None,
        Outcome::SentToHomeTenant | Outcome::WrongEndpoint => Some(
            "The guest opens a link that names your tenant, uses the mail link, or chooses Sign-in options, Sign in to an organization and types your domain.",
        ),
        Outcome::GuestNotFound => Some(
            "The guest uses the link in the mail or types the invited address; your administrator invites the address that is used.",
        ),
        Outcome::ContactConflict => Some(
            "The guest uses the link in the mail. To mend it: delete the contact, delete the pending guest, invite again, wait for redemption, then add the mail address back in Exchange.",
        ),
        Outcome::GuestDisabled => Some("Your administrator enables the guest object."),
        Outcome::SignInNameNotUpn => Some(
            "The guest types the user principal name or uses the mail link; the partner's administrator can allow email as an alternate login.",
        ),
        Outcome::NoAccountAtProvider => Some(
            "The partner's administrator creates the account; your administrator invites another address, or takes the domain out of the federation.",
        ),
        Outcome::NotTheirAccount => {
            Some("Your administrator deletes the pending guest and invites the address of the person's own account.")
        }
        Outcome::AccountMismatch => {
            Some("The guest signs in with the invited address, or your administrator invites the address that is used.")
        }
        Outcome::LiveSessionAccount => {
            Some("The guest picks Use another account and types the name again, or opens a private window.")
        }
        Outcome::PasscodeOff => Some("Your administrator turns email one-time passcode on or chooses another fallback."),
        Outcome::PasscodeNotEntered => {
            Some("The guest asks for a new passcode; who cannot read the invited mailbox needs an invitation to another address.")
        }
        Outcome::CreationNeedsMailLink => {
            Some("The guest uses the link in the mail, or your administrator turns email one-time passcode on.")
        }
        Outcome::NoAccountForVerifiedDomain => {
            Some("Your administrator turns email one-time passcode on, or enables Microsoft Entra ID in the redemption order.")
        }
        Outcome::JustInTimeCreationOff => Some(
            "The partner's administrator allows email-verified users to join or syncs the user from the on-premises directory; your administrator can turn email one-time passcode on.",
        ),
        Outcome::JustInTimeCreationGone => {
            Some("The partner's administrator creates the user, or your administrator turns email one-time passcode on.")
        }
        Outcome::AccountNotCreated => Some("The guest opens the link again and creates the account."),
        Outcome::PermissionsDeclined => Some("The guest opens the link again and accepts."),
        Outcome::TermsDeclined => Some("The guest signs in again and accepts; only the terms of use are asked for then."),
    }
}
