//! Every kind of problem appears where it should, at the control where it can be mended, and not in an ordinary workspace.
//!
//! Asserts ids and fields, not prose.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a failing test may panic")]

mod access;
mod invitation;
#[path = "../ordinary/mod.rs"]
mod ordinary;
mod policies;
mod removal;
mod severity;

use ordinary::{address, domain, federation, guest, home, ordinary, user};
use redemption_engine::design::{
    CollaborationRestrictions, ConditionalAccessPolicy, Design, Edition, EmailOneTimePasscode, FallbackProvider, GrantControl,
    HomeTenant, PrimaryProvider, RedemptionOrder, RestrictionKind, TermsOfUse,
};
use redemption_engine::guest::{Guest, MicrosoftAccount, TargetApp, WayIn};
use redemption_engine::problems::{ProblemCode, check};
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

fn second_home(workspace: &mut Workspace) -> &mut HomeTenant {
    let fabrikam = home("9f3c1c1e-1111-4222-8333-444455556666", "Fabrikam", "fabrikam.example");
    workspace.design.home_tenants.push(fabrikam);
    &mut workspace.design.home_tenants[1]
}

fn set_order(workspace: &mut Workspace, primary: &[PrimaryProvider], fallback: FallbackProvider) {
    workspace.design.resource_tenant.redemption_order = RedemptionOrder::new(primary.to_vec(), fallback).unwrap();
}

const ENTRA: PrimaryProvider = PrimaryProvider::AzureActiveDirectory;
const FEDERATION: PrimaryProvider = PrimaryProvider::ExternalFederation;
const SOCIAL: PrimaryProvider = PrimaryProvider::SocialIdentityProviders;

/// As many federations as there are, and so many more.
fn more_federations(workspace: &mut Workspace, more: usize) {
    let federations = (0..more).map(|number| federation(&[&format!("partner{number}.example")]));
    workspace.design.resource_tenant.federations.extend(federations);
}

/// A deny list of so many domains of twenty characters.
fn deny(workspace: &mut Workspace, domains: usize) {
    let domains = (0..domains).map(|number| domain(&format!("d{number:011}.example"))).collect();
    workspace.design.resource_tenant.collaboration_restrictions =
        CollaborationRestrictions { kind: RestrictionKind::DenyList, domains };
}

type Example = (&'static str, &'static str, fn(&mut Workspace));

/// A problem's id, the control it names, what brings it about in the ordinary workspace, and what mends it then.
type Mended = (&'static str, &'static str, fn(&mut Workspace), fn(&mut Workspace));

fn mended() -> impl Iterator<Item = Mended> {
    [access::MENDED, invitation::MENDED, policies::MENDED].into_iter().flatten().copied()
}

fn examples() -> impl Iterator<Item = Example> {
    EXAMPLES.iter().copied().chain(mended().map(|(id, field, change, _)| (id, field, change)))
}

