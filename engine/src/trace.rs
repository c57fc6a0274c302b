//! What a run was: chapters of steps, each with its edge, its rule, the facts that were looked at and what it changed.
//!
//! Built only by [`crate::engine::replay`]; nothing here decides. Screens and the guest record are read off these values.

use std::sync::Arc;

use serde::Serialize;
use smallvec::SmallVec;
use smol_str::SmolStr;

use crate::act::{Act, Begins, Change, Prompt};
use crate::design::{Design, Edition, IdentityProvider};
use crate::flow::{Answer, Edge, Flow, NewAccount, Node, Outcome};
use crate::guest::WayIn;
use crate::rules::Rule;

/// A guest's whole run: the invitation, every attempt to get in, and what is done between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The chapters, in order; the first is the invitation.
    pub chapters: Vec<Chapter>,
    /// What the run waits for.
    pub next: Next,
    /// The position of the first act of the story that did not fit, if any. It and all after it were not used.
    pub refused: Option<usize>,
}

/// The invitation, one attempt to get in, or something that is done between two attempts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// What it is.
    pub begins: Begins,
    /// The act that began it, with its position in the story; `None` for the invitation and the first attempt.
    pub opened_by: Option<(usize, Act)>,
    /// The settings in force, where an earlier chapter has changed them; `None` is the workspace's design.
    pub design: Option<Arc<Design>>,
    /// The simulated minutes that had passed when it began, since the invitation.
    pub begins_at: u32,
    /// The graph in force, shared with every other run of the same order and edition.
    pub flow: Arc<Flow>,
    /// The moves.
    pub steps: Vec<Step>,
    /// Where it stands after the last move.
    pub at: Node,
}

/// One move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The edge taken; the very value the chart draws.
    pub edge: Edge,
    /// Why.
    pub cause: Cause,
    /// What was looked at.
    pub facts: Facts,
    /// What changed.
    pub effects: Vec<Effect>,
    /// The simulated minutes that had passed after the move, since the invitation.
    pub minutes: u32,
}

/// What justifies a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The rule.
    pub rule: Rule,
    /// The prompt and the act, with its position in the story, where a person decided.
    pub choice: Option<Choice>,
}

/// A person's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What was asked.
    pub prompt: Prompt,
    /// What the person did.
    pub act: Act,
    /// Which act of the story it is, from 0.
    pub position: usize,
}

/// What a run waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A person's act at the last chapter's node.
    Person {
        /// What is asked.
        prompt: Prompt,
        /// Why it is asked.
        rule: Rule,
        /// What was looked at.
        facts: Facts,
    },
    /// The attempt ended. The guest may come again.
    Ended(Outcome),
    /// The flow has no edge for what the engine found. A law proves that this does not happen.
    NoEdge(Node, Answer),
}

/// What one decision looked at. Most look at no more than three things, which lie in the step itself.
pub type Facts = SmallVec<[Fact; 3]>;

/// Something a rule looked at, with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub what: What,
    /// Its value, as text; most values are one of a few words.
    pub value: SmolStr,
}

