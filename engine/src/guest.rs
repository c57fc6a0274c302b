//! A guest: a person's facts, an invitation, a way in, and the story of what this person does.
//!
//! Facts are known here; a population's *unknown* is expanded by whoever asks, before the engine sees it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::act::Act;
use crate::address::EmailAddress;
use crate::design::{IdentityProvider, RiskLevel};
use crate::flow::Node;

/// One guest of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guest {
    /// The name in the list of guests, and the invitation's display name.
    pub display_name: String,
    /// The address that was invited (`invitedUserEmailAddress`).
    pub invited_email: EmailAddress,
    /// Which accounts the person owns.
    #[serde(default)]
    pub person: Person,
    /// How the guest was invited.
    #[serde(default, skip_serializing_if = "Invitation::is_default")]
    pub invitation: Invitation,
    /// How the guest comes in.
    #[serde(default)]
    pub way_in: WayIn,
    /// The app that the way in leads to.
    #[serde(default, skip_serializing_if = "TargetApp::is_default")]
    pub target_app: TargetApp,
    /// What the guest types where a sign-in name is asked; `None` is the invited address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_in_name: Option<EmailAddress>,
    /// Another address of the same person, for a second invitation or for a redemption that is reset to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_address: Option<EmailAddress>,
    /// Whether the guest is not assigned to the application.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_assigned: bool,
    /// What the guest does where a person decides, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub story: Vec<Act>,
    /// What whoever teaches with the guest wants to remember or to say at steps of the flow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<StepNote>,
    /// What a directory says of a guest who has redeemed there. The run begins behind it: nobody is invited, and no setting leads to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redeemed: Option<Redeemed>,
    /// What was assumed when the guest was imported, because the directory does not say it. It decides nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumed: Vec<String>,
}

/// A redemption that is a fact, whatever the settings are. Source: `user`, `objectIdentity` (Microsoft Graph).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Redeemed {
    /// The provider that accepted the invitation.
    pub identity_provider: IdentityProvider,
    /// The issuer in `identities`; `None` where nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The day of `externalUserStateChangeDateTime`; `None` where nobody knows it.
    #[serde(default, deserialize_with = "crate::document::day::optional", skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

/// A note at a step of the flow. It decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StepNote {
    /// The node's stable name ([`Node::id`]).
    pub node: String,
    /// The note.
    pub text: String,
}

/// The accounts and the mailbox a person really has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// The user principal name of the work or school account they can sign in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_account: Option<EmailAddress>,
    /// Their personal Microsoft account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub microsoft_account: Option<MicrosoftAccount>,
    /// The address of their Google account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub google_account: Option<EmailAddress>,
    /// What Google answers when they sign in there.
    #[serde(default, skip_serializing_if = "GoogleAnswer::is_default")]
    pub google_answer: GoogleAnswer,
    /// Whether they have an account at the SAML/WS-Fed provider of their domain.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partner_account: bool,
    /// Whether they can read mail sent to the invited address.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub reads_invited_mailbox: bool,
    /// Whether the browser is signed in with the work account when they come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub live_work_session: bool,
    /// Whether they find the invitation mail; otherwise it lies in the spam folder or was kept back on the way.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub finds_invitation_mail: bool,
    /// Whether they have blocked invitations of the resource tenant (*unsubscribe*).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsubscribed: bool,
    /// What they open the app with.
    #[serde(default, skip_serializing_if = "Client::is_default")]
    pub client: Client,
    /// The language their browser asks for, such as `de`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_language: Option<String>,
    /// The country or named location they sign in from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// Whether tenant restrictions on their network keep them out of the resource tenant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tenant_restrictions: bool,
    /// Their device, as their home tenant knows it.
    #[serde(default, skip_serializing_if = "Device::is_default")]
    pub device: Device,
    /// Whether the session in the home tenant carries multifactor authentication.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub home_mfa_done: bool,
    /// Whether their methods are strong enough for an authentication strength.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strong_methods: bool,
    /// Whether they have registered for multifactor authentication in the resource tenant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resource_mfa_registered: bool,
    /// The risk of the sign-in, evaluated in the resource tenant.
    #[serde(default, skip_serializing_if = "RiskLevel::is_none")]
    pub sign_in_risk: RiskLevel,
    /// The risk of the user, evaluated in the home tenant.
    #[serde(default, skip_serializing_if = "RiskLevel::is_none")]
    pub user_risk: RiskLevel,
}

