//! What is said of golden guests: what a run waits for in a few words, and how what came differs from what was expected.

use std::fmt::Display;

use crate::act::PromptKind;
use crate::screen::Screen;

/// What a run waits for.
pub(crate) fn waits(prompt: PromptKind) -> &'static str {
    match prompt {
        PromptKind::AccountChoice => "Waits for the choice of an account",
        PromptKind::SignInOptions => "Waits for the choice of a sign-in",
        PromptKind::LiveSession => "Waits at the signed-in account",
        PromptKind::Passcode => "Waits for the passcode",
        PromptKind::CreateAccount => "Waits for a new account",
        PromptKind::ReviewPermissions => "Waits at Review permissions",
        PromptKind::TermsOfUse => "Waits at the terms of use",
        PromptKind::Multifactor => "Waits for the second factor",
        PromptKind::DeviceCode => "Waits for the device code",
        PromptKind::ApplicationConsent => "Waits for consent to the application",
        PromptKind::Between => "Waits for the next attempt",
    }
}

/// That another page came than was expected at this position, counted from 1.
pub fn other_page(number: usize, expected: Option<Screen>, came: Option<Screen>) -> String {
    match (expected, came) {
        (Some(expected), Some(came)) => {
            format!("Page {number} was expected to be “{}”, but “{}” came", super::screen(expected), super::screen(came))
        }
        (Some(expected), None) => {
            format!("Page {number} was expected to be “{}”, but no further page came", super::screen(expected))
        }
        (None, Some(came)) => {
            format!("No page was expected after page {}, but “{}” came", number.saturating_sub(1), super::screen(came))
        }
        (None, None) => format!("Page {number} is as expected"),
    }
}

/// That something else was expected than what came.
pub fn other_than_expected(what: &str, expected: impl Display, came: impl Display) -> String {
    format!("{what} was expected to be “{expected}”, but “{came}” came")
}
