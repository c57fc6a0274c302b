//! Words of the saved scenarios, and of leaving one that is not saved.

use super::{LANGUAGE, Language, words};

words! {
    another_tab_has_changed_it: "another tab has changed it";
    exported: "Exported.";
    browser_did_not_take_download: "The browser did not take the download.";
    unsaved_work: "Unsaved work";
    open_scenario_not_saved(reason): "The open scenario is not saved ({reason}). It is lost if you go on without exporting it.";
    export_it: "Export it";
    go_on: "Go on";
    stay: "Stay";

    save_name: "Save name";

    scenarios_saved_in_browser_as: "Scenarios are saved in this browser as you work. Export them to keep a copy elsewhere.";
    export_all: "Export all";

    open_now_not_changed_yet: "Open now, not changed yet";
    open_now_not_saved: "Open now, not saved";
    no_guests: "no guests";
    guests[count]: one "1 guest", other "{count} guests";
    rules_of(guests, edition): "{guests}, rules of {edition}";
    scenario_no_longer_stored_another: "This scenario is no longer stored. Another tab may have deleted it.";
    a_scenario_needs_a_name: "A scenario needs a name.";
    renamed_to(name): "Renamed to {name}.";
    renaming_to(name): "Renaming to {name} …";
    not_renamed(error): "Not renamed: {error}.";
    not_duplicated(error): "Not duplicated: {error}.";
    another_tab_changed_scenario_close:
        "Another tab has changed this scenario. Close this dialog and choose which version to keep first.";
    is_back(name): "{name} is back.";
    all_scenarios(number): "all scenarios {number}";
    exported_scenarios_in_several_files(all): "Exported {all} scenarios in several files.";
    nothing_was_downloaded(error): "Nothing was downloaded: {error}.";
    downloaded_and(scenarios, versions): "Downloaded {scenarios} and {versions}.";
    and_beside_it(done, items): "{done} Beside it, in unreadable.json: {items}.";
    unreadable_json: "unreadable.json";

    everything_removed_browser: "Everything was removed from this browser.";
    not_everything_was_removed(error): "Not everything was removed: {error}.";
    everything: "Everything";
    remove_all_browser: "Remove all this from this browser?";
    cannot_undone_other_pages_site:
        "This cannot be undone. What other pages of this site have stored stays. Another tab keeps what it shows, and stores \
         it again only when you change it there.";
    download_everything_first: "Download everything first";
    remove_everything: "Remove everything";
    keep_it: "Keep it";
    versions_of_scenarios[count]: one "1 version of a scenario", other "{count} versions of scenarios";
    items_could_not_read[count]: one "1 item that could not be read", other "{count} items that could not be read";
    can_undone_journal_theme_widths: "what can be undone, the journal, theme, widths, speed and pause points";

    new_name: "New name";
    history_of: "History of";
    duplicate: "Duplicate";

    stored_in_browser_but_cannot:
        "This was stored in the browser but cannot be read. Its text is kept as it was. Download it before you remove it.";
    not_downloaded_yet_press_again: "Not downloaded yet. Press again to remove it for good.";
    removed: "Removed.";
    not_removed(error): "Not removed: {error}.";
    remove_without_a_copy: "Remove without a copy";
    bytes(size): " ({size} bytes)";
    count_of_versions[count]: one "1 version", other "{count} versions";
}
