//! Golden guests: what is expected of each guest, whether it comes true, and what takes both elsewhere.
//!
//! What is checked and what the files say is made by the engine. Nothing is sent.

use leptos::prelude::*;
use redemption_engine::golden::{Checked, Expectation};
use redemption_engine::graph::assertions;
use redemption_engine::markdown::plan::test_plan;
use redemption_engine::wording;

use super::text_block::TextBlock;
use crate::controls::Modal;
use crate::files;
use crate::state::{App, Dialog};
use crate::words;

/// The dialog.
#[component]
pub fn Golden() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Golden title=words::golden::golden_guests()>
            <Content />
        </Modal>
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let guest = move || {
        app.session.with(|session| {
            session.guest().map_or_else(|| words::golden::nobody().to_owned(), |guest| guest.display_name.clone())
        })
    };
    let nobody = move || app.with(|workspace| workspace.guests.is_empty());
    let keep = move |_| {
        let guest = app.session.with_untracked(|session| session.view().guest);
        app.edit(words::golden::kept_as_expected(), |workspace| workspace.keep_as_expected([guest]));
    };
    let keep_all = move |_| {
        app.edit(words::golden::all_kept_as_expected(), |workspace| workspace.keep_as_expected(0..workspace.guests.len()));
    };
    view! {
        <p class="lead">
            {words::golden::keep_what_happens_now()}
        </p>
        <div class="buttons">
            <button class="button" type="button" disabled=nobody on:click=keep>{words::golden::keep_as_expected()} <bdi>{guest}</bdi></button>
            <button class="button" type="button" disabled=nobody on:click=keep_all>{words::golden::keep_all_as_expected()}</button>
        </div>
        <Expected />
        <Exports />
    }
}

/// What is expected, with what became of it.
#[component]
fn Expected() -> impl IntoView {
    let app = App::expect();
    let rows = Memo::new(move |_| {
        let checked = app.golden.get();
        app.with(|workspace| {
            let expected = workspace.expectations.iter().enumerate();
            expected
                .map(|(at, expected)| (at, expected.clone(), checked.get(at).filter(|one| one.guest == expected.guest).cloned()))
                .collect::<Vec<_>>()
        })
    });
    let items = move || {
        rows.get()
            .into_iter()
            .map(|(at, expected, checked)| view! { <Item at=at expected=expected checked=checked /> })
            .collect_view()
    };
    view! {
        <Show
            when=move || !rows.with(Vec::is_empty)
            fallback=|| view! { <p class="nothing">{words::golden::nothing_is_expected()}</p> }
        >
            <ol class="findings">{items}</ol>
        </Show>
    }
}

#[component]
fn Item(
    /// Its position among the expectations.
    at: usize,
    /// What is expected.
    expected: Expectation,
    /// What became of it; `None` until that is known.
    checked: Option<Checked>,
) -> impl IntoView {
    let app = App::expect();
    let text = format!("golden-{at}");
    let name = expected.guest.clone();
    let removed = expected.guest.clone();
    let remove = move |_| {
        app.edit(words::golden::expectation_removed(), |workspace| {
            if workspace.expectations.get(at).is_some_and(|there| there.guest == removed) {
                workspace.expectations.remove(at);
            }
        });
    };
    let (severity, mark, word) = match &checked {
        None => ("note", "…", words::golden::being_checked()),
        Some(checked) if checked.passed() => ("note", "✓", words::golden::as_expected()),
        Some(_) => ("warning", "✗", words::golden::not_as_expected()),
    };
    let provider = expected.provider.map(|provider| {
        view! { <p>{words::golden::expected_provider(wording::provider(provider))}</p> }
    });
    let pages = (!expected.screens.is_empty()).then(|| {
        let pages = expected.screens.iter().map(|screen| wording::screen(*screen)).collect::<Vec<_>>().join(" → ");
        view! { <p>{words::golden::expected_pages(pages)}</p> }
    });
    let end = words::golden::expected(expected.outcome.words());
    let difference = checked.as_ref().and_then(|checked| Some(checked.miss.as_ref()?.sentence.clone()));
    let show = checked.filter(|checked| checked.number.is_some()).map(|checked| {
        let about = text.clone();
        view! {
            <button class="button" type="button" aria-describedby=about on:click=move |_| app.show_golden(&checked)>
                {words::golden::show()} <span class="visually-hidden">{format!(" {}", name.clone())}</span>
            </button>
        }
    });
    view! {
        <li class="finding" data-severity=severity>
            <h3 class="finding__title">
                <span class="finding__mark" aria-hidden="true">{mark}</span>
                {word}": "<bdi>{expected.guest.clone()}</bdi>
            </h3>
            <div id=text>
                {difference.map(|difference| view! { <p>{difference}</p> })}
                <p>{end}</p>
                {provider}
                {pages}
            </div>
            <div class="buttons">
                {show}
                <button class="button button--quiet" type="button" on:click=remove>
                    {words::golden::remove()} <span class="visually-hidden">{format!(" {}", words::golden::what_is_expected_of(&expected.guest))}</span>
                </button>
            </div>
        </li>
    }
}

/// The test plan and the script.
#[component]
fn Exports() -> impl IntoView {
    let app = App::expect();
    let plan = Memo::new(move |_| app.with(|workspace| test_plan(workspace, &workspace.design)));
    let script = Memo::new(move |_| app.with(|workspace| assertions::script(&workspace.design)));
    let stem = app.session.with_untracked(|session| files::stem(&session.workspace().name, "scenario"));
    let (plan_file, script_file) = (format!("{stem}-test-plan.md"), format!("{stem}-assert.ps1"));
    view! {
        <details class="about">
            <summary class="about__head">{words::golden::test_plan()}</summary>
            <div class="about__body">
                <p>{words::golden::test_plan_about()}</p>
                <TextBlock title=words::golden::the_test_plan() text=plan file=plan_file />
            </div>
        </details>
        <details class="about">
            <summary class="about__head">{words::golden::assertions()}</summary>
            <div class="about__body">
                <p>
                    {words::golden::assertions_about()}
                </p>
                <TextBlock title=words::golden::the_assertions() text=script file=script_file />
            </div>
        </details>
    }
}
