//! A long session of editing, in which every operation of the storage goes wrong once in every way: what was reported as saved is
//! there when the page is opened again.

use redemption_engine::history::{Kind, New};
use redemption_engine::keeping;
use redemption_engine::library::journal::{self, Held, Verdict};
use redemption_engine::library::{self, Base, Record, Saved, Stamp};
use redemption_engine::session::View;

use crate::store::{Fault, Store, Values, named};

/// How many times the session saves.
const SAVES: usize = 48;
const ID: &str = "one";
const RUBBISH: [&str; 4] = ["", "{\"format\":2,\"revision\":99,", "\u{FFFD}\u{0}\u{FFFD}", "{\"format\":99,\"anything\":true}"];

/// The session: the storage, what was reported as saved last, and what was tried last.
struct Session {
    store: Store,
    base: Option<Base>,
    /// The number of the edit that was reported as saved last; 0 is none.
    reported: usize,
    tried: usize,
}

impl Session {
    fn new(fault: Fault) -> Self {
        Self { store: Store::new(Values::new(), fault), base: None, reported: 0, tried: 0 }
    }

    /// Edits, saves, and does now and then what is done beside.
    fn edit(&mut self) {
        self.tried += 1;
        let workspace = named(&format!("edit {}", self.tried));
        let (saved, _) = keeping::save(&self.store, ID, self.base.as_ref(), "tab", &workspace, View::default());
        if let Ok(record) = saved {
            self.base = Some(Base { stamp: record.stamp, settled: true });
            self.reported = self.tried;
            keeping::write_undo_log(&self.store, ID, Some("a log"));
        }
        if self.tried.is_multiple_of(7) {
            let new = New { kind: Kind::Automatic, label: "x", time: self.tried as u64, revision: 1, workspace: &workspace };
            drop(keeping::keep_version(&self.store, ID, new));
        }
    }

    /// Opens the page anew, with a storage that works: what was reported is there, or something later.
    fn check(&self, fault: Fault) {
        let store = self.store.sound();
        let listing = library::list(&store).unwrap();
        let found = listing.saved.iter().find(|saved| saved.id == ID);
        let edit = found.map_or(0, |saved| saved.workspace.name.strip_prefix("edit ").unwrap().parse::<usize>().unwrap());
        assert!(edit >= self.reported, "{fault:?}: edit {} was reported as saved, but edit {edit} is there", self.reported);
        assert!(edit <= self.tried, "{fault:?}");
    }

    /// Works on without faults: the next edit is saved.
    fn goes_on(&mut self, fault: Fault) {
        self.store = self.store.sound();
        drop(library::list(&self.store).unwrap());
        self.base = library::load(&self.store, ID).unwrap().map(settled);
        self.edit();
        assert_eq!(self.reported, self.tried, "{fault:?}: the next edit is not saved");
        self.check(fault);
    }
}

fn settled(saved: Saved) -> Base {
    Base { stamp: saved.stamp, settled: true }
}

/// The number of operations of a session without faults.
fn operations() -> usize {
    let mut session = Session::new(Fault::None);
    (0..SAVES).for_each(|_| session.edit());
    assert_eq!(session.reported, SAVES);
    session.store.operations.get()
}

#[test]
fn nothing_reported_as_saved_is_lost_whichever_operation_goes_wrong() {
    let mut tried = 0;
    for number in 0..operations() {
        let rubbish = RUBBISH.map(|rubbish| Fault::Answers(number, rubbish));
        let faults = [Fault::Fails(number), Fault::FailsFrom(number), Fault::AnswersNothing(number), Fault::Keeps(number, 0)];
        for fault in faults.into_iter().chain(rubbish) {
            let mut session = Session::new(fault);
            for _ in 0..SAVES {
                session.edit();
                if session.store.operations.get() > number {
                    session.check(fault);
                }
                if session.store.operations.get() > number + 40 {
                    break;
                }
            }
            session.goes_on(fault);
            tried += 1;
        }
    }
    println!("{tried} single faults in a session of {SAVES} saves");
    assert!(tried > 2_000, "{tried}");
}

