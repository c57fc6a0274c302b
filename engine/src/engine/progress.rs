//! What has been settled so far in a story: small, and copied rather than shared.
//!
//! It is changed by moves and by nothing else; what a move means for it is said here, whether a move may be made is not.

use super::{Blind, World, way_in};
use crate::act::{Act, Operation, PASSCODE_LIFE_MINUTES, PASSCODE_SESSION_MINUTES, SOFT_DELETE_MINUTES};
use crate::clock::day_number;
use crate::design::{IdentityProvider, MOST_TERMS};
use crate::flow::{Answer, Edge, NewAccount, Node};
use crate::guest::{Redeemed, WayIn};

/// What has been settled so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What became of the guest object.
    pub object: GuestObject,
    /// Whether the object was made without proxy addresses, because a contact object owned the address then.
    pub conflicted: bool,
    /// The provider that accepted the invitation; `None` while it is pending. Kept between attempts.
    pub accepted_with: Option<IdentityProvider>,
    /// The work account that accepted. Kept between attempts.
    pub accepted_account: Option<Account>,
    /// The federation that accepted, by position. Kept between attempts.
    pub accepted_federation: Option<u16>,
    /// Whether *Review permissions* was accepted. Kept between attempts.
    pub permissions_accepted: bool,
    // The day on which each of the terms of use was accepted, plus one; 0 is never.
    terms: [u16; MOST_TERMS],
    /// An account that came to be on the way. Kept between attempts.
    pub created: Option<NewAccount>,
    /// Whether the guest registered for multifactor authentication in the resource tenant. Kept between attempts.
    pub multifactor_registered: bool,
    /// Whether the guest consented to the application. Kept between attempts.
    pub application_consented: bool,
    /// Whether the home account is another one than the one that accepted. Kept between attempts.
    pub home_account_recreated: bool,
    /// Whether the person's second address belongs to the guest object. Kept between attempts.
    pub second_address_added: bool,
    /// Whether the invitation was asked to be mailed and was not, because the guest had blocked it. Kept between attempts.
    pub suppressed: bool,
    /// When the guest last signed in with a passcode. Kept between attempts.
    pub passcode_session: Option<u32>,
    /// The session of the browser that the guest signed in with last. Kept between attempts.
    pub session: Option<SignInSession>,
    /// Simulated minutes since the first invitation.
    pub minutes: u32,
    /// The link of the newest mail that went out, or that the inviter passed on.
    pub link: Option<Link>,
    /// The link of the mail before it.
    pub old_link: Option<Link>,
    /// How the guest came this time.
    pub way_in: WayIn,
    /// Whether the guest opened the older link this time.
    pub by_old_link: bool,
    /// Whether the guest came back in the same browser this time.
    pub in_same_browser: bool,
    /// Whether the session of that browser still lasts, so that nobody signs in this time.
    pub in_session: bool,
    /// The act that began the chapter, where one did.
    pub opened_by: Option<Act>,
    /// Whether the link in the mail is really used this time.
    pub by_mail_link: bool,
    /// The work account that discovery found.
    pub account: Option<Account>,
    /// The federation that matched or was selected, by position.
    pub federation: Option<u16>,
    /// Whether the guest selected the provider without discovery.
    pub selected: bool,
    /// The provider that the guest was sent to.
    pub provider: Option<IdentityProvider>,
    /// When the newest passcode was sent.
    pub passcode_sent: Option<u32>,
    /// Whether the second factor was given this time.
    pub multifactor_done: bool,
    /// Whether the home tenant's word for the second factor was taken this time.
    pub multifactor_trusted: bool,
    /// Whether the second factor is asked for in the home tenant.
    pub multifactor_at_home: bool,
    /// Whether the guest has to register for it first.
    pub multifactor_registers: bool,
    /// The terms of use that are shown, by position.
    pub terms_shown: Option<u16>,
    /// Whether their document was opened.
    pub terms_opened: bool,
    /// Whether the guest had been accepted before this attempt.
    pub returned: bool,
    /// Where the guest lands, once that is known.
    pub landing: Option<Answer>,
}

/// What became of the guest object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuestObject {
    /// Nobody has been invited yet.
    Absent,
    /// It is gone for good.
    Purged,
    /// It exists.
    Active,
    /// It has been deleted at this minute and can be restored for a while.
    Deleted(u32),
}

