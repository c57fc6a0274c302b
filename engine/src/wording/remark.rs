//! What is said beside a page and not on it: where its address comes from, whose page it is, what the log has.
//!
//! For the reader of the simulator, so in the language of the simulator's own page.

use crate::design::Edition;
use crate::page::{Part, Scene};
use crate::screen::Screen;

/// The remarks on a page.
pub fn remarks(scene: &Scene) -> Vec<Part> {
    let (home, resource) = (scene.home_name.as_deref().unwrap_or("The home organization"), &scene.resource_name);
    match scene.screen {
        Screen::EnterEmail if !scene.direct_links.is_empty() => vec![
            Part::Line("Links that name the tenant lead here:".to_owned()),
            Part::Details(scene.direct_links.iter().map(|link| (link.to.to_owned(), link.address.clone())).collect()),
        ],
        Screen::CommonEndpoint => vec![Part::Line(organization_hint(scene.edition).to_owned())],
        Screen::HomeTenantSignIn => {
            let mut parts = vec![Part::Line(format!("{home} checks the credentials; {resource} never sees them."))];
            // Source: `faq.yml`, 2025-06.
            if scene.edition == Edition::Y2026 {
                parts.push(Part::Line(format!("The page carries the company branding of {home}, not of {resource}.")));
            }
            parts
        }
        Screen::PartnerSignIn => {
            vec![Part::Line(format!(
                "The page and the credentials are those of {}.",
                scene.partner_name.as_deref().unwrap_or("the partner")
            ))]
        }
        Screen::ApplicationConsent => vec![Part::Line(format!(
            "This is the application's own consent. What {resource} asked for on Review permissions is another."
        ))],
        Screen::NothingShown => {
            vec![Part::Line("This card is no page of the service: the guest goes on without seeing one.".to_owned())]
        }
        Screen::Stopped => {
            let code = scene.outcome.and_then(|outcome| outcome.error_code());
            code.map(|code| Part::Line(format!("The sign-in log has {code}."))).into_iter().collect()
        }
        Screen::EnterEmail
        | Screen::Invitation
        | Screen::InvitationSent
        | Screen::InvitationRefused
        | Screen::Operation
        | Screen::LeaveOrganization
        | Screen::Left
        | Screen::NoMail
        | Screen::InvitationMail
        | Screen::NotificationMail
        | Screen::SignInOptions
        | Screen::AccountPicker
        | Screen::LiveSession
        | Screen::GoogleSignIn
        | Screen::DeviceCode
        | Screen::MicrosoftAccountSignIn
        | Screen::SendPasscode
        | Screen::EnterPasscode
        | Screen::WrongPasscode
        | Screen::PasscodeExpired
        | Screen::CreateMicrosoftAccount
        | Screen::CreateWorkAccount
        | Screen::CreatePassword
        | Screen::ReviewPermissions
        | Screen::Multifactor
        | Screen::HomeMultifactor
        | Screen::MultifactorRegistration
        | Screen::TermsOfUse
        | Screen::TermsOfUseOpened
        | Screen::AppsAccessPanel
        | Screen::App
        | Screen::SignedIn
        | Screen::Error
        | Screen::LinkExpired
        | Screen::LinkUsed
        | Screen::HomeTenantApps => Vec::new(),
    }
}

/// How a common endpoint leads to the resource tenant, if it does.
///
/// Source: `redemption-experience.md` of 2019-06-12, 2021-05-27 and 2024-03-26, the common endpoint.
fn organization_hint(edition: Edition) -> &'static str {
    match edition {
        Edition::Y2019 => "This page has no way to name the organization that invited the guest.",
        Edition::Y2021 => {
            "Sign-in options › Sign in to an organization asks for the name of the organization that invited the guest."
        }
        Edition::Y2024 | Edition::Y2026 => {
            "Sign-in options › Sign in to an organization asks for the domain of the organization that invited the guest."
        }
    }
}