fn yes() -> bool {
    true
}

/// A personal Microsoft account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MicrosoftAccount {
    /// The name they sign in with.
    pub sign_in_name: EmailAddress,
    /// Further addresses of the account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<EmailAddress>,
}

/// How the guest was invited, and what became of the guest object.
///
/// Source: `invitation` and `user` (Microsoft Graph).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Invitation {
    /// Whether the invitation mail is sent (`sendInvitationMessage`).
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub send_invitation_message: bool,
    /// Guest or member (`invitedUserType`).
    #[serde(default, skip_serializing_if = "UserType::is_default")]
    pub invited_user_type: UserType,
    /// Where this invitation's mail link lands, in place of the tenant's setting (`inviteRedirectUrl`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invite_redirect_url: Option<String>,
    /// Whether a contact object owns the invited address, so that the guest object has no `proxyAddresses`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contact_conflict: bool,
    /// Whether an administrator has disabled the guest object (`accountEnabled` is false).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub account_disabled: bool,
    /// Who invites.
    #[serde(default, skip_serializing_if = "Inviter::is_default")]
    pub inviter: Inviter,
    /// The day of the invitation; `None` is the day of the edition's text. The simulated clock starts on it at 09:00, or on the
    /// day of a redemption that is a fact.
    #[serde(default, deserialize_with = "crate::document::day::optional", skip_serializing_if = "Option::is_none")]
    pub invited_on: Option<Date>,
    /// Who or what in the resource tenant owns the invited address already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_owner: Option<AddressOwner>,
    /// Whether the invited address is a group mailbox.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub group_mailbox: bool,
    /// The user of the resource tenant that is invited to use external credentials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_user: Option<InternalUser>,
    /// The language of the mail (`messageLanguage`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_language: Option<String>,
    /// The inviter's own words (`customizedMessageBody`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customized_message_body: Option<String>,
}

/// Who invites.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Inviter {
    /// The inviter's role.
    #[serde(default)]
    pub role: InviterRole,
    /// Whether the inviter has no mailbox; a custom message is dropped then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_mailbox: bool,
}

/// The role of whoever invites.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum InviterRole {
    /// An administrator who may invite.
    #[default]
    Administrator,
    /// A member with the role *Guest Inviter*.
    GuestInviter,
    /// A member without a role.
    Member,
    /// A guest.
    Guest,
    /// An application, without a signed-in user.
    Application,
}

/// What in the resource tenant owns an address that is invited. A contact has a setting of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum AddressOwner {
    /// A user of the resource tenant.
    LocalUser,
    /// A group.
    Group,
    /// A guest who was invited before.
    ExistingGuest,
}

/// A user of the resource tenant who is invited to B2B collaboration. Source: `invite-internal-users.md`, 2023-07.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InternalUser {
    /// The name that the user keeps.
    pub user_principal_name: EmailAddress,
    /// Whether `onPremisesUserPrincipalName` is present, which rules the invitation out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub synced_from_on_premises: bool,
}

/// What a guest opens the app with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Client {
    /// A browser, or the system's own web-view.
    #[default]
    Browser,
    /// A web-view that is embedded in an app.
    EmbeddedWebView,
}

/// What Google answers when a guest signs in there.
///
/// Source: `reference-error-codes.md`, 2024-04-24. It describes the four errors alike; only their names tell them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum GoogleAnswer {
    /// It signs the guest in.
    #[default]
    SignsIn,
    /// An error that trying again does not help against (AADSTS40008).
    LastingError,
    /// An error that may have passed by the next time (AADSTS40010).
    PassingError,
    /// It does not take the code that it gave (AADSTS40015).
    CodeRefused,
    /// It does not take the token that it gave at an earlier sign-in (AADSTS40009).
    RefreshTokenRefused,
}

/// A device, as the guest's home tenant knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Device {
    /// Nothing is known about it.
    #[default]
    Unmanaged,
    /// It is compliant.
    Compliant,
    /// It is hybrid joined.
    HybridJoined,
}

