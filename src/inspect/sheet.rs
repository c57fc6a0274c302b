//! The parts that a simulated page is made of, and their markup.
//!
//! Plain text only: no links out, no input fields, no art. What is written on which page is said in `pages.rs`.

use leptos::prelude::*;

/// A part of a simulated page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The page's title.
    Title(String),
    /// A line of text.
    Line(String),
    /// A line that stands out.
    Strong(String),
    /// Something is wrong with what was done.
    Complaint(String),
    /// A code to be typed or to be reported.
    Code(String),
    /// Points.
    List(Vec<String>),
    /// Names with their values: the head of a mail, the details of an error.
    Details(Vec<(&'static str, String)>),
    /// The text of a document that has been opened.
    Document(String),
}

/// A title with lines under it.
pub(super) fn sheet(title: impl Into<String>, lines: impl IntoIterator<Item = String>) -> Vec<Part> {
    std::iter::once(Part::Title(title.into())).chain(lines.into_iter().map(Part::Line)).collect()
}

/// The parts as markup.
pub(super) fn drawn(parts: Vec<Part>) -> AnyView {
    view! { <div class="sheet">{parts.into_iter().map(part).collect_view()}</div> }.into_any()
}

fn part(part: Part) -> AnyView {
    match part {
        Part::Title(text) => line("sheet__title", text),
        Part::Line(text) => line("sheet__line", text),
        Part::Strong(text) => line("sheet__line sheet__line--strong", text),
        Part::Complaint(text) => line("sheet__line sheet__line--bad", text),
        Part::Code(text) => line("sheet__line sheet__line--code", text),
        Part::Document(text) => line("sheet__document", text),
        Part::List(points) => {
            view! { <ul class="sheet__list">{points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view()}</ul> }
                .into_any()
        }
        Part::Details(rows) => view! {
            <dl class="sheet__head">
                {rows.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> }).collect_view()}
            </dl>
        }
        .into_any(),
    }
}

fn line(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}
