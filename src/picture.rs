//! The view of the run as a picture: to the clipboard, or as a file. The storyboard where it is shown, or else the flowchart.
//!
//! What is drawn is in `flow` and `storyboard`, as SVG with its words as text; `paint` makes pixels of it. Always dark on white.

mod canvas;
mod flow;
mod paint;
mod storyboard;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::clipboard;
use crate::files;
use crate::later::later;
use crate::state::{App, NoticeAction, Projection};
use crate::words;
use canvas::{Colours, Drawn};

/// What becomes of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum PictureUse {
    /// It goes to the clipboard, as pixels.
    Copy,
    /// It is saved as pixels.
    SavePng,
    /// It is saved as it is drawn.
    SaveSvg,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Pictured {
    /// The flowchart of the chapter at the cursor.
    FlowPicture,
    /// All pages of the run.
    StoryboardPicture,
}

impl Pictured {
    /// The name in markup.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What the page calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::FlowPicture => words::show::flowchart_picture(),
            Self::StoryboardPicture => words::show::storyboard_picture(),
        }
    }

    /// What it is for.
    pub fn about(self) -> &'static str {
        match self {
            Self::FlowPicture => words::show::part_flow_cursor_as_shown(),
            Self::StoryboardPicture => words::show::every_page_run_sees_and(),
        }
    }

    /// The one that is shown: the storyboard, or else the flowchart.
    fn shown(app: App) -> Self {
        if app.projection.get_untracked() == Projection::Storyboard { Self::StoryboardPicture } else { Self::FlowPicture }
    }
}

/// Draws what is shown, and does this with it.
pub fn take(app: App, what: PictureUse) {
    take_of(app, Pictured::shown(app), what);
}

/// Draws this, and does that with it.
pub fn take_of(app: App, drawing: Pictured, what: PictureUse) {
    spawn_local(async move {
        if taken(app, drawing, what).await.is_err() {
            app.notify(words::show::draws_picture_could_not_loaded(), None);
        }
    });
}

later! {
    /// Draws it, and starts what becomes of it.
    fn taken(app: App, drawing: Pictured, what: PictureUse) -> () {
        take_now(app, drawing, what);
    }
}

fn take_now(app: App, drawing: Pictured, what: PictureUse) {
    let Some((name, drawn)) = untrack(|| drawn(app, drawing)) else {
        app.notify(words::show::no_guest_in_scenario_nothing_to(), None);
        return;
    };
    match what {
        PictureUse::SaveSvg => {
            let file = format!("{name}.svg");
            if files::download_as("image/svg+xml", &file, &drawn.text) {
                app.announce(words::common::saved_file(&file));
            } else {
                app.notify(
                    words::common::the_browser_did_not_take(&file),
                    Some(NoticeAction::Download { name: file, text: drawn.text }),
                );
            }
        }
        PictureUse::SavePng => spawn_local(async move {
            let file = format!("{name}.png");
            let saved = match paint::png(&drawn).await {
                Ok(blob) => files::offer_blob(&file, &blob),
                Err(error) => Err(error),
            };
            match saved {
                Ok(()) => app.announce(words::common::saved_file(&file)),
                Err(_) => instead(app, words::show::browser_could_not_make_png(), &name, drawn),
            }
        }),
        PictureUse::Copy => {
            let painted = drawn.clone();
            let promise = wasm_bindgen_futures::future_to_promise(async move { paint::png(&painted).await.map(JsValue::from) });
            spawn_local(async move {
                match clipboard::write_png(&promise).await {
                    Ok(()) => app.announce(words::show::copied_the_picture()),
                    Err(_) => {
                        // A picture that fails on its own has been reported by the clipboard already.
                        drop(wasm_bindgen_futures::JsFuture::from(promise).await);
                        instead(app, words::show::browser_did_not_let_picture(), &name, drawn);
                    }
                }
            });
        }
    }
}

/// Says what failed, and offers the picture as a file.
fn instead(app: App, failed: &str, name: &str, drawn: Drawn) {
    let action = NoticeAction::Download { name: format!("{name}.svg"), text: drawn.text };
    app.notify(words::show::you_can_download_as_file(failed), Some(action));
}

/// The picture with the stem of its file's name; none without a guest.
fn drawn(app: App, drawing: Pictured) -> Option<(String, Drawn)> {
    let colours = Colours::of_page();
    let (place, rows, shown) = (app.place(), (app.detail.get(), app.unused.get()), app.shown_places());
    app.session.with(|session| {
        let (workspace, guest) = (session.workspace(), session.guest()?);
        app.run.with(|run| {
            let run = run?;
            let name = files::stem(&format!("{} {}", workspace.name, guest.display_name), "guest");
            let subject = canvas::Subject { workspace, guest, run, shown: &shown, language: app.look.language.get_untracked() };
            Some(match drawing {
                Pictured::StoryboardPicture => (format!("{name}-storyboard"), storyboard::draw(&subject, &colours)),
                Pictured::FlowPicture => (format!("{name}-flow"), flow::draw(&subject, place, rows, &colours)),
            })
        })
    })
}
