//! What happens after the end of a chapter: the guest comes again, time passes, an administrator does something.
//!
//! Every button is an act of the story. Which acts there are is the engine's list; here they are grouped by who does them, the usual
//! answers to this end first.

mod likely;

use leptos::prelude::*;
use redemption_engine::act::{Act, Prompt};
use redemption_engine::engine::possible_changes;
use redemption_engine::flow::Node;
use redemption_engine::guest_record::guest_record;
use redemption_engine::session::Session;
use redemption_engine::trace::{Effect, Place, Run};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::screen::{act_name, do_and_stay};
use crate::state::{App, Doer, chapter_name, date_and_time, minutes_at};
use crate::words;

const DAY: u32 = 24 * 60;

/// The waits that are offered: a passcode's life, a passcode's session, past a deleted guest's thirty days, the link of the reading with ninety days.
const WAITS: [u32; 4] = [30, DAY, 40 * DAY, 90 * DAY];

/// The longest wait that can be typed, in days.
const LONGEST_WAIT: u32 = 3650;

/// What can be done at an end.
#[derive(Clone, PartialEq)]
struct Offer {
    now: String,
    follows: Option<(Place, String)>,
    groups: Vec<Group>,
}

/// What one side can do.
#[derive(Clone, PartialEq)]
struct Group {
    name: &'static str,
    doer: Doer,
    open: bool,
    acts: Vec<Choice>,
    not_now: Vec<Choice>,
}

/// One act as a button.
#[derive(Clone, PartialEq)]
struct Choice {
    act: Act,
    label: String,
    usual: bool,
    chosen: bool,
}

/// Everything that can be done after the end at the cursor; nothing elsewhere.
#[component]
pub(super) fn WhatNext() -> impl IntoView {
    let app = App::expect();
    let offer = app.after_paint(move || app.run.with(|run| app.session.with(|session| offer(session, run?))));
    view! {
        {move || {
            offer
                .get()
                .map(|offer| {
                    let Offer { now, follows, groups } = offer;
                    view! {
                        <section class="next" aria-labelledby="next-h">
                            <h3 id="next-h">{words::inspect::what_happens_next()}</h3>
                            <p class="next__now">{words::inspect::simulated_time(&now)}</p>
                            {follows.map(|(place, name)| go_on(app, place, name))}
                            {groups.into_iter().map(|group| view! { <GroupOfActs group=group /> }).collect_view()}
                        </section>
                    }
                })
        }}
    }
}

fn go_on(app: App, place: Place, name: String) -> impl IntoView {
    view! {
        <p class="next__follows">
            <button
                class="button button--primary"
                type="button"
                data-go=""
                on:click=move |_| {
                    app.go(place);
                    super::screen::stay();
                }
            >
                {words::inspect::go_on(&name)}
            </button>
        </p>
    }
}

#[component]
fn GroupOfActs(
    /// What one side can do.
    group: Group,
) -> impl IntoView {
    let app = App::expect();
    let Group { name, doer, open, acts, not_now } = group;
    let button = move |choice: Choice| {
        let Choice { act, label, usual, chosen } = choice;
        view! {
            <button
                class="button"
                class:button--primary=usual
                type="button"
                data-act=act_name(act)
                aria-pressed=chosen.then_some("true")
                on:click=move |_| do_and_stay(app, act)
            >
                {label}
            </button>
        }
    };
    let side: &'static str = doer.into();
    view! {
        <details class="next__group" open=open data-doer=side>
            <summary>{name}</summary>
            <div class="ways__acts">{acts.into_iter().map(button).collect_view()}</div>
            {(doer == Doer::Time).then(|| view! { <AnyWait /> })}
            {(!not_now.is_empty())
                .then(|| {
                    view! {
                        <p class="next__note">{words::inspect::not_offered_as_things_trying()}</p>
                        <div class="ways__acts">{not_now.into_iter().map(button).collect_view()}</div>
                    }
                })}
        </details>
    }
}

