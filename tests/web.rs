//! Components in a headless browser: mounted, acted on, and looked up by what they show.
//!
//! What the engine decides is tested natively; the built site as a whole is driven in `tests/browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failing test may panic")]
#![allow(clippy::disallowed_methods, reason = "a test empties the storage")]

#[path = "../engine/tests/graph/any.rs"]
mod any;
#[path = "../engine/tests/graph/back.rs"]
mod back;

use std::any::Any;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use redemption_engine::act::Act;
use redemption_engine::chart::{self, Detail, RowKind};
use redemption_engine::document;
use redemption_engine::flow::Node;
use redemption_engine::session::Session;
use redemption_engine::trace::Place;
use redemption_simulator::app;
use redemption_simulator::flow::FlowPanel;
use redemption_simulator::recovery;
use redemption_simulator::state::{App, after_paint};
use redemption_simulator::store::Store;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A fresh element of the test page.
fn place() -> web_sys::HtmlElement {
    let element = document().create_element("div").unwrap().unchecked_into::<web_sys::HtmlElement>();
    document().body().unwrap().append_child(&element).unwrap();
    element
}

/// Lets the effects run that a change has started, and those that wait until it is painted.
async fn settled() {
    leptos::task::tick().await;
    leptos::task::tick().await;
    let painted = js_sys::Promise::new(&mut |done, _| after_paint(move || drop(done.call0(&JsValue::NULL))));
    JsFuture::from(painted).await.unwrap();
    leptos::task::tick().await;
    leptos::task::tick().await;
}

fn all(within: &web_sys::Element, selector: &str) -> Vec<web_sys::HtmlElement> {
    let found = within.query_selector_all(selector).unwrap();
    (0..found.length()).map(|number| found.get(number).unwrap().unchecked_into()).collect()
}

fn with_text(within: &web_sys::Element, selector: &str, text: &str) -> web_sys::HtmlElement {
    let found = all(within, selector).into_iter().find(|element| element.text_content().unwrap_or_default().trim() == text);
    found.unwrap_or_else(|| panic!("no {selector} reads {text}"))
}

fn empty_storage() {
    window().local_storage().unwrap().unwrap().clear().unwrap();
}

/// The flow panel of the first example, on the test page until it is dropped.
struct Flow {
    element: web_sys::HtmlElement,
    app: App,
    mounted: Option<Box<dyn Any>>,
}

impl Flow {
    async fn shown() -> Self {
        empty_storage();
        let element = place();
        let state = StoredValue::new(None::<App>);
        let mounted = mount_to(element.clone(), move || {
            let app = App::new(Store::new(), Session::open_first(app::first_workspace()));
            state.set_value(Some(app));
            provide_context(app);
            view! { <FlowPanel /> }
        });
        settled().await;
        let app = state.get_value().unwrap();
        Self { element, app, mounted: Some(Box::new(mounted)) }
    }
}

impl Drop for Flow {
    fn drop(&mut self) {
        self.mounted = None;
        self.element.remove();
    }
}

#[wasm_bindgen_test]
async fn the_chart_has_one_element_for_each_node_and_each_edge() {
    let flow = Flow::shown().await;
    let (element, app) = (&flow.element, flow.app);
    app.detail.set(Detail::All);
    settled().await;
    let run = app.run.with_untracked(|run| run.cloned()).unwrap();
    let chapter = untrack(|| app.place()).chapter;
    assert_eq!(run.first_attempt(), Some(chapter));
    let chart = app
        .session
        .with_untracked(|session| chart::layout(&run, chapter, &session.workspace().design, Detail::All, chart::Unused::Shown));
    let nodes: Vec<Node> = chart.rows.iter().filter_map(|row| row.node()).collect();
    assert!(nodes.len() > 20);
    for node in &nodes {
        assert_eq!(all(element, &format!("[data-node='{}']", node.id())).len(), 1, "{node:?}");
    }
    for row in &chart.rows {
        if let RowKind::Node { exits, .. } = &row.what {
            for edge in exits {
                assert_eq!(all(element, &format!("[data-edge='{}']", edge.id())).len(), 1, "{edge:?}");
            }
        }
    }
}

#[wasm_bindgen_test]
async fn exactly_one_node_is_the_present_step_wherever_the_cursor_stands() {
    let flow = Flow::shown().await;
    let (element, app) = (&flow.element, flow.app);
    app.step(isize::MIN);
    settled().await;
    let places = untrack(|| app.shown_places());
    assert!(places.len() > 10);
    for (number, place) in places.iter().enumerate() {
        assert_eq!(untrack(|| app.place()), *place);
        let current = all(element, "[aria-current='step']");
        assert_eq!(current.len(), 1, "place {number}");
        let output = with_text(element, ".transport__here", &format!("{} of {}", number + 1, places.len()));
        assert!(output.is_connected());
        app.step(1);
        settled().await;
    }
}

