//! What *Take it out* takes out: the problem is gone, and everything else is as it was.
//!
//! Each case says what is left in words of its own; nothing is compared with what the engine answers.

use redemption_engine::act::Act;
use redemption_engine::design::{
    AccessSettings, AccessType, Cloud, CollaborationRestrictions, ConditionalAccessPolicy, Edition, GrantControl, PolicyState,
    RestrictionKind,
};
use redemption_engine::problems::{Problem, check};
use redemption_engine::workspace::Workspace;

use crate::ordinary::{address, domain, ordinary, user};

/// A problem's id, what brings it about in the ordinary workspace, and what brings about what is left once it is taken out.
type Case = (&'static str, fn(&mut Workspace), fn(&mut Workspace));

fn federate(workspace: &mut Workspace, domains: &[&str]) {
    workspace.design.resource_tenant.federations[0].domains = domains.iter().copied().map(domain).collect();
}

fn policy_with_terms(workspace: &mut Workspace, state: PolicyState, terms: &[&str]) {
    let mut policy = ConditionalAccessPolicy::demanding("Guests", vec![GrantControl::Mfa]);
    policy.state = state;
    policy.terms_of_use = terms.iter().map(|name| (*name).to_owned()).collect();
    workspace.design.resource_tenant.conditional_access.push(policy);
}

const CASES: &[Case] = &[
    (
        "RDM-002",
        |w| {
            w.design.resource_tenant.verified_domains.push(domain("woodgrove.example"));
            federate(w, &["tailspin.example", "woodgrove.example"]);
        },
        |w| w.design.resource_tenant.verified_domains.push(domain("woodgrove.example")),
    ),
    (
        "RDM-008",
        |w| {
            w.design.resource_tenant.federations.push(crate::ordinary::federation(&["wingtip.example", "tailspin.example"]));
        },
        |w| w.design.resource_tenant.federations.push(crate::ordinary::federation(&["wingtip.example"])),
    ),
    (
        "RDM-014",
        |w| {
            w.design.edition = Edition::Y2021;
            federate(w, &["adatum.example", "tailspin.example"]);
        },
        |w| w.design.edition = Edition::Y2021,
    ),
    (
        "RDM-021",
        |w| {
            let users = &mut w.design.home_tenants[0].users;
            users.push(user("nina@adatum.example"));
            users.push(user("ola@adatum.example"));
        },
        |w| w.design.home_tenants[0].users.push(user("ola@adatum.example")),
    ),
    ("RDM-041", |w| w.design.home_tenants[0].partner.inbound = Some(AccessSettings::default()), |_| ()),
    ("RDM-041", |w| w.design.home_tenants[0].partner.inbound_trust = Some(Default::default()), |_| ()),
    (
        "RDM-041",
        |w| {
            w.design.home_tenants[0].outbound = AccessSettings::all(AccessType::Blocked);
            w.design.home_tenants[0].outbound_to_resource = Some(AccessSettings::all(AccessType::Blocked));
        },
        |w| w.design.home_tenants[0].outbound = AccessSettings::all(AccessType::Blocked),
    ),
    (
        "RDM-045",
        |w| w.design.resource_tenant.allowed_clouds = vec![Cloud::UsGovernment, Cloud::Global],
        |w| w.design.resource_tenant.allowed_clouds = vec![Cloud::UsGovernment],
    ),
    (
        "RDM-050",
        |w| {
            w.design.resource_tenant.collaboration_restrictions =
                CollaborationRestrictions { kind: RestrictionKind::AnyDomain, domains: vec![domain("proseware.example")] };
        },
        |_| (),
    ),
    (
        "RDM-072",
        |w| policy_with_terms(w, PolicyState::Enabled, &["Old terms", "Guest terms"]),
        |w| policy_with_terms(w, PolicyState::Enabled, &["Guest terms"]),
    ),
    (
        "RDM-078",
        |w| policy_with_terms(w, PolicyState::Disabled, &["Guest terms"]),
        |w| policy_with_terms(w, PolicyState::Disabled, &[]),
    ),
    ("RDM-088", |w| w.guests[0].second_address = Some(address("nina@adatum.example")), |_| ()),
    (
        "RDM-099",
        |w| w.guests[0].story = vec![Act::Accept, Act::EnterPasscode, Act::Accept],
        |w| w.guests[0].story = vec![Act::Accept],
    ),
    (
        "RDM-100",
        |w| w.guests[0].story = vec![Act::Accept, Act::Accept, Act::ResendInvitation],
        |w| w.guests[0].story = vec![Act::Accept, Act::Accept],
    ),
    (
        "RDM-102",
        |w| {
            w.keep_as_expected([0, 1]);
            w.expectations[0].guest = "Nobody".to_owned();
        },
        |w| w.keep_as_expected([1]),
    ),
];

fn found(workspace: &Workspace, id: &str) -> Vec<Problem> {
    check(workspace).into_iter().filter(|problem| problem.code.card().id == id).collect()
}

#[test]
fn what_is_taken_out_mends_its_problem_and_leaves_everything_else() {
    for (id, brings_about, leaves) in CASES {
        let mut workspace = ordinary();
        brings_about(&mut workspace);
        let problems = found(&workspace, id);
        let [problem] = problems.as_slice() else { panic!("{id}: {problems:?}") };
        problem.removal.as_ref().unwrap_or_else(|| panic!("{id} offers nothing")).apply(&mut workspace);
        let mut left = ordinary();
        leaves(&mut left);
        assert_eq!(workspace, left, "{id}");
        assert_eq!(found(&workspace, id), [], "{id}");
    }
}

#[test]
fn the_last_domain_of_a_federation_is_not_offered() {
    let mut workspace = ordinary();
    workspace.design.resource_tenant.verified_domains.push(domain("tailspin.example"));
    let problems = found(&workspace, "RDM-002");
    assert_eq!(problems.iter().map(|problem| &problem.removal).collect::<Vec<_>>(), [&None]);
}

#[test]
fn what_is_gone_by_now_is_left() {
    for (id, brings_about, _) in CASES {
        let mut workspace = ordinary();
        brings_about(&mut workspace);
        let removal = found(&workspace, id)[0].removal.clone().unwrap();
        removal.apply(&mut workspace);
        let mended = workspace.clone();
        // Only these are told by their position alone, and are offered anew after each change.
        if !matches!(*id, "RDM-021" | "RDM-102") {
            removal.apply(&mut workspace);
            assert_eq!(workspace, mended, "{id}");
        }
        let mut empty = Workspace::new("Empty", Default::default(), Vec::new());
        let before = empty.clone();
        removal.apply(&mut empty);
        assert_eq!(empty, before, "{id}");
    }
}
