//! The ladder: one row for each check, in the order of the present configuration, as buttons in an ordered list.
//!
//! Lines are drawn by SVG in a gutter and carry no meaning of their own: each row lists its exits in text.

use leptos::prelude::*;
use redemption_engine::chart::{self, Chart, Row, RowKind, Segment, State};
use redemption_engine::design::{Edition, PrimaryProvider};
use redemption_engine::flow::{Edge, Node, OutcomeKind};
use redemption_engine::trace::Place;
use redemption_engine::wording;
use wasm_bindgen::JsCast;

use crate::state::{App, InspectTab, design_at};
use crate::words;

/// The distance between two lanes of the gutter, in pixels.
const LANE: usize = 10;

/// How far a line reaches up over a heading, and down to the next row, in pixels; `chart.css` has the same sizes.
const ABOVE_HEADING: &str = "-36";
const BETWEEN_ROWS: &str = "10";

/// The rows with their lines.
#[component]
pub fn Ladder() -> impl IntoView {
    let app = App::expect();
    let chapter = Memo::new(move |_| app.place().chapter);
    let edition = Memo::new(move |_| app.with(|workspace| workspace.design.edition));
    let chart = Memo::new(move |_| {
        app.run.with(|run| match run {
            Some(run) => app.with(|workspace| {
                let start = Place { chapter: chapter.get(), step: 0 };
                chart::layout(run, start.chapter, design_at(run, start, &workspace.design), app.detail.get(), app.unused.get())
            }),
            None => Chart { rows: Vec::new(), lanes: 0 },
        })
    });
    let nodes = Memo::new(move |_| chart.with(|chart| chart.rows.iter().filter_map(Row::node).collect::<Vec<_>>()));
    super::glide::glide(nodes, node_element);
    provide_context(Pointed(RwSignal::new(None)));
    provide_context(ShownChapter(chapter));
    let tab_stop = RwSignal::new(None::<Node>);
    let stop = Memo::new(move |_| {
        let nodes = nodes.get();
        let here = app.run.with(|run| run.and_then(|run| run.node(app.place())));
        let wanted = tab_stop.get().or(here).filter(|node| nodes.contains(node));
        wanted.or(nodes.first().copied())
    });
    Effect::new(move |before: Option<()>| {
        let place = app.place();
        let node = app.run.with_untracked(|run| run.and_then(|run| run.node(place)));
        // At the start of a chapter the flow is at its top already.
        if let Some(node) = node.filter(|_| (before.is_some() || place.step > 0) && app.travel.follows.get_untracked()) {
            reveal(node);
        }
    });
    view! {
        <Show
            when=move || chart.with(|chart| !chart.rows.is_empty())
            fallback=|| view! { <p class="empty">{words::flow::no_guest_in_scenario_add()}</p> }
        >
            <ol class="ladder" aria-describedby="flow-help" on:keydown=|event| up_and_down(&event)>
                <For
                    each=move || chart.with(|chart| chart.rows.iter().cloned().map(|row| (row, chart.lanes)).collect::<Vec<_>>())
                    key=|(row, lanes)| (row.clone(), *lanes)
                    let((row, lanes))
                >
                    <LadderRow row=row lanes=lanes edition=edition stop=stop tab_stop=tab_stop />
                </For>
            </ol>
        </Show>
    }
}

/// The check that the pointer or the focus is on: what can come after it is marked.
#[derive(Clone, Copy)]
struct Pointed(RwSignal<Option<Node>>);

/// The chapter that is drawn.
#[derive(Clone, Copy)]
struct ShownChapter(Memo<usize>);

