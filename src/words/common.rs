//! Words that several parts of the page share, so that they stay the same everywhere.

use super::{LANGUAGE, Language, words};

words! {
    new_scenario: "New scenario";
    flow: "Flow";

    commands: "Commands";
    scenario_renamed: "Scenario renamed";
    scenario: "Scenario";
    guest: "Guest";
    rules_of: "Rules of";
    theme(theme): "Theme: {theme}";
    browser_did_not_take_download(name): "The browser did not take the download of {name}.";

    steps: "Steps";
    settings: "Settings";
    full_screen: "Full screen";

    waiting_for_the_guest: "Waiting for the guest";
    no_rule_for_this_case: "No rule for this case";
    count_of_scenarios[count]: one "1 scenario", other "{count} scenarios";
    dismiss: "Dismiss";
    try_again: "Try again";
    export: "Export";
    name_of_copy(name): "{name} (copy)";
    undo: "Undo";
    examples: "Examples";
    download: "Download";
    could_not_be_brought_back(name, error): "{name} could not be brought back: {error}.";

    scenarios: "Scenarios";
    import: "Import";
    share: "Share";
    troubleshoot: "Troubleshoot";
    about: "About";
    save_named_version: "Save named version";
    history: "History";
    download_everything: "Download everything";
    clear_all_data: "Clear all data";
    download_the_scenario: "Download the scenario";
    look_for_a_new_version: "Look for a new version";
    load_the_new_version: "Load the new version";
    next_step: "Next step";
    settings_of_the_guest: "Settings of the guest";
    settings_of_the_resource_tenant: "Settings of the resource tenant";
    print: "Print";
    print_preview: "Print preview";
    end: "End";

    resource_tenant: "Resource tenant";
    home_tenants: "Home tenants";

    setting: "Setting";
    default: "Default";

    apps_access_panel_my_apps: "Apps access panel (My Apps)";
    office_365: "Office 365";

    remove: "Remove";

    display_name: "Display name";
    administrators_see_it: "Administrators see it.";
    federation: "Federation";

    none: "none";

    copy: "Copy";
    to_fill_in: "To fill in: ";
    documented_in: "Documented in ";

    name: "Name";
    with_commas_between_them: "With commas between them.";
    notification_language: "Notification language";
    such_as_de_default_none: "Such as de. Default: none.";
    default_no: "Default: no.";
    organization: "Organization";

    link_in_mail_works_once: "The link in the mail works once";

    send_invite_message: "Send invite message";
    user_type: "User type";
    invite_redirect_url: "Invite redirect URL";

    commas_between_them_default_none: "With commas between them. Default: none.";
    location: "Location";
    sign_in_risk: "Sign-in risk";
    user_risk: "User risk";

    policy: "Policy";

    terms_of_use: "Terms of use";
    conditional_access: "Conditional Access";
    redemption_order: "Redemption order";
    application: "Application";

    user: "User";

    close: "Close";

    from_to(from, to): "{from} to {to}";
    sources: "Sources";

    saved(name): "Saved {name}.";
    saving_named(name): "Saving {name} …";
    the_browser_did_not_take(file): "The browser did not take {file}.";

    all_scenarios: "all scenarios";

    search: "Search";
    open_named(name): "Open {name}";
    copy_link: "Copy link";
    open: "Open";

    changed: "changed";

    from: "From";
    to: "To";
    nothing_is_different: "Nothing is different.";
    now: "Now";

    deleted(name): "Deleted {name}.";
    was_not_deleted(name, error): "{name} was not deleted: {error}.";
    exported(name): "Exported {name}.";

    actions_for: "Actions for";
    rename: "Rename";
    delete: "Delete";

    could_not_be_read: "Could not be read";

    pasted_text: "Pasted text";

    open_now: "Open now";

    cancel: "Cancel";

    note: "Note";

    undated: "undated";

    stays_here: "stays here";
    not_in_the_order: "Not in the order";
    not_reached: "Not reached";

    answer: "Answer";

    saved_file(file): "Saved {file}";

    step: "Step";

    storyboard: "Storyboard";

    simulated: "SIMULATED";

    waits_for_guest: "waiting for the guest";

    ends: "end";
}
