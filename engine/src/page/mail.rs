//! The guest's mailbox: the newest invitation or notification as it arrived, or none.
//!
//! What a mail says is in `mail.rs`; its language, its basis and what became of it are under *Mails and log*.

use super::scene::Scene;
use super::{Part, sheet};
use crate::mail;
use crate::wording::guest::{Text, Words};

/// The mail in front of the guest. Sources: `invitation-email-elements.md` of 2023-10 and 2026-06.
pub(super) fn newest(scene: &Scene, words: &Words) -> Vec<Part> {
    let not_named = || words.text(Text::NotDocumented);
    let mail = scene.mail.as_ref();
    let from = mail.and_then(|mail| mail.from.as_ref()).map(|from| format!("{} <{}>", from.name, from.address));
    let mut parts = vec![Part::Details(vec![
        (words.text(Text::From), from.unwrap_or_else(not_named)),
        (words.text(Text::To), scene.invited.clone()),
        (words.text(Text::Subject), mail.and_then(|mail| mail.subject.clone()).unwrap_or_else(not_named)),
    ])];
    parts.extend(mail.into_iter().flat_map(|mail| &mail.body).map(|each| part(each, words)));
    parts
}

fn part(part: &mail::Part, words: &Words) -> Part {
    match part {
        mail::Part::Warning(text) => Part::Strong(text.clone()),
        mail::Part::Text(text) => Part::Line(text.clone()),
        mail::Part::Message(text) => Part::Document(text.clone()),
        mail::Part::Target(address) => Part::Line(format!("{} {address}", words.text(Text::AfterAccepting))),
        mail::Part::Passcode => Part::Code(words.text(Text::PasscodeStandsHere)),
        mail::Part::Footer(text) => Part::Small(text.clone()),
        mail::Part::FooterLink { label, address } => Part::Small(format!("{label}: {address}")),
    }
}

/// A mailbox in which the mail is not found.
pub(super) fn none(scene: &Scene, words: &Words) -> Vec<Part> {
    let missing = Text::NoInvitationOf { organization: &scene.resource_name };
    sheet(words.text(Text::NoInvitation), [missing, Text::MailMayBe].map(|text| words.text(text)))
}
