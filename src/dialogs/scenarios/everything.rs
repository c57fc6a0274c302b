//! Everything at once: downloaded as one file, or cleared after a list of what goes.
//!
//! What is stored, and what is not ours, is decided by the engine.

use leptos::prelude::*;
use redemption_engine::keeping::Inventory;

use super::doing::{self, Message};
use super::{NEW, Shared};
use crate::controls::focus_when_drawn;
use crate::state::App;
use crate::store::clear_all;
use crate::words;

const CLEAR: &str = "clear-all";
const QUESTION: &str = "clear-question";

/// Both buttons, and the question before anything is cleared.
#[component]
pub(super) fn Everything(
    /// What the dialog's parts share.
    shared: Shared,
) -> impl IntoView {
    let app = shared.app;
    let asked = app.clearing;
    if asked.get_untracked() {
        focus_when_drawn(QUESTION.to_owned());
    }
    on_cleanup(move || asked.set(false));
    let ask = move || {
        asked.set(true);
        focus_when_drawn(QUESTION.to_owned());
    };
    let stay = move || {
        asked.set(false);
        focus_when_drawn(CLEAR.to_owned());
    };
    let clear = move || {
        asked.set(false);
        shared.say(match clear_all(app) {
            Ok(()) => Message::done(words::scenarios::everything_removed_browser()),
            Err(error) => Message::failed(words::scenarios::not_everything_was_removed(&error)),
        });
        focus_when_drawn(NEW.to_owned());
    };
    let goes = Memo::new(move |_| asked.get().then(|| what_goes(app.store.inventory())));
    view! {
        <section class="everything" aria-labelledby="everything-h">
            <h3 id="everything-h">{words::scenarios::everything()}</h3>
            <div class="buttons">
                <button class="button" type="button" on:click=move |_| shared.say(doing::download_everything(app))>
                    {words::common::download_everything()}
                </button>
                <button class="button" type="button" id=CLEAR on:click=move |_| ask()>{words::common::clear_all_data()}</button>
            </div>
            <Show when=move || asked.get()>
                <section class="question" id=QUESTION tabindex="-1" aria-labelledby="clear-h">
                    <h4 id="clear-h">{words::scenarios::remove_all_browser()}</h4>
                    <ul>{move || goes.get().unwrap_or_default().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                    <p>
                        {words::scenarios::cannot_undone_other_pages_site()}
                    </p>
                    <div class="buttons">
                        <button class="button button--primary" type="button" on:click=move |_| shared.say(doing::download_everything(app))>
                            {words::scenarios::download_everything_first()}
                        </button>
                        <button class="button" type="button" on:click=move |_| clear()>{words::scenarios::remove_everything()}</button>
                        <button class="button" type="button" on:click=move |_| stay()>{words::scenarios::keep_it()}</button>
                    </div>
                </section>
            </Show>
        </section>
    }
}

/// What is removed, line by line.
fn what_goes(inventory: Inventory) -> Vec<String> {
    let counted = |number: usize, says: fn(usize) -> String| (number > 0).then(|| says(number));
    let lines = [
        counted(inventory.workspaces, words::common::count_of_scenarios),
        counted(inventory.versions, words::scenarios::versions_of_scenarios),
        counted(inventory.unreadable, words::scenarios::items_could_not_read),
        Some(words::scenarios::can_undone_journal_theme_widths().to_owned()),
    ];
    lines.into_iter().flatten().collect()
}

/// Opens the dialog with the question.
pub(crate) fn ask_to_clear(app: App) {
    app.clearing.set(true);
    app.dialog.set(Some(crate::state::Dialog::Scenarios));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_is_counted_and_nothing_is_said_of_what_there_is_none_of() {
        let some = Inventory { workspaces: 1, versions: 31, unreadable: 0, keys: 40 };
        let rest = "what can be undone, the journal, theme, widths, speed and pause points";
        assert_eq!(what_goes(some), ["1 scenario", "31 versions of scenarios", rest]);
        assert_eq!(what_goes(Inventory::default()), [rest]);
    }
}
