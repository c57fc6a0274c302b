//! The drawer under the panels: which view stands there while the page is worked on. A preference, kept by the browser.
//!
//! What a view shows is its own; how high the drawer is stands with the widths.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::{App, Dialog};
use crate::preferences;

/// The name of the preference.
const KEY: &str = "drawer";

/// The views of the drawer, in their order there.
pub const DRAWER_VIEWS: [Dialog; 8] = [
    Dialog::Scenarios,
    Dialog::Golden,
    Dialog::Compare,
    Dialog::Orders,
    Dialog::Population,
    Dialog::Findings,
    Dialog::Problems,
    Dialog::History,
];

/// Where a view of the drawer, or a dialog, is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Over the page, which waits.
    Over,
    /// In the drawer, beside the page.
    Drawer,
}

/// The view in the drawer as the browser has kept it.
pub(super) fn kept() -> Option<Dialog> {
    let name = preferences::kept::<String>(KEY)?;
    Dialog::iter().find(|view| view.name() == name).filter(|view| view.is_for_drawer())
}

impl Dialog {
    /// The name in markup and in storage.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it can stay open while the page is worked on.
    pub fn is_for_drawer(self) -> bool {
        DRAWER_VIEWS.contains(&self)
    }
}

impl App {
    /// Puts a view into the drawer, or nothing, and keeps the choice.
    pub fn show_in_drawer(&self, view: Option<Dialog>) {
        self.drawer.set(view);
        preferences::keep(KEY, view.map_or("", Dialog::name));
    }

    /// Where this is shown now, if it is; followed. A presentation has no drawer.
    pub fn shown(&self, dialog: Dialog) -> Option<Shown> {
        if self.dialog.get() == Some(dialog) {
            return Some(Shown::Over);
        }
        (self.drawer.get() == Some(dialog) && !self.presentation.on.get()).then_some(Shown::Drawer)
    }
}
