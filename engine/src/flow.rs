//! The flowchart as a value: nodes, and one edge for each answer a node can have.
//!
//! The redemption order and the edition give it its shape; every other setting only decides which edge is taken. The engine moves
//! along these edges and the chart draws these edges: there is no second list of arrows. Nothing is decided here.

mod drawing;
mod name;

use serde::Serialize;
use strum::{EnumIter, IntoStaticStr};

use crate::act::{Begins, Operation};
use crate::design::{Edition, IdentityProvider, PrimaryProvider, RedemptionOrder};

/// A place in the flow: a check, a page, or an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// May this person invite guests?
    InviterAllowed,
    /// May this address be invited at all?
    AddressAllowed,
    /// Does something in the resource tenant own the address already?
    AddressFree,
    /// May this domain be invited?
    DomainInvitable,
    /// Do the cross-tenant access settings of both sides allow the invitation?
    InvitationAccess,
    /// Do the clouds of both tenants collaborate?
    InvitationCloud,
    /// Which mail goes out?
    InvitationMail,
    /// Something is done between two attempts.
    Operation(Operation),
    /// Does the guest find the mail?
    MailFound,
    /// Does the link in the mail still work?
    LinkValid,
    /// Which way does the guest come in?
    WayIn,
    /// Does the common endpoint lead to the resource tenant?
    CommonEndpoint,
    /// Email address or a configured provider?
    SignInOptions,
    /// Is there a guest object for this person?
    GuestLookup,
    /// Has the invitation been accepted before?
    GuestState,
    /// Does the session last with which the guest comes back?
    SignInSession,
    /// May a pending guest of this domain still redeem?
    DomainStillAllowed,
    /// Does this primary identity provider match?
    Primary(PrimaryProvider),
    /// May an account of this cloud redeem here?
    AccountCloud,
    /// Create a password for the unmanaged account.
    CreatePassword,
    /// Is the matched user principal name also a personal Microsoft account?
    AlsoMicrosoftAccount,
    /// Work or personal account?
    AccountChoice,
    /// Does the resource tenant's cloud have a fallback?
    FallbackInCloud,
    /// Does the person have a personal Microsoft account with this address?
    ExistingMicrosoftAccount,
    /// Is email one-time passcode on?
    PasscodeEnabled,
    /// Is the browser signed in with a work account?
    LiveSession,
    /// May this way in lead to a new account?
    CreationAllowed,
    /// Is the domain verified in Microsoft Entra ID?
    DomainVerified,
    /// Does the tenant that verified the domain hold this user?
    UserInVerifiedTenant,
    /// Can the missing user be made in the home tenant?
    JustInTimeCreation,
    /// Is it a consumer mail domain?
    ConsumerDomain,
    /// Offer to create this account.
    CreateAccount(NewAccount),
    /// Does the home tenant let its user out?
    OutboundAccess,
    /// Sign in at this identity provider.
    SignIn(IdentityProvider),
    /// Google refuses the web-view; sign in on another page with a code.
    DeviceCode,
    /// Does the resource tenant let the home tenant's user in?
    InboundAccess,
    /// Does the guest's network let them into the resource tenant?
    TenantRestrictions,
    /// Does the account that signed in belong to the guest object?
    GuestMatch,
    /// Do both tenants redeem invitations automatically?
    AutomaticRedemption,
    /// The *Review permissions* page.
    ReviewPermissions,
    /// Does a Conditional Access policy block the sign-in?
    ConditionalAccess,
    /// Is multifactor authentication demanded, and who has it done?
    Multifactor,
    /// The second factor.
    MultifactorChallenge,
    /// Is the device good enough?
    DeviceState,
    /// Does the risk of the user stand in the way?
    UserRisk,
    /// The terms of use, one after the other.
    TermsOfUse,
    /// The invitation counts as accepted.
    Accept,
    /// Where the guest lands.
    Redirect,
    /// Do the cross-tenant access settings allow the application?
    ApplicationAccess,
    /// Is the guest assigned to the application?
    ApplicationAssignment,
    /// Does the application need consent?
    ApplicationConsent,
    /// The guest has arrived.
    Arrival,
    /// The attempt is over.
    End(Outcome),
}

/// An account that redemption can offer to create.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum NewAccount {
    /// A personal Microsoft account with the invited address.
    Microsoft,
    /// A self-service (*viral*) Microsoft Entra account in an unmanaged tenant.
    SelfService,
    /// A member of the guest's home tenant, made by email verification.
    HomeMember,
}

