//! The Web Worker: answers questions about many runs beside the page, so that the page can be used meanwhile.
//!
//! It translates between messages and the engine, and decides nothing. From one message to the next it keeps a list of invitees, if it was
//! given one, and nothing else; whoever wants to stop it, or to forget the list, ends it.
//!
//! To the worker: a text is a question, as JSON; `[text]` or `[text, buffer]` is a question about the list of invitees, and the file beside it;
//! `true` asks how much memory there is. From the worker: `true` once it can be asked, `[done, all]` while it works, the answer in the form of
//! the question, and a number of bytes for its memory.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer, Date, Uint8Array, WebAssembly};
use redemption_engine::analysis::population::desk::Desk;
use redemption_engine::analysis::question::answer_text;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// How long, in milliseconds, nothing is said between two reports of how far it is.
const BETWEEN_REPORTS: f64 = 50.0;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// What the page sends.
enum Message {
    /// A question, as JSON.
    Question(String),
    /// A question about a list of invitees, as JSON, and the list where it is given.
    Population(String, Option<Vec<u8>>),
    /// How much memory the worker has.
    Memory,
}

impl Message {
    fn read(data: &JsValue) -> Option<Self> {
        if let Some(question) = data.as_string() {
            return Some(Self::Question(question));
        }
        if data.as_bool() == Some(true) {
            return Some(Self::Memory);
        }
        let parts: &Array = data.dyn_ref()?;
        let file = parts.get(1).dyn_into::<ArrayBuffer>().ok().map(|file| Uint8Array::new(&file).to_vec());
        Some(Self::Population(parts.get(0).as_string()?, file))
    }
}

/// Takes messages from now on, and says so.
#[wasm_bindgen(start)]
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let take = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match Message::read(&event.data()) {
        Some(Message::Question(question)) => answer(&page, &question),
        Some(Message::Population(question, file)) => answer_of_list(&page, &question, file),
        Some(Message::Memory) => say(&page, &memory()),
        None => {}
    });
    scope.set_onmessage(Some(take.into_js_value().unchecked_ref()));
    say(&scope, &JsValue::TRUE);
}

fn answer(page: &DedicatedWorkerGlobalScope, question: &str) {
    let text = answer_text(question, reports(page));
    say(page, &JsValue::from(text));
}

fn answer_of_list(page: &DedicatedWorkerGlobalScope, question: &str, file: Option<Vec<u8>>) {
    let (text, file) = DESK.with_borrow_mut(|desk| desk.ask_text(question, file, reports(page)));
    let told = Array::of1(&JsValue::from(text));
    let Some(file) = file else { return say(page, &told) };
    let bytes = Uint8Array::from(file.as_slice()).buffer();
    told.push(&bytes);
    // A list with a buffer that nobody else has can always be sent.
    drop(page.post_message_with_transfer(&told, &Array::of1(&bytes)));
}

/// Says how far it is, every now and then.
fn reports(page: &DedicatedWorkerGlobalScope) -> impl FnMut(usize, usize) {
    let mut said = Date::now();
    move |done, all| {
        let now = Date::now();
        if now - said >= BETWEEN_REPORTS {
            said = now;
            say(page, &Array::of2(&number(done), &number(all)));
        }
    }
}

/// How many bytes of memory the worker has. It is given back only when the worker ends.
fn memory() -> JsValue {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: ArrayBuffer = memory.buffer().unchecked_into();
    JsValue::from_f64(buffer.byte_length().into())
}

fn number(count: usize) -> JsValue {
    JsValue::from_f64(u32::try_from(count).unwrap_or(u32::MAX).into())
}

/// Texts, numbers and lists of these can always be sent.
fn say(page: &DedicatedWorkerGlobalScope, what: &JsValue) {
    drop(page.post_message(what));
}
