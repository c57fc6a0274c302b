//! The redemption order: which providers are asked first, and the fallback.
//!
//! Moving is by buttons. The focus stays at the button that was used: the other rows move past its row.

use leptos::html;
use leptos::prelude::*;
use redemption_engine::design::{FallbackProvider, PrimaryProvider, RedemptionOrder, ResourceTenant};
use redemption_engine::field::{Field, ResourceField};
use redemption_engine::problems::ProblemCode;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::about::About;
use super::bind::{edit, keep_focus, keep_in_view};
use super::lists::{boxes_of, fallback_of, moved};
use super::setting::{Kind, Setting, names, setting};
use crate::controls::{FieldError, FieldProblems};
use crate::state::{App, Refusal};
use crate::words;

/// The redemption order of the default cross-tenant access settings, in its two parts.
pub(super) const ORDER: &[Setting<ResourceTenant>] = &[
    setting(
        "redemptionOrder.primary",
        words::resource::primary_identity_providers(),
        "",
        Kind::Part {
            show: |resource| names(resource.redemption_order.primary()),
            put: |resource, text| {
                let primary = text.lines().filter_map(|name| name.parse().ok()).collect();
                set_primary_of(resource, primary);
            },
            view: |_, _| view! { <Primary /> }.into_any(),
        },
    ),
    setting(
        "redemptionOrder.fallback",
        words::resource::fallback_identity_providers(),
        "",
        Kind::Part {
            show: |resource| names(&[resource.redemption_order.fallback()]),
            put: |resource, text| {
                if let Ok(fallback) = text.parse() {
                    set_fallback(resource, fallback);
                }
            },
            view: |_, _| view! { <Fallback /> }.into_any(),
        },
    ),
];

/// The primary identity providers: the enabled ones in order, then the others.
#[component]
fn Primary() -> impl IntoView {
    let app = App::expect();
    let id = Field::resource(ResourceField::OrderPrimary).to_string();
    let enabled = Memo::new(move |_| app.resource(|resource| resource.redemption_order.primary().to_vec()));
    let divided = move |on: bool| {
        enabled.with(|enabled| PrimaryProvider::iter().filter(|provider| enabled.contains(provider) == on).collect::<Vec<_>>())
    };
    let off = Memo::new(move |_| divided(false));
    // In an order that never changes: rows are drawn in it and arranged afterwards, so that none is taken out and put in again.
    let on = Memo::new(move |_| divided(true));
    let list = NodeRef::<html::Ol>::new();
    Effect::new(move |_| {
        on.track();
        let order = enabled.get();
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            if let Some(list) = list.try_get_untracked().flatten() {
                arrange(&list, &order);
            }
        });
    });
    view! {
        <fieldset class="order" id=id.clone() tabindex="-1" aria-describedby=format!("{id}-help {id}-problems")>
            <legend class="field__label">{words::resource::primary_identity_providers()}</legend>
            <p class="field__help" id=format!("{id}-help")>
                {words::resource::asked_top_default_microsoft_entra()}
            </p>
            <ol class="order__list" node_ref=list>
                <For each=move || on.get() key=|provider| *provider let:provider>
                    <Enabled provider=provider enabled=enabled />
                </For>
            </ol>
            <p class="order__none" hidden=move || enabled.with(|enabled| !enabled.is_empty())>
                {words::resource::no_primary_provider_on_every()}
            </p>
            <div hidden=move || off.with(Vec::is_empty)>
                <p class="order__off">{words::resource::turned_off()}</p>
                <ul class="order__list">
                    <For each=move || off.get() key=|provider| *provider let:provider>
                        <TurnedOff provider=provider />
                    </For>
                </ul>
            </div>
            <FieldProblems id=id.clone() />
        </fieldset>
    }
}

