//! What a person or an administrator chooses between, in the words of the pages and of the admin center.

use super::{change, change_in, operation};
use crate::act::{Act, Operation, Prompt};
use crate::design::{Edition, EmailOneTimePasscode, FallbackProvider, FederationProtocol, PrimaryProvider, ResourceTenant};
use crate::guest::{TargetApp, WayIn};

/// What a prompt asks, as a sentence.
pub fn prompt(prompt: Prompt) -> &'static str {
    match prompt {
        Prompt::AccountChoice => "Which account does the guest pick?",
        Prompt::SignInOptions { .. } => "How does the guest sign in?",
        Prompt::LiveSession => "Which account does the guest go on with?",
        Prompt::Passcode { readable: true, expired: false } => "What does the guest enter?",
        Prompt::Passcode { readable: true, expired: true } => "The passcode is over thirty minutes old. What does the guest do?",
        Prompt::Passcode { readable: false, .. } => "The guest cannot read the invited mailbox. What do they do?",
        Prompt::CreateAccount { possible: true } => "Does the guest create the account?",
        Prompt::CreateAccount { possible: false } => "The guest cannot read the code that proves the address. What do they do?",
        Prompt::ReviewPermissions => "Does the guest accept?",
        Prompt::TermsOfUse { unread: true, .. } => "The document has to be opened first. What does the guest do?",
        Prompt::TermsOfUse { unread: false, .. } => "Does the guest accept the terms of use?",
        Prompt::Multifactor { registers: true } => "Does the guest register for multifactor authentication?",
        Prompt::Multifactor { registers: false } => "Does the guest complete multifactor authentication?",
        Prompt::DeviceCode => "Does the guest enter the code on another page?",
        Prompt::ApplicationConsent => "Does the guest consent to what the application asks for?",
        Prompt::Between => "What happens next?",
    }
}

/// An act as a button's label, where the place does not matter.
pub fn act(act: Act) -> String {
    match act {
        Act::ChooseWorkAccount => "Work or school account".to_owned(),
        Act::ChoosePersonalAccount => "Personal account".to_owned(),
        Act::SignInWithAddress => "Sign in with the email address".to_owned(),
        Act::SelectGoogle => "Sign in with Google".to_owned(),
        Act::SelectFederation(position) => format!("Sign in with provider {}", u32::from(position) + 1),
        Act::ContinueWithSession => "Go on with the signed-in account".to_owned(),
        Act::UseAnotherAccount => "Use another account".to_owned(),
        Act::EnterPasscode => "Enter the passcode".to_owned(),
        Act::EnterWrongPasscode => "Enter a wrong passcode".to_owned(),
        Act::ResendPasscode => "Resend code".to_owned(),
        Act::Wait(minutes) | Act::LetTimePass(minutes) => format!("Wait {}", duration(minutes)),
        Act::CreateAccount => "Create account".to_owned(),
        Act::Accept => "Accept".to_owned(),
        Act::Decline => "Decline".to_owned(),
        Act::GiveUp => "Close the page".to_owned(),
        Act::OpenDocument => "Open the document".to_owned(),
        Act::CompleteMultifactor => "Complete multifactor authentication".to_owned(),
        Act::EnterDeviceCode => "Enter the code on another page".to_owned(),
        Act::ComeIn => "Come for the first time".to_owned(),
        Act::TryAgain(way) => format!("Come again: {}", way_in(way).to_lowercase()),
        Act::OpenOldLink => "Open the link of the older mail".to_owned(),
        Act::ReturnInSameBrowser => "Come back in the same browser".to_owned(),
        Act::Invite => "Invite again".to_owned(),
        Act::InviteSecondAddress => operation(Operation::InviteSecondAddress).to_owned(),
        Act::ResendInvitation => operation(Operation::ResendInvitation).to_owned(),
        Act::DeleteGuest => operation(Operation::DeleteGuest).to_owned(),
        Act::DeletePermanently => operation(Operation::DeletePermanently).to_owned(),
        Act::RestoreGuest => operation(Operation::RestoreGuest).to_owned(),
        Act::ResetRedemption => operation(Operation::ResetRedemption).to_owned(),
        Act::ResetRedemptionToSecondAddress => operation(Operation::ResetRedemptionToSecondAddress).to_owned(),
        Act::LeaveOrganization => operation(Operation::LeaveOrganization).to_owned(),
        Act::Change(made) => change(made).into_owned(),
    }
}

