//! What decisions looked at, with its value.
//!
//! The labels that the page shows beside the values are in `wording`.

use serde_json::json;

use super::{facts, run};
use crate::act::{Operation, Prompt};
use crate::design::{IdentityProvider, PrimaryProvider};
use crate::flow::{NewAccount, Node, Outcome};
use crate::trace::Next;

const ENTRA: Node = Node::Primary(PrimaryProvider::AzureActiveDirectory);

fn ravi(more: serde_json::Value) -> serde_json::Value {
    let mut guest = json!({"invitedEmail": "ravi@contractor.example", "person": {"workAccount": null}});
    super::merge(&mut guest, more);
    guest
}

/// Home tenants of these names, each managed or not, with one user: the user principal name and a mail address.
fn tenants(all: &[(&str, &str, &str, Option<&str>)]) -> serde_json::Value {
    let tenant = |(name, management, upn, mail): &(&str, &str, &str, Option<&str>)| {
        json!({
            "tenantId": name.to_lowercase(),
            "displayName": name,
            "management": management,
            "verifiedDomains": [],
            "users": [{"userPrincipalName": upn, "mail": mail}],
        })
    };
    json!(all.iter().map(tenant).collect::<Vec<_>>())
}

#[test]
fn discovery_names_the_user_it_found_and_where() {
    let found = run(json!({}), json!({}));
    assert_eq!(
        facts(&found, ENTRA),
        ["TypedName = nina@adatum.example", "HomeUsers(0) = nina@adatum.example in Adatum", "Management(0) = managed"]
    );
    let other = tenants(&[("Adatum", "managed", "n.berg@adatum.example", Some("nina@adatum.example"))]);
    let by_mail = run(json!({"homeTenants": other}), json!({"person": {"workAccount": "n.berg@adatum.example"}}));
    assert_eq!(
        facts(&by_mail, ENTRA),
        [
            "TypedName = nina@adatum.example",
            "HomeUsers(0) = nina@adatum.example is a mail address of n.berg@adatum.example in Adatum"
        ]
    );
    let missing = run(
        json!({"homeTenants": [{"tenantId": "a", "displayName": "Adatum", "verifiedDomains": ["adatum.example"]}]}),
        json!({}),
    );
    assert_eq!(facts(&missing, ENTRA), ["TypedName = nina@adatum.example", "HomeUsers(0) = no nina@adatum.example in Adatum"]);
    let unknown = run(json!({}), ravi(json!({})));
    assert_eq!(facts(&unknown, ENTRA), ["TypedName = ravi@contractor.example", "TenantsWithDomain = none"]);
}

#[test]
fn of_several_unmanaged_accounts_the_user_principal_name_counts_and_else_the_first() {
    let nina = "nina@adatum.example";
    let named = |first: (&'static str, Option<&'static str>), second: (&'static str, Option<&'static str>)| {
        let homes = tenants(&[("First", "unmanaged", first.0, first.1), ("Second", "unmanaged", second.0, second.1)]);
        let found = facts(&run(json!({"homeTenants": homes}), json!({})), ENTRA);
        found.get(1).cloned().unwrap_or_default()
    };
    let by_mail = |upn| (upn, Some(nina));
    let by_name = (nina, None);
    assert_eq!(named(by_mail("a@first.example"), by_mail("b@second.example")), "HomeUsers(0) = nina@adatum.example in First");
    assert_eq!(named(by_mail("a@first.example"), by_name), "HomeUsers(1) = nina@adatum.example in Second");
    assert_eq!(named(by_name, by_mail("b@second.example")), "HomeUsers(0) = nina@adatum.example in First");
    assert_eq!(named(by_name, by_name), "HomeUsers(0) = nina@adatum.example in First");
}

