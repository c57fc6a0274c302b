//! What a run of the engine came to, read off its trace alone, and what a number of runs has met.

use std::collections::BTreeMap;

use redemption_engine::design::{Design, Edition, IdentityProvider, RedemptionOrder};
use redemption_engine::engine::Ending;
use redemption_engine::flow::{Edge, Flow, Node, Outcome};
use redemption_engine::trace::{Chapter, Effect, Next, Run};
use strum::IntoEnumIterator;

use super::Story;
use super::space::EDITIONS;
use super::steps::Told;

/// In one line, the first chapter that differs, and in what.
pub(crate) fn difference(design: &Design, engine: &Story, documents: &Story) -> String {
    let edition = design.edition.name();
    let differs = (0..engine.0.len().max(documents.0.len())).find(|at| engine.0.get(*at) != documents.0.get(*at));
    let Some(at) = differs else { return format!("{edition}: refused: engine {:?}, documents {:?}", engine.1, documents.1) };
    let (Some(engine), Some(documents)) = (engine.0.get(at), documents.0.get(at)) else {
        return format!("{edition}: engine has {} chapters, documents {}", engine.0.len(), documents.0.len());
    };
    let fields = |told: &Told| {
        [
            format!("{:?}", told.ending),
            format!("{:?}", told.provider),
            format!("accepted {:?}", told.accepted),
            format!("deleted {}", told.deleted),
            format!("terms {}", told.terms),
            format!("mails {:?}", told.mails),
            format!("minutes {}", told.minutes),
        ]
    };
    let pairs = fields(engine).into_iter().zip(fields(documents)).filter(|(engine, documents)| engine != documents);
    let pairs: Vec<String> = pairs.map(|(engine, documents)| format!("engine {engine}, documents {documents}")).collect();
    format!("{edition}: {}", pairs.join("; "))
}

/// What the chapters of a run came to, read off the trace alone.
pub(crate) fn told(run: &Run) -> Story {
    let mut all = Vec::new();
    let (mut accepted, mut deleted) = (None, false);
    let (mut terms, mut mails, mut minutes) = (0, (0, 0), 0);
    for (number, chapter) in run.chapters.iter().enumerate() {
        for step in &chapter.steps {
            minutes = step.minutes;
            for effect in &step.effects {
                match effect {
                    Effect::Invited => (accepted, deleted) = (Some(false), false),
                    Effect::StateAccepted => accepted = Some(true),
                    Effect::RedemptionReset { .. } => accepted = Some(false),
                    Effect::ObjectDeleted | Effect::GuestLeft => deleted = true,
                    Effect::ObjectRestored => deleted = false,
                    Effect::ObjectPurged => (accepted, deleted) = (None, false),
                    Effect::TermsAccepted(_) => terms += 1,
                    Effect::InvitationMailed => mails.0 += 1,
                    Effect::NotificationMailed => mails.1 += 1,
                    _ => {}
                }
            }
        }
        let last = number + 1 == run.chapters.len();
        let ending = match (&run.next, chapter.at) {
            (_, Node::End(outcome)) => Ending::Ended(outcome),
            (Next::Person { prompt, .. }, _) if last => Ending::Waiting(*prompt),
            (Next::NoEdge(node, answer), _) if last => Ending::NoEdge(*node, *answer),
            (next, at) => panic!("chapter {number} stands at {} with {next:?}", at.id()),
        };
        all.push(Told { ending, provider: provider(chapter), accepted, deleted, terms, mails, minutes });
    }
    (all, run.refused)
}

/// The provider that a chapter leads to.
fn provider(chapter: &Chapter) -> Option<IdentityProvider> {
    let places = chapter.steps.iter().map(|step| step.edge.from()).chain([chapter.at]);
    places.rev().find_map(|node| match node {
        Node::OutboundAccess => Some(IdentityProvider::AzureActiveDirectory),
        Node::SignIn(provider) => Some(provider),
        _ => None,
    })
}

/// How often each edge was taken and each outcome was met, by edition.
#[derive(Default)]
pub(crate) struct Met {
    edges: BTreeMap<(Edition, String), usize>,
    outcomes: BTreeMap<Outcome, usize>,
    pub(crate) stories: usize,
    pub(crate) got_in: usize,
}

impl Met {
    pub(crate) fn add(&mut self, run: &Run) {
        self.stories += 1;
        let mut got_in = false;
        for chapter in &run.chapters {
            for step in &chapter.steps {
                *self.edges.entry((chapter.flow.edition(), step.edge.id())).or_default() += 1;
                if let Node::End(outcome) = step.edge.to() {
                    *self.outcomes.entry(outcome).or_default() += 1;
                    got_in |= matches!(outcome, Outcome::Redeemed | Outcome::SignedIn);
                }
            }
        }
        self.got_in += usize::from(got_in);
    }

    /// What was never met, of all outcomes and of the edges of every edition's default flow.
    pub(crate) fn missed(&self) -> Vec<String> {
        let outcomes =
            Outcome::iter().filter(|outcome| !self.outcomes.contains_key(outcome)).map(|outcome| format!("{outcome:?}"));
        let edges = EDITIONS.into_iter().flat_map(|edition| {
            let flow = Flow::of(&RedemptionOrder::default(), edition);
            let missed = flow.edges().iter().map(Edge::id).filter(move |id| !self.edges.contains_key(&(edition, id.clone())));
            missed.map(move |id| format!("{id} in {}", edition.name())).collect::<Vec<_>>()
        });
        outcomes.chain(edges).collect()
    }
}
