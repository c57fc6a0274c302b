//! A QR code, drawn as one path of small squares once it is asked for.
//!
//! Which squares are dark is computed by the library `qrcodegen`.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

use crate::words;

/// The light squares around a code, without which readers do not find it.
const MARGIN: i32 = 4;

/// A code that is drawn: its path and how many squares it has each way, with the margin.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    path: String,
    size: i32,
}

/// The QR code of an address, folded.
#[component]
pub(super) fn QrCode(
    /// The address.
    address: Signal<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let drawn = Memo::new(move |_| if open.get() { address.with(|address| draw(address)) } else { None });
    let toggled = move |event: web_sys::Event| {
        let details: web_sys::HtmlDetailsElement = event_target(&event);
        open.set(details.open());
    };
    let code = move || match drawn.get() {
        Some(drawn) => figure(drawn, words::share::qr_code_link_above(), words::share::says_same_as_link_above()),
        None => view! { <p>{words::share::link_too_long_for_qr()}</p> }.into_any(),
    };
    view! {
        <details class="share__qr" on:toggle=toggled>
            <summary>{words::share::qr_code()}</summary>
            {move || open.get().then(code)}
        </details>
    }
}

/// The QR code of an address with what is written below it, where a code can hold it.
pub(crate) fn qr_code(address: &str, name: &'static str, caption: &'static str) -> Option<AnyView> {
    draw(address).map(|drawn| figure(drawn, name, caption))
}

fn figure(Drawn { path, size }: Drawn, name: &'static str, caption: &'static str) -> AnyView {
    view! {
        <figure class="qr">
            <svg class="qr__code" viewBox=format!("0 0 {size} {size}") role="img" aria-label=name shape-rendering="crispEdges" focusable="false">
                <rect class="qr__light" width="100%" height="100%"></rect>
                <path class="qr__dark" d=path></path>
            </svg>
            <figcaption>{caption}</figcaption>
        </figure>
    }
    .into_any()
}

fn draw(text: &str) -> Option<Drawn> {
    let code = Code::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            if length > 0 {
                // Dark squares side by side are one rectangle; writing to memory does not fail.
                write!(path, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN).ok();
            }
            x += i32::try_from(length).unwrap_or_default() + 1;
        }
    }
    Some(Drawn { path, size: code.size() + 2 * MARGIN })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_has_the_dark_squares_of_the_code_and_no_others() {
        let text = "https://simulator.example/#/?s=1.abc";
        let (code, drawn) = (Code::encode_text(text, QrCodeEcc::Low).unwrap(), draw(text).unwrap());
        assert_eq!(drawn.size, code.size() + 8);
        let mut dark = Vec::new();
        for part in drawn.path.split('M').filter(|part| !part.is_empty()) {
            let (corner, rest) = part.split_once('h').unwrap();
            let (x, y) = corner.split_once(' ').unwrap();
            let length: i32 = rest.split_once('v').unwrap().0.parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            dark.extend((x..x + length).map(|x| (x - MARGIN, y - MARGIN)));
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let expected: Vec<(i32, i32)> = all.filter(|(x, y)| code.get_module(*x, *y)).collect();
        assert_eq!(dark, expected);
    }

    #[test]
    fn more_than_a_code_can_hold_is_not_drawn() {
        assert!(draw(&"a".repeat(2_953)).is_some());
        assert_eq!(draw(&"a".repeat(2_954)), None);
    }
}
