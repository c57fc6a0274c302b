//! Every word that a guest reads, on pages and in mails: which texts there are, and the languages they are written in.
//!
//! A language is a file below `guest/` that matches every text and every end, so that a missing one does not compile. The words of
//! whoever uses the simulator are not here. A language is handed around as a value: what is never asked for is left out of a program.

mod de;
mod en;

use crate::flow::Outcome;

/// Declares the texts with the names that each of them has room for.
macro_rules! texts {
    ($($(#[$about:meta])* $name:ident $({ $($slot:ident),+ })?,)+) => {
        /// A text that a guest reads, with the names that it mentions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Text<'a> {
            $($(#[$about])* $name $({
                $(#[doc = concat!("What stands for `", stringify!($slot), "`.")] $slot: &'a str,)+
            })?,)+
        }

        impl Text<'static> {
            /// Every text, each with its slots' own names in braces.
            pub const ALL: &'static [Self] = &[$(Self::$name $({ $($slot: concat!("{", stringify!($slot), "}")),+ })?,)+];
        }
    };
}

texts! {
    /// Button: on to the next page.
    Next,
    /// Button: sign in.
    SignIn,
    /// Button where nothing is asked.
    Continue,
    /// Button of the invitation mail.
    AcceptInvitation,
    /// Button of the invitation mail in the edition of 2019.
    GetStarted,
    /// Button after the notification mail.
    OpenAppLink,
    /// Button in a mailbox without the mail.
    LookAgain,
    /// Button: leave the organization.
    Leave,
    /// Button: have a passcode mailed.
    SendCode,
    /// Button: the work account.
    WorkAccount,
    /// Button: the personal account.
    PersonalAccount,
    /// Button: sign in with the address.
    WithAddress,
    /// Button: sign in with Google.
    WithGoogle,
    /// Button: sign in with a federation.
    WithProvider { provider },
    /// Button: go on with the signed-in account.
    WithSession,
    /// Button: type another name.
    AnotherAccount,
    /// Button: the passcode is entered.
    EnterPasscode,
    /// Button: a new passcode.
    ResendCode,
    /// Button: the account is created.
    CreateAccount,
    /// Button: accept.
    Accept,
    /// Button: not accepted.
    Cancel,
    /// Button: terms declined.
    Decline,
    /// Button: the document is opened.
    OpenDocument,
    /// Button: the second factor is given.
    GiveFactor,
    /// Button: a second factor is registered and given.
    RegisterFactor,
    /// Button: the device code is entered elsewhere.
    EnterDeviceCode,

    /// In the address bar: whose mailbox it is.
    Mailbox { address },
    /// In the address bar: the page is closed.
    Closed,

    /// Sender of a mail.
    From,
    /// Receiver of a mail.
    To,
    /// Subject of a mail.
    Subject,
    /// A part of a mail that no document names.
    NotDocumented,
    /// Subject of the invitation until 2025.
    SubjectAccess { inviter },
    /// Subject of the invitation since December 2025.
    SubjectCollaborate { inviter, domain },
    /// The invitation's warning.
    ExpectedOnly,
    /// The invitation's first sentence.
    Invites { inviter, organization, domain },
    /// Before the address where the guest lands.
    AfterAccepting,
    /// Link to the privacy statement.
    PrivacyStatementOf { organization },
    /// There is no privacy statement.
    NoPrivacyStatement { organization },
    /// Link that blocks invitations.
    BlockInvitations { organization },
    /// The notification's first sentence.
    MadeGuest { organization },
    /// The notification's second sentence.
    NothingToAccept,
    /// The passcode mail: where it is entered.
    TypeCode { organization },
    /// The passcode mail: a passcode stands here.
    PasscodeStandsHere,
    /// How long a passcode is valid.
    CodeIsValid { minutes },
    /// How long a passcode was valid that is too old now.
    CodeWasValid { minutes },

    /// Title: no mail.
    NoInvitation,
    /// What is not found.
    NoInvitationOf { organization },
    /// Where it may be.
    MailMayBe,

    /// Title: sign in, without a tenant.
    SignInTitle,
    /// Title: sign in to a tenant.
    SignInTo { organization },
    /// What is to be entered.
    EnterInvited,
    /// A name that has been typed.
    Typed { name },
    /// The link *Sign-in options*.
    SignInOptions,
    /// The link *Sign in to an organization*.
    SignInToOrganization,
    /// How one can sign in at the tenant.
    AddressOrProvider,
    /// Title of the account picker.
    WhichAccount,
    /// A name that two accounts have.
    TwoAccounts { name },
    /// Which of the two is which.
    ByWhom,
    /// Title: signed-in accounts.
    PickAccount,
    /// An account is signed in.
    SignedInHere { account },
    /// Which account signs in.
    SigningInAs { account },
    /// There is no field for a password.
    NoPasswordField,
    /// Title at Google.
    GoogleAccount,
    /// Where Google leads.
    ContinueTo { organization },
    /// Title at Microsoft.
    PersonalMicrosoftAccount,
    /// Title: another page.
    OtherPage,
    /// Google does not sign in here.
    NotInWebView,
    /// What to do with the device code.
    UseDeviceCode,
    /// Title: a passcode will be mailed.
    SendCodeTitle,
    /// Where the passcode will be mailed.
    CodeWillBeMailed { address },
    /// Title: a passcode is asked for.
    EnterCode,
    /// Where the passcode was mailed.
    CodeMailed { address },
    /// The passcode is wrong.
    WrongCode,
    /// The passcode is too old.
    OldCode,

    /// Title: a Microsoft account is created.
    CreateMicrosoftAccount,
    /// There is no account.
    NoAccountYet { address },
    /// Step: prove the address.
    StepConfirm,
    /// Step: name and country.
    StepName,
    /// Step: credentials.
    StepCredentials,
    /// Title: a work account is created.
    CreateWorkAccount,
    /// Why a code is mailed.
    CodeProves { address },
    /// Step: enter the code.
    StepCode,
    /// Step: the account is made.
    StepMade,
    /// Title: a password is created.
    CreatePassword,
    /// For which address.
    For { address },
    /// A new password is chosen.
    ChoosePassword,

    /// Title: a second factor.
    ProveYourself,
    /// Title: a second factor is registered.
    SetUpFactor,
    /// Who asks for a second factor.
    AsksForFactor { tenant },
    /// What is to be done with it.
    UseFactor,
    /// What is to be done to register it.
    RegisterMethod,

    /// Title of *Review permissions*.
    ReviewPermissions,
    /// What the organization asks for.
    AsksYouToAllow,
    /// It receives the profile.
    ReceiveProfile,
    /// It collects activity.
    CollectActivity,
    /// It uses both.
    UseBoth,
    /// What is shared since 2024.
    WhatIsShared,
    /// The privacy statement.
    PrivacyStatement { address },
    /// The privacy contact.
    PrivacyContact { contact },
    /// There is neither.
    NoTermsLinks { organization },
    /// The advice.
    OnlyIfTrusted,
    /// Where an organization can be left later.
    ManageLater,
    /// Who shares.
    NotTheService { organization },
    /// Title: terms of use.
    TermsOf { organization },
    /// Which terms, and in which language.
    TermsNumber { name, number, of, language },
    /// The document has to be opened.
    OpenFirst,
    /// The document can be opened.
    ReadAndAccept,
    /// The document.
    DocumentOf { organization, language },
    /// A language by its tag.
    LanguageName { tag },
    /// Title: an application's permissions.
    ApplicationAsks,
    /// Which application.
    ApplicationOf { application, organization },
    /// What it asks for.
    ApplicationWants { application },

    /// Title: the apps.
    Apps,
    /// Who is where.
    GuestIn { guest, organization },
    /// What stands there.
    AppsAreListed,
    /// Title: redirected.
    Redirected,
    /// Where to.
    YouAreAt { address },
    /// Title: accepted before.
    StraightToApp,
    /// Why nothing is asked.
    AcceptedBefore,
    /// Title: automatic redemption.
    NothingShown,
    /// Why nothing is shown.
    BothRedeem { home, organization },
    /// Title: the home tenant's apps.
    AppsOf { organization },
    /// The guest is at home.
    OwnOrganization { organization },
    /// A home tenant without a name.
    HomeOrganization,
    /// A partner's provider without a name.
    PartnersProvider,

    /// Title: leave.
    LeaveTitle { organization },
    /// Which organization.
    OrganizationIs { organization, domain },
    /// What leaving does.
    LeavingDeletes,
    /// Leaving is not possible.
    CannotLeave { contact },
    /// Whom to ask where no contact is named.
    AnAdministrator,
    /// Title: left.
    LeftTitle { organization },
    /// What leaving did.
    LeftText,

    /// Title of an error page.
    CannotSignIn,
    /// Title: the link is too old.
    LinkExpired,
    /// Title: the link was used.
    LinkUsed,
    /// Title: the page was closed.
    PageClosed,
    /// Heading of the correlation id.
    CorrelationId,
    /// Heading of the timestamp.
    Timestamp,
    /// An id that is made up.
    MadeUp { id },
    /// A simulated time.
    Simulated { time },
}

