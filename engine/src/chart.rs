//! The flowchart's picture: rows of a ladder, their states at a place of a run, and the lanes of the lines between them.
//!
//! Pure geometry and classification over [`Flow`] and [`Run`]: it draws the flow's own edges and lights what the trace holds, and
//! decides nothing.

use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

use crate::act::Begins;
use crate::design::{Design, Edition, PrimaryProvider};
use crate::flow::{Answer, Edge, Flow, Node, Outcome, OutcomeKind, Stage};
use crate::trace::{Chapter, Next, Place, Run, Step};

mod lanes;
mod mermaid;
mod set_up;

use lanes::{is_side_entrance, route};
pub use mermaid::mermaid;
use set_up::{is_quiet, is_set_up, is_unusual};

/// How much of the flow is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Detail {
    /// The turning points of this guest's way: where they come in, which provider matched, what anybody decided, how it ends.
    Overview,
    /// The identity providers in their order and what follows; of the rest only what this guest passes or what is set up.
    #[default]
    Steps,
    /// Every check.
    All,
}

/// Whether rows are shown that a guest does not pass and that nothing is set up for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unused {
    /// They are, so that it is seen what is missing.
    #[default]
    Shown,
    /// They are not.
    Hidden,
}

/// What a row or an end is at a place of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum State {
    /// The cursor is here.
    Current,
    /// The cursor is here, and a person has to decide.
    Waiting,
    /// The cursor is here, and the chapter ends without the guest being in or anything being done.
    Stopped,
    /// Passed; the check was true or the step was done.
    Taken,
    /// Passed; the answer ended the chapter without the guest being in or anything being done.
    Ended,
    /// Passed; the check was false.
    NoMatch,
    /// The provider or setting is absent or off.
    NotSetUp,
    /// Ahead of the cursor, on this guest's path.
    Later,
    /// Not on this guest's path.
    NotReached,
    /// The cursor is here, and the rules say nothing about what comes next.
    NotSimulated,
}

impl State {
    /// The state's name in markup.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The rows in drawing order.
    pub rows: Vec<Row>,
    /// How many lanes the gutter needs.
    pub lanes: usize,
}

/// One row: a node with its exits, or a provider that is not in the order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// What stands in the row.
    pub what: RowKind,
    /// The heading above it, where a new section starts.
    pub heading: Option<&'static str>,
    /// The lines beside it.
    pub segments: Vec<Segment>,
    /// The edge that leads straight to the next row, if there is one.
    pub down: Vec<Edge>,
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// A node of the flow.
    Node {
        /// The node.
        node: Node,
        /// Its edges; below [`Detail::All`] without the side entrances that this guest does not take.
        exits: Vec<Edge>,
    },
    /// A primary provider that the redemption order leaves out.
    NotInOrder(PrimaryProvider),
}

/// The part of one lane that lies beside one row. Each part names the edges that run over it, so that it can be lit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Segment {
    /// The lane, 0 next to the boxes.
    pub lane: usize,
    /// Edges over the upper half.
    pub upper: Vec<Edge>,
    /// Edges over the lower half.
    pub lower: Vec<Edge>,
    /// Edges that leave the box here.
    pub out: Vec<Edge>,
    /// Edges that enter the box here.
    pub into: Vec<Edge>,
}

