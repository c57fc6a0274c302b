//! Two runs of one guest, or of two: the steps in one of three forms, and what comes of them.
//!
//! Steps and consequences are put beside each other by the engine.

use leptos::prelude::*;
use redemption_engine::analysis::alignment::{Consequence, Pair, Played, aligned, consequences, directory};
use redemption_engine::analysis::population::summary::Group;
use redemption_engine::engine::followed;
use redemption_engine::flow::Edge;
use redemption_engine::storyboard::guest_pages;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::Side;
use crate::words;

/// How the steps are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
enum Mode {
    /// One list, what both do once.
    Overlay,
    /// Two columns that scroll together.
    SideBySide,
    /// A row for each check.
    Table,
}

impl Mode {
    fn label(self) -> &'static str {
        match self {
            Self::Overlay => words::analysis::overlay(),
            Self::SideBySide => words::analysis::side_by_side(),
            Self::Table => words::analysis::as_table(),
        }
    }
}

/// Two runs beside each other.
#[derive(Clone, PartialEq)]
pub(super) struct Both {
    /// What the sides are called.
    pub(super) names: [String; 2],
    pairs: Vec<Pair>,
    consequences: Vec<Consequence>,
    /// How many pages each has.
    pub(super) pages: [usize; 2],
    /// What of the user object differs.
    pub(super) directory: Vec<Consequence>,
    /// What the help desk knows each by.
    pub(super) groups: [Option<Group>; 2],
}

/// Plays both; nothing in a scenario without guests.
pub(super) fn both(sides: &[Side; 2]) -> Option<Both> {
    let [first, second] = sides;
    let guests = (first.guest.as_ref()?, second.guest.as_ref()?);
    let runs = (followed(&first.design, guests.0), followed(&second.design, guests.1));
    let played = (
        Played { design: &first.design, guest: guests.0, run: &runs.0 },
        Played { design: &second.design, guest: guests.1, run: &runs.1 },
    );
    let mut consequences = consequences(played.0, played.1);
    let pages = [&runs.0, &runs.1].map(|run| guest_pages(run).len());
    let [of_first, of_second] = pages.map(|count| count.to_string());
    // The end, the provider and the pages by name stand before it.
    let after = consequences.len().min(3);
    consequences.insert(after, Consequence { name: words::analysis::number_of_pages(), first: of_first, second: of_second });
    let mut directory = directory(played.0, played.1);
    directory.retain(|found| !found.is_shared());
    Some(Both {
        names: [first.name.clone(), second.name.clone()],
        pairs: aligned(&runs.0, &runs.1),
        consequences,
        pages,
        directory,
        groups: [&runs.0, &runs.1].map(Group::of_run),
    })
}

/// The steps of both, and what comes of them.
#[component]
pub(super) fn Steps(
    /// Both runs.
    both: Memo<Option<Both>>,
) -> impl IntoView {
    let mode = RwSignal::new(Mode::Overlay);
    let choice = move |each: Mode| {
        let value: &'static str = each.into();
        view! {
            <label class="views__item">
                <input
                    class="views__box"
                    type="radio"
                    name="compare-mode"
                    value=value
                    prop:checked=move || mode.get() == each
                    on:change=move |_| mode.set(each)
                />
                <span class="views__label">{each.label()}</span>
            </label>
        }
    };
    let drawn = move || {
        both.with(|both| {
            both.as_ref().map(|both| match mode.get() {
                Mode::Overlay => overlay(both),
                Mode::SideBySide => side_by_side(both),
                Mode::Table => table(both),
            })
        })
    };
    view! {
        <Show when=move || both.with(Option::is_some)>
            <fieldset class="views">
                <legend class="visually-hidden">{words::analysis::mode()}</legend>
                {Mode::iter().map(choice).collect_view()}
            </fieldset>
            {drawn}
            {move || both.with(|both| both.as_ref().map(outcome))}
        </Show>
    }
}

fn check(edge: Edge) -> &'static str {
    wording::node(edge.from())
}

fn answer(edge: Option<Edge>) -> &'static str {
    edge.map_or("–", |edge| wording::answer(edge.from(), edge.answer()))
}

/// Marks for the eye, and a word for everybody else.
fn marks(names: &[String; 2], on: [bool; 2]) -> AnyView {
    let mark = |name: &String| view! { <span class="side">{name.clone()}</span> };
    let [first, second] = names;
    let said = match on {
        [true, true] => words::analysis::on_both().to_owned(),
        [true, false] => words::analysis::only_on(first),
        _ => words::analysis::only_on(second),
    };
    view! {
        <span class="sides" aria-hidden="true">{on[0].then(|| mark(first))} {on[1].then(|| mark(second))}</span>
        <span class="visually-hidden">{said}": "</span>
    }
    .into_any()
}

