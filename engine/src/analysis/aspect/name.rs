//! What the page calls each fact about a guest, where it can be said to be known. What its values are called stands with the values.

use super::Aspect;

impl Aspect {
    /// What the page calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::WayIn => "Way in",
            Self::Inviter => "Inviter",
            Self::GroupMailbox => "Kind of mailbox",
            Self::AddressOwner => "Owner of the address",
            Self::ContactConflict => "Contact object",
            Self::Mail => "Invitation mail",
            Self::TargetApp => "Application",
            Self::TypedName => "Typed name",
            Self::Disabled => "Guest object",
            Self::WorkAccount => "Work account",
            Self::MicrosoftAccount => "Personal Microsoft account",
            Self::AccountChoice => "Choice of the account",
            Self::LiveSession => "Session in the browser",
            Self::Mailbox => "Access to the mailbox",
            Self::PartnerAccount => "Account at the partner's provider",
            Self::GoogleAccount => "Google account",
            Self::GoogleAnswer => "Google's answer",
            Self::Client => "Client",
            Self::TenantRestrictions => "Network",
            Self::UserType => "User type",
            Self::Location => "Location",
            Self::SignInRisk => "Sign-in risk",
            Self::UserRisk => "User risk",
            Self::Device => "Device",
            Self::HomeMfa => "Second factor at home",
            Self::StrongMethods => "Strength of the methods",
            Self::MfaRegistered => "Registration in the resource tenant",
            Self::Assigned => "Assignment to the application",
        }
    }
}
