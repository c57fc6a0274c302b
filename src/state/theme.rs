//! Light, dark, or as the system has it: a preference of the reader.

use strum::{EnumString, IntoStaticStr};

/// How the page is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the system has it.
    #[default]
    System,
}

impl Theme {
    /// The name, in markup and for people.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The one that the button switches to.
    pub fn next(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
            Self::System => Self::Light,
        }
    }
}
