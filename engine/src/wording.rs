//! Every sentence a person reads about nodes, answers, outcomes, prompts and facts, by exhaustive match.
//!
//! What guests read is in `guest.rs`, in several languages; the rest is for the reader of the simulator, in English. Stable names for
//! machines are in `flow/name.rs`; rules bring their own statements.

use std::fmt::{Display, Write};

mod access;
mod answer;
mod cause;
mod change;
mod chapter;
mod choice;
mod doer;
mod explanation;
mod fact;
mod field;
mod fix;
mod flow;
mod golden;
pub mod guest;
mod log;
mod outcome;
mod remark;
mod remedy;
mod screen;
mod sequence;
mod setting;

pub use access::{access_rule, collaboration_restrictions, trust};
pub use answer::answer;
pub use cause::cause;
pub use change::{change, change_in, changed, changed_order, changer, edit_in, editor, operation};
pub use chapter::chapter_name;
pub use choice::{
    act, act_in, duration, edition, email_one_time_passcode, fallback, primary, prompt, protocol, target_app, way_in,
};
pub use doer::Doer;
pub use explanation::{error_message, outcome_text};
pub use fact::{effect, value, what};
pub use field::{
    federation_field, guest_field, home_field, interpretation_field, policy_field, resource_field, terms_field, user_field,
};
pub use fix::{Fix, Who, fixes, who};
pub use flow::{chapter, chapter_kind, node, question, stage};
pub(crate) use golden::waits;
pub use golden::{other_page, other_than_expected};
pub use log::{dropped_message, language_source, mail_kind, multifactor_state, policy_result};
pub use outcome::outcome;
pub use remark::remarks;
pub use remedy::{cause_by, fixes_by};
pub use screen::screen;
pub use sequence::{happening, participant, viewer};
pub use setting::{
    access_type, address_owner, allow_invites_from, application_permissions, client, cloud, device, external_user_type,
    google_answer, grant_control, grant_operator, guest_user_access, inviter_role, management, object_state, policy_state,
    provider_response, restriction_kind, risk_level, terms_frequency, user_type,
};

use crate::design::IdentityProvider;
use crate::guest::Redeemed;

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

/// A redemption that is a fact, in words.
pub fn redeemed(redeemed: &Redeemed) -> String {
    let since = redeemed.on.map(|day| format!(" on {day}")).unwrap_or_default();
    format!("has redeemed with {}{since}", provider(redeemed.identity_provider))
}

/// The items with commas between them, or *none*.
pub fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let mut text = String::new();
    for item in items {
        let comma = if text.is_empty() { "" } else { ", " };
        // Writing into a text does not fail.
        let _ = write!(text, "{comma}{item}");
    }
    if text.is_empty() { "none".to_owned() } else { text }
}
