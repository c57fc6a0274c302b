//! The reference card of every setting that a redemption depends on: who sets it where, its values, its default, what it takes.
//!
//! A card states the service's facts, each with its sources; what the open workspace has set is not here, and nothing is decided.

mod collaboration;
mod cross_tenant;
mod facts;
mod home;
mod identity_providers;
mod invitation;
mod policies;

pub use facts::FactCard;
use strum::{EnumIter, IntoStaticStr};

use crate::design::Edition;
use crate::rules::Source;

/// What a card says where the documents that were read say nothing.
pub const NOT_STATED: &str = "not stated in the documents that were read";

/// Where a setting lives, or who sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Scope {
    /// The resource tenant as a whole.
    Tenant,
    /// The default cross-tenant access settings of the resource tenant.
    CrossTenantDefault,
    /// The resource tenant's organizational settings for one partner.
    Partner,
    /// The guest's home tenant.
    HomeTenant,
    /// The partner's own provider or name servers.
    PartnerProvider,
    /// Whoever invites.
    Inviter,
    /// The guest.
    Guest,
}

impl Scope {
    /// The words shown on the page.
    pub fn words(self) -> &'static str {
        match self {
            Self::Tenant => "resource tenant",
            Self::CrossTenantDefault => "resource tenant, default for all organizations",
            Self::Partner => "resource tenant, per organization",
            Self::HomeTenant => "home tenant",
            Self::PartnerProvider => "partner's provider",
            Self::Inviter => "inviter",
            Self::Guest => "guest",
        }
    }
}

/// What is known about a setting.
#[derive(Clone, Copy, Debug)]
pub struct SettingCard {
    /// The stable name, such as `C1`.
    pub id: &'static str,
    /// The setting's name in the admin center.
    pub name: &'static str,
    /// Where it lives; more than one where it exists more than once.
    pub scope: &'static [Scope],
    /// What it can be set to.
    pub values: &'static str,
    /// What holds where nobody has set it.
    pub default: &'static str,
    /// The licence that it takes.
    pub licence: &'static str,
    /// The least privileged role that may set it.
    pub role: &'static str,
    /// The resource and property of Microsoft Graph.
    pub graph: &'static str,
    /// The permission of Microsoft Graph that changes it.
    pub permission: &'static str,
    /// When a change takes effect, and for whom.
    pub effective: &'static str,
    /// What it does, and what it depends on.
    pub note: &'static str,
    /// Where that can be read.
    pub sources: &'static [Source],
    /// The form's controls that it belongs to, with `#` for any position.
    pub fields: &'static [&'static str],
}

impl SettingCard {
    /// Where the menu of an edition has the setting, where a document says.
    ///
    /// Source: `redemption-experience.md` of 2019-06-12, 2021-05-27 and 2024-03-26, Consent experience for the guest.
    pub fn menu(&self, edition: Edition) -> Option<&'static str> {
        (self.id == policies::TERMS).then_some(match edition {
            Edition::Y2019 => "Manage > Organizational relationships > Terms of use",
            Edition::Y2021 | Edition::Y2024 | Edition::Y2026 => "External Identities > Terms of use",
        })
    }
}

/// Every card, in the order of the numbers.
pub fn all() -> impl Iterator<Item = &'static SettingCard> {
    [identity_providers::CARDS, cross_tenant::CARDS, collaboration::CARDS, policies::CARDS, home::CARDS, invitation::CARDS]
        .into_iter()
        .flatten()
}

/// The card with this name.
pub fn card(id: &str) -> Option<&'static SettingCard> {
    all().find(|card| card.id == id)
}

/// The card that a control belongs to, by the control's name, such as `home.0.partner.inbound.applications`.
///
/// The most precise of the patterns that begin the name decides.
pub fn card_of(field_path: &str) -> Option<&'static SettingCard> {
    let fits = |card: &'static SettingCard| {
        card.fields.iter().filter_map(|pattern| begins(pattern, field_path)).max().map(|length| (length, card))
    };
    let mut best: Option<(usize, &'static SettingCard)> = None;
    for (length, card) in all().filter_map(fits) {
        if best.is_none_or(|(longest, _)| length > longest) {
            best = Some((length, card));
        }
    }
    best.map(|(_, card)| card)
}

/// Default and source of a control that is no setting of the service, by the control's name, such as `guest.0.invitedEmail`; `None`
/// where it has a card.
pub fn fact_of(field_path: &str) -> Option<&'static FactCard> {
    if card_of(field_path).is_some() {
        return None;
    }
    let fits = facts::FACTS.iter().filter_map(|fact| begins(fact.field, field_path).map(|length| (length, fact)));
    fits.max_by_key(|(length, _)| *length).map(|(_, fact)| fact)
}

