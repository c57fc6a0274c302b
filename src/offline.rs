//! Opening without a network: registers the service worker, says how far it is, and changes to a new version when asked.
//!
//! What the worker keeps and answers is in `xtask/src/offline/service-worker.js`. A new version waits until somebody asks for it: a
//! page with work in it is never loaded again by itself.

use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use crate::delivery;
use crate::later::later;
use crate::state::{App, NoticeAction};
use crate::storage;

/// What the worker is told to change to the version that waits.
const TAKE_OVER: &str = "take over";

/// How far the page is kept for opening without a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offline {
    /// Not asked yet.
    Unknown,
    /// This build or this page does without.
    NotOffered,
    /// The browser keeps pages only from addresses with `https`, and from this computer.
    NeedsHttps,
    /// The files are being fetched.
    Preparing,
    /// The page opens without a network.
    Ready,
    /// It does, and a newer version waits.
    NewVersion,
    /// The browser does not keep it, and why.
    Refused(String),
}

impl Offline {
    /// The state in a sentence.
    pub fn says(&self) -> String {
        match self {
            Self::Unknown => "Not known yet.".to_owned(),
            Self::NotOffered => "Not offered here.".to_owned(),
            Self::NeedsHttps => "Not from this address: browsers keep a page only when it comes by https.".to_owned(),
            Self::Preparing => "The files are being fetched.".to_owned(),
            Self::Ready => "Yes: this page opens without a network.".to_owned(),
            Self::NewVersion => "Yes; a new version waits.".to_owned(),
            Self::Refused(reason) => format!("No: {reason}."),
        }
    }
}

/// Keeps the page for opening without a network, where that is possible.
pub fn keep(app: App) {
    spawn_local(async move { drop(keep_now(app).await) });
}

later! {
    /// Registers the worker and follows what becomes of it.
    fn keep_now(app: App) -> () {
        match container() {
            Err(state) => app.offline.set(state),
            Ok((container, address)) => {
                app.offline.set(Offline::Preparing);
                spawn_local(async move {
                    match JsFuture::from(container.register(&address)).await {
                        Ok(registration) => follow(app, &container, &registration.unchecked_into()),
                        Err(reason) => app.offline.set(Offline::Refused(words(&reason))),
                    }
                });
            }
        }
    }
}

later! {
    /// Changes to the version that waits, and loads the page anew once that is done.
    pub fn take_over(app: App) -> () {
        spawn_local(async move {
            let waiting = registration().await.and_then(|registration| registration.waiting());
            let Some(waiting) = waiting else { return app.announce("No new version waits.") };
            on_state(&waiting, |state| if state == ServiceWorkerState::Activated { reload() });
            // A worker of this page takes any message.
            drop(waiting.post_message(&TAKE_OVER.into()));
        });
    }
}

later! {
    /// Asks the host whether there is a new version.
    pub fn look(app: App) -> () {
        spawn_local(async move {
            let Some(registration) = registration().await else {
                return app.announce("This page is not kept in the browser, so it is as new as when it was loaded.");
            };
            let asked = match registration.update() {
                Ok(asked) => JsFuture::from(asked).await.is_ok(),
                Err(_) => false,
            };
            app.announce(match (asked, registration.installing().is_some() || registration.waiting().is_some()) {
                (false, _) => "The host could not be asked. Check the connection.",
                (true, true) => "There is a new version.",
                (true, false) => "This is the newest version.",
            });
        });
    }
}

/// Loads the page anew.
pub fn reload() {
    // The browser's own button does the same.
    drop(window().location().reload());
}

/// The browser's keeper of workers and this build's worker, or why there is none.
fn container() -> Result<(ServiceWorkerContainer, String), Offline> {
    let address = delivery::service_worker().ok_or(Offline::NotOffered)?;
    if storage::is_fresh() {
        return Err(Offline::NotOffered);
    }
    if !window().is_secure_context() {
        return Err(Offline::NeedsHttps);
    }
    let navigator = window().navigator();
    if !js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false) {
        return Err(Offline::Refused("this browser has no service workers, or they are off".to_owned()));
    }
    Ok((navigator.service_worker(), address))
}

/// What the browser knows of this page's worker.
async fn registration() -> Option<ServiceWorkerRegistration> {
    let (container, _) = container().ok()?;
    JsFuture::from(container.get_registration()).await.ok()?.dyn_into().ok()
}

fn follow(app: App, container: &ServiceWorkerContainer, registration: &ServiceWorkerRegistration) {
    if registration.waiting().is_some() && registration.active().is_some() {
        offer(app);
    } else if registration.active().is_some() {
        app.offline.set(Offline::Ready);
    }
    let watch = move |registration: &ServiceWorkerRegistration| {
        let Some(installing) = registration.installing() else { return };
        let is_update = registration.active().is_some();
        on_state(&installing, move |state| installed(app, is_update, state));
    };
    watch(registration);
    let found = registration.clone();
    let update_found = Closure::<dyn FnMut()>::new(move || watch(&found));
    registration.set_onupdatefound(Some(&update_found.into_js_value().unchecked_into()));

    let mut had_one = container.controller().is_some();
    let other_tab = Closure::<dyn FnMut()>::new(move || {
        if !std::mem::replace(&mut had_one, true) {
            // The first worker has taken up this page.
            return;
        }
        let text = "Another tab has changed to a new version. This tab goes on as it is; load it again when it suits you.";
        app.notify(text, Some(NoticeAction::Reload));
    });
    container.set_oncontrollerchange(Some(&other_tab.into_js_value().unchecked_into()));
}

/// Notes how far a worker is: the first one of this page, or one of a new version.
fn installed(app: App, is_update: bool, state: ServiceWorkerState) {
    match (state, is_update) {
        (ServiceWorkerState::Installed, true) => offer(app),
        (ServiceWorkerState::Activated, false) => {
            app.offline.set(Offline::Ready);
            app.announce("Ready to work offline");
        }
        // Later, when the next one takes its place, nothing is refused.
        (ServiceWorkerState::Redundant, false) if app.offline.get_untracked() == Offline::Preparing => {
            app.offline.set(Offline::Refused("a file could not be fetched, or there is no room".to_owned()));
        }
        _ => {}
    }
}

fn offer(app: App) {
    app.offline.set(Offline::NewVersion);
    app.notify("A new version of this page is there. Your work is saved before it is loaded.", Some(NoticeAction::NewVersion));
}

fn on_state(worker: &ServiceWorker, mut then: impl FnMut(ServiceWorkerState) + 'static) {
    let watched = SendWrapper::new(worker.clone());
    let changed = Closure::<dyn FnMut()>::new(move || then(watched.state()));
    worker.set_onstatechange(Some(&changed.into_js_value().unchecked_into()));
}

fn words(reason: &JsValue) -> String {
    let text = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message())).unwrap_or_default();
    let text = text.trim_end_matches('.');
    if text.is_empty() { "the browser gives no reason".to_owned() } else { text.to_owned() }
}
