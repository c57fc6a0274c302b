//! Every group of settings: it can be unfolded, what is changed in it is followed by the run, and undo takes the change back.
//!
//! The expectations are what the documents say of a guest of Adatum who redeems with a work account.

use browser_tests::page::quoted;
use browser_tests::{Key, Page, browse};
use serde_json::{Value, json};

use crate::states::{open, unfold_all};

const GUEST: &str = "Guest";
const RESOURCE: &str = "Resource tenant";
const HOME: &str = "Home tenants";

/// What somebody does in the settings.
enum Do {
    /// Goes to a part of the settings and unfolds a group.
    Open(&'static str, &'static str),
    /// Switches a check box on or off.
    Tick(&'static str),
    /// Chooses a value of a list.
    Choose(&'static str, &'static str),
    /// Replaces the text of a field.
    Type(&'static str, &'static str),
    /// Presses a button.
    Press(&'static str),
    /// The run stands so afterwards.
    Stands(&'static str),
    /// Where the run has come to, this page is shown, with this text.
    EndsAt(&'static str, &'static str),
    /// At the beginning of the attempt, this page is shown, with this text.
    BeginsAt(&'static str, &'static str),
}

use Do::{BeginsAt, Choose, EndsAt, Open, Press, Stands, Tick, Type};

const BLOCKED: &str = "Invitation blocked by cross-tenant access";

const CHANGES: &[&[Do]] = &[
    &[
        Open(GUEST, "Accounts and mailbox"),
        Tick("guest.0.findsInvitationMail"),
        Stands("No invitation mail"),
        EndsAt("noMail", ""),
    ],
    &[
        Open(GUEST, "Browser, device and risk"),
        Tick("guest.0.tenantRestrictions"),
        Stands("Blocked by tenant restrictions"),
        EndsAt("error", "AADSTS500021"),
    ],
    &[
        Open(GUEST, "Invitation"),
        Tick("guest.0.accountDisabled"),
        Stands("Guest object disabled"),
        EndsAt("error", "AADSTS50057"),
    ],
    &[
        Open(GUEST, "Inviter and mail"),
        Type("guest.0.customizedMessageBody", "See you on Monday."),
        BeginsAt("invitationMail", "See you on Monday."),
        Tick("guest.0.inviter.withoutMailbox"),
        BeginsAt("invitationMail", "Woodgrove"),
    ],
    &[
        Open(GUEST, "The invited address in the resource tenant"),
        Choose("guest.0.addressOwner", "localUser"),
        Stands("Address is in use"),
        EndsAt("invitationRefused", ""),
    ],
    &[Open(GUEST, "Way in"), Choose("guest.0.wayIn", "directLink"), BeginsAt("enterEmail", "Enter the email address")],
    &[
        Open(RESOURCE, "External collaboration settings"),
        Choose("resource.collaborationRestrictions.kind", "denyList"),
        Type("resource.collaborationRestrictions.domains", "adatum.example"),
        Stands("Domain may not be invited"),
        EndsAt("invitationRefused", ""),
    ],
    &[
        Open(RESOURCE, "Inbound B2B collaboration, default"),
        Choose("resource.inbound.usersAndGroups", "blocked"),
        Choose("resource.inbound.applications", "blocked"),
        Stands(BLOCKED),
        EndsAt("invitationRefused", ""),
    ],
    &[
        Open(RESOURCE, "Conditional Access"),
        Press("Add policy"),
        Stands("Waiting for the guest"),
        EndsAt("multifactorRegistration", "Woodgrove"),
        Open(GUEST, "Browser, device and risk"),
        Tick("guest.0.homeMfaDone"),
        Stands("Waiting for the guest"),
        Open(RESOURCE, "Inbound trust, default"),
        Tick("resource.inboundTrust.isMfaAccepted"),
        Stands("Invitation redeemed"),
    ],
    &[Open(RESOURCE, "Microsoft cloud settings"), Choose("resource.cloud", "usGovernment"), Stands("Inviter may not invite")],
    &[
        Open(RESOURCE, "Terms of use"),
        Press("Add terms of use"),
        EndsAt("termsOfUse", "Accept"),
        Tick("resource.termsOfUse.0.isViewingBeforeAcceptanceRequired"),
        Stands("Waiting for the guest"),
        EndsAt("termsOfUse", "Open the document before you accept it."),
    ],
    &[
        Open(GUEST, "Way in"),
        Choose("guest.0.wayIn", "directLink"),
        Choose("guest.0.targetApp", "multitenantApp"),
        Open(RESOURCE, "Application"),
        Type("resource.application.displayName", "Shipments"),
        Choose("resource.application.permissions", "userConsent"),
        Stands("Waiting for the guest"),
        EndsAt("applicationConsent", "Shipments"),
        Tick("resource.application.assignmentRequired"),
        Open(GUEST, "Way in"),
        Tick("guest.0.notAssigned"),
        Stands("Not assigned to the application"),
    ],
    &[
        Open(RESOURCE, "Privacy and notifications"),
        Type("resource.privacy.statementUrl", "https://woodgrove.example/privacy"),
        BeginsAt("invitationMail", "https://woodgrove.example/privacy"),
    ],
    &[
        Open(RESOURCE, "Redirect URL"),
        Type("resource.inviteRedirectUrl", "https://start.woodgrove.example"),
        BeginsAt("invitationMail", "https://start.woodgrove.example"),
        EndsAt("app", "https://start.woodgrove.example"),
    ],
    &[
        Open(HOME, "Automatically redeem invitations"),
        Tick("home.0.outboundAutomaticRedemption"),
        Choose("home.0.inboundAutomaticRedemption", "on"),
        BeginsAt("notificationMail", ""),
    ],
    &[
        Open(HOME, "Inbound B2B collaboration from this tenant"),
        Tick("home.0.partner.inbound"),
        Stands("Invitation redeemed"),
        Choose("home.0.partner.inbound.usersAndGroups", "blocked"),
        Choose("home.0.partner.inbound.applications", "blocked"),
        Stands(BLOCKED),
    ],
    &[
        Open(RESOURCE, "Conditional Access"),
        Press("Add policy"),
        Open(GUEST, "Browser, device and risk"),
        Tick("guest.0.homeMfaDone"),
        Stands("Waiting for the guest"),
        Open(HOME, "Inbound trust of this tenant"),
        Tick("home.0.partner.inboundTrust"),
        Tick("home.0.partner.inboundTrust.isMfaAccepted"),
        Stands("Invitation redeemed"),
    ],
    &[
        Open(HOME, "Outbound B2B collaboration, default"),
        Choose("home.0.outbound.usersAndGroups", "blocked"),
        Choose("home.0.outbound.applications", "blocked"),
        Stands(BLOCKED),
    ],
    &[
        Open(HOME, "Outbound B2B collaboration to the resource tenant"),
        Tick("home.0.outboundToResource"),
        Choose("home.0.outboundToResource.usersAndGroups", "blocked"),
        Choose("home.0.outboundToResource.applications", "blocked"),
        Stands(BLOCKED),
    ],
    &[Open(HOME, "Microsoft cloud settings"), Choose("home.0.cloud", "usGovernment"), Stands("Clouds do not collaborate")],
    &[
        Open(HOME, "Conditional Access of this tenant"),
        Tick("home.0.blocksSignIn"),
        Stands("Sign-in blocked by the home tenant"),
        EndsAt("error", "AADSTS53003"),
    ],
];

fn nina_of_adatum() -> Value {
    json!({
        "name": "Nina of Adatum",
        "design": {
            "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" },
            "homeTenants": [{
                "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum", "verifiedDomains": ["adatum.example"],
                "users": [{ "userPrincipalName": "nina@adatum.example" }]
            }]
        },
        "guests": [{
            "displayName": "Nina", "invitedEmail": "nina@adatum.example",
            "person": { "workAccount": "nina@adatum.example" }, "story": ["accept"]
        }]
    })
}

#[test]
fn what_is_changed_in_a_group_is_followed_by_the_run_and_undone() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina_of_adatum()).await;
        for changes in CHANGES {
            page.until_is("text('.status__outcome')", "Invitation redeemed").await;
            for change in *changes {
                change.on(&page).await;
            }
            undo_all(&page).await;
        }
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
    });
}