/// For each problem: its id, the control it names, and what brings it about in the ordinary workspace.
const EXAMPLES: &[Example] = &[
    ("RDM-001", "resource.redemptionOrder.fallback", |w| {
        set_order(w, &[ENTRA, FEDERATION, SOCIAL], FallbackProvider::EmailOneTimePasscode);
        w.design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    }),
    ("RDM-002", "resource.federations.0.domains", |w| w.design.resource_tenant.verified_domains.push(domain("tailspin.example"))),
    ("RDM-003", "resource.redemptionOrder.primary", |w| {
        set_order(w, &[FEDERATION, ENTRA, SOCIAL], FallbackProvider::DefaultConfiguredIdp);
        w.design.resource_tenant.federations.clear();
    }),
    ("RDM-004", "resource.redemptionOrder.primary", |w| {
        set_order(w, &[SOCIAL, ENTRA, FEDERATION], FallbackProvider::DefaultConfiguredIdp);
        w.design.resource_tenant.google_federation = false;
    }),
    ("RDM-005", "resource.redemptionOrder.primary", |w| set_order(w, &[ENTRA, SOCIAL], FallbackProvider::DefaultConfiguredIdp)),
    ("RDM-006", "resource.redemptionOrder.primary", |w| {
        set_order(w, &[ENTRA, FEDERATION], FallbackProvider::DefaultConfiguredIdp)
    }),
    ("RDM-007", "resource.federations.1.domains", |w| w.design.resource_tenant.federations.push(federation(&[]))),
    ("RDM-008", "resource.federations.1.domains", |w| {
        w.design.resource_tenant.federations.push(federation(&["tailspin.example"]))
    }),
    ("RDM-009", "resource.termsOfUse", |w| {
        w.design.resource_tenant.terms_of_use = vec![TermsOfUse::named("Guest terms"); 41];
    }),
    ("RDM-010", "resource.privacy.statementUrl", |w| {
        w.design.resource_tenant.privacy.statement_url = Some("http://woodgrove.example/privacy".to_owned());
    }),
    ("RDM-010", "resource.inviteRedirectUrl", |w| w.design.resource_tenant.invite_redirect_url = Some("myapps".to_owned())),
    ("RDM-010", "guest.1.inviteRedirectUrl", |w| w.guests[1].invitation.invite_redirect_url = Some(String::new())),
    ("RDM-011", "resource.displayName", |w| w.design.resource_tenant.display_name = " ".to_owned()),
    ("RDM-011", "resource.federations.0.displayName", |w| w.design.resource_tenant.federations[0].display_name.clear()),
    ("RDM-011", "resource.termsOfUse", |w| w.design.resource_tenant.terms_of_use[0].display_name.clear()),
    ("RDM-011", "home.0.displayName", |w| w.design.home_tenants[0].display_name.clear()),
    ("RDM-011", "guest.0.displayName", |w| w.guests[0].display_name.clear()),
    ("RDM-012", "resource.redemptionOrder.primary", |w| {
        w.design.edition = Edition::Y2021;
        set_order(w, &[FEDERATION, ENTRA, SOCIAL], FallbackProvider::DefaultConfiguredIdp);
    }),
    ("RDM-012", "resource.redemptionOrder.fallback", |w| {
        w.design.edition = Edition::Y2019;
        set_order(w, &[ENTRA, FEDERATION, SOCIAL], FallbackProvider::MicrosoftAccount);
    }),
    ("RDM-013", "home.0.outboundAutomaticRedemption", |w| {
        w.design.edition = Edition::Y2021;
        w.design.home_tenants[0].outbound_automatic_redemption = true;
    }),
    ("RDM-014", "resource.federations.0.domains", |w| {
        w.design.edition = Edition::Y2021;
        w.design.resource_tenant.federations[0].domains.push(domain("adatum.example"));
    }),
    ("RDM-015", "resource.federations.0.isEntraTenant", |w| {
        w.design.edition = Edition::Y2026;
        w.design.resource_tenant.federations[0].is_entra_tenant = true;
    }),
    ("RDM-016", "guest.0.wayIn", |w| {
        w.design.edition = Edition::Y2019;
        w.guests[0].way_in = WayIn::CommonEndpointWithOrganization;
    }),
    ("RDM-017", "home.0.tenantId", |w| w.design.home_tenants[0].tenant_id = "adatum".to_owned()),
    ("RDM-018", "home.1.tenantId", |w| second_home(w).tenant_id = "3D0F5DEC-5D3D-455C-8016-E2AF1AE4D31A".to_owned()),
    ("RDM-019", "home.1.verifiedDomains", |w| second_home(w).verified_domains.push(domain("adatum.example"))),
    ("RDM-019", "home.0.verifiedDomains", |w| {
        w.design.home_tenants[0].verified_domains.push(domain("woodgrove.onmicrosoft.com"));
    }),
    ("RDM-020", "home.0.users", |w| w.design.home_tenants[0].users.push(user("ola@fabrikam.example"))),
    ("RDM-021", "home.1.users", |w| second_home(w).users.push(user("nina@adatum.example"))),
    ("RDM-021", "home.0.users", |w| w.design.home_tenants[0].users.push(user("nina@adatum.example"))),
    ("RDM-022", "home.0.inboundAutomaticRedemption", |w| w.design.home_tenants[0].outbound_automatic_redemption = true),
    ("RDM-022", "home.0.outboundAutomaticRedemption", |w| {
        w.design.home_tenants[0].partner.inbound_automatic_redemption = Some(true);
    }),
    ("RDM-023", "home.0.emailBasedSubscriptions", |w| {
        w.design.home_tenants[0].just_in_time_creation.allow_email_verified_users_to_join_organization = true;
    }),
    ("RDM-023", "home.0.allowEmailVerifiedUsers", |w| {
        w.design.home_tenants[0].just_in_time_creation.allowed_to_sign_up_email_based_subscriptions = true;
    }),
    ("RDM-024", "guest.0.invitedEmail", |w| w.guests.clear()),
    ("RDM-025", "guest.0.workAccount", |w| w.guests[0].person.work_account = Some(address("nina.berg@adatum.example"))),
    // redemption-experience.md, 2024-03-26, direct link, special cases: contact object, alias.
    ("RDM-026", "guest.0.sendInvitationMessage", |w| {
        w.guests[0].invitation.send_invitation_message = false;
        w.guests[0].invitation.contact_conflict = true;
    }),
    ("RDM-026", "guest.1.sendInvitationMessage", |w| {
        w.guests[1].invitation.send_invitation_message = false;
        w.guests[1].sign_in_name = Some(address("omar.haddad@tailspin.example"));
    }),
    // faq.yml, 2025-06: an invitation to a mail address that is not the user principal name.
    ("RDM-026", "guest.0.sendInvitationMessage", |w| {
        w.design.home_tenants[0].users[0].mail = Some(address("nina.berg@adatum.example"));
        w.guests[0].invited_email = address("nina.berg@adatum.example");
        w.guests[0].invitation.send_invitation_message = false;
    }),
    // redemption-experience.md, 2021-05-27, last paragraph of the flow: no account and no passcode.
    ("RDM-026", "guest.2.sendInvitationMessage", |w| {
        w.design.edition = Edition::Y2021;
        let mut pia = guest("Pia", "pia@proseware.example");
        pia.invitation.send_invitation_message = false;
        w.guests.push(pia);
    }),
    ("RDM-027", "guest.0.sendInvitationMessage", |w| w.guests[0].invitation.send_invitation_message = false),
    ("RDM-028", "guest.0.wayIn", redeem_automatically),
    ("RDM-029", "guest.2.contactConflict", |w| w.guests.push(conflicted_with_microsoft_account())),
    ("RDM-030", "guest.1.signInName", |w| {
        w.guests[1].way_in = WayIn::DirectLink;
        w.guests[1].sign_in_name = Some(address("omar.haddad@tailspin.example"));
    }),
    ("RDM-031", "guest.0.partnerAccount", |w| w.guests[0].person.partner_account = true),
    ("RDM-032", "guest.0.targetApp", |w| {
        w.guests[0].way_in = WayIn::CommonEndpointWithOrganization;
        w.guests[0].target_app = TargetApp::SingleTenantApp;
    }),
    ("RDM-033", "guest.1.liveWorkSession", |w| w.guests[1].person.live_work_session = true),
    ("RDM-034", "guest.2.googleAccount", |w| {
        w.design.resource_tenant.google_federation = true;
        let mut quinn = guest("Quinn", "quinn.freelance@gmail.com");
        quinn.person.google_account = Some(address("quinn.private@gmail.com"));
        w.guests.push(quinn);
    }),
    ("RDM-104", "resource.federations.0.issuerUri", |w| w.design.resource_tenant.federations[0].issuer_uri = " ".to_owned()),
    // direct-federation.md, 2022-10-03: 1,000 relationships; the ordinary workspace has one.
    ("RDM-105", "resource.federations.1000.displayName", |w| more_federations(w, 1000)),
    // allow-deny-list.md, 2024-09: 25,000 characters.
    ("RDM-106", "resource.collaborationRestrictions.domains", |w| deny(w, 1251)),
    ("RDM-107", "resource.conditionalAccess.0.grantControls", |w| {
        let policy = ConditionalAccessPolicy::demanding("Strong", vec![GrantControl::Mfa, GrantControl::AuthenticationStrength]);
        w.design.resource_tenant.conditional_access.push(policy);
    }),
];

