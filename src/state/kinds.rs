//! What there is one of at a time: panels, tabs, parts of the settings, dialogs; and notices.
//!
//! Names only; which one is shown is in the state.

use redemption_engine::library::Saved;

/// A panel of the page, where only one fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Panel {
    /// The settings.
    Setup,
    /// The flowchart.
    Flow,
    /// Screen, reasons, directory.
    Inspect,
}

/// A tab of the right-hand panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum InspectTab {
    /// What the guest sees.
    Screen,
    /// Why it goes on as it does.
    Why,
    /// The guest's user object.
    Directory,
    /// The mails and logs that the run has left.
    Log,
}

/// A part of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum ConfigurePart {
    /// The selected guest.
    Guest,
    /// The resource tenant.
    Resource,
    /// The home tenants.
    Home,
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Dialog {
    /// Ready-made scenarios.
    Gallery,
    /// The user's saved scenarios.
    Scenarios,
    /// The versions of the open scenario.
    History,
    /// Files and pasted text.
    Import,
    /// Changes as requests to Microsoft Graph.
    GraphExport,
    /// What can be taken elsewhere as a file.
    Export,
    /// A link to the open scenario.
    Share,
    /// The scenario of a link that was followed.
    Link,
    /// What is expected of guests.
    Golden,
    /// Two designs, guests or editions side by side.
    Compare,
    /// Every redemption order at once.
    Orders,
    /// What the design has that does nothing, and whom it leaves without a way in.
    Findings,
    /// What becomes of a whole list of invitees.
    Population,
    /// What would have to change for a guest to come somewhere.
    Ways,
    /// What is questionable.
    Problems,
    /// Symptoms and their causes.
    Troubleshoot,
    /// The model's limits and its sources.
    About,
    /// The keys.
    Keys,
    /// Every command, to be searched.
    Palette,
}

/// Something that happened, shown until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// What can be done about it.
    pub action: Option<NoticeAction>,
}

/// What a notice offers.
#[derive(Clone, Debug, PartialEq)]
pub enum NoticeAction {
    /// Take back the last change.
    Undo,
    /// Save a scenario again that was deleted.
    Restore(Box<Saved>),
    /// Show the examples.
    Examples,
    /// Load what another tab has saved.
    LoadOther(String),
    /// Download what cannot be saved or read.
    Download {
        /// The file's name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Change to the version of the page that waits.
    NewVersion,
    /// Load the page again.
    Reload,
}

impl Panel {
    /// The panel's name in markup, also its element's id.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
