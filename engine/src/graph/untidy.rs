//! What people paste is not always what Microsoft Graph wrote: property names in other capitals, as PowerShell's objects have them, and
//! answers that somebody has put into a list.
//!
//! Only names that are read somewhere are mended, and only where the exact name is not there; every mending is a note.

use std::collections::{BTreeMap, BTreeSet};

use super::note::{Level, Note};
use super::recognise::{ResourceKind, recognise};
use crate::document::place::{property_path, shorten};
use crate::document::tree::Tree;

/// The names that are looked for, or known and left out.
const NAMES: &[&str] = &[
    "accessType",
    "accountEnabled",
    "activeSignInUri",
    "allowDeletedIdentitiesDataRemoval",
    "allowEmailVerifiedUsersToJoinOrganization",
    "allowExternalIdToUseEmailOtp",
    "allowExternalIdentitiesToLeave",
    "allowInvitesFrom",
    "allowUserConsentForRiskyApps",
    "allowedCloudEndpoints",
    "allowedToSignUpEmailBasedSubscriptions",
    "allowedToUseSSPR",
    "appDisplayName",
    "appId",
    "appRoleAssignmentRequired",
    "appRoles",
    "appServiceConnectInbound",
    "applicationFilter",
    "applications",
    "assignedPlans",
    "authenticationStrength",
    "automaticUserConsentSettings",
    "b2bCollaborationInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "blockMsolPowerShell",
    "blockServiceProviderOutboundAccess",
    "body",
    "builtInControls",
    "businessPhones",
    "capabilities",
    "ccRecipients",
    "city",
    "clientAppTypes",
    "clientId",
    "clientSecret",
    "code",
    "conditions",
    "contactEmail",
    "countriesAndRegions",
    "country",
    "countryLetterCode",
    "createdDateTime",
    "creationType",
    "customAuthenticationFactors",
    "customizedMessageBody",
    "defaultUsageLocation",
    "defaultUserRolePermissions",
    "definition",
    "deletedDateTime",
    "description",
    "displayName",
    "domains",
    "error",
    "excludeApplications",
    "excludeGroups",
    "excludeGuestsOrExternalUsers",
    "excludeLocations",
    "excludeRoles",
    "excludeTargets",
    "excludeUsers",
    "externalTenants",
    "externalUserState",
    "externalUserStateChangeDateTime",
    "fallbackIdentityProvider",
    "federatedIdpMfaBehavior",
    "file",
    "files",
    "frequency",
    "frequencyInterval",
    "globalSecureAccess",
    "grantControls",
    "guestOrExternalUserTypes",
    "guestUserRoleId",
    "id",
    "identities",
    "identityProviderType",
    "identitySynchronization",
    "inboundAllowed",
    "inboundTrust",
    "includeApplications",
    "includeAuthenticationContextClassReferences",
    "includeGroups",
    "includeGuestsOrExternalUsers",
    "includeLocations",
    "includeRoles",
    "includeTargets",
    "includeUserActions",
    "includeUsers",
    "invitationRedemptionIdentityProviderConfiguration",
    "inviteRedeemUrl",
    "inviteRedirectUrl",
    "invitedUser",
    "invitedUserDisplayName",
    "invitedUserEmailAddress",
    "invitedUserMessageInfo",
    "invitedUserSponsors",
    "invitedUserType",
    "ipRanges",
    "isCompliantDeviceAccepted",
    "isDefault",
    "isEnabled",
    "isHybridAzureADJoinedDeviceAccepted",
    "isInMultiTenantOrganization",
    "isInitial",
    "isMfaAccepted",
    "isMultipleDataLocationsForServicesEnabled",
    "isOrganizationDefault",
    "isPerDeviceAcceptanceRequired",
    "isServiceDefault",
    "isServiceProvider",
    "isSignedAuthenticationRequestRequired",
    "isViewingBeforeAcceptanceRequired",
    "issuer",
    "issuerAssignedId",
    "issuerUri",
    "language",
    "localizations",
    "locations",
    "m365CollaborationInbound",
    "m365CollaborationOutbound",
    "mail",
    "marketingNotificationEmails",
    "membershipKind",
    "messageLanguage",
    "metadataExchangeUri",
    "modifiedDateTime",
    "name",
    "networkAccess",
    "nextSigningCertificate",
    "oauth2PermissionScopes",
    "onPremisesLastSyncDateTime",
    "onPremisesSyncEnabled",
    "operator",
    "otherMails",
    "outboundAllowed",
    "partnerTenantType",
    "passiveSignInUri",
    "passwordResetUri",
    "postalCode",
    "preferredAuthenticationProtocol",
    "preferredLanguage",
    "primaryIdentityProviderPrecedenceOrder",
    "privacyProfile",
    "promptLoginBehavior",
    "provisionedPlans",
    "proxyAddresses",
    "resetRedemption",
    "responses",
    "securityComplianceNotificationMails",
    "securityComplianceNotificationPhones",
    "selfServiceSignUp",
    "sendInvitationMessage",
    "servicePrincipalType",
    "sessionControls",
    "signInFrequency",
    "signInRiskLevels",
    "signInType",
    "signOutUri",
    "signingCertificate",
    "signingCertificateUpdateStatus",
    "startDateTime",
    "state",
    "statementUrl",
    "status",
    "street",
    "tags",
    "target",
    "targetType",
    "targets",
    "technicalNotificationMails",
    "templateId",
    "tenantId",
    "tenantRestrictions",
    "tenantType",
    "termsExpiration",
    "termsOfUse",
    "type",
    "userPrincipalName",
    "userReacceptRequiredFrequency",
    "userRiskLevels",
    "userType",
    "users",
    "usersAndGroups",
    "value",
    "verifiedDomains",
];

