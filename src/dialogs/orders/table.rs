//! The table of behaviours: sorted by any of its columns, those that behave the same folded into one row.
//!
//! The order in which rows come is the engine's; a column puts another one over it.

use leptos::prelude::*;
use redemption_engine::analysis::population::summary::Range;
use redemption_engine::analysis::question::{OrderRow, Settings};
use strum::IntoEnumIterator;

use super::{compare, in_words, load, switches};
use crate::state::App;
use crate::words;

/// A column that rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
enum Column {
    /// The settings; as the engine ranks them.
    Order,
    /// In with an account that they had.
    OwnAccount,
    /// In with a passcode.
    Passcode,
    /// Asked to create an account.
    NewAccount,
    /// No provider is left.
    DeadEnd,
    /// Not in.
    ShutOut,
    /// Pages that ask for something, per guest.
    Prompts,
}

impl Column {
    fn label(self) -> &'static str {
        match self {
            Self::Order => words::analysis::order(),
            Self::OwnAccount => words::analysis::own_account(),
            Self::Passcode => words::analysis::passcode(),
            Self::NewAccount => words::analysis::new_account(),
            Self::DeadEnd => words::analysis::dead_end(),
            Self::ShutOut => words::analysis::shut_out(),
            Self::Prompts => words::analysis::prompts(),
        }
    }

    /// The figure of a row; nothing for the settings themselves.
    fn figure(self, row: &OrderRow) -> Range {
        let [_, _, own, passcode, new, out, dead] = row.tally;
        match self {
            Self::Order => Range::default(),
            Self::OwnAccount => own,
            Self::Passcode => passcode,
            Self::NewAccount => new,
            Self::DeadEnd => dead,
            Self::ShutOut => out,
            Self::Prompts => row.prompts,
        }
    }

    /// The figure as it is written.
    fn text(self, row: &OrderRow) -> String {
        match self {
            Self::Prompts => per_guest(row.prompts, row.tally[0].possible),
            other => words::population::range(other.figure(row)),
        }
    }
}

/// One decimal, or two with one each where it is a range.
fn per_guest(pages: Range, guests: u64) -> String {
    let tenths = |pages: u64| (pages * 10 + guests / 2).checked_div(guests).unwrap_or_default();
    let text = |tenths: u64| format!("{}.{}", tenths / 10, tenths % 10);
    let (fewest, most) = (tenths(pages.certain), tenths(pages.possible));
    if fewest == most { text(most) } else { words::population::from_to(text(fewest), text(most)) }
}

/// How rows are sorted: by which column, and whether the most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sorting {
    column: Column,
    most_first: bool,
}

impl Sorting {
    /// Sorts by a column, or the other way round where it is sorted by it already.
    fn pressed(self, column: Column) -> Self {
        let most_first = if self.column == column { !self.most_first } else { column == Column::OwnAccount };
        Self { column, most_first }
    }

    fn name(self, column: Column) -> &'static str {
        match (self.column == column, self.most_first) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }

    fn sorted(self, mut rows: Vec<OrderRow>) -> Vec<OrderRow> {
        let key = |row: &OrderRow| {
            let Range { certain, possible } = self.column.figure(row);
            (possible, certain)
        };
        rows.sort_by_key(key);
        if self.most_first {
            rows.reverse();
        }
        rows
    }
}

/// The rows with their columns.
#[component]
pub(super) fn Table(
    /// The rows, the best first.
    rows: Memo<Vec<OrderRow>>,
) -> impl IntoView {
    let sorting = RwSignal::new(Sorting { column: Column::Order, most_first: false });
    let head = move |column: Column| {
        view! {
            <th scope="col" aria-sort=move || sorting.get().name(column)>
                <button class="button button--quiet orders__sort" type="button" aria-label=words::analysis::sort_by(column.label()) on:click=move |_| sorting.update(|now| *now = now.pressed(column))>
                    {column.label()}
                    <span aria-hidden="true">
                        {move || match sorting.get().name(column) { "ascending" => " ▲", "descending" => " ▼", _ => "" }}
                    </span>
                </button>
            </th>
        }
    };
    let drawn = move || {
        let sorted = sorting.get().sorted(rows.get());
        sorted.into_iter().map(|row| view! { <Row row=row /> }).collect::<Vec<_>>()
    };
    view! {
        <div class="table-frame orders__frame" role="region" tabindex="0" aria-label=words::analysis::orders()>
            <table class="orders">
                <thead><tr>{Column::iter().map(head).collect_view()}</tr></thead>
                <tbody>{drawn}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(
    /// What behaves like this.
    row: OrderRow,
) -> impl IntoView {
    let unfolded = RwSignal::new(false);
    let figures =
        Column::iter().skip(1).map(|column| view! { <td data-label=column.label()>{column.text(&row)}</td> }).collect_view();
    let is_now = row.is_now.then(|| view! { <span class="tag tag--level">{words::analysis::now_in_force()}</span> });
    let mut settings = row.settings.into_iter();
    let first = settings.next();
    let others = StoredValue::new(settings.collect::<Vec<_>>());
    let count = others.with_value(Vec::len);
    let folded = (count > 0).then(|| {
        view! {
            <details on:toggle=move |_| unfolded.set(true)>
                <summary>{words::analysis::others_the_same(count)}</summary>
                {move || unfolded.get().then(|| view! {
                    <ul class="orders__others">
                        {others.get_value().into_iter().map(|other| view! { <li>{one(other)}</li> }).collect::<Vec<_>>()}
                    </ul>
                })}
            </details>
        }
    });
    view! {
        <tr data-now=row.is_now.then_some("")>
            <th scope="row">{is_now}{first.map(one)}{folded}</th>
            {figures}
        </tr>
    }
}

/// Settings with what can be done with them.
fn one(settings: Settings) -> AnyView {
    let app = App::expect();
    let (order, switches) = (in_words(&settings), switches(&settings));
    let named = format!("{order}; {switches}");
    let refused = settings.refused.then(|| view! { <span class="tag orders__refused">{words::analysis::refused()}</span> });
    view! {
        <div class="orders__one">
            <div class="orders__said">
                <p class="orders__order">{order}</p>
                <p class="orders__switches">{switches} " " {refused}</p>
            </div>
            <div class="buttons orders__commands">
                <button class="button" type="button" aria-label=words::analysis::load_order(&named) on:click=move |_| load(app, settings)>
                    {words::analysis::load()}
                </button>
                <button class="button" type="button" aria-label=words::analysis::compare_order(&named) on:click=move |_| compare(app, settings)>
                    {words::analysis::compare_this()}
                </button>
            </div>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_per_guest_are_rounded_to_a_tenth() {
        let exactly = |pages, guests| per_guest(Range { certain: pages, possible: pages }, guests);
        assert_eq!([exactly(0, 0), exactly(25, 10), exactly(10, 3), exactly(199, 100)], ["0.0", "2.5", "3.3", "2.0"]);
        assert_eq!(per_guest(Range { certain: 15, possible: 25 }, 10), "1.5–2.5");
        assert_eq!(per_guest(Range { certain: 199, possible: 200 }, 100), "2.0");
    }

    #[test]
    fn a_second_press_turns_the_column_round() {
        let sorting = Sorting { column: Column::Order, most_first: false };
        let once = sorting.pressed(Column::ShutOut);
        assert_eq!((once.name(Column::ShutOut), once.name(Column::Order)), ("ascending", "none"));
        assert_eq!(once.pressed(Column::ShutOut).name(Column::ShutOut), "descending");
        assert_eq!(once.pressed(Column::OwnAccount).name(Column::OwnAccount), "descending");
    }
}
