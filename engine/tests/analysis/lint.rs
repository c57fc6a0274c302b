//! What a design has in it that does nothing, and whom a change locks out.

use redemption_engine::act::Act;
use redemption_engine::analysis::course::Finish;
use redemption_engine::analysis::lint::{Kind, lint, locked_out};
use redemption_engine::analysis::{
    heat::Heat,
    profiles::{Profiles, Scope},
};
use redemption_engine::design::{
    Design, EmailOneTimePasscode, FallbackProvider, IdentityProvider, PrimaryProvider, RedemptionOrder,
};
use redemption_engine::flow::{Answer, Flow, Node, Outcome};

use crate::designs;

fn kinds(design: &Design) -> Vec<(Kind, String)> {
    lint(design).1.into_iter().map(|finding| (finding.kind, finding.text)).collect()
}

/// Source: seed 003: Google is asked at *Social identity providers*; a provider that is left out of the order is not asked.
#[test]
fn google_that_is_left_out_of_the_order_is_never_reached() {
    let mut design = designs::of("gmail-with-google-federation");
    assert!(!kinds(&design).iter().any(|(kind, _)| *kind == Kind::ProviderNeverReached));
    let primary = vec![PrimaryProvider::AzureActiveDirectory, PrimaryProvider::ExternalFederation];
    design.resource_tenant.redemption_order = RedemptionOrder::new(primary, FallbackProvider::DefaultConfiguredIdp).unwrap();
    let found = lint(&design).1;
    // Who selects Google at a common address still comes there, so it is not unreachable; nobody is sent there by the order.
    let reached = Profiles::of(vec![design.clone()], Scope::Discovery, 1_000_000);
    let heat = Heat::of(&reached, 0);
    assert_eq!(
        found.iter().any(|finding| finding.kind == Kind::ProviderNeverReached),
        heat.node(Node::SignIn(IdentityProvider::Google)).possible == 0
    );
}

#[test]
fn a_federated_domain_that_entra_has_verified_is_shadowed_until_federation_comes_first() {
    let shadowed = |name: &str| {
        kinds(&designs::of(name))
            .into_iter()
            .filter(|(kind, _)| *kind == Kind::FederationShadowed)
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    let found = shadowed("federated-verified-domain");
    assert!(found.iter().any(|text| text.contains("Microsoft Entra ID")), "{found:?}");
    let first = shadowed("federated-verified-domain-saml-first");
    assert!(!first.iter().any(|text| text.starts_with("Nobody")), "{first:?}");
}

#[test]
fn guests_without_a_way_in_are_found_where_passcodes_are_the_only_fallback_and_off() {
    let mut design = Design::default();
    let order =
        RedemptionOrder::new(vec![PrimaryProvider::AzureActiveDirectory], FallbackProvider::EmailOneTimePasscode).unwrap();
    design.resource_tenant.redemption_order = order;
    design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    let (profiles, found) = lint(&design);
    let finding = found.iter().find(|finding| finding.kind == Kind::NoWayIn).unwrap();
    let example = finding.example.unwrap();
    assert_eq!(profiles.courses(&example)[0].finish, Finish::Ended(Outcome::PasscodeOff));
    assert!(!kinds(&Design::default()).iter().any(|(kind, _)| *kind == Kind::NoWayIn));
}

/// Source: `one-time-passcode.md`, `google-federation.md`: guests who redeemed with a provider that is then switched off are locked out.
#[test]
fn guests_who_redeemed_with_passcodes_are_locked_out_once_passcodes_are_off() {
    let first = designs::of("no-account-passcode-on");
    let mut second = first.clone();
    second.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    let (profiles, found) = locked_out(&first, &second);
    let passcode = found.iter().find(|group| group.provider == Some(IdentityProvider::EmailOneTimePasscode)).unwrap();
    assert_eq!(passcode.finish, Finish::Ended(Outcome::ProviderRemoved));
    assert!(passcode.profiles > 0);
    assert!(profiles.origin(&passcode.example.unwrap()).is_some());
    assert_eq!(locked_out(&first, &first).1, []);
}

#[test]
fn everybody_who_is_counted_passes_the_start_and_no_edge_has_more_guests_than_its_node() {
    let design = designs::of("partner-with-saml");
    let profiles = Profiles::of(vec![design.clone()], Scope::Everything, 1_000_000);
    let heat = Heat::of(&profiles, 0);
    assert_eq!(heat.guests(), u64::try_from(profiles.len()).unwrap());
    let start = heat.node(Node::InviterAllowed);
    assert_eq!((start.certain, start.possible), (heat.guests(), heat.guests()));
    let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
    for edge in flow.edges() {
        assert!(heat.edge(*edge).possible <= heat.node(edge.from()).possible, "{}", edge.id());
    }
}

/// Who has never been there has no session: only an edge of those who come back leads to that check, and no setting changes it.
#[test]
fn no_first_attempt_comes_to_a_check_of_later_ones() {
    let mut designs = designs::gallery();
    designs.push(("strict".to_owned(), designs::strict()));
    for (name, design) in designs {
        let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
        let coming_back = |node: &&Node| {
            let mut to = flow.edges().iter().filter(|edge| edge.to() == **node).peekable();
            to.peek().is_some() && to.all(|edge| edge.answer() == Answer::SameBrowser)
        };
        let later: Vec<Node> = flow.nodes().iter().filter(|node| node.is_of_later_attempts()).copied().collect();
        assert_eq!(later, [Node::SignInSession], "{name}");
        assert_eq!(later, flow.nodes().iter().filter(coming_back).copied().collect::<Vec<_>>(), "{name}");
        let profiles = Profiles::of(vec![design], Scope::Discovery, 1_000_000);
        assert_eq!(Heat::of(&profiles, 0).node(Node::SignInSession).possible, 0, "{name}");
    }
    let mut workspace = redemption_engine::presets::find("managed-entra-guest").unwrap().workspace;
    workspace.guests[0].story = vec![Act::Accept, Act::ReturnInSameBrowser];
    let run = redemption_engine::engine::followed(&workspace.design, &workspace.guests[0]);
    assert!(run.places().into_iter().any(|place| run.node(place) == Some(Node::SignInSession)), "who has been there comes there");
}
