//! The difference between two versions, or a version and the scenario as it stands, in words.
//!
//! What differs is found by the engine; here it is chosen what is compared.

use leptos::prelude::*;
use redemption_engine::difference;
use redemption_engine::workspace::Workspace;

use super::Shared;
use super::doing;
use crate::controls::Choice;
use crate::dialogs::changes::Changes;
use crate::words;

/// The name of the scenario as it stands, among the numbers of versions.
const NOW: &str = "now";

/// Two choices and what differs.
#[component]
pub(super) fn Compare(
    /// What the dialog's parts share.
    shared: Shared,
) -> impl IntoView {
    let newest = shared.versions.with_untracked(|versions| versions.kept.first().map(|version| version.number.to_string()));
    let from = RwSignal::new(newest.unwrap_or_default());
    let to = RwSignal::new(NOW.to_owned());
    let found = Memo::new(move |_| {
        let (old, new) = (content(shared, &from.get())?, content(shared, &to.get())?);
        Some(difference::between(&old, &new))
    });
    view! {
        <section class="compare" aria-labelledby="compare-h">
            <h3 id="compare-h">{words::history::what_is_different()}</h3>
            <div class="compare__choices">
                <Side shared=shared id="compare-from" label=words::common::from() chosen=from />
                <Side shared=shared id="compare-to" label=words::common::to() chosen=to />
            </div>
            <div class="compare__found" role="status">
                {move || match found.get() {
                    Some(changes) => view! { <Changes changes=changes empty={words::common::nothing_is_different()} /> }.into_any(),
                    None => view! { <p class="scenario__about">{words::history::choose_two_versions()}</p> }.into_any(),
                }}
            </div>
        </section>
    }
}

/// What is compared, by its name among the choices.
fn content(shared: Shared, chosen: &str) -> Option<Workspace> {
    if chosen == NOW {
        return Some(shared.app.with(Workspace::clone));
    }
    shared.version(chosen.parse().ok()?).map(|version| version.workspace)
}

/// The choice of one side.
#[component]
fn Side(
    /// What the dialog's parts share.
    shared: Shared,
    /// The control's id.
    id: &'static str,
    /// What it is called.
    label: &'static str,
    /// The number of the chosen version, or *now*.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let options = Memo::new(move |_| {
        let version = |version: &redemption_engine::history::Version| {
            (version.number.to_string(), format!("{} – {}", doing::written_time(version.time), version.label))
        };
        let mut options = vec![(NOW.to_owned(), words::common::now().to_owned())];
        options.extend(shared.versions.with(|versions| versions.kept.iter().map(version).collect::<Vec<_>>()));
        options
    });
    view! { <Choice id=id label=label value=chosen options=options choose=Callback::new(move |value| chosen.set(value)) /> }
}
