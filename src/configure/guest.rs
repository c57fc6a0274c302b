//! The selected guest: who they are, which accounts they own, how they were invited and how they come in.
//!
//! The story stays when facts change: the run shows what becomes of it.

use leptos::prelude::*;
use redemption_engine::field::{Field, GuestField};
use redemption_engine::guest::Guest;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::about::AboutFacts;
use super::bind::edit;
use super::fictional::{at as address, next_person, own_domain};
use super::form::{Rows, SUGGESTIONS, draw, named, rows};
use super::group::{Ground, Group, draw_groups, group};
use super::imported::{BeginAnew, Imported};
use super::lists::next_free;
use super::setting::{Setting, flag, line, name, one, setting};
use super::who::{self, Kind};
use super::{invitation, person, subject};
use crate::controls::{Choice, focus_when_drawn};
use crate::state::App;
use crate::words;

const NAMES: &[Setting<Guest>] = &[
    setting("displayName", words::common::display_name(), words::guest::display_name_help(), name!(display_name)),
    setting("invitedEmail", words::guest::invited_address(), words::guest::invited_address_help(), line!(invited_email, "email")),
    setting(
        "secondAddress",
        words::guest::another_address_same_person(),
        words::guest::another_address_same_person_help(),
        line!(second_address, "email"),
    ),
];

const COMING: &[Setting<Guest>] = &[
    setting("wayIn", words::guest::way_in(), words::guest::way_in_help(), one!(way_in, wording::way_in)),
    setting("targetApp", words::guest::app(), words::guest::app_help(), one!(target_app, wording::target_app)),
    setting(
        "signInName",
        words::guest::name_typed_at_sign_in(),
        words::guest::name_typed_at_sign_in_help(),
        line!(sign_in_name, "email"),
    ),
    setting(
        "notAssigned",
        words::guest::guest_not_assigned_to_application(),
        words::guest::guest_not_assigned_to_application_help(),
        flag!(not_assigned),
    ),
];

