//! The invitation mail and its link: whether the guest has one, and whether it still works.
//!
//! Which mail goes out is decided in `invitation.rs`.

use smol_str::ToSmolStr;

use super::{Look, Progress, Verdict, World, way_in, word};
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;

const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// Whether the guest's invitations are mailed by the service.
pub(super) fn is_mailed(world: World<'_>) -> bool {
    world.guest.invitation.send_invitation_message && !world.guest.person.unsubscribed
}

pub(super) fn mail_found(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let person = &world.guest.person;
    let sent = world.guest.invitation.send_invitation_message;
    look.saw(What::SendMail, || word(sent));
    if so_far.object == super::GuestObject::Absent {
        look.saw(What::GuestObject, || way_in::object_word(so_far));
        return Verdict::Is(Answer::NoMail, Rule::NobodyWasInvited);
    }
    let Some(link) = so_far.opened_link() else {
        look.saw(What::Unsubscribed, || word(so_far.suppressed));
        let rule = if so_far.suppressed { Rule::UnsubscribedGuestGetsNoMail } else { Rule::AutomaticRedemptionSendsNoInvitation };
        return Verdict::Is(Answer::NoMail, rule);
    };
    if !sent {
        // The redeem URL is in the answer to the invitation, so the inviter can pass it on.
        return Verdict::Is(Answer::Yes, Rule::LinkIsPassedOn);
    }
    look.saw(What::Unsubscribed, || word(so_far.suppressed));
    let found = person.finds_invitation_mail || link.told;
    look.saw(What::FindsMail, || word(found));
    Verdict::Is(if found { Answer::Yes } else { Answer::NoMail }, if found { Rule::MailArrives } else { Rule::MailLiesInSpam })
}

pub(super) fn link_valid(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let readings = world.design.interpretations;
    let link = so_far.opened_link().unwrap_or_default();
    let age = so_far.minutes.saturating_sub(link.sent);
    look.read(What::LinkAge, || (age / MINUTES_OF_A_DAY).to_smolstr());
    look.read(What::LinkExpiry, || readings.link_expires_after_days.map_or_else(|| "never".into(), |days| days.to_smolstr()));
    if readings.link_expires_after_days.is_some_and(|days| age >= u32::from(days) * MINUTES_OF_A_DAY) {
        return Verdict::Is(Answer::Expired, Rule::LinkExpires);
    }
    look.saw(What::LinkWorksOnce, || word(readings.link_works_once));
    look.saw(What::LinkUsed, || word(link.used));
    if readings.link_works_once && link.used {
        return Verdict::Is(Answer::Used, Rule::LinkWorksOnce);
    }
    let with_switch = readings.link_expires_after_days.is_some() || readings.link_works_once;
    Verdict::Is(Answer::Yes, if with_switch { Rule::LinkStillWorks } else { Rule::LinkDoesNotExpire })
}
