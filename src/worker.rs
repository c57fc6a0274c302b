//! The page's side of the worker: asks a question, follows how far it is, and stops it when nobody waits any more.
//!
//! A worker is made with the first question of a view and ends with that view. What is asked and answered is the engine's; what the
//! messages are stands in `worker/`. Questions about a list of invitees go through [`desk`], also those that are otherwise asked here.

pub(crate) mod desk;

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::{Array, Date, Object};
use leptos::prelude::*;
use redemption_engine::analysis::question::{Answer, Question, answer_text};
use redemption_engine::design::Design;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::delivery;
use crate::state::List;
use crate::words;
use desk::Far;

/// How many answers are remembered, so that a view that is opened again has its own at once.
const REMEMBERED: usize = 8;

/// Partners, federations and policies of a design whose every kind of guest is played in a fraction of a second.
const FEW: usize = 4;

/// How long, in milliseconds, something has to run before it is said how long it will.
const KNOWN_AFTER: f64 = 1000.0;

thread_local! {
    static ANSWERS: RefCell<Vec<(String, Told)>> = const { RefCell::new(Vec::new()) };
}

/// An answer, and what has to be said of how it came about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    /// The answer.
    pub(crate) answer: Arc<Answer>,
    /// Why it was worked out on the page itself, where it was.
    pub(crate) here: Option<String>,
}

/// How a question stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Standing {
    /// Nothing is asked.
    Idle,
    /// It is worked on.
    Working {
        /// How much is done.
        done: u32,
        /// Of how much; nothing where that is not known.
        all: u32,
        /// How many seconds it will take, where that can be said.
        left: Option<u32>,
    },
    /// It is answered.
    Answered(Told),
    /// It is not answered, and why.
    Refused(String),
    /// Somebody has stopped it.
    Cancelled,
}

/// What a worker says.
enum Report {
    /// It can be asked.
    Ready,
    /// It has done so much of so much.
    Progress(u32, u32),
    /// The answer, as JSON.
    Answer(String),
}

impl Report {
    fn read(data: &JsValue) -> Option<Self> {
        if let Some(text) = data.as_string() {
            return Some(Self::Answer(text));
        }
        if data.as_bool() == Some(true) {
            return Some(Self::Ready);
        }
        let counts: &Array = data.dyn_ref()?;
        Some(Self::Progress(count(&counts.get(0))?, count(&counts.get(1))?))
    }
}

fn count(number: &JsValue) -> Option<u32> {
    let number = number.as_f64()?;
    // A worker sends whole numbers in this range.
    (number >= 0.0 && number <= f64::from(u32::MAX)).then_some(number as u32)
}

/// A worker that runs.
struct Running {
    worker: Worker,
    is_ready: bool,
    /// What it is asked, until that is answered.
    question: Option<Asked>,
}

/// A question on its way.
#[derive(Clone)]
struct Asked {
    text: String,
    is_small: bool,
    since: f64,
}

/// One view's questions, one after the other. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Asking {
    standing: RwSignal<Standing>,
    running: StoredValue<Option<Running>, LocalStorage>,
    /// The list that is asked in place of a worker of its own, and how often its desk had been ended by then.
    list: RwSignal<Option<(List, u32)>>,
    /// How often was asked, so that an answer to an earlier question is known as such.
    asked: StoredValue<u32>,
}

impl Asking {
    /// Nothing is asked yet. Ends with the view that makes it.
    pub(crate) fn new() -> Self {
        let asking = Self {
            standing: RwSignal::new(Standing::Idle),
            running: StoredValue::new_local(None),
            list: RwSignal::new(None),
            asked: StoredValue::new(0),
        };
        on_cleanup(move || asking.end());
        asking
    }

    /// How the question stands; followed.
    pub(crate) fn standing(self) -> Standing {
        match (self.standing.get(), self.list.get()) {
            (Standing::Working { .. }, Some((list, ended))) if list.desk.ended() != ended => Standing::Cancelled,
            (Standing::Working { done, all, left }, Some((list, _))) => {
                let far = list.desk.far().unwrap_or(Far { done, all, left });
                Standing::Working { done: far.done, all: far.all, left: far.left }
            }
            (standing, _) => standing,
        }
    }

