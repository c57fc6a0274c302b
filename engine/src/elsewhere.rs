//! What the other editions of the documents make of a check: the same guest and story under their rules.
//!
//! Found by replay; nothing is decided here, and the words for it are the page's.

use strum::IntoEnumIterator;

use crate::act::Operation;
use crate::design::{Design, Edition, PrimaryProvider};
use crate::engine::replay;
use crate::flow::{Answer, NewAccount, Node, Outcome};
use crate::guest::Guest;
use crate::presets;
use crate::rules::Rule;
use crate::trace::Next;

/// A check under another edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The edition.
    pub edition: Edition,
    /// What becomes of the check there.
    pub found: Found,
    /// How that chapter of the story ends there; `None` where it waits for a person, or does not come about.
    pub outcome: Option<Outcome>,
}

/// What becomes of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It answers.
    Answers(Answer, Rule),
    /// A person has to decide there.
    Waits(Rule),
    /// The guest does not come to it.
    NotAsked,
    /// That edition's flow does not have it.
    NotThere,
}

/// A check of a chapter under each of the other editions, oldest first.
pub fn elsewhere(design: &Design, guest: &Guest, chapter: usize, node: Node) -> Vec<Elsewhere> {
    let others = Edition::iter().filter(|edition| *edition != design.edition);
    others
        .map(|edition| {
            let run = replay(&Design { edition, ..design.clone() }, guest, &guest.story);
            let part = run.chapters.get(chapter);
            let step = part.and_then(|part| part.steps.iter().rfind(|step| step.edge.from() == node));
            let waits = part.is_some_and(|part| part.at == node) && chapter + 1 == run.chapters.len();
            let found = match (step, &run.next) {
                (None, Next::Person { rule, .. }) if waits => Found::Waits(*rule),
                (Some(step), _) => Found::Answers(step.edge.answer(), step.cause.rule),
                (None, _) if part.is_some_and(|part| !part.flow.nodes().contains(&node)) => Found::NotThere,
                (None, _) => Found::NotAsked,
            };
            Elsewhere { edition, found, outcome: part.and_then(|part| part.outcome()) }
        })
        .collect()
}

/// The rules of an edition that decide at a node: what a guest who came there would be told. Those that decide for some guest of the
/// gallery, and the ones of checks that no guest of the gallery comes to.
pub fn cited(node: Node, edition: Edition) -> Vec<Rule> {
    let beyond = beyond_the_gallery(node).iter().copied();
    let mut found: Vec<Rule> = beyond.filter(|rule| rule.holds_in(edition)).collect();
    for preset in presets::all() {
        for guest in &preset.workspace.guests {
            let run = replay(&preset.workspace.design, guest, &guest.story);
            for step in run.chapters.iter().flat_map(|chapter| &chapter.steps).filter(|step| step.edge.from() == node) {
                let rule = step.cause.rule;
                if rule.holds_in(edition) && !found.contains(&rule) {
                    found.push(rule);
                }
            }
        }
    }
    found.sort_unstable();
    found
}

