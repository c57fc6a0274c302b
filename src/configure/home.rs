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
use super::users::{self, USERS};
use crate::state::App;
use crate::words;

const ORGANIZATION: &[Setting<HomeTenant>] = &[
    setting("displayName", words::common::name(), words::home::name_help(), name!(display_name)),
    setting("tenantId", words::home::tenant_id(), words::home::tenant_id_help(), line!(tenant_id)),
    setting(
        "verifiedDomains",
        words::home::verified_domains(),
        words::common::with_commas_between_them(),
        line!(verified_domains, "text", "adatum.example"),
    ),
    setting(
        "management",
        words::home::administration(),
        words::home::administration_help(),
        one!(management, wording::management),
    ),
    setting(
        "federated",
        words::home::users_sign_in_federated_provider(),
        words::home::users_sign_in_federated_provider_help(),
        flag!(federated),
    ),
];

const ORGANIZATION_SETTINGS: &[Setting<HomeTenant>] = &[
    setting(
        "emailAsAlternateLoginId",
        words::home::email_as_alternate_login_id(),
        words::home::email_as_alternate_login_id_help(),
        flag!(email_as_alternate_login_id),
    ),
    setting(
        "notificationLanguage",
        words::common::notification_language(),
        words::common::such_as_de_default_none(),
        line!(notification_language),
    ),
];

const PEOPLE: &[Setting<HomeTenant>] = &[setting("users", words::home::users(), "", list!(users, USERS))];

const AUTOMATIC_REDEMPTION: &[Setting<HomeTenant>] = &[
    setting(
        "outboundAutomaticRedemption",
        words::home::outbound_in_this_tenant(),
        words::home::outbound_in_this_tenant_help(),
        flag!(outbound_automatic_redemption),
    ),
    setting(
        "inboundAutomaticRedemption",
        words::home::inbound_tenant_in_resource_tenant(),
        words::home::inbound_tenant_in_resource_tenant_help(),
        tri!(partner.inbound_automatic_redemption, words::home::default_settings_off()),
    ),
];

const FROM_PARTNER: &[Setting<HomeTenant>] = &[setting(
    "partner.inbound",
    words::home::inbound_settings_for_this_tenant(),
    words::home::inbound_settings_for_this_tenant_help(),
    own!(partner.inbound),
)];

const TRUST_OF_PARTNER: &[Setting<HomeTenant>] = &[setting(
    "partner.inboundTrust",
    words::home::trust_settings_for_this_tenant(),
    words::home::trust_settings_for_this_tenant_help(),
    own!(partner.inbound_trust),
)];

const TO_RESOURCE: &[Setting<HomeTenant>] = &[setting(
    "outboundToResource",
    words::home::outbound_settings_for_resource_tenant(),
    words::home::outbound_settings_for_resource_tenant_help(),
    own!(outbound_to_resource),
)];

const CLOUDS: &[Setting<HomeTenant>] = &[
    setting("cloud", words::home::cloud_of_this_tenant(), words::home::cloud_of_this_tenant_help(), one!(cloud, wording::cloud)),
    setting(
        "partner.added",
        words::home::resource_tenant_added_tenant_as(),
        words::home::default_no_needed_between_clouds(),
        flag!(partner.added),
    ),
    setting(
        "crossCloud.allowsResourceCloud",
        words::home::tenant_allows_resource_tenants_cloud(),
        words::home::default_no_needed_between_clouds(),
        flag!(cross_cloud.allows_resource_cloud),
    ),
    setting(
        "crossCloud.addsResourceTenant",
        words::home::tenant_added_resource_tenant_as(),
        words::home::default_no_needed_between_clouds(),
        flag!(cross_cloud.adds_resource_tenant),
    ),
    setting(
        "crossCloud.workerDisabled",
        words::home::application_microsoft_b2b_cross_cloud(),
        words::home::application_microsoft_b2b_cross_cloud_help(),
        flag!(cross_cloud.worker_disabled),
    ),
];