/// A name that was written otherwise: where first, and how often.
struct Mended {
    order: usize,
    path: String,
    name: &'static str,
    count: usize,
}

/// The names that were mended, by what was written.
#[derive(Default)]
struct Mending(BTreeMap<String, Mended>);

/// Writes the names as Microsoft Graph does, and answers what was mended.
pub(super) fn mend(tree: &mut Tree, path: &str) -> Vec<Note> {
    let mut mending = Mending::default();
    mending.walk(tree, path);
    let mut mended: Vec<(String, Mended)> = mending.0.into_iter().collect();
    mended.sort_by_key(|(_, mended)| mended.order);
    let note = |(written, Mended { path, name, count, .. }): (String, Mended)| {
        let often = if count == 1 { String::new() } else { format!(" (in {count} places)") };
        Note { level: Level::Repaired, path, text: format!("`{}` was read as `{name}`{often}", shorten(&written)) }
    };
    mended.into_iter().map(note).collect()
}

impl Mending {
    fn walk(&mut self, tree: &mut Tree, path: &str) {
        match tree {
            Tree::List(items) => {
                for (at, item) in items.iter_mut().enumerate().filter(|(_, item)| holds_more(item)) {
                    self.walk(item, &format!("{path}[{at}]"));
                }
            }
            Tree::Object(properties) => {
                let mut there: BTreeSet<&'static str> = properties.iter().filter_map(|(name, _)| exact(name)).collect();
                for (name, value) in properties {
                    if let Some(known) = otherwise(name).filter(|known| there.insert(known)) {
                        self.note(name, path, known);
                        known.clone_into(name);
                    }
                    if holds_more(value) {
                        self.walk(value, &property_path(path, name));
                    }
                }
            }
            Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) => {}
        }
    }

    fn note(&mut self, written: &str, path: &str, name: &'static str) {
        let order = self.0.len();
        let new = || Mended { order, path: property_path(path, written), name, count: 0 };
        self.0.entry(written.to_owned()).or_insert_with(new).count += 1;
    }
}

fn holds_more(tree: &Tree) -> bool {
    matches!(tree, Tree::List(_) | Tree::Object(_))
}

fn exact(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|known| **known == name).copied()
}

/// The known name that differs from this one in capitals alone.
fn otherwise(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|known| known.eq_ignore_ascii_case(name)).copied().filter(|known| *known != name)
}

/// The answers in a list of answers; `None` for a list of things of one kind.
pub(super) fn answers(tree: &Tree) -> Option<&[Tree]> {
    let Tree::List(items) = tree else { return None };
    let is_answer = |item: &Tree| holds_more_named(item, "value") || holds_more_named(item, "responses");
    let kinds: BTreeSet<ResourceKind> = items.iter().filter_map(recognise).collect();
    (kinds.len() > 1 || items.iter().any(|item| matches!(item, Tree::List(_)) || is_answer(item))).then_some(items)
}

fn holds_more_named(tree: &Tree, name: &str) -> bool {
    tree.get(name).is_some_and(holds_more)
}
