//! Asking about a list of invitees in messages, and lists of users of Microsoft Graph.

use redemption_engine::analysis::population::desk::{Ask, Desk, File, Filter, Shown, Told};
use redemption_engine::analysis::population::row::Column;
use redemption_engine::analysis::population::summary::{Group, Summary};
use redemption_engine::analysis::population::table::Columns;
use redemption_engine::analysis::population::users::{is_json, listed};
use redemption_engine::design::{Design, EmailOneTimePasscode};
use redemption_engine::engine::replay;
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

const GUESTS: &[u8] = include_bytes!("lists/guests.csv");
const UNTIDY: &[u8] = include_bytes!("lists/untidy.csv");

/// Users as Microsoft Graph lists them. Source: `user`, `objectIdentity` (Microsoft Graph).
const USERS: &str = r##"{
  "@odata.nextLink": "https://graph.example/v1.0/users?$skiptoken=1",
  "value": [
    { "displayName": "Nina", "mail": "nina@adatum.example", "creationType": "Invitation", "externalUserState": "Accepted",
      "identities": [{ "signInType": "federated", "issuer": "ExternalAzureAD", "issuerAssignedId": null }] },
    { "displayName": "Quinn", "mail": null, "otherMails": ["quinn@outlook.example"], "externalUserState": "Accepted",
      "identities": [{ "signInType": "federated", "issuer": "MicrosoftAccount" }] },
    { "displayName": "Gil", "mail": "gil@gmail.com", "externalUserState": "Accepted", "preferredLanguage": "de",
      "identities": [{ "signInType": "federated", "issuer": "google.com" }] },
    { "displayName": "Ravi", "mail": null, "userPrincipalName": "ravi_contractor.example#EXT#@woodgrove.onmicrosoft.com",
      "externalUserState": "PendingAcceptance",
      "identities": [{ "signInType": "userPrincipalName", "issuer": "woodgrove.onmicrosoft.com" }] },
    { "displayName": "Member", "mail": "member@woodgrove.example", "externalUserState": null },
    { "displayName": "Gone", "mail": "gone@adatum.example", "externalUserState": "Accepted", "deletedDateTime": "2026-01-01T00:00:00Z" }
  ]
}"##;

/// Asks as the worker does.
fn ask(desk: &mut Desk, question: &Ask, file: Option<&[u8]>) -> (Told, Option<String>) {
    let text = serde_json::to_string(question).unwrap();
    let (told, file) = desk.ask_text(&text, file.map(<[u8]>::to_vec), |_, _| {});
    (serde_json::from_str(&told).unwrap(), file.map(|file| String::from_utf8(file).unwrap()))
}

fn columns(desk: &mut Desk, file: &[u8]) -> Columns {
    match ask(desk, &Ask::Open, Some(file)).0 {
        Told::Columns { columns, .. } => columns,
        other => panic!("{other:?}"),
    }
}

fn counted(desk: &mut Desk, columns: &Columns, designs: Vec<Design>) -> Summary {
    match ask(desk, &Ask::Read { designs, columns: columns.clone() }, None).0 {
        Told::Counted { summary } => *summary,
        other => panic!("{other:?}"),
    }
}

fn read(file: &[u8], designs: Vec<Design>) -> Desk {
    let mut desk = Desk::default();
    let columns = columns(&mut desk, file);
    counted(&mut desk, &columns, designs);
    desk
}

fn rows(desk: &mut Desk, filter: Filter, from: u32, count: u32) -> (u32, Vec<Shown>) {
    match ask(desk, &Ask::Rows { filter, from, count }, None).0 {
        Told::Rows { all, rows, .. } => (all, rows),
        other => panic!("{other:?}"),
    }
}

fn refused(desk: &mut Desk, question: &Ask, file: Option<&[u8]>) -> String {
    match ask(desk, question, file).0 {
        Told::Refused { reason } => reason,
        other => panic!("{other:?}"),
    }
}

/// A design that sends no passcodes.
fn without_passcodes() -> Design {
    let mut design = Design::default();
    design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    design
}

#[test]
fn a_list_is_opened_read_and_read_again_under_other_settings() {
    let mut desk = Desk::default();
    let columns = columns(&mut desk, GUESTS);
    assert_eq!(columns.headings[0], "email");
    let mut told = Vec::new();
    let question = serde_json::to_string(&Ask::Read { designs: vec![Design::default()], columns: columns.clone() }).unwrap();
    desk.ask_text(&question, None, |done, all| told.push((done, all)));
    let heading = GUESTS.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    assert_eq!(told, [(heading, GUESTS.len())], "ten rows are one slice");
    assert_eq!(counted(&mut desk, &columns, vec![Design::default()]).rows, 10);
    let two = counted(&mut desk, &columns, vec![Design::default(), without_passcodes()]);
    assert_eq!(two.rows, 10);
    assert!(two.changes.iter().any(|line| line.id != "samePath" && line.first.possible > 0), "{:?}", two.changes);
}

#[test]
fn a_column_that_is_named_otherwise_is_read_once_it_is_said_what_it_means() {
    let mut desk = Desk::default();
    let mut columns = columns(&mut desk, b"Contact mail,x\nnina@adatum.example,1\n");
    let question = |columns: &Columns| Ask::Read { designs: vec![Design::default()], columns: columns.clone() };
    assert_eq!(
        refused(&mut desk, &question(&columns), None),
        "choose which column holds the invited address: none is called `email`; the first row names `Contact mail`, `x`"
    );
    columns.meanings[0] = Some(Column::Email);
    assert_eq!(counted(&mut desk, &columns, vec![Design::default()]).rows, 1);
}