/// Lays out the flow of a run's chapter: what can be reached from where the chapter begins.
///
/// Rows that a guest does not pass and that nothing is set up for can be left out.
pub fn layout(run: &Run, chapter: usize, design: &Design, detail: Detail, unused: Unused) -> Chart {
    let Some(part) = run.chapters.get(chapter) else {
        return Chart { rows: Vec::new(), lanes: 0 };
    };
    let flow = &part.flow;
    let design = part.design_in_force(design);
    let reached = reachable(flow, flow.entry(part.begins));
    let used = |node: Node| unused == Unused::Shown || passes(part, node) || is_set_up(design, node);
    let shown = |node: &Node| reached.contains(node) && shows(part, design, detail, *node) && used(*node);
    let mut nodes: Vec<Node> = flow.nodes().iter().copied().filter(shown).collect();
    // Of the ends, only the one that was reached has a row; the others are named where they leave.
    nodes.extend(Some(part.at).filter(|node| matches!(node, Node::End(_))));
    let taken: Vec<Edge> = part.steps.iter().map(|step| step.edge).collect();
    let named = |edge: Edge| match detail {
        Detail::All => true,
        Detail::Steps => taken.contains(&edge) || !(is_side_entrance(edge) || edge.to() == Node::SignInSession),
        Detail::Overview => taken.contains(&edge),
    };
    let mut rows = rows_of(flow, &nodes, named);
    let attempt = matches!(part.begins, Begins::Attempt(_));
    if attempt && detail != Detail::Overview && unused == Unused::Shown && flow.edition().has_redemption_order() {
        add_absent_providers(&mut rows, design);
    }
    add_headings(&mut rows, flow.edition());
    let lanes = route(&mut rows, &taken, |edge| past_quiet(part, design, detail, edge.to()));
    Chart { rows, lanes }
}

/// The places of a run that the chart has a row for: where stepping stops at this level of detail.
pub fn shown_places(run: &Run, design: &Design, detail: Detail) -> Vec<Place> {
    let shown = |place: &Place| {
        let part = run.chapters.get(place.chapter);
        let node = run.node(*place);
        part.zip(node).is_none_or(|(part, node)| shows(part, part.design_in_force(design), detail, node))
    };
    run.places().into_iter().filter(shown).collect()
}

/// Whether a node has a row in a chapter's chart, if it can be reached there.
fn shows(part: &Chapter, design: &Design, detail: Detail, node: Node) -> bool {
    let passed = passes(part, node);
    match detail {
        Detail::All => true,
        Detail::Overview => passed && is_turning_point(part, node),
        Detail::Steps if passed => !goes_unnoticed(part, design, node),
        Detail::Steps => match node.stage() {
            Stage::Invitation | Stage::Operation => true,
            Stage::Primary | Stage::Fallback | Stage::Consent => is_unusual(design, node).unwrap_or(true),
            Stage::Policies | Stage::Arrival => is_unusual(design, node).unwrap_or_else(|| is_set_up(design, node)),
            Stage::WayIn | Stage::SignIn => is_unusual(design, node).unwrap_or(false),
            Stage::End => false,
        },
    }
}

/// Whether a chapter stood on a node.
fn passes(part: &Chapter, node: Node) -> bool {
    part.at == node || part.steps.iter().any(|step| step.edge.from() == node)
}

/// Whether a chapter turned on a node that it passed: somebody decided there, a provider matched, or it is a station of every way.
fn is_turning_point(part: &Chapter, node: Node) -> bool {
    let mut moves = part.steps.iter().filter(|step| step.edge.from() == node);
    let turned = |step: &Step| step.cause.choice.is_some() || matches!(step.edge.to(), Node::End(_)) || is_match(step.edge);
    let station = matches!(node, Node::WayIn | Node::SignIn(_) | Node::ReviewPermissions | Node::Accept | Node::Operation(_));
    part.at == node || station || moves.any(turned)
}

/// Whether an answer found the provider, or spared the guest a page.
fn is_match(edge: Edge) -> bool {
    let finds = matches!(
        edge.from(),
        Node::Primary(_)
            | Node::ExistingMicrosoftAccount
            | Node::PasscodeEnabled
            | Node::AutomaticRedemption
            | Node::SignInSession
    );
    let from_before = edge.from() == Node::GuestState && matches!(edge.answer(), Answer::Provider(_));
    (finds && edge.answer() == Answer::Yes) || from_before
}

