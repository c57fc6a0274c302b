//! The sequence: what goes between guest, mailbox, tenants and providers, as a list whose rows are drawn over lanes where there is
//! room, and as text for Mermaid.
//!
//! Lanes and arrows are for the eye; every row says in words who does what with whom.

use leptos::prelude::*;
use redemption_engine::sequence::{Event, Happening, Participant, Span, mermaid, name_of, participants, sequence};
use redemption_engine::wording;

use super::views::{Drawing, Shown};
use crate::clipboard;
use crate::files;
use crate::state::App;
use crate::words;

/// The run as a sequence.
#[component]
pub fn Sequence() -> impl IntoView {
    Shown::new().drawn(lanes)
}

fn lanes(shown: Shown, drawing: &Drawing<'_>) -> AnyView {
    let events = sequence(drawing.run, drawing.places);
    let sides = participants(&events);
    let text = mermaid(drawing.design, drawing.guest, drawing.run, &events);
    let messages = events.into_iter().map(|event| (event.place, message(shown, drawing, &sides, event))).collect();
    let head = sides.iter().map(|side| {
        let name = name_of(drawing.design, drawing.guest, *side);
        view! {
            <li class="lanes__head">
                <span class="lanes__kind">{wording::participant(*side)}</span>
                {name.map(|name| view! { <span class="lanes__name">{name}</span> })}
            </li>
        }
    });
    view! {
        <div class="lanes" data-lanes=sides.len().to_string()>
            <ul class="lanes__heads" aria-label=words::flow::who_takes_part()>{head.collect_view()}</ul>
            {drawing.by_chapter(messages, "lanes__events")}
        </div>
        {as_text(drawing.guest.display_name.clone(), text)}
    }
    .into_any()
}

fn message(shown: Shown, drawing: &Drawing<'_>, sides: &[Participant], event: Event) -> AnyView {
    let lane = |side: Participant| sides.iter().position(|other| *other == side).unwrap_or(0);
    let last_lane = sides.len().saturating_sub(1);
    let (drawn, who, (first, last)) = match event.span {
        Span::Between(from, to) => {
            let who = words::flow::from_to_colon(wording::participant(from), wording::participant(to));
            let (from, to) = (lane(from), lane(to));
            (if from < to { "right" } else { "left" }, who, (from.min(to), from.max(to)))
        }
        Span::At(side) => ("at", format!("{}: ", wording::participant(side)), (lane(side), lane(side))),
        Span::All => ("all", String::new(), (0, last_lane)),
    };
    let (label, answer) = wording::happening(&drawing.design.resource_tenant, event.what);
    let what = view! {
        <span class="message__who">{who}</span>
        <span class="message__what">{label}{answer.map(|answer| view! { ": "<strong>{answer}</strong> })}</span>
        <svg class="message__line" aria-hidden="true" focusable="false"><line x1="0" y1="50%" x2="100%" y2="50%"></line></svg>
        <svg class="message__tip" viewBox="0 0 8 8" aria-hidden="true" focusable="false"><path d="M0 0 L8 4 L0 8 Z"></path></svg>
    };
    let (kind, is_step) = match event.what {
        Happening::Step { .. } => ("step", true),
        Happening::Asks(..) => ("asks", true),
        Happening::Ends(_) => ("ends", true),
        Happening::SignInResult => ("result", false),
        Happening::Mail(_) => ("mail", false),
    };
    let stop = if is_step {
        shown.stop("message__go", event.place, event.place, what)
    } else {
        // What a step sends belongs to the step, which is marked already.
        shown.beside("message__go", event.place, what)
    };
    // The words stand on the side of the lanes that has more room.
    let end = (first + last > last_lane).then_some("");
    view! {
        <li
            class="message"
            data-drawn=drawn
            data-first=first.to_string()
            data-last=last.to_string()
            data-end=end
            data-kind=kind
        >
            {stop}
        </li>
    }
    .into_any()
}

/// The text for Mermaid, to copy or to save.
fn as_text(name: String, text: String) -> AnyView {
    let app = App::expect();
    let (copied, saved) = (text.clone(), text.clone());
    let copy = move |_| {
        let copied = copied.clone();
        leptos::task::spawn_local(async move {
            match clipboard::write_text(&copied).await {
                Ok(()) => app.announce(words::flow::copied_sequence_as_text_for()),
                Err(_) => app.notify(words::flow::browser_did_not_let_text(), None),
            }
        });
    };
    let save = move |_| {
        let file = format!("{}-sequence.mmd", files::stem(&name, "guest"));
        if files::download_as("text/plain", &file, &saved) {
            app.announce(words::common::saved_file(&file));
        } else {
            app.notify(words::common::the_browser_did_not_take(&file), None);
        }
    };
    view! {
        <details class="mermaid">
            <summary class="mermaid__title">{words::flow::as_text_for_mermaid()}</summary>
            <div class="mermaid__commands">
                <button class="button" type="button" on:click=copy>{words::flow::copy_text()}</button>
                <button class="button" type="button" on:click=save>{words::flow::save_as_file()}</button>
            </div>
            <pre class="mermaid__text" tabindex="0" role="region" aria-label=words::flow::sequence_as_text_for_mermaid()>{text}</pre>
        </details>
    }
    .into_any()
}
