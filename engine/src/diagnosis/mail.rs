//! Symptoms of the invitation mail and its link.
//!
//! What an inviter sees when the invitation itself is refused is in `invitation.rs`.

use super::symptoms;

symptoms! {
    "no-invitation-mail" by [Guest AuditLog] codes [] phrases ["email not sent" "user unsubscribed"]
        "The guest says that no invitation mail has come." {
        "mail-in-spam-folder" Documented ends [MailNotFound] shown ["mail-in-spam-folder"]
            "The mail lies in the spam folder."
            steps [
                Guest "Look in the spam folder.",
                OurAdmin "If it is not there, open the guest under All users and choose Resend invitation." => "https://portal.azure.com/#blade/Microsoft_AAD_IAM/UsersManagementMenuBlade/AllUsers",
            ]
            sources [SelfHelpGuests "Recommended steps, item 1", SelfHelpRedeem "Recommended Steps, item 2", Troubleshoot2024October "The invited user did not receive a mail"]
        "sender-blocked" Documented ends [MailNotFound] shown ["mail-in-spam-folder"]
            "A mail system on the way does not let the sender through."
            steps [
                PartnerAdmin "Allow invites@microsoft.com; invitations since December 2025 come from invites@ at the initial domain of the inviting tenant.",
                OurAdmin "Resend the invitation, or send the guest a link that names your tenant.",
            ]
            sources [Troubleshoot2024October "The invited user did not receive a mail", InvitationEmail2026 "Sender of the mail"]
        "invitations-unsubscribed" Documented ends [MailNotFound] shown ["invitations-unsubscribed"]
            "The guest has blocked invitations of your organization, so the mail is not sent."
            steps [
                OurAdmin "Look for Email not sent, user unsubscribed in the audit log.",
                Guest "Unblock the organization on the page for unsubscribing." => "https://invitations.microsoft.com/unsubscribe/manage",
                OurAdmin "Send the guest a link that names your tenant in the meantime.",
            ]
            sources [InvitationEmail2023 "Unsubscribing from invitations", AuditActivities2024 "Invited Users"]
        "mail-not-asked-for" Documented ends [] shown ["mail-not-asked-for"]
            "The guest was invited without a mail: the check box was clear, or sendInvitationMessage was false."
            steps [
                OurAdmin "Pass on the redemption link that the answer to the invitation holds (inviteRedeemUrl), or a link that names your tenant.",
                OurAdmin "Or resend the invitation.",
            ]
            sources [Invitation "sendInvitationMessage", Invitation "inviteRedeemUrl", AddUsersAdministrator2023 "Send invite message"]
        "automatic-redemption-sends-notification" Documented ends [] shown ["automatic-redemption-sends-notification"]
            "Both tenants redeem invitations automatically, so a notification takes the place of the invitation mail."
            steps [
                Guest "Open the app, or a link that names the tenant. Nothing has to be accepted first.",
            ]
            sources [AutomaticRedemption "Table of mails and prompts", Redemption2024 "Automatic redemption process setting"]
    }

    "mail-without-own-message" by [Guest Inviter] codes [] phrases []
        "The invitation mail lacks the message that the inviter wrote." {
        "inviter-without-mailbox" Documented ends [] shown ["inviter-without-mailbox"]
            "The inviter has no mailbox, so the message is left out."
            steps [OurAdmin "Send the message in a mail of your own, or invite with an account that has a mailbox."]
            sources [Troubleshoot2024October "The custom message is not included"]
        "application-invites" Documented ends [] shown ["application-invites"]
            "An application invites without a signed-in user, so the message is left out."
            steps [OurAdmin "Send the message in a mail of your own, or invite as a user with a mailbox."]
            sources [Troubleshoot2024October "The custom message is not included"]
    }

    "link-expired-or-used" by [Guest] codes [] phrases ["link has expired" "invitation has expired" "link has already been used"]
        "The link in the mail has expired or was used before." {
        "link-expired" Disputed ends [LinkExpired] shown ["link-expired"]
            "The link is older than 90 days. One summary says so; Microsoft's own texts say that an invitation does not expire."
            steps [OurAdmin "Resend the invitation: the new mail has a new link."]
            sources [SeedSummary "Invitation Delivery", AddUsersAdministrator2023 "Resend invitations to guest users"]
        "link-used-up" Disputed ends [LinkUsed] shown ["link-used-up"]
            "The link was used for a redemption and works once. One summary says so; other texts let it serve to return."
            steps [
                Guest "The invitation is accepted: open the app, or a link that names the tenant, and sign in.",
                OurAdmin "If the invitation is still pending, resend it.",
            ]
            sources [SeedSummary "Invitation Delivery", InvitationEmail2023 "The redemption link"]
        "sharepoint-invitation-expired" Inferred ends [] shown []
            "The invitation came from SharePoint Online, whose own links expire after 90 days unless that is changed."
            steps [OurAdmin "Share the item again, or invite the guest in the admin center."]
            sources [SupportBlogJapan "Expiry of invitations"]
    }

    "sent-to-wrong-address" by [Guest Inviter] codes [] phrases []
        "The invitation went to a wrong address." {
        "invited-mailbox-not-readable" Documented ends [PasscodeNotEntered] shown ["invited-mailbox-not-readable"]
            "The address is mistyped, or it is a mailbox that the guest cannot read."
            steps [
                OurAdmin "While it is pending, revoke the invitation by deleting the guest, and invite the right address.",
                OurAdmin "After it was accepted, put the right address on the guest and reset the redemption to it." => "https://learn.microsoft.com/entra/external-id/reset-redemption-status",
            ]
            sources [SeedSummary "Troubleshooting Redemption Issues", ResetRedemption2024 "Reset the email address used for sign-in"]
        "account-of-someone-else" Inferred ends [NotTheirAccount] shown ["account-of-someone-else"]
            "The address leads to a work account of somebody else, so the guest cannot sign in there."
            steps [OurAdmin "Delete the pending guest and invite the address of the guest's own account."]
            sources [SeedSummary "Troubleshooting Redemption Issues", Redemption2024 "Invitation redemption flow, item 1"]
    }
}
