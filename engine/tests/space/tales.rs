//! Stories that fit their scenario: a tale is a list of numbers, each of which chooses one of the acts that are possible.
//!
//! Decides nothing: what is possible is asked of the engine or of the reference.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Strategy, any};
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use redemption_engine::act::{Act, Change, Prompt};
use redemption_engine::design::{
    AccessType, AllowInvitesFrom, Design, EmailOneTimePasscode, FallbackProvider, PolicyState, RedemptionOrder,
};
use redemption_engine::guest::{Guest, UserType, WayIn};

use super::chances::{policy_twists, twists};
use super::ground::{Ground, grounds};
use super::themes::themes;
use super::twists::Twist;

/// A sampled scenario with its tale.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    ground: Ground,
    twists: Vec<Twist>,
    before: Vec<Act>,
    tale: Vec<u16>,
}

/// Scenarios of every kind.
pub(crate) fn samples() -> impl Strategy<Value = Sample> {
    let theme = weighted(0.3, select(themes()));
    (grounds(), theme, twists(), vec(any::<u16>(), 5..16)).prop_map(|(ground, theme, twists, tale)| {
        let theme = theme.unwrap_or_default();
        let ground = Ground { who: theme.who.unwrap_or(ground.who), ..ground };
        Sample { ground, before: theme.before, twists: [theme.twists, twists].concat(), tale }
    })
}

/// Scenarios about policies and terms of use.
pub(crate) fn policy_samples() -> impl Strategy<Value = Sample> {
    (grounds(), policy_twists(), vec(any::<u16>(), 5..16)).prop_map(|(ground, twists, tale)| Sample {
        ground,
        before: Vec::new(),
        twists,
        tale,
    })
}

/// Calls `look` with so many scenarios of every kind, always the same ones.
pub(crate) fn for_each_sample(count: usize, mut look: impl FnMut(&Sample)) {
    let mut runner = TestRunner::new(Config { rng_seed: RngSeed::Fixed(20_240_326), ..Config::default() });
    let samples = samples();
    for _ in 0..count {
        look(&samples.new_tree(&mut runner).unwrap().current());
    }
}

impl Sample {
    /// The settings and the guest.
    pub(crate) fn scenario(&self) -> (Design, Guest) {
        let (mut design, mut guest) = (self.ground.design(), self.ground.guest());
        for twist in &self.twists {
            twist.apply(self.ground, &mut design, &mut guest);
        }
        (design, guest)
    }

    /// The story: at most two acts before the first attempt, then one act for each place where somebody is awaited.
    ///
    /// `awaited` tells what a story waits for at its end; nothing, if an act of it does not fit.
    pub(crate) fn story(&self, awaited: impl Fn(&[Act]) -> Option<Prompt>) -> Vec<Act> {
        let mut acts = self.before.clone();
        let first = self.tale.first().map_or(0, |number| number % 16);
        let before = match first {
            0..12 => 0,
            12..15 => 1,
            _ => 2,
        };
        if first == 0 {
            acts.push(Act::ComeIn);
        }
        for (at, number) in self.tale.iter().skip(1).enumerate() {
            let prompt = if at < before { Some(Prompt::Between) } else { awaited(&acts) };
            let Some(prompt) = prompt else { break };
            acts.push(choose(prompt, *number));
        }
        acts
    }
}

fn choose(prompt: Prompt, number: u16) -> Act {
    let number = usize::from(number);
    let acts = match prompt {
        Prompt::Between => between(),
        Prompt::Passcode { .. } => vec![
            Act::EnterWrongPasscode,
            Act::ResendPasscode,
            Act::Wait(29),
            Act::Wait(30),
            Act::EnterPasscode,
            Act::EnterPasscode,
            Act::Wait(0),
            Act::GiveUp,
        ],
        _ => super::tries(prompt).to_vec(),
    };
    // On the pages where there is more to choose than to go on or to stop, the guest goes other ways more often.
    let goes_on = match prompt {
        Prompt::SignInOptions { .. } | Prompt::LiveSession | Prompt::AccountChoice | Prompt::Passcode { .. } => 4,
        Prompt::DeviceCode | Prompt::ApplicationConsent => 6,
        _ => 7,
    };
    match prompt.cooperative() {
        Some(act) if number % 8 < goes_on => act,
        _ => acts[number / 8 % acts.len()],
    }
}

const DAY: u32 = 24 * 60;

