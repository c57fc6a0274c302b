//! Two tabs with the same workspace, in every order in which they can write, learn of each other, be flushed to disk and be killed:
//! nothing that was reported as saved is lost.
//!
//! Each tab sees the slots as they were a moment ago: what the other one writes arrives later. The disk has what was flushed last. The
//! journal's transactions come one after another, and what is complete stays. The tabs run the engine's own code.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, VecDeque};

use redemption_engine::library::journal::{self, Verdict};
use redemption_engine::library::{self, Base, Record, SaveError, Saved, Stamp, Storage, StorageError};
use redemption_engine::session::View;

use crate::store::{Fault, Store, Values, named};

const ID: &str = "one";
const TABS: [&str; 2] = ["A", "B"];
/// How many edits each tab makes.
const EDITS: [u8; 2] = [2, 1];

type Mutation = (String, Option<String>);

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Tab {
    base: Option<Base>,
    content: String,
    edits: u8,
    /// What is in a slot and not in the journal yet, with its content.
    waiting: Option<(Stamp, String, String)>,
    /// What the journal has taken, of which the tab has not heard yet.
    taken: Option<(Stamp, String)>,
    /// It has met another tab's work.
    stopped: bool,
    /// Which of its names it saves in.
    name: u8,
}

/// Everything there is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    tabs: [Tab; 2],
    /// The slots as each tab sees them.
    seen: [Values; 2],
    /// What has not arrived in each tab yet.
    coming: [VecDeque<Mutation>; 2],
    browser: Values,
    disk: Values,
    journal: Option<String>,
    /// Every edit that was reported as saved.
    reported: BTreeSet<String>,
    restarts: u8,
}

/// What can happen next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A tab changes the workspace and writes a slot.
    Edit(usize),
    /// The journal answers a tab.
    Journal(usize),
    /// A tab hears what the journal has done.
    Hear(usize),
    /// A tab that has met another's work loads it.
    Load(usize),
    /// A tab hands to the journal what it has opened from a slot.
    Settle(usize),
    /// A tab that has changed nothing shows what the slots hold, as one does that takes over.
    Look(usize),
    /// A tab opens the workspace again from the slots, whatever it had of it.
    Reopen(usize),
    /// A tab learns of one thing that the other has written.
    Arrive(usize),
    /// The slots go to the disk.
    Flush,
    /// The browser is killed and started again, with both tabs.
    Kill,
}

/// The slots as a tab sees them, and what it writes.
struct Seen {
    store: Store,
    written: RefCell<Vec<Mutation>>,
}

impl Storage for Seen {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.store.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.written.borrow_mut().push((key.to_owned(), Some(value.to_owned())));
        self.store.set(key, value)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.written.borrow_mut().push((key.to_owned(), None));
        self.store.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.store.keys()
    }
}

fn apply(values: &mut Values, (key, value): &Mutation) {
    match value {
        Some(value) => drop(values.insert(key.clone(), value.clone())),
        None => drop(values.remove(key)),
    }
}

/// What a slot holds, of which the tab does not know whether the journal has it.
fn unsettled(stamp: &Stamp) -> Base {
    Base { stamp: stamp.clone(), settled: false }
}

/// What a page finds that is opened over these slots and this journal.
fn opened(slots: &Values, journal: Option<&str>) -> (Option<(Stamp, String)>, Values) {
    let store = Store::new(slots.clone(), Fault::None);
    drop(library::list(&store).unwrap());
    if let Some(text) = journal {
        drop(journal::hold(&store, ID, text).unwrap());
    }
    let found = library::load(&store, ID).unwrap().map(|saved| (saved.stamp, saved.workspace.name));
    (found, store.values.into_inner())
}

impl World {
    fn new() -> Self {
        let tab = |edits| Tab { base: None, content: String::new(), edits, waiting: None, taken: None, stopped: false, name: 0 };
        Self {
            tabs: EDITS.map(tab),
            seen: Default::default(),
            coming: Default::default(),
            browser: Values::new(),
            disk: Values::new(),
            journal: None,
            reported: BTreeSet::new(),
            restarts: 0,
        }
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for (number, tab) in self.tabs.iter().enumerate() {
            if tab.stopped {
                if tab.edits > 0 {
                    steps.push(Step::Load(number));
                }
            } else {
                if tab.edits > 0 {
                    steps.push(Step::Edit(number));
                }
                if tab.waiting.is_none()
                    && tab.taken.is_none()
                    && tab.edits > 0
                    && tab.base.as_ref().is_some_and(|base| !base.settled)
                {
                    steps.push(Step::Settle(number));
                }
                if tab.waiting.is_some() && tab.taken.is_none() {
                    steps.push(Step::Journal(number));
                }
                if tab.waiting.is_none() && tab.taken.is_none() && tab.edits > 0 && self.would_show(number).is_some() {
                    steps.push(Step::Look(number));
                }
                if tab.waiting.is_none() && tab.taken.is_none() && tab.edits > 0 && self.finds_another(number) {
                    steps.push(Step::Reopen(number));
                }
            }
            if tab.taken.is_some() {
                steps.push(Step::Hear(number));
            }
            if !self.coming[number].is_empty() {
                steps.push(Step::Arrive(number));
            }
        }
        if self.disk != self.browser {
            steps.push(Step::Flush);
        }
        if self.restarts == 0 && !self.reported.is_empty() {
            steps.push(Step::Kill);
        }
        steps
    }

