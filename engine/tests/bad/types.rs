//! Documents with one wrong value: the message names it by its path.

use crate::Class;
use crate::build::{TENANT, check_texts, of_guest, of_home_tenants, of_tenant, of_workspace};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    a_wrong_value_is_named_by_its_path,
    the_redemption_order_keeps_its_invariants,
    home_tenants_and_guests_are_named_by_their_position,
];

#[test]
fn a_wrong_value_is_named_by_its_path() {
    let tenant = "`workspaces[0].design.resourceTenant";
    check_texts(
        Class::Types,
        &[
            ("no resource tenant", of_workspace(r#""design": {}"#), &format!("{tenant}`: this property is missing")),
            (
                "no initial domain",
                of_workspace(r#""name": "w", "design": {"resourceTenant": {"displayName": "W"}}"#),
                &format!("{tenant}.initialDomain`: this property is missing"),
            ),
            ("no design", of_workspace(r#""name": "w""#), "`workspaces[0].design`: this property is missing"),
            ("a number for a string", of_workspace(r#""name": 5"#), "`workspaces[0].name`: expected a string, found a number"),
            (
                "a string for a flag",
                of_tenant(r#""googleFederation": "yes""#),
                &format!("{tenant}.googleFederation`: expected `true` or `false`, found a string"),
            ),
            (
                "null for a flag",
                of_tenant(r#""googleFederation": null"#),
                &format!("{tenant}.googleFederation`: expected `true` or `false`, found `null`"),
            ),
            (
                "an object for a list",
                of_tenant(r#""federations": {}"#),
                &format!("{tenant}.federations`: expected a list, found an object"),
            ),
            (
                "a list for an object",
                of_tenant(r#""privacy": []"#),
                &format!("{tenant}.privacy`: expected an object, found a list"),
            ),
            (
                "an unknown setting",
                of_tenant(r#""facebook": true"#),
                &format!(
                    "{tenant}.facebook`: this property is not known; known here: `displayName`, `initialDomain`, `verifiedDomains`, `googleFederation`, `googleClientInvalid`, `federations`, `emailOneTimePasscode`, `redemptionOrder`, `termsOfUse`, `privacy`, `inviteRedirectUrl`, `cloud`, `allowedClouds`, `allowInvitesFrom`, `guestUserAccess`, `collaborationRestrictions`, `externalUsersMayLeave`, `inbound`, `inboundTrust`, `conditionalAccess`, `application`, `selfServiceSignUp` or `notificationLanguage`"
                ),
            ),
            (
                "an unknown word",
                of_tenant(r#""emailOneTimePasscode": "on""#),
                &format!("{tenant}.emailOneTimePasscode`: `on` is not known; write `default`, `enabled` or `disabled`"),
            ),
            (
                "a number for a word",
                of_tenant(r#""emailOneTimePasscode": 1"#),
                &format!("{tenant}.emailOneTimePasscode`: expected `default`, `enabled` or `disabled`, found a number"),
            ),
            (
                "a word as an object",
                of_tenant(r#""emailOneTimePasscode": {"enabled": true}"#),
                &format!("{tenant}.emailOneTimePasscode`: `enabled` takes no value; write it as a string"),
            ),
            (
                "an unknown edition",
                of_workspace(r#""name": "w", "design": {"edition": "2025-01"}"#),
                "`workspaces[0].design.edition`: `2025-01` is not known; write `2019-06`, `2021-05`, `2024-03` or `2026-04`",
            ),
            (
                "a bad domain",
                of_tenant(r#""verifiedDomains": ["adatum.example", "adatum"]"#),
                &format!("{tenant}.verifiedDomains[1]`: `adatum` is not a domain; write one such as `adatum.example`"),
            ),
            (
                "an overlong domain",
                of_tenant(&format!(r#""verifiedDomains": ["{}.example"]"#, "a".repeat(300))),
                &format!("{tenant}.verifiedDomains[0]`: the text has 308 characters; an address has at most 254"),
            ),
            (
                "a federation without issuer",
                of_tenant(r#""federations": [{"displayName": "F", "domains": []}]"#),
                &format!("{tenant}.federations[0].issuerUri`: this property is missing"),
            ),
            (
                "an unknown protocol",
                of_tenant(r#""federations": [{"preferredAuthenticationProtocol": "oidc"}]"#),
                &format!(
                    "{tenant}.federations[0].preferredAuthenticationProtocol`: `oidc` is not known; write `saml` or `wsFed`"
                ),
            ),
            (
                "terms as strings",
                of_tenant(r#""termsOfUse": ["Guest terms"]"#),
                &format!("{tenant}.termsOfUse[0]`: expected an object, found a string"),
            ),
            (
                "a redirect as a list",
                of_tenant(r#""inviteRedirectUrl": ["https://a.example"]"#),
                &format!("{tenant}.inviteRedirectUrl`: expected a string, found a list"),
            ),
        ],
    );
}

#[test]
fn the_redemption_order_keeps_its_invariants() {
    let path = "`workspaces[0].design.resourceTenant.redemptionOrder";
    let order = |properties: &str| of_tenant(&format!(r#""redemptionOrder": {{{properties}}}"#));
    check_texts(
        Class::Types,
        &[
            (
                "a provider twice",
                order(
                    r#""primaryIdentityProviderPrecedenceOrder": ["externalFederation", "externalFederation"], "fallbackIdentityProvider": "microsoftAccount""#,
                ),
                &format!(
                    "{path}`: `primaryIdentityProviderPrecedenceOrder` names `externalFederation` twice; each provider may appear once"
                ),
            ),
            (
                "no fallback",
                order(r#""primaryIdentityProviderPrecedenceOrder": []"#),
                &format!("{path}.fallbackIdentityProvider`: this property is missing"),
            ),
            (
                "no primary list",
                order(r#""fallbackIdentityProvider": "microsoftAccount""#),
                &format!("{path}.primaryIdentityProviderPrecedenceOrder`: this property is missing"),
            ),
            (
                "no fallback by null",
                order(r#""primaryIdentityProviderPrecedenceOrder": [], "fallbackIdentityProvider": null"#),
                &format!(
                    "{path}.fallbackIdentityProvider`: expected `defaultConfiguredIdp`, `emailOneTimePasscode` or `microsoftAccount`, found `null`"
                ),
            ),
            (
                "a fallback in the primary list",
                order(r#""primaryIdentityProviderPrecedenceOrder": ["azureActiveDirectory", "microsoftAccount"]"#),
                &format!(
                    "{path}.primaryIdentityProviderPrecedenceOrder[1]`: `microsoftAccount` is not known; write `azureActiveDirectory`, `externalFederation` or `socialIdentityProviders`"
                ),
            ),
            (
                "a capital",
                order(r#""primaryIdentityProviderPrecedenceOrder": ["AzureActiveDirectory"]"#),
                &format!(
                    "{path}.primaryIdentityProviderPrecedenceOrder[0]`: `AzureActiveDirectory` is not known; write `azureActiveDirectory`, `externalFederation` or `socialIdentityProviders`"
                ),
            ),
            (
                "an order as a list",
                of_tenant(r#""redemptionOrder": [["azureActiveDirectory"], "microsoftAccount"]"#),
                &format!("{path}`: expected an object, found a list"),
            ),
        ],
    );
}

#[test]
fn home_tenants_and_guests_are_named_by_their_position() {
    let tenant = r#""tenantId": "t", "displayName": "Adatum", "verifiedDomains": []"#;
    let guest = "`workspaces[0].guests[0]";
    let home = "`workspaces[0].design.homeTenants[0]";
    check_texts(
        Class::Types,
        &[
            (
                "no tenant id",
                of_home_tenants(r#"[{"displayName": "Adatum", "verifiedDomains": []}]"#),
                &format!("{home}.tenantId`: this property is missing"),
            ),
            (
                "a bad user",
                of_home_tenants(&format!(r#"[{{{tenant}, "users": [{{"userPrincipalName": "nina"}}]}}]"#)),
                &format!(
                    "{home}.users[0].userPrincipalName`: `nina` is not an email address; write one such as `nina@adatum.example`"
                ),
            ),
            (
                "a bad alias",
                of_home_tenants(&format!(
                    r#"[{{{tenant}, "users": [{{"userPrincipalName": "n@a.example", "aliases": ["@a.example"]}}]}}]"#
                )),
                &format!(
                    "{home}.users[0].aliases[0]`: `@a.example` is not an email address; write one such as `nina@adatum.example`"
                ),
            ),
            (
                "a partner flag as a string",
                of_home_tenants(&format!(r#"[{{{tenant}, "partner": {{"inboundAutomaticRedemption": "true"}}}}]"#)),
                &format!("{home}.partner.inboundAutomaticRedemption`: expected `true` or `false`, found a string"),
            ),
            (
                "an unknown management",
                of_home_tenants(&format!(r#"[{{{tenant}, "management": "viral"}}]"#)),
                &format!("{home}.management`: `viral` is not known; write `managed` or `unmanaged`"),
            ),
            (
                "no address",
                of_workspace(&format!(
                    r#""name": "w", "design": {{"resourceTenant": {{{TENANT}}}}}, "guests": [{{"displayName": "Nina"}}]"#
                )),
                &format!("{guest}.invitedEmail`: this property is missing"),
            ),
            (
                "an empty address",
                of_guest(r#""signInName": " ""#),
                &format!("{guest}.signInName`: the address is empty; write one such as `nina@adatum.example`"),
            ),
            (
                "an overlong address",
                of_guest(&format!(r#""signInName": "{}@adatum.example""#, "n".repeat(250))),
                &format!("{guest}.signInName`: the text has 265 characters; an address has at most 254"),
            ),
            (
                "a bad account",
                of_guest(r#""person": {"microsoftAccount": {"signInName": "a@b@c.example"}}"#),
                &format!(
                    "{guest}.person.microsoftAccount.signInName`: `a@b@c.example` is not an email address; write one such as `nina@adatum.example`"
                ),
            ),
            (
                "an account as a string",
                of_guest(r#""person": {"microsoftAccount": "nina@outlook.com"}"#),
                &format!("{guest}.person.microsoftAccount`: expected an object, found a string"),
            ),
            (
                "an unknown way in",
                of_guest(r#""wayIn": "door""#),
                &format!(
                    "{guest}.wayIn`: `door` is not known; write `emailLink`, `directLink`, `commonEndpoint` or `commonEndpointWithOrganization`"
                ),
            ),
            (
                "an unknown user type",
                of_guest(r#""invitation": {"invitedUserType": "guest"}"#),
                &format!("{guest}.invitation.invitedUserType`: `guest` is not known; write `Guest` or `Member`"),
            ),
            (
                "a negative wait",
                of_guest(r#""story": [{"wait": -1}]"#),
                &format!("{guest}.story[0].wait`: expected a whole number from 0 to 4294967295, found `-1`"),
            ),
            (
                "an endless wait",
                of_guest(r#""story": ["accept", {"wait": 4294967296}]"#),
                &format!("{guest}.story[1].wait`: `4294967296` is out of range; expected a whole number from 0 to 4294967295"),
            ),
            (
                "a federation beyond all",
                of_guest(r#""story": [{"selectFederation": 65536}]"#),
                &format!("{guest}.story[0].selectFederation`: `65536` is out of range; expected a whole number from 0 to 65535"),
            ),
            (
                "a wait without minutes",
                of_guest(r#""story": ["wait"]"#),
                &format!("{guest}.story[0]`: `wait` needs a value, as in `{{\"wait\": …}}`"),
            ),
            (
                "an act with a value",
                of_guest(r#""story": [{"accept": true}]"#),
                &format!("{guest}.story[0]`: `accept` takes no value; write it as a string"),
            ),
            (
                "two acts in one",
                of_guest(r#""story": [{"wait": 1, "accept": null}]"#),
                &format!("{guest}.story[0]`: expected an object with exactly one property"),
            ),
            (
                "a return by an unknown way",
                of_guest(r#""story": [{"tryAgain": "window"}]"#),
                &format!(
                    "{guest}.story[0].tryAgain`: `window` is not known; write `emailLink`, `directLink`, `commonEndpoint` or `commonEndpointWithOrganization`"
                ),
            ),
            (
                "an act as a number",
                of_guest(r#""story": [3]"#),
                &format!(
                    "{guest}.story[0]`: expected `chooseWorkAccount`, `choosePersonalAccount`, `signInWithAddress`, `selectGoogle`, `selectFederation`, `continueWithSession`, `useAnotherAccount`, `enterPasscode`, `enterWrongPasscode`, `resendPasscode`, `wait`, `createAccount`, `accept`, `decline`, `giveUp`, `openDocument`, `completeMultifactor`, `enterDeviceCode`, `letTimePass`, `comeIn`, `tryAgain`, `openOldLink`, `returnInSameBrowser`, `invite`, `inviteSecondAddress`, `resendInvitation`, `deleteGuest`, `deletePermanently`, `restoreGuest`, `resetRedemption`, `resetRedemptionToSecondAddress`, `leaveOrganization` or `change`, found a number"
                ),
            ),
        ],
    );
}