const POLICIES: &[Setting<HomeTenant>] = &[
    setting(
        "requiresMfa",
        words::home::policies_demand_multifactor_authentication_sign(),
        words::common::default_no(),
        flag!(requires_mfa),
    ),
    setting("blocksSignIn", words::home::policies_block_sign_in(), words::common::default_no(), flag!(blocks_sign_in)),
];

const JUST_IN_TIME: &[Setting<HomeTenant>] = &[
    setting(
        "allowEmailVerifiedUsers",
        words::home::email_verified_users_may_join(),
        words::home::email_verified_users_may_join_help(),
        flag!(just_in_time_creation.allow_email_verified_users_to_join_organization),
    ),
    setting(
        "emailBasedSubscriptions",
        words::home::users_may_sign_up_for(),
        words::home::users_may_sign_up_for_help(),
        flag!(just_in_time_creation.allowed_to_sign_up_email_based_subscriptions),
    ),
];

/// All home tenants.
#[component]
pub fn Homes() -> impl IntoView {
    let app = App::expect();
    let some = Memo::new(move |_| app.with(|workspace| !workspace.design.home_tenants.is_empty()));
    view! {
        <p class="setup__note">{words::home::microsoft_entra_tenants_in_guests()}</p>
        <p class="setup__note" hidden=move || some.get()>{words::home::none_no_guest_work_account()}</p>
        {cards(HOMES, 0)}
    }
}

pub(super) const HOMES: &List = &List {
    what: words::home::home_tenant(),
    add: words::home::add_home_tenant(),
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
    let mut organization = rows(home().without_default(), ORGANIZATION);
    organization.extend(rows(home(), ORGANIZATION_SETTINGS));
    vec![
        group(words::common::organization(), words::home::organization_place(), organization)
            .sent_as(request::Group::HomeOrganization(at)),
        group(words::home::users(), words::home::users_place(), rows(home().without_default(), PEOPLE))
            .with_cards(&users::fields(at, 0)),
        group(
            words::home::automatically_redeem_invitations(),
            words::home::automatically_redeem_invitations_place(),
            rows(home(), AUTOMATIC_REDEMPTION),
        )
        .sent_as(request::Group::AutomaticRedemption(at)),
        group(
            words::home::inbound_b2b_collaboration_tenant(),
            words::home::inbound_b2b_collaboration_tenant_place(),
            with_own(at, FROM_PARTNER, subject::partner_inbound(at), ACCESS),
        )
        .sent_as(request::Group::InboundFromPartner(at))
        .rare(),
        group(
            words::home::inbound_trust_of_this_tenant(),
            words::home::inbound_trust_of_this_tenant_place(),
            with_own(at, TRUST_OF_PARTNER, subject::partner_trust(at), TRUST),
        )
        .sent_as(request::Group::TrustOfPartner(at))
        .rare(),
        group(
            words::home::outbound_b2b_collaboration_default(),
            words::home::outbound_b2b_collaboration_default_place(),
            rows(subject::outbound(at), ACCESS),
        )
        .sent_as(request::Group::OutboundDefault(at))
        .rare(),
        group(
            words::home::outbound_b2b_collaboration_to_resource(),
            words::home::outbound_b2b_collaboration_to_resource_place(),
            with_own(at, TO_RESOURCE, subject::outbound_to_resource(at), ACCESS),
        )
        .sent_as(request::Group::OutboundToResource(at))
        .rare(),
        group(
            words::home::microsoft_cloud_settings(),
            words::home::external_identities_cross_tenant_access(),
            rows(home(), CLOUDS),
        )
        .sent_as(request::Group::HomeClouds(at))
        .rare(),
        group(
            words::home::conditional_access_of_this_tenant(),
            words::home::conditional_access_of_this_tenant_place(),
            rows(home(), POLICIES),
        )
        .sent_as(request::Group::HomePolicies(at))
        .about(words::home::own_policies_do_users_sign())
        .rare(),
        group(
            words::home::just_in_time_creation_accounts(),
            words::home::just_in_time_creation_accounts_place(),
            rows(home(), JUST_IN_TIME),
        )
        .sent_as(request::Group::JustInTimeCreation(at))
        .rare(),
    ]
}
