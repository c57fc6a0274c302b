//! What a scenario or a conformance case expects of one guest's run, and where a run differs from it.
//!
//! Expectations are typed by hand from the documents; nothing here writes them.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use crate::act::{Prompt, PromptKind};
use crate::design::IdentityProvider;
use crate::engine::replay;
use crate::flow::Node;
use crate::guest_record::{GuestRecord, ObjectState, guest_record};
use crate::screen::screens;
use crate::trace::{Effect, Next, Run, Step};
use crate::workspace::Workspace;

/// What is expected of one guest's run. What is left out must be absent from the run, too, except for the lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Want {
    /// The guest's display name.
    pub guest: String,
    /// The stable name of the last chapter's outcome; `None` where the run waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The outcomes of all chapters that have ended, in order, the invitation's first; an empty list leaves them open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<String>,
    /// The name of the prompt at which the run waits; `None` where it has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_for: Option<String>,
    /// The provider that the guest was last sent to; `None` where the guest was sent to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<IdentityProvider>,
    /// The guest object's state at the end; `None` where there is no guest object, or none that has been invited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_user_state: Option<ExternalUserState>,
    /// The issuer of the entry that redemption added to `identities`; `None` where none was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Names of rules that the run must cite: those the case is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Names of rules that the run must not cite.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_cited: Vec<String>,
    /// Names of nodes at which the run must have stood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<String>,
    /// Names of nodes at which the run must not have stood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_visited: Vec<String>,
    /// The stable name of the page that is seen at the end; `None` leaves it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_screen: Option<String>,
    /// The mails that go out to the guest, in order; `None` leaves them open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mails: Option<Vec<MailKind>>,
}

/// A mail to the guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum MailKind {
    /// The invitation.
    Invitation,
    /// The notification of automatic redemption.
    Notification,
    /// A passcode.
    Passcode,
}

/// Microsoft Graph's `externalUserState`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
pub enum ExternalUserState {
    /// The invitation is still open.
    PendingAcceptance,
    /// The guest has accepted it.
    Accepted,
}

impl Want {
    /// Plays the guest's story and lists every difference, one sentence each; empty where the run is as expected.
    pub fn mismatches(&self, workspace: &Workspace) -> Vec<String> {
        let Some(guest) = workspace.guests.iter().find(|guest| guest.display_name == self.guest) else {
            return vec![format!("there is no guest `{}`", self.guest)];
        };
        let run = replay(&workspace.design, guest, &guest.story);
        let record = guest_record(&workspace.design, guest, steps(&run));
        let mut found = Vec::new();
        let mut compare = |what: &str, want: Option<&str>, got: Option<&str>| {
            if want != got {
                found.push(format!("{what}: expected {}, got {}", shown(want), shown(got)));
            }
        };
        let (outcome, waiting_for) = standing(&run);
        compare("outcome", self.outcome.as_deref(), outcome.as_deref());
        compare("waitingFor", self.waiting_for.as_deref(), waiting_for);
        compare("provider", self.provider.map(Into::into), run.last_provider().map(|(provider, _)| provider.into()));
        compare("externalUserState", self.external_user_state.map(Into::into), external_user_state(&record));
        compare("issuer", self.issuer.as_deref(), record.accepted_with.as_ref().map(|accepted| accepted.issuer.as_str()));
        if self.last_screen.is_some() {
            compare("lastScreen", self.last_screen.as_deref(), screens(&run).last().map(|screen| screen.id()));
        }
        if !self.outcomes.is_empty() {
            let outcomes: Vec<&str> = run.chapters.iter().filter_map(|chapter| Some(chapter.outcome()?.id())).collect();
            compare("outcomes", Some(&self.outcomes.join(", ")), Some(&outcomes.join(", ")));
        }
        if let Some(mails) = &self.mails {
            let names = |mails: &[MailKind]| mails.iter().map(|mail| <&str>::from(*mail)).collect::<Vec<_>>().join(", ");
            compare("mails", Some(&names(mails)), Some(&names(&mails_sent(&run))));
        }
        if let Some(position) = run.refused {
            found.push(format!("story: act {position} does not fit"));
        }
        let rules = cited_rules(&run);
        let missing = self.rules.iter().filter(|rule| !rules.contains(&rule.as_str()));
        found.extend(missing.map(|rule| format!("rules: `{rule}` is not cited")));
        let surplus = self.not_cited.iter().filter(|rule| rules.contains(&rule.as_str()));
        found.extend(surplus.map(|rule| format!("notCited: `{rule}` is cited")));
        let nodes: Vec<String> = visited_nodes(&run).into_iter().map(Node::id).collect();
        let missing = self.nodes.iter().filter(|node| !nodes.contains(node));
        found.extend(missing.map(|node| format!("nodes: `{node}` is not visited")));
        let surplus = self.not_visited.iter().filter(|node| nodes.contains(node));
        found.extend(surplus.map(|node| format!("notVisited: `{node}` is visited")));
        found
    }
}

/// The names of the rules that a run cites, that of an open question included.
pub fn cited_rules(run: &Run) -> Vec<&'static str> {
    let asked = match &run.next {
        Next::Person { rule, .. } => Some(*rule),
        Next::Ended(_) | Next::NoEdge(..) => None,
    };
    steps(run).map(|step| step.cause.rule).chain(asked).map(|rule| rule.card().id).collect()
}

/// The nodes at which a run stood, in order.
pub fn visited_nodes(run: &Run) -> Vec<Node> {
    run.places().into_iter().filter_map(|place| run.node(place)).collect()
}

/// The name of a prompt, without its details.
pub fn prompt_id(prompt: Prompt) -> &'static str {
    PromptKind::from(prompt).into()
}

fn steps(run: &Run) -> impl Iterator<Item = &Step> {
    run.chapters.iter().flat_map(|chapter| &chapter.steps)
}

/// Outcome and prompt: a run has one of the two.
fn standing(run: &Run) -> (Option<String>, Option<&'static str>) {
    match &run.next {
        Next::Ended(outcome) => (Some(outcome.id().to_owned()), None),
        Next::Person { prompt, .. } => (None, Some(prompt_id(*prompt))),
        Next::NoEdge(node, answer) => (Some(format!("no edge {}/{}", node.id(), answer.id())), None),
    }
}

/// A guest object that is gone has no state; one that can be restored has.
fn external_user_state(record: &GuestRecord) -> Option<&'static str> {
    match record.object {
        ObjectState::Active | ObjectState::SoftDeleted => record.external_user_state,
        ObjectState::None | ObjectState::Gone => None,
    }
}

fn mails_sent(run: &Run) -> Vec<MailKind> {
    let mail = |effect: &Effect| match effect {
        Effect::InvitationMailed => Some(MailKind::Invitation),
        Effect::NotificationMailed => Some(MailKind::Notification),
        Effect::PasscodeSent => Some(MailKind::Passcode),
        _ => None,
    };
    steps(run).flat_map(|step| &step.effects).filter_map(mail).collect()
}

fn shown(value: Option<&str>) -> String {
    value.map_or_else(|| "nothing".to_owned(), |value| format!("`{value}`"))
}
