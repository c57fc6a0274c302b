//! Every sentence a person reads about nodes, answers, outcomes, prompts and facts, by exhaustive match.
//!
//! A second language would be a second implementation. Stable names for machines are in `flow/name.rs`; rules bring their own
//! statements.

use std::fmt::Display;

mod access;
mod choice;
mod fact;
mod flow;
mod outcome;
mod screen;

pub use access::{access_rule, collaboration_restrictions, trust};
pub use choice::{act, act_in, edition, email_one_time_passcode, fallback, primary, prompt, protocol, target_app, way_in};
pub use fact::{effect, what};
pub use flow::{answer, node, question, stage};
pub use outcome::{outcome, outcome_help, outcome_text};
pub use screen::screen;

use crate::design::IdentityProvider;

/// The identity provider as the admin center names it.
pub fn provider(provider: IdentityProvider) -> &'static str {
    match provider {
        IdentityProvider::AzureActiveDirectory => "Microsoft Entra ID",
        IdentityProvider::ExternalFederation => "SAML/WS-Fed identity provider",
        IdentityProvider::Google => "Google",
        IdentityProvider::MicrosoftAccount => "Microsoft account",
        IdentityProvider::EmailOneTimePasscode => "Email one-time passcode",
    }
}

/// The items with commas between them, or *none*.
pub fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let text: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    if text.is_empty() { "none".to_owned() } else { text.join(", ") }
}