    /// Whether a tab sees another state in the slots than the one it has built on.
    fn finds_another(&self, number: usize) -> bool {
        let seen = Seen { store: Store::new(self.seen[number].clone(), Fault::None), written: RefCell::default() };
        let stamp = self.tabs[number].base.as_ref().map(|base| base.stamp.clone());
        library::load(&seen, ID).unwrap().map(|saved| saved.stamp) != stamp
    }

    /// What a tab would show of what it sees in the slots.
    fn would_show(&self, number: usize) -> Option<Saved> {
        let seen = Seen { store: Store::new(self.seen[number].clone(), Fault::None), written: RefCell::default() };
        let base = self.tabs[number].base.as_ref();
        library::load(&seen, ID).unwrap().filter(|saved| base.is_none_or(|base| base.gives_way_to(&saved.stamp)))
    }

    /// Writes through a tab's view of the slots.
    fn through<T>(&mut self, number: usize, write: impl FnOnce(&Seen) -> T) -> T {
        let seen = Seen { store: Store::new(self.seen[number].clone(), Fault::None), written: RefCell::default() };
        let answer = write(&seen);
        self.seen[number] = seen.store.values.into_inner();
        for mutation in seen.written.into_inner() {
            apply(&mut self.browser, &mutation);
            self.coming[1 - number].push_back(mutation);
        }
        answer
    }

    fn after(&self, step: Step, with_journal: bool) -> Self {
        let mut world = self.clone();
        match step {
            Step::Edit(number) => world.edit(number, with_journal),
            Step::Journal(number) => world.ask_journal(number),
            Step::Hear(number) => {
                let tab = &mut world.tabs[number];
                if let Some((stamp, content)) = tab.taken.take() {
                    tab.base = Some(Base { stamp, settled: true });
                    world.reported.extend(content.split_whitespace().map(str::to_owned));
                }
            }
            Step::Settle(number) => {
                let found = world.through(number, |seen| library::newest_record(seen, ID).unwrap());
                let tab = &mut world.tabs[number];
                // A slot that has changed since is no matter: what is opened is what is handed over.
                if let Some(record) = found.filter(|record| tab.base.as_ref().is_some_and(|base| base.stamp == record.stamp)) {
                    tab.waiting = Some((record.stamp, record.text, tab.content.clone()));
                } else {
                    tab.stopped = true;
                }
            }
            Step::Look(number) => {
                if let Some(saved) = world.would_show(number) {
                    world.show(number, Some(saved));
                }
            }
            Step::Reopen(number) => {
                let found = world.through(number, |seen| library::load(seen, ID).unwrap());
                world.show(number, found);
            }
            Step::Load(number) => {
                let journal = world.journal.clone();
                let found = world.through(number, |seen| {
                    if let Some(text) = journal {
                        drop(journal::hold(seen, ID, &text).unwrap());
                    }
                    library::load(seen, ID).unwrap()
                });
                let tab = &mut world.tabs[number];
                (tab.stopped, tab.waiting, tab.taken) = (false, None, None);
                world.show(number, found);
            }
            Step::Arrive(number) => {
                if let Some(mutation) = world.coming[number].pop_front() {
                    apply(&mut world.seen[number], &mutation);
                }
            }
            Step::Flush => world.disk = world.browser.clone(),
            Step::Kill => {
                let (found, slots) = opened(&world.disk, world.journal.as_deref());
                let (base, content) = found.map_or((None, String::new()), |(stamp, content)| (Some(unsettled(&stamp)), content));
                for tab in &mut world.tabs {
                    *tab = Tab {
                        base: base.clone(),
                        content: content.clone(),
                        edits: tab.edits.min(1),
                        waiting: None,
                        taken: None,
                        stopped: false,
                        name: 0,
                    };
                }
                world.seen = [slots.clone(), slots.clone()];
                (world.browser, world.disk) = (slots.clone(), slots);
                world.coming = Default::default();
                world.restarts += 1;
            }
        }
        world
    }

    /// Goes on from what was found; under another name where somebody else has saved it.
    fn show(&mut self, number: usize, found: Option<Saved>) {
        let writer = self.writer(number);
        let tab = &mut self.tabs[number];
        tab.name += u8::from(found.as_ref().is_none_or(|saved| saved.stamp.saved_by != writer));
        tab.base = found.as_ref().map(|saved| unsettled(&saved.stamp));
        tab.content = found.map_or_else(String::new, |saved| saved.workspace.name);
    }

