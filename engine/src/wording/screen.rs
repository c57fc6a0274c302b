//! Captions of the pages that a guest sees.

use crate::screen::Screen;

/// A page's caption.
pub fn screen(screen: Screen) -> &'static str {
    match screen {
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
        Screen::MicrosoftAccountSignIn => "Sign-in with a Microsoft account",
        Screen::EnterPasscode => "Enter the passcode",
        Screen::WrongPasscode => "Wrong passcode",
        Screen::PasscodeExpired => "Passcode expired",
        Screen::CreateMicrosoftAccount => "Create a Microsoft account",
        Screen::CreateWorkAccount => "Create a work account",
        Screen::ReviewPermissions => "Review permissions",
        Screen::TermsOfUse => "Terms of use",
        Screen::AppsAccessPanel => "Apps access panel",
        Screen::App => "Redirected",
        Screen::SignedIn => "Already accepted",
        Screen::Error => "Error page",
        Screen::HomeTenantApps => "The guest's own tenant",
        Screen::Stopped => "The guest has stopped",
    }
}
