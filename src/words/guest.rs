//! Words of the settings of the guest and the invitation. Facts of the person are in `person`.

use super::{LANGUAGE, Language, words};

words! {
    display_name_help: "The name in the list of guests.";
    invited_address: "Invited address";
    invited_address_help: "The address that the invitation is for.";
    another_address_same_person: "Another address of the same person";
    another_address_same_person_help: "For a second invitation, or for a redemption that is reset to it. Default: none.";
    way_in: "Way in";
    way_in_help: "Default: the link in the invitation mail.";
    app: "App";
    app_help: "Default: My Apps.";
    name_typed_at_sign_in: "Name typed at sign-in";
    name_typed_at_sign_in_help: "Empty: the invited address.";
    guest_not_assigned_to_application: "The guest is not assigned to the application";
    guest_not_assigned_to_application_help: "Default: no. It matters where the application demands assignment.";
    no_guest_nothing_to_replay: "There is no guest, so there is nothing to replay. Add one.";
    guest_added(name): "Guest {name} added";
    guest_duplicated_as(name): "Guest duplicated as {name}";
    guest_removed(name): "Guest {name} removed";
    add_guest: "Add guest";
    duplicate_guest: "Duplicate guest";
    remove_guest: "Remove guest";
    somebody_else_see_facts_below: "Somebody else: see the facts below";
    guest_made(kind): "Guest made: {kind}";
    assumed_at_import: "Assumed at import, because Microsoft Graph does not say it:";
    run_begins_there(redeemed): "The guest {redeemed}. Microsoft Graph says so, and the run begins there.";
    begin_with_the_invitation: "Begin with the invitation instead";
    begins_with_invitation: "The guest begins with the invitation";
    who_is_it: "Who is it?";
    rewrites_address_and_accounts_work:
        "Rewrites address and accounts. A work account is added to a home tenant, and a partner with SAML/WS-Fed gets a \
         federation that covers the domain, where they are missing.";

    send_invite_message_help: "Default: on.";
    user_type_help: "Default: Guest. It does not change how the guest signs in.";
    invite_redirect_url_help: "Where this invitation's mail link lands. Empty: as the resource tenant has it.";
    contact_object_owns_invited_address: "A contact object owns the invited address";
    contact_object_owns_invited_address_help: "Default: no. Then the guest object has no proxyAddresses.";
    the_guest_object_is_disabled: "The guest object is disabled";
    the_guest_object_is_disabled_help: "Users › the guest › Account status. Default: no.";
    role_of_the_inviter: "Role of the inviter";
    role_of_the_inviter_help: "Default: an administrator.";
    the_inviter_has_no_mailbox: "The inviter has no mailbox";
    the_inviter_has_no_mailbox_help: "Default: no. Then the mail goes out without the personal message.";
    day_of_the_invitation: "Day of the invitation";
    day_of_the_invitation_help:
        "Such as 2024-03-26; the simulated clock starts on it at 09:00. Empty: the day of the rules' text.";
    language_of_the_mail: "Language of the mail";
    language_of_the_mail_help: "Such as de. Empty: the guest's own, else the home tenant's, else the resource tenant's.";
    personal_message: "Personal message";
    personal_message_help: "The inviter's own words in the mail. Default: none.";
    invited_address_belongs_already_to: "The invited address belongs already to";
    invited_address_belongs_already_to_help: "In the resource tenant. Default: nobody.";
    nobody: "Nobody";
    invited_address_group_mailbox: "The invited address is a group mailbox";
    invited_address_group_mailbox_help: "Default: no. Invitations are for individuals.";
    internal_user_invited_to_use: "Internal user who is invited to use external credentials";
    internal_user_invited_to_use_help:
        "The user principal name in the resource tenant, which the user keeps. Empty: none, a new guest is invited.";
    internal_user_synchronized_on_premises: "The internal user is synchronized from on-premises";
    internal_user_synchronized_on_premises_help: "Default: no. Then the invitation is refused.";
    users_new_user_invite_external: "Users › New user › Invite external user";
    invitation: "Invitation";
    inviter_and_mail: "Inviter and mail";
    invited_address_in_resource_tenant: "The invited address in the resource tenant";
    stands_in_way_invitation_and: "What stands in the way of an invitation, and who is invited in place of a new guest.";

    partner_with_microsoft_entra_id: "Partner with Microsoft Entra ID";
    partner_with_saml_ws_fed: "Partner with SAML/WS-Fed";
    gmail_user: "Gmail user";
    outlook_com_user: "Outlook.com user";
    freelancer_with_own_domain: "Freelancer with own domain";
    same_address_as_work_and: "Same address as work and personal account";
}