/// The rules of the checks that no guest of the gallery comes to in some edition. That runs cite them there is for `tests/rules.rs` to
/// hold.
fn beyond_the_gallery(node: Node) -> &'static [Rule] {
    match node {
        Node::CommonEndpoint => &[Rule::CommonEndpointGoesHome],
        Node::SignInSession => &[
            Rule::SessionLasts,
            Rule::PasscodeSessionLasts,
            Rule::FederatedSessionLasts,
            Rule::SessionIsOver,
            Rule::SignInFrequencyEndsSession,
        ],
        Node::Primary(PrimaryProvider::AzureActiveDirectory) => {
            &[Rule::EntraTenantOfAnyKind, Rule::FoundByMail, Rule::FoundByAlternateLogin, Rule::MailIsNotUpn]
        }
        Node::Primary(PrimaryProvider::ExternalFederation) => {
            &[Rule::FederatedOrganization, Rule::VerifiedDomainIsNotFederated, Rule::FederationIsNotInForce]
        }
        Node::Primary(PrimaryProvider::SocialIdentityProviders) => &[Rule::GoogleOrganization],
        Node::ExistingMicrosoftAccount => &[Rule::MicrosoftAccountCounts, Rule::MicrosoftAccountOnlyForDirectLink],
        Node::PasscodeEnabled => &[Rule::PasscodeOptIn],
        Node::LiveSession => &[Rule::SessionStandsInTheWay, Rule::NoSession],
        Node::CreationAllowed => &[Rule::CreationNeedsMail, Rule::CreationIsNotJustInTime],
        Node::UserInVerifiedTenant => &[Rule::VerifiedTenantHasUser, Rule::UserIsMissing],
        Node::JustInTimeCreation => &[
            Rule::JustInTimeCreationIsOff,
            Rule::JustInTimeCreationIsOffLater,
            Rule::JustInTimeCreationWorks,
            Rule::JustInTimeCreationIsGone,
            Rule::JustInTimeCreationStillWorks,
        ],
        Node::ConsumerDomain => &[Rule::ConsumerDomainGetsMicrosoftAccount],
        Node::CreatePassword => &[Rule::UnmanagedAccountGetsPassword],
        Node::CreateAccount(NewAccount::SelfService) => &[Rule::AddressIsVerifiedByMail],
        Node::CreateAccount(NewAccount::HomeMember) => &[Rule::AccountIsOffered, Rule::AddressIsVerifiedByMail],
        Node::Operation(Operation::DeleteGuest) => &[Rule::InvitationIsRevoked, Rule::GuestIsDeleted, Rule::NoObject],
        Node::Operation(Operation::DeletePermanently) => &[Rule::DeletedForGood, Rule::NotDeleted],
        Node::Operation(Operation::RestoreGuest) => &[Rule::GuestIsRestored, Rule::SoftDeleteIsOver, Rule::NotDeleted],
        Node::Operation(Operation::InviteSecondAddress) => {
            &[Rule::SecondAddressIsAdded, Rule::SecondAddressIsAnotherGuest, Rule::NoSecondAddress]
        }
        Node::Operation(Operation::ResetRedemptionToSecondAddress) => {
            &[Rule::RedemptionIsResetToAnotherAddress, Rule::PendingIsNotReset, Rule::NoSecondAddress]
        }
        Node::Operation(Operation::LeaveOrganization) => &[
            Rule::GuestLeaves,
            Rule::LeavingIsOff,
            Rule::DisabledGuestCannotLeave,
            Rule::PendingGuestHasNotJoined,
            Rule::NoObject,
        ],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::IdentityProvider;

    fn under(edition: &str, guest: &str, node: Node) -> Vec<(Edition, Found, Option<Outcome>)> {
        let design: Design = serde_json::from_str(&format!(
            r#"{{"edition": "{edition}", "resourceTenant": {{"displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com"}}}}"#
        ))
        .unwrap();
        let guest: Guest = serde_json::from_str(guest).unwrap();
        elsewhere(&design, &guest, 1, node).into_iter().map(|other| (other.edition, other.found, other.outcome)).collect()
    }

    /// `redemption-experience.md`: the step asks for a federation with the domain of the invited address.
    #[test]
    fn a_check_that_a_guest_does_not_come_to_has_its_rules_all_the_same() {
        let node = Node::Primary(PrimaryProvider::ExternalFederation);
        for edition in [Edition::Y2024, Edition::Y2026] {
            let rules = cited(node, edition);
            assert!(!rules.is_empty());
            for rule in rules {
                let (from, to) = rule.card().editions;
                assert!(from <= edition && edition <= to, "{rule:?}");
            }
        }
        assert_eq!(cited(Node::End(Outcome::Redeemed), Edition::Y2024), []);
    }

    const RAVI: &str =
        r#"{"displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": ["enterPasscode", "accept"]}"#;

    /// `one-time-passcode.md`: on by default since the text of 2024; before, an administrator opts in.
    #[test]
    fn a_passcode_is_on_by_default_in_the_later_editions_only() {
        let passcode = under("2024-03", RAVI, Node::PasscodeEnabled);
        let answers: Vec<_> =
            passcode.iter().map(|(edition, found, _)| (*edition, matches!(found, Found::Answers(Answer::Yes, _)))).collect();
        assert_eq!(answers, [(Edition::Y2019, false), (Edition::Y2021, false), (Edition::Y2026, true)]);
        assert_eq!(passcode[2].2, Some(Outcome::Redeemed));
    }

    #[test]
    fn what_an_edition_does_not_have_is_told_from_what_the_guest_does_not_come_to() {
        let automatic = under("2024-03", RAVI, Node::AutomaticRedemption);
        assert_eq!(automatic[0].1, Found::NotThere);
        assert!(matches!(automatic[2].1, Found::Answers(Answer::No, _)));
        let google = under("2024-03", RAVI, Node::SignIn(IdentityProvider::Google));
        assert!(google.iter().all(|(_, found, _)| *found == Found::NotAsked));
    }

    #[test]
    fn where_a_person_decides_the_other_edition_waits() {
        let waiting = r#"{"displayName": "Ravi", "invitedEmail": "ravi@contractor.example"}"#;
        let passcode = under("2024-03", waiting, Node::SignIn(IdentityProvider::EmailOneTimePasscode));
        assert!(matches!(passcode[2], (Edition::Y2026, Found::Waits(Rule::PasscodePage), None)));
        let entra = under("2026-04", waiting, Node::Primary(PrimaryProvider::AzureActiveDirectory));
        assert!(entra.iter().all(|(_, found, _)| matches!(found, Found::Answers(Answer::No, _))));
    }
}
