//! Values of settings and facts, in the words of the admin center.
//!
//! Only the words of the values; the settings' own names stand beside their controls.

use crate::design::{
    AccessType, AllowInvitesFrom, ApplicationPermissions, Cloud, ExternalUserType, GrantControl, GrantOperator, GuestUserAccess,
    Management, PolicyState, ProviderResponse, RestrictionKind, RiskLevel, TermsFrequency,
};
use crate::guest::{AddressOwner, Client, Device, GoogleAnswer, InviterRole, UserType};
use crate::guest_record::ObjectState;

/// A Microsoft cloud.
pub fn cloud(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Global => "Microsoft Azure Commercial",
        Cloud::UsGovernment => "Microsoft Azure Government",
        Cloud::China21Vianet => "Microsoft Azure operated by 21Vianet",
    }
}

/// Who may invite.
pub fn allow_invites_from(setting: AllowInvitesFrom) -> &'static str {
    match setting {
        AllowInvitesFrom::Everyone => "Anyone in the organization, guests included",
        AllowInvitesFrom::AdminsGuestInvitersAndAllMembers => "Members and users with specific admin roles",
        AllowInvitesFrom::AdminsAndGuestInviters => "Only users with specific admin roles",
        AllowInvitesFrom::None => "No one, administrators included",
    }
}

/// Allowed or blocked.
pub fn access_type(access: AccessType) -> &'static str {
    match access {
        AccessType::Allowed => "Allow access",
        AccessType::Blocked => "Block access",
    }
}

/// The kind of a domain list.
pub fn restriction_kind(kind: RestrictionKind) -> &'static str {
    match kind {
        RestrictionKind::AnyDomain => "Any domain",
        RestrictionKind::DenyList => "Deny list: all but these domains",
        RestrictionKind::AllowList => "Allow list: only these domains",
    }
}

/// What an accepted guest may see.
pub fn guest_user_access(access: GuestUserAccess) -> &'static str {
    match access {
        GuestUserAccess::SameAsMembers => "The same access as members",
        GuestUserAccess::Limited => "Limited access to properties and memberships",
        GuestUserAccess::Restricted => "Restricted to their own directory objects",
    }
}

/// The consent that an application still needs.
pub fn application_permissions(permissions: ApplicationPermissions) -> &'static str {
    match permissions {
        ApplicationPermissions::None => "None",
        ApplicationPermissions::UserConsent => "Each user consents",
        ApplicationPermissions::AdminConsentRequired => "Admin consent required",
        ApplicationPermissions::PreConsented => "Admin consent granted",
    }
}

/// A control of a policy.
pub fn grant_control(control: GrantControl) -> &'static str {
    match control {
        GrantControl::Block => "Block access",
        GrantControl::Mfa => "Require multifactor authentication",
        GrantControl::AuthenticationStrength => "Require authentication strength",
        GrantControl::CompliantDevice => "Require device to be marked as compliant",
        GrantControl::DomainJoinedDevice => "Require Microsoft Entra hybrid joined device",
        GrantControl::ApprovedApplication => "Require approved client app",
        GrantControl::CompliantApplication => "Require app protection policy",
        GrantControl::PasswordChange => "Require password change",
    }
}

/// How several controls belong together.
pub fn grant_operator(operator: GrantOperator) -> &'static str {
    match operator {
        GrantOperator::And => "Require all the selected controls",
        GrantOperator::Or => "Require one of the selected controls",
    }
}

/// A risk.
pub fn risk_level(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::None => "No risk",
        RiskLevel::Low => "Low",
        RiskLevel::Medium => "Medium",
        RiskLevel::High => "High",
    }
}

/// A kind of external users.
pub fn external_user_type(kind: ExternalUserType) -> &'static str {
    match kind {
        ExternalUserType::B2bCollaborationGuest => "B2B collaboration guest users",
        ExternalUserType::B2bCollaborationMember => "B2B collaboration member users",
        ExternalUserType::B2bDirectConnectUser => "B2B direct connect users",
        ExternalUserType::InternalGuest => "Local guest users",
        ExternalUserType::ServiceProvider => "Service provider users",
        ExternalUserType::OtherExternalUser => "Other external users",
    }
}

/// Whether a policy is in force.
pub fn policy_state(state: PolicyState) -> &'static str {
    match state {
        PolicyState::Enabled => "On",
        PolicyState::EnabledForReportingButNotEnforced => "Report-only",
        PolicyState::Disabled => "Off",
    }
}

/// How often terms of use expire.
pub fn terms_frequency(frequency: TermsFrequency) -> &'static str {
    match frequency {
        TermsFrequency::Annually => "Annually",
        TermsFrequency::Biannually => "Biannually",
        TermsFrequency::Quarterly => "Quarterly",
        TermsFrequency::Monthly => "Monthly",
    }
}

/// What a federated provider sends back.
pub fn provider_response(response: ProviderResponse) -> &'static str {
    match response {
        ProviderResponse::Valid => "A valid token with the guest's mail address",
        ProviderResponse::InvalidToken => "A token that cannot be validated",
        ProviderResponse::MailClaimMissing => "A token without the mail claim",
        ProviderResponse::MailClaimOutsideDomain => "A mail address outside the federated domains",
        ProviderResponse::RealmMissing => "A response without the realm",
        ProviderResponse::RealmUnknown => "A response of an unknown issuer",
    }
}

/// What Google answers.
pub fn google_answer(answer: GoogleAnswer) -> &'static str {
    match answer {
        GoogleAnswer::SignsIn => "Signs the guest in",
        GoogleAnswer::LastingError => "An error that stays (40008)",
        GoogleAnswer::PassingError => "An error that may pass (40010)",
        GoogleAnswer::CodeRefused => "Does not take its code (40015)",
        GoogleAnswer::RefreshTokenRefused => "Later, does not take its token (40009)",
    }
}

/// The role of whoever invites.
pub fn inviter_role(role: InviterRole) -> &'static str {
    match role {
        InviterRole::Administrator => "Administrator",
        InviterRole::GuestInviter => "Member with the role Guest Inviter",
        InviterRole::Member => "Member without a role",
        InviterRole::Guest => "Guest",
        InviterRole::Application => "Application without a signed-in user",
    }
}

/// What owns an address.
pub fn address_owner(owner: AddressOwner) -> &'static str {
    match owner {
        AddressOwner::LocalUser => "A user of the resource tenant",
        AddressOwner::Group => "A group",
        AddressOwner::ExistingGuest => "A guest who was invited before",
    }
}

/// What the app is opened with.
pub fn client(client: Client) -> &'static str {
    match client {
        Client::Browser => "Browser or the system's web-view",
        Client::EmbeddedWebView => "Web-view embedded in an app",
    }
}

/// A device.
pub fn device(device: Device) -> &'static str {
    match device {
        Device::Unmanaged => "Not managed",
        Device::Compliant => "Compliant",
        Device::HybridJoined => "Hybrid joined",
    }
}

/// Guest or member.
pub fn user_type(kind: UserType) -> &'static str {
    kind.into()
}

/// Whether a tenant has an administrator.
pub fn management(management: Management) -> &'static str {
    match management {
        Management::Managed => "Managed",
        Management::Unmanaged => "Unmanaged",
    }
}

/// Whether the guest object exists.
pub fn object_state(state: ObjectState) -> &'static str {
    match state {
        ObjectState::None => "Not there yet",
        ObjectState::Active => "Exists",
        ObjectState::SoftDeleted => "Deleted, can be restored",
        ObjectState::Gone => "Deleted for good",
    }
}
