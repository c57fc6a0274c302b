//! What is left out: titles, reasons, and where to read about it.
//!
//! Only what could change or follow a redemption is listed; nothing here is decided upon.

use super::{NotSimulated, Reading};
use crate::rules::Document;

macro_rules! cards {
    ($($name:ident $title:literal $reason:literal $read:expr;)+) => {
        $(pub(super) const $name: NotSimulated = NotSimulated { title: $title, reason: $reason, read: $read };)+

        pub(super) const CARDS: &[NotSimulated] = &[$($name),+];
    };
}

cards! {
    SHAREPOINT "Sharing in SharePoint and OneDrive"
        "Has allowed and blocked domains, expiry and one-time codes of its own unless its integration with B2B collaboration is on; only invitations of the directory are simulated."
        Reading::Page {
            title: "SharePoint and OneDrive integration with Microsoft Entra B2B",
            url: "https://learn.microsoft.com/sharepoint/sharepoint-azureb2b-integration",
        };
    TEAMS "Guests in Teams"
        "Adding a guest to a team invites them with mails and settings of its own, and Teams lets passcode guests in at the common endpoint without choosing an organization."
        Reading::Page { title: "Guest access in Microsoft Teams", url: "https://learn.microsoft.com/microsoftteams/guest-access" };
    ENTITLEMENT_MANAGEMENT "Entitlement management"
        "An approved request for an access package invites the guest, and access that ends can remove the guest again; here somebody invites by hand."
        Reading::Page {
            title: "Govern access for external users in entitlement management",
            url: "https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users",
        };
    CROSS_TENANT_SYNCHRONIZATION "Cross-tenant synchronization and multitenant organizations"
        "Makes and updates guests without invitation and without mail, and needs automatic redemption on both sides; its users do not run through this flow."
        Reading::Page {
            title: "What is cross-tenant synchronization?",
            url: "https://learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-overview",
        };
    BULK_INVITATIONS "Bulk invitations"
        "A file of addresses is invited in one operation; each address then goes through the same checks as a single invitation."
        Reading::Page {
            title: "Bulk invite B2B collaboration users",
            url: "https://learn.microsoft.com/entra/external-id/tutorial-bulk-invite",
        };
    DIRECT_CONNECT "B2B direct connect"
        "Lets users into shared channels without a guest object, so there is nothing to redeem."
        Reading::Page {
            title: "B2B direct connect overview",
            url: "https://learn.microsoft.com/entra/external-id/b2b-direct-connect-overview",
        };
    EXTERNAL_TENANTS "External tenants (customer identities)"
        "Have identity providers and sign-up pages of their own, and no redemption order; the resource tenant here is a workforce tenant."
        Reading::Page {
            title: "External tenants overview",
            url: "https://learn.microsoft.com/entra/external-id/customers/overview-customers-ciam",
        };
    SELF_SERVICE_SIGN_UP "Self-service sign-up user flows and Facebook"
        "Guests can sign up for an app by themselves, also with Facebook; an invitation is never redeemed that way, so the setting is shown and changes nothing."
        Reading::Document(Document::IdentityProviders2025);
    SEALED_CLOUDS "The clouds usnat and ussec"
        "No document read describes guests in these clouds; the global cloud, US Government and 21Vianet are simulated."
        Reading::Document(Document::NationalClouds2024);
    CROSS_CLOUD_ORDER "The redemption order across clouds"
        "A configured redemption order is not supported across clouds; here it is followed for guests of another cloud, too."
        Reading::Document(Document::CrossCloudSettings2025);
    GOVERNMENT_LIMITS "Limits within US Government"
        "Some of its tenants do not support collaboration, and personal accounts cannot redeem by a direct link to the admin center; here every such tenant takes part."
        Reading::Document(Document::NationalClouds2024);
    LEGAL_AGE "Legal age and parental consent"
        "A personal account of a minor can be refused (AADSTS50015, AADSTS54000); ages are not modelled."
        Reading::Document(Document::ErrorCodes);
    SERVICE_PROVIDERS "Service providers with delegated administration (GDAP)"
        "Their technicians always do multifactor authentication at home and are no guests; no redemption takes place."
        Reading::Page {
            title: "Introduction to granular delegated admin privileges",
            url: "https://learn.microsoft.com/partner-center/gdap-introduction",
        };
    SESSION_CONTROLS "Further session controls of Conditional Access, and sessions at the providers"
        "Sign-in frequency is simulated for a guest who comes back in the same browser. Persistent browser session, app enforced restrictions and app control act inside the browser or the app, and whether the provider itself still remembers the guest is not followed: without a session in the resource tenant each attempt is a new sign-in."
        Reading::Page {
            title: "Conditional Access adaptive session lifetime",
            url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime",
        };
    AUTHENTICATION_METHODS "Single methods of multifactor authentication"
        "Which methods a guest has, and which of them count for an authentication strength at home or in the resource tenant, is summed up in two switches of the guest."
        Reading::Document(Document::GuestConditionalAccess2024);
    TENANT_RESTRICTIONS "The lists of tenant restrictions"
        "The guest's network or device can name the tenants that may be reached, in two versions; here a switch of the guest says that the resource tenant is not among them."
        Reading::Page {
            title: "Tenant restrictions, version 2",
            url: "https://learn.microsoft.com/entra/external-id/tenant-restrictions-v2",
        };
    REGISTRATION_POLICY "The multifactor registration policy of Identity Protection"
        "Together with trusted multifactor authentication it locks guests out, because they cannot register in the resource tenant; only Conditional Access policies are simulated."
        Reading::Document(Document::CrossTenantOverview2024);
    OTHER_ERRORS "Errors of the app or of the protocol"
        "A wrong sign-in address in the app, a password sent by the app, an account type the app does not take, a redemption that the app did not start, or an app that is closed to unmanaged tenants fail apart from the tenant's settings."
        Reading::Document(Document::Error50020);
    FEDERATION_CERTIFICATES "Certificates, metadata and sessions of a federation"
        "An expired signing certificate or metadata that cannot be fetched shows as a token that is not valid; the lifetime of a federated session is not simulated."
        Reading::Document(Document::DirectFederation2025);
    BROWSER_TROUBLES "Troubles of the browser"
        "Headers that grew too long and cookies that the browser keeps back are told apart by no setting; the remedy is a private window."
        Reading::Document(Document::GoogleFederation2024);
    DELAYS "Delays until a setting or an object is seen everywhere"
        "Changed invite settings take 15 to 60 minutes, a federation 5 to 10, and a new guest may not be found at once; here a change holds from the next step, and a federation can be set to not yet in force."
        Reading::Document(Document::CurrentLimitations2025);
    HOME_CHANGES "Changes of name or mail in the home tenant"
        "Redemption overwrites the guest's display name with the home tenant's, and later changes of the mail address there do not reach the guest object; the record keeps what was invited."
        Reading::Document(Document::SupportBlogJapan);
    ACCESS_OF_GUESTS "What the guest may do after arrival"
        "Groups, roles, licences, the view of the directory, and what a token says about the guest do not change the redemption; they end where the app begins."
        Reading::Document(Document::UserProperties2024);
    LICENCES "Licences"
        "Specific targets, trust, Conditional Access and terms of use need Microsoft Entra ID P1, and acceptances of terms are lost with it; here every tenant is licensed."
        Reading::Document(Document::TermsOfUse2025);
    TERMS_DELETED "Terms of use that are deleted or reported"
        "Deleting terms removes their acceptances, and the audit log keeps them for thirty days; a new version that everybody must accept is simulated, deleting is not."
        Reading::Document(Document::TermsOfUse2025);
    SERVICE_LIMITS "Limits of size"
        "The list of domains is limited to 25 KB, federations to a thousand; a design that large is not checked against them, except for the number of terms of use."
        Reading::Document(Document::AllowDenyList2024);
    MAIL_DELIVERY "Delivery of mail"
        "Sending limits of Exchange Online, a domain of one's own as the sender and the records it needs decide whether a mail arrives; here a switch says whether the guest finds it."
        Reading::Document(Document::InvitationEmail2026);
}
