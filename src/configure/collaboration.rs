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

const GUESTS: &[Setting<ResourceTenant>] = &[
    setting(
        "guestUserAccess",
        "Guest user access restrictions",
        "Default: limited. What an accepted guest sees; it does not change the redemption.",
        one!(guest_user_access, wording::guest_user_access),
    ),
    setting(
        "allowInvitesFrom",
        "Guest invite restrictions",
        "Default: anyone; in the cloud for the US government nobody.",
        Kind::One {
            is: |resource| resource.allow_invites_from.map_or("", Into::into),
            set: |resource, name| resource.allow_invites_from = name.parse().ok(),
            options: invite_options,
        },
    ),
    setting(
        "selfServiceSignUp",
        "Enable guest self-service sign up via user flows",
        "Default: off. Invitations are not redeemed through user flows.",
        flag!(self_service_sign_up),
    ),
    setting(
        "externalUsersMayLeave",
        "Allow external users to remove themselves from your organization",
        "Not set counts as yes. It can be set once there is privacy information.",
        tri!(external_users_may_leave, "Not set"),
    ),
    setting(
        "collaborationRestrictions.kind",
        "Collaboration restrictions",
        "Default: any domain. In the portal, another kind of list discards the present one.",
        one!(collaboration_restrictions.kind, wording::restriction_kind),
    ),
    setting(
        "collaborationRestrictions.domains",
        "Domains of the list",
        "With commas between them. Ignored where any domain may be invited.",
        line!(collaboration_restrictions.domains, "text", "adatum.example"),
    ),
];

/// Who may invite, with what *not set* means in the tenant's cloud.
fn invite_options(workspace: &Workspace) -> Options {
    let unset = ResourceTenant { allow_invites_from: None, cloud: workspace.design.resource_tenant.cloud, ..Default::default() };
    let default: AllowInvitesFrom = unset.invites_allowed_from();
    options_or(&format!("Not set: {}", wording::allow_invites_from(default)), wording::allow_invites_from)
}

/// The external collaboration settings.
pub(super) fn collaboration() -> Group {
    let place = "External Identities › External collaboration settings";
    group("External collaboration settings", place, rows(resource(), GUESTS)).sent_as(request::Group::Collaboration).rare()
}
