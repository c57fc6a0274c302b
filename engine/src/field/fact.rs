//! Which control sets what a rule looked at.
//!
//! Nothing here knows the value, nor whether the control is on the screen.

use super::{FederationField, Field, GuestField, HomeField, InterpretationField, ResourceField};
use crate::trace::What;

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
            Self::InviteSettings => Field::resource(ResourceField::AllowInvitesFrom),
            Self::Inviter => Field::of_guest(guest, GuestField::InviterRole),
            Self::GroupMailbox => Field::of_guest(guest, GuestField::GroupMailbox),
            Self::AddressOwner => Field::of_guest(guest, GuestField::AddressOwner),
            Self::InternalUser => Field::of_guest(guest, GuestField::InternalUser),
            Self::CollaborationRestrictions => Field::resource(ResourceField::RestrictionKind),
            // The partner's own settings stand before the default; the control says which are in force.
            Self::InboundUsers(number) | Self::InboundApplications(number) => {
                Field::of_home(number.into(), HomeField::PartnerInbound)
            }
            Self::InboundDefault => Field::resource(ResourceField::InboundUsers),
            Self::OutboundUsers(number) | Self::OutboundApplications(number) => {
                Field::of_home(number.into(), HomeField::OutboundToResource)
            }
            Self::ResourceCloud => Field::resource(ResourceField::Cloud),
            Self::AllowedClouds => Field::resource(ResourceField::AllowedClouds),
            Self::HomeCloud(number) => Field::of_home(number.into(), HomeField::Cloud),
            Self::PartnerAdded(number) => Field::of_home(number.into(), HomeField::PartnerAdded),
            Self::CrossCloud(number) => Field::of_home(number.into(), HomeField::AllowsResourceCloud),
            Self::SendMail => Field::of_guest(guest, GuestField::SendInvitationMessage),
            Self::Unsubscribed => Field::of_guest(guest, GuestField::Unsubscribed),
            Self::FindsMail => Field::of_guest(guest, GuestField::FindsInvitationMail),
            Self::LinkExpiry => Field::interpretation(InterpretationField::LinkExpiresAfterDays),
            Self::LinkWorksOnce => Field::interpretation(InterpretationField::LinkWorksOnce),
            Self::TenantRestrictions => Field::of_guest(guest, GuestField::TenantRestrictions),
            Self::HomeUserDisabled(number) => Field::of_home(number.into(), HomeField::Users),
            Self::HomeRequiresMfa(number) => Field::of_home(number.into(), HomeField::RequiresMfa),
            Self::HomeBlocksSignIn(number) => Field::of_home(number.into(), HomeField::BlocksSignIn),
            Self::FederationInactive(number) => Field::of_federation(number.into(), FederationField::Inactive),
            Self::ProviderResponse(number) => Field::of_federation(number.into(), FederationField::Response),
            Self::GoogleClient => Field::resource(ResourceField::GoogleClientInvalid),
            Self::GoogleAnswer => Field::of_guest(guest, GuestField::GoogleAnswer),
            Self::Client => Field::of_guest(guest, GuestField::Client),
            Self::Policies | Self::SignInFrequency => Field::resource(ResourceField::ConditionalAccess),
            Self::Location => Field::of_guest(guest, GuestField::Location),
            Self::SignInRisk => Field::of_guest(guest, GuestField::SignInRisk),
            Self::UserRisk => Field::of_guest(guest, GuestField::UserRisk),
            Self::Device => Field::of_guest(guest, GuestField::Device),
            Self::HomeMfa => Field::of_guest(guest, GuestField::HomeMfaDone),
            Self::StrongMethods => Field::of_guest(guest, GuestField::StrongMethods),
            Self::MfaRegistered => Field::of_guest(guest, GuestField::ResourceMfaRegistered),
            Self::InboundTrust(number) => Field::of_home(number.into(), HomeField::PartnerInboundTrust),
            Self::TermsLanguage => Field::of_guest(guest, GuestField::PreferredLanguage),
            Self::TermsExpiry => Field::resource(ResourceField::TermsOfUse),
            // The simulated clock starts on the day of the invitation.
            Self::Today => Field::of_guest(guest, GuestField::InvitedOn),
            Self::ApplicationPermissions => Field::resource(ResourceField::ApplicationPermissions),
            Self::AssignmentRequired => Field::resource(ResourceField::AssignmentRequired),
            Self::Assigned => Field::of_guest(guest, GuestField::NotAssigned),
            Self::MayLeave => Field::resource(ResourceField::ExternalUsersMayLeave),
            Self::SecondAddress => Field::of_guest(guest, GuestField::SecondAddress),
            // Which of the readings it is stands in the fact's value.
            Self::Interpretation => Field::interpretations(),
            Self::UserType => Field::of_guest(guest, GuestField::InvitedUserType),
            Self::ExternalUserState
            | Self::IdentityProvider
            | Self::TenantsWithDomain
            | Self::FederatedDomains
            | Self::TermsAccepted
            | Self::PermissionsAccepted
            | Self::PasscodeAge
            | Self::ConsumerDomains
            | Self::LinkAge
            | Self::LinkUsed
            | Self::HomeAccountRecreated
            | Self::ApplicationConsented
            | Self::GuestObject
            | Self::DeletedFor
            | Self::PasscodeSession
            | Self::SignInSession
            | Self::SessionSecondFactor => return None,
        })
    }
}