fn redeem_automatically(workspace: &mut Workspace) {
    let adatum = &mut workspace.design.home_tenants[0];
    adatum.outbound_automatic_redemption = true;
    adatum.partner.inbound_automatic_redemption = Some(true);
}

fn conflicted_with_microsoft_account() -> Guest {
    let mut pia = guest("Pia", "pia@proseware.example");
    pia.person.microsoft_account = Some(MicrosoftAccount { sign_in_name: address("pia@proseware.example"), aliases: Vec::new() });
    pia.invitation.contact_conflict = true;
    pia
}

fn found(workspace: &Workspace) -> Vec<(&'static str, String)> {
    check(workspace).into_iter().map(|problem| (problem.code.card().id, problem.field.to_string())).collect()
}

fn changed(change: impl FnOnce(&mut Workspace)) -> Vec<&'static str> {
    let mut workspace = ordinary();
    change(&mut workspace);
    found(&workspace).into_iter().map(|(id, _)| id).collect()
}

#[test]
fn an_ordinary_workspace_has_no_problems() {
    assert_eq!(found(&ordinary()), []);
    let mut newest = ordinary();
    newest.design.edition = Edition::Y2026;
    assert_eq!(found(&newest), []);
}

#[test]
fn a_brand_new_tenant_lacks_only_a_guest_and_the_federation_that_its_order_names() {
    let new = Workspace::new("New", Design::default(), Vec::new());
    for edition in Edition::iter() {
        let new = Workspace { design: Design { edition, ..Design::default() }, ..new.clone() };
        let order = ("RDM-003", "resource.redemptionOrder.primary".to_owned());
        let guest = ("RDM-024", "guest.0.invitedEmail".to_owned());
        let expected = if edition >= Edition::Y2024 { vec![order, guest] } else { vec![guest] };
        assert_eq!(found(&new), expected, "{edition:?}");
    }
}

