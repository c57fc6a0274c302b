//! Light, dark, of high contrast, or as the system has it: a preference of the reader.

use strum::{EnumString, IntoStaticStr};

use crate::words;

/// How the page is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black and white with few dark colours, light or dark as the system has it.
    HighContrast,
    /// As the system has it.
    #[default]
    System,
}

impl Theme {
    /// The name in markup and in storage.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Light => words::frame::light(),
            Self::Dark => words::frame::dark(),
            Self::HighContrast => words::frame::high_contrast(),
            Self::System => words::frame::system(),
        }
    }

    /// The one that the button switches to.
    pub fn next(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::HighContrast,
            Self::HighContrast => Self::System,
            Self::System => Self::Light,
        }
    }
}
