//! A scenario in which nearly everything is set up, and the states of the page that are looked at as a whole: for barriers, and at
//! every width.
//!
//! What a state shows in particular is tested where its subject is.

use browser_tests::{Key, Page, tools};
use redemption_engine::document;
use redemption_engine::workspace::Workspace;
use serde_json::{Value, json};
use strum::EnumIter;

/// A state of the page with something of its own to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum State {
    GuestSettings,
    ResourceSettings,
    HomeSettings,
    Invitation,
    Operation,
    Terms,
    Screen,
    Why,
    Directory,
    Log,
    Troubleshoot,
    About,
}

/// Mia of Adatum is invited, waits for weeks, comes, meets multifactor authentication and terms of use, is reset, and declines in the end.
pub fn everything() -> Value {
    json!({
        "name": "Everything set up",
        "design": {
            "edition": "2026-04",
            "resourceTenant": {
                "displayName": "Woodgrove",
                "initialDomain": "woodgrove.onmicrosoft.com",
                "verifiedDomains": ["woodgrove.example"],
                "googleFederation": true,
                "federations": [{
                    "displayName": "Tailspin sign-in", "issuerUri": "https://sts.tailspin.example/saml",
                    "domains": ["tailspin.example", "toys.tailspin.example"], "passiveSignInUri": "https://sts.tailspin.example/saml/passive"
                }],
                "collaborationRestrictions": { "kind": "denyList", "domains": ["wingtip.example"] },
                "inbound": {
                    "usersAndGroups": { "accessType": "blocked", "targets": ["Contractors"] },
                    "applications": { "accessType": "allowed" }
                },
                "inboundTrust": { "isMfaAccepted": false, "isCompliantDeviceAccepted": true },
                "allowedClouds": ["usGovernment"],
                "termsOfUse": [
                    { "displayName": "Woodgrove terms of use", "languages": ["en", "de"], "isViewingBeforeAcceptanceRequired": true,
                      "termsExpiration": { "start": "2026-06-01", "frequency": "quarterly" } },
                    { "displayName": "Rules of the partner portal", "reacceptAfterDays": 30 }
                ],
                "conditionalAccess": [
                    { "displayName": "Require multifactor authentication for guests", "externalUsers": ["b2bCollaborationGuest"],
                      "grantControls": ["mfa"], "excludeLocations": ["Headquarters"] },
                    { "displayName": "Terms of use for guests", "termsOfUse": ["Woodgrove terms of use", "Rules of the partner portal"] }
                ],
                "application": { "permissions": "userConsent" },
                "privacy": { "statementUrl": "https://woodgrove.example/privacy", "contact": "privacy@woodgrove.example" },
                "notificationLanguage": "en",
                "inviteRedirectUrl": "https://portal.woodgrove.example/start"
            },
            "homeTenants": [{
                "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum", "verifiedDomains": ["adatum.example"],
                "users": [{ "userPrincipalName": "mia@adatum.example", "groups": ["Sales"] }],
                "partner": {
                    "added": true,
                    "inbound": { "usersAndGroups": { "accessType": "allowed" }, "applications": { "accessType": "allowed" } },
                    "inboundTrust": { "isMfaAccepted": false }
                },
                "outboundToResource": { "usersAndGroups": { "accessType": "allowed" }, "applications": { "accessType": "allowed" } }
            }],
            "interpretations": { "linkExpiresAfterDays": 90 }
        },
        "guests": [{
            "displayName": "Mia", "invitedEmail": "mia@adatum.example", "secondAddress": "mia@fabrikam.example",
            "person": {
                "workAccount": "mia@adatum.example", "microsoftAccount": { "signInName": "mia.rossi@outlook.com" },
                "preferredLanguage": "de", "location": "Italy", "device": "compliant"
            },
            "invitation": {
                "customizedMessageBody": "Welcome to the project. The portal has the plan and the drawings.",
                "invitedOn": "2026-05-04", "inviter": { "role": "guestInviter" }
            },
            "targetApp": "multitenantApp",
            "story": [
                { "letTimePass": 57600 }, "resendInvitation", "accept", "completeMultifactor",
                "openDocument", "accept", "accept", "accept", "resetRedemption", { "tryAgain": "directLink" },
                "decline"
            ]
        }]
    })
}

