//! What the frozen document `tests/documents/v3.json` means, typed by hand: that of format 2 with a second design, expectations and an imported
//! redemption.
//!
//! Holds no assertions.

use jiff::civil::date;
use redemption_engine::design::IdentityProvider;
use redemption_engine::golden::{Ending, Expectation};
use redemption_engine::guest::Redeemed;
use redemption_engine::screen::Screen;
use redemption_engine::workspace::Workspace;

use crate::frozen_v2::frozen_v2;

/// What is expected of a guest, with neither pages nor a note.
pub(crate) fn expected(guest: &str, outcome: &str, provider: Option<IdentityProvider>) -> Expectation {
    let outcome = Ending::try_from(outcome.to_owned()).unwrap();
    Expectation { guest: guest.to_owned(), outcome, provider, screens: Vec::new(), note: String::new() }
}

/// The workspaces of the frozen document.
pub(crate) fn frozen_v3() -> Vec<Workspace> {
    use IdentityProvider as P;
    let mut workspaces = frozen_v2();
    let second = workspaces[3].design.clone();
    let first = &mut workspaces[0];
    first.second_design = Some(second);
    let nina = &mut first.guests[0];
    nina.redeemed = Some(Redeemed {
        identity_provider: P::ExternalFederation,
        issuer: Some("http://sts.tailspin.example/adfs/services/trust".to_owned()),
        on: Some(date(2026, 4, 2)),
    });
    nina.assumed = vec!["An administrator invited".to_owned()];
    first.expectations = vec![
        Expectation {
            screens: vec![
                Screen::Invitation,
                Screen::InvitationSent,
                Screen::InvitationMail,
                Screen::HomeTenantSignIn,
                Screen::ReviewPermissions,
                Screen::App,
            ],
            note: "As the contract says.".to_owned(),
            ..expected("Nina", "redeemed", Some(P::AzureActiveDirectory))
        },
        expected("Tom", "blockedByPolicy", Some(P::ExternalFederation)),
        Expectation {
            screens: vec![Screen::InvitationMail, Screen::SendPasscode],
            ..expected("Sofia", "passcode", Some(P::EmailOneTimePasscode))
        },
        expected("Ravi", "signedIn", Some(P::Google)),
        expected("Quinn", "linkExpired", Some(P::MicrosoftAccount)),
        expected("Gone", "createAccount", None),
    ];
    workspaces
}