/// Whether a node was passed that asks about nothing that is set up, where nobody decided and nothing ended.
fn goes_unnoticed(part: &Chapter, design: &Design, node: Node) -> bool {
    let moves = || part.steps.iter().filter(|step| step.edge.from() == node);
    let ended = |step: &Step| matches!(step.edge.to(), Node::End(_)) && node != Node::Arrival;
    moves().count() > 0 && is_quiet(design, node) && moves().all(|step| step.cause.choice.is_none() && !ended(step))
}

/// Where an edge leads to once the checks are left out that go unnoticed.
fn past_quiet(part: &Chapter, design: &Design, detail: Detail, mut node: Node) -> Node {
    // Quiet checks are passed one after the other, never in a circle; the count only bounds the loop.
    for _ in 0..part.flow.nodes().len() {
        let skips = match detail {
            Detail::Overview => true,
            Detail::Steps => is_quiet(design, node),
            Detail::All => false,
        };
        let open = skips && !shows(part, design, detail, node);
        let taken = part.steps.iter().find(|step| step.edge.from() == node).map(|step| step.edge);
        match taken.or_else(|| part.flow.exits(node).last().copied()).filter(|_| open) {
            Some(edge) => node = edge.to(),
            None => return node,
        }
    }
    node
}

/// All nodes that a chapter can stand on that begins here.
fn reachable(flow: &Flow, entry: Node) -> Vec<Node> {
    let mut reached = vec![entry];
    let mut next = 0;
    while let Some(node) = reached.get(next).copied() {
        for edge in flow.exits(node) {
            if !reached.contains(&edge.to()) {
                reached.push(edge.to());
            }
        }
        next += 1;
    }
    reached
}

fn rows_of(flow: &Flow, nodes: &[Node], named: impl Fn(Edge) -> bool) -> Vec<Row> {
    let row = |node: &Node| Row {
        what: RowKind::Node { node: *node, exits: flow.exits(*node).iter().copied().filter(|edge| named(*edge)).collect() },
        heading: None,
        segments: Vec::new(),
        down: Vec::new(),
    };
    nodes.iter().map(row).collect()
}

fn add_absent_providers(rows: &mut Vec<Row>, design: &Design) {
    let order = design.resource_tenant.redemption_order.primary();
    let after =
        rows.iter().rposition(|row| matches!(row.stage(), Some(Stage::Primary | Stage::WayIn))).map_or(0, |last| last + 1);
    let absent = PrimaryProvider::iter().filter(|provider| !order.contains(provider));
    for (offset, provider) in absent.enumerate() {
        let row = Row { what: RowKind::NotInOrder(provider), heading: None, segments: Vec::new(), down: Vec::new() };
        rows.insert(after + offset, row);
    }
}

fn add_headings(rows: &mut [Row], edition: Edition) {
    let mut before = None;
    for row in rows {
        let heading = match row.stage() {
            None => crate::wording::stage(Stage::Primary),
            Some(Stage::Primary | Stage::Fallback) if !edition.has_redemption_order() => "Discovery",
            Some(stage) => crate::wording::stage(stage),
        };
        if before != Some(heading) {
            row.heading = Some(heading);
        }
        before = Some(heading);
    }
}

impl Row {
    /// The node, unless the row stands for a provider that is not in the order.
    pub fn node(&self) -> Option<Node> {
        match self.what {
            RowKind::Node { node, .. } => Some(node),
            RowKind::NotInOrder(_) => None,
        }
    }

    fn exits(&self) -> &[Edge] {
        match &self.what {
            RowKind::Node { exits, .. } => exits,
            RowKind::NotInOrder(_) => &[],
        }
    }

    fn stage(&self) -> Option<Stage> {
        self.node().map(Node::stage)
    }
}

/// Whether an edge has been taken when the run stands at a place.
pub fn is_taken(run: &Run, at: Place, edge: Edge) -> bool {
    let steps = run.chapters.get(at.chapter).map(|chapter| chapter.steps.as_slice()).unwrap_or_default();
    steps.iter().take(at.step).any(|step| step.edge == edge)
}

