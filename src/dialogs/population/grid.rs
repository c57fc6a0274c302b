//! All rows of the list, of which only those in view are there: a million scroll like twenty.
//!
//! The rows stay pinned while what is behind them scrolls; where they are follows from how far. Rows come from the desk in pieces. A row that is
//! clicked is opened and leaves the focus where it is; Enter goes to the person of the row.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use redemption_engine::analysis::population::desk::{Ask, Filter, Shown, Side, Told};
use redemption_engine::analysis::population::summary::{Group, Summary};
use strum::IntoEnumIterator;
use web_sys::KeyboardEvent;

use super::person::{Opened, Person};
use crate::controls::Choice;
use crate::state::List;
use crate::words;

/// The id of the rows.
pub(super) const GRID: &str = "list-grid";

/// How many rows are there.
const IN_VIEW: u32 = 12;

/// How many more are asked for on either side.
const AROUND: u32 = 100;

/// How far, in pixels, one row scrolls.
const STEP: f64 = 36.0;

/// How far all rows scroll at most. Browsers draw nothing that is much higher.
const FURTHEST: f64 = 8_000_000.0;

/// How much further it scrolls than the last row needs, in pixels, because the frame is a little higher than the rows in view.
const SLACK: f64 = 64.0;

/// Rows that have been told.
#[derive(Clone, Debug, Default, PartialEq)]
struct Piece {
    filter: Filter,
    from: u32,
    all: u32,
    rows: Vec<Shown>,
}

impl Piece {
    fn row(&self, position: u32) -> Option<&Shown> {
        self.rows.get(usize::try_from(position.checked_sub(self.from)?).ok()?)
    }

    /// Whether all rows in view from this position on are here.
    fn has(&self, first: u32) -> bool {
        let last = first.saturating_add(IN_VIEW).min(self.all);
        let end = self.from.saturating_add(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        first >= self.from && last <= end
    }
}

/// Where the reader is in the rows. Copy it freely.
#[derive(Clone, Copy)]
struct Place {
    list: List,
    filter: RwSignal<Filter>,
    /// The first row in view, by its position among those that count.
    first: RwSignal<u32>,
    /// The row that keys act on.
    active: RwSignal<u32>,
    piece: RwSignal<Piece>,
    is_asked: StoredValue<bool>,
    frame: NodeRef<html::Div>,
}

impl Place {
    fn all(self) -> u32 {
        self.piece.with(|piece| piece.all)
    }

    /// The last position that can stand first.
    fn last_first(self) -> u32 {
        self.all().saturating_sub(IN_VIEW)
    }

    /// How far one row scrolls.
    fn step(self) -> f64 {
        STEP.min(FURTHEST / f64::from(self.last_first().max(1)))
    }

    /// Asks for the rows in view, if they are not there; one question at a time.
    fn fetch(self) {
        let (filter, first) = (self.filter.get_untracked(), self.first.get_untracked());
        let is_here = self.piece.with_untracked(|piece| piece.filter == filter && !piece.rows.is_empty() && piece.has(first));
        if is_here || self.is_asked.get_value() {
            return;
        }
        self.is_asked.set_value(true);
        let from = first.saturating_sub(AROUND);
        self.list.desk.ask(&Ask::Rows { filter, from, count: 2 * AROUND + IN_VIEW }, None, move |answered| {
            // The view may have gone meanwhile.
            if self.is_asked.try_set_value(false).is_some() {
                return;
            }
            match answered {
                Ok((Told::Rows { filter: told, all, from, rows }, _)) => {
                    self.piece.set(Piece { filter: told, from, all, rows });
                    // Somebody may have gone on meanwhile.
                    if (self.filter.get_untracked(), self.first.get_untracked()) != (filter, first) {
                        self.fetch();
                    }
                }
                Ok(_) => {}
                Err(reason) => self.list.refused.set(Some(reason)),
            }
        });
    }

    fn choose(self, filter: Filter) {
        self.filter.set(filter);
        self.first.set(0);
        self.active.set(0);
        if let Some(frame) = self.frame.get_untracked() {
            frame.set_scroll_top(0);
        }
        self.fetch();
    }

