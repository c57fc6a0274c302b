//! Words of the settings of the resource tenant: redemption order, providers, federations, terms of use.

use super::{LANGUAGE, Language, words};

words! {
    identity_provider_protocol: "Identity provider protocol";
    identity_provider_protocol_help: "Default: SAML. Both take the same path.";
    domain_names_federating_provider: "Domain names of the federating provider";
    domain_names_federating_provider_help: "With commas between them. Matched exactly, without subdomains.";
    issuer_uri: "Issuer URI";
    issuer_uri_help: "It becomes the issuer in the guest's identities.";
    passive_authentication_endpoint: "Passive authentication endpoint";
    passive_authentication_endpoint_help: "Where guests are sent, with https. Default: none.";
    partner_published_dns_record_directfedauthurl: "The partner has published the DNS record DirectFedAuthUrl";
    partner_published_dns_record_directfedauthurl_help:
        "Default: no. Needed where the endpoint lies outside the federated domain.";
    provider_itself_microsoft_entra_tenant: "The provider is itself a Microsoft Entra tenant";
    provider_itself_microsoft_entra_tenant_help: "Default: no. The newest rules ignore such a federation.";
    not_in_force: "Not in force";
    not_in_force_help: "Default: no. A new policy takes some minutes; a removed one locks out the guests who came by it.";
    what_the_provider_sends_back: "What the provider sends back";
    what_the_provider_sends_back_help:
        "Default: a valid token with the guest's mail address. The rest are faults at the provider.";
    add_federation: "Add federation";

    primary_identity_providers: "Primary identity providers";
    fallback_identity_providers: "Fallback identity providers";
    asked_top_default_microsoft_entra: "Asked from the top. Default: Microsoft Entra ID, SAML/WS-Fed, social.";
    no_primary_provider_on_every: "No primary provider is on: every guest goes to the fallback.";
    turned_off: "Turned off";
    moved_to_position_of(provider, position, count): "{provider} moved to position {position} of {count}";
    is_already_first(provider): "{provider} is already first";
    is_already_last(provider): "{provider} is already last";
    turned_off_in_redemption_order(provider): "{provider} turned off in the redemption order";
    move_up: "Move up";
    move_down: "Move down";
    turn_off: "Turn off";
    turned_on_at_position(provider, position): "{provider} turned on at position {position}";
    turn_on: "Turn on";
    microsoft_account: "Microsoft account";
    email_one_time_passcode: "Email one-time passcode";
    fallback_turned_on(provider): "Fallback {provider} turned on";
    fallback_turned_off(provider): "Fallback {provider} turned off";
    used_no_primary_provider_matches:
        "Used when no primary provider matches. Default: both, that is an existing Microsoft account, else a passcode.";
    least_one_fallback_identity_provider: "At least one fallback identity provider must stay on.";
    microsoft_entra_id: "Microsoft Entra ID";
    saml_ws_fed: "SAML/WS-Fed";
    social_identity_providers: "Social identity providers";

    email_one_time_passcode_for: "Email one-time passcode for guests";
    email_one_time_passcode_for_help: "Default: not set. It was opt-in before the rules of March 2024.";
    google_is_configured: "Google is configured";
    google_is_configured_help: "Default: off. It serves gmail.com and googlemail.com only.";
    google_refuses_client_id_or: "Google refuses the client ID or the client secret";
    name_help: "Guests see it on the pages. Default: Woodgrove.";
    initial_domain: "Initial domain";
    initial_domain_help: "It ends every guest's user principal name. Default: woodgrove.onmicrosoft.com.";
    custom_domain_names_verified: "Custom domain names, verified";
    guests_see_default_partner_portal: "Guests see it. Default: Partner portal.";
    application_client_id: "Application (client) ID";
    application_client_id_help: "A GUID, by which access settings name it.";
    permissions: "Permissions";
    permissions_help: "Default: it asks for none. Another thing than Review permissions.";
    assignment_required: "Assignment required?";
    assignment_required_help: "Default: no. Otherwise only assigned guests get in.";
    global_privacy_contact: "Global privacy contact";
    global_privacy_contact_help: "Default: none.";
    privacy_statement_url: "Privacy statement URL";
    privacy_statement_url_help: "Linked from Review permissions and from the invitation mail. Default: none.";
    notification_language_help:
        "Such as de. The mail is in it where neither invitation, guest nor home tenant has one. Default: none, that is English.";
    invite_redirect_url_help: "Where the mail link lands. Default: none, that is My Apps.";
    show_only_differs_defaults: "Show only what differs from the defaults";
    nothing_differs_every_setting_default: "Nothing differs: every setting has its default.";
    redemption_order_place:
        "External Identities › Cross-tenant access settings › Default settings › Inbound › B2B collaboration › Redemption order";
    email_one_time_passcode_place: "External Identities › All identity providers › Email one-time passcode";
    google_federation: "Google federation";
    google_federation_place: "External Identities › All identity providers › Google";
    saml_ws_fed_identity_providers: "SAML/WS-Fed identity providers";
    saml_ws_fed_identity_providers_place: "External Identities › All identity providers › Custom › SAML/WS-Fed";
    guests_federated_domains_sign_in: "Guests of the federated domains sign in at their own provider. Default: none.";
    organization_place: "Entra ID › Overview › Properties, and Entra ID › Domain names";
    terms_of_use_place: "Entra ID › Conditional Access › Terms of use";
    guests_accept_them_one_after:
        "Guests accept them one after the other. Without a policy that names them, every guest must. Default: none.";
    conditional_access_place: "Entra ID › Conditional Access › Policies";
    policies_tenant_as_far_as: "Policies of this tenant, as far as they touch guests. Default: none.";
    application_place: "Entra ID › Enterprise apps › the application › Properties, and › Permissions";
    application_direct_link_or_redirect: "The application that a direct link or a redirect address leads to.";
    privacy_and_notifications: "Privacy and notifications";
    privacy_and_notifications_place: "Entra ID › Overview › Properties";
    redirect_url: "Redirect URL";
    redirect_url_place: "Users › New user › Invite external user › Invite redirect URL; set here for all invitations";
    not_set_rules(default, edition): "Not set: {default} by the rules of {edition}";

    display_name_help: "Guests see it.";
    languages_of_the_documents: "Languages of the documents";
    languages_of_the_documents_help:
        "Such as en, de, with commas between them; the first is shown where none fits. Default: one document in English.";
    require_users_to_expand_terms: "Require users to expand the terms of use";
    require_users_to_expand_terms_help: "Default: off.";
    require_users_to_consent_on: "Require users to consent on every device";
    require_users_to_consent_on_help: "Default: off. Not supported for guests.";
    duration_before_re_acceptance_required: "Duration before re-acceptance required (days)";
    duration_before_re_acceptance_required_help: "A clock for each person. Empty: none.";
    expire_consents: "Expire consents";
    expire_consents_help: "A schedule common to everybody. Default: off.";
    expire_starting_on: "Expire starting on";
    expire_starting_on_help: "The first day of the schedule.";
    day_needed_such_as_2026: "A day is needed, such as 2026-01-01.";
    frequency: "Frequency";
    frequency_help: "Default: annually.";
    add_terms_of_use: "Add terms of use";
    terms_of_use(organization): "{organization} terms of use";
    tenant_can_40_terms_use: "A tenant can have 40 terms of use.";
}