/// A wait of any number of days.
#[component]
fn AnyWait() -> impl IntoView {
    let app = App::expect();
    let days = RwSignal::new(7_u32);
    let take = move |event: web_sys::Event| {
        if let Ok(typed) = event_target_value(&event).trim().parse::<u32>() {
            days.set(typed.clamp(1, LONGEST_WAIT));
        }
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&days.get_untracked().to_string());
    };
    view! {
        <p class="next__wait">
            <label for="next-days">{words::inspect::days()}</label>
            <input
                class="field__input"
                id="next-days"
                type="number"
                min="1"
                max=LONGEST_WAIT.to_string()
                prop:value=move || days.get().to_string()
                on:change=take
            />
            <button class="button" type="button" data-act="LetTimePass" on:click=move |_| do_and_stay(app, Act::LetTimePass(days.get_untracked() * DAY))>
                {move || words::inspect::wait(wording::duration(days.get() * DAY))}
            </button>
        </p>
    }
}

/// What can be done at the cursor; `None` where no chapter ends.
fn offer(session: &Session, run: &Run) -> Option<Offer> {
    let place = session.view().place;
    let Some(Node::End(outcome)) = run.node(place) else { return None };
    let guest = session.guest()?;
    let design = &session.workspace().design;
    let resource = &design.resource_tenant;
    let following = run.chapters.get(place.chapter + 1);
    let chosen = following.and_then(|chapter| chapter.opened_by).map(|(_, act)| act);
    let record = guest_record(design, guest, run.steps_before(place));
    let mails = mails(run, place);
    let fits = |act: Act| likely::fits(act, guest, &record, mails);
    let choice = |act: Act| Choice {
        act,
        label: wording::act_in(resource, Prompt::Between, act),
        usual: fits(act) && likely::answers(act, outcome),
        chosen: chosen == Some(act),
    };
    let waits = WAITS.into_iter().map(Act::LetTimePass);
    let others = Prompt::Between.acts().into_iter().filter(|act| !matches!(act, Act::LetTimePass(_)));
    let changes = possible_changes(design, guest, run, place).into_iter().map(Act::Change);
    let acts: Vec<Act> = waits.chain(others).chain(changes).collect();
    let group = |section: Section| {
        let here = acts.iter().copied().filter(|act| Section::of(*act) == section);
        let (fitting, not_now): (Vec<Act>, Vec<Act>) = here.partition(|act| fits(*act));
        let mut acts: Vec<Choice> = fitting.into_iter().map(choice).collect();
        acts.sort_by_key(|choice| !choice.usual);
        let not_now: Vec<Choice> = not_now.into_iter().map(choice).collect();
        let open = acts.iter().chain(&not_now).any(|choice| choice.usual || choice.chosen);
        Group { name: section.name(), doer: section.doer(), open, acts, not_now }
    };
    let mut groups: Vec<Group> = Section::iter().map(group).collect();
    groups.retain(|group| !group.acts.is_empty() || !group.not_now.is_empty());
    groups.sort_by_key(|group| !group.open);
    let follows = following.map(|_| {
        let number = place.chapter + 1;
        (Place { chapter: number, step: 0 }, format!("{} {}", number + 1, chapter_name(run, number, resource)))
    });
    Some(Offer { now: date_and_time(design, guest, minutes_at(run, place)), follows, groups })
}

/// How many mails with a link had gone out.
fn mails(run: &Run, place: Place) -> usize {
    let effects = run.steps_before(place).flat_map(|step| &step.effects);
    effects.filter(|effect| matches!(effect, Effect::InvitationMailed)).count()
}

/// A group of acts.
#[derive(Clone, Copy, PartialEq, strum::EnumIter)]
enum Section {
    Guest,
    Time,
    GuestObject,
    Settings,
    Partner,
}

