//! Which tab may change the open scenario: the one that holds the browser's lock of its name. The others read along.
//!
//! The lock spares people a conflict; that nothing is lost where there is none (it needs https, or a browser that has it) is the
//! journal's part. Live changes come by the browser's `storage` event.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{Store, local_storage};
use crate::later::later;
use crate::state::App;
use crate::words;

/// What this tab may do with the open scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Change it.
    Writer,
    /// Read it: another tab changes it.
    Reader,
}

/// How the lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// Only where nobody has it.
    IfFree,
    /// As soon as nobody has it any more.
    InTurn,
    /// At once, away from whoever has it.
    Now,
}

/// Asks for the right to change the open scenario.
pub fn claim(app: App) {
    app.store.role.set(Role::Writer);
    app.store.let_go();
    if local_storage().is_ok() {
        let claim = app.store.claims.get_value();
        spawn_local(async move { drop(claim_now(app, claim, false).await) });
    }
}

/// Takes the right to change the open scenario away from the tab that has it.
pub fn take_over(app: App) {
    let claim = app.store.claims.get_value();
    spawn_local(async move { drop(claim_now(app, claim, true).await) });
}

later! {
    /// Asks the browser for the lock, unless another scenario was opened since, or the same one again.
    fn claim_now(app: App, claim: u32, away: bool) -> () {
        if app.store.claims.get_value() == claim {
            request(app, if away { How::Now } else { How::IfFree });
        }
    }
}

impl Store {
    /// Gives the lock back, and forgets what was asked for.
    fn let_go(&self) {
        self.claims.update_value(|claims| *claims += 1);
        if let Some(release) = self.release.try_update_value(Option::take).flatten() {
            drop(release.call0(&JsValue::NULL));
        }
    }
}

fn request(app: App, how: How) {
    let store = app.store;
    let (claim, id) = (store.claims.get_value(), store.id.get_untracked());
    let still = move || store.claims.try_get_value() == Some(claim);
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if !still() {
            return JsValue::UNDEFINED;
        }
        if lock.is_null() {
            store.role.set(Role::Reader);
            request(app, How::InTurn);
            return JsValue::UNDEFINED;
        }
        if store.role.get_untracked() == Role::Reader {
            store.newest();
            store.role.set(Role::Writer);
            app.announce(words::status::tab_changes_scenario_now());
        }
        Promise::new(&mut |resolve, _| store.release.set_value(Some(resolve))).into()
    });
    let Some(asked) = ask(&format!("redemption/{id}"), how, &granted) else { return };
    spawn_local(async move {
        let answer = JsFuture::from(asked).await;
        if answer.is_err() && still() && store.role.get_untracked() == Role::Writer {
            // Another tab has taken over. What waits is written; the journal says whether it still counts.
            store.flush();
            store.release.set_value(None);
            store.role.set(Role::Reader);
            app.announce(words::status::another_tab_changes_scenario_now());
            request(app, How::InTurn);
        }
    });
}

/// Asks the browser for a lock; `None` where it has none to give.
fn ask(name: &str, how: How, granted: &JsValue) -> Option<Promise> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok().filter(|locks| !locks.is_undefined())?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    match how {
        How::IfFree => drop(Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)),
        How::Now => drop(Reflect::set(&options, &"steal".into(), &JsValue::TRUE)),
        How::InTurn => {}
    }
    request.call3(&locks, &name.into(), &options, granted).ok()?.dyn_into().ok()
}

impl Store {
    /// Shows the scenario as it is stored now, at the place that is looked at here.
    pub(super) fn newest(&self) {
        if self.has_to_wait() {
            return;
        }
        let id = self.id.get_untracked();
        let Some(saved) = self.load(&id) else { return };
        if self.base.with_value(|base| base.as_ref().is_none_or(|base| base.gives_way_to(&saved.stamp))) {
            self.show(saved);
        }
    }
}
