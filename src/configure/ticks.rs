//! A setting of several values: a check box for each known one, and a line for others where there can be others.
//!
//! Which values there are is for the setting to say.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::workspace::Workspace;

use super::form::Row;
use super::line::{Line, joined};
use super::setting::Options;
use crate::controls::{FieldProblems, TextField};
use crate::state::App;
use crate::words;

/// Check boxes for the values of a setting.
#[component]
pub(super) fn Ticks(
    /// The setting.
    row: Arc<Row>,
    /// The values that can be ticked.
    options: fn(&Workspace) -> Options,
    /// Whether others can be typed. Without, others that are there can be taken away.
    others: bool,
) -> impl IntoView {
    let app = App::expect();
    let id = row.id().to_owned();
    let text = row.text(app);
    let chosen = Memo::new(move |_| text.get().lines().map(str::to_owned).collect::<Vec<_>>());
    let known = Memo::new(move |_| {
        let mut all = app.with(options);
        if !others {
            let unknown: Options = chosen.with(|chosen| {
                let unknown = chosen.iter().filter(|name| all.iter().all(|(known, _)| known != *name));
                unknown.map(|name| (name.clone(), name.clone())).collect()
            });
            all.extend(unknown);
        }
        all
    });
    let (label, help) = (row.label(), row.help());
    let take = Callback::new(move |names: Vec<String>| {
        // Names pass as they are shown, so none is refused.
        drop(row.take(app, &words::configure::changed(row.label()), &names.join("\n")));
    });
    let others = others.then(|| view! { <Others id=format!("{id}.others") chosen=chosen known=known take=take /> });
    let (box_id, problems) = (id.clone(), id.clone());
    let tick = move |(name, label): (String, String)| {
        let (this, id) = (name.clone(), format!("{box_id}.{name}"));
        let switch = move |event| {
            let mut names = chosen.get_untracked();
            names.retain(|other| *other != name);
            if event_target_checked(&event) {
                names.push(name.clone());
            }
            take.run(names);
        };
        view! {
            <span class="toggle">
                <input
                    class="toggle__box"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&this))
                    on:change=switch
                />
                <label class="toggle__label" for=id>{label}</label>
            </span>
        }
    };
    view! {
        <fieldset class="field" id=id.clone() tabindex="-1" aria-describedby=format!("{id}-help {id}-problems")>
            <legend class="field__label">{label}</legend>
            {move || known.get().into_iter().map(&tick).collect_view()}
            {others}
            <p class="field__help" id=format!("{id}-help")>{help}</p>
            <FieldProblems id=problems />
        </fieldset>
    }
}

/// The chosen values that have no check box, as a line of text.
#[component]
fn Others(
    /// The control's id.
    id: String,
    /// All chosen values.
    chosen: Memo<Vec<String>>,
    /// Those with a check box.
    known: Memo<Options>,
    /// Takes all values anew.
    take: Callback<Vec<String>>,
) -> impl IntoView {
    let is_known = move |name: &String| known.with(|known| known.iter().any(|(other, _)| other == name));
    let value = Signal::derive(move || joined(&chosen.get().into_iter().filter(|name| !is_known(name)).collect::<Vec<_>>()));
    let commit = Callback::new(move |text: String| {
        let typed = Vec::<String>::read(&text)?;
        let ticked = chosen.get_untracked().into_iter().filter(is_known);
        let mut names: Vec<String> = ticked.collect();
        for name in typed {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        take.run(names);
        Ok(())
    });
    view! { <TextField id=id label=words::configure::others() help=words::common::with_commas_between_them() value=value commit=commit /> }
}
