//! The regions of the page in their order, and the ways to them: skip links, Ctrl+F6 and commands.
//!
//! Each is an element with an id that takes the focus.

use leptos::prelude::*;
use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

use crate::controls::focus_when_drawn;
use crate::state::{App, Panel};
use crate::words;

/// A region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Region {
    /// The command bar.
    Commands,
    /// The settings.
    Setup,
    /// The flow.
    Flow,
    /// The transport.
    Transport,
    /// Screen, reasons, directory, mails and log.
    Inspect,
    /// The views that stay open under the panels.
    Drawer,
    /// The status strip.
    Status,
}

impl Region {
    /// The element's id.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// What its skip link says; the bar comes first anyway.
    pub fn skip_label(self) -> Option<&'static str> {
        match self {
            Self::Commands => None,
            Self::Setup => Some(words::frame::skip_to_settings()),
            Self::Flow => Some(words::frame::skip_to_flow()),
            Self::Transport => Some(words::frame::skip_to_steps()),
            Self::Inspect => Some(words::frame::skip_to_guest_screen_and()),
            Self::Drawer => Some(words::frame::skip_to_drawer()),
            Self::Status => Some(words::frame::skip_to_status()),
        }
    }

    /// Shows it where only one panel fits, and focuses it.
    pub fn go(self, app: App) {
        match self {
            Self::Setup => app.panel.set(Panel::Setup),
            Self::Flow => app.panel.set(Panel::Flow),
            Self::Inspect => app.panel.set(Panel::Inspect),
            Self::Commands | Self::Transport | Self::Drawer | Self::Status => {}
        }
        focus_when_drawn(self.id().to_owned());
    }

    /// The region so many after the one that has the focus, around the page.
    pub fn after_focus(by: isize) -> Self {
        let all: Vec<Self> = Self::iter().collect();
        let ids = all.iter().map(|region| format!("#{}", region.id())).collect::<Vec<_>>().join(", ");
        let around = document().active_element().and_then(|focused| focused.closest(&ids).ok().flatten());
        let now = around.and_then(|around| all.iter().position(|region| region.id() == around.id()));
        neighbour(&all, now, by)
    }
}

fn neighbour(all: &[Region], now: Option<usize>, by: isize) -> Region {
    let count = all.len().cast_signed();
    let target = match now {
        Some(now) => (now.cast_signed() + by).rem_euclid(count.max(1)),
        None if by < 0 => count - 1,
        None => 0,
    };
    usize::try_from(target).ok().and_then(|target| all.get(target)).copied().unwrap_or(Region::Flow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_regions_follow_each_other_around_the_page() {
        let all: Vec<Region> = Region::iter().collect();
        assert_eq!(neighbour(&all, Some(2), 1), Region::Transport);
        assert_eq!(neighbour(&all, Some(4), 1), Region::Drawer);
        assert_eq!(neighbour(&all, Some(6), 1), Region::Commands);
        assert_eq!(neighbour(&all, Some(0), -1), Region::Status);
        assert_eq!(neighbour(&all, None, 1), Region::Commands);
        assert_eq!(neighbour(&all, None, -1), Region::Status);
    }
}