    fn edit(&mut self, number: usize, with_journal: bool) {
        let tab = &mut self.tabs[number];
        let edit = format!("{}{}.{}", TABS[number], tab.edits, self.restarts);
        tab.edits -= 1;
        tab.content = format!("{} {edit}", tab.content);
        let content = tab.content.clone();
        self.save(number, content, with_journal);
    }

    fn save(&mut self, number: usize, content: String, with_journal: bool) {
        let base = self.tabs[number].base.clone();
        let writer = self.writer(number);
        let written =
            self.through(number, |seen| library::save(seen, ID, base.as_ref(), &writer, &named(&content), View::default()));
        let tab = &mut self.tabs[number];
        match written {
            Ok(Record { stamp, .. }) if !with_journal => {
                tab.base = Some(Base { stamp, settled: true });
                self.reported.extend(content.split_whitespace().map(str::to_owned));
            }
            Ok(Record { stamp, text }) => tab.waiting = Some((stamp, text, content)),
            Err(SaveError::Conflict { .. }) => tab.stopped = true,
            Err(error) => panic!("{error}"),
        }
    }

    /// The name in which a tab saves; each visit has its own, and takes another one with what somebody else has saved.
    fn writer(&self, number: usize) -> String {
        format!("{}{}.{}", TABS[number], self.restarts, self.tabs[number].name)
    }

    fn ask_journal(&mut self, number: usize) {
        let writer = self.writer(number);
        let tab = &mut self.tabs[number];
        let Some((stamp, text, content)) = tab.waiting.take() else { return };
        match journal::verdict(ID, self.journal.as_deref(), tab.base.as_ref().map(|base| &base.stamp), &stamp, &writer) {
            Verdict::Write => {
                self.journal = Some(text);
                tab.taken = Some((stamp, content));
            }
            Verdict::Kept => tab.taken = Some((stamp, content)),
            Verdict::Again(stamp) => {
                tab.base = Some(Base { stamp, settled: true });
                self.save(number, content, true);
            }
            Verdict::Conflict(_) => tab.stopped = true,
            verdict @ (Verdict::WriteOver { .. } | Verdict::Newer) => panic!("{verdict:?}"),
        }
    }

    /// What was reported as saved and is not there, were the browser killed or closed now.
    fn lost(&self, memory: &mut Memory) -> Option<String> {
        for slots in [&self.disk, &self.browser] {
            let content = memory
                .found
                .entry((slots.clone(), self.journal.clone()))
                .or_insert_with(|| opened(slots, self.journal.as_deref()).0.map_or_else(String::new, |(_, content)| content));
            let there: BTreeSet<String> = content.split_whitespace().map(str::to_owned).collect();
            if let Some(lost) = self.reported.difference(&there).next() {
                return Some(lost.clone());
            }
        }
        None
    }
}

/// What an enumeration has found.
#[derive(Debug, Default)]
struct Enumerated {
    /// How many orders there are until nothing more can happen.
    orders: u128,
    /// How many different worlds.
    worlds: usize,
    /// The first loss: what, and the steps to it.
    lost: Option<(String, Vec<Step>)>,
}

/// What was found out before.
#[derive(Default)]
struct Memory {
    /// The orders from a world on.
    orders: HashMap<World, u128>,
    /// What a page finds over these slots and this journal.
    found: HashMap<(Values, Option<String>), String>,
}

fn enumerate(with_journal: bool) -> Enumerated {
    let (mut memory, mut found, mut path) = (Memory::default(), Enumerated::default(), Vec::new());
    found.orders = walk(&World::new(), with_journal, &mut memory, &mut path, &mut found.lost);
    found.worlds = memory.orders.len();
    found
}

fn walk(
    world: &World,
    with_journal: bool,
    memory: &mut Memory,
    path: &mut Vec<Step>,
    lost: &mut Option<(String, Vec<Step>)>,
) -> u128 {
    if let Some(orders) = memory.orders.get(world) {
        return *orders;
    }
    if let Some(edit) = world.lost(memory) {
        lost.get_or_insert_with(|| (edit, path.clone()));
    }
    if lost.is_some() {
        return 1;
    }
    let steps = world.steps();
    let mut orders = u128::from(steps.is_empty());
    for step in steps {
        path.push(step);
        orders += walk(&world.after(step, with_journal), with_journal, memory, path, lost);
        path.pop();
    }
    assert!(path.len() < 200, "there is no end: {path:?}");
    memory.orders.insert(world.clone(), orders);
    if memory.orders.len().is_multiple_of(20_000) {
        println!("{} states so far", memory.orders.len());
    }
    orders
}

#[test]
fn nothing_reported_as_saved_is_lost_between_two_tabs_in_any_order() {
    let found = enumerate(true);
    println!("{} orders over {} states", found.orders, found.worlds);
    assert_eq!(found.lost, None);
    assert!(found.orders > 1_000_000, "{found:?}");
}

/// The same enumeration finds what goes wrong where each tab trusts its own view of the slots: it can tell.
#[test]
fn without_the_journal_the_same_enumeration_finds_a_loss() {
    assert!(enumerate(false).lost.is_some());
}
