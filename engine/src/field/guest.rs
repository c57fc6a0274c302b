//! The names of the controls of a guest and of the readings of other documents.
//!
//! The names follow the settings' own properties; the paths they are part of are made in `field.rs`.

use strum::{EnumIter, IntoStaticStr};

/// A fact about one guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum GuestField {
    /// The guest's name.
    DisplayName,
    /// The invited address.
    InvitedEmail,
    /// The work account.
    WorkAccount,
    /// The Microsoft account.
    MicrosoftAccount,
    /// The Google account.
    GoogleAccount,
    /// What Google answers.
    GoogleAnswer,
    /// The account at the partner's provider.
    PartnerAccount,
    /// Whether the invited mailbox is read.
    ReadsInvitedMailbox,
    /// Whether the browser is signed in with the work account.
    LiveWorkSession,
    /// Whether the invitation mail is sent.
    SendInvitationMessage,
    /// Guest or member.
    InvitedUserType,
    /// Where this invitation's mail link lands.
    InviteRedirectUrl,
    /// Whether a contact object owns the address.
    ContactConflict,
    /// Whether the guest object is disabled.
    AccountDisabled,
    /// The way in.
    WayIn,
    /// The app that the way in leads to.
    TargetApp,
    /// What the guest types.
    SignInName,
    /// Another address of the person.
    SecondAddress,
    /// Whether the guest is not assigned to the application.
    NotAssigned,
    /// The inviter's role.
    #[strum(serialize = "inviter.role")]
    InviterRole,
    /// Whether the inviter has no mailbox.
    #[strum(serialize = "inviter.withoutMailbox")]
    InviterWithoutMailbox,
    /// The day of the invitation.
    InvitedOn,
    /// What owns the invited address already.
    AddressOwner,
    /// Whether the invited address is a group mailbox.
    GroupMailbox,
    /// The internal user that is invited.
    #[strum(serialize = "internalUser.userPrincipalName")]
    InternalUser,
    /// Whether the internal user is synchronized.
    #[strum(serialize = "internalUser.syncedFromOnPremises")]
    InternalUserSynced,
    /// The language of the mail.
    MessageLanguage,
    /// The inviter's own words.
    CustomizedMessageBody,
    /// Whether the invitation mail is found.
    FindsInvitationMail,
    /// Whether invitations are blocked.
    Unsubscribed,
    /// What the app is opened with.
    Client,
    /// The browser's language.
    PreferredLanguage,
    /// The country or named location.
    Location,
    /// Whether tenant restrictions stand in the way.
    TenantRestrictions,
    /// The device.
    Device,
    /// Whether the home session carries multifactor authentication.
    HomeMfaDone,
    /// Whether the methods are strong.
    StrongMethods,
    /// Whether the guest has registered in the resource tenant.
    ResourceMfaRegistered,
    /// The risk of the sign-in.
    SignInRisk,
    /// The risk of the user.
    UserRisk,
}

/// A reading of another document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum InterpretationField {
    /// A shared address always means the work account.
    SharedAddressIsWork,
    /// The days after which a link expires.
    LinkExpiresAfterDays,
    /// A link works once.
    LinkWorksOnce,
    /// Terms of use at the first sign-in only.
    TermsAtFirstSignInOnly,
    /// Passwords for unmanaged accounts.
    PasswordsForUnmanaged,
    /// Just-in-time creation works in the newer editions, too.
    JustInTimeCreationWorks,
    /// Failed attempts are in the audit log, too.
    AuditEveryAttempt,
}
