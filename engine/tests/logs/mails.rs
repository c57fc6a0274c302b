//! The mails of a story: which is sent when, and what it may not show.
//!
//! Their wording is tested in `engine/src/mail.rs`.

use redemption_engine::mail::{MailKind, Part, suppressed};

use super::*;

#[test]
fn a_guest_who_has_blocked_invitations_gets_no_mail_and_the_log_says_so() {
    let mut guest = ravi(json!([]));
    merge(&mut guest, json!({"person": {"unsubscribed": true}}));
    let played = play(json!({}), guest);
    assert!(played.mails().is_empty());
    assert_eq!(suppressed(&played.run, played.end()).len(), 1);
    assert_eq!(played.activities(Whose::Resource)[3..], ["Email not sent, user unsubscribed"]);
}

#[test]
fn each_mail_is_sent_where_the_story_sends_it() {
    let story = json!([{"letTimePass": 57600}, "resendInvitation", "enterPasscode", "accept"]);
    let played = play(json!({}), ravi(story));
    let mails = played.mails();
    let lines: Vec<(MailKind, u32, &str)> = mails.iter().map(|mail| (mail.kind, mail.minutes, mail.to.as_str())).collect();
    assert_eq!(
        lines,
        [
            (MailKind::Invitation, 0, "ravi@contractor.example"),
            (MailKind::Invitation, 57600, "ravi@contractor.example"),
            (MailKind::Passcode, 57600, "ravi@contractor.example"),
        ]
    );
    assert_ne!(mails[0].link, mails[1].link, "sent again, it has a new link");
    assert_eq!(mails[1].at.to_string(), "2024-05-05T09:00:00");
    assert_eq!((mails[2].button.as_ref(), mails[2].from.as_ref(), mails[2].subject.as_ref()), (None, None, None));
}

/// No document states how long a passcode is.
#[test]
fn no_digit_of_a_passcode_is_shown() {
    let played = play(json!({}), ravi(json!(["enterPasscode", "accept"])));
    let mail = played.mails().into_iter().find(|mail| mail.kind == MailKind::Passcode).unwrap();
    let digits: Vec<String> = mail
        .body
        .iter()
        .filter_map(|part| match part {
            Part::Text(text) => Some(text.chars().filter(char::is_ascii_digit).collect()),
            _ => None,
        })
        .collect();
    assert!(mail.body.contains(&Part::Passcode));
    assert_eq!(digits, ["", "30"]);
}

/// `automatic-redemption-include.md`: a notification in place of the invitation, and nothing to accept in it.
#[test]
fn automatic_redemption_sends_a_notification_without_a_button() {
    let mut design = adatum();
    design["homeTenants"][0]["outboundAutomaticRedemption"] = json!(true);
    design["homeTenants"][0]["partner"] = json!({"inboundAutomaticRedemption": true});
    let played = play(design, nina(json!([])));
    let mails = played.mails();
    assert_eq!(mails.iter().map(|mail| mail.kind).collect::<Vec<_>>(), [MailKind::Notification]);
    assert_eq!((mails[0].button.as_ref(), mails[0].link.as_ref()), (None, None));
}
