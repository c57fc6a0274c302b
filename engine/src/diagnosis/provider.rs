//! Symptoms of the identity providers: none is left, the partner's answers badly, or one that guests used is gone.
//!
//! Which provider a guest is sent to is decided in `engine/`.

use super::symptoms;

symptoms! {
    "email-verified-users-not-allowed" by [Guest] codes [] phrases ["email verified users" "emailverified users" "email-verified users"]
        "The tenant does not allow email verified users." {
        "account-missing-in-tenant" Disputed ends [JustInTimeCreationOff] shown ["account-missing-in-tenant"]
            "The guest's organization is in Microsoft Entra ID, the guest's account is not, and the organization has switched just-in-time creation off."
            steps [
                Guest "Send this page to the administrator of your organization: the policy is theirs.",
                PartnerAdmin "Set AllowEmailVerifiedUsers to true with Set-MsolCompanySettings, or with its successor Update-MgPolicyAuthorizationPolicy." => "https://docs.microsoft.com/powershell/msonline/v1/set-msolcompanysettings",
                PartnerAdmin "Or synchronize the user from the on-premises Active Directory.",
                OurAdmin "Or turn email one-time passcode on.",
            ]
            sources [SelfHelpGuests "Recommended steps, item 2", Troubleshoot2024 "Email verified users are not allowed", SelfServiceSignUp "Controls"]
    }

    "federated-user-missing" by [Guest Inviter] codes [] phrases ["can't be invited" "could not be invited"]
        "A user of a federated organization cannot be invited or cannot redeem." {
        "federated-organization-user-missing" Documented ends [JustInTimeCreationOff] shown ["federated-organization-user-missing"]
            "The organization signs in at a provider of its own, and this user is not in its tenant."
            steps [
                PartnerAdmin "Synchronize the user.",
                OurAdmin "Or turn email one-time passcode on.",
            ]
            sources [Troubleshoot2024 "Federated domain, user missing", DirectFederationOverview2025 "Partially synced tenancy"]
    }

    "no-provider-left" by [Guest] codes [] phrases ["invalid identity provider"]
        "No identity provider is left for the guest, or the provider is called invalid." {
        "passcode-is-last-and-off" Inferred ends [PasscodeOff] shown ["passcode-is-last-and-off"]
            "The redemption order has email one-time passcode as its only fallback, and passcodes are off."
            steps [OurAdmin "Turn email one-time passcode on, or choose another fallback."]
            sources [SeedSummary "Troubleshooting Redemption Issues", CrossTenantOverview2024 "Configurable redemption"]
        "provider-left-out-of-order" Inferred ends [NoAccountForVerifiedDomain] shown ["provider-left-out-of-order"]
            "The provider of the guest's account is left out of the redemption order, and no Microsoft account can be made in a verified domain."
            steps [OurAdmin "Put Microsoft Entra ID back into the redemption order, or turn email one-time passcode on."]
            sources [SeedSummary "Troubleshooting Redemption Issues", Redemption2024 "Invitation redemption flow, item 7"]
        "no-provider-in-cloud" Inferred ends [NoProviderInCloud] shown ["no-provider-in-cloud"]
            "The cloud of the resource tenant has no provider for this guest: 21Vianet knows Microsoft Entra ID and SAML/WS-Fed only."
            steps [OurAdmin "Federate with the guest's provider, or invite the guest's work account."]
            sources [NationalClouds2024 "Microsoft Azure operated by 21Vianet"]
        "user-no-longer-created" Disputed ends [JustInTimeCreationGone] shown ["user-no-longer-created"]
            "The guest's organization would let the account be created, but the flow of 2024 no longer does that."
            steps [
                PartnerAdmin "Create the user, or synchronize it.",
                OurAdmin "Or turn email one-time passcode on.",
            ]
            sources [Redemption2024 "Invitation redemption flow, item 7", SelfServiceSignUp "Controls"]
        "federation-not-active-yet" Documented ends [PasscodeOff] shown ["federation-not-active-yet"]
            "The federation was set up a moment ago: a policy takes 5 to 10 minutes to come into force."
            steps [
                Guest "Wait, and do not redeem in the meantime.",
                OurAdmin "If the guest has redeemed with another provider, reset the redemption status.",
            ]
            sources [DirectFederation2025 "Step 3"]
    }

    "unmanaged-account-refused" by [Guest AuditLog] codes [] phrases ["viral"]
        "A guest with a self-service (viral) account can no longer redeem." {
        "unmanaged-accounts-retired" Documented ends [NoAccountForVerifiedDomain] shown ["unmanaged-accounts-retired"]
            "The account lies in an unmanaged tenant. Such accounts have not redeemed since August 2022."
            steps [
                OurAdmin "Turn email one-time passcode on, and reset the redemption status of guests who had redeemed with such an account.",
                Guest "Use a Microsoft account or a passcode.",
                PartnerAdmin "Take over the unmanaged tenant as its administrator.",
            ]
            sources [Redemption2024 "Invitation redemption flow, item 1", CleanUpUnmanaged "Remove unmanaged accounts"]
    }

    "no-account-at-provider" by [Guest] codes [] phrases []
        "The guest is sent to a provider and has no account there." {
        "no-account-at-partner" Inferred ends [NoAccountAtProvider] shown ["no-account-at-partner"]
            "The domain is federated, so every guest of it is sent to that provider; this one has no account there."
            steps [
                PartnerAdmin "Create the account.",
                OurAdmin "Invite an address in another domain, or take the domain out of the federation.",
            ]
            sources [Redemption2024 "Invitation redemption flow, item 2"]
        "no-google-account" Inferred ends [NoAccountAtProvider] shown ["no-google-account"]
            "Google federation takes every address of gmail.com and googlemail.com; this guest has no Google account of that name."
            steps [
                Guest "Sign in with the invited Google account.",
                OurAdmin "Invite another address.",
            ]
            sources [Redemption2024 "Invitation redemption flow, item 3"]
    }

    "partner-token-invalid" by [Guest SignInLog] codes ["50008"] phrases []
        "The token of the partner's provider cannot be validated." {
        "token-misconfigured" Documented ends [TokenInvalid] shown ["token-misconfigured"]
            "The partner's provider sends a SAML token that is missing something or is misconfigured."
            steps [
                PartnerAdmin "Mend claims and signature of the token.",
                OurAdmin "Compare issuer URI, certificate and endpoint of the federation with the partner's.",
            ]
            sources [ErrorCodes "AADSTS50008", DirectFederation2025 "Step 2"]
    }

    "mail-claim-refused" by [Guest SignInLog] codes ["5000819"] phrases []
        "The mail address in the partner's token is missing or does not fit the federation." {
        "mail-claim-missing" Documented ends [MailClaimMissing] shown ["mail-claim-missing"]
            "The token has no mail claim."
            steps [PartnerAdmin "Send the mail address in the claim that the federation asks for."]
            sources [ErrorCodes "AADSTS5000819", DirectFederation2025 "Required SAML 2.0 attributes and claims"]
        "mail-claim-outside-domain" Documented ends [MailClaimOutsideDomain] shown ["mail-claim-outside-domain"]
            "The mail claim lies outside the domains of the federation."
            steps [
                PartnerAdmin "Send the address in the federated domain.",
                OurAdmin "Add the other domain to the federation.",
            ]
            sources [ErrorCodes "AADSTS5000819", DirectFederation2025 "Step 3"]
    }

    "partner-realm-refused" by [Guest SignInLog] codes ["20001" "50107"] phrases []
        "The response of the partner's WS-Fed or SAML provider names no realm, or one that is not known." {
        "realm-missing" Documented ends [RealmMissing] shown ["realm-missing"]
            "The response does not name the realm (20001)."
            steps [PartnerAdmin "Send the realm in the sign-in response."]
            sources [ErrorCodes "AADSTS20001"]
        "realm-unknown" Documented ends [RealmUnknown] shown ["realm-unknown"]
            "The realm of the response is not one that is federated (50107)."
            steps [
                PartnerAdmin "Send the issuer that was agreed on.",
                OurAdmin "Compare the issuer URI of the federation with the partner's.",
            ]
            sources [ErrorCodes "AADSTS50107"]
    }

    "outside-provider-error" by [Guest SignInLog] codes ["40008" "40009" "40010" "40011" "40012" "40013" "40014" "40015"] phrases []
        "The identity provider outside, such as Google, answers with an error." {
        "google-refuses-client" Documented ends [GoogleError] shown ["google-refuses-client"]
            "Google refuses the client of the federation, such as a wrong client ID or secret (40008, by its name an error that stays)."
            steps [OurAdmin "Put the client ID and secret of the Google project into Google federation again."]
            sources [ErrorCodes "AADSTS40008 to AADSTS40015", GoogleFederation2024 "Step 2"]
        "outside-provider-fails" Inferred ends [GoogleFailsForNow] shown ["outside-provider-fails"]
            "The provider fails for the moment (40010, by its name an error that may pass)."
            steps [
                Guest "Try again.",
                PartnerAdmin "Look into the provider if it goes on.",
            ]
            sources [ErrorCodes "AADSTS40010"]
        "google-refuses-code" Inferred ends [GoogleRefusesCode] shown ["google-refuses-code"]
            "The provider does not take the code of this sign-in (40015, by its name an error of the user)."
            steps [Guest "Begin again with the link, in a private window."]
            sources [ErrorCodes "AADSTS40015"]
        "google-refuses-token" Inferred ends [GoogleRefusesRefreshToken] shown ["google-refuses-token"]
            "The provider does not take the token of an earlier sign-in (40009, by its name an error of the user), because the guest or the provider has withdrawn it."
            steps [Guest "Sign out, and sign in at the provider again."]
            sources [ErrorCodes "AADSTS40009"]
    }

    "google-header-too-long" by [Guest] codes [] phrases ["header too long" "headers too long"]
        "Google says that a header is too long." {
        "too-many-cookies" Documented ends [] shown []
            "The browser sends too many cookies."
            steps [Guest "Delete the cookies, or sign in in a private window."]
            sources [GoogleFederation2024 "Troubleshooting"]
    }

    "google-refused-in-app" by [Guest] codes [] phrases ["disallowed_useragent"]
        "A guest with a Gmail address is refused inside an app." {
        "google-in-embedded-web-view" Documented ends [WebViewRefused] shown ["google-in-embedded-web-view"]
            "The app shows the page in an embedded web-view, which Google has refused since September 2021."
            steps [
                Guest "Sign in with the code on microsoft.com/devicelogin, or open the app in a browser." => "https://microsoft.com/devicelogin",
                OurAdmin "Let the app use the system's browser.",
                OurAdmin "Or turn email one-time passcode on, remove Google federation, and reset the redemption of those guests.",
            ]
            sources [Redemption2024 "Invitation redemption flow, item 3", GoogleFederation2024 "Deprecation of web-view sign-in support"]
    }

    "passcode-account-does-not-exist" by [Guest SignInLog] codes ["50020"] phrases []
        "A guest who should get a passcode reads that the account does not exist, while a work account is signed in." {
        "work-session-in-the-way" Documented ends [LiveSessionAccount] shown ["work-session-in-the-way"]
            "The browser goes on with the signed-in work account, which the redemption order does not take."
            steps [Guest "Choose Use another account and type the name again, or open a private window."]
            sources [CrossTenantOverview2024 "Configurable redemption, known limitations"]
    }

    "passcode-not-accepted" by [Guest] codes [] phrases ["passcode has expired"]
        "The passcode is not accepted." {
        "passcode-expired" Documented ends [PasscodeNotEntered] shown ["passcode-expired"]
            "A passcode is valid for 30 minutes, and only the newest one counts."
            steps [Guest "Ask for a new passcode and enter it within 30 minutes."]
            sources [OneTimePasscode2024 "How it works"]
    }

    "passcode-guests-locked-out" by [Guest Inviter] codes [] phrases []
        "Guests who redeemed with a passcode can no longer sign in." {
        "passcode-turned-off" Documented ends [ProviderRemoved] shown ["passcode-turned-off"]
            "Email one-time passcode was turned off; guests keep the provider with which they redeemed."
            steps [OurAdmin "Reset the redemption status of these guests, or turn email one-time passcode on again." => "https://learn.microsoft.com/entra/external-id/reset-redemption-status"]
            sources [OneTimePasscode2024 "Disable email one-time passcode", ResetRedemption2024 "When to reset"]
    }

    "federated-guests-locked-out" by [Guest Inviter] codes [] phrases []
        "Guests who redeemed with Google or with a SAML/WS-Fed provider can no longer sign in." {
        "google-federation-removed" Documented ends [ProviderRemoved] shown ["google-federation-removed"]
            "Google federation was deleted."
            steps [OurAdmin "Reset the redemption status of these guests, or configure Google federation again."]
            sources [GoogleFederation2024 "Remove Google federation", ResetRedemption2024 "When to reset"]
        "saml-federation-removed" Documented ends [ProviderRemoved] shown ["saml-federation-removed"]
            "The federation with the partner's provider was removed."
            steps [OurAdmin "Reset the redemption status of these guests, or federate again."]
            sources [DirectFederation2025 "Remove federation", ResetRedemption2024 "When to reset"]
    }
}
