//! The selected guest: who they are, which accounts they own, how they were invited and how they come in.
//!
//! The story stays when facts change: the run shows what becomes of it.

use leptos::prelude::*;
use redemption_engine::field::{Field, GuestField};
use redemption_engine::guest::{Guest, Invitation, Person, TargetApp, UserType, WayIn};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::accounts::{Accounts, SUGGESTIONS};
use super::bind::{choose, commit, edit, into_guest, read_guest, switch};
use super::fictional::{at as address, next_person, own_domain};
use super::group::Group;
use super::lists::{next_free, or_empty, read_name, read_one, read_optional, read_optional_text};
use super::who::{self, Kind};
use crate::controls::{Choice, TextField, Toggle, focus_when_drawn};
use crate::state::App;

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
                view! { <p class="setup__note">"There is no guest, so there is nothing to replay. Add one."</p> }.into_any()
            }
        }}
    }
}

/// Adds, copies and removes guests.
#[component]
fn Buttons(
    /// The selected guest's position.
    selected: Memo<Option<usize>>,
) -> impl IntoView {
    let app = App::expect();
    let add = move |_| {
        let guest = app.session.with_untracked(|session| {
            let workspace = session.workspace();
            let name = next_person(|name| workspace.guests.iter().any(|guest| guest.display_name == name));
            let domain = own_domain(&workspace.design)?;
            let local: String = name.to_lowercase().split_whitespace().collect();
            Some(new_guest(name, address(&local, domain.as_str())?))
        });
        let Some(guest) = guest else { return };
        let at = app.session.with_untracked(|session| session.workspace().guests.len());
        let label = format!("Guest {} added", guest.display_name);
        edit(app, &label, move |workspace| workspace.guests.push(guest));
        app.select_guest(at);
        app.announce(label);
        focus_when_drawn(who_id(at));
    };
    let duplicate = move |_| {
        let Some(at) = selected.get_untracked() else { return };
        let copy = app.session.with_untracked(|session| {
            let guests = &session.workspace().guests;
            let mut copy = guests.get(at)?.clone();
            copy.display_name = next_free(&copy.display_name, |name| guests.iter().any(|guest| guest.display_name == name));
            Some(copy)
        });
        let Some(copy) = copy else { return };
        let label = format!("Guest duplicated as {}", copy.display_name);
        edit(app, &label, move |workspace| {
            let place = (at + 1).min(workspace.guests.len());
            workspace.guests.insert(place, copy);
        });
        app.select_guest(at + 1);
        app.announce(label);
    };
    let remove = move |_| {
        let Some(at) = selected.get_untracked() else { return };
        let name =
            app.session.with_untracked(|session| session.guest().map(|guest| guest.display_name.clone()).unwrap_or_default());
        edit(app, &format!("Guest {name} removed"), move |workspace| {
            if at < workspace.guests.len() {
                workspace.guests.remove(at);
            }
        });
    };
    let none = move || selected.with(Option::is_none).to_string();
    // Where there is no guest, what leads to the first guest's address leads here.
    let instead = move || selected.with(Option::is_none).then(|| Field::of_guest(0, GuestField::InvitedEmail).to_string());
    view! {
        <p class="setup__buttons">
            <button class="button" type="button" id=instead on:click=add>"Add guest"</button>
            <button class="button" type="button" aria-disabled=none on:click=duplicate>"Duplicate guest"</button>
            <button class="button" type="button" aria-disabled=none on:click=remove>"Remove guest"</button>
        </p>
    }
}

/// A guest with a mailbox and no account, invited as the admin center invites.
fn new_guest(display_name: String, invited_email: redemption_engine::address::EmailAddress) -> Guest {
    Guest {
        display_name,
        invited_email,
        person: Person::default(),
        invitation: Invitation::default(),
        way_in: WayIn::default(),
        target_app: TargetApp::default(),
        sign_in_name: None,
        story: Vec::new(),
    }
}

/// Everything about one guest.
#[component]
fn GuestForm(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    view! {
        <Who at=at />
        <Accounts at=at />
        <Invited at=at />
        <Coming at=at />
    }
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
        let other = kind.with(Option::is_none).then(|| (String::new(), "Somebody else: see the facts below".to_owned()));
        let kinds = Kind::iter().map(|kind| (<&str>::from(kind).to_owned(), who::label(kind).to_owned()));
        other.into_iter().chain(kinds).collect::<Vec<_>>()
    });
    let rewrite = Callback::new(move |value: String| {
        if let Ok(kind) = value.parse::<Kind>() {
            let label = format!("Guest made: {}", who::label(kind));
            edit(app, &label, move |workspace| who::make(workspace, at, kind));
        }
    });
    let value = Signal::derive(move || kind.get().map(|kind| <&str>::from(kind).to_owned()).unwrap_or_default());
    view! {
        <div class="who">
            <Choice
                id=who_id(at)
                label="Who is it?"
                help="Rewrites address and accounts. A work account is added to a home tenant, and a partner with SAML/WS-Fed gets a federation that covers the domain, where they are missing."
                value=value
                options=options
                choose=rewrite
            />
            <TextField
                id=Field::of_guest(at, GuestField::DisplayName).to_string()
                label="Display name"
                value=read_guest(app, at, |guest| guest.display_name.clone())
                commit=commit(app, "Guest renamed", read_name, into_guest(at, |guest, name| guest.display_name = name))
            />
            <TextField
                id=Field::of_guest(at, GuestField::InvitedEmail).to_string()
                label="Invited address"
                help="The address that the invitation is for."
                input_mode="email"
                value=read_guest(app, at, |guest| guest.invited_email.to_string())
                commit=commit(app, "Invited address changed", read_one, into_guest(at, |guest, invited| guest.invited_email = invited))
            />
        </div>
    }
}

