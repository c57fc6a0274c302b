//! Between controls and the workspace: what a control shows, and what becomes of a new value.
//!
//! Closures are boxed here, so that the page carries the code of reading and editing once, not once per field.

use leptos::prelude::*;
use redemption_engine::design::{Federation, HomeTenant, HomeUser, ResourceTenant};
use redemption_engine::guest::Guest;
use redemption_engine::workspace::Workspace;

use crate::controls::Commit;
use crate::state::App;

/// Changes the workspace as one step of the history.
pub(super) fn edit(app: App, label: &str, change: impl FnOnce(&mut Workspace) + 'static) {
    edit_boxed(app, label, Box::new(change));
}

#[inline(never)]
fn edit_boxed(app: App, label: &str, change: Box<dyn FnOnce(&mut Workspace)>) {
    app.edit(label, change);
}

/// What a control shows, read from the workspace.
pub(super) fn read<T: Send + Sync + 'static>(app: App, read: impl Fn(&Workspace) -> T + Send + Sync + 'static) -> Signal<T> {
    read_boxed(app, Box::new(read))
}

fn read_boxed<T: Send + Sync + 'static>(app: App, read: Box<dyn Fn(&Workspace) -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(move || app.with(|workspace| read(workspace)))
}

/// Reads a text and writes it into the workspace; a text that cannot be read is refused, with the reason announced.
pub(super) fn commit<T: 'static>(
    app: App,
    label: &'static str,
    parse: fn(&str) -> Result<T, String>,
    write: impl Fn(&mut Workspace, T) + Clone + Send + Sync + 'static,
) -> Commit {
    Callback::new(move |text: String| match parse(&text) {
        Ok(value) => {
            let write = write.clone();
            edit(app, label, move |workspace| write(workspace, value));
            Ok(())
        }
        Err(error) => {
            app.announce(format!("Not changed: {error}"));
            Err(error)
        }
    })
}

/// Writes a switch into the workspace; the label says what was switched.
pub(super) fn switch(
    app: App,
    what: &'static str,
    write: impl Fn(&mut Workspace, bool) + Clone + Send + Sync + 'static,
) -> Callback<bool> {
    Callback::new(move |on: bool| {
        let write = write.clone();
        let label = format!("{what} turned {}", if on { "on" } else { "off" });
        edit(app, &label, move |workspace| write(workspace, on));
    })
}

/// Writes a choice into the workspace. A value that is none of the choices is left alone.
pub(super) fn choose<T: std::str::FromStr + 'static>(
    app: App,
    label: &'static str,
    write: impl Fn(&mut Workspace, T) + Clone + Send + Sync + 'static,
) -> Callback<String> {
    Callback::new(move |value: String| {
        if let Ok(value) = value.parse::<T>() {
            let write = write.clone();
            edit(app, label, move |workspace| write(workspace, value));
        }
    })
}

/// The home tenant at a position, to change it.
pub(super) fn home_mut(workspace: &mut Workspace, at: usize) -> Option<&mut HomeTenant> {
    workspace.design.home_tenants.get_mut(at)
}

/// Reads a home tenant; the type's default once it is gone.
pub(super) fn read_home<T: Default + Send + Sync + 'static>(app: App, at: usize, of: fn(&HomeTenant) -> T) -> Signal<T> {
    read(app, move |workspace| workspace.design.home_tenants.get(at).map(of).unwrap_or_default())
}

/// Writes into a home tenant, if it is still there.
pub(super) fn into_home<T>(at: usize, write: fn(&mut HomeTenant, T)) -> impl Fn(&mut Workspace, T) + Clone + Send + Sync + 'static
where
    T: 'static,
{
    move |workspace, value| {
        if let Some(tenant) = home_mut(workspace, at) {
            write(tenant, value);
        }
    }
}