/// Puts the rows into this order. The row with the focus stays where it is and the others move past it: a moved element loses the focus, and giving it
/// back takes the browser longer than all else about a move.
fn arrange(list: &web_sys::Element, order: &[PrimaryProvider]) {
    let rows: Vec<web_sys::Element> =
        order.iter().filter_map(|provider| document().get_element_by_id(&row_id(*provider))).collect();
    let used = document().active_element();
    let fixed = used.and_then(|used| rows.iter().position(|row| row.contains(Some(&used)))).unwrap_or_default();
    let Some((above, [fixed, below @ ..])) = rows.split_at_checked(fixed) else { return };
    let mut next = fixed.clone();
    for row in above.iter().rev() {
        if next.previous_element_sibling().as_ref() != Some(row) {
            // Both are in the list.
            drop(list.insert_before(row, Some(&next)));
        }
        next = row.clone();
    }
    let mut last = fixed.clone();
    for row in below {
        if last.next_element_sibling().as_ref() != Some(row) {
            drop(list.insert_before(row, last.next_sibling().as_ref()));
        }
        last = row.clone();
    }
}

/// A provider that is asked.
#[component]
fn Enabled(
    /// The provider.
    provider: PrimaryProvider,
    /// All providers that are asked, in order.
    enabled: Memo<Vec<PrimaryProvider>>,
) -> impl IntoView {
    let app = App::expect();
    let number = move || enabled.with(|enabled| enabled.iter().position(|other| *other == provider)).map(|position| position + 1);
    let stuck = move |up: bool| enabled.with(|enabled| moved(enabled, provider, up).is_none());
    let shift = move |up: bool| {
        let order = enabled.get_untracked();
        let name = short(provider);
        match moved(&order, provider, up) {
            Some((order, position)) => {
                let label = words::resource::moved_to_position_of(name, position + 1, order.len());
                set_primary(app, &label, order);
                keep_in_view(button_id(provider, if up { "up" } else { "down" }));
            }
            None => {
                app.announce(if up { words::resource::is_already_first(name) } else { words::resource::is_already_last(name) })
            }
        }
    };
    let turn_off = move |_| {
        let order = enabled.get_untracked().into_iter().filter(|other| *other != provider).collect();
        set_primary(app, &words::resource::turned_off_in_redemption_order(short(provider)), order);
        keep_focus(button_id(provider, "on"));
    };
    let mover = move |up: bool, label: &'static str| {
        view! {
            <button
                class="button order__button"
                type="button"
                id=button_id(provider, if up { "up" } else { "down" })
                aria-disabled=move || stuck(up).to_string()
                on:click=move |_| shift(up)
            >
                {label}
                <span class="visually-hidden">{format!(": {}", short(provider))}</span>
            </button>
        }
    };
    view! {
        <li class="order__row" id=row_id(provider)>
            <span class="order__name">
                <span class="order__number">{number}</span>
                {wording::primary(provider)}
            </span>
            <span class="order__buttons">
                {mover(true, words::resource::move_up())} {mover(false, words::resource::move_down())}
                <button class="button order__button" type="button" id=button_id(provider, "off") on:click=turn_off>
                    {words::resource::turn_off()}
                    <span class="visually-hidden">{format!(": {}", short(provider))}</span>
                </button>
            </span>
        </li>
    }
}

/// A provider that is not asked.
#[component]
fn TurnedOff(
    /// The provider.
    provider: PrimaryProvider,
) -> impl IntoView {
    let app = App::expect();
    let turn_on = move |_| {
        let mut order =
            app.session.with_untracked(|session| session.workspace().design.resource_tenant.redemption_order.primary().to_vec());
        order.push(provider);
        set_primary(app, &words::resource::turned_on_at_position(short(provider), order.len()), order);
        keep_focus(button_id(provider, "off"));
    };
    view! {
        <li class="order__row order__row--off">
            <span class="order__name">{wording::primary(provider)}</span>
            <span class="order__buttons">
                <button class="button order__button" type="button" id=button_id(provider, "on") on:click=turn_on>
                    {words::resource::turn_on()}
                    <span class="visually-hidden">{format!(": {}", short(provider))}</span>
                </button>
            </span>
        </li>
    }
}

