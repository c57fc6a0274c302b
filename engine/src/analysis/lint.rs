//! What a design has in it that does nothing, and whom it leaves without a way in.
//!
//! Claims are about every guest that the design can tell apart, so they hold only where all profiles were found. What is wrong with a
//! setting by itself is for `problems` to say.

use std::collections::BTreeMap;

use super::compare::{Change, classes};
use super::course::{Course, Finish, Manner, Paths, Walker, first_attempt, next_attempt};
use super::population::kinds::{Kinds, Played};
use super::population::meant::everybody;
use super::population::summary::Range;
use super::profiles::{Profile, Profiles, Scope};
use crate::design::{Design, EmailOneTimePasscode, IdentityProvider, PrimaryProvider};
use crate::engine::{Account, Progress, World};
use crate::flow::{Node, OutcomeKind};
use crate::wording;

/// How many profiles are grown for a claim.
const MOST: usize = 400_000;

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A provider that is set up and to which nobody is ever sent.
    ProviderNeverReached,
    /// A federated domain whose guests with an account at the partner are sent elsewhere.
    FederationShadowed,
    /// A fallback that nobody comes to.
    FallbackNeverUsed,
    /// Guests for whom no provider is left.
    NoWayIn,
    /// A setting without which everybody would meet the same.
    WithoutEffect,
}

/// Something that is found, with how many profiles it is about and one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// In a sentence.
    pub text: String,
    /// How many profiles.
    pub profiles: usize,
    /// The plainest of them.
    pub example: Option<Profile>,
}

/// Guests who have redeemed under one design and do not come in again under another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedOut {
    /// How it ends.
    pub finish: Finish,
    /// The provider that had accepted.
    pub provider: Option<IdentityProvider>,
    /// How many profiles.
    pub profiles: usize,
    /// The plainest of them.
    pub example: Option<Profile>,
}

/// The findings for a design, and the profiles they are about.
pub fn lint(design: &Design) -> (Profiles, Vec<Finding>) {
    let profiles = Profiles::of(vec![design.clone()], Scope::Discovery, MOST);
    let mut found = Vec::new();
    if profiles.is_complete() {
        never_reached(&mut found, design, &profiles);
        shadowed(&mut found, design, &profiles);
        unused_fallback(&mut found, design, &profiles);
        no_way_in(&mut found, &profiles);
        without_effect(&mut found, design);
    }
    (profiles, found)
}

fn course(profiles: &Profiles, profile: &Profile) -> Option<Course> {
    profiles.courses(profile).first().copied()
}

fn visited(profiles: &Profiles, node: Node) -> bool {
    profiles
        .iter()
        .filter_map(|profile| course(profiles, profile))
        .any(|course| profiles.edges(course).iter().any(|edge| edge.from() == node || edge.to() == node))
}

fn never_reached(found: &mut Vec<Finding>, design: &Design, profiles: &Profiles) {
    let resource = &design.resource_tenant;
    let set_up = [
        (IdentityProvider::ExternalFederation, !resource.federations.is_empty()),
        (IdentityProvider::Google, resource.google_federation),
        (IdentityProvider::EmailOneTimePasscode, resource.email_one_time_passcode == EmailOneTimePasscode::Enabled),
    ];
    for (provider, _) in set_up.into_iter().filter(|(_, set_up)| *set_up) {
        if visited(profiles, Node::SignIn(provider)) {
            continue;
        }
        let order = resource.redemption_order;
        let left_out = match provider {
            IdentityProvider::ExternalFederation => !order.primary().contains(&PrimaryProvider::ExternalFederation),
            IdentityProvider::Google => !order.primary().contains(&PrimaryProvider::SocialIdentityProviders),
            _ => false,
        };
        let name = wording::provider(provider);
        let why = if left_out { ": it is left out of the redemption order" } else { "" };
        let text = format!("{name} is set up and nobody is ever sent there{why}.");
        found.push(Finding { kind: Kind::ProviderNeverReached, text, profiles: profiles.len(), example: None });
    }
}