/// Reads a user of a home tenant; the type's default once it is gone.
pub(super) fn read_user<T: Default + Send + Sync + 'static>(
    app: App,
    home: usize,
    at: usize,
    of: fn(&HomeUser) -> T,
) -> Signal<T> {
    read(app, move |workspace| {
        workspace.design.home_tenants.get(home).and_then(|tenant| tenant.users.get(at)).map(of).unwrap_or_default()
    })
}

/// Writes into a user of a home tenant, if it is still there.
pub(super) fn into_user<T: 'static>(
    home: usize,
    at: usize,
    write: fn(&mut HomeUser, T),
) -> impl Fn(&mut Workspace, T) + Clone + Send + Sync + 'static {
    move |workspace, value| {
        if let Some(user) = home_mut(workspace, home).and_then(|tenant| tenant.users.get_mut(at)) {
            write(user, value);
        }
    }
}

/// Reads a federation; the type's default once it is gone.
pub(super) fn read_federation<T: Default + Send + Sync + 'static>(app: App, at: usize, of: fn(&Federation) -> T) -> Signal<T> {
    read(app, move |workspace| workspace.design.resource_tenant.federations.get(at).map(of).unwrap_or_default())
}

/// Writes into a federation, if it is still there.
pub(super) fn into_federation<T: 'static>(
    at: usize,
    write: fn(&mut Federation, T),
) -> impl Fn(&mut Workspace, T) + Clone + Send + Sync + 'static {
    move |workspace, value| {
        if let Some(federation) = workspace.design.resource_tenant.federations.get_mut(at) {
            write(federation, value);
        }
    }
}

/// Reads the resource tenant.
pub(super) fn read_resource<T: Send + Sync + 'static>(app: App, of: fn(&ResourceTenant) -> T) -> Signal<T> {
    read(app, move |workspace| of(&workspace.design.resource_tenant))
}

/// Writes into the resource tenant.
pub(super) fn into_resource<T: 'static>(
    write: fn(&mut ResourceTenant, T),
) -> impl Fn(&mut Workspace, T) + Clone + Send + Sync + 'static {
    move |workspace, value| write(&mut workspace.design.resource_tenant, value)
}

/// Reads a guest; the type's default once they are gone.
pub(super) fn read_guest<T: Default + Send + Sync + 'static>(app: App, at: usize, of: fn(&Guest) -> T) -> Signal<T> {
    read(app, move |workspace| workspace.guests.get(at).map(of).unwrap_or_default())
}

/// Writes into a guest, if they are still there.
pub(super) fn into_guest<T: 'static>(
    at: usize,
    write: fn(&mut Guest, T),
) -> impl Fn(&mut Workspace, T) + Clone + Send + Sync + 'static {
    move |workspace, value| {
        if let Some(guest) = workspace.guests.get_mut(at) {
            write(guest, value);
        }
    }
}

/// Whether the resource tenant differs from a brand-new one in some part.
pub(super) fn differs(app: App, part: fn(&ResourceTenant, &ResourceTenant) -> bool) -> Signal<bool> {
    let differs = Memo::new(move |_| app.resource(|now| part(now, &ResourceTenant::default())));
    differs.into()
}

/// Sets some part of the resource tenant as it is in a brand-new one.
pub(super) fn reset(app: App, label: &'static str, part: fn(&mut ResourceTenant, ResourceTenant)) -> Callback<()> {
    Callback::new(move |()| {
        edit(app, label, move |workspace| part(&mut workspace.design.resource_tenant, ResourceTenant::default()))
    })
}

/// Focuses an element once the page has been drawn anew, without scrolling.
pub(super) fn keep_focus(id: String) {
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        focus(&id);
    });
}

fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A refused focus stays where it is.
        drop(element.focus());
    }
}

/// After a row is removed from a list that now has `left` rows: keeps the focus at the row in its place, else at another control.
pub(super) fn focus_after_removal(at: usize, left: usize, row: impl Fn(usize) -> String, otherwise: String) {
    keep_focus(if at < left { row(at) } else { otherwise });
}