/// How an attempt ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Outcome {
    /// The guest is invited.
    Invited,
    /// The inviter may not invite.
    InviterNotAllowed,
    /// Such an address cannot be invited.
    AddressNotAllowed,
    /// A user or group of the resource tenant owns the address.
    AddressTaken,
    /// The address lies in a verified domain of the resource tenant.
    AddressInOwnDomain,
    /// The internal user is synchronized and cannot be invited.
    InternalUserSynced,
    /// The domain may not be invited.
    DomainNotInvitable,
    /// Cross-tenant access settings block the invitation.
    InvitationBlocked,
    /// The clouds do not collaborate.
    InvitationCloudBlocked,
    /// What was to be done between two attempts is done.
    Done,
    /// It cannot be done now.
    NotOffered,
    /// The guest has no invitation mail.
    MailNotFound,
    /// The link is too old.
    LinkExpired,
    /// The link has been used.
    LinkUsed,
    /// The domain of the pending guest is no longer allowed.
    DomainBlocked,
    /// The resource tenant's cloud is not allowed for the account.
    CloudNotAllowed,
    /// The resource tenant's cloud has no provider for this guest.
    NoProviderInCloud,
    /// The home tenant blocks collaboration with the resource tenant.
    OutboundBlocked,
    /// The resource tenant blocks collaboration with the home tenant.
    InboundBlocked,
    /// Tenant restrictions block the resource tenant.
    TenantRestricted,
    /// The account is disabled in the home tenant.
    HomeAccountDisabled,
    /// The home tenant's own policies block the sign-in.
    BlockedByHomeTenant,
    /// The home account is another one than the one that accepted.
    HomeAccountRecreated,
    /// The provider that accepted is no longer configured.
    ProviderRemoved,
    /// The partner's token cannot be validated.
    TokenInvalid,
    /// The partner's token has no mail claim.
    MailClaimMissing,
    /// The mail claim lies outside the federated domains.
    MailClaimOutsideDomain,
    /// The partner's response does not name the realm.
    RealmMissing,
    /// The issuer of the partner's response is not known.
    RealmUnknown,
    /// Google answers with an error that stays, such as for bad credentials of the federation.
    GoogleError,
    /// Google answers with an error that may pass.
    GoogleFailsForNow,
    /// Google does not take the code of this sign-in.
    GoogleRefusesCode,
    /// Google does not take the token of an earlier sign-in.
    GoogleRefusesRefreshToken,
    /// Google refuses the embedded web-view, and the guest did not sign in elsewhere.
    WebViewRefused,
    /// A Conditional Access policy blocks the sign-in.
    BlockedByPolicy,
    /// The guest did not complete multifactor authentication.
    MultifactorNotDone,
    /// The guest did not register for multifactor authentication.
    MultifactorNotRegistered,
    /// The risk of the sign-in blocks registering for multifactor authentication.
    RegistrationBlockedByRisk,
    /// The device is not compliant.
    DeviceNotCompliant,
    /// The device is not joined.
    DeviceNotJoined,
    /// The risk of the user blocks the sign-in.
    UserRiskBlocks,
    /// Cross-tenant access settings block the application.
    ApplicationBlocked,
    /// The guest is not assigned to the application.
    NotAssigned,
    /// An administrator has to consent to the application.
    AdminConsentMissing,
    /// The guest did not consent to the application.
    ApplicationConsentDeclined,
    /// The invitation is accepted and the guest is in.
    Redeemed,
    /// The invitation had been accepted before; an ordinary sign-in.
    SignedIn,
    /// The common endpoint led to the guest's own tenant.
    SentToHomeTenant,
    /// The common endpoint does not lead to the resource tenant.
    WrongEndpoint,
    /// No guest object is found for the name that was typed.
    GuestNotFound,
    /// A contact object owns the address, so this way does not work.
    ContactConflict,
    /// The guest object is disabled.
    GuestDisabled,
    /// The guest typed a mail address where the user principal name is needed.
    SignInNameNotUpn,
    /// The guest has no account at the provider they were sent to.
    NoAccountAtProvider,
    /// The account that was found belongs to someone else.
    NotTheirAccount,
    /// The account that signed in is not the invited guest.
    AccountMismatch,
    /// The browser's signed-in account is not in the resource tenant.
    LiveSessionAccount,
    /// A passcode is the only way left, and passcodes are off.
    PasscodeOff,
    /// The guest left without a valid passcode.
    PasscodeNotEntered,
    /// This way in cannot lead to a new account.
    CreationNeedsMailLink,
    /// The domain is verified, so no Microsoft account can be created.
    NoAccountForVerifiedDomain,
    /// The user is missing in the home tenant and may not be made there.
    JustInTimeCreationOff,
    /// The user is missing in the home tenant and is no longer made there.
    JustInTimeCreationGone,
    /// The guest did not create the account that was offered.
    AccountNotCreated,
    /// The guest did not accept the permissions.
    PermissionsDeclined,
    /// The guest did not accept the terms of use.
    TermsDeclined,
}

