//! The home tenants: a card for each, with its users and what both sides have set for each other.
//!
//! What the resource tenant has set for a partner stands here, too, beside the partner's own half.

use leptos::prelude::*;
use redemption_engine::design::HomeTenant;
use redemption_engine::graph::request;
use redemption_engine::wording;

use super::access::{ACCESS, TRUST};
use super::cards::{List, cards, remove};
use super::fictional::next_home;
use super::form::{Rows, rows, within};
use super::group::{Ground, Group, draw_groups, group};
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

pub(super) const HOMES: &List = &List {
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
        remove(&mut workspace.design.home_tenants, at);
    },
    stuck: |_, _| None,
    card: |_, at| draw_groups(groups(at), Ground::Card),
    level: 3,
};

/// Settings of a tenant, with the ones that exist once the first of them is turned on.
fn with_own<S>(at: usize, switch: &'static [Setting<HomeTenant>], of: Of<S>, settings: &'static [Setting<S>]) -> Rows {
    let mut all = rows(subject::home(at), switch);
    all.extend(within(of, settings));
    all
}

/// The settings of one home tenant.
pub(super) fn groups(at: usize) -> Vec<Group> {
    let home = || subject::home(at);
    vec![
        group(
            "Organization",
            "In the partner's tenant: Entra ID › Overview › Properties, and Entra ID › Domain names",
            rows(home().without_default(), ORGANIZATION),
        )
        .sent_as(request::Group::HomeOrganization(at)),
        group("Users", "In the partner's tenant: Entra ID › Users", rows(home().without_default(), PEOPLE)),
        group(
            "Automatically redeem invitations",
            "External Identities › Cross-tenant access settings › Organizational settings › Trust settings: outbound in the partner's tenant, inbound in the resource tenant",
            rows(home(), AUTOMATIC_REDEMPTION),
        )
        .sent_as(request::Group::AutomaticRedemption(at)),
        group(
            "Inbound B2B collaboration from this tenant",
            "In the resource tenant: External Identities › Cross-tenant access settings › Organizational settings › Inbound access › B2B collaboration",
            with_own(at, FROM_PARTNER, subject::partner_inbound(at), ACCESS),
        )
        .sent_as(request::Group::InboundFromPartner(at))
        .rare(),
        group(
            "Inbound trust of this tenant",
            "In the resource tenant: External Identities › Cross-tenant access settings › Organizational settings › Inbound access › Trust settings",
            with_own(at, TRUST_OF_PARTNER, subject::partner_trust(at), TRUST),
        )
        .sent_as(request::Group::TrustOfPartner(at))
        .rare(),
        group(
            "Outbound B2B collaboration, default",
            "In the partner's tenant: External Identities › Cross-tenant access settings › Default settings › Outbound access settings › B2B collaboration",
            rows(subject::outbound(at), ACCESS),
        )
        .sent_as(request::Group::OutboundDefault(at))
        .rare(),
        group(
            "Outbound B2B collaboration to the resource tenant",
            "In the partner's tenant: External Identities › Cross-tenant access settings › Organizational settings › Outbound access › B2B collaboration",
            with_own(at, TO_RESOURCE, subject::outbound_to_resource(at), ACCESS),
        )
        .sent_as(request::Group::OutboundToResource(at))
        .rare(),
        group(
            "Microsoft cloud settings",
            "External Identities › Cross-tenant access settings › Microsoft cloud settings, and › Organizational settings, in both tenants",
            rows(home(), CLOUDS),
        )
        .sent_as(request::Group::HomeClouds(at))
        .rare(),
        group(
            "Conditional Access of this tenant",
            "In the partner's tenant: Entra ID › Conditional Access › Policies",
            rows(home(), POLICIES),
        )
        .sent_as(request::Group::HomePolicies(at))
        .about("What its own policies do when its users sign in there.")
        .rare(),
        group(
            "Just-in-time creation of accounts",
            "Not in the portal: authorizationPolicy in Microsoft Graph, in the partner's tenant",
            rows(home(), JUST_IN_TIME),
        )
        .sent_as(request::Group::JustInTimeCreation(at))
        .rare(),
    ]
}
