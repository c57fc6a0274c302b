//! How fast decisions are: discovery, a whole journey, and a journey with its trace, beside a plain hand-written `decide`.
//!
//! One deterministic population of 10,000 guests; both sides of a ratio are measured in the same run. The plain functions answer
//! only the seven discovery steps, with nothing to show for it. Speed is reported here and asserted nowhere.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a bench may panic")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use redemption_engine::act::{Act, Prompt};
use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{
    Design, FallbackProvider, Federation, HomeTenant, HomeUser, IdentityProvider, Management, PrimaryProvider, RedemptionOrder,
    TermsOfUse,
};
use redemption_engine::engine::{World, discover, journey, replay_along, walk};
use redemption_engine::flow::{Flow, Node};
use redemption_engine::guest::{Guest, MicrosoftAccount, Person};

const GUESTS: usize = 10_000;

/// A linear congruential generator, so that every run has the same guests.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn tenant(domain: &str, management: Management) -> HomeTenant {
    HomeTenant {
        management,
        users: ["nina", "ola", "paul", "quinn"].map(|name| HomeUser::named(address(&format!("{name}@{domain}")))).to_vec(),
        ..HomeTenant::managed(domain, domain, vec![Domain::parse(domain).unwrap()])
    }
}

fn design(order: RedemptionOrder) -> Design {
    let mut design = Design::default();
    let resource = &mut design.resource_tenant;
    resource.redemption_order = order;
    resource.google_federation = true;
    resource.terms_of_use = vec![TermsOfUse::named("Rules of the house")];
    for (name, domains) in
        [("tailspin", ["tailspin.example", "adatum.example"]), ("wingtip", ["wingtip.example", "toys.example"])]
    {
        let domains = domains.map(|domain| Domain::parse(domain).unwrap()).to_vec();
        resource.federations.push(Federation::of(name, format!("https://idp.{name}.example/"), domains));
    }
    let managed = Management::Managed;
    design.home_tenants = vec![
        tenant("adatum.example", managed),
        tenant("fabrikam.example", managed),
        tenant("viral.example", Management::Unmanaged),
    ];
    design
}

/// Guests of managed, unmanaged, federated, consumer and unknown domains, with and without accounts.
fn population() -> Vec<Guest> {
    let mut dice = Dice(2_026);
    let domains = [
        "adatum.example",
        "fabrikam.example",
        "viral.example",
        "tailspin.example",
        "toys.example",
        "gmail.com",
        "outlook.com",
        "litware.example",
    ];
    let names = ["nina", "ola", "paul", "quinn", "rosa", "sven"];
    let one = |_| {
        let domain = domains[usize::try_from(dice.below(8)).unwrap()];
        let invited_email = address(&format!("{}@{domain}", names[usize::try_from(dice.below(6)).unwrap()]));
        let microsoft_account =
            (dice.below(4) == 0).then(|| MicrosoftAccount { sign_in_name: invited_email.clone(), aliases: Vec::new() });
        let person = Person {
            work_account: Some(invited_email.clone()),
            microsoft_account,
            google_account: Some(invited_email.clone()),
            partner_account: true,
            live_work_session: dice.below(8) == 0,
            ..Person::default()
        };
        Guest { person, ..Guest::invited("Guest", invited_email) }
    };
    (0..GUESTS).map(one).collect()
}

/// A guest as the plain functions see it.
struct Plain {
    address: String,
    managed_account: bool,
    microsoft_account: bool,
}

/// The settings as the plain functions see them.
struct PlainDesign {
    order: Vec<PrimaryProvider>,
    fallback: FallbackProvider,
    federated: Vec<String>,
    managed_users: Vec<String>,
    google: bool,
    passcode: bool,
}

/// The seven steps by hand: the order as data, domains as text, and whether there is an account known beforehand.
fn decide(design: &PlainDesign, guest: &Plain, managed_account: bool) -> Option<IdentityProvider> {
    let domain = guest.address.rsplit('@').next().unwrap_or_default();
    for provider in &design.order {
        match provider {
            PrimaryProvider::AzureActiveDirectory if managed_account => return Some(IdentityProvider::AzureActiveDirectory),
            PrimaryProvider::ExternalFederation if design.federated.iter().any(|federated| federated == domain) => {
                return Some(IdentityProvider::ExternalFederation);
            }
            PrimaryProvider::SocialIdentityProviders
                if design.google && (domain == "gmail.com" || domain == "googlemail.com") =>
            {
                return Some(IdentityProvider::Google);
            }
            PrimaryProvider::AzureActiveDirectory
            | PrimaryProvider::ExternalFederation
            | PrimaryProvider::SocialIdentityProviders => {}
        }
    }
    match design.fallback {
        FallbackProvider::EmailOneTimePasscode => design.passcode.then_some(IdentityProvider::EmailOneTimePasscode),
        _ if guest.microsoft_account => Some(IdentityProvider::MicrosoftAccount),
        FallbackProvider::DefaultConfiguredIdp if design.passcode => Some(IdentityProvider::EmailOneTimePasscode),
        FallbackProvider::DefaultConfiguredIdp | FallbackProvider::MicrosoftAccount => None,
    }
}

