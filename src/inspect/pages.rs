//! What is written on each simulated page, in our own words and by edition: addresses and landing pages, and which page is which.
//!
//! Mails, sign-in and consent pages, errors and what administrators see stand in files of their own. The frame adds the buttons.

mod consent;
mod desk;
mod mail;
mod sign_in;
mod stop;

use redemption_engine::design::{Edition, IdentityProvider};
use redemption_engine::screen::{Screen, portal};
use redemption_engine::wording;

use super::scene::{Scene, provider_host};
use super::sheet::{Part, sheet};

/// The label of the button that goes on where nobody is asked; `None` where the page is an end.
pub(super) fn way_on(scene: &Scene) -> Option<&'static str> {
    if scene.outcome.is_some() {
        return None;
    }
    Some(match scene.screen {
        Screen::InvitationMail if scene.edition == Edition::Y2019 => "Get Started",
        Screen::InvitationMail => "Accept invitation",
        Screen::NotificationMail => "Open the app's link",
        Screen::Invitation => "Invite",
        Screen::LeaveOrganization => "Leave",
        Screen::NoMail => "Look again",
        Screen::EnterEmail | Screen::CommonEndpoint => "Next",
        Screen::HomeTenantSignIn | Screen::PartnerSignIn | Screen::GoogleSignIn | Screen::MicrosoftAccountSignIn => "Sign in",
        Screen::InvitationSent
        | Screen::InvitationRefused
        | Screen::Operation
        | Screen::Left
        | Screen::SignInOptions
        | Screen::AccountPicker
        | Screen::LiveSession
        | Screen::DeviceCode
        | Screen::EnterPasscode
        | Screen::WrongPasscode
        | Screen::PasscodeExpired
        | Screen::CreateMicrosoftAccount
        | Screen::CreateWorkAccount
        | Screen::CreatePassword
        | Screen::ReviewPermissions
        | Screen::Multifactor
        | Screen::HomeMultifactor
        | Screen::MultifactorRegistration
        | Screen::TermsOfUse
        | Screen::TermsOfUseOpened
        | Screen::ApplicationConsent => "Continue",
        Screen::AppsAccessPanel
        | Screen::App
        | Screen::SignedIn
        | Screen::Error
        | Screen::LinkExpired
        | Screen::LinkUsed
        | Screen::HomeTenantApps
        | Screen::Stopped => return None,
    })
}

/// The text in the simulated address bar.
pub(super) fn address(scene: &Scene) -> String {
    let at = |provider| format!("https://{}", provider_host(provider, scene));
    match scene.screen {
        Screen::Invitation | Screen::InvitationSent | Screen::InvitationRefused => portal(scene.edition).1.to_owned(),
        Screen::Operation => "not a page of the guest".to_owned(),
        Screen::LeaveOrganization | Screen::Left => "https://myaccount.microsoft.com/organizations".to_owned(),
        Screen::NoMail | Screen::InvitationMail | Screen::NotificationMail => format!("Mailbox of {}", scene.invited),
        Screen::EnterEmail | Screen::SignInOptions | Screen::AppsAccessPanel => {
            format!("https://myapps.microsoft.com/{}", scene.resource_domain)
        }
        Screen::CommonEndpoint | Screen::HomeTenantApps => "https://myapps.microsoft.com".to_owned(),
        Screen::PartnerSignIn => at(IdentityProvider::ExternalFederation),
        Screen::GoogleSignIn => at(IdentityProvider::Google),
        Screen::MicrosoftAccountSignIn | Screen::CreateMicrosoftAccount => at(IdentityProvider::MicrosoftAccount),
        Screen::App | Screen::SignedIn => scene.landing.clone(),
        Screen::LinkExpired | Screen::LinkUsed => "https://invitations.microsoft.com/redeem".to_owned(),
        Screen::Stopped => "closed".to_owned(),
        Screen::AccountPicker
        | Screen::LiveSession
        | Screen::HomeTenantSignIn
        | Screen::DeviceCode
        | Screen::EnterPasscode
        | Screen::WrongPasscode
        | Screen::PasscodeExpired
        | Screen::CreateWorkAccount
        | Screen::CreatePassword
        | Screen::ReviewPermissions
        | Screen::Multifactor
        | Screen::HomeMultifactor
        | Screen::MultifactorRegistration
        | Screen::TermsOfUse
        | Screen::TermsOfUseOpened
        | Screen::ApplicationConsent
        | Screen::Error => at(IdentityProvider::AzureActiveDirectory),
    }
}