/// The numbers of the places at which a node is passed in a chapter, counted from 1 in that chapter.
pub fn visits(run: &Run, chapter: usize, node: Node) -> Vec<usize> {
    let Some(part) = run.chapters.get(chapter) else { return Vec::new() };
    let steps = part.steps.iter().map(|step| step.edge.from()).chain([part.at]);
    steps.enumerate().filter(|(_, at)| *at == node).map(|(number, _)| number + 1).collect()
}

/// The state of a node when the run stands at a place.
pub fn state(run: &Run, at: Place, design: &Design, node: Node) -> State {
    let Some(chapter) = run.chapters.get(at.chapter) else { return State::NotReached };
    let design = chapter.design_in_force(design);
    if run.node(at) == Some(node) {
        return match (node, &run.next) {
            (Node::End(outcome), _) if is_bad_end(outcome) => State::Stopped,
            (_, Next::Person { .. }) if is_last(run, at) => State::Waiting,
            (_, Next::NoEdge(..)) if is_last(run, at) => State::NotSimulated,
            _ => State::Current,
        };
    }
    let passed = chapter.steps.iter().take(at.step).rev().find(|step| step.edge.from() == node);
    match passed {
        Some(_) if !is_set_up(design, node) => State::NotSetUp,
        Some(step) if matches!(step.edge.to(), Node::End(outcome) if is_bad_end(outcome)) => State::Ended,
        Some(step) if step.edge.answer() == Answer::No && is_check(node) => State::NoMatch,
        Some(_) => State::Taken,
        None if chapter.at == node || chapter.steps.iter().skip(at.step).any(|step| step.edge.from() == node) => State::Later,
        None if !is_set_up(design, node) => State::NotSetUp,
        None => State::NotReached,
    }
}

/// Whether a run that stands here has nothing more.
fn is_last(run: &Run, at: Place) -> bool {
    at.chapter + 1 == run.chapters.len() && run.chapters.get(at.chapter).is_some_and(|chapter| at.step == chapter.steps.len())
}

fn is_bad_end(outcome: Outcome) -> bool {
    !matches!(outcome.kind(), OutcomeKind::In | OutcomeKind::Done)
}

