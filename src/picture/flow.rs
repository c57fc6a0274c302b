//! The flowchart of one chapter as a picture: what the ladder shows at the cursor, row by row, with the lanes beside it.
//!
//! Rows, states and lanes are the engine's; the words and signs of the states are the ladder's.

use redemption_engine::chart::{self, Chart, Detail, Row, RowKind, Segment, State, Unused};
use redemption_engine::flow::{Edge, Node, OutcomeKind};
use redemption_engine::outline::{Answered, outline};
use redemption_engine::trace::Place;
use redemption_engine::wording;

use super::canvas::{Canvas, Colours, Drawn, MARGIN, Stroke, Subject, Type, fitting, wrapped};
use crate::app::Standing;
use crate::flow::{glyph, numbers, word};
use crate::state::{chapter_name, design_at};
use crate::words;

const BOX: usize = 600;
const LANE: usize = 12;
/// The room for a badge before a title, and for a state after it.
const BADGE: usize = 52;
const STATE: usize = 130;
const GAP: usize = 12;
const HEADING: usize = 30;
const LINE: usize = 19;
const SMALL_LINE: usize = 16;

/// The chapter at the cursor.
pub(super) fn draw(subject: &Subject<'_>, at: Place, (detail, unused): (Detail, Unused), colours: &Colours) -> Drawn {
    let Subject { workspace, guest, run, shown, .. } = *subject;
    let design = design_at(run, Place { chapter: at.chapter, step: 0 }, &workspace.design);
    let chart = chart::layout(run, at.chapter, design, detail, unused);
    let shown: Vec<Place> = shown.iter().copied().filter(|place| place.chapter == at.chapter).collect();
    let mut canvas = Canvas::default();
    let heading = format!("{} · {}", workspace.name, guest.display_name);
    let under = format!(
        "{} · {} · {}",
        chapter_name(run, at.chapter, &workspace.design.resource_tenant),
        wording::edition(workspace.design.edition),
        Standing::of(run, &workspace.design).says
    );
    let width = 2 * MARGIN + BOX + (chart.lanes + 1) * LANE;
    let mut y = MARGIN;
    for line in wrapped(&heading, fitting(width - 2 * MARGIN, 18)) {
        y += 20;
        canvas.text(MARGIN, y, Type { size: 18, strong: true, colour: &colours.ink }, &line);
    }
    for line in wrapped(&under, fitting(width - 2 * MARGIN, 13)) {
        y += 20;
        canvas.text(MARGIN, y, Type { size: 13, strong: false, colour: &colours.soft }, &line);
    }
    y += 20;
    let state = |node: Node| chart::state(run, at, &workspace.design, node);
    let badge = |node: Node| numbers(run, &shown, at.chapter, node);
    let lit = |edges: &[Edge]| edges.iter().any(|edge| chart::is_taken(run, at, *edge));
    for row in &chart.rows {
        let above = if row.heading.is_some() { HEADING } else { 0 };
        if let Some(heading) = row.heading {
            canvas.text(MARGIN, y + HEADING - 9, Type { size: 13, strong: true, colour: &colours.soft }, heading);
        }
        let top = y + above;
        let height = draw_row(&mut canvas, row, top, &state, &badge, &lit, colours);
        for segment in &row.segments {
            lane(&mut canvas, segment, [y, top, height], &lit, colours);
        }
        y = top + height + GAP;
        if !row.down.is_empty() {
            // Over the heading of the next row, too, where there is one.
            let reach = y + chart_heading_after(&chart, row);
            canvas.line([MARGIN + 26, top + height, MARGIN + 26, reach], way(lit(&row.down), colours));
        }
    }
    let title = words::show::redemption_flow(&heading);
    canvas.finish([width, y + MARGIN - GAP], &colours.paper, &title, &description(subject, &shown))
}

/// The height of the heading over the row that follows.
fn chart_heading_after(chart: &Chart, row: &Row) -> usize {
    let next = chart.rows.iter().position(|other| std::ptr::eq(other, row)).and_then(|at| chart.rows.get(at + 1));
    if next.is_some_and(|next| next.heading.is_some()) { HEADING } else { 0 }
}

