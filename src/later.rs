//! Views that a first visit does not need: a release build keeps their code in a module of its own, loaded after the page has started.
//!
//! Which views these are stands where they are drawn, in a `later!`. What they share with the first view stays in the main module;
//! the splitter that `cargo xtask build` runs finds that out. A build without the feature `split` has everything at once.

use std::future::Future;
use std::task::Poll;

use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;

use crate::words;

/// The code could not be loaded.
pub(crate) use leptos::wasm_split::SplitLoaderError as NotLoaded;

/// Makes a function async whose code comes later: it fails where that cannot be loaded.
macro_rules! later {
    ($(#[$about:meta])* $seen:vis fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty $body:block) => {
        $(#[$about])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)]
        $seen fn $name($($argument: $type),*) -> Result<$result, $crate::later::NotLoaded> {
            Ok($body)
        }
        $(#[$about])*
        #[cfg(not(feature = "split"))]
        $seen async fn $name($($argument: $type),*) -> Result<$result, $crate::later::NotLoaded> {
            Ok($body)
        }
    };
}
pub(crate) use later;

later! {
    /// Nothing but a reason to load: ready once what comes later is there.
    pub(crate) fn loaded() -> () {}
}

/// Loads what comes later, so that it is there before it is asked for. What fails is tried again when it is asked for.
pub(crate) fn load_ahead() {
    spawn_local(async { drop(loaded().await) });
}

/// Draws a view that comes later: at once where it is loaded, and with a way to try again where that fails.
pub(crate) fn drawn_later<Loading>(load: impl Fn() -> Loading + Send + 'static) -> AnyView
where
    Loading: Future<Output = Result<AnyView, NotLoaded>> + 'static,
{
    let attempt = RwSignal::new(0_u32);
    let waiting = RwSignal::new(false);
    let view = move || {
        attempt.track();
        let mut loading = Box::pin(load());
        Suspend::new(SendWrapper::new(async move {
            let at_once = std::future::poll_fn(|context| Poll::Ready(loading.as_mut().poll(context))).await;
            let loaded = match at_once {
                Poll::Ready(loaded) => loaded,
                Poll::Pending => {
                    waiting.set(true);
                    let loaded = loading.await;
                    waiting.set(false);
                    loaded
                }
            };
            loaded.unwrap_or_else(|_| failed(attempt))
        }))
    };
    view! {
        {move || waiting.get().then(|| view! { <p class="empty" role="status">{words::frame::loading()}</p> })}
        {view}
    }
    .into_any()
}

fn failed(attempt: RwSignal<u32>) -> AnyView {
    view! {
        <p class="empty" role="alert">
            {words::frame::part_page_could_not_loaded()}
            <button class="button" type="button" on:click=move |_| attempt.update(|attempt| *attempt += 1)>{words::common::try_again()}</button>
        </p>
    }
    .into_any()
}
