//! What helps after each end, and who can do it.
//!
//! What caused the end is in `cause.rs`.

use strum::EnumIter;

use crate::flow::Outcome;

/// Who can mend something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum Who {
    /// The administrator of the resource tenant, or the inviter.
    OurAdmin,
    /// The administrator of the guest's organization.
    PartnerAdmin,
    /// The guest.
    Guest,
}

/// Something that helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Who can do it.
    pub who: Who,
    /// What to do, as a sentence.
    pub text: &'static str,
}

/// Whoever can mend something, as the heading of a list.
pub fn who(who: Who) -> &'static str {
    match who {
        Who::OurAdmin => "Your administrator",
        Who::PartnerAdmin => "The partner's administrator",
        Who::Guest => "The guest",
    }
}

macro_rules! list {
    ($($who:ident $text:literal),* $(,)?) => { &[$(Fix { who: Who::$who, text: $text }),*] };
}

/// What helps, the likeliest first; empty where nothing is wrong.
///
/// Source: `troubleshoot.md`, 2024-10; `reference-error-codes.md`, 2024-04-24; and the documents that the rules
/// of each end name.
pub fn fixes(outcome: Outcome) -> &'static [Fix] {
    match outcome {
        Outcome::Invited | Outcome::Done | Outcome::Redeemed | Outcome::SignedIn => &[],
        Outcome::InviterNotAllowed => list![
            OurAdmin "Relax the guest invite settings, or give the inviter the role Guest Inviter. It takes 15 to 60 minutes to take effect.",
        ],
        Outcome::AddressNotAllowed => list![
            OurAdmin "Invite the personal address of one individual, without a + or another special character.",
        ],
        Outcome::AddressTaken => list![
            OurAdmin "Let the person use the account that owns the address, or remove the address from the user or group and invite again.",
        ],
        Outcome::AddressInOwnDomain => list![
            OurAdmin "Invite an address outside your verified domains, or let the person use an account of your own tenant.",
        ],
        Outcome::InternalUserSynced => list![
            OurAdmin "Stop synchronizing the user from on-premises first, or invite another address as a new guest.",
        ],
        Outcome::DomainNotInvitable => list![
            OurAdmin "Take the domain off the deny list, or put it on the allow list, in the external collaboration settings.",
        ],
        Outcome::InvitationBlocked => list![
            OurAdmin "Allow inbound B2B collaboration with the partner for this user.",
            PartnerAdmin "Allow outbound B2B collaboration with the resource tenant for this user.",
        ],
        Outcome::InvitationCloudBlocked => list![
            OurAdmin "Tick the partner's cloud in the Microsoft cloud settings and add the partner's tenant as an organization.",
            PartnerAdmin "Do the same for the resource tenant, and enable the application Microsoft B2B Cross Cloud Worker.",
        ],
        Outcome::NotOffered => list![
            OurAdmin "Look at the guest object: whether it exists, is pending, accepted or deleted decides what can be done with it.",
        ],
        Outcome::MailNotFound => list![
            Guest "Look in the spam folder, and unblock invitations if they were blocked.",
            OurAdmin "Resend the invitation, or pass the link on in a mail of your own; a direct link works, too.",
            PartnerAdmin "Let the invitation mails through the mail filter.",
        ],
        Outcome::LinkExpired | Outcome::LinkUsed => list![
            OurAdmin "Resend the invitation while it is pending; a guest who has accepted uses a direct link or has the redemption reset.",
            Guest "Ask for a new link, or use a direct link to the app.",
        ],
        Outcome::DomainBlocked => list![
            OurAdmin "Allow the domain again in the collaboration restrictions; accepted guests are not affected.",
        ],
        Outcome::CloudNotAllowed => list![
            OurAdmin "Tick the partner's cloud in the Microsoft cloud settings and add the partner's tenant as an organization.",
            PartnerAdmin "Tick the resource tenant's cloud and add the resource tenant as an organization.",
        ],
        Outcome::NoProviderInCloud => list![
            OurAdmin "Invite the address of a Microsoft Entra account, or federate with the guest's domain.",
            PartnerAdmin "Create a Microsoft Entra account for the guest.",
        ],
        Outcome::OutboundBlocked => list![
            PartnerAdmin "Allow outbound B2B collaboration with the resource tenant for this user.",
        ],
        Outcome::InboundBlocked => list![
            OurAdmin "Allow inbound B2B collaboration with the partner for this user.",
        ],
        Outcome::TenantRestricted => list![
            PartnerAdmin "Add the resource tenant to the tenant restrictions.",
            Guest "Use a network and a device without tenant restrictions.",
        ],
        Outcome::HomeAccountDisabled => list![
            PartnerAdmin "Enable the account.",
        ],
        Outcome::BlockedByHomeTenant => list![
            PartnerAdmin "Look at the sign-in log of the home tenant and change the policy that blocks.",
        ],
        Outcome::HomeAccountRecreated => list![
            OurAdmin "Reset the guest's redemption status, so that the new account can accept.",
        ],
        Outcome::ProviderRemoved => list![
            OurAdmin "Reset the guest's redemption status, so that they accept with another provider, or bring the provider back.",
        ],
        Outcome::TokenInvalid => list![
            PartnerAdmin "Correct the signing certificate and the claims of the provider.",
            OurAdmin "Compare the federation's certificate and issuer with the provider's metadata.",
        ],
        Outcome::MailClaimMissing => list![
            PartnerAdmin "Let the provider send the mail claim.",
        ],
        Outcome::MailClaimOutsideDomain => list![
            PartnerAdmin "Let the provider send a mail address in the federated domain.",
            OurAdmin "Add the domain of that mail address to the federation.",
        ],
        Outcome::RealmMissing => list![
            PartnerAdmin "Let the provider's answer name the realm.",
        ],
        Outcome::RealmUnknown => list![
            OurAdmin "Correct the issuer URI of the federation.",
            PartnerAdmin "Let the provider answer with the issuer that was agreed on.",
        ],
        Outcome::GoogleError => list![
            OurAdmin "Renew the client id and the client secret of Google federation.",
            Guest "Try again in a private window.",
        ],
        Outcome::GoogleFailsForNow => list![
            Guest "Try again after a while.",
        ],
        Outcome::GoogleRefusesCode => list![
            Guest "Begin again with the link, in a private window.",
        ],
        Outcome::GoogleRefusesRefreshToken => list![
            Guest "Sign out, and sign in at Google again.",
        ],
        Outcome::WebViewRefused => list![
            Guest "Open the app in a browser, or enter the device code on another page.",
            OurAdmin "Let the app use the system's browser; or turn email one-time passcode on, remove Google federation and reset the guest's redemption status.",
        ],
        Outcome::BlockedByPolicy => list![
            OurAdmin "Find the policy in the sign-in log; exclude guests from it, or choose controls that guests can meet.",
        ],
        Outcome::MultifactorNotDone => list![
            Guest "Sign in again and complete multifactor authentication.",
            OurAdmin "Trust multifactor authentication of the home tenant, so that it need not be done twice.",
        ],
        Outcome::MultifactorNotRegistered => list![
            Guest "Sign in again and register for multifactor authentication.",
            OurAdmin "Trust multifactor authentication of the home tenant, so that the guest need not register here.",
        ],
        Outcome::RegistrationBlockedByRisk => list![
            Guest "Sign in from a usual place and device, register for multifactor authentication there, and come again.",
            OurAdmin "Trust multifactor authentication of the home tenant, or look into the risk of the sign-in.",
        ],
        Outcome::DeviceNotCompliant => list![
            OurAdmin "Trust compliant devices of the home tenant, or exclude guests from the policy.",
            PartnerAdmin "Bring the device under management, so that it is compliant.",
        ],
        Outcome::DeviceNotJoined => list![
            OurAdmin "Trust hybrid joined devices of the home tenant, or exclude guests from the policy.",
            PartnerAdmin "Join the device to the home tenant.",
        ],
        Outcome::UserRiskBlocks => list![
            PartnerAdmin "Look into the risky user and clear the risk.",
            Guest "Change the password in the home tenant.",
            OurAdmin "Exclude guests from the policy on user risk.",
        ],
        Outcome::ApplicationBlocked => list![
            OurAdmin "Allow the application for the partner; for My Apps, its own application id is needed in the list.",
            PartnerAdmin "Allow the application in the outbound settings.",
        ],
        Outcome::NotAssigned => list![
            OurAdmin "Assign the guest to the application.",
        ],
        Outcome::AdminConsentMissing => list![
            OurAdmin "Grant admin consent to the application.",
        ],
        Outcome::ApplicationConsentDeclined => list![
            Guest "Open the app again and consent.",
            OurAdmin "Grant admin consent, so that guests are not asked.",
        ],
        Outcome::SentToHomeTenant | Outcome::WrongEndpoint => list![
            Guest "Open a link that names the inviting organization, use the mail link, or choose Sign-in options, Sign in to an organization and type the domain of the inviting organization.",
        ],
        Outcome::GuestNotFound => list![
            Guest "Use the link in the mail, or type the invited address.",
            OurAdmin "Invite the address that is used, or restore the guest object if it was deleted.",
        ],
        Outcome::ContactConflict => list![
            Guest "Use the link in the mail.",
            OurAdmin "Delete the contact, delete the pending guest, invite again, wait for the redemption, then add the mail address back in Exchange.",
        ],
        Outcome::GuestDisabled => list![
            OurAdmin "Enable the guest object.",
        ],
        Outcome::SignInNameNotUpn => list![
            Guest "Type the user principal name, or use the link in the mail.",
            PartnerAdmin "Allow email as an alternate login.",
        ],
        Outcome::NoAccountAtProvider => list![
            PartnerAdmin "Create the account at the provider.",
            OurAdmin "Invite another address, or take the domain out of the federation.",
        ],
        Outcome::NotTheirAccount => list![
            OurAdmin "Delete the pending guest and invite the address of the person's own account.",
        ],
        Outcome::AccountMismatch => list![
            Guest "Sign in with the invited address, in a private window if another account is signed in.",
            OurAdmin "Invite the address that is used.",
        ],
        Outcome::LiveSessionAccount => list![
            Guest "Pick Use another account and type the name again, or open a private window.",
        ],
        Outcome::PasscodeOff => list![
            OurAdmin "Turn email one-time passcode on, or choose another fallback.",
        ],
        Outcome::PasscodeNotEntered => list![
            Guest "Ask for a new passcode and enter it within 30 minutes.",
            OurAdmin "Invite another address, if the guest cannot read the invited mailbox.",
        ],
        Outcome::CreationNeedsMailLink => list![
            Guest "Use the link in the mail.",
            OurAdmin "Turn email one-time passcode on.",
        ],
        Outcome::NoAccountForVerifiedDomain => list![
            OurAdmin "Turn email one-time passcode on, or enable Microsoft Entra ID in the redemption order.",
            PartnerAdmin "Take over the tenant, if it is unmanaged.",
        ],
        Outcome::JustInTimeCreationOff => list![
            PartnerAdmin "Let email-verified users join, or synchronize the user from the on-premises directory.",
            OurAdmin "Turn email one-time passcode on.",
        ],
        Outcome::JustInTimeCreationGone => list![
            PartnerAdmin "Create the user.",
            OurAdmin "Turn email one-time passcode on.",
        ],
        Outcome::AccountNotCreated => list![
            Guest "Open the link again and create the account.",
        ],
        Outcome::PermissionsDeclined => list![
            Guest "Open the link again and accept.",
        ],
        Outcome::TermsDeclined => list![
            Guest "Sign in again and accept; only the terms of use are asked for then.",
        ],
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::wording::cause;

    #[test]
    fn whatever_has_a_cause_can_be_mended_by_somebody() {
        for outcome in Outcome::iter() {
            assert_eq!(fixes(outcome).is_empty(), cause(outcome).is_none(), "{outcome:?}");
        }
    }

    #[test]
    fn a_fix_is_one_person_and_one_sentence() {
        for fix in Outcome::iter().flat_map(fixes) {
            assert!(fix.text.ends_with('.') && fix.text.starts_with(char::is_uppercase), "{}", fix.text);
        }
    }
}
