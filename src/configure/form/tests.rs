//! All settings of the form: each has one control, and each control changes its own value and no other.
//!
//! What a value does to a run is tested in the engine.

use std::collections::{BTreeMap, BTreeSet};

use redemption_engine::design::{AccessSettings, Design};
use redemption_engine::field::{
    FederationField, Field, GuestField, HomeField, InterpretationField, PolicyField, ResourceField, TermsField, UserField,
};
use redemption_engine::guest::MicrosoftAccount;
use redemption_engine::presets;
use redemption_engine::settings;
use strum::IntoEnumIterator;

use super::*;
use crate::configure::cards::List;
use crate::configure::federations::{self, FEDERATIONS};
use crate::configure::home::{self, HOMES};
use crate::configure::policies::{self, POLICIES};
use crate::configure::terms::{self, TERMS};
use crate::configure::users::{self, USERS};
use crate::configure::{guest, resource};

/// Every row of a workspace with one of everything.
fn everything() -> Rows {
    let mut all: Rows = resource::groups().into_iter().flat_map(|group| group.rows).collect();
    all.extend(federations::fields(0));
    all.extend(terms::fields(0));
    all.extend(policies::fields(0));
    all.extend(home::groups(0).into_iter().flat_map(|group| group.rows));
    all.extend(users::fields(0, 0));
    all.extend(guest::names(0));
    all.extend(guest::groups(0).into_iter().flat_map(|group| group.rows));
    all
}

/// A workspace in which every subject is there.
fn full() -> Workspace {
    let mut workspace = presets::first().unwrap().workspace;
    workspace.design = Design::default();
    for list in [FEDERATIONS, TERMS, POLICIES, HOMES, USERS] {
        (list.push)(&mut workspace, 0).unwrap();
    }
    let tenant = &mut workspace.design.home_tenants[0];
    tenant.partner.inbound = Some(AccessSettings::default());
    tenant.partner.inbound_trust = Some(Default::default());
    tenant.outbound_to_resource = Some(AccessSettings::default());
    let guest = &mut workspace.guests[0];
    guest.person.microsoft_account = Some(MicrosoftAccount { sign_in_name: guest.invited_email.clone(), aliases: Vec::new() });
    for (row, text) in [("resource.termsOfUse.0.termsExpiration", ON), ("guest.0.internalUser.userPrincipalName", "a@b.example")]
    {
        find(row).take_into(&mut workspace, text).unwrap();
    }
    workspace
}

fn find(id: &str) -> Arc<Row> {
    everything().into_iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no control {id}"))
}

impl Row {
    fn take_into(&self, workspace: &mut Workspace, text: &str) -> Result<(), Refusal> {
        (self.put)(workspace, text)
    }
    fn shown(&self, workspace: &Workspace) -> String {
        (self.show)(workspace).unwrap_or_else(|| panic!("{} is not there", self.id))
    }
}

