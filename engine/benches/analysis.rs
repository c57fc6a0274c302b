//! How fast many runs are: every guest under two designs, all redemption orders, and lists of invitees from a thousand to a million rows.
//!
//! The list is read, judged under two designs and counted, end to end; growth is linear where the time per row stays the same. Speed is
//! reported here and asserted nowhere.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a bench may panic")]

mod lists;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use lists::list;
use redemption_engine::analysis::assumption::Case;
use redemption_engine::analysis::compare::classes;
use redemption_engine::analysis::counterfactual::{Goal, ways};
use redemption_engine::analysis::orders::{Variation, rows};
use redemption_engine::analysis::population::{Kept, Population};
use redemption_engine::analysis::profiles::{Profiles, Scope};
use redemption_engine::design::{Design, IdentityProvider};
use redemption_engine::presets;

const MOST: usize = 1_000_000;

fn design(name: &str) -> Design {
    presets::find(name).unwrap().workspace.design
}

fn every_guest(criterion: &mut Criterion) {
    let designs = [design("federated-verified-domain"), design("federated-verified-domain-saml-first")];
    let profiles = Profiles::of(designs.to_vec(), Scope::Everything, MOST);
    println!("every guest under two designs: {} profiles, {} walks", profiles.len(), profiles.walks());
    let mut group = criterion.benchmark_group("every guest");
    group.throughput(Throughput::Elements(profiles.walks()));
    group.bench_function("two designs", |bencher| {
        bencher.iter(|| {
            let profiles = Profiles::of(black_box(designs.to_vec()), Scope::Everything, MOST);
            classes(&profiles, 0, 1).len()
        });
    });
    group.finish();
}

fn all_orders(criterion: &mut Criterion) {
    let design = design("partner-with-saml");
    let designs: Vec<Design> = Variation::all().into_iter().map(|variation| variation.made(&design)).collect();
    let profiles = Profiles::of(designs.clone(), Scope::Discovery, MOST);
    println!("all orders: {} profiles, {} walks", profiles.len(), profiles.walks());
    let mut group = criterion.benchmark_group("all orders");
    group.sample_size(10);
    group.throughput(Throughput::Elements(profiles.walks()));
    group.bench_function("192 settings", |bencher| {
        bencher.iter(|| rows(&Profiles::of(black_box(designs.clone()), Scope::Discovery, MOST), &design).len());
    });
    group.finish();
}

fn population(criterion: &mut Criterion) {
    let designs = vec![design("federated-verified-domain"), design("federated-verified-domain-saml-first")];
    println!("a kept row: {} bytes beside the text", std::mem::size_of::<Kept>());
    let mut group = criterion.benchmark_group("population, two designs, end to end");
    group.sample_size(10).measurement_time(Duration::from_secs(5));
    for rows in [1_000, 10_000, 100_000, 1_000_000] {
        let text = list(rows);
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_with_input(BenchmarkId::from_parameter(rows), &text, |bencher, text| {
            bencher.iter(|| {
                let mut population = Population::open(text.clone(), None, designs.clone()).unwrap();
                while population.go_on(10_000) {}
                population.summary().rows
            });
        });
    }
    group.finish();
}

fn smallest_changes(criterion: &mut Criterion) {
    let workspace = presets::find("managed-entra-guest").unwrap().workspace;
    let case = Case::of(&workspace.design, &workspace.guests[0]);
    let mut group = criterion.benchmark_group("what would have to change");
    group.sample_size(10);
    group.bench_function("to Google", |bencher| {
        bencher.iter(|| ways(black_box(&case), Goal::Provider(IdentityProvider::Google), |_, _| ()))
    });
    group.finish();
}

criterion_group!(benches, every_guest, all_orders, population, smallest_changes);
criterion_main!(benches);
