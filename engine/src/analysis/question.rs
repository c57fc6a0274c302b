//! Questions as messages: what the page asks of a worker, and what comes back, both as JSON.
//!
//! The same function answers them natively, so a worker and a test get the same bytes. Populations have messages of their own, because their
//! rows stay where they were read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::assumption::{Assumption, Case};
use super::compare::{self, Change};
use super::counterfactual::{Goal, Way, ways};
use super::explain::{Complaint, explanations, first_explained, plain_guests};
use super::heat::Heat;
use super::lint::{lint, locked_out};
use super::orders::{Requirement, Tally, Variation, meets, rows};
use super::pack::pack;
use super::pack::part::{Part, markdown};
use super::profiles::{Growing, Impossible, Profile, Profiles, Scope};
use crate::design::{Design, IdentityProvider, RedemptionOrder};
use crate::diagnosis;
use crate::flow::{Flow, Node, Outcome};
use crate::guest::Guest;
use crate::wording;
use crate::workspace::Workspace;

/// How many profiles are grown for an answer.
pub const MOST_PROFILES: usize = 400_000;

/// How many explanations or ways are told.
pub const MOST_TOLD: usize = 24;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Question {
    /// What changes from one design to another, for every guest.
    Compare {
        /// The first design.
        first: Box<Design>,
        /// The second design.
        second: Box<Design>,
        /// Whether only the facts of discovery are told apart.
        discovery_only: bool,
    },
    /// What becomes of every guest under every redemption order.
    Orders {
        /// The design whose other settings are kept.
        design: Box<Design>,
        /// What the order has to do.
        requirements: Vec<Wanted>,
    },
    /// What a design has in it that does nothing, and whom a planned change locks out.
    Lint {
        /// The design.
        design: Box<Design>,
        /// The design that is planned.
        planned: Option<Box<Design>>,
    },
    /// How many kinds of guests pass each node and edge.
    Heat {
        /// The design.
        design: Box<Design>,
    },
    /// What would have to change.
    Ways {
        /// The design.
        design: Box<Design>,
        /// The guest.
        guest: Box<Guest>,
        /// What is to be reached.
        goal: Wish,
    },
    /// The change pack from a workspace's design to another.
    Pack {
        /// The workspace.
        workspace: Box<Workspace>,
        /// The other design.
        second: Box<Design>,
    },
    /// What explains what a guest says.
    Explain {
        /// The design.
        design: Box<Design>,
        /// The guest.
        guest: Box<Guest>,
        /// The stable name of the symptom.
        symptom: String,
        /// The stable names of the aspects that are known.
        known: Vec<String>,
    },
}

/// What is to be reached, in words that messages can carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Wish {
    /// The stable name of a node.
    Node(String),
    /// The stable name of an outcome.
    Outcome(String),
    /// A provider signs the guest in.
    Provider(IdentityProvider),
    /// The guest comes in.
    In,
}

/// What an order has to do, in words that messages can carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Wanted {
    /// Nobody is asked to create an account.
    NobodyCreatesAnAccount,
    /// Nobody needs a passcode.
    NobodyNeedsAPasscode,
    /// Who can come in now still can.
    NobodyIsNewlyShutOut,
    /// Guests of the domain who come in do so with this provider.
    SignsInAt(String, IdentityProvider),
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Answer {
    /// To [`Question::Compare`].
    Compare {
        /// How many kinds of guests there are.
        profiles: usize,
        /// Whether all were found.
        complete: bool,
        /// How often somebody was played.
        walks: u64,
        /// The combinations that are left out, with their reasons.
        left_out: Vec<String>,
        /// The classes of change.
        classes: Vec<Class>,
    },
    /// To [`Question::Orders`].
    Orders {
        /// How many kinds of guests there are.
        profiles: usize,
        /// Whether all were found.
        complete: bool,
        /// The rows, the best first.
        rows: Vec<OrderRow>,
    },
    /// To [`Question::Lint`].
    Lint {
        /// How many kinds of guests there are.
        profiles: usize,
        /// What is found.
        findings: Vec<Told>,
        /// Whom the planned change locks out.
        locked_out: Vec<Told>,
    },
    /// To [`Question::Heat`].
    Heat {
        /// How many kinds of guests there are.
        guests: u64,
        /// Each node by its stable name, what the page calls it, and how many come there.
        nodes: Vec<(String, String, u64)>,
        /// Each edge by its stable name, and how many take it.
        edges: Vec<(String, u64)>,
    },
    /// To [`Question::Ways`].
    Ways {
        /// Whether it is so already.
        reached: bool,
        /// The ways.
        ways: Vec<ToldWay>,
        /// How many more there are.
        more: usize,
    },
    /// To [`Question::Explain`].
    Explain {
        /// The explanations, the likeliest first.
        explanations: Vec<ToldWay>,
        /// The address of another guest, where nothing explains it with this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        another_guest: Option<String>,
        /// How many more there are.
        more: usize,
    },
    /// To [`Question::Pack`].
    Pack {
        /// The document, part by part.
        parts: Vec<Part>,
        /// The same in Markdown.
        markdown: String,
    },
    /// It cannot be answered.
    Failed {
        /// Why not.
        reason: String,
    },
}

