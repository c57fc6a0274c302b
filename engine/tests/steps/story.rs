//! Chapter after chapter: the invitation, the attempts, and what is done between them.

use redemption_engine::act::Act;
use redemption_engine::design::{Design, IdentityProvider};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::{Guest, WayIn};

use super::{Acts, Comes, Kept, Object, attempt, invitation, operation};

/// What a chapter came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) ending: Ending,
    /// The provider that the guest was sent to in this chapter.
    pub(crate) provider: Option<IdentityProvider>,
    /// `externalUserState`: whether the invitation is accepted; nothing without a guest object.
    pub(crate) accepted: Option<bool>,
    /// Whether the guest object is deleted.
    pub(crate) deleted: bool,
    /// How often terms of use have been accepted so far.
    pub(crate) terms: usize,
    /// Invitation mails and notification mails so far.
    pub(crate) mails: (u32, u32),
    /// The minutes that have passed.
    pub(crate) minutes: u32,
}

/// All chapters, and the position of the first act that does not fit.
pub(crate) fn story(design: &Design, guest: &Guest, acts: &[Act]) -> (Vec<Told>, Option<usize>) {
    let (mut design, mut guest) = (design.clone(), guest.clone());
    let (not_assigned_at_first, type_at_first) = (guest.not_assigned, guest.invitation.invited_user_type);
    let mut kept = Kept::new(&design);
    let mut acts = Acts::new(acts);
    let mut told = Vec::new();
    let mut chapter = |ending: Ending, provider: Option<IdentityProvider>, kept: &Kept| {
        told.push(Told {
            ending,
            provider,
            accepted: (kept.object != Object::None).then_some(kept.accepted.is_some()),
            deleted: matches!(kept.object, Object::Deleted(_)),
            terms: kept.terms_accepted,
            mails: (kept.invitation_mails, kept.notifications),
            minutes: kept.minutes,
        });
        matches!(ending, Ending::Ended(_))
    };
    let first = invitation::invite(&design, &guest, &mut kept);
    chapter(Ending::Ended(first), None, &kept);
    let mut invited = first == Outcome::Invited;
    let mut attempted = false;
    loop {
        let first_is_due = invited && !attempted;
        let (ending, provider) = match acts.look() {
            Some(act @ (Act::TryAgain(_) | Act::OpenOldLink | Act::ReturnInSameBrowser)) if !first_is_due => {
                acts.used += 1;
                attempted = true;
                let (way_in, comes) = match act {
                    Act::TryAgain(way_in) => (way_in, Comes::Afresh),
                    Act::OpenOldLink => (WayIn::EmailLink, Comes::ByOldLink),
                    _ => (WayIn::DirectLink, Comes::InSameBrowser),
                };
                attempt(&design, &guest, way_in, comes, &mut kept, &mut acts)
            }
            Some(Act::Invite) => {
                acts.used += 1;
                let outcome = invitation::invite(&design, &guest, &mut kept);
                // The object of a guest who was deleted takes its state with it; the new one is enabled, as the invitation says, and nobody has assigned it.
                if invited && outcome == Outcome::Invited {
                    guest.invitation.account_disabled = false;
                    guest.invitation.invited_user_type = type_at_first;
                    guest.not_assigned |= not_assigned_at_first;
                }
                invited |= outcome == Outcome::Invited;
                (Ending::Ended(outcome), None)
            }
            Some(act) if operation::is_one(act) => {
                acts.used += 1;
                let done = operation::perform(&mut design, &mut guest, &mut kept, act);
                (Ending::Ended(if done { Outcome::Done } else { Outcome::NotOffered }), None)
            }
            // The first attempt begins once nothing else is done before it; it needs an act of its own only to come earlier.
            act if first_is_due => {
                acts.used += usize::from(act == Some(Act::ComeIn));
                attempted = true;
                let way_in = guest.way_in;
                attempt(&design, &guest, way_in, Comes::Afresh, &mut kept, &mut acts)
            }
            _ => break,
        };
        if !chapter(ending, provider, &kept) {
            break;
        }
    }
    let refused = (acts.used < acts.all.len()).then_some(acts.used);
    (told, refused)
}
