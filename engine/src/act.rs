//! What a person can do, and when.
//!
//! A [`Prompt`] is a place where the engine waits for a person; an [`Act`] is what the person does there. Everything else is decided
//! by the engine.

use serde::{Deserialize, Serialize};

use crate::guest::WayIn;

/// How long a passcode is valid, in minutes. Source: `one-time-passcode.md`, 2024-10-21.
pub const PASSCODE_LIFE_MINUTES: u32 = 30;

/// Something a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Act {
    /// Picks the work or school account.
    ChooseWorkAccount,
    /// Picks the personal account.
    ChoosePersonalAccount,
    /// Signs in with the email address at the resource tenant's endpoint.
    SignInWithAddress,
    /// Selects *Sign in with Google* at the resource tenant's endpoint.
    SelectGoogle,
    /// Selects a SAML/WS-Fed provider, by its position in the list of federations.
    SelectFederation(u16),
    /// Goes on with the account that the browser is signed in with.
    ContinueWithSession,
    /// Picks *Use another account* and types the name again.
    UseAnotherAccount,
    /// Enters the newest passcode.
    EnterPasscode,
    /// Enters something else.
    EnterWrongPasscode,
    /// Asks for a new passcode.
    ResendPasscode,
    /// Lets minutes pass.
    Wait(u32),
    /// Creates the account that is offered.
    CreateAccount,
    /// Accepts the page shown.
    Accept,
    /// Cancels or declines the page shown.
    Decline,
    /// Closes the page.
    GiveUp,
    /// Comes again, this way.
    TryAgain(WayIn),
}

/// A place where the engine waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Prompt {
    /// Work or personal account?
    AccountChoice,
    /// Email address or a configured provider?
    SignInOptions {
        /// Whether Google can be selected.
        google: bool,
        /// How many federations can be selected.
        federations: u16,
    },
    /// The signed-in work account or another one?
    LiveSession,
    /// The passcode page.
    Passcode {
        /// Whether the person can read the mail with the code.
        readable: bool,
        /// Whether the newest code is over thirty minutes old.
        expired: bool,
    },
    /// Create the account that is offered?
    CreateAccount {
        /// Whether the person can read the mail that proves the address, where the edition asks for it.
        possible: bool,
    },
    /// The *Review permissions* page.
    ReviewPermissions,
    /// One of the terms of use, by position.
    TermsOfUse(u16),
    /// The attempt has ended; the guest may come again.
    TryAgain,
}

impl Prompt {
    /// Whether this act answers this prompt.
    pub fn takes(self, act: Act) -> bool {
        match self {
            Self::AccountChoice => matches!(act, Act::ChooseWorkAccount | Act::ChoosePersonalAccount),
            Self::SignInOptions { google, federations } => match act {
                Act::SignInWithAddress => true,
                Act::SelectGoogle => google,
                Act::SelectFederation(position) => position < federations,
                _ => false,
            },
            Self::LiveSession => matches!(act, Act::ContinueWithSession | Act::UseAnotherAccount),
            Self::Passcode { readable, .. } => match act {
                Act::EnterPasscode => readable,
                Act::Wait(minutes) => minutes > 0,
                Act::EnterWrongPasscode | Act::ResendPasscode | Act::GiveUp => true,
                _ => false,
            },
            Self::CreateAccount { possible } => match act {
                Act::CreateAccount => possible,
                Act::GiveUp => true,
                _ => false,
            },
            Self::ReviewPermissions | Self::TermsOfUse(_) => matches!(act, Act::Accept | Act::Decline),
            Self::TryAgain => matches!(act, Act::TryAgain(_)),
        }
    }

    /// Everything a person can do here, the most cooperative first.
    pub fn acts(self) -> Vec<Act> {
        let mut acts = vec![
            Act::ChooseWorkAccount,
            Act::ChoosePersonalAccount,
            Act::SignInWithAddress,
            Act::SelectGoogle,
            Act::UseAnotherAccount,
            Act::ContinueWithSession,
            Act::EnterPasscode,
            Act::EnterWrongPasscode,
            Act::Wait(PASSCODE_LIFE_MINUTES),
            Act::ResendPasscode,
            Act::CreateAccount,
            Act::Accept,
            Act::Decline,
            Act::GiveUp,
            Act::TryAgain(WayIn::EmailLink),
            Act::TryAgain(WayIn::DirectLink),
            Act::TryAgain(WayIn::CommonEndpoint),
            Act::TryAgain(WayIn::CommonEndpointWithOrganization),
        ];
        if let Self::SignInOptions { federations, .. } = self {
            acts.extend((0..federations).map(Act::SelectFederation));
        }
        acts.retain(|act| self.takes(*act));
        acts
    }

    /// What a guest does who wants in and does not make mistakes; `None` where nothing helps.
    pub fn cooperative(self) -> Option<Act> {
        match self {
            Self::AccountChoice => Some(Act::ChooseWorkAccount),
            Self::SignInOptions { .. } => Some(Act::SignInWithAddress),
            Self::LiveSession => Some(Act::UseAnotherAccount),
            Self::Passcode { readable: true, expired: false } => Some(Act::EnterPasscode),
            Self::Passcode { readable: true, expired: true } => Some(Act::ResendPasscode),
            Self::Passcode { readable: false, .. } | Self::TryAgain => None,
            Self::CreateAccount { possible } => possible.then_some(Act::CreateAccount),
            Self::ReviewPermissions | Self::TermsOfUse(_) => Some(Act::Accept),
        }
    }
}
