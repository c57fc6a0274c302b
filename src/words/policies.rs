//! Words of the settings of Conditional Access and external collaboration, and of the readings.

use super::{LANGUAGE, Language, words};

words! {
    guest_user_access_restrictions: "Guest user access restrictions";
    guest_user_access_restrictions_help: "Default: limited. What an accepted guest sees; it does not change the redemption.";
    guest_invite_restrictions: "Guest invite restrictions";
    guest_invite_restrictions_help: "Default: anyone; in the cloud for the US government nobody.";
    enable_guest_self_service_sign: "Enable guest self-service sign up via user flows";
    enable_guest_self_service_sign_help: "Default: off. Invitations are not redeemed through user flows.";
    allow_external_users_to_remove: "Allow external users to remove themselves from your organization";
    allow_external_users_to_remove_help: "Not set counts as yes. It can be set once there is privacy information.";
    not_set: "Not set";
    collaboration_restrictions: "Collaboration restrictions";
    collaboration_restrictions_help: "Default: any domain. In the portal, another kind of list discards the present one.";
    domains_of_the_list: "Domains of the list";
    domains_of_the_list_help: "With commas between them. Ignored where any domain may be invited.";
    not_set_default(default): "Not set: {default}";
    external_identities_external_collaboration_settings: "External Identities › External collaboration settings";
    external_collaboration_settings: "External collaboration settings";

    address_two_accounts_means_work: "An address of two accounts means the work account";
    address_two_accounts_means_work_help:
        "By Azure's self-help text, a new invitation to an address that a work account and a Microsoft account share is always \
         accepted as the work account. Default: the guest chooses.";
    link_in_mail_expires_after: "The link in the mail expires after (days)";
    link_in_mail_expires_after_help: "The undated summary says 90. Default: empty, the link does not expire.";
    link_in_mail_works_once_help:
        "By the undated summary, a completed redemption uses it up. Default: the guest can come back by it.";
    terms_use_first_sign_in: "Terms of use at the first sign-in only";
    terms_use_first_sign_in_help:
        "By the undated summary, whatever their expiry. Default: they come back when an acceptance expires.";
    social_identities_and_unmanaged_accounts: "Social identities and unmanaged accounts are asked for a new password";
    social_identities_and_unmanaged_accounts_help:
        "By the undated summary. Default: unmanaged accounts cannot redeem, and nobody is asked for a password.";
    just_in_time_creation_missing: "Just-in-time creation of a missing work user works in the newer editions";
    just_in_time_creation_missing_help: "By the document on self-service sign-up. Default: it works in the older editions only.";
    every_attempt_to_redeem_in: "Every attempt to redeem is in the audit log";
    every_attempt_to_redeem_in_help:
        "By the undated summary, failed ones included. Default: failed ones are in the sign-in log only.";
    address_two_accounts_share: "an address that two accounts share";
    links_terms_use_passwords_audit: "links, terms of use, passwords, audit log";
    just_in_time_creation: "just-in-time creation";
    nowhere_these_readings_documents_not: "Nowhere: these are readings of the documents, not settings";
    interpretations: "Interpretations";
    where_two_documents_disagree_recommended:
        "Where two documents disagree, the recommended reading holds. Each switch follows the other one.";

    enable_policy: "Enable policy";
    enable_policy_help: "Default: on. Report-only changes nothing.";
    users_guest_or_external_users: "Users: guest or external users";
    users_guest_or_external_users_help: "None chosen: all users. The guests here are of the first two kinds.";
    target_resources: "Target resources";
    target_resources_help: "None chosen: all resources.";
    network_include: "Network: include";
    network_include_help: "Countries or named locations, with commas between them. Empty: any.";
    network_exclude: "Network: exclude";
    network_exclude_help: "Countries or named locations, with commas between them. Default: none.";
    sign_in_risk_help: "None chosen: any. It is evaluated in this tenant.";
    user_risk_help: "None chosen: any. It is evaluated in the guest's home tenant.";
    grant: "Grant";
    grant_help: "What the policy demands. Some controls are not supported for guests.";
    grant_terms_of_use: "Grant: terms of use";
    grant_terms_of_use_help: "The terms that the policy demands.";
    for_multiple_controls: "For multiple controls";
    for_multiple_controls_help: "Default: all of them.";
    session_sign_in_frequency: "Session: sign-in frequency";
    session_sign_in_frequency_help:
        "Such as 12 hours, 7 days or every time. Empty: a session lasts 90 days after it was used last.";
    example_12_hours: "12 hours";
    add_policy: "Add policy";
    require_multifactor_authentication_for_guests: "Require multifactor authentication for guests";
}
