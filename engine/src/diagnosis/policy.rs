//! Symptoms of Conditional Access and terms of use.
//!
//! Which policy applies to a sign-in is decided in `engine/`.

use super::symptoms;

symptoms! {
    "multifactor-needed" by [Guest SignInLog] codes ["50074" "50076" "50079" "50072"] phrases []
        "Multifactor authentication is needed, has to be registered, or was not completed." {
        "second-factor-not-completed" Documented ends [MultifactorNotDone] shown ["second-factor-not-completed"]
            "A policy of your tenant demands multifactor authentication (50076), and the guest did not complete it (50074)."
            steps [
                Guest "Sign in again and complete the second factor.",
                OurAdmin "Trust multifactor authentication of the guest's tenant, if that is done there.",
            ]
            sources [ErrorCodes "AADSTS50074, AADSTS50076", GuestConditionalAccess2024 "MFA for Microsoft Entra external users"]
        "second-factor-not-registered" Inferred ends [MultifactorNotRegistered] shown ["second-factor-not-registered"]
            "The guest has to register a second factor in your tenant first and did not (50072 or 50079, which the list of codes hardly tells apart)."
            steps [
                Guest "Sign in again, register a second factor, and complete it.",
                OurAdmin "Trust multifactor authentication of the guest's tenant, if that is done there.",
            ]
            sources [ErrorCodes "AADSTS50072, AADSTS50079", GuestConditionalAccess2024 "MFA for Microsoft Entra external users"]
        "second-factor-asked-twice" Documented ends [] shown ["second-factor-asked-twice"]
            "The guest has done multifactor authentication at home, but your tenant does not trust it and asks again."
            steps [OurAdmin "Trust multifactor authentication of the tenant in the inbound trust settings, which needs Microsoft Entra ID P1."]
            sources [GuestConditionalAccess2024 "MFA for Microsoft Entra external users", CrossTenantOverview2024 "Inbound trust settings"]
        "registration-policy-and-trust" Documented ends [] shown []
            "A policy that demands registering for multifactor authentication meets trust in the home tenant's: guests can do neither."
            steps [OurAdmin "Leave guests out of the registration policy of Identity Protection."]
            sources [CrossTenantOverview2024 "Important considerations"]
    }

    "terms-of-use-pending" by [Guest SignInLog AuditLog] codes ["50158"] phrases ["terms of use"]
        "The sign-in waits for terms of use or another external challenge." {
        "terms-declined" Documented ends [TermsDeclined] shown ["terms-declined"]
            "The guest has not accepted the terms of use, or has declined them."
            steps [Guest "Sign in again, open the document if the page asks for it, and accept."]
            sources [ErrorCodes "AADSTS50158", TermsOfUse2025 "Frequently asked questions"]
        "terms-expired" Documented ends [TermsDeclined] shown ["terms-expired"]
            "The acceptance has expired, or a new version must be accepted."
            steps [
                Guest "Sign in again and accept.",
                OurAdmin "Change the expiry or the duration before re-acceptance, if it comes too often.",
            ]
            sources [TermsOfUse2025 "Add terms of use"]
    }

    "device-not-compliant" by [Guest SignInLog] codes ["53000"] phrases []
        "The device is not compliant." {
        "compliant-device-not-trusted" Documented ends [DeviceNotCompliant] shown ["compliant-device-not-trusted"]
            "A policy demands a compliant device; the guest's is compliant at home, but your tenant does not trust that."
            steps [OurAdmin "Trust compliant devices of the tenant in the inbound trust settings."]
            sources [ErrorCodes "AADSTS53000", GuestConditionalAccess2024 "Device-based Conditional Access"]
        "no-compliant-device" Documented ends [DeviceNotCompliant] shown ["no-compliant-device"]
            "A policy demands a compliant device, and nobody vouches for this one: only a Microsoft Entra home tenant can."
            steps [
                OurAdmin "Leave guests out of the policy, or demand something they can do.",
                PartnerAdmin "Manage the device, if the guest has a work account.",
            ]
            sources [ErrorCodes "AADSTS53000", GuestConditionalAccess2024 "Device-based Conditional Access"]
    }

    "device-not-joined" by [Guest SignInLog] codes ["53001"] phrases []
        "The device is not joined." {
        "joined-device-not-trusted" Documented ends [DeviceNotJoined] shown ["joined-device-not-trusted"]
            "A policy demands a hybrid joined device, and nobody vouches for this one."
            steps [
                OurAdmin "Trust hybrid joined devices of the tenant in the inbound trust settings, or leave guests out of the policy.",
            ]
            sources [ErrorCodes "AADSTS53001", GuestConditionalAccess2024 "Device-based Conditional Access"]
    }

    "blocked-by-policy" by [Guest SignInLog] codes ["53003"] phrases []
        "Access is blocked by Conditional Access." {
        "policy-blocks-guest" Documented ends [BlockedByPolicy] shown ["policy-blocks-guest"]
            "A policy of your tenant blocks this sign-in, such as by location, risk or kind of user."
            steps [OurAdmin "Find the policy in the sign-in log; leave the guest out of it, or change its conditions."]
            sources [ErrorCodes "AADSTS53003", GuestConditionalAccess2024 "Conditional Access for external users", SeedSummary "Security Controls"]
        "control-not-supported" Documented ends [BlockedByPolicy] shown ["control-not-supported"]
            "A policy demands what guests cannot do: an approved app, an app protection policy or a new password."
            steps [OurAdmin "Leave guests out of the policy, or demand something they can do."]
            sources [GuestConditionalAccess2024 "Not supported for B2B collaboration"]
        "home-policy-blocks" Documented ends [BlockedByHomeTenant] shown ["home-policy-blocks"]
            "A policy of the guest's own organization blocks the sign-in there."
            steps [PartnerAdmin "Change the policy of the home tenant."]
            sources [ErrorCodes "AADSTS53003", GuestConditionalAccess2024 "Authentication flow for external users"]
    }

    "registration-blocked-by-risk" by [Guest SignInLog] codes ["53004"] phrases []
        "Registering for multifactor authentication is blocked because of suspicious activity." {
        "risky-sign-in-not-registered" Documented ends [RegistrationBlockedByRisk] shown ["risky-sign-in-not-registered"]
            "A risky sign-in has to do multifactor authentication, and the guest has not registered for it in your tenant."
            steps [
                OurAdmin "Let the guest register from a sign-in without risk, or leave the guest out of the policy.",
                PartnerAdmin "Look into the risk of the guest's account.",
            ]
            sources [ErrorCodes "AADSTS53004", GuestConditionalAccess2024 "Sign-in risk"]
    }

    "user-at-risk" by [Guest SignInLog] codes ["53011" "530032"] phrases []
        "The user is blocked because of risk in the home tenant." {
        "user-risk-at-home" Disputed ends [UserRiskBlocks] shown ["user-risk-at-home"]
            "The home tenant holds the guest's account for risky; the new password that the policy demands cannot be set in your tenant. Two texts name different codes."
            steps [
                Guest "Change the password in your own organization, if it offers that.",
                PartnerAdmin "Clear the risk of the user.",
            ]
            sources [ErrorCodes "AADSTS53011", SupportBlogJapan "530032", GuestConditionalAccess2024 "User risk"]
    }

    "direct-connect-without-trust" by [Guest SignInLog] codes ["90071"] phrases []
        "A user of B2B direct connect cannot open a shared channel." {
        "direct-connect-needs-trusted-factor" Documented ends [] shown []
            "B2B direct connect needs your trust in the multifactor authentication of the other tenant. It is no matter of invitations."
            steps [OurAdmin "Trust multifactor authentication of the tenant in the inbound trust settings."]
            sources [Troubleshoot2024October "AADSTS90071"]
    }
}