    /// Asks about the people of a list; what was asked before is answered to nobody.
    pub(crate) fn ask_list(self, list: List, question: Question) {
        self.end();
        self.standing.set(Standing::Working { done: 0, all: 0, left: None });
        self.list.set(Some((list, untrack(|| list.desk.ended()))));
        let number = self.next();
        list.ask(question, move |answered| {
            if self.asked.try_get_value() == Some(number) {
                self.standing.set(match answered {
                    Ok(answer) => Standing::Answered(Told { answer: Arc::new(answer), here: None }),
                    Err(reason) => Standing::Refused(reason),
                });
            }
        });
    }

    /// The number of another question.
    fn next(self) -> u32 {
        self.asked.update_value(|asked| *asked += 1);
        self.asked.get_value()
    }

    /// The answer, once it is there; followed.
    pub(crate) fn answer(self) -> Option<Arc<Answer>> {
        self.standing.with(|standing| match standing {
            Standing::Answered(told) => Some(Arc::clone(&told.answer)),
            Standing::Idle | Standing::Working { .. } | Standing::Refused(_) | Standing::Cancelled => None,
        })
    }

    /// Asks; what was asked before is stopped.
    pub(crate) fn ask(self, question: &Question) {
        self.list.set(None);
        self.next();
        let is_busy = self.running.try_with_value(|running| running.as_ref().is_some_and(|running| running.question.is_some()));
        if is_busy == Some(true) {
            self.end();
        }
        let text = match serde_json::to_string(question) {
            Ok(text) => text,
            Err(error) => return self.standing.set(Standing::Refused(error.to_string())),
        };
        if let Some(told) = remembered(&text) {
            return self.standing.set(Standing::Answered(told));
        }
        self.standing.set(Standing::Working { done: 0, all: 0, left: None });
        let asked = Asked { text, is_small: is_small(question), since: Date::now() };
        let is_there = self.running.try_update_value(|running| match running {
            Some(running) => {
                running.question = Some(asked.clone());
                if running.is_ready {
                    running.send();
                }
                true
            }
            None => false,
        });
        if is_there != Some(true) {
            match self.spawned(asked.clone()) {
                Ok(running) => self.running.set_value(Some(running)),
                Err(reason) => self.without_worker(asked, reason),
            }
        }
    }

    /// Stops what is worked on.
    pub(crate) fn cancel(self) {
        if let Some((list, _)) = self.list.get_untracked() {
            list.desk.end();
        }
        self.next();
        self.end();
        self.standing.set(Standing::Cancelled);
    }

    /// Ends the worker, and gives back its memory.
    fn end(self) {
        if let Some(running) = self.running.try_update_value(Option::take).flatten() {
            running.worker.terminate();
        }
    }

    fn spawned(self, asked: Asked) -> Result<Running, String> {
        let worker = made(move |event| self.heard(&event), move |event| self.failed(&event))?;
        Ok(Running { worker, is_ready: false, question: Some(asked) })
    }

    fn heard(self, event: &MessageEvent) {
        // What an ended worker has said before is of no interest.
        let is_from = |running: &Running| event.target().is_some_and(|target| Object::is(&target, &running.worker));
        let Some(report) = Report::read(&event.data()) else { return };
        let asked = self.running.try_update_value(|running| {
            let running = running.as_mut().filter(|running| is_from(running))?;
            match &report {
                Report::Ready => {
                    running.is_ready = true;
                    running.send();
                    None
                }
                Report::Progress(..) => running.question.clone(),
                Report::Answer(_) => running.question.take(),
            }
        });
        let Some(asked) = asked.flatten() else { return };
        match report {
            Report::Ready => {}
            Report::Progress(done, all) => {
                let left = left(Date::now() - asked.since, done, all);
                self.standing.set(Standing::Working { done, all, left });
            }
            Report::Answer(text) => self.answered(asked, &text, None),
        }
    }

    fn answered(self, asked: Asked, text: &str, here: Option<String>) {
        let standing = match serde_json::from_str::<Answer>(text) {
            Ok(Answer::Failed { reason }) => Standing::Refused(reason),
            Ok(answer) => {
                let told = Told { answer: Arc::new(answer), here };
                remember(asked.text, told.clone());
                Standing::Answered(told)
            }
            Err(_) => Standing::Refused(words::analysis::not_understood().to_owned()),
        };
        self.standing.set(standing);
    }