/// Opens a workspace from a file, as somebody does who got one.
pub async fn open(page: &Page, workspace: &Value) {
    let workspace: Workspace = serde_json::from_value(workspace.clone()).expect("a workspace");
    let folder = tools::fresh_folder(&format!("opened-{}", std::thread::current().name().unwrap_or("test").replace("::", "-")));
    let file = folder.join("opened.redemption.json");
    std::fs::write(&file, document::print(std::slice::from_ref(&workspace))).expect("a file can be written");
    page.command("Import").await;
    page.choose_files("#import-files", &[&file]).await;
    page.until_is("text('.import__summary')", "1 scenario found.").await;
    page.click_button("dialog[open]", "Open as new").await;
    page.until_is("all('dialog[open]').length", 0).await;
    page.until_is("seen('.context input').value", workspace.name).await;
}

/// Shows a panel where only one fits.
pub async fn show_panel(page: &Page, name: &str) {
    if page.js("return Boolean(seen('.segments'))").await == true {
        page.click_button(".segments", name).await;
    }
}

/// Goes to the beginning of a chapter.
pub async fn chapter(page: &Page, number: usize) {
    show_panel(page, "Flow").await;
    page.click(&format!("[data-chapter='{number}']")).await;
    page.until(&format!("seen('[data-chapter=\"{number}\"]').matches('[aria-current]')")).await;
}

/// Unfolds everything below an element, cards of the reference included.
pub async fn unfold_all(page: &Page, within: &str) {
    let folded = format!("all('{within} details:not([open])').filter(details => details.checkVisibility())");
    page.until(&format!("({folded}.forEach(details => details.open = true), {folded}.length === 0)")).await;
}

/// Steps on in the chapter until the guest sees a page.
pub async fn step_to_screen(page: &Page, screen: &str) {
    show_panel(page, "Flow").await;
    let here = format!("document.querySelector('.frame')?.dataset.screen === '{screen}'");
    for _ in 0..40 {
        if page.js(&format!("return {here}")).await == true {
            return;
        }
        page.click(".transport__forward").await;
        page.drawn().await;
    }
    panic!("there is no page {screen} ahead");
}

impl State {
    /// Leads the page there. The scenario with everything must be open.
    pub async fn reach(self, page: &Page) {
        match self {
            Self::GuestSettings => settings(page, "Guest").await,
            Self::ResourceSettings => settings(page, "Resource tenant").await,
            Self::HomeSettings => settings(page, "Home tenants").await,
            Self::Invitation => {
                tab(page, "Guest screen").await;
                chapter(page, 0).await;
            }
            Self::Operation => {
                tab(page, "Guest screen").await;
                chapter(page, 1).await;
                page.click(".transport__forward").await;
                show_panel(page, "Guest view").await;
                unfold_all(page, "#inspect").await;
            }
            Self::Terms => {
                tab(page, "Guest screen").await;
                chapter(page, 3).await;
                step_to_screen(page, "termsOfUse").await;
                show_panel(page, "Guest view").await;
            }
            Self::Screen => {
                at_the_end(page, "Guest screen").await;
                show_panel(page, "Guest view").await;
                unfold_all(page, "#inspect").await;
            }
            Self::Why => at_the_end(page, "Why").await,
            Self::Directory => at_the_end(page, "Directory").await,
            Self::Log => {
                at_the_end(page, "Mails and log").await;
                unfold_all(page, "#inspect").await;
            }
            Self::Troubleshoot => {
                page.command("Troubleshoot").await;
                page.click("#evidence-text").await;
                page.paste("AADSTS500213").await;
                page.click_button("dialog[open]", "Find causes").await;
                page.until("seen('.cause')").await;
            }
            Self::About => {
                page.command("About").await;
                page.until("text('dialog[open] h2')").await;
            }
        }
    }

    /// Closes what was opened over the page.
    pub async fn leave(self, page: &Page) {
        if matches!(self, Self::Troubleshoot | Self::About) {
            page.press(Key::Escape).await;
            page.until_is("all('dialog[open]').length", 0).await;
        }
    }
}

async fn settings(page: &Page, part: &str) {
    show_panel(page, "Setup").await;
    page.click_button(".setup__parts", part).await;
    unfold_all(page, "#setup").await;
}

async fn tab(page: &Page, name: &str) {
    show_panel(page, "Guest view").await;
    page.click_button(".tabs", name).await;
}

async fn at_the_end(page: &Page, name: &str) {
    tab(page, name).await;
    page.click(".transport__button[aria-label='Last step']").await;
}
