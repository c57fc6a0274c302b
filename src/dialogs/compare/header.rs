//! The answer before everything else: where two runs part first, and what that does to pages, directory and help desk.
//!
//! Whoever is affected beside this guest, and every single step, come further down.

use leptos::prelude::*;
use redemption_engine::analysis::alignment::Consequence;
use redemption_engine::analysis::compare::first_difference;
use redemption_engine::analysis::population::summary::Group;
use redemption_engine::golden;

use super::Side;
use super::one::Both;
use crate::words;

/// The first difference in a sentence.
fn sentence(sides: &[Side; 2]) -> String {
    let [first, second] = sides;
    let (Some(guest), Some(other)) = (&first.guest, &second.guest) else {
        return words::analysis::nobody_to_play().to_owned();
    };
    let side = |side, guest| golden::Side { design: side, guest };
    first_difference(side(&first.design, guest), side(&second.design, other), [&first.name, &second.name])
        .unwrap_or_else(|| words::analysis::same_path_same_end().to_owned())
}

/// The answer, before everything else.
#[component]
pub(super) fn Answer(
    /// What is compared.
    sides: Memo<Option<[Side; 2]>>,
) -> impl IntoView {
    let answer = move || {
        sides.with(|sides| {
            let sides = sides.as_ref()?;
            let name = sides.iter().find_map(|side| side.guest.as_ref()).map(|guest| guest.display_name.clone());
            Some((name.map(words::analysis::the_current_guest), sentence(sides)))
        })
    };
    view! {
        <p class="parting" role="status">
            {move || answer().map(|(name, sentence)| view! { <strong class="parting__name">{name}</strong> " " {sentence} })}
        </p>
    }
}

/// What the difference does: pages, the user object, the help desk.
#[component]
pub(super) fn Effects(
    /// Both runs.
    both: Memo<Option<Both>>,
) -> impl IntoView {
    move || {
        both.with(|both| {
            both.as_ref().map(|both| {
                view! {
                    <dl class="effects">
                        <div class="effects__one"><dt>{words::analysis::screens()}</dt><dd>{pages(both)}</dd></div>
                        <div class="effects__one"><dt>{words::analysis::directory()}</dt><dd>{directory(both)}</dd></div>
                        <div class="effects__one"><dt>{words::analysis::help_desk()}</dt><dd>{help_desk(both)}</dd></div>
                    </dl>
                }
            })
        })
    }
}

/// What each of two sides has, in one line.
fn of_both([first, second]: &[String; 2], a: impl ToString, b: impl ToString) -> String {
    words::analysis::each_side(first, a.to_string(), second, b.to_string())
}

fn pages(both: &Both) -> String {
    let [a, b] = both.pages;
    of_both(&both.names, a, b)
}

fn directory(both: &Both) -> AnyView {
    if both.directory.is_empty() {
        return words::analysis::same_directory().into_any();
    }
    let said = |text: &str| if text.is_empty() { words::analysis::not_there().to_owned() } else { text.to_owned() };
    let line = |found: &Consequence| {
        let each = of_both(&both.names, said(&found.first), said(&found.second));
        view! { <li><strong>{found.name}</strong>": "{each}</li> }
    };
    view! { <ul>{both.directory.iter().map(line).collect_view()}</ul> }.into_any()
}

fn help_desk(both: &Both) -> AnyView {
    let said = |group: Option<Group>| match group {
        Some(group) => words::analysis::group_with_note(group.name(), group.note()),
        None => words::analysis::no_attempt().to_owned(),
    };
    let [a, b] = both.groups;
    if a == b {
        return words::analysis::the_same(said(a)).into_any();
    }
    let line = |name: &String, group| view! { <li><strong>{name.clone()}</strong>": "{said(group)}</li> };
    let [first, second] = &both.names;
    view! { <ul>{line(first, a)}{line(second, b)}</ul> }.into_any()
}
