//! The sequence and the storyboard: sides, what goes between them, and who sees a page.

use super::{act_in, answer, mail_kind, node, outcome, prompt, provider};
use crate::act::Prompt;
use crate::design::ResourceTenant;
use crate::sequence::{Happening, Participant};
use crate::storyboard::Viewer;

/// A side of the sequence.
pub fn participant(side: Participant) -> &'static str {
    match side {
        Participant::Guest => "Guest",
        Participant::Mailbox => "Mailbox",
        Participant::HomeTenant => "Home tenant",
        Participant::ResourceTenant => "Resource tenant",
        Participant::Provider(identity_provider) => provider(identity_provider),
    }
}

/// What happens in the sequence, and what came of it, with the names that the design has.
pub fn happening(resource: &ResourceTenant, what: Happening) -> (String, Option<String>) {
    match what {
        Happening::Step { act: Some(act), node, answer: found, .. } => {
            (act_in(resource, Prompt::Between, act), Some(answer(node, found).to_owned()))
        }
        Happening::Step { node: at, answer: found, choice, act: None } => {
            let decided = choice.map(|choice| act_in(resource, choice.prompt, choice.act));
            let (label, answer) = (node(at).to_owned(), decided.unwrap_or_else(|| answer(at, found).to_owned()));
            // Some pages are called after what is done on them.
            let answer = Some(answer).filter(|answer| *answer != label);
            (label, answer)
        }
        Happening::SignInResult => ("Result of the sign-in".to_owned(), None),
        Happening::Mail(kind) => ("Mail".to_owned(), Some(mail_kind(kind).to_owned())),
        Happening::Asks(at, asked) => (node(at).to_owned(), Some(prompt(asked).to_owned())),
        Happening::Ends(how) => (outcome(how).to_owned(), None),
    }
}

/// Who sees a page.
pub fn viewer(viewer: Viewer) -> &'static str {
    match viewer {
        Viewer::Inviter => "The inviter sees",
        Viewer::Guest => "The guest sees",
        Viewer::Administrator => "Between two attempts",
    }
}
