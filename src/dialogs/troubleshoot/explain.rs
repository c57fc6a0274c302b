//! What explains a symptom here: the fewest assumptions under which the selected guest of the open scenario meets it.
//!
//! The engine finds them by playing. What is known of the guest is ticked, and is then never assumed to be otherwise.

use leptos::prelude::*;
use redemption_engine::analysis::aspect::Aspect;
use redemption_engine::analysis::assumption::Case;
use redemption_engine::analysis::question::{Answer, Question, ToldWay};
use redemption_engine::diagnosis::Symptom;
use strum::IntoEnumIterator;

use super::Search;
use crate::dialogs::asked::{Asked, Counted, InWords, Load};
use crate::dialogs::leave::Leave;
use crate::state::App;
use crate::words;
use crate::worker::Asking;

/// What is known, the button, and what explains it.
#[component]
pub(super) fn Explain(
    /// The symptom.
    symptom: &'static Symptom,
    /// What is being looked for.
    search: Search,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let app = App::expect();
    let asking = Asking::new();
    let times = RwSignal::new(0_u32);
    let case = Memo::new(move |_| {
        let guest = app.view.guest();
        app.with(|workspace| workspace.guests.get(guest).map(|guest| (workspace.design.clone(), guest.clone())))
    });
    let ask = move || {
        let Some((design, guest)) = case.get_untracked() else { return };
        let known = search.known.with_untracked(|known| known.iter().map(|aspect| <&str>::from(*aspect).to_owned()).collect());
        let symptom = symptom.id.to_owned();
        asking.ask(&Question::Explain { design: Box::new(design), guest: Box::new(guest), symptom, known });
    };
    Effect::new(move |_| {
        search.known.track();
        if times.get() > 0 {
            ask();
        }
    });
    let found = move || {
        let answer = asking.answer()?;
        let Answer::Explain { explanations, another_guest, more } = &*answer else { return None };
        let is_known = search.known.with_untracked(|known| !known.is_empty());
        let count = match explanations.as_slice() {
            [] if is_known => words::ways::no_explanation_with_what_is_known().to_owned(),
            [] => words::ways::no_explanation().to_owned(),
            [only] if only.words.is_empty() => as_it_is(another_guest.is_some()).to_owned(),
            several => words::ways::explanations_found(several.len()),
        };
        let another = another_guest.as_ref().map(|address| view! { <p>{words::ways::with_another_guest(address)}</p> });
        let is_another = another_guest.is_some();
        let one = |(position, explanation): (usize, ToldWay)| {
            view! { <OneExplanation id=format!("explained-{}-{position}", symptom.id) explanation=explanation is_another=is_another leave=leave /> }
        };
        Some(view! {
            <div role="status">{another}<p>{count}</p></div>
            <ol class="reach__ways">{explanations.iter().cloned().enumerate().map(one).collect_view()}</ol>
            {(*more > 0).then(|| view! { <p>{words::ways::more_ways(*more)}</p> })}
        })
    };
    let heading = format!("explain-{}", symptom.id);
    let labelled = heading.clone();
    view! {
        <section class="explain" aria-labelledby=labelled>
            <h4 class="explain__title" id=heading>{words::ways::find_what_explains_it_here()}</h4>
            <p>{words::ways::explain_lead()}</p>
            <Show when=move || case.with(Option::is_some) fallback=|| view! { <p class="nothing">{words::ways::no_guest()}</p> }>
                <Known symptom=symptom search=search />
                <button class="button" type="button" on:click=move |_| times.update(|times| *times += 1)>
                    {words::ways::find_what_explains_it_here()}
                </button>
                <Asked asking=asking again=Callback::new(move |()| ask()) counted=Counted::Sets />
                {found}
            </Show>
        </section>
    }
}

/// What is said where nothing has to be assumed.
fn as_it_is(is_another: bool) -> &'static str {
    if is_another { words::ways::is_so_with_that_guest() } else { words::ways::is_so_as_it_is() }
}

/// The facts about the guest, each with what it is in the scenario; those that are ticked are known to be so.
#[component]
fn Known(
    /// The symptom that the choice stands with.
    symptom: &'static Symptom,
    /// What is being looked for.
    search: Search,
) -> impl IntoView {
    let app = App::expect();
    let facts = Memo::new(move |_| {
        let guest = app.view.guest();
        let case = app.with(|workspace| workspace.guests.get(guest).map(|guest| Case::of(&workspace.design, guest)));
        let label = |aspect: Aspect| match case.as_ref().and_then(|case| case.fact(aspect)) {
            Some(now) => words::ways::known_is(aspect.name(), now),
            None => aspect.name().to_owned(),
        };
        Aspect::iter().map(|aspect| (aspect, label(aspect))).collect::<Vec<_>>()
    });
    let row = move |(aspect, label): (Aspect, String)| {
        let name: &'static str = aspect.into();
        let id = format!("known-{}-{name}", symptom.id);
        let tick = move |event: web_sys::Event| {
            let is_known = event_target_checked(&event);
            search.known.update(|known| {
                known.retain(|other| *other != aspect);
                known.extend(is_known.then_some(aspect));
                known.sort_unstable();
            });
        };
        view! {
            <span class="toggle">
                <input
                    class="toggle__box"
                    id=id.clone()
                    type="checkbox"
                    data-aspect=name
                    prop:checked=move || search.known.with(|known| known.contains(&aspect))
                    on:change=tick
                />
                <label class="toggle__label" for=id>{label}</label>
            </span>
        }
    };
    view! {
        <details class="explain__known">
            <summary>
                {words::ways::what_is_known()} ": " {move || words::ways::known_count(search.known.with(Vec::len))}
            </summary>
            <fieldset class="explain__facts">
                <legend class="visually-hidden">{words::ways::what_is_known()}</legend>
                {move || facts.get().into_iter().map(row).collect_view()}
            </fieldset>
        </details>
    }
}

#[component]
fn OneExplanation(
    /// The id of the button that loads it.
    id: String,
    /// The explanation.
    explanation: ToldWay,
    /// Whether it is about another guest than the open one.
    is_another: bool,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let ToldWay { words: assumed, outcome, fixes, example, .. } = explanation;
    let what = if assumed.is_empty() { as_it_is(is_another).to_owned() } else { assumed.join("; ") };
    let size = (!assumed.is_empty()).then(|| view! { <p class="reach__count">{words::ways::assumptions(assumed.len())}</p> });
    let fix = |(who, text): (String, String)| view! { <li><strong>{words::ways::who_does(who)}</strong>{text}</li> };
    let fixes = (!fixes.is_empty()).then(|| {
        view! {
            <details>
                <summary aria-label=words::ways::fix_of(&what)>{words::ways::fix()}</summary>
                <ul class="bullets">{fixes.into_iter().map(fix).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <li class="reach__way">
            {size}
            <InWords words=assumed />
            {outcome.map(|(_, outcome)| view! { <p>{words::ways::ends_with(outcome)}</p> })}
            {fixes}
            <Load example=example what=what id=id leave=leave />
        </li>
    }
}
