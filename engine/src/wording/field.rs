//! What settings and facts are called where they stand beside the name of what they belong to, such as *Guest Nina: device*.
//!
//! The forms have names of their own, which stand under a heading.

use crate::field::{
    FederationField, GuestField, HomeField, InterpretationField, PolicyField, ResourceField, TermsField, UserField,
};

/// A setting of the resource tenant.
pub fn resource_field(field: ResourceField) -> &'static str {
    match field {
        ResourceField::DisplayName => "name",
        ResourceField::InitialDomain => "initial domain",
        ResourceField::VerifiedDomains => "verified domains",
        ResourceField::GoogleFederation => "Google federation",
        ResourceField::EmailOneTimePasscode => "email one-time passcode",
        ResourceField::OrderPrimary => "primary identity providers",
        ResourceField::OrderFallback => "fallback",
        ResourceField::TermsOfUse => "terms of use",
        ResourceField::PrivacyStatementUrl => "privacy statement URL",
        ResourceField::PrivacyContact => "global privacy contact",
        ResourceField::InviteRedirectUrl => "invite redirect URL",
        ResourceField::GoogleClientInvalid => "Google refuses the client credentials",
        ResourceField::Cloud => "cloud",
        ResourceField::AllowedClouds => "other clouds allowed",
        ResourceField::AllowInvitesFrom => "guest invite settings",
        ResourceField::GuestUserAccess => "guest user access",
        ResourceField::RestrictionKind => "collaboration restrictions",
        ResourceField::RestrictedDomains => "domains of the collaboration restrictions",
        ResourceField::ExternalUsersMayLeave => "external users may leave",
        ResourceField::InboundUsers => "inbound access by default, users and groups",
        ResourceField::InboundApplications => "inbound access by default, applications",
        ResourceField::TrustsMfa => "trust of multifactor authentication by default",
        ResourceField::TrustsCompliantDevices => "trust of compliant devices by default",
        ResourceField::TrustsHybridJoinedDevices => "trust of hybrid joined devices by default",
        ResourceField::ConditionalAccess => "Conditional Access policies",
        ResourceField::ApplicationName => "name of the application",
        ResourceField::ApplicationId => "ID of the application",
        ResourceField::ApplicationPermissions => "permissions of the application",
        ResourceField::AssignmentRequired => "assignment required by the application",
        ResourceField::SelfServiceSignUp => "self-service sign-up",
        ResourceField::NotificationLanguage => "notification language",
    }
}

/// A setting of a federation.
pub fn federation_field(field: FederationField) -> &'static str {
    match field {
        FederationField::DisplayName => "name",
        FederationField::PreferredAuthenticationProtocol => "protocol",
        FederationField::IssuerUri => "issuer URI",
        FederationField::Domains => "domains",
        FederationField::IsEntraTenant => "is a Microsoft Entra tenant",
        FederationField::Inactive => "not in force",
        FederationField::Response => "what the provider sends back",
        FederationField::PassiveSignInUri => "passive authentication endpoint",
        FederationField::DnsRecordPublished => "DNS record published",
    }
}

/// A setting of terms of use.
pub fn terms_field(field: TermsField) -> &'static str {
    match field {
        TermsField::DisplayName => "name",
        TermsField::Languages => "languages",
        TermsField::IsViewingBeforeAcceptanceRequired => "must be opened before they are accepted",
        TermsField::IsPerDeviceAcceptanceRequired => "must be accepted on every device",
        TermsField::TermsExpiration => "expiry for everybody",
        TermsField::ExpirationStart => "start of the expiry",
        TermsField::ExpirationFrequency => "frequency of the expiry",
        TermsField::ReacceptAfterDays => "days until they must be accepted again",
    }
}

/// A setting of a Conditional Access policy.
pub fn policy_field(field: PolicyField) -> &'static str {
    match field {
        PolicyField::DisplayName => "name",
        PolicyField::State => "state",
        PolicyField::ExternalUsers => "external users",
        PolicyField::Applications => "applications",
        PolicyField::IncludeLocations => "locations included",
        PolicyField::ExcludeLocations => "locations excluded",
        PolicyField::SignInRiskLevels => "sign-in risk levels",
        PolicyField::UserRiskLevels => "user risk levels",
        PolicyField::GrantControls => "grant controls",
        PolicyField::Operator => "for several controls",
        PolicyField::TermsOfUse => "terms of use",
        PolicyField::SignInFrequency => "sign-in frequency",
    }
}