#[test]
fn every_group_can_be_unfolded_and_has_controls() {
    let groups: [(&str, &[&str]); 3] = [
        (
            GUEST,
            &[
                "Accounts and mailbox",
                "Browser, device and risk",
                "Invitation",
                "Inviter and mail",
                "The invited address in the resource tenant",
                "Way in",
            ],
        ),
        (
            RESOURCE,
            &[
                "Redemption order",
                "Email one-time passcode",
                "Google federation",
                "SAML/WS-Fed identity providers",
                "Organization",
                "External collaboration settings",
                "Inbound B2B collaboration, default",
                "Inbound trust, default",
                "Microsoft cloud settings",
                "Terms of use",
                "Conditional Access",
                "Application",
                "Privacy and notifications",
                "Redirect URL",
                "Interpretations",
            ],
        ),
        (
            HOME,
            &[
                "Organization",
                "Users",
                "Automatically redeem invitations",
                "Inbound B2B collaboration from this tenant",
                "Inbound trust of this tenant",
                "Outbound B2B collaboration, default",
                "Outbound B2B collaboration to the resource tenant",
                "Microsoft cloud settings",
                "Conditional Access of this tenant",
                "Just-in-time creation of accounts",
            ],
        ),
    ];
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina_of_adatum()).await;
        for (part, titles) in groups {
            page.click_button(".setup__parts", part).await;
            page.until_is("texts('#setup .group__title')", titles.to_vec()).await;
            for title in titles {
                unfold_group(&page, title).await;
                page.until(&format!(
                    "{}.querySelectorAll('input, select, button').length > 0 && {}.open",
                    group(title),
                    group(title)
                ))
                .await;
            }
            if part != GUEST {
                page.until_is("all('#setup .group').every(group => group.querySelector('.where'))", true).await;
            }
        }
    });
}

