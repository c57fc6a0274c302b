//! The scenarios that the exhaustive tests enumerate: designs × guests, and every story a person can tell in them.
//!
//! A product of settings and facts, thinned only where a fact cannot matter (a partner account without a federation). It knows
//! nothing of what should happen: that is for `reference.rs`, `laws.rs` and `rules.rs`.

mod chances;
pub(crate) mod families;
mod ground;
mod situations;
pub(crate) mod tales;
mod themes;
mod twists;

use std::collections::BTreeMap;

use redemption_engine::act::{Act, Prompt};
use redemption_engine::address::Domain;
use redemption_engine::design::{
    Design, Edition, EmailOneTimePasscode, FallbackProvider, Federation, PrimaryProvider, RedemptionOrder, TermsOfUse,
};
use redemption_engine::engine::{Ending, Move, Progress, World, walk};
use redemption_engine::flow::Flow;
use redemption_engine::guest::Guest;

pub(crate) use situations::situations;

/// All editions, oldest first.
pub(crate) const EDITIONS: [Edition; 4] = [Edition::Y2019, Edition::Y2021, Edition::Y2024, Edition::Y2026];

/// All fallbacks.
pub(crate) const FALLBACKS: [FallbackProvider; 3] =
    [FallbackProvider::DefaultConfiguredIdp, FallbackProvider::EmailOneTimePasscode, FallbackProvider::MicrosoftAccount];

/// One guest under one design, with the flow of that design.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) design: &'a Design,
    pub(crate) guest: &'a Guest,
    pub(crate) flow: &'a Flow,
}

/// The 48 redemption orders: every ordered choice of primary providers with every fallback.
pub(crate) fn orders() -> Vec<RedemptionOrder> {
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
    let all = [AzureActiveDirectory, ExternalFederation, SocialIdentityProviders];
    let mut primaries: Vec<Vec<PrimaryProvider>> = vec![Vec::new()];
    for length in 1..=all.len() {
        let longer: Vec<_> = primaries
            .iter()
            .filter(|primary| primary.len() == length - 1)
            .flat_map(|primary| {
                all.into_iter()
                    .filter(|provider| !primary.contains(provider))
                    .map(|provider| [primary.as_slice(), &[provider]].concat())
            })
            .collect();
        primaries.extend(longer);
    }
    let with_fallbacks =
        |primary: &Vec<PrimaryProvider>| FALLBACKS.map(|fallback| RedemptionOrder::new(primary.clone(), fallback).unwrap());
    primaries.iter().flat_map(with_fallbacks).collect()
}

/// Every flow that the engine can draw, with its order.
pub(crate) fn flows() -> Vec<(RedemptionOrder, Flow)> {
    let of = |edition: Edition| orders().into_iter().map(move |order| (order, Flow::of(&order, edition)));
    EDITIONS.into_iter().flat_map(of).collect()
}

/// The orders tried in an edition: all where they count, three where they must be ignored.
fn orders_in(edition: Edition) -> Vec<(RedemptionOrder, Flow)> {
    let ignored = edition < Edition::Y2024;
    let tried = orders().into_iter().enumerate().filter(|(position, _)| !ignored || [1, 2, 33].contains(position));
    tried.map(|(_, order)| (order, Flow::of(&order, edition))).collect()
}

fn federation(name: &str, domains: &[&str], is_entra_tenant: bool) -> Federation {
    let domains = domains.iter().map(|domain| Domain::parse(domain).unwrap()).collect();
    Federation { is_entra_tenant, ..Federation::of(name, format!("https://idp.{name}.example/"), domains) }
}

/// The federations tried for a guest of this domain.
pub(crate) fn federations(domain: &str) -> [Vec<Federation>; 5] {
    [
        Vec::new(),
        vec![federation("partner", &[domain], false)],
        vec![federation("tenant", &[domain], true)],
        vec![federation("other", &["tailspin.example"], false)],
        vec![federation("tenant", &[domain], true), federation("partner", &["tailspin.example", domain], false)],
    ]
}

/// Calls `look` for every `every`-th scene; 1 is the whole space. A prime meets every setting and every fact.
pub(crate) fn for_each_scene(every: usize, mut look: impl FnMut(Scene<'_>)) {
    let flows: Vec<_> = EDITIONS.into_iter().map(|edition| (edition, orders_in(edition))).collect();
    let mut count = 0_usize;
    for situation in situations() {
        let guests = situation.guests();
        for federations in federations(situation.invited.domain()) {
            for (passcode, google, terms) in settings() {
                let mut design = situation.design();
                design.resource_tenant.federations.clone_from(&federations);
                design.resource_tenant.email_one_time_passcode = passcode;
                design.resource_tenant.google_federation = google;
                design.resource_tenant.invite_redirect_url = google.then(|| "https://woodgrove.example/welcome".to_owned());
                design.resource_tenant.terms_of_use = terms.iter().map(|name| TermsOfUse::named(*name)).collect();
                for (edition, flows) in &flows {
                    design.edition = *edition;
                    for (order, flow) in flows {
                        design.resource_tenant.redemption_order = *order;
                        for guest in &guests {
                            let idle_partner = guest.person.partner_account && federations.is_empty();
                            let idle_google = guest.person.google_account.is_some() && !google;
                            if idle_partner || idle_google {
                                continue;
                            }
                            if count.is_multiple_of(every) {
                                look(Scene { design: &design, guest, flow });
                            }
                            count += 1;
                        }
                    }
                }
            }
        }
    }
}

/// Passcode, Google federation and terms of use, in every combination.
fn settings() -> impl Iterator<Item = (EmailOneTimePasscode, bool, &'static [&'static str])> {
    let passcodes = [EmailOneTimePasscode::Default, EmailOneTimePasscode::Enabled, EmailOneTimePasscode::Disabled];
    let terms: [&[&str]; 2] = [&[], &["Rules of the house", "Laboratory rules"]];
    passcodes.into_iter().flat_map(move |passcode| {
        [false, true].into_iter().flat_map(move |google| terms.into_iter().map(move |terms| (passcode, google, terms)))
    })
}

