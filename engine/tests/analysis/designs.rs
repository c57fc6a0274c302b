//! Designs to ask questions of: those of the gallery, and some with settings that the gallery has in none.

use redemption_engine::design::{
    AllowInvitesFrom, ApplicationPermissions, ConditionalAccessPolicy, Design, GrantControl, GrantOperator, RiskLevel, TermsOfUse,
};
use redemption_engine::presets;

/// The designs of the gallery with their names.
pub(crate) fn gallery() -> Vec<(String, Design)> {
    presets::all().into_iter().map(|preset| (preset.id, preset.workspace.design)).collect()
}

/// A design of the gallery.
pub(crate) fn of(name: &str) -> Design {
    presets::find(name).unwrap().workspace.design
}

/// A tenant that restricts who invites, has policies of every kind that hangs on the guest, and an app that asks for consent.
pub(crate) fn strict() -> Design {
    let mut design = of("multifactor-with-and-without-trust");
    let resource = &mut design.resource_tenant;
    resource.allow_invites_from = Some(AllowInvitesFrom::AdminsAndGuestInviters);
    resource.google_federation = true;
    resource.application.assignment_required = true;
    resource.application.permissions = ApplicationPermissions::UserConsent;
    resource.terms_of_use = vec![TermsOfUse::named("Rules of the house")];
    let either = vec![GrantControl::CompliantDevice, GrantControl::AuthenticationStrength];
    resource.conditional_access.push(ConditionalAccessPolicy {
        operator: GrantOperator::Or,
        sign_in_risk_levels: vec![RiskLevel::High],
        ..ConditionalAccessPolicy::demanding("Device or strong methods", either)
    });
    resource.conditional_access.push(ConditionalAccessPolicy {
        include_locations: vec!["DE".to_owned()],
        ..ConditionalAccessPolicy::demanding("Not from there", vec![GrantControl::Block])
    });
    design
}
