//! The titles of the ends.
//!
//! What an end means is in `explanation.rs`, what caused it in `cause.rs`, and what helps in `fix.rs`.

use crate::flow::Outcome;

/// The title of an end.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Invited => "Guest invited",
        Outcome::InviterNotAllowed => "Inviter may not invite",
        Outcome::AddressNotAllowed => "Address cannot be invited",
        Outcome::AddressTaken => "Address is in use",
        Outcome::AddressInOwnDomain => "Address in an own domain",
        Outcome::InternalUserSynced => "Synchronized user cannot be invited",
        Outcome::DomainNotInvitable => "Domain may not be invited",
        Outcome::InvitationBlocked => "Invitation blocked by cross-tenant access",
        Outcome::InvitationCloudBlocked => "Clouds do not collaborate",
        Outcome::Done => "Done",
        Outcome::NotOffered => "Not possible now",
        Outcome::MailNotFound => "No invitation mail",
        Outcome::LinkExpired => "Link has expired",
        Outcome::LinkUsed => "Link has been used",
        Outcome::DomainBlocked => "Domain no longer allowed",
        Outcome::CloudNotAllowed => "Cloud not allowed",
        Outcome::NoProviderInCloud => "No provider in this cloud",
        Outcome::OutboundBlocked => "Blocked by the home tenant's access settings",
        Outcome::InboundBlocked => "Blocked by the resource tenant's access settings",
        Outcome::TenantRestricted => "Blocked by tenant restrictions",
        Outcome::HomeAccountDisabled => "Home account disabled",
        Outcome::BlockedByHomeTenant => "Sign-in blocked by the home tenant",
        Outcome::HomeAccountRecreated => "Home account is another one",
        Outcome::ProviderRemoved => "Provider no longer configured",
        Outcome::TokenInvalid => "Partner's token is invalid",
        Outcome::MailClaimMissing => "Mail claim missing",
        Outcome::MailClaimOutsideDomain => "Mail claim in another domain",
        Outcome::RealmMissing => "Realm missing",
        Outcome::RealmUnknown => "Issuer not known",
        Outcome::GoogleError => "Google answers with an error",
        Outcome::GoogleFailsForNow => "Google fails for now",
        Outcome::GoogleRefusesCode => "Google refuses its code",
        Outcome::GoogleRefusesRefreshToken => "Google refuses its token",
        Outcome::WebViewRefused => "Google refuses the web-view",
        Outcome::BlockedByPolicy => "Blocked by Conditional Access",
        Outcome::MultifactorNotDone => "Second factor not given",
        Outcome::MultifactorNotRegistered => "Second factor not registered",
        Outcome::RegistrationBlockedByRisk => "Registration blocked by risk",
        Outcome::DeviceNotCompliant => "Device not compliant",
        Outcome::DeviceNotJoined => "Device not joined",
        Outcome::UserRiskBlocks => "Blocked by user risk",
        Outcome::ApplicationBlocked => "Application blocked by access settings",
        Outcome::NotAssigned => "Not assigned to the application",
        Outcome::AdminConsentMissing => "Admin consent missing",
        Outcome::ApplicationConsentDeclined => "Application's permissions not accepted",
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn no_two_ends_have_the_same_title() {
        let titles: HashSet<&str> = Outcome::iter().map(outcome).collect();
        assert_eq!(titles.len(), Outcome::iter().count());
    }
}
