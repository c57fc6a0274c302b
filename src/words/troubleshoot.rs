//! Words of troubleshooting.

use super::{LANGUAGE, Language, words};

words! {
    choose_reported_or_paste_error:
        "Choose what is reported, or paste an error code, a message or a log. Each cause says who can do what about it, and \
         most of them can be loaded as a scenario. Nothing leaves this page.";
    recommended_documents: "Recommended documents";

    load_scenario_shows: "Load a scenario that shows it";

    no_text_yet_paste_code: "There is no text yet. Paste a code, a message or a log entry, then press Find causes.";
    error_code_message_or_log: "Error code, message or log";
    aadsts50020: "AADSTS50020";
    sign_in_and_audit_logs: "Sign-in and audit logs can be read as Microsoft Graph's JSON and as the admin center's CSV.";
    find_causes: "Find causes";
    or_a_log_file: "Or a log file";
    no_symptom_fits: "No symptom fits.";
    not_read(error): "Not read: {error}.";
    symptoms_fit_listed_below[count]: one "1 symptom fits; it is listed below.", other "{count} symptoms fit; they are listed below.";
    codes(list): "Codes: {list}.";
    activities(list): "Activities: {list}.";
    read_as(kind, result): "Read as {kind}. {result}";
    reported_by_whom(who): "Reported by: {who}.";
    error_code(code): "AADSTS{code}";

    the_guest: "The guest";
    the_inviter: "The inviter";
    the_sign_in_log: "The sign-in log";
    the_audit_log: "The audit log";
    what_is_reported: "What is reported";
    of_symptoms(shown, total): "{shown} of {total} symptoms";
    show_all_symptoms: "Show all symptoms";
    reported_by: "Reported by";
    anybody: "Anybody";
}
