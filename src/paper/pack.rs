//! A document that is handed round, on paper: headings, texts, lists, tables and what machines read.
//!
//! What it says is the engine's.

use leptos::prelude::*;
use redemption_engine::analysis::pack::part::Part;

pub(super) fn pack(parts: &[Part]) -> AnyView {
    parts.iter().map(part).collect_view().into_any()
}

fn part(part: &Part) -> AnyView {
    let items = |items: &[String]| items.iter().map(|item| view! { <li>{item.clone()}</li> }).collect_view();
    match part {
        Part::Title { text } => view! { <h1 class="paper__title" id="paper-pack">{text.clone()}</h1> }.into_any(),
        Part::Heading { text } => view! { <h2 class="paper__part">{text.clone()}</h2> }.into_any(),
        Part::Appendix { text } => view! { <h2 class="paper__part paper__appendix">{text.clone()}</h2> }.into_any(),
        Part::Subheading { text } => view! { <h3>{text.clone()}</h3> }.into_any(),
        Part::Text { text } => view! { <p>{text.clone()}</p> }.into_any(),
        Part::Points { points } => view! { <ul class="bullets">{items(points)}</ul> }.into_any(),
        Part::Steps { steps } => view! { <ol class="paper__steps">{items(steps)}</ol> }.into_any(),
        Part::Code { text, .. } => view! { <pre class="paper__code"><code>{text.clone()}</code></pre> }.into_any(),
        Part::Table { head, rows } => {
            let heads = head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
            let row = |cells: &Vec<String>| {
                let cells = cells.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
                view! { <tr>{cells}</tr> }
            };
            view! {
                <table class="paper__table">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows.iter().map(row).collect_view()}</tbody>
                </table>
            }
            .into_any()
        }
    }
}
