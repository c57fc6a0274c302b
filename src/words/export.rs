//! Words of the export, and of the changes as Graph requests.

use super::{LANGUAGE, Language, words};

words! {
    no_guest: "no guest";
    files_and_texts_made_in:
        "Files and texts are made in this page and go nowhere else. Names in them are those of the scenario.";
    the_run_of: "The run of ";
    step_shown: ", at the step that is shown";
    nothing_to_export_scenario_no: "There is nothing to export: the scenario has no guest.";
    copied_the_text_of(name): "Copied the text of {name}.";
    browser_did_not_let_text: "The browser did not let the text be copied. Download it.";
    copy(what): "Copy: {what}";
    download(what): "Download: {what}";
    png: "PNG";
    svg: "SVG";

    this_scenario_redemption_json: "This scenario (.redemption.json)";
    all_scenarios_redemption_json: "All scenarios (.redemption.json)";
    report_markdown: "Report (Markdown)";
    flowchart_mermaid: "Flowchart (Mermaid)";
    sequence_mermaid: "Sequence (Mermaid)";
    audit_logs_csv: "Audit logs (CSV)";
    sign_in_logs_csv: "Sign-in logs (CSV)";
    settings_guests_and_stories_import: "Settings, guests and stories. Import opens it again, and the command line replays it.";
    everything_under_scenarios_in_one: "Everything under Scenarios in one file, without earlier versions.";
    differs_defaults_path_reasons_and:
        "What differs from the defaults, the path with reasons and sources, the pages, the outcome.";
    checks_passed_and_answers_between:
        "The checks that were passed and the answers between them, for wikis and issues that draw Mermaid.";
    goes_between_guest_mailbox_tenants:
        "What goes between guest, mailbox, tenants and providers, for wikis and issues that draw Mermaid.";
    entries_far_all_tenants_columns: "The entries so far of all tenants, with the columns of the admin center's download.";

    change_pack: "Change pack";
    change_pack_about:
        "One document for the change from design A to design B: settings, who is affected, requests with their rollback, and a text for each partner.";
    make_the_change_pack: "Make the change pack";
    the_change_pack: "the change pack";
    read_and_print: "Read and print";

    changes_as_graph_requests: "Changes as Graph requests";
    new_tenant_documented_defaults: "A new tenant with the documented defaults";
    administrator_sends_to_make_tenant:
        "What an administrator sends to make a tenant as the open scenario has it, and what puts the former settings back. \
         Nothing is sent from here. What the scenario cannot know stands between < and > and is filled in first.";
    tenant_as_now: "The tenant as it is now";
    import_your_tenant_into_scenario: "Import your tenant into a scenario of its own, then choose it here.";

    requests: "Requests";
    nothing_changes_nothing_to_send: "Nothing changes: there is nothing to send.";
    things_that_change_requests(things, requests): "Things that change: {things}. Requests: {requests}.";
    added: "added";
    removed: "removed";
    replaced: "replaced";
    no_request_puts_back_read: "No request puts this back: read the former value first.";
    sent_in(tenant): "In {tenant}.";
    puts_it_back: "Puts it back";
    beta_may_change_and_not: "Beta: it may change and is not meant for production.";
    json_of_request(request): "the JSON of {request}";
    permissions: "Permissions: ";
    powershell: "PowerShell";
    make_the_changes: "Make the changes";
    script_makes_changes: "the script that makes the changes";
    changes_ps1: "changes.ps1";
    put_the_former_settings_back: "Put the former settings back";
    script_puts_former_settings_back: "the script that puts the former settings back";
    rollback_ps1: "rollback.ps1";
    json_of_resource(name): "the JSON of {name}";
    graph_json: "Graph JSON";
    settings_as_microsoft_graph_would:
        "The settings as Microsoft Graph would answer. The import reads each of them, and all of them in one file.";
    all_in_one_file: "All in one file";
    the_json_of_all_resources: "the JSON of all resources";
    tenant_json: "tenant.json";
    left_out: "Left out";
    guests_stories_edition_and_readings: "Guests, their stories, the edition and the readings are the scenario's own. Besides:";
}