#[test]
fn the_card_about_a_setting_says_where_it_lives_what_it_takes_and_where_to_read() {
    const FACTS: [&str; 10] =
        ["Setting", "Where", "Values", "Default", "Licence", "Role", "Microsoft Graph", "Permission", "Takes effect", "Effect"];
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".setup__parts", RESOURCE).await;
        unfold_group(&page, "Email one-time passcode").await;
        let about = format!("{}.querySelector('details.about')", group("Email one-time passcode"));
        page.until_is(
            &format!("plain({about}.querySelector('summary'))"),
            "About this setting: Email one-time passcode for guests",
        )
        .await;
        page.click_element(&format!("{about}.querySelector('summary')")).await;
        page.until_is(&format!("[...{about}.querySelectorAll('dt')].map(plain)"), FACTS.to_vec()).await;
        page.until_is(&format!("[...{about}.querySelectorAll('dd')].every(value => plain(value).length > 2)"), true).await;
        page.until_has(&format!("plain({about}.querySelectorAll('dd')[6])"), "emailAuthenticationMethodConfiguration").await;
        page.until_has(&format!("{about}.querySelector('a[href^=https]').rel"), "noreferrer").await;
        // A card is of use in every part.
        for part in [GUEST, HOME, RESOURCE] {
            page.click_button(".setup__parts", part).await;
            unfold_all(&page, "#setup").await;
            page.until("seen('.about__facts dd')").await;
        }
    });
}

#[test]
fn facts_and_readings_name_their_defaults_and_sources() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina_of_adatum()).await;
        for (part, title, label, default) in [
            (GUEST, "Accounts and mailbox", "Reads mail sent to the invited address", "Default: Yes."),
            (GUEST, "Browser, device and risk", "Opens the app with", "Default: A browser."),
            (HOME, "Users", "User principal name", "Default: A name in the tenant's first domain."),
            (RESOURCE, "Interpretations", "The link in the mail works once", "Default: Off; a link can be used again."),
        ] {
            Open(part, title).on(&page).await;
            let fold = format!(
                "[...{}.querySelectorAll('.about')].find(about => plain(about.firstElementChild).startsWith('Defaults and sources'))",
                group(title)
            );
            page.until(&fold).await;
            page.click_element(&format!("{fold}.querySelector('summary')")).await;
            let row =
                format!("[...{fold}.querySelectorAll('dt')].find(term => plain(term) === {})?.nextElementSibling", quoted(label));
            page.until(&row).await;
            page.until_has(&format!("plain({row})"), default).await;
            page.until(&format!("{row}.querySelector('.sources li')")).await;
        }
    });
}

