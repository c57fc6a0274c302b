//! The sign-in entries of one attempt, from its moves and its end.
//!
//! Where an end leaves its entry is in `failure.rs`. Nothing is decided about the attempt.

use super::failure::{BOTH_TENANTS, Ended, Failure, ended};
use super::{MultifactorState, PolicyResult, SignInApp, SignInEntry, SignInStatus, SignInUser, policies};
use crate::act::Prompt;
use crate::address::EmailAddress;
use crate::clock;
use crate::design::application::APPS_ACCESS_PANEL_ID;
use crate::design::{Design, IdentityProvider};
use crate::fictional;
use crate::flow::{Answer, Node, Outcome};
use crate::guest::{Client, Guest, TargetApp, UserType, WayIn};
use crate::guest_record::{GuestRecord, guest_record};
use crate::log::Whose;
use crate::log::home::{self, Home};
use crate::rules::{Basis, Document, Source};
use crate::trace::{Chapter, Choice, Effect, Place, Run, Step};

/// The entries of an attempt of which these moves have been made.
pub(super) fn entries<'a>(
    design: &'a Design,
    guest: &'a Guest,
    run: &'a Run,
    number: usize,
    chapter: &'a Chapter,
    steps: &'a [Step],
) -> Vec<SignInEntry> {
    let start = Place { chapter: number, step: 0 };
    let in_force = chapter.design_in_force(design);
    let record = guest_record(design, guest, run.steps_before(start));
    let home = EmailAddress::parse(&record.mail).ok().and_then(|address| home::of_person(in_force, guest, &address));
    let way_in = chapter.way_in();
    let mut attempt = Attempt {
        design,
        guest,
        in_force,
        number,
        way_in,
        steps,
        home,
        record,
        provider: None,
        in_session: false,
        entries: Vec::new(),
    };
    attempt.moves();
    if let (true, Some(outcome)) = (steps.len() == chapter.steps.len(), chapter.outcome()) {
        attempt.end(outcome);
    }
    attempt.entries
}

/// An attempt, with what all of its entries share.
struct Attempt<'a> {
    design: &'a Design,
    guest: &'a Guest,
    in_force: &'a Design,
    number: usize,
    way_in: Option<WayIn>,
    steps: &'a [Step],
    home: Option<Home<'a>>,
    /// The guest object when the attempt began.
    record: GuestRecord,
    /// Who has authenticated the guest, once somebody has.
    provider: Option<IdentityProvider>,
    /// Whether the guest came with a session that lasts.
    in_session: bool,
    entries: Vec<SignInEntry>,
}

