//! Form controls, dialogs and small things that every panel uses. Native elements first.
//!
//! A control keeps half-typed text to itself; only a value that can be taken enters the workspace.

use leptos::html;
use leptos::prelude::*;
use redemption_engine::problems::Severity;
use wasm_bindgen::JsCast;

use crate::app::button_of;
use crate::state::{App, Dialog, Refusal, Shown};
use crate::words;

/// What a control does with a new text: take it, or say why not.
pub type Commit = Callback<String, Result<(), Refusal>>;

/// A text that could not be taken.
#[derive(Clone)]
struct Refused {
    text: String,
    refusal: Refusal,
    instead_of: String,
}

/// A line of text that is taken when the user leaves the field or presses Enter.
#[component]
pub fn TextField(
    /// The control's id: the path of the field it edits.
    #[prop(into)]
    id: String,
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// One line of help.
    #[prop(optional, into)]
    help: Option<String>,
    /// The present value.
    #[prop(into)]
    value: Signal<String>,
    /// Takes a new text, or says why not.
    commit: Commit,
    /// An example.
    #[prop(optional)]
    placeholder: &'static str,
    /// `text`, `email` or `url`: which keyboard a phone shows.
    #[prop(default = "text")]
    input_mode: &'static str,
    /// The id of a `datalist` with suggestions.
    #[prop(optional)]
    suggestions: Option<&'static str>,
) -> impl IntoView {
    let app = App::expect();
    let refused = RwSignal::new(None::<Refused>);
    // A refusal belongs to the value it was refused for: undo, or another row in this place, ends it.
    let current = move || refused.get().filter(|refused| value.with(|value| *value == refused.instead_of));
    let shown = move || current().map_or_else(|| value.get(), |refused| refused.text);
    let error = Memo::new(move |_| current().map(|refused| refused.refusal));
    let listed = id.clone();
    let gone = id.clone();
    on_cleanup(move || app.refused.strike(&gone));
    let take = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let text = input.value();
        match commit.run(text.clone()) {
            Ok(()) => {
                refused.set(None);
                app.refused.strike(&listed);
                input.set_value(&value.get_untracked());
            }
            Err(refusal) => {
                app.refused.list(&listed, &refusal, value);
                refused.set(Some(Refused { text, refusal, instead_of: value.get_untracked() }));
            }
        }
    };
    let described = described_by(&id, help.is_some());
    let error_id = format!("{id}-error");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input
                class="field__input"
                id=id.clone()
                type="text"
                inputmode=input_mode
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=placeholder
                list=suggestions
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=shown
                on:change=take
            />
            {help.map(|help| view! { <p class="field__help" id=format!("{id}-help")>{help}</p> })}
            <FieldError id=error_id refusal=error />
            <FieldProblems id=id />
        </div>
    }
}

/// Why what stands in a field cannot be taken, with its code; nothing where it can.
#[component]
pub fn FieldError(
    /// The element's id.
    id: String,
    /// Why not.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let told = move || {
        let Refusal { code, why } = refusal.get()?;
        Some(view! { <span class="problem__code">{code.card().id}</span> " " {why} })
    };
    view! { <p class="field__error" id=id>{told}</p> }
}

/// A choice between a few values.
#[component]
pub fn Choice(
    /// The control's id: the path of the field it edits.
    #[prop(into)]
    id: String,
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// One line of help.
    #[prop(optional, into)]
    help: Option<String>,
    /// The present value.
    #[prop(into)]
    value: Signal<String>,
    /// Value and label of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Takes another value.
    choose: Callback<String>,
) -> impl IntoView {
    let described = described_by(&id, help.is_some());
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select
                class="field__input"
                id=id.clone()
                aria-describedby=described
                prop:value=move || {
                    options.track();
                    value.get()
                }
                on:change=move |event| choose.run(event_target_value(&event))
            >
                {move || {
                    let now = value.get_untracked();
                    options
                        .get()
                        .into_iter()
                        .map(|(value, label)| view! { <option selected=value == now value=value>{label}</option> })
                        .collect_view()
                }}
            </select>
            {help.map(|help| view! { <p class="field__help" id=format!("{id}-help")>{help}</p> })}
            <FieldProblems id=id />
        </div>
    }
}

/// Something that is on or off.
#[component]
pub fn Toggle(
    /// The control's id: the path of the field it edits.
    #[prop(into)]
    id: String,
    /// What is switched.
    #[prop(into)]
    label: String,
    /// One line of help.
    #[prop(optional, into)]
    help: Option<String>,
    /// Whether it is on.
    #[prop(into)]
    value: Signal<bool>,
    /// Switches.
    switch: Callback<bool>,
) -> impl IntoView {
    let described = described_by(&id, help.is_some());
    view! {
        <div class="field field--toggle">
            <span class="toggle">
                <input
                    class="toggle__box"
                    id=id.clone()
                    type="checkbox"
                    aria-describedby=described
                    prop:checked=value
                    on:change=move |event| switch.run(event_target_checked(&event))
                />
                <label class="toggle__label" for=id.clone()>{label}</label>
            </span>
            {help.map(|help| view! { <p class="field__help" id=format!("{id}-help")>{help}</p> })}
            <FieldProblems id=id />
        </div>
    }
}

