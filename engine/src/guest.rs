//! A guest: a person's facts, an invitation, a way in, and the story of what this person does.
//!
//! Facts are known here; a population's *unknown* is expanded by whoever asks, before the engine sees it.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::act::Act;
use crate::address::EmailAddress;

/// One guest of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What the guest does where a person decides, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub story: Vec<Act>,
}

/// The accounts and the mailbox a person really has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Whether they have an account at the SAML/WS-Fed provider of their domain.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partner_account: bool,
    /// Whether they can read mail sent to the invited address.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub reads_invited_mailbox: bool,
    /// Whether the browser is signed in with the work account when they come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub live_work_session: bool,
}

fn yes() -> bool {
    true
}

/// A personal Microsoft account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// Microsoft Graph's `userType`. Independent of how the guest signs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
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
            partner_account: false,
            reads_invited_mailbox: true,
            live_work_session: false,
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

impl TargetApp {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