/// Microsoft Graph's `userType`. Independent of how the guest signs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum UserType {
    /// The usual kind.
    #[default]
    Guest,
    /// Possible through Microsoft Graph.
    Member,
}

/// How the guest comes to the resource tenant.
///
/// Source: `redemption-experience.md`, 2024-03-26, the three sections on redemption processes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum WayIn {
    /// The link in the invitation mail.
    #[default]
    EmailLink,
    /// A link that names the resource tenant.
    DirectLink,
    /// A common address such as `https://myapps.microsoft.com`, without *Sign in to an organization*.
    CommonEndpoint,
    /// The same, through *Sign-in options*, *Sign in to an organization* and the resource tenant's domain.
    CommonEndpointWithOrganization,
}

/// The app a way in leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum TargetApp {
    /// The Apps access panel (My Apps), a Microsoft first-party app.
    #[default]
    AppsAccessPanel,
    /// An app that accepts users of any tenant.
    MultitenantApp,
    /// An app of the resource tenant alone.
    SingleTenantApp,
}

impl Guest {
    /// What the guest types where a sign-in name is asked.
    pub fn typed_name(&self) -> &EmailAddress {
        self.sign_in_name.as_ref().unwrap_or(&self.invited_email)
    }

    /// The note at a step; empty where there is none.
    pub fn note(&self, node: Node) -> &str {
        let id = node.id();
        self.notes.iter().find(|note| note.node == id).map_or("", |note| note.text.as_str())
    }

    /// Writes the note at a step; an empty one is removed.
    pub fn set_note(&mut self, node: Node, text: &str) {
        let id = node.id();
        let text = text.trim();
        match self.notes.iter_mut().find(|note| note.node == id) {
            Some(note) => text.clone_into(&mut note.text),
            None => self.notes.push(StepNote { node: id, text: text.to_owned() }),
        }
        self.notes.retain(|note| !note.text.is_empty());
    }
}

impl StepNote {
    /// What the page calls the step; the stable name of one that no flow has.
    pub fn title(&self) -> &str {
        match Node::named(&self.node) {
            Some(node) => crate::wording::node(node),
            None => &self.node,
        }
    }
}

impl MicrosoftAccount {
    /// Whether the account can be signed in to with this address.
    pub fn owns(&self, address: &EmailAddress) -> bool {
        self.sign_in_name == *address || self.aliases.contains(address)
    }
}

impl Default for Person {
    /// A person with a mailbox and no account anywhere.
    fn default() -> Self {
        Self {
            work_account: None,
            microsoft_account: None,
            google_account: None,
            google_answer: GoogleAnswer::default(),
            partner_account: false,
            reads_invited_mailbox: true,
            live_work_session: false,
            finds_invitation_mail: true,
            unsubscribed: false,
            client: Client::default(),
            preferred_language: None,
            location: None,
            tenant_restrictions: false,
            device: Device::default(),
            home_mfa_done: false,
            strong_methods: false,
            resource_mfa_registered: false,
            sign_in_risk: RiskLevel::default(),
            user_risk: RiskLevel::default(),
        }
    }
}

impl Default for Invitation {
    /// An invitation as the admin center sends it.
    fn default() -> Self {
        Self {
            send_invitation_message: true,
            invited_user_type: UserType::Guest,
            invite_redirect_url: None,
            contact_conflict: false,
            account_disabled: false,
            inviter: Inviter::default(),
            invited_on: None,
            address_owner: None,
            group_mailbox: false,
            internal_user: None,
            message_language: None,
            customized_message_body: None,
        }
    }
}

impl Invitation {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl UserType {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Inviter {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Client {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl GoogleAnswer {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Device {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Guest {
    /// A guest with this name and address of whom nothing else is known.
    pub fn invited(display_name: impl Into<String>, invited_email: EmailAddress) -> Self {
        Self {
            display_name: display_name.into(),
            invited_email,
            person: Person::default(),
            invitation: Invitation::default(),
            way_in: WayIn::default(),
            target_app: TargetApp::default(),
            sign_in_name: None,
            second_address: None,
            not_assigned: false,
            story: Vec::new(),
            notes: Vec::new(),
            redeemed: None,
            assumed: Vec::new(),
        }
    }
}

impl TargetApp {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
