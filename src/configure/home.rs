//! The home tenants: a card for each, with its users and what both sides have set for each other.
//!
//! What the resource tenant has set for a partner stands here, too, beside the partner's own half.

use leptos::prelude::*;
use redemption_engine::design::HomeTenant;
use redemption_engine::wording;

use super::access::{ACCESS, TRUST};
use super::cards::{List, cards};
use super::fictional::next_home;
use super::form::{Rows, rows, within};
use super::group::Group;
use super::setting::{Setting, flag, line, list, name, one, own, setting, tri};
use super::subject::{self, Of};
use super::users::USERS;
use crate::state::App;

const ORGANIZATION: &[Setting<HomeTenant>] = &[
    setting("displayName", "Name", "The organization's name.", name!(display_name)),
    setting("tenantId", "Tenant ID", "A GUID.", line!(tenant_id)),
    setting(
        "verifiedDomains",
        "Verified domains",
        "With commas between them.",
        line!(verified_domains, "text", "adatum.example"),
    ),
    setting(
        "management",
        "Administration",
        "Default: managed. An unmanaged tenant came to be by email verification and has no administrator.",
        one!(management, wording::management),
    ),
    setting("federated", "Users sign in at a federated provider of their own", "Such as AD FS. Default: no.", flag!(federated)),
    setting(
        "emailAsAlternateLoginId",
        "Email as alternate login ID",
        "Users may sign in with their mail address. Default: off.",
        flag!(email_as_alternate_login_id),
    ),
    setting("notificationLanguage", "Notification language", "Such as de. Default: none.", line!(notification_language)),
];

const PEOPLE: &[Setting<HomeTenant>] = &[setting("users", "Users", "", list!(users, USERS))];

const AUTOMATIC_REDEMPTION: &[Setting<HomeTenant>] = &[
    setting(
        "outboundAutomaticRedemption",
        "Outbound, in this tenant",
        "Default: off. Nothing is skipped unless both sides have it on.",
        flag!(outbound_automatic_redemption),
    ),
    setting(
        "inboundAutomaticRedemption",
        "Inbound from this tenant, in the resource tenant",
        "Default: default settings.",
        tri!(partner.inbound_automatic_redemption, "Default settings (off)"),
    ),
];

const FROM_PARTNER: &[Setting<HomeTenant>] = &[setting(
    "partner.inbound",
    "Inbound settings for this tenant",
    "Default: off, that is, the default settings hold. Turned on, everything is allowed at first.",
    own!(partner.inbound),
)];

const TRUST_OF_PARTNER: &[Setting<HomeTenant>] = &[setting(
    "partner.inboundTrust",
    "Trust settings for this tenant",
    "Default: off, that is, the default settings hold.",
    own!(partner.inbound_trust),
)];

const TO_RESOURCE: &[Setting<HomeTenant>] = &[setting(
    "outboundToResource",
    "Outbound settings for the resource tenant",
    "Default: off, that is, the tenant's default settings hold.",
    own!(outbound_to_resource),
)];

const CLOUDS: &[Setting<HomeTenant>] = &[
    setting("cloud", "Cloud of this tenant", "Default: the commercial cloud.", one!(cloud, wording::cloud)),
    setting(
        "partner.added",
        "The resource tenant has added this tenant as an organization",
        "Default: no. Needed between clouds.",
        flag!(partner.added),
    ),
    setting(
        "crossCloud.allowsResourceCloud",
        "This tenant allows the resource tenant's cloud",
        "Default: no. Needed between clouds.",
        flag!(cross_cloud.allows_resource_cloud),
    ),
    setting(
        "crossCloud.addsResourceTenant",
        "This tenant has added the resource tenant as an organization",
        "Default: no. Needed between clouds.",
        flag!(cross_cloud.adds_resource_tenant),
    ),
    setting(
        "crossCloud.workerDisabled",
        "The application Microsoft B2B Cross Cloud Worker is disabled in this tenant",
        "Default: no. Then invitations between the clouds fail.",
        flag!(cross_cloud.worker_disabled),
    ),
];

const POLICIES: &[Setting<HomeTenant>] = &[
    setting("requiresMfa", "Its policies demand multifactor authentication at the sign-in", "Default: no.", flag!(requires_mfa)),
    setting("blocksSignIn", "Its policies block the sign-in", "Default: no.", flag!(blocks_sign_in)),
];

const JUST_IN_TIME: &[Setting<HomeTenant>] = &[
    setting(
        "allowEmailVerifiedUsers",
        "Email-verified users may join the organization",
        "allowEmailVerifiedUsersToJoinOrganization. Default: off.",
        flag!(just_in_time_creation.allow_email_verified_users_to_join_organization),
    ),
    setting(
        "emailBasedSubscriptions",
        "Users may sign up for email-based subscriptions",
        "allowedToSignUpEmailBasedSubscriptions. Default: off.",
        flag!(just_in_time_creation.allowed_to_sign_up_email_based_subscriptions),
    ),
];

