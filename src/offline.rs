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
use crate::words;

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
            Self::Unknown => words::status::not_known_yet().to_owned(),
            Self::NotOffered => words::status::not_offered_here().to_owned(),
            Self::NeedsHttps => words::status::not_address_browsers_keep_page().to_owned(),
            Self::Preparing => words::status::the_files_are_being_fetched().to_owned(),
            Self::Ready => words::status::yes_page_opens_without_network().to_owned(),
            Self::NewVersion => words::status::yes_a_new_version_waits().to_owned(),
            Self::Refused(reason) => words::status::not_kept(reason),
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
            let Some(waiting) = waiting else { return app.announce(words::status::no_new_version_waits()) };
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
                return app.announce(words::status::page_not_kept_in_browser());
            };
            let asked = match registration.update() {
                Ok(asked) => JsFuture::from(asked).await.is_ok(),
                Err(_) => false,
            };
            app.announce(match (asked, registration.installing().is_some() || registration.waiting().is_some()) {
                (false, _) => words::status::host_could_not_asked_check(),
                (true, true) => words::status::there_is_a_new_version(),
                (true, false) => words::status::this_is_the_newest_version(),
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
        return Err(Offline::Refused(words::status::browser_no_service_workers_or().to_owned()));
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
        let text = words::status::another_tab_changed_to_new();
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
            app.announce(words::status::ready_to_work_offline());
        }
        // Later, when the next one takes its place, nothing is refused.
        (ServiceWorkerState::Redundant, false) if app.offline.get_untracked() == Offline::Preparing => {
            app.offline.set(Offline::Refused(words::status::file_could_not_fetched_or().to_owned()));
        }
        _ => {}
    }
}

fn offer(app: App) {
    app.offline.set(Offline::NewVersion);
    app.notify(words::status::new_version_page_your_work(), Some(NoticeAction::NewVersion));
}

fn on_state(worker: &ServiceWorker, mut then: impl FnMut(ServiceWorkerState) + 'static) {
    let watched = SendWrapper::new(worker.clone());
    let changed = Closure::<dyn FnMut()>::new(move || then(watched.state()));
    worker.set_onstatechange(Some(&changed.into_js_value().unchecked_into()));
}

fn words(reason: &JsValue) -> String {
    let text = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message())).unwrap_or_default();
    let text = text.trim_end_matches('.');
    if text.is_empty() { words::status::the_browser_gives_no_reason().to_owned() } else { text.to_owned() }
}
