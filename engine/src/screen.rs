//! What is seen: the page at each place of a run, read off the trace. The guest sees it in an attempt, the inviter in an
//! invitation, and whoever acts between two attempts.
//!
//! A page is a value; the markup is the page's business. Checks that the service makes by itself show nothing new: the page
//! before them stays.

mod direct_link;

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

use crate::act::{Begins, Operation, Prompt};
use crate::design::IdentityProvider;
use crate::document::shorten;
use crate::flow::{Answer, NewAccount, Node, Outcome};
use crate::guest::WayIn;
use crate::rules::Rule;
use crate::trace::{Chapter, Choice, Effect, Next, Place, Run, Step};

pub use direct_link::{DirectLink, direct_links, portal};

/// A page in front of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(try_from = "String", into = "&'static str")]
#[strum(serialize_all = "camelCase")]
pub enum Screen {
    /// The inviter invites.
    Invitation,
    /// The inviter is told that the guest is invited.
    InvitationSent,
    /// The inviter is told why the guest cannot be invited.
    InvitationRefused,
    /// Somebody does something between two attempts; the guest sees nothing.
    Operation,
    /// S17: the guest leaves the organization.
    LeaveOrganization,
    /// S17: the guest has left the organization.
    Left,
    /// The guest looks for a mail and finds none.
    NoMail,
    /// S1: the invitation mail.
    InvitationMail,
    /// The mail that tells of automatic redemption and needs no action.
    NotificationMail,
    /// A direct link to the app, opened; S2 where the sign-in name is asked.
    EnterEmail,
    /// S3: *Sign-in options* at a common endpoint.
    CommonEndpoint,
    /// S3: email address or a configured provider.
    SignInOptions,
    /// S4: work or personal account.
    AccountPicker,
    /// The signed-in account, or another one.
    LiveSession,
    /// S5: sign-in in the home tenant.
    HomeTenantSignIn,
    /// S6: sign-in at the partner's provider.
    PartnerSignIn,
    /// S7: sign-in at Google.
    GoogleSignIn,
    /// S7: a code for another page, because Google refuses the web-view.
    DeviceCode,
    /// S8: sign-in with a Microsoft account.
    MicrosoftAccountSignIn,
    /// S9: a passcode will be mailed.
    SendPasscode,
    /// S9: enter the passcode.
    EnterPasscode,
    /// S9: the passcode was wrong.
    WrongPasscode,
    /// S9: the passcode is too old.
    PasscodeExpired,
    /// S10: create a Microsoft account.
    CreateMicrosoftAccount,
    /// S10: create a work account with a mailed code.
    CreateWorkAccount,
    /// S10: create a password for an unmanaged account.
    CreatePassword,
    /// S16: automatic redemption; no page is shown.
    NothingShown,
    /// S11: Review permissions.
    ReviewPermissions,
    /// S12: a second factor for the resource tenant.
    Multifactor,
    /// S12: the home tenant asks for a second factor.
    HomeMultifactor,
    /// S12: register for multifactor authentication in the resource tenant.
    MultifactorRegistration,
    /// S13: terms of use, the document closed.
    TermsOfUse,
    /// S13: terms of use, the document opened.
    TermsOfUseOpened,
    /// S18: the application asks for permissions.
    ApplicationConsent,
    /// S14: the Apps access panel.
    AppsAccessPanel,
    /// The app, or the page behind the redirect address.
    App,
    /// S16: accepted before, straight to the app.
    SignedIn,
    /// S15: an error page.
    Error,
    /// S15: the link is too old.
    LinkExpired,
    /// S15: the link has been used.
    LinkUsed,
    /// The guest's own tenant, nothing redeemed.
    HomeTenantApps,
    /// The guest has closed the page or said no.
    Stopped,
}

/// A text that names no page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the name of a page")]
pub struct NoScreen(String);

impl TryFrom<String> for Screen {
    type Error = NoScreen;

    fn try_from(name: String) -> Result<Self, NoScreen> {
        Self::iter().find(|screen| screen.id() == name).ok_or_else(|| NoScreen(shorten(&name)))
    }
}

impl Screen {
    /// The page's stable name.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Whether the guest sees it, and not the inviter or an administrator.
    pub fn is_the_guests(self) -> bool {
        !matches!(self, Self::Invitation | Self::InvitationSent | Self::InvitationRefused | Self::Operation)
    }
}