#[test]
fn an_unmanaged_account_gets_a_password_where_it_is_named_well_enough() {
    let reading = |homes: serde_json::Value| json!({"homeTenants": homes, "interpretations": {"passwordsForUnmanaged": true}});
    let asks = |homes, guest| {
        let run = run(reading(homes), guest);
        run.chapters.iter().any(|chapter| chapter.at == Node::CreatePassword)
    };
    let by_name = || tenants(&[("Adatum", "unmanaged", "nina@adatum.example", None)]);
    let by_mail = || tenants(&[("Adatum", "unmanaged", "n.berg@adatum.example", Some("nina@adatum.example"))]);
    let direct = || json!({"wayIn": "directLink"});
    assert!(asks(by_name(), direct()));
    assert!(asks(by_mail(), json!({})));
    assert!(!asks(by_mail(), direct()));
    let mut alternate = by_mail();
    alternate[0]["emailAsAlternateLoginId"] = json!(true);
    assert!(asks(alternate, direct()));
}

#[test]
fn federations_are_named_with_all_their_domains() {
    let design = json!({"resourceTenant": {"federations": [
        {"displayName": "Tailspin", "issuerUri": "https://idp.tailspin.example/saml", "domains": ["tailspin.example", "tailspin.test"]},
        {"displayName": "Litware", "issuerUri": "https://idp.litware.example/saml", "domains": ["litware.example"]},
    ]}});
    let none = run(design.clone(), ravi(json!({})));
    assert_eq!(
        facts(&none, Node::Primary(PrimaryProvider::ExternalFederation)),
        ["InvitedDomain = contractor.example", "FederatedDomains = tailspin.example, tailspin.test, litware.example"]
    );
    let guest = json!({"invitedEmail": "omar@litware.example", "person": {"workAccount": null, "partnerAccount": true}});
    let match_ = run(design, guest);
    assert_eq!(
        facts(&match_, Node::Primary(PrimaryProvider::ExternalFederation)),
        ["InvitedDomain = litware.example", "FederationDomains(1) = litware.example"]
    );
    assert_eq!(
        facts(&match_, Node::SignIn(IdentityProvider::ExternalFederation)),
        ["FederationInactive(1) = no", "PartnerAccount = yes", "ProviderResponse(1) = valid"]
    );
}

#[test]
fn a_verified_domain_is_named_with_the_tenant_that_verified_it() {
    let off = |more: serde_json::Value| {
        let mut design = json!({"resourceTenant": {"emailOneTimePasscode": "disabled"}});
        super::merge(&mut design, more);
        design
    };
    let ours = run(off(json!({"resourceTenant": {"verifiedDomains": ["contractor.example"]}})), json!({}));
    assert_eq!(facts(&ours, Node::AddressFree).last().unwrap(), "ContactConflict = no",);
    let home = json!([{"tenantId": "c", "displayName": "Contractors", "verifiedDomains": ["contractor.example"]}]);
    let theirs = run(off(json!({"homeTenants": home})), ravi(json!({})));
    assert_eq!(facts(&theirs, Node::DomainVerified), ["InvitedDomain = contractor.example", "TenantsWithDomain = Contractors"]);
    assert_eq!(facts(&theirs, Node::UserInVerifiedTenant), ["HomeUsers(0) = no ravi@contractor.example in Contractors"]);
    let nobody = run(off(json!({})), ravi(json!({})));
    assert_eq!(facts(&nobody, Node::DomainVerified), ["InvitedDomain = contractor.example", "TenantsWithDomain = none"]);
    assert_eq!(
        facts(&run(off(json!({})), ravi(json!({"story": ["createAccount"]}))), Node::CreateAccount(NewAccount::Microsoft)),
        ["InvitedEmail = ravi@contractor.example"]
    );
}

#[test]
fn what_stands_in_the_way_of_an_invitation_is_named() {
    let design = json!({"resourceTenant": {"verifiedDomains": ["woodgrove.example"]}});
    let invited = run(design, json!({"invitation": {"contactConflict": true}, "wayIn": "directLink"}));
    assert_eq!(
        facts(&invited, Node::AddressFree),
        [
            "InvitedEmail = nina@adatum.example",
            "GuestObject = none",
            "AddressOwner = none",
            "ResourceDomains = woodgrove.onmicrosoft.com, woodgrove.example",
            "ContactConflict = yes",
        ]
    );
    assert_eq!(facts(&invited, Node::InviterAllowed), ["InviteSettings = everyone", "Inviter = administrator"]);
    assert_eq!(
        facts(&invited, Node::InvitationMail),
        ["InboundAutomaticRedemption(0) = no", "SendMail = yes", "Unsubscribed = no"]
    );
}

