//! The list of invitees that is open: where it came from, what its columns mean, what was counted, and what is asked of the desk.
//!
//! No markup. Rows are not kept here but asked for when they are shown. Other views ask about the people of the list once it was counted.

use std::sync::Arc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::analysis::population::desk::{Ask, Told};
use redemption_engine::analysis::population::row::Column;
use redemption_engine::analysis::population::summary::Summary;
use redemption_engine::analysis::population::table::{Columns, LARGEST_FILE, TableError};
use redemption_engine::analysis::question::{Answer, Question};
use redemption_engine::design::Design;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::App;
use crate::controls::focus_when_drawn;
use crate::words;
use crate::worker::desk::Desk;

/// The id of the heading over the columns.
pub(crate) const COLUMNS: &str = "list-columns";

/// The id of the heading over the counts.
pub(crate) const RESULT: &str = "list-result";

/// A file's columns, and where it was a list of users: those who were invited, the others, and whether it goes on elsewhere.
type Opened = (Columns, Option<(u64, u64, bool)>);

/// A list that was counted, so that it can be asked about. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    /// The list.
    pub(crate) list: List,
    /// How many people are in it.
    pub(crate) rows: u64,
}

/// The list that is open, if there is one. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct List {
    /// What all components share.
    pub(crate) app: App,
    /// Who reads it.
    pub(crate) desk: Desk,
    // The file as the browser has it, so that it can be given to another worker.
    source: StoredValue<Option<Blob>, LocalStorage>,
    /// What it is called.
    pub(crate) name: RwSignal<String>,
    /// Which column is which.
    pub(crate) columns: RwSignal<Option<Columns>>,
    /// Where it was a list of users: those who were invited, the others, and whether it goes on elsewhere.
    pub(crate) users: RwSignal<Option<(u64, u64, bool)>>,
    /// Why something was not done.
    pub(crate) refused: RwSignal<Option<String>>,
    /// Whether it is being read.
    pub(crate) is_busy: RwSignal<bool>,
    /// Of that, how many hundredths were read when somebody stopped it.
    pub(crate) cancelled: RwSignal<Option<u32>>,
    /// What was counted.
    pub(crate) summary: RwSignal<Option<Arc<Summary>>>,
    /// The designs under which it was counted.
    judged: RwSignal<Option<Vec<Design>>>,
}

impl App {
    /// The list that questions about all guests are asked of; nothing where they are asked of everybody. Followed.
    pub(crate) fn asked_list(&self) -> Option<Counted> {
        self.list.get().filter(|_| self.asks_list.get())
    }
}

impl List {
    /// None is open yet.
    pub(crate) fn new() -> Self {
        Self {
            app: App::expect(),
            desk: Desk::new(),
            source: StoredValue::new_local(None),
            name: RwSignal::new(String::new()),
            columns: RwSignal::new(None),
            users: RwSignal::new(None),
            refused: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            cancelled: RwSignal::new(None),
            summary: RwSignal::new(None),
            judged: RwSignal::new(None),
        }
    }

    /// Forgets everything.
    pub(crate) fn drop_all(self) {
        self.desk.end();
        self.app.list.set(None);
        self.source.set_value(None);
        self.name.set(String::new());
        self.columns.set(None);
        self.users.set(None);
        self.refused.set(None);
        self.is_busy.set(false);
        self.cancelled.set(None);
        self.summary.set(None);
        self.judged.set(None);
    }

    /// Opens a file, in place of the one before.
    pub(crate) fn open(self, name: String, source: Blob) {
        self.drop_all();
        if source.size() > LARGEST_FILE as f64 {
            // A size is a whole number that is not negative.
            return self.refused.set(Some(TableError::TooLarge(source.size() as usize).to_string()));
        }
        self.name.set(name);
        self.source.set_value(Some(source));
        self.is_busy.set(true);
        self.give(move |opened| match opened {
            Ok((columns, users)) => {
                self.is_busy.set(false);
                self.columns.set(Some(columns));
                self.users.set(users);
                focus_when_drawn(COLUMNS.to_owned());
            }
            Err(reason) => self.failed(reason),
        });
    }