/// The page in front of the person at a place of a run.
pub fn screen_at(run: &Run, place: Place) -> Option<Screen> {
    let chapter = run.chapters.get(place.chapter)?;
    let own = (0..=place.step).rev().find_map(|step| own_screen(run, Place { chapter: place.chapter, step }));
    own.or(Some(match chapter.begins {
        Begins::Invitation => Screen::Invitation,
        Begins::Operation(_) => Screen::Operation,
        Begins::Attempt(WayIn::EmailLink) => Screen::InvitationMail,
        Begins::Attempt(WayIn::DirectLink) => Screen::EnterEmail,
        Begins::Attempt(WayIn::CommonEndpoint | WayIn::CommonEndpointWithOrganization) => Screen::CommonEndpoint,
    }))
}

/// All pages of a run, each once in a row.
pub fn screens(run: &Run) -> Vec<Screen> {
    pages(run).into_iter().map(|(screen, _)| screen).collect()
}

/// All pages of a run, each once in a row, with the place where it comes up.
pub fn pages(run: &Run) -> Vec<(Screen, Place)> {
    let mut pages: Vec<(Screen, Place)> =
        run.places().into_iter().filter_map(|place| Some((screen_at(run, place)?, place))).collect();
    pages.dedup_by_key(|(screen, _)| *screen);
    pages
}

/// The places at which the guest sees another page, each moved on to the next of those that are shown.
pub fn screen_places(run: &Run, shown: &[Place]) -> Vec<Place> {
    let mut before = None;
    let mut places: Vec<Place> = Vec::new();
    for place in run.places() {
        let Some(screen) = own_screen(run, place) else { continue };
        let decided = run.step(place).is_some_and(|step| step.cause.choice.is_some());
        let another = before.as_ref() != Some(&(place.chapter, screen));
        if another || decided {
            places.extend(shown.iter().copied().find(|shown| *shown >= place));
        }
        before = Some((place.chapter, screen));
    }
    places.dedup();
    places
}

/// The page that a place brings up, if it brings one: that of its check, or the one from which a passcode is sent.
fn own_screen(run: &Run, place: Place) -> Option<Screen> {
    node_screen(run, place).or_else(|| run.step(place).is_some_and(sends_first_passcode).then_some(Screen::SendPasscode))
}