    fn scrolled(self) {
        let Some(frame) = self.frame.get_untracked() else { return };
        let (step, last) = untrack(|| (self.step(), self.last_first()));
        // Not negative, and no more than there are rows.
        let first = ((f64::from(frame.scroll_top()) / step).round() as u32).min(last);
        if first != self.first.get_untracked() {
            self.first.set(first);
            self.fetch();
        }
    }

    /// Goes to a row, and brings it into view.
    fn go(self, row: u32) {
        let (all, step, last) = untrack(|| (self.all(), self.step(), self.last_first()));
        let row = row.min(all.saturating_sub(1));
        self.active.set(row);
        let first = self.first.get_untracked();
        let wanted = first.clamp((row + 1).saturating_sub(IN_VIEW), row).min(last);
        if wanted != first {
            self.first.set(wanted);
            if let Some(frame) = self.frame.get_untracked() {
                frame.set_scroll_top((f64::from(wanted) * step).round() as i32);
            }
            self.fetch();
        }
    }
}

/// The rows, with a choice of which, and the person that was opened.
#[component]
pub(super) fn Rows(
    /// The list.
    list: List,
    /// The counts.
    summary: Arc<Summary>,
) -> impl IntoView {
    let two = !summary.changes.is_empty();
    let place = Place {
        list,
        filter: RwSignal::new(Filter::Everybody),
        first: RwSignal::new(0),
        active: RwSignal::new(0),
        piece: RwSignal::new(Piece::default()),
        is_asked: StoredValue::new(false),
        frame: NodeRef::new(),
    };
    let opened = RwSignal::new(None::<Opened>);
    place.fetch();
    let filters = filters(&summary);
    let options: Vec<(String, String)> =
        filters.iter().enumerate().map(|(position, (_, name))| (position.to_string(), name.clone())).collect();
    let filters = StoredValue::new(filters);
    let value = Signal::derive(move || {
        let now = place.filter.get();
        filters.with_value(|filters| filters.iter().position(|(filter, _)| *filter == now).unwrap_or_default().to_string())
    });
    let choose = Callback::new(move |value: String| {
        let chosen =
            value.parse::<usize>().ok().and_then(|position| filters.with_value(|filters| Some(filters.get(position)?.0)));
        opened.set(None);
        place.choose(chosen.unwrap_or_default());
    });
    view! {
        <section class="list__part" aria-labelledby="list-rows">
            <h3 id="list-rows">{words::population::every_row()}</h3>
            <Choice id="list-filter" label=words::population::filter() value=value options=options choose=choose />
            <p role="status">{move || words::population::rows_shown(usize::try_from(place.all()).unwrap_or(usize::MAX))}</p>
            <p class="field__help" id="list-keys">{words::population::keys()}</p>
            <Grid place=place two=two opened=opened />
            <Person list=list opened=opened />
        </section>
    }
}

fn filters(summary: &Summary) -> Vec<(Filter, String)> {
    let mut filters = vec![(Filter::Everybody, words::population::everybody().to_owned())];
    if summary.open > 0 {
        filters.push((Filter::Open, words::population::only_open().to_owned()));
    }
    if !summary.changes.is_empty() {
        filters.push((Filter::Changed, words::population::only_changed().to_owned()));
    }
    let some = |group: &Group| summary.groups.iter().any(|line| line.id == <&str>::from(*group) && line.first.possible > 0);
    filters.extend(Group::iter().filter(some).map(|group| (Filter::Group(group), group.name().to_owned())));
    filters
}

#[component]
fn Grid(
    /// Where the reader is.
    place: Place,
    /// Whether there are two designs.
    two: bool,
    /// The row that is opened.
    opened: RwSignal<Option<Opened>>,
) -> impl IntoView {
    let open = move || {
        let row = place.piece.with_untracked(|piece| Some(piece.row(place.active.get_untracked())?.row));
        if let Some(row) = row {
            opened.set(Some(Opened { row, goes_there: true }));
        }
    };
    let press = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let active = place.active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => place.go(active.saturating_add(1)),
            "ArrowUp" => place.go(active.saturating_sub(1)),
            "PageDown" => place.go(active.saturating_add(IN_VIEW)),
            "PageUp" => place.go(active.saturating_sub(IN_VIEW)),
            "Home" => place.go(0),
            "End" => place.go(u32::MAX),
            "Enter" | " " => open(),
            _ => return,
        }
        event.prevent_default();
    };
    let heads = if two {
        vec![
            words::population::address(),
            words::population::in_a(),
            words::population::in_b(),
            words::population::change(),
            words::population::tags(),
        ]
    } else {
        vec![
            words::population::address(),
            words::population::becomes(),
            words::population::provider(),
            words::population::pages(),
            words::population::tags(),
        ]
    };
    let columns = heads.len();
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let rows = (0..IN_VIEW)
        .map(|number| view! { <Row place=place number=number two=two columns=columns opened=opened /> })
        .collect_view();
    let rest = move || format!("{}px", f64::from(place.last_first()) * place.step() + SLACK);
    let active = move || {
        let (active, first) = (place.active.get(), place.first.get());
        active.checked_sub(first).filter(|number| *number < IN_VIEW).map(row_id)
    };
    view! {
        <div class="invitees" node_ref=place.frame on:scroll=move |_| place.scrolled()>
            <table
                class="invitees__table"
                id=GRID
                role="grid"
                tabindex="0"
                aria-label=words::population::every_row()
                aria-describedby="list-keys"
                aria-rowcount=move || (place.all().saturating_add(1)).to_string()
                aria-activedescendant=active
                on:keydown=press
            >
                <thead><tr aria-rowindex="1">{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <div style:block-size=rest></div>
        </div>
    }
}

