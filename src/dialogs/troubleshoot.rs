//! Troubleshooting: what is reported, or what a page or a log says, the causes that fit, and what explains it here.
//!
//! Symptoms, causes and the reading of logs are the engine's. What is pasted is not kept and leaves the page nowhere.

mod cause;
mod evidence;
mod explain;
mod symptoms;

use leptos::prelude::*;
use redemption_engine::analysis::aspect::Aspect;
use redemption_engine::diagnosis::evidence::Evidence;
use redemption_engine::diagnosis::{Reporter, Symptom, all, recommended};

use crate::controls::Modal;
use crate::state::{App, Dialog};
use crate::words;

/// The dialog for troubleshooting.
#[component]
pub fn Troubleshoot() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Troubleshoot title=words::common::troubleshoot()>
            <Desk />
        </Modal>
    }
}

/// What is being looked for. Copy it freely.
#[derive(Clone, Copy)]
struct Search {
    words: RwSignal<String>,
    reporter: RwSignal<Option<Reporter>>,
    /// What was read last, with the name of where it came from.
    evidence: RwSignal<Option<Found>>,
    /// The symptom that was asked for from elsewhere on the page.
    asked: RwSignal<Option<&'static str>>,
    /// What is known of the guest, in the order of the aspects.
    known: RwSignal<Vec<Aspect>>,
}

/// What was read.
#[derive(Clone, PartialEq)]
struct Found {
    name: String,
    result: Result<Evidence, String>,
}

impl Search {
    /// The symptoms that fit, those of the evidence first where there is some.
    fn symptoms(self) -> Vec<&'static Symptom> {
        let found =
            self.evidence.with(|found| found.as_ref().and_then(|found| found.result.as_ref().ok().map(|e| e.symptoms.clone())));
        let mut symptoms: Vec<&'static Symptom> = found.unwrap_or_else(|| all().collect());
        let reporter = self.reporter.get();
        self.words.with(|words| {
            symptoms.retain(|symptom| {
                reporter.is_none_or(|reporter| symptom.reported_by.contains(&reporter)) && symptom.has_words(words)
            });
        });
        symptoms
    }

    /// Shows every symptom again.
    fn clear(self) {
        self.words.set(String::new());
        self.reporter.set(None);
        self.evidence.set(None);
    }
}

#[component]
fn Desk() -> impl IntoView {
    // Taken, so that the next opening from the command bar starts afresh.
    let asked = App::expect().symptom.try_update_untracked(Option::take).flatten();
    let search = Search {
        words: RwSignal::new(String::new()),
        reporter: RwSignal::new(None),
        evidence: RwSignal::new(None),
        asked: RwSignal::new(asked),
        known: RwSignal::new(Vec::new()),
    };
    view! {
        <p class="lead">
            {words::troubleshoot::choose_reported_or_paste_error()}
        </p>
        <evidence::Reader search=search />
        <symptoms::Symptoms search=search />
        <Recommended />
    }
}

/// The documents that the self-help texts recommend.
#[component]
fn Recommended() -> impl IntoView {
    let link = |document: &'static redemption_engine::diagnosis::Recommended| {
        view! { <li><a href=document.url target="_blank" rel="noreferrer">{document.title}</a>" ("{document.by.title()}")"</li> }
    };
    view! {
        <section class="about" aria-labelledby="recommended-documents">
            <h3 id="recommended-documents">{words::troubleshoot::recommended_documents()}</h3>
            <ul class="bullets">{recommended().iter().map(link).collect_view()}</ul>
        </section>
    }
}