/// A language for guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
pub enum Tongue {
    /// English.
    #[strum(serialize = "en")]
    English,
    /// German.
    #[strum(serialize = "de")]
    German,
}

impl Tongue {
    /// The language of a tag such as `de-AT`; `None` where the words are not written in it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        tag.split('-').next().unwrap_or(tag).to_lowercase().parse().ok()
    }

    /// The tag.
    pub fn tag(self) -> &'static str {
        self.into()
    }

    /// The words of this language. Whoever loads languages later takes [`ENGLISH`] and [`GERMAN`] themselves.
    pub fn words(self) -> Words {
        match self {
            Self::English => ENGLISH,
            Self::German => GERMAN,
        }
    }
}

/// The words of a language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The language.
    pub tongue: Tongue,
    write: fn(Text<'_>) -> String,
    end: fn(Outcome) -> Option<&'static str>,
}

impl PartialEq for Words {
    /// Words are the same in the same language.
    fn eq(&self, other: &Self) -> bool {
        self.tongue == other.tongue
    }
}

impl Words {
    /// A text.
    pub fn text(&self, text: Text<'_>) -> String {
        (self.write)(text)
    }

    /// What the guest reads where it ends; `None` where the end has a page of its own, or none.
    pub fn end(&self, outcome: Outcome) -> Option<&'static str> {
        (self.end)(outcome)
    }
}

