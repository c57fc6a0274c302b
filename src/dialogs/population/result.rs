//! What becomes of the list: counts with bars, by result, end, change, domain or tag; what the help desk should know; what was not counted.
//!
//! A count is a range where rows leave open what matters. Counted is by the engine.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::analysis::population::desk::File;
use redemption_engine::analysis::population::summary::{Group, Line, Range, Share, Summary};
use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

use super::files::{Files, download};
use super::grid::Rows;
use super::rejected::FirstRejected;
use crate::controls::Choice;
use crate::dialogs::asked::share_of_range;
use crate::state::{List, RESULT};
use crate::words;
use crate::words::population::range as range_words;

/// What the counts are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
enum By {
    #[default]
    Result,
    End,
    Change,
    Domain,
    Tag,
}

impl By {
    fn name(self) -> &'static str {
        match self {
            Self::Result => words::population::by_result(),
            Self::End => words::population::by_end(),
            Self::Change => words::population::by_change(),
            Self::Domain => words::population::by_domain(),
            Self::Tag => words::population::by_tag(),
        }
    }

    /// Whether there is anything to group by.
    fn is_told(self, summary: &Summary) -> bool {
        match self {
            Self::Result | Self::End | Self::Domain => true,
            Self::Change => !summary.changes.is_empty(),
            Self::Tag => !summary.tags.is_empty(),
        }
    }
}

/// The counts and all that is made of them.
#[component]
pub(super) fn Result(
    /// The list.
    list: List,
) -> impl IntoView {
    let by = RwSignal::new(By::default());
    let summary = Memo::new(move |_| list.summary.get().unwrap_or_default());
    let value = Signal::derive(move || <&str>::from(by.get()).to_owned());
    let options = Memo::new(move |_| {
        summary.with(|summary| {
            let told = By::iter().filter(|by| by.is_told(summary));
            told.map(|by| (<&str>::from(by).to_owned(), by.name().to_owned())).collect::<Vec<_>>()
        })
    });
    let choose = Callback::new(move |value: String| by.set(By::iter().find(|by| <&str>::from(*by) == value).unwrap_or_default()));
    view! {
        <section class="list__part" aria-labelledby=RESULT>
            <h3 id=RESULT tabindex="-1">{move || words::population::result(count(summary.with(|summary| summary.rows)))}</h3>
            <Show when=move || list.is_stale()>
                <div class="buttons list__stale" role="status">
                    <span>{words::population::stale()}</span>
                    <button class="button" type="button" on:click=move |_| list.judge()>{words::population::judge_again()}</button>
                </div>
            </Show>
            {move || view! { <Notes list=list summary=summary.get() /> }}
            <Choice id="list-by" label=words::population::group_by() value=value options=options choose=choose />
            {move || table(by.get(), &summary.get())}
            {move || prompts(&summary.get())}
        </section>
        {move || view! { <HelpDesk summary=summary.get() /> }}
        {move || view! { <Rows list=list summary=summary.get() /> }}
        <Files list=list />
    }
}

/// What was not counted, and what is open.
#[component]
fn Notes(
    /// The list.
    list: List,
    /// The counts.
    summary: Arc<Summary>,
) -> impl IntoView {
    let item = |text: String| view! { <li>{text}</li> };
    let open = (summary.open > 0).then(|| item(words::population::open_rows(count(summary.open))));
    let repeated = summary
        .first_duplicate
        .as_ref()
        .map(|(line, address)| item(words::population::repeated(count(summary.duplicates), line, address)));
    let disagreements = (summary.disagreements > 0).then(|| item(words::population::disagreements(count(summary.disagreements))));
    let rejected = (summary.rejected > 0).then(|| {
        view! {
            <li>
                {words::population::rejected(count(summary.rejected))}" "
                <button class="button" type="button" on:click=move |_| download(list, File::Rejected)>
                    {words::population::download_rejected()}
                </button>
                <FirstRejected list=list />
            </li>
        }
    });
    let questions = item(words::population::questions(count(summary.questions)));
    view! { <ul class="bullets">{rejected}{repeated}{open}{disagreements}{questions}</ul> }
}

fn table(by: By, summary: &Summary) -> AnyView {
    match by {
        By::Result => lines(by, &summary.groups, summary.rows),
        By::End => lines(by, &summary.ends, summary.rows),
        By::Change => lines(by, &summary.changes, summary.rows),
        By::Domain => shares(by, summary, &summary.domains),
        By::Tag => shares(by, summary, &summary.tags),
    }
}

