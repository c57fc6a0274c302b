//! Symptoms of the account: it is not found in the resource tenant, is disabled, or is not the one that accepted.
//!
//! Settings between tenants are in `sign_in.rs`, the providers in `provider.rs`.

use super::symptoms;

symptoms! {
    "account-does-not-exist" by [Guest SignInLog] codes ["50020" "90072"] phrases ["does not exist in tenant" "doesn't exist in tenant"]
        "The user account from an identity provider does not exist in the tenant. The sign-in log may call it 90072." {
        "personal-account-at-common-address" Documented ends [WrongEndpoint] shown ["personal-account-at-common-address"]
            "The guest signs in with a personal account at an address that names no tenant."
            steps [
                Guest "Choose Sign-in options, Sign in to an organization, and type the organization's domain; or open a link that names the tenant.",
                OurAdmin "Send the guest a link that names your tenant.",
            ]
            sources [Error50020 "Cause 1", Redemption2024 "Redemption process and sign-in through a common endpoint"]
        "single-tenant-application" Documented ends [WrongEndpoint] shown ["single-tenant-application"]
            "The application takes accounts of one tenant only, and the address does not name it."
            steps [
                Guest "Open a link that names the tenant.",
                OurAdmin "Send the guest a link that names your tenant, or let the application take accounts of other organizations.",
            ]
            sources [Error50020 "Cause 2", Redemption2024 "Redemption process and sign-in through a common endpoint"]
        "wrong-endpoint-in-application" Documented ends [WrongEndpoint] shown ["single-tenant-application"]
            "The application sends its users to an endpoint that does not fit the accounts it takes."
            steps [OurAdmin "Put the endpoint of your tenant, or the one that fits the supported accounts, into the application."]
            sources [Error50020 "Cause 3"]
        "signed-in-with-another-account" Documented ends [AccountMismatch] shown ["signed-in-with-another-account"]
            "The browser signs in with another account than the invited one."
            steps [
                Guest "Sign out, or open a private window, and sign in with the invited address.",
                OurAdmin "If the other account is the right one, invite its address.",
            ]
            sources [Error50020 "Cause 4"]
        "guest-not-invited" Documented ends [GuestNotFound] shown ["guest-not-invited"]
            "Nobody has invited this account."
            steps [
                OurAdmin "Invite the address with which the guest signs in.",
                Guest "Use the invited address if there is an invitation.",
            ]
            sources [Error50020 "Cause 5", ErrorCodes "AADSTS50020"]
        "guest-deleted" Inferred ends [GuestNotFound] shown ["guest-deleted"]
            "The guest object was deleted, or the guest has left the organization."
            steps [
                OurAdmin "Restore the guest within 30 days under Deleted users; invite again after that.",
            ]
            sources [LeaveOrganization2023 "Permanent deletion", Error50020 "Cause 5"]
        "application-requires-assignment" Documented ends [] shown ["application-requires-assignment"]
            "The application requires that its users are assigned, and this one is not."
            steps [OurAdmin "Assign the guest or a group to the application, or switch Assignment required off."]
            sources [Error50020 "Cause 6"]
        "password-request-with-personal-account" Documented ends [] shown []
            "The application asks for a token with a password (ROPC), which personal accounts cannot do."
            steps [OurAdmin "Let the application sign its users in on a page."]
            sources [Error50020 "Cause 7"]
        "home-account-recreated" Documented ends [HomeAccountRecreated] shown ["home-account-recreated"]
            "The guest's account was deleted at home and made again under the same name; the guest object still belongs to the old one."
            steps [OurAdmin "Reset the redemption status; the guest accepts again with the new account." => "https://learn.microsoft.com/entra/external-id/reset-redemption-status"]
            sources [Error50020 "Cause 8", ResetRedemption2024 "When to reset"]
    }

    "account-not-in-tenant" by [Guest SignInLog] codes ["16000" "16003" "50034" "51004" "50014"] phrases ["must be added as an external user"]
        "The account is not in the directory of the tenant and has to be added first, or has not redeemed yet." {
        "account-never-added" Documented ends [GuestNotFound] shown ["guest-not-invited"]
            "The account was not added as a guest, or the guest has been deleted since."
            steps [
                OurAdmin "Invite the address with which the guest signs in.",
                Guest "Sign out and sign in with the invited account.",
            ]
            sources [ErrorCodes "AADSTS16000, AADSTS16003, AADSTS50034, AADSTS51004"]
        "guest-has-not-redeemed" Documented ends [] shown ["guest-has-not-redeemed"]
            "The invitation is still pending (50014)."
            steps [
                Guest "Open the link in the mail, or a link that names the tenant, and accept.",
                OurAdmin "Resend the invitation.",
            ]
            sources [ErrorCodes "AADSTS50014"]
    }

    "direct-link-fails" by [Guest SignInLog] codes ["50020"] phrases []
        "A direct link fails for the guest, but the link in the mail works." {
        "alias-typed" Documented ends [GuestNotFound] shown ["alias-typed"]
            "The guest signs in with an alias of the invited address."
            steps [
                Guest "Use the link in the mail, or type the invited address.",
                OurAdmin "Resend the invitation if the mail is gone.",
            ]
            sources [Redemption2024 "Redemption process through a direct link", Redemption2019 "Redemption through a direct link"]
        "mail-address-is-not-sign-in-name" Documented ends [SignInNameNotUpn] shown ["mail-address-is-not-sign-in-name"]
            "The guest types a mail address that is not the user principal name, and the home tenant does not take it."
            steps [
                Guest "Type the user principal name, or use the link in the mail.",
                PartnerAdmin "Allow email as an alternate login ID.",
            ]
            sources [Faq2025 "Email and user principal name do not match"]
        "contact-in-the-way" Documented ends [ContactConflict] shown ["contact-object-owns-address"]
            "A contact object owns the invited address, so the guest object has no proxyAddresses. Solved by the text of April 2026."
            steps [
                Guest "Use the link in the mail.",
                OurAdmin "Mend the guest object: see the symptom of a guest without proxyAddresses.",
            ]
            sources [Redemption2024 "Redemption process limitation with conflicting contact object", Redemption2024October "Redemption process through a direct link"]
        "new-account-needs-mail-link" Documented ends [CreationNeedsMailLink] shown ["new-account-needs-mail-link"]
            "In 2021 and before, the steps that make an account were open to the link in the mail only."
            steps [
                Guest "Use the link in the mail.",
                OurAdmin "Turn email one-time passcode on.",
            ]
            sources [Redemption2021 "Invitation redemption flow, last paragraph", Redemption2019 "Redemption through the invitation email"]
    }

    "guest-without-proxy-addresses" by [Guest Inviter] codes [] phrases []
        "The guest object was made without proxyAddresses, and direct links fail for it." {
        "contact-object-owns-address" Documented ends [ContactConflict] shown ["contact-object-owns-address"]
            "A contact object of your organization owns the invited address."
            steps [
                Guest "Use the link in the mail.",
                OurAdmin "Delete the contact object.",
                OurAdmin "Delete the guest, if the invitation is not accepted yet.",
                OurAdmin "Invite the guest again.",
                OurAdmin "Wait until the guest has redeemed.",
                OurAdmin "Add the contact's mail address back in Exchange, and to the distribution lists it was on.",
            ]
            sources [Redemption2024 "Redemption process limitation with conflicting contact object"]
    }

    "account-disabled" by [Guest SignInLog] codes ["50057"] phrases ["account is disabled"]
        "The account is disabled." {
        "guest-object-disabled" Documented ends [GuestDisabled] shown ["guest-object-disabled"]
            "The guest object is disabled in your tenant."
            steps [OurAdmin "Enable the guest under Users."]
            sources [ErrorCodes "AADSTS50057"]
        "home-account-disabled" Documented ends [HomeAccountDisabled] shown ["home-account-disabled"]
            "The guest's account is disabled in the home tenant."
            steps [PartnerAdmin "Enable the user."]
            sources [ErrorCodes "AADSTS50057"]
    }

    "invitation-not-accepted" by [Guest Inviter AuditLog] codes [] phrases []
        "The guest was invited but has no access; the invitation is still pending." {
        "consent-missing" Documented ends [PermissionsDeclined] shown ["consent-missing"]
            "The guest has not consented to take part in your directory."
            steps [
                Guest "Open the link in the mail, or an address with the ID of the tenant, and accept the permissions." => "https://learn.microsoft.com/entra/external-id/redemption-experience",
                OurAdmin "Resend the invitation: All users, the guest, Resend invitation." => "https://portal.azure.com/#blade/Microsoft_AAD_IAM/UsersManagementMenuBlade/AllUsers",
            ]
            sources [SelfHelpRedeem "Recommended Steps, items 1 and 2", Redemption2024 "Consent experience for the guest"]
        "guest-stays-at-home" Documented ends [SentToHomeTenant] shown ["guest-stays-at-home"]
            "The guest signed in at an address that names no tenant, so the home tenant answered."
            steps [
                Guest "Choose Sign-in options, Sign in to an organization, and type the organization's domain; or use the link in the mail.",
            ]
            sources [Redemption2024 "Redemption process and sign-in through a common endpoint", Redemption2019 "Redemption through a direct link, note"]
        "new-account-not-created" Documented ends [AccountNotCreated] shown ["new-account-not-created"]
            "The guest was asked to create an account and left."
            steps [
                Guest "Open the link again and create the account.",
                OurAdmin "Turn email one-time passcode on, so that no account is needed.",
            ]
            sources [Redemption2024 "Invitation redemption flow, items 6 and 7"]
    }

    "wrong-account-context" by [Guest] codes [] phrases []
        "A guest whose address is a work account and a Microsoft account signs in and does not reach what was shared." {
        "accepted-with-the-other-account" Documented ends [] shown ["accepted-with-the-other-account"]
            "The invitation was accepted with one of the two accounts, and the guest comes with the other one."
            steps [
                Guest "Sign in with the account that accepted the invitation, in a private window if the other one is signed in.",
                OurAdmin "To change over to the other account, reset the redemption status.",
            ]
            sources [SelfHelpRedeem "Recommended Steps, item 3", ResetRedemption2024 "When to reset"]
        "shared-address-taken-as-work-account" Disputed ends [] shown ["shared-address-taken-as-work-account"]
            "One text says that a new invitation to such an address is always accepted as the work account; the flow asks which one is meant."
            steps [Guest "Choose the account that is to be used from then on, and keep to it."]
            sources [SelfHelpRedeem "Recommended Steps, item 3", Redemption2024 "Invitation redemption flow, item 1"]
    }

    "account-type-not-usable" by [Guest SignInLog] codes ["500207" "500208"] phrases []
        "The kind of account, or its domain, cannot be used for this tenant." {
        "account-type-does-not-fit" Documented ends [] shown []
            "The account or its domain is of a kind that the tenant does not take."
            steps [
                Guest "Sign in with another account.",
                OurAdmin "Invite an address that the tenant takes.",
            ]
            sources [ErrorCodes "AADSTS500207, AADSTS500208"]
    }

    "age-group-refused" by [Guest SignInLog] codes ["50015" "54000"] phrases []
        "The sign-in needs a consent because of the person's age, or is blocked for a minor." {
        "age-group-needs-consent" Documented ends [] shown []
            "The account belongs to an age group that may not consent by itself."
            steps [Guest "Let the consent be given that the age group needs, or use another account."]
            sources [ErrorCodes "AADSTS50015, AADSTS54000"]
    }
}