/// English.
pub const ENGLISH: Words = Words { tongue: Tongue::English, write: en::text, end: en::end };

/// German.
pub const GERMAN: Words = Words { tongue: Tongue::German, write: de::text, end: de::end };

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator;

    use super::*;

    /// The slots in braces that a text shows.
    fn slots(text: &str) -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
    }

    #[test]
    fn every_text_mentions_the_same_names_in_every_language() {
        for text in Text::ALL {
            let declared = slots(&format!("{text:?}").replace("{ ", "").replace(" }", ""));
            for tongue in Tongue::iter() {
                assert_eq!(slots(&tongue.words().text(*text)), declared, "{tongue:?}: {text:?}");
            }
        }
    }

    #[test]
    fn every_text_is_another_one_in_german() {
        let same: Vec<String> =
            Text::ALL.iter().filter(|text| ENGLISH.text(**text) == GERMAN.text(**text)).map(|text| ENGLISH.text(*text)).collect();
        assert_eq!(same, ["Apps"], "only what has the same word in both languages");
    }

    #[test]
    fn every_end_that_is_told_in_english_is_told_in_german_in_other_words() {
        for outcome in Outcome::iter() {
            let (english, german) = (ENGLISH.end(outcome), GERMAN.end(outcome));
            assert_eq!(english.is_some(), german.is_some(), "{outcome:?}");
            assert!(english.is_none() || english != german, "{outcome:?}");
        }
    }

    #[test]
    fn a_tag_with_a_region_has_its_languages_words_and_an_unknown_one_has_none() {
        assert_eq!(Tongue::of_tag("de-AT"), Some(Tongue::German));
        assert_eq!(Tongue::of_tag("EN"), Some(Tongue::English));
        assert_eq!(Tongue::of_tag("fr"), None);
        assert_eq!(Tongue::of_tag(""), None);
    }
}
