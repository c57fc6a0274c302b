//! What is written on each page that the guest sees: address, parts, button and whose brand it carries, in a language and by edition.
//!
//! Which page is shown is said in `screen.rs`, the words are in `wording/guest/`. A page is a value: the markup is somebody else's, and
//! so are the pages of inviters and administrators.

mod consent;
mod exits;
mod mail;
mod part;
mod scene;
mod sign_in;
mod stop;

pub use exits::{OtherWay, Then, other_ways};
pub use part::Part;
pub use scene::{Scene, Terms, language_at};

use part::sheet;
use scene::provider_host;

use crate::act::{Act, Prompt};
use crate::design::{Edition, IdentityProvider, ResourceTenant};
use crate::guest::WayIn;
use crate::mail::invitation_button;
use crate::screen::{Screen, portal};
use crate::wording::guest::{Text, Words};

/// A page that the guest sees.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The text in the address bar.
    pub address: String,
    /// The organization whose branding the page carries, if any.
    pub brand: Option<String>,
    /// What is on it.
    pub parts: Vec<Part>,
    /// The button that goes on where nobody is asked; `None` where the page is an end.
    pub way_on: Option<String>,
    /// A second button of a page where nobody is asked, with the way in that the guest takes by it instead.
    pub elsewhere: Option<(String, WayIn)>,
}

/// The page of a scene in these words; `None` for pages that no guest sees.
pub fn page(scene: &Scene, words: &Words) -> Option<Page> {
    Some(Page {
        address: address(scene, words),
        brand: brand(scene),
        parts: parts(scene, words)?,
        way_on: way_on(scene).map(|text| words.text(text)),
        elsewhere: sign_in::elsewhere(scene).map(|(text, way_in)| (words.text(text), way_in)),
    })
}

/// Whether an act is a button of the page itself: not so wrong input, waiting, closing the page, and what begins something new.
pub fn has_button(act: Act) -> bool {
    let beside = matches!(act, Act::EnterWrongPasscode | Act::Wait(_) | Act::GiveUp | Act::ComeIn);
    act.begins().is_none() && !beside
}

/// The words on the button of an act; `None` where it has none.
pub fn button(resource: &ResourceTenant, prompt: Prompt, act: Act, words: &Words) -> Option<String> {
    let text = match act {
        Act::ChooseWorkAccount => Text::WorkAccount,
        Act::ChoosePersonalAccount => Text::PersonalAccount,
        Act::SignInWithAddress => Text::WithAddress,
        Act::SelectGoogle => Text::WithGoogle,
        Act::SelectFederation(position) => {
            Text::WithProvider { provider: &resource.federations.get(usize::from(position))?.display_name }
        }
        Act::ContinueWithSession => Text::WithSession,
        Act::UseAnotherAccount => Text::AnotherAccount,
        Act::EnterPasscode => Text::EnterPasscode,
        Act::ResendPasscode => Text::ResendCode,
        Act::CreateAccount => Text::CreateAccount,
        Act::Accept => Text::Accept,
        Act::Decline if matches!(prompt, Prompt::ReviewPermissions | Prompt::ApplicationConsent) => Text::Cancel,
        Act::Decline => Text::Decline,
        Act::OpenDocument => Text::OpenDocument,
        Act::CompleteMultifactor if prompt == (Prompt::Multifactor { registers: true }) => Text::RegisterFactor,
        Act::CompleteMultifactor => Text::GiveFactor,
        Act::EnterDeviceCode => Text::EnterDeviceCode,
        Act::EnterWrongPasscode
        | Act::Wait(_)
        | Act::GiveUp
        | Act::ComeIn
        | Act::LetTimePass(_)
        | Act::TryAgain(_)
        | Act::OpenOldLink
        | Act::ReturnInSameBrowser
        | Act::Invite
        | Act::InviteSecondAddress
        | Act::ResendInvitation
        | Act::DeleteGuest
        | Act::DeletePermanently
        | Act::RestoreGuest
        | Act::ResetRedemption
        | Act::ResetRedemptionToSecondAddress
        | Act::LeaveOrganization
        | Act::Change(_) => return None,
    };
    Some(words.text(text))
}

