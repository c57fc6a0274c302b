//! Sharing: a link that holds the open scenario, made while the dialog is open and never before.
//!
//! The text of a link is written by the engine; its QR code is drawn in `qr`. Nothing is sent anywhere from here.

mod qr;

use leptos::html;
use leptos::prelude::*;
use redemption_engine::share::{self, LONG_ADDRESS, LONGEST_ADDRESS, Length, Replaced};

use crate::address;
use crate::app;
use crate::clipboard;
use crate::controls::Modal;
use crate::route::Route;
use crate::state::{App, Dialog};
use crate::words;
use qr::QrCode;

pub(crate) use qr::qr_code;

/// The dialog.
#[component]
pub fn Share() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Share title=words::common::share()>
            <Content />
        </Modal>
    }
}

/// What goes into the link beside the scenario. Copy it freely.
#[derive(Clone, Copy)]
struct Options {
    app: App,
    at: RwSignal<bool>,
    view: RwSignal<bool>,
    present: RwSignal<bool>,
    fresh: RwSignal<bool>,
    nameless: RwSignal<bool>,
}

/// A link, and what was left out of it.
#[derive(Clone, PartialEq)]
struct Made {
    address: String,
    replaced: Option<Replaced>,
}

impl Options {
    fn new(app: App) -> Self {
        let off = || RwSignal::new(false);
        Self {
            app,
            at: off(),
            view: off(),
            present: RwSignal::new(app.presentation.on.get_untracked()),
            fresh: off(),
            nameless: off(),
        }
    }

