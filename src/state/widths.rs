//! How wide the panels at the sides are: a preference of the reader, kept by the browser.
//!
//! Widths are in tenths of the page's text size, so that they follow larger text. What a panel has at least and by default is in the style sheet.

use leptos::prelude::*;
use strum::{EnumIter, IntoStaticStr};

use crate::preferences;
use crate::words;

/// The narrowest and the widest a panel can be made, in tenths of the page's text size.
pub const LIMITS: (i32, i32) = (180, 440);

/// A panel that can be made wider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Side {
    /// The settings.
    Setup,
    /// Screen, reasons, directory, mails and log.
    Inspect,
}

/// A width with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Width {
    /// As narrow as it goes.
    Narrow,
    /// As the page has it by itself.
    Default,
    /// Wide.
    Wide,
}

/// The widths; `None` is the page's own. Copy it freely.
#[derive(Clone, Copy)]
pub struct Widths {
    setup: RwSignal<Option<i32>>,
    inspect: RwSignal<Option<i32>>,
}

impl Side {
    /// The panel's element.
    pub fn panel(self) -> &'static str {
        self.into()
    }

    /// What the page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Setup => words::common::settings(),
            Self::Inspect => words::frame::guest_view(),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Setup => "width-setup",
            Self::Inspect => "width-inspect",
        }
    }
}

impl Width {
    /// What the page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Narrow => words::frame::narrow(),
            Self::Default => words::common::default(),
            Self::Wide => words::frame::wide(),
        }
    }

    /// In tenths of the page's text size.
    fn size(self, side: Side) -> Option<i32> {
        match (self, side) {
            (Self::Default, _) => None,
            (Self::Narrow, Side::Setup | Side::Inspect) => Some(LIMITS.0),
            (Self::Wide, Side::Setup) => Some(300),
            (Self::Wide, Side::Inspect) => Some(360),
        }
    }
}

impl Widths {
    /// As the browser has kept them.
    pub fn new() -> Self {
        let kept = |side: Side| RwSignal::new(preferences::kept::<i32>(side.key()).map(within_limits));
        Self { setup: kept(Side::Setup), inspect: kept(Side::Inspect) }
    }

    fn of(&self, side: Side) -> RwSignal<Option<i32>> {
        match side {
            Side::Setup => self.setup,
            Side::Inspect => self.inspect,
        }
    }

    /// A panel's width, followed; `None` is the page's own.
    pub fn get(&self, side: Side) -> Option<i32> {
        self.of(side).get()
    }

    /// A panel's width now.
    pub fn of_untracked(&self, side: Side) -> Option<i32> {
        self.of(side).get_untracked()
    }

    /// Makes a panel as wide as this, as far as it goes.
    pub fn set(&self, side: Side, size: Option<i32>) {
        let size = size.map(within_limits);
        self.of(side).set(size);
        preferences::keep(side.key(), &size.map(|size| size.to_string()).unwrap_or_default());
    }

    /// Gives a panel a width with a name.
    pub fn choose(&self, side: Side, width: Width) {
        self.set(side, width.size(side));
    }

    /// The name of a panel's width, if it has one; followed.
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

fn within_limits(size: i32) -> i32 {
    size.clamp(LIMITS.0, LIMITS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_stays_within_the_limits() {
        assert_eq!([0, 220, 990].map(within_limits), [180, 220, 440]);
    }
}