#[test]
fn automatic_redemption_names_both_sides() {
    let one_side = |side: serde_json::Value| {
        let mut home = json!({
            "tenantId": "a", "displayName": "Adatum", "verifiedDomains": ["adatum.example"],
            "users": [{"userPrincipalName": "nina@adatum.example"}],
        });
        super::merge(&mut home, side);
        facts(&run(json!({"homeTenants": [home]}), json!({})), Node::AutomaticRedemption)
    };
    assert_eq!(
        one_side(json!({"outboundAutomaticRedemption": true})),
        ["OutboundAutomaticRedemption(0) = yes", "InboundAutomaticRedemption(0) = no"]
    );
    assert_eq!(
        one_side(json!({"partner": {"inboundAutomaticRedemption": true}})),
        ["OutboundAutomaticRedemption(0) = no", "InboundAutomaticRedemption(0) = yes"]
    );
    assert_eq!(
        one_side(json!({"partner": {"inboundAutomaticRedemption": false}})),
        ["OutboundAutomaticRedemption(0) = no", "InboundAutomaticRedemption(0) = no"]
    );
}

#[test]
fn a_second_factor_names_who_registered() {
    let design =
        || json!({"resourceTenant": {"conditionalAccess": [{"displayName": "Second factor", "grantControls": ["mfa"]}]}});
    let first = run(design(), json!({"story": ["accept", "completeMultifactor"]}));
    assert_eq!(facts(&first, Node::MultifactorChallenge), ["MfaRegistered = no"]);
    let known = json!({"person": {"resourceMfaRegistered": true}, "story": ["accept", "completeMultifactor"]});
    assert_eq!(facts(&run(design(), known), Node::MultifactorChallenge), ["MfaRegistered = yes"]);
}

#[test]
fn a_session_is_named_with_its_age_and_the_frequency() {
    let design = json!({"resourceTenant": {"conditionalAccess": [{"displayName": "Weekly", "signInFrequency": {"days": 7}}]}});
    let story = json!(["accept", {"letTimePass": 2880}, "returnInSameBrowser", {"letTimePass": 60}, "returnInSameBrowser"]);
    let back = run(design, json!({"story": story}));
    assert_eq!(
        facts(&back, Node::SignInSession),
        [
            "SignInSession = signed in 49 hours ago, used 1 hour ago",
            "SignInFrequency = 7 days",
            "IdentityProvider = Microsoft Entra ID"
        ]
    );
    let over = json!({"story": ["accept", {"change": {"guestEnabled": false}}, {"change": {"guestEnabled": true}}, "returnInSameBrowser"]});
    assert_eq!(facts(&run(json!({}), over), Node::SignInSession), ["SignInSession = none"]);
    let factor = json!({"resourceTenant": {"conditionalAccess": [{"displayName": "Second factor", "grantControls": ["mfa"]}]}});
    let spared = run(factor, json!({"story": ["accept", "completeMultifactor", "returnInSameBrowser"]}));
    assert_eq!(
        facts(&spared, Node::Multifactor),
        ["Policies = Second factor", "IdentityProvider = Microsoft Entra ID", "SessionSecondFactor = yes"]
    );
}

#[test]
fn terms_of_use_are_named_with_language_and_expiry() {
    let design = json!({"resourceTenant": {"termsOfUse": [
        {"displayName": "Guest terms", "languages": ["en", "de"], "reacceptAfterDays": 30},
        {"displayName": "Laboratory rules"},
    ]}});
    let first = json!({"person": {"preferredLanguage": "fr"}, "story": ["accept", "decline"]});
    assert_eq!(
        facts(&run(design.clone(), first), Node::TermsOfUse),
        ["TermsOfUse = Guest terms, Laboratory rules", "TermsAccepted = 0 of 2", "TermsLanguage = en"]
    );
    let guest = json!({
        "person": {"preferredLanguage": "de"},
        "invitation": {"invitedOn": "2026-01-01"},
        "story": ["accept", "accept", "accept", {"letTimePass": 43200}, {"tryAgain": "directLink"}, "decline"],
    });
    assert_eq!(
        facts(&run(design, guest), Node::TermsOfUse),
        [
            "TermsOfUse = Guest terms, Laboratory rules",
            "TermsAccepted = 2 of 2",
            "TermsLanguage = de",
            "Today = 2026-01-31",
            "TermsExpiry = 2026-01-31",
        ]
    );
}

