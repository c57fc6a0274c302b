//! The accounts and the mailbox of the selected guest.
//!
//! Facts about a person, not settings: no portal has them.

use leptos::prelude::*;
use redemption_engine::field::{Field, GuestField};
use redemption_engine::guest::{MicrosoftAccount, Person};

use super::bind::{commit, edit, into_guest, read_guest, switch};
use super::group::Group;
use super::lists::{joined, or_empty, read_list, read_one, read_optional};
use crate::controls::{TextField, Toggle};
use crate::state::App;

/// The id of the list of user principal names that the page suggests.
pub(super) const SUGGESTIONS: &str = "home-user-names";

/// The accounts and the mailbox that the person really has.
#[component]
pub fn Accounts(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let id = move |field: GuestField| Field::of_guest(at, field).to_string();
    let reset = Callback::new(move |()| {
        edit(app, "Accounts reset to default", move |workspace| {
            if let Some(guest) = workspace.guests.get_mut(at) {
                guest.person = Person::default();
            }
        });
    });
    view! {
        <Group
            title="Accounts and mailbox"
            changed=read_guest(app, at, |guest| guest.person != Person::default())
            reset=reset
        >
            <p class="field__help">"Facts about the person, not settings. Default: a mailbox and no account."</p>
            <TextField
                id=id(GuestField::WorkAccount)
                label="Work or school account"
                help="The user principal name. Empty: none."
                input_mode="email"
                suggestions=SUGGESTIONS
                value=read_guest(app, at, |guest| or_empty(guest.person.work_account.as_ref()))
                commit=commit(app, "Work account changed", read_optional, into_guest(at, |guest, account| guest.person.work_account = account))
            />
            <Toggle
                id=id(GuestField::LiveWorkSession)
                label="The browser is signed in with the work account"
                help="Default: no."
                value=read_guest(app, at, |guest| guest.person.live_work_session)
                switch=switch(app, "Session with the work account", into_guest(at, |guest, on| guest.person.live_work_session = on))
            />
            <PersonalAccount at=at />
            <TextField
                id=id(GuestField::GoogleAccount)
                label="Google account"
                help="Its address. Empty: none."
                input_mode="email"
                value=read_guest(app, at, |guest| or_empty(guest.person.google_account.as_ref()))
                commit=commit(app, "Google account changed", read_optional, into_guest(at, |guest, account| guest.person.google_account = account))
            />
            <Toggle
                id=id(GuestField::PartnerAccount)
                label="Account at the partner's SAML/WS-Fed provider"
                help="Default: no."
                value=read_guest(app, at, |guest| guest.person.partner_account)
                switch=switch(app, "Account at the partner's provider", into_guest(at, |guest, on| guest.person.partner_account = on))
            />
            <Toggle
                id=id(GuestField::ReadsInvitedMailbox)
                label="Reads mail sent to the invited address"
                help="Default: yes."
                value=read_guest(app, at, |guest| guest.person.reads_invited_mailbox)
                switch=switch(app, "Reading the invited mailbox", into_guest(at, |guest, on| guest.person.reads_invited_mailbox = on))
            />
        </Group>
    }
}

/// The personal Microsoft account.
#[component]
fn PersonalAccount(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let id = Field::of_guest(at, GuestField::MicrosoftAccount).to_string();
    let owns = read_guest(app, at, |guest| guest.person.microsoft_account.is_some());
    let shown = Memo::new(move |_| owns.get());
    let toggle = into_guest(at, |guest, on: bool| {
        guest.person.microsoft_account =
            on.then(|| MicrosoftAccount { sign_in_name: guest.invited_email.clone(), aliases: Vec::new() });
    });
    let name_id = format!("{id}.signInName");
    let aliases_id = format!("{id}.aliases");
    view! {
        <Toggle
            id=id
            label="Personal Microsoft account"
            help="Default: none. Turned on, it has the invited address."
            value=owns
            switch=switch(app, "Personal Microsoft account", toggle)
        />
        <Show when=move || shown.get()>
            <div class="within">
                <TextField
                    id=name_id.clone()
                    label="Sign-in name of the Microsoft account"
                    input_mode="email"
                    value=read_guest(app, at, |guest| or_empty(guest.person.microsoft_account.as_ref().map(|account| &account.sign_in_name)))
                    commit=commit(app, "Microsoft account's sign-in name changed", read_one, into_guest(at, |guest, name| {
                        if let Some(account) = &mut guest.person.microsoft_account {
                            account.sign_in_name = name;
                        }
                    }))
                />
                <TextField
                    id=aliases_id.clone()
                    label="Aliases of the Microsoft account"
                    help="With commas between them. Default: none."
                    input_mode="email"
                    value=read_guest(app, at, |guest| guest.person.microsoft_account.as_ref().map(|account| joined(&account.aliases)).unwrap_or_default())
                    commit=commit(app, "Microsoft account's aliases changed", read_list, into_guest(at, |guest, aliases| {
                        if let Some(account) = &mut guest.person.microsoft_account {
                            account.aliases = aliases;
                        }
                    }))
                />
            </div>
        </Show>
    }
}
