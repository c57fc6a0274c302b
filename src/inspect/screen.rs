//! The guest's screen in its frame, with what can be done on it and how else it can end.
//!
//! Its buttons act for the guest or step on. Which page it is, what is on it and which acts are offered comes from the engine.

use leptos::prelude::*;
use redemption_engine::act::{Act, Begins, Prompt};
use redemption_engine::flow::Node;
use redemption_engine::guest::WayIn;
use redemption_engine::page::{button, has_button, language_at};
use redemption_engine::screen::{Screen, screen_at};
use redemption_engine::session::prompt_at;
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording;
use redemption_engine::wording::guest::{ENGLISH, GERMAN, Tongue, Words};

use super::exits::OtherWays;
use super::frame::{Drawn, frame};
use super::help::help;
use super::look::LookFold;
use super::next::WhatNext;
use super::sheet::drawn;
use crate::controls::focus_when_drawn;
use crate::later::{drawn_later, later};
use crate::state::App;
use crate::words;

/// The page in front of the guest, with what the guest can do there.
#[component]
pub(super) fn GuestScreen() -> impl IntoView {
    let app = App::expect();
    let language = app.after_paint(move || {
        app.run.with(|run| {
            app.session.with(|session| {
                let design = &session.workspace().design;
                Some(language_at(design, session.guest()?, run?, session.view().place))
            })
        })
    });
    let spoken =
        Memo::new(move |_| language.with(|language| Some(app.look.language.get().of_page(language.as_ref()?.as_deref()))));
    view! {
        <LookFold />
        {move || match spoken.get() {
            None => view! { <p class="empty">{words::inspect::no_guest_is_selected()}</p> }.into_any(),
            Some(Tongue::English) => page_in(ENGLISH),
            Some(Tongue::German) => drawn_later(page_in_german),
        }}
        <OtherWays />
        <Why />
        <WhatNext />
    }
}

later! {
    /// The page in German, whose words come later.
    fn page_in_german() -> AnyView {
        page_in(GERMAN)
    }
}

/// The page at the cursor in these words.
fn page_in(words: Words) -> AnyView {
    let app = App::expect();
    let at_cursor = app.after_paint(move || {
        app.run.with(|run| {
            app.session
                .with(|session| Drawn::at(&session.workspace().design, session.guest()?, run?, session.view().place, words))
        })
    });
    let prompt = app.after_paint(move || {
        let place = app.place();
        app.run.with(|run| run.and_then(|run| asked_at(run, place)))
    });
    let chosen = app.after_paint(move || {
        let place = app.place();
        app.run.with(|run| run?.step(place)?.cause.choice.map(|choice| choice.act))
    });
    let page = move || {
        let drawing = at_cursor.get()?;
        let caption = view! { <span class="frame__name">{wording::screen(drawing.scene.screen)}</span> }.into_any();
        let actions = actions(app, &drawing, prompt.get(), chosen.get());
        let remarks = wording::remarks(&drawing.scene);
        let question = prompt.get().map(wording::prompt);
        Some(view! {
            {frame(app, "frame", drawing, caption, actions)}
            {(!remarks.is_empty()).then(|| view! { <div class="frame-remarks">{drawn(remarks)}</div> })}
            {question.map(|question| view! { <p class="asks" role="note">{question}</p> })}
        })
    };
    page.into_any()
}

/// Why it ended here and what helps, below the page.
#[component]
fn Why() -> impl IntoView {
    let app = App::expect();
    let outcome = app.after_paint(move || {
        let place = app.place();
        app.run.with(|run| match run?.node(place) {
            Some(Node::End(outcome)) => {
                let before = Place { step: place.step.checked_sub(1)?, ..place };
                Some((outcome, run?.step(before).map(|step| step.cause.rule)))
            }
            _ => None,
        })
    });
    move || {
        let (outcome, rule) = outcome.get().filter(|(outcome, rule)| !wording::fixes_by(*outcome, *rule).is_empty())?;
        Some(view! {
            <section class="because" aria-labelledby="because-h">
                <h3 id="because-h">{words::inspect::why_it_ends_here()}</h3>
                {drawn_later(move || help(outcome, rule))}
            </section>
        })
    }
}