/// Draws a row, and answers how high it is.
fn draw_row(
    canvas: &mut Canvas,
    row: &Row,
    top: usize,
    state: &impl Fn(Node) -> State,
    badge: &impl Fn(Node) -> String,
    lit: &impl Fn(&[Edge]) -> bool,
    colours: &Colours,
) -> usize {
    let (name, now, says, number, exits) = match &row.what {
        RowKind::Node { node, exits } => {
            let state = state(*node);
            (wording::node(*node), state, word(state), badge(*node), exits.as_slice())
        }
        RowKind::NotInOrder(provider) => {
            (wording::primary(*provider), State::NotSetUp, words::common::not_in_the_order(), String::new(), &[] as &[Edge])
        }
    };
    let look = Look::of(now, colours);
    let title = wrapped(name, fitting(BOX - BADGE - STATE, 14));
    let ways: Vec<(bool, String)> = exits.iter().map(|edge| exit(*edge, row, lit)).collect();
    let ways: Vec<(bool, String)> = ways
        .into_iter()
        .flat_map(|(taken, text)| wrapped(&text, fitting(BOX - BADGE - 12, 12)).into_iter().map(move |line| (taken, line)))
        .collect();
    let height = 14 + title.len() * LINE + ways.len() * SMALL_LINE + if ways.is_empty() { 0 } else { 6 };
    canvas.rectangle([MARGIN, top, BOX, height], look.fill, look.border);
    if now == State::Waiting {
        let inner = Stroke { width: 1, ..look.border };
        canvas.rectangle([MARGIN + 4, top + 4, BOX - 8, height - 8], "none", inner);
    }
    let mut y = top + 7;
    for (at, line) in title.iter().enumerate() {
        y += LINE;
        canvas.text(MARGIN + BADGE, y - 4, Type { size: 14, strong: look.strong, colour: &colours.ink }, line);
        if at == 0 {
            let text = format!("{} {says}", glyph(now).trim_end_matches('\u{fe0e}'));
            canvas.text_to(MARGIN + BOX - 12, y - 4, Type { size: 13, strong: look.strong, colour: look.word }, &text);
            if !number.is_empty() {
                canvas.rectangle(
                    [MARGIN + 8, y - 19, BADGE - 16, 20],
                    &colours.paper,
                    Stroke { dashes: "", width: 1, ..look.border },
                );
                canvas.text_around(MARGIN + BADGE / 2, y - 5, Type { size: 12, strong: true, colour: look.word }, &number);
            }
        }
    }
    for (taken, line) in ways {
        y += SMALL_LINE;
        let colour = if taken { &colours.ink } else { &colours.soft };
        canvas.text(MARGIN + BADGE, y - 2, Type { size: 12, strong: taken, colour }, &line);
    }
    height
}

/// An exit in words: the answer, and where it leads.
fn exit(edge: Edge, row: &Row, lit: &impl Fn(&[Edge]) -> bool) -> (bool, String) {
    let taken = lit(&[edge]);
    let stops = matches!(edge.to(), Node::End(outcome) if !matches!(outcome.kind(), OutcomeKind::In | OutcomeKind::Done));
    let target = if edge.to() == edge.from() { words::common::stays_here() } else { wording::node(edge.to()) };
    let arrow = if row.down.contains(&edge) {
        "↓"
    } else if stops {
        "■"
    } else {
        "→"
    };
    let mark = if taken { "✓ " } else { "" };
    (taken, format!("{mark}{} {arrow} {target}", wording::answer(edge.from(), edge.answer())))
}

/// How a box looks in a state: never by colour alone.
struct Look<'a> {
    fill: &'a str,
    border: Stroke<'a>,
    word: &'a str,
    strong: bool,
}

