//! Draws the graph: which nodes an edition and a redemption order have, and where each answer leads.
//!
//! The order of the lines is the order in which nodes and exits are shown. Nothing is decided here.

use strum::IntoEnumIterator;

use super::{Answer, Edge, Flow, NewAccount, Node, Outcome};
use crate::act::Operation;
use crate::design::{Edition, FallbackProvider, IdentityProvider, PrimaryProvider, RedemptionOrder};

/// The flow of this redemption order in this edition.
pub(super) fn draw(order: &RedemptionOrder, edition: Edition) -> Flow {
    let mut drawing = Drawing { edges: Vec::with_capacity(192), edition };
    drawing.invitation();
    drawing.way_in();
    match edition {
        Edition::Y2019 => drawing.discovery_2019(),
        Edition::Y2021 => drawing.discovery_2021(),
        Edition::Y2024 | Edition::Y2026 => drawing.discovery_configurable(order),
    }
    drawing.sign_in();
    drawing.consent();
    drawing.policies();
    drawing.arrival();
    drawing.operations();
    drawing.finish()
}

/// A flow while it is drawn.
struct Drawing {
    edges: Vec<Edge>,
    edition: Edition,
}

impl Drawing {
    fn edge(&mut self, from: Node, answer: Answer, to: Node) {
        self.edges.push(Edge { from, answer, to });
    }

    fn end(&mut self, from: Node, answer: Answer, outcome: Outcome) {
        self.edge(from, answer, Node::End(outcome));
    }

    /// Where a guest goes on who is to sign in at this provider.
    fn to_sign_in(&self, provider: IdentityProvider) -> Node {
        if provider == IdentityProvider::AzureActiveDirectory && self.edition.has_cross_tenant_access() {
            Node::OutboundAccess
        } else {
            Node::SignIn(provider)
        }
    }

    fn invitation(&mut self) {
        self.end(Node::InviterAllowed, Answer::No, Outcome::InviterNotAllowed);
        self.edge(Node::InviterAllowed, Answer::Yes, Node::AddressAllowed);
        self.end(Node::AddressAllowed, Answer::NotAllowed, Outcome::AddressNotAllowed);
        self.edge(Node::AddressAllowed, Answer::Yes, Node::AddressFree);
        self.end(Node::AddressFree, Answer::Taken, Outcome::AddressTaken);
        self.end(Node::AddressFree, Answer::OwnDomain, Outcome::AddressInOwnDomain);
        self.end(Node::AddressFree, Answer::Synced, Outcome::InternalUserSynced);
        self.edge(Node::AddressFree, Answer::Conflict, Node::DomainInvitable);
        self.edge(Node::AddressFree, Answer::Yes, Node::DomainInvitable);
        self.end(Node::DomainInvitable, Answer::Blocked, Outcome::DomainNotInvitable);
        if self.edition.has_cross_tenant_access() {
            self.edge(Node::DomainInvitable, Answer::Allowed, Node::InvitationAccess);
            self.end(Node::InvitationAccess, Answer::Blocked, Outcome::InvitationBlocked);
            self.edge(Node::InvitationAccess, Answer::NotNeeded, Node::InvitationMail);
            self.edge(Node::InvitationAccess, Answer::Allowed, Node::InvitationCloud);
            self.end(Node::InvitationCloud, Answer::Blocked, Outcome::InvitationCloudBlocked);
            self.edge(Node::InvitationCloud, Answer::Allowed, Node::InvitationMail);
        } else {
            self.edge(Node::DomainInvitable, Answer::Allowed, Node::InvitationMail);
        }
        if self.edition.has_automatic_redemption() {
            self.end(Node::InvitationMail, Answer::NotificationMail, Outcome::Invited);
        }
        self.end(Node::InvitationMail, Answer::NoMail, Outcome::Invited);
        self.end(Node::InvitationMail, Answer::InvitationMail, Outcome::Invited);
    }

