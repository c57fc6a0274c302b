//! The journal: the newest record of each scenario in IndexedDB, in transactions that are complete once the disk has them.
//!
//! What a killed browser had not yet written of its local storage is found here again, and no tab writes over what another one has
//! saved. Which record goes in and which one wins is decided in `redemption_engine::library::journal`; named versions are in
//! `journal/versions`. It comes with the later code; a fresh page has none.

mod versions;

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;

use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::history::journal::{is_version, keys_begin};
use redemption_engine::library::journal::{self, Held, Verdict};
use redemption_engine::library::{self, Record, Saved, Stamp};

use super::{Browser, Due, Store, local_storage};
use crate::later::later;
use crate::state::App;
use crate::words;

const DATABASE: &str = "redemption";
const RECORDS: &str = "journal";
/// The key under which the journal names the scenario that was written last. No scenario has a slash in its id.
const LAST: &str = "/last";

/// How long the journal may take, in milliseconds, before work goes on without it.
const PATIENCE: u32 = 5_000;
/// How long it may take when it has not answered the last time.
const IMPATIENCE: u32 = 500;

/// How well something is kept that was to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The disk has it.
    Safely,
    /// It is stored; a browser that is killed now may lose it.
    Plainly,
    /// As long as the page is open.
    ByThePage,
    /// It is not, and why.
    Not(String),
}

impl Kept {
    /// What was done, with what is to be known about it, or why it was not done.
    pub fn told(&self, done: &str, not_done: impl Fn(&str) -> String) -> Result<String, String> {
        match self {
            Self::Safely => Ok(done.to_owned()),
            Self::Plainly => Ok(words::status::crash_may_lose_it(done)),
            Self::ByThePage => Ok(words::status::kept_by_the_page(done)),
            Self::Not(reason) => Err(not_done(reason)),
        }
    }
}

/// Hears how well something is kept.
pub type Hears = Arc<dyn Fn(Kept) + Send + Sync>;

/// A record that waits for the journal.
#[derive(Clone)]
pub(super) struct Waiting {
    pub(super) id: String,
    pub(super) base: Option<Stamp>,
    pub(super) record: Record,
    pub(super) due: Due,
    /// The tab's name when it handed the record over.
    pub(super) writer: String,
    /// Who waits with it.
    pub(super) hears: Vec<Hears>,
}

/// What has become of a record.
pub(super) enum Outcome {
    /// The disk has it.
    Kept,
    /// It is to be saved again on what the journal holds.
    Again(Stamp),
    /// Another tab has saved what this one has not seen.
    Conflict(Box<Saved>),
    /// A newer version has written there.
    Newer,
    /// There is no journal.
    None,
}

thread_local! {
    static OPEN: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

impl Store {
    /// Hands a record to the journal. Of several records of a scenario only the newest one waits.
    pub(super) fn journal(&self, mut waiting: Waiting) {
        self.waiting.update_value(|queue| {
            for other in queue.iter_mut().filter(|other| other.id == waiting.id) {
                waiting.hears.append(&mut other.hears);
            }
            queue.retain(|other| other.id != waiting.id);
            queue.push(waiting);
        });
        let store = *self;
        spawn_local(async move {
            if write_waiting(store).await.is_err() {
                store.heard_all(|| Outcome::None);
            }
        });
    }

    /// Takes a scenario out of the journal.
    pub(super) fn drop_from_journal(&self, id: &str) {
        if local_storage().is_ok() {
            self.waiting.update_value(|queue| queue.retain(|other| other.id != id));
            let id = id.to_owned();
            spawn_local(async move { drop(forget(id).await) });
        }
    }

    fn heard_all(&self, outcome: impl Fn() -> Outcome) {
        for waiting in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            self.heard(&waiting, outcome());
        }
    }
}

/// Looks whether the journal has later work than the local storage, and shows it.
pub fn catch_up(app: App) {
    if local_storage().is_ok() {
        spawn_local(async move { drop(catch_up_now(app).await) });
    }
}

later! {
    /// Writes what waits, one record after another.
    fn write_waiting(store: Store) -> () {
        spawn_local(write_all(store));
    }
}

later! {
    /// Takes a scenario out of the journal.
    fn forget(id: String) -> () {
        spawn_local(async move { drop(delete(&id).await) });
    }
}

later! {
    /// Holds the journal against the local storage.
    fn catch_up_now(app: App) -> () {
        spawn_local(async move {
            let Ok((records, last)) = read_all().await else { return };
            let (versions, records): (Vec<_>, Vec<_>) = records.into_iter().partition(|(key, _)| is_version(key));
            app.store.found_in_journal(app, &records, last.as_deref());
            app.store.versions_in_journal(app, versions);
        });
    }
}

async fn write_all(store: Store) {
    if BUSY.replace(true) {
        return;
    }
    while let Some(waiting) = store.waiting.try_update_value(|queue| (!queue.is_empty()).then(|| queue.remove(0))).flatten() {
        let outcome = in_time(&waiting).await;
        store.heard(&waiting, outcome);
    }
    BUSY.set(false);
}

/// Writes, as long as that takes no longer than somebody would wait for it: a browser may never answer.
async fn in_time(waiting: &Waiting) -> Outcome {
    let patience = if SILENT.get() { IMPATIENCE } else { PATIENCE };
    match select(pin!(write_anyhow(waiting)), TimeoutFuture::new(patience)).await {
        Either::Left((outcome, _)) => {
            SILENT.set(false);
            outcome
        }
        Either::Right(_) => {
            SILENT.set(true);
            OPEN.take();
            Outcome::None
        }
    }
}