fn shadowed(found: &mut Vec<Finding>, design: &Design, profiles: &Profiles) {
    for federation in &design.resource_tenant.federations {
        for domain in &federation.domains {
            let theirs = || {
                profiles.iter().filter(|profile| {
                    profiles.origin(profile).is_some_and(|origin| origin.address.domain() == domain.as_str())
                        && profiles.guest(profile).is_some_and(|(guest, _)| guest.person.partner_account)
                })
            };
            let elsewhere = |profile: &&Profile| {
                course(profiles, profile)
                    .and_then(|course| course.provider)
                    .is_some_and(|used| used != IdentityProvider::ExternalFederation)
            };
            let at_partner = |profile: &Profile| {
                course(profiles, profile).is_some_and(|course| course.provider == Some(IdentityProvider::ExternalFederation))
            };
            let count = theirs().filter(elsewhere).count();
            if count == 0 {
                continue;
            }
            let example = profiles.plainest(theirs().filter(elsewhere)).copied();
            let used = example.as_ref().and_then(|profile| course(profiles, profile)?.provider).map_or("", wording::provider);
            let (domain, name) = (domain.as_str(), &federation.display_name);
            let text = if theirs().any(at_partner) {
                format!("Some guests of {domain} are sent to {used} although {name} is federated for the domain.")
            } else {
                format!("Nobody of {domain} is sent to {name}: {used} comes first for all of them.")
            };
            found.push(Finding { kind: Kind::FederationShadowed, text, profiles: count, example });
        }
    }
}

fn unused_fallback(found: &mut Vec<Finding>, design: &Design, profiles: &Profiles) {
    let fallbacks =
        [Node::ExistingMicrosoftAccount, Node::PasscodeEnabled, Node::LiveSession, Node::DomainVerified, Node::FallbackInCloud];
    if fallbacks.into_iter().all(|node| !visited(profiles, node)) {
        let name = wording::fallback(design.resource_tenant.redemption_order.fallback());
        let text = format!("The fallback “{name}” is never used: everybody is matched before.");
        found.push(Finding { kind: Kind::FallbackNeverUsed, text, profiles: profiles.len(), example: None });
    }
}

fn no_way_in(found: &mut Vec<Finding>, profiles: &Profiles) {
    let dead = |profile: &&Profile| course(profiles, profile).as_ref().is_some_and(is_without_a_way_in);
    let count = profiles.iter().filter(dead).count();
    if count > 0 {
        let example = profiles.plainest(profiles.iter().filter(dead)).copied();
        let text = format!("{count} kinds of guests have no way in: no identity provider is left for them.");
        found.push(Finding { kind: Kind::NoWayIn, text, profiles: count, example });
    }
}

fn is_without_a_way_in(course: &Course) -> bool {
    matches!(course.finish, Finish::Ended(outcome) if outcome.kind() == OutcomeKind::DeadEnd)
}

/// How many people of a list, who were played under one design, have no way in.
pub fn no_way_in_of_list(kinds: &Kinds, played: &Played) -> Range {
    let mut found = Range::default();
    for (kind, fates) in kinds.iter().zip(played.fates()) {
        found.count(fates.iter().map(|courses| courses.first().is_some_and(is_without_a_way_in)), kind.rows);
    }
    found
}

/// The settings of discovery that could be taken away without anybody noticing.
fn without_effect(found: &mut Vec<Finding>, design: &Design) {
    let mut without: Vec<(String, Design)> = Vec::new();
    let resource = &design.resource_tenant;
    if resource.google_federation {
        let mut other = design.clone();
        other.resource_tenant.google_federation = false;
        without.push(("The federation with Google".to_owned(), other));
    }
    for (number, federation) in resource.federations.iter().enumerate() {
        let mut other = design.clone();
        other.resource_tenant.federations.remove(number);
        without.push((format!("The federation {}", federation.display_name), other));
    }
    for (number, policy) in resource.conditional_access.iter().enumerate() {
        let mut other = design.clone();
        other.resource_tenant.conditional_access.remove(number);
        without.push((format!("The policy {}", policy.display_name), other));
    }
    for (number, terms) in resource.terms_of_use.iter().enumerate() {
        let mut other = design.clone();
        other.resource_tenant.terms_of_use.remove(number);
        without.push((format!("The terms of use {}", terms.display_name), other));
    }
    for (name, other) in without {
        let scope = if name.starts_with("The policy") { Scope::Everything } else { Scope::Discovery };
        let profiles = Profiles::of(vec![design.clone(), other], scope, MOST);
        let classes = classes(&profiles, 0, 1);
        if profiles.is_complete() && classes.iter().all(|class| class.change == Change::SamePath) {
            let text = format!("{name} has no effect: without it, every guest takes the same path.");
            found.push(Finding { kind: Kind::WithoutEffect, text, profiles: profiles.len(), example: None });
        }
    }
}

