//! How wide the panels at the sides are, and how high the drawer: preferences of the reader, kept by the browser.
//!
//! Sizes are in tenths of the page's text size, so that they follow larger text. What a panel has at least and by default is in the style sheet.

use leptos::prelude::*;
use strum::{EnumIter, IntoStaticStr};

use crate::preferences;
use crate::words;

/// A part of the page that can be made larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Side {
    /// The settings.
    Setup,
    /// Screen, reasons, directory, mails and log.
    Inspect,
    /// The views under the panels, by their height.
    Drawer,
}

/// A size with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Width {
    /// As narrow or low as it goes.
    Narrow,
    /// As the page has it by itself.
    Default,
    /// Wide or high.
    Wide,
}

/// The sizes; `None` is the page's own. Copy it freely.
#[derive(Clone, Copy)]
pub struct Widths {
    setup: RwSignal<Option<i32>>,
    inspect: RwSignal<Option<i32>>,
    drawer: RwSignal<Option<i32>>,
}

impl Side {
    /// The id of its element.
    pub fn panel(self) -> &'static str {
        self.into()
    }

    /// What the page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Setup => words::common::settings(),
            Self::Inspect => words::frame::guest_view(),
            Self::Drawer => words::frame::drawer(),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Setup => "width-setup",
            Self::Inspect => "width-inspect",
            Self::Drawer => "height-drawer",
        }
    }

    /// The least and the most it can be given, in tenths of the page's text size.
    pub fn limits(self) -> (i32, i32) {
        match self {
            Self::Setup | Self::Inspect => (180, 440),
            Self::Drawer => (120, 600),
        }
    }

    fn within_limits(self, size: i32) -> i32 {
        let (least, most) = self.limits();
        size.clamp(least, most)
    }
}

impl Width {
    /// What the page calls it.
    pub fn label(self, side: Side) -> &'static str {
        match (self, side) {
            (Self::Narrow, Side::Setup | Side::Inspect) => words::frame::narrow(),
            (Self::Narrow, Side::Drawer) => words::frame::low(),
            (Self::Default, _) => words::common::default(),
            (Self::Wide, Side::Setup | Side::Inspect) => words::frame::wide(),
            (Self::Wide, Side::Drawer) => words::frame::high(),
        }
    }

    /// In tenths of the page's text size.
    fn size(self, side: Side) -> Option<i32> {
        match (self, side) {
            (Self::Default, _) => None,
            (Self::Narrow, side) => Some(side.limits().0),
            (Self::Wide, Side::Setup) => Some(300),
            (Self::Wide, Side::Inspect) => Some(360),
            (Self::Wide, Side::Drawer) => Some(420),
        }
    }
}

impl Widths {
    /// As the browser has kept them.
    pub fn new() -> Self {
        let kept = |side: Side| RwSignal::new(preferences::kept::<i32>(side.key()).map(|size| side.within_limits(size)));
        Self { setup: kept(Side::Setup), inspect: kept(Side::Inspect), drawer: kept(Side::Drawer) }
    }

    fn of(&self, side: Side) -> RwSignal<Option<i32>> {
        match side {
            Side::Setup => self.setup,
            Side::Inspect => self.inspect,
            Side::Drawer => self.drawer,
        }
    }

    /// A part's size for the style sheet, followed; `None` is the page's own.
    pub fn css(&self, side: Side) -> Option<String> {
        self.get(side).map(|size| format!("{}.{}rem", size / 10, size % 10))
    }

    /// A part's size, followed; `None` is the page's own.
    pub fn get(&self, side: Side) -> Option<i32> {
        self.of(side).get()
    }

    /// A part's size now.
    pub fn of_untracked(&self, side: Side) -> Option<i32> {
        self.of(side).get_untracked()
    }

    /// Gives a part this size, as far as it goes.
    pub fn set(&self, side: Side, size: Option<i32>) {
        let size = size.map(|size| side.within_limits(size));
        self.of(side).set(size);
        preferences::keep(side.key(), &size.map(|size| size.to_string()).unwrap_or_default());
    }

    /// Gives a part a size with a name.
    pub fn choose(&self, side: Side, width: Width) {
        self.set(side, width.size(side));
    }

    /// The name of a part's size, if it has one; followed.
    pub fn name(&self, side: Side) -> Option<Width> {
        let now = self.get(side);
        [Width::Narrow, Width::Default, Width::Wide].into_iter().find(|width| width.size(side) == now)
    }
}

impl Default for Widths {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_stays_within_the_limits() {
        assert_eq!([0, 220, 990].map(|size| Side::Setup.within_limits(size)), [180, 220, 440]);
        assert_eq!([0, 220, 990].map(|size| Side::Drawer.within_limits(size)), [120, 220, 600]);
    }
}
