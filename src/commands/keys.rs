//! The keys of a command: which are pressed together, and where they hold.

use crate::words;

/// Where a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Page,
    /// Where no dialog is open.
    NoDialog,
    /// Where no dialog is open and nothing is being typed.
    NotTyping,
    /// While the focus is in the flow or its transport.
    Flow,
    /// While the focus is on the slider.
    Slider,
    /// In a presentation, except in a field.
    Presenting,
    /// In a presentation or the print preview.
    Aside,
}

/// What is held beside the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Nothing,
    Control,
    ControlShift,
}

/// A key, or several that are pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    held: Held,
    key: &'static str,
    /// Where it holds.
    pub scope: Scope,
}

impl Key {
    /// A key alone.
    pub(super) const fn plain(key: &'static str, scope: Scope) -> Self {
        Self { held: Held::Nothing, key, scope }
    }

    /// A key with Ctrl, or on a Mac with ⌘.
    pub(super) const fn control(key: &'static str, scope: Scope) -> Self {
        Self { held: Held::Control, key, scope }
    }

    /// A key with Ctrl and Shift.
    pub(super) const fn control_shift(key: &'static str, scope: Scope) -> Self {
        Self { held: Held::ControlShift, key, scope }
    }

    /// Whether it is a character without Ctrl, which people who speak to their computer switch off.
    pub fn is_single(&self) -> bool {
        self.held == Held::Nothing && self.key.chars().count() == 1
    }

    /// Whether it was pressed.
    pub fn is_pressed(&self, event: &web_sys::KeyboardEvent) -> bool {
        let control = event.ctrl_key() || event.meta_key();
        self.fits(&event.key(), control, event.shift_key(), event.alt_key())
    }

    fn fits(&self, key: &str, control: bool, shift: bool, alt: bool) -> bool {
        // A sign such as ? takes Shift on some keyboards and not on others.
        let is_sign = self.key.chars().count() == 1 && !self.key.chars().all(char::is_alphanumeric);
        let held = match self.held {
            Held::Nothing => !control && (!shift || is_sign),
            Held::Control => control && !shift,
            Held::ControlShift => control && shift,
        };
        held && !alt && self.key.eq_ignore_ascii_case(key)
    }

    /// What the page calls it.
    pub fn name(&self) -> String {
        let key = match self.key {
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            " " => words::commands::space(),
            "." => words::commands::full_stop(),
            "PageDown" => words::commands::page_down(),
            "PageUp" => words::commands::page_up(),
            "Escape" => words::commands::esc(),
            "b" => "B",
            "k" => "K",
            "s" => "S",
            "y" => "Y",
            "z" => "Z",
            other => other,
        };
        match self.held {
            Held::Nothing => key.to_owned(),
            Held::Control => words::commands::ctrl(key),
            Held::ControlShift => words::commands::ctrl_shift(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_fits_in_either_case_and_only_with_what_is_held() {
        let redo = Key::control_shift("z", Scope::NotTyping);
        assert!(redo.fits("Z", true, true, false));
        assert!(!redo.fits("z", true, false, false));
        assert!(!redo.fits("Z", true, true, true));
        assert_eq!(redo.name(), "Ctrl+Shift+Z");
    }

    #[test]
    fn a_sign_fits_with_and_without_shift() {
        let help = Key::plain("?", Scope::NotTyping);
        assert!(help.fits("?", false, true, false) && help.fits("?", false, false, false));
        assert!(!help.fits("?", true, true, false));
        assert!(help.is_single());
    }

    #[test]
    fn a_letter_alone_does_not_fit_with_shift() {
        let pause = Key::plain("b", Scope::Flow);
        assert!(pause.fits("b", false, false, false) && !pause.fits("B", false, true, false));
        assert!(!Key::plain("Home", Scope::Flow).is_single());
    }
}
