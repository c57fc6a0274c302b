//! Views that a first visit does not need: a release build keeps their code in modules of their own, loaded after the page has started.
//!
//! Which views these are stands where they are drawn, with `later!`. What is shared by them and the first view stays in the main
//! module; the splitter decides that. A build that is not split has everything at once.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

pub(crate) use leptos::wasm_split::SplitLoaderError as NotLoaded;

/// How a view that comes later is asked for.
pub(crate) type Load = fn() -> Pin<Box<dyn Future<Output = Result<AnyView, NotLoaded>>>>;

/// Makes an async function of a view, whose code is loaded with the module of this name.
macro_rules! later {
    ($module:ident: fn $name:ident($($arg:ident: $type:ty),*) -> $out:ty $body:block) => {
        #[cfg_attr(feature = "split", ::leptos::wasm_split::wasm_split($module, wasm_split_path = ::leptos::wasm_split, fallible))]
        #[cfg(feature = "split")]
        fn $name($($arg: $type),*) -> Result<$out, $crate::later::NotLoaded> {
            Ok($body)
        }
        #[cfg(not(feature = "split"))]
        async fn $name($($arg: $type),*) -> Result<$out, $crate::later::NotLoaded> {
            Ok($body)
        }
    };
    ($module:ident: $name:ident, $view:expr) => {
        #[cfg_attr(feature = "split", ::leptos::wasm_split::wasm_split($module, wasm_split_path = ::leptos::wasm_split, fallible))]
        #[cfg(feature = "split")]
        fn $name() -> Result<::leptos::prelude::AnyView, $crate::later::NotLoaded> {
            Ok($view.into_any())
        }
        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<::leptos::prelude::AnyView, $crate::later::NotLoaded> {
            Ok($view.into_any())
        }
    };
}
pub(crate) use later;

/// A view that comes later, or what to do where it cannot be loaded.
#[component]
pub(crate) fn Later(
    /// Asks for the view.
    load: Load,
) -> impl IntoView {
    let attempt = RwSignal::new(0_u32);
    move || {
        attempt.track();
        Suspend::new(send_wrapper::SendWrapper::new(async move {
            match load().await {
                Ok(view) => view,
                Err(_) => view! {
                    <p role="alert">
                        "This part of the page could not be loaded. "
                        <button class="button" type="button" on:click=move |_| attempt.update(|attempt| *attempt += 1)>"Try again"</button>
                    </p>
                }
                .into_any(),
            }
        }))
    }
}