/// The fallback as the admin center asks for it: two check boxes, at least one on.
#[component]
fn Fallback() -> impl IntoView {
    let app = App::expect();
    let id = Field::resource(ResourceField::OrderFallback).to_string();
    let now = Memo::new(move |_| app.resource(|resource| resource.redemption_order.fallback()));
    // The fallback for which the last box was to be un-ticked; the refusal goes with the next change.
    let refused = RwSignal::new(None::<FallbackProvider>);
    let refusal = Memo::new(move |_| (refused.get() == Some(now.get())).then(both_off));
    let value = Signal::derive(move || <&str>::from(now.get()).to_owned());
    let listed = StoredValue::new(id.clone());
    let gone = id.clone();
    on_cleanup(move || app.refused.strike(&gone));
    let set = move |event: web_sys::Event, account: bool| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let (was_account, was_passcode) = boxes_of(now.get_untracked());
        let wanted = input.checked();
        let boxes = if account { (wanted, was_passcode) } else { (was_account, wanted) };
        let name = if account { words::resource::microsoft_account() } else { words::resource::email_one_time_passcode() };
        match fallback_of(boxes.0, boxes.1) {
            Some(fallback) => {
                refused.set(None);
                app.refused.strike(&listed.get_value());
                let label =
                    if wanted { words::resource::fallback_turned_on(name) } else { words::resource::fallback_turned_off(name) };
                edit(app, &label, move |workspace| set_fallback(&mut workspace.design.resource_tenant, fallback));
            }
            None => {
                input.set_checked(true);
                refused.set(Some(now.get_untracked()));
                let refusal = both_off();
                app.refused.list(&listed.get_value(), &refusal, value);
                app.announce(refusal.why);
            }
        }
    };
    let described = format!("{id}-help {id}-error {id}-problems");
    let box_of = move |account: bool, name: &'static str, label: &'static str, id: &str| {
        let id = format!("{id}.{name}");
        view! {
            <span class="toggle">
                <input
                    class="toggle__box"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=move || {
                        let (microsoft_account, passcode) = boxes_of(now.get());
                        if account { microsoft_account } else { passcode }
                    }
                    on:change=move |event| set(event, account)
                />
                <label class="toggle__label" for=id>{label}</label>
            </span>
        }
    };
    view! {
        <fieldset class="field" id=id.clone() tabindex="-1" aria-describedby=described>
            <legend class="field__label">{words::resource::fallback_identity_providers()}</legend>
            {box_of(true, "microsoftAccount", words::resource::microsoft_account(), &id)}
            {box_of(false, "emailOneTimePasscode", words::resource::email_one_time_passcode(), &id)}
            <p class="field__help" id=format!("{id}-help")>
                {words::resource::used_no_primary_provider_matches()}
            </p>
            <FieldError id=format!("{id}-error") refusal=refusal />
            <FieldProblems id=id.clone() />
        </fieldset>
        <About fields=Vec::new() cards=&["C4"] />
    }
}

fn both_off() -> Refusal {
    Refusal::new(ProblemCode::NoFallback, words::resource::least_one_fallback_identity_provider())
}

/// A provider's name where a sentence needs a short one.
fn short(provider: PrimaryProvider) -> &'static str {
    match provider {
        PrimaryProvider::AzureActiveDirectory => words::resource::microsoft_entra_id(),
        PrimaryProvider::ExternalFederation => words::resource::saml_ws_fed(),
        PrimaryProvider::SocialIdentityProviders => words::resource::social_identity_providers(),
    }
}

fn button_id(provider: PrimaryProvider, button: &str) -> String {
    format!("{}.{}.{button}", Field::resource(ResourceField::OrderPrimary), <&str>::from(provider))
}

fn row_id(provider: PrimaryProvider) -> String {
    format!("{}.{}", Field::resource(ResourceField::OrderPrimary), <&str>::from(provider))
}

fn set_primary(app: App, label: &str, primary: Vec<PrimaryProvider>) {
    edit(app, label, move |workspace| set_primary_of(&mut workspace.design.resource_tenant, primary));
}

fn set_primary_of(resource: &mut ResourceTenant, primary: Vec<PrimaryProvider>) {
    // Moves and switches keep each provider once; another order would be refused and leave the present one.
    if let Ok(order) = RedemptionOrder::new(primary, resource.redemption_order.fallback()) {
        resource.redemption_order = order;
    }
}

fn set_fallback(resource: &mut ResourceTenant, fallback: FallbackProvider) {
    if let Ok(order) = RedemptionOrder::new(resource.redemption_order.primary().to_vec(), fallback) {
        resource.redemption_order = order;
    }
}