#[test]
fn sign_ins_name_the_accounts() {
    let nina = run(json!({}), json!({}));
    assert_eq!(
        facts(&nina, Node::SignIn(IdentityProvider::AzureActiveDirectory)),
        ["HomeUsers(0) = nina@adatum.example", "WorkAccount = nina@adatum.example", "HomeUserDisabled(0) = no"]
    );
    let sofia = ravi(json!({"person": {"microsoftAccount": {"signInName": "ravi@contractor.example"}}}));
    assert_eq!(
        facts(&run(json!({}), sofia), Node::SignIn(IdentityProvider::MicrosoftAccount)),
        ["MicrosoftAccount = ravi@contractor.example"]
    );
    let off = json!({"resourceTenant": {"emailOneTimePasscode": "disabled"}});
    let created = ravi(json!({"story": ["createAccount"]}));
    assert_eq!(
        facts(&run(off, created), Node::SignIn(IdentityProvider::MicrosoftAccount)),
        ["MicrosoftAccount = ravi@contractor.example"]
    );
    let waited = ravi(json!({"story": [{"wait": 29}, "enterPasscode"]}));
    assert_eq!(
        facts(&run(json!({}), waited), Node::SignIn(IdentityProvider::EmailOneTimePasscode)),
        ["InvitedEmail = ravi@contractor.example", "ReadsMailbox = yes", "PasscodeAge = 29"]
    );
}

#[test]
fn the_guest_object_is_named_as_it_is() {
    let lookup = |story: serde_json::Value| facts(&run(json!({}), json!({"story": story})), Node::GuestLookup);
    let object = |story| lookup(story).into_iter().find(|fact| fact.starts_with("GuestObject")).unwrap_or_default();
    assert_eq!(object(json!(["accept", "deleteGuest", {"tryAgain": "directLink"}])), "GuestObject = deleted");
    assert_eq!(object(json!(["accept", "deleteGuest", "deletePermanently", {"tryAgain": "directLink"}])), "GuestObject = gone");
    assert_eq!(
        lookup(json!(["accept", {"tryAgain": "directLink"}])),
        ["InvitedEmail = nina@adatum.example", "TypedName = nina@adatum.example", "AccountDisabled = no"]
    );
    let state = |story: serde_json::Value| facts(&run(json!({}), json!({"story": story})), Node::GuestState);
    assert_eq!(state(json!([])), ["ExternalUserState = PendingAcceptance"]);
    assert_eq!(
        state(json!(["accept", {"tryAgain": "directLink"}])),
        ["ExternalUserState = Accepted", "IdentityProvider = Microsoft Entra ID"]
    );
}

#[test]
fn operations_name_the_object_and_how_long_it_has_been_deleted() {
    let operation =
        |story: serde_json::Value, operation| facts(&run(json!({}), json!({"story": story})), Node::Operation(operation));
    assert_eq!(
        operation(json!(["accept", "deleteGuest", {"letTimePass": 8639}, "restoreGuest"]), Operation::RestoreGuest),
        ["GuestObject = deleted", "DeletedFor = 5"]
    );
    assert_eq!(operation(json!(["accept", "deleteGuest"]), Operation::DeleteGuest), ["GuestObject = exists"]);
    assert_eq!(operation(json!(["accept", {"letTimePass": 60}]), Operation::Wait), [""; 0]);
    assert_eq!(
        operation(json!(["accept", "resetRedemption"]), Operation::ResetRedemption),
        ["GuestObject = exists", "ExternalUserState = Accepted"]
    );
}

