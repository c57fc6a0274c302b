//! Where a guest would redeem with these settings: what a cooperative guest does until the invitation is accepted.
//!
//! Decides nothing: it asks the engine, act by act.

use crate::design::{Design, IdentityProvider};
use crate::engine::replay;
use crate::guest::Guest;
use crate::guest_record::guest_record;
use crate::trace::Next;

/// How many acts a guest is followed for.
const MOST_ACTS: usize = 24;

/// The provider that would accept the invitation; `None` where it never is accepted.
pub(super) fn redeems_with(design: &Design, guest: &Guest) -> Option<IdentityProvider> {
    let mut acts = Vec::new();
    for _ in 0..MOST_ACTS {
        let run = replay(design, guest, &acts);
        let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
        if let Some(accepted) = guest_record(design, guest, steps).accepted_with {
            return Some(accepted.provider);
        }
        let Next::Person { prompt, .. } = run.next else { return None };
        acts.push(prompt.cooperative()?);
    }
    None
}
