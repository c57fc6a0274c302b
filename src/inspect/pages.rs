//! What is written on each simulated page, in our own words and by edition.
//!
//! Plain text only: no links out, no input fields, no art. The buttons are added by the frame.

use leptos::prelude::*;
use redemption_engine::design::{Edition, IdentityProvider};
use redemption_engine::screen::Screen;
use redemption_engine::wording;

use super::scene::{Scene, provider_host};

/// The label of the button that goes on where nobody is asked; `None` where the page is an end.
pub(super) fn way_on(scene: &Scene) -> Option<&'static str> {
    match scene.screen {
        Screen::InvitationMail if scene.edition == Edition::Y2019 => Some("Get Started"),
        Screen::InvitationMail => Some("Accept invitation"),
        Screen::NotificationMail => Some("Open the app's link"),
        Screen::EnterEmail | Screen::CommonEndpoint => Some("Next"),
        Screen::HomeTenantSignIn | Screen::PartnerSignIn | Screen::GoogleSignIn | Screen::MicrosoftAccountSignIn => {
            Some("Sign in")
        }
        Screen::SignInOptions
        | Screen::AccountPicker
        | Screen::LiveSession
        | Screen::EnterPasscode
        | Screen::WrongPasscode
        | Screen::PasscodeExpired
        | Screen::CreateMicrosoftAccount
        | Screen::CreateWorkAccount
        | Screen::ReviewPermissions
        | Screen::TermsOfUse => Some("Continue"),
        Screen::AppsAccessPanel | Screen::App | Screen::SignedIn | Screen::Error | Screen::HomeTenantApps | Screen::Stopped => {
            None
        }
    }
}

/// The text in the simulated address bar.
pub(super) fn address(scene: &Scene) -> String {
    match scene.screen {
        Screen::InvitationMail | Screen::NotificationMail => format!("Mailbox of {}", scene.invited),
        Screen::EnterEmail | Screen::SignInOptions => format!("https://myapps.microsoft.com/{}", scene.resource_domain),
        Screen::CommonEndpoint | Screen::HomeTenantApps => "https://myapps.microsoft.com".to_owned(),
        Screen::PartnerSignIn => format!("https://{}", provider_host(IdentityProvider::ExternalFederation, scene)),
        Screen::GoogleSignIn => format!("https://{}", provider_host(IdentityProvider::Google, scene)),
        Screen::MicrosoftAccountSignIn | Screen::CreateMicrosoftAccount => {
            format!("https://{}", provider_host(IdentityProvider::MicrosoftAccount, scene))
        }
        Screen::AppsAccessPanel => format!("https://myapps.microsoft.com/{}", scene.resource_domain),
        Screen::App | Screen::SignedIn => scene.landing.clone(),
        Screen::Stopped => "closed".to_owned(),
        Screen::AccountPicker
        | Screen::LiveSession
        | Screen::HomeTenantSignIn
        | Screen::EnterPasscode
        | Screen::WrongPasscode
        | Screen::PasscodeExpired
        | Screen::CreateWorkAccount
        | Screen::ReviewPermissions
        | Screen::TermsOfUse
        | Screen::Error => format!("https://{}", provider_host(IdentityProvider::AzureActiveDirectory, scene)),
    }
}

/// The page's text.
pub(super) fn page(scene: &Scene) -> AnyView {
    let scene = scene.clone();
    match scene.screen {
        Screen::InvitationMail => mail(scene).into_any(),
        Screen::NotificationMail => sheet(
            format!("You now have access to {}", scene.resource_name),
            vec![
                format!("To {}", scene.invited),
                format!("{} has added you as a guest. You need not accept anything: open the app when you want to use it.", scene.resource_name),
            ],
        ),
        Screen::EnterEmail => sheet(
            format!("Sign in to {}", scene.resource_name),
            vec!["Enter the email address you were invited with.".to_owned(), entered(&scene.typed)],
        ),
        Screen::CommonEndpoint => sheet(
            "Sign in".to_owned(),
            vec![
                entered(&scene.typed),
                "Sign-in options › Sign in to an organization asks for the domain of the organization that invited you.".to_owned(),
            ],
        ),
        Screen::SignInOptions => sheet(
            format!("Sign in to {}", scene.resource_name),
            vec!["Use your email address, or an identity provider this organization has set up.".to_owned()],
        ),
        Screen::AccountPicker => sheet(
            "Which account?".to_owned(),
            vec![
                format!("{} is the name of two accounts.", scene.typed),
                "One was made by an IT department, the other by you.".to_owned(),
            ],
        ),
        Screen::LiveSession => sheet(
            "Pick an account".to_owned(),
            vec![format!("{} is signed in in this browser.", scene.work_account)],
        ),
        Screen::HomeTenantSignIn => sheet(
            scene.home_name.clone(),
            vec![
                format!("Signing in as {}", scene.work_account),
                format!("{} checks the credentials; {} never sees them.", scene.home_name, scene.resource_name),
            ],
        ),
        Screen::PartnerSignIn => sheet(
            scene.partner_name.clone(),
            vec![
                format!("Signing in as {}", scene.typed),
                format!("The page and the credentials are those of {}.", scene.partner_name),
            ],
        ),
        Screen::GoogleSignIn => sheet(
            "Google account".to_owned(),
            vec![format!("Signing in as {}", scene.google_account), format!("to continue to {}", scene.resource_name)],
        ),
        Screen::MicrosoftAccountSignIn => sheet(
            "Personal Microsoft account".to_owned(),
            vec![format!("Signing in as {}", scene.microsoft_account)],
        ),
        Screen::EnterPasscode => passcode(&scene, None),
        Screen::WrongPasscode => passcode(&scene, Some("That code is not right.")),
        Screen::PasscodeExpired => passcode(&scene, Some("That code is no longer valid. Ask for a new one.")),
        Screen::CreateMicrosoftAccount => sheet(
            "Create a Microsoft account".to_owned(),
            vec![
                format!("There is no account yet for {}.", scene.invited),
                "The guest makes a personal account with this address: confirm the address, give name and country, choose credentials.".to_owned(),
            ],
        ),
        Screen::CreateWorkAccount => sheet(
            "Create an account".to_owned(),
            vec![
                format!("A code was sent to {} to prove that the address is yours.", scene.invited),
                "With the code, the account is made.".to_owned(),
            ],
        ),
        Screen::ReviewPermissions => permissions(scene).into_any(),
        Screen::TermsOfUse => sheet(
            format!("{} terms of use", scene.resource_name),
            vec![
                format!("{} ({} of {})", scene.terms_name, scene.terms_number.0, scene.terms_number.1),
                "Read the document and accept it to get access.".to_owned(),
            ],
        ),
        Screen::AppsAccessPanel => sheet(
            "Apps".to_owned(),
            vec![
                format!("{} in {}", scene.guest_name, scene.resource_name),
                "The apps this guest can open are listed here.".to_owned(),
            ],
        ),
        Screen::App => sheet("Redirected".to_owned(), vec![format!("The guest lands on: {}", scene.landing)]),
        Screen::SignedIn => sheet(
            "Straight to the app".to_owned(),
            vec!["The invitation had been accepted before, so no consent page is shown.".to_owned()],
        ),
        Screen::HomeTenantApps => sheet(
            format!("Apps of {}", scene.home_name),
            vec![format!("The guest is in their own organization. {} is not reached, and nothing is redeemed.", scene.resource_name)],
        ),
        Screen::Error => error(&scene),
        Screen::Stopped => sheet(
            scene.outcome.map_or("Stopped", wording::outcome).to_owned(),
            vec![scene.outcome.map_or("", wording::outcome_text).to_owned()],
        ),
    }
}

