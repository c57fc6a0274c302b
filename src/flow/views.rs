//! The choice between the views of the run, and what the views share: the steps, the chapters, and the row that is one step.
//!
//! Each view has a file of its own.

use leptos::prelude::*;
use redemption_engine::design::Design;
use redemption_engine::guest::Guest;
use redemption_engine::trace::{Place, Run};
use strum::IntoEnumIterator;

use super::no_guest::NoGuest;
use crate::state::{App, Projection, chapter_name};
use crate::words;

/// The buttons that choose a view: one of them is on.
#[component]
pub fn Views() -> impl IntoView {
    let app = App::expect();
    let one = move |each: Projection| {
        view! {
            <label class="views__item">
                <input
                    class="views__box"
                    type="radio"
                    name="projection"
                    value=each.name()
                    prop:checked=move || app.projection.get() == each
                    on:change=move |_| app.show_projection(each)
                />
                <span class="views__label">{label(each)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="views" on:keydown=|event| keep_arrows(&event)>
            <legend class="visually-hidden">{words::flow::view_of_the_run()}</legend>
            {Projection::iter().map(one).collect_view()}
        </fieldset>
    }
}

fn label(view: Projection) -> &'static str {
    match view {
        Projection::Flow => words::common::flow(),
        Projection::Outline => words::flow::outline(),
        Projection::Storyboard => words::common::storyboard(),
        Projection::Sequence => words::flow::sequence(),
        Projection::Timeline => words::flow::timeline(),
    }
}

/// The arrow keys choose among the views here, and do not step through time.
fn keep_arrows(event: &web_sys::KeyboardEvent) {
    if event.key().starts_with("Arrow") {
        event.stop_propagation();
    }
}

/// The run as all views but the flowchart draw it. What is in here does not change while the cursor moves.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    app: App,
    places: Memo<Vec<Place>>,
    subject: Memo<Option<(Design, Guest)>>,
    /// The step at the cursor.
    here: Memo<Option<Place>>,
}

/// What a view is drawn from.
pub(super) struct Drawing<'a> {
    pub(super) run: &'a Run,
    pub(super) design: &'a Design,
    pub(super) guest: &'a Guest,
    pub(super) places: &'a [Place],
}

impl Shown {
    /// The run of the selected guest. The step at the cursor is kept in view.
    pub(super) fn new() -> Self {
        let app = App::expect();
        let places = Memo::new(move |_| app.shown_places());
        let here = Memo::new(move |_| {
            let now = app.place();
            places.with(|places| places.iter().rev().find(|place| **place <= now).copied())
        });
        let subject = Memo::new(move |_| {
            let guest = app.view.guest();
            app.with(|workspace| Some((workspace.design.clone(), workspace.guests.get(guest)?.clone())))
        });
        Effect::new(move |_| {
            here.track();
            if app.travel.follows.get_untracked() {
                reveal();
            }
        });
        Self { app, places, subject, here }
    }

    /// Draws the run, and draws it anew when it changes; nothing without a guest.
    pub(super) fn drawn(self, draw: fn(Self, &Drawing<'_>) -> AnyView) -> AnyView {
        let drawn = move || {
            let (places, subject) = (self.places.get(), self.subject.get());
            self.app.run.with(|run| match (run, &subject) {
                (Some(run), Some((design, guest))) => draw(self, &Drawing { run, design, guest, places: &places }),
                _ => view! { <NoGuest /> }.into_any(),
            })
        };
        drawn.into_any()
    }

    /// The button that goes to a step, or to the first of several: it is marked where the cursor is.
    pub(super) fn stop(self, class: &'static str, first: Place, last: Place, what: impl IntoAny) -> AnyView {
        let here = self.here;
        let is_here = Signal::derive(move || here.get().is_some_and(|here| first <= here && here <= last));
        self.button(class, first, Some(is_here), what.into_any())
    }

    /// The button that goes to a step which has a marked one already.
    pub(super) fn beside(self, class: &'static str, place: Place, what: impl IntoAny) -> AnyView {
        self.button(class, place, None, what.into_any())
    }

    fn button(self, class: &'static str, place: Place, is_here: Option<Signal<bool>>, what: AnyView) -> AnyView {
        let app = self.app;
        view! {
            <button
                class=class
                type="button"
                data-step=is_here.map(|_| format!("{}-{}", place.chapter, place.step))
                aria-current=move || is_here.is_some_and(|is_here| is_here.get()).then_some("step")
                on:click=move |_| app.go(place)
            >
                {what}
            </button>
        }
        .into_any()
    }
}

impl Drawing<'_> {
    /// The number of a step, as the transport counts.
    pub(super) fn number(&self, place: Place) -> usize {
        self.places.iter().rposition(|other| *other <= place).map_or(1, |position| position + 1)
    }

    /// The numbers of the steps from one to another: `4` or `4–7`.
    pub(super) fn numbers(&self, first: Place, last: Place) -> String {
        let (first, last) = (self.number(first), self.number(last));
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }

    /// Rows, each with its place, under the headings of their chapters.
    pub(super) fn by_chapter(&self, rows: Vec<(Place, AnyView)>, list: &'static str) -> AnyView {
        let mut chapters: Vec<(usize, Vec<AnyView>)> = Vec::new();
        for (place, row) in rows {
            match chapters.last_mut().filter(|(last, _)| *last == place.chapter) {
                Some((_, rows)) => rows.push(row),
                None => chapters.push((place.chapter, vec![row])),
            }
        }
        let chapter = |(number, rows): (usize, Vec<AnyView>)| {
            let name = chapter_name(self.run, number, &self.design.resource_tenant);
            view! {
                <div class="run">
                    <h3 class="run__chapter" id=format!("run-{number}")>{format!("{} {name}", number + 1)}</h3>
                    <ol class=list aria-labelledby=format!("run-{number}")>{rows}</ol>
                </div>
            }
        };
        chapters.into_iter().map(chapter).collect_view().into_any()
    }
}

/// A step with its cells, each with the name of its column.
pub(super) fn row(stop: AnyView, cells: Vec<(&'static str, AnyView)>) -> AnyView {
    let cell = |(name, value): (&'static str, AnyView)| {
        view! { <div class="row__cell"><dt class="row__name">{name}</dt><dd class="row__value">{value}</dd></div> }
    };
    view! { <li class="row">{stop}<dl class="row__cells">{cells.into_iter().map(cell).collect_view()}</dl></li> }.into_any()
}

/// The names of the columns, for the eye alone: every cell names its own.
pub(super) fn columns(names: [&'static str; 5]) -> AnyView {
    view! { <div class="row row--head" aria-hidden="true">{names.into_iter().map(|name| view! { <span>{name}</span> }).collect_view()}</div> }
        .into_any()
}

/// Points in a cell; a dash where there are none.
pub(super) fn points(points: Vec<AnyView>) -> AnyView {
    if points.is_empty() {
        return view! { <span class="row__none">"–"</span> }.into_any();
    }
    view! { <ul class="row__points">{points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view()}</ul> }.into_any()
}

/// Scrolls the step at the cursor into view, without moving the page more than needed.
pub(super) fn reveal() {
    request_animation_frame(|| {
        if let Ok(Some(element)) = document().query_selector("#flow-scroll li:has([aria-current=step])") {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}