fn node_screen(run: &Run, place: Place) -> Option<Screen> {
    let chapter = run.chapters.get(place.chapter)?;
    let node = run.node(place)?;
    let step = chapter.steps.get(place.step);
    let answer = step.map(|step| step.edge.answer());
    let answered_before = place.step.checked_sub(1).and_then(|before| chapter.steps.get(before)).map(|step| step.edge.answer());
    // A person was asked, or is asked now.
    let asked = step.is_none_or(|step| step.cause.choice.is_some());
    Some(match node {
        Node::InviterAllowed => Screen::Invitation,
        Node::Operation(Operation::LeaveOrganization) => Screen::LeaveOrganization,
        Node::Operation(_) => Screen::Operation,
        Node::WayIn => match (chapter.way_in()?, answer) {
            (WayIn::EmailLink, Some(Answer::DirectLink)) => Screen::NotificationMail,
            (WayIn::EmailLink, _) if chapter.at == Node::End(Outcome::MailNotFound) => Screen::NoMail,
            (WayIn::EmailLink, _) => Screen::InvitationMail,
            (WayIn::DirectLink, _) => Screen::EnterEmail,
            (WayIn::CommonEndpoint | WayIn::CommonEndpointWithOrganization, _) => Screen::CommonEndpoint,
        },
        Node::SignInOptions => Screen::SignInOptions,
        Node::GuestLookup => {
            let came_by_mail = chapter.steps.iter().any(|step| step.edge.answer() == Answer::EmailLink);
            let selected = chapter.steps.iter().any(|step| step.edge.from() == Node::SignInOptions);
            if came_by_mail || selected {
                return None;
            }
            Screen::EnterEmail
        }
        Node::AccountChoice => Screen::AccountPicker,
        Node::LiveSession => match (step.and_then(|step| step.cause.choice), &run.next) {
            (Some(_), _) => Screen::LiveSession,
            (None, Next::Person { prompt: Prompt::LiveSession, .. }) if step.is_none() => Screen::LiveSession,
            _ => return None,
        },
        // A provider that is gone shows no page.
        Node::SignIn(_) if answer == Some(Answer::Gone) => return None,
        Node::SignIn(IdentityProvider::AzureActiveDirectory) => Screen::HomeTenantSignIn,
        Node::SignIn(IdentityProvider::ExternalFederation) => Screen::PartnerSignIn,
        Node::SignIn(IdentityProvider::Google) => Screen::GoogleSignIn,
        Node::SignIn(IdentityProvider::MicrosoftAccount) => Screen::MicrosoftAccountSignIn,
        // The session of an earlier passcode still holds.
        Node::SignIn(IdentityProvider::EmailOneTimePasscode) if !asked => return None,
        Node::SignIn(IdentityProvider::EmailOneTimePasscode) => match answered_before {
            Some(Answer::WrongPasscode) => Screen::WrongPasscode,
            Some(Answer::Expired) => Screen::PasscodeExpired,
            _ => Screen::EnterPasscode,
        },
        Node::DeviceCode => Screen::DeviceCode,
        Node::CreatePassword => Screen::CreatePassword,
        Node::CreateAccount(_) if rule_at(run, chapter, place) == Some(Rule::SocialAccountGetsPassword) => Screen::CreatePassword,
        Node::CreateAccount(NewAccount::Microsoft) => Screen::CreateMicrosoftAccount,
        Node::CreateAccount(NewAccount::SelfService | NewAccount::HomeMember) => Screen::CreateWorkAccount,
        Node::AutomaticRedemption if answer == Some(Answer::Yes) => Screen::NothingShown,
        Node::ReviewPermissions if answer == Some(Answer::AlreadyAccepted) => return None,
        Node::ReviewPermissions => Screen::ReviewPermissions,
        Node::MultifactorChallenge => multifactor(run, chapter, place),
        Node::TermsOfUse if answer == Some(Answer::No) => return None,
        Node::TermsOfUse if answered_before == Some(Answer::Opened) => Screen::TermsOfUseOpened,
        Node::TermsOfUse => Screen::TermsOfUse,
        Node::ApplicationConsent if matches!(answer, Some(Answer::NotNeeded | Answer::AdminNeeded)) => return None,
        Node::ApplicationConsent => Screen::ApplicationConsent,
        Node::End(outcome) => end_screen(outcome, chapter),
        Node::AddressAllowed
        | Node::AddressFree
        | Node::DomainInvitable
        | Node::InvitationAccess
        | Node::InvitationCloud
        | Node::InvitationMail
        | Node::MailFound
        | Node::LinkValid
        | Node::CommonEndpoint
        | Node::GuestState
        | Node::SignInSession
        | Node::DomainStillAllowed
        | Node::Primary(_)
        | Node::AccountCloud
        | Node::AlsoMicrosoftAccount
        | Node::FallbackInCloud
        | Node::ExistingMicrosoftAccount
        | Node::PasscodeEnabled
        | Node::CreationAllowed
        | Node::DomainVerified
        | Node::UserInVerifiedTenant
        | Node::JustInTimeCreation
        | Node::ConsumerDomain
        | Node::OutboundAccess
        | Node::InboundAccess
        | Node::TenantRestrictions
        | Node::GuestMatch
        | Node::AutomaticRedemption
        | Node::ConditionalAccess
        | Node::Multifactor
        | Node::DeviceState
        | Node::UserRisk
        | Node::Accept
        | Node::Redirect
        | Node::ApplicationAccess
        | Node::ApplicationAssignment
        | Node::Arrival => return None,
    })
}

/// Whether a passcode is sent on the way to the page that asks for it.
fn sends_first_passcode(step: &Step) -> bool {
    step.effects.contains(&Effect::PasscodeSent) && !matches!(step.edge.from(), Node::SignIn(_))
}

/// The rule by which the run moves on from a place, or waits there.
fn rule_at(run: &Run, chapter: &Chapter, place: Place) -> Option<Rule> {
    match (chapter.steps.get(place.step), &run.next) {
        (Some(step), _) => Some(step.cause.rule),
        (None, Next::Person { rule, .. }) => Some(*rule),
        (None, Next::Ended(_) | Next::NoEdge(..)) => None,
    }
}

/// Which tenant asks for the second factor: the step before says so.
fn multifactor(run: &Run, chapter: &Chapter, place: Place) -> Screen {
    let demanded = place.step.checked_sub(1).and_then(|before| chapter.steps.get(before));
    if demanded.is_some_and(|step| step.cause.rule == Rule::HomeTenantAsksForMultifactor) {
        return Screen::HomeMultifactor;
    }
    let registers = match chapter.steps.get(place.step) {
        Some(step) => matches!(step.cause.choice, Some(Choice { prompt: Prompt::Multifactor { registers: true }, .. })),
        None => matches!(run.next, Next::Person { prompt: Prompt::Multifactor { registers: true }, .. }),
    };
    if registers { Screen::MultifactorRegistration } else { Screen::Multifactor }
}