/// What can be done between two attempts; coming again is the likeliest.
fn between() -> Vec<Act> {
    let mut acts = Vec::new();
    for _ in 0..6 {
        acts.extend([Act::TryAgain(WayIn::EmailLink), Act::TryAgain(WayIn::DirectLink)]);
    }
    acts.push(Act::TryAgain(WayIn::CommonEndpoint));
    acts.extend([Act::TryAgain(WayIn::CommonEndpointWithOrganization), Act::TryAgain(WayIn::CommonEndpointWithOrganization)]);
    let operations = [
        Act::ComeIn,
        Act::Invite,
        Act::InviteSecondAddress,
        Act::ResendInvitation,
        Act::OpenOldLink,
        Act::DeleteGuest,
        Act::DeletePermanently,
        Act::RestoreGuest,
        Act::ResetRedemption,
        Act::ResetRedemptionToSecondAddress,
        Act::LeaveOrganization,
    ];
    acts.extend(operations);
    acts.extend([Act::ReturnInSameBrowser; 6]);
    acts.extend([Act::OpenOldLink, Act::ResetRedemption, Act::DeleteGuest, Act::RestoreGuest, Act::ResendInvitation]);
    acts.extend([Act::ResetRedemptionToSecondAddress; 3]);
    acts.extend(
        [29, 30, 719, 720, 899, 900, DAY - 1, DAY, 2 * DAY, 30 * DAY - 1, 30 * DAY, 40 * DAY, 90 * DAY - 1, 90 * DAY]
            .map(Act::LetTimePass),
    );
    acts.extend([31 * DAY, 366 * DAY].map(Act::LetTimePass));
    acts.extend([Act::LetTimePass(0), Act::Wait(30)]);
    acts.extend(changes().into_iter().map(Act::Change));
    acts
}

/// Every change, with each value once.
pub(crate) fn changes() -> Vec<Change> {
    use AccessType::{Allowed, Blocked};
    let order = RedemptionOrder::new(Vec::new(), FallbackProvider::MicrosoftAccount).unwrap();
    vec![
        Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled),
        Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled),
        Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled),
        Change::GoogleFederation(true),
        Change::GoogleFederation(false),
        Change::GoogleFederation(false),
        Change::FederationAdded(0),
        Change::FederationRemoved(0),
        Change::FederationRemoved(0),
        Change::FederationRemoved(1),
        Change::RedemptionOrder(order),
        Change::RedemptionOrder(RedemptionOrder::default()),
        Change::InvitedDomainDenied(true),
        Change::InvitedDomainDenied(true),
        Change::InvitedDomainDenied(false),
        Change::InboundAccess(Allowed),
        Change::InboundAccess(Blocked),
        Change::InboundMfaTrust(true),
        Change::InboundMfaTrust(false),
        Change::GuestEnabled(true),
        Change::GuestEnabled(false),
        Change::ContactConflict(true),
        Change::ContactConflict(false),
        Change::TermsRevised(0),
        Change::TermsRevised(1),
        Change::AdminConsent,
        Change::Assigned(true),
        Change::Assigned(false),
        Change::OutboundAccess(Allowed),
        Change::OutboundAccess(Blocked),
        Change::HomeAccountEnabled(true),
        Change::HomeAccountEnabled(false),
        Change::HomeAccountRecreated,
        Change::HomeAccountRecreated,
        Change::HomeAccountCreated,
        Change::JustInTimeCreationAllowed,
        Change::UnmanagedTenantTakenOver,
        Change::MicrosoftAccountCreated,
        Change::InvitationsUnblocked,
        Change::AllowInvitesFrom(AllowInvitesFrom::Everyone),
        Change::AllowInvitesFrom(AllowInvitesFrom::AdminsGuestInvitersAndAllMembers),
        Change::AllowInvitesFrom(AllowInvitesFrom::AdminsAndGuestInviters),
        Change::AllowInvitesFrom(AllowInvitesFrom::None),
        Change::ExternalUsersMayLeave(true),
        Change::ExternalUsersMayLeave(false),
        Change::InboundCompliantDeviceTrust(true),
        Change::InboundCompliantDeviceTrust(false),
        Change::InboundHybridJoinedDeviceTrust(true),
        Change::InboundHybridJoinedDeviceTrust(false),
        Change::InboundAutomaticRedemption(true),
        Change::InboundAutomaticRedemption(false),
        Change::OutboundAutomaticRedemption(true),
        Change::OutboundAutomaticRedemption(false),
        Change::HomeCloudAllowed(true),
        Change::HomeCloudAllowed(false),
        Change::PartnerAdded(true),
        Change::PartnerAdded(false),
        Change::ResourceCloudAllowed(true),
        Change::ResourceCloudAllowed(false),
        Change::ResourceTenantAdded(true),
        Change::ResourceTenantAdded(false),
        Change::UserType(UserType::Member),
        Change::UserType(UserType::Guest),
        Change::PolicyState { policy: 0, state: PolicyState::Enabled },
        Change::PolicyState { policy: 0, state: PolicyState::EnabledForReportingButNotEnforced },
        Change::PolicyState { policy: 1, state: PolicyState::Disabled },
        Change::AssignmentRequired(true),
        Change::AssignmentRequired(false),
        Change::HomeRequiresMfa(true),
        Change::HomeRequiresMfa(false),
        Change::HomeBlocksSignIn(true),
        Change::HomeBlocksSignIn(false),
        Change::TenantRestrictions(true),
        Change::TenantRestrictions(false),
    ]
}