#[component]
fn Row(
    /// Where the reader is.
    place: Place,
    /// Which of the rows in view.
    number: u32,
    /// Whether there are two designs.
    two: bool,
    /// How many cells it has.
    columns: usize,
    /// The row that is opened.
    opened: RwSignal<Option<Opened>>,
) -> impl IntoView {
    let position = move || place.first.get() + number;
    let shown = Memo::new(move |_| place.piece.with(|piece| piece.row(position()).cloned()));
    let is_there = move || position() < place.all();
    let is_active = move || (place.active.get() == position()).to_string();
    let click = move |_| {
        place.active.set(untrack(position));
        opened.set(shown.with_untracked(|shown| shown.as_ref().map(|shown| Opened { row: shown.row, goes_there: false })));
    };
    let cells = move || {
        let texts = shown.with(|shown| shown.as_ref().map(|shown| texts(shown, two))).unwrap_or_else(|| waiting(columns));
        texts.into_iter().map(|(text, full)| view! { <td title=full><bdi>{text}</bdi></td> }).collect_view()
    };
    view! {
        <tr id=row_id(number) hidden=move || !is_there() aria-rowindex=move || (position() + 2).to_string() aria-selected=is_active on:click=click>
            {cells}
        </tr>
    }
}

fn row_id(number: u32) -> String {
    format!("list-row-{number}")
}

/// A cell: what stands in it, and all of that for whoever points at it.
type Cell = (String, String);

/// The cells of a row.
fn texts(shown: &Shown, two: bool) -> Vec<Cell> {
    let same = |text: String| (text.clone(), text);
    let side = |side: &Side| {
        let end = words::population::group_and_end(&side.group, &side.end);
        let full = if side.provider.is_empty() { end } else { words::population::named(end, &side.provider) };
        (side.group.clone(), full)
    };
    let first = side(&shown.first);
    let others = if two {
        let second = shown.second.as_ref().map(side).unwrap_or_default();
        [first, second, same(shown.change.clone().unwrap_or_default())]
    } else {
        [first, same(shown.first.provider.clone()), same(shown.first.prompts.clone())]
    };
    std::iter::once(same(shown.email.clone())).chain(others).chain([same(shown.tags.clone())]).collect()
}

/// What stands in the cells of a row that is not there yet.
fn waiting(columns: usize) -> Vec<Cell> {
    std::iter::once(("…".to_owned(), String::new()))
        .chain(std::iter::repeat_n(Cell::default(), columns.saturating_sub(1)))
        .collect()
}
