//! The table of problem codes: stable id, severity, title and sources.
//!
//! *Refused* is what a document says that the service does not take: it must or cannot be so, there is an error, or a limit. What a
//! policy of the design refuses, such as a domain that may not be invited, is what the design is for, and no problem of that level.
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

impl ProblemCode {
    /// Whether it is of a text that is being typed: no workspace can hold that, so only a form finds it.
    pub fn is_of_typed_text(self) -> bool {
        matches!(
            self,
            Self::AddressCannotBeRead
                | Self::DomainCannotBeRead
                | Self::NameIsLeftOut
                | Self::DayCannotBeRead
                | Self::DaysCannotBeRead
                | Self::FrequencyCannotBeRead
                | Self::NoFallback
        )
    }
}

codes! {
    PasscodeFallbackIsOff "RDM-001" Warning "Passcode is the fallback, but passcode is off"
        [CrossTenantOverview2024 "Configurable redemption", RedemptionConfiguration "fallbackIdentityProvider"]
    ResourceDomainIsFederated "RDM-002" Refused "A federated domain is the resource tenant's own"
        [CrossTenantOverview2024 "Direct federation for verified domains"]
    FederationsAreMissing "RDM-003" Note "The order asks federations, but there is none"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder"]
    GoogleIsMissing "RDM-004" Note "The order asks Google, but Google federation is off"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder", GoogleFederation2024 "Overview"]
    FederationsAreLeftOut "RDM-005" Warning "Federations are configured, but not in the order"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder"]
    GoogleIsLeftOut "RDM-006" Warning "Google is configured, but not in the order"
        [RedemptionConfiguration "primaryIdentityProviderPrecedenceOrder"]
    FederationWithoutDomains "RDM-007" Refused "A federation has no domain"
        [DirectFederation2025 "Step 3"]
    DomainIsFederatedTwice "RDM-008" Warning "A domain is in two federations" []
    TooManyTermsOfUse "RDM-009" Refused "More terms of use than a tenant may have"
        [TermsOfUse2025 "Prerequisites, Service limits"]
    AddressIsNotHttps "RDM-010" Warning "A web address is not an https address" []
    NameIsEmpty "RDM-011" Note "A name is empty" []
    OrderIsIgnored "RDM-012" Warning "The edition ignores the redemption order"
        [CrossTenantOverview2024 "Configurable redemption"]
    AutomaticRedemptionIsIgnored "RDM-013" Warning "The edition ignores automatic redemption"
        [Redemption2024 "Automatic redemption process setting"]
    VerifiedDomainFederationIsIgnored "RDM-014" Refused "The edition refuses a federation on a verified domain"
        [DirectFederation2022 "Limitations and considerations"]
    EntraTenantFederationIsIgnored "RDM-015" Warning "The edition ignores a federation with a Microsoft Entra tenant"
        [Redemption2026 "Invitation redemption flow, item 2, note"]
    OrganizationSignInIsUnknown "RDM-016" Warning "The edition does not know Sign in to an organization"
        [Redemption2019 "Redemption through a direct link, note"]
    TenantIdIsMalformed "RDM-017" Warning "A tenant id is not a GUID" []
    TenantIdIsTaken "RDM-018" Warning "Two home tenants have the same id" []
    DomainIsVerifiedTwice "RDM-019" Warning "Two tenants have verified the same domain" []
    UserDomainIsNotVerified "RDM-020" Refused "A user principal name is in a domain its tenant has not verified"
        [GraphUser "userPrincipalName"]
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
    CrossTenantAccessIsIgnored "RDM-035" Warning "The edition ignores cross-tenant access and cloud settings"
        [CrossTenantOverview2024January "Manage external access with inbound and outbound settings"]
    AccessRowsContradict "RDM-036" Refused "Users and applications of an access setting contradict each other"
        [CrossTenantSettings2024 "Change inbound access settings", CrossTenantSettings2024 "Change outbound access settings"]
    DefaultNamesIndividuals "RDM-037" Refused "The default inbound setting names individual users"
        [CrossTenantSettings2024 "Change inbound access settings"]
    AccessTargetIsUnknown "RDM-038" Warning "An access setting names nobody of the home tenant"
        [CrossTenantTarget "target"]
    ApplicationIsUnknown "RDM-039" Note "An application that is not known here"
        [CrossTenantTarget "target"]
    AppsAccessPanelIsNotAllowed "RDM-040" Warning "My Apps is not among the allowed applications"
        [CrossTenantSettings2024 "Considerations for allowing Microsoft applications"]
    OwnSettingsEqualDefault "RDM-041" Note "Settings of their own that equal the default"
        [CrossTenantPartner "b2bCollaborationInbound and inboundTrust"]
    MfaTrustMeetsRegistrationPolicy "RDM-042" Note "Trusted multifactor authentication and a registration policy"
        [CrossTenantOverview2024 "Inbound trust settings"]
    CloudsDoNotCollaborate "RDM-043" Warning "Another cloud, and not both sides have opened to it"
        [CrossCloudSettings2025 "Configure Microsoft cloud settings"]
    CrossCloudWorkerIsDisabled "RDM-044" Warning "Microsoft B2B Cross Cloud Worker is disabled"
        [Troubleshoot2024October "Microsoft B2B Cross Cloud Worker"]
    CloudSettingsHaveNoEffect "RDM-045" Note "Cloud settings between tenants of one cloud"
        [CrossCloudSettings2025 "Overview"]
    OrderIsNotForOtherClouds "RDM-046" Warning "The redemption order is not supported across clouds"
        [DirectFederationOverview2025 "Overview, note"]
    ProviderIsNotInCloud "RDM-047" Warning "The cloud operated by 21Vianet does not have the provider"
        [NationalClouds2024 "Microsoft Azure operated by 21Vianet"]
    OtherCloudNeedsUpn "RDM-048" Warning "A guest of another cloud is not invited by the user principal name"
        [CrossCloudSettings2025 "Overview", Faq2025 "Email and UPN do not match"]
    DomainListIsEmpty "RDM-049" Warning "A list of domains is empty"
        [AllowDenyList2024 "Overview"]
    DomainListIsIgnored "RDM-050" Warning "A list of domains is ignored"
        [AllowDenyList2024 "Overview"]
    DomainIsNotInvited "RDM-051" Note "The list of domains keeps the guest out"
        [AllowDenyList2024 "Overview"]
    NobodyMayInvite "RDM-052" Warning "Nobody may invite"
        [ExternalCollaborationSettings2024 "Guest invite settings", AuthorizationPolicy "allowInvitesFrom"]
    GovernmentTenantInvitesNobody "RDM-053" Warning "In a US Government tenant nobody may invite by default"
        [AuthorizationPolicy "allowInvitesFrom"]
    InviterMayNotInvite "RDM-054" Warning "The inviter may not invite"
        [ExternalCollaborationSettings2024 "Guest invite settings", InvitationPost "Permissions"]
    LeaveSettingNeedsPrivacyInformation "RDM-055" Refused "The leave setting needs privacy information"
        [ExternalCollaborationSettings2024 "External user leave settings"]
    SelfServiceSignUpIsNotUsed "RDM-056" Note "Redemption does not use self-service sign-up"
        [IdentityProviders2025 "Facebook"]
    AddressCannotBeInvited "RDM-057" Refused "An invited address has a forbidden character"
        [Invitation "invitedUserEmailAddress"]
    GroupMailboxCannotBeInvited "RDM-058" Refused "A group mailbox cannot be invited"
        [Invitation "invitedUserEmailAddress"]
    OwnDomainCannotBeInvited "RDM-059" Refused "An address of the resource tenant's own domain is invited"
        [ObservedErrors "Verified domain of this directory"]
    SyncedInternalUserCannotBeInvited "RDM-060" Refused "A synchronized internal user cannot be invited"
        [InviteInternalUsers2023 "Considerations"]
    AddressIsTaken "RDM-061" Refused "The invited address belongs to a user or a group"
        [Troubleshoot2024October "proxyAddresses conflicts"]
    AddressGoesToExistingGuest "RDM-062" Note "The invited address belongs to a guest already"
        [Troubleshoot2024October "proxyAddresses conflicts", SupportBlogJapan "Two addresses of one account"]
    AccessBlocksInvitation "RDM-063" Note "Cross-tenant access refuses the invitation"
        [CrossTenantSettings2024 "Prerequisites", Troubleshoot2024October "This invitation is blocked by cross-tenant access settings"]
    CustomMessageIsDropped "RDM-064" Note "The inviter's own words are dropped"
        [Troubleshoot2024October "Invitation email without the custom message"]
    MessageLanguageIsIgnored "RDM-065" Note "The language of the mail is ignored"
        [InvitedUserMessageInfo "messageLanguage"]
    PolicyControlIsNotForGuests "RDM-066" Warning "A policy demands what guests cannot give"
        [GuestConditionalAccess2024 "Unsupported grant controls"]
    StrengthIsForEntraGuests "RDM-067" Note "An authentication strength is not for every guest"
        [GuestConditionalAccess2024 "Authentication strength"]
    DeviceIsNotTrusted "RDM-068" Warning "A policy demands a device, and none is trusted"
        [GuestConditionalAccess2024 "Device-based policies"]
    OtherGuestsHaveNoDeviceClaim "RDM-069" Note "A policy demands a device of guests without a home tenant"
        [GuestConditionalAccess2024 "Device-based policies"]
    MultifactorTwice "RDM-070" Note "Multifactor authentication is asked for twice"
        [GuestConditionalAccess2024 "MFA for Microsoft Entra external users"]
    PolicyDemandsNothing "RDM-071" Warning "A policy demands nothing"
        [GuestConditionalAccess2024 "Conditional Access for external users"]
    PolicyTermsAreUnknown "RDM-072" Warning "A policy names terms of use that do not exist" []
    PolicyIsReportOnly "RDM-073" Note "A policy is report-only"
        [GuestConditionalAccess2024 "Conditional Access for external users"]
    PolicyIsNotForGuests "RDM-074" Note "A policy is for other external users"
        [GuestConditionalAccess2024 "Assigning Conditional Access policies to external user types"]
    LocationIsUnknown "RDM-075" Note "Policies ask for a location that is not known"
        [GuestConditionalAccess2024 "Location-based policies"]
    TermsArePerDevice "RDM-076" Warning "Terms of use on every device are not for guests"
        [TermsOfUse2025 "B2B guests"]
    TermsScheduleStartsLater "RDM-077" Note "The schedule of an expiry starts later"
        [TermsOfUse2025 "Expire consents and Duration before re-acceptance required"]
    TermsPolicyIsOff "RDM-078" Warning "Terms of use are left to a policy that is off"
        [TermsOfUse2025 "B2B guests"]
    TermsNameIsTaken "RDM-079" Warning "Two terms of use have the same name" []
    TermsExpireAtOnce "RDM-080" Warning "Acceptances of terms of use expire at once"
        [TermsOfUse2025 "Expire consents and Duration before re-acceptance required"]
    FederationIsInactive "RDM-081" Warning "A federation is not in force"
        [DirectFederation2025 "Step 3"]
    FederationResponseIsRefused "RDM-082" Warning "What a federated provider sends back is refused"
        [ErrorCodes "AADSTS50008, AADSTS5000819, AADSTS20001 and AADSTS50107", DirectFederation2025 "Required attributes and claims"]
    FederationNeedsDnsRecord "RDM-083" Warning "A federation needs a DNS record"
        [DirectFederation2025 "Step 1"]
    GoogleClientIsInvalid "RDM-084" Warning "Google refuses the federation's credentials"
        [GoogleFederation2024 "Step 1", ErrorCodes "AADSTS40008 to AADSTS40015"]
    GoogleRefusesWebView "RDM-085" Warning "Google refuses the embedded web-view"
        [Redemption2024 "Google federation notes", GoogleFederation2024 "Deprecation of web-view sign-in support"]
    InvitationIsUnsubscribed "RDM-086" Warning "The guest has blocked invitations"
        [InvitationEmail2023 "Block the organization", AuditActivities2024 "Invited Users"]
    MailIsNotFound "RDM-087" Note "The guest does not find the invitation mail"
        [SelfHelpGuests "Recommended steps, step 1"]
    SecondAddressIsTheInvitedOne "RDM-088" Warning "The second address is the invited one" []
    TenantRestrictionsBlock "RDM-089" Warning "Tenant restrictions keep the guest out"
        [ErrorCodes "AADSTS500021 and AADSTS500022"]
    GuestIsNotAssigned "RDM-090" Warning "The guest is not assigned to the application"
        [ErrorCodes "AADSTS50105"]
    AssignmentIsNotRequired "RDM-091" Note "The application requires no assignment"
        [ErrorCodes "AADSTS50105"]
    RiskHasNoPolicy "RDM-092" Note "No policy asks for the risk"
        [GuestConditionalAccess2024 "Sign-in risk-based policies", GuestConditionalAccess2024 "User risk-based policies"]
    HomeFactWithoutWorkAccount "RDM-093" Note "What only a home tenant knows of a guest without one"
        [GuestConditionalAccess2024 "MFA for non-Azure AD external users", GuestConditionalAccess2024 "Device-based policies"]
    HomeUserIsDisabled "RDM-094" Warning "The guest's work account is disabled"
        [ErrorCodes "AADSTS50057"]
    HomeTenantBlocksSignIn "RDM-095" Note "A home tenant blocks the sign-in of its users"
        [GuestConditionalAccess2024 "Conditional Access for external users"]
    ReadingOfAnotherDocument "RDM-096" Note "A reading that is not the recommended one"
        [SeedSummary "Key Points", SelfHelpRedeem "Recommended Steps, last item", SelfServiceSignUp "Overview"]
    ReadingHasNoEffect "RDM-097" Warning "A reading does nothing in this edition" []
    LinkExpiresAtOnce "RDM-098" Warning "Links expire after no day"
        [SeedSummary "Key Points, Invitation Delivery"]
    StoryActIsRefused "RDM-099" Warning "An act of the story does not fit" []
    StoryActIsNotOffered "RDM-100" Note "An act of the story is not offered" []
    GoogleAnswersWithError "RDM-101" Warning "Google answers a guest with an error"
        [ErrorCodes "AADSTS40008 to AADSTS40015"]
    ExpectationWithoutGuest "RDM-102" Warning "Something is expected of a guest who is gone" []
    PassiveEndpointIsNotHttps "RDM-103" Refused "A passive authentication endpoint is not an https address"
        [DirectFederation2025 "Step 3"]
    IssuerIsMissing "RDM-104" Refused "A federation has no issuer URI"
        [DirectFederation2025 "Step 3"]
    TooManyFederations "RDM-105" Refused "More federations than a tenant may have"
        [DirectFederation2022 "Frequently asked questions, How many federation relationships can I create?"]
    DomainListIsTooLong "RDM-106" Refused "A list of domains is longer than the policy may be"
        [AllowDenyList2024 "Important considerations"]
    StrengthBesideMultifactor "RDM-107" Refused "A policy demands a strength and multifactor authentication"
        [AuthenticationStrength2025 "Limitations"]
    AddressCannotBeRead "RDM-108" Refused "What is typed is not an email address"
        [Invitation "invitedUserEmailAddress", GraphUser "userPrincipalName"]
    DomainCannotBeRead "RDM-109" Refused "What is typed is not a domain"
        [DirectFederation2025 "Step 3", AllowDenyList2024 "Add a blocklist"]
    NameIsLeftOut "RDM-110" Refused "A name is left out" []
    DayCannotBeRead "RDM-111" Refused "What is typed is not a day" []
    DaysCannotBeRead "RDM-112" Refused "What is typed is not a number of days" []
    FrequencyCannotBeRead "RDM-113" Refused "What is typed is not a sign-in frequency"
        [SessionLifetime "User sign-in frequency"]
    NoFallback "RDM-114" Refused "Both fallback identity providers would be off"
        [CrossTenantOverview2024 "Configurable redemption"]
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
