//! The storyboard as a picture: the pages of the run as cards, three to a row, with who sees each and what is done on it.
//!
//! The words of a page are those of its still; the cards are plain boxes.

use redemption_engine::storyboard::{Frame, storyboard};
use redemption_engine::wording;

use super::canvas::{Canvas, Colours, Drawn, MARGIN, Stroke, Subject, Type, fitting, wrapped};
use crate::flow::then;
use crate::inspect::page_text;
use crate::state::{date_and_time, minutes_at};
use crate::words;

const CARD: usize = 300;
const ACROSS: usize = 3;
const PADDING: usize = 12;
const LINE: usize = 17;

/// A line of a card.
struct Line {
    size: usize,
    strong: bool,
    soft: bool,
    text: String,
}

/// What a card has to say, wrapped.
struct Card {
    head: Vec<Line>,
    page: Vec<Line>,
    foot: Vec<Line>,
}

/// All pages of the run.
pub(super) fn draw(subject: &Subject<'_>, colours: &Colours) -> Drawn {
    let Subject { workspace, guest, run, shown, .. } = *subject;
    let cards: Vec<Card> = storyboard(run, shown).into_iter().map(|frame| card(subject, frame)).collect();
    let width = MARGIN + ACROSS * (CARD + MARGIN);
    let heading = format!("{} · {}", workspace.name, guest.display_name);
    let mut canvas = Canvas::default();
    let mut y = MARGIN;
    for line in wrapped(&heading, fitting(width - 2 * MARGIN, 18)) {
        y += 20;
        canvas.text(MARGIN, y, Type { size: 18, strong: true, colour: &colours.ink }, &line);
    }
    y += 20;
    for row in cards.chunks(ACROSS) {
        for (column, card) in row.iter().enumerate() {
            draw_card(&mut canvas, card, MARGIN + column * (CARD + MARGIN), y, colours);
        }
        y += row.iter().map(height).max().unwrap_or_default() + MARGIN;
    }
    let title = words::show::storyboard(&heading);
    let seen = cards.iter().flat_map(|card| &card.head).filter(|line| line.strong).map(|line| line.text.as_str());
    let description = seen.collect::<Vec<_>>().join(". ");
    canvas.finish([width, y], &colours.paper, &title, &description)
}

fn card(subject: &Subject<'_>, frame: Frame) -> Card {
    let Subject { workspace, guest, run, shown, language } = *subject;
    let design = &workspace.design;
    let number = |place| shown.iter().rposition(|other| *other <= place).map_or(1, |at| at + 1);
    let (first, last) = (number(frame.first), number(frame.last));
    let steps = if first == last { words::show::step(first) } else { words::show::steps(first, last) };
    let time = date_and_time(design, guest, minutes_at(run, frame.drawn));
    let mut head = lines(&steps, 11, false, true);
    head.extend(lines(wording::screen(frame.screen), 14, true, false));
    head.extend(lines(&format!("{}, {time}", wording::viewer(frame.viewer)), 11, false, true));
    let mut page = lines(words::common::simulated(), 10, true, true);
    if let Some(text) = page_text(design, guest, run, frame.drawn, language) {
        page.extend(lines(&text.address, 11, false, true));
        page.extend(text.lines.into_iter().flat_map(|(strong, text)| lines(&text, 12, strong, false)));
    }
    let foot = then(&design.resource_tenant, &frame).map(|then| lines(&format!("→ {then}"), 12, true, false)).unwrap_or_default();
    Card { head, page, foot }
}

fn lines(text: &str, size: usize, strong: bool, soft: bool) -> Vec<Line> {
    let fitting = fitting(CARD - 2 * PADDING, size);
    wrapped(text, fitting).into_iter().map(|text| Line { size, strong, soft, text }).collect()
}

fn height(card: &Card) -> usize {
    (card.head.len() + card.page.len() + card.foot.len()) * LINE + 3 * PADDING
}

fn draw_card(canvas: &mut Canvas, card: &Card, x: usize, top: usize, colours: &Colours) {
    let mut y = top;
    let write = |canvas: &mut Canvas, lines: &[Line], x: usize, y: &mut usize| {
        for line in lines {
            *y += LINE;
            let colour = if line.soft { &colours.soft } else { &colours.ink };
            canvas.text(x, *y - 4, Type { size: line.size, strong: line.strong, colour }, &line.text);
        }
    };
    write(canvas, &card.head, x, &mut y);
    let page = card.page.len() * LINE + 2 * PADDING;
    canvas.rectangle([x, y + 4, CARD, page - 8], &colours.paper, Stroke { colour: &colours.line, width: 1, dashes: "" });
    y += PADDING - 2;
    write(canvas, &card.page, x + PADDING, &mut y);
    y += PADDING + 2;
    write(canvas, &card.foot, x, &mut y);
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::chart::{Detail, shown_places};
    use redemption_engine::engine::replay;
    use redemption_engine::presets;

    #[test]
    fn every_page_of_an_example_has_a_card_that_is_marked_as_simulated() {
        let workspace = presets::first().unwrap().workspace;
        let guest = workspace.guests.first().unwrap();
        let run = replay(&workspace.design, guest, &guest.story);
        let shown = shown_places(&run, &workspace.design, Detail::Steps);
        let subject =
            Subject { workspace: &workspace, guest, run: &run, shown: &shown, language: crate::state::GuestLanguage::default() };
        let drawn = draw(&subject, &Colours::default());
        let frames = storyboard(&run, &shown);
        assert!(frames.len() > 3);
        assert_eq!(drawn.text.matches(">SIMULATED<").count(), frames.len());
        for frame in frames {
            assert!(drawn.text.contains(wording::screen(frame.screen)));
        }
        assert_eq!(drawn.width, 996);
    }
}
