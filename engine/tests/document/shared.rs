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
use crate::build::TENANT;

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
    }

    #[test]
    fn a_link_with_one_letter_changed_is_refused_or_read_within_the_caps(at in 0_usize..2_000, letter in "[A-Za-z0-9_-]") {
        let mut text = encode(&presets::first().unwrap().workspace);
        let at = at % text.len();
        text.replace_range(at..=at, &letter);
        if let Ok(workspace) = decode(&text) {
            prop_assert!(print(&[workspace]).len() < 2 * share::LARGEST_CONTENT);
        }
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
    assert_eq!(message("1"), "the link does not begin with its version, such as `1.`; a part of it may be missing");
    assert_eq!(message("1."), "the link breaks off: its end is missing, as when a mail has cut a long address");
    assert_eq!(message(""), "the link holds nothing");
}

#[test]
fn letters_that_no_link_has_are_named_with_their_place() {
    let text = encode(&presets::first().unwrap().workspace);
    for (wrong, says) in [
        (format!("{text}."), format!("the link is damaged: `.` at character {} does not belong there", text.len() + 1)),
        (format!("{text}=="), format!("the link is damaged: `=` at character {} does not belong there", text.len() + 1)),
        (text.replacen('.', ".+", 1), "the link is damaged: `+` at character 3 does not belong there".to_owned()),
        (text.replacen('.', ".a é", 1), "the link is damaged: ` ` at character 4 does not belong there".to_owned()),
        (text.replacen('.', ".é", 1), "the link is damaged: `é` at character 3 does not belong there".to_owned()),
        (text.replacen('.', ".\0", 1), "the link is damaged: `\u{FFFD}` at character 3 does not belong there".to_owned()),
        (text.replacen('.', ".\u{202E}", 1), "the link is damaged: `\u{202E}` at character 3 does not belong there".to_owned()),
    ] {
        assert_eq!(message(&wrong), says);
    }
}

#[test]
fn another_version_is_named() {
    let text = encode(&presets::first().unwrap().workspace);
    let rest = text.strip_prefix("1.").unwrap();
    assert_eq!(message(&format!("2.{rest}")), "the link was made by a newer version of this page (`2.`; this one reads `1.`)");
    for version in ["0", "", "v1", "-1", "1e3", "99999999999999999999999"] {
        let says = "the link does not begin with its version, such as `1.`; a part of it may be missing";
        assert_eq!(message(&format!("{version}.{rest}")), says, "{version}");
    }
    let newer = packed(br#"{"format":4,"workspaces":[]}"#);
    assert_eq!(message(&newer), "the document was written by a newer version (`format` 4; this one reads up to 3)");
}

#[test]
fn what_is_packed_but_no_document_is_refused_as_a_file_is() {
    for (content, says) in [
        ("", "there is no text"),
        ("hello", "the text is not valid JSON: expected value at line 1 column 1"),
        (r#"{"format":2,"workspaces":[]}"#, "`workspaces`: the list is empty; a document has at least one workspace"),
        (
            &named(r#""w","colour":"red""#),
            "`workspaces[0].colour`: this property is not known; known here: `name`, `note`, `design`, `secondDesign`, `guests` or `expectations`",
        ),
        (&named("\"\\ud800\""), "the text is not valid JSON: unexpected end of hex escape at line 1 column 42"),
        (&named("\"\\ud800\\u0041\""), "the text is not valid JSON: lone leading surrogate in hex escape at line 1 column 47"),
        (
            &named("\"a\0b\""),
            "the text is not valid JSON: control character (\\u0000-\\u001F) found while parsing a string at line 1 column 37",
        ),
        (&named(&"[".repeat(10_000)), "the text is nested too deeply at line 1 column 159"),
    ] {
        assert_eq!(message(&packed(content.as_bytes())), says, "{}", content.chars().take(60).collect::<String>());
    }
    assert_eq!(
        message(&packed(b"\xFF\xFF{}")),
        "the text is not UTF-8 (byte 1 is not part of a character); save it as UTF-8 and try again"
    );
    let two = print(&[presets::first().unwrap().workspace, presets::first().unwrap().workspace]);
    assert_eq!(message(&packed(two.as_bytes())), "the link holds 2 scenarios; a link has one");
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