impl<'a> Look<'a> {
    fn of(state: State, colours: &'a Colours) -> Self {
        let look = |fill: &'a str, colour: &'a str, width: usize, dashes: &'static str, strong: bool| Self {
            fill,
            border: Stroke { colour, width, dashes },
            word: if strong { colour } else { &colours.soft },
            strong,
        };
        match state {
            State::Current => look(&colours.accent_soft, &colours.accent, 3, "", true),
            State::Waiting => look(&colours.accent_soft, &colours.accent, 1, "", true),
            State::Stopped => look(&colours.bad_soft, &colours.bad, 3, "", true),
            State::Ended => look(&colours.bad_soft, &colours.bad, 2, "", true),
            State::NotSimulated => look(&colours.paper, &colours.line, 3, "12 3", false),
            State::Taken => look(&colours.good_soft, &colours.good, 2, "", true),
            State::NoMatch | State::Later => look(&colours.paper, &colours.line, 1, "", false),
            State::NotSetUp => look(&colours.paper, &colours.line, 1, "7 5", false),
            State::NotReached => look(&colours.paper, &colours.line, 1, "1 4", false),
        }
    }
}

fn way(lit: bool, colours: &Colours) -> Stroke<'_> {
    if lit {
        Stroke { colour: &colours.accent, width: 3, dashes: "" }
    } else {
        Stroke { colour: &colours.line, width: 1, dashes: "2 4" }
    }
}

/// One lane beside a row, from the top of its heading to the top of the next row.
fn lane(
    canvas: &mut Canvas,
    segment: &Segment,
    [above, top, height]: [usize; 3],
    lit: &impl Fn(&[Edge]) -> bool,
    colours: &Colours,
) {
    let edge = MARGIN + BOX;
    let x = edge + (segment.lane + 1) * LANE;
    let middle = top + height / 2;
    let mut part = |points: [usize; 4], edges: &[Edge]| {
        if !edges.is_empty() {
            canvas.line(points, way(lit(edges), colours));
        }
    };
    part([x, above, x, middle], &segment.upper);
    part([x, middle, x, top + height + GAP], &segment.lower);
    part([edge, middle, x, middle], &segment.out);
    part([edge + 4, middle, x, middle], &segment.into);
    if !segment.into.is_empty() {
        let colour = if lit(&segment.into) { &colours.accent } else { &colours.line };
        canvas.tip(edge, middle, colour);
    }
}

/// The steps of the chapter in words.
fn description(subject: &Subject<'_>, shown: &[Place]) -> String {
    let steps = outline(subject.run, shown).into_iter().enumerate().map(|(at, entry)| {
        let answer = match entry.answer {
            Some(Answered::Found(edge) | Answered::Chosen(edge, _)) => wording::answer(edge.from(), edge.answer()),
            Some(Answered::Waits(_)) => words::common::waits_for_guest(),
            Some(Answered::Ended(_)) => words::common::ends(),
            None => words::show::no_rule_for_this_case(),
        };
        format!("{}. {}: {answer}.", at + 1, wording::node(entry.node))
    });
    steps.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::engine::replay;
    use redemption_engine::presets;

    #[test]
    fn every_row_of_an_example_is_drawn_with_its_state_in_words() {
        let workspace = presets::find("partner-with-saml").unwrap().workspace;
        let guest = workspace.guests.first().unwrap();
        let run = replay(&workspace.design, guest, &guest.story);
        let shown = chart::shown_places(&run, &workspace.design, Detail::Steps);
        let at = *shown.last().unwrap();
        let subject =
            Subject { workspace: &workspace, guest, run: &run, shown: &shown, language: crate::state::GuestLanguage::default() };
        let drawn = draw(&subject, at, (Detail::Steps, Unused::Shown), &Colours::default());
        let chart = chart::layout(&run, at.chapter, &workspace.design, Detail::Steps, Unused::Shown);
        assert!(chart.rows.len() > 5);
        for row in &chart.rows {
            if let RowKind::Node { node, .. } = row.what {
                let first = wording::node(node).split_whitespace().next().unwrap();
                assert!(drawn.text.contains(first), "{}", wording::node(node));
            }
        }
        for words in ["✓ Passed", "– Not reached", "▶ Now", "<desc id=\"description\">1. "] {
            assert!(drawn.text.contains(words), "{words} is missing");
        }
        assert_eq!(drawn.text.matches("<text").count(), drawn.text.matches("</text>").count());
    }
}
