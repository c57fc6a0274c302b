//! The audit entries of a run, from the effects of its moves.
//!
//! What a change of a setting writes is in `change.rs`.

use super::home::{self, Home};
use super::{Activity, Actor, AuditEntry, AuditResult, ModifiedProperty, Target, Whose, change};
use crate::act::Operation;
use crate::address::EmailAddress;
use crate::clock;
use crate::design::{Design, Edition};
use crate::fictional::{self, Identity};
use crate::flow::{Answer, NewAccount, Node, Outcome};
use crate::guest::{Guest, InviterRole, UserType};
use crate::guest_record::{GuestRecord, guest_record};
use crate::moves::{Moved, taken};
use crate::rules::{Basis, Document, Source};
use crate::trace::{Chapter, Effect, Place, Run};
use crate::wording;

/// The service that writes guest objects. Source: exported audit logs (third party).
const WORKER: &str = "Microsoft B2B Admin Worker";

/// The audit entries of both tenants that were written before a place of a run, oldest first.
pub fn audit_entries(design: &Design, guest: &Guest, run: &Run, up_to: Place) -> Vec<AuditEntry> {
    let mut log = Log { design, guest, run, entries: Vec::new(), accepted: false };
    for (number, chapter) in run.chapters.iter().enumerate() {
        let steps = taken(chapter, number, up_to);
        let accepted_before = log.accepted;
        for (step_number, step) in steps.iter().enumerate() {
            log.step(Moved { place: Place { chapter: number, step: step_number }, chapter, step });
        }
        let complete = number < up_to.chapter || (number == up_to.chapter && up_to.step >= chapter.steps.len());
        if complete && !accepted_before && !log.accepted && design.interpretations.audit_every_attempt {
            log.failed_attempt(chapter, number);
        }
    }
    log.entries
}

/// The log while it is written.
pub(super) struct Log<'a> {
    /// The workspace's design; a chapter may have another.
    pub design: &'a Design,
    pub guest: &'a Guest,
    run: &'a Run,
    entries: Vec<AuditEntry>,
    accepted: bool,
}

/// A property that comes to have a value.
pub(super) fn new(name: &'static str, new: impl Into<String>) -> ModifiedProperty {
    ModifiedProperty { name, old: None, new: Some(new.into()) }
}

/// A property that changes its value.
pub(super) fn changed(name: &'static str, old: impl Into<String>, new: impl Into<String>) -> ModifiedProperty {
    ModifiedProperty { name, old: Some(old.into()), new: Some(new.into()) }
}

impl<'a> Log<'a> {
    fn step(&mut self, moved: Moved<'a>) {
        for effect in &moved.step.effects {
            self.effect(&moved, effect);
        }
        if (moved.step.edge.from(), moved.step.edge.answer()) == (Node::Operation(Operation::ResendInvitation), Answer::Done) {
            let by = self.administrator();
            self.write(AuditEntry {
                details: self.invited(&moved),
                ..self.entry(&moved, Activity::InviteExternalUser, by).inferred()
            });
        }
    }

