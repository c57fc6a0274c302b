//! The guest's screen in a drawn frame: always marked as simulated, without password fields and without anybody's logo.
//!
//! Its buttons act for the guest or step on. Which page it is, and which acts are offered, comes from the engine.

use leptos::prelude::*;
use redemption_engine::act::{Act, Begins, Prompt};
use redemption_engine::flow::Node;
use redemption_engine::screen::{Screen, screen_at};
use redemption_engine::session::prompt_at;
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording;

use super::help::help;
use super::next::WhatNext;
use super::pages;
use super::scene::Scene;
use super::sheet::drawn;
use crate::controls::focus_when_drawn;
use crate::later::drawn_later;
use crate::state::App;

/// The page in front of the guest, with what the guest can do there.
#[component]
pub(super) fn GuestScreen() -> impl IntoView {
    let app = App::expect();
    let scene =
        Memo::new(move |_| app.run.with(|run| app.session.with(|session| run.and_then(|run| Scene::at_cursor(session, run)))));
    let prompt = Memo::new(move |_| {
        let place = app.place();
        app.run.with(|run| run.and_then(|run| asked_at(run, place)))
    });
    let chosen = Memo::new(move |_| {
        let place = app.place();
        app.run.with(|run| run?.step(place)?.cause.choice.map(|choice| choice.act))
    });
    view! {
        {move || {
            let Some(scene) = scene.get() else {
                return view! { <p class="empty">"No guest is selected."</p> }.into_any();
            };
            view! {
                <figure class="frame" data-screen=scene.screen.id()>
                    <figcaption class="frame__caption">
                        <span class="frame__name">{wording::screen(scene.screen)}</span>
                        <span class="frame__ribbon">"SIMULATED"</span>
                    </figcaption>
                    <p class="frame__address"><span class="visually-hidden">"Simulated address: "</span>{pages::address(&scene)}</p>
                    <div class="frame__page">
                        {drawn(pages::page(&scene))}
                        <Actions scene=scene.clone() prompt=prompt.get() chosen=chosen.get() />
                    </div>
                </figure>
                <OtherWays prompt=prompt.get() chosen=chosen.get() />
            }
                .into_any()
        }}
        <Why />
        <WhatNext />
    }
}

/// Why it ended here and what helps, below the page.
#[component]
fn Why() -> impl IntoView {
    let app = App::expect();
    let outcome = Memo::new(move |_| {
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
                <h3 id="because-h">"Why it ends here"</h3>
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
#[component]
fn Actions(
    /// The page.
    scene: Scene,
    /// What the guest is asked, if anything.
    prompt: Option<Prompt>,
    /// What they did, if the story goes on from here.
    chosen: Option<Act>,
) -> impl IntoView {
    let app = App::expect();
    match prompt {
        Some(prompt) => {
            let acts = prompt.acts().into_iter().filter(|act| is_on_the_page(*act));
            let buttons = acts.map(|act| {
                let first = prompt.cooperative() == Some(act) || prompt.cooperative().is_none();
                act_button(app, prompt, act, chosen, first)
            });
            view! { <div class="frame__actions">{buttons.collect_view()}</div> }.into_any()
        }
        None => match pages::way_on(&scene) {
            Some(label) => view! {
                <div class="frame__actions">
                    <button class="button button--primary" type="button" on:click=move |_| to_the_next_screen(app)>{label}</button>
                </div>
            }
            .into_any(),
            None => ().into_any(),
        },
    }
}

fn act_button(app: App, prompt: Prompt, act: Act, chosen: Option<Act>, primary: bool) -> impl IntoView + use<> {
    let label = app.session.with_untracked(|session| wording::act_in(&session.workspace().design.resource_tenant, prompt, act));
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

/// What has no button on the real page: wrong input, waiting, closing the tab.
#[component]
fn OtherWays(
    /// What the guest is asked.
    prompt: Option<Prompt>,
    /// What they did, if the story goes on from here.
    chosen: Option<Act>,
) -> impl IntoView {
    let app = App::expect();
    let acts: Vec<(Prompt, Act)> = prompt
        .map(|prompt| prompt.acts().into_iter().filter(|act| !is_on_the_page(*act)).map(|act| (prompt, act)).collect())
        .unwrap_or_default();
    let question = prompt.map(wording::prompt);
    view! {
        {question.map(|question| view! { <p class="asks" role="note">{question}</p> })}
        {(!acts.is_empty())
            .then(|| {
                view! {
                    <section class="ways" aria-labelledby="ways-h">
                        <h3 id="ways-h">"Other ways this page can end"</h3>
                        <div class="ways__acts">
                            {acts.into_iter().map(|(prompt, act)| act_button(app, prompt, act, chosen, false)).collect_view()}
                        </div>
                    </section>
                }
            })}
    }
}

/// Whether an act is a button of the page itself.
fn is_on_the_page(act: Act) -> bool {
    !matches!(act, Act::EnterWrongPasscode | Act::Wait(_) | Act::GiveUp) && act.begins().is_none()
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