/// What a person is asked on the page at a place; what may be done after an end is not asked on a page.
fn asked_at(run: &Run, place: Place) -> Option<Prompt> {
    prompt_at(run, place).filter(|prompt| *prompt != Prompt::Between)
}

/// The buttons on the page.
fn actions(app: App, drawing: &Drawn, prompt: Option<Prompt>, chosen: Option<Act>) -> AnyView {
    let Drawn { page, words, resource, .. } = drawing;
    match prompt {
        Some(prompt) => {
            let acts = prompt.acts().into_iter().filter(|act| has_button(*act));
            let buttons = acts.filter_map(|act| {
                let first = prompt.cooperative() == Some(act) || prompt.cooperative().is_none();
                Some(act_button(app, button(resource, prompt, act, words)?, act, chosen, first))
            });
            view! { <div class="frame__actions">{buttons.collect_view()}</div> }.into_any()
        }
        None => {
            let elsewhere = page.elsewhere.clone().map(|(label, way_in)| {
                let name: &'static str = way_in.into();
                view! {
                    <button class="button" type="button" data-way=name on:click=move |_| go_by(app, way_in)>
                        {label}
                    </button>
                }
            });
            let on = page.way_on.clone().map(|label| {
                view! {
                    <button class="button button--primary" type="button" on:click=move |_| to_the_next_screen(app)>{label}</button>
                }
            });
            on.map(|on| view! { <div class="frame__actions">{elsewhere} {on}</div> }).into_any()
        }
    }
}

pub(super) fn act_button(app: App, label: String, act: Act, chosen: Option<Act>, primary: bool) -> impl IntoView + use<> {
    let done = chosen == Some(act);
    view! {
        <button
            class="button"
            class:button--primary=primary
            type="button"
            data-act=act_name(act)
            aria-pressed=chosen.is_some().then(|| done.to_string())
            on:click=move |_| do_and_stay(app, act)
        >
            {label}
        </button>
    }
}

/// An act's name in markup.
pub(super) fn act_name(act: Act) -> String {
    format!("{act:?}")
}

/// Steps on until somebody sees another page or is asked something.
fn to_the_next_screen(app: App) {
    let now = app.session.with_untracked(|session| session.view().place);
    let target = app.run.with_untracked(|run| {
        let run = run?;
        let screen: Option<Screen> = screen_at(run, now);
        let ahead = run.places().into_iter().filter(|place| *place > now && place.chapter == now.chapter);
        let mut last = None;
        for place in ahead {
            last = Some(place);
            if screen_at(run, place) != screen || asked_at(run, place).is_some() {
                break;
            }
        }
        last
    });
    if let Some(place) = target {
        app.go(place);
        stay();
    }
}

/// Takes another way in, and shows the page that it leads to.
fn go_by(app: App, way_in: WayIn) {
    app.come_by(way_in);
    to_the_next_screen(app);
}

/// Lets somebody do something, and shows the page that follows: what the service checks in between has no page.
pub(super) fn do_and_stay(app: App, act: Act) {
    app.act(act);
    let now = app.session.with_untracked(|session| session.view().place);
    let (nothing_new, done) = app.run.with_untracked(|run| {
        let Some(run) = run else { return (false, None) };
        let before = now.step.checked_sub(1).map(|step| Place { step, ..now });
        let nothing_new =
            before.is_some_and(|before| asked_at(run, now).is_none() && screen_at(run, now) == screen_at(run, before));
        (nothing_new, end_of_what_is_no_attempt(run, now))
    });
    if let Some(end) = done.filter(|_| act.begins().is_some()) {
        app.go(end);
    } else if nothing_new {
        to_the_next_screen(app);
    }
    stay();
}

/// The end of a chapter in which the guest sees nothing: what was done is shown at once, with what may follow.
fn end_of_what_is_no_attempt(run: &Run, place: Place) -> Option<Place> {
    let chapter = run.chapters.get(place.chapter)?;
    match chapter.begins {
        Begins::Attempt(_) => None,
        Begins::Invitation | Begins::Operation(_) => Some(Place { step: chapter.steps.len(), ..place }),
    }
}

/// Keeps the focus at the guest's page: the button that was pressed goes with the page that it was on.
pub(super) fn stay() {
    focus_when_drawn("inspect-body".to_owned());
}
