//! The form that names something in its place in a list. Escape leaves the name as it is.
//!
//! Whether a name will do, and what becomes of it, is for whoever asks.

use leptos::prelude::*;

use crate::controls::focus_when_drawn;
use crate::words;

/// A field for a name, with the button that saves it and the one that does not.
#[component]
pub(super) fn NameForm(
    /// The field's id.
    id: String,
    /// What the field is called.
    label: &'static str,
    /// The present name.
    name: String,
    /// Takes the name, or says why not.
    save: Callback<String, Result<(), String>>,
    /// Takes the form away, once it is saved or left.
    done: Callback<()>,
) -> impl IntoView {
    let text = RwSignal::new(name);
    let error = RwSignal::new(String::new());
    let error_id = format!("{id}-error");
    let again = id.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match save.run(text.get_untracked()) {
            Ok(()) => done.run(()),
            Err(reason) => {
                error.set(reason);
                focus_when_drawn(again.clone());
            }
        }
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            // Without this the browser closes the whole dialog.
            event.prevent_default();
            done.run(());
        }
    };
    let select = |event: web_sys::FocusEvent| event_target::<web_sys::HtmlInputElement>(&event).select();
    focus_when_drawn(id.clone());
    view! {
        <form class="rename" on:submit=submit on:keydown=escape>
            <div class="field rename__field">
                <label class="field__label" for=id.clone()>{label}</label>
                <input
                    class="field__input"
                    id=id
                    type="text"
                    maxlength="200"
                    autocomplete="off"
                    aria-describedby=error_id.clone()
                    aria-invalid=move || (!error.with(String::is_empty)).then_some("true")
                    prop:value=text
                    on:focus=select
                    on:input=move |event| text.set(event_target_value(&event))
                />
                <p class="field__error" id=error_id role="alert">{error}</p>
            </div>
            <div class="buttons">
                <button class="button button--primary" type="submit">{words::scenarios::save_name()}</button>
                <button class="button" type="button" on:click=move |_| done.run(())>{words::common::cancel()}</button>
            </div>
        </form>
    }
}
