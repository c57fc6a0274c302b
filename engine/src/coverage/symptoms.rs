//! Items of the troubleshooting table: what guests, inviters and logs report.
//!
//! Causes and remedies are in `engine/src/diagnosis.rs`.

use super::{Item, items};

pub(super) const ITEMS: &[Item] = items! {
    "Y-1" "No mail arrives" [symptoms("no-invitation-mail"), rules(MailLiesInSpam, UnsubscribedGuestGetsNoMail)]
    "Y-2" "The mail lacks the inviter's own message"
        [
            symptoms("mail-without-own-message"),
            part(Mails the_inviters_words_are_dropped_without_a_mailbox_and_for_an_application),
        ]
    "Y-3" "The tenant does not allow email-verified users"
        [symptoms("email-verified-users-not-allowed"), rules(JustInTimeCreationIsOff, JustInTimeCreationIsOffLater)]
    "Y-4" "A user of a federated domain cannot be invited"
        [symptoms("federated-user-missing"), rules(JustInTimeCreationIsOff, JustInTimeCreationIsOffLater)]
    "Y-5" "The address is in the directory already"
        [symptoms("already-in-directory"), rules(LocalUserOwnsAddress, GuestExistsAlready)]
    "Y-6" "A user or group owns the address" [symptoms("address-conflict"), rules(LocalUserOwnsAddress, GroupOwnsAddress)]
    "Y-7" "A guest without proxyAddresses"
        [symptoms("guest-without-proxy-addresses"), rules(ContactKeepsTheAddress, ContactHidesGuest)]
    "Y-8" "The link has expired or is used up" [symptoms("link-expired-or-used"), rules(LinkExpires, LinkWorksOnce)]
    "Y-9" "No identity provider is left"
        [symptoms("no-provider-left"), rules(PasscodeFallbackIsOff, VerifiedTenantHasUser, ChinaHasTwoProviders)]
    "Y-10" "The invitation went to the wrong address"
        [symptoms("sent-to-wrong-address"), rules(InvitationIsRevoked, RedemptionIsResetToAnotherAddress)]
    "Y-11" "Guest invitations are not allowed"
        [symptoms("invitations-not-allowed"), rules(InviterMayNotInvite, ApplicationMayNotInvite)]
    "Y-12" "Cross-tenant access settings block the invitation"
        [symptoms("invitation-blocked-across-tenants"), rules(InboundBlocksInvitation, OutboundBlocksInvitation)]
    "Y-13" "The domain may not be invited" [symptoms("domain-not-invitable"), rules(DenyListDecides, AllowListDecides)]
    "Y-14" "The Cross Cloud Worker is disabled" [symptoms("cross-cloud-invitation-refused"), rules(CrossCloudWorkerIsDisabled)]
    "Y-15" "The policy is too large" [symptoms("object-limit-reached"), left(SERVICE_LIMITS)]
    "Y-16" "AADSTS50020: the account does not exist in the tenant"
        [
            symptoms("account-does-not-exist"),
            rules(CommonEndpointRefusesPersonalAccount, CommonEndpointNeedsMultitenantApp, RecreatedAccountIsAnother),
            left(OTHER_ERRORS),
        ]
    "Y-17" "AADSTS16000, 16003, 50034, 51004, 50014: not in the tenant, or not redeemed"
        [symptoms("account-not-in-tenant"), rules(NobodyWasInvited)]
    "Y-18" "AADSTS50057: a disabled account"
        [symptoms("account-disabled"), rules(DisabledGuestIsRefused, DisabledHomeAccountIsRefused)]
    "Y-19" "AADSTS500212, 500213: access blocked"
        [symptoms("outbound-access-blocked", "inbound-access-blocked"), rules(OutboundBlocks, InboundBlocks)]
    "Y-20" "AADSTS500207, 500208: the kind of account does not fit" [symptoms("account-type-not-usable"), left(OTHER_ERRORS)]
    "Y-21" "AADSTS500141: not started by the application" [symptoms("not-started-by-application"), left(OTHER_ERRORS)]
    "Y-22" "AADSTS50015, 54000: legal age" [symptoms("age-group-refused"), left(LEGAL_AGE)]
    "Y-23" "AADSTS50008, 5000819, 20001, 50107: the partner's token"
        [
            symptoms("partner-token-invalid", "mail-claim-refused", "partner-realm-refused"),
            rules(TokenMustBeValid, MailClaimIsNeeded, RealmIsNeeded),
        ]
    "Y-24" "AADSTS40008 to 40015: the outside provider"
        [
            symptoms("outside-provider-error"),
            rules(GoogleAnswersWithError, GoogleErrorMayPass, GoogleMustTakeItsCode, GoogleMustTakeItsToken),
            problems(GoogleAnswersWithError),
        ]
    "Y-25" "AADSTS50072, 50074, 50076, 50079: multifactor authentication"
        [symptoms("multifactor-needed"), rules(ResourceTenantAsksForMultifactor, GuestRegistersInResourceTenant)]
    "Y-26" "AADSTS50158: terms or another challenge" [symptoms("terms-of-use-pending"), rules(TermsAreShown, TermsExpire)]
    "Y-27" "AADSTS53000, 53001, 53003: device or policy"
        [symptoms("device-not-compliant", "device-not-joined", "blocked-by-policy"), rules(DeviceIsNotTrusted, PolicyBlocks)]
    "Y-28" "AADSTS53004, 53011: risk"
        [symptoms("registration-blocked-by-risk", "user-at-risk"), rules(RiskNeedsRegistration, UserRiskIsHomeMatter)]
    "Y-29" "AADSTS90071: direct connect needs trust" [symptoms("direct-connect-without-trust"), left(DIRECT_CONNECT)]
    "Y-30" "AADSTS65001, 65004: consent to the application"
        [symptoms("application-consent-missing"), rules(AdministratorMustConsent, ApplicationAsksTheGuest)]
    "Y-31" "AADSTS65005: closed to unmanaged tenants" [symptoms("application-refuses-unmanaged-organization"), left(OTHER_ERRORS)]
    "Y-32" "AADSTS50105: not assigned" [symptoms("not-assigned"), rules(GuestIsNotAssigned)]
    "Y-33" "AADSTS1000104: the cloud is not allowed" [symptoms("cloud-not-allowed"), rules(AccountCloudIsNotAllowed)]
    "Y-34" "Google: header too long" [symptoms("google-header-too-long"), left(BROWSER_TROUBLES)]
    "Y-35" "Google refuses the app's web-view" [symptoms("google-refused-in-app"), rules(GoogleRefusesWebView, DeviceCodeIsShown)]
    "Y-36" "A passcode guest who is signed in with a work account"
        [symptoms("passcode-account-does-not-exist"), rules(SessionStandsInTheWay)]
    "Y-37" "The passcode has expired" [symptoms("passcode-not-accepted"), rules(PasscodeExpires)]
    "Y-38" "Passcode guests are locked out" [symptoms("passcode-guests-locked-out"), rules(PasscodeTurnedOffLocksOut)]
    "Y-39" "Google or federated guests are locked out"
        [symptoms("federated-guests-locked-out"), rules(DeletedGoogleFederationLocksOut, RemovedFederationLocksOut)]
    "Y-40" "The direct link fails, the mail link works"
        [symptoms("direct-link-fails"), rules(AliasNeedsMailLink, MailIsNotUpn, ContactHidesGuest)]
    "Y-41" "The wrong account of a shared address"
        [symptoms("wrong-account-context"), rules(SharedAddressIsWork, SharedAddressIsAlwaysWork)]
    "Y-42" "A self-service account cannot redeem" [symptoms("unmanaged-account-refused"), rules(UnmanagedAccountsDoNotCount)]
    "Y-43" "A new guest is not visible yet" [symptoms("guest-not-visible"), left(DELAYS)]
    "Y-44" "Trouble in one browser only" [symptoms("only-in-chrome"), left(BROWSER_TROUBLES)]
    "Y-45" "A personal account at the admin center of US Government"
        [symptoms("government-admin-center"), left(GOVERNMENT_LIMITS)]
    "Y-46" "The invitation was not accepted by consent" [symptoms("invitation-not-accepted"), rules(ReviewPermissionsIsShown)]
    "Y-47" "What can be seen beside the table"
        [
            symptoms(
                "address-refused", "address-in-own-domain", "internal-user-refused", "pending-guest-refused",
                "operation-not-offered",
            ),
            symptoms("no-account-at-provider", "tenant-restricted", "landing-page-fails"),
        ]
};