/// One row.
#[component]
fn LadderRow(
    /// What is drawn.
    row: Row,
    /// How many lanes the gutter has.
    lanes: usize,
    /// The edition, for the documented numbers.
    edition: Memo<Edition>,
    /// The node that the Tab key reaches.
    stop: Memo<Option<Node>>,
    /// Sets it.
    tab_stop: RwSignal<Option<Node>>,
) -> impl IntoView {
    let heading = row.heading.map(|heading| view! { <h3 class="ladder__heading">{heading}</h3> });
    let gutter = view! { <Gutter segments=row.segments.clone() lanes=lanes headed=row.heading.is_some() /> };
    let down = row.down.clone();
    let below: Vec<Node> = row.down.iter().map(Edge::to).collect();
    let body = match row.what {
        RowKind::Node { node, exits } => {
            view! { <NodeBox node=node exits=exits below=below edition=edition stop=stop tab_stop=tab_stop /> }.into_any()
        }
        RowKind::NotInOrder(provider) => view! { <Absent provider=provider /> }.into_any(),
    };
    view! {
        <li class="ladder__item">
            {heading}
            <div class="ladder__row">
                {body}
                {gutter}
            </div>
            <Down edges=down />
        </li>
    }
}

/// A node as a button, with its state and its exits.
#[component]
fn NodeBox(
    /// The node.
    node: Node,
    /// Its edges.
    exits: Vec<Edge>,
    /// What stands in the next row, if an edge leads there.
    below: Vec<Node>,
    /// The edition, for the documented numbers.
    edition: Memo<Edition>,
    /// The node that the Tab key reaches.
    stop: Memo<Option<Node>>,
    /// Sets it.
    tab_stop: RwSignal<Option<Node>>,
) -> impl IntoView {
    let app = App::expect();
    let ShownChapter(chapter) = expect_context();
    let state = Memo::new(move |_| app.state_of(node));
    let badges = Memo::new(move |_| {
        let chapter = chapter.get();
        let shown: Vec<Place> = app.shown_places().into_iter().filter(|place| place.chapter == chapter).collect();
        app.run.with(|run| run.map(|run| numbers(run, &shown, chapter, node)).unwrap_or_default())
    });
    let Pointed(pointed) = expect_context();
    let is_next = Memo::new(move |_| {
        let Some(from) = pointed.get().filter(|from| *from != node) else { return false };
        let chapter = app.place().chapter;
        let follows = |edge: &Edge| edge.to() == node;
        app.run.with(|run| {
            run.and_then(|run| run.chapters.get(chapter)).is_some_and(|part| part.flow.exits(from).iter().any(follows))
        })
    });
    let leave = move || {
        if pointed.get_untracked() == Some(node) {
            pointed.set(None);
        }
    };
    let choose = move |_| {
        tab_stop.set(Some(node));
        let target = app.run.with_untracked(|run| run.and_then(|run| visit(run, app.place(), node)));
        if let Some(place) = target {
            app.go(place);
        }
        app.looked_at.set(Some(node));
        app.tab.set(InspectTab::Why);
    };
    let id = node_element(node);
    let state_id = format!("{id}-state");
    let exits_id = format!("{id}-exits");
    let described = format!("{state_id} {exits_id}");
    let name: &'static str = wording::node(node);
    view! {
        <div class="node" data-node=node.id() data-state=move || state.get().name() data-shown=move || (app.node_shown() == Some(node)).then_some("") data-pause=move || app.travel.pauses_at(node).then_some("") data-next=move || is_next.get().then_some("") on:pointerenter=move |_| pointed.set(Some(node)) on:pointerleave=move |_| leave()>
            <button
                class="node__button"
                id=id
                type="button"
                tabindex=move || if stop.get() == Some(node) { "0" } else { "-1" }
                aria-current=move || matches!(state.get(), State::Current | State::Waiting | State::Stopped).then_some("step")
                aria-describedby=described
                on:click=choose
                on:focus=move |_| {
                    tab_stop.set(Some(node));
                    pointed.set(Some(node));
                }
                on:blur=move |_| leave()
            >
                <span class="node__badge" aria-hidden="true">{move || badges.get()}</span>
                <span class="node__title">
                    {name} " "
                    {move || {
                        node.documented_step(edition.get())
                            .map(|number| {
                                view! { <span class="node__step">{words::flow::step(number)}</span> }
                            })
                    }}
                </span>
                <span class="node__state" id=state_id>
                    <span class="node__glyph" aria-hidden="true">{move || glyph(state.get())}</span>
                    {move || word(state.get())}
                    {move || app.travel.pauses_at(node).then(|| view! { <span class="node__pause">{words::flow::pause_point()}</span> })}
                </span>
            </button>
            <ul class="exits" id=exits_id aria-label=words::flow::exits()>
                {exits.into_iter().map(|edge| view! { <Exit edge=edge next=below.contains(&edge.to()) /> }).collect_view()}
            </ul>
        </div>
    }
}

