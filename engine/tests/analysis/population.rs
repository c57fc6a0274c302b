//! Lists of invitees: reading, judging, counting, writing.

use redemption_engine::address::EmailAddress;
use redemption_engine::analysis::course::{Manner, Paths, Walker};
use redemption_engine::analysis::origin::{Origin, Standing};
use redemption_engine::analysis::population::Population;
use redemption_engine::analysis::population::export::Style;
use redemption_engine::analysis::population::meant::person;
use redemption_engine::analysis::population::row::Column;
use redemption_engine::analysis::population::summary::{Group, Range, Summary};
use redemption_engine::analysis::population::table::{Columns, TableError};
use redemption_engine::design::{Design, EmailOneTimePasscode};

use crate::designs;

const GUESTS: &str = include_str!("lists/guests.csv");
const UNTIDY: &[u8] = include_bytes!("lists/untidy.csv");

fn read(text: impl Into<Vec<u8>>, designs: Vec<Design>) -> Population {
    let mut population = Population::open(text.into(), None, designs).unwrap();
    while population.go_on(1_000) {}
    population
}

fn one(text: &str) -> Population {
    read(text, vec![Design::default()])
}

fn range(summary: &Summary, group: Group) -> (u64, u64) {
    let id: &str = group.into();
    summary.groups.iter().find(|line| line.id == id).map_or((0, 0), |line| (line.first.certain, line.first.possible))
}

#[test]
fn the_sample_list_is_read_whole_and_its_rows_are_quoted_as_they_should_be() {
    let population = one(GUESTS);
    assert_eq!(population.rejected(), []);
    assert_eq!(population.rows().len(), 10);
    let last = population.row(population.rows().last().unwrap()).unwrap();
    assert_eq!((last.label.as_str(), last.email.as_str()), ("Wei, Lin", "wei@fourthcoffee.example"));
    assert_eq!(last.upn, EmailAddress::parse("wei.lin@fourthcoffee.example").ok());
    let ravi = population.row(&population.rows()[4]).unwrap();
    assert_eq!(ravi.email.as_str(), "ravi@contractor.example", "capitals are lowered");
}

/// Source: seed 003: managed users sign in at home; with passcodes on, who matches nothing gets a passcode, and Google off matches nothing.
#[test]
fn the_sample_list_is_counted_with_ranges_where_it_leaves_something_open() {
    let summary = one(GUESTS).summary();
    assert_eq!(summary.rows, 10);
    // Nina, Priya and Wei are managed; Viktor may be.
    assert_eq!(range(&summary, Group::WorkAccount), (3, 4));
    // Quinn has a personal account; Ravi and Viktor may have one. Sofia is stopped at the common address, Tom by a contact object.
    assert_eq!(range(&summary, Group::MicrosoftAccount), (1, 3));
    assert_eq!(range(&summary, Group::Stopped).0, 2);
    assert!(summary.open >= 2, "{summary:?}");
}

#[test]
fn the_untidy_list_rejects_three_rows_with_their_reasons_and_counts_the_repeated_one_once() {
    let population = read(UNTIDY, vec![Design::default()]);
    let rejected: Vec<(u64, &str)> = population.rejected().iter().map(|row| (row.line, row.reason.as_str())).collect();
    assert_eq!(
        rejected,
        [
            (3, "`not-an-address` is not an email address; write one such as `nina@adatum.example`"),
            (4, "the address is empty; write one such as `nina@adatum.example`"),
            (5, "msa: `maybe` is none of yes, no, unknown"),
        ]
    );
    assert_eq!(population.duplicates(), (1, Some(&(6, "nina@adatum.example".to_owned()))));
    let kept: Vec<String> = population.rows().iter().map(|row| population.row(row).unwrap().email.to_string()).collect();
    assert_eq!(kept, ["nina@adatum.example", "quoted;semi@contoso.example", "ravi+tag@contractor.example"]);
}