/// One list of steps: what both do once, what differs one below the other.
fn overlay(both: &Both) -> AnyView {
    let row = |edge: Edge, on: [bool; 2]| {
        let differs = (on != [true, true]).then_some("");
        view! {
            <li class="overlay__step" data-differs=differs>
                {marks(&both.names, on)}
                <span class="overlay__what"><strong>{check(edge)}</strong>": "{answer(Some(edge))}</span>
            </li>
        }
    };
    let rows = both.pairs.iter().flat_map(|pair| match (pair.first, pair.second) {
        (Some(first), _) if pair.is_shared() => vec![row(first, [true, true])],
        (first, second) => {
            let first = first.map(|edge| row(edge, [true, false]));
            let second = second.map(|edge| row(edge, [false, true]));
            first.into_iter().chain(second).collect()
        }
    });
    view! { <ol class="overlay" aria-label=words::analysis::overlay()>{rows.collect::<Vec<_>>()}</ol> }.into_any()
}

/// Two columns in one box, so that they scroll together.
fn side_by_side(both: &Both) -> AnyView {
    let cell = |name: &str, edge: Option<Edge>| {
        let what = match edge {
            Some(edge) => view! { <strong>{check(edge)}</strong>": "{answer(Some(edge))} }.into_any(),
            None => view! { <span aria-hidden="true">"–"</span><span class="visually-hidden">{words::analysis::no_such_step()}</span> }.into_any(),
        };
        view! { <div class="beside__cell" data-none=edge.is_none().then_some("")><span class="visually-hidden">{name.to_owned()}": "</span>{what}</div> }
    };
    let [first, second] = &both.names;
    let rows = both.pairs.iter().map(|pair| {
        let differs = (!pair.is_shared()).then_some("");
        view! { <li class="beside__row" data-differs=differs>{cell(first, pair.first)}{cell(second, pair.second)}</li> }
    });
    view! {
        <div class="beside" role="region" tabindex="0" aria-label=words::analysis::side_by_side()>
            <div class="beside__head" aria-hidden="true"><span>{first.clone()}</span><span>{second.clone()}</span></div>
            <ol>{rows.collect::<Vec<_>>()}</ol>
        </div>
    }
    .into_any()
}

fn head(what: &'static str, names: &[String; 2]) -> AnyView {
    let [first, second] = names.clone();
    view! { <thead><tr><th scope="col">{what}</th><th scope="col">{first}</th><th scope="col">{second}</th></tr></thead> }
        .into_any()
}

/// A row for each check, with both answers.
fn table(both: &Both) -> AnyView {
    let rows = both.pairs.iter().filter_map(|pair| {
        let node = wording::node(pair.node()?);
        let differs = (!pair.is_shared()).then_some("");
        Some(view! {
            <tr data-differs=differs>
                <th scope="row">{node}{differing(pair.is_shared())}</th>
                <td>{answer(pair.first)}</td>
                <td>{answer(pair.second)}</td>
            </tr>
        })
    });
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=words::analysis::as_table()>
            <table class="pairs">{head(words::analysis::check(), &both.names)}<tbody>{rows.collect::<Vec<_>>()}</tbody></table>
        </div>
    }
    .into_any()
}

/// What tells a row that differs without colour.
fn differing(is_shared: bool) -> Option<AnyView> {
    (!is_shared).then(|| {
        view! { <span class="pairs__mark" aria-hidden="true">" ≠"</span><span class="visually-hidden">" "{words::analysis::differs()}</span> }
            .into_any()
    })
}

/// What comes of both.
fn outcome(both: &Both) -> AnyView {
    let rows = both.consequences.iter().map(|found| {
        let differs = (!found.is_shared()).then_some("");
        let cell = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        view! {
            <tr data-differs=differs>
                <th scope="row">{found.name}{differing(found.is_shared())}</th>
                <td>{cell(&found.first)}</td>
                <td>{cell(&found.second)}</td>
            </tr>
        }
    });
    view! {
        <section class="about">
            <h3 id="compare-consequences">{words::analysis::consequences()}</h3>
            <div class="table-frame" role="region" tabindex="0" aria-labelledby="compare-consequences">
                <table class="pairs">{head(words::analysis::consequence(), &both.names)}<tbody>{rows.collect::<Vec<_>>()}</tbody></table>
            </div>
        </section>
    }
    .into_any()
}
