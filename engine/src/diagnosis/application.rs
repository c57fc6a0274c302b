//! Symptoms of the application to which the guest comes after the redemption.
//!
//! Its permissions are another thing than the permissions that a guest reviews when redeeming.

use super::symptoms;

symptoms! {
    "application-consent-missing" by [Guest SignInLog] codes ["65001" "65004"] phrases ["need admin approval" "admin consent"]
        "The application needs a consent that is missing or was declined." {
        "admin-consent-missing" Documented ends [AdminConsentMissing] shown ["admin-consent-missing"]
            "The permissions of the application need the consent of an administrator (65001)."
            steps [OurAdmin "Grant admin consent to the application under Enterprise applications, Permissions."]
            sources [ErrorCodes "AADSTS65001", Redemption2024 "Consent experience for the guest, last paragraph", SeedSummary "Consent Prompt"]
        "application-consent-declined" Documented ends [ApplicationConsentDeclined] shown ["application-consent-declined"]
            "The guest declined the permissions that the application asks for (65004)."
            steps [
                Guest "Open the application again and accept.",
                OurAdmin "Consent for everyone beforehand, so that no guest is asked.",
            ]
            sources [ErrorCodes "AADSTS65004", SeedSummary "Consent Prompt"]
    }

    "application-refuses-unmanaged-organization" by [Guest SignInLog] codes ["65005"] phrases []
        "The application is not available to the guest's organization, because that is not managed." {
        "organization-not-managed" Documented ends [] shown []
            "The guest's account lies in an unmanaged tenant."
            steps [PartnerAdmin "Take over the tenant as its administrator."]
            sources [Troubleshoot2024October "AADSTS65005"]
    }

    "not-assigned" by [Guest SignInLog] codes ["50105"] phrases []
        "The guest is not assigned to the application." {
        "assignment-missing" Documented ends [NotAssigned] shown ["assignment-missing"]
            "Assignment required is on, and neither the guest nor a group of theirs is assigned."
            steps [OurAdmin "Assign the guest or a group to the application."]
            sources [ErrorCodes "AADSTS50105"]
    }

    "landing-page-fails" by [Guest] codes [] phrases []
        "The invitation is redeemed, but the page on which the guest lands fails." {
        "application-not-allowed" Documented ends [ApplicationBlocked] shown ["application-not-allowed"]
            "The cross-tenant access settings allow certain applications only, and My Apps is not among them."
            steps [OurAdmin "Allow My Apps (2793995e-0a7d-40d7-bd35-6968ba142197) and My Sign-ins, or all Microsoft applications, under inbound access."]
            sources [CrossTenantSettings2024 "Considerations for allowing Microsoft applications"]
    }
}
