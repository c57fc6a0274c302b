//! Words of the sheets that explain: about, rules, readings, problems, and of texts that are offered for copying.

use super::{LANGUAGE, Language, words};

words! {
    used_by_the_open_scenario: " (used by the open scenario)";
    documents_as_of(edition, date): "{edition}: the documents as of {date}";
    reading_as_in(reading, document): "{reading}, as in {document}";
    exactly_happens_to_guest_redeems(version):
        "What exactly happens to a guest who redeems a Microsoft Entra B2B invitation, step by step, and why. Version {version}.";
    independent_training_tool_not_affiliated:
        "Independent training tool. Not affiliated with or endorsed by Microsoft. Results are a simulation. Everything runs in \
         this page; nothing is sent anywhere; work is kept in this browser's storage.";
    without_a_network: "Without a network";
    tabs_do_not_know_of_each_other:
        "This address is not secure (https), so tabs of this page cannot agree on which of them changes a scenario: each of them may, and where \
         two have, the page asks which work is to stay.";
    editions_of_the_documents: "Editions of the documents";
    scenario_read_under_one_state:
        "A scenario is read under one state of Microsoft's documents. Choose it under Rules of, above the panels.";
    licences_code_in_page: "Licences of the code in this page";
    readings_in_force: "Readings in force";
    where_two_documents_disagree_reading: "Where two documents disagree, the reading is a setting, under Interpretations.";
    open_scenario_follows_recommended_readings: "The open scenario follows the recommended readings.";
    read: "Read: ";
    what_is_not_simulated: "What is not simulated";
    each_these_can_stop_or: "Each of these can stop or change a redemption that succeeds here.";
    rules: "Rules";
    all_rules_with_their_sources(count): "All {count} rules with their sources";
    documented_document_says_inferred_follows:
        "Documented: a document says so. Inferred: it follows from a document. Assumed: a choice of this model. Disputed: two \
         documents point different ways.";
    all_rules_of_the_model: "All rules of the model";
    rule: "Rule";
    what_the_service_does: "What the service does";
    basis: "Basis";
    editions: "Editions";

    problems: "Problems";
    problems_never_stop_run_show:
        "Problems never stop a run. They show what the portal or Microsoft Graph would refuse, what is probably not meant, and what \
         to know before trusting a result. What would be refused is kept as a draft.";
    refused_by_the_portal: "Refused by the portal";
    take_it_out: "Take it out";
    taken_out(problem): "Taken out: {problem}";
    nothing_questionable_in_scenario: "Nothing is questionable in this scenario.";
    warning: "Warning";
    go_to_the_setting: "Go to the setting";

    address_two_accounts_share_means: "An address that two accounts share means the work account";
    terms_use_shown_first_sign: "Terms of use are shown at the first sign-in only";
    social_and_unmanaged_accounts_create: "Social and unmanaged accounts create a password";
    missing_work_account_created_during: "A missing work account is created during redemption";
    every_attempt_in_audit_log: "Every attempt is in the audit log";
    link_in_mail_expires_after(days): "The link in the mail expires after {days} days";

    copied(what): "Copied {what}";
    browser_did_not_let_text: "The browser did not let the text be copied. It is selected: copy it with the keyboard.";
    browser_did_not_take_file: "The browser did not take the file.";
}
