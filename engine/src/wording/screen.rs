//! Captions of the pages that are seen: by the guest, the inviter, and whoever acts between two attempts.

use crate::screen::Screen;

/// A page's caption.
pub fn screen(screen: Screen) -> &'static str {
    match screen {
        Screen::Invitation => "Inviting the guest",
        Screen::InvitationSent => "Guest invited",
        Screen::InvitationRefused => "Invitation refused",
        Screen::Operation => "Nothing the guest sees",
        Screen::LeaveOrganization => "Leave the organization",
        Screen::Left => "Organization left",
        Screen::NoMail => "No mail found",
        Screen::InvitationMail => "Invitation mail",
        Screen::NotificationMail => "Notification mail",
        Screen::EnterEmail => "Enter the email address",
        Screen::CommonEndpoint => "Sign-in at a common address",
        Screen::SignInOptions => "Sign-in at your tenant",
        Screen::AccountPicker => "Account picker",
        Screen::LiveSession => "Signed-in account",
        Screen::HomeTenantSignIn => "Sign-in at the home tenant",
        Screen::PartnerSignIn => "Sign-in at the partner's provider",
        Screen::GoogleSignIn => "Sign-in at Google",
        Screen::DeviceCode => "Code for another page",
        Screen::MicrosoftAccountSignIn => "Sign-in with a Microsoft account",
        Screen::EnterPasscode => "Enter the passcode",
        Screen::WrongPasscode => "Wrong passcode",
        Screen::PasscodeExpired => "Passcode expired",
        Screen::CreateMicrosoftAccount => "Create a Microsoft account",
        Screen::CreateWorkAccount => "Create a work account",
        Screen::CreatePassword => "Create a password",
        Screen::ReviewPermissions => "Review permissions",
        Screen::Multifactor => "Second factor",
        Screen::HomeMultifactor => "Second factor in the home tenant",
        Screen::MultifactorRegistration => "Register for multifactor authentication",
        Screen::TermsOfUse => "Terms of use",
        Screen::TermsOfUseOpened => "Terms of use, opened",
        Screen::ApplicationConsent => "Permissions of the application",
        Screen::AppsAccessPanel => "Apps access panel",
        Screen::App => "Redirected",
        Screen::SignedIn => "Already accepted",
        Screen::Error => "Error page",
        Screen::LinkExpired => "Link expired",
        Screen::LinkUsed => "Link used before",
        Screen::HomeTenantApps => "The guest's own tenant",
        Screen::Stopped => "The guest has stopped",
    }
}