/// A scenario of one guest, to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// The design, with the tenants that the guest needs.
    pub design: Design,
    /// The second design, where two are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Design>,
    /// The guest, with a story that plays it.
    pub guest: Guest,
}

/// A class of change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Class {
    /// Its stable name.
    pub id: String,
    /// What the page calls it.
    pub name: String,
    /// How many kinds of guests.
    pub count: usize,
    /// What the plainest of them has.
    pub words: Vec<String>,
    /// The plainest of them, to be opened.
    pub example: Option<Example>,
}

/// A row of the table of orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderRow {
    /// The settings that behave like this, the nearest to those in force first.
    pub settings: Vec<Settings>,
    /// The settings in force are among them.
    pub is_now: bool,
    /// Every guest is treated as required.
    pub meets: bool,
    /// All guests, and those of them: in, with their own account, with a passcode, after creating an account, shut out, with no provider left.
    pub tally: [u64; 7],
    /// Pages that ask somebody for something, over all guests.
    pub prompts: u64,
}

/// Settings of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The order.
    pub order: RedemptionOrder,
    /// Whether passcodes are on.
    pub passcode: bool,
    /// Whether there is a federation with Google.
    pub google: bool,
    /// Whether the admin center refuses it.
    pub refused: bool,
}

/// Something found, with how many kinds of guests it is about, and one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// In a sentence.
    pub text: String,
    /// How many kinds of guests.
    pub count: usize,
    /// What the plainest of them has.
    pub words: Vec<String>,
    /// The plainest of them, to be opened.
    pub example: Option<Example>,
}

/// A set of changes or assumptions, with what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldWay {
    /// Who can make the changes, where one party can; the name that headings have.
    pub who: Option<String>,
    /// The changes or assumptions, in words.
    pub words: Vec<String>,
    /// How it ends then, by its stable name and in words.
    pub outcome: Option<(String, String)>,
    /// What helps where it ends like this, with who can do it.
    pub fixes: Vec<(String, String)>,
    /// The changed scenario, to be opened.
    pub example: Example,
}

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
        Question::Pack { workspace, second } => {
            let parts = pack(workspace, second);
            Answer::Pack { markdown: markdown(&parts), parts }
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
    let variations = Variation::all();
    let now = Variation::of(design);
    let position = variations.iter().position(|variation| *variation == now).unwrap_or_default();
    let designs = variations.iter().map(|variation| variation.made(design)).collect();
    let profiles = grown(designs, Scope::Discovery, progress);
    let requirements: Vec<Requirement> = wanted.iter().map(requirement).collect();
    let rows = rows(&profiles, design).into_iter().map(|row| OrderRow {
        is_now: row.variations.contains(&now),
        meets: requirements.iter().all(|requirement| meets(&profiles, row.position, position, requirement)),
        tally: figures(row.tally),
        prompts: row.tally.prompts,
        settings: row
            .variations
            .into_iter()
            .map(|variation| Settings {
                order: variation.order,
                passcode: variation.passcode,
                google: variation.google,
                refused: variation.is_refused(),
            })
            .collect(),
    });
    let rows = rows.collect();
    Answer::Orders { profiles: profiles.len(), complete: profiles.is_complete(), rows }
}

fn figures(tally: Tally) -> [u64; 7] {
    [tally.guests, tally.come_in, tally.own_account, tally.passcode, tally.new_account, tally.shut_out, tally.dead_end]
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
    let told = |text: String, count: usize, profile: Option<Profile>, profiles: &Profiles, designs: &[&Design]| Told {
        text,
        count,
        words: profile.map(|profile| profiles.words(&profile)).unwrap_or_default(),
        example: profile.and_then(|profile| example(profiles, &profile, designs)),
    };
    let findings =
        found.into_iter().map(|finding| told(finding.text, finding.profiles, finding.example, &profiles, &[design])).collect();
    let locked_out = planned.map_or_else(Vec::new, |planned| {
        let (profiles, groups) = locked_out(design, planned);
        groups
            .into_iter()
            .map(|group| {
                let provider = group.provider.map_or("no provider", wording::provider);
                let text = format!("Who redeemed with {provider} does not come in again: {}.", group.finish.name());
                told(text, group.profiles, group.example, &profiles, &[design, planned])
            })
            .collect()
    });
    Answer::Lint { profiles: profiles.len(), findings, locked_out }
}

fn heat(design: &Design, progress: &mut impl FnMut(usize, usize)) -> Answer {
    let profiles = grown(vec![design.clone()], Scope::Everything, progress);
    let heat = Heat::of(&profiles, 0);
    let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
    let edges = flow.edges().iter().map(|edge| (edge.id(), heat.edge(*edge))).filter(|(_, guests)| *guests > 0).collect();
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
