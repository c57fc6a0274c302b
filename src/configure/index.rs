//! Every group and every setting of the forms by name, for whoever looks for one.
//!
//! It is read off the forms themselves, so that nothing is missing and nothing leads nowhere.

use leptos::prelude::*;

use super::group::Group;
use super::{guest, home, resource};
use crate::controls::focus_first_drawn;
use crate::state::{App, ConfigurePart, Panel};
use crate::words;

/// A setting, or a group of them, with the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The name.
    pub label: String,
    /// What it is and where.
    pub kind: &'static str,
    /// The group it is in.
    pub group: &'static str,
    /// The control's id.
    pub id: String,
    part: ConfigurePart,
    /// The id of the group's heading.
    heading: String,
}

/// All groups and settings of the open scenario: of the selected guest, the resource tenant and each home tenant.
pub fn settings(app: App) -> Vec<Found> {
    let (guest_at, homes) = app.session.with(|session| {
        let homes = session.workspace().design.home_tenants.iter().map(|home| home.display_name.clone()).collect::<Vec<_>>();
        (session.guest().map(|_| session.view().guest), homes)
    });
    all(guest_at, &homes)
}

/// All groups and settings of a guest, the resource tenant and the home tenants of these names.
pub(crate) fn all(guest: Option<usize>, homes: &[String]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut add = |part: ConfigurePart, of: &str, groups: Vec<Group>| {
        for group in &groups {
            found.extend(entries(part, of, group));
        }
    };
    if let Some(at) = guest {
        add(ConfigurePart::Guest, "", guest::groups(at));
    }
    add(ConfigurePart::Resource, "", resource::groups());
    for (at, name) in homes.iter().enumerate() {
        add(ConfigurePart::Home, name, home::groups(at));
    }
    found
}

fn entries(part: ConfigurePart, of: &str, group: &Group) -> Vec<Found> {
    let Some(heading) = group.heading_id() else { return Vec::new() };
    let (setting, whole) = match part {
        ConfigurePart::Guest => (words::configure::setting_of_the_guest(), words::common::settings_of_the_guest()),
        ConfigurePart::Resource => {
            (words::configure::setting_of_the_resource_tenant(), words::common::settings_of_the_resource_tenant())
        }
        ConfigurePart::Home => (words::configure::setting_of_a_home_tenant(), words::configure::settings_of_a_home_tenant()),
    };
    let named = |label: &str| if of.is_empty() { label.to_owned() } else { format!("{label} ({of})") };
    let found = |label: &str, kind, id: String| Found {
        label: named(label),
        kind,
        group: group.title(),
        id,
        part,
        heading: heading.clone(),
    };
    let mut all = vec![found(group.title(), whole, heading.clone())];
    let rows = group.rows.iter().filter(|row| row.label() != group.title());
    all.extend(rows.map(|row| found(row.label(), setting, row.id().to_owned())));
    all
}

impl Found {
    /// Shows it and focuses it: the control, or the heading of its group where the control is not drawn.
    pub fn show(&self, app: App) {
        app.part.set(self.part);
        app.only_changed.set(false);
        app.panel.set(Panel::Setup);
        focus_first_drawn(vec![self.id.clone(), self.heading.clone()]);
    }
}
