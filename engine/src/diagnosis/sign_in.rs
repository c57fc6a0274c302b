//! Symptoms of a sign-in between two tenants: settings of either side, clouds, networks and the browser.
//!
//! The account is in `account.rs`, the providers in `provider.rs`.

use super::symptoms;

symptoms! {
    "outbound-access-blocked" by [Guest SignInLog] codes ["500212"] phrases []
        "The guest's own organization does not allow access to the resource tenant." {
        "home-blocks-outbound" Documented ends [OutboundBlocked] shown ["home-blocks-outbound"]
            "The outbound access settings of the guest's organization block the user or the tenant."
            steps [PartnerAdmin "Allow the user and the resource tenant under Cross-tenant access settings, outbound access."]
            sources [ErrorCodes "AADSTS500212", CrossTenantSettings2024 "Change outbound access settings"]
    }

    "inbound-access-blocked" by [Guest SignInLog] codes ["500213"] phrases []
        "The resource tenant does not allow access for users of the guest's organization." {
        "resource-blocks-inbound" Documented ends [InboundBlocked] shown ["resource-blocks-inbound"]
            "Your inbound access settings block the organization or the user."
            steps [OurAdmin "Allow them under Cross-tenant access settings, inbound access."]
            sources [ErrorCodes "AADSTS500213", CrossTenantSettings2024 "Change inbound access settings"]
    }

    "tenant-restricted" by [Guest SignInLog] codes ["500021" "500022"] phrases []
        "The network of the guest does not let them into the resource tenant." {
        "network-restricts-tenants" Documented ends [TenantRestricted] shown ["network-restricts-tenants"]
            "Tenant restrictions on the guest's network leave the resource tenant out. Cross-tenant access settings do not change that."
            steps [PartnerAdmin "Add the resource tenant to the tenants that the network's restrictions permit."]
            sources [ErrorCodes "AADSTS500021, AADSTS500022"]
    }

    "cloud-not-allowed" by [Guest SignInLog] codes ["1000104"] phrases []
        "The cloud of the resource is not allowed in the guest's tenant." {
        "cloud-of-account-not-allowed" Documented ends [CloudNotAllowed] shown ["cloud-of-account-not-allowed"]
            "The account lives in another Microsoft cloud, and the two tenants do not collaborate across clouds."
            steps [
                PartnerAdmin "Tick the cloud of the resource tenant in the Microsoft cloud settings, and add the tenant.",
                OurAdmin "Tick the guest's cloud, and add the guest's tenant by its ID.",
            ]
            sources [ErrorCodes "AADSTS1000104", CrossCloudSettings2025 "Enable the cloud in your Microsoft cloud settings"]
    }

    "not-started-by-application" by [Guest SignInLog] codes ["500141"] phrases []
        "The redemption succeeded, and an error follows it." {
        "request-not-started-by-application" Documented ends [] shown []
            "The request was not started by the application to which it leads."
            steps [Guest "Open the application again; the invitation is redeemed."]
            sources [ErrorCodes "AADSTS500141"]
    }

    "only-in-chrome" by [Guest] codes [] phrases ["samesite"]
        "Signing in fails in Chrome only." {
        "cookies-across-sites" Assumed ends [] shown []
            "Chrome keeps cookies from requests of other sites (SameSite), on which some applications rely. The self-help text only links an article."
            steps [
                Guest "Try another browser.",
                OurAdmin "Read the article and update the application." => "https://docs.microsoft.com/office365/troubleshoot/miscellaneous/chrome-behavior-affects-applications",
            ]
            sources [SelfHelpRedeem "Recommended Documents, item 1"]
    }

    "government-admin-center" by [Guest] codes [] phrases []
        "A guest with a personal account cannot open the US Government admin center by a direct link." {
        "personal-account-at-government-admin-center" Documented ends [] shown []
            "A known limit of the US Government cloud."
            steps [Guest "Open another application of the tenant; the admin center does not work this way."]
            sources [NationalClouds2024 "Known limitations"]
    }
}
