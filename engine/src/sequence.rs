//! The sequence of a run: what goes between the guest, the mailbox, the home tenant, the resource tenant and the providers.
//!
//! Read off the trace: each step becomes one happening at the side that answers it, with the mails it sends after it. What goes
//! on inside a side is not drawn. The words are in `wording/sequence.rs`, the text for Mermaid in `mermaid.rs`.

mod mermaid;
mod side;

pub use mermaid::mermaid;

use crate::act::{Act, Begins, Operation, Prompt};
use crate::design::{Design, IdentityProvider};
use crate::flow::{Answer, Node, Outcome};
use crate::guest::Guest;
use crate::log::home::of_person;
use crate::mail::{self, MailKind};
use crate::trace::{Choice, Next, Place, Run, Step};

/// A side of the sequence, in the order in which the sides are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participant {
    /// The guest with their browser.
    Guest,
    /// The invited mailbox.
    Mailbox,
    /// The guest's home tenant, or the tenant that is to become it.
    HomeTenant,
    /// The resource tenant.
    ResourceTenant,
    /// An identity provider outside of both tenants.
    Provider(IdentityProvider),
}

/// Something that happens at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The step.
    pub place: Place,
    /// Between whom.
    pub span: Span,
    /// What happens.
    pub what: Happening,
}

/// Between whom something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// It goes from one side to another.
    Between(Participant, Participant),
    /// It happens at one side.
    At(Participant),
    /// It concerns all: time passes, or a chapter ends.
    All,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A step is made.
    Step {
        /// What is checked or asked.
        node: Node,
        /// What came of it.
        answer: Answer,
        /// The person's decision, where one decided.
        choice: Option<Choice>,
        /// The act between two attempts that the step carries out.
        act: Option<Act>,
    },
    /// A provider tells who signed in.
    SignInResult,
    /// A mail is sent.
    Mail(MailKind),
    /// A person is awaited.
    Asks(Node, Prompt),
    /// A chapter ends.
    Ends(Outcome),
}

/// What happens at these places of a run, in order: for each place one step, question or end, then what the step sends.
pub fn sequence(run: &Run, places: &[Place]) -> Vec<Event> {
    places.iter().flat_map(|place| at(run, *place)).collect()
}

/// The sides that take part, in the order in which they are drawn.
pub fn participants(events: &[Event]) -> Vec<Participant> {
    let mut sides: Vec<Participant> = events
        .iter()
        .flat_map(|event| match event.span {
            Span::Between(from, to) => vec![from, to],
            Span::At(side) => vec![side],
            Span::All => Vec::new(),
        })
        .collect();
    sides.sort();
    sides.dedup();
    sides
}

/// The name that the workspace gives a side; `None` where it gives none.
pub fn name_of(design: &Design, guest: &Guest, side: Participant) -> Option<String> {
    match side {
        Participant::Guest => Some(guest.display_name.clone()),
        Participant::Mailbox => Some(guest.invited_email.to_string()),
        Participant::HomeTenant => of_person(design, guest, &guest.invited_email).map(|home| home.tenant.display_name.clone()),
        Participant::ResourceTenant => Some(design.resource_tenant.display_name.clone()),
        Participant::Provider(IdentityProvider::ExternalFederation) => {
            let federations = &design.resource_tenant.federations;
            let own = federations.iter().find(|federation| federation.covers(guest.typed_name().domain()));
            own.map(|federation| federation.display_name.clone())
        }
        Participant::Provider(
            IdentityProvider::AzureActiveDirectory
            | IdentityProvider::Google
            | IdentityProvider::MicrosoftAccount
            | IdentityProvider::EmailOneTimePasscode,
        ) => None,
    }
}

fn at(run: &Run, place: Place) -> Vec<Event> {
    let (Some(node), Some(chapter)) = (run.node(place), run.chapters.get(place.chapter)) else { return Vec::new() };
    let event = |span, what| Event { place, span, what };
    let side = side::of(run, place, node);
    let Some(step) = run.step(place) else {
        return match (node, &run.next) {
            (Node::End(outcome), _) => vec![event(Span::All, Happening::Ends(outcome))],
            (_, Next::Person { prompt, .. }) => {
                vec![event(Span::Between(side, Participant::Guest), Happening::Asks(node, *prompt))]
            }
            (_, Next::Ended(_) | Next::NoEdge(..)) => Vec::new(),
        };
    };
    let act = chapter.opened_by.map(|(_, act)| act).filter(|_| matches!(chapter.begins, Begins::Operation(_)));
    let made = Happening::Step { node, answer: step.edge.answer(), choice: step.cause.choice, act };
    let mut events = vec![event(span(step, side), made)];
    if is_told(step) {
        events.push(event(Span::Between(side, Participant::ResourceTenant), Happening::SignInResult));
    }
    let mails = step.effects.iter().filter_map(mail::kind);
    let sent = Span::Between(Participant::ResourceTenant, Participant::Mailbox);
    events.extend(mails.map(|kind| event(sent, Happening::Mail(kind))));
    events
}

/// Between whom a step is made.
fn span(step: &Step, side: Participant) -> Span {
    let node = step.edge.from();
    if node == Node::Operation(Operation::Wait) {
        return Span::All;
    }
    if matches!(node, Node::Redirect | Node::Arrival) {
        return Span::Between(side, Participant::Guest);
    }
    let goes_there = match node {
        Node::SignIn(_) => step.edge.answer() != Answer::Gone,
        Node::WayIn | Node::MailFound | Node::Operation(Operation::LeaveOrganization) => true,
        _ => step.cause.choice.is_some(),
    };
    if goes_there && side != Participant::Guest { Span::Between(Participant::Guest, side) } else { Span::At(side) }
}

