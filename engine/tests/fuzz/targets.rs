//! What must hold for any bytes whatever, one function for each way in: no panic, and what is taken is read again as it is written.
//!
//! The fuzzer calls them with bytes that it makes up (`fuzz/`), the test beside this with the bytes that are kept in `fuzz/corpus`.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each fuzz target uses one of them, and a broken promise is to panic"
)]

#[path = "../memory/mod.rs"]
mod memory;

use std::cell::RefCell;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use redemption_engine::act::Act;
use redemption_engine::analysis::population::Population;
use redemption_engine::analysis::population::desk::{Ask, Desk, File, Filter, Told};
use redemption_engine::design::Design;
use redemption_engine::diagnosis::evidence;
use redemption_engine::document;
use redemption_engine::engine::replay;
use redemption_engine::graph;
use redemption_engine::graph::resources::{bundle, resources};
use redemption_engine::history;
use redemption_engine::keeping;
use redemption_engine::library::{self, Base};
use redemption_engine::presets;
use redemption_engine::session::Session;
use redemption_engine::share;
use redemption_engine::workspace::Workspace;

use memory::Memory;

/// What is called with bytes.
type Target = fn(&[u8]);

/// Every target by the name of its folder in the corpus.
pub const ALL: [(&str, Target); 8] = [
    ("document", document),
    ("link", link),
    ("graph", graph),
    ("stored", stored),
    ("pasted", pasted),
    ("session", session),
    ("round_trip", round_trip),
    ("population", population),
];

/// A file of workspaces.
pub fn document(bytes: &[u8]) {
    if let Ok(workspaces) = document::parse(bytes) {
        let text = document::print(&workspaces);
        assert_eq!(document::parse(text.as_bytes()).as_ref(), Ok(&workspaces));
        workspaces.iter().for_each(plays);
    }
}

/// The part of a link that holds a scenario: as it stands, as packed bytes, and packed, so that what is behind the packing is
/// reached.
pub fn link(bytes: &[u8]) {
    let packed = URL_SAFE_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec(bytes, 1));
    let unpacked = URL_SAFE_NO_PAD.encode(bytes);
    let newest = share::VERSION;
    for text in [
        String::from_utf8_lossy(bytes).into_owned(),
        format!("1.{packed}"),
        format!("1.{unpacked}"),
        format!("{newest}.{unpacked}"),
    ] {
        if let Ok(workspace) = share::decode(&text) {
            assert_eq!(share::decode(&share::encode(&workspace)).as_ref(), Ok(&workspace));
            plays(&workspace);
        }
    }
}

/// Whatever somebody drops or pastes for import.
pub fn graph(bytes: &[u8]) {
    if let Ok(graph::Pasted::Graph(paste)) = graph::read_any(bytes) {
        let (workspace, _) = paste.read(&Workspace::new("Imported", Design::default(), Vec::new()), |_| true);
        // What an import makes of a scenario can be written and read, and played.
        let text = document::print(std::slice::from_ref(&workspace));
        assert_eq!(document::parse(text.as_bytes()), Ok(vec![workspace.clone()]), "{text}");
        plays(&workspace);
    }
}

/// Bytes under every kind of key of the browser's storage: nothing that was there before is lost by saving.
pub fn stored(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let keys =
        ["redemption/doc/one/a", "redemption/doc/one/b", "redemption/hist/one/1", "redemption/undo/one", "redemption/open"];
    let storage = Memory(RefCell::new(keys.iter().map(|key| ((*key).to_owned(), text.clone())).collect()));
    let before = library::list(&storage).unwrap();
    let readable = before.saved.first().cloned();
    drop(history::list(&storage, "one"));
    let workspace = &WORKSPACES.first().unwrap().0;
    let base = readable.as_ref().map(|saved| Base { stamp: saved.stamp.clone(), settled: true });
    let mut session = Session::open_first(workspace.clone());
    if let Some(log) = keeping::undo_log(&storage, "one") {
        session.recall(&log);
    }
    match keeping::save(&storage, "one", base.as_ref(), "tab", workspace, session.view()).0 {
        Ok(record) => {
            assert!(base.is_none_or(|base| record.stamp.revision > base.stamp.revision));
            assert_eq!(library::load(&storage, "one").unwrap().unwrap().workspace, *workspace);
        }
        Err(_) => assert_eq!(library::load(&storage, "one").ok().flatten(), readable),
    }
}

/// Rows and codes that somebody pastes into *Troubleshoot*.
pub fn pasted(bytes: &[u8]) {
    drop(evidence::read(bytes));
}

