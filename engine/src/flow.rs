//! The flowchart as a value: nodes, and one edge for each answer a node can have.
//!
//! The redemption order and the edition give it its shape; every other setting only decides which edge is taken. The engine moves
//! along these edges and the chart draws these edges: there is no second list of arrows. Nothing is decided here.

mod drawing;
mod name;

use serde::Serialize;
use strum::{EnumIter, IntoStaticStr};

use crate::design::{Edition, IdentityProvider, PrimaryProvider, RedemptionOrder};

/// A place in the flow: a check, a page, or an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
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
    /// Does this primary identity provider match?
    Primary(PrimaryProvider),
    /// Is the matched user principal name also a personal Microsoft account?
    AlsoMicrosoftAccount,
    /// Work or personal account?
    AccountChoice,
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
    /// Sign in at this identity provider.
    SignIn(IdentityProvider),
    /// Does the account that signed in belong to the guest object?
    GuestMatch,
    /// Do both tenants redeem invitations automatically?
    AutomaticRedemption,
    /// The *Review permissions* page.
    ReviewPermissions,
    /// The terms of use, one after the other.
    TermsOfUse,
    /// The invitation counts as accepted.
    Accept,
    /// Where the guest lands.
    Redirect,
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
    /// The Apps access panel.
    AppsAccessPanel,
    /// The invitation's redirect address.
    RedirectUrl,
    /// The app that the direct link names.
    App,
    /// The email address is typed.
    Address,
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
    first: [u8; Node::SLOTS + 1],
}

/// A part of the flow, as the chart groups it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Stage {
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

    /// Where every chapter starts.
    pub fn start(&self) -> Node {
        Node::WayIn
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
    const SLOTS: usize = 32;

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
            Self::End(_) => Self::SLOTS,
        }
    }
}
