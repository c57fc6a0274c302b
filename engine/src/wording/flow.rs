//! Nodes, edges and stages.

use super::provider;
use crate::design::PrimaryProvider;
use crate::flow::{Answer, NewAccount, Node, Stage};

/// A node's title in the flow, a few words.
pub fn node(node: Node) -> &'static str {
    match node {
        Node::WayIn => "Way in",
        Node::CommonEndpoint => "Common endpoint",
        Node::SignInOptions => "Email address or provider",
        Node::GuestLookup => "Guest object found",
        Node::GuestState => "External user state",
        Node::Primary(PrimaryProvider::AzureActiveDirectory) => "Microsoft Entra ID account",
        Node::Primary(PrimaryProvider::ExternalFederation) => "SAML/WS-Fed domain",
        Node::Primary(PrimaryProvider::SocialIdentityProviders) => "Google domain",
        Node::AlsoMicrosoftAccount => "Same name as a Microsoft account",
        Node::AccountChoice => "Work or personal account",
        Node::ExistingMicrosoftAccount => "Existing Microsoft account",
        Node::PasscodeEnabled => "Email one-time passcode on",
        Node::LiveSession => "Signed-in work account",
        Node::CreationAllowed => "New account by this way in",
        Node::DomainVerified => "Domain verified in Entra ID",
        Node::UserInVerifiedTenant => "User in that tenant",
        Node::JustInTimeCreation => "Just-in-time creation",
        Node::ConsumerDomain => "Consumer mail domain",
        Node::CreateAccount(NewAccount::Microsoft) => "Create a Microsoft account",
        Node::CreateAccount(NewAccount::SelfService) => "Create a self-service work account",
        Node::CreateAccount(NewAccount::HomeMember) => "Create the work account",
        Node::SignIn(identity_provider) => match identity_provider {
            crate::design::IdentityProvider::AzureActiveDirectory => "Sign in at the home tenant",
            crate::design::IdentityProvider::ExternalFederation => "Sign in at the partner's provider",
            crate::design::IdentityProvider::Google => "Sign in at Google",
            crate::design::IdentityProvider::MicrosoftAccount => "Sign in with the Microsoft account",
            crate::design::IdentityProvider::EmailOneTimePasscode => "Enter the passcode",
        },
        Node::GuestMatch => "Account is the guest",
        Node::AutomaticRedemption => "Automatic redemption",
        Node::ReviewPermissions => "Review permissions",
        Node::TermsOfUse => "Terms of use",
        Node::Accept => "Invitation accepted",
        Node::Redirect => "Where the guest lands",
        Node::End(outcome) => super::outcome(outcome),
    }
}

/// What is asked at a node, as a sentence.
pub fn question(node: Node) -> &'static str {
    match node {
        Node::WayIn => "Which way does the guest come in?",
        Node::CommonEndpoint => "Does this common address lead the guest to the resource tenant?",
        Node::SignInOptions => "Does the guest sign in with the email address or select a configured provider?",
        Node::GuestLookup => "Is there a guest object for this person in the resource tenant?",
        Node::GuestState => "Has the invitation been accepted before?",
        Node::Primary(PrimaryProvider::AzureActiveDirectory) => "Does this user exist in a Microsoft Entra tenant?",
        Node::Primary(PrimaryProvider::ExternalFederation) => {
            "Does the domain of the address belong to one of the SAML/WS-Fed federations?"
        }
        Node::Primary(PrimaryProvider::SocialIdentityProviders) => {
            "Is Google federation configured, and is it a gmail.com or googlemail.com address?"
        }
        Node::AlsoMicrosoftAccount => "Does the user principal name also belong to a personal Microsoft account?",
        Node::AccountChoice => "Which account does the guest redeem with?",
        Node::ExistingMicrosoftAccount => "Does the guest already have a personal Microsoft account with this address?",
        Node::PasscodeEnabled => "Is email one-time passcode on for guests?",
        Node::LiveSession => "Is the browser still signed in with a work account?",
        Node::CreationAllowed => "May this way in lead to the creation of an account?",
        Node::DomainVerified => "Has some Microsoft Entra tenant verified the domain of the invited address?",
        Node::UserInVerifiedTenant => "Does the tenant that verified the domain hold this user?",
        Node::JustInTimeCreation => "Can the missing user be created in the home tenant during redemption?",
        Node::ConsumerDomain => "Is it the domain of a consumer mail service?",
        Node::CreateAccount(NewAccount::Microsoft) => "Does the guest create a Microsoft account with the invited address?",
        Node::CreateAccount(NewAccount::SelfService) => "Does the guest create a self-service work account?",
        Node::CreateAccount(NewAccount::HomeMember) => {
            "Does the guest confirm the address, so that the home tenant gets the account?"
        }
        Node::SignIn(identity_provider) => match identity_provider {
            crate::design::IdentityProvider::AzureActiveDirectory => {
                "Can the guest sign in with the work account that was found?"
            }
            crate::design::IdentityProvider::ExternalFederation => "Can the guest sign in at the partner's identity provider?",
            crate::design::IdentityProvider::Google => "Can the guest sign in at Google?",
            crate::design::IdentityProvider::MicrosoftAccount => "The guest signs in with the personal Microsoft account.",
            crate::design::IdentityProvider::EmailOneTimePasscode => {
                "Does the guest enter a valid passcode from the invited mailbox?"
            }
        },
        Node::GuestMatch => "Does the account that signed in belong to the guest object?",
        Node::AutomaticRedemption => "Do both tenants redeem invitations automatically?",
        Node::ReviewPermissions => "Does the guest accept what the inviting organization may do with their data?",
        Node::TermsOfUse => "Does the guest accept the terms of use?",
        Node::Accept => "The external user state changes to Accepted.",
        Node::Redirect => "Where is the guest redirected to?",
        Node::End(outcome) => super::outcome_text(outcome),
    }
}

