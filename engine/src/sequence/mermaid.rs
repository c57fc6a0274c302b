//! The sequence as text for Mermaid, which draws a sequence diagram of it.
//!
//! Writes text only. Names and sentences are escaped, because Mermaid reads `#` and `;` as its own and a line end as the end of a
//! message.

use super::{Event, Happening, Participant, Span, name_of, participants};
use crate::design::{Design, IdentityProvider};
use crate::guest::Guest;
use crate::mermaid::escaped;
use crate::trace::Run;
use crate::wording;

/// The text of a sequence diagram: the sides, then chapter by chapter what happens.
pub fn mermaid(design: &Design, guest: &Guest, run: &Run, events: &[Event]) -> String {
    let sides = participants(events);
    let mut lines = vec!["sequenceDiagram".to_owned()];
    for side in &sides {
        let kind = wording::participant(*side);
        let title = name_of(design, guest, *side).map_or_else(|| kind.to_owned(), |name| format!("{kind}: {name}"));
        let keyword = if *side == Participant::Guest { "actor" } else { "participant" };
        lines.push(format!("{keyword} {} as {}", key(*side), escaped(&title)));
    }
    let over = match (sides.first(), sides.last()) {
        (Some(first), Some(last)) if first != last => format!("Note over {},{}", key(*first), key(*last)),
        (Some(only), _) => format!("Note over {}", key(*only)),
        (None, _) => return "sequenceDiagram\n".to_owned(),
    };
    let mut chapter = None;
    for event in events {
        if chapter != Some(event.place.chapter) {
            chapter = Some(event.place.chapter);
            let begins = run.chapters.get(event.place.chapter).map_or("", |chapter| wording::chapter(chapter.begins));
            lines.push(format!("{over}: {}. {}", event.place.chapter + 1, escaped(begins)));
        }
        let (label, answer) = wording::happening(&design.resource_tenant, event.what);
        let text = escaped(&answer.map_or(label.clone(), |answer| format!("{label}: {answer}")));
        lines.push(match event.span {
            Span::Between(from, to) => format!("{}{}{}: {text}", key(from), arrow(event.what), key(to)),
            Span::At(side) => format!("{0}->>{0}: {text}", key(side)),
            Span::All => format!("{over}: {text}"),
        });
    }
    lines.join("\n    ") + "\n"
}

/// What a side is called within the text.
fn key(side: Participant) -> &'static str {
    match side {
        Participant::Guest => "guest",
        Participant::Mailbox => "mailbox",
        Participant::HomeTenant => "home",
        Participant::ResourceTenant => "resource",
        Participant::Provider(IdentityProvider::AzureActiveDirectory) => "entra",
        Participant::Provider(IdentityProvider::ExternalFederation) => "federation",
        Participant::Provider(IdentityProvider::Google) => "google",
        Participant::Provider(IdentityProvider::MicrosoftAccount) => "msa",
        Participant::Provider(IdentityProvider::EmailOneTimePasscode) => "passcode",
    }
}

/// Steps are drawn solid, results and questions dashed, mails with an open head.
fn arrow(what: Happening) -> &'static str {
    match what {
        Happening::Step { .. } | Happening::Ends(_) => "->>",
        Happening::SignInResult | Happening::Asks(..) => "-->>",
        Happening::Mail(_) => "-)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequence::sequence;

    fn text(name: &str, story: serde_json::Value) -> String {
        let guest: Guest = serde_json::from_value(serde_json::json!({
            "displayName": name, "invitedEmail": "ravi@contractor.example", "story": story
        }))
        .unwrap();
        let design = Design::default();
        let run = crate::engine::replay(&design, &guest, &guest.story);
        assert_eq!(run.refused, None);
        mermaid(&design, &guest, &run, &sequence(&run, &run.places()))
    }

    #[test]
    fn the_text_names_the_sides_and_tells_what_goes_between_them() {
        let text = text("Ravi", serde_json::json!(["enterPasscode", "accept"]));
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        assert_eq!(
            lines.get(..5).unwrap(),
            [
                "sequenceDiagram",
                "actor guest as Guest: Ravi",
                "participant mailbox as Mailbox: ravi@contractor.example",
                "participant resource as Resource tenant: Woodgrove",
                "Note over guest,resource: 1. Invitation",
            ]
        );
        for line in [
            "resource->>resource: Inviter may invite: may invite",
            "resource-)mailbox: Mail: Invitation",
            "Note over guest,resource: 2. Link in the invitation mail",
            "guest->>mailbox: Mail found: found",
            "resource-)mailbox: Mail: Passcode",
            "guest->>resource: Enter the passcode",
            "guest->>resource: Review permissions: Accept",
            "Note over guest,resource: Invitation redeemed",
        ] {
            assert!(lines.contains(&line), "{line} is not in\n{text}");
        }
        assert!(text.ends_with('\n'));
    }

    #[test]
    fn names_cannot_break_out_of_their_line() {
        let text = text("Ravi; #1\nend <b>", serde_json::json!([]));
        assert!(text.contains("    actor guest as Guest: Ravi#59; #35;1 end #lt;b#gt;\n"), "{text}");
    }

    #[test]
    fn a_question_that_waits_is_dashed() {
        let text = text("Ravi", serde_json::json!(["enterPasscode"]));
        assert_eq!(text.lines().last().map(str::trim), Some("resource-->>guest: Review permissions: Does the guest accept?"));
    }

    #[test]
    fn nothing_that_happens_is_still_a_diagram() {
        let guest: Guest =
            serde_json::from_value(serde_json::json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example"}))
                .unwrap();
        let run = crate::engine::replay(&Design::default(), &guest, &[]);
        assert_eq!(mermaid(&Design::default(), &guest, &run, &[]), "sequenceDiagram\n");
    }
}
