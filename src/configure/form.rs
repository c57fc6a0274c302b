//! Settings on the page: a row for each, with the control of its kind.
//!
//! Here the types of the subjects end: a row reads and writes text, so that the page carries each control once.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::workspace::Workspace;

use super::bind::edit;
use super::group::passes_filter;
use super::setting::{Kind, ON, Options, Setting};
use super::subject::{At, Of};
use super::ticks::Ticks;
use crate::controls::{Choice, TextField, Toggle};
use crate::state::{App, Refusal};
use crate::words;

/// The id of the list of user principal names that fields for addresses suggest.
pub(super) const SUGGESTIONS: &str = "home-user-names";

type Show = Box<dyn Fn(&Workspace) -> Option<String> + Send + Sync>;
type Put = Box<dyn Fn(&mut Workspace, &str) -> Result<(), Refusal> + Send + Sync>;

/// A setting of a certain subject.
pub(super) struct Row {
    id: String,
    label: &'static str,
    help: &'static str,
    shape: Shape,
    show: Show,
    put: Put,
    usual: Option<String>,
    inner: bool,
}

/// Rows that belong together.
pub(super) type Rows = Vec<Arc<Row>>;

/// A kind of control, without the way to the value.
enum Shape {
    Line { mode: &'static str, example: &'static str },
    Flag,
    One(fn(&Workspace) -> Options),
    Many { options: fn(&Workspace) -> Options, others: bool },
    Part { view: fn(App, At) -> AnyView, at: At },
}

/// The settings of a subject.
pub(super) fn rows<S>(of: Of<S>, settings: &'static [Setting<S>]) -> Rows {
    all(of, settings, false)
}

/// The settings of a subject that is only there once something above has been turned on.
pub(super) fn within<S>(of: Of<S>, settings: &'static [Setting<S>]) -> Rows {
    all(of, settings, true)
}

fn all<S>(of: Of<S>, settings: &'static [Setting<S>], inner: bool) -> Rows {
    let Of { get, get_mut, usual, at, prefix } = of;
    let usual = usual();
    let row = |setting: &'static Setting<S>| {
        Arc::new(Row {
            id: format!("{prefix}{}", setting.path),
            label: setting.label,
            help: setting.help,
            shape: match setting.kind {
                Kind::Line { mode, example, .. } => Shape::Line { mode, example },
                Kind::Flag { .. } => Shape::Flag,
                Kind::One { options, .. } => Shape::One(options),
                Kind::Many { options, others, .. } => Shape::Many { options, others },
                Kind::Part { view, .. } => Shape::Part { view, at },
            },
            show: Box::new(move |workspace| get(workspace, at).map(|of| setting.show(of))),
            put: Box::new(move |workspace, text| get_mut(workspace, at).map_or(Ok(()), |of| setting.put(of, text))),
            usual: usual.as_ref().map(|usual| setting.show(usual)),
            inner,
        })
    };
    settings.iter().map(row).collect()
}

