//! The mails that a run sends: invitations, notifications of automatic redemption, and passcodes.
//!
//! They are folded from the effects of the run; whether a mail goes out is decided in `engine/`. The sentences are our own: what
//! the documents name is the parts of a mail, its sender, its subject, its button and its language. Where no document names one of
//! them, it is missing here. The words themselves are in `wording/guest/`, in each of its languages.

mod invitation;
mod language;

pub(crate) use invitation::{button as invitation_button, redirect_address};
pub(crate) use language::of_invitation;
pub use language::{Language, LanguageSource};

use jiff::civil::DateTime;

use crate::act::PASSCODE_LIFE_MINUTES;
use crate::clock;
use crate::design::Design;
use crate::guest::Guest;
use crate::guest_record::guest_record;
use crate::moves::moves;
use crate::rules::{Basis, Document, Source};
use crate::trace::{Effect, Place, Run};
use crate::wording::guest::{ENGLISH, Text, Tongue, Words};

/// One mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The move that sent it.
    pub place: Place,
    /// The simulated minutes that had passed, since the invitation.
    pub minutes: u32,
    /// When it was sent, by the simulated clock.
    pub at: DateTime,
    /// Which mail it is.
    pub kind: MailKind,
    /// Who it says it is from; `None` where no document says.
    pub from: Option<Sender>,
    /// Where an answer goes; `None` where no document says, or where nobody has a mailbox.
    pub reply_to: Option<String>,
    /// The subject; `None` where no document says.
    pub subject: Option<String>,
    /// The address it goes to.
    pub to: String,
    /// The language that is chosen for it; `None` where no document says.
    pub language: Option<Language>,
    /// The language that its parts are written in here.
    pub written_in: Tongue,
    /// What became of the inviter's own words.
    pub message: CustomMessage,
    /// Its parts, from top to bottom.
    pub body: Vec<Part>,
    /// The words on its button.
    pub button: Option<String>,
    /// Where the button leads; `None` without a button, and in a national cloud, whose address no document names.
    pub link: Option<String>,
    /// How sure the mail is.
    pub basis: Basis,
    /// Where it can be read.
    pub sources: &'static [Source],
}

/// Which mail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum MailKind {
    /// The invitation, with the link to redeem it.
    Invitation,
    /// The notification of automatic redemption, which needs no action.
    Notification,
    /// The passcode.
    Passcode,
}

/// Who a mail says it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
}

/// What became of the inviter's own words (`customizedMessageBody`).
///
/// Source: `troubleshoot.md`, 2024-10-21.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomMessage {
    /// There were none.
    None,
    /// They are in the mail.
    Shown,
    /// They are dropped, because the inviter has no mailbox.
    DroppedWithoutMailbox,
    /// They are dropped, because an application invites.
    DroppedForApplication,
}

/// A part of a mail's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The warning about mails that one did not expect.
    Warning(String),
    /// A sentence.
    Text(String),
    /// The inviter's own words, as plain text.
    Message(String),
    /// Where the guest lands after accepting.
    Target(String),
    /// The passcode. No document names its length, so no digits are shown.
    Passcode,
    /// A sentence at the foot.
    Footer(String),
    /// A link at the foot.
    FooterLink {
        /// Its words.
        label: String,
        /// Where it leads.
        address: String,
    },
}

/// The mails that were sent before a place of a run, oldest first, in English.
pub fn mails(design: &Design, guest: &Guest, run: &Run, up_to: Place) -> Vec<Mail> {
    mails_in(design, guest, run, up_to, |_| ENGLISH)
}

