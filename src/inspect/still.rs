//! A simulated page as a still: the drawn frame as it was at a place, without buttons. Whoever shows it names the page.
//!
//! The page that can be acted on is in `screen.rs`.

use leptos::prelude::*;
use redemption_engine::design::Design;
use redemption_engine::guest::Guest;
use redemption_engine::trace::{Place, Run};

use super::pages;
use super::scene::Scene;
use super::sheet::drawn;

/// The page at a place of a guest's run, marked as simulated.
pub(crate) fn still(design: &Design, guest: &Guest, run: &Run, place: Place) -> Option<AnyView> {
    let scene = Scene::at(design, guest, run, place)?;
    let still = view! {
        <figure class="frame frame--still" data-screen=scene.screen.id()>
            <figcaption class="frame__caption"><span class="frame__ribbon">"SIMULATED"</span></figcaption>
            <p class="frame__address"><span class="visually-hidden">"Simulated address: "</span>{pages::address(&scene)}</p>
            <div class="frame__page">{drawn(pages::page(&scene))}</div>
        </figure>
    };
    Some(still.into_any())
}
