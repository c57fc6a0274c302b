//! Links: what is written is read back, what is damaged or hostile is refused with its reason, and names can be left out without
//! changing a run.
//!
//! The text of an address around it is tested in the page's `route`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;
use redemption_engine::address::EmailAddress;
use redemption_engine::design::Design;
use redemption_engine::document::print;
use redemption_engine::engine::replay;
use redemption_engine::flow::Edge;
use redemption_engine::guest::Guest;
use redemption_engine::presets;
use redemption_engine::rules::Rule;
use redemption_engine::share::{self, ShareError, decode, encode, without_names};
use redemption_engine::trace::Next;
use redemption_engine::workspace::Workspace;

use crate::any::any_workspace;

const TENANT: &str = r#""displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com""#;

/// The text of a link that holds these bytes.
fn packed(content: &[u8]) -> String {
    format!("1.{}", URL_SAFE_NO_PAD.encode(compress_to_vec(content, 10)))
}

fn message(text: &str) -> String {
    decode(text).unwrap_err().to_string()
}

fn named(name: &str) -> String {
    format!(r#"{{"format":2,"workspaces":[{{"name":{name},"design":{{"resourceTenant":{{{TENANT}}}}}}}]}}"#)
}

#[test]
fn every_example_is_read_as_it_was_written_in_a_link_that_travels() {
    let mut lengths = Vec::new();
    for preset in presets::all() {
        let text = encode(&preset.workspace);
        lengths.push((text.len(), preset.id.clone()));
        assert_eq!(decode(&text).as_ref(), Ok(&preset.workspace), "{}", preset.id);
        assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{text}");
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2].0;
    println!("links of {} examples: shortest {:?}, median {median}, longest {:?}", lengths.len(), lengths[0], lengths.last());
    assert!(lengths.iter().all(|(length, _)| *length <= 1_500), "{lengths:?}");
}

proptest! {
    #[test]
    fn every_workspace_is_read_as_it_was_written(workspace in any_workspace()) {
        let read = decode(&encode(&workspace));
        prop_assert_eq!(read.as_ref(), Ok(&workspace));
    }

    #[test]
    fn no_text_makes_reading_panic(text in ".{0,200}", letters in "[A-Za-z0-9_-]{0,400}") {
        let _ = decode(&text);
        let _ = decode(&format!("1.{letters}"));
        let _ = decode(&format!("2.{letters}"));
    }
}

#[test]
fn a_link_that_lost_a_part_is_refused_wherever_it_was_cut() {
    let text = encode(&presets::first().unwrap().workspace);
    for length in 2..text.len() {
        let error = decode(&text[..length]).unwrap_err();
        assert!(matches!(error, ShareError::BreaksOff | ShareError::Damaged), "{length}: {error:?}");
    }
    assert_eq!(
        message(&text[..text.len() / 2]),
        "the link breaks off: its end is missing, as when a mail has cut a long address"
    );
    assert_eq!(message("2"), "the link does not begin with its version, such as `2.`; a part of it may be missing");
    assert_eq!(message("2."), "the link breaks off: its end is missing, as when a mail has cut a long address");
    assert_eq!(message(""), "the link holds nothing");
}

/// The last packed byte has bits that stand for nothing, and those only may change.
#[test]
fn a_link_with_any_letter_changed_to_any_other_is_refused_or_means_the_same() {
    let workspace = presets::first().unwrap().workspace;
    let text = encode(&workspace);
    let (mut refused, mut same) = (0, 0);
    for at in 2..text.len() {
        for letter in ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']) {
            let mut changed = text.clone();
            changed.replace_range(at..=at, letter.encode_utf8(&mut [0; 4]));
            if changed == text {
                continue;
            }
            match decode(&changed) {
                Ok(read) => {
                    assert_eq!(read, workspace, "{letter} at {at}");
                    same += 1;
                }
                Err(ShareError::Damaged | ShareError::BreaksOff | ShareError::TooLarge) => refused += 1,
                Err(error) => panic!("{letter} at {at}: {error}"),
            }
        }
    }
    println!("{refused} changed links refused, {same} the same");
    assert_eq!(refused + same, (text.len() - 2) * 63);
    assert!(same < 128, "{same}");
}

/// A document in which any byte is another one, packed as a link should be: nothing but reading finds it out.
#[test]
fn a_hundred_thousand_hostile_links_are_refused_or_read_within_eight_megabytes() {
    const HOSTILE: &[u8] = b"{}[]\",:\\0-e.\0\n\xff\xe2";
    let mut documents: Vec<Vec<u8>> =
        presets::all().iter().map(|preset| print(std::slice::from_ref(&preset.workspace)).into_bytes()).collect();
    documents.sort_by_key(Vec::len);
    let places = documents.iter().flat_map(|document| (0..document.len()).map(move |at| (document, at)));
    let links = places.flat_map(|(document, at)| HOSTILE.iter().map(move |byte| (document, at, *byte)));
    let (mut refused, mut read) = (0, 0);
    for (document, at, byte) in links.take(100_000) {
        let mut changed = document.clone();
        changed[at] = byte;
        let link = format!("1.{}", URL_SAFE_NO_PAD.encode(compress_to_vec(&changed, 0)));
        let mut answer = None;
        let used = allocation_counter::measure(|| answer = Some(decode(&link)));
        assert!(used.bytes_max < 8 * 1024 * 1024, "{used:?}");
        match answer.unwrap() {
            Ok(workspace) => {
                assert_eq!(decode(&encode(&workspace)), Ok(workspace));
                read += 1;
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                refused += 1;
            }
        }
    }
    println!("{refused} hostile links refused, {read} read");
    assert_eq!(refused + read, 100_000);
    assert!(refused > read, "{read} of the links are fine");
}

