//! What each end means, and the message that an inviter reads when an invitation is refused.
//!
//! What caused it is in `cause.rs`, and what helps in `fix.rs`.

use crate::flow::Outcome;

/// What the end means, in one or two sentences.
pub fn outcome_text(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Invited => "The guest object exists and waits for the guest to accept.",
        Outcome::InviterNotAllowed => {
            "The invitation is refused, because this person may not invite guests. There is no guest object."
        }
        Outcome::AddressNotAllowed => "The invitation is refused, because this address is not one that can be invited.",
        Outcome::AddressTaken => "The invitation is refused, because a user or group of the resource tenant owns the address.",
        Outcome::AddressInOwnDomain => {
            "The invitation is refused, because the address is in a domain of the resource tenant itself."
        }
        Outcome::InternalUserSynced => {
            "The internal user is not invited, because the account comes from an on-premises directory."
        }
        Outcome::DomainNotInvitable => "The invitation is refused, because the collaboration restrictions exclude the domain.",
        Outcome::InvitationBlocked => "The invitation is refused, because one of the two tenants blocks the collaboration.",
        Outcome::InvitationCloudBlocked => {
            "The invitation is refused, because the two tenants' clouds are not set up to collaborate."
        }
        Outcome::Done => "It is done; what comes later sees it.",
        Outcome::NotOffered => "This cannot be done with the guest as they are now. Nothing has changed.",
        Outcome::MailNotFound => "The guest has no mail with a link in front of them. The invitation stays pending.",
        Outcome::LinkExpired => "The link in the mail is too old, by the reading that is switched on. The state does not change.",
        Outcome::LinkUsed => "The link in the mail has been used, and by the reading that is switched on it works once.",
        Outcome::DomainBlocked => "The guest's domain is no longer allowed, and a pending invitation of it cannot be redeemed.",
        Outcome::CloudNotAllowed => {
            "The guest's account is in another Microsoft cloud, which the two tenants have not opened to each other."
        }
        Outcome::NoProviderInCloud => "No provider matched, and the resource tenant's cloud knows no other one for guests.",
        Outcome::OutboundBlocked => "The guest's home tenant does not let this user collaborate with the resource tenant.",
        Outcome::InboundBlocked => "The resource tenant does not let this user of the home tenant in.",
        Outcome::TenantRestricted => {
            "The network or device that the guest uses does not let them sign in to the resource tenant."
        }
        Outcome::HomeAccountDisabled => "The guest's account is disabled in the home tenant.",
        Outcome::BlockedByHomeTenant => "The home tenant's own policies block the sign-in there.",
        Outcome::HomeAccountRecreated => "The account has the right name, but it is not the one that accepted the invitation.",
        Outcome::ProviderRemoved => "The guest accepted with a provider that the resource tenant no longer has.",
        Outcome::TokenInvalid => "The partner's provider answered with a token that cannot be validated.",
        Outcome::MailClaimMissing => "The partner's provider answered without the guest's mail address.",
        Outcome::MailClaimOutsideDomain => {
            "The partner's provider answered with a mail address outside the domains of the federation."
        }
        Outcome::RealmMissing => "The partner's provider answered without saying who it is.",
        Outcome::RealmUnknown => "The answer came from an issuer that the resource tenant does not federate with.",
        Outcome::GoogleError => "Google refused the request of the resource tenant's federation.",
        Outcome::GoogleFailsForNow => "Google answered with an error that may have passed by the next time.",
        Outcome::GoogleRefusesCode => "Google did not take the code that it had given for this sign-in.",
        Outcome::GoogleRefusesRefreshToken => "Google did not take the token that it had given at an earlier sign-in.",
        Outcome::WebViewRefused => {
            "Google does not let people sign in in an embedded web-view, and the guest did not go to another page."
        }
        Outcome::BlockedByPolicy => "A Conditional Access policy of the resource tenant does not let the guest in.",
        Outcome::MultifactorNotDone => "A second factor is demanded, and the guest did not give it.",
        Outcome::MultifactorNotRegistered => {
            "A second factor is demanded, and the guest, who has registered none in the resource tenant, did not register one."
        }
        Outcome::RegistrationBlockedByRisk => {
            "A second factor is demanded for a risky sign-in, and the guest has not registered for it before."
        }
        Outcome::DeviceNotCompliant => "A compliant device is demanded, and no word for it counts here.",
        Outcome::DeviceNotJoined => "A hybrid joined device is demanded, and no word for it counts here.",
        Outcome::UserRiskBlocks => {
            "The user counts as risky in the home tenant, and a guest cannot do here what would lower the risk."
        }
        Outcome::ApplicationBlocked => {
            "The guest is signed in, but the cross-tenant access settings do not open this application."
        }
        Outcome::NotAssigned => "The guest is signed in, but the application is open only to users who are assigned to it.",
        Outcome::AdminConsentMissing => {
            "The application asks for permissions that only an administrator can grant, and none has."
        }
        Outcome::ApplicationConsentDeclined => "The guest did not consent to what the application asks for.",
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
        Outcome::PasscodeNotEntered => "The guest left without entering a valid passcode. The state does not change.",
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
        Outcome::TermsDeclined => "The guest did not accept the terms of use and is blocked. The state does not change.",
    }
}

