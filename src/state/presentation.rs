//! Presentation mode: the page as it is shown to a room. Whether it is on, how large the type is, and what lies over it.
//!
//! What it looks like is in `style/present.css`; its bar is in `app/present.rs`. Nothing here belongs to a scenario.

use leptos::prelude::*;
use strum::{EnumIter, EnumString, IntoStaticStr};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{App, Panel, Paper};
use crate::address;
use crate::controls::focus_when_drawn;
use crate::preferences;
use crate::regions::Region;
use crate::words;

/// The name of the preference for the size of type.
const SIZE: &str = "type-size";

/// The button that shows the settings over a presentation.
pub const SETTINGS_BUTTON: &str = "present-settings";

/// The presentation. Copy it freely.
#[derive(Clone, Copy)]
pub struct Presentation {
    /// Whether it is on.
    pub on: RwSignal<bool>,
    /// Whether the screen is blank.
    pub blank: RwSignal<bool>,
    /// How large the type is.
    pub size: RwSignal<TypeSize>,
    /// What had the focus before.
    from: StoredValue<Option<web_sys::HtmlElement>, LocalStorage>,
}

/// How large the type of a presentation is, against the usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum TypeSize {
    /// One and a half.
    #[default]
    Large,
    /// One and three quarters.
    Larger,
    /// Twice.
    Largest,
}

impl TypeSize {
    /// The name in markup and in storage.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What the page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Large => "1.5×",
            Self::Larger => "1.75×",
            Self::Largest => "2×",
        }
    }
}

impl Presentation {
    /// Off, with the type of the last visit.
    pub fn new() -> Self {
        Self {
            on: RwSignal::new(false),
            blank: RwSignal::new(false),
            size: RwSignal::new(preferences::kept(SIZE).unwrap_or_default()),
            from: StoredValue::new_local(None),
        }
    }

    /// Makes the type another size.
    pub fn set_size(&self, size: TypeSize) {
        self.size.set(size);
        preferences::keep(SIZE, size.name());
    }

    /// Turns it off without a word, for what takes its place.
    pub(super) fn leave(&self, app: &App) {
        if self.on.get_untracked() {
            self.on.set(false);
            self.blank.set(false);
            address::set_presenting(false);
            if document().fullscreen_element().is_some() {
                document().exit_fullscreen();
            }
            app.travel.pause();
        }
    }
}

impl Default for Presentation {
    fn default() -> Self {
        Self::new()
    }
}

impl App {
    /// Starts the presentation, or ends it.
    pub fn present(&self, on: bool) {
        let presentation = self.presentation;
        if on {
            let focused = document().active_element().filter(|element| element.tag_name() != "BODY");
            let focused = focused.and_then(|element| element.dyn_into().ok());
            presentation.from.set_value(focused);
            self.paper.set(Paper::Away);
            self.panel.set(Panel::Flow);
            presentation.on.set(true);
            address::set_presenting(true);
            focus_when_drawn(Region::Flow.id().to_owned());
            self.announce(words::show::presentation_page_down_and_page());
        } else {
            presentation.leave(self);
            self.back_from_presentation();
            self.announce(words::show::presentation_left());
        }
    }

    /// Gives the focus back to what had it, if that can be seen, or else to the flow.
    fn back_from_presentation(&self) {
        let from = self.presentation.from.try_update_value(Option::take).flatten();
        request_animation_frame(move || match from.filter(|element| element.is_connected() && element.offset_width() > 0) {
            Some(element) => drop(element.focus()),
            None => focus_when_drawn(Region::Flow.id().to_owned()),
        });
    }

    /// Blanks the screen of a presentation, or shows it again.
    pub fn blank(&self) {
        let presentation = self.presentation;
        if presentation.on.get_untracked() {
            let on = !presentation.blank.get_untracked();
            self.travel.pause();
            presentation.blank.set(on);
            self.announce(if on {
                words::show::screen_blank_any_key_presentation()
            } else {
                words::show::the_screen_is_shown_again()
            });
        }
    }

    /// Whether the settings lie over the presentation: they do where they are the panel that was asked for; followed.
    pub fn has_settings_over(&self) -> bool {
        self.presentation.on.get() && self.panel.get() == Panel::Setup
    }

    /// Shows the settings over the presentation, or takes them away.
    pub fn settings_over(&self, on: bool) {
        self.panel.set(if on { Panel::Setup } else { Panel::Flow });
        focus_when_drawn(if on { Region::Setup.id() } else { SETTINGS_BUTTON }.to_owned());
    }

    /// Takes one step out: of the blank screen, of the settings over a presentation, of the presentation, of the print preview.
    pub fn step_out(&self) {
        let presentation = self.presentation;
        if presentation.blank.get_untracked() {
            self.blank();
        } else if untrack(|| self.has_settings_over()) {
            self.settings_over(false);
        } else if presentation.on.get_untracked() {
            self.present(false);
        } else {
            self.preview(false);
        }
    }

    /// Asks the browser for the whole screen, or gives it back. The presentation goes on without it where it is refused.
    pub fn full_screen(&self) {
        let app = *self;
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
            return;
        }
        // Asked for by name: some browsers have none, and the refusal comes with the promise.
        let asked = document().document_element().and_then(|root| {
            let method = js_sys::Reflect::get(&root, &"requestFullscreen".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
            method.call0(&root).ok()?.dyn_into::<js_sys::Promise>().ok()
        });
        leptos::task::spawn_local(async move {
            let granted = match asked {
                Some(asked) => JsFuture::from(asked).await.is_ok(),
                None => false,
            };
            if !granted {
                app.notify(words::show::browser_does_not_give_whole(), None);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::TypeSize;
    use strum::IntoEnumIterator;

    #[test]
    fn a_size_of_type_that_is_kept_is_read_again() {
        for size in TypeSize::iter() {
            assert_eq!(size.name().parse(), Ok(size));
        }
    }
}