/// What is questionable about a field, under it.
#[component]
pub fn FieldProblems(
    /// The path of the field.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let app = App::expect();
    let list_id = format!("{id}-problems");
    let found = Memo::new(move |_| {
        app.problems.with(|problems| {
            let here = problems.iter().filter(|problem| problem.field.as_str() == id);
            here.map(|problem| (problem.code.card().id, problem.severity, problem.message.clone())).collect::<Vec<_>>()
        })
    });
    view! {
        <ul class="problems problems--field" id=list_id hidden=move || found.with(Vec::is_empty)>
            {move || {
                found
                    .get()
                    .into_iter()
                    .map(|(code, severity, message)| {
                        view! {
                            <li class="problem" data-severity=severity_name(severity)>
                                <span class="problem__mark" aria-hidden="true">{severity_glyph(severity)}</span>
                                <span class="problem__text"><span class="problem__code">{code}</span>" "{message}</span>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

/// The name of a severity in markup.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Refused => "refused",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The glyph of a severity.
pub fn severity_glyph(severity: Severity) -> &'static str {
    match severity {
        Severity::Refused => "✕",
        Severity::Warning => "!",
        Severity::Note => "i",
    }
}

/// A dialog over the page, where the browser keeps the focus inside and gives it back, or a view in the drawer.
#[component]
pub fn Modal(
    /// Which dialog this is.
    kind: Dialog,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Its content, made anew at each opening; it stays when it goes into the drawer or out of it.
    children: ChildrenFn,
) -> impl IntoView {
    let app = App::expect();
    let node = NodeRef::<html::Dialog>::new();
    let shown = Memo::new(move |_| app.shown(kind));
    let in_drawer = move || shown.get() == Some(Shown::Drawer);
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        let shown = shown.get();
        if dialog.open() {
            dialog.close();
        }
        match shown {
            // Already shown is excluded above; refused by the browser, it stays closed.
            Some(Shown::Over) => drop(dialog.show_modal()),
            // Leaves the focus where it is.
            Some(Shown::Drawer) => dialog.set_open(true),
            None => {}
        }
    });
    let name = kind.name();
    let heading = format!("dialog-{name}");
    let close = move || match shown.get_untracked() {
        Some(Shown::Over) => app.dialog.set(None),
        Some(Shown::Drawer) => {
            app.show_in_drawer(None);
            focus_when_drawn(button_of(kind));
        }
        None => {}
    };
    // The browser closes it by Escape, and says so late: what has been shown again meanwhile stays.
    let closed = move |_| {
        if node.get_untracked().is_some_and(|dialog| !dialog.open()) {
            close();
        }
    };
    let by_escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && shown.get_untracked() == Some(Shown::Drawer) && !event.default_prevented() {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    let labelled = heading.clone();
    let title = StoredValue::new(title);
    let children = StoredValue::new(children);
    let heading = StoredValue::new(heading);
    view! {
        <dialog
            class="modal"
            node_ref=node
            data-dialog=name
            data-drawer=move || in_drawer().then_some("")
            aria-labelledby=labelled
            on:close=closed
            on:keydown=by_escape
        >
            <Show when=move || shown.get().is_some()>
                <header class="modal__head">
                    <h2 class="modal__title" id=heading.get_value()>{title.get_value()}</h2>
                    {kind.is_for_drawer().then(|| view! { <IntoDrawer kind=kind /> })}
                    <button class="button button--quiet" type="button" aria-label=words::common::close() on:click=move |_| close()>"✕"</button>
                </header>
                <div class="modal__body">{children.with_value(|children| children())}</div>
            </Show>
        </dialog>
    }
}

/// Puts a view that is shown over the page into the drawer, and the other way round.
#[component]
fn IntoDrawer(
    /// The view.
    kind: Dialog,
) -> impl IntoView {
    let app = App::expect();
    let in_drawer = Memo::new(move |_| app.shown(kind) == Some(Shown::Drawer));
    let press = move |_| {
        if in_drawer.get_untracked() {
            app.dialog.set(Some(kind));
        } else {
            app.show_in_drawer(Some(kind));
            app.dialog.set(None);
            focus_when_drawn(button_of(kind));
        }
    };
    view! {
        <button class="button modal__place" type="button" on:click=press>
            {move || if in_drawer.get() { words::frame::open_large() } else { words::frame::keep_in_drawer() }}
        </button>
    }
}

/// Focuses an element, if it can be.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // What cannot be focused leaves the focus where it is.
        drop(element.focus());
    }
}

/// Focuses an element once it is drawn, opening what folds it away.
pub fn focus_when_drawn(id: String) {
    focus_first_drawn(vec![id]);
}

/// Focuses the first of several elements that is drawn.
pub fn focus_first_drawn(ids: Vec<String>) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            let Some(element) =
                ids.iter().find_map(|id| document().get_element_by_id(id)?.dyn_into::<web_sys::HtmlElement>().ok())
            else {
                return;
            };
            let mut around = element.parent_element();
            while let Some(parent) = around {
                if parent.tag_name().eq_ignore_ascii_case("details") {
                    // Setting an attribute on an element of this page cannot be refused.
                    drop(parent.set_attribute("open", ""));
                }
                around = parent.parent_element();
            }
            element.scroll_into_view();
            drop(element.focus());
        });
    });
}

fn described_by(id: &str, has_help: bool) -> String {
    let help = if has_help { format!("{id}-help ") } else { String::new() };
    format!("{help}{id}-error {id}-problems")
}
