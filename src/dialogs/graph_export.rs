//! Changes as requests to Microsoft Graph: what makes a tenant into the open scenario, how that is put back, and what stays behind.
//!
//! Nothing is sent. Requests, scripts and JSON are made by the engine; what is compared is chosen here.

mod parts;

use leptos::prelude::*;
use redemption_engine::design::Design;
use redemption_engine::graph::changes::{changes, new_tenant};

use crate::controls::{Choice, Modal};
use crate::state::{App, Dialog};
use crate::words;

/// The name of a new tenant among the ids of scenarios.
const NEW_TENANT: &str = "";

/// The dialog for what changes in a tenant.
#[component]
pub fn GraphExport() -> impl IntoView {
    view! {
        <Modal kind=Dialog::GraphExport title=words::export::changes_as_graph_requests()>
            <Content />
        </Modal>
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let chosen = RwSignal::new(NEW_TENANT.to_owned());
    let options = Memo::new(move |_| {
        let open = app.store.id.get();
        let saved = app.store.list().saved.into_iter().filter(|saved| saved.id != open);
        let mut options = vec![(NEW_TENANT.to_owned(), words::export::new_tenant_documented_defaults().to_owned())];
        options.extend(saved.map(|saved| (saved.id, saved.workspace.name)));
        options
    });
    let design = Memo::new(move |_| app.with(|workspace| workspace.design.clone()));
    let made = Memo::new(move |_| {
        let saved = chosen.with(|id| if id == NEW_TENANT { None } else { app.store.load(id) });
        let from: Design = saved.map_or_else(|| design.with(new_tenant), |saved| saved.workspace.design);
        design.with(|to| changes(&from, to))
    });
    view! {
        <p class="lead">
            {words::export::administrator_sends_to_make_tenant()}
        </p>
        <Choice
            id="graph-export-from"
            label=words::export::tenant_as_now()
            help=words::export::import_your_tenant_into_scenario()
            value=chosen
            options=options
            choose=Callback::new(move |id| chosen.set(id))
        />
        <parts::Requests made=made />
        <parts::Scripts made=made />
        <parts::Resources design=design />
        <parts::LeftOut design=design made=made />
    }
}