/// Source: `add-users-administrator.md`: an address with special characters cannot be invited.
#[test]
fn an_address_that_invitations_refuse_is_a_result_and_no_bad_row() {
    let summary = one("email,entra,msa,google\nravi+tag@contractor.example,none,no,no\n").summary();
    assert_eq!((summary.rows, summary.rejected), (1, 0));
    assert_eq!(range(&summary, Group::NotInvited), (1, 1));
}

#[test]
fn commas_semicolons_and_tabs_a_byte_order_mark_and_any_line_end_are_read() {
    for (delimiter, end) in [(',', "\n"), (';', "\r\n"), ('\t', "\r")] {
        let text =
            format!("\u{FEFF}Name{delimiter}E-Mail{end}Nina{delimiter}nina@adatum.example{end}Ola{delimiter}ola@adatum.example");
        let population = one(&text);
        assert_eq!(population.rows().len(), 2, "{text:?}");
        assert_eq!(population.row(&population.rows()[1]).unwrap().label, "Ola");
        assert_eq!(population.columns().delimiter, delimiter);
    }
}

fn refused(text: impl Into<Vec<u8>>) -> String {
    Population::open(text.into(), None, vec![Design::default()]).unwrap_err().to_string()
}

#[test]
fn a_file_that_is_no_list_is_refused_and_the_message_says_what_is_missing() {
    assert_eq!(refused(""), "the file is empty; its first row names the columns, one of them `email`");
    assert_eq!(refused("\n\n"), "the file is empty; its first row names the columns, one of them `email`");
    assert_eq!(
        refused("a,b\n1,2\n"),
        "choose which column holds the invited address: none is called `email`; the first row names `a`, `b`"
    );
    assert_eq!(refused("email,E-Mail\n"), "columns 1 and 2 both mean `email`; choose one of them");
    assert_eq!(refused(b"em\xFFail\n".to_vec()), "the first row is no text in UTF-8; save the list as CSV in UTF-8");
    assert_eq!(refused("a,".repeat(300)), "the first row has 301 columns; up to 256 are read");
}

#[test]
fn a_column_of_another_name_is_read_once_it_is_said_what_it_means() {
    let text = "Contact,Work\nnina@adatum.example,managed\n";
    let mut columns = Columns::of(text.as_bytes()).unwrap();
    assert_eq!(columns.check(), Err(TableError::NoEmail("`Contact`, `Work`".to_owned())));
    columns.meanings[0] = Some(Column::Email);
    columns.meanings[1] = Some(Column::Entra);
    let mut population = Population::open(text.into(), Some(columns), vec![Design::default()]).unwrap();
    while population.go_on(10) {}
    assert_eq!(population.summary().rows, 1);
}

#[test]
fn a_bad_row_is_rejected_with_what_is_wrong_and_the_others_are_read() {
    let reason = |row: &str| {
        let text = format!("email,entra,msa,way_in,upn\n{row}\nnina@adatum.example,managed,no,,\n");
        let population = one(&text);
        assert_eq!(population.rows().len(), 1, "{row}");
        population.rejected()[0].reason.clone()
    };
    assert_eq!(reason("ola@adatum.example,perhaps,no,,"), "entra: `perhaps` is none of managed, unmanaged, none, unknown");
    assert_eq!(
        reason("ola@adatum.example,none,no,by foot,"),
        "way_in: `by foot` is none of emailLink, directLink, commonEndpoint, commonEndpointWithOrganization"
    );
    assert_eq!(
        reason("ola@adatum.example,none,no,,x"),
        "upn: `x` is not an email address; write one such as `nina@adatum.example`"
    );
    assert_eq!(reason("a@b.example,none,no,,,,,"), "the row has 8 cells and the first row names 5; is a quotation mark missing?");
    let long = format!("\"{}\",none,no,,", "x".repeat(70_000));
    assert!(reason(&long).contains("is a quotation mark missing that closes a cell?"));
}