#[wasm_bindgen_test]
async fn the_story_has_a_button_for_each_chapter_and_one_is_present() {
    let flow = Flow::shown().await;
    let (element, app) = (&flow.element, flow.app);
    app.step(isize::MAX);
    app.act(Act::LetTimePass(24 * 60));
    settled().await;
    let chapters = app.run.with_untracked(|run| run.unwrap().chapters.len());
    assert_eq!(chapters, 3);
    assert_eq!(all(element, ".chapter").len(), chapters);
    let present = all(element, ".chapter[aria-current]");
    assert_eq!(present.len(), 1);
    assert_eq!(present.first().unwrap().get_attribute("data-chapter").as_deref(), Some("2"));
    all(element, ".chapter[data-chapter='0']").remove(0).click();
    settled().await;
    assert_eq!(untrack(|| app.place()), Place { chapter: 0, step: 0 });
}

#[wasm_bindgen_test]
async fn the_page_steps_by_its_button_and_undoes_an_edit() {
    empty_storage();
    let element = place();
    let handle = mount_to(element.clone(), app::Page);
    settled().await;
    assert_eq!(all(&element, "h1").len(), 1);
    let number = || all(&element, ".transport__here").remove(0).text_content().unwrap();
    let before: usize = number().split(' ').next().unwrap().parse().unwrap();
    all(&element, ".transport__forward").remove(0).click();
    settled().await;
    assert!(number().starts_with(&format!("{} of", before + 1)), "{}", number());
    let said = all(&element, "p[role='status']").remove(0).text_content().unwrap();
    assert!(said.starts_with(&format!("Step {}:", number())), "{said}");
    let name = all(&element, ".context__item--wide input").remove(0).unchecked_into::<web_sys::HtmlInputElement>();
    let before = name.value();
    name.set_value("Another name");
    let init = web_sys::Event::new("change").unwrap();
    name.dispatch_event(&init).unwrap();
    settled().await;
    with_text(&element, "button", "Undo").click();
    settled().await;
    assert_eq!(name.value(), before);
    drop(handle);
    element.remove();
}

#[wasm_bindgen_test]
async fn a_program_that_stops_keeps_the_work_and_says_why() {
    empty_storage();
    let element = place();
    element.set_inner_html("<div id='page'></div><div id='stopped' hidden><p id='stopped-reason'></p></div>");
    let workspace = app::first_workspace();
    recovery::remember(Arc::new(workspace.clone()));
    recovery::rescue("panicked at a test");
    let stopped = all(&element, "#stopped").remove(0);
    assert!(!stopped.hidden());
    let said = stopped.text_content().unwrap();
    assert!(said.contains("Your work was kept") && said.contains("panicked at a test"), "{said}");
    assert!(all(&element, "#page").remove(0).hidden());
    let kept = recovery::rescued().expect("the work was written");
    assert_eq!(document::parse(kept.as_bytes()).unwrap(), [workspace]);
    recovery::forget();
    assert_eq!(recovery::rescued(), None);
    element.remove();
}

#[wasm_bindgen_test]
async fn a_change_is_written_to_the_browsers_storage_and_found_again() {
    empty_storage();
    let element = place();
    let handle = mount_to(element.clone(), app::Page);
    settled().await;
    all(&element, ".transport__forward").remove(0).click();
    settled().await;
    // A page that is hidden writes what waits.
    window().dispatch_event(&web_sys::Event::new("pagehide").unwrap()).unwrap();
    drop(handle);
    element.remove();
    let found = Store::new().find();
    let saved = found.saved.expect("the step was saved");
    assert_eq!(saved.view.place.chapter, 1);
    assert!(saved.view.place.step > 0);
    assert_eq!(found.newly_unreadable, 0);
    empty_storage();
}

/// The law of `engine/tests/graph/whole.rs`, in the browser: the same designs, the same assertions.
#[wasm_bindgen_test]
fn what_microsoft_graph_has_a_place_for_comes_back_as_it_was_in_the_browser_too() {
    let mut runner = TestRunner::new(Config { failure_persistence: None, cases: 300, ..Config::default() });
    let held = runner.run(&any::any_design(), |design| {
        back::comes_back(&design);
        Ok(())
    });
    assert!(held.is_ok(), "{held:?}");
}
