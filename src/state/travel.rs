//! Travelling through a run: playing by itself, pause points, by what it is stepped, and where an edit has changed the way.
//!
//! Where playing stops is the engine's to say. Nothing here is part of a scenario.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;
use redemption_engine::chart::{self, Detail};
use redemption_engine::flow::Node;
use redemption_engine::screen;
use redemption_engine::session::{self, Stop};
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording;
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::{App, RunSignal, WorkspaceSignal, describe};
use crate::preferences;
use crate::words;

/// How long must pass between two announcements while playing, in milliseconds.
const SILENCE: f64 = 2000.0;

const SPEED: &str = "speed";
const STRIDE: &str = "stride";
const PAUSES: &str = "pauses";
const FOLLOWS: &str = "follow-cursor";
const QUIET: &str = "quiet";

/// What the parts of the page that travel share. Copy it freely.
#[derive(Clone, Copy)]
pub struct Travel {
    /// Whether it plays by itself.
    pub playing: RwSignal<bool>,
    /// How fast.
    pub speed: RwSignal<Speed>,
    /// By what it is stepped.
    pub stride: RwSignal<Stride>,
    /// Whether the views scroll along with the cursor.
    pub follows: RwSignal<bool>,
    /// Whether steps are not announced.
    pub quiet: RwSignal<bool>,
    /// The checks at which playing pauses, by their names in markup.
    pub pauses: RwSignal<BTreeSet<String>>,
    /// Where an edit has changed the way that had been travelled, until that is taken note of.
    pub diverged: RwSignal<Option<Place>>,
    /// When something was announced last while playing, in milliseconds since 1970.
    said_at: StoredValue<f64>,
}

/// How fast playing goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Speed {
    /// A step in 2.4 seconds.
    Half,
    /// A step in 1.2 seconds.
    #[default]
    Normal,
    /// A step in 0.6 seconds.
    Double,
    /// A step in 0.3 seconds.
    Fourfold,
}

/// By what it is stepped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Stride {
    /// From row to row, at the level of detail that is shown.
    #[default]
    Rows,
    /// From one page that the guest sees to the next.
    Screens,
}

impl Speed {
    /// How long a step takes.
    pub fn step(self) -> Duration {
        Duration::from_millis(match self {
            Self::Half => 2400,
            Self::Normal => 1200,
            Self::Double => 600,
            Self::Fourfold => 300,
        })
    }

    /// What the page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Half => "0.5×",
            Self::Normal => "1×",
            Self::Double => "2×",
            Self::Fourfold => "4×",
        }
    }
}

impl Stride {
    /// What the page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Rows => words::flow::rows_of_the_flow(),
            Self::Screens => words::flow::pages_the_guest_sees(),
        }
    }

    /// What one stop is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Rows => words::common::step(),
            Self::Screens => words::flow::page(),
        }
    }
}

impl Travel {
    /// Standing still, with the preferences that the browser has kept.
    pub fn new() -> Self {
        let pauses: String = preferences::kept(PAUSES).unwrap_or_default();
        Self {
            playing: RwSignal::new(false),
            speed: RwSignal::new(preferences::kept(SPEED).unwrap_or_default()),
            stride: RwSignal::new(preferences::kept(STRIDE).unwrap_or_default()),
            follows: RwSignal::new(preferences::kept(FOLLOWS).unwrap_or(true)),
            quiet: RwSignal::new(preferences::kept(QUIET).unwrap_or(false)),
            pauses: RwSignal::new(pauses.split_whitespace().map(str::to_owned).collect()),
            diverged: RwSignal::new(None),
            said_at: StoredValue::new(0.0),
        }
    }

    /// Plays at another speed.
    pub fn set_speed(&self, speed: Speed) {
        self.speed.set(speed);
        preferences::keep(SPEED, speed.into());
    }

    /// Steps by something else.
    pub fn set_stride(&self, stride: Stride) {
        self.stride.set(stride);
        preferences::keep(STRIDE, stride.into());
    }

