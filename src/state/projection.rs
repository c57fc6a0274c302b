//! Which view of the run the middle panel shows. A preference: kept with the browser, not with the scenario, and not undone.

use super::App;
use crate::preferences;
use leptos::prelude::*;

/// The name of the preference.
const KEY: &str = "projection";

/// A view of the run. All of them show the same trace at the same cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Projection {
    /// The flowchart.
    #[default]
    Flow,
    /// The steps as a list with facts, answers, reasons and sources.
    Outline,
    /// The pages that are seen.
    Storyboard,
    /// What goes between guest, mailbox, tenants and providers.
    Sequence,
    /// Page, user object, mails and logs side by side.
    Timeline,
}

impl Projection {
    /// The view's name in markup and in storage.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The view of the last visit.
    pub fn kept() -> Self {
        preferences::kept(KEY).unwrap_or_default()
    }
}

impl App {
    /// Shows another view of the run, and keeps the choice.
    pub fn show_projection(&self, view: Projection) {
        self.projection.set(view);
        preferences::keep(KEY, view.name());
    }
}
