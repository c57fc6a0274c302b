//! Words of the place in view: pages, reasons, directory, mails, logs, and what can be done next.

use super::{LANGUAGE, Language, words};

words! {
    guest_screen_reasons_directory_mails: "Guest screen, reasons, directory, mails and log";
    guest_screen: "Guest screen";
    why: "Why";
    directory: "Directory";
    mails_and_log: "Mails and log";

    not_page_guest: "not a page of the guest";
    invite: "Invite";
    go_on_button: "Continue";
    yes: "Yes";
    no: "No";
    email: "Email";
    invite_external_user: "Invite external user";
    guest_invited: "Guest invited";
    the_guest_cannot_be_invited: "The guest cannot be invited";

    no_guest_is_selected: "No guest is selected.";
    user_object_in_resource_tenant: "User object in the resource tenant";
    as_microsoft_graph_names_properties: "As Microsoft Graph names its properties, at this step.";
    property: "Property";
    value: "Value";
    in_the_portal: "In the portal";
    no_guest_object_yet_invitation: "There is no guest object yet: this is what the invitation would make.";
    guest_object_deleted_and_can: "The guest object is deleted and can be restored. These were its properties.";
    guest_object_gone_for_good: "The guest object is gone for good. These were its properties.";

    what_do_other_editions_say: "What do other editions say?";
    it_ends_with(outcome): "If the guest goes on, it ends with “{outcome}”.";
    switch_to_the_edition(name): "Switch to the edition {name}";
    switch_to_it: "Switch to it";
    the_same_rule: "the same rule";
    the_rule: "the rule";
    by_rule(rule, id): "by {rule} {id}";
    a_person_decides(rule): "a person decides, {rule}";
    guest_does_not_come_to: "this guest does not come to the check";
    flow_no_such_check: "the flow has no such check";

    other_ways_page_can_end: "Other ways this page can end";
    service_or_provider_finds(number): "By what the service or a provider finds ({number})";
    leads_to(page): "leads to: {page}";
    ends_with(outcome): "ends with: {outcome}";

    simulated_address: "Simulated address: ";

    cause: "Cause";
    what_helps: "What helps";

    application(application): "{application} (application)";
    success: "Success";
    failure: "Failure";
    service: "Service";
    category: "Category";
    status: "Status";
    status_reason: "Status reason";
    initiated_by: "Initiated by";
    target: "Target";
    target_id: "Target id";
    correlation_id: "Correlation ID";
    modified_properties: "Modified properties";
    old_value: "Old value";
    new_value: "New value";
    not_documented: "not documented";
    sign_in_error_code: "Sign-in error code";
    failure_reason: "Failure reason";
    username: "Username";
    user_id: "User ID";
    resource_tenant_id: "Resource tenant ID";
    home_tenant_id: "Home tenant ID";
    cross_tenant_access_type: "Cross tenant access type";
    signed_in_at: "Signed in at";
    sign_in_type: "Sign-in type";
    interactive: "Interactive";
    non_interactive: "Non-interactive";
    client_app: "Client app";
    policies: "Policies";
    multifactor_authentication: "Multifactor authentication";
    device: "Device";

    export_csv: "Export CSV";
    export_json: "Export JSON";
    logs_so_far: "Logs so far";
    whose_log: "Whose log";
    which_log: "Which log";
    simulated_people_ids_and_network: "Simulated: people, ids and network addresses are made up; times are those of the story.";
    audit_log: "Audit log";
    sign_in_log: "Sign-in log";
    no_audit_entry_written_step: "No audit entry has been written at this step.";
    no_sign_in_entry_written: "No sign-in entry has been written at this step.";

    mails_so_far: "Mails so far";
    no_mail_sent_step: "No mail has been sent at this step.";
    no_mail_sent_because_guest(time): "{time}: no mail was sent, because the guest has blocked invitations of this organization.";
    documents_name_neither_sender_nor: "The documents name neither the sender nor the subject of this mail.";
    reply_to: "Reply to";
    subject: "Subject";
    language: "Language";
    mail_to(to): "to {to}";

    guests_language: "guest's language";
    english: "English";
    german: "German";
    drawn_as(device, language): "Drawn as: {device}, {language}";
    frame: "Frame";
    colours: "Colours";
    branding: "Branding";

    what_happens_next: "What happens next?";
    simulated_time(now): "Simulated time: {now}";
    go_on(name): "Go on: {name}";
    not_offered_as_things_trying: "Not offered as things are; trying shows why:";
    days: "Days";
    wait(days): "Wait {days}";
    time_passes: "Time passes";
    your_administrator_invitation_and_guest: "Your administrator: invitation and guest";
    your_administrator_settings: "Your administrator: settings";
    the_partners_administrator: "The partner's administrator";

    accepted: "Accepted";

    why_it_ends_here: "Why it ends here";

    what_would_turn_this_answer: "What would turn this answer?";
    no_single_change_setting_or: "No single change of a setting or an account does.";
    try_what(what): "Try it: {what}";
    try_it: "Try it";
    then_ends_with(outcome): " If the guest goes on, it ends with “{outcome}”.";
    then_the_answer_is(answer, ends): "then the answer is “{answer}”.{ends}";
    tried(what): "Tried: {what}";

    change_what(what): "Change: {what}";
    change: "Change";
    step_of(number, all): "Step {number} of {all}";
    looked_at: "Looked at";
    the_flow_goes_on_with(to): "The flow goes on with: {to}";
    changes: "Changes";
    rule: "Rule ";
    holds_in(editions): "holds in {editions}";
    nothing_set_up_for_check: "Nothing is set up for this check, and this guest does not come here.";
    guest_does_not_come_here(step, from, answer, to):
        "This guest does not come here: {step}“{from}” answers “{answer}”, and the flow goes on with “{to}”.";
    step(number): "step {number}, ";
    guest_not_come_here: "This guest has not come here.";

    note_changed: "Note changed";
    note_for_trainer_step: "Note for the trainer, at this step";
    note_for_trainer_scenario: "Note for the trainer, of the scenario";
    notes_for_the_trainer: "Notes for the trainer";

    edition_changed: "Edition changed";
    edition_changed_to(edition, after): "Edition changed to {edition}: {after}";
    the_same_path: "the same path";
    another_path_on_in_chapter(at, chapter): "another path from “{at}” on, in chapter {chapter}";
    it_ends_as_before(path, is): "{path}. It ends as before: {is}.";
    it_ended_with_now(path, was, is): "{path}. It ended with: {was}. Now: {is}.";

    phone: "Phone";
    tablet: "Tablet";
    desktop: "Desktop";
    as_this_page: "As this page";
    light: "Light";
    dark: "Dark";
    the_guests_own: "The guest's own";
}
