//! What a guest reads, in English.

use super::Text;
use crate::flow::Outcome;

pub(super) fn text(text: Text<'_>) -> String {
    match text {
        Text::Next => "Next".to_owned(),
        Text::SignIn => "Sign in".to_owned(),
        Text::Continue => "Continue".to_owned(),
        Text::AcceptInvitation => "Accept invitation".to_owned(),
        Text::GetStarted => "Get Started".to_owned(),
        Text::OpenAppLink => "Open the app's link".to_owned(),
        Text::LookAgain => "Look again".to_owned(),
        Text::Leave => "Leave".to_owned(),
        Text::SendCode => "Send code".to_owned(),
        Text::WorkAccount => "Work or school account".to_owned(),
        Text::PersonalAccount => "Personal account".to_owned(),
        Text::WithAddress => "Sign in with the email address".to_owned(),
        Text::WithGoogle => "Sign in with Google".to_owned(),
        Text::WithProvider { provider } => format!("Sign in with {provider}"),
        Text::WithSession => "Go on with the signed-in account".to_owned(),
        Text::AnotherAccount => "Use another account".to_owned(),
        Text::EnterPasscode => "Enter the passcode".to_owned(),
        Text::ResendCode => "Resend code".to_owned(),
        Text::CreateAccount => "Create account".to_owned(),
        Text::Accept => "Accept".to_owned(),
        Text::Cancel => "Cancel".to_owned(),
        Text::Decline => "Decline".to_owned(),
        Text::OpenDocument => "Open the document".to_owned(),
        Text::GiveFactor => "Complete multifactor authentication".to_owned(),
        Text::RegisterFactor => "Register and complete it".to_owned(),
        Text::EnterDeviceCode => "Enter the code on another page".to_owned(),

        Text::Mailbox { address } => format!("Mailbox of {address}"),
        Text::Closed => "closed".to_owned(),

        Text::From => "From".to_owned(),
        Text::To => "To".to_owned(),
        Text::Subject => "Subject".to_owned(),
        Text::NotDocumented => "not named in the documents".to_owned(),
        Text::SubjectAccess { inviter } => format!("{inviter} invited you to access applications within their organization"),
        Text::SubjectCollaborate { inviter, domain } => format!("{inviter} invited you to collaborate with {domain}"),
        Text::ExpectedOnly => "Only accept an invitation that you were expecting.".to_owned(),
        Text::Invites { inviter, organization, domain } => {
            format!("{inviter} of {organization} ({domain}) invites you to be a guest.")
        }
        Text::AfterAccepting => "After accepting, you come to:".to_owned(),
        Text::PrivacyStatementOf { organization } => format!("Privacy statement of {organization}"),
        Text::NoPrivacyStatement { organization } => format!("{organization} has given no privacy statement."),
        Text::BlockInvitations { organization } => format!("Block future invitations of {organization}"),
        Text::MadeGuest { organization } => format!("{organization} has made you a guest of its directory."),
        Text::NothingToAccept => {
            "There is nothing to accept. Open the organization's apps by a link that names it.".to_owned()
        }
        Text::TypeCode { organization } => format!("Type this code on the sign-in page of {organization}."),
        Text::PasscodeStandsHere => "( the passcode; no document names its length )".to_owned(),
        Text::CodeIsValid { minutes } => format!("It is valid for {minutes} minutes."),
        Text::CodeWasValid { minutes } => format!("It was valid for {minutes} minutes, which are over."),

        Text::NoInvitation => "No invitation here".to_owned(),
        Text::NoInvitationOf { organization } => format!("Among the mails is no invitation of {organization}."),
        Text::MailMayBe => "It may lie in the spam folder, be held back on the way, or never have been sent.".to_owned(),

        Text::SignInTitle => "Sign in".to_owned(),
        Text::SignInTo { organization } => format!("Sign in to {organization}"),
        Text::EnterInvited => "Enter the email address you were invited with.".to_owned(),
        Text::Typed { name } => format!("Typed: {name}"),
        Text::SignInOptions => "Sign-in options".to_owned(),
        Text::SignInToOrganization => "Sign in to an organization".to_owned(),
        Text::AddressOrProvider => "Use your email address, or an identity provider this organization has set up.".to_owned(),
        Text::WhichAccount => "Which account?".to_owned(),
        Text::TwoAccounts { name } => format!("{name} is the name of two accounts."),
        Text::ByWhom => "One was made by an IT department, the other by you.".to_owned(),
        Text::PickAccount => "Pick an account".to_owned(),
        Text::SignedInHere { account } => format!("{account} is signed in in this browser."),
        Text::SigningInAs { account } => format!("Signing in as {account}"),
        Text::NoPasswordField => "The simulation has no field for credentials; the button enters them.".to_owned(),
        Text::GoogleAccount => "Google account".to_owned(),
        Text::ContinueTo { organization } => format!("to continue to {organization}"),
        Text::PersonalMicrosoftAccount => "Personal Microsoft account".to_owned(),
        Text::OtherPage => "Sign in on another page".to_owned(),
        Text::NotInWebView => "Google does not sign anybody in inside this app's own web-view.".to_owned(),
        Text::UseDeviceCode => "Open microsoft.com/devicelogin in a browser, enter this code and sign in there:".to_owned(),
        Text::SendCodeTitle => "Verify your email address".to_owned(),
        Text::CodeWillBeMailed { address } => format!("A one-time passcode will be mailed to {address}."),
        Text::EnterCode => "Enter code".to_owned(),
        Text::CodeMailed { address } => format!("A one-time passcode was mailed to {address}."),
        Text::WrongCode => "That code is not right.".to_owned(),
        Text::OldCode => "That code is no longer valid. Ask for a new one.".to_owned(),

        Text::CreateMicrosoftAccount => "Create a Microsoft account".to_owned(),
        Text::NoAccountYet { address } => format!("There is no account yet for {address}. In a few steps you make one:"),
        Text::StepConfirm => "Confirm that the address is yours.".to_owned(),
        Text::StepName => "Give your name and country.".to_owned(),
        Text::StepCredentials => "Choose how you sign in from now on.".to_owned(),
        Text::CreateWorkAccount => "Create an account".to_owned(),
        Text::CodeProves { address } => format!("A code was sent to {address} to prove that the address is yours."),
        Text::StepCode => "Enter the code from the mail.".to_owned(),
        Text::StepMade => "With the code, the account is made.".to_owned(),
        Text::CreatePassword => "Create a password".to_owned(),
        Text::For { address } => format!("For {address}"),
        Text::ChoosePassword => "Choose a new password.".to_owned(),

        Text::ProveYourself => "Prove that it is you".to_owned(),
        Text::SetUpFactor => "Set up a second factor".to_owned(),
        Text::AsksForFactor { tenant } => format!("{tenant} asks for multifactor authentication."),
        Text::UseFactor => "Prove yourself with your second factor.".to_owned(),
        Text::RegisterMethod => "Register a method such as an app or a phone number, and prove yourself with it.".to_owned(),

        Text::ReviewPermissions => "Review permissions".to_owned(),
        Text::AsksYouToAllow => "asks you to allow it to:".to_owned(),
        Text::ReceiveProfile => "receive your profile data".to_owned(),
        Text::CollectActivity => "collect and log what you do there".to_owned(),
        Text::UseBoth => "use both".to_owned(),
        Text::WhatIsShared => "Shared are parts of your account: name, photo, email address and directory identifiers. The organization may use them to manage your account and to improve working across organizations.".to_owned(),
        Text::PrivacyStatement { address } => format!("Privacy statement: {address}"),
        Text::PrivacyContact { contact } => format!("Privacy contact: {contact}"),
        Text::NoTermsLinks { organization } => format!("{organization} has not provided links to its terms."),
        Text::OnlyIfTrusted => "Accept only if you trust the organization.".to_owned(),
        Text::ManageLater => "You can leave it later at myaccount.microsoft.com/organizations.".to_owned(),
        Text::NotTheService { organization } => format!("It is {organization} that shares something with you, not Microsoft."),
        Text::TermsOf { organization } => format!("{organization} terms of use"),
        Text::TermsNumber { name, number, of, language } => format!("{name} ({number} of {of}), document in {language}"),
        Text::OpenFirst => "Open the document before you accept it.".to_owned(),
        Text::ReadAndAccept => "Read the document and accept it to get access.".to_owned(),
        Text::DocumentOf { organization, language } => format!("The document of {organization} stands here, in {language}."),
        Text::LanguageName { tag } => match primary(tag).as_str() {
            "en" => "English".to_owned(),
            "de" => "German".to_owned(),
            "fr" => "French".to_owned(),
            "es" => "Spanish".to_owned(),
            "it" => "Italian".to_owned(),
            "ja" => "Japanese".to_owned(),
            _ => format!("the language {tag}"),
        },
        Text::ApplicationAsks => "The application asks for permissions".to_owned(),
        Text::ApplicationOf { application, organization } => format!("{application} of {organization}"),
        Text::ApplicationWants { application } => format!("{application} wants to act for you and to read data in your name."),

        Text::Apps => "Apps".to_owned(),
        Text::GuestIn { guest, organization } => format!("{guest} in {organization}"),
        Text::AppsAreListed => "The apps that you can open stand here.".to_owned(),
        Text::Redirected => "You are being redirected".to_owned(),
        Text::YouAreAt { address } => format!("You land on: {address}"),
        Text::StraightToApp => "Straight to the app".to_owned(),
        Text::AcceptedBefore => "The invitation had been accepted before, so no consent page is shown.".to_owned(),
        Text::NothingShown => "Nothing is shown".to_owned(),
        Text::BothRedeem { home, organization } => {
            format!("{home} and {organization} redeem invitations automatically: Review permissions is left out.")
        }
        Text::AppsOf { organization } => format!("Apps of {organization}"),
        Text::OwnOrganization { organization } => {
            format!("You are in your own organization. {organization} is not reached, and nothing is redeemed.")
        }
        Text::HomeOrganization => "Home organization".to_owned(),
        Text::PartnersProvider => "Partner".to_owned(),

        Text::LeaveTitle { organization } => format!("Leave {organization}"),
        Text::OrganizationIs { organization, domain } => format!("Organization: {organization} ({domain})"),
        Text::LeavingDeletes => "Leaving deletes the guest object; an administrator can restore it for 30 days.".to_owned(),
        Text::CannotLeave { contact } => format!("You cannot leave by yourself. Ask {contact}."),
        Text::AnAdministrator => "an administrator".to_owned(),
        Text::LeftTitle { organization } => format!("{organization} is no longer in your list"),
        Text::LeftText => "You have left. The guest object is deleted and can be restored for 30 days.".to_owned(),

        Text::CannotSignIn => "We can't sign you in".to_owned(),
        Text::LinkExpired => "This link has expired".to_owned(),
        Text::LinkUsed => "This link has been used already".to_owned(),
        Text::PageClosed => "The page is closed".to_owned(),
        Text::CorrelationId => "Correlation ID".to_owned(),
        Text::Timestamp => "Timestamp".to_owned(),
        Text::MadeUp { id } => format!("{id} (made up)"),
        Text::Simulated { time } => format!("{time} (simulated)"),
    }
}

fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_lowercase()
}

pub(super) fn end(outcome: Outcome) -> Option<&'static str> {
    Some(match outcome {
        Outcome::LinkExpired => "The link in the mail is too old. Ask for a new invitation.",
        Outcome::LinkUsed => "The link in the mail works once. Ask for a new invitation.",
        Outcome::DomainBlocked => "The organization no longer takes guests of your domain.",
        Outcome::CloudNotAllowed => "Your account is in a cloud that is not open to this organization.",
        Outcome::NoProviderInCloud => "There is no way to sign in here with this address.",
        Outcome::OutboundBlocked => "Your organization does not let you work with this one.",
        Outcome::InboundBlocked => "This organization does not let you in.",
        Outcome::TenantRestricted => "Your network or device does not let you sign in to this organization.",
        Outcome::HomeAccountDisabled => "Your account is disabled.",
        Outcome::BlockedByHomeTenant => "Your organization does not allow this sign-in.",
        Outcome::HomeAccountRecreated => "This is not the account that accepted the invitation.",
        Outcome::ProviderRemoved => "The way you signed in before is no longer set up here.",
        Outcome::TokenInvalid => "The answer of your organization's sign-in cannot be validated.",
        Outcome::MailClaimMissing => "The answer of your organization's sign-in has no email address.",
        Outcome::MailClaimOutsideDomain => {
            "The email address in the answer of your organization's sign-in is not of its domains."
        }
        Outcome::RealmMissing => "The answer of your organization's sign-in does not say whose it is.",
        Outcome::RealmUnknown => "The answer comes from an issuer that is not known here.",
        Outcome::GoogleError => "Google refused the request.",
        Outcome::GoogleFailsForNow => "Google could not answer now. Try again.",
        Outcome::GoogleRefusesCode => "Google did not take the code of this sign-in.",
        Outcome::GoogleRefusesRefreshToken => "Google did not take the token of an earlier sign-in.",
        Outcome::WebViewRefused => "Google does not let you sign in inside this app.",
        Outcome::BlockedByPolicy => "A policy of the organization does not let you in.",
        Outcome::MultifactorNotDone => "You left without giving a second factor.",
        Outcome::MultifactorNotRegistered => "You left without registering a second factor.",
        Outcome::RegistrationBlockedByRisk => "You cannot register a second factor now, because the sign-in counts as risky.",
        Outcome::DeviceNotCompliant => "You need a device that meets your organization's rules.",
        Outcome::DeviceNotJoined => "You need a device that is joined to your organization.",
        Outcome::UserRiskBlocks => "Your account counts as risky. Your own organization has to see to it.",
        Outcome::ApplicationBlocked => "You are signed in, but this application is not open to you.",
        Outcome::NotAssigned => "You are signed in, but you are not assigned to this application.",
        Outcome::AdminConsentMissing => "An administrator has to approve the application first.",
        Outcome::ApplicationConsentDeclined => "You did not consent to what the application asks for.",
        Outcome::WrongEndpoint => "This account does not exist in the tenant that this address leads to.",
        Outcome::GuestNotFound => "There is no guest with this address here.",
        Outcome::ContactConflict => "There is no guest with this address here. Use the link in your invitation.",
        Outcome::GuestDisabled => "Your guest account is disabled.",
        Outcome::SignInNameNotUpn => "Your organization does not know this sign-in name.",
        Outcome::NoAccountAtProvider => "There is no account with this name.",
        Outcome::NotTheirAccount => "The sign-in failed: this account is not yours.",
        Outcome::AccountMismatch => "The account that you signed in with is not the invited one.",
        Outcome::LiveSessionAccount => "The signed-in account cannot accept this invitation. Use another one.",
        Outcome::PasscodeOff => "There is no way to sign in here with this address.",
        Outcome::PasscodeNotEntered => "You left without entering a valid code. Nothing has changed.",
        Outcome::CreationNeedsMailLink => "A new account is needed. Use the link in your invitation.",
        Outcome::NoAccountForVerifiedDomain => {
            "Your domain belongs to an organization, so no personal account can be made with it."
        }
        Outcome::JustInTimeCreationOff => {
            "Your organization does not let accounts be made by email. Ask its administrator for one."
        }
        Outcome::JustInTimeCreationGone => "You have no account in your organization. Ask its administrator for one.",
        Outcome::AccountNotCreated => "You did not create the account. The invitation stays open.",
        Outcome::PermissionsDeclined => "You did not accept the permissions. The invitation stays open.",
        Outcome::TermsDeclined => "You did not accept the terms of use, so you have no access.",
        Outcome::Invited
        | Outcome::InviterNotAllowed
        | Outcome::AddressNotAllowed
        | Outcome::AddressTaken
        | Outcome::AddressInOwnDomain
        | Outcome::InternalUserSynced
        | Outcome::DomainNotInvitable
        | Outcome::InvitationBlocked
        | Outcome::InvitationCloudBlocked
        | Outcome::Done
        | Outcome::NotOffered
        | Outcome::MailNotFound
        | Outcome::Redeemed
        | Outcome::SignedIn
        | Outcome::SentToHomeTenant => return None,
    })
}
