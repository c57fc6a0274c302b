//! What caused each end: the setting, the account or the choice that stands behind it.
//!
//! What helps is in `fix.rs`.

use crate::flow::Outcome;

/// What caused an end, in one sentence; `None` where nothing is wrong.
pub fn cause(outcome: Outcome) -> Option<&'static str> {
    Some(match outcome {
        Outcome::Invited | Outcome::Done | Outcome::Redeemed | Outcome::SignedIn => return None,
        Outcome::InviterNotAllowed => "The guest invite settings are stricter than this inviter's role.",
        Outcome::AddressNotAllowed => {
            "It is a group mailbox, or the address has a character such as + that invitations do not accept."
        }
        Outcome::AddressTaken => "The address is among the addresses of a user or group of the resource tenant.",
        Outcome::AddressInOwnDomain => "The resource tenant has verified the domain of the address.",
        Outcome::InternalUserSynced => "The user has an on-premises user principal name.",
        Outcome::DomainNotInvitable => "The domain is on the deny list, or is not on the allow list.",
        Outcome::InvitationBlocked => {
            "Inbound access of the resource tenant or outbound access of the home tenant blocks this user or all of them."
        }
        Outcome::InvitationCloudBlocked => {
            "The cloud is not ticked or the organization not added on both sides, or the partner's cross-cloud application is disabled."
        }
        Outcome::NotOffered => "The guest object is not in the state that this needs.",
        Outcome::MailNotFound => {
            "The mail is in the spam folder or was kept back, the guest has blocked invitations, or none was sent."
        }
        Outcome::LinkExpired => "More days have passed since the mail than the reading allows that is switched on.",
        Outcome::LinkUsed => "A redemption was completed with this link.",
        Outcome::DomainBlocked => "The collaboration restrictions were changed after the invitation.",
        Outcome::CloudNotAllowed => {
            "The cloud is not ticked in the Microsoft cloud settings, or the organization has not been added, on one of the two sides."
        }
        Outcome::NoProviderInCloud => "The resource tenant's cloud knows only Microsoft Entra ID and SAML/WS-Fed for guests.",
        Outcome::OutboundBlocked => "Outbound access of the home tenant blocks this user, or the resource tenant as a whole.",
        Outcome::InboundBlocked => "Inbound access of the resource tenant blocks this user, or the home tenant as a whole.",
        Outcome::TenantRestricted => {
            "Tenant restrictions of the organization whose network or device it is leave the resource tenant out."
        }
        Outcome::HomeAccountDisabled => "The partner's administrator has disabled the account.",
        Outcome::BlockedByHomeTenant => "A Conditional Access policy of the home tenant applies to its own sign-in.",
        Outcome::HomeAccountRecreated => {
            "The account was deleted and created anew; the guest object still holds the id of the old one."
        }
        Outcome::ProviderRemoved => {
            "Email one-time passcode was turned off or the federation removed after the guest had accepted with it."
        }
        Outcome::TokenInvalid => "The partner's provider signs or fills its tokens in another way than the federation expects.",
        Outcome::MailClaimMissing => "The partner's provider is not set up to send the mail claim.",
        Outcome::MailClaimOutsideDomain => "The mail address at the partner's provider lies outside the federated domains.",
        Outcome::RealmMissing => "The partner's provider leaves the realm out of its answer.",
        Outcome::RealmUnknown => "The issuer in the answer is not the issuer of the federation.",
        Outcome::GoogleError => "The client id or the client secret of Google federation is wrong or has expired.",
        Outcome::GoogleFailsForNow => "Something is wrong at Google, or between Google and Microsoft Entra ID, for the moment.",
        Outcome::GoogleRefusesCode => "The code was used already or is too old, or the user or Google has withdrawn it.",
        Outcome::GoogleRefusesRefreshToken => "The guest or Google has withdrawn what an earlier sign-in allowed.",
        Outcome::WebViewRefused => "Since September 2021 Google refuses sign-in in embedded web-views.",
        Outcome::BlockedByPolicy => {
            "A policy that applies to this guest blocks access, or demands a control that this guest cannot meet here."
        }
        Outcome::MultifactorNotDone => "A policy demands multifactor authentication, and the guest closed the page.",
        Outcome::MultifactorNotRegistered => {
            "A policy demands multifactor authentication, and the guest closed the page on which to register for it."
        }
        Outcome::RegistrationBlockedByRisk => "The sign-in is risky, and registering is not allowed in such a sign-in.",
        Outcome::DeviceNotCompliant => {
            "The device is not compliant, the home tenant's word for it is not trusted, or the guest has no home tenant."
        }
        Outcome::DeviceNotJoined => {
            "The device is not hybrid joined, the home tenant's word for it is not trusted, or the guest has no home tenant."
        }
        Outcome::UserRiskBlocks => {
            "A policy demands a low user risk or a new password, which only the home tenant can bring about."
        }
        Outcome::ApplicationBlocked => "The application is not among those that the cross-tenant access settings allow.",
        Outcome::NotAssigned => "The application requires an assignment, and the guest has none.",
        Outcome::AdminConsentMissing => "No administrator has consented to the application's permissions.",
        Outcome::ApplicationConsentDeclined => "The guest pressed Cancel on the application's consent page.",
        Outcome::SentToHomeTenant => "The address names no tenant, so the guest's own tenant answers.",
        Outcome::WrongEndpoint => "The address names no tenant, or the app does not accept accounts of other tenants there.",
        Outcome::GuestNotFound => "The address was never invited, was typed as an alias, or the guest object is deleted.",
        Outcome::ContactConflict => {
            "The address belonged to a contact when the guest was invited, so the object has no proxyAddresses."
        }
        Outcome::GuestDisabled => "Sign-in is turned off on the guest object (accountEnabled is false).",
        Outcome::SignInNameNotUpn => "The home tenant does not allow email as an alternate login.",
        Outcome::NoAccountAtProvider => {
            "Federation and Google are chosen by the domain, whether or not the person has an account there."
        }
        Outcome::NotTheirAccount => "The work account that owns the address belongs to somebody else.",
        Outcome::AccountMismatch => "The guest signed in with another account than the one that was invited or accepted.",
        Outcome::LiveSessionAccount => "The browser was still signed in with a work account, and the guest went on with it.",
        Outcome::PasscodeOff => "The fallback is the passcode only, while email one-time passcode is off.",
        Outcome::PasscodeNotEntered => "The code did not reach the guest in time, or the guest cannot read the invited mailbox.",
        Outcome::CreationNeedsMailLink => "Accounts are created only behind the mail link, and email one-time passcode is off.",
        Outcome::NoAccountForVerifiedDomain => {
            "The tenant that verified the domain holds the user, but that account cannot be used, and no passcode is offered."
        }
        Outcome::JustInTimeCreationOff => {
            "The user is missing in the home tenant, which is federated or does not let email-verified users join."
        }
        Outcome::JustInTimeCreationGone => "The user is missing in the home tenant, and no passcode is offered.",
        Outcome::AccountNotCreated => "The guest closed the page on which the account is created.",
        Outcome::PermissionsDeclined => "The guest pressed Cancel on the page Review permissions.",
        Outcome::TermsDeclined => "The guest pressed Decline on the terms of use.",
    })
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::flow::OutcomeKind;

    #[test]
    fn every_end_has_a_cause_unless_all_is_well() {
        for outcome in Outcome::iter() {
            let well = matches!(outcome.kind(), OutcomeKind::In | OutcomeKind::Done);
            assert_eq!(cause(outcome).is_none(), well, "{outcome:?}");
        }
    }
}