/// An act as a button's label at a prompt, with the names that the design has for it.
pub fn act_in(resource: &ResourceTenant, at: Prompt, done: Act) -> String {
    match (at, done) {
        (Prompt::ReviewPermissions | Prompt::ApplicationConsent, Act::Decline) => "Cancel".to_owned(),
        (Prompt::Multifactor { registers: true }, Act::CompleteMultifactor) => "Register and complete it".to_owned(),
        (_, Act::Change(made)) => change_in(resource, made).into_owned(),
        (_, Act::SelectFederation(position)) => match resource.federations.get(usize::from(position)) {
            Some(federation) => format!("Sign in with {}", federation.display_name),
            None => act(done),
        },
        _ => act(done),
    }
}

/// So many minutes, in the largest unit that fits.
pub fn duration(minutes: u32) -> String {
    let (number, unit) = match minutes {
        0 => (0, "minute"),
        _ if minutes.is_multiple_of(24 * 60) => (minutes / (24 * 60), "day"),
        _ if minutes.is_multiple_of(60) => (minutes / 60, "hour"),
        _ => (minutes, "minute"),
    };
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

/// A way in.
pub fn way_in(way: WayIn) -> &'static str {
    match way {
        WayIn::EmailLink => "Link in the invitation mail",
        WayIn::DirectLink => "Direct link with the tenant's id",
        WayIn::CommonEndpoint => "Common endpoint",
        WayIn::CommonEndpointWithOrganization => "Common endpoint, Sign in to an organization",
    }
}

/// An app.
pub fn target_app(app: TargetApp) -> &'static str {
    match app {
        TargetApp::AppsAccessPanel => "Apps access panel (My Apps)",
        TargetApp::MultitenantApp => "Multitenant app",
        TargetApp::SingleTenantApp => "Single-tenant app",
    }
}

/// An edition.
pub fn edition(edition: Edition) -> &'static str {
    match edition {
        Edition::Y2019 => "June 2019",
        Edition::Y2021 => "May 2021",
        Edition::Y2024 => "March 2024",
        Edition::Y2026 => "April 2026",
    }
}

/// A primary identity provider, as the admin center names it.
pub fn primary(provider: PrimaryProvider) -> &'static str {
    match provider {
        PrimaryProvider::AzureActiveDirectory => "Microsoft Entra ID",
        PrimaryProvider::ExternalFederation => "SAML/WS-Fed identity providers",
        PrimaryProvider::SocialIdentityProviders => "Social identity providers",
    }
}

/// A fallback, in words.
pub fn fallback(provider: FallbackProvider) -> &'static str {
    match provider {
        FallbackProvider::DefaultConfiguredIdp => "Microsoft account or email one-time passcode",
        FallbackProvider::EmailOneTimePasscode => "Email one-time passcode only",
        FallbackProvider::MicrosoftAccount => "Microsoft account only",
    }
}

/// The passcode setting.
pub fn email_one_time_passcode(setting: EmailOneTimePasscode) -> &'static str {
    match setting {
        EmailOneTimePasscode::Default => "Not set (default)",
        EmailOneTimePasscode::Enabled => "Yes",
        EmailOneTimePasscode::Disabled => "No",
    }
}

/// A federation's protocol.
pub fn protocol(protocol: FederationProtocol) -> &'static str {
    match protocol {
        FederationProtocol::Saml => "SAML",
        FederationProtocol::WsFed => "WS-Fed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_told_in_the_largest_unit_that_fits() {
        let told: Vec<String> = [1, 30, 60, 90, 1440, 57_600].map(duration).to_vec();
        assert_eq!(told, ["1 minute", "30 minutes", "1 hour", "90 minutes", "1 day", "40 days"]);
    }

    #[test]
    fn saying_no_is_cancel_where_the_page_says_so() {
        let resource = ResourceTenant::default();
        assert_eq!(act_in(&resource, Prompt::ReviewPermissions, Act::Decline), "Cancel");
        assert_eq!(act_in(&resource, Prompt::TermsOfUse { number: 0, unread: false }, Act::Decline), "Decline");
    }
}
