//! Families of settings that belong together, each enumerated in full for a guest who would get in otherwise.
//!
//! Decides nothing.

mod gates;
mod lifecycle;
mod sign_ins;

use redemption_engine::act::Act;
use redemption_engine::design::{Design, Edition};
use redemption_engine::guest::{Guest, TargetApp, WayIn};

use super::ground::{Ground, Who};

/// Settings, a guest, and the acts that a story begins with.
pub(crate) type Scenario = (Design, Guest, Vec<Act>);

const DAY: u32 = 24 * 60;
const FLAGS: [bool; 2] = [false, true];

fn on(edition: Edition, who: Who, way_in: WayIn) -> (Design, Guest) {
    let ground = Ground { edition, who, way_in, target_app: TargetApp::AppsAccessPanel };
    (ground.design(), ground.guest())
}

/// Every combination of some numbers below these limits.
fn product<const N: usize>(limits: [usize; N]) -> impl Iterator<Item = [usize; N]> {
    (0..limits.iter().product()).map(move |mut number: usize| {
        limits.map(|limit| {
            let digit = number % limit;
            number /= limit;
            digit
        })
    })
}

/// All families by name, with how many scenarios to step over.
pub(crate) fn families() -> Vec<(&'static str, usize, Box<dyn Iterator<Item = Scenario>>)> {
    vec![
        ("inviters and addresses", 1, Box::new(gates::inviters_and_addresses())),
        ("mails", 1, Box::new(gates::mails())),
        ("links", 1, Box::new(gates::links())),
        ("cross-tenant access", 7, Box::new(gates::access())),
        ("clouds", 7, Box::new(gates::clouds())),
        ("providers", 1, Box::new(sign_ins::providers())),
        ("home accounts", 1, Box::new(sign_ins::home_accounts())),
        ("grant controls", 67, Box::new(sign_ins::grant_controls())),
        ("conditions", 1, Box::new(sign_ins::conditions())),
        ("terms of use", 1, Box::new(lifecycle::terms())),
        ("applications", 5, Box::new(sign_ins::applications())),
        ("operations", 1, Box::new(lifecycle::operations())),
        ("changes", 1, Box::new(lifecycle::all_changes())),
        ("readings", 5, Box::new(sign_ins::readings())),
    ]
}