    fn failed(self, event: &ErrorEvent) {
        let Some(running) = self.running.try_update_value(Option::take).flatten() else { return };
        running.worker.terminate();
        let message = event.message();
        let said = if message.is_empty() { words::analysis::no_reason_given().to_owned() } else { message };
        let reason =
            if running.is_ready { words::analysis::worker_stopped(said) } else { words::analysis::worker_could_not_start(said) };
        if let Some(asked) = running.question {
            self.without_worker(asked, reason);
        }
    }

    /// Answers a small question on the page itself, and refuses any other.
    fn without_worker(self, asked: Asked, reason: String) {
        if !asked.is_small {
            return self.standing.set(Standing::Refused(words::analysis::too_large_without_worker(reason)));
        }
        let text = answer_text(&asked.text, |_, _| {});
        self.answered(asked, &text, Some(words::analysis::answered_on_the_page(reason)));
    }
}

impl Running {
    fn send(&self) {
        if let Some(asked) = &self.question {
            // A text can always be sent.
            drop(self.worker.post_message(&JsValue::from_str(&asked.text)));
        }
    }
}

/// A worker of its own, or why there is none; with what hears its messages, and what is told when it fails.
fn made(hear: impl FnMut(MessageEvent) + 'static, mut fail: impl FnMut(ErrorEvent) + 'static) -> Result<Worker, String> {
    let address = delivery::worker().ok_or_else(|| words::analysis::no_worker_in_this_build().to_owned())?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address, &options)
        .map_err(|reason| words::analysis::worker_could_not_start(in_words(&reason)))?;
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(hear);
    worker.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    let fail = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
        // It is told on the page.
        event.prevent_default();
        fail(event);
    });
    worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
    Ok(worker)
}

/// Whether a question blocks the page for no longer than a blink: it is about one guest, or about a design with few partners and policies.
fn is_small(question: &Question) -> bool {
    match question {
        Question::Ways { .. } | Question::Explain { .. } => true,
        Question::Lint { design, planned } => {
            [Some(design), planned.as_ref()].into_iter().flatten().all(|design| has_few(design))
        }
        Question::Heat { design } => has_few(design),
        Question::Compare { first, second, .. } | Question::Affected { first, second } => has_few(first) && has_few(second),
        // A design for each of 192 settings.
        Question::Orders { .. } => false,
    }
}

fn has_few(design: &Design) -> bool {
    let resource = &design.resource_tenant;
    design.home_tenants.len() + resource.federations.len() + resource.conditional_access.len() <= FEW
}

/// How many seconds are left, if it goes on as it went.
fn left(elapsed: f64, done: u32, all: u32) -> Option<u32> {
    (elapsed >= KNOWN_AFTER && done > 0 && all >= done)
        .then(|| (elapsed / 1000.0 * f64::from(all - done) / f64::from(done)).ceil() as u32)
}

fn remembered(text: &str) -> Option<Told> {
    ANSWERS.with_borrow(|answers| answers.iter().find(|(asked, _)| asked == text).map(|(_, told)| told.clone()))
}

fn remember(text: String, told: Told) {
    ANSWERS.with_borrow_mut(|answers| {
        answers.truncate(REMEMBERED - 1);
        answers.insert(0, (text, told));
    });
}

fn in_words(reason: &JsValue) -> String {
    let said = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    said.unwrap_or_else(|| words::analysis::no_reason_given().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::design::HomeTenant;

    #[test]
    fn a_question_about_all_guests_is_small_only_where_there_is_little_to_tell_apart() {
        let small = Box::new(Design::default());
        let mut large = small.clone();
        large.home_tenants = vec![HomeTenant::managed("id", "Partner", Vec::new()); 5];
        assert!(is_small(&Question::Heat { design: small.clone() }));
        assert!(!is_small(&Question::Heat { design: large.clone() }));
        assert!(!is_small(&Question::Compare { first: small.clone(), second: large, discovery_only: false }));
        assert!(!is_small(&Question::Orders { design: small, requirements: Vec::new() }));
    }

    #[test]
    fn what_is_left_is_told_after_a_second_and_by_what_was_done() {
        assert_eq!(left(900.0, 5, 10), None);
        assert_eq!(left(2000.0, 0, 10), None);
        assert_eq!(left(2000.0, 5, 10), Some(2));
        assert_eq!(left(2000.0, 2, 10), Some(8));
        assert_eq!(left(2000.0, 10, 10), Some(0));
    }
}