    fn effect(&mut self, moved: &Moved<'a>, effect: &Effect) {
        match effect {
            Effect::Invited => self.invitation(moved),
            Effect::MailSuppressed => {
                let by = self.worker();
                self.write(self.entry(moved, Activity::EmailNotSent, by));
            }
            Effect::StateAccepted => self.redemption(moved),
            Effect::TermsAccepted(number) => self.terms(moved, Activity::AcceptTerms, *number),
            Effect::TermsDeclined(number) => self.terms(moved, Activity::DeclineTerms, *number),
            Effect::MultifactorRegistered => {
                let by = self.guest_itself(moved);
                self.write(self.entry(moved, Activity::RegisterSecurityInfo, by));
            }
            Effect::ApplicationConsented => {
                let by = self.guest_itself(moved);
                let target = self.application(moved);
                self.write(AuditEntry { target, ..self.entry(moved, Activity::ConsentToApplication, by) });
            }
            Effect::ObjectDeleted => self.by_administrator(moved, Activity::DeleteUser),
            Effect::ObjectRestored => self.by_administrator(moved, Activity::RestoreUser),
            Effect::ObjectPurged => self.by_administrator(moved, Activity::HardDeleteUser),
            Effect::GuestLeft => {
                let (guest, worker) = (self.guest_itself(moved), self.worker());
                self.write(self.entry(moved, Activity::DeleteUser, worker).inferred());
                self.write(self.entry(moved, Activity::DeleteExternalUser, guest).inferred());
            }
            Effect::RedemptionReset { mail } => self.reset(moved, mail.as_deref()),
            Effect::AddressAdded(address) => {
                let (worker, administrator) = (self.worker(), self.administrator());
                let modified = vec![new("OtherMails", address)];
                self.write(AuditEntry { modified, ..self.entry(moved, Activity::UpdateUser, worker).inferred() });
                let details = vec![("invitedUserEmailAddress", address.clone())];
                self.write(AuditEntry { details, ..self.entry(moved, Activity::InviteExternalUser, administrator).inferred() });
            }
            Effect::AccountCreated(account) => self.account_created(moved, *account),
            Effect::Changed(change) => change::change(self, moved, *change),
            Effect::PasscodeSent
            | Effect::TimePassed(_)
            | Effect::PermissionsAccepted
            | Effect::IdentityAdded { .. }
            | Effect::InvitationMailed
            | Effect::NotificationMailed
            | Effect::MultifactorDone => {}
        }
    }

    /// The order is the one of exported logs: the object, the invitation, the sponsor.
    fn invitation(&mut self, moved: &Moved<'a>) {
        self.accepted = false;
        let inviter = fictional::inviter(self.design, self.guest);
        let by = match self.guest.invitation.inviter.role {
            InviterRole::Application => Actor::Application(inviter.clone()),
            InviterRole::Administrator | InviterRole::GuestInviter | InviterRole::Member | InviterRole::Guest => {
                Actor::User(inviter.clone())
            }
        };
        let details = self.invited(moved);
        if self.guest.invitation.internal_user.is_some() {
            self.write(AuditEntry { details, ..self.entry(moved, Activity::InviteInternalUser, by) });
            return;
        }
        let modified = vec![
            new("AccountEnabled", "true"),
            new("UserType", <&str>::from(self.record(moved).user_type)),
            new("CreationType", "Invitation"),
            new("UserState", "PendingAcceptance"),
        ];
        let worker = self.worker();
        self.write(AuditEntry { modified, ..self.entry(moved, Activity::AddUser, worker).observed("Entries of an invitation") });
        self.write(AuditEntry { details, ..self.entry(moved, Activity::InviteExternalUser, by.clone()) });
        // Sponsors came with the newer editions. A sponsor is a user or a group, so an application is none.
        if self.record(moved).sponsor.is_some() && self.design.edition >= Edition::Y2024 {
            let modified = vec![new("Sponsor", inviter.display_name)];
            self.write(AuditEntry { modified, ..self.entry(moved, Activity::AddUserSponsor, by).inferred() });
        }
    }

    /// The order is the one of exported logs: the object, the redemption.
    fn redemption(&mut self, moved: &Moved<'a>) {
        self.accepted = true;
        let (worker, guest) = (self.worker(), self.guest_itself(moved));
        let at = clock::at(self.design, self.guest, moved.step.minutes);
        let modified = vec![changed("UserState", "PendingAcceptance", "Accepted"), new("AcceptedOn", format!("{at}Z"))];
        self.write(AuditEntry {
            modified,
            ..self.entry(moved, Activity::UpdateUser, worker).observed("Entries of a redemption")
        });
        self.write(self.entry(moved, Activity::RedeemInvite, guest));
    }

