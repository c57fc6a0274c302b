//! Words of the settings of the home tenants and of access between tenants.

use super::{LANGUAGE, Language, words};

words! {
    users_and_groups_access_status: "Users and groups: access status";
    users_and_groups_access_status_help: "Default: allow access. To block all users, block all applications, too.";
    users_and_groups_applies_to: "Users and groups: applies to";
    users_and_groups_applies_to_help:
        "User principal names or groups, with commas between them. Empty: all users. The default inbound settings can name \
         none.";
    applications_access_status: "Applications: access status";
    applications_access_status_help: "Default: allow access.";
    applications_applies_to: "Applications: applies to";
    applications_applies_to_help: "None chosen: all applications.";
    trust_multifactor_authentication_microsoft_entra: "Trust multifactor authentication from Microsoft Entra tenants";
    trust_multifactor_authentication_microsoft_entra_help:
        "Default: off. Guests authenticate with two factors in the resource tenant.";
    trust_compliant_devices: "Trust compliant devices";
    trust_compliant_devices_help: "Default: off. A policy that demands a compliant device keeps guests out.";
    trust_microsoft_entra_hybrid_joined: "Trust Microsoft Entra hybrid joined devices";
    trust_microsoft_entra_hybrid_joined_help: "Default: off. A policy that demands a hybrid joined device keeps guests out.";
    the_tenants_own_cloud: "The tenant's own cloud";
    the_tenants_own_cloud_help: "Default: the commercial cloud. It cannot be changed in a real tenant.";
    other_clouds_to_collaborate_with: "Other clouds to collaborate with";
    other_clouds_to_collaborate_with_help:
        "Default: none. Both tenants must choose each other's cloud and add each other as an organization.";
    all_microsoft_apps: "All Microsoft apps";
    inbound_b2b_collaboration_default: "Inbound B2B collaboration, default";
    inbound_b2b_collaboration_default_place:
        "External Identities › Cross-tenant access settings › Default settings › Inbound access settings › B2B collaboration";
    for_users_every_other_microsoft:
        "For users of every other Microsoft Entra tenant that has no inbound settings of its own on its card.";
    inbound_trust_default: "Inbound trust, default";
    inbound_trust_default_place:
        "External Identities › Cross-tenant access settings › Default settings › Inbound access settings › Trust settings";
    microsoft_cloud_settings: "Microsoft cloud settings";
    microsoft_cloud_settings_place: "External Identities › Cross-tenant access settings › Microsoft cloud settings";

    name_help: "The organization's name.";
    tenant_id: "Tenant ID";
    tenant_id_help: "A GUID.";
    verified_domains: "Verified domains";
    administration: "Administration";
    administration_help: "Default: managed. An unmanaged tenant came to be by email verification and has no administrator.";
    users_sign_in_federated_provider: "Users sign in at a federated provider of their own";
    users_sign_in_federated_provider_help: "Such as AD FS. Default: no.";
    email_as_alternate_login_id: "Email as alternate login ID";
    email_as_alternate_login_id_help: "Users may sign in with their mail address. Default: off.";
    users: "Users";
    outbound_in_this_tenant: "Outbound, in this tenant";
    outbound_in_this_tenant_help: "Default: off. Nothing is skipped unless both sides have it on.";
    inbound_tenant_in_resource_tenant: "Inbound from this tenant, in the resource tenant";
    inbound_tenant_in_resource_tenant_help: "Default: default settings.";
    default_settings_off: "Default settings (off)";
    inbound_settings_for_this_tenant: "Inbound settings for this tenant";
    inbound_settings_for_this_tenant_help:
        "Default: off, that is, the default settings hold. Turned on, everything is allowed at first.";
    trust_settings_for_this_tenant: "Trust settings for this tenant";
    trust_settings_for_this_tenant_help: "Default: off, that is, the default settings hold.";
    outbound_settings_for_resource_tenant: "Outbound settings for the resource tenant";
    outbound_settings_for_resource_tenant_help: "Default: off, that is, the tenant's default settings hold.";
    cloud_of_this_tenant: "Cloud of this tenant";
    cloud_of_this_tenant_help: "Default: the commercial cloud.";
    resource_tenant_added_tenant_as: "The resource tenant has added this tenant as an organization";
    default_no_needed_between_clouds: "Default: no. Needed between clouds.";
    tenant_allows_resource_tenants_cloud: "This tenant allows the resource tenant's cloud";
    tenant_added_resource_tenant_as: "This tenant has added the resource tenant as an organization";
    application_microsoft_b2b_cross_cloud: "The application Microsoft B2B Cross Cloud Worker is disabled in this tenant";
    application_microsoft_b2b_cross_cloud_help: "Default: no. Then invitations between the clouds fail.";
    policies_demand_multifactor_authentication_sign: "Its policies demand multifactor authentication at the sign-in";
    policies_block_sign_in: "Its policies block the sign-in";
    email_verified_users_may_join: "Email-verified users may join the organization";
    email_verified_users_may_join_help: "allowEmailVerifiedUsersToJoinOrganization. Default: off.";
    users_may_sign_up_for: "Users may sign up for email-based subscriptions";
    users_may_sign_up_for_help: "allowedToSignUpEmailBasedSubscriptions. Default: off.";
    microsoft_entra_tenants_in_guests: "The Microsoft Entra tenants in which guests have a work account.";
    none_no_guest_work_account: "There is none: no guest has a work account.";
    home_tenant: "Home tenant";
    add_home_tenant: "Add home tenant";
    organization_place: "In the partner's tenant: Entra ID › Overview › Properties, and Entra ID › Domain names";
    users_place: "In the partner's tenant: Entra ID › Users";
    automatically_redeem_invitations: "Automatically redeem invitations";
    automatically_redeem_invitations_place:
        "External Identities › Cross-tenant access settings › Organizational settings › Trust settings: outbound in the \
         partner's tenant, inbound in the resource tenant";
    inbound_b2b_collaboration_tenant: "Inbound B2B collaboration from this tenant";
    inbound_b2b_collaboration_tenant_place:
        "In the resource tenant: External Identities › Cross-tenant access settings › Organizational settings › Inbound access \
         › B2B collaboration";
    inbound_trust_of_this_tenant: "Inbound trust of this tenant";
    inbound_trust_of_this_tenant_place:
        "In the resource tenant: External Identities › Cross-tenant access settings › Organizational settings › Inbound access \
         › Trust settings";
    outbound_b2b_collaboration_default: "Outbound B2B collaboration, default";
    outbound_b2b_collaboration_default_place:
        "In the partner's tenant: External Identities › Cross-tenant access settings › Default settings › Outbound access \
         settings › B2B collaboration";
    outbound_b2b_collaboration_to_resource: "Outbound B2B collaboration to the resource tenant";
    outbound_b2b_collaboration_to_resource_place:
        "In the partner's tenant: External Identities › Cross-tenant access settings › Organizational settings › Outbound \
         access › B2B collaboration";
    external_identities_cross_tenant_access:
        "External Identities › Cross-tenant access settings › Microsoft cloud settings, and › Organizational settings, in both \
         tenants";
    conditional_access_of_this_tenant: "Conditional Access of this tenant";
    conditional_access_of_this_tenant_place: "In the partner's tenant: Entra ID › Conditional Access › Policies";
    own_policies_do_users_sign: "What its own policies do when its users sign in there.";
    just_in_time_creation_accounts: "Just-in-time creation of accounts";
    just_in_time_creation_accounts_place: "Not in the portal: authorizationPolicy in Microsoft Graph, in the partner's tenant";

    user_principal_name: "User principal name";
    user_principal_name_help: "The name for the sign-in.";
    mail: "Mail";
    mail_help: "Empty: as the user principal name.";
    aliases: "Aliases";
    groups: "Groups";
    groups_help: "With commas between them; access settings can name them. Default: none.";
    the_account_is_disabled: "The account is disabled";
    add_user: "Add user";
    user_needs_verified_domain_first: "A user needs a verified domain first.";
}