fn way_on(scene: &Scene) -> Option<Text<'static>> {
    if scene.outcome.is_some() {
        return None;
    }
    Some(match scene.screen {
        Screen::InvitationMail => invitation_button(scene.edition),
        Screen::NotificationMail => Text::OpenAppLink,
        Screen::LeaveOrganization => Text::Leave,
        Screen::NoMail => Text::LookAgain,
        Screen::CommonEndpoint if sign_in::names_organization(scene) => Text::SignInToOrganization,
        Screen::EnterEmail | Screen::CommonEndpoint => Text::Next,
        Screen::SendPasscode => Text::SendCode,
        Screen::HomeTenantSignIn | Screen::PartnerSignIn | Screen::GoogleSignIn | Screen::MicrosoftAccountSignIn => Text::SignIn,
        Screen::Invitation
        | Screen::InvitationSent
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
        | Screen::NothingShown
        | Screen::ReviewPermissions
        | Screen::Multifactor
        | Screen::HomeMultifactor
        | Screen::MultifactorRegistration
        | Screen::TermsOfUse
        | Screen::TermsOfUseOpened
        | Screen::ApplicationConsent => Text::Continue,
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

/// The resource tenant brands the pages that its own address leads to, a partner the pages of its provider, and a home tenant its
/// sign-in page by the edition of 2026.
///
/// Source: `faq.yml`, 2025-06; `redemption-experience.md`, 2024-03-26, the direct link.
fn brand(scene: &Scene) -> Option<String> {
    if matches!(scene.screen, Screen::EnterEmail | Screen::SignInOptions) {
        Some(scene.resource_name.clone())
    } else if scene.screen == Screen::PartnerSignIn {
        scene.partner_name.clone()
    } else if scene.screen == Screen::HomeTenantSignIn && scene.edition == Edition::Y2026 {
        scene.home_name.clone()
    } else {
        None
    }
}

fn address(scene: &Scene, words: &Words) -> String {
    let at = |provider| format!("https://{}", provider_host(provider, scene));
    match scene.screen {
        Screen::Invitation | Screen::InvitationSent | Screen::InvitationRefused | Screen::Operation => {
            portal(scene.edition).1.to_owned()
        }
        Screen::LeaveOrganization | Screen::Left => "https://myaccount.microsoft.com/organizations".to_owned(),
        Screen::NoMail | Screen::InvitationMail | Screen::NotificationMail => {
            words.text(Text::Mailbox { address: &scene.invited })
        }
        Screen::EnterEmail | Screen::SignInOptions | Screen::AppsAccessPanel => {
            format!("https://myapps.microsoft.com/{}", scene.resource_domain)
        }
        Screen::CommonEndpoint | Screen::HomeTenantApps => "https://myapps.microsoft.com".to_owned(),
        Screen::PartnerSignIn => at(IdentityProvider::ExternalFederation),
        Screen::GoogleSignIn => at(IdentityProvider::Google),
        Screen::MicrosoftAccountSignIn | Screen::CreateMicrosoftAccount => at(IdentityProvider::MicrosoftAccount),
        Screen::App | Screen::SignedIn => scene.landing.clone(),
        Screen::LinkExpired | Screen::LinkUsed => "https://invitations.microsoft.com/redeem".to_owned(),
        Screen::Stopped => words.text(Text::Closed),
        Screen::AccountPicker
        | Screen::LiveSession
        | Screen::HomeTenantSignIn
        | Screen::DeviceCode
        | Screen::SendPasscode
        | Screen::EnterPasscode
        | Screen::WrongPasscode
        | Screen::PasscodeExpired
        | Screen::CreateWorkAccount
        | Screen::CreatePassword
        | Screen::NothingShown
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

fn parts(scene: &Scene, words: &Words) -> Option<Vec<Part>> {
    let organization = scene.resource_name.as_str();
    let home = &scene.home_name.clone().unwrap_or_else(|| words.text(Text::HomeOrganization));
    let one = |title: Text<'_>, line: Text<'_>| sheet(words.text(title), [words.text(line)]);
    Some(match scene.screen {
        Screen::Invitation | Screen::InvitationSent | Screen::InvitationRefused | Screen::Operation => return None,
        Screen::LeaveOrganization => stop::leave(scene, words),
        Screen::Left => stop::left(scene, words),
        Screen::NoMail => mail::none(scene, words),
        Screen::InvitationMail | Screen::NotificationMail => mail::newest(scene, words),
        Screen::EnterEmail => sign_in::enter_email(scene, words),
        Screen::CommonEndpoint => sign_in::common_endpoint(scene, words),
        Screen::SignInOptions => one(Text::SignInTo { organization }, Text::AddressOrProvider),
        Screen::AccountPicker => sign_in::account_picker(scene, words),
        Screen::LiveSession => sign_in::live_session(scene, words),
        Screen::HomeTenantSignIn => sign_in::credentials(home.clone(), &scene.work_account, words),
        Screen::PartnerSignIn => {
            let partner = scene.partner_name.clone().unwrap_or_else(|| words.text(Text::PartnersProvider));
            sign_in::credentials(partner, &scene.typed, words)
        }
        Screen::GoogleSignIn => sign_in::google(scene, words),
        Screen::DeviceCode => sign_in::device_code(words),
        Screen::MicrosoftAccountSignIn => {
            sign_in::credentials(words.text(Text::PersonalMicrosoftAccount), &scene.microsoft_account, words)
        }
        Screen::SendPasscode => sign_in::send_passcode(scene, words),
        Screen::EnterPasscode => sign_in::passcode(scene, None, words),
        Screen::WrongPasscode => sign_in::passcode(scene, Some(Text::WrongCode), words),
        Screen::PasscodeExpired => sign_in::passcode(scene, Some(Text::OldCode), words),
        Screen::CreateMicrosoftAccount => sign_in::create_microsoft_account(scene, words),
        Screen::CreateWorkAccount => sign_in::create_work_account(scene, words),
        Screen::CreatePassword => sign_in::create_password(scene, words),
        Screen::NothingShown => one(Text::NothingShown, Text::BothRedeem { home, organization }),
        Screen::ReviewPermissions => consent::permissions(scene, words),
        Screen::Multifactor => sign_in::multifactor(organization, false, words),
        Screen::HomeMultifactor => sign_in::multifactor(home, false, words),
        Screen::MultifactorRegistration => sign_in::multifactor(organization, true, words),
        Screen::TermsOfUse => consent::terms(scene, false, words),
        Screen::TermsOfUseOpened => consent::terms(scene, true, words),
        Screen::ApplicationConsent => consent::application(scene, words),
        Screen::AppsAccessPanel => {
            let lines = [Text::GuestIn { guest: &scene.guest_name, organization }, Text::AppsAreListed];
            sheet(words.text(Text::Apps), lines.map(|text| words.text(text)))
        }
        Screen::App => one(Text::Redirected, Text::YouAreAt { address: &scene.landing }),
        Screen::SignedIn => one(Text::StraightToApp, Text::AcceptedBefore),
        Screen::Error => stop::error(scene, Text::CannotSignIn, words),
        Screen::LinkExpired => stop::error(scene, Text::LinkExpired, words),
        Screen::LinkUsed => stop::error(scene, Text::LinkUsed, words),
        Screen::HomeTenantApps => one(Text::AppsOf { organization: home }, Text::OwnOrganization { organization }),
        Screen::Stopped => stop::closed(scene, words),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    use crate::presets;
    use crate::wording;
    use crate::wording::guest::{ENGLISH, GERMAN, Tongue};
    use crate::workspace::Workspace;

    /// The pages of every guest's whole run.
    fn scenes(workspace: &Workspace, words: &Words) -> Vec<Scene> {
        let mut scenes = Vec::new();
        for guest in &workspace.guests {
            let run = crate::engine::replay(&workspace.design, guest, &guest.story);
            scenes.extend(run.places().into_iter().filter_map(|at| Scene::at(&workspace.design, guest, &run, at, words)));
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
        scenes(&workspace, &ENGLISH).into_iter().find(|scene| scene.screen == screen).unwrap()
    }

    fn text(scene: &Scene) -> String {
        format!("{:?} {:?}", page(scene, &ENGLISH).unwrap(), wording::remarks(scene))
    }

    /// Sources: `redemption-experience.md` of 2019-06-12 and 2024-03-26, the invitation mail.
    #[test]
    fn the_button_of_the_mail_is_worded_by_edition() {
        let button = |edition| page(&scene(workspace(edition, "", ""), Screen::InvitationMail), &ENGLISH).unwrap().way_on;
        assert_eq!(button("2019-06").as_deref(), Some("Get Started"));
        assert_eq!(button("2021-05").as_deref(), Some("Accept invitation"));
        assert_eq!(button("2026-04").as_deref(), Some("Accept invitation"));
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

    /// Sources: `redemption-experience.md` of 2019-06-12, 2021-05-27 and 2024-03-26, the common endpoint.
    #[test]
    fn a_common_endpoint_has_two_buttons_since_sign_in_to_an_organization_exists() {
        let buttons = |edition, way: &str| {
            let scene = scene(workspace(edition, "", &format!(r#", "wayIn": "{way}""#)), Screen::CommonEndpoint);
            let page = page(&scene, &ENGLISH).unwrap();
            (page.way_on.unwrap(), page.elsewhere)
        };
        let organization = "Sign in to an organization".to_owned();
        for edition in ["2021-05", "2024-03", "2026-04"] {
            assert_eq!(
                buttons(edition, "commonEndpoint"),
                ("Next".to_owned(), Some((organization.clone(), WayIn::CommonEndpointWithOrganization)))
            );
            assert_eq!(
                buttons(edition, "commonEndpointWithOrganization"),
                (organization.clone(), Some(("Next".to_owned(), WayIn::CommonEndpoint)))
            );
        }
        assert_eq!(buttons("2019-06", "commonEndpoint"), ("Next".to_owned(), None));
        assert_eq!(buttons("2019-06", "commonEndpointWithOrganization"), ("Next".to_owned(), None));
    }

    /// Source: `one-time-passcode.md`, 2024-10-21: a passcode is valid for 30 minutes.
    #[test]
    fn a_passcode_that_is_too_old_is_not_called_valid() {
        for (words, valid, over) in [
            (&ENGLISH, "It is valid for 30 minutes.", "It was valid for 30 minutes, which are over."),
            (&GERMAN, "Er ist 30 Minuten gültig.", "Er war 30 Minuten gültig; sie sind vorbei."),
        ] {
            let says = |story: &str, screen: Screen| {
                let scenes = scenes(&workspace("2024-03", "", &format!(r#", "story": [{story}]"#)), words);
                let last = scenes.into_iter().rfind(|scene| scene.screen == screen).unwrap();
                let text = format!("{:?}", page(&last, words).unwrap());
                (text.contains(valid), text.contains(over))
            };
            assert_eq!(says("", Screen::EnterPasscode), (true, false));
            assert_eq!(says(r#"{"wait": 29}"#, Screen::EnterPasscode), (true, false));
            assert_eq!(says(r#"{"wait": 30}"#, Screen::EnterPasscode), (false, true));
            assert_eq!(says(r#"{"wait": 30}, "enterPasscode""#, Screen::PasscodeExpired), (false, false));
            assert_eq!(says(r#"{"wait": 30}, "resendPasscode""#, Screen::EnterPasscode), (true, false));
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
        let brand = |edition: &str| page(edition).contains("brand: Some(\"Adatum\")");
        assert!(!page("2024-03").contains("company branding") && !brand("2024-03"));
        assert!(page("2026-04").contains("company branding of Adatum") && brand("2026-04"));
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
    fn every_page_of_every_example_has_a_title_or_a_mails_head_and_an_address_in_every_language() {
        for tongue in Tongue::iter() {
            let words = tongue.words();
            for preset in presets::all() {
                for scene in scenes(&preset.workspace, &words) {
                    let Some(page) = page(&scene, &words) else {
                        assert!(!scene.screen.is_the_guests(), "{:?}", scene.screen);
                        continue;
                    };
                    assert!(scene.screen.is_the_guests(), "{:?}", scene.screen);
                    assert!(matches!(page.parts.first(), Some(Part::Title(_) | Part::Details(_))), "{:?}", scene.screen);
                    assert!(!page.address.is_empty(), "{:?}", scene.screen);
                }
            }
        }
    }

    #[test]
    fn a_page_in_german_shares_no_title_with_the_same_page_in_english() {
        let titles = |words: &Words| {
            let scenes = scenes(&workspace("2024-03", "", r#", "story": ["enterPasscode", "accept"]"#), words);
            let titles = scenes.iter().filter_map(|scene| page(scene, words)).filter_map(|page| match page.parts.first() {
                Some(Part::Title(title)) => Some(title.clone()),
                _ => None,
            });
            let mut titles: Vec<String> = titles.collect();
            titles.dedup();
            titles
        };
        assert_eq!(titles(&ENGLISH), ["Verify your email address", "Enter code", "Review permissions", "Apps"]);
        let german = titles(&Tongue::German.words());
        assert_eq!(german, ["E-Mail-Adresse bestätigen", "Code eingeben", "Berechtigungen überprüfen", "Apps"]);
    }

    /// Sources: `invitation-email-elements.md`, 2023-10-06, How the language is determined; `terms-of-use.md`, 2025-07-21.
    #[test]
    fn the_mail_is_in_the_language_that_is_chosen_for_it_and_the_pages_in_the_guests_own() {
        let guest = r#", "person": { "preferredLanguage": "de-AT" }, "invitation": { "messageLanguage": "fr" }"#;
        let workspace = workspace("2024-03", "", guest);
        let guest = workspace.guests.first().unwrap();
        let run = crate::engine::replay(&workspace.design, guest, &guest.story);
        let language = |screen| {
            let at = run.places().into_iter().find(|place| crate::screen::screen_at(&run, *place) == Some(screen)).unwrap();
            language_at(&workspace.design, guest, &run, at)
        };
        assert_eq!(language(Screen::InvitationMail).as_deref(), Some("fr"));
        assert_eq!(language(Screen::EnterPasscode).as_deref(), Some("de-AT"));
        assert_eq!(language(Screen::Invitation), None, "whoever invites is no guest");
    }
}
