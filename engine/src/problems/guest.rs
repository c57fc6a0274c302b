//! Problems of guests: what they were told to use and what works for them.
//!
//! Where the question is what a guest would come across, the engine is asked; nothing is decided a second time here.

mod facts;
mod invitation;
mod sign_in;
mod story;

use std::collections::BTreeSet;

use super::{Problem, ProblemCode, Removal, check_address, check_name};
use crate::act::{Act, Prompt};
use crate::address::EmailAddress;
use crate::design::{Design, Edition, IdentityProvider, MOST_TERMS};
use crate::engine::{Ending, Move, World, walk};
use crate::field::{Field, GuestField};
use crate::flow::{Flow, NewAccount, Node, Outcome};
use crate::guest::{GoogleAnswer, Guest, TargetApp, WayIn};
use crate::rules::Rule;
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    if workspace.guests.is_empty() {
        let message = "There is no guest, so there is nothing to replay. Add one.";
        problems.push(ProblemCode::NoGuest.at(Field::of_guest(0, GuestField::InvitedEmail), message));
    }
    let design = &workspace.design;
    let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
    let users: BTreeSet<&EmailAddress> =
        design.home_tenants.iter().flat_map(|tenant| &tenant.users).map(|user| &user.user_principal_name).collect();
    for (number, guest) in workspace.guests.iter().enumerate() {
        let invited = Invited { design, users: &users, flow: &flow, guest };
        invited.sign_in(problems);
        let mut found = |code: ProblemCode, field, message: String| {
            let problem = code.at(Field::of_guest(number, field), message);
            problems.push(match code {
                ProblemCode::SecondAddressIsTheInvitedOne => problem.mended_by(Removal::SecondAddress(number)),
                _ => problem,
            });
        };
        invited.accounts(&mut found);
        invited.way_in(&mut found);
        invited.mail(&mut found);
        invited.invitation(&mut found);
        invited.facts(&mut found);
        invited.story(number, problems);
        check_name(&guest.display_name, Field::of_guest(number, GuestField::DisplayName), "A guest", problems);
        let redirect = guest.invitation.invite_redirect_url.as_deref();
        check_address(redirect, Field::of_guest(number, GuestField::InviteRedirectUrl), problems);
    }
}

/// More acts than any attempt needs: the longest opens and accepts all the terms that a tenant can have.
const MOST_ACTS: usize = 2 * MOST_TERMS + 20;

#[derive(Clone, Copy)]
struct Invited<'a> {
    design: &'a Design,
    /// The user principal names of all home tenants.
    users: &'a BTreeSet<&'a EmailAddress>,
    flow: &'a Flow,
    guest: &'a Guest,
}

