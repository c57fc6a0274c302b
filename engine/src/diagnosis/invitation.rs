//! Symptoms of the invitation itself, as the inviter sees them, and of what an administrator does with a guest later.
//!
//! What becomes of the mail is in `mail.rs`.

use super::symptoms;

symptoms! {
    "invitations-not-allowed" by [Inviter] codes [] phrases ["invitations not allowed for your company" "invitations have been disabled"]
        "Guest invitations not allowed for your company." {
        "inviter-may-not-invite" Documented ends [InviterNotAllowed] shown ["inviter-may-not-invite"]
            "The guest invite settings do not let this person invite."
            steps [
                OurAdmin "Relax the guest invite settings under External collaboration settings, or give the inviter the role Guest Inviter.",
                OurAdmin "Wait: a changed setting or a new role takes 15 to 60 minutes.",
            ]
            sources [Troubleshoot2024October "Invitations have been disabled", ExternalCollaborationSettings2024 "Guest invite settings"]
        "us-government-invites-off" Documented ends [InviterNotAllowed] shown ["us-government-invites-off"]
            "In the US Government cloud nobody may invite until an administrator allows it."
            steps [OurAdmin "Allow invitations under External collaboration settings."]
            sources [NationalClouds2024 "Azure US Government clouds", AuthorizationPolicy "allowInvitesFrom"]
        "application-invites-while-restricted" Documented ends [InviterNotAllowed] shown ["application-invites-while-restricted"]
            "An application invites without a signed-in user while invitations are off or left to administrators."
            steps [OurAdmin "Let a signed-in user who may invite make the request, or relax the guest invite settings."]
            sources [InvitationPost "Permissions"]
    }

    "address-refused" by [Inviter] codes [] phrases []
        "The address itself is refused." {
        "address-with-forbidden-character" Documented ends [AddressNotAllowed] shown ["address-with-forbidden-character"]
            "The address has a character that an invitation does not take, such as a plus sign."
            steps [
                Guest "Name an address without it.",
                OurAdmin "Invite that address.",
            ]
            sources [Invitation "invitedUserEmailAddress"]
        "group-mailbox-invited" Documented ends [AddressNotAllowed] shown ["group-mailbox-invited"]
            "The address belongs to a group; an invitation is for one person."
            steps [OurAdmin "Invite the persons behind it one by one."]
            sources [AddUsersAdministrator2023 "Email address of the user"]
    }

    "already-in-directory" by [Inviter] codes [] phrases ["already exists in the directory"]
        "The user already exists in the directory, with an object ID." {
        "address-of-a-local-user" Inferred ends [AddressTaken] shown ["address-of-a-local-user"]
            "A user of your own tenant has the address."
            steps [
                OurAdmin "Share with the account that exists.",
                OurAdmin "If this user is to sign in with an account of another organization, invite the internal user to B2B collaboration." => "https://learn.microsoft.com/entra/external-id/invite-internal-users",
            ]
            sources [ObservedErrors "The user already exists", Troubleshoot2024October "proxyAddresses"]
        "guest-invited-before" Inferred ends [AddressTaken] shown ["guest-invited-before"]
            "The person is a guest already."
            steps [
                OurAdmin "Use the guest that exists: resend the invitation while it is pending, reset the redemption after it was accepted.",
            ]
            sources [ObservedErrors "The user already exists", ResetRedemption2024 "Reset redemption status"]
    }

    "address-conflict" by [Inviter] codes [] phrases ["proxyaddress" "conflicting object"]
        "The invitation is refused because of a conflict of proxyAddresses." {
        "another-user-owns-address" Documented ends [AddressTaken] shown ["address-of-a-local-user"]
            "Another user of the tenant has the address among its proxyAddresses."
            steps [OurAdmin "Remove the address from that user and invite then, or let the person use that account."]
            sources [Troubleshoot2024October "proxyAddresses"]
        "group-owns-address" Documented ends [AddressTaken] shown ["group-owns-address"]
            "A group of the tenant has the address among its proxyAddresses."
            steps [OurAdmin "Remove the address from the group, delete a contact that has it, too, and invite then."]
            sources [Troubleshoot2024October "proxyAddresses"]
    }

    "address-in-own-domain" by [Inviter] codes [] phrases ["verified domain of this directory"]
        "The address is in a verified domain of the inviting directory." {
        "own-domain-invited" Inferred ends [AddressInOwnDomain] shown ["own-domain-invited"]
            "The domain of the address is your own, so its people are users of your tenant and not guests."
            steps [OurAdmin "Make a user of your tenant, or share with the one that exists."]
            sources [ObservedErrors "Verified domain of this directory"]
    }

    "internal-user-refused" by [Inviter] codes [] phrases ["onpremisesuserprincipalname"]
        "An internal user cannot be invited to B2B collaboration." {
        "internal-user-synced" Documented ends [InternalUserSynced] shown ["internal-user-synced"]
            "The user is synchronized: onPremisesUserPrincipalName is present."
            steps [OurAdmin "Let the user go on with the synchronized account; only users without that property can be invited."]
            sources [InviteInternalUsers2023 "Things to consider"]
    }

    "invitation-blocked-across-tenants" by [Inviter] codes [] phrases ["blocked by cross-tenant access settings"]
        "This invitation is blocked by cross-tenant access settings." {
        "inbound-blocks-invitation" Documented ends [InvitationBlocked] shown ["inbound-blocks-invitation"]
            "Your inbound access for B2B collaboration blocks the guest's organization, the user or every application."
            steps [
                OurAdmin "Allow them under Cross-tenant access settings, inbound access; users and applications must not contradict each other.",
            ]
            sources [Troubleshoot2024October "Cross-tenant access settings block the invitation", CrossTenantSettings2024 "Change inbound access settings"]
        "outbound-blocks-invitation" Documented ends [InvitationBlocked] shown ["outbound-blocks-invitation"]
            "The outbound access of the guest's organization does not let its users be guests of your tenant."
            steps [PartnerAdmin "Allow the inviting tenant under Cross-tenant access settings, outbound access."]
            sources [Troubleshoot2024October "Cross-tenant access settings block the invitation", CrossTenantSettings2024 "Change outbound access settings"]
    }

    "domain-not-invitable" by [Inviter] codes [] phrases ["blocked by your invitation policy"]
        "The domain is currently blocked by the invitation policy." {
        "domain-on-deny-list" Documented ends [DomainNotInvitable] shown ["domain-on-deny-list"]
            "The domain is on the deny list of the collaboration restrictions."
            steps [OurAdmin "Take the domain off the list under External collaboration settings."]
            sources [AllowDenyList2024 "Add a blocklist"]
        "domain-not-on-allow-list" Documented ends [DomainNotInvitable] shown ["domain-not-on-allow-list"]
            "There is an allow list, and the domain is not on it."
            steps [OurAdmin "Put the domain on the list; that cross-tenant access allows it does not help."]
            sources [AllowDenyList2024 "Add an allowlist", CrossTenantSettings2024 "Prerequisites"]
    }

    "pending-guest-refused" by [Guest] codes [] phrases []
        "A guest who was invited some time ago can no longer redeem; guests of the same domain who had redeemed can sign in." {
        "domain-denied-after-invitation" Documented ends [DomainBlocked] shown ["domain-denied-after-invitation"]
            "The domain was blocked after the invitation. Pending guests fail then; accepted ones are not touched."
            steps [OurAdmin "Allow the domain under External collaboration settings, then let the guest open the link again."]
            sources [AllowDenyList2024 "Important considerations"]
    }

    "cross-cloud-invitation-refused" by [Inviter] codes [] phrases ["cross cloud worker"]
        "An invitation to an organization in another Microsoft cloud is refused." {
        "cross-cloud-worker-disabled" Documented ends [InvitationCloudBlocked] shown ["cross-cloud-worker-disabled"]
            "The application Microsoft B2B Cross Cloud Worker is disabled in the guest's tenant."
            steps [PartnerAdmin "Enable the application again under Enterprise applications."]
            sources [Troubleshoot2024October "Microsoft B2B Cross Cloud Worker"]
        "cloud-not-ticked" Documented ends [InvitationCloudBlocked] shown ["cloud-not-ticked"]
            "One of the two tenants has not ticked the other's cloud in its Microsoft cloud settings."
            steps [
                OurAdmin "Tick the guest's cloud in the Microsoft cloud settings.",
                PartnerAdmin "Tick the cloud of the inviting tenant.",
            ]
            sources [CrossCloudSettings2025 "Enable the cloud in your Microsoft cloud settings"]
        "organization-not-added" Documented ends [InvitationCloudBlocked] shown ["organization-not-added"]
            "One of the two tenants has not added the other one to its organizational settings; until then, its people are blocked."
            steps [
                OurAdmin "Add the guest's organization by its tenant ID.",
                PartnerAdmin "Add the inviting organization by its tenant ID.",
            ]
            sources [CrossCloudSettings2025 "Add the tenant to your organizational settings"]
    }

    "object-limit-reached" by [Inviter] codes [] phrases ["due to object limit"]
        "Failure to update policy due to object limit." {
        "domain-list-too-long" Disputed ends [] shown []
            "The list of domains or organizations is longer than 25 KB, the most that the old way of storing policies holds."
            steps [OurAdmin "Shorten the list. Since the change of August 2023 cross-tenant access settings have no such limit."]
            sources [Troubleshoot2024October "Object limit", CrossTenantSettings2024 "Storage model", AllowDenyList2024 "Limits"]
    }

    "guest-not-visible" by [Inviter] codes [] phrases []
        "A guest who was just added cannot be found or shared with." {
        "directory-not-replicated" Documented ends [] shown []
            "The new object has not reached every copy of the directory."
            steps [OurAdmin "Wait a little and try again."]
            sources [CurrentLimitations2025 "Replication latencies in the directory"]
    }

    "operation-not-offered" by [Inviter Guest] codes [] phrases []
        "Resending, restoring or leaving is not offered." {
        "resend-after-acceptance" Documented ends [NotOffered] shown ["resend-after-acceptance"]
            "The invitation is accepted already; only a pending one can be sent again."
            steps [OurAdmin "Reset the redemption status instead."]
            sources [AddUsersAdministrator2023 "Resend invitations to guest users", ResetRedemption2024 "Reset redemption status"]
        "restored-too-late" Documented ends [NotOffered] shown ["restored-too-late"]
            "The guest was deleted more than 30 days ago, or for good."
            steps [OurAdmin "Invite the guest again, which makes a new object without the old groups."]
            sources [LeaveOrganization2023 "Permanent deletion"]
        "leaving-switched-off" Documented ends [NotOffered] shown ["leaving-switched-off"]
            "External users may not leave by themselves."
            steps [
                Guest "Write to the administrator or the privacy contact that the page names.",
                OurAdmin "Remove the guest, or allow it in the External user leave settings.",
            ]
            sources [LeaveOrganization2023 "What organizations can do", ExternalCollaborationSettings2024 "External user leave settings"]
    }
}