/// Whether a provider has told the resource tenant something about a sign-in, well formed or not.
fn is_told(step: &Step) -> bool {
    let elsewhere = match step.edge.from() {
        Node::SignIn(provider) => provider != IdentityProvider::EmailOneTimePasscode,
        node => node == Node::DeviceCode,
    };
    let sent = matches!(
        step.edge.answer(),
        Answer::SignedIn
            | Answer::InvalidToken
            | Answer::NoMailClaim
            | Answer::MailClaimElsewhere
            | Answer::NoRealm
            | Answer::UnknownRealm
    );
    elsewhere && sent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::replay;
    use crate::presets;
    use Participant::{Guest as Person, HomeTenant, Mailbox, Provider, ResourceTenant};

    pub(super) fn example(id: &str) -> (Design, Guest, Run) {
        let workspace = presets::find(id).unwrap().workspace;
        let guest = workspace.guests.first().unwrap().clone();
        let run = replay(&workspace.design, &guest, &guest.story);
        (workspace.design, guest, run)
    }

    fn freelancer(story: serde_json::Value) -> Vec<Event> {
        let guest: Guest = serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story
        }))
        .unwrap();
        let run = replay(&Design::default(), &guest, &guest.story);
        assert_eq!(run.refused, None);
        sequence(&run, &run.places())
    }

    /// Everything that goes from one side to another.
    fn messages(events: &[Event]) -> Vec<(Participant, Participant)> {
        let between = |event: &Event| match event.span {
            Span::Between(from, to) => Some((from, to)),
            Span::At(_) | Span::All => None,
        };
        events.iter().filter_map(between).collect()
    }

    #[test]
    fn a_freelancer_gets_two_mails_and_deals_with_the_resource_tenant_alone() {
        let events = freelancer(serde_json::json!(["enterPasscode", "accept"]));
        assert_eq!(participants(&events), [Person, Mailbox, ResourceTenant]);
        assert_eq!(
            messages(&events),
            [
                // The invitation mail.
                (ResourceTenant, Mailbox),
                // Way in, mail found.
                (Person, ResourceTenant),
                (Person, Mailbox),
                // The passcode: sent and entered.
                (ResourceTenant, Mailbox),
                (Person, ResourceTenant),
                // Review permissions.
                (Person, ResourceTenant),
                // Where the guest lands, arrival.
                (ResourceTenant, Person),
                (ResourceTenant, Person),
            ]
        );
    }

    #[test]
    fn a_work_account_signs_in_at_home_and_the_home_tenant_tells_the_resource_tenant() {
        let (_, _, run) = example("managed-entra-guest");
        let events = sequence(&run, &run.places());
        assert_eq!(participants(&events), [Person, Mailbox, HomeTenant, ResourceTenant]);
        let sign_in = messages(&events).windows(2).any(|pair| pair == [(Person, HomeTenant), (HomeTenant, ResourceTenant)]);
        assert!(sign_in, "{events:?}");
    }

    #[test]
    fn a_partner_signs_in_at_the_provider_that_has_the_federations_name() {
        let (design, guest, run) = example("partner-with-saml");
        let provider = Provider(IdentityProvider::ExternalFederation);
        let events = sequence(&run, &run.places());
        assert!(messages(&events).contains(&(provider, ResourceTenant)));
        let federation = design.resource_tenant.federations.first().unwrap();
        assert_eq!(name_of(&design, &guest, provider).as_ref(), Some(&federation.display_name));
    }

    #[test]
    fn where_a_person_is_awaited_the_side_that_waits_asks_the_guest() {
        let events = freelancer(serde_json::json!([]));
        let last = events.last().unwrap();
        assert_eq!(last.span, Span::Between(ResourceTenant, Person));
        assert!(matches!(last.what, Happening::Asks(Node::SignIn(IdentityProvider::EmailOneTimePasscode), _)));
    }

    #[test]
    fn time_and_ends_concern_all_and_an_administrators_act_its_own_tenant() {
        let events = freelancer(serde_json::json!(["giveUp", {"letTimePass": 60}, "deleteGuest"]));
        let operations: Vec<Span> = events
            .iter()
            .filter(|event| matches!(event.what, Happening::Step { node: Node::Operation(_), .. }))
            .map(|event| event.span)
            .collect();
        assert_eq!(operations, [Span::All, Span::At(ResourceTenant)]);
        let ends = events.iter().filter(|event| matches!(event.what, Happening::Ends(_)));
        assert_eq!(ends.map(|event| event.span).collect::<Vec<_>>(), [Span::All; 4]);
    }

    #[test]
    fn every_place_of_every_example_begins_with_its_own_happening() {
        for preset in presets::all() {
            for guest in &preset.workspace.guests {
                let run = replay(&preset.workspace.design, guest, &guest.story);
                let places = run.places();
                let follows = |event: &&Event| !matches!(event.what, Happening::SignInResult | Happening::Mail(_));
                let told: Vec<Place> = sequence(&run, &places).iter().filter(follows).map(|event| event.place).collect();
                assert_eq!(told, places, "{}", preset.id);
            }
        }
    }
}