/// How the guest was invited, and what became of the guest object.
#[component]
fn Invited(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let id = move |field: GuestField| Field::of_guest(at, field).to_string();
    let reset = Callback::new(move |()| {
        edit(app, "Invitation reset to default", move |workspace| {
            if let Some(guest) = workspace.guests.get_mut(at) {
                guest.invitation = Invitation::default();
            }
        });
    });
    let user_types: Vec<(String, String)> =
        UserType::iter().map(|kind| (<&str>::from(kind).to_owned(), <&str>::from(kind).to_owned())).collect();
    view! {
        <Group
            title="Invitation"
            place="Users › New user › Invite external user"
            changed=read_guest(app, at, |guest| guest.invitation != Invitation::default())
            reset=reset
        >
            <Toggle
                id=id(GuestField::SendInvitationMessage)
                label="Send invite message"
                help="Default: on."
                value=read_guest(app, at, |guest| guest.invitation.send_invitation_message)
                switch=switch(app, "Invite message", into_guest(at, |guest, on| guest.invitation.send_invitation_message = on))
            />
            <Choice
                id=id(GuestField::InvitedUserType)
                label="User type"
                help="Default: Guest. It does not change how the guest signs in."
                value=read_guest(app, at, |guest| <&str>::from(guest.invitation.invited_user_type).to_owned())
                options=user_types
                choose=choose(app, "User type changed", into_guest(at, |guest, kind| guest.invitation.invited_user_type = kind))
            />
            <TextField
                id=id(GuestField::InviteRedirectUrl)
                label="Invite redirect URL"
                help="Where this invitation's mail link lands. Empty: as the resource tenant has it."
                placeholder="https://myapps.microsoft.com"
                input_mode="url"
                value=read_guest(app, at, |guest| or_empty(guest.invitation.invite_redirect_url.as_ref()))
                commit=commit(app, "Invitation's redirect URL changed", read_optional_text, into_guest(at, |guest, url| guest.invitation.invite_redirect_url = url))
            />
            <Toggle
                id=id(GuestField::ContactConflict)
                label="A contact object owns the invited address"
                help="Default: no. Then the guest object has no proxyAddresses."
                value=read_guest(app, at, |guest| guest.invitation.contact_conflict)
                switch=switch(app, "Contact conflict", into_guest(at, |guest, on| guest.invitation.contact_conflict = on))
            />
            <Toggle
                id=id(GuestField::AccountDisabled)
                label="The guest object is disabled"
                help="Users › the guest › Account status. Default: no."
                value=read_guest(app, at, |guest| guest.invitation.account_disabled)
                switch=switch(app, "Disabled guest object", into_guest(at, |guest, on| guest.invitation.account_disabled = on))
            />
        </Group>
    }
}

/// How the guest comes in.
#[component]
fn Coming(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let id = move |field: GuestField| Field::of_guest(at, field).to_string();
    let changed = read_guest(app, at, |guest| {
        guest.way_in != WayIn::default() || guest.target_app != TargetApp::default() || guest.sign_in_name.is_some()
    });
    let reset = Callback::new(move |()| {
        edit(app, "Way in reset to default", move |workspace| {
            if let Some(guest) = workspace.guests.get_mut(at) {
                guest.way_in = WayIn::default();
                guest.target_app = TargetApp::default();
                guest.sign_in_name = None;
            }
        });
    });
    let ways: Vec<(String, String)> =
        WayIn::iter().map(|way| (<&str>::from(way).to_owned(), wording::way_in(way).to_owned())).collect();
    let apps: Vec<(String, String)> =
        TargetApp::iter().map(|app| (<&str>::from(app).to_owned(), wording::target_app(app).to_owned())).collect();
    view! {
        <Group title="Way in" changed=changed reset=reset>
            <Choice
                id=id(GuestField::WayIn)
                label="Way in"
                help="Default: the link in the invitation mail."
                value=read_guest(app, at, |guest| <&str>::from(guest.way_in).to_owned())
                options=ways
                choose=choose(app, "Way in changed", into_guest(at, |guest, way| guest.way_in = way))
            />
            <Choice
                id=id(GuestField::TargetApp)
                label="App"
                help="Default: My Apps."
                value=read_guest(app, at, |guest| <&str>::from(guest.target_app).to_owned())
                options=apps
                choose=choose(app, "App changed", into_guest(at, |guest, target| guest.target_app = target))
            />
            <TextField
                id=id(GuestField::SignInName)
                label="Name typed at sign-in"
                help="Empty: the invited address."
                input_mode="email"
                value=read_guest(app, at, |guest| or_empty(guest.sign_in_name.as_ref()))
                commit=commit(app, "Name typed at sign-in changed", read_optional, into_guest(at, |guest, name| guest.sign_in_name = name))
            />
        </Group>
    }
}
