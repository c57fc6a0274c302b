//! The twin timeline of a run: at each moment what the guest sees, and what has changed in the directory, the mailbox and the logs.
//!
//! A moment begins where one of the four changes and lasts until the next change. All four are read off the same places of the
//! trace as everywhere else; nothing is written here that the record, the mails and the logs do not hold.

use serde_json::Value;

use crate::design::Design;
use crate::guest::Guest;
use crate::guest_record::{GuestRecord, ObjectState, guest_record};
use crate::log::{AuditEntry, SignInEntry, audit_entries, sign_in_entries};
use crate::mail::{Mail, mails};
use crate::screen::{Screen, screen_at};
use crate::trace::{Place, Run};

/// A stretch of steps in which nothing new is seen, changed, sent or logged after its first.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The first step.
    pub first: Place,
    /// The last step.
    pub last: Place,
    /// The page, where another one is seen than before.
    pub screen: Option<Screen>,
    /// Whether the guest's user object exists.
    pub object: ObjectState,
    /// Its `externalUserState`.
    pub external_user_state: Option<&'static str>,
    /// What has changed of it.
    pub changes: Vec<PropertyChange>,
    /// The mails that have been sent.
    pub mails: Vec<Mail>,
    /// What the audit logs of both tenants have gained.
    pub audit: Vec<AuditEntry>,
    /// What the sign-in logs of both tenants have gained.
    pub sign_ins: Vec<SignInEntry>,
}

/// A property of the user object that has another value than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyChange {
    /// Microsoft Graph's name of it.
    pub name: String,
    /// Its value now; `null` where it has gone.
    pub now: Value,
}

impl Moment {
    /// Whether the user object exists and is not deleted.
    pub fn exists(&self) -> bool {
        self.object == ObjectState::Active
    }

    /// Whether a step belongs to the moment.
    pub fn covers(&self, place: Place) -> bool {
        self.first <= place && place <= self.last
    }
}

/// The moments of a run over these places, in order; every place belongs to one moment.
pub fn timeline(design: &Design, guest: &Guest, run: &Run, places: &[Place]) -> Vec<Moment> {
    let Some(end) = places.last().copied() else { return Vec::new() };
    let (mails, audit, sign_ins) =
        (mails(design, guest, run, end), audit_entries(design, guest, run, end), sign_in_entries(design, guest, run, end));
    let mut moments: Vec<Moment> = Vec::new();
    let mut before: Option<(Place, Option<Screen>, GuestRecord)> = None;
    for place in places.iter().copied() {
        let since = before.as_ref().map(|(place, ..)| *place);
        let is_new = |at: Place| at <= place && since.is_none_or(|since| since < at);
        let record = guest_record(design, guest, run.steps_before(place));
        let screen = screen_at(run, place);
        let moment = Moment {
            first: place,
            last: place,
            screen: screen.filter(|_| before.as_ref().is_none_or(|(_, seen, _)| *seen != screen)),
            object: record.object,
            external_user_state: record.external_user_state,
            changes: before.as_ref().map(|(.., was)| changes(was, &record)).unwrap_or_default(),
            mails: mails.iter().filter(|mail| is_new(after(mail.place))).cloned().collect(),
            audit: audit.iter().filter(|entry| is_new(after(entry.place))).cloned().collect(),
            sign_ins: sign_ins.iter().filter(|entry| is_new(entry.place)).cloned().collect(),
        };
        before = Some((place, screen, record));
        match moments.last_mut() {
            Some(last) if last.first.chapter == place.chapter && !moment.says_something(last) => last.last = place,
            _ => moments.push(moment),
        }
    }
    moments
}

impl Moment {
    fn says_something(&self, last: &Self) -> bool {
        self.screen.is_some()
            || self.object != last.object
            || !(self.changes.is_empty() && self.mails.is_empty() && self.audit.is_empty() && self.sign_ins.is_empty())
    }
}

/// The place after a move: there it shows.
fn after(moved: Place) -> Place {
    Place { step: moved.step + 1, ..moved }
}