/// The link in an invitation mail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The minute at which it was sent.
    pub sent: u32,
    /// Whether a redemption was completed with it.
    pub used: bool,
    /// Whether it is tied to a guest object that has been deleted since.
    pub orphaned: bool,
    /// Whether the guest was told of the mail, because it was sent again, and looks for it where it lies.
    pub told: bool,
}

/// A session of a guest in the resource tenant, which the browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignInSession {
    /// The minute of the sign-in.
    pub signed_in: u32,
    /// The minute of the last visit.
    pub used: u32,
    /// Whether a second factor was given in it, or trusted.
    pub second_factor: bool,
}

/// A work account, by the positions of its home tenant and of the user in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// The home tenant.
    pub tenant: u16,
    /// The user; `None` for one that was created on the way.
    pub user: Option<u16>,
}

impl Account {
    /// The account behind the invited address: the one that the person has, or one that no design knows, in the tenant of the domain.
    fn of_guest(world: World<'_>) -> Option<Self> {
        let World { design, guest } = world;
        let name = guest.person.work_account.as_ref().unwrap_or(&guest.invited_email);
        let homes = design.home_tenants.iter().enumerate();
        let mut listed = homes.filter_map(|(tenant, home)| Some((tenant, home.users.iter().position(|user| user.owns(name))?)));
        let (tenant, user) = match listed.next() {
            Some((tenant, user)) => (tenant, Some(user)),
            None => (way_in::home_tenant(world)?, None),
        };
        let user = user.map(u16::try_from).transpose().ok()?;
        Some(Self { tenant: u16::try_from(tenant).ok()?, user })
    }
}

/// The federation that has accepted: the one with the issuer, or with the domain where the issuer is not known.
fn federation_of(world: World<'_>, redeemed: &Redeemed) -> Option<u16> {
    let domain = world.guest.invited_email.domain();
    let position = world.design.resource_tenant.federations.iter().position(|federation| match &redeemed.issuer {
        Some(issuer) => federation.issuer_uri == *issuer,
        None => federation.covers(domain),
    });
    position.and_then(|position| u16::try_from(position).ok())
}

impl Progress {
    /// Before anybody was invited.
    pub(super) fn before_the_invitation(way_in: WayIn) -> Self {
        Self {
            object: GuestObject::Absent,
            conflicted: false,
            accepted_with: None,
            accepted_account: None,
            accepted_federation: None,
            permissions_accepted: false,
            terms: [0; MOST_TERMS],
            created: None,
            multifactor_registered: false,
            application_consented: false,
            home_account_recreated: false,
            second_address_added: false,
            suppressed: false,
            passcode_session: None,
            session: None,
            minutes: 0,
            link: None,
            old_link: None,
            way_in,
            by_old_link: false,
            in_same_browser: false,
            in_session: false,
            opened_by: None,
            by_mail_link: false,
            account: None,
            federation: None,
            selected: false,
            provider: None,
            passcode_sent: None,
            multifactor_done: false,
            multifactor_trusted: false,
            multifactor_at_home: false,
            multifactor_registers: false,
            terms_shown: None,
            terms_opened: false,
            returned: false,
            landing: None,
        }
    }

    /// At the first attempt of a guest who has just been invited, or who has redeemed for a fact.
    pub(super) fn invited(world: World<'_>) -> Self {
        Self::redeemed(world).unwrap_or_else(|| {
            let mut so_far = Self::before_the_invitation(world.guest.way_in);
            so_far.start_pending(world, Answer::InvitationMail);
            so_far
        })
    }

    /// At the first attempt of a guest whose redemption is a fact; `None` for everybody else.
    pub(super) fn redeemed(world: World<'_>) -> Option<Self> {
        let redeemed = world.guest.redeemed.as_ref()?;
        let mut so_far = Self::before_the_invitation(world.guest.way_in);
        let automatic = way_in::automatic_partner(world, &mut Blind).is_some();
        so_far.start_pending(world, if automatic { Answer::NotificationMail } else { Answer::InvitationMail });
        so_far.link = so_far.link.map(|link| Link { used: true, ..link });
        so_far.accepted_with = Some(redeemed.identity_provider);
        match redeemed.identity_provider {
            IdentityProvider::AzureActiveDirectory => so_far.accepted_account = Account::of_guest(world),
            IdentityProvider::ExternalFederation => so_far.accepted_federation = federation_of(world, redeemed),
            IdentityProvider::MicrosoftAccount | IdentityProvider::Google | IdentityProvider::EmailOneTimePasscode => {}
        }
        so_far.returned = true;
        Some(so_far)
    }