fn end_screen(outcome: Outcome, chapter: &Chapter) -> Screen {
    let landing = chapter.steps.iter().find(|step| step.edge.from() == Node::Redirect).map(|step| step.edge.answer());
    match outcome {
        Outcome::Invited => Screen::InvitationSent,
        Outcome::InviterNotAllowed
        | Outcome::AddressNotAllowed
        | Outcome::AddressTaken
        | Outcome::AddressInOwnDomain
        | Outcome::InternalUserSynced
        | Outcome::DomainNotInvitable
        | Outcome::InvitationBlocked
        | Outcome::InvitationCloudBlocked => Screen::InvitationRefused,
        Outcome::Done | Outcome::NotOffered => match (chapter.begins, outcome) {
            (Begins::Operation(Operation::LeaveOrganization), Outcome::Done) => Screen::Left,
            (Begins::Operation(Operation::LeaveOrganization), _) => Screen::LeaveOrganization,
            _ => Screen::Operation,
        },
        Outcome::MailNotFound => Screen::NoMail,
        Outcome::LinkExpired => Screen::LinkExpired,
        Outcome::LinkUsed => Screen::LinkUsed,
        Outcome::Redeemed if landing == Some(Answer::AppsAccessPanel) => Screen::AppsAccessPanel,
        Outcome::Redeemed => Screen::App,
        Outcome::SignedIn => Screen::SignedIn,
        Outcome::SentToHomeTenant => Screen::HomeTenantApps,
        Outcome::PasscodeNotEntered
        | Outcome::AccountNotCreated
        | Outcome::PermissionsDeclined
        | Outcome::TermsDeclined
        | Outcome::MultifactorNotDone
        | Outcome::MultifactorNotRegistered
        | Outcome::ApplicationConsentDeclined => Screen::Stopped,
        Outcome::DomainBlocked
        | Outcome::CloudNotAllowed
        | Outcome::NoProviderInCloud
        | Outcome::OutboundBlocked
        | Outcome::InboundBlocked
        | Outcome::TenantRestricted
        | Outcome::HomeAccountDisabled
        | Outcome::BlockedByHomeTenant
        | Outcome::HomeAccountRecreated
        | Outcome::ProviderRemoved
        | Outcome::TokenInvalid
        | Outcome::MailClaimMissing
        | Outcome::MailClaimOutsideDomain
        | Outcome::RealmMissing
        | Outcome::RealmUnknown
        | Outcome::GoogleError
        | Outcome::GoogleFailsForNow
        | Outcome::GoogleRefusesCode
        | Outcome::GoogleRefusesRefreshToken
        | Outcome::WebViewRefused
        | Outcome::BlockedByPolicy
        | Outcome::RegistrationBlockedByRisk
        | Outcome::DeviceNotCompliant
        | Outcome::DeviceNotJoined
        | Outcome::UserRiskBlocks
        | Outcome::ApplicationBlocked
        | Outcome::NotAssigned
        | Outcome::AdminConsentMissing
        | Outcome::WrongEndpoint
        | Outcome::GuestNotFound
        | Outcome::ContactConflict
        | Outcome::GuestDisabled
        | Outcome::SignInNameNotUpn
        | Outcome::NoAccountAtProvider
        | Outcome::NotTheirAccount
        | Outcome::AccountMismatch
        | Outcome::LiveSessionAccount
        | Outcome::PasscodeOff
        | Outcome::CreationNeedsMailLink
        | Outcome::NoAccountForVerifiedDomain
        | Outcome::JustInTimeCreationOff
        | Outcome::JustInTimeCreationGone => Screen::Error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;

    fn seen(design: &Design, guest: serde_json::Value) -> Vec<&'static str> {
        let guest: crate::guest::Guest = serde_json::from_value(guest).unwrap();
        let run = crate::engine::replay(design, &guest, &guest.story);
        assert_eq!(run.refused, None);
        screens(&run).into_iter().map(Screen::id).collect()
    }

    #[test]
    fn stepping_by_pages_stops_at_each_page_and_only_where_there_is_a_row() {
        let guest: crate::guest::Guest = serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example",
            "story": ["enterWrongPasscode", "enterPasscode", "accept"]
        }))
        .unwrap();
        let run = crate::engine::replay(&Design::default(), &guest, &guest.story);
        let seen =
            |places: &[Place]| places.iter().filter_map(|place| screen_at(&run, *place)).map(Screen::id).collect::<Vec<_>>();
        let all = screen_places(&run, &run.places());
        let wanted = [
            "invitation",
            "invitationSent",
            "invitationMail",
            "sendPasscode",
            "enterPasscode",
            "wrongPasscode",
            "reviewPermissions",
            "appsAccessPanel",
        ];
        assert_eq!(seen(&all), wanted);
        let shown: Vec<Place> = run.places().into_iter().step_by(2).collect();
        let places = screen_places(&run, &shown);
        assert!(places.iter().all(|place| shown.contains(place)) && places.is_sorted(), "{places:?}");
    }

    #[test]
    fn a_freelancer_sees_mail_passcode_permissions_and_the_apps_access_panel() {
        let seen = seen(
            &Design::default(),
            serde_json::json!({
                "displayName": "Ravi", "invitedEmail": "ravi@contractor.example",
                "story": ["enterWrongPasscode", "enterPasscode", "accept"]
            }),
        );
        assert_eq!(
            seen,
            [
                "invitation",
                "invitationSent",
                "invitationMail",
                "sendPasscode",
                "enterPasscode",
                "wrongPasscode",
                "reviewPermissions",
                "appsAccessPanel"
            ]
        );
    }

    #[test]
    fn an_inviter_who_may_not_invite_is_told_so_and_the_guest_sees_nothing() {
        let mut design = Design::default();
        design.resource_tenant.allow_invites_from = Some(crate::design::AllowInvitesFrom::None);
        let guest = serde_json::json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example"});
        assert_eq!(seen(&design, guest), ["invitation", "invitationRefused"]);
    }

    #[test]
    fn a_document_that_must_be_read_is_closed_at_first() {
        let mut design = Design::default();
        let terms = crate::design::TermsOfUse {
            is_viewing_before_acceptance_required: true,
            ..crate::design::TermsOfUse::named("Guest terms")
        };
        design.resource_tenant.terms_of_use = vec![terms];
        let seen = seen(
            &design,
            serde_json::json!({
                "displayName": "Ravi", "invitedEmail": "ravi@contractor.example",
                "story": ["enterPasscode", "accept", "openDocument", "accept"]
            }),
        );
        assert_eq!(seen.get(6..), Some(["termsOfUse", "termsOfUseOpened", "appsAccessPanel"].as_slice()));
    }

    #[test]
    fn a_second_visit_on_the_same_day_needs_no_passcode_and_leaving_has_its_own_page() {
        let seen = seen(
            &Design::default(),
            serde_json::json!({
                "displayName": "Ravi", "invitedEmail": "ravi@contractor.example",
                "story": ["enterPasscode", "accept", {"tryAgain": "directLink"}, "leaveOrganization"]
            }),
        );
        assert_eq!(seen.get(7..), Some(["enterEmail", "signedIn", "leaveOrganization", "left"].as_slice()));
    }

    #[test]
    fn the_tenant_whose_word_counts_asks_for_the_second_factor() {
        let design = |trusted: bool| -> Design {
            serde_json::from_value(serde_json::json!({
                "resourceTenant": {
                    "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com",
                    "inboundTrust": {"isMfaAccepted": trusted},
                    "conditionalAccess": [{"displayName": "Guests", "grantControls": ["mfa"]}],
                },
                "homeTenants": [{
                    "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum",
                    "verifiedDomains": ["adatum.example"], "users": [{"userPrincipalName": "nina@adatum.example"}],
                }],
            }))
            .unwrap()
        };
        let guest = |story: serde_json::Value| {
            serde_json::json!({
                "displayName": "Nina", "invitedEmail": "nina@adatum.example",
                "person": {"workAccount": "nina@adatum.example"}, "story": story
            })
        };
        let told = |trusted: bool, story: serde_json::Value| seen(&design(trusted), guest(story)).split_off(5);
        assert_eq!(told(false, serde_json::json!(["accept"])), ["multifactorRegistration"]);
        let again = told(false, serde_json::json!(["accept", "completeMultifactor", {"tryAgain": "directLink"}]));
        assert_eq!(again, ["multifactorRegistration", "appsAccessPanel", "enterEmail", "homeTenantSignIn", "multifactor"]);
        assert_eq!(told(true, serde_json::json!(["accept", "completeMultifactor"])), ["homeMultifactor", "appsAccessPanel"]);
    }
}