/// What a person can try at a prompt, one act of each kind; some of them do not fit.
pub(crate) fn tries(prompt: Prompt) -> &'static [Act] {
    match prompt {
        Prompt::AccountChoice => &[Act::ChooseWorkAccount, Act::ChoosePersonalAccount],
        Prompt::SignInOptions { .. } => {
            &[Act::SignInWithAddress, Act::SelectGoogle, Act::SelectFederation(0), Act::SelectFederation(1)]
        }
        Prompt::LiveSession => &[Act::UseAnotherAccount, Act::ContinueWithSession],
        Prompt::Passcode { .. } => &[Act::EnterPasscode, Act::GiveUp],
        Prompt::CreateAccount { .. } => &[Act::CreateAccount, Act::GiveUp],
        Prompt::TermsOfUse { unread: true, .. } => &[Act::OpenDocument, Act::Decline, Act::Accept],
        Prompt::ReviewPermissions | Prompt::TermsOfUse { .. } | Prompt::ApplicationConsent => &[Act::Accept, Act::Decline],
        Prompt::Multifactor { .. } => &[Act::CompleteMultifactor, Act::GiveUp],
        Prompt::DeviceCode => &[Act::EnterDeviceCode, Act::GiveUp],
        Prompt::Between => &[],
    }
}

/// A list of acts without allocation.
#[derive(Clone, Copy)]
pub(crate) struct Script {
    acts: [Act; 12],
    length: usize,
}

impl Script {
    pub(crate) fn empty() -> Self {
        Self { acts: [Act::GiveUp; 12], length: 0 }
    }

    pub(crate) fn acts(&self) -> &[Act] {
        &self.acts[..self.length]
    }

    pub(crate) fn then(mut self, act: Act) -> Self {
        self.acts[self.length] = act;
        self.length += 1;
        self
    }
}

/// Walks one attempt by a script.
pub(crate) fn walk_by(scene: Scene<'_>, acts: &[Act], visit: impl FnMut(Move)) -> (Ending, Progress) {
    let mut acts = acts.iter().copied();
    walk(World { design: scene.design, guest: scene.guest }, scene.flow, |_| acts.next(), visit)
}

/// Calls `look` with every script of this scene: the empty one, and each that answers one prompt more.
///
/// An act that does not fit ends its script, as does the end of the attempt.
pub(crate) fn for_each_script(scene: Scene<'_>, look: &mut impl FnMut(&Script, Ending, Progress)) {
    extend(scene, Script::empty(), look);
}

fn extend(scene: Scene<'_>, script: Script, look: &mut impl FnMut(&Script, Ending, Progress)) {
    let mut used = 0;
    let (ending, progress) = walk_by(scene, script.acts(), |step| used += usize::from(step.act.is_some()));
    look(&script, ending, progress);
    if let Ending::Waiting(prompt) = ending
        && used == script.acts().len()
    {
        for act in tries(prompt) {
            extend(scene, script.then(*act), look);
        }
    }
}

/// A scene as JSON, for a failing test's message.
pub(crate) fn as_json(scene: Scene<'_>, acts: &[Act]) -> String {
    serde_json::json!({ "design": scene.design, "guest": scene.guest, "acts": acts }).to_string()
}

/// Differences by kind, each with its smallest scenario.
#[derive(Default)]
pub(crate) struct Differences(BTreeMap<String, (usize, String)>);

impl Differences {
    pub(crate) fn add(&mut self, kind: String, scenario: String) {
        let entry = self.0.entry(kind).or_insert_with(|| (0, scenario.clone()));
        entry.0 += 1;
        if scenario.len() < entry.1.len() {
            entry.1 = scenario;
        }
    }

    /// A difference with its scenario, if there is one.
    pub(crate) fn first(&self) -> Option<String> {
        self.0.iter().next().map(|(kind, (_, scenario))| format!("{kind}\n{scenario}"))
    }

    pub(crate) fn none_or_panic(self, count: usize) {
        let total: usize = self.0.values().map(|(times, _)| times).sum();
        let mut text = String::new();
        for (kind, (times, scenario)) in self.0.iter().take(40) {
            text.push_str(&format!("{kind}, {times} times; smallest:\n{scenario}\n\n"));
        }
        assert!(total == 0, "{total} differences of {} kinds in {count} states\n{text}", self.0.len());
    }
}
