//! The page's side of the desk: a worker that holds a list of invitees, and is asked about it for as long as it lives.
//!
//! Nothing of the list is kept here. To stop a question is to end the worker, which forgets the list.

use std::collections::VecDeque;

use js_sys::{Array, ArrayBuffer, Date, Object};
use leptos::prelude::*;
use redemption_engine::analysis::population::desk::{Ask, Told};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::{count, left, made};
use crate::words;

/// An answer, with the file beside it.
type Answered = (Told, Option<ArrayBuffer>);

/// How far the desk is with what it was asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Far {
    /// How many bytes are read.
    pub(crate) done: u32,
    /// Of how many; nothing where that is not known.
    pub(crate) all: u32,
    /// How many seconds it will take, where that can be said.
    pub(crate) left: Option<u32>,
}

/// A question that waits.
struct Waiting {
    message: Array,
    transfer: Array,
    since: f64,
    answered: Box<dyn FnOnce(Result<Answered, String>)>,
}

struct Running {
    worker: Worker,
    is_ready: bool,
    /// The oldest first; the worker answers in this order.
    waiting: VecDeque<Waiting>,
}

/// A desk. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    running: StoredValue<Option<Running>, LocalStorage>,
    far: RwSignal<Option<Far>>,
    /// How often it was ended; whoever waited then gets no answer.
    ended: RwSignal<u32>,
}

impl Desk {
    /// Nobody is there yet. Ends with the view that makes it.
    pub(crate) fn new() -> Self {
        let desk = Self { running: StoredValue::new_local(None), far: RwSignal::new(None), ended: RwSignal::new(0) };
        on_cleanup(move || desk.end());
        desk
    }

    /// How far it is, while it reads; followed.
    pub(crate) fn far(self) -> Option<Far> {
        self.far.get()
    }

    /// How often somebody has ended it, so that whoever waits knows that there will be no answer; followed.
    pub(crate) fn ended(self) -> u32 {
        self.ended.get()
    }

    /// Whether there is a worker, which then has what it was given.
    pub(crate) fn is_there(self) -> bool {
        self.running.try_with_value(Option::is_some) == Some(true)
    }

    /// Asks; the file is given away.
    pub(crate) fn ask(self, ask: &Ask, file: Option<ArrayBuffer>, answered: impl FnOnce(Result<Answered, String>) + 'static) {
        let text = match serde_json::to_string(ask) {
            Ok(text) => text,
            Err(error) => return answered(Err(error.to_string())),
        };
        let (message, transfer) = (Array::of1(&JsValue::from(text)), Array::new());
        if let Some(file) = file {
            message.push(&file);
            transfer.push(&file);
        }
        let waiting = Waiting { message, transfer, since: Date::now(), answered: Box::new(answered) };
        if !self.is_there() {
            match self.spawned() {
                Ok(running) => self.running.set_value(Some(running)),
                Err(reason) => return (waiting.answered)(Err(reason)),
            }
        }
        self.running.update_value(|running| {
            if let Some(running) = running {
                if running.is_ready {
                    waiting.send(&running.worker);
                }
                running.waiting.push_back(waiting);
            }
        });
    }

    /// Ends the worker; whoever waits gets no answer.
    pub(crate) fn end(self) {
        if let Some(running) = self.running.try_update_value(Option::take).flatten() {
            running.worker.terminate();
        }
        self.far.try_set(None);
        self.ended.try_update(|ended| *ended += 1);
    }

    fn spawned(self) -> Result<Running, String> {
        let worker = made(move |event| self.heard(&event), move |event| self.failed(&event))?;
        Ok(Running { worker, is_ready: false, waiting: VecDeque::new() })
    }

    fn heard(self, event: &MessageEvent) {
        // What an ended worker has said before is of no interest.
        let is_from = |running: &Running| event.target().is_some_and(|target| Object::is(&target, &running.worker));
        if self.running.try_with_value(|running| running.as_ref().is_some_and(is_from)) != Some(true) {
            return;
        }
        let data = event.data();
        if data.as_bool() == Some(true) {
            self.running.update_value(|running| {
                if let Some(running) = running {
                    running.is_ready = true;
                    running.waiting.iter().for_each(|waiting| waiting.send(&running.worker));
                }
            });
            return;
        }
        let Some(parts) = data.dyn_ref::<Array>() else { return };
        match parts.get(0).as_string() {
            Some(text) => self.answered(&text, parts.get(1).dyn_into().ok()),
            None => self.goes_on(count(&parts.get(0)), count(&parts.get(1))),
        }
    }

    fn goes_on(self, done: Option<u32>, all: Option<u32>) {
        let (Some(done), Some(all)) = (done, all) else { return };
        let first = |running: &Option<Running>| running.as_ref()?.waiting.front().map(|waiting| waiting.since);
        if let Some(since) = self.running.try_with_value(first).flatten() {
            self.far.set(Some(Far { done, all, left: left(Date::now() - since, done, all) }));
        }
    }

    fn answered(self, text: &str, file: Option<ArrayBuffer>) {
        let first = |running: &mut Option<Running>| running.as_mut()?.waiting.pop_front();
        let Some(waiting) = self.running.try_update_value(first).flatten() else { return };
        self.far.set(None);
        (waiting.answered)(match serde_json::from_str(text) {
            Ok(Told::Refused { reason }) => Err(reason),
            Ok(told) => Ok((told, file)),
            Err(_) => Err(words::analysis::not_understood().to_owned()),
        });
    }

    fn failed(self, event: &ErrorEvent) {
        let Some(running) = self.running.try_update_value(Option::take).flatten() else { return };
        running.worker.terminate();
        self.far.set(None);
        let message = event.message();
        let said = if message.is_empty() { words::analysis::no_reason_given().to_owned() } else { message };
        let reason =
            if running.is_ready { words::analysis::worker_stopped(said) } else { words::analysis::worker_could_not_start(said) };
        for waiting in running.waiting {
            (waiting.answered)(Err(reason.clone()));
        }
    }
}

impl Waiting {
    fn send(&self, worker: &Worker) {
        // A text, and a buffer that nobody else has, can always be sent.
        drop(worker.post_message_with_transfer(&self.message, &self.transfer));
    }
}
