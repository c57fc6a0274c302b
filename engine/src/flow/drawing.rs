//! Draws the graph: which nodes an edition and a redemption order have, and where each answer leads.
//!
//! The order of the lines is the order in which nodes and exits are shown. Nothing is decided here.

use strum::IntoEnumIterator;

use super::{Answer, Edge, Flow, NewAccount, Node, Outcome};
use crate::design::{Edition, FallbackProvider, IdentityProvider, PrimaryProvider, RedemptionOrder};

/// The flow of this redemption order in this edition.
pub(super) fn draw(order: &RedemptionOrder, edition: Edition) -> Flow {
    let mut drawing = Drawing { edges: Vec::with_capacity(96) };
    drawing.way_in(edition);
    match edition {
        Edition::Y2019 => drawing.discovery_2019(),
        Edition::Y2021 => drawing.discovery_2021(),
        Edition::Y2024 | Edition::Y2026 => drawing.discovery_configurable(order),
    }
    drawing.sign_in();
    drawing.consent(edition);
    drawing.finish(edition)
}

/// A flow while it is drawn.
struct Drawing {
    edges: Vec<Edge>,
}

impl Drawing {
    fn edge(&mut self, from: Node, answer: Answer, to: Node) {
        self.edges.push(Edge { from, answer, to });
    }

    fn end(&mut self, from: Node, answer: Answer, outcome: Outcome) {
        self.edge(from, answer, Node::End(outcome));
    }

    fn way_in(&mut self, edition: Edition) {
        self.edge(Node::WayIn, Answer::CommonEndpoint, Node::CommonEndpoint);
        self.edge(Node::WayIn, Answer::DirectLink, Node::GuestLookup);
        self.edge(Node::WayIn, Answer::EmailLink, Node::GuestLookup);
        self.end(Node::CommonEndpoint, Answer::HomeTenant, Outcome::SentToHomeTenant);
        if edition > Edition::Y2019 {
            self.end(Node::CommonEndpoint, Answer::Refused, Outcome::WrongEndpoint);
            self.edge(Node::CommonEndpoint, Answer::Yes, Node::SignInOptions);
            self.edge(Node::SignInOptions, Answer::Provider(IdentityProvider::Google), Node::SignIn(IdentityProvider::Google));
            let federation = IdentityProvider::ExternalFederation;
            self.edge(Node::SignInOptions, Answer::Provider(federation), Node::SignIn(federation));
            self.edge(Node::SignInOptions, Answer::Address, Node::GuestLookup);
        }
        self.end(Node::GuestLookup, Answer::No, Outcome::GuestNotFound);
        if edition < Edition::Y2026 {
            self.end(Node::GuestLookup, Answer::Conflict, Outcome::ContactConflict);
        }
        self.end(Node::GuestLookup, Answer::Disabled, Outcome::GuestDisabled);
        self.edge(Node::GuestLookup, Answer::Yes, Node::GuestState);
        for provider in IdentityProvider::iter() {
            self.edge(Node::GuestState, Answer::Provider(provider), Node::SignIn(provider));
        }
    }

    /// A check that sends on a match to a provider's sign-in, and otherwise on.
    fn match_or(&mut self, node: Node, provider: IdentityProvider, next: Node) {
        self.edge(node, Answer::Yes, Node::SignIn(provider));
        self.edge(node, Answer::No, next);
    }

    fn discovery_configurable(&mut self, order: &RedemptionOrder) {
        let fallback = match order.fallback() {
            FallbackProvider::DefaultConfiguredIdp | FallbackProvider::MicrosoftAccount => Node::ExistingMicrosoftAccount,
            FallbackProvider::EmailOneTimePasscode => Node::PasscodeEnabled,
        };
        let first = order.primary().first().map_or(fallback, |provider| Node::Primary(*provider));
        self.edge(Node::GuestState, Answer::Pending, first);
        for (position, provider) in order.primary().iter().enumerate() {
            let next = order.primary().get(position + 1).map_or(fallback, |provider| Node::Primary(*provider));
            match provider {
                PrimaryProvider::AzureActiveDirectory => self.entra_with_choice(next),
                PrimaryProvider::ExternalFederation => {
                    self.match_or(Node::Primary(*provider), IdentityProvider::ExternalFederation, next);
                }
                PrimaryProvider::SocialIdentityProviders => {
                    self.match_or(Node::Primary(*provider), IdentityProvider::Google, next);
                }
            }
        }
        match order.fallback() {
            FallbackProvider::DefaultConfiguredIdp => {
                self.match_or(Node::ExistingMicrosoftAccount, IdentityProvider::MicrosoftAccount, Node::PasscodeEnabled);
                self.passcode_with_live_session();
                self.edge(Node::PasscodeEnabled, Answer::No, Node::DomainVerified);
                self.live_session();
                self.new_microsoft_account();
            }
            FallbackProvider::EmailOneTimePasscode => {
                self.end(Node::PasscodeEnabled, Answer::No, Outcome::PasscodeOff);
                self.passcode_with_live_session();
                self.live_session();
            }
            FallbackProvider::MicrosoftAccount => {
                self.match_or(Node::ExistingMicrosoftAccount, IdentityProvider::MicrosoftAccount, Node::DomainVerified);
                self.new_microsoft_account();
            }
        }
    }