/// The same, but the account is looked for among the tenants' users, as the engine does.
fn decide_with_look_up(design: &PlainDesign, guest: &Plain) -> Option<IdentityProvider> {
    decide(design, guest, design.managed_users.contains(&guest.address))
}

fn plain(design: &Design, guests: &[Guest]) -> (PlainDesign, Vec<Plain>) {
    let resource = &design.resource_tenant;
    let managed = design.home_tenants.iter().filter(|tenant| tenant.management == Management::Managed);
    let managed_users: Vec<String> =
        managed.flat_map(|tenant| &tenant.users).map(|user| user.user_principal_name.to_string()).collect();
    let of_guest = |guest: &Guest| Plain {
        address: guest.invited_email.to_string(),
        managed_account: managed_users.contains(&guest.invited_email.to_string()),
        microsoft_account: guest.person.microsoft_account.is_some(),
    };
    let guests = guests.iter().map(of_guest).collect();
    let federated = resource.federations.iter().flat_map(|federation| &federation.domains).map(Domain::to_string).collect();
    let order = resource.redemption_order.primary().to_vec();
    let fallback = resource.redemption_order.fallback();
    (
        PlainDesign {
            order,
            fallback,
            federated,
            managed_users,
            google: resource.google_federation,
            passcode: design.passcode_enabled(),
        },
        guests,
    )
}

/// What a cooperative guest does.
fn cooperative_acts(world: World<'_>, flow: &Flow) -> Vec<Act> {
    let mut acts = Vec::new();
    walk(world, flow, Prompt::cooperative, |step| acts.extend(step.act));
    acts
}

fn provider_at(node: Node) -> Option<IdentityProvider> {
    if let Node::SignIn(provider) = node { Some(provider) } else { None }
}

fn decisions(criterion: &mut Criterion) {
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
    let reordered = vec![ExternalFederation, AzureActiveDirectory, SocialIdentityProviders];
    let orders = [
        ("default", RedemptionOrder::default()),
        ("reordered", RedemptionOrder::new(reordered, FallbackProvider::EmailOneTimePasscode).unwrap()),
    ];
    let guests = population();
    for (name, order) in orders {
        let design = design(order);
        let flow = Arc::new(Flow::of(&design.resource_tenant.redemption_order, design.edition));
        let (plain_design, plain_guests) = plain(&design, &guests);
        let acts: Vec<Vec<Act>> = guests.iter().map(|guest| cooperative_acts(World { design: &design, guest }, &flow)).collect();
        for (guest, plain) in guests.iter().zip(&plain_guests) {
            let found = provider_at(discover(World { design: &design, guest }, &flow));
            assert_eq!(found, decide_with_look_up(&plain_design, plain), "{guest:?}");
        }

        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(10_000)).sample_size(20);
        group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
        group.bench_function("plain_decide", |bencher| {
            bencher.iter(|| {
                plain_guests.iter().filter_map(|guest| decide(&plain_design, black_box(guest), guest.managed_account)).count()
            });
        });
        group.bench_function("plain_decide_with_look_up", |bencher| {
            bencher.iter(|| plain_guests.iter().filter_map(|guest| decide_with_look_up(&plain_design, black_box(guest))).count());
        });
        group.bench_function("discover", |bencher| {
            bencher.iter(|| {
                let found = guests
                    .iter()
                    .filter_map(|guest| provider_at(discover(World { design: &design, guest: black_box(guest) }, &flow)));
                found.count()
            });
        });
        group.bench_function("walk", |bencher| {
            bencher.iter(|| {
                for guest in &guests {
                    black_box(walk(World { design: &design, guest: black_box(guest) }, &flow, Prompt::cooperative, |_| {}));
                }
            });
        });
        group.bench_function("journey", |bencher| {
            bencher.iter(|| {
                for guest in &guests {
                    black_box(journey(World { design: &design, guest: black_box(guest) }, &flow, Prompt::cooperative, |_| {}));
                }
            });
        });
        group.bench_function("replay", |bencher| {
            bencher.iter(|| {
                for (guest, acts) in guests.iter().zip(&acts) {
                    black_box(replay_along(&flow, &design, black_box(guest), acts));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, decisions);
criterion_main!(benches);
