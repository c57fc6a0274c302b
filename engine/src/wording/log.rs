//! Mails and logs: what their kinds, results and parts are called.
//!
//! The sentences inside a mail are in `mail/`; names of activities are facts and stand in `log/activity.rs`.

use crate::log::{MultifactorState, PolicyResult};
use crate::mail::{CustomMessage, LanguageSource, MailKind};

/// A kind of mail.
pub fn mail_kind(kind: MailKind) -> &'static str {
    match kind {
        MailKind::Invitation => "Invitation",
        MailKind::Notification => "Notification of automatic redemption",
        MailKind::Passcode => "Passcode",
    }
}

/// What chose the language of a mail.
pub fn language_source(source: LanguageSource) -> &'static str {
    match source {
        LanguageSource::MessageLanguage => "the invitation's message language",
        LanguageSource::PreferredLanguage => "the guest's preferred language",
        LanguageSource::HomeTenant => "the home tenant's notification language",
        LanguageSource::ResourceTenant => "the resource tenant's notification language",
        LanguageSource::Default => "no setting, so the default",
    }
}

/// Why the inviter's own words are not in a mail; `None` where they are, or where there were none.
pub fn dropped_message(message: CustomMessage) -> Option<&'static str> {
    match message {
        CustomMessage::None | CustomMessage::Shown => None,
        CustomMessage::DroppedWithoutMailbox => Some("The inviter's message is left out, because the inviter has no mailbox."),
        CustomMessage::DroppedForApplication => Some("The inviter's message is left out, because an application invites."),
    }
}

/// How multifactor authentication was met.
pub fn multifactor_state(state: Option<MultifactorState>) -> &'static str {
    match state {
        None => "Not demanded",
        Some(MultifactorState::Trusted) => "Demanded; the home tenant's word was taken",
        Some(MultifactorState::Done) => "Demanded and done",
        Some(MultifactorState::NotDone) => "Demanded and not done",
    }
}

/// What a Conditional Access policy came to.
pub fn policy_result(result: PolicyResult) -> &'static str {
    match result {
        PolicyResult::Success => "Success",
        PolicyResult::Failure => "Failure",
        PolicyResult::NotApplied => "Not applied",
        PolicyResult::NotEnabled => "Disabled",
        PolicyResult::Unknown => "Report-only",
    }
}