    /// A new chapter: what was accepted or created stays, what the last chapter settled goes.
    pub(super) fn begin_chapter(&mut self, opened_by: Option<Act>) {
        *self = Self {
            object: self.object,
            conflicted: self.conflicted,
            accepted_with: self.accepted_with,
            accepted_account: self.accepted_account,
            accepted_federation: self.accepted_federation,
            permissions_accepted: self.permissions_accepted,
            terms: self.terms,
            created: self.created,
            multifactor_registered: self.multifactor_registered,
            application_consented: self.application_consented,
            home_account_recreated: self.home_account_recreated,
            second_address_added: self.second_address_added,
            suppressed: self.suppressed,
            passcode_session: self.passcode_session,
            session: self.session,
            minutes: self.minutes,
            link: self.link,
            old_link: self.old_link,
            opened_by,
            ..Self::before_the_invitation(self.way_in)
        };
    }

    /// A new attempt, begun by this act where it is not the first one.
    pub(super) fn begin_attempt(&mut self, way_in: WayIn, act: Option<Act>) {
        self.way_in = way_in;
        self.by_old_link = act == Some(Act::OpenOldLink);
        self.in_same_browser = act == Some(Act::ReturnInSameBrowser);
        self.returned = self.accepted_with.is_some();
    }

    /// The day on which one of the terms of use was accepted, counted from the start of the clock.
    pub fn terms_accepted_on(&self, number: u16) -> Option<u16> {
        self.terms.get(usize::from(number)).copied()?.checked_sub(1)
    }

    /// How many of the terms of use have an acceptance, expired or not.
    pub fn terms_accepted(&self) -> u16 {
        self.terms.iter().map(|day| u16::from(*day > 0)).sum()
    }

    /// Records the acceptance of the terms of use that are shown.
    pub(super) fn accept_terms(&mut self) {
        let today = day_number(self.minutes).saturating_add(1);
        if let Some(day) = self.terms_shown.and_then(|number| self.terms.get_mut(usize::from(number))) {
            *day = today;
        }
        self.terms_opened = false;
    }

    /// Takes back the acceptance of one of the terms of use, because a new version was published.
    pub(super) fn forget_terms(&mut self, number: u16) {
        if let Some(day) = self.terms.get_mut(usize::from(number)) {
            *day = 0;
        }
    }

    /// The age of the newest passcode in minutes.
    pub(super) fn passcode_age(&self) -> u32 {
        self.passcode_sent.map_or(0, |sent| self.minutes.saturating_sub(sent))
    }

    pub(super) fn passcode_expired(&self) -> bool {
        self.passcode_age() >= PASSCODE_LIFE_MINUTES
    }

    /// Whether a session that began with a passcode still lasts.
    pub(super) fn passcode_session_lasts(&self) -> bool {
        self.passcode_session.is_some_and(|began| self.minutes.saturating_sub(began) < PASSCODE_SESSION_MINUTES)
    }

    /// The link that is opened this time.
    pub(super) fn opened_link(&self) -> Option<Link> {
        self.old_link.filter(|_| self.by_old_link).or(self.link)
    }

    /// Notes what follows from a move.
    pub(super) fn pass(&mut self, world: World<'_>, edge: Edge) {
        match (edge.from(), edge.answer()) {
            (Node::InvitationMail, mail) => self.start_pending(world, mail),
            (Node::Multifactor, Answer::Trusted) => self.multifactor_trusted = true,
            (Node::Accept, answer) => {
                self.keep_session();
                if answer == Answer::Yes {
                    self.become_accepted();
                }
            }
            (Node::Redirect, landing) => self.landing = Some(landing),
            (Node::Operation(operation), Answer::Done) => self.operate(world, operation),
            _ => {}
        }
        if let Node::SignIn(provider) = edge.to() {
            self.provider = Some(provider);
            let starts = self.passcode_sent.is_none() && !self.passcode_session_lasts();
            if provider == IdentityProvider::EmailOneTimePasscode && starts {
                self.passcode_sent = Some(self.minutes);
            }
        }
    }