#[test]
fn a_reading_of_another_document_changes_the_end_and_is_told() {
    let late = json!({
        "name": "Ravi comes late",
        "design": { "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } },
        "guests": [{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": [{ "letTimePass": 144_000 }] }]
    });
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &late).await;
        page.until_is("text('.status__outcome')", "Waiting for the guest").await;
        page.until_is("texts('.status__readings').length", 0).await;
        Open(RESOURCE, "Interpretations").on(&page).await;
        Type("interpretations.linkExpiresAfterDays", "90").on(&page).await;
        Stands("Link has expired").on(&page).await;
        EndsAt("linkExpired", "This link has expired").on(&page).await;
        page.until_is("text('.status__readings')", "1 other reading").await;
        page.click(".status__readings").await;
        page.until_has("text('dialog[open]')", "The link in the mail expires after 90 days, as in").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        Type("interpretations.linkExpiresAfterDays", "101").on(&page).await;
        Stands("Waiting for the guest").on(&page).await;
        for switch in [
            "sharedAddressIsWork",
            "linkWorksOnce",
            "termsAtFirstSignInOnly",
            "passwordsForUnmanaged",
            "justInTimeCreationWorks",
            "auditEveryAttempt",
        ] {
            page.click(&format!("[id='interpretations.{switch}']")).await;
        }
        page.until_is("text('.status__readings')", "7 other readings").await;
    });
}

#[test]
fn just_in_time_creation_is_a_matter_of_both_switches_and_of_the_reading() {
    let mut missing = nina_of_adatum();
    missing["design"]["resourceTenant"]["emailOneTimePasscode"] = json!("disabled");
    missing["design"]["homeTenants"][0]["users"] = json!([]);
    missing["guests"][0]["person"] = json!({});
    missing["guests"][0]["story"] = json!([]);
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &missing).await;
        page.until_is("text('.status__outcome')", "Account missing in the home tenant").await;
        Open(HOME, "Just-in-time creation of accounts").on(&page).await;
        Tick("home.0.allowEmailVerifiedUsers").on(&page).await;
        Stands("Account missing in the home tenant").on(&page).await;
        Tick("home.0.emailBasedSubscriptions").on(&page).await;
        Stands("Account must be created by the partner").on(&page).await;
        Open(RESOURCE, "Interpretations").on(&page).await;
        Tick("interpretations.justInTimeCreationWorks").on(&page).await;
        Stands("Waiting for the guest").on(&page).await;
        EndsAt("createWorkAccount", "Create an account").on(&page).await;
    });
}

impl Do {
    async fn on(&self, page: &Page) {
        match self {
            Open(part, title) => {
                page.click_button(".setup__parts", part).await;
                unfold_group(page, title).await;
            }
            Tick(id) => page.click(&format!("[id='{id}']")).await,
            Choose(id, value) => {
                page.until(&format!("seen({})", quoted(&format!("[id='{id}']")))).await;
                page.select(&format!("[id='{id}']"), value).await;
            }
            Type(id, text) => {
                page.click(&format!("[id='{id}']")).await;
                page.chord(Key::Control, 'a').await;
                page.type_text(text).await;
                page.press(Key::Enter).await;
            }
            Press(name) => page.click_button("#setup", name).await,
            Stands(outcome) => page.until_is("text('.status__outcome')", *outcome).await,
            EndsAt(screen, part) => {
                page.click_button("#transport", "Last step").await;
                page.until_is("seen('.frame').dataset.screen", *screen).await;
                page.until_has("text('.frame')", part).await;
            }
            BeginsAt(screen, part) => {
                page.click("[data-chapter='1']").await;
                page.until_is("seen('.frame').dataset.screen", *screen).await;
                page.until_has("text('.frame')", part).await;
            }
        }
    }
}

/// The group of this title, as an expression.
fn group(title: &str) -> String {
    format!("all('#setup .group').find(group => plain(group.querySelector('.group__title')) === {})", quoted(title))
}

/// Unfolds a group by its heading, if it is folded.
async fn unfold_group(page: &Page, title: &str) {
    page.until(&group(title)).await;
    let open = format!("{}.open", group(title));
    if page.js(&format!("return {open}")).await != true {
        page.click_element(&format!("{}.querySelector('summary')", group(title))).await;
        page.until(&open).await;
    }
}

async fn undo_all(page: &Page) {
    let undo = "all('.bar__commands button').find(button => plain(button) === 'Undo')";
    for _ in 0..20 {
        if page.js(&format!("return {undo}.ariaDisabled")).await == "true" {
            return;
        }
        let label = page.js(&format!("return {undo}.title")).await;
        page.command("Undo").await;
        page.until(&format!("{undo}.title !== {label}")).await;
    }
    panic!("there is always something to undo");
}