/// How many parts of the name the pattern covers, if the name begins with it.
fn begins(pattern: &str, path: &str) -> Option<usize> {
    let mut parts = path.split('.');
    let mut length = 0;
    for wanted in pattern.split('.') {
        let part = parts.next()?;
        let same = match wanted {
            "#" => part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty(),
            word => word == part,
        };
        if !same {
            return None;
        }
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator;

    use super::*;
    use crate::field::{
        FederationField, Field, GuestField, HomeField, InterpretationField, PolicyField, ResourceField, TermsField, UserField,
    };

    #[test]
    fn cards_count_up_and_their_names_are_their_own() {
        let ids: Vec<&str> = all().map(|card| card.id).collect();
        let mut expected: Vec<String> = (1..=28).map(|number| format!("C{number}")).collect();
        expected.splice(3..3, ["C3a", "C3b", "C3c"].map(str::to_owned));
        assert_eq!(ids, expected);
    }

    #[test]
    fn the_menu_of_terms_of_use_moved_after_2019() {
        let terms = card("C17").unwrap();
        assert_eq!(terms.menu(Edition::Y2019), Some("Manage > Organizational relationships > Terms of use"));
        for edition in [Edition::Y2021, Edition::Y2024, Edition::Y2026] {
            assert_eq!(terms.menu(edition), Some("External Identities > Terms of use"));
        }
        assert_eq!(card("C18").unwrap().menu(Edition::Y2024), None);
    }

    #[test]
    fn every_card_is_complete_and_cites_a_document() {
        for card in all() {
            for text in [
                card.name,
                card.values,
                card.default,
                card.licence,
                card.role,
                card.graph,
                card.permission,
                card.effective,
                card.note,
            ] {
                assert!(!text.is_empty(), "{}", card.id);
            }
            assert!(!card.scope.is_empty() && !card.sources.is_empty(), "{}", card.id);
            assert!(card.sources.iter().all(|source| !source.place.is_empty()), "{}", card.id);
            assert!(card.note.ends_with('.'), "{}", card.id);
        }
    }

    #[test]
    fn no_control_belongs_to_two_cards_as_much_to_one_as_to_the_other() {
        let mut patterns = BTreeSet::new();
        for pattern in all().flat_map(|card| card.fields) {
            assert!(patterns.insert(pattern), "{pattern} stands twice");
        }
    }

    #[test]
    fn a_control_has_the_card_of_its_setting_at_any_position() {
        let id = |path| card_of(path).map(|card| card.id);
        assert_eq!(id("resource.emailOneTimePasscode"), Some("C1"));
        assert_eq!(id("resource.federations.0"), Some("C3"));
        assert_eq!(id("resource.federations.12.isEntraTenant"), Some("C3c"));
        assert_eq!(id("resource.redemptionOrder.fallback"), Some("C6"));
        assert_eq!(id("home.3.inboundAutomaticRedemption"), Some("C10"));
        assert_eq!(id("guest.0.invitedEmail"), None);
        assert_eq!(id("resource"), None);
        assert_eq!(id("resource.federationsOther"), None);
    }

    /// The name of every control, at the first position of every list.
    fn controls() -> Vec<String> {
        let all = [
            ResourceField::iter().map(Field::resource).collect::<Vec<_>>(),
            FederationField::iter().map(|field| Field::of_federation(0, field)).collect(),
            TermsField::iter().map(|field| Field::of_terms(0, field)).collect(),
            PolicyField::iter().map(|field| Field::of_policy(0, field)).collect(),
            HomeField::iter().map(|field| Field::of_home(0, field)).collect(),
            GuestField::iter().map(|field| Field::of_guest(0, field)).collect(),
        ];
        all.into_iter().flatten().map(|field| field.to_string()).collect()
    }

    #[test]
    fn every_pattern_begins_the_name_of_a_control() {
        let controls = controls();
        for card in all() {
            for pattern in card.fields {
                assert!(controls.iter().any(|control| begins(pattern, control).is_some()), "{}: {pattern}", card.id);
            }
        }
    }

    #[test]
    fn every_setting_of_both_tenants_has_a_card_and_what_the_tenants_are_has_none() {
        let of_tenants = controls().into_iter().filter(|control| !control.starts_with("guest."));
        let without: Vec<String> = of_tenants.filter(|control| card_of(control).is_none()).collect();
        assert_eq!(
            without,
            [
                "resource.displayName",
                "resource.initialDomain",
                "resource.verifiedDomains",
                "home.0.tenantId",
                "home.0.displayName",
                "home.0.management",
                "home.0.verifiedDomains",
                "home.0.federated",
                "home.0.users",
            ]
        );
    }

    #[test]
    fn every_control_has_either_a_card_or_a_fact() {
        let users = UserField::iter().map(|field| Field::of_user(0, 0, field).to_string());
        let readings = InterpretationField::iter().map(|field| Field::interpretation(field).to_string());
        for control in controls().into_iter().chain(users).chain(readings) {
            assert!(card_of(&control).is_some() != fact_of(&control).is_some(), "{control}");
        }
    }

    #[test]
    fn every_fact_is_of_a_control_without_a_card() {
        for fact in facts::FACTS {
            let control = fact.field.replace('#', "3");
            assert_eq!(fact_of(&control).map(|found| found.field), Some(fact.field));
        }
    }

    #[test]
    fn a_fact_is_found_at_any_position_by_its_most_precise_pattern() {
        let default = |path| fact_of(path).map(|fact| fact.default);
        assert_eq!(default("guest.7.wayIn"), Some("The link in the invitation mail"));
        assert_eq!(default("home.1.users"), Some("None but those who are added"));
        assert_eq!(default("home.1.users.2.mail"), Some("As the user principal name"));
        assert_eq!(default("guest.0.unsubscribed"), None);
    }

    #[test]
    fn the_more_precise_pattern_decides() {
        assert_eq!(begins("home.#.partner", "home.10.partner.inbound"), Some(3));
        assert_eq!(begins("home.#.partner.inbound", "home.10.partner"), None);
        assert_eq!(begins("home.#", "home.x"), None);
    }
}
