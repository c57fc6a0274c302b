//! What two designs do to every kind of guest that they can tell apart: classes of change with an example of each.
//!
//! Played by the worker. A proof is claimed only where every kind was played.

use leptos::prelude::*;
use redemption_engine::analysis::compare::Change;
use redemption_engine::analysis::question::{self, Answer, Question};
use redemption_engine::wording;

use super::Side;
use crate::dialogs::asked::{Asked, InWords, Load, share};
use crate::dialogs::leave::Leave;
use crate::words;
use crate::worker::Asking;

/// Compares for everybody.
#[component]
pub(super) fn Everyone(
    /// What is compared.
    sides: Memo<Option<[Side; 2]>>,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let asking = Asking::new();
    let designs = Memo::new(move |_| {
        sides.with(|sides| sides.as_ref().map(|[first, second]| (first.design.clone(), second.design.clone())))
    });
    let ask = move || {
        if let Some((first, second)) = designs.get_untracked() {
            asking.ask(&Question::Compare { first: Box::new(first), second: Box::new(second), discovery_only: false });
        }
    };
    Effect::new(move |_| {
        designs.track();
        ask();
    });
    let edition = move || {
        designs.with_untracked(|designs| {
            designs.as_ref().map_or_else(String::new, |(first, second)| {
                let mut editions = vec![wording::edition(first.edition), wording::edition(second.edition)];
                editions.dedup();
                wording::list(editions)
            })
        })
    };
    let found = move || {
        let answer = asking.answer()?;
        let Answer::Compare { profiles, complete, left_out, classes, .. } = &*answer else { return None };
        Some(
            view! { <Found profiles=*profiles complete=*complete left_out=left_out.clone() classes=classes.clone() edition=edition() leave=leave /> },
        )
    };
    view! {
        <section class="about" aria-labelledby="compare-everyone">
            <h3 id="compare-everyone">{words::analysis::for_everyone()}</h3>
            <p>{words::analysis::for_everyone_lead()}</p>
            <Asked asking=asking again=Callback::new(move |()| ask()) />
            {found}
        </section>
    }
}

#[component]
fn Found(
    /// How many kinds of guests were played.
    profiles: usize,
    /// Whether these are all.
    complete: bool,
    /// What is left out, with reasons.
    left_out: Vec<String>,
    /// The classes of change.
    classes: Vec<question::Class>,
    /// The edition of the rules, or both, in words.
    edition: String,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let same: &'static str = Change::SamePath.into();
    let is_equal = complete && classes.iter().all(|class| class.id == same);
    let badge = match (complete, is_equal) {
        (true, true) => words::analysis::proven_equal(),
        (true, false) => words::analysis::proven(),
        (false, _) => words::analysis::not_proven(),
    };
    let says = if complete {
        words::analysis::profiles_played(profiles, edition)
    } else {
        words::analysis::profiles_found(profiles, edition)
    };
    let item = |class: question::Class| {
        let words = class.words;
        let shown = (class.id != same && !words.is_empty())
            .then(|| view! { <p>{words::analysis::smallest_example()}</p><InWords words=words /> });
        let load = class.example.filter(|_| class.id != same).map(|example| {
            view! { <Load example=example what=class.name.clone() id=format!("load-{}", class.id) leave=leave /> }
        });
        let all = u64::try_from(profiles).unwrap_or(u64::MAX);
        let share = share(u64::try_from(class.count).unwrap_or(u64::MAX), all);
        view! {
            <li class="class" data-change=class.id>
                <h4 class="class__name">{class.name}</h4>
                <p class="class__count">{words::analysis::class_count(class.count, share)}</p>
                {shown}
                {load}
            </li>
        }
    };
    view! {
        <p class="proof" data-proven=complete.to_string()><strong class="tag proof__badge">{badge}</strong> " " {says}</p>
        <ul class="classes">{classes.into_iter().map(item).collect::<Vec<_>>()}</ul>
        <details class="about">
            <summary class="about__head">{words::analysis::left_out()}</summary>
            <ul class="bullets">{left_out.into_iter().map(|reason| view! { <li>{reason}</li> }).collect::<Vec<_>>()}</ul>
        </details>
    }
}