/// The numbers of a node in a chapter among the places that are shown, as they are stepped through: checks without a row have none.
pub(crate) fn numbers(run: &redemption_engine::trace::Run, shown: &[Place], chapter: usize, node: Node) -> String {
    let visits = chart::visits(run, chapter, node).into_iter().map(|number| Place { chapter, step: number - 1 });
    let numbers = visits.filter_map(|visit| shown.iter().position(|place| *place == visit));
    numbers.map(|position| (position + 1).to_string()).collect::<Vec<_>>().join(", ")
}

/// One exit of a node: the answer, and where it leads.
#[component]
fn Exit(
    /// The edge.
    edge: Edge,
    /// Whether it leads to the next row.
    next: bool,
) -> impl IntoView {
    let app = App::expect();
    let taken = Memo::new(move |_| {
        let place = app.place();
        app.run.with(|run| run.is_some_and(|run| chart::is_taken(run, place, edge)))
    });
    let stops = matches!(edge.to(), Node::End(outcome) if !matches!(outcome.kind(), OutcomeKind::In | OutcomeKind::Done));
    let target = if edge.to() == edge.from() { words::common::stays_here() } else { wording::node(edge.to()) };
    // The eye finds the next row below and reads what stops on the node it leads to; everybody else is told.
    let shown = !stops && !next;
    view! {
        <li class="exit" data-edge=edge.id() data-taken=move || taken.get().to_string() data-stops=stops.then_some("")>
            <span class="exit__answer">{wording::answer(edge.from(), edge.answer())}</span>
            <span class="exit__arrow" aria-hidden="true">{if next { "↓" } else if stops { "" } else { "→" }}</span>
            <span class:visually-hidden=!shown>{target}</span>
            <span class="visually-hidden">{move || if taken.get() { words::flow::taken() } else { "" }}</span>
        </li>
    }
}

/// A provider that the redemption order leaves out.
#[component]
fn Absent(
    /// The provider.
    provider: PrimaryProvider,
) -> impl IntoView {
    let name: &'static str = provider.into();
    view! {
        <div class="node node--absent" data-provider=name data-state="notSetUp">
            <p class="node__button">
                <span class="node__badge"></span>
                <span class="node__title">{wording::primary(provider)}</span>
                <span class="node__state"><span class="node__glyph" aria-hidden="true">"∅"</span>{words::common::not_in_the_order()}</span>
            </p>
        </div>
    }
}

/// The line straight down to the next row.
#[component]
fn Down(
    /// The edges that it stands for.
    edges: Vec<Edge>,
) -> impl IntoView {
    let app = App::expect();
    let none = edges.is_empty();
    let lit = Memo::new(move |_| any_taken(app, &edges));
    view! {
        <svg class="ladder__down" data-lit=move || lit.get().to_string() data-none=none.then_some("") aria-hidden="true" focusable="false">
            <line x1="50%" y1="0" x2="50%" y2="100%"></line>
        </svg>
    }
}

/// The lines beside a row.
#[component]
fn Gutter(
    /// What runs beside the row.
    segments: Vec<Segment>,
    /// How many lanes there are.
    lanes: usize,
    /// Whether a heading stands above the row, which the lines must cross.
    headed: bool,
) -> impl IntoView {
    let width = lanes * LANE + LANE;
    view! {
        <div class="ladder__gutter" data-width=width.to_string()>
            <svg class="ladder__lines" width=width.to_string() aria-hidden="true" focusable="false">
                {segments.into_iter().map(|segment| view! { <Lane segment=segment headed=headed /> }).collect_view()}
            </svg>
        </div>
    }
}