#[test]
fn a_cell_that_is_no_text_is_a_bad_row() {
    let population = read(b"email,label\nnina@adatum.example,\xFF\nola@adatum.example,Ola\n".to_vec(), vec![Design::default()]);
    assert_eq!(population.rejected()[0].reason, "label: the cell is no text in UTF-8");
    assert_eq!(population.rows().len(), 1);
}

#[test]
fn rejected_rows_can_be_taken_away_with_their_reasons() {
    let text = read(UNTIDY, vec![Design::default()]).rejected_csv();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "line,reason,row");
    assert_eq!(
        lines[1],
        "3,`not-an-address` is not an email address; write one such as `nina@adatum.example`,not-an-address;X;none;no"
    );
    assert_eq!(lines.len(), 4);
}

#[test]
fn no_cell_of_the_export_is_calculated_by_a_spreadsheet_unless_raw_values_are_asked_for() {
    let population = one("email,label,tags\nnina@adatum.example,\"=HYPERLINK(\"\"x\"\")\",@group\n");
    let guarded = population.csv(Style::default());
    assert!(guarded.contains("\"'=HYPERLINK(\"\"x\"\")\",'@group"), "{guarded}");
    let raw = population.csv(Style { raw: true, ..Style::default() });
    assert!(raw.contains("\"=HYPERLINK(\"\"x\"\")\",@group"), "{raw}");
}

#[test]
fn an_anonymous_export_names_nobody() {
    let text = one(GUESTS).csv(Style { anonymous: true, raw: false });
    assert!(text.contains("user001@adatum.example"));
    for name in ["nina@", "Nina", "Wei, Lin", "sofia.k"] {
        assert!(!text.contains(name), "{name} in {text}");
    }
}

#[test]
fn a_second_design_is_counted_beside_the_first_with_what_changes() {
    let first = designs::of("no-account-passcode-on");
    let mut second = first.clone();
    second.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    let summary = read(
        "email,entra,msa,google\nana@nowhere.example,none,no,no\nnina@elsewhere.example,managed,no,no\n",
        vec![first, second],
    )
    .summary();
    let line = |id: &str| summary.changes.iter().find(|line| line.id == id).map(|line| line.first);
    assert_eq!(line("samePath"), Some(Range { certain: 1, possible: 1 }), "the managed guest");
    assert_eq!(summary.changes.iter().map(|line| line.first.possible).sum::<u64>(), 2);
    let passcode = summary.groups.iter().find(|line| line.id == "passcode").unwrap();
    assert_eq!((passcode.first.possible, passcode.second.unwrap().possible), (1, 0));
    assert_eq!(summary.domains.iter().map(|share| share.changed.possible).sum::<u64>(), 1);
    assert!(summary.markdown().contains("## What changes from A to B"));
}

#[test]
fn a_row_counts_under_each_of_its_tags() {
    let text =
        "email,entra,tags\nana@x.example,none,freelance;design\nbo@x.example,none,\"design, law,design\"\ncy@x.example,none,\n";
    let summary = one(text).summary();
    let counted: Vec<(&str, u64)> = summary.tags.iter().map(|share| (share.name.as_str(), share.rows)).collect();
    assert_eq!(counted, [("design", 2), ("freelance", 1), ("law", 1)]);
    let markdown = summary.markdown();
    assert!(markdown.contains("## By tag\n\n| Tag | Rows | Results |") && markdown.contains("| design | 2 |"), "{markdown}");
}

#[test]
fn what_the_help_desk_is_told_of_two_designs_is_of_the_second() {
    let first = designs::of("no-account-passcode-on");
    let mut second = first.clone();
    second.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    let list = "email,entra,msa,google\nana@nowhere.example,none,no,no\n";
    let told = |designs| read(list, designs).summary().markdown();
    let (alone, two) = (told(vec![first.clone()]), told(vec![first, second]));
    let passcodes = "- **In with one-time passcodes** (1)";
    assert!(alone.contains("## For the help desk\n") && alone.contains(passcodes), "{alone}");
    let (_, help_desk) = two.split_once("## For the help desk, under B").unwrap();
    assert!(!help_desk.contains(passcodes) && help_desk.contains("(1)"), "{help_desk}");
    assert!(two.contains("| Domain | Rows | Changed from A to B | Results under A |"), "{two}");
}