fn sheet(title: String, lines: Vec<String>) -> AnyView {
    view! {
        <div class="sheet">
            <p class="sheet__title">{title}</p>
            {lines.into_iter().map(|line| view! { <p class="sheet__line">{line}</p> }).collect_view()}
        </div>
    }
    .into_any()
}

fn entered(name: &str) -> String {
    format!("Typed: {name}")
}

fn mail(scene: Scene) -> impl IntoView {
    let (sender, subject) = match scene.edition {
        Edition::Y2026 => (
            format!("Microsoft Invitations on behalf of {}", scene.resource_domain),
            format!("You are invited to collaborate with {}", scene.resource_domain),
        ),
        Edition::Y2019 | Edition::Y2021 | Edition::Y2024 => {
            ("Microsoft Invitations".to_owned(), format!("You are invited to use applications of {}", scene.resource_name))
        }
    };
    view! {
        <div class="sheet">
            <dl class="sheet__head">
                <dt>"From"</dt><dd>{sender}</dd>
                <dt>"To"</dt><dd>{scene.invited}</dd>
                <dt>"Subject"</dt><dd>{subject}</dd>
            </dl>
            <p class="sheet__line">
                {format!("{} has invited you. Only act on this mail if you trust the organization.", scene.resource_name)}
            </p>
        </div>
    }
}

fn passcode(scene: &Scene, complaint: Option<&'static str>) -> AnyView {
    let expired = scene.screen == Screen::PasscodeExpired;
    let complaint = complaint.map(|complaint| view! { <p class="sheet__line sheet__line--bad">{complaint}</p> });
    view! {
        <div class="sheet">
            <p class="sheet__title">"Enter code"</p>
            {complaint}
            <p class="sheet__line">{format!("A one-time passcode was mailed to {}.", scene.invited)}</p>
            {(!expired).then(|| view! { <p class="sheet__line">"A code is valid for 30 minutes."</p> })}
        </div>
    }
    .into_any()
}

fn permissions(scene: Scene) -> impl IntoView {
    let shared = match scene.edition {
        Edition::Y2019 | Edition::Y2021 => None,
        Edition::Y2024 | Edition::Y2026 => Some(
            "Shared are parts of your account: name, photo, email address and directory identifiers. The organization may use them to manage your account and to improve working across organizations.",
        ),
    };
    let privacy = match scene.privacy {
        (Some(statement), _) => format!("Privacy statement: {statement}"),
        (None, Some(contact)) => format!("Privacy contact: {contact}"),
        (None, None) => format!("{} has not provided links to its privacy statement.", scene.resource_name),
    };
    view! {
        <div class="sheet">
            <p class="sheet__title">"Review permissions"</p>
            <p class="sheet__line sheet__line--strong">{format!("{} ({})", scene.resource_name, scene.resource_domain)}</p>
            <p class="sheet__line">"asks you to allow it to:"</p>
            <ul class="sheet__list">
                <li>"receive your profile data"</li>
                <li>"collect and log what you do there"</li>
                <li>"use both"</li>
            </ul>
            {shared.map(|shared| view! { <p class="sheet__line">{shared}</p> })}
            <p class="sheet__line">{privacy}</p>
            <p class="sheet__line">"Accept only if you trust the organization."</p>
        </div>
    }
}

fn error(scene: &Scene) -> AnyView {
    let Some(outcome) = scene.outcome else { return ().into_any() };
    view! {
        <div class="sheet">
            <p class="sheet__title">"We can't sign you in"</p>
            {outcome.error_code().map(|code| view! { <p class="sheet__line sheet__line--code">{code}</p> })}
            <p class="sheet__line sheet__line--strong">{wording::outcome(outcome)}</p>
            <p class="sheet__line">{wording::outcome_text(outcome)}</p>
        </div>
    }
    .into_any()
}