/// The mails that were sent before a place of a run, oldest first, each in the words for the language that is chosen for it; `None`
/// where no document says which.
pub fn mails_in(
    design: &Design,
    guest: &Guest,
    run: &Run,
    up_to: Place,
    words: impl Fn(Option<&Language>) -> Words,
) -> Vec<Mail> {
    let mut mails: Vec<Mail> = Vec::new();
    for moved in moves(run, up_to) {
        let in_force = moved.chapter.design_in_force(design);
        let added = moved
            .step
            .effects
            .iter()
            .find_map(|effect| if let Effect::AddressAdded(address) = effect { Some(address) } else { None });
        for kind in moved.step.effects.iter().filter_map(kind) {
            let record = guest_record(design, guest, run.steps_before(moved.after()));
            let to = match kind {
                MailKind::Passcode => record.mail,
                MailKind::Invitation | MailKind::Notification => added.cloned().unwrap_or(record.mail),
            };
            let number = mails.iter().filter(|mail| mail.kind == MailKind::Invitation).count();
            let language = (kind == MailKind::Invitation).then(|| of_invitation(in_force, guest));
            let words = words(language.as_ref());
            let blank = Mail {
                place: moved.place,
                minutes: moved.step.minutes,
                at: clock::at(design, guest, moved.step.minutes),
                kind,
                from: None,
                reply_to: None,
                subject: None,
                to,
                language,
                written_in: words.tongue,
                message: CustomMessage::None,
                body: Vec::new(),
                button: None,
                link: None,
                basis: Basis::Documented,
                sources: &[],
            };
            mails.push(match kind {
                MailKind::Invitation => invitation::invitation(in_force, guest, number, &words, blank),
                MailKind::Notification => notification(in_force, &words, blank),
                MailKind::Passcode => passcode(in_force, &words, blank),
            });
        }
    }
    mails
}

/// The mail that an effect sends.
pub(crate) fn kind(effect: &Effect) -> Option<MailKind> {
    match effect {
        Effect::InvitationMailed => Some(MailKind::Invitation),
        Effect::NotificationMailed => Some(MailKind::Notification),
        Effect::PasscodeSent => Some(MailKind::Passcode),
        Effect::TimePassed(_)
        | Effect::AccountCreated(_)
        | Effect::PermissionsAccepted
        | Effect::TermsAccepted(_)
        | Effect::IdentityAdded { .. }
        | Effect::StateAccepted
        | Effect::Invited
        | Effect::MailSuppressed
        | Effect::MultifactorRegistered
        | Effect::MultifactorDone
        | Effect::ApplicationConsented
        | Effect::TermsDeclined(_)
        | Effect::ObjectDeleted
        | Effect::GuestLeft
        | Effect::ObjectRestored
        | Effect::ObjectPurged
        | Effect::RedemptionReset { .. }
        | Effect::AddressAdded(_)
        | Effect::Changed(_) => None,
    }
}

/// The moves before a place at which a mail was asked for but not sent, because the guest has blocked invitations.
///
/// Source: `invitation-email-elements.md`, 2023-10-06, Blocking an organization.
pub fn suppressed(run: &Run, up_to: Place) -> Vec<(Place, u32)> {
    let blocked = moves(run, up_to).filter(|moved| moved.step.effects.contains(&Effect::MailSuppressed));
    blocked.map(|moved| (moved.place, moved.step.minutes)).collect()
}

/// Source: `automatic-redemption-include.md`; `redemption-experience.md`, 2024-03-26, Automatic redemption process setting.
fn notification(design: &Design, words: &Words, blank: Mail) -> Mail {
    let organization = design.resource_tenant.display_name.as_str();
    Mail {
        body: vec![Part::Text(words.text(Text::MadeGuest { organization })), Part::Text(words.text(Text::NothingToAccept))],
        sources: const {
            &[
                Source { document: Document::AutomaticRedemption, place: "Table of mails and prompts" },
                Source { document: Document::Redemption2024, place: "Automatic redemption process setting" },
            ]
        },
        ..blank
    }
}

/// Source: `one-time-passcode.md`, 2024-10-21.
fn passcode(design: &Design, words: &Words, blank: Mail) -> Mail {
    let organization = design.resource_tenant.display_name.as_str();
    Mail {
        body: vec![
            Part::Text(words.text(Text::TypeCode { organization })),
            Part::Passcode,
            Part::Text(words.text(Text::CodeIsValid { minutes: &PASSCODE_LIFE_MINUTES.to_string() })),
        ],
        sources: const { &[Source { document: Document::OneTimePasscode2024, place: "One-time passcode for guests" }] },
        ..blank
    }
}