/// What the page says.
pub(super) fn page(scene: &Scene) -> Vec<Part> {
    let resource = &scene.resource_name;
    match scene.screen {
        Screen::Invitation => desk::invitation(scene),
        Screen::InvitationSent => desk::sent(scene),
        Screen::InvitationRefused => desk::refused(scene),
        Screen::Operation => desk::operation(scene),
        Screen::LeaveOrganization => desk::leave(scene),
        Screen::Left => desk::left(scene),
        Screen::NoMail => mail::none(scene),
        Screen::InvitationMail => mail::invitation(scene),
        Screen::NotificationMail => mail::notification(scene),
        Screen::EnterEmail => sign_in::enter_email(scene),
        Screen::CommonEndpoint => sheet("Sign in", [sign_in::entered(&scene.typed), sign_in::organization_hint(scene.edition).to_owned()]),
        Screen::SignInOptions => sheet(
            format!("Sign in to {resource}"),
            ["Use your email address, or an identity provider this organization has set up.".to_owned()],
        ),
        Screen::AccountPicker => sheet(
            "Which account?",
            [
                format!("{} is the name of two accounts.", scene.typed),
                "One was made by an IT department, the other by you.".to_owned(),
            ],
        ),
        Screen::LiveSession => {
            sheet("Pick an account", [format!("{} is signed in in this browser.", scene.work_account)])
        }
        Screen::HomeTenantSignIn => sign_in::home_sign_in(scene),
        Screen::PartnerSignIn => sheet(
            scene.partner_name.clone(),
            [
                format!("Signing in as {}", scene.typed),
                format!("The page and the credentials are those of {}.", scene.partner_name),
            ],
        ),
        Screen::GoogleSignIn => sheet(
            "Google account",
            [format!("Signing in as {}", scene.google_account), format!("to continue to {resource}")],
        ),
        Screen::DeviceCode => sign_in::device_code(),
        Screen::MicrosoftAccountSignIn => {
            sheet("Personal Microsoft account", [format!("Signing in as {}", scene.microsoft_account)])
        }
        Screen::EnterPasscode => sign_in::passcode(scene, None),
        Screen::WrongPasscode => sign_in::passcode(scene, Some("That code is not right.")),
        Screen::PasscodeExpired => sign_in::passcode(scene, Some("That code is no longer valid. Ask for a new one.")),
        Screen::CreateMicrosoftAccount => sheet(
            "Create a Microsoft account",
            [
                format!("There is no account yet for {}.", scene.invited),
                "The guest makes a personal account with this address: confirm the address, give name and country, choose credentials."
                    .to_owned(),
            ],
        ),
        Screen::CreateWorkAccount => sheet(
            "Create an account",
            [
                format!("A code was sent to {} to prove that the address is yours.", scene.invited),
                "With the code, the account is made.".to_owned(),
            ],
        ),
        Screen::CreatePassword => sheet(
            "Create a password",
            [
                format!("For {}", scene.invited),
                "The guest chooses a new password here. The simulation has no field for it.".to_owned(),
            ],
        ),
        Screen::ReviewPermissions => consent::permissions(scene),
        Screen::Multifactor => sign_in::multifactor(resource, false),
        Screen::HomeMultifactor => sign_in::multifactor(scene.home(), false),
        Screen::MultifactorRegistration => sign_in::multifactor(resource, true),
        Screen::TermsOfUse => consent::terms(scene, false),
        Screen::TermsOfUseOpened => consent::terms(scene, true),
        Screen::ApplicationConsent => consent::application(scene),
        Screen::AppsAccessPanel => sheet(
            "Apps",
            [
                format!("{} in {resource}", scene.guest_name),
                "The apps this guest can open are listed here.".to_owned(),
            ],
        ),
        Screen::App => sheet("Redirected", [format!("The guest lands on: {}", scene.landing)]),
        Screen::SignedIn => sheet(
            "Straight to the app",
            ["The invitation had been accepted before, so no consent page is shown.".to_owned()],
        ),
        Screen::Error => stop::error(scene, "We can't sign you in"),
        Screen::LinkExpired => stop::error(scene, "This link has expired"),
        Screen::LinkUsed => stop::error(scene, "This link has been used already"),
        Screen::HomeTenantApps => sheet(
            format!("Apps of {}", scene.home()),
            [format!("The guest is in their own organization. {resource} is not reached, and nothing is redeemed.")],
        ),
        Screen::Stopped => sheet(
            scene.outcome.map_or("Stopped", wording::outcome),
            [
                Some(scene.outcome.map_or("", wording::outcome_text).to_owned()),
                scene.outcome.and_then(|outcome| outcome.error_code()).map(|code| format!("The sign-in log has {code}.")),
            ]
            .into_iter()
            .flatten(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::presets;
    use redemption_engine::session::{Session, View};
    use redemption_engine::workspace::Workspace;

    /// The pages of a guest's whole run, each once in a row.
    fn scenes(workspace: Workspace) -> Vec<Scene> {
        let mut session = Session::open(workspace, View::default());
        let run = session.run().unwrap();
        let mut scenes = Vec::new();
        for place in run.places() {
            session.go(place);
            scenes.extend(Scene::at_cursor(&session, &run));
        }
        scenes
    }

    fn workspace(edition: &str, resource: &str, guest: &str) -> Workspace {
        let text = format!(
            r#"{{ "name": "Test", "design": {{ "edition": "{edition}", "resourceTenant": {{
                "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" {resource} }} }},
                "guests": [{{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" {guest} }}] }}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    fn scene(workspace: Workspace, screen: Screen) -> Scene {
        scenes(workspace).into_iter().find(|scene| scene.screen == screen).unwrap()
    }

    fn text(scene: &Scene) -> String {
        format!("{:?}", page(scene))
    }

    /// Sources: `redemption-experience.md` of 2019-06-12 and 2024-03-26, the invitation mail.
    #[test]
    fn the_button_of_the_mail_is_worded_by_edition() {
        let button = |edition| way_on(&scene(workspace(edition, "", ""), Screen::InvitationMail));
        assert_eq!(button("2019-06"), Some("Get Started"));
        assert_eq!(button("2021-05"), Some("Accept invitation"));
        assert_eq!(button("2026-04"), Some("Accept invitation"));
    }

    /// Source: `redemption-experience.md` of 2019-06-12, 2021-05-27, 2024-03-26 and 2026-04-21, the direct link.
    #[test]
    fn the_page_behind_a_direct_link_names_the_portal_of_the_edition() {
        let guest = |way: &str| format!(r#", "wayIn": "{way}""#);
        let entered = |edition| text(&scene(workspace(edition, "", &guest("directLink")), Screen::EnterEmail));
        for edition in ["2019-06", "2021-05"] {
            assert!(entered(edition).contains("https://portal.azure.com/"), "{edition}");
        }
        for edition in ["2024-03", "2026-04"] {
            assert!(entered(edition).contains("https://entra.microsoft.com/"), "{edition}");
        }
    }

    /// Source: `redemption-experience.md`, 2024-03-26, Consent experience for the guest, item 1.
    #[test]
    fn review_permissions_says_since_2024_what_is_shared() {
        let page = |edition| {
            let guest = r#", "story": ["enterPasscode"]"#;
            text(&scene(workspace(edition, r#", "emailOneTimePasscode": "enabled""#, guest), Screen::ReviewPermissions))
        };
        for (edition, listed) in [("2019-06", false), ("2021-05", false), ("2024-03", true), ("2026-04", true)] {
            assert_eq!(page(edition).contains("name, photo, email address and directory identifiers"), listed, "{edition}");
        }
    }

    /// Source: `properties-area.yml`, 2023-12.
    #[test]
    fn review_permissions_names_the_privacy_statement_or_says_that_there_is_none() {
        let page =
            |privacy| text(&scene(workspace("2024-03", privacy, r#", "story": ["enterPasscode"]"#), Screen::ReviewPermissions));
        assert!(page("").contains("Woodgrove has not provided links to its terms."));
        let statement = r#", "privacy": {"statementUrl": "https://woodgrove.example/privacy"}"#;
        assert!(page(statement).contains("Privacy statement: https://woodgrove.example/privacy"));
    }

    /// Source: `faq.yml`, 2025-06.
    #[test]
    fn since_2025_the_home_organization_brands_its_own_sign_in_page() {
        let page = |edition: &str| {
            let all = format!(
                r#"{{ "name": "Test", "design": {{ "edition": "{edition}",
                    "resourceTenant": {{ "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" }},
                    "homeTenants": [{{ "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum",
                        "verifiedDomains": ["adatum.example"], "users": [{{ "userPrincipalName": "nina@adatum.example" }}] }}] }},
                    "guests": [{{ "displayName": "Nina", "invitedEmail": "nina@adatum.example",
                        "person": {{ "workAccount": "nina@adatum.example" }} }}] }}"#
            );
            text(&scene(serde_json::from_str(&all).unwrap(), Screen::HomeTenantSignIn))
        };
        assert!(!page("2024-03").contains("company branding"));
        assert!(page("2026-04").contains("company branding of Adatum"));
    }

    /// Source: `invitation-email-elements.md`, 2026-06.
    #[test]
    fn since_2026_the_mail_comes_on_behalf_of_the_inviting_domain() {
        let from = |edition| text(&scene(workspace(edition, "", ""), Screen::InvitationMail));
        assert!(from("2024-03").contains("invites@microsoft.com"));
        assert!(from("2026-04").contains("invites@woodgrove.onmicrosoft.com"));
    }

    /// Source: `troubleshoot.md`, 2024-10: a message of somebody without a mailbox is dropped.
    #[test]
    fn the_inviters_message_is_dropped_without_a_mailbox() {
        let guest = |inviter: &str| {
            format!(r#", "invitation": {{ "customizedMessageBody": "See you soon", "inviter": {{ {inviter} }} }}"#)
        };
        let mail = |inviter: &str| text(&scene(workspace("2024-03", "", &guest(inviter)), Screen::InvitationMail));
        assert!(mail("").contains("See you soon"));
        assert!(!mail(r#""withoutMailbox": true"#).contains("See you soon"));
        assert!(!mail(r#""role": "application""#).contains("See you soon"));
    }

    /// Source: `terms-of-use.md`, 2025-07-21: the browser's language, or else the first document.
    #[test]
    fn terms_are_shown_in_the_guests_language_and_opened_before_they_are_accepted() {
        let terms = r#", "termsOfUse": [{ "displayName": "Rules", "languages": ["fr", "de"],
            "isViewingBeforeAcceptanceRequired": true }]"#;
        let guest = |language: &str| {
            format!(
                r#", "person": {{ "preferredLanguage": "{language}" }},
                "story": ["enterPasscode", "accept", "openDocument", "accept"]"#
            )
        };
        let closed = text(&scene(workspace("2024-03", terms, &guest("de-AT")), Screen::TermsOfUse));
        assert!(closed.contains("Rules (1 of 1), document in German"), "{closed}");
        assert!(closed.contains("Open the document before you accept it."), "{closed}");
        let opened = text(&scene(workspace("2024-03", terms, &guest("ja")), Screen::TermsOfUseOpened));
        assert!(opened.contains("The document of Woodgrove stands here, in French."), "{opened}");
    }

    #[test]
    fn an_error_page_has_message_code_and_the_simulated_time() {
        let guest = r#", "invitation": { "accountDisabled": true },
            "story": [{"letTimePass": 1440}]"#;
        let error = text(&scene(workspace("2024-03", "", guest), Screen::Error));
        assert!(error.contains("AADSTS50057"), "{error}");
        assert!(error.contains("2024-03-27 09:00"), "{error}");
    }

    #[test]
    fn every_page_of_every_example_has_a_title_or_a_mails_head_and_an_address() {
        for preset in presets::all() {
            for scene in scenes(preset.workspace) {
                let first = page(&scene).into_iter().next();
                assert!(matches!(first, Some(Part::Title(_) | Part::Details(_))), "{:?}", scene.screen);
                assert!(!address(&scene).is_empty(), "{:?}", scene.screen);
            }
        }
    }
}
