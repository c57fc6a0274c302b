//! What the guest sees: the page at each place of a run, read off the trace.
//!
//! A page is a value; the markup is the page's business. Checks that the service makes by itself show nothing new: the page
//! before them stays.

use strum::{EnumIter, IntoStaticStr};

use crate::act::Prompt;
use crate::design::IdentityProvider;
use crate::flow::{Answer, NewAccount, Node, Outcome};
use crate::guest::WayIn;
use crate::trace::{Next, Place, Run};

/// A page in front of the guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Screen {
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
    /// S8: sign-in with a Microsoft account.
    MicrosoftAccountSignIn,
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
    /// S11: Review permissions.
    ReviewPermissions,
    /// S13: terms of use.
    TermsOfUse,
    /// S14: the Apps access panel.
    AppsAccessPanel,
    /// The app, or the page behind the redirect address.
    App,
    /// S16: accepted before, straight to the app.
    SignedIn,
    /// S15: an error page.
    Error,
    /// The guest's own tenant, nothing redeemed.
    HomeTenantApps,
    /// The guest has closed the page or said no.
    Stopped,
}

impl Screen {
    /// The page's stable name.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The page in front of the guest at a place of a run.
pub fn screen_at(run: &Run, place: Place) -> Option<Screen> {
    let chapter = run.chapters.get(place.chapter)?;
    (0..=place.step).rev().find_map(|step| own_screen(run, Place { chapter: place.chapter, step })).or(match chapter.way_in {
        WayIn::EmailLink => Some(Screen::InvitationMail),
        WayIn::DirectLink => Some(Screen::EnterEmail),
        WayIn::CommonEndpoint | WayIn::CommonEndpointWithOrganization => Some(Screen::CommonEndpoint),
    })
}

/// All pages of a run, each once in a row.
pub fn screens(run: &Run) -> Vec<Screen> {
    let mut screens: Vec<Screen> = run.places().into_iter().filter_map(|place| screen_at(run, place)).collect();
    screens.dedup();
    screens
}

/// The page that a place brings up, if it brings one.
fn own_screen(run: &Run, place: Place) -> Option<Screen> {
    let chapter = run.chapters.get(place.chapter)?;
    let node = run.node(place)?;
    let step = chapter.steps.get(place.step);
    Some(match node {
        Node::WayIn => match (chapter.way_in, step.map(|step| step.edge.answer())) {
            (WayIn::EmailLink, Some(Answer::DirectLink)) => Screen::NotificationMail,
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
        Node::SignIn(IdentityProvider::AzureActiveDirectory) => Screen::HomeTenantSignIn,
        Node::SignIn(IdentityProvider::ExternalFederation) => Screen::PartnerSignIn,
        Node::SignIn(IdentityProvider::Google) => Screen::GoogleSignIn,
        Node::SignIn(IdentityProvider::MicrosoftAccount) => Screen::MicrosoftAccountSignIn,
        Node::SignIn(IdentityProvider::EmailOneTimePasscode) => {
            match place.step.checked_sub(1).and_then(|before| chapter.steps.get(before)).map(|step| step.edge.answer()) {
                Some(Answer::WrongPasscode) => Screen::WrongPasscode,
                Some(Answer::Expired) => Screen::PasscodeExpired,
                _ => Screen::EnterPasscode,
            }
        }
        Node::CreateAccount(NewAccount::Microsoft) => Screen::CreateMicrosoftAccount,
        Node::CreateAccount(NewAccount::SelfService | NewAccount::HomeMember) => Screen::CreateWorkAccount,
        Node::ReviewPermissions => {
            if step.is_some_and(|step| step.edge.answer() == Answer::AlreadyAccepted) {
                return None;
            }
            Screen::ReviewPermissions
        }
        Node::TermsOfUse => {
            if step.is_some_and(|step| step.edge.answer() == Answer::No) {
                return None;
            }
            Screen::TermsOfUse
        }
        Node::End(outcome) => end_screen(outcome, chapter.steps.last().map(|step| step.edge.answer())),
        Node::CommonEndpoint
        | Node::GuestState
        | Node::Primary(_)
        | Node::AlsoMicrosoftAccount
        | Node::ExistingMicrosoftAccount
        | Node::PasscodeEnabled
        | Node::CreationAllowed
        | Node::DomainVerified
        | Node::UserInVerifiedTenant
        | Node::JustInTimeCreation
        | Node::ConsumerDomain
        | Node::GuestMatch
        | Node::AutomaticRedemption
        | Node::Accept
        | Node::Redirect => return None,
    })
}

fn end_screen(outcome: Outcome, answer: Option<Answer>) -> Screen {
    match outcome {
        Outcome::Redeemed if answer == Some(Answer::AppsAccessPanel) => Screen::AppsAccessPanel,
        Outcome::Redeemed => Screen::App,
        Outcome::SignedIn => Screen::SignedIn,
        Outcome::SentToHomeTenant => Screen::HomeTenantApps,
        Outcome::PasscodeNotEntered | Outcome::AccountNotCreated | Outcome::PermissionsDeclined | Outcome::TermsDeclined => {
            Screen::Stopped
        }
        Outcome::WrongEndpoint
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

    #[test]
    fn a_freelancer_sees_mail_passcode_permissions_and_the_apps_access_panel() {
        let guest = serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example",
            "story": ["enterWrongPasscode", "enterPasscode", "accept"]
        }));
        let guest: crate::guest::Guest = guest.unwrap();
        let run = crate::engine::replay(&Design::default(), &guest, &guest.story);
        let seen: Vec<&str> = screens(&run).into_iter().map(Screen::id).collect();
        assert_eq!(seen, ["invitationMail", "enterPasscode", "wrongPasscode", "reviewPermissions", "appsAccessPanel"]);
    }
}