impl Attempt<'_> {
    fn moves(&mut self) {
        let mut terms_shown = false;
        for (number, step) in self.steps.iter().enumerate() {
            match (step.edge.from(), step.edge.answer()) {
                (Node::SignIn(provider), Answer::SignedIn) => {
                    self.provider = Some(provider);
                    if provider == IdentityProvider::AzureActiveDirectory {
                        self.entries.extend(self.at_home(number, step, None));
                    }
                }
                (Node::SignInSession, Answer::Yes) => {
                    self.in_session = true;
                    self.provider = self.record.accepted_with.as_ref().map(|accepted| accepted.provider);
                }
                (Node::DeviceCode, Answer::SignedIn) => self.provider = Some(IdentityProvider::Google),
                (Node::MultifactorChallenge, _) => {
                    let registers =
                        matches!(step.cause.choice, Some(Choice { prompt: Prompt::Multifactor { registers: true }, .. }));
                    let demanded = self.at_resource(number, step, self.gate(), Some(Failure::multifactor(registers)));
                    self.entries.push(SignInEntry { multifactor: Some(MultifactorState::NotDone), ..demanded });
                }
                (Node::TermsOfUse, Answer::Accepted | Answer::Opened) if !terms_shown => {
                    terms_shown = true;
                    self.entries.push(self.at_resource(number, step, self.gate(), Some(Failure::terms())));
                }
                (Node::Accept, Answer::Yes) => self.entries.push(self.at_resource(number, step, acceptance_portal(), None)),
                _ => {}
            }
        }
    }

    fn end(&mut self, outcome: Outcome) {
        let Some((number, step)) = self.steps.len().checked_sub(1).and_then(|last| Some((last, self.steps.get(last)?))) else {
            return;
        };
        match ended(outcome, self.provider.is_some()) {
            Ended::Unlogged => {}
            Ended::AtHome => self.entries.extend(self.at_home(number, step, Some(Failure::of(outcome)))),
            Ended::AtResource => {
                let failure = Failure::of(outcome);
                if self.work_account_is_used(outcome) {
                    self.provider = Some(IdentityProvider::AzureActiveDirectory);
                    self.entries.extend(failure.seen_from_home().and_then(|failure| self.at_home(number, step, Some(failure))));
                }
                // A common address leads to the resource tenant only where the application is its own.
                if outcome != Outcome::WrongEndpoint || self.guest.target_app == TargetApp::SingleTenantApp {
                    self.entries.push(self.at_resource(number, step, self.gate(), Some(failure)));
                }
            }
            Ended::AtApplication => {
                self.entries.push(self.at_resource(number, step, self.landing(), Some(Failure::of(outcome))));
            }
            Ended::In => {
                let accepted = self.steps.iter().any(|step| step.effects.contains(&Effect::StateAccepted));
                let mut entry = self.at_resource(number, step, self.landing(), None);
                // After the acceptance portal the application is a sign-in of its own.
                if accepted {
                    entry.basis = Basis::Inferred;
                    entry.source = Source { document: Document::ObservedAcceptance2026, place: "Second sign-in" };
                }
                self.entries.push(entry);
            }
        }
    }

    /// Whether the account that was refused is the guest's work account.
    fn work_account_is_used(&self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::LiveSessionAccount | Outcome::HomeAccountRecreated => true,
            Outcome::WrongEndpoint => self.guest.person.work_account.is_some(),
            Outcome::GuestNotFound => {
                let user = self.home.and_then(|home| home.user);
                self.provider.is_none() && user.is_some_and(|user| user.owns(self.guest.typed_name()))
            }
            _ => self.provider == Some(IdentityProvider::AzureActiveDirectory),
        }
    }

    /// The application at the gate of the resource tenant: who has still to accept the invitation comes to the acceptance portal.
    fn gate(&self) -> SignInApp {
        let pending = self.steps.iter().any(|step| match step.edge.from() {
            Node::GuestState => step.edge.answer() == Answer::Pending,
            Node::GuestMatch => step.edge.answer() == Answer::Yes,
            _ => false,
        });
        if pending { acceptance_portal() } else { self.landing() }
    }

    /// The application that the guest is on the way to: known from the way in, before they land.
    fn landing(&self) -> SignInApp {
        let tenant = &self.in_force.resource_tenant;
        let by_mail = self.steps.iter().any(|step| step.edge.from() == Node::WayIn && step.edge.answer() == Answer::EmailLink);
        let on_panel = if by_mail {
            self.guest.invitation.invite_redirect_url.is_none() && tenant.invite_redirect_url.is_none()
        } else {
            self.guest.target_app == TargetApp::AppsAccessPanel || self.way_in == Some(WayIn::EmailLink)
        };
        if on_panel {
            return SignInApp { display_name: "My Apps".to_owned(), app_id: APPS_ACCESS_PANEL_ID.to_owned() };
        }
        SignInApp { display_name: tenant.application.display_name.clone(), app_id: tenant.application.app_id.clone() }
    }

    fn at_resource(&self, number: usize, step: &Step, app: SignInApp, failure: Option<Failure>) -> SignInEntry {
        let home = self.home.filter(|_| self.provider == Some(IdentityProvider::AzureActiveDirectory));
        let stranger = failure.as_ref().is_some_and(Failure::is_of_a_stranger);
        let by_policy = failure.as_ref().is_some_and(Failure::is_of_policies);
        let outcome = failure.as_ref().and_then(|failure| failure.outcome);
        let policies = policies::of_resource(self.in_force, self.steps, outcome);
        let user = SignInUser {
            display_name: self.guest.display_name.clone(),
            user_principal_name: if stranger && home.is_none() {
                self.guest.typed_name().to_string()
            } else {
                self.name_used(home)
            },
            id: (!stranger).then(|| self.record.id.clone()),
            user_type: self.record.user_type,
        };
        SignInEntry {
            identity_provider: self.provider,
            home_tenant_id: home.map(|home| home.tenant.tenant_id.clone()),
            conditional_access: policies::together(&policies, by_policy),
            policies,
            multifactor: self.multifactor(),
            ..self.entry(Whose::Resource, number, step, user, app, failure)
        }
    }

    fn at_home(&self, number: usize, step: &Step, failure: Option<Failure>) -> Option<SignInEntry> {
        let home = self.home?;
        let name = self.name_used(Some(home));
        let user = SignInUser {
            display_name: self.guest.display_name.clone(),
            id: Some(fictional::id(&["user", &name])),
            user_principal_name: name,
            user_type: UserType::Member,
        };
        let blocked = failure.as_ref().is_some_and(|failure| failure.outcome == Some(Outcome::BlockedByHomeTenant));
        Some(SignInEntry {
            identity_provider: Some(IdentityProvider::AzureActiveDirectory),
            home_tenant_id: Some(home.tenant.tenant_id.clone()),
            conditional_access: match (blocked, home.tenant.requires_mfa) {
                (true, _) => PolicyResult::Failure,
                (false, true) => PolicyResult::Success,
                (false, false) => PolicyResult::NotApplied,
            },
            multifactor: home.tenant.requires_mfa.then_some(MultifactorState::Done),
            ..self.entry(Whose::Home(home.number), number, step, user, self.gate(), failure)
        })
    }

    /// The name of the account in use: that of the work account, or else the address of the guest object.
    fn name_used(&self, home: Option<Home<'_>>) -> String {
        let user = home.and_then(|home| home.user).map(|user| user.user_principal_name.to_string());
        user.unwrap_or_else(|| self.record.mail.clone())
    }

    fn multifactor(&self) -> Option<MultifactorState> {
        let answer = |node| self.steps.iter().rev().find(|step| step.edge.from() == node).map(|step| step.edge.answer());
        match (answer(Node::Multifactor)?, answer(Node::MultifactorChallenge)) {
            (Answer::NotNeeded, _) => None,
            (Answer::Trusted, _) => Some(MultifactorState::Trusted),
            (_, Some(Answer::Done)) => Some(MultifactorState::Done),
            _ => Some(MultifactorState::NotDone),
        }
    }

    fn entry(
        &self,
        tenant: Whose,
        number: usize,
        step: &Step,
        user: SignInUser,
        app: SignInApp,
        failure: Option<Failure>,
    ) -> SignInEntry {
        let resource_tenant_id = fictional::resource_tenant_id(self.design);
        let attempt = self.number.to_string();
        let code = failure.as_ref().map_or(Some(0), |failure| failure.code);
        let shared = [resource_tenant_id.as_str(), self.guest.invited_email.as_str(), attempt.as_str()];
        let (whose, at, ends) = (format!("{tenant:?}"), number.to_string(), format!("{code:?}"));
        let own = ["sign-in", whose.as_str(), at.as_str(), app.app_id.as_str(), ends.as_str()];
        let (basis, source) =
            failure.as_ref().map_or((Basis::Documented, BOTH_TENANTS), |failure| (failure.basis, failure.source));
        SignInEntry {
            tenant,
            place: Place { chapter: self.number, step: number + 1 },
            minutes: step.minutes,
            at: clock::at(self.design, self.guest, step.minutes),
            id: fictional::id(&[shared.as_slice(), own.as_slice()].concat()),
            correlation_id: fictional::id(&[shared.as_slice(), ["attempt"].as_slice()].concat()),
            user,
            app,
            resource_tenant_id,
            home_tenant_id: None,
            cross_tenant_access_type: "b2bCollaboration",
            is_interactive: !self.in_session || self.steps.iter().take(number + 1).any(|step| step.cause.choice.is_some()),
            client_app: match self.guest.person.client {
                Client::Browser => "Browser",
                Client::EmbeddedWebView => "Mobile Apps and Desktop clients",
            },
            identity_provider: None,
            status: failure.as_ref().map_or(SignInStatus::Success, |failure| failure.status),
            error_code: code,
            failure_reason: failure.map(|failure| failure.reason),
            conditional_access: PolicyResult::NotApplied,
            policies: Vec::new(),
            multifactor: None,
            risk: self.guest.person.sign_in_risk,
            location: self.guest.person.location.clone(),
            device: self.guest.person.device,
            basis,
            source,
        }
    }
}

/// Where the first sign-in of a guest lands. Source: a lab note of September 2026 (third party).
fn acceptance_portal() -> SignInApp {
    SignInApp {
        display_name: "Microsoft Invitation Acceptance Portal".to_owned(),
        app_id: "4660504c-45b3-4674-a709-71951a6b0763".to_owned(),
    }
}