impl Section {
    fn of(act: Act) -> Self {
        match (Doer::of(act), act) {
            (Doer::Guest, _) => Self::Guest,
            (Doer::Time, _) => Self::Time,
            (Doer::YourAdministrator, Act::Change(_)) => Self::Settings,
            (Doer::YourAdministrator, _) => Self::GuestObject,
            (Doer::PartnersAdministrator, _) => Self::Partner,
        }
    }

    fn doer(self) -> Doer {
        match self {
            Self::Guest => Doer::Guest,
            Self::Time => Doer::Time,
            Self::GuestObject | Self::Settings => Doer::YourAdministrator,
            Self::Partner => Doer::PartnersAdministrator,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Guest => words::common::guest(),
            Self::Time => words::inspect::time_passes(),
            Self::GuestObject => words::inspect::your_administrator_invitation_and_guest(),
            Self::Settings => words::inspect::your_administrator_settings(),
            Self::Partner => words::inspect::the_partners_administrator(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::session::View;
    use redemption_engine::workspace::Workspace;

    /// What is offered at the end of a story.
    fn offered(design: &str, guest: &str) -> Offer {
        let workspace: Workspace =
            serde_json::from_str(&format!(r#"{{ "name": "Test", "design": {design}, "guests": [{guest}] }}"#)).unwrap();
        let mut session = Session::open(workspace, View::default());
        session.step(isize::MAX);
        let run = session.run().unwrap();
        assert_eq!(run.refused, None);
        offer(&session, &run).unwrap()
    }

    fn usual(offer: &Offer) -> Vec<&str> {
        let acts = offer.groups.iter().flat_map(|group| &group.acts);
        acts.filter(|choice| choice.usual).map(|choice| choice.label.as_str()).collect()
    }

    const TENANT: &str = r#"{ "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } }"#;

    const LINKS_EXPIRE: &str = r#"{ "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" },
        "interpretations": { "linkExpiresAfterDays": 90 } }"#;

    #[test]
    fn after_an_expired_link_the_invitation_is_sent_again() {
        let guest = r#"{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example",
            "story": ["giveUp", {"letTimePass": 131040}, {"tryAgain": "emailLink"}] }"#;
        let offer = offered(LINKS_EXPIRE, guest);
        assert!(usual(&offer).contains(&"Resend invitation"), "{:?}", usual(&offer));
        assert_eq!(offer.now, "2024-06-25 09:00");
    }

    /// Resending is possible while the invitation is pending, a reset once it is accepted. Sources: `add-users-administrator.md`,
    /// 2023-04; `reset-redemption-status.md`, 2024-03-26.
    #[test]
    fn an_accepted_guest_can_be_reset_and_a_pending_one_can_be_sent_the_mail_again() {
        let lists = |story: &str| {
            let guest = format!(r#"{{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": {story} }}"#);
            let offer = offered(TENANT, &guest);
            let mine = offer.groups.iter().find(|group| group.name == Section::GuestObject.name()).cloned().unwrap();
            let has = |choices: &[Choice], act: Act| choices.iter().any(|choice| choice.act == act);
            (has(&mine.acts, Act::ResendInvitation), has(&mine.acts, Act::ResetRedemption), has(&mine.not_now, Act::RestoreGuest))
        };
        assert_eq!(lists(r#"["giveUp"]"#), (true, false, true));
        assert_eq!(lists(r#"["enterPasscode", "accept"]"#), (false, true, true));
        assert_eq!(lists(r#"["enterPasscode", "accept", "deleteGuest"]"#), (false, false, false));
    }

    #[test]
    fn the_groups_with_a_usual_answer_come_first_and_open() {
        let guest = r#"{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example",
            "invitation": { "accountDisabled": true } }"#;
        let offer = offered(TENANT, guest);
        let first = offer.groups.first().unwrap();
        assert_eq!((first.name, first.open), (Section::Settings.name(), true));
        assert_eq!(usual(&offer), ["Enable the guest object"]);
    }
}