#[test]
fn every_problem_appears_once_at_its_control() {
    for (id, field, change) in examples() {
        let mut workspace = ordinary();
        change(&mut workspace);
        let found = found(&workspace);
        let count = found.iter().filter(|(code, at)| *code == id && at == field).count();
        assert_eq!(count, 1, "{id} at {field}: {found:?}");
    }
}

#[test]
fn a_problem_is_gone_once_it_is_mended() {
    for (id, field, change, mend) in mended() {
        let mut workspace = ordinary();
        change(&mut workspace);
        mend(&mut workspace);
        let found = found(&workspace);
        assert!(!found.iter().any(|(code, at)| *code == id && at == field), "{id} at {field}: {found:?}");
    }
}

#[test]
fn every_code_has_an_example() {
    for code in ProblemCode::iter() {
        let id = code.card().id;
        if code.is_of_typed_text() {
            continue;
        }
        assert!(examples().any(|(example, ..)| example == id), "{id}");
    }
}

#[test]
fn a_message_is_one_or_two_short_sentences_and_brings_severity_and_sources_of_its_code() {
    for (id, _, change) in examples() {
        let mut workspace = ordinary();
        change(&mut workspace);
        for problem in check(&workspace) {
            let card = problem.code.card();
            assert_eq!((problem.severity, problem.sources), (card.severity, card.sources), "{id}");
            assert!(problem.message.ends_with('.'), "{id}: {}", problem.message);
            assert!(problem.message.matches(". ").count() <= 1, "{id}: {}", problem.message);
            assert!(problem.message.len() <= 200, "{id}: {} characters: {}", problem.message.len(), problem.message);
        }
    }
}

#[test]
fn passcode_as_the_fallback_is_fine_while_the_edition_has_it_on_by_default() {
    let ids = changed(|w| set_order(w, &[ENTRA, FEDERATION, SOCIAL], FallbackProvider::EmailOneTimePasscode));
    assert_eq!(ids, [""; 0]);
}

#[test]
fn what_the_default_order_asks_last_may_be_missing_when_another_provider_is_moved_up() {
    let ids = changed(|w| {
        set_order(w, &[FEDERATION, ENTRA, SOCIAL], FallbackProvider::DefaultConfiguredIdp);
        w.design.resource_tenant.google_federation = false;
    });
    assert_eq!(ids, [""; 0]);
}

#[test]
fn the_older_editions_say_only_that_they_ignore_the_order() {
    let ids = changed(|w| {
        w.design.edition = Edition::Y2021;
        set_order(w, &[ENTRA], FallbackProvider::EmailOneTimePasscode);
    });
    assert_eq!(ids, ["RDM-012"]);
}

#[test]
fn a_thousand_federations_and_a_list_of_25_000_characters_are_allowed() {
    assert_eq!(changed(|w| more_federations(w, 999)), [""; 0]);
    assert_eq!(changed(|w| deny(w, 1250)), [""; 0]);
}

#[test]
fn forty_terms_of_use_are_allowed() {
    let ids = changed(|w| {
        w.design.resource_tenant.terms_of_use = (1..=40).map(|number| TermsOfUse::named(format!("Terms {number}"))).collect();
    });
    assert_eq!(ids, [""; 0]);
}

#[test]
fn a_federation_on_a_verified_domain_counts_from_2024_on() {
    let ids = changed(|w| w.design.resource_tenant.federations[0].domains.push(domain("adatum.example")));
    assert_eq!(ids, [""; 0]);
}

