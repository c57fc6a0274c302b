//! External collaboration settings of the resource tenant: who may invite, who may be invited, who may leave.
//!
//! SharePoint and Teams have settings of their own, which are not simulated.

use redemption_engine::design::{AllowInvitesFrom, ResourceTenant};
use redemption_engine::graph::request;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use super::form::rows;
use super::group::{Group, group};
use super::setting::{Kind, Options, Setting, flag, line, one, options_or, setting, tri};
use super::subject::resource;
use crate::words;

const GUESTS: &[Setting<ResourceTenant>] = &[
    setting(
        "guestUserAccess",
        words::policies::guest_user_access_restrictions(),
        words::policies::guest_user_access_restrictions_help(),
        one!(guest_user_access, wording::guest_user_access),
    ),
    setting(
        "allowInvitesFrom",
        words::policies::guest_invite_restrictions(),
        words::policies::guest_invite_restrictions_help(),
        Kind::One {
            is: |resource| resource.allow_invites_from.map_or("", Into::into),
            set: |resource, name| resource.allow_invites_from = name.parse().ok(),
            options: invite_options,
        },
    ),
    setting(
        "selfServiceSignUp",
        words::policies::enable_guest_self_service_sign(),
        words::policies::enable_guest_self_service_sign_help(),
        flag!(self_service_sign_up),
    ),
    setting(
        "externalUsersMayLeave",
        words::policies::allow_external_users_to_remove(),
        words::policies::allow_external_users_to_remove_help(),
        tri!(external_users_may_leave, words::policies::not_set()),
    ),
    setting(
        "collaborationRestrictions.kind",
        words::policies::collaboration_restrictions(),
        words::policies::collaboration_restrictions_help(),
        one!(collaboration_restrictions.kind, wording::restriction_kind),
    ),
    setting(
        "collaborationRestrictions.domains",
        words::policies::domains_of_the_list(),
        words::policies::domains_of_the_list_help(),
        line!(collaboration_restrictions.domains, "text", "adatum.example"),
    ),
];

/// Who may invite, with what *not set* means in the tenant's cloud.
fn invite_options(workspace: &Workspace) -> Options {
    let unset = ResourceTenant { allow_invites_from: None, cloud: workspace.design.resource_tenant.cloud, ..Default::default() };
    let default: AllowInvitesFrom = unset.invites_allowed_from();
    options_or(&words::policies::not_set_default(wording::allow_invites_from(default)), wording::allow_invites_from)
}

/// The external collaboration settings.
pub(super) fn collaboration() -> Group {
    let place = words::policies::external_identities_external_collaboration_settings();
    group(words::policies::external_collaboration_settings(), place, rows(resource(), GUESTS))
        .sent_as(request::Group::Collaboration)
        .rare()
}