    fn entra_with_choice(&mut self, next: Node) {
        let entra = Node::Primary(PrimaryProvider::AzureActiveDirectory);
        self.edge(entra, Answer::Yes, Node::AlsoMicrosoftAccount);
        self.end(entra, Answer::NotUpn, Outcome::SignInNameNotUpn);
        self.edge(entra, Answer::No, next);
        self.edge(Node::AlsoMicrosoftAccount, Answer::Yes, Node::AccountChoice);
        self.edge(Node::AlsoMicrosoftAccount, Answer::No, Node::SignIn(IdentityProvider::AzureActiveDirectory));
        for provider in [IdentityProvider::AzureActiveDirectory, IdentityProvider::MicrosoftAccount] {
            self.edge(Node::AccountChoice, Answer::Provider(provider), Node::SignIn(provider));
        }
    }

    fn passcode_with_live_session(&mut self) {
        self.edge(Node::PasscodeEnabled, Answer::Yes, Node::LiveSession);
    }

    fn live_session(&mut self) {
        self.end(Node::LiveSession, Answer::Refused, Outcome::LiveSessionAccount);
        let passcode = IdentityProvider::EmailOneTimePasscode;
        self.edge(Node::LiveSession, Answer::Provider(passcode), Node::SignIn(passcode));
        self.edge(Node::LiveSession, Answer::No, Node::SignIn(passcode));
    }

    fn new_microsoft_account(&mut self) {
        self.edge(Node::DomainVerified, Answer::Yes, Node::UserInVerifiedTenant);
        self.edge(Node::DomainVerified, Answer::No, Node::CreateAccount(NewAccount::Microsoft));
        self.verified_domain();
        self.end(Node::JustInTimeCreation, Answer::Yes, Outcome::JustInTimeCreationGone);
        self.create(NewAccount::Microsoft);
    }

    fn verified_domain(&mut self) {
        self.end(Node::UserInVerifiedTenant, Answer::Yes, Outcome::NoAccountForVerifiedDomain);
        self.edge(Node::UserInVerifiedTenant, Answer::No, Node::JustInTimeCreation);
        self.end(Node::JustInTimeCreation, Answer::No, Outcome::JustInTimeCreationOff);
    }

    fn create(&mut self, account: NewAccount) {
        let provider = match account {
            NewAccount::Microsoft => IdentityProvider::MicrosoftAccount,
            NewAccount::SelfService | NewAccount::HomeMember => IdentityProvider::AzureActiveDirectory,
        };
        self.end(Node::CreateAccount(account), Answer::GaveUp, Outcome::AccountNotCreated);
        self.edge(Node::CreateAccount(account), Answer::Created, Node::SignIn(provider));
    }

    fn discovery_2019(&mut self) {
        use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
        let entra = Node::Primary(AzureActiveDirectory);
        self.edge(Node::GuestState, Answer::Pending, entra);
        self.edge(entra, Answer::Yes, Node::SignIn(IdentityProvider::AzureActiveDirectory));
        self.end(entra, Answer::NotUpn, Outcome::SignInNameNotUpn);
        self.edge(entra, Answer::No, Node::ExistingMicrosoftAccount);
        let federation = Node::Primary(ExternalFederation);
        self.match_or(Node::ExistingMicrosoftAccount, IdentityProvider::MicrosoftAccount, federation);
        let google = Node::Primary(SocialIdentityProviders);
        self.match_or(federation, IdentityProvider::ExternalFederation, google);
        self.match_or(google, IdentityProvider::Google, Node::PasscodeEnabled);
        self.match_or(Node::PasscodeEnabled, IdentityProvider::EmailOneTimePasscode, Node::CreationAllowed);
        self.end(Node::CreationAllowed, Answer::No, Outcome::CreationNeedsMailLink);
        self.edge(Node::CreationAllowed, Answer::Yes, Node::DomainVerified);
        self.edge(Node::DomainVerified, Answer::Yes, Node::UserInVerifiedTenant);
        self.edge(Node::DomainVerified, Answer::No, Node::CreateAccount(NewAccount::Microsoft));
        self.verified_domain();
        self.edge(Node::JustInTimeCreation, Answer::Yes, Node::CreateAccount(NewAccount::HomeMember));
        self.create(NewAccount::HomeMember);
        self.create(NewAccount::Microsoft);
    }

