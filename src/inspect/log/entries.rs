//! The logs of both tenants: whose log, which log, its entries so far, and buttons that save them as files.
//!
//! What an entry says is in `details.rs`.

use leptos::prelude::*;
use redemption_engine::log::export::{audit_csv, audit_json, sign_in_csv, sign_in_json};
use redemption_engine::log::{AuditEntry, SignInEntry, Whose, audit_entries, sign_in_entries};

use super::details;
use crate::files;
use crate::state::App;
use crate::words;

/// Which log is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Log {
    Audit,
    SignIn,
}

/// The format of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Json,
}

/// The entries of both logs at the cursor, and the tenants that have a log.
#[derive(Clone, Default, PartialEq)]
struct Found {
    tenants: Vec<(Whose, String)>,
    audit: Vec<AuditEntry>,
    sign_ins: Vec<SignInEntry>,
}

impl Found {
    fn of(&self, tenant: Whose) -> (Vec<AuditEntry>, Vec<SignInEntry>) {
        let audit = self.audit.iter().filter(|entry| entry.tenant == tenant).cloned().collect();
        (audit, self.sign_ins.iter().filter(|entry| entry.tenant == tenant).cloned().collect())
    }
}

/// The logs at the cursor.
#[component]
pub(super) fn Logs() -> impl IntoView {
    let app = App::expect();
    let log = RwSignal::new(Log::Audit);
    let wanted = RwSignal::new(Whose::Resource);
    let found = app.after_paint(move || found(app));
    // A home tenant without entries has no button, so the resource tenant's log is shown in its place.
    let tenant = Memo::new(move |_| {
        let wanted = wanted.get();
        let is_there = found.with(|found| found.tenants.iter().any(|(tenant, _)| *tenant == wanted));
        if is_there { wanted } else { Whose::Resource }
    });
    let shown = Memo::new(move |_| found.with(|found| found.of(tenant.get())));
    let tenants = Memo::new(move |_| found.with(|found| found.tenants.clone()));
    let of_tenant = move |(each, name): (Whose, String)| {
        view! {
            <button class="button" type="button" aria-pressed=move || (tenant.get() == each).to_string() on:click=move |_| wanted.set(each)>
                {name}
            </button>
        }
    };
    let of_log = move |each: Log| {
        let count = move || shown.with(|(audit, sign_ins)| if each == Log::Audit { audit.len() } else { sign_ins.len() });
        view! {
            <button class="button" type="button" aria-pressed=move || (log.get() == each).to_string() on:click=move |_| log.set(each)>
                {move || format!("{} ({})", label(each), count())}
            </button>
        }
    };
    let is_empty =
        move || shown.with(|(audit, sign_ins)| if log.get() == Log::Audit { audit.is_empty() } else { sign_ins.is_empty() });
    let save = move |format: Format| {
        let name = if format == Format::Csv { words::inspect::export_csv() } else { words::inspect::export_json() };
        view! {
            <button class="button" type="button" prop:disabled=is_empty on:click=move |_| {
                let (audit, sign_ins) = shown.get_untracked();
                export(app, tenant.get_untracked(), log.get_untracked(), format, &audit, &sign_ins);
            }>
                {name}
            </button>
        }
    };
    view! {
        <section class="log" aria-labelledby="logs-h">
            <h3 id="logs-h">{words::inspect::logs_so_far()}</h3>
            <div class="log__choices" role="group" aria-label=words::inspect::whose_log()>
                {move || tenants.get().into_iter().map(of_tenant).collect_view()}
            </div>
            <div class="log__choices" role="group" aria-label=words::inspect::which_log()>{of_log(Log::Audit)} {of_log(Log::SignIn)}</div>
            {move || is_empty().then(|| view! { <p class="empty">{nothing(log.get())}</p> })}
            <ol class="entries" data-log=move || name(log.get())>
                {move || {
                    let (audit, sign_ins) = shown.get();
                    match log.get() {
                        Log::Audit => audit.into_iter().map(details::audit).collect_view().into_any(),
                        Log::SignIn => sign_ins.into_iter().map(details::sign_in).collect_view().into_any(),
                    }
                }}
            </ol>
            <div class="log__choices">{save(Format::Csv)} {save(Format::Json)}</div>
            <p class="log__note">{words::inspect::simulated_people_ids_and_network()}</p>
        </section>
    }
}

fn found(app: App) -> Found {
    let place = app.place();
    let found = app.run.with(|run| {
        let run = run?;
        app.session.with(|session| {
            let guest = session.guest()?;
            let design = &session.workspace().design;
            let audit = audit_entries(design, guest, run, place);
            let sign_ins = sign_in_entries(design, guest, run, place);
            let mut tenants: Vec<Whose> =
                audit.iter().map(|entry| entry.tenant).chain(sign_ins.iter().map(|entry| entry.tenant)).collect();
            tenants.push(Whose::Resource);
            tenants.sort();
            tenants.dedup();
            let named = |tenant: Whose| {
                let side = if tenant == Whose::Resource { "resource" } else { "home" };
                (tenant, format!("{} ({side})", tenant.name(design)))
            };
            Some(Found { tenants: tenants.into_iter().map(named).collect(), audit, sign_ins })
        })
    });
    found.unwrap_or_default()
}

fn label(log: Log) -> &'static str {
    match log {
        Log::Audit => words::inspect::audit_log(),
        Log::SignIn => words::inspect::sign_in_log(),
    }
}

fn name(log: Log) -> &'static str {
    match log {
        Log::Audit => "audit",
        Log::SignIn => "sign-ins",
    }
}

fn nothing(log: Log) -> &'static str {
    match log {
        Log::Audit => words::inspect::no_audit_entry_written_step(),
        Log::SignIn => words::inspect::no_sign_in_entry_written(),
    }
}

fn export(app: App, tenant: Whose, log: Log, format: Format, audit: &[AuditEntry], sign_ins: &[SignInEntry]) {
    let (organization, text) = app.session.with_untracked(|session| {
        let design = &session.workspace().design;
        let text = match (log, format) {
            (Log::Audit, Format::Csv) => audit_csv(audit),
            (Log::Audit, Format::Json) => audit_json(audit),
            (Log::SignIn, Format::Csv) => sign_in_csv(design, sign_ins),
            (Log::SignIn, Format::Json) => sign_in_json(design, sign_ins),
        };
        (tenant.name(design).to_owned(), text)
    });
    let (media_type, ending) = match format {
        Format::Csv => ("text/csv", "csv"),
        Format::Json => ("application/json", "json"),
    };
    let file = format!("{}-{}.{ending}", files::stem(&organization, "tenant"), name(log));
    if files::download_as(media_type, &file, &text) {
        app.announce(words::common::saved_file(&file));
    } else {
        app.notify(words::common::the_browser_did_not_take(&file), None);
    }
}