/// What kind of end an [`Outcome`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum OutcomeKind {
    /// The guest is in.
    In,
    /// An error page; something is wrong that somebody can mend.
    Error,
    /// No identity provider is left.
    DeadEnd,
    /// The guest chose to stop.
    Left,
    /// Something was done; nobody tried to get in.
    Done,
}

/// What a node finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// The check is true.
    Yes,
    /// The check is false.
    No,
    /// The mail link.
    EmailLink,
    /// A link that names the tenant.
    DirectLink,
    /// A common address.
    CommonEndpoint,
    /// The guest's own tenant answers.
    HomeTenant,
    /// The service refuses.
    Refused,
    /// A contact object stands in the way.
    Conflict,
    /// The object is disabled.
    Disabled,
    /// Still pending.
    Pending,
    /// Accepted, and back in the same browser.
    SameBrowser,
    /// This provider: stored, selected or chosen.
    Provider(IdentityProvider),
    /// The typed name is a mail address, not the user principal name.
    NotUpn,
    /// Signed in.
    SignedIn,
    /// No account there.
    NoAccount,
    /// Somebody else's account.
    NotTheirs,
    /// The wrong passcode.
    WrongPasscode,
    /// The passcode was too old.
    Expired,
    /// A new passcode was sent.
    Resent,
    /// Time passed.
    Waited,
    /// The account was created.
    Created,
    /// The page was accepted.
    Accepted,
    /// It had been accepted before.
    AlreadyAccepted,
    /// The page was declined or cancelled.
    Declined,
    /// The guest closed the page.
    GaveUp,
    /// The guest closed the page on which to register.
    NotRegistered,
    /// The Apps access panel.
    AppsAccessPanel,
    /// The invitation's redirect address.
    RedirectUrl,
    /// The app that the direct link names.
    App,
    /// The email address is typed.
    Address,
    /// Allowed.
    Allowed,
    /// Blocked.
    Blocked,
    /// The address is not one that can be invited.
    NotAllowed,
    /// A user or group owns it.
    Taken,
    /// It lies in the resource tenant's own domain.
    OwnDomain,
    /// The internal user is synchronized.
    Synced,
    /// The invitation mail.
    InvitationMail,
    /// The notification mail.
    NotificationMail,
    /// No mail.
    NoMail,
    /// Done.
    Done,
    /// Not offered now.
    NotOffered,
    /// Used up.
    Used,
    /// The account is in an unmanaged tenant.
    Unmanaged,
    /// Nothing of the kind is left.
    Gone,
    /// Another account of the same name.
    Recreated,
    /// The token is bad.
    InvalidToken,
    /// The mail claim is missing.
    NoMailClaim,
    /// The mail claim is in another domain.
    MailClaimElsewhere,
    /// The realm is missing.
    NoRealm,
    /// The realm is unknown.
    UnknownRealm,
    /// The provider answers with an error.
    ProviderError,
    /// The provider answers with an error that may pass.
    PassingError,
    /// The provider does not take its code.
    CodeRefused,
    /// The provider does not take its token.
    RefreshTokenRefused,
    /// An embedded web-view.
    WebView,
    /// Not demanded, or not needed.
    NotNeeded,
    /// The home tenant's word is taken.
    Trusted,
    /// Demanded now.
    Demanded,
    /// The risk stands in the way.
    Risk,
    /// Not compliant.
    NotCompliant,
    /// Not joined.
    NotJoined,
    /// The document was opened.
    Opened,
    /// An administrator is needed.
    AdminNeeded,
}

/// One answer of one node, and where it leads. Only [`Flow`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    from: Node,
    answer: Answer,
    to: Node,
}

/// The graph for one redemption order and edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    edition: Edition,
    drawn: Vec<Node>,
    // INVARIANT: sorted by `Node::slot`, so that a node's edges stand together.
    edges: Vec<Edge>,
    // Where a node's edges begin, by `Node::slot`.
    first: [u16; Node::SLOTS + 1],
}