/// The message that the inviter reads when an invitation is refused; `None` for every other end. Documented are the ones on invite
/// settings, the domain list and cross-tenant access; the others are our own words.
///
/// Source: `troubleshoot.md`, 2024-10; `allow-deny-list.md`, 2024-09.
pub fn error_message(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::InviterNotAllowed => {
            Some("Guest invitations not allowed for your company. Contact your company administrator for more details.")
        }
        Outcome::AddressNotAllowed => Some("This address is not valid for an invitation."),
        Outcome::AddressTaken => Some("Another object in this directory already uses this address."),
        Outcome::AddressInOwnDomain => Some("The address is in a verified domain of this directory."),
        Outcome::InternalUserSynced => Some("A user who is synchronized from on-premises cannot be invited."),
        Outcome::DomainNotInvitable => Some("The domain of this user is currently blocked by your invitation policy."),
        Outcome::InvitationBlocked => Some(
            "This invitation is blocked by cross-tenant access settings. Admins in both your organization and the invited user's organization must configure cross-tenant access settings to allow the invitation.",
        ),
        Outcome::InvitationCloudBlocked => Some("The user's organization is in a cloud that this invitation cannot reach."),
        Outcome::Invited
        | Outcome::Done
        | Outcome::NotOffered
        | Outcome::MailNotFound
        | Outcome::LinkExpired
        | Outcome::LinkUsed
        | Outcome::DomainBlocked
        | Outcome::CloudNotAllowed
        | Outcome::NoProviderInCloud
        | Outcome::OutboundBlocked
        | Outcome::InboundBlocked
        | Outcome::TenantRestricted
        | Outcome::HomeAccountDisabled
        | Outcome::BlockedByHomeTenant
        | Outcome::HomeAccountRecreated
        | Outcome::ProviderRemoved
        | Outcome::TokenInvalid
        | Outcome::MailClaimMissing
        | Outcome::MailClaimOutsideDomain
        | Outcome::RealmMissing
        | Outcome::RealmUnknown
        | Outcome::GoogleError
        | Outcome::GoogleFailsForNow
        | Outcome::GoogleRefusesCode
        | Outcome::GoogleRefusesRefreshToken
        | Outcome::WebViewRefused
        | Outcome::BlockedByPolicy
        | Outcome::MultifactorNotDone
        | Outcome::MultifactorNotRegistered
        | Outcome::RegistrationBlockedByRisk
        | Outcome::DeviceNotCompliant
        | Outcome::DeviceNotJoined
        | Outcome::UserRiskBlocks
        | Outcome::ApplicationBlocked
        | Outcome::NotAssigned
        | Outcome::AdminConsentMissing
        | Outcome::ApplicationConsentDeclined
        | Outcome::Redeemed
        | Outcome::SignedIn
        | Outcome::SentToHomeTenant
        | Outcome::WrongEndpoint
        | Outcome::GuestNotFound
        | Outcome::ContactConflict
        | Outcome::GuestDisabled
        | Outcome::SignInNameNotUpn
        | Outcome::NoAccountAtProvider
        | Outcome::NotTheirAccount
        | Outcome::AccountMismatch
        | Outcome::LiveSessionAccount
        | Outcome::PasscodeOff
        | Outcome::PasscodeNotEntered
        | Outcome::CreationNeedsMailLink
        | Outcome::NoAccountForVerifiedDomain
        | Outcome::JustInTimeCreationOff
        | Outcome::JustInTimeCreationGone
        | Outcome::AccountNotCreated
        | Outcome::PermissionsDeclined
        | Outcome::TermsDeclined => None,
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn eight_refusals_have_a_message_for_the_inviter() {
        let refused: Vec<&str> = Outcome::iter().filter(|end| error_message(*end).is_some()).map(Outcome::id).collect();
        assert_eq!(
            refused,
            [
                "inviterNotAllowed",
                "addressNotAllowed",
                "addressTaken",
                "addressInOwnDomain",
                "internalUserSynced",
                "domainNotInvitable",
                "invitationBlocked",
                "invitationCloudBlocked"
            ]
        );
    }
}
