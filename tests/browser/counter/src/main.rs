//! The smallest page that leptos makes: a button that counts its clicks. `cargo xtask bench-page` compares the real page with it.
//!
//! No style sheet and no state beyond one number: what a click costs here, no page of this framework can go below.

use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| {
        let count = RwSignal::new(0_u32);
        view! { <button type="button" on:click=move |_| *count.write() += 1>{count}</button> }
    });
}
