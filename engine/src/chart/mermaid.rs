//! The way of a run as text for Mermaid, which draws a flowchart of it: a frame for each chapter, the checks that were passed, and
//! the answers between them.
//!
//! Read off the trace; what was not reached is not in it. Writes text only.

use crate::design::Design;
use crate::flow::{Answer, Node};
use crate::mermaid::escaped;
use crate::trace::{Chapter, Place, Run};
use crate::wording;

/// The text of a flowchart of the run, with the step at the cursor marked.
pub fn mermaid(design: &Design, run: &Run, at: Place) -> String {
    let mut lines = vec!["flowchart TD".to_owned()];
    for (number, chapter) in run.chapters.iter().enumerate() {
        let name = wording::chapter_name(run, number, &design.resource_tenant);
        lines.push(format!("    subgraph c{number}[\"{}. {}\"]", number + 1, escaped(&name)));
        lines.extend(chapter_lines(chapter, number));
        lines.push("    end".to_owned());
        if number > 0 {
            lines.push(format!("    c{} --> c{number}", number - 1));
        }
    }
    if let (Some(node), Some(chapter)) = (run.node(at), run.chapters.get(at.chapter)) {
        let id = nodes(chapter).iter().position(|other| *other == node).unwrap_or_default();
        lines.push("    classDef cursor stroke-width:4px".to_owned());
        lines.push(format!("    class c{}n{id} cursor", at.chapter));
    }
    lines.join("\n") + "\n"
}

/// The nodes that a chapter stood on, each once, in the order in which they were reached.
fn nodes(chapter: &Chapter) -> Vec<Node> {
    let mut nodes = Vec::new();
    for node in chapter.steps.iter().map(|step| step.edge.from()).chain([chapter.at]) {
        if !nodes.contains(&node) {
            nodes.push(node);
        }
    }
    nodes
}

fn chapter_lines(chapter: &Chapter, number: usize) -> Vec<String> {
    let nodes = nodes(chapter);
    let id = |node: Node| nodes.iter().position(|other| *other == node).unwrap_or_default();
    let mut lines = Vec::new();
    for (position, node) in nodes.iter().enumerate() {
        let text = escaped(title(*node));
        // Checks have the shape of a step, ends that of an end.
        lines.push(match node {
            Node::End(_) => format!("        c{number}n{position}([\"{text}\"])"),
            _ => format!("        c{number}n{position}[\"{text}\"]"),
        });
    }
    let mut drawn: Vec<(Node, Answer)> = Vec::new();
    for edge in chapter.steps.iter().map(|step| step.edge) {
        let moved = (edge.from(), edge.answer());
        if !drawn.contains(&moved) {
            drawn.push(moved);
            let answer = escaped(wording::answer(edge.from(), edge.answer()));
            lines.push(format!("        c{number}n{} -->|\"{answer}\"| c{number}n{}", id(edge.from()), id(edge.to())));
        }
    }
    lines
}

fn title(node: Node) -> &'static str {
    match node {
        Node::End(outcome) => wording::outcome(outcome),
        node => wording::node(node),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guest::Guest;

    fn run(story: serde_json::Value) -> Run {
        let guest: Guest = serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story
        }))
        .unwrap();
        let run = crate::engine::replay(&Design::default(), &guest, &guest.story);
        assert_eq!(run.refused, None);
        run
    }

    #[test]
    fn each_chapter_is_a_frame_with_its_checks_and_answers_and_the_cursor_is_marked() {
        let text = mermaid(&Design::default(), &run(serde_json::json!(["giveUp"])), Place { chapter: 1, step: 0 });
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        assert_eq!(
            lines.get(..4).unwrap(),
            [
                "flowchart TD",
                "subgraph c0[\"1. Invitation\"]",
                "c0n0[\"Inviter may invite\"]",
                "c0n1[\"Address can be invited\"]",
            ]
        );
        for line in [
            "c0n0 -->|\"may invite\"| c0n1",
            "subgraph c1[\"2. First attempt: mail link\"]",
            "c0 --> c1",
            "classDef cursor stroke-width:4px",
            "class c1n0 cursor",
        ] {
            assert!(lines.contains(&line), "{line} is not in\n{text}");
        }
        assert!(lines.iter().any(|line| line.starts_with("c0n") && line.ends_with("([\"Guest invited\"])")), "{text}");
        assert_eq!(lines.iter().filter(|line| **line == "end").count(), 2);
    }

    #[test]
    fn a_check_that_is_passed_twice_is_drawn_once() {
        let twice = run(serde_json::json!(["enterWrongPasscode", "enterWrongPasscode", "enterPasscode", "accept"]));
        let text = mermaid(&Design::default(), &twice, Place::default());
        let passcode = text.lines().filter(|line| line.contains("[\"Sign in: Email one-time passcode\"]"));
        assert!(passcode.count() <= 1, "{text}");
        let wrong = twice.chapters[1].steps.iter().filter(|step| step.edge.from() == step.edge.to()).count();
        assert_eq!(wrong, 2);
    }
}
