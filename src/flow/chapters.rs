//! The chapters of a story: the invitation, every attempt to get in, and what is done between them, each with its simulated time
//! and its end.
//!
//! Choosing one moves the cursor to its first place. First and last step of the transport belong to the whole story.

use leptos::html;
use leptos::prelude::*;
use redemption_engine::flow::OutcomeKind;
use redemption_engine::trace::{Chapter, Place};
use redemption_engine::wording;

use crate::state::{App, chapter_name, date_and_time};
use crate::words;

/// What the list says of one chapter.
#[derive(Clone, PartialEq)]
struct Entry {
    number: usize,
    name: String,
    begins: String,
    end: End,
}

/// How a chapter ended, in markup, as a glyph and in words.
#[derive(Clone, Copy, PartialEq)]
struct End {
    kind: &'static str,
    glyph: &'static str,
    words: &'static str,
}

impl End {
    fn of(chapter: &Chapter) -> Self {
        let Some(outcome) = chapter.outcome() else {
            return Self { kind: "waiting", glyph: "?", words: words::common::waiting_for_the_guest() };
        };
        let (kind, glyph) = match outcome.kind() {
            OutcomeKind::In => ("in", "✓"),
            OutcomeKind::Done => ("done", "●"),
            OutcomeKind::Error | OutcomeKind::DeadEnd => ("stopped", "■"),
            OutcomeKind::Left => ("left", "✕"),
        };
        Self { kind, glyph, words: wording::outcome(outcome) }
    }
}

/// The list of chapters; nothing without a guest.
#[component]
pub fn Chapters() -> impl IntoView {
    let app = App::expect();
    let entries = app.after_paint(move || entries(app));
    view! {
        <Show when=move || entries.with(|entries| !entries.is_empty())>
            <ol class="chapters" aria-label=words::flow::chapters_of_the_story()>
                <For each=move || entries.get() key=|entry| (entry.number, entry.name.clone(), entry.begins.clone(), entry.end.words) let(entry)>
                    <ChapterButton entry=entry />
                </For>
            </ol>
        </Show>
    }
}

/// One chapter, as a button.
#[component]
fn ChapterButton(
    /// What it says.
    entry: Entry,
) -> impl IntoView {
    let app = App::expect();
    let Entry { number, name, begins, end } = entry;
    let here = Memo::new(move |_| app.place().chapter == number);
    let button = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let (true, Some(button)) = (here.get(), button.get()) {
            request_animation_frame(move || reveal(&button));
        }
    });
    view! {
        <li class="chapters__item" data-here=move || here.get().then_some("")>
            <button
                class="chapter"
                type="button"
                node_ref=button
                title=end.words
                data-chapter=number.to_string()
                data-end=end.kind
                aria-current=move || here.get().then_some("true")
                on:click=move |_| app.go(Place { chapter: number, step: 0 })
            >
                <span class="chapter__name">{format!("{} {name}", number + 1)}</span>
                <span class="chapter__end">
                    <span aria-hidden="true">{end.glyph}</span>
                    <span class="visually-hidden">{format!(", {},", end.words)}</span>
                </span>
                <span class="chapter__begins">{begins}</span>
            </button>
        </li>
    }
}

/// Scrolls a long list, and nothing but the list, to a chapter.
fn reveal(button: &web_sys::HtmlElement) {
    let Ok(Some(list)) = button.closest(".chapters") else { return };
    let (chapter, frame) = (button.get_bounding_client_rect(), list.get_bounding_client_rect());
    let beyond =
        if chapter.left() < frame.left() { chapter.left() - frame.left() } else { (chapter.right() - frame.right()).max(0.0) };
    // Whole pixels are near enough.
    list.set_scroll_left(list.scroll_left() + beyond.round() as i32);
}

fn entries(app: App) -> Vec<Entry> {
    let guest = app.view.guest();
    app.run.with(|run| {
        let Some(run) = run else { return Vec::new() };
        app.with(|workspace| {
            let Some(guest) = workspace.guests.get(guest) else { return Vec::new() };
            let design = &workspace.design;
            let entry = |(number, chapter): (usize, &Chapter)| Entry {
                number,
                name: chapter_name(run, number, &design.resource_tenant),
                begins: date_and_time(design, guest, chapter.begins_at),
                end: End::of(chapter),
            };
            run.chapters.iter().enumerate().map(entry).collect()
        })
    })
}
