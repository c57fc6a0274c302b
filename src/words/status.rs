//! Words of the status, its notices, storage, tabs and the work without a network.

use super::{LANGUAGE, Language, words};

words! {
    screens[count]: one "1 screen", other "{count} screens";
    other_readings[count]: one "1 other reading", other "{count} other readings";
    refused[count]: one "1 refused", other "{count} refused";
    no_problems: "No problems";
    warnings[count]: one "1 warning", other "{count} warnings";
    notes[count]: one "1 note", other "{count} notes";
    your_work_not_being_saved(reason): "Your work is not being saved: {reason}. Export it to keep it.";
    storage_full[versions]:
        one "The browser's storage for this site is full. To save your work, the oldest automatic version was removed.",
        other "The browser's storage for this site is full. To save your work, the {versions} oldest automatic versions were removed.";
    export_to_keep_it: "Export to keep it";
    no_guest: "No guest";
    read_only_open_in_another: "Read only: open in another tab";
    saved_in_this_browser: "Saved in this browser";
    saved_but_crash_may_lose: "Saved, but a crash may lose the last seconds";
    saving: "Saving …";
    crash_may_lose_it(done): "{done} A crash of the browser may lose it in the next seconds.";
    kept_by_the_page(done): "{done} It is kept as long as this page is open.";
    versions_brought_back[count]:
        one "The browser was closed before it had stored everything. A named version was brought back from the journal.",
        other "The browser was closed before it had stored everything. {count} named versions were brought back from the journal.";
    another_tab_removed_everything:
        "All data was removed in another tab. What is open here is stored again only when you change it.";
    not_saved_fresh_page: "Not saved: fresh page";
    not_saved: "Not saved";
    not_saved_open_in_another: "Not saved: open in another tab";
    notices: "Notices";
    another_tab_changed_scenario_tab: "Another tab has changed this scenario. This tab no longer saves over it.";
    load_that_version: "Load that version";
    keep_mine_as_a_copy: "Keep mine as a copy";
    another_tab_scenario_open_changes:
        "Another tab has this scenario open. Its changes are shown here; this tab changes nothing.";
    take_over: "Take over";
    make_a_copy: "Make a copy";
    free_space: "Free space";
    copied: "Copied";
    kept_as_a_copy: "Kept as a copy";
    load: "Load";
    load_it: "Load it";
    load_again: "Load again";
    is_back(name): "{name} is back";

    larger_than_16_mib_not(file): "`{file}` is larger than 16 MiB, so it was not read";
    the_browser_could_not_read(file): "the browser could not read `{file}`";

    not_known_yet: "Not known yet.";
    not_offered_here: "Not offered here.";
    not_address_browsers_keep_page: "Not from this address: browsers keep a page only when it comes by https.";
    the_files_are_being_fetched: "The files are being fetched.";
    yes_page_opens_without_network: "Yes: this page opens without a network.";
    yes_a_new_version_waits: "Yes; a new version waits.";
    not_kept(reason): "No: {reason}.";
    no_new_version_waits: "No new version waits.";
    page_not_kept_in_browser: "This page is not kept in the browser, so it is as new as when it was loaded.";
    host_could_not_asked_check: "The host could not be asked. Check the connection.";
    there_is_a_new_version: "There is a new version.";
    this_is_the_newest_version: "This is the newest version.";
    browser_no_service_workers_or: "this browser has no service workers, or they are off";
    another_tab_changed_to_new:
        "Another tab has changed to a new version. This tab goes on as it is; load it again when it suits you.";
    ready_to_work_offline: "Ready to work offline";
    file_could_not_fetched_or: "a file could not be fetched, or there is no room";
    new_version_page_your_work: "A new version of this page is there. Your work is saved before it is loaded.";
    the_browser_gives_no_reason: "the browser gives no reason";

    as_opened: "As opened";
    changed: "Changed";
    written_in_another_tab_same: "Written in another tab at the same time";

    journal_could_not_cleared_clear: "The journal could not be cleared. Clear the data of this site in the browser's settings.";

    browser_closed_before_stored_everything(name):
        "The browser was closed before it had stored everything. The last changes of {name} were brought back from the journal.";

    tab_changes_scenario_now: "This tab changes the scenario now";
    another_tab_changes_scenario_now: "Another tab changes the scenario now";
}
