//! How the guest's pages are drawn: width of the frame, light or dark, branding, language. A preference: kept with the browser, not
//! with the scenario, and not undone.

use leptos::prelude::*;
use redemption_engine::wording::guest::Tongue;
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::App;
use crate::preferences;
use crate::words;

const DEVICE: &str = "guest-device";
const COLOURS: &str = "guest-colours";
const BRANDING: &str = "guest-branding";
const LANGUAGE: &str = "guest-language";

/// What the guest's frame is as wide as, where there is room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Device {
    /// A phone.
    Phone,
    /// A tablet.
    Tablet,
    /// A window on a desktop.
    #[default]
    Desktop,
}

/// How the guest's pages are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum GuestColours {
    /// As the simulator's own page.
    #[default]
    Same,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// In which language the guest's pages are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum GuestLanguage {
    /// In the guest's own, where there are words for it.
    #[default]
    Guests,
    /// In English.
    English,
    /// In German.
    German,
}

/// A choice of how the guest's pages are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appearance {
    /// The width of the frame.
    Device(Device),
    /// The colours.
    Colours(GuestColours),
    /// Whether pages carry an organization's branding.
    Branding(bool),
    /// The language.
    Language(GuestLanguage),
}

/// How the guest's pages are drawn. Copy it freely: it holds signals only.
#[derive(Clone, Copy)]
pub struct Look {
    /// The width of the frame.
    pub device: RwSignal<Device>,
    /// The colours.
    pub colours: RwSignal<GuestColours>,
    /// Whether pages carry an organization's branding.
    pub branding: RwSignal<bool>,
    /// The language.
    pub language: RwSignal<GuestLanguage>,
}

impl Device {
    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Phone => words::inspect::phone(),
            Self::Tablet => words::inspect::tablet(),
            Self::Desktop => words::inspect::desktop(),
        }
    }
}

impl GuestColours {
    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Same => words::inspect::as_this_page(),
            Self::Light => words::inspect::light(),
            Self::Dark => words::inspect::dark(),
        }
    }
}

impl GuestLanguage {
    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Guests => words::inspect::the_guests_own(),
            Self::English => words::inspect::english(),
            Self::German => words::inspect::german(),
        }
    }

    /// The language of a page that is in this language by itself.
    pub fn of_page(self, tag: Option<&str>) -> Tongue {
        match self {
            Self::Guests => tag.and_then(Tongue::of_tag).unwrap_or(Tongue::English),
            Self::English => Tongue::English,
            Self::German => Tongue::German,
        }
    }
}

impl Look {
    /// As on the last visit.
    pub(super) fn kept() -> Self {
        Self {
            device: RwSignal::new(preferences::kept(DEVICE).unwrap_or_default()),
            colours: RwSignal::new(preferences::kept(COLOURS).unwrap_or_default()),
            branding: RwSignal::new(preferences::kept(BRANDING).unwrap_or(true)),
            language: RwSignal::new(preferences::kept(LANGUAGE).unwrap_or_default()),
        }
    }
}

impl App {
    /// Draws the guest's pages otherwise, and keeps the choice.
    pub fn draw_guest_pages(&self, choice: Appearance) {
        match choice {
            Appearance::Device(device) => {
                self.look.device.set(device);
                preferences::keep(DEVICE, device.into());
            }
            Appearance::Colours(colours) => {
                self.look.colours.set(colours);
                preferences::keep(COLOURS, colours.into());
            }
            Appearance::Branding(on) => {
                self.look.branding.set(on);
                preferences::keep(BRANDING, if on { "true" } else { "false" });
            }
            Appearance::Language(language) => {
                self.look.language.set(language);
                preferences::keep(LANGUAGE, language.into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_in_the_guests_language_where_there_are_words_for_it_until_another_is_chosen() {
        assert_eq!(GuestLanguage::Guests.of_page(Some("de-AT")), Tongue::German);
        assert_eq!(GuestLanguage::Guests.of_page(Some("fr")), Tongue::English);
        assert_eq!(GuestLanguage::Guests.of_page(None), Tongue::English);
        assert_eq!(GuestLanguage::English.of_page(Some("de")), Tongue::English);
        assert_eq!(GuestLanguage::German.of_page(None), Tongue::German);
    }
}