#[test]
fn an_address_that_comes_again_and_again_counts_once() {
    let population = one("email\na@x.example\nA@x.example\nb@x.example\na@x.example \nb@x.example\nc@x.example\n");
    assert_eq!(population.rows().len(), 3);
    assert_eq!(population.duplicates(), (3, Some(&(3, "a@x.example".to_owned()))));
    // Where files were put one behind the other, each began with a mark.
    let joined = one("email\na@x.example\n\u{feff}a@x.example\n");
    assert_eq!((joined.rows().len(), joined.duplicates().0), (1, 1));
}

/// The key under which rows are judged once must not bring together what the designs tell apart: each row is judged by itself, too.
#[test]
fn every_row_meets_what_a_guest_with_its_facts_meets() {
    let mut lists = GUESTS.to_owned();
    for (number, domain) in
        ["adatum.example", "tailspin.example", "gmail.com", "outlook.com", "nowhere.example", "woodgrove.example"]
            .iter()
            .enumerate()
    {
        for local in ["nina", "priya", "somebody", "o'neil"] {
            for entra in ["managed", "none", "unmanaged"] {
                let way = ["emailLink", "directLink", "commonEndpoint"][number % 3];
                lists.push_str(&format!("{local}.{entra}@{domain},X,{entra},,yes,no,{way},no,,en,t\n"));
                lists.push_str(&format!("{local}@{domain},X,{entra},,no,yes,{way},yes,,en,t\n"));
            }
        }
    }
    let mut compared = 0;
    for (name, design) in designs::gallery() {
        let mut list = lists.clone();
        for address in design.home_tenants.iter().flat_map(|home| &home.users).map(|user| &user.user_principal_name) {
            list.push_str(&format!("{address},X,managed,,yes,no,directLink,yes,,en,t\n"));
        }
        let population = read(list.as_str(), vec![design.clone()]);
        for kept in population.rows() {
            let row = population.row(kept).unwrap();
            let fates = population.judge().fates(kept.verdict);
            if fates.len() != 1 {
                continue;
            }
            let owner = design.home_tenants.iter().flat_map(|home| &home.users).find(|user| user.owns(&row.email));
            let Some(owner) = owner.map(|user| user.user_principal_name.clone()) else { continue };
            let standing = if owner == row.email { Standing::ListedUser } else { Standing::ListedMail };
            let origin = Origin { address: row.email.clone(), standing, owner: Some(owner) };
            use redemption_engine::analysis::population::row::Known;
            let guest = person(&row, &origin, row.msa == Known::Yes, row.google == Known::Yes);
            let course = Walker::new(design.clone()).course(&guest, Manner::default(), &mut Paths::default());
            assert_eq!(
                (course.finish, course.provider, course.prompts),
                (fates[0].first.finish, fates[0].first.provider, fates[0].first.prompts),
                "{name}: {row:?}"
            );
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn a_hundred_thousand_rows_of_few_kinds_are_few_questions() {
    let mut text = String::from("email,entra,msa,google\n");
    for number in 0..100_000 {
        let domain = ["adatum.example", "gmail.com", "nowhere.example"][number % 3];
        text.push_str(&format!("guest{number}@{domain},unknown,no,no\n"));
    }
    let population = one(&text);
    let summary = population.summary();
    assert_eq!(summary.rows, 100_000);
    assert!(summary.questions <= 6, "{}", summary.questions);
    assert_eq!(summary.domains.len(), 3);
    assert!(std::mem::size_of::<redemption_engine::analysis::population::Kept>() <= 32);
}