    fn reset(&mut self, moved: &Moved<'a>, mail: Option<&str>) {
        self.accepted = false;
        let mut modified = vec![changed("UserState", "Accepted", "PendingAcceptance")];
        if let Some(mail) = mail {
            modified.push(changed("Mail", self.record_before(moved).mail, mail));
        }
        let (worker, administrator) = (self.worker(), self.administrator());
        self.write(AuditEntry { modified, ..self.entry(moved, Activity::UpdateUser, worker).inferred() });
        let details = self.invited(moved);
        self.write(AuditEntry { details, ..self.entry(moved, Activity::InviteWithReset, administrator) });
    }

    fn terms(&mut self, moved: &Moved<'a>, activity: Activity, number: u16) {
        let terms = moved.chapter.design_in_force(self.design).resource_tenant.terms_of_use.get(usize::from(number));
        let name = terms.map(|terms| terms.display_name.clone()).unwrap_or_default();
        let by = self.guest_itself(moved);
        self.write(AuditEntry { target: named("Agreement", name), ..self.entry(moved, activity, by) });
    }

    fn account_created(&mut self, moved: &Moved<'a>, account: NewAccount) {
        match account {
            // A Microsoft account comes to be outside Microsoft Entra ID.
            NewAccount::Microsoft => {}
            NewAccount::SelfService => {
                let by = self.worker();
                self.write(self.entry(moved, Activity::ViralUserCreation, by).inferred());
            }
            NewAccount::HomeMember => {
                let Some(home) = self.home(moved) else { return };
                let by = self.guest_itself(moved);
                let modified = vec![new("CreationType", "EmailVerified"), new("UserType", <&str>::from(UserType::Member))];
                let target = self.home_user(moved);
                let tenant = Whose::Home(home.number);
                self.write(AuditEntry { tenant, target, modified, ..self.entry(moved, Activity::AddUser, by).inferred() });
            }
        }
    }

    /// The reading of another document: every attempt to redeem is in the audit log, the failed ones included.
    fn failed_attempt(&mut self, chapter: &'a Chapter, number: usize) {
        let (Some(outcome), Some(last)) = (chapter.outcome(), chapter.steps.len().checked_sub(1)) else { return };
        let Some(step) = chapter.steps.get(last) else { return };
        if chapter.way_in().is_none() || !reaches_resource_tenant(outcome) {
            return;
        }
        let moved = Moved { place: Place { chapter: number, step: last }, chapter, step };
        let reason = match outcome.error_code() {
            Some(code) => format!("{code}: {}", wording::outcome(outcome)),
            None => wording::outcome(outcome).to_owned(),
        };
        let by = self.guest_itself(&moved);
        let entry = self.entry(&moved, Activity::RedeemInvite, by);
        self.write(AuditEntry {
            result: AuditResult::Failure,
            result_reason: Some(reason),
            basis: Basis::Disputed,
            source: Source { document: Document::SeedSummary, place: "Audit Logs" },
            ..entry
        });
    }

    /// Keeps an entry.
    pub(super) fn write(&mut self, mut entry: AuditEntry) {
        entry.id = self.id(&["audit", &self.entries.len().to_string()]);
        self.entries.push(entry);
    }

    /// An entry about the guest in the resource tenant's log, with nothing special about it.
    pub(super) fn entry(&self, moved: &Moved<'a>, activity: Activity, initiated_by: Actor) -> AuditEntry {
        let record = self.record(moved);
        AuditEntry {
            tenant: Whose::Resource,
            place: moved.place,
            minutes: moved.step.minutes,
            at: clock::at(self.design, self.guest, moved.step.minutes),
            id: String::new(),
            correlation_id: self.id(&["move", &moved.place.chapter.to_string(), &moved.place.step.to_string()]),
            activity,
            result: AuditResult::Success,
            result_reason: None,
            initiated_by,
            target: Target {
                kind: "User",
                display_name: record.display_name,
                id: record.id,
                user_principal_name: Some(record.user_principal_name),
            },
            modified: Vec::new(),
            details: Vec::new(),
            basis: Basis::Documented,
            source: activity.card().source,
        }
    }