#[test]
fn a_link_is_named_with_its_age_in_whole_days() {
    let link = |readings: serde_json::Value, story: serde_json::Value| {
        facts(&run(json!({"interpretations": readings}), json!({"story": story})), Node::LinkValid)
    };
    let usual = ["LinkAge = 2", "LinkExpiry = never", "LinkWorksOnce = no", "LinkUsed = yes"];
    assert_eq!(link(json!({}), json!(["accept", {"letTimePass": 4319}, {"tryAgain": "emailLink"}])), usual);
    let once = json!({"linkExpiresAfterDays": 90, "linkWorksOnce": true});
    let used = ["LinkAge = 0", "LinkExpiry = 90", "LinkWorksOnce = yes", "LinkUsed = yes"];
    assert_eq!(link(once, json!(["accept", {"tryAgain": "emailLink"}])), used);
}

#[test]
fn a_consumer_who_gets_a_password_must_read_the_mail_only_where_it_is_sent() {
    let offered = |edition: &str, reads: bool| {
        let design = json!({
            "edition": edition,
            "resourceTenant": {"emailOneTimePasscode": "disabled"},
            "interpretations": {"passwordsForUnmanaged": true},
        });
        let guest = json!({
            "invitedEmail": "ravi@gmail.com",
            "person": {"workAccount": null, "readsInvitedMailbox": reads},
        });
        match run(design, guest).next {
            Next::Person { prompt: Prompt::CreateAccount { possible }, .. } => possible,
            other => panic!("{other:?}"),
        }
    };
    assert!(offered("2021-05", true) && !offered("2021-05", false));
    assert!(offered("2024-03", true) && offered("2024-03", false));
}

#[test]
fn what_happened_to_the_mail_and_the_addresses_is_known_in_later_chapters() {
    let blocked = run(json!({}), json!({"person": {"unsubscribed": true}}));
    assert_eq!(facts(&blocked, Node::MailFound), ["SendMail = yes", "Unsubscribed = yes"]);
    let home = json!([{
        "tenantId": "a", "displayName": "Adatum", "verifiedDomains": ["adatum.example"],
        "users": [{"userPrincipalName": "nina@adatum.example", "mail": "nina.berg@adatum.example"}],
    }]);
    let guest = json!({
        "secondAddress": "nina.berg@adatum.example",
        "signInName": "nina.berg@adatum.example",
        "story": ["accept", "inviteSecondAddress", {"letTimePass": 60}, {"tryAgain": "directLink"}],
    });
    let found = facts(&run(json!({"homeTenants": home}), guest), Node::GuestLookup);
    assert!(found.contains(&"SecondAddress = nina.berg@adatum.example".to_owned()), "{found:?}");
}

#[test]
fn who_is_pending_is_looked_for_by_address_and_an_alias_finds_nobody() {
    let pending = run(json!({}), json!({"wayIn": "directLink"}));
    assert_eq!(
        facts(&pending, Node::GuestLookup),
        [
            "InvitedEmail = nina@adatum.example",
            "TypedName = nina@adatum.example",
            "ProxyAddresses = nina@adatum.example",
            "AccountDisabled = no",
        ]
    );
    let alias = json!({"signInName": "nina.berg@adatum.example", "story": ["accept", {"tryAgain": "directLink"}]});
    assert_eq!(run(json!({}), alias).outcome(), Some(Outcome::GuestNotFound));
}

#[test]
fn google_is_offered_at_the_endpoint_only_where_it_is_configured() {
    let offered = |google: bool, cloud: &str| {
        let design = json!({"resourceTenant": {"googleFederation": google, "cloud": cloud}});
        let guest = ravi(json!({"wayIn": "commonEndpointWithOrganization", "targetApp": "multitenantApp"}));
        match run(design, guest).next {
            Next::Person { prompt: Prompt::SignInOptions { google, .. }, .. } => google,
            other => panic!("{other:?}"),
        }
    };
    assert!(offered(true, "global"));
    assert!(!offered(false, "global") && !offered(true, "china21Vianet") && !offered(false, "china21Vianet"));
}