#[test]
fn nothing_reported_as_saved_is_lost_wherever_a_write_is_cut_short() {
    let mut tried = 0;
    let mut session = Session::new(Fault::None);
    for _ in 0..12 {
        let (before, base, reported) = (session.store.values.borrow().clone(), session.base.clone(), session.reported);
        session.store.operations.set(0);
        session.edit();
        let (operations, longest) = (session.store.operations.get(), longest(&session.store));
        for number in 0..operations {
            for bytes in 0..longest {
                let fault = Fault::Keeps(number, bytes);
                let mut cut = Session { store: Store::new(before.clone(), fault), base: base.clone(), reported, tried: reported };
                cut.edit();
                cut.check(fault);
                tried += 1;
                if cut.store.values.borrow().values().eq(session.store.values.borrow().values()) {
                    // Nothing was written here, or not so much.
                    break;
                }
                if bytes % 16 == 0 {
                    cut.goes_on(fault);
                }
            }
        }
    }
    println!("{tried} cuts");
    assert!(tried > 3_000, "{tried}");
}

fn longest(store: &Store) -> usize {
    store.values.borrow().values().map(String::len).max().unwrap_or(0)
}

/// What is in the slots does not matter where the journal has reported: as after a killed browser, whose slots are those of a moment
/// ago, cut short or gone.
#[test]
fn nothing_the_journal_has_reported_is_lost_whatever_becomes_of_the_slots() {
    let mut tried = 0;
    let (store, mut base, mut held) = (Store::new(Values::new(), Fault::None), None::<Base>, None::<String>);
    let mut past = vec![Values::new()];
    for edit in 1..=12 {
        let record: Record =
            library::save(&store, ID, base.as_ref(), "tab", &named(&format!("edit {edit}")), View::default()).unwrap();
        assert_eq!(
            journal::verdict(ID, held.as_deref(), base.as_ref().map(|base| &base.stamp), &record.stamp, "tab"),
            Verdict::Write
        );
        base = Some(Base { stamp: record.stamp.clone(), settled: true });
        held = Some(record.text.clone());
        past.push(store.values.borrow().clone());
        let mut slots: Vec<Values> = past.clone();
        for (key, value) in past[edit].iter().filter(|(key, _)| library::id_of(key).is_some()) {
            for bytes in 0..value.len() {
                slots.push(
                    past[edit]
                        .iter()
                        .map(|(k, v)| (k.clone(), if k == key { v[..bytes].to_owned() } else { v.clone() }))
                        .collect(),
                );
            }
        }
        for values in slots {
            let opened = Store::new(values, Fault::None);
            drop(library::list(&opened).unwrap());
            let found = journal::hold(&opened, ID, &record.text).unwrap();
            assert!(matches!(found, Held::Known | Held::Newer { .. }), "{found:?}");
            assert_eq!(library::load(&opened, ID).unwrap().unwrap().workspace.name, format!("edit {edit}"));
            tried += 1;
        }
    }
    println!("{tried} states of the slots");
    assert!(tried > 3_000, "{tried}");
}

#[test]
fn a_record_goes_over_another_tabs_only_where_it_was_built_on_that() {
    let record = |revision: u64, tab: &str| -> Record {
        let base = Base { stamp: Stamp { revision: revision - 1, ..Stamp::default() }, settled: true };
        library::save(&Store::new(Values::new(), Fault::None), ID, Some(&base), tab, &named(tab), View::default()).unwrap()
    };
    let (first, theirs) = (record(1, "one"), record(2, "two"));
    for revision in [2, 3] {
        let mine = record(revision, "one");
        let verdict = journal::verdict(ID, Some(&theirs.text), Some(&first.stamp), &mine.stamp, "one");
        assert!(matches!(verdict, Verdict::Conflict(_)), "{revision}: {verdict:?}");
    }
    let mine = record(3, "one");
    let verdict = journal::verdict(ID, Some(&theirs.text), Some(&theirs.stamp), &mine.stamp, "one");
    assert_eq!(verdict, Verdict::Write);
}
