//! The drawn frame around a simulated page: caption, mark, address, the page in the reader's choice of width, colours, branding and
//! language.
//!
//! Always marked as simulated, without password fields and without anybody's logo. What is on the page is the engine's answer.

use leptos::prelude::*;
use redemption_engine::design::{Design, ResourceTenant};
use redemption_engine::guest::Guest;
use redemption_engine::page::{self, Page, Scene, language_at};
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording::guest::{ENGLISH, Tongue, Words};

use super::desk;
use super::sheet::drawn;
use crate::state::{App, design_at};
use crate::words;

/// The language in which a page is drawn, by the reader's choice.
pub(super) fn tongue(app: App, design: &Design, guest: &Guest, run: &Run, place: Place) -> Tongue {
    app.look.language.get().of_page(language_at(design, guest, run, place).as_deref())
}

/// The scene at a place, with its page and the words it is written in.
#[derive(Clone, PartialEq)]
pub(super) struct Drawn {
    pub(super) scene: Scene,
    pub(super) page: Page,
    pub(super) words: Words,
    pub(super) resource: ResourceTenant,
}

impl Drawn {
    /// The page at a place in these words; what no guest sees is in English.
    pub(super) fn at(design: &Design, guest: &Guest, run: &Run, place: Place, words: Words) -> Option<Self> {
        let scene = Scene::at(design, guest, run, place, &words)?;
        let resource = design_at(run, place, design).resource_tenant.clone();
        let (page, words) = match page::page(&scene, &words) {
            Some(page) => (page, words),
            None => (desk::page(&scene, &resource), ENGLISH),
        };
        Some(Self { scene, page, words, resource })
    }
}

/// The frame with what stands in its caption and under the page.
pub(super) fn frame(app: App, class: &'static str, drawing: Drawn, caption: AnyView, under: AnyView) -> AnyView {
    let Drawn { scene, page, words, .. } = drawing;
    let guests = scene.screen.is_the_guests();
    let look = app.look;
    let colours = move || guests.then(|| <&'static str>::from(look.colours.get()));
    let device = move || <&'static str>::from(look.device.get());
    let brand = move || page.brand.clone().filter(|_| look.branding.get()).map(branded);
    view! {
        <figure class=class data-screen=scene.screen.id() data-device=device lang=words.tongue.tag()>
            <figcaption class="frame__caption" lang="en">
                {caption}
                <span class="frame__ribbon">{words::common::simulated()}</span>
            </figcaption>
            <p class="frame__tabs" aria-hidden="true"><span class="frame__tab">{host(&page.address).to_owned()}</span></p>
            <p class="frame__address">
                <span class="visually-hidden" lang="en">{words::inspect::simulated_address()}</span>
                {page.address}
            </p>
            <div class="frame__ground" data-colours=colours>
                <div class="frame__page">
                    {brand}
                    {drawn(page.parts)}
                    {under}
                </div>
            </div>
        </figure>
    }
    .into_any()
}

/// What a tab is called: the host of a web address, or the text of what is none.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

/// An organization's branding: its first letter and its name, and nothing of anybody's art.
fn branded(name: String) -> impl IntoView {
    let letter = name.chars().next().map(String::from).unwrap_or_default();
    view! {
        <p class="frame__brand">
            <span class="frame__mark" aria-hidden="true">{letter}</span>
            {name}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_is_called_by_the_host() {
        assert_eq!(host("https://myapps.microsoft.com/woodgrove.example"), "myapps.microsoft.com");
        assert_eq!(host("Mailbox of nina@adatum.example"), "Mailbox of nina@adatum.example");
    }
}