#[test]
fn a_federation_with_an_entra_tenant_counts_until_2024() {
    let ids = changed(|w| w.design.resource_tenant.federations[0].is_entra_tenant = true);
    assert_eq!(ids, [""; 0]);
}

#[test]
fn a_contact_conflict_needs_no_mail_in_2026() {
    let ids = changed(|w| {
        w.design.edition = Edition::Y2026;
        w.guests[1].invitation.send_invitation_message = false;
        w.guests[1].invitation.contact_conflict = true;
        w.guests[1].way_in = WayIn::DirectLink;
    });
    assert_eq!(ids, [""; 0]);
}

#[test]
fn a_guest_who_comes_by_direct_link_needs_no_mail() {
    let ids = changed(|w| {
        w.guests[0].invitation.send_invitation_message = false;
        w.guests[0].way_in = WayIn::DirectLink;
    });
    assert_eq!(ids, [""; 0]);
}

#[test]
fn a_guest_without_an_account_needs_the_mail_only_where_creation_needs_it() {
    for (edition, passcode, expected) in [
        (Edition::Y2019, EmailOneTimePasscode::Default, vec!["RDM-026"]),
        (Edition::Y2021, EmailOneTimePasscode::Default, vec!["RDM-026"]),
        (Edition::Y2021, EmailOneTimePasscode::Enabled, vec![]),
        (Edition::Y2024, EmailOneTimePasscode::Disabled, vec![]),
    ] {
        let ids = changed(|w| {
            w.design.edition = edition;
            w.design.resource_tenant.email_one_time_passcode = passcode;
            let mut pia = guest("Pia", "pia@proseware.example");
            pia.invitation.send_invitation_message = false;
            pia.way_in = WayIn::DirectLink;
            w.guests.push(pia);
        });
        assert_eq!(ids, expected, "{edition:?} {passcode:?}");
    }
}

#[test]
fn a_work_guest_who_types_the_user_principal_name_needs_no_mail() {
    let ids = changed(|w| {
        w.design.home_tenants[0].users[0].mail = Some(address("nina.berg@adatum.example"));
        w.guests[0].invited_email = address("nina.berg@adatum.example");
        w.guests[0].sign_in_name = Some(address("nina@adatum.example"));
        w.guests[0].invitation.send_invitation_message = false;
        w.guests[0].way_in = WayIn::DirectLink;
    });
    assert_eq!(ids, [""; 0]);
}

#[test]
fn automatic_redemption_by_direct_link_is_as_it_should_be() {
    let ids = changed(|w| {
        redeem_automatically(w);
        w.guests[0].way_in = WayIn::DirectLink;
        w.guests[0].invitation.send_invitation_message = false;
    });
    assert_eq!(ids, [""; 0]);
}

#[test]
fn a_microsoft_account_with_a_contact_conflict_is_doubtful_only_in_2024_and_by_mail_link() {
    for (edition, way_in, expected) in [
        (Edition::Y2024, WayIn::EmailLink, vec!["RDM-029"]),
        (Edition::Y2024, WayIn::DirectLink, vec![]),
        (Edition::Y2026, WayIn::EmailLink, vec![]),
    ] {
        let ids = changed(|w| {
            w.design.edition = edition;
            w.guests.push(Guest { way_in, ..conflicted_with_microsoft_account() });
        });
        assert_eq!(ids, expected, "{edition:?} {way_in:?}");
    }
}

#[test]
fn a_guest_with_two_accounts_of_one_name_may_choose_the_doubtful_one() {
    let ids = changed(|w| {
        w.guests[0].person.microsoft_account =
            Some(MicrosoftAccount { sign_in_name: address("nina@adatum.example"), aliases: Vec::new() });
        w.guests[0].invitation.contact_conflict = true;
    });
    assert_eq!(ids, ["RDM-029"]);
}

#[test]
fn an_app_of_one_tenant_is_reached_by_a_direct_link() {
    let ids = changed(|w| {
        w.guests[0].way_in = WayIn::DirectLink;
        w.guests[0].target_app = TargetApp::SingleTenantApp;
    });
    assert_eq!(ids, [""; 0]);
}

#[test]
fn in_2019_a_common_endpoint_leads_home_whatever_the_app() {
    let ids = changed(|w| {
        w.design.edition = Edition::Y2019;
        w.guests[0].way_in = WayIn::CommonEndpoint;
        w.guests[0].target_app = TargetApp::SingleTenantApp;
    });
    assert_eq!(ids, [""; 0]);
}
