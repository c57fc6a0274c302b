//! One scenario of the list, with its buttons, the form that renames it, and the note of the open one.
//!
//! What the buttons do is in `doing`.

use leptos::prelude::*;

use super::Shared;
use super::doing::{self, Standing};
use crate::commands::Command;
use crate::controls::focus_when_drawn;
use crate::dialogs::name_form::NameForm;
use crate::note::ScenarioNoteField;
use crate::state::Dialog;
use crate::words;

/// A scenario with its buttons.
#[component]
pub(super) fn ScenarioRow(
    /// What the dialog's parts share.
    shared: Shared,
    /// The scenario's id.
    id: String,
) -> impl IntoView {
    let app = shared.app;
    let key = id.clone();
    let row = Memo::new(move |_| shared.rows.with(|rows| rows.iter().find(|row| row.id == key).cloned()));
    let name = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| row.name.clone()).unwrap_or_default()));
    let about = move || row.with(|row| row.as_ref().map(|row| row.about.clone()));
    let standing = Memo::new(move |_| row.with(|row| row.as_ref().map_or(Standing::Closed, |row| row.standing)));
    let is_open = Memo::new(move |_| standing.get().is_open());
    let renaming = RwSignal::new(false);
    let id = StoredValue::new(id);
    let open = move || match doing::open(app, &id.get_value()) {
        Ok(()) => app.dialog.set(None),
        Err(message) => shared.say(message),
    };
    let labelled = move |what: &str| format!("{what} {}", name.get());
    view! {
        <li class="scenario" data-open=move || is_open.get().to_string()>
            <div class="scenario__head">
                <h3 class="scenario__name">{name}</h3>
                <Show when=move || is_open.get()>
                    <span class="tag tag--level">{move || standing.get().word()}</span>
                </Show>
                <p class="scenario__about">{about}</p>
            </div>
            <Show when=move || is_open.get()>
                <ScenarioNoteField />
            </Show>
            <Show when=move || renaming.get()>
                <NameForm
                    id=format!("scenario-name-{}", id.get_value())
                    label=words::scenarios::new_name()
                    name=name.get_untracked()
                    save=Callback::new(move |name: String| doing::rename(app, &id.get_value(), &name, shared.later()).map(|message| shared.say(message)))
                    done=Callback::new(move |()| {
                        renaming.set(false);
                        focus_when_drawn(rename_id(id));
                    })
                />
            </Show>
            <div class="buttons" role="group" aria-label=move || labelled(words::common::actions_for())>
                <Show when=move || !is_open.get()>
                    <button
                        class="button"
                        type="button"
                        id=open_id(id)
                        aria-label=move || labelled(words::common::open())
                        on:click=move |_| shared.leave.then(&open_id(id), open)
                    >
                        {words::common::open()}
                    </button>
                </Show>
                <Show when=move || is_open.get()>
                    <button
                        class="button"
                        type="button"
                        aria-haspopup="dialog"
                        aria-label=move || labelled(words::scenarios::history_of())
                        on:click=move |_| Command::Open(Dialog::History).run(app)
                    >
                        {words::common::history()}
                    </button>
                </Show>
                <button
                    class="button"
                    type="button"
                    id=rename_id(id)
                    aria-label=move || labelled(words::common::rename())
                    aria-expanded=move || renaming.get().to_string()
                    on:click=move |_| renaming.update(|renaming| *renaming = !*renaming)
                >
                    {words::common::rename()}
                </button>
                <button
                    class="button"
                    type="button"
                    aria-label=move || labelled(words::scenarios::duplicate())
                    on:click=move |_| shared.say(doing::duplicate(app, &id.get_value(), shared.later()))
                >
                    {words::scenarios::duplicate()}
                </button>
                <button
                    class="button"
                    type="button"
                    aria-label=move || labelled(words::common::export())
                    on:click=move |_| shared.say(doing::export(app, &id.get_value()))
                >
                    {words::common::export()}
                </button>
                <button
                    class="button"
                    type="button"
                    aria-label=move || labelled(words::common::delete())
                    on:click=move |_| shared.say(doing::delete(app, &id.get_value()))
                >
                    {words::common::delete()}
                </button>
            </div>
        </li>
    }
}

fn open_id(id: StoredValue<String>) -> String {
    format!("scenario-open-{}", id.get_value())
}

fn rename_id(id: StoredValue<String>) -> String {
    format!("scenario-rename-{}", id.get_value())
}