    /// A new guest object: nothing has been accepted with it.
    fn start_pending(&mut self, world: World<'_>, mail: Answer) {
        // The links of earlier mails were tied to the object before.
        let orphaned = |link: Link| Link { orphaned: true, ..link };
        *self = Self {
            object: GuestObject::Active,
            conflicted: world.guest.invitation.contact_conflict,
            link: self.link.map(orphaned),
            old_link: self.old_link.map(orphaned),
            created: self.created,
            passcode_session: self.passcode_session,
            minutes: self.minutes,
            opened_by: self.opened_by,
            ..Self::before_the_invitation(world.guest.way_in)
        };
        if mail != Answer::NotificationMail {
            self.send_link(world, world.guest.invitation.send_invitation_message, false);
        }
    }

    /// Whoever gets past every gate has a session in their browser: a new one, or the one they came with.
    fn keep_session(&mut self) {
        let second_factor = self.multifactor_done || self.multifactor_trusted;
        let began = self.session.filter(|_| self.in_session);
        self.session = Some(SignInSession {
            signed_in: began.map_or(self.minutes, |session| session.signed_in),
            used: self.minutes,
            second_factor: second_factor || began.is_some_and(|session| session.second_factor),
        });
    }

    fn become_accepted(&mut self) {
        self.accepted_with = self.provider;
        self.accepted_account = self.account.filter(|_| self.provider == Some(IdentityProvider::AzureActiveDirectory));
        self.accepted_federation = self.federation.filter(|_| self.provider == Some(IdentityProvider::ExternalFederation));
        self.home_account_recreated = false;
        if self.by_mail_link {
            let opened = if self.by_old_link { self.old_link.as_mut().or(self.link.as_mut()) } else { self.link.as_mut() };
            if let Some(link) = opened {
                link.used = true;
            }
        }
    }

    fn operate(&mut self, world: World<'_>, operation: Operation) {
        match operation {
            Operation::Wait => {
                if let Some(Act::LetTimePass(minutes)) = self.opened_by {
                    self.minutes = self.minutes.saturating_add(minutes);
                }
                if let GuestObject::Deleted(since) = self.object
                    && self.minutes.saturating_sub(since) >= SOFT_DELETE_MINUTES
                {
                    self.object = GuestObject::Purged;
                }
            }
            Operation::ResendInvitation => {
                // Who is told that the mail was sent again looks for it where it lies.
                self.send_again(world, true, true);
            }
            Operation::DeleteGuest | Operation::LeaveOrganization => {
                self.object = GuestObject::Deleted(self.minutes);
                self.session = None;
            }
            Operation::DeletePermanently => self.object = GuestObject::Purged,
            Operation::RestoreGuest => self.object = GuestObject::Active,
            Operation::ResetRedemption | Operation::ResetRedemptionToSecondAddress => {
                self.accepted_with = None;
                self.accepted_account = None;
                self.accepted_federation = None;
                self.permissions_accepted = false;
                self.home_account_recreated = false;
                self.session = None;
                // Session, accounts made on the way and the contact belong to the old address.
                let other = world.guest.second_address.as_ref() != Some(&world.guest.invited_email);
                if operation == Operation::ResetRedemptionToSecondAddress && other {
                    self.passcode_session = None;
                    self.created = None;
                    self.conflicted = false;
                }
                self.send_again(world, world.guest.invitation.send_invitation_message, false);
            }
            Operation::InviteSecondAddress => self.second_address_added = true,
            Operation::Change => super::change::note(self),
        }
    }

    /// With automatic redemption a notification without a link takes the place of the mail.
    fn send_again(&mut self, world: World<'_>, asked_for: bool, told: bool) {
        if way_in::automatic_partner(world, &mut Blind).is_none() {
            self.send_link(world, asked_for, told);
        }
    }

    /// A new link, in a mail or passed on by the inviter; who has blocked invitations gets no mail.
    fn send_link(&mut self, world: World<'_>, asked_for: bool, told: bool) {
        self.suppressed = asked_for && world.guest.person.unsubscribed;
        if !self.suppressed {
            self.old_link = self.link;
            self.link = Some(Link { sent: self.minutes, used: false, orphaned: false, told });
        }
    }
}