/// The selected guest's form, with the buttons that add and remove guests.
#[component]
pub fn GuestPart() -> impl IntoView {
    let app = App::expect();
    let selected = Memo::new(move |_| app.session.with(|session| session.guest().map(|_| session.view().guest)));
    let names = Memo::new(move |_| {
        app.with(|workspace| {
            let users = workspace.design.home_tenants.iter().flat_map(|tenant| &tenant.users);
            users.map(|user| user.user_principal_name.to_string()).collect::<Vec<_>>()
        })
    });
    view! {
        <Buttons selected=selected />
        <datalist id=SUGGESTIONS>
            {move || names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
        </datalist>
        {move || match selected.get() {
            Some(at) => view! { <GuestForm at=at /> }.into_any(),
            None => {
                view! { <p class="setup__note">{words::guest::no_guest_nothing_to_replay()}</p> }.into_any()
            }
        }}
    }
}

/// Adds a guest with an address of the first home tenant, selects it, and answers its position.
pub(crate) fn add_guest(app: App) -> Option<usize> {
    let (at, guest) = app.session.with_untracked(|session| {
        let workspace = session.workspace();
        let name = next_person(|name| workspace.guests.iter().any(|guest| guest.display_name == name));
        let domain = own_domain(&workspace.design)?;
        let local: String = name.to_lowercase().split_whitespace().collect();
        Some((workspace.guests.len(), Guest::invited(name, address(&local, domain.as_str())?)))
    })?;
    let label = words::guest::guest_added(&guest.display_name);
    edit(app, &label, move |workspace| workspace.guests.push(guest));
    app.select_guest(at);
    app.announce(label);
    Some(at)
}

/// Puts a copy of the selected guest behind them and selects it.
pub(crate) fn duplicate_guest(app: App) {
    let copied = app.session.with_untracked(|session| {
        let guests = &session.workspace().guests;
        let at = session.view().guest;
        let mut copy = guests.get(at)?.clone();
        copy.display_name = next_free(&copy.display_name, |name| guests.iter().any(|guest| guest.display_name == name));
        Some((at, copy))
    });
    let Some((at, copy)) = copied else { return app.announce(words::status::no_guest()) };
    let label = words::guest::guest_duplicated_as(&copy.display_name);
    edit(app, &label, move |workspace| {
        let place = (at + 1).min(workspace.guests.len());
        workspace.guests.insert(place, copy);
    });
    app.select_guest(at + 1);
    app.announce(label);
}

/// Leads to the name of the selected guest.
pub(crate) fn rename_guest(app: App) {
    match selected(app) {
        Some((at, _)) => app.focus_field(&Field::of_guest(at, GuestField::DisplayName)),
        None => app.announce(words::status::no_guest()),
    }
}

/// Removes the selected guest.
pub(crate) fn remove_guest(app: App) {
    let Some((at, name)) = selected(app) else { return app.announce(words::status::no_guest()) };
    edit(app, &words::guest::guest_removed(&name), move |workspace| {
        if at < workspace.guests.len() {
            workspace.guests.remove(at);
        }
    });
}

/// Position and name of the selected guest.
fn selected(app: App) -> Option<(usize, String)> {
    app.session.with_untracked(|session| session.guest().map(|guest| (session.view().guest, guest.display_name.clone())))
}

/// Adds, copies and removes guests.
#[component]
fn Buttons(
    /// The selected guest's position.
    selected: Memo<Option<usize>>,
) -> impl IntoView {
    let app = App::expect();
    let add = move |_| {
        if let Some(at) = add_guest(app) {
            focus_when_drawn(who_id(at));
        }
    };
    let none = move || selected.with(Option::is_none).to_string();
    // Where there is no guest, what leads to the first guest's address leads here.
    let instead = move || selected.with(Option::is_none).then(|| Field::of_guest(0, GuestField::InvitedEmail).to_string());
    view! {
        <p class="setup__buttons">
            <button class="button" type="button" id=instead on:click=add>{words::guest::add_guest()}</button>
            <button class="button" type="button" aria-disabled=none on:click=move |_| duplicate_guest(app)>{words::guest::duplicate_guest()}</button>
            <button class="button" type="button" aria-disabled=none on:click=move |_| remove_guest(app)>{words::guest::remove_guest()}</button>
        </p>
    }
}

/// Everything about one guest.
#[component]
fn GuestForm(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    view! {
        <Imported />
        <BeginAnew at=at />
        <Who at=at />
        {draw_groups(groups(at), Ground::Form)}
    }
}

/// Everything about one guest beside the name.
pub(super) fn groups(at: usize) -> Vec<Group> {
    let mut groups = person::groups(at);
    groups.extend(invitation::groups(at));
    groups.push(group(words::guest::way_in(), "", rows(subject::guest(at), COMING)));
    groups
}

/// The name and the addresses.
pub(super) fn names(at: usize) -> Rows {
    rows(subject::guest(at), NAMES)
}

fn who_id(at: usize) -> String {
    format!("guest.{at}.who")
}

/// The kind of guest, and the name.
#[component]
fn Who(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let kind = Memo::new(move |_| {
        app.with(|workspace| workspace.guests.get(at).and_then(|guest| who::recognise(&workspace.design, guest)))
    });
    let options = Memo::new(move |_| {
        let other = kind.with(Option::is_none).then(|| (String::new(), words::guest::somebody_else_see_facts_below().to_owned()));
        let kinds = Kind::iter().map(|kind| (<&str>::from(kind).to_owned(), who::label(kind).to_owned()));
        other.into_iter().chain(kinds).collect::<Vec<_>>()
    });
    let rewrite = Callback::new(move |value: String| {
        if let Ok(kind) = value.parse::<Kind>() {
            let label = words::guest::guest_made(who::label(kind));
            edit(app, &label, move |workspace| who::make(workspace, at, kind));
        }
    });
    let value = Signal::derive(move || kind.get().map(|kind| <&str>::from(kind).to_owned()).unwrap_or_default());
    view! {
        <div class="who">
            <Choice
                id=who_id(at)
                label=words::guest::who_is_it()
                help=words::guest::rewrites_address_and_accounts_work()
                value=value
                options=options
                choose=rewrite
            />
            {draw(&names(at), false)}
            <AboutFacts of=words::common::guest() fields=named(&names(at)) />
        </div>
    }
}
