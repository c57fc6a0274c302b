//! The users of a home tenant: a row for each.
//!
//! Users without a part in any redemption need not be listed.

use leptos::prelude::*;
use redemption_engine::field::{Field, HomeField};

use super::bind::{commit, edit, focus_after_removal, home_mut, into_user, read_user};
use super::fictional::next_user;
use super::group::Section;
use super::lists::{joined, or_empty, read_list, read_one, read_optional};
use crate::controls::{FieldProblems, TextField, focus_when_drawn};
use crate::state::App;

/// The users of a tenant, as far as they matter.
#[component]
pub fn Users(
    /// The tenant's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let id = Field::of_home(at, HomeField::Users).to_string();
    let problems = id.clone();
    let count =
        Memo::new(move |_| app.with(|workspace| workspace.design.home_tenants.get(at).map_or(0, |tenant| tenant.users.len())));
    let add = move |_| {
        let user = app.session.with_untracked(|session| {
            let tenant = session.workspace().design.home_tenants.get(at)?;
            next_user(tenant.verified_domains.first()?, &tenant.users)
        });
        let Some(user) = user else {
            app.announce("No user added: the tenant has no verified domain yet.");
            return;
        };
        let row = count.get_untracked();
        let label = format!("User {} added", user.user_principal_name);
        edit(app, &label, move |workspace| {
            if let Some(tenant) = home_mut(workspace, at) {
                tenant.users.push(user);
            }
        });
        focus_when_drawn(user_id(at, row, "userPrincipalName"));
    };
    let stuck = Memo::new(move |_| {
        app.with(|workspace| workspace.design.home_tenants.get(at).is_none_or(|tenant| tenant.verified_domains.is_empty()))
    });
    let why_id = format!("{id}.why");
    view! {
        <Section title="Users" id=id place="In the partner's tenant: Entra ID › Users">
            <ul class="rows">
                <For each=move || 0..count.get() key=|row| *row let:row>
                    <User home=at at=row />
                </For>
            </ul>
            <FieldProblems id=problems />
            <p>
                <button
                    class="button"
                    type="button"
                    id=add_user_id(at)
                    aria-disabled=move || stuck.get().to_string()
                    aria-describedby=why_id.clone()
                    on:click=add
                >
                    "Add user"
                </button>
            </p>
            <p class="field__help" id=why_id hidden=move || !stuck.get()>"A user needs a verified domain first."</p>
        </Section>
    }
}

/// One user.
#[component]
fn User(
    /// The tenant's position.
    home: usize,
    /// The user's position in the tenant.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let name = read_user(app, home, at, |user| user.user_principal_name.to_string());
    let remove = move |_| {
        let label = format!("User {} removed", name.get_untracked());
        edit(app, &label, move |workspace| {
            if let Some(tenant) = home_mut(workspace, home)
                && at < tenant.users.len()
            {
                tenant.users.remove(at);
            }
        });
        let left = app
            .session
            .with_untracked(|session| session.workspace().design.home_tenants.get(home).map_or(0, |tenant| tenant.users.len()));
        focus_after_removal(at, left, |at| user_id(home, at, "remove"), add_user_id(home));
    };
    view! {
        <li class="row">
            <div class="row__fields">
                <TextField
                    id=user_id(home, at, "userPrincipalName")
                    label=format!("User principal name {}", at + 1)
                    input_mode="email"
                    value=name
                    commit=commit(app, "User principal name changed", read_one, into_user(home, at, |user, name| user.user_principal_name = name))
                />
                <TextField
                    id=user_id(home, at, "mail")
                    label="Mail"
                    help="Empty: as the user principal name."
                    input_mode="email"
                    value=read_user(app, home, at, |user| or_empty(user.mail.as_ref()))
                    commit=commit(app, "User's mail changed", read_optional, into_user(home, at, |user, mail| user.mail = mail))
                />
                <TextField
                    id=user_id(home, at, "aliases")
                    label="Aliases"
                    help="With commas between them."
                    input_mode="email"
                    value=read_user(app, home, at, |user| joined(&user.aliases))
                    commit=commit(app, "User's aliases changed", read_list, into_user(home, at, |user, aliases| user.aliases = aliases))
                />
            </div>
            <button class="button button--quiet row__remove" type="button" id=user_id(home, at, "remove") on:click=remove>
                "Remove"
                <span class="visually-hidden">{move || format!(": {}", name.get())}</span>
            </button>
        </li>
    }
}

fn user_id(home: usize, at: usize, part: &str) -> String {
    format!("{}.{at}.{part}", Field::of_home(home, HomeField::Users))
}

fn add_user_id(home: usize) -> String {
    format!("{}.add", Field::of_home(home, HomeField::Users))
}