/// Nodes at which *no* means that something did not match; at the others it is just the way on.
fn is_check(node: Node) -> bool {
    match node {
        Node::InviterAllowed
        | Node::Primary(_)
        | Node::AlsoMicrosoftAccount
        | Node::FallbackInCloud
        | Node::ExistingMicrosoftAccount
        | Node::PasscodeEnabled
        | Node::LiveSession
        | Node::CreationAllowed
        | Node::DomainVerified
        | Node::UserInVerifiedTenant
        | Node::JustInTimeCreation
        | Node::ConsumerDomain
        | Node::GuestLookup
        | Node::GuestMatch
        | Node::AutomaticRedemption
        | Node::ApplicationAssignment => true,
        Node::AddressAllowed
        | Node::AddressFree
        | Node::DomainInvitable
        | Node::InvitationAccess
        | Node::InvitationCloud
        | Node::InvitationMail
        | Node::Operation(_)
        | Node::MailFound
        | Node::LinkValid
        | Node::WayIn
        | Node::CommonEndpoint
        | Node::SignInOptions
        | Node::GuestState
        | Node::SignInSession
        | Node::DomainStillAllowed
        | Node::AccountCloud
        | Node::CreatePassword
        | Node::AccountChoice
        | Node::CreateAccount(_)
        | Node::OutboundAccess
        | Node::SignIn(_)
        | Node::DeviceCode
        | Node::InboundAccess
        | Node::TenantRestrictions
        | Node::ReviewPermissions
        | Node::ConditionalAccess
        | Node::Multifactor
        | Node::MultifactorChallenge
        | Node::DeviceState
        | Node::UserRisk
        | Node::TermsOfUse
        | Node::Accept
        | Node::Redirect
        | Node::ApplicationAccess
        | Node::ApplicationConsent
        | Node::Arrival
        | Node::End(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{FallbackProvider, RedemptionOrder};
    use crate::guest::Guest;

    fn guest(value: serde_json::Value) -> Guest {
        serde_json::from_value(value).unwrap()
    }

    fn freelancer_run(design: &Design) -> Run {
        let guest = guest(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": ["enterPasscode", "accept"]
        }));
        crate::engine::replay(design, &guest, &guest.story)
    }

    /// The position of the first attempt: the invitation comes before it.
    const ATTEMPT: usize = 1;

    fn nodes_of(chart: &Chart) -> Vec<Node> {
        chart.rows.iter().filter_map(Row::node).collect()
    }

    #[test]
    fn every_edge_between_shown_rows_is_drawn_once_and_every_line_is_an_edge() {
        for edition in Edition::iter() {
            for fallback in FallbackProvider::iter() {
                let mut design = Design { edition, ..Design::default() };
                let primary = design.resource_tenant.redemption_order.primary().to_vec();
                design.resource_tenant.redemption_order = RedemptionOrder::new(primary, fallback).unwrap();
                let run = freelancer_run(&design);
                let chart = layout(&run, ATTEMPT, &design, Detail::All, Unused::Shown);
                let flow = &run.chapters[ATTEMPT].flow;
                let reached = reachable(flow, Node::WayIn);
                for edge in flow.edges().iter().filter(|edge| reached.contains(&edge.from())) {
                    let drawn = chart
                        .rows
                        .iter()
                        .filter(|row| row.down.contains(edge) || row.segments.iter().any(|segment| segment.out.contains(edge)));
                    let other_end = matches!(edge.to(), Node::End(_)) && edge.to() != run.chapters[ATTEMPT].at;
                    let ends_or_loops = other_end || edge.from() == edge.to() || is_side_entrance(*edge);
                    let taken = run.chapters[ATTEMPT].steps.iter().any(|step| step.edge == *edge);
                    let expected = usize::from(!ends_or_loops || (taken && edge.from() != edge.to() && is_side_entrance(*edge)));
                    assert_eq!(drawn.count(), expected, "{edition:?} {fallback:?} {edge:?}");
                }
            }
        }
    }

    #[test]
    fn no_two_lines_to_different_rows_share_a_lane_beside_one_row() {
        let design = Design::default();
        let run = freelancer_run(&design);
        let chart = layout(&run, ATTEMPT, &design, Detail::All, Unused::Shown);
        for row in &chart.rows {
            let mut lanes: Vec<usize> = row.segments.iter().map(|segment| segment.lane).collect();
            lanes.sort_unstable();
            let all = lanes.len();
            lanes.dedup();
            assert_eq!(lanes.len(), all, "{row:?}");
            assert!(lanes.iter().all(|lane| *lane < chart.lanes));
        }
    }

    #[test]
    fn a_lane_runs_unbroken_from_where_an_edge_leaves_to_where_it_enters() {
        let design = Design::default();
        let run = freelancer_run(&design);
        let chart = layout(&run, ATTEMPT, &design, Detail::All, Unused::Shown);
        assert_eq!(run.first_attempt(), Some(ATTEMPT));
        for edge in run.chapters[ATTEMPT].flow.edges() {
            let over: Vec<(usize, &Segment)> = chart
                .rows
                .iter()
                .enumerate()
                .flat_map(|(number, row)| row.segments.iter().map(move |segment| (number, segment)))
                .filter(|(_, segment)| {
                    [&segment.upper, &segment.lower, &segment.out, &segment.into].iter().any(|part| part.contains(edge))
                })
                .collect();
            let Some(((first, leaves), (last, enters))) = over.first().zip(over.last()) else { continue };
            assert!(leaves.out.contains(edge) && leaves.lower.contains(edge), "{edge:?}");
            assert!(enters.into.contains(edge) && enters.upper.contains(edge), "{edge:?}");
            assert_eq!(over.len(), last - first + 1, "{edge:?}");
        }
    }

    #[test]
    fn not_set_up_and_not_reached_are_told_apart() {
        let design = Design::default();
        let run = freelancer_run(&design);
        let end = *run.places().last().unwrap();
        let google = Node::Primary(PrimaryProvider::SocialIdentityProviders);
        assert_eq!(state(&run, end, &design, google), State::NotSetUp);
        assert_eq!(state(&run, end, &design, Node::DomainVerified), State::NotReached);
        assert_eq!(state(&run, end, &design, Node::Primary(PrimaryProvider::AzureActiveDirectory)), State::NoMatch);
        assert_eq!(state(&run, end, &design, Node::PasscodeEnabled), State::Taken);
        assert_eq!(state(&run, end, &design, Node::ConditionalAccess), State::NotSetUp);
        let start = Place { chapter: ATTEMPT, step: 0 };
        assert_eq!(state(&run, start, &design, Node::PasscodeEnabled), State::Later);
        assert_eq!(state(&run, start, &design, Node::WayIn), State::Current);
    }

    #[test]
    fn a_check_whose_answer_keeps_the_guest_out_is_not_shown_as_one_that_went_well() {
        let workspace = crate::presets::find("outbound-blocked").unwrap().workspace;
        let guest = &workspace.guests[0];
        let run = crate::engine::replay(&workspace.design, guest, &guest.story);
        let end = *run.places().last().unwrap();
        let chapter = &run.chapters[end.chapter];
        let last = chapter.steps.last().unwrap().edge.from();
        assert!(matches!(run.node(end), Some(Node::End(outcome)) if outcome.kind() == OutcomeKind::Error), "{:?}", run.node(end));
        assert_eq!(state(&run, end, &workspace.design, last), State::Ended);
        let ended = chapter.steps.iter().filter(|step| state(&run, end, &workspace.design, step.edge.from()) == State::Ended);
        assert_eq!(ended.count(), 1);
    }

    #[test]
    fn a_provider_left_out_of_the_order_keeps_a_row_that_says_so() {
        let mut design = Design::default();
        let order = RedemptionOrder::new(vec![PrimaryProvider::AzureActiveDirectory], FallbackProvider::default()).unwrap();
        design.resource_tenant.redemption_order = order;
        let chart = layout(&freelancer_run(&design), ATTEMPT, &design, Detail::Steps, Unused::Shown);
        let absent = chart.rows.iter().filter(|row| matches!(row.what, RowKind::NotInOrder(_)));
        assert_eq!(absent.count(), 2);
    }

    #[test]
    fn a_chapter_shows_only_what_can_be_reached_from_where_it_begins() {
        let design = Design::default();
        let run = freelancer_run(&design);
        for detail in Detail::iter() {
            let invitation = nodes_of(&layout(&run, 0, &design, detail, Unused::Shown));
            let first = if detail == Detail::Overview { Node::InvitationMail } else { Node::InviterAllowed };
            assert_eq!(invitation.first(), Some(&first));
            assert!(invitation.iter().all(|node| matches!(node.stage(), Stage::Invitation | Stage::End)), "{invitation:?}");
            let attempt = nodes_of(&layout(&run, ATTEMPT, &design, detail, Unused::Shown));
            assert!(!attempt.iter().any(|node| matches!(node.stage(), Stage::Invitation | Stage::Operation)), "{attempt:?}");
        }
        assert_eq!(
            state(&run, Place { chapter: 0, step: run.chapters[0].steps.len() }, &design, run.chapters[0].at),
            State::Current
        );
    }

    #[test]
    fn what_is_done_between_two_attempts_is_one_row_and_its_end() {
        let design = Design::default();
        let guest = guest(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": ["enterPasscode", "accept", {"letTimePass": 60}]
        }));
        let run = crate::engine::replay(&design, &guest, &guest.story);
        let chart = layout(&run, 2, &design, Detail::All, Unused::Shown);
        let nodes: Vec<String> = nodes_of(&chart).into_iter().map(Node::id).collect();
        assert_eq!(nodes, ["operation:wait", "end:done"]);
        assert_eq!(chart.rows.len(), 2);
    }

    #[test]
    fn policies_that_exist_are_shown_before_the_guest_comes_to_them() {
        let mut design = Design::default();
        let waiting = guest(serde_json::json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example"}));
        let shown = |design: &Design| {
            let run = crate::engine::replay(design, &waiting, &[]);
            nodes_of(&layout(&run, ATTEMPT, design, Detail::Steps, Unused::Shown))
        };
        assert!(!shown(&design).contains(&Node::Multifactor));
        let policy = crate::design::ConditionalAccessPolicy::demanding("Guests", vec![crate::design::GrantControl::Mfa]);
        design.resource_tenant.conditional_access = vec![policy];
        let shown = shown(&design);
        assert!(shown.contains(&Node::ConditionalAccess) && shown.contains(&Node::Multifactor));
        assert!(!shown.contains(&Node::DeviceState));
    }

    #[test]
    fn the_overview_has_the_turning_points_and_lines_between_them() {
        let design = Design::default();
        let chart = layout(&freelancer_run(&design), ATTEMPT, &design, Detail::Overview, Unused::Shown);
        let nodes: Vec<String> = nodes_of(&chart).into_iter().map(Node::id).collect();
        let expected =
            ["wayIn", "passcodeEnabled", "signIn:emailOneTimePasscode", "reviewPermissions", "accept", "arrival", "end:redeemed"];
        assert_eq!(nodes, expected);
        let rows = chart.rows.iter().take(expected.len() - 1);
        assert!(rows.into_iter().all(|row| !row.down.is_empty()), "each leads to the next");
        assert!(!chart.rows.iter().any(|row| matches!(row.what, RowKind::NotInOrder(_))));
    }

    #[test]
    fn rows_that_nothing_is_set_up_for_can_be_left_out() {
        let mut design = Design::default();
        let order = RedemptionOrder::new(
            vec![PrimaryProvider::AzureActiveDirectory, PrimaryProvider::SocialIdentityProviders],
            FallbackProvider::default(),
        );
        design.resource_tenant.redemption_order = order.unwrap();
        let guest = guest(serde_json::json!({
            "displayName": "Nina", "invitedEmail": "nina@adatum.example", "person": {"workAccount": "nina@adatum.example"}
        }));
        let home = serde_json::json!([{
            "tenantId": "a", "displayName": "Adatum", "verifiedDomains": ["adatum.example"],
            "users": [{"userPrincipalName": "nina@adatum.example"}]
        }]);
        design.home_tenants = serde_json::from_value(home).unwrap();
        let run = crate::engine::replay(&design, &guest, &[]);
        let google = Node::Primary(PrimaryProvider::SocialIdentityProviders);
        let all = layout(&run, ATTEMPT, &design, Detail::Steps, Unused::Shown);
        let used = layout(&run, ATTEMPT, &design, Detail::Steps, Unused::Hidden);
        assert!(nodes_of(&all).contains(&google) && all.rows.iter().any(|row| matches!(row.what, RowKind::NotInOrder(_))));
        assert!(!nodes_of(&used).contains(&google) && !used.rows.iter().any(|row| matches!(row.what, RowKind::NotInOrder(_))));
        assert!(nodes_of(&used).contains(&Node::Primary(PrimaryProvider::AzureActiveDirectory)));
        design.resource_tenant.google_federation = true;
        assert!(nodes_of(&layout(&run, ATTEMPT, &design, Detail::Steps, Unused::Hidden)).contains(&google));
    }
}