/// The guests who have redeemed under the first design and do not come in again once the second is in force.
pub fn locked_out(first: &Design, second: &Design) -> (Profiles, Vec<LockedOut>) {
    let profiles = Profiles::of(vec![first.clone(), second.clone()], Scope::Discovery, MOST);
    let (mut paths, mut groups): (Paths, Vec<(LockedOut, Vec<Profile>)>) = (Paths::default(), Vec::new());
    for profile in profiles.iter() {
        if !course(&profiles, profile).is_some_and(Course::is_in) {
            continue;
        }
        let (Some(origin), Some((guest, manner))) = (profiles.origin(profile), profiles.guest(profile)) else { continue };
        let [before, after] = [first, second].map(|design| Walker::new(design.clone()).settled(origin));
        let again = after_redeeming(&before, &after, &guest, manner, &mut paths);
        let Some((accepted, course)) = again.filter(|(_, course)| !course.is_in()) else { continue };
        match groups.iter_mut().find(|(group, _)| group.finish == course.finish && group.provider == accepted) {
            Some((_, members)) => members.push(*profile),
            None => {
                let group = LockedOut { finish: course.finish, provider: accepted, profiles: 0, example: None };
                groups.push((group, vec![*profile]));
            }
        }
    }
    let counted = groups.into_iter().map(|(group, members)| LockedOut {
        profiles: members.len(),
        example: profiles.plainest(members.iter()).copied(),
        ..group
    });
    let found = counted.collect();
    (profiles, found)
}

/// The people of a list who have redeemed under the first design and do not come in again once the second is in force: by the provider that
/// had accepted, and how it ends.
pub fn locked_out_of_list(kinds: &Kinds, first: &Design, second: &Design) -> Vec<((Option<IdentityProvider>, Finish), Range)> {
    let [before, after] = [first, second].map(|design| Walker::new(design.clone()));
    let (mut paths, mut groups) = (Paths::default(), BTreeMap::<_, Range>::new());
    for kind in kinds.iter() {
        let mut fates = Vec::new();
        everybody(&[first.clone(), second.clone()], &kind.row, |origin, guests| {
            let [before, after] = [&before, &after].map(|walker| walker.settled(origin));
            fates.extend(guests.iter().map(|guest| {
                let again = after_redeeming(&before, &after, guest, Manner::default(), &mut paths);
                again.filter(|(_, course)| !course.is_in()).map(|(accepted, course)| (accepted, course.finish))
            }));
        });
        for (position, fate) in fates.iter().enumerate() {
            let Some(group) = *fate else { continue };
            if fates.iter().take(position).any(|before| before == fate) {
                continue;
            }
            groups.entry(group).or_default().count(fates.iter().map(|other| other == fate), kind.rows);
        }
    }
    groups.into_iter().collect()
}

/// The provider that accepted a guest under one design, and the next attempt under another; nothing where the guest did not come in.
fn after_redeeming(
    before: &Walker,
    after: &Walker,
    guest: &crate::guest::Guest,
    manner: Manner,
    paths: &mut Paths,
) -> Option<(Option<IdentityProvider>, Course)> {
    let (course, mut so_far) = first_attempt(World { design: &before.design, guest }, &before.flow, manner, paths);
    if !course.is_in() {
        return None;
    }
    let accepted = so_far.accepted_with;
    so_far.accepted_account = so_far.accepted_account.map(|account| moved(account, &before.design, &after.design));
    so_far.accepted_federation = federation_of(&so_far, &before.design, &after.design);
    let world = World { design: &after.design, guest };
    Some((accepted, next_attempt(world, &after.flow, manner, so_far, paths)))
}

/// The same account by its positions in another design; positions that nothing has where it is not there.
fn moved(account: Account, before: &Design, after: &Design) -> Account {
    let gone = Account { tenant: u16::MAX, user: account.user.map(|_| u16::MAX) };
    let Some(home) = before.home_tenants.get(usize::from(account.tenant)) else { return gone };
    let Some(tenant) = after.home_tenants.iter().position(|other| other.tenant_id == home.tenant_id) else { return gone };
    let user = account.user.map(|user| {
        let name = home.users.get(usize::from(user)).map(|user| &user.user_principal_name);
        let users = after.home_tenants.get(tenant).map(|home| home.users.as_slice()).unwrap_or_default();
        let position = users.iter().position(|other| Some(&other.user_principal_name) == name);
        position.and_then(|position| u16::try_from(position).ok()).unwrap_or(u16::MAX)
    });
    Account { tenant: u16::try_from(tenant).unwrap_or(u16::MAX), user }
}

fn federation_of(so_far: &Progress, before: &Design, after: &Design) -> Option<u16> {
    let federation = before.resource_tenant.federations.get(usize::from(so_far.accepted_federation?))?;
    let position = after.resource_tenant.federations.iter().position(|other| other.issuer_uri == federation.issuer_uri);
    Some(position.and_then(|position| u16::try_from(position).ok()).unwrap_or(u16::MAX))
}
