//! The users of a home tenant: a card for each.
//!
//! Users without a part in any redemption need not be listed.

use redemption_engine::design::HomeUser;
use redemption_engine::field::{Field, HomeField};

use super::cards::{List, remove};
use super::fictional::next_user;
use super::form::{Rows, draw, rows};
use super::line::joined;
use super::setting::{Setting, flag, line, setting};
use super::subject::user;
use crate::words;

const USER: &[Setting<HomeUser>] = &[
    setting(
        "userPrincipalName",
        words::home::user_principal_name(),
        words::home::user_principal_name_help(),
        line!(user_principal_name, "email"),
    ),
    setting("mail", words::home::mail(), words::home::mail_help(), line!(mail, "email")),
    setting("aliases", words::home::aliases(), words::common::commas_between_them_default_none(), line!(aliases, "email")),
    setting("groups", words::home::groups(), words::home::groups_help(), line!(groups)),
    setting("disabled", words::home::the_account_is_disabled(), words::common::default_no(), flag!(disabled)),
];

/// The facts about one user.
pub(super) fn fields(home: usize, at: usize) -> Rows {
    rows(user(home, at), USER)
}

/// The users of a tenant, as far as they matter.
pub(super) const USERS: &List = &List {
    what: words::common::user(),
    add: words::home::add_user(),
    path: |home| Field::of_home(home, HomeField::Users).to_string(),
    first: "userPrincipalName",
    titles: |workspace, home| {
        let users = workspace.design.home_tenants.get(home).map(|tenant| tenant.users.as_slice()).unwrap_or_default();
        users.iter().map(|user| (user.user_principal_name.to_string(), joined(&user.groups))).collect()
    },
    push: |workspace, home| {
        let tenant = workspace.design.home_tenants.get_mut(home)?;
        let user = next_user(tenant.verified_domains.first()?, &tenant.users)?;
        tenant.users.push(user);
        Some(())
    },
    cut: |workspace, home, at| {
        if let Some(tenant) = workspace.design.home_tenants.get_mut(home) {
            remove(&mut tenant.users, at);
        }
    },
    stuck: |workspace, home| {
        let none = workspace.design.home_tenants.get(home).is_none_or(|tenant| tenant.verified_domains.is_empty());
        none.then_some(words::home::user_needs_verified_domain_first())
    },
    card: |home, at| draw(&fields(home, at), false),
    level: 5,
};