/// A session: the first byte chooses a scenario, each following one does something.
pub fn session(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let (workspace, _) = &WORKSPACES[usize::from(*first) % WORKSPACES.len()];
    let mut session = Session::open_first(workspace.clone());
    for byte in rest.iter().take(200) {
        match byte {
            0 => drop(session.undo()),
            1 => drop(session.redo()),
            2..=5 => session.step(isize::from(*byte as i8) - 3),
            6..=9 => session.go_to_chapter(usize::from(byte - 6)),
            10..=13 => drop(session.go_to_branch("Branch", usize::from(byte - 10))),
            14 => drop(session.forget_branch("Forgotten", 0)),
            15 => drop(session.edit("Renamed", |workspace| workspace.name.push('x'))),
            _ => drop(session.act("Act", ACTS[usize::from(byte - 16) % ACTS.len()])),
        }
    }
    let now = session.shared();
    plays(&now);
    // Undone and done again, all is as it was; so it is after the log was written and read.
    let mut other = Session::open(now.as_ref().clone(), session.view());
    if let Some(log) = session.undo_log() {
        assert!(other.recall(&log), "a log is not taken up again");
    }
    for mut session in [session, other] {
        let mut undone = 0;
        while session.undo().is_some() {
            undone += 1;
        }
        for _ in 0..undone {
            session.redo();
        }
        assert_eq!(session.workspace().name, now.name);
        assert_eq!(session.workspace().design, now.design);
    }
}

/// A design from bytes, out to Microsoft Graph and back: what was read is written as it was.
pub fn round_trip(bytes: &[u8]) {
    let Ok(workspaces) = document::parse(bytes) else { return };
    for workspace in workspaces {
        let written = bundle(&resources(&workspace.design));
        let Ok(graph::Pasted::Graph(paste)) = graph::read_any(written.as_bytes()) else { panic!("{written}") };
        let (read, readings) = paste.read(&Workspace::new("", Design::default(), Vec::new()), |_| true);
        for reading in readings {
            assert!(reading.result.is_ok(), "{:?}: {:?}\n{written}", reading.kind, reading.result);
        }
        assert_eq!(bundle(&resources(&read.design)), written);
    }
}

/// A list of invitees, judged under two designs: every row is counted once, read again where it stands, and can be shown and written;
/// what is written is the same list, and nothing in it is calculated by a spreadsheet.
pub fn population(bytes: &[u8]) {
    let mut desk = Desk::default();
    let Told::Columns { columns, .. } = desk.ask(Ask::Open, Some(bytes.to_vec()), |_, _| ()).0 else { return };
    let read = Ask::Read { designs: DESIGNS.clone(), columns };
    let Told::Counted { summary } = desk.ask(read, None, |_, _| ()).0 else { return };
    for group in &summary.groups {
        assert!(group.first.certain <= group.first.possible && group.first.possible <= summary.rows, "{group:?}");
    }
    let Told::Rows { all, rows, .. } = desk.ask(Ask::Rows { filter: Filter::Everybody, from: 0, count: 500 }, None, |_, _| ()).0
    else {
        panic!("the rows cannot be shown")
    };
    assert_eq!(u64::from(all), summary.rows);
    assert_eq!(rows.len(), usize::try_from(summary.rows.min(500)).unwrap());
    for row in rows.iter().take(3) {
        assert!(matches!(desk.ask(Ask::Person { row: row.row }, None, |_, _| ()).0, Told::Person { .. }), "{row:?}");
    }
    let mut written = |file| desk.ask(Ask::Write { file }, None, |_, _| ()).1.unwrap();
    let guarded = written(File::Rows { raw: false, anonymous: false });
    for record in csv::Reader::from_reader(guarded.as_slice()).records() {
        assert!(record.unwrap().iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
    written(File::Rejected);
    written(File::Summary);
    let raw = written(File::Rows { raw: true, anonymous: false });
    let mut again = Population::open(raw, None, DESIGNS.clone()).unwrap();
    while again.go_on(1_000) {}
    assert_eq!((again.rows().len(), again.rejected_count()), (usize::try_from(summary.rows).unwrap(), 0));
}

/// Every guest's story can be told.
fn plays(workspace: &Workspace) {
    for guest in workspace.guests.iter().take(20) {
        drop(replay(&workspace.design, guest, &guest.story));
    }
}

type Played = (Workspace, Vec<Act>);

static WORKSPACES: LazyLock<Vec<Played>> = LazyLock::new(|| {
    let story = |workspace: &Workspace| workspace.guests.iter().flat_map(|guest| guest.story.iter().copied()).collect();
    presets::all().into_iter().map(|preset| (preset.workspace.clone(), story(&preset.workspace))).collect()
});

/// Two designs between which a list of invitees is judged.
static DESIGNS: LazyLock<Vec<Design>> = LazyLock::new(|| {
    let named = |name| presets::find(name).unwrap().workspace.design;
    vec![named("federated-verified-domain"), named("federated-verified-domain-saml-first")]
});

static ACTS: LazyLock<Vec<Act>> = LazyLock::new(|| {
    let mut acts: Vec<Act> = Vec::new();
    for act in WORKSPACES.iter().flat_map(|(_, acts)| acts) {
        if !acts.contains(act) {
            acts.push(*act);
        }
    }
    acts
});
