//! Two designs side by side: the second design is made, edited and dropped here, and both are compared for one guest and for all.
//!
//! Another guest or another edition can take the second design's place. What differs is found by the engine; who else is affected, by the worker.

mod everyone;
mod header;
mod one;
mod orders;

use leptos::prelude::*;
use redemption_engine::design::{Design, Edition};
use redemption_engine::difference;
use redemption_engine::guest::Guest;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::changes::Changes;
use super::leave::{Leave, LeaveQuestion};
use crate::controls::{Choice, Modal};
use crate::state::{App, Dialog};
use crate::words;

/// The dialog.
#[component]
pub fn Compare() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Compare title=words::analysis::compare()>
            <Content />
        </Modal>
    }
}

/// What design A and the current guest are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Against {
    /// Design B.
    Second,
    /// Another guest, by position.
    Guest(usize),
    /// The rules of another edition.
    Edition(Edition),
}

impl Against {
    fn value(self) -> String {
        match self {
            Self::Second => "second".to_owned(),
            Self::Guest(position) => format!("guest-{position}"),
            Self::Edition(edition) => format!("edition-{}", edition.name()),
        }
    }

    fn read(value: &str) -> Self {
        let named = |kind: &str| value.strip_prefix(kind)?.strip_prefix('-');
        let guest = named("guest").and_then(|position| position.parse().ok()).map(Self::Guest);
        let edition = || named("edition").and_then(|name| name.parse().ok()).map(Self::Edition);
        guest.or_else(edition).unwrap_or(Self::Second)
    }
}

/// One of the two that are compared.
#[derive(Clone, Debug, PartialEq)]
struct Side {
    /// What it is called.
    name: String,
    /// The settings.
    design: Design,
    /// The guest; `None` in a scenario without guests.
    guest: Option<Guest>,
}

/// Both; `None` where there is no second one.
fn sides(app: App, against: Against) -> Option<[Side; 2]> {
    let (first, second) = app.designs();
    let selected = app.view.guest();
    let (guest, other) = app.with(|workspace| {
        let at = |position: usize| workspace.guests.get(position).cloned();
        let Against::Guest(position) = against else { return (at(selected), None) };
        (at(selected), at(position))
    });
    let side = |name: &str, design: Design, guest: Option<Guest>| Side { name: name.to_owned(), design, guest };
    let (a, b) = (words::analysis::first_design(), words::analysis::second_design());
    Some(match against {
        Against::Second => [side(a, first, guest.clone()), side(b, second?, guest)],
        Against::Guest(_) => {
            let other = other?;
            let named = |guest: &Guest| guest.display_name.clone();
            let name = guest.as_ref().map(named).unwrap_or_default();
            [side(&name, first.clone(), guest), side(&named(&other), first, Some(other))]
        }
        Against::Edition(edition) => {
            let design = Design { edition, ..first.clone() };
            [side(wording::edition(first.edition), first, guest.clone()), side(wording::edition(edition), design, guest)]
        }
    })
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let leave = Leave::new(app);
    let against = RwSignal::new(Against::Second);
    let sides = Memo::new(move |_| sides(app, against.get()));
    let both = Memo::new(move |_| sides.with(|sides| sides.as_ref().and_then(one::both)));
    let value = Signal::derive(move || against.get().value());
    let options = Memo::new(move |_| {
        let selected = app.view.guest();
        app.with(|workspace| {
            let named = |against: Against, label: String| (against.value(), label);
            let mut options = vec![named(Against::Second, words::analysis::with_second().to_owned())];
            let guests = workspace.guests.iter().enumerate().filter(|(position, _)| *position != selected);
            options.extend(
                guests.map(|(position, guest)| named(Against::Guest(position), words::analysis::with_guest(&guest.display_name))),
            );
            let editions = Edition::iter().filter(|edition| *edition != workspace.design.edition);
            options.extend(
                editions
                    .map(|edition| named(Against::Edition(edition), words::analysis::with_edition(wording::edition(edition)))),
            );
            options
        })
    });
    view! {
        <header::Answer sides=sides />
        <header::Effects both=both />
        {move || (against.get() == Against::Second).then(|| sides.with(|sides| sides.as_ref().map(orders::orders)))}
        <p class="lead">{words::analysis::compare_lead()}</p>
        <LeaveQuestion leave=leave />
        <Designs against=against />
        <Choice
            id="compare-with"
            label=words::analysis::compare_with()
            help=words::analysis::compare_with_help()
            value=value
            options=options
            choose=Callback::new(move |value: String| against.set(Against::read(&value)))
        />
        <one::Steps both=both />
        {move || (!matches!(against.get(), Against::Guest(_)) && sides.with(Option::is_some)).then(|| view! { <everyone::Everyone sides=sides leave=leave /> })}
    }
}

/// The second design: made, put into the forms, dropped; and what it sets otherwise, where it is what is compared.
#[component]
fn Designs(
    /// What is compared with.
    against: RwSignal<Against>,
) -> impl IntoView {
    let app = App::expect();
    let has_second = Memo::new(move |_| app.with(|workspace| workspace.second_design.is_some()));
    let edits_second = Memo::new(move |_| app.edits_second());
    let duplicate = move |_| {
        let design = app.session.with_untracked(|session| session.workspace().design.clone());
        app.set_second(words::analysis::duplicated_as_b(), Some(design));
    };
    let drop = move |_| {
        let label = if edits_second.get_untracked() { words::analysis::dropped_a() } else { words::analysis::dropped_b() };
        app.set_second(label, None);
    };
    let edit = move |_| {
        app.swap_designs();
        app.dialog.set(None);
        crate::regions::Region::Setup.go(app);
    };
    let changes = move || {
        let (first, second) = app.designs();
        second.filter(|_| against.get() == Against::Second).map(|second| {
            let changes = difference::designs(&first, &second);
            view! {
                <section class="about" aria-labelledby="compare-settings">
                    <h3 id="compare-settings">{words::analysis::settings_that_differ()}</h3>
                    <Changes changes=changes empty=words::common::nothing_is_different() />
                </section>
            }
        })
    };
    view! {
        <div class="buttons">
            <Show
                when=move || has_second.get()
                fallback=move || view! {
                    <p>{words::analysis::no_second_yet()}</p>
                    <button class="button button--primary" type="button" on:click=duplicate>{words::analysis::duplicate_as_b()}</button>
                }
            >
                <button class="button button--primary" type="button" on:click=edit>
                    {move || if edits_second.get() { words::analysis::edit_a() } else { words::analysis::edit_b() }}
                </button>
                <button class="button" type="button" on:click=drop>
                    {move || if edits_second.get() { words::analysis::drop_a() } else { words::analysis::drop_b() }}
                </button>
            </Show>
        </div>
        {changes}
    }
}

/// Says that the forms edit design B, with the way back.
#[component]
pub fn SecondBanner() -> impl IntoView {
    let app = App::expect();
    view! {
        <div class="second" role="status">
            <p class="second__text">{words::analysis::settings_show_b()}</p>
            <button class="button" type="button" on:click=move |_| app.swap_designs()>{words::analysis::edit_a()}</button>
            <button class="button" type="button" aria-haspopup="dialog" on:click=move |_| app.dialog.set(Some(Dialog::Compare))>
                {words::analysis::compare()}
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compared_with_is_read_as_it_was_written() {
        for against in [Against::Second, Against::Guest(3), Against::Edition(Edition::Y2019)] {
            assert_eq!(Against::read(&against.value()), against);
        }
        assert_eq!(Against::read("elsewhere"), Against::Second);
    }
}