    /// Scrolls along with the cursor, or not.
    pub fn set_follows(&self, on: bool) {
        self.follows.set(on);
        preferences::keep(FOLLOWS, if on { "true" } else { "false" });
    }

    /// Announces no steps, or announces them.
    pub fn set_quiet(&self, on: bool) {
        self.quiet.set(on);
        preferences::keep(QUIET, if on { "true" } else { "false" });
    }

    /// Whether playing pauses at a check; followed.
    pub fn pauses_at(&self, node: Node) -> bool {
        self.pauses.with(|pauses| pauses.contains(&node.id()))
    }

    fn set_pauses(&self, pauses: BTreeSet<String>) {
        preferences::keep(PAUSES, &pauses.iter().map(String::as_str).collect::<Vec<_>>().join(" "));
        self.pauses.set(pauses);
    }

    /// Stands still.
    pub fn pause(&self) {
        if self.playing.get_untracked() {
            self.playing.set(false);
        }
    }
}

impl Default for Travel {
    fn default() -> Self {
        Self::new()
    }
}

/// The places of a run that have a row at a level of detail.
pub(super) fn shown_places(run: RunSignal, workspace: WorkspaceSignal, detail: RwSignal<Detail>) -> Memo<Vec<Place>> {
    Memo::new(move |_| {
        let detail = detail.get();
        let workspace = workspace.now();
        run.with(|run| run.map(|run| chart::shown_places(run, &workspace.design, detail)).unwrap_or_default())
    })
}

impl App {
    /// The places that have a row at the level of detail that is shown.
    pub fn shown_places(&self) -> Vec<Place> {
        self.shown.get()
    }

    /// The places at which stepping stops: those with a row, or those of them at which the guest sees another page.
    pub fn stops(&self) -> Vec<Place> {
        let shown = self.shown_places();
        match self.travel.stride.get() {
            Stride::Rows => shown,
            Stride::Screens => {
                let pages = self.run.with(|run| run.map(|run| screen::screen_places(run, &shown)).unwrap_or_default());
                if pages.is_empty() { shown } else { pages }
            }
        }
    }

    /// A place in one sentence: number, check, answer. The slider says the same.
    pub fn describe(&self, place: Place) -> String {
        let stops = self.stops();
        let noun = self.travel.stride.get().noun();
        self.run.with(|run| run.map(|run| describe(run, noun, &stops, place)).unwrap_or_default())
    }

    /// Plays, or pauses.
    pub fn play_or_pause(&self) {
        let travel = self.travel;
        if travel.playing.get_untracked() {
            travel.playing.set(false);
            self.announce(words::flow::paused());
        } else if untrack(|| self.is_at_the_end()) {
            self.announce(words::flow::nothing_comes_after_this_step());
        } else {
            travel.playing.set(true);
            travel.said_at.set_value(js_sys::Date::now());
            self.announce(words::flow::playing());
        }
    }

    /// Whether nothing comes after the cursor.
    pub fn is_at_the_end(&self) -> bool {
        let place = self.place();
        self.stops().last().is_none_or(|last| *last <= place)
    }

    /// Goes one stop on, as playing does, and pauses where the engine says so.
    pub fn play_on(&self) {
        let stops = untrack(|| self.stops());
        let from = self.session.with_untracked(|session| session.view().place);
        self.session.update(|session| session.step_among(&stops, 1));
        self.looked_at.set(None);
        let to = self.session.with_untracked(|session| session.view().place);
        self.reached(to);
        let pauses = self.travel.pauses.get_untracked();
        let is_pause = |node: Node| pauses.contains(&node.id());
        let found = self.run.with_untracked(|run| run.and_then(|run| session::stop(run, from, to, is_pause)));
        let stop = found.or(stops.last().is_none_or(|last| *last <= to).then_some(Stop::End));
        if stop.is_some() {
            self.travel.playing.set(false);
        }
        self.say_while_playing(to, stop);
    }