    fn discovery_2021(&mut self) {
        use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
        self.edge(Node::GuestState, Answer::Pending, Node::Primary(AzureActiveDirectory));
        self.entra_with_choice(Node::Primary(ExternalFederation));
        let google = Node::Primary(SocialIdentityProviders);
        self.match_or(Node::Primary(ExternalFederation), IdentityProvider::ExternalFederation, google);
        self.match_or(google, IdentityProvider::Google, Node::ExistingMicrosoftAccount);
        self.match_or(Node::ExistingMicrosoftAccount, IdentityProvider::MicrosoftAccount, Node::PasscodeEnabled);
        self.match_or(Node::PasscodeEnabled, IdentityProvider::EmailOneTimePasscode, Node::CreationAllowed);
        self.end(Node::CreationAllowed, Answer::No, Outcome::CreationNeedsMailLink);
        self.edge(Node::CreationAllowed, Answer::Yes, Node::DomainVerified);
        self.edge(Node::DomainVerified, Answer::Yes, Node::UserInVerifiedTenant);
        self.edge(Node::DomainVerified, Answer::No, Node::ConsumerDomain);
        self.verified_domain();
        self.edge(Node::JustInTimeCreation, Answer::Yes, Node::CreateAccount(NewAccount::HomeMember));
        self.create(NewAccount::HomeMember);
        self.edge(Node::ConsumerDomain, Answer::No, Node::CreateAccount(NewAccount::SelfService));
        self.edge(Node::ConsumerDomain, Answer::Yes, Node::CreateAccount(NewAccount::Microsoft));
        self.create(NewAccount::SelfService);
        self.create(NewAccount::Microsoft);
    }

    fn sign_in(&mut self) {
        use IdentityProvider::{AzureActiveDirectory, EmailOneTimePasscode, ExternalFederation, Google, MicrosoftAccount};
        let entra = Node::SignIn(AzureActiveDirectory);
        self.end(entra, Answer::NotUpn, Outcome::SignInNameNotUpn);
        self.end(entra, Answer::NotTheirs, Outcome::NotTheirAccount);
        self.edge(entra, Answer::SignedIn, Node::GuestMatch);
        for provider in [ExternalFederation, Google] {
            self.end(Node::SignIn(provider), Answer::NoAccount, Outcome::NoAccountAtProvider);
            self.edge(Node::SignIn(provider), Answer::SignedIn, Node::GuestMatch);
        }
        self.edge(Node::SignIn(MicrosoftAccount), Answer::SignedIn, Node::GuestMatch);
        let passcode = Node::SignIn(EmailOneTimePasscode);
        for answer in [Answer::WrongPasscode, Answer::Expired, Answer::Resent, Answer::Waited] {
            self.edge(passcode, answer, passcode);
        }
        self.end(passcode, Answer::GaveUp, Outcome::PasscodeNotEntered);
        self.edge(passcode, Answer::SignedIn, Node::GuestMatch);
    }

    fn consent(&mut self, edition: Edition) {
        self.end(Node::GuestMatch, Answer::AlreadyAccepted, Outcome::SignedIn);
        if edition > Edition::Y2019 {
            self.end(Node::GuestMatch, Answer::No, Outcome::AccountMismatch);
            self.end(Node::GuestMatch, Answer::Disabled, Outcome::GuestDisabled);
        }
        if edition == Edition::Y2021 || edition == Edition::Y2024 {
            self.end(Node::GuestMatch, Answer::Conflict, Outcome::ContactConflict);
        }
        if edition.has_automatic_redemption() {
            self.edge(Node::GuestMatch, Answer::Yes, Node::AutomaticRedemption);
            self.edge(Node::AutomaticRedemption, Answer::Yes, Node::TermsOfUse);
            self.edge(Node::AutomaticRedemption, Answer::No, Node::ReviewPermissions);
        } else {
            self.edge(Node::GuestMatch, Answer::Yes, Node::ReviewPermissions);
        }
        self.end(Node::ReviewPermissions, Answer::Declined, Outcome::PermissionsDeclined);
        self.edge(Node::ReviewPermissions, Answer::AlreadyAccepted, Node::TermsOfUse);
        self.edge(Node::ReviewPermissions, Answer::Accepted, Node::TermsOfUse);
        self.end(Node::TermsOfUse, Answer::Declined, Outcome::TermsDeclined);
        self.edge(Node::TermsOfUse, Answer::Accepted, Node::TermsOfUse);
        self.edge(Node::TermsOfUse, Answer::No, Node::Accept);
        self.edge(Node::Accept, Answer::Yes, Node::Redirect);
        for answer in [Answer::AppsAccessPanel, Answer::RedirectUrl, Answer::App] {
            self.end(Node::Redirect, answer, Outcome::Redeemed);
        }
    }

    fn finish(self, edition: Edition) -> Flow {
        let mut edges = self.edges;
        let mut drawn: Vec<Node> = Vec::with_capacity(Node::SLOTS);
        // How many edges stand in the slots before each one.
        let mut first = [0_u8; Node::SLOTS + 1];
        for edge in &edges {
            if let Some(count) = first.get_mut(edge.from.slot() + 1) {
                if *count == 0 {
                    drawn.push(edge.from);
                }
                *count = count.saturating_add(1);
            }
        }
        let mut before = 0_u8;
        for entry in &mut first {
            before = before.saturating_add(*entry);
            *entry = before;
        }
        edges.sort_by_key(|edge| edge.from.slot());
        Flow { edition, drawn, edges, first }
    }
}
