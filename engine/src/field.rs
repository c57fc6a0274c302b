//! The names of the form's controls, so that a problem or a fact can lead the reader to the setting it comes from.
//!
//! The page gives its controls these names as ids. Nothing here knows whether a control is on the screen.

use std::fmt;

use serde::Serialize;
use strum::{EnumIter, IntoStaticStr};

use crate::trace::What;

/// The path of a form control, such as `home.0.tenantId`. Numbers are positions in the workspace's lists, from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Field(String);

/// A setting of the resource tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum ResourceField {
    /// The organisation's name.
    DisplayName,
    /// The domain the tenant got when it was made.
    InitialDomain,
    /// Further verified domains.
    VerifiedDomains,
    /// Google federation.
    GoogleFederation,
    /// Email one-time passcode for guests.
    EmailOneTimePasscode,
    /// The primary identity providers, in order.
    #[strum(serialize = "redemptionOrder.primary")]
    OrderPrimary,
    /// The fallback identity provider.
    #[strum(serialize = "redemptionOrder.fallback")]
    OrderFallback,
    /// The terms of use.
    TermsOfUse,
    /// The address of the privacy statement.
    #[strum(serialize = "privacy.statementUrl")]
    PrivacyStatementUrl,
    /// The privacy contact.
    #[strum(serialize = "privacy.contact")]
    PrivacyContact,
    /// Where mail links land.
    InviteRedirectUrl,
}

/// A setting of one federation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum FederationField {
    /// The name administrators see.
    DisplayName,
    /// SAML or WS-Fed.
    PreferredAuthenticationProtocol,
    /// The issuer.
    IssuerUri,
    /// The federated domains.
    Domains,
    /// Whether the provider is a Microsoft Entra tenant.
    IsEntraTenant,
}

/// A setting of one home tenant, or one that the resource tenant has for it as a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum HomeField {
    /// The tenant's id.
    TenantId,
    /// The organisation's name.
    DisplayName,
    /// Managed or unmanaged.
    Management,
    /// The verified domains.
    VerifiedDomains,
    /// Whether users sign in at a provider of the tenant's own.
    Federated,
    /// Outbound automatic redemption.
    OutboundAutomaticRedemption,
    /// The resource tenant's inbound automatic redemption for this partner.
    InboundAutomaticRedemption,
    /// Whether email-verified users may join.
    AllowEmailVerifiedUsers,
    /// Whether email-based subscriptions are allowed.
    EmailBasedSubscriptions,
    /// Whether email is an alternate login.
    EmailAsAlternateLoginId,
    /// The users.
    Users,
}

/// A fact about one guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum GuestField {
    /// The guest's name.
    DisplayName,
    /// The invited address.
    InvitedEmail,
    /// The work account.
    WorkAccount,
    /// The Microsoft account.
    MicrosoftAccount,
    /// The Google account.
    GoogleAccount,
    /// The account at the partner's provider.
    PartnerAccount,
    /// Whether the invited mailbox is read.
    ReadsInvitedMailbox,
    /// Whether the browser is signed in with the work account.
    LiveWorkSession,
    /// Whether the invitation mail is sent.
    SendInvitationMessage,
    /// Guest or member.
    InvitedUserType,
    /// Where this invitation's mail link lands.
    InviteRedirectUrl,
    /// Whether a contact object owns the address.
    ContactConflict,
    /// Whether the guest object is disabled.
    AccountDisabled,
    /// The way in.
    WayIn,
    /// The app that the way in leads to.
    TargetApp,
    /// What the guest types.
    SignInName,
}

impl Field {
    /// The choice of edition.
    pub fn edition() -> Self {
        Self("edition".to_owned())
    }

    /// A setting of the resource tenant.
    pub fn resource(field: ResourceField) -> Self {
        Self(format!("resource.{}", <&str>::from(field)))
    }

    /// One federation as a whole.
    pub fn federation(number: usize) -> Self {
        Self(format!("resource.federations.{number}"))
    }

    /// A setting of one federation.
    pub fn of_federation(number: usize, field: FederationField) -> Self {
        Self(format!("resource.federations.{number}.{}", <&str>::from(field)))
    }

    /// One home tenant as a whole.
    pub fn home(number: usize) -> Self {
        Self(format!("home.{number}"))
    }

    /// A setting of one home tenant.
    pub fn of_home(number: usize, field: HomeField) -> Self {
        Self(format!("home.{number}.{}", <&str>::from(field)))
    }