    fn by_administrator(&mut self, moved: &Moved<'a>, activity: Activity) {
        let by = self.administrator();
        self.write(self.entry(moved, activity, by));
    }

    fn id(&self, names: &[&str]) -> String {
        let mut all = vec![self.design.resource_tenant.initial_domain.as_str(), self.guest.invited_email.as_str()];
        all.extend(names);
        fictional::id(&all)
    }

    fn invited(&self, moved: &Moved<'a>) -> Vec<(&'static str, String)> {
        vec![("invitedUserEmailAddress", self.record(moved).mail)]
    }

    /// The guest object after a move.
    fn record(&self, moved: &Moved<'a>) -> GuestRecord {
        guest_record(self.design, self.guest, self.run.steps_before(moved.after()))
    }

    pub(super) fn record_before(&self, moved: &Moved<'a>) -> GuestRecord {
        guest_record(self.design, self.guest, self.run.steps_before(moved.place))
    }

    pub(super) fn administrator(&self) -> Actor {
        Actor::User(fictional::administrator(&self.design.resource_tenant))
    }

    pub(super) fn worker(&self) -> Actor {
        Actor::Application(Identity {
            display_name: WORKER.to_owned(),
            user_principal_name: None,
            id: fictional::id(&["application", WORKER]),
        })
    }

    /// The guest as the one who acts.
    fn guest_itself(&self, moved: &Moved<'a>) -> Actor {
        let record = self.record(moved);
        Actor::User(Identity {
            display_name: record.display_name,
            user_principal_name: Some(record.user_principal_name),
            id: record.id,
        })
    }

    /// The home tenant of the address that the guest object has.
    pub(super) fn home(&self, moved: &Moved<'a>) -> Option<Home<'a>> {
        let address = EmailAddress::parse(&self.record(moved).mail).ok()?;
        home::of_address(moved.chapter.design_in_force(self.design), &address)
    }

    /// The guest's work account as a target in its home tenant.
    pub(super) fn home_user(&self, moved: &Moved<'a>) -> Target {
        let user = self.home(moved).and_then(|home| home.user).map(|user| user.user_principal_name.to_string());
        let name = user.unwrap_or_else(|| self.record(moved).mail);
        Target {
            kind: "User",
            display_name: self.guest.display_name.clone(),
            id: fictional::id(&["user", &name]),
            user_principal_name: Some(name),
        }
    }

    pub(super) fn application(&self, moved: &Moved<'a>) -> Target {
        let application = &moved.chapter.design_in_force(self.design).resource_tenant.application;
        Target {
            kind: "ServicePrincipal",
            display_name: application.display_name.clone(),
            id: application.app_id.clone(),
            user_principal_name: None,
        }
    }
}

/// A target that is known by its name.
pub(super) fn named(kind: &'static str, display_name: impl Into<String>) -> Target {
    let display_name = display_name.into();
    Target { kind, id: fictional::id(&[kind, &display_name]), display_name, user_principal_name: None }
}

impl AuditEntry {
    /// The same entry where a document lists the activity, but none says that this writes it.
    pub(super) fn inferred(self) -> Self {
        Self { basis: Basis::Inferred, ..self }
    }

    /// The same entry where exported logs show it, and no document says so.
    fn observed(self, place: &'static str) -> Self {
        Self { basis: Basis::Inferred, source: Source { document: Document::ObservedAudit, place }, ..self }
    }
}

/// Whether an attempt that ends like this has been one at the resource tenant.
fn reaches_resource_tenant(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::MailNotFound | Outcome::SentToHomeTenant | Outcome::WrongEndpoint)
}