/// A setting of a home tenant, or of the resource tenant for it.
pub fn home_field(field: HomeField) -> &'static str {
    match field {
        HomeField::TenantId => "tenant ID",
        HomeField::DisplayName => "name",
        HomeField::Management => "administration",
        HomeField::VerifiedDomains => "verified domains",
        HomeField::Federated => "users sign in at a federated provider",
        HomeField::OutboundAutomaticRedemption => "automatic redemption, outbound",
        HomeField::InboundAutomaticRedemption => "automatic redemption, inbound to the resource tenant",
        HomeField::AllowEmailVerifiedUsers => "email-verified users may join",
        HomeField::EmailBasedSubscriptions => "email-based subscriptions",
        HomeField::EmailAsAlternateLoginId => "email as alternate login ID",
        HomeField::Users => "users",
        HomeField::OutboundUsers => "outbound access by default, users and groups",
        HomeField::OutboundApplications => "outbound access by default, applications",
        HomeField::OutboundToResource => "outbound settings for the resource tenant",
        HomeField::OutboundToResourceUsers => "outbound access to the resource tenant, users and groups",
        HomeField::OutboundToResourceApplications => "outbound access to the resource tenant, applications",
        HomeField::Cloud => "cloud",
        HomeField::AllowsResourceCloud => "allows the resource tenant's cloud",
        HomeField::AddsResourceTenant => "has added the resource tenant",
        HomeField::CrossCloudWorkerDisabled => "Microsoft B2B Cross Cloud Worker is disabled",
        HomeField::RequiresMfa => "demands multifactor authentication",
        HomeField::BlocksSignIn => "blocks the sign-in",
        HomeField::NotificationLanguage => "notification language",
        HomeField::PartnerInbound => "the resource tenant's inbound settings for it",
        HomeField::PartnerInboundUsers => "inbound access from it, users and groups",
        HomeField::PartnerInboundApplications => "inbound access from it, applications",
        HomeField::PartnerInboundTrust => "the resource tenant's trust settings for it",
        HomeField::PartnerTrustsMfa => "trust of its multifactor authentication",
        HomeField::PartnerTrustsCompliantDevices => "trust of its compliant devices",
        HomeField::PartnerTrustsHybridJoinedDevices => "trust of its hybrid joined devices",
        HomeField::PartnerAdded => "added by the resource tenant as an organization",
    }
}

/// A fact about a user of a home tenant.
pub fn user_field(field: UserField) -> &'static str {
    match field {
        UserField::UserPrincipalName => "user principal name",
        UserField::Mail => "mail",
        UserField::Aliases => "aliases",
        UserField::Groups => "groups",
        UserField::Disabled => "disabled",
    }
}

/// A fact about a guest.
pub fn guest_field(field: GuestField) -> &'static str {
    match field {
        GuestField::DisplayName => "name",
        GuestField::InvitedEmail => "invited address",
        GuestField::WorkAccount => "work account",
        GuestField::MicrosoftAccount => "personal account",
        GuestField::GoogleAccount => "Google account",
        GuestField::GoogleAnswer => "what Google answers",
        GuestField::PartnerAccount => "account at the partner's provider",
        GuestField::ReadsInvitedMailbox => "reads the invited mailbox",
        GuestField::LiveWorkSession => "browser is signed in with the work account",
        GuestField::SendInvitationMessage => "invitation mail is asked for",
        GuestField::InvitedUserType => "user type",
        GuestField::InviteRedirectUrl => "invite redirect URL",
        GuestField::ContactConflict => "a contact object has the address",
        GuestField::AccountDisabled => "account is disabled",
        GuestField::WayIn => "way in",
        GuestField::TargetApp => "app",
        GuestField::SignInName => "name typed at sign-in",
        GuestField::SecondAddress => "second address",
        GuestField::NotAssigned => "is not assigned to the application",
        GuestField::InviterRole => "role of the inviter",
        GuestField::InviterWithoutMailbox => "inviter has no mailbox",
        GuestField::InvitedOn => "day of the invitation",
        GuestField::AddressOwner => "owner of the address",
        GuestField::GroupMailbox => "address is a group mailbox",
        GuestField::InternalUser => "internal user",
        GuestField::InternalUserSynced => "internal user is synced from on-premises",
        GuestField::MessageLanguage => "language of the message",
        GuestField::CustomizedMessageBody => "message of the inviter",
        GuestField::FindsInvitationMail => "finds the invitation mail",
        GuestField::Unsubscribed => "has blocked invitations",
        GuestField::Client => "app is opened with",
        GuestField::PreferredLanguage => "language of the browser",
        GuestField::Location => "location",
        GuestField::TenantRestrictions => "tenant restrictions on the network",
        GuestField::Device => "device",
        GuestField::HomeMfaDone => "multifactor authentication done at home",
        GuestField::StrongMethods => "strong methods",
        GuestField::ResourceMfaRegistered => "registered for multifactor authentication in the resource tenant",
        GuestField::SignInRisk => "sign-in risk",
        GuestField::UserRisk => "user risk",
    }
}

/// A reading of another document.
pub fn interpretation_field(field: InterpretationField) -> &'static str {
    match field {
        InterpretationField::SharedAddressIsWork => "an address of both kinds is a work account",
        InterpretationField::LinkExpiresAfterDays => "days until the link expires",
        InterpretationField::LinkWorksOnce => "the link works once",
        InterpretationField::TermsAtFirstSignInOnly => "terms of use at the first sign-in only",
        InterpretationField::PasswordsForUnmanaged => "passwords for unmanaged accounts",
        InterpretationField::JustInTimeCreationWorks => "just-in-time creation works",
        InterpretationField::AuditEveryAttempt => "every attempt is audited",
    }
}
