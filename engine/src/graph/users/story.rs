//! The story of a guest who has redeemed: what a cooperative guest does until the invitation is accepted.
//!
//! Decides nothing: it asks the engine, act by act.

use crate::act::Act;
use crate::design::{Design, IdentityProvider};
use crate::engine::replay;
use crate::guest::Guest;
use crate::guest_record::guest_record;
use crate::trace::Next;

/// How many acts a guest is followed for.
const MOST_ACTS: usize = 24;

/// The acts after which the invitation is accepted, and the provider that accepted it; `None` where it never is.
pub(super) fn redeemed(design: &Design, guest: &Guest) -> Option<(Vec<Act>, IdentityProvider)> {
    let mut acts = Vec::new();
    for _ in 0..MOST_ACTS {
        let run = replay(design, guest, &acts);
        let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
        if let Some(accepted) = guest_record(design, guest, steps).accepted_with {
            return Some((acts, accepted.provider));
        }
        let Next::Person { prompt, .. } = run.next else { return None };
        acts.push(prompt.cooperative()?);
    }
    None
}