    /// A fact about one guest.
    pub fn of_guest(number: usize, field: GuestField) -> Self {
        Self(format!("guest.{number}.{}", <&str>::from(field)))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl What {
    /// The control that sets this, for the guest at this position; `None` for what only a run brings about, and for what no
    /// single control sets.
    pub fn field(self, guest: usize) -> Option<Field> {
        Some(match self {
            Self::Edition => Field::edition(),
            Self::WayIn => Field::of_guest(guest, GuestField::WayIn),
            Self::TargetApp => Field::of_guest(guest, GuestField::TargetApp),
            Self::InvitedEmail | Self::InvitedDomain => Field::of_guest(guest, GuestField::InvitedEmail),
            Self::TypedName => Field::of_guest(guest, GuestField::SignInName),
            Self::WorkAccount => Field::of_guest(guest, GuestField::WorkAccount),
            Self::MicrosoftAccount => Field::of_guest(guest, GuestField::MicrosoftAccount),
            Self::GoogleAccount => Field::of_guest(guest, GuestField::GoogleAccount),
            Self::PartnerAccount => Field::of_guest(guest, GuestField::PartnerAccount),
            Self::ReadsMailbox => Field::of_guest(guest, GuestField::ReadsInvitedMailbox),
            Self::LiveSession => Field::of_guest(guest, GuestField::LiveWorkSession),
            // A guest object is without `proxyAddresses` only because of a contact object.
            Self::ContactConflict | Self::ProxyAddresses => Field::of_guest(guest, GuestField::ContactConflict),
            Self::AccountDisabled => Field::of_guest(guest, GuestField::AccountDisabled),
            Self::HomeUsers(number) => Field::of_home(number.into(), HomeField::Users),
            Self::Management(number) => Field::of_home(number.into(), HomeField::Management),
            Self::HomeVerifiedDomains(number) => Field::of_home(number.into(), HomeField::VerifiedDomains),
            Self::HomeFederated(number) => Field::of_home(number.into(), HomeField::Federated),
            Self::AlternateLogin(number) => Field::of_home(number.into(), HomeField::EmailAsAlternateLoginId),
            Self::EmailVerifiedUsersMayJoin(number) => Field::of_home(number.into(), HomeField::AllowEmailVerifiedUsers),
            Self::EmailBasedSubscriptions(number) => Field::of_home(number.into(), HomeField::EmailBasedSubscriptions),
            Self::OutboundAutomaticRedemption(number) => Field::of_home(number.into(), HomeField::OutboundAutomaticRedemption),
            Self::InboundAutomaticRedemption(number) => Field::of_home(number.into(), HomeField::InboundAutomaticRedemption),
            Self::FederationDomains(number) => Field::of_federation(number.into(), FederationField::Domains),
            Self::FederationIsEntraTenant(number) => Field::of_federation(number.into(), FederationField::IsEntraTenant),
            Self::GoogleFederation => Field::resource(ResourceField::GoogleFederation),
            Self::Passcode => Field::resource(ResourceField::EmailOneTimePasscode),
            Self::ResourceDomains => Field::resource(ResourceField::VerifiedDomains),
            Self::TermsOfUse => Field::resource(ResourceField::TermsOfUse),
            // The invitation's own address stands before the tenant's.
            Self::RedirectUrl => Field::of_guest(guest, GuestField::InviteRedirectUrl),
            Self::ExternalUserState
            | Self::IdentityProvider
            | Self::TenantsWithDomain
            | Self::FederatedDomains
            | Self::TermsAccepted
            | Self::PermissionsAccepted
            | Self::PasscodeAge
            | Self::ConsumerDomains => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn controls_have_the_names_that_the_page_gives_them() {
        let resource: Vec<String> = ResourceField::iter().map(|field| Field::resource(field).to_string()).collect();
        assert_eq!(
            resource,
            [
                "resource.displayName",
                "resource.initialDomain",
                "resource.verifiedDomains",
                "resource.googleFederation",
                "resource.emailOneTimePasscode",
                "resource.redemptionOrder.primary",
                "resource.redemptionOrder.fallback",
                "resource.termsOfUse",
                "resource.privacy.statementUrl",
                "resource.privacy.contact",
                "resource.inviteRedirectUrl",
            ]
        );
        assert_eq!(Field::federation(2).as_str(), "resource.federations.2");
        let names: Vec<&str> = FederationField::iter().map(Into::into).collect();
        assert_eq!(names, ["displayName", "preferredAuthenticationProtocol", "issuerUri", "domains", "isEntraTenant"]);
        assert_eq!(Field::of_home(1, HomeField::InboundAutomaticRedemption).as_str(), "home.1.inboundAutomaticRedemption");
        assert_eq!(Field::of_guest(0, GuestField::ReadsInvitedMailbox).as_str(), "guest.0.readsInvitedMailbox");
    }

    #[test]
    fn a_fact_leads_to_the_control_of_its_own_guest_and_tenant() {
        assert_eq!(What::TypedName.field(3), Some(Field::of_guest(3, GuestField::SignInName)));
        assert_eq!(What::HomeUsers(1).field(3), Some(Field::of_home(1, HomeField::Users)));
        assert_eq!(What::PasscodeAge.field(0), None);
    }
}
