//! Pages on which the guest says who they are and proves it.
//!
//! No page has a field: what is typed is part of the guest's facts, and what is entered is a button.

use redemption_engine::design::Edition;
use redemption_engine::screen::Screen;

use crate::inspect::scene::Scene;
use crate::inspect::sheet::{Part, sheet};

/// The code on the page that a refused web-view leads to. Nine characters. Source: `google-federation.md`, 2024-10.
const DEVICE_CODE: &str = "SIMULATED";

/// What the guest has typed as a name.
pub(super) fn entered(name: &str) -> String {
    format!("Typed: {name}")
}

/// The page that asks for the sign-in name; behind a direct link with the addresses that lead to it.
pub(super) fn enter_email(scene: &Scene) -> Vec<Part> {
    let mut parts = sheet(
        format!("Sign in to {}", scene.resource_name),
        ["Enter the email address you were invited with.".to_owned(), entered(&scene.typed)],
    );
    if !scene.direct_links.is_empty() {
        parts.push(Part::Line("Links that name the tenant lead here:".to_owned()));
        parts.push(Part::Details(scene.direct_links.iter().map(|link| (link.to, link.address.clone())).collect()));
    }
    parts
}

/// How a common endpoint leads to the resource tenant, if it does.
///
/// Source: `redemption-experience.md` of 2019-06-12, 2021-05-27 and 2024-03-26, the common endpoint.
pub(super) fn organization_hint(edition: Edition) -> &'static str {
    match edition {
        Edition::Y2019 => "This page has no way to name the organization that invited you.",
        Edition::Y2021 => "Sign-in options › Sign in to an organization asks for the name of the organization that invited you.",
        Edition::Y2024 | Edition::Y2026 => {
            "Sign-in options › Sign in to an organization asks for the domain of the organization that invited you."
        }
    }
}

/// The home tenant's own page.
pub(super) fn home_sign_in(scene: &Scene) -> Vec<Part> {
    let home = scene.home();
    let mut parts = sheet(
        home,
        [
            format!("Signing in as {}", scene.work_account),
            format!("{home} checks the credentials; {} never sees them.", scene.resource_name),
        ],
    );
    // Source: `faq.yml`, 2025-06.
    if scene.edition == Edition::Y2026 {
        parts.push(Part::Line(format!("The page carries the company branding of {home}, not of {}.", scene.resource_name)));
    }
    parts
}

/// Where a web-view is refused.
pub(super) fn device_code() -> Vec<Part> {
    let mut parts = sheet(
        "Sign in on another page",
        [
            "Google does not sign anybody in inside this app's own web-view.".to_owned(),
            "Open microsoft.com/devicelogin in a browser, enter this code and sign in there:".to_owned(),
        ],
    );
    parts.push(Part::Code(DEVICE_CODE.to_owned()));
    parts
}

/// The passcode page, with what is wrong with the code that was entered.
pub(super) fn passcode(scene: &Scene, complaint: Option<&'static str>) -> Vec<Part> {
    let mut parts = vec![Part::Title("Enter code".to_owned())];
    parts.extend(complaint.map(|complaint| Part::Complaint(complaint.to_owned())));
    parts.push(Part::Line(format!("A one-time passcode was mailed to {}.", scene.invited)));
    if scene.screen != Screen::PasscodeExpired {
        parts.push(Part::Line("A code is valid for 30 minutes.".to_owned()));
    }
    parts
}

/// A second factor, demanded by the tenant of this name.
pub(super) fn multifactor(tenant: &str, registers: bool) -> Vec<Part> {
    let (title, what) = if registers {
        ("Set up a second factor", "Register a method such as an app or a phone number, and prove yourself with it.")
    } else {
        ("Prove that it is you", "Prove yourself with your second factor.")
    };
    sheet(title, [format!("{tenant} asks for multifactor authentication."), what.to_owned()])
}

#[cfg(test)]
mod tests {
    /// Source: `google-federation.md`, 2024-10.
    #[test]
    fn the_device_code_has_nine_characters() {
        assert_eq!(super::DEVICE_CODE.len(), 9);
    }
}