/// What a rule can look at. The numbers are positions in the design's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum What {
    /// The edition.
    Edition,
    /// The way in.
    WayIn,
    /// The app the way in leads to.
    TargetApp,
    /// The invited address.
    InvitedEmail,
    /// Its domain.
    InvitedDomain,
    /// What the guest types.
    TypedName,
    /// The guest's work account.
    WorkAccount,
    /// The guest's Microsoft account.
    MicrosoftAccount,
    /// The guest's Google account.
    GoogleAccount,
    /// Whether the guest has an account at the partner's provider.
    PartnerAccount,
    /// Whether the guest reads the invited mailbox.
    ReadsMailbox,
    /// Whether a work account is signed in.
    LiveSession,
    /// Whether a contact object owns the address.
    ContactConflict,
    /// Whether the guest object is disabled.
    AccountDisabled,
    /// The guest object's `externalUserState`.
    ExternalUserState,
    /// The guest object's `proxyAddresses`.
    ProxyAddresses,
    /// The provider that accepted or was chosen.
    IdentityProvider,
    /// The users of a home tenant.
    HomeUsers(u16),
    /// Whether a home tenant is managed.
    Management(u16),
    /// The domains a home tenant has verified.
    HomeVerifiedDomains(u16),
    /// Whether a home tenant's users sign in at a provider of their own.
    HomeFederated(u16),
    /// Whether a home tenant allows email as an alternate login.
    AlternateLogin(u16),
    /// Whether a home tenant lets email-verified users join.
    EmailVerifiedUsersMayJoin(u16),
    /// Whether a home tenant allows email-based subscriptions.
    EmailBasedSubscriptions(u16),
    /// Outbound automatic redemption of a home tenant.
    OutboundAutomaticRedemption(u16),
    /// Inbound automatic redemption for a partner.
    InboundAutomaticRedemption(u16),
    /// All tenants that have verified the domain.
    TenantsWithDomain,
    /// The domains of a federation.
    FederationDomains(u16),
    /// All federated domains.
    FederatedDomains,
    /// Whether the provider behind a federation is an Entra tenant.
    FederationIsEntraTenant(u16),
    /// Whether Google federation is configured.
    GoogleFederation,
    /// Email one-time passcode.
    Passcode,
    /// The resource tenant's own domains.
    ResourceDomains,
    /// The terms of use.
    TermsOfUse,
    /// How many of them have been accepted.
    TermsAccepted,
    /// Whether *Review permissions* has been accepted.
    PermissionsAccepted,
    /// The age of the newest passcode in minutes.
    PasscodeAge,
    /// The redirect address.
    RedirectUrl,
    /// Consumer mail domains known to the model.
    ConsumerDomains,
    /// Who may invite.
    InviteSettings,
    /// Who invites.
    Inviter,
    /// Whether the address is a group mailbox.
    GroupMailbox,
    /// What owns the address in the resource tenant.
    AddressOwner,
    /// The internal user that is invited.
    InternalUser,
    /// Which domains may be invited.
    CollaborationRestrictions,
    /// Inbound users and groups in force for a home tenant.
    InboundUsers(u16),
    /// Inbound applications in force for a home tenant.
    InboundApplications(u16),
    /// The default inbound settings, for who has no home tenant.
    InboundDefault,
    /// Outbound users and groups of a home tenant.
    OutboundUsers(u16),
    /// Outbound applications of a home tenant.
    OutboundApplications(u16),
    /// The resource tenant's cloud.
    ResourceCloud,
    /// Other clouds that the resource tenant allows.
    AllowedClouds,
    /// A home tenant's cloud.
    HomeCloud(u16),
    /// Whether the resource tenant has added a home tenant.
    PartnerAdded(u16),
    /// A home tenant's share of a collaboration across clouds.
    CrossCloud(u16),
    /// Whether a mail is asked for.
    SendMail,
    /// Whether the guest has blocked invitations.
    Unsubscribed,
    /// Whether the guest finds the mail.
    FindsMail,
    /// The age of the link in days.
    LinkAge,
    /// After how many days a link expires, if it does.
    LinkExpiry,
    /// Whether a link works once.
    LinkWorksOnce,
    /// Whether the link has been used.
    LinkUsed,
    /// Whether tenant restrictions stand in the way.
    TenantRestrictions,
    /// Whether the guest's account in a home tenant is disabled.
    HomeUserDisabled(u16),
    /// Whether a home tenant demands multifactor authentication itself.
    HomeRequiresMfa(u16),
    /// Whether a home tenant's own policies block.
    HomeBlocksSignIn(u16),
    /// Whether the home account is another one than the one that accepted.
    HomeAccountRecreated,
    /// Whether a federation is not in force.
    FederationInactive(u16),
    /// What a federation's provider sends.
    ProviderResponse(u16),
    /// Whether Google refuses the federation's credentials.
    GoogleClient,
    /// What Google answers.
    GoogleAnswer,
    /// What the guest opens the app with.
    Client,
    /// The names of the Conditional Access policies that apply.
    Policies,
    /// Where the guest signs in from.
    Location,
    /// The risk of the sign-in.
    SignInRisk,
    /// The risk of the user.
    UserRisk,
    /// The guest's device.
    Device,
    /// Whether the home session carries multifactor authentication.
    HomeMfa,
    /// Whether the guest's methods are strong.
    StrongMethods,
    /// Whether the guest has registered in the resource tenant.
    MfaRegistered,
    /// What is trusted of a home tenant.
    InboundTrust(u16),
    /// The language of the terms.
    TermsLanguage,
    /// When the acceptance of the terms expires.
    TermsExpiry,
    /// The simulated day.
    Today,
    /// The permissions of the application.
    ApplicationPermissions,
    /// Whether the guest has consented to the application.
    ApplicationConsented,
    /// Whether the application asks for an assignment.
    AssignmentRequired,
    /// Whether the guest is assigned.
    Assigned,
    /// Whether the guest object exists, is deleted or is gone.
    GuestObject,
    /// For how many days the guest object has been deleted.
    DeletedFor,
    /// Whether guests may leave.
    MayLeave,
    /// The person's second address.
    SecondAddress,
    /// The session that began with a passcode.
    PasscodeSession,
    /// The session that the browser has kept.
    SignInSession,
    /// The sign-in frequency of the policies that apply.
    SignInFrequency,
    /// Whether a second factor was given in the session.
    SessionSecondFactor,
    /// A reading of another document that is switched on, by its property name.
    Interpretation,
    /// The user type of the guest object.
    UserType,
}

