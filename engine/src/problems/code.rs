//! The table of problem codes: stable id, severity, title and sources.
//!
//! When a problem is found is decided beside this file. An id is never given to another problem, not even when its own is dropped.

use strum::EnumIter;

use super::Severity;
use crate::rules::{Document, Source};

/// What is known about a kind of problem.
#[derive(Clone, Copy, Debug)]
pub struct ProblemCard {
    /// The stable name, such as `RDM-001`.
    pub id: &'static str,
    /// The problem in a few words.
    pub title: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it can be read; empty where it is a matter of this form alone.
    pub sources: &'static [Source],
}

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $title:literal [$($document:ident $place:literal),* $(,)?])+) => {
        /// A kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
        pub enum ProblemCode {
            $(#[doc = $title] $name,)+
        }

        impl ProblemCode {
            /// Id, title, severity and sources.
            pub fn card(self) -> ProblemCard {
                match self {
                    $(Self::$name => ProblemCard {
                        id: $id,
                        title: $title,
                        severity: Severity::$severity,
                        sources: &[$(Source { document: Document::$document, place: $place }),*],
                    },)+
                }
            }
        }
    };
}

codes! {
    PasscodeFallbackIsOff "RDM-001" Warning "Passcode is the fallback, but passcode is off"
        [CrossTenantOverview2024 "Configurable redemption", RedemptionConfiguration "fallbackIdentityProvider"]
    ResourceDomainIsFederated "RDM-002" Warning "A federated domain is the resource tenant's own"
        [CrossTenantOverview2024 "Direct federation for verified domains"]
    FederationsAreMissing "RDM-003" Note "The order asks federations, but there is none"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder"]
    GoogleIsMissing "RDM-004" Note "The order asks Google, but Google federation is off"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder", GoogleFederation2024 "Overview"]
    FederationsAreLeftOut "RDM-005" Warning "Federations are configured, but not in the order"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder"]
    GoogleIsLeftOut "RDM-006" Warning "Google is configured, but not in the order"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder"]
    FederationWithoutDomains "RDM-007" Warning "A federation has no domain"
        [DirectFederation2025 "Step 3"]
    DomainIsFederatedTwice "RDM-008" Warning "A domain is in two federations" []
    TooManyTermsOfUse "RDM-009" Warning "More terms of use than a tenant may have"
        [TermsOfUse2025 "Prerequisites, Service limits"]
    AddressIsNotHttps "RDM-010" Warning "A web address is not an https address" []
    NameIsEmpty "RDM-011" Note "A name is empty" []
    OrderIsIgnored "RDM-012" Warning "The edition ignores the redemption order"
        [CrossTenantOverview2024 "Configurable redemption"]
    AutomaticRedemptionIsIgnored "RDM-013" Warning "The edition ignores automatic redemption"
        [Redemption2024 "Automatic redemption process setting"]
    VerifiedDomainFederationIsIgnored "RDM-014" Warning "The edition ignores a federation on a verified domain"
        [DirectFederation2022 "Limitations and considerations"]
    EntraTenantFederationIsIgnored "RDM-015" Warning "The edition ignores a federation with a Microsoft Entra tenant"
        [Redemption2026 "Invitation redemption flow, item 2, note"]
    OrganizationSignInIsUnknown "RDM-016" Warning "The edition does not know Sign in to an organization"
        [Redemption2019 "Redemption through a direct link, note"]
    TenantIdIsMalformed "RDM-017" Warning "A tenant id is not a GUID" []
    TenantIdIsTaken "RDM-018" Warning "Two home tenants have the same id" []
    DomainIsVerifiedTwice "RDM-019" Warning "Two tenants have verified the same domain" []
    UserDomainIsNotVerified "RDM-020" Warning "A user principal name is in a domain its tenant has not verified" []
    UserIsListedTwice "RDM-021" Warning "Two users have the same user principal name" []
    AutomaticRedemptionIsOneSided "RDM-022" Note "Only one side redeems automatically"
        [AutomaticRedemption "Automatic redemption setting"]
    JustInTimeCreationIsHalfOn "RDM-023" Note "Only one of two settings for just-in-time creation is on"
        [SelfHelpGuests "Recommended steps, item 2", SelfServiceSignUp "Settings"]
    NoGuest "RDM-024" Note "There is no guest" []
    WorkAccountIsUnknown "RDM-025" Warning "No home tenant holds the guest's work account"
        [Redemption2024 "Invitation redemption flow, item 1"]
    MailIsNeeded "RDM-026" Warning "The guest needs the mail, but it is not sent"
        [Redemption2024 "Redemption process through a direct link, special cases", Redemption2019 "Redemption through a direct link, special cases", Redemption2021 "Invitation redemption flow, last paragraph"]
    MailLinkIsNotMailed "RDM-027" Note "The guest uses the mail link, but no mail is sent"
        [Invitation "sendInvitationMessage", InvitationPost "Response, inviteRedeemUrl"]
    AutomaticRedemptionSendsNoMail "RDM-028" Warning "Automatic redemption sends no invitation mail"
        [Redemption2024 "Automatic redemption process setting", AutomaticRedemption "Table of mails and prompts"]
    ContactConflictWithMicrosoftAccount "RDM-029" Warning "A contact conflict and a Microsoft account: not guaranteed"
        [Redemption2024 "Redemption process limitation with conflicting Contact object"]
    AliasNeedsMailLink "RDM-030" Warning "An alias does not work without the mail link"
        [Redemption2024 "Redemption process through a direct link, special cases", Redemption2019 "Redemption through a direct link, special cases"]
    PartnerAccountIsUnused "RDM-031" Note "No federation covers the guest's domain"
        [Redemption2024 "Invitation redemption flow, item 2"]
    SingleTenantAppAtCommonEndpoint "RDM-032" Warning "The common endpoint does not serve an app of one tenant"
        [Redemption2024 "Redemption process and sign-in through a common endpoint", Error50020 "Cause 2"]
    LiveSessionWithoutWorkAccount "RDM-033" Note "Signed in with a work account that does not exist"
        [CrossTenantOverview2024 "Configurable redemption, known limitations"]
    OtherGoogleAccount "RDM-034" Warning "The Google account is not the invited one"
        [GoogleFederation2024 "Overview"]
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn ids_count_up_without_a_gap() {
        for (position, code) in ProblemCode::iter().enumerate() {
            assert_eq!(code.card().id, format!("RDM-{:03}", position + 1));
        }
    }
}
