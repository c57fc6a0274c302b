//! The lines of the ladder, drawn by SVG beside and between the rows. They carry no meaning of their own: each row lists its exits in
//! text.
//!
//! What changes with the cursor is which lines are lit; they are drawn anew only where another line begins or ends.

use leptos::prelude::*;
use redemption_engine::chart::{Row, Segment};

use super::now::{Lit, Now};

/// The distance between two lanes of the gutter, in pixels.
const LANE: usize = 10;

/// How far a line reaches up over a heading, and down to the next row, in pixels; `chart.css` has the same sizes.
const ABOVE_HEADING: &str = "-36";
const BETWEEN_ROWS: &str = "10";

/// The lines beside a row, without what they stand for.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Lines {
    /// How many lanes the ladder has.
    width: usize,
    /// Whether a heading stands above the row, which the lines must cross.
    headed: bool,
    /// The lane, and which of its parts are drawn.
    lanes: Vec<(usize, Lit)>,
}

impl Lines {
    /// The lines beside a row of a ladder with so many lanes.
    pub(super) fn of(row: &Row, lanes: usize) -> Self {
        let drawn = |segment: &Segment| {
            let parts = Lit {
                upper: !segment.upper.is_empty(),
                lower: !segment.lower.is_empty(),
                out: !segment.out.is_empty(),
                into: !segment.into.is_empty(),
            };
            (segment.lane, parts)
        };
        Self { width: lanes * LANE + LANE, headed: row.heading.is_some(), lanes: row.segments.iter().map(drawn).collect() }
    }
}

/// The lines beside a row.
pub(super) fn gutter(lines: Memo<Lines>, now: Memo<Now>) -> impl IntoView {
    let width = Memo::new(move |_| lines.with(|lines| lines.width.to_string()));
    view! {
        <div class="ladder__gutter" data-width=move || width.get()>
            <svg class="ladder__lines" width=move || width.get() aria-hidden="true" focusable="false">
                {move || {
                    let Lines { headed, lanes, .. } = lines.get();
                    let lane = |(at, (lane, parts)): (usize, (usize, Lit))| draw(lane, parts, headed, at, now);
                    lanes.into_iter().enumerate().map(lane).collect_view()
                }}
            </svg>
        </div>
    }
}

/// The line straight down to the next row.
pub(super) fn down(none: Memo<bool>, now: Memo<Now>) -> impl IntoView {
    let lit = move || now.with(|now| now.down).to_string();
    view! {
        <svg class="ladder__down" data-lit=lit data-none=move || none.get().then_some("") aria-hidden="true" focusable="false">
            <line x1="50%" y1="0" x2="50%" y2="100%"></line>
        </svg>
    }
}

/// One lane beside one row: an upper and a lower half, and an arm out of or into the box.
fn draw(lane: usize, parts: Lit, headed: bool, at: usize, now: Memo<Now>) -> impl IntoView {
    let top = if headed { ABOVE_HEADING } else { "0" };
    let x = ((lane + 1) * LANE).to_string();
    let lit = move |part: fn(&Lit) -> bool| now.with(|now| now.lanes.get(at).is_some_and(part)).to_string();
    let line = |ends: [String; 2], y1: &'static str, y2: &'static str, part: fn(&Lit) -> bool| {
        let [x1, x2] = ends;
        part(&parts).then(|| view! { <line x1=x1 y1=y1 x2=x2 y2=y2 data-lit=move || lit(part)></line> })
    };
    let (down, across) = (|| [x.clone(), x.clone()], || ["0".to_owned(), x.clone()]);
    let arrow = parts.into.then(|| {
        view! {
            <svg class="ladder__tip" x="0" y="50%" width="8" height="8" overflow="visible">
                <path d="M0 0 L7 -4 L7 4 Z" data-lit=move || lit(|lit| lit.into)></path>
            </svg>
        }
    });
    view! {
        {line(down(), top, "50%", |lit| lit.upper)}
        <svg y="100%" overflow="visible">{line(down(), "0", BETWEEN_ROWS, |lit| lit.lower)}</svg>
        {line(down(), "50%", "100%", |lit| lit.lower)}
        {line(across(), "50%", "50%", |lit| lit.out)}
        {line(across(), "50%", "50%", |lit| lit.into)}
        {arrow}
    }
}