#[test]
fn links_of_every_version_that_were_written_once_are_read_for_ever() {
    let mut workspace = Workspace::new("Woodgrove, week one", Design::default(), Vec::new());
    workspace.note = "Ask before step 4.".to_owned();
    workspace.guests = vec![Guest::invited("Ravi", EmailAddress::parse("ravi@contractor.example").unwrap())];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/documents");
    for version in 1..=share::VERSION {
        let link = std::fs::read_to_string(folder.join(format!("link-{version}.txt"))).unwrap();
        assert_eq!(decode(link.trim_end()).as_ref(), Ok(&workspace), "{version}");
    }
}

#[test]
fn odd_characters_of_a_name_are_kept_as_text() {
    for name in ["\u{202E}txt.exe", "a\u{0}b", "<script>alert(1)</script>", "\u{FEFF}", "👩‍👩‍👧"] {
        let workspace = Workspace::new(name, Design::default(), Vec::new());
        assert_eq!(decode(&encode(&workspace)).map(|read| read.name), Ok(name.to_owned()));
    }
}

#[test]
fn a_name_of_a_megabyte_is_refused_by_its_path_and_a_larger_one_unread() {
    let long = |length: usize| packed(named(&format!("\"{}\"", "n".repeat(length))).as_bytes());
    assert_eq!(message(&long(1_000_000)), "`workspaces[0].name`: the text has 1000000 characters; at most 10000 are read");
    assert_eq!(message(&long(2_000_000)), "the link unpacks to more than 1024 KiB, so it was not read");
    assert_eq!(message(&"1".repeat(65_537)), "the link has 65537 characters; at most 65536 are read");
}

/// Deflate packs at most about a thousandfold, so a bomb of one layer that is let in unpacks to about 48 MiB; a gigabyte takes a
/// megabyte, which is not let in.
#[test]
fn a_bomb_is_stopped_while_it_unpacks() {
    let bomb = packed(&vec![b' '; 48_000_000]);
    assert!(bomb.len() <= share::LONGEST, "{}", bomb.len());
    let mut answer = None;
    let used = allocation_counter::measure(|| answer = Some(decode(&bomb)));
    assert_eq!(answer.unwrap(), Err(ShareError::TooLarge));
    assert!(used.bytes_max < 4 * 1024 * 1024, "{used:?}");
    let larger = packed(&vec![b' '; 64_000_000]);
    assert!(matches!(decode(&larger), Err(ShareError::TooLong(_))));
}

/// The moves of a run with their rules, which act was refused, and whether it waits for somebody.
type Course = (Vec<(Edge, Rule)>, Option<usize>, bool);

/// What a run did, without any name.
fn course(design: &Design, guest: &Guest) -> Course {
    let run = replay(design, guest, &guest.story);
    let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps).map(|step| (step.edge, step.cause.rule)).collect();
    (steps, run.refused, matches!(run.next, Next::Person { .. }))
}

fn courses(workspace: &Workspace) -> Vec<Course> {
    workspace.guests.iter().map(|guest| course(&workspace.design, guest)).collect()
}

#[test]
fn without_names_every_example_runs_as_before_and_none_of_its_names_is_left() {
    for preset in presets::all() {
        let (nameless, replaced) = without_names(&preset.workspace);
        assert_eq!(courses(&nameless), courses(&preset.workspace), "{}", preset.id);
        let text = print(&[nameless]).to_lowercase();
        let guests = preset.workspace.guests.iter();
        let mut names: Vec<String> = guests.clone().map(|guest| guest.display_name.to_lowercase()).collect();
        names.extend(guests.map(|guest| guest.invited_email.to_string()));
        names.extend(preset.workspace.design.home_tenants.iter().map(|home| home.display_name.to_lowercase()));
        names.extend(preset.workspace.design.home_tenants.iter().map(|home| home.tenant_id.to_lowercase()));
        names.extend(preset.workspace.design.resource_tenant.federations.iter().map(|each| each.issuer_uri.to_lowercase()));
        for name in names {
            assert!(!text.contains(&format!("\"{name}\"")), "{}: {name}", preset.id);
        }
        assert!(!text.contains("woodgrove"), "{}", preset.id);
        assert!(replaced.names > 0 && replaced.addresses > 0 && replaced.domains > 0, "{}: {replaced:?}", preset.id);
    }
}

proptest! {
    #[test]
    fn without_names_every_workspace_runs_as_before(workspace in any_workspace()) {
        let (nameless, _) = without_names(&workspace);
        prop_assert_eq!(courses(&nameless), courses(&workspace));
        let read = decode(&encode(&nameless));
        prop_assert_eq!(read, Ok(nameless));
    }
}

#[test]
fn notes_and_messages_are_left_out_and_counted() {
    let nina = Guest::invited("Nina", EmailAddress::parse("nina@adatum.example").unwrap());
    let mut workspace = Workspace::new("Nina's", Design::default(), vec![nina]);
    workspace.note = "for Nina's team".to_owned();
    let guest = &mut workspace.guests[0];
    guest.set_note(redemption_engine::flow::Node::WayIn, "Nina rang");
    guest.invitation.customized_message_body = Some("Dear Nina".to_owned());
    guest.invitation.invite_redirect_url = Some("https://portal.woodgrove.example/start".to_owned());
    let (nameless, replaced) = without_names(&workspace);
    assert_eq!((replaced.texts, replaced.links), (3, 1));
    assert!(!print(std::slice::from_ref(&nameless)).contains("Nina"));
    assert_eq!(nameless.guests[0].invitation.invite_redirect_url.as_deref(), Some("https://site1.example/"));
    assert_eq!(nameless.name, "Scenario without names");
}