impl Row {
    /// The control's id.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// What the field is called.
    pub(super) fn label(&self) -> &'static str {
        self.label
    }

    /// One line of help.
    pub(super) fn help(&self) -> &'static str {
        self.help
    }

    /// Whether there is a default.
    pub(super) fn has_default(&self) -> bool {
        self.usual.is_some()
    }

    /// Whether the value differs from the default.
    pub(super) fn differs(&self, workspace: &Workspace) -> bool {
        self.usual.as_ref().is_some_and(|usual| (self.show)(workspace).is_some_and(|now| now != *usual))
    }

    /// The value in words where it differs from the default, or where there is no default and something is set. A part with controls
    /// of its own is told by whoever knows it.
    pub(super) fn told(&self, workspace: &Workspace) -> Option<String> {
        let value = (self.show)(workspace)?;
        let is_set = self.usual.as_ref().map_or(!value.is_empty(), |usual| value != *usual);
        let label = |options: Options, name: &str| {
            options.into_iter().find(|(other, _)| other == name).map_or(name.to_owned(), |(_, label)| label)
        };
        let words = match self.shape {
            Shape::Part { .. } => return None,
            Shape::Line { .. } if value.is_empty() => words::common::none().to_owned(),
            Shape::Line { .. } => value,
            Shape::Flag if value == ON => words::configure::yes().to_owned(),
            Shape::Flag => words::configure::no().to_owned(),
            Shape::One(options) => label(options(workspace), &value),
            Shape::Many { .. } if value.is_empty() => words::common::none().to_owned(),
            Shape::Many { options, .. } => {
                value.lines().map(|name| label(options(workspace), name)).collect::<Vec<_>>().join(", ")
            }
        };
        is_set.then_some(words)
    }

    /// Sets the default, if there is one.
    pub(super) fn reset(&self, workspace: &mut Workspace) {
        if let Some(usual) = &self.usual {
            // A default was shown by the setting itself, so it can be read.
            drop((self.put)(workspace, usual));
        }
    }

    /// The value as text, followed; blank where there is no subject.
    pub(super) fn text(self: &Arc<Self>, app: App) -> Signal<String> {
        let row = self.clone();
        Memo::new(move |_| app.with(|workspace| (row.show)(workspace)).unwrap_or_default()).into()
    }

    /// The value as text once what is looked at has been painted; blank where there is no subject. For controls that show by themselves what was
    /// chosen: after a click they have nothing new to show.
    fn text_after_paint(self: &Arc<Self>, app: App) -> Signal<String> {
        let row = self.clone();
        app.after_paint(move || app.with(|workspace| (row.show)(workspace)).unwrap_or_default()).into()
    }

    /// Takes a text as one step of the history; a text that cannot be read is refused, with the reason announced.
    pub(super) fn take(&self, app: App, label: &str, text: &str) -> Result<(), Refusal> {
        let mut workspace = app.session.with_untracked(|session| session.workspace().clone());
        match (self.put)(&mut workspace, text) {
            Ok(()) => {
                edit(app, label, move |now| *now = workspace);
                Ok(())
            }
            Err(refusal) => {
                app.announce(words::configure::not_changed(&refusal.why));
                Err(refusal)
            }
        }
    }
}

/// The names of the rows' controls with their labels.
pub(super) fn named(rows: &Rows) -> Vec<(String, &'static str)> {
    rows.iter().map(|row| (row.id.clone(), row.label)).collect()
}

/// Draws rows under each other.
pub(super) fn draw(rows: &Rows, filtered: bool) -> AnyView {
    let app = App::expect();
    rows.iter().map(|row| draw_row(app, row, filtered)).collect_view().into_any()
}

fn draw_row(app: App, row: &Arc<Row>, filtered: bool) -> AnyView {
    let control = control(app, row);
    if !row.inner && !filtered {
        return control;
    }
    let passes = if filtered {
        let row = row.clone();
        passes_filter(app, app.after_paint(move || app.with(|workspace| row.differs(workspace))).into())
    } else {
        true.into()
    };
    let class = if row.inner { "only within" } else { "only" };
    let row = row.clone();
    let there = app.after_paint(move || app.with(|workspace| (row.show)(workspace).is_some()));
    view! { <div class=class hidden=move || !(there.get() && passes.get())>{control}</div> }.into_any()
}

fn control(app: App, row: &Arc<Row>) -> AnyView {
    let (id, label, help) = (row.id.clone(), row.label, row.help);
    let taken = row.clone();
    match row.shape {
        Shape::Line { mode, example } => {
            let value = row.text(app);
            let commit = Callback::new(move |text: String| taken.take(app, &words::configure::changed(&taken.label), &text));
            if mode == "email" {
                view! {
                    <TextField
                        id=id
                        label=label
                        help=help
                        input_mode=mode
                        placeholder=example
                        suggestions=SUGGESTIONS
                        value=value
                        commit=commit
                    />
                }
                .into_any()
            } else {
                view! { <TextField id=id label=label help=help input_mode=mode placeholder=example value=value commit=commit /> }
                    .into_any()
            }
        }
        Shape::Flag => {
            let value = row.text_after_paint(app);
            let switch = Callback::new(move |on: bool| {
                let label = if on { words::configure::turned_on(taken.label) } else { words::configure::turned_off(taken.label) };
                drop(taken.take(app, &label, if on { ON } else { "" }));
            });
            view! { <Toggle id=id label=label help=help value=Signal::derive(move || value.get() == ON) switch=switch /> }
                .into_any()
        }
        Shape::One(options) => {
            let value = row.text_after_paint(app);
            let options = app.after_paint(move || app.with(options));
            let choose =
                Callback::new(move |name: String| drop(taken.take(app, &words::configure::changed(&taken.label), &name)));
            view! { <Choice id=id label=label help=help value=value options=options choose=choose /> }.into_any()
        }
        Shape::Many { options, others } => view! { <Ticks row=taken options=options others=others /> }.into_any(),
        Shape::Part { view, at } => view(app, at),
    }
}

#[cfg(test)]
mod tests;