/// All home tenants.
#[component]
pub fn Homes() -> impl IntoView {
    let app = App::expect();
    let some = Memo::new(move |_| app.with(|workspace| !workspace.design.home_tenants.is_empty()));
    view! {
        <p class="setup__note">"The Microsoft Entra tenants in which guests have a work account."</p>
        <p class="setup__note" hidden=move || some.get()>"There is none: no guest has a work account."</p>
        {cards(HOMES, 0)}
    }
}

const HOMES: &List = &List {
    what: "Home tenant",
    add: "Add home tenant",
    path: |_| "home".to_owned(),
    first: "displayName",
    titles: |workspace, _| {
        let tenants = workspace.design.home_tenants.iter();
        tenants.map(|tenant| (tenant.display_name.clone(), wording::list(&tenant.verified_domains))).collect()
    },
    push: |workspace, _| {
        let tenant = next_home(&workspace.design);
        workspace.design.home_tenants.push(tenant);
        Some(())
    },
    cut: |workspace, _, at| {
        let tenants = &mut workspace.design.home_tenants;
        if at < tenants.len() {
            tenants.remove(at);
        }
    },
    stuck: |_, _| None,
    card: |_, at| view! { <Home at=at /> }.into_any(),
    level: 3,
};

/// Settings of a tenant, with the ones that exist once the first of them is turned on.
fn with_own<S>(at: usize, switch: &'static [Setting<HomeTenant>], of: Of<S>, settings: &'static [Setting<S>]) -> Rows {
    let mut all = rows(subject::home(at), switch);
    all.extend(within(of, settings));
    all
}

/// The settings of one home tenant.
#[component]
fn Home(
    /// Its position.
    at: usize,
) -> impl IntoView {
    let home = move || subject::home(at);
    view! {
        <Group
            title="Organization"
            place="In the partner's tenant: Entra ID › Overview › Properties, and Entra ID › Domain names"
            rows=rows(home().without_default(), ORGANIZATION)
            inner=true
        />
        <Group
            title="Users"
            place="In the partner's tenant: Entra ID › Users"
            rows=rows(home().without_default(), PEOPLE)
            inner=true
        />
        <Group
            title="Automatically redeem invitations"
            place="External Identities › Cross-tenant access settings › Organizational settings › Trust settings: outbound in the partner's tenant, inbound in the resource tenant"
            rows=rows(home(), AUTOMATIC_REDEMPTION)
            inner=true
        />
        <Group
            title="Inbound B2B collaboration from this tenant"
            place="In the resource tenant: External Identities › Cross-tenant access settings › Organizational settings › Inbound access › B2B collaboration"
            rows=with_own(at, FROM_PARTNER, subject::partner_inbound(at), ACCESS)
            rare=true
            inner=true
        />
        <Group
            title="Inbound trust of this tenant"
            place="In the resource tenant: External Identities › Cross-tenant access settings › Organizational settings › Inbound access › Trust settings"
            rows=with_own(at, TRUST_OF_PARTNER, subject::partner_trust(at), TRUST)
            rare=true
            inner=true
        />
        <Group
            title="Outbound B2B collaboration, default"
            place="In the partner's tenant: External Identities › Cross-tenant access settings › Default settings › Outbound access settings › B2B collaboration"
            rows=rows(subject::outbound(at), ACCESS)
            rare=true
            inner=true
        />
        <Group
            title="Outbound B2B collaboration to the resource tenant"
            place="In the partner's tenant: External Identities › Cross-tenant access settings › Organizational settings › Outbound access › B2B collaboration"
            rows=with_own(at, TO_RESOURCE, subject::outbound_to_resource(at), ACCESS)
            rare=true
            inner=true
        />
        <Group
            title="Microsoft cloud settings"
            place="External Identities › Cross-tenant access settings › Microsoft cloud settings, and › Organizational settings, in both tenants"
            rows=rows(home(), CLOUDS)
            rare=true
            inner=true
        />
        <Group
            title="Conditional Access of this tenant"
            place="In the partner's tenant: Entra ID › Conditional Access › Policies"
            help="What its own policies do when its users sign in there."
            rows=rows(home(), POLICIES)
            rare=true
            inner=true
        />
        <Group
            title="Just-in-time creation of accounts"
            place="Not in the portal: authorizationPolicy in Microsoft Graph, in the partner's tenant"
            rows=rows(home(), JUST_IN_TIME)
            rare=true
            inner=true
        />
    }
}