/// What a move changes in the directory or sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// A passcode is mailed to the invited address.
    PasscodeSent,
    /// Simulated minutes pass.
    TimePassed(u32),
    /// An account comes to be outside the resource tenant.
    AccountCreated(#[serde(serialize_with = "account_name")] NewAccount),
    /// *Review permissions* is recorded as accepted.
    PermissionsAccepted,
    /// One of the terms of use is recorded as accepted, by position.
    TermsAccepted(u16),
    /// The guest's `identities` gain an entry.
    IdentityAdded {
        /// The provider.
        provider: IdentityProvider,
        /// `issuer`, as Microsoft Graph writes it.
        issuer: String,
        /// `issuerAssignedId`, where it is known.
        issuer_assigned_id: Option<String>,
    },
    /// `externalUserState` becomes `Accepted`.
    StateAccepted,
    /// The guest object comes to be, pending.
    Invited,
    /// The invitation mail goes out.
    InvitationMailed,
    /// The notification mail of automatic redemption goes out.
    NotificationMailed,
    /// A mail was asked for, but the guest has blocked invitations.
    MailSuppressed,
    /// The guest registers for multifactor authentication in the resource tenant.
    MultifactorRegistered,
    /// The guest proves themselves with a second factor, in whichever tenant asked.
    MultifactorDone,
    /// The guest consents to the application.
    ApplicationConsented,
    /// The guest declines one of the terms of use, by position.
    TermsDeclined(u16),
    /// The guest object is deleted and can be restored.
    ObjectDeleted,
    /// The guest leaves, which deletes the guest object.
    GuestLeft,
    /// The guest object is restored.
    ObjectRestored,
    /// The guest object is gone for good.
    ObjectPurged,
    /// The redemption is reset: the state is pending again, the entry of the provider goes.
    RedemptionReset {
        /// The new mail address, if it was reset to another one.
        mail: Option<String>,
    },
    /// Another address is added to the guest object.
    AddressAdded(String),
    /// A setting or an account is changed.
    Changed(Change),
}

fn account_name<S: serde::Serializer>(account: &NewAccount, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str((*account).into())
}

impl Run {
    /// The chapter that the run is in.
    pub fn last_chapter(&self) -> Option<&Chapter> {
        self.chapters.last()
    }

    /// How the run stands: the outcome, or `None` while a person is awaited.
    pub fn outcome(&self) -> Option<Outcome> {
        match self.next {
            Next::Ended(outcome) => Some(outcome),
            Next::Person { .. } | Next::NoEdge(..) => None,
        }
    }

    /// Every place the run stood, in order: one for each step, and the last chapter's standing place; where a chapter ends,
    /// its end is a place, too.
    pub fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (chapter, part) in self.chapters.iter().enumerate() {
            places.extend((0..=part.steps.len()).map(|step| Place { chapter, step }));
        }
        places
    }

    /// The node at a place.
    pub fn node(&self, place: Place) -> Option<Node> {
        let chapter = self.chapters.get(place.chapter)?;
        Some(chapter.steps.get(place.step).map_or(chapter.at, |step| step.edge.from()))
    }

    /// The move that is made at a place, if one has been made.
    pub fn step(&self, place: Place) -> Option<&Step> {
        self.chapters.get(place.chapter)?.steps.get(place.step)
    }

    /// All moves before a place.
    pub fn steps_before(&self, place: Place) -> impl Iterator<Item = &Step> {
        self.chapters.iter().enumerate().flat_map(move |(number, chapter)| {
            let count = match number.cmp(&place.chapter) {
                std::cmp::Ordering::Less => chapter.steps.len(),
                std::cmp::Ordering::Equal => place.step,
                std::cmp::Ordering::Greater => 0,
            };
            chapter.steps.iter().take(count)
        })
    }

    /// How many acts of the story had been used when the run reached a place.
    pub fn acts_before(&self, place: Place) -> usize {
        let opened = self.chapters.iter().take(place.chapter + 1).filter(|chapter| chapter.opened_by.is_some()).count();
        self.steps_before(place).filter(|step| step.cause.choice.is_some()).count() + opened
    }

    /// The first attempt to get in, by position; `None` where the invitation was refused.
    pub fn first_attempt(&self) -> Option<usize> {
        self.chapters.iter().position(|chapter| chapter.way_in().is_some())
    }

    /// The provider that the guest was last sent to, with the place; `None` where the guest was sent to none.
    pub fn last_provider(&self) -> Option<(IdentityProvider, Place)> {
        self.places().into_iter().rev().find_map(|place| match self.node(place)? {
            Node::SignIn(provider) => Some((provider, place)),
            _ => None,
        })
    }

    /// The edition of the flow.
    pub fn edition(&self) -> Edition {
        self.chapters.first().map(|chapter| chapter.flow.edition()).unwrap_or_default()
    }
}

impl Chapter {
    /// How the guest came, if the chapter is an attempt.
    pub fn way_in(&self) -> Option<WayIn> {
        match self.begins {
            Begins::Attempt(way_in) => Some(way_in),
            Begins::Invitation | Begins::Operation(_) => None,
        }
    }

    /// The settings in force in the chapter, given those of the workspace.
    pub fn design_in_force<'a>(&'a self, design: &'a Design) -> &'a Design {
        self.design.as_deref().unwrap_or(design)
    }

    /// How the chapter ended; `None` while a person is awaited.
    pub fn outcome(&self) -> Option<Outcome> {
        match self.at {
            Node::End(outcome) => Some(outcome),
            _ => None,
        }
    }
}

/// A position in a run: before the move `step` of the chapter `chapter`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
pub struct Place {
    /// The chapter, from 0.
    pub chapter: usize,
    /// The number of moves made in it.
    pub step: usize,
}
