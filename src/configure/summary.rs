//! The settings in words: what differs from the defaults, and what has none. For paper; read off the forms, so that nothing is missing.

use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use super::form::Rows;
use super::group::Group;
use super::{federations, guest, home, policies, resource, terms, users};
use crate::words;

/// Settings under a heading: each with its name and its value.
pub(crate) struct Summary {
    /// The heading.
    pub(crate) title: String,
    /// Names and values.
    pub(crate) lines: Vec<(String, String)>,
}

/// What is set up in the resource tenant: the redemption order always, of the rest what differs.
pub(crate) fn resource_tenant(workspace: &Workspace) -> Vec<Summary> {
    let tenant = &workspace.design.resource_tenant;
    let mut all = Vec::new();
    if workspace.design.edition.has_redemption_order() {
        let order = tenant.redemption_order.primary().iter().enumerate();
        let primary = order.map(|(at, provider)| format!("{} {}", at + 1, wording::primary(*provider)));
        let primary = primary.collect::<Vec<_>>().join(", ");
        let primary = if primary.is_empty() { words::common::none().to_owned() } else { primary };
        let fallback = wording::fallback(tenant.redemption_order.fallback()).to_owned();
        all.push(Summary {
            title: words::common::redemption_order().to_owned(),
            lines: vec![(words::configure::primary().to_owned(), primary), (words::configure::fallback().to_owned(), fallback)],
        });
    }
    all.extend(told(workspace, &resource::groups()));
    all.extend(
        (0..tenant.federations.len()).filter_map(|at| card(workspace, words::common::federation(), &federations::fields(at))),
    );
    all.extend(
        (0..tenant.terms_of_use.len()).filter_map(|at| card(workspace, words::common::terms_of_use(), &terms::fields(at))),
    );
    all.extend(
        (0..tenant.conditional_access.len()).filter_map(|at| card(workspace, words::common::policy(), &policies::fields(at))),
    );
    all
}

/// What is set up in a home tenant.
pub(crate) fn home_tenant(workspace: &Workspace, at: usize) -> Vec<Summary> {
    let mut all = told(workspace, &home::groups(at));
    let users = workspace.design.home_tenants.get(at).map_or(0, |tenant| tenant.users.len());
    all.extend((0..users).filter_map(|user| card(workspace, words::common::user(), &users::fields(at, user))));
    all
}

/// The facts about a guest.
pub(crate) fn guest_facts(workspace: &Workspace, at: usize) -> Vec<Summary> {
    told(workspace, &guest::groups(at))
}

fn told(workspace: &Workspace, groups: &[Group]) -> Vec<Summary> {
    groups.iter().filter_map(|group| card(workspace, group.title(), &group.rows)).collect()
}

fn card(workspace: &Workspace, title: &str, rows: &Rows) -> Option<Summary> {
    let lines: Vec<_> = rows.iter().filter_map(|row| Some((row.label().to_owned(), row.told(workspace)?))).collect();
    (!lines.is_empty()).then(|| Summary { title: title.to_owned(), lines })
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::presets;

    fn told_of(id: &str) -> Vec<String> {
        let workspace = presets::find(id).unwrap().workspace;
        let line = |summary: Summary| {
            let lines = summary.lines.into_iter().map(|(name, value)| format!("{name}: {value}"));
            format!("{} | {}", summary.title, lines.collect::<Vec<_>>().join(" | "))
        };
        resource_tenant(&workspace).into_iter().map(line).collect()
    }

    #[test]
    fn a_tenant_as_it_comes_has_its_redemption_order_only() {
        let workspace = Workspace::new("New", Default::default(), Vec::new());
        let titles: Vec<String> = resource_tenant(&workspace).into_iter().map(|summary| summary.title).collect();
        assert_eq!(titles, ["Redemption order"]);
    }

    #[test]
    fn a_federation_is_told_with_its_domains() {
        let told = told_of("partner-with-saml");
        assert_eq!(
            told.first().map(String::as_str),
            Some(
                "Redemption order | Primary: 1 Microsoft Entra ID, 2 SAML/WS-Fed identity providers, 3 Social identity providers | \
                 Fallback: Microsoft account or email one-time passcode"
            )
        );
        assert!(told.iter().any(|line| line.starts_with("Federation | Display name: ") && line.contains(".example")), "{told:?}");
    }
}
