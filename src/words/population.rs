//! Words of the lists of invitees.

use redemption_engine::analysis::population::row::Column;
use redemption_engine::analysis::population::summary::Range;

use super::{LANGUAGE, Language, number, words};

words! {
    population: "Population";
    population_also: "csv list invitees users bulk many guests file spreadsheet what becomes of them";
    lead:
        "What becomes of a whole list of invitees under this design: a CSV file, or a list of users from Microsoft Graph. Up to four million rows.";
    stays_here:
        "The addresses stay in this page's memory. Nothing is sent or stored, and nothing goes into links, history or versions; closing or reloading the page forgets them. Only a person whom you load becomes a scenario, which is saved like any other.";
    open_list: "Open:";
    drop_list: "Forget this list";
    file: "A list";
    file_help:
        "Or drop a file anywhere on the page. The first row names the columns, one of them email; commas, semicolons and tabs are understood.";
    text: "Or its text";
    open_text: "Open the text";
    could_not_be_read: "The browser could not read it.";
    reading: "Reading and judging the list …";
    cancelled(read): "Cancelled when {read} % of the list were read. Nothing was counted; the list is still here.";
    counted(rows): "{rows} addresses counted.";

    columns: "What the columns mean";
    column_without_heading(number): "Column {number}, without a heading";
    no_meaning: "Nothing, leave it out";
    made_of_users(guests, others): "A list of users of Microsoft Graph: {guests} were invited; {others} were not, or are deleted, and are left out. What an identity does not show stays open.";
    users_go_on: "The list goes on at its next link.";
    judge: "Read and judge the list";
    judge_again: "Judge again";
    stale: "The settings have changed since this was counted.";

    column_email: "Invited address";
    column_label: "Name";
    column_entra: "Account in Microsoft Entra ID";
    column_upn: "User principal name";
    column_msa: "Personal Microsoft account";
    column_google: "Google account";
    column_way_in: "Way in";
    column_contact_conflict: "Contact object with the address";
    column_home_tenant: "Home tenant";
    column_language: "Language";
    column_tags: "Tags to group by";

    assumed_of_everybody: "What is assumed of everybody";
    assumed_invited: "An administrator invites them, and the mail arrives.";
    assumed_mail: "They can read their mailbox, and come by the link in the mail unless the list says otherwise.";
    assumed_open: "What the list leaves open is judged both ways; a count is then a range.";
    assumed_mistakes: "They want in and make no mistakes: they consent, accept terms, and do what a policy asks.";
    assumed_gates: "Where the scenario says something about an address, the scenario is followed.";

    result[count]: one "What becomes of one address", other "What becomes of {count} addresses";
    rejected[count]: one "One row cannot be read and was rejected.", other "{count} rows cannot be read and were rejected.";
    download_rejected: "Download rejected rows";
    first_rejected: "The first of them, with the reasons";
    rejected_line(line, reason): "Line {line}: {reason}";
    repeated[count](line, address): one "One row repeats an address and was left out: line {line}, {address}.", other "{count} rows repeat an address and were left out, the first in line {line}: {address}.";
    open_rows[count]: one "One row leaves open what matters, and is counted both ways.", other "{count} rows leave open what matters, and are counted both ways.";
    disagreements[count]: one "One kind of row says of an account what the scenario says otherwise; the scenario was followed.", other "{count} kinds of rows say of an account what the scenario says otherwise; the scenario was followed.";
    questions[count]: one "One kind of person was played.", other "{count} kinds of people were played; rows of one kind share the result.";
    group_by: "Group by";
    by_result: "Result";
    by_end: "End";
    by_change: "Change from A to B";
    by_domain: "Domain";
    by_tag: "Tag";
    rows: "Rows";
    share: "Share";
    in_a: "A";
    in_b: "B";
    share_in_a: "Share in A";
    share_in_b: "Share in B";
    changed: "Changed";
    results: "Results";
    results_in_a: "Results in A";
    named(name, text): "{name}: {text}";
    from_to(from, to): "{from}–{to}";
    prompts(pages): "Pages that ask somebody for something, all together: {pages}.";
    prompts_of_two(first, second): "Pages that ask somebody for something, all together: {first} in A, {second} in B.";
    help_desk: "For the help desk";
    help_desk_b: "For the help desk, under B";

    every_row: "Every row";
    filter: "Show";
    everybody: "All rows";
    only_open: "Rows that leave open what matters";
    only_changed: "Rows that change from A to B";
    rows_shown[count]: one "One row", other "{count} rows";
    keys: "Arrow keys, Page up, Page down, Home and End move; Enter goes to the person of the row.";
    address: "Address";
    becomes: "Result";
    provider: "Provider";
    pages: "Pages";
    tags: "Tags";
    change: "Change";
    opened_row(email): "{email} is shown below the rows";
    back_to_the_rows: "Back to the rows";
    can_mean_several: "The row leaves open what matters. It can mean:";
    group_and_end(group, end): "{group} ({end})";
    has_msa: "has a personal Microsoft account";
    no_msa: "no personal Microsoft account";
    has_google: "has a Google account";
    no_google: "no Google account";
    load: "Load as a scenario";
    load_person(email, group): "Load as a scenario: {email}, {group}";
    person_of_list(email): "From a list: {email}";

    take_along: "Take along";
    anonymous: "Anonymous";
    anonymous_help: "Numbers in place of addresses, and no names; domains and tags stay.";
    raw: "Raw values";
    raw_help: "Cells as they are, for machines.";
    raw_warning: "A cell that begins with =, +, - or @ is not guarded: a spreadsheet that opens the file may calculate it.";
    download_rows: "Download rows (CSV)";
    download_summary: "Download summary (Markdown)";
}

/// What a column is called.
pub(crate) const fn meaning(column: Column) -> &'static str {
    match column {
        Column::Email => column_email(),
        Column::Label => column_label(),
        Column::Entra => column_entra(),
        Column::Upn => column_upn(),
        Column::Msa => column_msa(),
        Column::Google => column_google(),
        Column::WayIn => column_way_in(),
        Column::ContactConflict => column_contact_conflict(),
        Column::HomeTenant => column_home_tenant(),
        Column::Language => column_language(),
        Column::Tags => column_tags(),
    }
}

/// A count of rows, from the certain to the possible ones.
pub(crate) fn range(range: Range) -> String {
    if range.certain == range.possible { number(range.possible) } else { from_to(number(range.certain), number(range.possible)) }
}