/// The label of an edge: one to four words.
pub fn answer(node: Node, answer: Answer) -> &'static str {
    match (node, answer) {
        (Node::GuestLookup, Answer::No) => "not found",
        (Node::GuestLookup, Answer::Yes) => "found",
        (Node::Primary(PrimaryProvider::AzureActiveDirectory), Answer::Yes) => "account found",
        (Node::Primary(PrimaryProvider::AzureActiveDirectory), Answer::No) => "no account",
        (Node::Primary(_), Answer::Yes) => "domain matches",
        (Node::Primary(_), Answer::No) => "no match",
        (Node::LiveSession, Answer::Refused) => "goes on with it",
        (Node::LiveSession, Answer::Provider(_)) => "uses another account",
        (Node::SignInOptions, Answer::Provider(selected)) => provider(selected),
        (Node::AccountChoice, Answer::Provider(crate::design::IdentityProvider::AzureActiveDirectory)) => "work account",
        (Node::AccountChoice, Answer::Provider(_)) => "personal account",
        (Node::GuestState, Answer::Provider(stored)) => match stored {
            crate::design::IdentityProvider::AzureActiveDirectory => "accepted: Entra ID",
            crate::design::IdentityProvider::ExternalFederation => "accepted: SAML/WS-Fed",
            crate::design::IdentityProvider::Google => "accepted: Google",
            crate::design::IdentityProvider::MicrosoftAccount => "accepted: Microsoft",
            crate::design::IdentityProvider::EmailOneTimePasscode => "accepted: passcode",
        },
        (Node::TermsOfUse, Answer::No) => "none left",
        (Node::TermsOfUse, Answer::Accepted) => "accepted, next",
        (Node::AutomaticRedemption, Answer::Yes) => "both sides",
        (Node::AutomaticRedemption, Answer::No) => "not both",
        (Node::GuestMatch, Answer::No) => "not invited",
        (Node::Accept, Answer::Yes) => "done",
        (_, Answer::Yes) => "yes",
        (_, Answer::No) => "no",
        (_, Answer::EmailLink) => "mail link",
        (_, Answer::DirectLink) => "direct link",
        (_, Answer::CommonEndpoint) => "common endpoint",
        (_, Answer::HomeTenant) => "home tenant answers",
        (_, Answer::Refused) => "refused",
        (_, Answer::Conflict) => "contact in the way",
        (_, Answer::Disabled) => "disabled",
        (_, Answer::Pending) => "pending",
        (_, Answer::Provider(other)) => provider(other),
        (_, Answer::NotUpn) => "mail, not UPN",
        (_, Answer::SignedIn) => "signed in",
        (_, Answer::NoAccount) => "no account there",
        (_, Answer::NotTheirs) => "not their account",
        (_, Answer::WrongPasscode) => "wrong code",
        (_, Answer::Expired) => "code expired",
        (_, Answer::Resent) => "new code",
        (_, Answer::Waited) => "time passes",
        (_, Answer::Created) => "created",
        (_, Answer::Accepted) => "accepted",
        (_, Answer::AlreadyAccepted) => "accepted before",
        (_, Answer::Declined) => "declined",
        (_, Answer::GaveUp) => "closes the page",
        (_, Answer::AppsAccessPanel) => "My Apps",
        (_, Answer::RedirectUrl) => "redirect URL",
        (_, Answer::App) => "the app",
        (_, Answer::Address) => "email address",
    }
}

/// The heading of a part of the flow.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::WayIn => "Way in",
        Stage::Primary => "Primary identity providers",
        Stage::Fallback => "Fallback identity providers",
        Stage::SignIn => "Sign in",
        Stage::Consent => "Back in the resource tenant",
        Stage::End => "Ends",
    }
}