impl Invited<'_> {
    fn accounts(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let person = &self.guest.person;
        if let Some(upn) = person.work_account.as_ref().filter(|upn| !self.users.contains(upn)) {
            found(
                ProblemCode::WorkAccountIsUnknown,
                GuestField::WorkAccount,
                format!(
                    "No home tenant has a user with the user principal name {upn}. Add the user there, or clear the work account."
                ),
            );
        }
        if person.live_work_session && person.work_account.is_none() {
            found(
                ProblemCode::LiveSessionWithoutWorkAccount,
                GuestField::LiveWorkSession,
                "The browser is signed in with a work account, but the guest has none, so this changes nothing. Add the work account.".to_owned(),
            );
        }
        let google = person.google_account.as_ref().filter(|account| **account != self.guest.invited_email);
        if let (Some(account), true) = (google, self.sent_to(IdentityProvider::Google)) {
            found(
                ProblemCode::OtherGoogleAccount,
                GuestField::GoogleAccount,
                format!(
                    "{} is invited, but the guest signs in as {account}. The documents say that a Google guest picks the invited account; what else happens is assumed here.",
                    self.guest.invited_email
                ),
            );
        }
        if person.google_answer != GoogleAnswer::SignsIn && self.sent_to(IdentityProvider::Google) {
            found(
                ProblemCode::GoogleAnswersWithError,
                GuestField::GoogleAnswer,
                "Google answers this guest with an error, so they do not sign in there. Let Google sign the guest in.".to_owned(),
            );
        }
        let federations = &self.design.resource_tenant.federations;
        let covered = |domain: &str| federations.iter().any(|federation| federation.covers(domain));
        let invited = self.guest.invited_email.domain();
        if person.partner_account && !covered(invited) && !covered(self.guest.typed_name().domain()) {
            found(
                ProblemCode::PartnerAccountIsUnused,
                GuestField::PartnerAccount,
                format!(
                    "The guest has an account at a partner's provider, but no federation covers {invited}. Add a federation with this domain."
                ),
            );
        }
    }

    fn way_in(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let guest = self.guest;
        let edition = self.design.edition;
        let through_organization = guest.way_in == WayIn::CommonEndpointWithOrganization;
        if edition == Edition::Y2019 && through_organization {
            found(
                ProblemCode::OrganizationSignInIsUnknown,
                GuestField::WayIn,
                "Edition 2019-06 does not know Sign in to an organization: a common URL leads to the home tenant. Use a direct link or the mail link.".to_owned(),
            );
        }
        if edition != Edition::Y2019
            && guest.target_app == TargetApp::SingleTenantApp
            && (through_organization || guest.way_in == WayIn::CommonEndpoint)
        {
            found(
                ProblemCode::SingleTenantAppAtCommonEndpoint,
                GuestField::TargetApp,
                "The common endpoint serves multitenant and Microsoft first-party apps only. Use a direct link to this app."
                    .to_owned(),
            );
        }
        let (_, moves) = self.attempt(guest.way_in, Prompt::cooperative);
        self.on_the_way(&moves, found);
        if moves.iter().any(|step| step.rule == Rule::AliasNeedsMailLink) {
            found(
                ProblemCode::AliasNeedsMailLink,
                GuestField::SignInName,
                format!(
                    "Without the mail link, {} does not lead to the guest object. Use the mail link, or type {}.",
                    guest.typed_name(),
                    guest.invited_email
                ),
            );
        }
    }

    fn mail(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let guest = self.guest;
        let by_mail_link = guest.way_in == WayIn::EmailLink;
        let (_, moves) = self.attempt(WayIn::EmailLink, |_| None);
        if moves.iter().any(|step| step.rule == Rule::AutomaticRedemptionSendsNoInvitation) {
            if by_mail_link {
                found(
                    ProblemCode::AutomaticRedemptionSendsNoMail,
                    GuestField::WayIn,
                    "Both tenants redeem automatically, so there is no invitation mail, and the run uses a direct link. Choose the direct link.".to_owned(),
                );
            }
            return;
        }
        if by_mail_link {
            self.mail_does_not_arrive(&moves, found);
        }
        if !guest.invitation.send_invitation_message {
            if let Some(message) = self.why_the_mail_is_needed() {
                found(ProblemCode::MailIsNeeded, GuestField::SendInvitationMessage, message);
            } else if by_mail_link {
                found(
                    ProblemCode::MailLinkIsNotMailed,
                    GuestField::SendInvitationMessage,
                    "No invitation mail is sent, so the guest has the link only if the inviter passes it on. Send the mail, or choose the direct link.".to_owned(),
                );
            }
        }
        if by_mail_link
            && self.design.edition == Edition::Y2024
            && guest.invitation.contact_conflict
            && self.may_use_microsoft_account()
        {
            found(
                ProblemCode::ContactConflictWithMicrosoftAccount,
                GuestField::ContactConflict,
                "With a contact conflict, the 2024 text promises the mail link for SAML/WS-Fed, passcode and Google, but not for a Microsoft account. Remove the contact and invite again.".to_owned(),
            );
        }
    }

    /// Why a direct link does not let the guest in, where the mail link is the remedy.
    fn why_the_mail_is_needed(self) -> Option<String> {
        let guest = self.guest;
        if guest.invitation.contact_conflict && self.design.edition < Edition::Y2026 {
            return Some(format!(
                "A contact object owns {}, so the guest needs the link in the mail. Send it, or remove the contact and invite again.",
                guest.invited_email
            ));
        }
        match self.attempt(WayIn::DirectLink, Prompt::cooperative).0 {
            Ending::Ended(Outcome::GuestNotFound) => Some(format!(
                "The guest signs in as {}, so only the link in the mail leads to the guest object. Send it.",
                guest.typed_name()
            )),
            Ending::Ended(Outcome::SignInNameNotUpn) => Some(format!(
                "{} is not the user principal name, so a direct link does not take it. Send the mail, or let the guest type the user principal name.",
                guest.typed_name()
            )),
            Ending::Ended(Outcome::CreationNeedsMailLink) => Some(
                "The guest needs a new account, which only the link in the mail leads to. Send it, or turn on email one-time passcode.".to_owned(),
            ),
            Ending::Ended(_) | Ending::Waiting(_) | Ending::NoEdge(..) => None,
        }
    }

    /// Whether the guest may come to a personal Microsoft account, asked to choose or not.
    fn may_use_microsoft_account(self) -> bool {
        let prefers_personal = |prompt: Prompt| match prompt {
            Prompt::AccountChoice => Some(Act::ChoosePersonalAccount),
            other => other.cooperative(),
        };
        let (_, moves) = self.attempt(self.guest.way_in, prefers_personal);
        moves.iter().any(|step| {
            let to = step.edge.to();
            to == Node::SignIn(IdentityProvider::MicrosoftAccount) || to == Node::CreateAccount(NewAccount::Microsoft)
        })
    }

    /// Whether the guest comes to this provider's sign-in page by their way in.
    fn sent_to(self, provider: IdentityProvider) -> bool {
        let (_, moves) = self.attempt(self.guest.way_in, Prompt::cooperative);
        moves.iter().any(|step| step.edge.to() == Node::SignIn(provider))
    }

    /// One attempt of this guest by this way, with what they do where a person decides. Somebody who is asked over and over, as by
    /// terms that expire at once, gives up in the end.
    fn attempt(self, way_in: WayIn, mut person: impl FnMut(Prompt) -> Option<Act>) -> (Ending, Vec<Move>) {
        let mut patience = MOST_ACTS;
        let patient = |prompt| {
            patience = patience.saturating_sub(1_usize);
            if patience > 0 { person(prompt) } else { None }
        };
        let guest = Guest { way_in, story: Vec::new(), ..self.guest.clone() };
        let world = World { design: self.design, guest: &guest };
        let mut moves = Vec::new();
        let (ending, _) = walk(world, self.flow, patient, |step| moves.push(step));
        (ending, moves)
    }
}
