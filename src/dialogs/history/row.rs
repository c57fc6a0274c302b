//! One version: its name, kind and time, what changed since the one before, and its buttons.
//!
//! What the buttons do is in `doing`.

use leptos::prelude::*;
use redemption_engine::history::Kind;

use super::Shared;
use super::doing;
use crate::controls::focus_when_drawn;
use crate::dialogs::changes::Changes;
use crate::dialogs::name_form::NameForm;
use crate::words;

/// A version with its buttons.
#[component]
pub(super) fn VersionRow(
    /// What the dialog's parts share.
    shared: Shared,
    /// The version's number.
    number: u64,
) -> impl IntoView {
    let version = Memo::new(move |_| shared.version(number));
    let label =
        Memo::new(move |_| version.with(|version| version.as_ref().map(|version| version.label.clone()).unwrap_or_default()));
    let named = Memo::new(move |_| version.with(|version| version.as_ref().is_some_and(|version| version.kind == Kind::Named)));
    let time = version.with_untracked(|version| version.as_ref().map_or(0, |version| version.time));
    let changes = Memo::new(move |_| shared.versions.with(|versions| doing::since_before(versions, number)));
    let naming = RwSignal::new(false);
    // Buttons of automatic versions with the same label are told apart by the time.
    let labelled = move |what: &str| format!("{what} {}, {}", label.get(), doing::written_time(time));
    let with = move |act: fn(crate::state::App, &redemption_engine::history::Version) -> doing::Message| {
        if let Some(version) = untrack(|| version.get()) {
            shared.say(act(shared.app, &version));
        }
    };
    let restore = move || {
        if let Some(version) = untrack(|| version.get()) {
            doing::restore(shared.app, &version);
            shared.app.dialog.set(None);
        }
    };
    view! {
        <li class="scenario" data-version=number>
            <div class="scenario__head">
                <h4 class="scenario__name">{label}</h4>
                <span class="tag" class:tag--level=move || named.get()>{move || if named.get() { words::history::named_by_hand() } else { words::history::automatic() }}</span>
                <p class="scenario__about"><time datetime=doing::machine_time(time)>{doing::written_time(time)}</time></p>
            </div>
            {move || match changes.get() {
                Some(changes) => view! { <Changes changes=changes empty={words::history::nothing_changed_since_version_before()} /> }.into_any(),
                None => view! { <p class="scenario__about">{words::history::oldest_version_kept()}</p> }.into_any(),
            }}
            <Show when=move || naming.get()>
                <NameForm
                    id=format!("version-{number}-name")
                    label=words::common::name()
                    name=label.get_untracked()
                    save=Callback::new(move |name: String| {
                        let Some(version) = untrack(|| shared.version(number)) else { return Ok(()) };
                        doing::name_version(shared.app, &version, &name, shared.later()).map(|message| shared.say(message))
                    })
                    done=Callback::new(move |()| {
                        naming.set(false);
                        focus_when_drawn(name_id(number));
                    })
                />
            </Show>
            <div class="buttons" role="group" aria-label=move || labelled(words::common::actions_for())>
                <button
                    class="button"
                    type="button"
                    id=restore_id(number)
                    aria-label=move || labelled(words::history::restore_colon())
                    on:click=move |_| shared.leave.then(&restore_id(number), restore)
                >
                    {words::history::restore()}
                </button>
                <button
                    class="button"
                    type="button"
                    id=name_id(number)
                    aria-label=move || labelled(if named.get() { words::common::rename() } else { words::history::name_it_colon() })
                    aria-expanded=move || naming.get().to_string()
                    on:click=move |_| naming.update(|naming| *naming = !*naming)
                >
                    {move || if named.get() { words::common::rename() } else { words::history::name_it() }}
                </button>
                <button
                    class="button"
                    type="button"
                    aria-label=move || labelled(words::common::download())
                    on:click=move |_| with(|_, version| doing::download(version))
                >
                    {words::common::download()}
                </button>
                <button class="button" type="button" aria-label=move || labelled(words::common::delete()) on:click=move |_| with(doing::delete)>
                    {words::common::delete()}
                </button>
            </div>
        </li>
    }
}

fn restore_id(number: u64) -> String {
    format!("version-{number}-restore")
}

fn name_id(number: u64) -> String {
    format!("version-{number}-rename")
}
