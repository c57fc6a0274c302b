//! What a person or an administrator chooses between, in the words of the pages and of the admin center.

use crate::act::{Act, Prompt};
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
        Prompt::TermsOfUse(_) => "Does the guest accept the terms of use?",
        Prompt::TryAgain => "Does the guest come again?",
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
        Act::Wait(minutes) => format!("Wait {minutes} minutes"),
        Act::CreateAccount => "Create account".to_owned(),
        Act::Accept => "Accept".to_owned(),
        Act::Decline => "Decline".to_owned(),
        Act::GiveUp => "Close the page".to_owned(),
        Act::TryAgain(way) => format!("Come again: {}", way_in(way).to_lowercase()),
    }
}

/// An act as a button's label at a prompt, with the names that the design has for it.
pub fn act_in(resource: &ResourceTenant, at: Prompt, done: Act) -> String {
    match (at, done) {
        (Prompt::ReviewPermissions, Act::Decline) => "Cancel".to_owned(),
        (_, Act::SelectFederation(position)) => match resource.federations.get(usize::from(position)) {
            Some(federation) => format!("Sign in with {}", federation.display_name),
            None => act(done),
        },
        _ => act(done),
    }
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
