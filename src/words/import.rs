//! Words of the import and its report.

use super::{LANGUAGE, Language, words};

words! {
    nothing_read_part_page_could: "Nothing was read: a part of the page could not be loaded. Try it again.";
    scenarios_open_as_new_ones:
        "Everything is shown first. Scenarios open as new ones, never over your own. Settings and guests go into the open \
         scenario as one change that can be undone. Nothing leaves this page.";
    readable_scenarios_tool_redemption_json(kinds):
        "Readable: scenarios of this tool (.redemption.json) and Microsoft Graph's JSON of {kinds}.";
    files: "Files";
    or_drop_files_anywhere_on: "Or drop files anywhere on the page.";
    no_text_yet_paste_here: "There is no text yet. Paste it here, then press Read.";
    text: "Text";
    read: "Read";

    how_do_i_get_this: "How do I get this?";
    all_only_reads_answers_hold:
        "All of it only reads. The answers hold names and addresses of guests; they stay in this browser. Permissions: ";
    with_microsoft_graph_powershell: "With Microsoft Graph PowerShell";
    script_asks_for_everything_and: "The script asks for everything and leaves one text on the clipboard and in tenant.json.";
    script_reads_settings: "the script that reads the settings";
    read_tenant_ps1: "read-tenant.ps1";
    with_graph_explorer: "With Graph Explorer";
    make_each_call_and_paste: "Make each call and paste the answers one after another, as many as you like.";
    or_make_them_once_post:
        "Or make them at once: POST https://graph.microsoft.com/v1.0/$batch with this body, and the same below beta.";
    the_body_of_the_batch: "the body of the batch";
    body_batch_below_beta: "the body of the batch below beta";

    imported(what): "Imported {what}";
    imported_resources(some): "Imported {some} resources";
    taken: "Taken";
    repaired: "Repaired";
    ignored: "Ignored";
    worth_knowing: "Worth knowing";
    not_read(refused): "{refused} not read";
    scenarios_found[count]: one "1 scenario found", other "{count} scenarios found";
    nothing_was_found: "Nothing was found.";

    what_was_read: "What was read";
    nothing_is_taken_yet: "Nothing is taken yet.";
    nothing_changes_scenario_already: "Nothing changes: the scenario is so already.";
    taken_as_one_change: "Taken, as one change.";
    undone_or_newer_changes: "Undone, or there are newer changes.";
    apply_all: "Apply all";
    apply_chosen: "Apply chosen";
    not_read_nothing_changed(error): "Not read: {error}. Nothing was changed.";
    keep_all_as_new(number): "Keep all {number} as new";
    nothing_is_kept_yet: "Nothing is kept yet.";
    saving_of(done, all): "Saving: {done} of {all} …";
    not_everything_was_kept(error): "Not everything was kept: {error}.";
    versions_come_along[count]:
        one "The file has 1 version of it, which comes along.", other "The file has {count} versions of it, which come along.";
    not_all_versions_kept(name, error): "Not all versions of {name} were kept: {error}.";
    part_not_read(name, error): "{name}: not read: {error}.";
    new_under_scenarios_of(stored, all): "New under Scenarios: {stored} of {all}.";
    for_scenario(scenario): "For {scenario}:";
    not_recognised: "not recognised";
    nothing_changes: "Nothing changes.";
    and_more(number): "and {number} more";
}