fn lines(by: By, lines: &[Line], all: u64) -> AnyView {
    let two = lines.iter().any(|line| line.second.is_some());
    let row = |line: &Line| {
        let second = line.second.map(|range| view! { <td>{range_words(range)}</td><td>{bar(range, all)}</td> });
        view! { <tr><th scope="row">{line.name.clone()}</th><td>{range_words(line.first)}</td><td>{bar(line.first, all)}</td>{second}</tr> }
    };
    let rows = lines.iter().map(row).collect_view();
    let heads = if two {
        view! {
            <th scope="col">{words::population::in_a()}</th><th scope="col">{words::population::share_in_a()}</th>
            <th scope="col">{words::population::in_b()}</th><th scope="col">{words::population::share_in_b()}</th>
        }
        .into_any()
    } else {
        view! { <th scope="col">{words::population::rows()}</th><th scope="col">{words::population::share()}</th> }.into_any()
    };
    framed(by, view! { <thead><tr><th scope="col">{by.name()}</th>{heads}</tr></thead><tbody>{rows}</tbody> })
}

fn shares(by: By, summary: &Summary, shares: &[Share]) -> AnyView {
    let two = !summary.changes.is_empty();
    let row = |share: &Share| {
        let groups: Vec<String> =
            share.groups.iter().map(|(group, range)| words::population::named(group.name(), range_words(*range))).collect();
        let changed = two.then(|| view! { <td>{range_words(share.changed)}</td> });
        let all = Range { certain: share.rows, possible: share.rows };
        view! {
            <tr>
                <th scope="row"><bdi>{share.name.clone()}</bdi></th>
                <td>{words::number(share.rows)}</td>
                <td>{bar(all, summary.rows)}</td>
                {changed}
                <td>{groups.join("; ")}</td>
            </tr>
        }
    };
    let rows = shares.iter().map(row).collect_view();
    let changed = two.then(|| view! { <th scope="col">{words::population::changed()}</th> });
    let results = if two { words::population::results_in_a() } else { words::population::results() };
    framed(
        by,
        view! {
            <thead>
                <tr>
                    <th scope="col">{by.name()}</th><th scope="col">{words::population::rows()}</th>
                    <th scope="col">{words::population::share()}</th>{changed}<th scope="col">{results}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        },
    )
}

fn framed(by: By, inside: impl IntoView) -> AnyView {
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=by.name()>
            <table class="counts">{inside}</table>
        </div>
    }
    .into_any()
}

/// The certain share filled, the possible one pale behind it, and both in figures beside.
fn bar(range: Range, all: u64) -> impl IntoView {
    let part = |rows: u64| rows.saturating_mul(1000).checked_div(all).unwrap_or_default().to_string();
    view! {
        <div class="counts__share">
            <svg class="counts__bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="counts__possible" x="0" y="1" height="8" width=part(range.possible)></rect>
                <rect class="counts__certain" x="0" y="1" height="8" width=part(range.certain)></rect>
            </svg>
            <span>{share_of_range(range.certain, range.possible, all)}</span>
        </div>
    }
}

fn prompts(summary: &Summary) -> AnyView {
    let of = |(least, most): &(u64, u64)| range_words(Range { certain: *least, possible: *most });
    let text = match summary.prompts.as_slice() {
        [one] => words::population::prompts(of(one)),
        [first, second] => words::population::prompts_of_two(of(first), of(second)),
        _ => String::new(),
    };
    view! { <p>{text}</p> }.into_any()
}

/// For each group that somebody can end in, what the help desk should know.
#[component]
fn HelpDesk(
    /// The counts.
    summary: Arc<Summary>,
) -> impl IntoView {
    let line = |group: Group| {
        let line = summary.groups.iter().find(|line| line.id == <&str>::from(group))?;
        let told = line.second.unwrap_or(line.first);
        (told.possible > 0).then(|| {
            view! { <li><strong>{words::population::named(&line.name, range_words(told))}</strong>" "{group.note()}</li> }
        })
    };
    let two = summary.groups.iter().any(|line| line.second.is_some());
    let lines: Vec<_> = Group::iter().filter_map(line).collect();
    view! {
        <details class="about">
            <summary class="about__head">{if two { words::population::help_desk_b() } else { words::population::help_desk() }}</summary>
            <div class="about__body"><ul class="bullets">{lines}</ul></div>
        </details>
    }
}

/// A count as a number of things.
pub(super) fn count(rows: u64) -> usize {
    usize::try_from(rows).unwrap_or(usize::MAX)
}
