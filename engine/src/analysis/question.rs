//! Questions as messages: what the page asks of a worker, and what comes back, both as JSON.
//!
//! The same function answers them natively, so a worker and a test get the same bytes. Populations have messages of their own, because their
//! rows stay where they were read; some of these questions can be asked of one, in [`listed`].

pub mod listed;
mod message;

use std::borrow::Cow;

pub use message::{Answer, Class, Example, OrderRow, Question, Settings, Told, ToldWay, Wanted, Wish};

use super::assumption::{Assumption, Case};
use super::compare::{self, Change};
use super::counterfactual::{Goal, Way, ways};
use super::explain::{Complaint, explanations, first_explained, plain_guests};
use super::heat::Heat;
use super::lint::{Finding, LockedOut, lint, locked_out};
use super::orders::{Requirement, Row, Tally, Variation, meets, rows};
use super::pack::affected::Affected;
use super::population::summary::Range;
use super::profiles::{Growing, Impossible, Profile, Profiles, Scope};
use crate::design::Design;
use crate::diagnosis;
use crate::flow::{Flow, Node, Outcome};
use crate::wording;

/// How many profiles are grown for an answer.
pub const MOST_PROFILES: usize = 400_000;

/// How many explanations or ways are told.
pub const MOST_TOLD: usize = 24;

/// Answers a question. `progress` is told how much of how much is done, where that is known.
pub fn answer(question: &Question, mut progress: impl FnMut(usize, usize)) -> Answer {
    match question {
        Question::Compare { first, second, discovery_only } => {
            let scope = if *discovery_only { Scope::Discovery } else { Scope::Everything };
            compare_designs([first, second], grown(vec![(**first).clone(), (**second).clone()], scope, &mut progress))
        }
        Question::Orders { design, requirements } => all_orders(design, requirements, &mut progress),
        Question::Lint { design, planned } => findings(design, planned.as_deref()),
        Question::Heat { design } => heat(design, &mut progress),
        Question::Ways { design, guest, goal } => match wish(goal, design) {
            Ok(goal) => all_ways(&Case::of(design, guest), goal, progress),
            Err(reason) => Answer::Failed { reason },
        },
        Question::Affected { first, second } => {
            let profiles = grown(vec![(**first).clone(), (**second).clone()], Scope::Everything, &mut progress);
            Answer::Affected(Affected::of(&profiles, [first, second]))
        }
        Question::Explain { design, guest, symptom, known } => explain(&Case::of(design, guest), symptom, known, progress),
    }
}

/// Answers a question that is written as JSON, as JSON.
pub fn answer_text(question: &str, progress: impl FnMut(usize, usize)) -> String {
    let answered = match serde_json::from_str::<Question>(question) {
        Ok(question) => answer(&question, progress),
        Err(error) => Answer::Failed { reason: error.to_string() },
    };
    serde_json::to_string(&answered).unwrap_or_else(|error| error.to_string())
}

fn grown(designs: Vec<Design>, scope: Scope, progress: &mut impl FnMut(usize, usize)) -> Profiles {
    let mut growing = Growing::new(designs, scope, MOST_PROFILES);
    loop {
        let (done, all) = growing.progress();
        progress(done, all);
        if !growing.grow() {
            return growing.finish();
        }
    }
}

/// The guest of a profile under designs that hold what stands behind the address.
fn example(profiles: &Profiles, profile: &Profile, designs: &[&Design]) -> Option<Example> {
    let (guest, manner) = profiles.guest(profile)?;
    let origin = profiles.origin(profile)?;
    let mut settled = designs.iter().map(|design| {
        let mut design = (*design).clone();
        origin.settle(&mut design);
        design
    });
    let design = settled.next()?;
    let second = settled.next();
    let case = Case { design: design.clone(), guest, manner, since: Vec::new() };
    Some(Example { design, second, guest: case.told() })
}