    /// Announces a place, at most once in two seconds; what playing ends with is said in any case, if need be later.
    fn say_while_playing(&self, place: Place, stop: Option<Stop>) {
        let (app, said_at) = (*self, self.travel.said_at);
        let now = js_sys::Date::now();
        if self.travel.quiet.get_untracked() && stop.is_none() {
            return;
        }
        let wait = said_at.get_value() + SILENCE - now;
        let say = move || {
            said_at.set_value(js_sys::Date::now());
            let ending = match stop {
                None => "",
                Some(Stop::GuestDecides) => words::flow::paused_the_guest_decides(),
                Some(Stop::PausePoint) => words::flow::paused_pause_point(),
                Some(Stop::End) => words::flow::the_end(),
            };
            app.announce(format!("{}{ending}", untrack(|| app.describe(place))));
        };
        if wait <= 0.0 {
            say();
        } else if stop.is_some() {
            // Whole milliseconds are near enough, and it is never longer than the silence.
            let wait = Duration::from_millis(wait.ceil() as u64);
            set_timeout(
                move || {
                    if !app.travel.playing.get_untracked() && untrack(|| app.place()) == place {
                        say();
                    }
                },
                wait,
            );
        }
    }

    /// Sets a pause point at a check, or removes it.
    pub fn toggle_pause_at(&self, node: Node) {
        let mut pauses = self.travel.pauses.get_untracked();
        let name = wording::node(node);
        if pauses.remove(&node.id()) {
            self.announce(words::flow::no_pause_at_any_more(name));
        } else {
            pauses.insert(node.id());
            self.announce(words::flow::playing_pauses_at(name));
        }
        self.travel.set_pauses(pauses);
    }

    /// Removes all pause points.
    pub fn remove_pauses(&self) {
        self.travel.set_pauses(BTreeSet::new());
        self.announce(words::flow::all_pause_points_removed());
    }

    /// Goes to where an edit has changed the way.
    pub fn go_to_divergence(&self) {
        if let Some(place) = self.travel.diverged.get_untracked() {
            self.go(place);
            self.travel.diverged.set(None);
        }
    }

    /// Makes a branch the present story.
    pub fn go_to_branch(&self, number: usize) {
        let label = words::flow::went_to_branch(number);
        if self.session.update(|session| session.go_to_branch(label, number)) {
            self.travel.diverged.set(None);
            self.drop_undo_notice();
            self.go_on_to_a_row();
            self.after_move();
            let here = untrack(|| self.describe(self.place()));
            self.announce(words::flow::at_branch(number, &here));
        }
    }

    /// Forgets a branch.
    pub fn forget_branch(&self, number: usize) {
        let label = words::flow::branch_removed(number);
        if self.session.update(|session| session.forget_branch(label.clone(), number)) {
            self.announce(label);
        }
    }

    /// What has been gone to needs no strip that leads there.
    pub(super) fn reached(&self, place: Place) {
        if self.travel.diverged.with_untracked(|diverged| *diverged == Some(place)) {
            self.travel.diverged.set(None);
        }
    }
}

/// The node at a place of a run, with what the page calls it.
pub fn named_node(run: &Run, place: Place) -> Option<(Node, &'static str)> {
    run.node(place).map(|node| (node, wording::node(node)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn a_step_takes_one_point_two_seconds_and_the_speeds_are_halves_of_each_other() {
        let steps: Vec<u128> = Speed::iter().map(|speed| speed.step().as_millis()).collect();
        assert_eq!(steps, [2400, 1200, 600, 300]);
        assert_eq!(Speed::default().step().as_millis(), 1200);
    }

    #[test]
    fn what_is_kept_is_read_again() {
        for speed in Speed::iter() {
            assert_eq!(<&str>::from(speed).parse(), Ok(speed));
        }
        for stride in Stride::iter() {
            assert_eq!(<&str>::from(stride).parse(), Ok(stride));
        }
    }
}