/// A part of the flow, as the chart groups it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Stage {
    /// The invitation, before any attempt.
    Invitation,
    /// Between two attempts.
    Operation,
    /// From the link to the guest object.
    WayIn,
    /// The identity providers that are asked in order.
    Primary,
    /// What happens when none matched.
    Fallback,
    /// At the provider.
    SignIn,
    /// Back in the resource tenant.
    Consent,
    /// Conditional Access and terms of use.
    Policies,
    /// The application.
    Arrival,
    /// An end.
    End,
}

impl Edge {
    /// The node asked.
    pub fn from(&self) -> Node {
        self.from
    }
    /// What it found.
    pub fn answer(&self) -> Answer {
        self.answer
    }
    /// The node that follows.
    pub fn to(&self) -> Node {
        self.to
    }
    /// A stable name: node, answer.
    pub fn id(&self) -> String {
        format!("{}/{}", self.from.id(), self.answer.id())
    }
}

impl Flow {
    /// The flow of this redemption order in this edition. Editions before 2024-03 know no order and ignore it.
    pub fn of(order: &RedemptionOrder, edition: Edition) -> Self {
        drawing::draw(order, edition)
    }

    /// The edition it was drawn for.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// Where an attempt starts.
    pub fn start(&self) -> Node {
        Node::WayIn
    }

    /// Where a chapter starts that begins like this.
    pub fn entry(&self, begins: Begins) -> Node {
        match begins {
            Begins::Invitation => Node::InviterAllowed,
            Begins::Attempt(_) => Node::WayIn,
            Begins::Operation(operation) => Node::Operation(operation),
        }
    }

    /// All edges, those of one node together.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The edges of one node, the likeliest way down last.
    pub fn exits(&self, node: Node) -> &[Edge] {
        let slot = node.slot();
        let (Some(from), Some(to)) = (self.first.get(slot), self.first.get(slot + 1)) else {
            return &[];
        };
        self.edges.get(usize::from(*from)..usize::from(*to)).unwrap_or_default()
    }

    /// The edge for this answer, if the node has it.
    pub fn follow(&self, from: Node, answer: Answer) -> Option<Edge> {
        self.exits(from).iter().copied().find(|edge| edge.answer == answer)
    }

    /// The nodes that are not ends, in drawing order.
    pub fn nodes(&self) -> &[Node] {
        &self.drawn
    }
}

impl Node {
    const SLOTS: usize = 69;

    /// A small dense number for look-ups; ends have none of their own.
    fn slot(self) -> usize {
        match self {
            Self::WayIn => 0,
            Self::CommonEndpoint => 1,
            Self::SignInOptions => 2,
            Self::GuestLookup => 3,
            Self::GuestState => 4,
            Self::Primary(provider) => 5 + provider as usize,
            Self::AlsoMicrosoftAccount => 8,
            Self::AccountChoice => 9,
            Self::ExistingMicrosoftAccount => 10,
            Self::PasscodeEnabled => 11,
            Self::LiveSession => 12,
            Self::CreationAllowed => 13,
            Self::DomainVerified => 14,
            Self::UserInVerifiedTenant => 15,
            Self::JustInTimeCreation => 16,
            Self::ConsumerDomain => 17,
            Self::CreateAccount(account) => 18 + account as usize,
            Self::SignIn(provider) => 21 + provider as usize,
            Self::GuestMatch => 26,
            Self::AutomaticRedemption => 27,
            Self::ReviewPermissions => 28,
            Self::TermsOfUse => 29,
            Self::Accept => 30,
            Self::Redirect => 31,
            Self::MailFound => 32,
            Self::LinkValid => 33,
            Self::DomainStillAllowed => 34,
            Self::AccountCloud => 35,
            Self::CreatePassword => 36,
            Self::FallbackInCloud => 37,
            Self::OutboundAccess => 38,
            Self::DeviceCode => 39,
            Self::InboundAccess => 40,
            Self::TenantRestrictions => 41,
            Self::ConditionalAccess => 42,
            Self::Multifactor => 43,
            Self::MultifactorChallenge => 44,
            Self::DeviceState => 45,
            Self::UserRisk => 46,
            Self::ApplicationAccess => 47,
            Self::ApplicationAssignment => 48,
            Self::ApplicationConsent => 49,
            Self::Arrival => 50,
            Self::InviterAllowed => 51,
            Self::AddressAllowed => 52,
            Self::AddressFree => 53,
            Self::DomainInvitable => 54,
            Self::InvitationAccess => 55,
            Self::InvitationCloud => 56,
            Self::InvitationMail => 57,
            Self::Operation(operation) => 58 + operation as usize,
            Self::SignInSession => 68,
            Self::End(_) => Self::SLOTS,
        }
    }
}