fn compare_designs(designs: [&Design; 2], profiles: Profiles) -> Answer {
    let mut classes: Vec<Class> = compare::classes(&profiles, 0, 1)
        .into_iter()
        .map(|class| Class {
            id: <&str>::from(class.change).to_owned(),
            name: class.change.name().to_owned(),
            count: class.count,
            words: class.example.map(|profile| profiles.words(&profile)).unwrap_or_default(),
            example: class.example.and_then(|profile| example(&profiles, &profile, &designs)),
        })
        .collect();
    if !profiles.is_complete() {
        let (id, name) = (<&str>::from(Change::Unknown).to_owned(), Change::Unknown.name().to_owned());
        let words = vec!["Not every kind of guest was played, because there are too many.".to_owned()];
        classes.push(Class { id, name, count: 0, words, example: None });
    }
    Answer::Compare {
        profiles: profiles.len(),
        complete: profiles.is_complete(),
        walks: profiles.walks(),
        left_out: <Impossible as strum::IntoEnumIterator>::iter().map(|impossible| impossible.words().to_owned()).collect(),
        classes,
    }
}

fn all_orders(design: &Design, wanted: &[Wanted], progress: &mut impl FnMut(usize, usize)) -> Answer {
    let designs = Variation::all().into_iter().map(|variation| variation.made(design)).collect();
    let profiles = grown(designs, Scope::Discovery, progress);
    let now = position(Variation::of(design));
    let requirements: Vec<Requirement> = wanted.iter().map(requirement).collect();
    let meets = |row: &Row| requirements.iter().all(|requirement| meets(&profiles, row.position, now, requirement));
    let rows = rows(&profiles, design).into_iter().map(|row| told_row(meets(&row), row, design)).collect();
    Answer::Orders { profiles: profiles.len(), complete: profiles.is_complete(), rows }
}

/// Which of the tried settings these are.
fn position(settings: Variation) -> usize {
    Variation::all().iter().position(|variation| *variation == settings).unwrap_or_default()
}

fn told_row(meets: bool, row: Row, design: &Design) -> OrderRow {
    let settings = |variation: &Variation| Settings {
        order: variation.order,
        passcode: variation.passcode,
        google: variation.google,
        refused: variation.is_refused(),
    };
    OrderRow {
        is_now: row.variations.contains(&Variation::of(design)),
        meets,
        tally: figures(row.tally),
        prompts: row.tally.prompts,
        settings: row.variations.iter().map(settings).collect(),
    }
}

fn figures(tally: Tally) -> [Range; 7] {
    let all = Range::exactly(tally.guests);
    [all, tally.come_in, tally.own_account, tally.passcode, tally.new_account, tally.shut_out, tally.dead_end]
}

fn requirement(wanted: &Wanted) -> Requirement {
    match wanted {
        Wanted::NobodyCreatesAnAccount => Requirement::NobodyCreatesAnAccount,
        Wanted::NobodyNeedsAPasscode => Requirement::NobodyNeedsAPasscode,
        Wanted::NobodyIsNewlyShutOut => Requirement::NobodyIsNewlyShutOut,
        Wanted::SignsInAt(domain, provider) => Requirement::SignsInAt(domain.to_lowercase(), *provider),
    }
}

fn findings(design: &Design, planned: Option<&Design>) -> Answer {
    let (profiles, found) = lint(design);
    let findings = found.into_iter().map(|finding| told_finding(finding, &profiles, design)).collect();
    let locked_out = planned.map_or_else(Vec::new, |planned| {
        let (profiles, groups) = locked_out(design, planned);
        groups.into_iter().map(|group| told_group(group, &profiles, [design, planned])).collect()
    });
    Answer::Lint { profiles: profiles.len(), findings, locked_out }
}

fn told_finding(finding: Finding, profiles: &Profiles, design: &Design) -> Told {
    told(finding.text, finding.profiles, finding.example, profiles, &[design])
}

fn told_group(group: LockedOut, profiles: &Profiles, designs: [&Design; 2]) -> Told {
    let provider = group.provider.map_or("no provider", wording::provider);
    let text = format!("Who redeemed with {provider} does not come in again: {}.", group.finish.name());
    told(text, group.profiles, group.example, profiles, &designs)
}

fn told(text: String, count: usize, profile: Option<Profile>, profiles: &Profiles, designs: &[&Design]) -> Told {
    Told {
        text,
        count,
        listed: None,
        words: profile.map(|profile| profiles.words(&profile)).unwrap_or_default(),
        example: profile.and_then(|profile| example(profiles, &profile, designs)),
    }
}

fn heat(design: &Design, progress: &mut impl FnMut(usize, usize)) -> Answer {
    let profiles = grown(vec![design.clone()], Scope::Everything, progress);
    told_heat(&Heat::of(&profiles, 0), design)
}

