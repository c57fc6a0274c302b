//! What the documents say, item by item, and where each item went: a rule, a setting, a symptom, a part, or nowhere and why.
//!
//! `docs/COVERAGE.md` is printed from this list. It states no behaviour: rules and cards do.

mod consent;
mod discovery;
mod editions;
mod gates;
mod lifecycle;
mod not_simulated;
mod readings;
mod settings;
mod symptoms;
mod vectors;

use strum::{EnumIter, IntoStaticStr};

use crate::problems::ProblemCode;
use crate::rules::{Document, Rule};

/// Something that the documents say and that a model of redemption may be asked for.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// The stable name, such as `D-1`.
    pub id: &'static str,
    /// The item in a few words.
    pub title: &'static str,
    /// Where it went; several where several parts have a share.
    pub covered: &'static [Covered],
}

/// Where an item went.
#[derive(Clone, Copy, Debug)]
pub enum Covered {
    /// Rules that a run cites.
    Rules(&'static [Rule]),
    /// Symptoms of the troubleshooting table, by their ids.
    Diagnosis(&'static [&'static str]),
    /// The reference card of a setting, by its id.
    Setting(&'static str),
    /// Problems of a design or a guest.
    Problems(&'static [ProblemCode]),
    /// A part of the program that is not a rule, with the name of the test that shows the item there.
    Part(Part, &'static str),
    /// Cases whose file names begin like this.
    Cases(&'static str),
    /// Nowhere, with the reason.
    NotSimulated(NotSimulated),
}

/// A part of the program in which an item can be seen, beside the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Part {
    /// The graph of nodes and edges.
    Flow,
    /// The drawing of the graph.
    Chart,
    /// What the guest sees.
    Screens,
    /// How the guest's pages look.
    Pages,
    /// The mails that go out.
    Mails,
    /// Audit and sign-in entries.
    Log,
    /// The guest object.
    Record,
    /// Reading and writing of Microsoft Graph's JSON.
    Graph,
    /// The settings themselves and their defaults.
    Design,
    /// The reference cards of the settings.
    Cards,
}

impl Part {
    /// Where the part is written, from the repository's root.
    pub fn path(self) -> &'static str {
        match self {
            Self::Flow => "engine/src/flow.rs",
            Self::Chart => "engine/src/chart.rs",
            Self::Screens => "engine/src/screen.rs",
            Self::Pages => "engine/src/page.rs",
            Self::Mails => "engine/src/mail.rs",
            Self::Log => "engine/src/log.rs",
            Self::Record => "engine/src/guest_record.rs",
            Self::Graph => "engine/src/graph.rs",
            Self::Design => "engine/src/design.rs",
            Self::Cards => "engine/src/settings.rs",
        }
    }

    /// The documents that the part follows, beside those that rules cite.
    pub fn documents(self) -> &'static [Document] {
        match self {
            Self::Flow => &[Document::Redemption2024, Document::Redemption2025, Document::Redemption2026],
            Self::Chart => &[Document::Redemption2024],
            Self::Screens => &[Document::Redemption2024, Document::PropertiesArea2023],
            Self::Pages => &[Document::ObservedPages, Document::MessageCenter2025],
            Self::Mails => &[Document::InvitationEmail2023, Document::InvitationEmail2026, Document::InvitedUserMessageInfo],
            Self::Log => &[Document::AuditActivities2024, Document::AuditingAndReporting2023, Document::ObservedAudit],
            Self::Record => &[
                Document::UserProperties2019,
                Document::UserProperties2024,
                Document::GraphUser,
                Document::ObjectIdentity,
                Document::ObservedIdentities,
            ],
            Self::Graph => &[
                Document::CrossTenantDefault,
                Document::CrossTenantDefault2026,
                Document::CrossTenantDefaultUpdate,
                Document::CrossTenantPartner,
                Document::CrossTenantPolicyUpdate,
                Document::CrossTenantPartnerUpdate,
                Document::CrossTenantPartnerPost,
                Document::EmailAuthenticationMethodUpdate,
                Document::IdentityProviderPost,
                Document::FederationPost,
                Document::AuthorizationPolicyUpdate,
                Document::AuthenticationFlowsPolicyUpdate,
                Document::ExternalIdentitiesPolicyUpdate,
                Document::B2bManagementPolicyPost,
                Document::AgreementPost,
                Document::ConditionalAccessPost,
                Document::AuthenticationStrengths,
                Document::DomainPost,
                Document::OrganizationUpdate,
                Document::ServicePrincipalUpdate,
                Document::CrossTenantPartnerDelete,
                Document::IdentityProviderDelete,
                Document::FederationUpdate,
                Document::FederationDelete,
                Document::FederationDomainPost,
                Document::ConditionalAccessUpdate,
                Document::ConditionalAccessDelete,
                Document::AgreementUpdate,
                Document::AgreementDelete,
                Document::B2bManagementPolicyUpdate,
                Document::B2bManagementPolicyDelete,
                Document::DomainDelete,
                Document::JsonBatching,
                Document::CrossTenantPolicyGet,
                Document::AuthorizationPolicyGet,
                Document::AuthenticationFlowsPolicyGet,
                Document::ExternalIdentitiesPolicyGet,
                Document::B2bManagementPolicyList,
                Document::EmailAuthenticationMethodGet,
                Document::IdentityProviderList,
                Document::FederationList,
                Document::ConditionalAccessList,
                Document::NamedLocationList,
                Document::AgreementList,
                Document::GraphOrganization,
                Document::OAuth2PermissionGrant,
                Document::ObservedSchema,
            ],
            Self::Design => &[Document::CrossTenantDefaultGet, Document::CrossTenantSettings2024],
            Self::Cards => &[Document::Redemption2019, Document::Redemption2021, Document::Redemption2024],
        }
    }
}

/// Something that the documents describe and this program leaves out.
#[derive(Clone, Copy, Debug)]
pub struct NotSimulated {
    /// What it is.
    pub title: &'static str,
    /// What it could change, and why it is left out.
    pub reason: &'static str,
    /// Where to read about it.
    pub read: Reading,
}

/// Where something can be read: a document of the registry, or another public page.
#[derive(Clone, Copy, Debug)]
pub enum Reading {
    /// A document of the registry.
    Document(Document),
    /// A page that no rule cites.
    Page {
        /// The page's subject.
        title: &'static str,
        /// Its address.
        url: &'static str,
    },
}

impl Reading {
    /// The title shown with the link.
    pub fn title(self) -> &'static str {
        match self {
            Self::Document(document) => document.title(),
            Self::Page { title, .. } => title,
        }
    }