#[test]
fn every_name_that_the_engine_has_for_a_control_is_the_id_of_one_control() {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for row in everything() {
        *ids.entry(row.id.clone()).or_default() += 1;
    }
    let twice: Vec<&String> = ids.iter().filter(|(_, times)| **times > 1).map(|(id, _)| id).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let mut names: BTreeSet<String> = ResourceField::iter().map(|field| Field::resource(field).to_string()).collect();
    names.extend(FederationField::iter().map(|field| Field::of_federation(0, field).to_string()));
    names.extend(TermsField::iter().map(|field| Field::of_terms(0, field).to_string()));
    names.extend(PolicyField::iter().map(|field| Field::of_policy(0, field).to_string()));
    names.extend(HomeField::iter().map(|field| Field::of_home(0, field).to_string()));
    names.extend(UserField::iter().map(|field| Field::of_user(0, 0, field).to_string()));
    names.extend(GuestField::iter().map(|field| Field::of_guest(0, field).to_string()));
    names.extend(InterpretationField::iter().map(|field| Field::interpretation(field).to_string()));
    let missing: Vec<&String> = names.iter().filter(|name| !ids.contains_key(*name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_control_of_every_group_has_a_default_and_a_source() {
    for row in everything() {
        let (default, sources) = match (settings::card_of(&row.id), settings::fact_of(&row.id)) {
            (Some(card), _) => (card.default, card.sources),
            (None, Some(fact)) => (fact.default, fact.sources),
            (None, None) => panic!("{} has neither a card nor a fact", row.id),
        };
        assert!(!default.is_empty() && !sources.is_empty(), "{}", row.id);
    }
}

#[test]
fn every_choice_can_be_made_and_is_shown_and_every_switch_goes_both_ways() {
    let mut workspace = full();
    for row in everything() {
        let texts: Vec<String> = match &row.shape {
            Shape::Flag => vec![ON.to_owned(), String::new()],
            Shape::One(options) => options(&workspace).into_iter().map(|(name, _)| name).collect(),
            Shape::Many { options, .. } => {
                let names: Vec<String> = options(&workspace).into_iter().map(|(name, _)| name).collect();
                vec![String::new(), names.join("\n")]
            }
            Shape::Line { .. } => vec![row.shown(&workspace)],
            Shape::Part { .. } => continue,
        };
        assert!(!texts.is_empty(), "{}", row.id);
        for text in texts {
            row.take_into(&mut workspace, &text).unwrap();
            assert_eq!(row.shown(&workspace), text, "{}", row.id);
        }
        workspace = full();
    }
}

#[test]
fn a_control_changes_its_own_value_and_no_other() {
    for row in everything() {
        let mut workspace = full();
        let before: BTreeMap<String, String> = everything().iter().map(|row| (row.id.clone(), row.shown(&workspace))).collect();
        let text = match &row.shape {
            Shape::Flag if before[&row.id].is_empty() => ON.to_owned(),
            // What is within goes away with what is turned off.
            Shape::Flag | Shape::Part { .. } => continue,
            Shape::One(options) => {
                options(&workspace).into_iter().map(|(name, _)| name).find(|name| *name != before[&row.id]).unwrap()
            }
            Shape::Many { options, .. } => match options(&workspace).into_iter().next() {
                Some((name, _)) if before[&row.id] != name => name,
                Some(_) => String::new(),
                None => panic!("{} has nothing to choose from", row.id),
            },
            Shape::Line { mode, example } => match (*mode, *example) {
                ("numeric", "") => "17".to_owned(),
                ("numeric", "90") => "91".to_owned(),
                ("numeric", _) => "2025-02-03".to_owned(),
                (_, "12 hours") => "7 days".to_owned(),
                _ => "omar@fabrikam.example".to_owned(),
            },
        };
        let taken = row.take_into(&mut workspace, &text);
        if taken.is_err() {
            row.take_into(&mut workspace, "fabrikam.example").unwrap();
        }
        for other in everything() {
            let same = other.shown(&workspace) == before[&other.id];
            assert_eq!(same, other.id != row.id, "{} and {}", row.id, other.id);
        }
    }
}

#[test]
fn what_is_set_to_the_default_differs_no_more() {
    let mut workspace = full();
    let rows = everything();
    for row in rows.iter().filter(|row| row.has_default()) {
        row.reset(&mut workspace);
    }
    for row in rows.iter().filter(|row| row.has_default()) {
        assert!(!row.differs(&workspace), "{}", row.id);
    }
    assert_eq!(workspace.design, Design { home_tenants: workspace.design.home_tenants.clone(), ..Design::default() });
}

#[test]
fn a_text_that_cannot_be_read_changes_nothing() {
    let before = full();
    let mut workspace = before.clone();
    for (id, text) in [
        ("guest.0.invitedEmail", "nina"),
        ("guest.0.invitedOn", "soon"),
        ("resource.termsOfUse.0.termsExpiration.start", ""),
        ("resource.termsOfUse.0.reacceptAfterDays", "0"),
        ("resource.collaborationRestrictions.domains", "adatum.example, adatum"),
        ("resource.displayName", " "),
        ("home.0.users.0.userPrincipalName", ""),
    ] {
        assert!(find(id).take_into(&mut workspace, text).is_err(), "{id}");
    }
    assert_eq!(workspace, before);
}

#[test]
fn rows_of_what_is_gone_show_nothing_and_write_nothing() {
    let mut workspace = full();
    for list in [FEDERATIONS, TERMS, POLICIES, USERS, HOMES] {
        let List { cut, .. } = list;
        cut(&mut workspace, 0, 0);
    }
    workspace.guests.clear();
    let before = workspace.clone();
    for row in federations::fields(0).iter().chain(&users::fields(0, 0)).chain(&guest::names(0)) {
        assert_eq!((row.show)(&workspace), None, "{}", row.id);
        assert_eq!(row.take_into(&mut workspace, "x"), Ok(()));
    }
    assert_eq!(workspace, before);
}
