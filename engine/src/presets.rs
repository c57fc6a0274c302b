//! The gallery: ready-made scenarios, each with a question and the answers the documents give to it.
//!
//! The scenarios are files in `presets/`; what a file expects is checked by the same code as the conformance cases
//! (`engine/tests/cases.rs`). Nothing here decides, and nothing is written back.

pub mod want;

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use crate::document::read_value;
use crate::workspace::Workspace;
pub use want::Want;

/// One scenario of the gallery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preset {
    /// The stable name, also the file's name.
    pub id: String,
    /// The card's title.
    pub title: String,
    /// The question it answers.
    pub question: String,
    /// How much a reader should know already.
    pub level: Level,
    /// What it is about.
    pub tags: Vec<Tag>,
    /// The scenario itself.
    pub workspace: Workspace,
    /// What happens to each guest, typed from the documents.
    pub want: Vec<Want>,
}

/// How much a reader should know already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Level {
    /// Nothing.
    Beginner,
    /// The settings of a tenant.
    Intermediate,
    /// Several settings and how they meet.
    Expert,
}

/// What a scenario is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Tag {
    /// An identity provider.
    Provider,
    /// A setting.
    Setting,
    /// An error and its way out.
    Error,
    /// A difference between editions of the documents.
    Edition,
}

macro_rules! files {
    ($($id:literal)+) => {
        [$(($id, include_str!(concat!("presets/", $id, ".json")))),+]
    };
}

/// Name and text of each file, in the gallery's order.
const FILES: [(&str, &str); 32] = files! {
    "managed-entra-guest"
    "work-and-personal-account"
    "partner-with-saml"
    "federated-verified-domain"
    "federated-verified-domain-saml-first"
    "gmail-with-google-federation"
    "gmail-with-passcode"
    "googlemail"
    "gmail-in-a-web-view"
    "google-workspace-domain"
    "outlook-with-microsoft-account"
    "no-account-passcode-on"
    "no-account-passcode-off"
    "passcode-only-fallback"
    "microsoft-account-only-fallback"
    "all-primaries-off"
    "partly-synced-partner"
    "unmanaged-tenant-2019"
    "unmanaged-tenant-2024"
    "alias-through-direct-link"
    "contact-conflict-2024"
    "contact-conflict-2026"
    "common-endpoint"
    "automatic-redemption"
    "outbound-blocked"
    "multifactor-with-and-without-trust"
    "terms-of-use-declined"
    "terms-that-expire"
    "passcode-off-then-reset"
    "signed-in-with-another-account"
    "blocked-domain-pending-invitation"
    "story-over-weeks"
};

/// Every scenario, in the gallery's order. A file that cannot be read is left out; a test reads each of them.
pub fn all() -> Vec<Preset> {
    FILES.iter().filter_map(|(_, text)| read_value(text).ok()).collect()
}

/// The scenario of this name.
pub fn find(id: &str) -> Option<Preset> {
    let (_, text) = FILES.iter().find(|(name, _)| *name == id)?;
    read_value(text).ok()
}

/// The scenario that a first visitor sees.
pub fn first() -> Option<Preset> {
    read_value(FILES.first()?.1).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_is_a_scenario_of_its_own_name() {
        for (name, text) in FILES {
            let preset: Preset = read_value(text).unwrap_or_else(|error| panic!("presets/{name}.json: {error}"));
            assert_eq!(preset.id, name);
            assert_eq!(find(name), Some(preset));
        }
        assert_eq!(all().len(), FILES.len());
        assert_eq!(
            all().into_iter().map(|preset| preset.title).collect::<BTreeSet<_>>().len(),
            FILES.len(),
            "two have one title"
        );
    }

    /// The situations that the gallery was made for, in their order, each with the scenarios that show it.
    const SITUATIONS: [(&str, &[&str]); 27] = [
        ("Managed Entra guest, default order", &["managed-entra-guest"]),
        ("Address exists as work and personal account", &["work-and-personal-account"]),
        ("Partner with SAML federation", &["partner-with-saml"]),
        ("Federated domain that is also verified", &["federated-verified-domain"]),
        ("The same, SAML moved up", &["federated-verified-domain-saml-first"]),
        ("gmail.com with Google federation", &["gmail-with-google-federation"]),
        ("gmail.com without it, passcodes on", &["gmail-with-passcode"]),
        ("googlemail.com", &["googlemail"]),
        ("Google Workspace with a domain of its own", &["google-workspace-domain"]),
        ("outlook.com with an existing Microsoft account", &["outlook-with-microsoft-account"]),
        ("No account anywhere, passcodes on", &["no-account-passcode-on"]),
        ("The same, passcodes off", &["no-account-passcode-off"]),
        ("Fallback passcode only", &["passcode-only-fallback"]),
        ("Fallback Microsoft account only", &["microsoft-account-only-fallback"]),
        ("All primary providers off", &["all-primaries-off"]),
        ("Partly synced partner, user missing", &["partly-synced-partner"]),
        ("Unmanaged tenant, 2019 and 2024", &["unmanaged-tenant-2019", "unmanaged-tenant-2024"]),
        ("Alias of the invited address", &["alias-through-direct-link"]),
        ("Contact-object conflict, 2024 and now", &["contact-conflict-2024", "contact-conflict-2026"]),
        ("Common endpoint without Sign-in options", &["common-endpoint"]),
        ("Automatic redemption, both sides and one side", &["automatic-redemption"]),
        ("Terms of use declined", &["terms-of-use-declined"]),
        ("Second factor with and without trust", &["multifactor-with-and-without-trust"]),
        ("Embedded web-view and Google", &["gmail-in-a-web-view"]),
        ("Passcodes off after redemption, then a reset", &["passcode-off-then-reset"]),
        ("Signed in with another account", &["signed-in-with-another-account"]),
        ("Blocked domain on a pending invitation", &["blocked-domain-pending-invitation"]),
    ];

    /// Scenarios beyond those.
    const MORE: [&str; 3] = ["outbound-blocked", "terms-that-expire", "story-over-weeks"];

    #[test]
    fn every_situation_the_gallery_was_made_for_has_its_scenarios() {
        for (situation, ids) in SITUATIONS {
            for id in ids {
                assert!(find(id).is_some(), "{situation}: there is no `{id}`");
            }
        }
        let named: BTreeSet<&str> = SITUATIONS.iter().flat_map(|(_, ids)| ids.iter().copied()).chain(MORE).collect();
        assert_eq!(named, FILES.iter().map(|(name, _)| *name).collect());
    }

    #[test]
    fn a_first_visitor_sees_a_managed_guest_among_others() {
        let preset = first().unwrap();
        assert_eq!(preset.title, "Managed Entra guest, default order");
        assert_eq!(preset.workspace.design.resource_tenant.display_name, "Woodgrove");
        let names: Vec<&str> = preset.workspace.guests.iter().map(|guest| guest.display_name.as_str()).collect();
        assert_eq!(names, ["Nina", "Omar", "Quinn", "Ravi"]);
    }

    #[test]
    fn every_card_has_a_short_title_a_question_and_a_tag() {
        for preset in all() {
            assert!(preset.title.len() <= 60, "{}: the title is long", preset.id);
            assert!(preset.question.ends_with('?'), "{}: no question", preset.id);
            assert!(!preset.tags.is_empty(), "{}: no tag", preset.id);
            assert_eq!(preset.workspace.name, preset.title, "{}: the scenario has another name", preset.id);
        }
    }
}