/// Writes, over a connection made anew where one was lost.
async fn write_anyhow(waiting: &Waiting) -> Outcome {
    match write(waiting).await {
        Ok(outcome) => outcome,
        Err(_) => {
            OPEN.take();
            write(waiting).await.unwrap_or(Outcome::None)
        }
    }
}

async fn write(waiting: &Waiting) -> Result<Outcome, indexed_db_futures::error::Error> {
    let Some(database) = database().await else { return Ok(Outcome::None) };
    let transaction = begin(&database)?;
    let records = transaction.object_store(RECORDS)?;
    let held: Option<String> = records.get(waiting.id.as_str()).primitive()?.await?;
    match journal::verdict(&waiting.id, held.as_deref(), waiting.base.as_ref(), &waiting.record.stamp, &waiting.writer) {
        Verdict::Kept => return Ok(Outcome::Kept),
        Verdict::Again(stamp) => return Ok(Outcome::Again(stamp)),
        Verdict::Write => {}
        Verdict::WriteOver { raw, reason } => {
            // What finds no room elsewhere stays where it is, and the journal is not used.
            if library::quarantine(&Browser, &format!("{DATABASE}/{}", waiting.id), &raw, &reason).is_err() {
                return Ok(Outcome::None);
            }
        }
        Verdict::Conflict(saved) => return Ok(Outcome::Conflict(saved)),
        Verdict::Newer => return Ok(Outcome::Newer),
    }
    records.put(waiting.record.text.as_str()).with_key(waiting.id.as_str()).without_key_type().primitive()?.await?;
    records.put(waiting.id.as_str()).with_key(LAST).without_key_type().primitive()?.await?;
    transaction.commit().await?;
    Ok(Outcome::Kept)
}

async fn delete(id: &str) -> Result<(), indexed_db_futures::error::Error> {
    let Some(database) = database().await else { return Ok(()) };
    let transaction = begin(&database)?;
    let records = transaction.object_store(RECORDS)?;
    records.delete(id).primitive()?.await?;
    versions::delete(&records, &keys_begin(id)).await?;
    transaction.commit().await
}

/// All records with their scenarios' ids, and the scenario that was written last.
type Records = (Vec<(String, String)>, Option<String>);

async fn read_all() -> Result<Records, indexed_db_futures::error::Error> {
    let Some(database) = database().await else { return Ok((Vec::new(), None)) };
    let transaction = database.transaction(RECORDS).with_mode(TransactionMode::Readonly).build()?;
    let records = transaction.object_store(RECORDS)?;
    let ids: Vec<String> = records.get_all_keys::<String>().primitive()?.await?.collect::<Result<_, _>>()?;
    let texts: Vec<String> = records.get_all::<String>().primitive()?.await?.collect::<Result<_, _>>()?;
    let (last, records): (Vec<_>, Vec<_>) = ids.into_iter().zip(texts).partition(|(id, _)| id == LAST);
    Ok((records, last.into_iter().next().map(|(_, id)| id)))
}

/// Empties the journal.
pub(super) async fn clear() -> Result<(), indexed_db_futures::error::Error> {
    let Some(database) = database().await else { return Ok(()) };
    let transaction = begin(&database)?;
    transaction.object_store(RECORDS)?.clear()?.await?;
    transaction.commit().await
}

fn begin(database: &Database) -> Result<Transaction<'_>, indexed_db_futures::error::Error> {
    let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    database.transaction(RECORDS).with_mode(TransactionMode::Readwrite).with_options(options).build()
}

/// The database, if the browser has one for this page.
async fn database() -> Option<Rc<Database>> {
    if let Some(database) = OPEN.with_borrow(Clone::clone) {
        return Some(database);
    }
    let opening = Database::open(DATABASE).with_version(1_u8).with_on_upgrade_needed(|_, database: Database| {
        database.create_object_store(RECORDS).build()?;
        Ok(())
    });
    let database = Rc::new(opening.await.ok()?);
    OPEN.set(Some(Rc::clone(&database)));
    Some(database)
}

impl Store {
    /// Shows what the journal has and the local storage lacks.
    fn found_in_journal(&self, app: App, records: &[(String, String)], last: Option<&str>) {
        let open = self.id.get_untracked();
        let mut found = Vec::new();
        for (id, text) in records {
            match journal::hold(&Browser, id, text) {
                Ok(Held::Newer { saved, beside }) => {
                    if let Some(beside) = beside {
                        self.keep_beside(*beside);
                    }
                    found.push(*saved);
                }
                Ok(Held::Known | Held::Unreadable(_)) | Err(_) => {}
            }
        }
        if found.is_empty() {
            return;
        }
        self.listed.update(|count| *count += 1);
        let untouched = self.due.with_value(Option::is_none) && self.state.with_untracked(super::SaveState::is_settled);
        let position = found.iter().position(|saved| saved.id == open).or_else(|| {
            let never_saved = self.base.with_value(Option::is_none);
            found.iter().position(|saved| Some(saved.id.as_str()) == last).filter(|_| never_saved || !self.knows(&open))
        });
        let name = position.or(Some(0)).and_then(|position| found.get(position)).map(|saved| saved.workspace.name.clone());
        if let Some(saved) = position.map(|position| found.swap_remove(position)).filter(|_| untouched) {
            // What was said at the start still holds.
            let said = app.notices.get_untracked();
            app.open_saved(saved);
            app.notices.set(said);
        }
        let name = name.unwrap_or_default();
        app.notify(words::status::browser_closed_before_stored_everything(&name), None);
    }

    /// Whether a scenario is stored.
    fn knows(&self, id: &str) -> bool {
        self.load(id).is_some()
    }
}
