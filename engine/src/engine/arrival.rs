//! The end of a journey: acceptance, where the guest lands, and what the application itself asks for.
//!
//! Whether cross-tenant access lets the guest reach the application is in `access.rs`.

use super::{Look, Progress, Verdict, World, way_in, word};
use crate::act::Prompt;
use crate::design::ApplicationPermissions;
use crate::design::application::{ALL_MICROSOFT_APPS, APPS_ACCESS_PANEL_ID};
use crate::flow::Answer;
use crate::guest::TargetApp;
use crate::rules::Rule;
use crate::trace::What;

pub(super) fn accept(so_far: &Progress, look: &mut impl Look) -> Verdict {
    look.saw(What::ExternalUserState, || way_in::state_word(so_far.accepted_with.is_some()));
    if so_far.accepted_with.is_some() {
        Verdict::Is(Answer::AlreadyAccepted, Rule::AcceptedStaysAccepted)
    } else {
        Verdict::Is(Answer::Yes, Rule::StateBecomesAccepted)
    }
}

/// Where the guest lands, with the rule that says so.
fn landing(world: World<'_>, so_far: &Progress) -> (Answer, Rule) {
    if so_far.by_mail_link {
        return match redirect_url(world) {
            Some(_) => (Answer::RedirectUrl, Rule::LandsOnRedirectUrl),
            None => (Answer::AppsAccessPanel, Rule::LandsOnAppsAccessPanel),
        };
    }
    if world.guest.target_app == TargetApp::AppsAccessPanel {
        (Answer::AppsAccessPanel, Rule::LandsOnAppsAccessPanel)
    } else {
        (Answer::App, Rule::LandsOnApp)
    }
}

/// The names by which settings and policies mean the application that the guest is on the way to.
pub(super) fn application_names<'a>(world: World<'a>, so_far: &Progress) -> [&'a str; 2] {
    match landing(world, so_far).0 {
        Answer::AppsAccessPanel => [APPS_ACCESS_PANEL_ID, ALL_MICROSOFT_APPS],
        _ => {
            let application = &world.design.resource_tenant.application;
            [&application.app_id, &application.display_name]
        }
    }
}

/// The name of the application that the guest is on the way to.
pub(super) fn application_name<'a>(world: World<'a>, so_far: &Progress) -> &'a str {
    match landing(world, so_far).0 {
        Answer::AppsAccessPanel => "Apps access panel (My Apps)",
        _ => &world.design.resource_tenant.application.display_name,
    }
}

pub(super) fn redirect(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    look.saw(What::WayIn, || <&'static str>::from(so_far.way_in));
    if so_far.by_mail_link {
        look.read(What::RedirectUrl, || redirect_url(world).unwrap_or("Apps access panel"));
    } else {
        look.saw(What::TargetApp, || <&'static str>::from(world.guest.target_app));
    }
    let (answer, rule) = landing(world, so_far);
    Verdict::Is(answer, rule)
}

/// The invitation's redirect address, or else the tenant's.
pub(crate) fn redirect_url(world: World<'_>) -> Option<&str> {
    let own = world.guest.invitation.invite_redirect_url.as_deref();
    own.or(world.design.resource_tenant.invite_redirect_url.as_deref())
}

fn lands_on_panel(so_far: &Progress) -> bool {
    so_far.landing == Some(Answer::AppsAccessPanel)
}

pub(super) fn assignment(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    if lands_on_panel(so_far) {
        return Verdict::Is(Answer::Yes, Rule::PanelNeedsNoAssignment);
    }
    let required = world.design.resource_tenant.application.assignment_required;
    let assigned = !world.guest.not_assigned;
    look.saw(What::AssignmentRequired, || word(required));
    look.saw(What::Assigned, || word(assigned));
    if required && !assigned {
        Verdict::Is(Answer::No, Rule::GuestIsNotAssigned)
    } else {
        Verdict::Is(Answer::Yes, Rule::GuestMayUseApplication)
    }
}

pub(super) fn application_consent(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    if lands_on_panel(so_far) {
        return Verdict::Is(Answer::NotNeeded, Rule::PanelNeedsNoConsent);
    }
    let permissions = world.design.resource_tenant.application.permissions;
    look.saw(What::ApplicationPermissions, || <&'static str>::from(permissions));
    match permissions {
        ApplicationPermissions::None => Verdict::Is(Answer::NotNeeded, Rule::ApplicationAsksForNothing),
        ApplicationPermissions::PreConsented => Verdict::Is(Answer::NotNeeded, Rule::AdministratorHasConsented),
        ApplicationPermissions::AdminConsentRequired => Verdict::Is(Answer::AdminNeeded, Rule::AdministratorMustConsent),
        ApplicationPermissions::UserConsent => {
            look.saw(What::ApplicationConsented, || word(so_far.application_consented));
            if so_far.application_consented {
                Verdict::Is(Answer::NotNeeded, Rule::GuestHasConsented)
            } else {
                Verdict::Ask(Prompt::ApplicationConsent, Rule::ApplicationAsksTheGuest)
            }
        }
    }
}

pub(super) fn arrival(so_far: &Progress) -> Verdict {
    if so_far.returned {
        Verdict::Is(Answer::AlreadyAccepted, Rule::BackInTheApp)
    } else {
        Verdict::Is(Answer::Yes, Rule::GuestIsIn)
    }
}
