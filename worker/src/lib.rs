//! The Web Worker: answers questions about many runs beside the page, so that the page can be used meanwhile.
//!
//! It translates between messages and the engine, and decides nothing. It keeps nothing from one message to the next; whoever wants to
//! stop it ends it.
//!
//! To the worker: a text is a question, as JSON. From the worker: `true` once it can be asked, `[done, all]` while it works, and a text, which
//! is the answer as JSON.

use js_sys::{Array, Date};
use redemption_engine::analysis::question::answer_text;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// How long, in milliseconds, nothing is said between two reports of how far it is.
const BETWEEN_REPORTS: f64 = 50.0;

/// What the page sends.
enum Message {
    /// A question, as JSON.
    Question(String),
}

impl Message {
    fn read(data: &JsValue) -> Option<Self> {
        data.as_string().map(Self::Question)
    }
}

/// Takes messages from now on, and says so.
#[wasm_bindgen(start)]
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let take = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match Message::read(&event.data()) {
        Some(Message::Question(question)) => answer(&page, &question),
        None => {}
    });
    scope.set_onmessage(Some(take.into_js_value().unchecked_ref()));
    say(&scope, &JsValue::TRUE);
}

fn answer(page: &DedicatedWorkerGlobalScope, question: &str) {
    let mut said = Date::now();
    let text = answer_text(question, |done, all| {
        let now = Date::now();
        if now - said >= BETWEEN_REPORTS {
            said = now;
            say(page, &Array::of2(&number(done), &number(all)));
        }
    });
    say(page, &JsValue::from(text));
}

fn number(count: usize) -> JsValue {
    JsValue::from_f64(u32::try_from(count).unwrap_or(u32::MAX).into())
}

/// Texts, numbers and lists of these can always be sent.
fn say(page: &DedicatedWorkerGlobalScope, what: &JsValue) {
    drop(page.post_message(what));
}