/// One lane beside one row: an upper and a lower half, and an arm out of or into the box.
#[component]
fn Lane(
    /// What runs here.
    segment: Segment,
    /// Whether the line from above crosses a heading.
    headed: bool,
) -> impl IntoView {
    let top = if headed { ABOVE_HEADING } else { "0" };
    let x = ((segment.lane + 1) * LANE).to_string();
    let line = |x1: String, y1: &'static str, x2: String, y2: &'static str, edges: Vec<Edge>| {
        let app = App::expect();
        (!edges.is_empty()).then(|| {
            let lit = Memo::new(move |_| any_taken(app, &edges));
            view! { <line x1=x1 y1=y1 x2=x2 y2=y2 data-lit=move || lit.get().to_string()></line> }
        })
    };
    let arrow = (!segment.into.is_empty()).then(|| {
        let app = App::expect();
        let edges = segment.into.clone();
        let lit = Memo::new(move |_| any_taken(app, &edges));
        view! {
            <svg class="ladder__tip" x="0" y="50%" width="8" height="8" overflow="visible">
                <path d="M0 0 L7 -4 L7 4 Z" data-lit=move || lit.get().to_string()></path>
            </svg>
        }
    });
    view! {
        {line(x.clone(), top, x.clone(), "50%", segment.upper)}
        <svg y="100%" overflow="visible">{line(x.clone(), "0", x.clone(), BETWEEN_ROWS, segment.lower.clone())}</svg>
        {line(x.clone(), "50%", x.clone(), "100%", segment.lower)}
        {line("0".to_owned(), "50%", x.clone(), "50%", segment.out)}
        {line("0".to_owned(), "50%", x, "50%", segment.into)}
        {arrow}
    }
}

fn any_taken(app: App, edges: &[Edge]) -> bool {
    let place = app.place();
    app.run.with(|run| run.is_some_and(|run| edges.iter().any(|edge| chart::is_taken(run, place, *edge))))
}

/// The last place before or at the cursor where a node is passed, or else the first one after it, in the same attempt.
fn visit(run: &redemption_engine::trace::Run, now: Place, node: Node) -> Option<Place> {
    let visits = chart::visits(run, now.chapter, node);
    let steps = || visits.iter().map(|number| number - 1);
    let step = steps().rev().find(|step| *step <= now.step).or_else(|| steps().next())?;
    Some(Place { chapter: now.chapter, step })
}

/// Up and Down move the focus between the rows.
fn up_and_down(event: &web_sys::KeyboardEvent) {
    let by: isize = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Ok(buttons) = document().query_selector_all(".ladder button.node__button") else { return };
    let focused = document().active_element();
    let all: Vec<web_sys::HtmlElement> =
        (0..buttons.length()).filter_map(|number| buttons.get(number)?.dyn_into::<web_sys::HtmlElement>().ok()).collect();
    let now = all.iter().position(|button| focused.as_ref().is_some_and(|focused| button.is_same_node(Some(focused))));
    let target = now.and_then(|now| now.checked_add_signed(by)).and_then(|next| all.get(next));
    if let Some(button) = target {
        // An element of this page can be focused; its focus event moves the tab stop.
        drop(button.focus());
    }
    event.prevent_default();
}

/// Scrolls the row at the cursor into view, without moving the page more than needed.
fn reveal(node: Node) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&node_element(node)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

fn node_element(node: Node) -> String {
    format!("node-{}", node.id().replace(':', "-"))
}

/// A state's glyph.
pub(crate) fn glyph(state: State) -> &'static str {
    match state {
        State::Current => "▶\u{fe0e}",
        State::Waiting => "?",
        State::Stopped => "■",
        State::Taken => "✓",
        State::NoMatch => "✕",
        State::NotSetUp => "∅",
        State::Later => "○",
        State::NotReached => "–",
    }
}

/// A state's word.
pub(crate) fn word(state: State) -> &'static str {
    match state {
        State::Current => words::common::now(),
        State::Waiting => words::flow::guest_decides(),
        State::Stopped => words::flow::stops_here(),
        State::Taken => words::flow::passed(),
        State::NoMatch => words::flow::no_match(),
        State::NotSetUp => words::flow::not_set_up(),
        State::Later => words::flow::later(),
        State::NotReached => words::common::not_reached(),
    }
}
