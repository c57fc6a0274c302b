//! Notes of whoever teaches: the field in which one is written, and the notes as they are read and printed.
//!
//! Notes decide nothing. They are part of the workspace: saved, exported, undone.

use leptos::prelude::*;
use redemption_engine::flow::Node;
use redemption_engine::guest::StepNote;

use crate::state::App;
use crate::words;

/// The longest note that can be typed, in characters; a document may hold more.
const LONGEST: &str = "4000";

/// The note at a step of the selected guest.
#[component]
pub fn StepNoteField(
    /// The step.
    node: Node,
) -> impl IntoView {
    let app = App::expect();
    let value = Signal::derive(move || app.guest(|guest| guest.note(node).to_owned()));
    let write =
        Callback::new(move |text: String| app.edit_guest(words::inspect::note_changed(), |guest| guest.set_note(node, &text)));
    view! { <NoteField id="step-note" label=words::inspect::note_for_trainer_step() value=value write=write /> }
}

/// The note of the open scenario.
#[component]
pub fn ScenarioNoteField() -> impl IntoView {
    let app = App::expect();
    let value = Signal::derive(move || app.with(|workspace| workspace.note.clone()));
    let write = Callback::new(move |text: String| {
        app.edit(words::inspect::note_changed(), |workspace| text.trim().clone_into(&mut workspace.note));
    });
    view! { <NoteField id="scenario-note" label=words::inspect::note_for_trainer_scenario() value=value write=write /> }
}

/// A text of several lines that is taken when the field is left.
#[component]
fn NoteField(
    /// The control's id.
    id: &'static str,
    /// What it is called.
    label: &'static str,
    /// The present note.
    value: Signal<String>,
    /// Takes another one.
    write: Callback<String>,
) -> impl IntoView {
    let take = move |event: web_sys::Event| {
        let field: web_sys::HtmlTextAreaElement = event_target(&event);
        write.run(field.value());
        field.set_value(&value.get_untracked());
    };
    // A dialog that is closed by Escape takes the field away before it is left.
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            write.run(event_target_value(&event));
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <textarea class="field__input trainer__field" id=id rows="2" maxlength=LONGEST prop:value=value on:change=take on:keydown=escape></textarea>
        </div>
    }
}

/// The notes of the scenario and the selected guest; nothing where there are none.
#[component]
pub fn Notes(
    /// The steps whose notes stand elsewhere.
    #[prop(optional)]
    except: Vec<Node>,
    /// Whether they are shown on paper only.
    #[prop(optional)]
    on_paper: bool,
) -> impl IntoView {
    let app = App::expect();
    let except: Vec<String> = except.into_iter().map(Node::id).collect();
    let scenario = Memo::new(move |_| app.with(|workspace| workspace.note.clone()));
    let steps = Memo::new(move |_| {
        let mut notes = app.guest(|guest| guest.notes.clone());
        notes.retain(|note| !except.contains(&note.node));
        notes
    });
    let any = Memo::new(move |_| !scenario.with(String::is_empty) || !steps.with(Vec::is_empty));
    let step = |note: &StepNote| {
        view! { <div><dt>{note.title().to_owned()}</dt><dd class="trainer__text">{note.text.clone()}</dd></div> }
    };
    view! {
        <Show when=move || any.get()>
            <section class="trainer" class:trainer--paper=on_paper aria-labelledby="trainer-h">
                <h3 class="trainer__title" id="trainer-h">{words::inspect::notes_for_the_trainer()}</h3>
                <p class="trainer__text">{scenario}</p>
                <dl>{move || steps.with(|steps| steps.iter().map(step).collect_view())}</dl>
            </section>
        </Show>
    }
}
