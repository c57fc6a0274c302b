//! All settings at once as Microsoft has them by default.
//!
//! What the tenants are (names, domains, users, the application's name), the guests and the readings of documents are no settings of
//! Microsoft's, and stay.

use leptos::task::spawn_local;
use redemption_engine::field::{Field, ResourceField};
use redemption_engine::settings;
use redemption_engine::workspace::Workspace;

use super::bind::edit;
use super::form::Rows;
use super::{home, resource};
use crate::later::later;
use crate::state::App;
use crate::words;

/// Sets every setting of the resource tenant and of the home tenants to its default, as one step of the history.
pub(crate) fn reset_settings(app: App) {
    spawn_local(async move { drop(reset_now(app).await) });
}

later! {
    /// Resets, or says that there is nothing to reset.
    fn reset_now(app: App) -> () {
        let differs = app.session.with_untracked(|session| {
            let workspace = session.workspace();
            rows(workspace).iter().any(|row| row.differs(workspace))
        });
        if differs {
            edit(app, words::commands::settings_were_reset(), reset);
        } else {
            app.announce(words::commands::settings_are_defaults_already());
        }
    }
}

fn reset(workspace: &mut Workspace) {
    for row in rows(workspace) {
        row.reset(workspace);
    }
}

/// The rows of the settings: a setting has a card, what a tenant is has none.
fn rows(workspace: &Workspace) -> Rows {
    let application =
        [ResourceField::ApplicationName, ResourceField::ApplicationId].map(|field| Field::resource(field).to_string());
    let homes = (0..workspace.design.home_tenants.len()).flat_map(home::groups);
    let all = resource::groups().into_iter().chain(homes).flat_map(|group| group.rows);
    all.filter(|row| settings::card_of(row.id()).is_some() && !application.iter().any(|id| id == row.id())).collect()
}

#[cfg(test)]
mod tests {
    use redemption_engine::design::{AllowInvitesFrom, Design, FallbackProvider, Federation, HomeTenant, RedemptionOrder};
    use redemption_engine::presets;

    use super::*;

    #[test]
    fn settings_go_back_to_the_defaults_and_what_the_tenants_are_stays() {
        let mut workspace = presets::first().unwrap().workspace;
        let (guests, homes) = (workspace.guests.clone(), workspace.design.home_tenants.clone());
        let resource = &mut workspace.design.resource_tenant;
        resource.display_name = "Proseware".to_owned();
        resource.application.display_name = "Shipments".to_owned();
        resource.google_federation = true;
        resource.federations.push(Federation::of("Tailspin", "https://sts.tailspin.example", Vec::new()));
        resource.redemption_order = RedemptionOrder::new(Vec::new(), FallbackProvider::MicrosoftAccount).unwrap();
        resource.allow_invites_from = Some(AllowInvitesFrom::None);
        workspace.design.interpretations.link_works_once = true;
        for tenant in &mut workspace.design.home_tenants {
            tenant.outbound_automatic_redemption = true;
        }
        reset(&mut workspace);
        let mut expected = Design { edition: workspace.design.edition, ..Design::default() };
        expected.resource_tenant.display_name = "Proseware".to_owned();
        expected.resource_tenant.application.display_name = "Shipments".to_owned();
        expected.interpretations.link_works_once = true;
        expected.resource_tenant.initial_domain = workspace.design.resource_tenant.initial_domain.clone();
        expected.resource_tenant.verified_domains = workspace.design.resource_tenant.verified_domains.clone();
        expected.resource_tenant.application.app_id = workspace.design.resource_tenant.application.app_id.clone();
        let kept = |tenant: &HomeTenant| HomeTenant {
            management: tenant.management,
            users: tenant.users.clone(),
            federated: tenant.federated,
            ..HomeTenant::managed(tenant.tenant_id.clone(), tenant.display_name.clone(), tenant.verified_domains.clone())
        };
        expected.home_tenants = homes.iter().map(kept).collect();
        assert_eq!(workspace.design, expected);
        assert_eq!(workspace.guests, guests);
        assert!(!rows(&workspace).iter().any(|row| row.differs(&workspace)));
    }
}
