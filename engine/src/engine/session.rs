//! The session of a browser that a guest comes back in: whether it still lasts, so that nobody signs in again.
//!
//! What a session spares the guest is said where it would be asked: the second factor in `conditional_access.rs`, expired terms in
//! `terms.rs`. Sessions at the providers themselves are not followed.

use smol_str::{ToSmolStr, format_smolstr};

use super::{Look, Progress, Verdict, World, conditional_access};
use crate::act::{FEDERATED_SESSION_MINUTES, IDLE_SESSION_MINUTES, PASSCODE_SESSION_MINUTES};
use crate::design::{IdentityProvider, SignInFrequency};
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;
use crate::wording::duration;

pub(super) fn sign_in_session(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    let provider = so_far.accepted_with.unwrap_or(IdentityProvider::AzureActiveDirectory);
    let again = Answer::Provider(provider);
    let Some(session) = so_far.session else {
        look.saw(What::SignInSession, || "none");
        return Verdict::Is(again, Rule::SessionIsOver);
    };
    let age = so_far.minutes.saturating_sub(session.signed_in);
    let idle = so_far.minutes.saturating_sub(session.used);
    look.read(What::SignInSession, || format_smolstr!("signed in {} ago, used {} ago", duration(age), duration(idle)));
    if let Some(frequency) = frequency(world, so_far) {
        look.read(What::SignInFrequency, || frequency.to_smolstr());
        if age >= frequency.minutes() {
            so_far.passcode_session = None;
            return Verdict::Is(again, Rule::SignInFrequencyEndsSession);
        }
    }
    look.saw(What::IdentityProvider, || crate::wording::provider(provider));
    let (lasts, rule) = match provider {
        IdentityProvider::EmailOneTimePasscode => (age < PASSCODE_SESSION_MINUTES, Rule::PasscodeSessionLasts),
        IdentityProvider::ExternalFederation => (age < FEDERATED_SESSION_MINUTES, Rule::FederatedSessionLasts),
        IdentityProvider::AzureActiveDirectory | IdentityProvider::Google | IdentityProvider::MicrosoftAccount => {
            (idle < IDLE_SESSION_MINUTES, Rule::SessionLasts)
        }
    };
    if !lasts {
        return Verdict::Is(again, Rule::SessionIsOver);
    }
    so_far.in_session = true;
    so_far.provider = Some(provider);
    Verdict::Is(Answer::Yes, rule)
}

/// The shortest sign-in frequency of the policies that apply.
fn frequency(world: World<'_>, so_far: &Progress) -> Option<SignInFrequency> {
    let all = conditional_access::applying(world, *so_far).filter_map(|policy| policy.sign_in_frequency);
    all.min_by_key(|frequency| frequency.minutes())
}
