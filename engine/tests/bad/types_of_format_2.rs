//! Documents with one wrong value among what format 2 brought: the message names it by its path.
//!
//! What format 1 knew is in `refused_values.rs`.

use crate::Class;
use crate::build::{TENANT, check_texts, of_guest, of_home_tenants, of_tenant, of_workspace};

/// Every table of this file.
pub(crate) const ALL: &[fn()] =
    &[settings_of_format_2_are_named_by_their_path, facts_and_acts_of_format_2_are_named_by_their_path];

#[test]
fn settings_of_format_2_are_named_by_their_path() {
    let tenant = "`workspaces[0].design.resourceTenant";
    let design =
        |property: &str| of_workspace(&format!(r#""name": "w", "design": {{"resourceTenant": {{{TENANT}}}, {property}}}"#));
    check_texts(
        Class::Types,
        &[
            (
                "an unknown cloud",
                of_tenant(r#""cloud": "usnat""#),
                &format!("{tenant}.cloud`: `usnat` is not known; write `global`, `usGovernment` or `china21Vianet`"),
            ),
            (
                "an unknown word for who may invite",
                of_tenant(r#""allowInvitesFrom": "nobody""#),
                &format!(
                    "{tenant}.allowInvitesFrom`: `nobody` is not known; write `everyone`, `adminsGuestInvitersAndAllMembers`, `adminsAndGuestInviters` or `none`"
                ),
            ),
            (
                "a list entry that is no domain",
                of_tenant(r#""collaborationRestrictions": {"kind": "denyList", "domains": ["adatum.example", "*.example"]}"#),
                &format!(
                    "{tenant}.collaborationRestrictions.domains[1]`: `*.example` is not a domain; write one such as `adatum.example`"
                ),
            ),
            (
                "targets as one text",
                of_tenant(r#""inbound": {"usersAndGroups": {"accessType": "allowed", "targets": "Sales"}}"#),
                &format!("{tenant}.inbound.usersAndGroups.targets`: expected a list, found a string"),
            ),
            (
                "the words of Graph for targets",
                of_tenant(r#""inbound": {"applications": {"targets": [{"target": "AllApplications"}]}}"#),
                &format!("{tenant}.inbound.applications.targets[0]`: expected a string, found an object"),
            ),
            (
                "an unknown trust",
                of_tenant(r#""inboundTrust": {"isHybridAzureAdJoinedDeviceAccepted": true}"#),
                &format!(
                    "{tenant}.inboundTrust.isHybridAzureAdJoinedDeviceAccepted`: this property is not known; known here: `isMfaAccepted`, `isCompliantDeviceAccepted` or `isHybridAzureADJoinedDeviceAccepted`"
                ),
            ),
            (
                "an unknown control",
                of_tenant(r#""conditionalAccess": [{"displayName": "P", "grantControls": ["mfa", "riskRemediation"]}]"#),
                &format!(
                    "{tenant}.conditionalAccess[0].grantControls[1]`: `riskRemediation` is not known; write `block`, `mfa`, `authenticationStrength`, `compliantDevice`, `domainJoinedDevice`, `approvedApplication`, `compliantApplication` or `passwordChange`"
                ),
            ),
            (
                "a policy without a name",
                of_tenant(r#""conditionalAccess": [{"state": "enabled"}]"#),
                &format!("{tenant}.conditionalAccess[0].displayName`: this property is missing"),
            ),
            (
                "an operator in small letters",
                of_tenant(r#""conditionalAccess": [{"displayName": "P", "operator": "or"}]"#),
                &format!("{tenant}.conditionalAccess[0].operator`: `or` is not known; write `AND` or `OR`"),
            ),
            (
                "a schedule without a start",
                of_tenant(r#""termsOfUse": [{"displayName": "T", "termsExpiration": {"frequency": "monthly"}}]"#),
                &format!("{tenant}.termsOfUse[0].termsExpiration.start`: this property is missing"),
            ),
            (
                "a day that is none",
                of_tenant(
                    r#""termsOfUse": [{"displayName": "T", "termsExpiration": {"start": "2026-02-30", "frequency": "monthly"}}]"#,
                ),
                &format!(
                    "{tenant}.termsOfUse[0].termsExpiration.start`: `2026-02-30` is not a day; write one such as `2026-04-21`"
                ),
            ),
            (
                "a date in another order",
                of_guest(r#""invitation": {"invitedOn": "31.12.2026"}"#),
                "`workspaces[0].guests[0].invitation.invitedOn`: `31.12.2026` is not a day; write one such as `2026-04-21`",
            ),
            (
                "too many days",
                of_tenant(r#""termsOfUse": [{"displayName": "T", "reacceptAfterDays": 65536}]"#),
                &format!(
                    "{tenant}.termsOfUse[0].reacceptAfterDays`: `65536` is out of range; expected a whole number from 0 to 65535"
                ),
            ),
            (
                "an application without a word for its permissions",
                of_tenant(r#""application": {"permissions": true}"#),
                &format!(
                    "{tenant}.application.permissions`: expected `none`, `userConsent`, `adminConsentRequired` or `preConsented`, found `true`"
                ),
            ),
            (
                "half a day",
                design(r#""interpretations": {"linkExpiresAfterDays": 0.5}"#),
                "`workspaces[0].design.interpretations.linkExpiresAfterDays`: expected a whole number from 0 to 65535, found `0.5`",
            ),
            (
                "a group as an object",
                of_home_tenants(
                    r#"[{"tenantId": "t", "displayName": "Adatum", "verifiedDomains": [], "users": [{"userPrincipalName": "n@a.example", "groups": [{"displayName": "Sales"}]}]}]"#,
                ),
                "`workspaces[0].design.homeTenants[0].users[0].groups[0]`: expected a string, found an object",
            ),
            (
                "a partner's rule of one word",
                of_home_tenants(
                    r#"[{"tenantId": "t", "displayName": "Adatum", "verifiedDomains": [], "partner": {"inbound": "blocked"}}]"#,
                ),
                "`workspaces[0].design.homeTenants[0].partner.inbound`: expected an object, found a string",
            ),
        ],
    );
}

#[test]
fn facts_and_acts_of_format_2_are_named_by_their_path() {
    let guest = "`workspaces[0].guests[0]";
    check_texts(
        Class::Types,
        &[
            (
                "an unknown inviter",
                of_guest(r#""invitation": {"inviter": {"role": "owner"}}"#),
                &format!(
                    "{guest}.invitation.inviter.role`: `owner` is not known; write `administrator`, `guestInviter`, `member`, `guest` or `application`"
                ),
            ),
            (
                "an internal user without a name",
                of_guest(r#""invitation": {"internalUser": {}}"#),
                &format!("{guest}.invitation.internalUser.userPrincipalName`: this property is missing"),
            ),
            (
                "a second address that is none",
                of_guest(r#""secondAddress": "nina""#),
                &format!("{guest}.secondAddress`: `nina` is not an email address; write one such as `nina@adatum.example`"),
            ),
            (
                "a risk as a number",
                of_guest(r#""person": {"signInRisk": 3}"#),
                &format!("{guest}.person.signInRisk`: expected `none`, `low`, `medium` or `high`, found a number"),
            ),
            (
                "a change without a value",
                of_guest(r#""story": [{"change": "googleFederation"}]"#),
                &format!("{guest}.story[0].change`: `googleFederation` needs a value, as in `{{\"googleFederation\": …}}`"),
            ),
            (
                "a change with a value too many",
                of_guest(r#""story": [{"change": {"adminConsent": true}}]"#),
                &format!("{guest}.story[0].change`: `adminConsent` takes no value; write it as a string"),
            ),
            (
                "an order in a change that names a provider twice",
                of_guest(
                    r#""story": [{"change": {"redemptionOrder": {"primaryIdentityProviderPrecedenceOrder": ["externalFederation", "externalFederation"], "fallbackIdentityProvider": "microsoftAccount"}}}]"#,
                ),
                &format!(
                    "{guest}.story[0].change.redemptionOrder`: `primaryIdentityProviderPrecedenceOrder` names `externalFederation` twice; each provider may appear once"
                ),
            ),
            (
                "a change as an act",
                of_guest(r#""story": ["adminConsent"]"#),
                &format!(
                    "{guest}.story[0]`: `adminConsent` is not known; write {}",
                    "`chooseWorkAccount`, `choosePersonalAccount`, `signInWithAddress`, `selectGoogle`, `selectFederation`, `continueWithSession`, `useAnotherAccount`, `enterPasscode`, `enterWrongPasscode`, `resendPasscode`, `wait`, `createAccount`, `accept`, `decline`, `giveUp`, `openDocument`, `completeMultifactor`, `enterDeviceCode`, `letTimePass`, `comeIn`, `tryAgain`, `openOldLink`, `returnInSameBrowser`, `invite`, `inviteSecondAddress`, `resendInvitation`, `deleteGuest`, `deletePermanently`, `restoreGuest`, `resetRedemption`, `resetRedemptionToSecondAddress`, `leaveOrganization` or `change`"
                ),
            ),
            (
                "time that goes back",
                of_guest(r#""story": [{"letTimePass": -1440}]"#),
                &format!("{guest}.story[0].letTimePass`: expected a whole number from 0 to 4294967295, found `-1440`"),
            ),
        ],
    );
}
