//! The list of pages that guests see in the documents, S1 to S18: a story reaches each of them, and each is written in every language.
//!
//! Numbers, stories and pages are typed by hand; which rule leads to a page is tested elsewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use redemption_engine::design::Design;
use redemption_engine::engine::replay;
use redemption_engine::guest::Guest;
use redemption_engine::page::{Scene, page};
use redemption_engine::screen::{Screen, screen_at, screens};
use redemption_engine::wording::guest::Tongue;
use serde_json::{Value, json};
use strum::IntoEnumIterator;

/// A story with the pages of the list that it reaches.
struct Reached {
    pages: &'static [(&'static str, Screen)],
    design: Value,
    guest: Value,
}

fn stories() -> Vec<Reached> {
    let resource = |more: Value| {
        let mut tenant = json!({"displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com"});
        tenant.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "resourceTenant": tenant })
    };
    let ravi = |more: Value| {
        let mut guest = json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example"});
        guest.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        guest
    };
    let adatum = |partner: Value| {
        let mut tenant = json!({
            "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum",
            "verifiedDomains": ["adatum.example"], "users": [{"userPrincipalName": "nina@adatum.example"}],
        });
        tenant.as_object_mut().unwrap().extend(partner.as_object().unwrap().clone());
        json!([tenant])
    };
    let nina = |more: Value| {
        let mut guest = json!({"displayName": "Nina", "invitedEmail": "nina@adatum.example",
            "person": {"workAccount": "nina@adatum.example"}});
        guest.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        guest
    };
    let at_home = |mut design: Value, partner: Value| {
        design["homeTenants"] = adatum(partner);
        design
    };
    let opened_terms =
        json!([{"displayName": "Guest terms", "languages": ["de", "en"], "isViewingBeforeAcceptanceRequired": true}]);
    vec![
        Reached {
            pages: &[
                ("S1", Screen::InvitationMail),
                ("S9", Screen::SendPasscode),
                ("S9", Screen::EnterPasscode),
                ("S9", Screen::WrongPasscode),
                ("S9", Screen::PasscodeExpired),
                ("S11", Screen::ReviewPermissions),
                ("S13", Screen::TermsOfUse),
                ("S13", Screen::TermsOfUseOpened),
                ("S14", Screen::AppsAccessPanel),
                ("S2", Screen::EnterEmail),
                ("S16", Screen::SignedIn),
                ("S17", Screen::LeaveOrganization),
                ("S17", Screen::Left),
            ],
            design: resource(json!({"termsOfUse": opened_terms})),
            guest: ravi(json!({"story": ["enterWrongPasscode", {"wait": 30}, "enterPasscode", "resendPasscode", "enterPasscode",
                "accept", "openDocument", "accept", {"tryAgain": "directLink"}, "leaveOrganization"]})),
        },
        Reached {
            pages: &[("S3", Screen::CommonEndpoint), ("S3", Screen::SignInOptions), ("S7", Screen::GoogleSignIn)],
            design: resource(json!({"googleFederation": true})),
            guest: json!({"displayName": "Gil", "invitedEmail": "gil@gmail.com",
                "person": {"googleAccount": "gil@gmail.com"}, "wayIn": "commonEndpointWithOrganization",
                "targetApp": "multitenantApp", "story": ["selectGoogle"]}),
        },
        Reached {
            pages: &[("S4", Screen::AccountPicker), ("S8", Screen::MicrosoftAccountSignIn)],
            design: at_home(resource(json!({})), json!({})),
            guest: nina(json!({"person": {"workAccount": "nina@adatum.example",
                "microsoftAccount": {"signInName": "nina@adatum.example"}}, "story": ["choosePersonalAccount"]})),
        },
        Reached {
            pages: &[("S5", Screen::HomeTenantSignIn), ("S12", Screen::MultifactorRegistration)],
            design: at_home(
                resource(json!({"conditionalAccess": [{"displayName": "Guests", "grantControls": ["mfa"]}]})),
                json!({}),
            ),
            guest: nina(json!({"story": ["accept"]})),
        },
        Reached {
            pages: &[("S12", Screen::HomeMultifactor), ("S18", Screen::ApplicationConsent)],
            design: at_home(
                resource(json!({
                    "conditionalAccess": [{"displayName": "Guests", "grantControls": ["mfa"]}],
                    "inboundTrust": {"isMfaAccepted": true},
                    "application": {"displayName": "Portal", "permissions": "userConsent"},
                })),
                json!({}),
            ),
            guest: nina(
                json!({"wayIn": "directLink", "targetApp": "multitenantApp", "story": ["accept", "completeMultifactor"]}),
            ),
        },
        Reached {
            pages: &[("S12", Screen::Multifactor)],
            design: at_home(
                resource(json!({"conditionalAccess": [{"displayName": "Guests", "grantControls": ["mfa"]}]})),
                json!({}),
            ),
            guest: nina(json!({"story": ["accept", "completeMultifactor", {"tryAgain": "directLink"}]})),
        },
        Reached {
            pages: &[("S16", Screen::NothingShown)],
            design: at_home(
                resource(json!({})),
                json!({"outboundAutomaticRedemption": true, "partner": {"inboundAutomaticRedemption": true}}),
            ),
            guest: nina(json!({"story": []})),
        },
        Reached {
            pages: &[("S6", Screen::PartnerSignIn)],
            design: resource(
                json!({"federations": [{"displayName": "Tailspin", "issuerUri": "http://sts.tailspin.example/trust",
                "domains": ["tailspin.example"]}]}),
            ),
            guest: json!({"displayName": "Paula", "invitedEmail": "paula@tailspin.example",
                "person": {"partnerAccount": true}, "story": []}),
        },
        Reached {
            pages: &[("S7", Screen::DeviceCode)],
            design: resource(json!({"googleFederation": true})),
            guest: json!({"displayName": "Gil", "invitedEmail": "gil@gmail.com",
                "person": {"googleAccount": "gil@gmail.com", "client": "embeddedWebView"}, "story": []}),
        },
        Reached {
            pages: &[("S10", Screen::CreateMicrosoftAccount)],
            design: resource(json!({"emailOneTimePasscode": "disabled"})),
            guest: ravi(json!({"story": []})),
        },
        Reached {
            pages: &[("S15", Screen::Error)],
            design: resource(json!({})),
            guest: ravi(json!({"invitation": {"accountDisabled": true}, "story": []})),
        },
        Reached {
            pages: &[("S15", Screen::LinkExpired)],
            design: {
                let mut design = resource(json!({}));
                design["interpretations"] = json!({"linkExpiresAfterDays": 90});
                design
            },
            guest: ravi(json!({"story": ["giveUp", {"letTimePass": 131_040}, {"tryAgain": "emailLink"}]})),
        },
        Reached {
            pages: &[("S15", Screen::LinkUsed)],
            design: {
                let mut design = resource(json!({}));
                design["interpretations"] = json!({"linkWorksOnce": true});
                design
            },
            guest: ravi(json!({"story": ["enterPasscode", "accept", {"tryAgain": "emailLink"}]})),
        },
    ]
}

#[test]
fn a_story_reaches_each_of_the_eighteen_pages() {
    let mut numbers: Vec<String> = Vec::new();
    for Reached { pages, design, guest } in stories() {
        let design: Design = serde_json::from_value(design).unwrap();
        let guest: Guest = serde_json::from_value(guest).unwrap();
        let run = replay(&design, &guest, &guest.story);
        assert_eq!(run.refused, None, "{}: {:?}", guest.display_name, run.next);
        let seen = screens(&run);
        for (number, screen) in pages {
            assert!(seen.contains(screen), "{number} {screen:?} is not among {seen:?}");
            numbers.push((*number).to_owned());
            for tongue in Tongue::iter() {
                let words = tongue.words();
                let place = run.places().into_iter().find(|place| screen_at(&run, *place) == Some(*screen)).unwrap();
                let scene = Scene::at(&design, &guest, &run, place, &words).unwrap();
                assert!(page(&scene, &words).is_some(), "{number} in {tongue:?}");
            }
        }
    }
    numbers.sort_by_key(|number| number.trim_start_matches('S').parse::<u8>().unwrap());
    numbers.dedup();
    assert_eq!(
        numbers,
        ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S13", "S14", "S15", "S16", "S17", "S18"]
    );
}