    /// Gives the file to the desk, and goes on with its columns.
    fn give(self, then: impl FnOnce(Result<Opened, String>) + 'static) {
        let Some(source) = self.source.get_value() else { return };
        spawn_local(async move {
            let buffer =
                JsFuture::from(source.array_buffer()).await.ok().and_then(|buffer| buffer.dyn_into::<ArrayBuffer>().ok());
            // Another list may have been opened meanwhile, or this one dropped.
            if self.source.get_value().as_ref() != Some(&source) {
                return;
            }
            let Some(buffer) = buffer else {
                return then(Err(words::population::could_not_be_read().to_owned()));
            };
            self.desk.ask(&Ask::Open, Some(buffer), move |answered| match answered {
                Ok((Told::Columns { columns, users }, _)) => then(Ok((columns, users))),
                Ok(_) => {}
                Err(reason) => then(Err(reason)),
            });
        });
    }

    fn failed(self, reason: String) {
        self.is_busy.set(false);
        self.refused.set(Some(reason));
        self.leave_unopened();
    }

    /// A file whose columns are not known is not open.
    fn leave_unopened(self) {
        if self.columns.with_untracked(Option::is_none) {
            self.source.set_value(None);
            self.name.set(String::new());
        }
    }

    /// Says what a column means.
    pub(crate) fn map(self, position: usize, meaning: Option<Column>) {
        self.columns.update(|columns| {
            if let Some(place) = columns.as_mut().and_then(|columns| columns.meanings.get_mut(position)) {
                *place = meaning;
            }
        });
    }

    /// Why the columns cannot be read by; followed.
    pub(crate) fn mismatch(self) -> Option<String> {
        self.columns.with(|columns| columns.as_ref()?.check().err().map(|error| error.to_string()))
    }

    fn designs(self) -> Vec<Design> {
        let (first, second) = self.app.designs();
        std::iter::once(first).chain(second).collect()
    }

    /// Whether the settings are others than those under which was counted; followed.
    pub(crate) fn is_stale(self) -> bool {
        self.judged.with(|judged| judged.as_ref().is_some_and(|judged| *judged != self.designs()))
    }

    /// Reads and judges the list under the settings as they are now.
    pub(crate) fn judge(self) {
        let Some(columns) = self.columns.get_untracked() else { return };
        self.is_busy.set(true);
        self.cancelled.set(None);
        self.refused.set(None);
        self.summary.set(None);
        let designs = untrack(|| self.designs());
        let read = move || {
            let ask = Ask::Read { designs: designs.clone(), columns };
            self.desk.ask(&ask, None, move |answered| match answered {
                Ok((Told::Counted { summary }, _)) => {
                    self.is_busy.set(false);
                    self.app.announce(words::population::counted(words::number(summary.rows)));
                    self.app.list.set(Some(Counted { list: self, rows: summary.rows }));
                    self.summary.set(Some(Arc::new(*summary)));
                    self.judged.set(Some(designs));
                    focus_when_drawn(RESULT.to_owned());
                }
                Ok(_) => {}
                Err(reason) => self.failed(reason),
            });
        };
        if self.desk.is_there() {
            read();
        } else {
            self.give(move |opened| match opened {
                Ok(_) => read(),
                Err(reason) => self.failed(reason),
            });
        }
    }

    /// Asks about the people of the list what is also asked of every kind of guest. Where its worker was ended, another one reads it first.
    pub(crate) fn ask(self, question: Question, answered: impl FnOnce(Result<Answer, String>) + 'static) {
        let ask = move || {
            self.desk.ask(&Ask::Question { question: Box::new(question) }, None, move |told| {
                answered(told.and_then(|(told, _)| match told {
                    Told::Answer { answer } => Ok(*answer),
                    _ => Err(words::analysis::not_understood().to_owned()),
                }));
            });
        };
        if self.desk.is_there() {
            return ask();
        }
        let (columns, designs) = (self.columns.get_untracked(), self.judged.get_untracked());
        self.give(move |opened| {
            // What cannot be read is said in the answer to the question.
            if let (Ok(_), Some(columns), Some(designs)) = (opened, columns, designs) {
                self.desk.ask(&Ask::Read { designs, columns }, None, |_| {});
            }
            ask();
        });
    }

    /// Stops what is worked on. The file and its columns stay.
    pub(crate) fn cancel(self) {
        let read = untrack(|| self.desk.far()).map_or(0, |far| u64::from(far.done) * 100 / u64::from(far.all.max(1)));
        self.desk.end();
        self.is_busy.set(false);
        self.cancelled.set(Some(u32::try_from(read).unwrap_or(100)));
        self.leave_unopened();
    }
}