    /// The address; empty where the document has no public one.
    pub fn url(self) -> &'static str {
        match self {
            Self::Document(document) => document.url(),
            Self::Page { url, .. } => url,
        }
    }
}

/// Everything that is left out, most likely to matter first.
pub fn not_simulated() -> &'static [NotSimulated] {
    not_simulated::CARDS
}

/// A group of items.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// The items, in the order of their numbers.
    pub items: &'static [Item],
}

/// Every section, in the order in which a reader meets the subjects.
pub const SECTIONS: &[Section] = &[
    Section { title: "Settings", items: settings::ITEMS },
    Section { title: "Discovery", items: discovery::STEPS },
    Section { title: "Ways in", items: discovery::WAYS_IN },
    Section { title: "Contacts, aliases and other addresses", items: discovery::ADDRESSES },
    Section { title: "Redemption order", items: discovery::ORDER },
    Section { title: "Consent", items: consent::ITEMS },
    Section { title: "The guest object and its life", items: lifecycle::OBJECT },
    Section { title: "Mails and times", items: lifecycle::MAILS_AND_TIMES },
    Section { title: "Checks at the invitation", items: gates::INVITATION },
    Section { title: "Checks at the sign-in", items: gates::SIGN_IN },
    Section { title: "Conditional Access", items: gates::CONDITIONAL_ACCESS },
    Section { title: "Symptoms", items: symptoms::ITEMS },
    Section { title: "What changed", items: editions::CHANGES },
    Section { title: "Editions side by side", items: editions::SIDE_BY_SIDE },
    Section { title: "Logs", items: lifecycle::LOGS },
    Section { title: "Readings where documents disagree", items: readings::ITEMS },
    Section { title: "Numbered situations", items: vectors::ITEMS },
];

/// Every item.
pub fn all() -> impl Iterator<Item = &'static Item> {
    SECTIONS.iter().flat_map(|section| section.items)
}

macro_rules! items {
    ($($id:literal $title:literal [$($kind:ident $what:tt),+ $(,)?])+) => {
        &[$($crate::coverage::Item { id: $id, title: $title, covered: &[$($crate::coverage::covered!($kind $what)),+] }),+]
    };
}

macro_rules! covered {
    (rules ($($rule:ident),+ $(,)?)) => { $crate::coverage::Covered::Rules(&[$($crate::rules::Rule::$rule),+]) };
    (symptoms ($($symptom:literal),+ $(,)?)) => { $crate::coverage::Covered::Diagnosis(&[$($symptom),+]) };
    (setting ($card:literal)) => { $crate::coverage::Covered::Setting($card) };
    (problems ($($code:ident),+ $(,)?)) => {
        $crate::coverage::Covered::Problems(&[$($crate::problems::ProblemCode::$code),+])
    };
    (part ($part:ident $test:ident)) => {
        $crate::coverage::Covered::Part($crate::coverage::Part::$part, stringify!($test))
    };
    (cases ($begin:literal)) => { $crate::coverage::Covered::Cases($begin) };
    (left ($card:ident)) => { $crate::coverage::Covered::NotSimulated($crate::coverage::not_simulated::$card) };
}

use {covered, items};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn items_have_names_and_titles_of_their_own() {
        let ids: BTreeSet<&str> = all().map(|item| item.id).collect();
        assert_eq!(ids.len(), all().count());
        for item in all() {
            assert!(!item.title.is_empty() && !item.title.ends_with('.'), "{}", item.id);
        }
    }

    #[test]
    fn every_item_went_somewhere() {
        for item in all() {
            assert!(!item.covered.is_empty(), "{}", item.id);
        }
    }

    #[test]
    fn what_is_left_out_has_a_reason_and_an_address() {
        let titles: BTreeSet<&str> = not_simulated().iter().map(|card| card.title).collect();
        assert_eq!(titles.len(), not_simulated().len());
        for card in not_simulated() {
            assert!(card.reason.ends_with('.') && card.reason.starts_with(char::is_uppercase), "{}", card.title);
            assert!(card.read.url().starts_with("https://") && !card.read.title().is_empty(), "{}", card.title);
        }
    }

    #[test]
    fn what_an_item_leaves_out_is_on_the_list_for_the_reader() {
        let listed: BTreeSet<&str> = not_simulated().iter().map(|card| card.title).collect();
        for item in all() {
            for covered in item.covered {
                if let Covered::NotSimulated(card) = covered {
                    assert!(listed.contains(card.title), "{}: {}", item.id, card.title);
                }
            }
        }
    }
}
