//! Names that people also use for what the page shows, older ones among them, by which the palette finds it.
//!
//! Other words for a command stand with its name in `commands`.

use super::{LANGUAGE, Language};

/// Words of the page with the other names for what they stand for.
const fn also() -> &'static [(&'static str, &'static str)] {
    match LANGUAGE {
        Language::English => ENGLISH,
    }
}

/// What is found by these names, in lower case: the names themselves and the other names for what they speak of.
pub(crate) fn with_others(names: &str) -> String {
    let names = names.to_lowercase();
    let others = also().iter().filter(|(word, _)| names.contains(word)).map(|(_, others)| others.to_lowercase());
    let others: Vec<String> = others.collect();
    [names].into_iter().chain(others).collect::<Vec<_>>().join(" ")
}

const ENGLISH: &[(&str, &str)] = &[
    ("entra", "Azure AD Azure Active Directory AAD WAAD azureActiveDirectory"),
    (
        "redemption order",
        "invitation redemption configuration identity providers precedence invitationRedemptionIdentityProviderConfiguration",
    ),
    ("redemptionorder", "invitation redemption configuration identity providers precedence fallback"),
    ("saml", "direct federation ADFS Okta Ping external IdP samlOrWsFedExternalDomainFederation"),
    ("passcode", "OTP email code allowExternalIdToUseEmailOtp email authentication method"),
    ("google", "social identity provider Gmail googlemail"),
    ("microsoft account", "MSA Live ID Windows Live Hotmail Outlook.com personal"),
    (
        "email-verified",
        "AllowEmailVerifiedUsers allowEmailVerifiedUsersToJoinOrganization viral self-service sign-up just-in-time MSOnline",
    ),
    (
        "just-in-time",
        "AllowEmailVerifiedUsers AllowAdHocSubscriptions allowedToSignUpEmailBasedSubscriptions viral self-service sign-up email-verified MSOnline",
    ),
    (".management", "unmanaged viral tenant takeover shadow email-verified"),
    ("unmanaged", "viral tenant takeover shadow self-service"),
    (
        "external collaboration",
        "Azure AD B2B guest invite settings allow list deny list authorizationPolicy Organizational relationships External Identities",
    ),
    ("b2b collaboration", "Azure AD B2B Azure Active Directory External Identities"),
    ("deny list", "block list blocklist blacklist external collaboration settings Organizational relationships"),
    ("inbound", "cross-tenant access XTAP B2B Organizational relationships"),
    ("outbound", "cross-tenant access XTAP B2B Organizational relationships"),
    ("automatically redeem", "consent prompt suppression automatic redemption automaticUserConsentSettings"),
    ("conditional access", "CA policy MFA"),
    ("multifactor", "Azure MFA two-factor 2FA"),
    ("risk", "Azure AD Identity Protection ID Protection"),
    ("terms of use", "ToU Organizational relationships External Identities"),
    ("cloud", "sovereign government GCC 21Vianet China"),
    ("redirect url", "inviteRedirectUrl landing page"),
    ("apps access panel", "My Apps MyApps"),
    ("guest user access", "guestUserRoleId guest permissions"),
];