/// The properties that differ.
fn changes(was: &GuestRecord, is: &GuestRecord) -> Vec<PropertyChange> {
    let (Ok(Value::Object(was)), Ok(Value::Object(is))) = (serde_json::to_value(was), serde_json::to_value(is)) else {
        return Vec::new();
    };
    let gone = was.keys().filter(|name| !is.contains_key(*name)).map(|name| (name.clone(), Value::Null));
    let changed = is.iter().filter(|(name, value)| was.get(*name) != Some(*value)).map(|(name, now)| (name.clone(), now.clone()));
    changed.chain(gone).map(|(name, now)| PropertyChange { name, now }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::replay;
    use crate::log::Activity;
    use crate::mail::MailKind;
    use crate::presets;

    fn moments(story: serde_json::Value) -> Vec<Moment> {
        let guest: Guest = serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story
        }))
        .unwrap();
        let run = replay(&Design::default(), &guest, &guest.story);
        assert_eq!(run.refused, None);
        timeline(&Design::default(), &guest, &run, &run.places())
    }

    fn changed(moment: &Moment) -> Vec<&str> {
        moment.changes.iter().map(|change| change.name.as_str()).collect()
    }

    #[test]
    fn the_invitation_makes_the_object_sends_the_mail_and_is_logged_at_the_same_moment() {
        let moments = moments(serde_json::json!([]));
        let first = moments.first().unwrap();
        assert_eq!((first.screen, first.object), (Some(Screen::Invitation), ObjectState::None));
        let invited = moments.get(1).unwrap();
        assert_eq!((invited.screen, invited.object), (Some(Screen::InvitationSent), ObjectState::Active));
        assert_eq!(invited.external_user_state, Some("PendingAcceptance"));
        assert_eq!(changed(invited), ["externalUserState", "externalUserStateChangeDateTime"]);
        assert_eq!(invited.mails.iter().map(|mail| mail.kind).collect::<Vec<_>>(), [MailKind::Invitation]);
        assert!(invited.audit.iter().any(|entry| entry.activity == Activity::InviteExternalUser));
    }

    #[test]
    fn the_acceptance_changes_state_and_identities() {
        let moments = moments(serde_json::json!(["enterPasscode", "accept"]));
        let accepted: Vec<&Moment> = moments.iter().filter(|moment| changed(moment).contains(&"externalUserState")).collect();
        assert_eq!(accepted.len(), 2);
        let last = accepted.last().unwrap();
        assert_eq!(last.external_user_state, Some("Accepted"));
        assert!(last.audit.iter().any(|entry| entry.activity == Activity::RedeemInvite));
        let passcodes = moments.iter().flat_map(|moment| &moment.mails).filter(|mail| mail.kind == MailKind::Passcode);
        assert_eq!(passcodes.count(), 1);
        assert!(moments.iter().any(|moment| changed(moment).contains(&"identities")));
    }

    #[test]
    fn a_deletion_shows_in_the_object() {
        let moments = moments(serde_json::json!(["enterPasscode", "accept", "deleteGuest"]));
        let last = moments.last().unwrap();
        assert_eq!(last.object, ObjectState::SoftDeleted);
        assert_eq!(changed(last), ["deletedDateTime"]);
    }

    /// What the right-hand panel shows at a place is what the moments up to there have told.
    #[test]
    fn at_every_place_of_every_example_the_moments_have_told_all_mails_and_entries() {
        for preset in presets::all() {
            let design = &preset.workspace.design;
            for guest in &preset.workspace.guests {
                let run = replay(design, guest, &guest.story);
                let places = crate::chart::shown_places(&run, design, crate::chart::Detail::Steps);
                let moments = timeline(design, guest, &run, &places);
                for place in places {
                    assert_eq!(moments.iter().filter(|moment| moment.covers(place)).count(), 1, "{} {place:?}", preset.id);
                    let told = || moments.iter().take_while(|moment| moment.first <= place);
                    let count = |of: fn(&Moment) -> usize| told().map(of).sum::<usize>();
                    let (audit, sign_ins) =
                        (audit_entries(design, guest, &run, place), sign_in_entries(design, guest, &run, place));
                    assert_eq!(
                        (count(|it| it.mails.len()), count(|it| it.audit.len()), count(|it| it.sign_ins.len())),
                        (mails(design, guest, &run, place).len(), audit.len(), sign_ins.len()),
                        "{} {place:?}",
                        preset.id
                    );
                }
            }
        }
    }
}
