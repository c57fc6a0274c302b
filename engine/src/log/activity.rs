//! The activities that the audit log names, each with its service, its category and where it can be read.
//!
//! When an activity is written is decided in `audit.rs` and `change.rs`; here stands only what it is called.

use serde::Serialize;
use strum::EnumIter;

use crate::rules::{Document, Source};

/// What the audit log's documents say about an activity.
#[derive(Clone, Copy, Debug)]
pub struct ActivityCard {
    /// The service that writes it (`loggedByService`).
    pub service: &'static str,
    /// Its category.
    pub category: &'static str,
    /// Its name (`activityDisplayName`).
    pub name: &'static str,
    /// What kind of operation it is (`operationType`).
    pub operation: OperationType,
    /// Where it can be read.
    pub source: Source,
}

/// Microsoft Graph's `operationType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum OperationType {
    /// Something comes to be.
    Add,
    /// Something is given to somebody.
    Assign,
    /// Something is changed.
    Update,
    /// Something is taken from somebody.
    Unassign,
    /// Something goes.
    Delete,
}

macro_rules! activities {
    ($($service:literal $category:literal { $($activity:ident $name:literal $operation:ident [$document:ident $place:literal])+ })+) => {
        /// An activity of the audit log.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter)]
        pub enum Activity {
            $($(#[doc = $name] $activity,)+)+
        }

        impl Activity {
            /// Service, category, name and source.
            pub fn card(self) -> ActivityCard {
                match self {
                    $($(Self::$activity => ActivityCard {
                        service: $service,
                        category: $category,
                        name: $name,
                        operation: OperationType::$operation,
                        source: Source { document: Document::$document, place: $place },
                    },)+)+
                }
            }
        }
    };
}

activities! {
    "Invited Users" "UserManagement" {
        InviteExternalUser "Invite external user" Add [AuditActivities2024 "Invited users"]
        InviteWithReset "Invite external user with reset invitation status" Update [AuditActivities2024 "Invited users"]
        InviteInternalUser "Invite internal user to B2B collaboration" Update [AuditActivities2024 "Invited users"]
        RedeemInvite "Redeem external user invite" Update [AuditActivities2024 "Invited users"]
        DeleteExternalUser "Delete external user" Delete [AuditActivities2024 "Invited users"]
        EmailNotSent "Email not sent, user unsubscribed" Update [AuditActivities2024 "Invited users"]
        EmailSubscribed "Email subscribed" Update [AuditActivities2024 "Invited users"]
        ViralUserCreation "Viral user creation" Add [AuditActivities2024 "Invited users"]
    }
    "Core Directory" "UserManagement" {
        AddUser "Add user" Add [AuditActivities2024 "Core Directory"]
        UpdateUser "Update user" Update [AuditActivities2024 "Core Directory"]
        DeleteUser "Delete user" Delete [AuditActivities2024 "Core Directory"]
        HardDeleteUser "Hard Delete user" Delete [AuditActivities2024 "Core Directory"]
        RestoreUser "Restore user" Update [AuditActivities2024 "Core Directory"]
        EnableAccount "Enable account" Update [AuditActivities2024 "Core Directory"]
        DisableAccount "Disable account" Update [AuditActivities2024 "Core Directory"]
        AddUserSponsor "Add user sponsor" Add [ObservedAudit "Entries of an invitation"]
        AssignApplication "Add app role assignment grant to user" Assign [ObservedAudit "Entries of an assignment"]
        UnassignApplication "Remove app role assignment from user" Unassign [AuditActivities2024 "Core Directory"]
    }
    "Core Directory" "ApplicationManagement" {
        ConsentToApplication "Consent to application" Assign [AuditActivities2024 "Core Directory"]
        UpdateServicePrincipal "Update service principal" Update [AuditActivities2024 "Core Directory"]
    }
    "Core Directory" "Contact" {
        AddContact "Add contact" Add [AuditActivities2024 "Core Directory"]
        DeleteContact "Delete contact" Delete [AuditActivities2024 "Core Directory"]
    }
    "Core Directory" "CrossTenantAccessSettings" {
        AddPartner "Add a partner to cross-tenant access setting" Add [AuditActivities2024 "Core Directory"]
        DeletePartner "Delete partner specific cross-tenant access setting" Delete [AuditActivities2024 "Core Directory"]
        UpdatePartner "Update a partner cross-tenant access setting" Update [AuditActivities2024 "Core Directory"]
        UpdateDefaultAccess "Update the company default cross-tenant access setting" Update [AuditActivities2024 "Core Directory"]
    }
    "Core Directory" "Policy" {
        UpdatePolicy "Update policy" Update [AuditActivities2024 "Core Directory"]
    }
    "Core Directory" "AuthorizationPolicy" {
        UpdateAuthorizationPolicy "Update authorization policy" Update [AuditActivities2024 "Core Directory"]
    }
    "Conditional Access" "Policy" {
        UpdateConditionalAccess "Update Conditional Access policy" Update [AuditActivities2024 "Conditional Access"]
    }
    "Authentication Methods" "ApplicationManagement" {
        UpdateAuthenticationMethods "Authentication Methods Policy Update" Update [AuditActivities2024 "Authentication Methods"]
    }
    "Authentication Methods" "UserManagement" {
        RegisterSecurityInfo "User registered security info" Add [AuditActivities2024 "Authentication Methods"]
    }
    "B2C" "ResourceManagement" {
        CreateIdentityProvider "Create Identity Provider" Add [AuditActivities2024 "B2C"]
        DeleteIdentityProvider "Delete Identity Provider" Delete [AuditActivities2024 "B2C"]
    }
    "Terms Of Use" "Policy" {
        AcceptTerms "Accept Terms Of Use" Add [AuditActivities2024 "Terms of use"]
        DeclineTerms "Decline Terms Of Use" Add [AuditActivities2024 "Terms of use"]
        EditTerms "Edit Terms Of Use" Update [AuditActivities2024 "Terms of use"]
    }
}
