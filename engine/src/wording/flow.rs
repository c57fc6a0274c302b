//! Nodes and stages: titles and questions. The labels of the edges between them are in `answer.rs`.

use super::operation;
use crate::act::{Begins, Operation};
use crate::design::{IdentityProvider, PrimaryProvider};
use crate::flow::{NewAccount, Node, Stage};
use crate::report::ChapterKind;

/// A node's title in the flow, a few words.
pub fn node(node: Node) -> &'static str {
    match node {
        Node::InviterAllowed => "Inviter may invite",
        Node::AddressAllowed => "Address can be invited",
        Node::AddressFree => "Address is free",
        Node::DomainInvitable => "Collaboration restrictions",
        Node::InvitationAccess => "Cross-tenant access settings",
        Node::InvitationCloud => "Microsoft cloud settings",
        Node::InvitationMail => "Mail to the guest",
        Node::Operation(kind) => operation(kind),
        Node::MailFound => "Mail found",
        Node::LinkValid => "Link still valid",
        Node::DomainStillAllowed => "Domain still allowed",
        Node::AccountCloud => "Cloud of the account",
        Node::CreatePassword => "Create a password",
        Node::FallbackInCloud => "Fallback in this cloud",
        Node::OutboundAccess => "Outbound access of the home tenant",
        Node::DeviceCode => "Device code",
        Node::InboundAccess => "Inbound access of the resource tenant",
        Node::TenantRestrictions => "Tenant restrictions",
        Node::ConditionalAccess => "Conditional Access",
        Node::Multifactor => "Multifactor authentication",
        Node::MultifactorChallenge => "Second factor",
        Node::DeviceState => "Device state",
        Node::UserRisk => "User risk",
        Node::ApplicationAccess => "Access to the application",
        Node::ApplicationAssignment => "Assignment to the application",
        Node::ApplicationConsent => "Consent to the application",
        Node::Arrival => "Arrival",
        Node::WayIn => "Way in",
        Node::CommonEndpoint => "Common endpoint",
        Node::SignInOptions => "Email address or provider",
        Node::GuestLookup => "Guest object found",
        Node::GuestState => "External user state",
        Node::SignInSession => "Session in this browser",
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
            IdentityProvider::AzureActiveDirectory => "Sign in at the home tenant",
            IdentityProvider::ExternalFederation => "Sign in at the partner's provider",
            IdentityProvider::Google => "Sign in at Google",
            IdentityProvider::MicrosoftAccount => "Sign in with the Microsoft account",
            IdentityProvider::EmailOneTimePasscode => "Enter the passcode",
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
        Node::InviterAllowed => "Do the guest invite settings let this person invite?",
        Node::AddressAllowed => "Is it the address of one person, written as invitations accept it?",
        Node::AddressFree => "Does somebody or something in the resource tenant own the address already?",
        Node::DomainInvitable => "Do the collaboration restrictions let this domain be invited?",
        Node::InvitationAccess => "Do the cross-tenant access settings of both tenants let this user be invited?",
        Node::InvitationCloud => "Are both tenants in one cloud, or do both allow the other's cloud and tenant?",
        Node::InvitationMail => "Which mail does the guest get?",
        Node::Operation(Operation::Wait) => "Time passes.",
        Node::Operation(Operation::ResendInvitation) => "Is the invitation still pending, so that it can be sent again?",
        Node::Operation(Operation::DeleteGuest) => "Is there a guest object that can be deleted?",
        Node::Operation(Operation::DeletePermanently) => "Is there a deleted guest object that can be deleted for good?",
        Node::Operation(Operation::RestoreGuest) => "Is there a deleted guest object that can still be restored?",
        Node::Operation(Operation::ResetRedemption) => "Has the guest accepted, so that the redemption can be reset?",
        Node::Operation(Operation::ResetRedemptionToSecondAddress) => {
            "Can the redemption be reset, and is a second address of the person known?"
        }
        Node::Operation(Operation::InviteSecondAddress) => "Is there a second address of the person to invite?",
        Node::Operation(Operation::LeaveOrganization) => "May the guest leave the organization by themselves?",
        Node::Operation(Operation::Change) => "Is there anything to change?",
        Node::MailFound => "Does the guest find the mail with the link?",
        Node::LinkValid => "Does the link in the mail still work?",
        Node::DomainStillAllowed => "May a guest of this domain still redeem?",
        Node::AccountCloud => "Is the account in a Microsoft cloud that both tenants allow?",
        Node::CreatePassword => "Does the guest create a password for the unmanaged account?",
        Node::FallbackInCloud => "Does the resource tenant's cloud know a fallback identity provider?",
        Node::OutboundAccess => "Does the home tenant let this user collaborate with the resource tenant?",
        Node::DeviceCode => "Does the guest enter the code on another page and sign in with Google there?",
        Node::InboundAccess => "Does the resource tenant let this user of the home tenant in?",
        Node::TenantRestrictions => "Does the guest's network let them sign in to the resource tenant?",
        Node::ConditionalAccess => "Does a Conditional Access policy of the resource tenant block this sign-in?",
        Node::Multifactor => "Is multifactor authentication demanded, and which tenant has to see to it?",
        Node::MultifactorChallenge => "Does the guest prove themselves with a second factor?",
        Node::DeviceState => "Is a managed device demanded, and does the home tenant's word for it count?",
        Node::UserRisk => "Does the risk of the user, as the home tenant sees it, stand in the way?",
        Node::ApplicationAccess => "Do the cross-tenant access settings of both tenants let this user reach the application?",
        Node::ApplicationAssignment => "Is the application open to every user, or is the guest assigned to it?",
        Node::ApplicationConsent => "Has everything been consented to that the application asks for?",
        Node::Arrival => "The guest has arrived.",
        Node::WayIn => "Which way does the guest come in?",
        Node::CommonEndpoint => "Does this common address lead the guest to the resource tenant?",
        Node::SignInOptions => "Does the guest sign in with the email address or select a configured provider?",
        Node::GuestLookup => "Is there a guest object for this person in the resource tenant?",
        Node::GuestState => "Has the invitation been accepted before?",
        Node::SignInSession => "Does the session last that the guest's browser has kept?",
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
            IdentityProvider::AzureActiveDirectory => "Can the guest sign in with the work account that was found?",
            IdentityProvider::ExternalFederation => "Can the guest sign in at the partner's identity provider?",
            IdentityProvider::Google => "Can the guest sign in at Google?",
            IdentityProvider::MicrosoftAccount => "The guest signs in with the personal Microsoft account.",
            IdentityProvider::EmailOneTimePasscode => "Does the guest enter a valid passcode from the invited mailbox?",
        },
        Node::GuestMatch => "Does the account that signed in belong to the guest object?",
        Node::AutomaticRedemption => "Do both tenants redeem invitations automatically?",
        Node::ReviewPermissions => "Does the guest accept what the inviting organization may do with their data?",
        Node::TermsOfUse => "Are there terms of use left that the guest has to accept?",
        Node::Accept => "Once everything is accepted, the external user state is Accepted.",
        Node::Redirect => "Where is the guest redirected to?",
        Node::End(outcome) => super::outcome_text(outcome),
    }
}

/// The heading of a part of the flow.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Invitation => "Invitation",
        Stage::Operation => "Between two attempts",
        Stage::WayIn => "Way in",
        Stage::Primary => "Primary identity providers",
        Stage::Fallback => "Fallback identity providers",
        Stage::SignIn => "Sign in",
        Stage::Consent => "Back in the resource tenant",
        Stage::Policies => "Conditional Access and terms of use",
        Stage::Arrival => "Application",
        Stage::End => "Ends",
    }
}

/// The kind of a chapter, as a sentence.
pub fn chapter_kind(kind: ChapterKind) -> &'static str {
    match kind {
        ChapterKind::Invitation => "The guest is invited, for the first time or again.",
        ChapterKind::Attempt => "The guest tries to get in.",
        ChapterKind::Operation => "Something is done between two attempts, or time passes.",
    }
}

/// What a chapter is, as its title.
pub fn chapter(begins: Begins) -> &'static str {
    match begins {
        Begins::Invitation => "Invitation",
        Begins::Attempt(way) => super::way_in(way),
        Begins::Operation(kind) => operation(kind),
    }
}