#[test]
fn rows_are_told_in_pieces_and_only_those_that_count() {
    let mut desk = read(GUESTS, vec![Design::default()]);
    let (all, some) = rows(&mut desk, Filter::Everybody, 4, 2);
    assert_eq!(all, 10);
    assert_eq!(some.iter().map(|row| (row.row, row.email.as_str())).collect::<Vec<_>>()[0], (4, "ravi@contractor.example"));
    assert_eq!(some.len(), 2);
    // Nina, Priya and Wei are managed; Viktor may be.
    let (all, some) = rows(&mut desk, Filter::Group(Group::WorkAccount), 0, 100);
    let labels: Vec<&str> = some.iter().map(|row| row.label.as_str()).collect();
    assert_eq!((all, labels), (4, vec!["Nina", "Priya", "Viktor", "Wei, Lin"]));
    let (all, rest) = rows(&mut desk, Filter::Group(Group::WorkAccount), 3, 100);
    assert_eq!((all, rest.len()), (4, 1));
    assert_eq!(rows(&mut desk, Filter::Everybody, 1_000, 100).1, []);
}

#[test]
fn everybody_whom_a_row_can_mean_opens_as_a_scenario_that_ends_as_told() {
    let mut desk = read(GUESTS, vec![Design::default(), without_passcodes()]);
    let (_, open) = rows(&mut desk, Filter::Open, 0, 100);
    let viktor = open.iter().find(|row| row.label == "Viktor").unwrap();
    let Told::Person { email, people, .. } = ask(&mut desk, &Ask::Person { row: viktor.row }, None).0 else {
        panic!("{viktor:?}")
    };
    assert_eq!(email, viktor.email);
    assert!(people.len() > 1, "{people:?}");
    for person in people {
        assert!(person.example.second.is_some());
        let run = replay(&person.example.design, &person.example.guest, &person.example.guest.story);
        let outcome = run.outcome().expect("the story is played to its end");
        assert_eq!(redemption_engine::wording::outcome(outcome), person.first.end);
        let workspace = Workspace::new("From a list", person.example.design, vec![person.example.guest]);
        assert_eq!(Session::open_first(workspace).workspace().guests[0].invited_email.as_str(), email);
    }
}

#[test]
fn files_are_written_beside_the_answer() {
    let mut desk = read(UNTIDY, vec![Design::default()]);
    let (told, rejected) = ask(&mut desk, &Ask::Write { file: File::Rejected }, None);
    assert_eq!(told, Told::File);
    assert_eq!(rejected.unwrap().lines().count(), 4);
    let anonymous = ask(&mut desk, &Ask::Write { file: File::Rows { raw: false, anonymous: true } }, None).1.unwrap();
    assert!(anonymous.contains("user001@adatum.example") && !anonymous.contains("nina@"), "{anonymous}");
    let summary = ask(&mut desk, &Ask::Write { file: File::Summary }, None).1.unwrap();
    assert!(summary.starts_with("# What becomes of the invitees\n"), "{summary}");
}

#[test]
fn what_cannot_be_answered_is_refused_with_the_reason() {
    let mut desk = Desk::default();
    let rows = Ask::Rows { filter: Filter::Everybody, from: 0, count: 1 };
    assert_eq!(refused(&mut desk, &rows, None), "no list has been read");
    assert_eq!(refused(&mut desk, &Ask::Open, None), "the file is empty; its first row names the columns, one of them `email`");
    let columns = columns(&mut desk, GUESTS);
    let none = Ask::Read { designs: Vec::new(), columns };
    assert_eq!(refused(&mut desk, &none, None), "there are 0 designs; one or two are judged");
    assert!(desk.ask_text("{", None, |_, _| {}).0.starts_with(r#"{"refused""#));
}

#[test]
fn a_list_of_users_becomes_a_list_of_invitees_with_what_their_identities_show() {
    assert!(is_json(USERS.as_bytes()) && !is_json(GUESTS));
    let list = listed(USERS.as_bytes()).unwrap();
    assert_eq!((list.guests, list.others, list.goes_on), (4, 2, true));
    assert_eq!(
        String::from_utf8(list.text).unwrap(),
        "email,label,entra,msa,google,language,tags\n\
         nina@adatum.example,Nina,managed,unknown,unknown,,Accepted\n\
         quinn@outlook.example,Quinn,unknown,yes,unknown,,Accepted\n\
         gil@gmail.com,Gil,unknown,unknown,yes,de,Accepted\n\
         ravi@contractor.example,Ravi,unknown,unknown,unknown,,PendingAcceptance\n"
    );
    let mut desk = Desk::default();
    let (told, _) = ask(&mut desk, &Ask::Open, Some(USERS.as_bytes()));
    let Told::Columns { columns, users } = told else { panic!("{told:?}") };
    assert_eq!(users, Some((4, 2, true)));
    assert_eq!(counted(&mut desk, &columns, vec![Design::default()]).rows, 4);
    assert!(refused(&mut desk, &Ask::Open, Some(b"{\"value\": 1}")).starts_with("this is JSON, but no list of users"));
}
