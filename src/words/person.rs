//! Words of the facts of the person: accounts, mailbox, browser, device and risk.

use super::{LANGUAGE, Language, words};

words! {
    work_or_school_account: "Work or school account";
    work_or_school_account_help: "The user principal name. Empty: none.";
    browser_signed_in_work_account: "The browser is signed in with the work account";
    personal_microsoft_account: "Personal Microsoft account";
    personal_microsoft_account_help: "Default: none. Turned on, it has the invited address.";
    sign_in_name_microsoft_account: "Sign-in name of the Microsoft account";
    sign_in_name_microsoft_account_help: "An address.";
    aliases_of_the_microsoft_account: "Aliases of the Microsoft account";
    google_account: "Google account";
    google_account_help: "Its address. Empty: none.";
    what_google_answers: "What Google answers";
    what_google_answers_help: "Default: it signs the guest in. The list of codes tells the errors apart by their names only.";
    account_partners_saml_ws_fed: "Account at the partner's SAML/WS-Fed provider";
    reads_mail_sent_to_invited: "Reads mail sent to the invited address";
    reads_mail_sent_to_invited_help: "Default: yes.";
    finds_the_invitation_mail: "Finds the invitation mail";
    finds_the_invitation_mail_help: "Default: yes. Otherwise it lies in the junk folder or was kept back on the way.";
    blocked_invitations_resource_tenant_unsubscribe: "Has blocked invitations of the resource tenant (unsubscribe)";
    blocked_invitations_resource_tenant_unsubscribe_help: "Default: no. Then no invitation mail is sent.";
    opens_the_app_with: "Opens the app with";
    opens_the_app_with_help: "Default: a browser.";
    language_of_the_browser: "Language of the browser";
    location_help: "A country or a named location, as policies name it. Default: none.";
    tenant_restrictions_on_network_keep: "Tenant restrictions on the network keep them out of the resource tenant";
    device_as_home_tenant_knows: "Device, as the home tenant knows it";
    device_as_home_tenant_knows_help: "Default: nothing is known of it.";
    session_in_home_tenant_carries: "The session in the home tenant carries multifactor authentication";
    registered_for_multifactor_authentication_in: "Has registered for multifactor authentication in the resource tenant";
    methods_strong_enough_for_authentication: "The methods are strong enough for an authentication strength";
    sign_in_risk_help: "Default: none. It is evaluated in the resource tenant.";
    user_risk_help: "Default: none. It is evaluated in the home tenant.";
    accounts_and_mailbox: "Accounts and mailbox";
    facts_about_person_not_settings: "Facts about the person, not settings. Default: a mailbox and no account.";
    browser_device_and_risk: "Browser, device and risk";
    facts_about_person: "Facts about the person, not settings.";
}