    fn way_in(&mut self) {
        let edition = self.edition;
        self.edge(Node::WayIn, Answer::CommonEndpoint, Node::CommonEndpoint);
        self.edge(Node::WayIn, Answer::DirectLink, Node::GuestLookup);
        self.edge(Node::WayIn, Answer::EmailLink, Node::MailFound);
        self.end(Node::MailFound, Answer::NoMail, Outcome::MailNotFound);
        self.edge(Node::MailFound, Answer::Yes, Node::LinkValid);
        self.end(Node::LinkValid, Answer::Expired, Outcome::LinkExpired);
        self.end(Node::LinkValid, Answer::Used, Outcome::LinkUsed);
        self.edge(Node::LinkValid, Answer::Yes, Node::GuestLookup);
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
            let sign_in = self.to_sign_in(provider);
            self.edge(Node::GuestState, Answer::Provider(provider), sign_in);
        }
        self.edge(Node::GuestState, Answer::SameBrowser, Node::SignInSession);
        self.edge(Node::GuestState, Answer::Pending, Node::DomainStillAllowed);
        for provider in IdentityProvider::iter() {
            let sign_in = self.to_sign_in(provider);
            self.edge(Node::SignInSession, Answer::Provider(provider), sign_in);
        }
        self.edge(Node::SignInSession, Answer::Yes, Node::TenantRestrictions);
        self.end(Node::DomainStillAllowed, Answer::Blocked, Outcome::DomainBlocked);
    }

    /// A check that sends on a match to a provider's sign-in, and otherwise on.
    fn match_or(&mut self, node: Node, provider: IdentityProvider, next: Node) {
        let sign_in = self.to_sign_in(provider);
        self.edge(node, Answer::Yes, sign_in);
        self.edge(node, Answer::No, next);
    }

    fn discovery_configurable(&mut self, order: &RedemptionOrder) {
        let fallback = match order.fallback() {
            FallbackProvider::DefaultConfiguredIdp | FallbackProvider::MicrosoftAccount => Node::ExistingMicrosoftAccount,
            FallbackProvider::EmailOneTimePasscode => Node::PasscodeEnabled,
        };
        let after = |position: usize| order.primary().get(position).map_or(Node::FallbackInCloud, |next| Node::Primary(*next));
        self.edge(Node::DomainStillAllowed, Answer::Allowed, after(0));
        for (position, provider) in order.primary().iter().enumerate() {
            let next = after(position + 1);
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
        self.end(Node::FallbackInCloud, Answer::No, Outcome::NoProviderInCloud);
        self.edge(Node::FallbackInCloud, Answer::Yes, fallback);
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
        let sign_in = self.to_sign_in(IdentityProvider::AzureActiveDirectory);
        if self.edition.has_cross_tenant_access() {
            self.edge(entra, Answer::Yes, Node::AccountCloud);
            self.edge(entra, Answer::Unmanaged, Node::CreatePassword);
            self.end(Node::AccountCloud, Answer::Blocked, Outcome::CloudNotAllowed);
            self.edge(Node::AccountCloud, Answer::Allowed, Node::AlsoMicrosoftAccount);
            self.end(Node::CreatePassword, Answer::GaveUp, Outcome::AccountNotCreated);
            self.edge(Node::CreatePassword, Answer::Created, sign_in);
        } else {
            self.edge(entra, Answer::Yes, Node::AlsoMicrosoftAccount);
        }
        self.end(entra, Answer::NotUpn, Outcome::SignInNameNotUpn);
        self.edge(entra, Answer::No, next);
        self.edge(Node::AlsoMicrosoftAccount, Answer::Yes, Node::AccountChoice);
        self.edge(Node::AlsoMicrosoftAccount, Answer::No, sign_in);
        for provider in [IdentityProvider::AzureActiveDirectory, IdentityProvider::MicrosoftAccount] {
            let sign_in = self.to_sign_in(provider);
            self.edge(Node::AccountChoice, Answer::Provider(provider), sign_in);
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
        self.edge(Node::JustInTimeCreation, Answer::Allowed, Node::CreateAccount(NewAccount::HomeMember));
        self.create(NewAccount::HomeMember);
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
        let sign_in = self.to_sign_in(provider);
        self.edge(Node::CreateAccount(account), Answer::Created, sign_in);
    }

    fn discovery_2019(&mut self) {
        use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
        let entra = Node::Primary(AzureActiveDirectory);
        self.edge(Node::DomainStillAllowed, Answer::Allowed, entra);
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
        self.edge(Node::DomainStillAllowed, Answer::Allowed, Node::Primary(AzureActiveDirectory));
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
        if self.edition.has_cross_tenant_access() {
            self.end(Node::OutboundAccess, Answer::Blocked, Outcome::OutboundBlocked);
            self.edge(Node::OutboundAccess, Answer::Allowed, entra);
        }
        self.end(entra, Answer::NotUpn, Outcome::SignInNameNotUpn);
        self.end(entra, Answer::NotTheirs, Outcome::NotTheirAccount);
        self.end(entra, Answer::Disabled, Outcome::HomeAccountDisabled);
        self.end(entra, Answer::Blocked, Outcome::BlockedByHomeTenant);
        self.end(entra, Answer::Recreated, Outcome::HomeAccountRecreated);
        let federation = Node::SignIn(ExternalFederation);
        for (answer, outcome) in [
            (Answer::Gone, Outcome::ProviderRemoved),
            (Answer::NoAccount, Outcome::NoAccountAtProvider),
            (Answer::InvalidToken, Outcome::TokenInvalid),
            (Answer::NoMailClaim, Outcome::MailClaimMissing),
            (Answer::MailClaimElsewhere, Outcome::MailClaimOutsideDomain),
            (Answer::NoRealm, Outcome::RealmMissing),
            (Answer::UnknownRealm, Outcome::RealmUnknown),
        ] {
            self.end(federation, answer, outcome);
        }
        let google = Node::SignIn(Google);
        self.end(google, Answer::Gone, Outcome::ProviderRemoved);
        self.end(google, Answer::ProviderError, Outcome::GoogleError);
        self.end(google, Answer::PassingError, Outcome::GoogleFailsForNow);
        self.end(google, Answer::CodeRefused, Outcome::GoogleRefusesCode);
        self.end(google, Answer::RefreshTokenRefused, Outcome::GoogleRefusesRefreshToken);
        self.end(google, Answer::NoAccount, Outcome::NoAccountAtProvider);
        if self.edition.google_refuses_web_views() {
            self.edge(google, Answer::WebView, Node::DeviceCode);
            self.end(Node::DeviceCode, Answer::GaveUp, Outcome::WebViewRefused);
            self.edge(Node::DeviceCode, Answer::SignedIn, Node::TenantRestrictions);
        }
        let passcode = Node::SignIn(EmailOneTimePasscode);
        self.end(passcode, Answer::Gone, Outcome::ProviderRemoved);
        for answer in [Answer::WrongPasscode, Answer::Expired, Answer::Resent, Answer::Waited] {
            self.edge(passcode, answer, passcode);
        }
        self.end(passcode, Answer::GaveUp, Outcome::PasscodeNotEntered);
        for provider in [AzureActiveDirectory, ExternalFederation, Google, MicrosoftAccount, EmailOneTimePasscode] {
            let next = if provider == AzureActiveDirectory && self.edition.has_cross_tenant_access() {
                Node::InboundAccess
            } else {
                Node::TenantRestrictions
            };
            self.edge(Node::SignIn(provider), Answer::SignedIn, next);
        }
        if self.edition.has_cross_tenant_access() {
            self.end(Node::InboundAccess, Answer::Blocked, Outcome::InboundBlocked);
            self.edge(Node::InboundAccess, Answer::Allowed, Node::TenantRestrictions);
        }
        self.end(Node::TenantRestrictions, Answer::Blocked, Outcome::TenantRestricted);
        self.edge(Node::TenantRestrictions, Answer::Allowed, Node::GuestMatch);
    }

    fn consent(&mut self) {
        let edition = self.edition;
        if edition > Edition::Y2019 {
            self.end(Node::GuestMatch, Answer::No, Outcome::AccountMismatch);
            self.end(Node::GuestMatch, Answer::Disabled, Outcome::GuestDisabled);
            self.end(Node::GuestMatch, Answer::Blocked, Outcome::DomainBlocked);
        }
        if edition == Edition::Y2021 || edition == Edition::Y2024 {
            self.end(Node::GuestMatch, Answer::Conflict, Outcome::ContactConflict);
        }
        self.edge(Node::GuestMatch, Answer::AlreadyAccepted, Node::ConditionalAccess);
        if edition.has_automatic_redemption() {
            self.edge(Node::GuestMatch, Answer::Yes, Node::AutomaticRedemption);
            self.edge(Node::AutomaticRedemption, Answer::Yes, Node::ConditionalAccess);
            self.edge(Node::AutomaticRedemption, Answer::No, Node::ReviewPermissions);
        } else {
            self.edge(Node::GuestMatch, Answer::Yes, Node::ReviewPermissions);
        }
        self.end(Node::ReviewPermissions, Answer::Declined, Outcome::PermissionsDeclined);
        self.edge(Node::ReviewPermissions, Answer::AlreadyAccepted, Node::ConditionalAccess);
        self.edge(Node::ReviewPermissions, Answer::Accepted, Node::ConditionalAccess);
    }

    fn policies(&mut self) {
        self.end(Node::ConditionalAccess, Answer::Blocked, Outcome::BlockedByPolicy);
        self.edge(Node::ConditionalAccess, Answer::Allowed, Node::Multifactor);
        self.end(Node::Multifactor, Answer::Risk, Outcome::RegistrationBlockedByRisk);
        self.end(Node::Multifactor, Answer::Blocked, Outcome::BlockedByPolicy);
        self.edge(Node::Multifactor, Answer::Demanded, Node::MultifactorChallenge);
        if self.edition.has_cross_tenant_access() {
            self.edge(Node::Multifactor, Answer::Trusted, Node::DeviceState);
        }
        self.edge(Node::Multifactor, Answer::NotNeeded, Node::DeviceState);
        self.end(Node::MultifactorChallenge, Answer::GaveUp, Outcome::MultifactorNotDone);
        self.end(Node::MultifactorChallenge, Answer::NotRegistered, Outcome::MultifactorNotRegistered);
        self.edge(Node::MultifactorChallenge, Answer::Done, Node::DeviceState);
        self.end(Node::DeviceState, Answer::NotCompliant, Outcome::DeviceNotCompliant);
        self.end(Node::DeviceState, Answer::NotJoined, Outcome::DeviceNotJoined);
        if self.edition.has_cross_tenant_access() {
            self.edge(Node::DeviceState, Answer::Trusted, Node::UserRisk);
        }
        self.edge(Node::DeviceState, Answer::NotNeeded, Node::UserRisk);
        self.end(Node::UserRisk, Answer::Blocked, Outcome::UserRiskBlocks);
        self.edge(Node::UserRisk, Answer::Allowed, Node::TermsOfUse);
        self.end(Node::TermsOfUse, Answer::Declined, Outcome::TermsDeclined);
        self.edge(Node::TermsOfUse, Answer::Opened, Node::TermsOfUse);
        self.edge(Node::TermsOfUse, Answer::Accepted, Node::TermsOfUse);
        self.edge(Node::TermsOfUse, Answer::No, Node::Accept);
    }

    fn arrival(&mut self) {
        let access = self.edition.has_cross_tenant_access();
        let first = if access { Node::ApplicationAccess } else { Node::ApplicationAssignment };
        self.edge(Node::Accept, Answer::AlreadyAccepted, Node::Redirect);
        self.edge(Node::Accept, Answer::Yes, Node::Redirect);
        for answer in [Answer::AppsAccessPanel, Answer::RedirectUrl, Answer::App] {
            self.edge(Node::Redirect, answer, first);
        }
        if access {
            self.end(Node::ApplicationAccess, Answer::Blocked, Outcome::ApplicationBlocked);
            self.edge(Node::ApplicationAccess, Answer::NotNeeded, Node::ApplicationAssignment);
            self.edge(Node::ApplicationAccess, Answer::Allowed, Node::ApplicationAssignment);
        }
        self.end(Node::ApplicationAssignment, Answer::No, Outcome::NotAssigned);
        self.edge(Node::ApplicationAssignment, Answer::Yes, Node::ApplicationConsent);
        self.end(Node::ApplicationConsent, Answer::AdminNeeded, Outcome::AdminConsentMissing);
        self.end(Node::ApplicationConsent, Answer::Declined, Outcome::ApplicationConsentDeclined);
        self.edge(Node::ApplicationConsent, Answer::Accepted, Node::Arrival);
        self.edge(Node::ApplicationConsent, Answer::NotNeeded, Node::Arrival);
        self.end(Node::Arrival, Answer::AlreadyAccepted, Outcome::SignedIn);
        self.end(Node::Arrival, Answer::Yes, Outcome::Redeemed);
    }

    fn operations(&mut self) {
        for operation in Operation::iter() {
            if operation != Operation::Wait {
                self.end(Node::Operation(operation), Answer::NotOffered, Outcome::NotOffered);
            }
            self.end(Node::Operation(operation), Answer::Done, Outcome::Done);
        }
    }

    fn finish(self) -> Flow {
        let edges = self.edges;
        let mut drawn: Vec<Node> = Vec::with_capacity(Node::SLOTS);
        // How many edges stand in the slots before each one.
        let mut first = [0_u16; Node::SLOTS + 1];
        for edge in &edges {
            if let Some(count) = first.get_mut(edge.from.slot() + 1) {
                if *count == 0 {
                    drawn.push(edge.from);
                }
                *count = count.saturating_add(1);
            }
        }
        let mut before = 0_u16;
        for entry in &mut first {
            before = before.saturating_add(*entry);
            *entry = before;
        }
        // Each to its slot, in the order of drawing.
        let mut next = first;
        let mut placed = edges.clone();
        for edge in edges {
            if let Some(place) = next.get_mut(edge.from.slot()) {
                if let Some(free) = placed.get_mut(usize::from(*place)) {
                    *free = edge;
                }
                *place += 1;
            }
        }
        Flow { edition: self.edition, drawn, edges: placed, first }
    }
}