    /// The link; followed.
    fn link(self) -> Made {
        let app = self.app;
        let (scenario, replaced) = app.with(|workspace| {
            if self.nameless.get() {
                let (workspace, replaced) = share::without_names(workspace);
                (share::encode(&workspace), Some(replaced))
            } else {
                (share::encode(workspace), None)
            }
        });
        let route = Route {
            fresh: self.fresh.get(),
            present: self.present.get(),
            door: None,
            preset: None,
            scenario: Some(scenario),
            at: self.at.get().then(|| app.session.with(|session| share::step_text(session.view()))),
            view: self.view.get().then(|| app.projection.get().name().to_owned()),
        };
        Made { address: address::link(&route), replaced }
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let options = Options::new(app);
    let made = Memo::new(move |_| options.link());
    let too_long = Memo::new(move |_| made.with(|made| Length::of(&made.address) == Length::TooLong));
    view! {
        <p class="lead">
            {words::share::link_holds_whole_scenario_settings()}
        </p>
        <Choices options=options />
        <Show when=move || too_long.get() fallback=move || view! { <TheLink options=options made=made /> }>
            <section class="share__refused" role="alert">
                <p>
                    {move || {
                        let length = made.with(|made| made.address.chars().count());
                        words::share::link_would_characters_above_not(words::number(length), words::number(LONGEST_ADDRESS))
                    }}
                </p>
                <button class="button button--primary" type="button" on:click=move |_| app::export(app)>{words::common::download_the_scenario()}</button>
            </section>
        </Show>
        <section class="share__privacy" aria-labelledby="share-privacy">
            <h3 id="share-privacy">{words::share::who_can_read_it()}</h3>
            <ul class="bullets">
                <li>{words::share::everybody_gets_link_and_every()}</li>
                <li>{words::share::host_page_does_not_browsers()}</li>
                <li>
                    {words::share::mail_gateways_check_links_rewrite()}
                </li>
            </ul>
        </section>
    }
}

/// What goes along.
#[component]
fn Choices(
    /// The choices.
    options: Options,
) -> impl IntoView {
    let choice = |id: &'static str, label: &'static str, on: RwSignal<bool>| {
        view! {
            <span class="toggle">
                <input class="toggle__box" id=id type="checkbox" prop:checked=on on:change=move |event| on.set(event_target_checked(&event)) />
                <label class="toggle__label" for=id>{label}</label>
            </span>
        }
    };
    view! {
        <fieldset class="share__choices">
            <legend>{words::share::what_the_link_opens()}</legend>
            {choice("share-at", words::share::the_step_where_i_am(), options.at)}
            {choice("share-view", words::share::the_view_that_i_see(), options.view)}
            {choice("share-present", words::share::a_presentation(), options.present)}
            {choice("share-fresh", words::share::page_stores_nothing_for_shared(), options.fresh)}
            {choice("share-nameless", words::share::without_names(), options.nameless)}
        </fieldset>
    }
}

/// The link with its buttons, its length and its QR code.
#[component]
fn TheLink(
    /// The choices.
    options: Options,
    /// The link.
    made: Memo<Made>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let said = RwSignal::new((String::new(), String::new()));
    let copy = move || {
        let address = made.with_untracked(|made| made.address.clone());
        leptos::task::spawn_local(async move {
            match clipboard::write_text(&address).await {
                Ok(()) => {
                    let text = words::share::copied_characters(words::number(address.chars().count()));
                    said.set((address, text));
                }
                Err(_) => {
                    let text = words::share::browser_did_not_let_link();
                    said.set((address, text.to_owned()));
                    if let Some(field) = field.get_untracked() {
                        drop(field.focus());
                        field.select();
                    }
                }
            }
        });
    };
    let without_names = move |_| {
        options.nameless.set(true);
        copy();
    };
    // What was said of a link does not hold for another one.
    let spoken = move || said.with(|(of, text)| made.with(|made| made.address == *of).then(|| text.clone()));
    view! {
        <section class="share">
            <div class="field">
                <label class="field__label" for="share-link">{words::share::link()}</label>
                <textarea
                    class="field__input share__link"
                    id="share-link"
                    node_ref=field
                    rows="4"
                    readonly
                    spellcheck="false"
                    aria-describedby="share-length"
                    prop:value=move || made.with(|made| made.address.clone())
                ></textarea>
            </div>
            <Meter made=made />
            <div class="buttons">
                <button class="button button--primary" type="button" on:click=move |_| copy()>{words::common::copy_link()}</button>
                <button class="button" type="button" on:click=without_names>{words::share::copy_without_names()}</button>
            </div>
            <p class="share__said" role="status">{spoken}</p>
            {move || made.with(|made| made.replaced).map(|replaced| view! { <p class="share__replaced">{removed(replaced)}</p> })}
            <QrCode address=Signal::derive(move || made.with(|made| made.address.clone())) />
        </section>
    }
}

/// How long the link is, and how far it gets.
#[component]
fn Meter(
    /// The link.
    made: Memo<Made>,
) -> impl IntoView {
    let length = Memo::new(move |_| made.with(|made| made.address.chars().count()));
    let says = move || {
        let far = if length.get() <= LONG_ADDRESS {
            words::share::fits_mail_chat_and_qr()
        } else {
            words::share::some_mail_programs_cut_links()
        };
        words::share::characters(words::number(length.get()), far)
    };
    view! {
        <div class="share__length" data-long=move || (length.get() > LONG_ADDRESS).to_string()>
            <meter
                class="share__meter"
                aria-label=words::share::length_of_the_link()
                min="0"
                max=LONGEST_ADDRESS.to_string()
                high=LONG_ADDRESS.to_string()
                optimum="0"
                prop:value=move || length.get().to_string()
            ></meter>
            <p id="share-length">{says}</p>
        </div>
    }
}

/// What was replaced, in words.
fn removed(replaced: Replaced) -> String {
    let Replaced { names, addresses, domains, links, texts } = replaced;
    let replaced = [
        (names, words::share::names_and_ids as fn(usize) -> String),
        (addresses, words::share::addresses),
        (domains, words::share::domains),
        (links, words::share::web_addresses),
    ];
    let parts: Vec<String> = replaced.into_iter().filter(|(count, _)| *count > 0).map(|(count, says)| says(count)).collect();
    let left_out = if texts > 0 { words::share::notes_and_messages_left_out(texts) } else { String::new() };
    words::share::replaced_made_up_ones_name(redemption_engine::wording::list(parts), &left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_replaced_is_counted_and_what_is_left_out_is_said() {
        let said = removed(Replaced { names: 3, addresses: 1, domains: 0, links: 2, texts: 1 });
        assert!(
            said.starts_with(
                "Replaced by made-up ones: 3 names and ids, 1 address, 2 web addresses. One note or message is left out. The name"
            ),
            "{said}"
        );
    }
}
