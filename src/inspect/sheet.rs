//! The markup of what a simulated page is made of.
//!
//! No links out, no input fields, no art; which parts a page has is the engine's answer.

use leptos::prelude::*;
use redemption_engine::page::Part;

/// The parts as markup.
pub(super) fn drawn(parts: Vec<Part>) -> AnyView {
    view! { <div class="sheet">{parts.into_iter().map(part).collect_view()}</div> }.into_any()
}

fn part(part: Part) -> AnyView {
    match part {
        Part::Title(text) => line("sheet__title", text),
        Part::Line(text) => line("sheet__line", text),
        Part::Strong(text) => line("sheet__line sheet__line--strong", text),
        Part::Small(text) => line("sheet__line sheet__line--small", text),
        Part::Link(text) => line("sheet__link", text),
        Part::Account(text) => line("sheet__account", text),
        Part::Complaint(text) => line("sheet__line sheet__line--bad", text),
        Part::Code(text) => line("sheet__line sheet__line--code", text),
        Part::Closed(text) => line("sheet__closed", text),
        Part::Document(text) => line("sheet__document", text),
        Part::List(points) => view! { <ul class="sheet__list">{items(points)}</ul> }.into_any(),
        Part::Steps(points) => view! { <ol class="sheet__list sheet__list--steps">{items(points)}</ol> }.into_any(),
        Part::Details(rows) => view! {
            <dl class="sheet__head">
                {rows.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> }).collect_view()}
            </dl>
        }
        .into_any(),
    }
}

fn items(points: Vec<String>) -> impl IntoView {
    points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view()
}

fn line(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}