fn told_heat(heat: &Heat, design: &Design) -> Answer {
    let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
    let edges = flow.edges().iter().map(|edge| (edge.id(), heat.edge(*edge))).filter(|(_, guests)| guests.possible > 0).collect();
    let drawn = flow.nodes().iter().map(|node| (node.id(), wording::node(*node).to_owned(), heat.node(*node)));
    let ends = heat.nodes().filter(|(node, _)| matches!(node, Node::End(_)));
    let ends = ends.map(|(node, guests)| (node.id(), wording::node(node).to_owned(), guests));
    Answer::Heat { guests: heat.guests(), nodes: drawn.chain(ends).collect(), edges }
}

fn wish(goal: &Wish, design: &Design) -> Result<Goal, String> {
    Ok(match goal {
        Wish::Node(id) => {
            let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
            let mut nodes = flow.edges().iter().flat_map(|edge| [edge.from(), edge.to()]);
            let node = nodes.find(|node| node.id() == *id).or_else(|| Node::named(id));
            Goal::Node(node.ok_or_else(|| format!("there is no node `{id}`"))?)
        }
        Wish::Outcome(id) => {
            let outcome = <Outcome as strum::IntoEnumIterator>::iter().find(|outcome| outcome.id() == *id);
            Goal::Outcome(outcome.ok_or_else(|| format!("there is no outcome `{id}`"))?)
        }
        Wish::Provider(provider) => Goal::Provider(*provider),
        Wish::In => Goal::In,
    })
}

fn all_ways(case: &Case, goal: Goal, progress: impl FnMut(usize, usize)) -> Answer {
    let found = ways(case, goal, progress);
    let alone = found.alone.into_iter().flat_map(|(who, ways)| ways.into_iter().map(move |way| (Some(who), way)));
    let together = found.together.into_iter().map(|way| (None, way));
    let all: Vec<_> = alone.chain(together).collect();
    let more = all.len().saturating_sub(MOST_TOLD);
    let ways = all
        .into_iter()
        .take(MOST_TOLD)
        .filter_map(|(who, way)| told_way(case, who.map(wording::who), &way, Assumption::deed, None));
    Answer::Ways { reached: found.reached, ways: ways.collect(), more }
}

fn explain(case: &Case, symptom: &str, known: &[String], mut progress: impl FnMut(usize, usize)) -> Answer {
    use strum::IntoEnumIterator;
    let Some(symptom) = diagnosis::find(symptom) else {
        return Answer::Failed { reason: format!("there is no symptom `{symptom}`") };
    };
    let known: Vec<super::aspect::Aspect> =
        super::aspect::Aspect::iter().filter(|aspect| known.iter().any(|name| name == <&str>::from(*aspect))).collect();
    let complaint = Complaint::Symptom(symptom);
    let mut found = explanations(case, complaint, &known, &mut progress);
    let mut met = Cow::Borrowed(case);
    if found.is_empty() {
        let mut others = plain_guests(case, &known);
        if let Some((position, explained)) = first_explained(&others, complaint, &known, progress) {
            (met, found) = (Cow::Owned(others.swap_remove(position)), explained);
        }
    }
    let another_guest = matches!(met, Cow::Owned(_)).then(|| met.guest.invited_email.to_string());
    let more = found.len().saturating_sub(MOST_TOLD);
    let told = found.into_iter().take(MOST_TOLD).filter_map(|explanation| {
        let way = Way { changes: explanation.assumptions };
        told_way(&met, None, &way, Assumption::words, explanation.outcome)
    });
    Answer::Explain { explanations: told.collect(), another_guest, more }
}

fn told_way(
    case: &Case,
    who: Option<&str>,
    way: &Way,
    tell: fn(Assumption, &Case) -> String,
    outcome: Option<Outcome>,
) -> Option<ToldWay> {
    let made = way.made(case)?;
    // Each change is told in the scenario that it is made in.
    let mut words = Vec::new();
    let mut so_far = case.clone();
    for change in &way.changes {
        words.push(tell(*change, &so_far));
        so_far = change.made(&so_far)?;
    }
    let fixes = outcome.map(wording::fixes).unwrap_or_default();
    let guest = made.told();
    Some(ToldWay {
        who: who.map(str::to_owned),
        words,
        outcome: outcome.map(|outcome| (outcome.id().to_owned(), wording::outcome(outcome).to_owned())),
        fixes: fixes.iter().map(|fix| (wording::who(fix.who).to_owned(), fix.text.to_owned())).collect(),
        example: Example { design: made.design, second: None, guest },
    })
}
