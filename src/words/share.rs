//! Words of sharing by a link, and of a link that somebody followed.

use super::{LANGUAGE, Language, words};

words! {
    scenario_of_a_link: "Scenario of a link";
    somebody_sent_you_scenario_within:
        "Somebody has sent you this scenario within the link. Nothing is opened yet; your own work stays as it is either way.";
    same_as_open_scenario: "It is the same as the open scenario, ";
    things_differ_open_scenario[count]: one "One thing differs from the open scenario, ", other "{count} things differ from the open scenario, ";
    open_as_new: "Open as new";
    compare_with_mine: "Compare with mine";
    what_differs_in_it: "What differs in it from mine";
    this_link_cannot_be_read: "This link cannot be read";
    what_failed: "What failed: ";
    your_own_work_as: " Your own work is as it was.";
    back_to_my_work: "Back to my work";
    start_empty: "Start empty";
    load_page_again_to_get: "Load the page again to get its newest version, then follow the link once more.";
    mail_programs_cut_and_change:
        "Mail programs cut and change long links. Ask for the link again, or for the scenario as a file, which Import reads.";
    ask_whoever_sent_for_scenario: "Ask whoever sent it for the scenario as a file, which Import reads.";
    guests: "Guests";
    stories: "Stories";
    acts[count]: one "1 act", other "{count} acts";
    notes_at_steps: "Notes at steps";
    and_more(some, number): "{some} and {number} more";
    at_step_of_part(step, chapter): "at step {step} of part {chapter}";
    in_the_view(view): "in the view {view}";
    as_a_presentation: "as a presentation";
    it_opens(parts): "It opens {parts}.";

    link_holds_whole_scenario_settings:
        "The link holds the whole scenario: settings, guests, their stories, notes. Whoever opens it sees what it holds before \
         anything is opened, and gets a copy.";
    link_would_characters_above_not(length, most):
        "The link would have {length} characters. Above {most} it is not made, because hardly any program takes it whole. Send \
         the scenario as a file; whoever gets it chooses Import.";
    who_can_read_it: "Who can read it";
    everybody_gets_link_and_every: "Everybody who gets the link, and every program it passes: it is packed, not encrypted.";
    host_page_does_not_browsers: "The host of this page does not: browsers do not send what stands after # to it.";
    mail_gateways_check_links_rewrite:
        "Mail gateways that check links rewrite the whole of it, read it on their servers, and may break a long one. Chats and \
         mail keep it. For names of real people choose Without names, or hand over a file.";
    what_the_link_opens: "What the link opens";
    the_step_where_i_am: "The step where I am";
    the_view_that_i_see: "The view that I see";
    a_presentation: "A presentation";
    page_stores_nothing_for_shared: "A page that stores nothing, for a shared computer";
    without_names: "Without names";
    copied_characters(chars): "Copied: {chars} characters.";
    browser_did_not_let_link: "The browser did not let the link be copied. It is selected: press Ctrl+C, or ⌘C on a Mac.";
    link: "Link";
    copy_without_names: "Copy without names";
    fits_mail_chat_and_qr: "fits mail, chat and a QR code";
    some_mail_programs_cut_links: "some mail programs cut links of this length; a chat or a file is safer";
    characters(length, far): "{length} characters: {far}.";
    length_of_the_link: "Length of the link";
    names_and_ids[count]: one "1 name or id", other "{count} names and ids";
    addresses[count]: one "1 address", other "{count} addresses";
    domains[count]: one "1 domain", other "{count} domains";
    web_addresses[count]: one "1 web address", other "{count} web addresses";
    notes_and_messages_left_out[count]: one " One note or message is left out.", other " {count} notes and messages are left out.";
    replaced_made_up_ones_name(parts, left_out):
        "Replaced by made-up ones: {parts}.{left_out} The name of the scenario is gone, too. Settings, stories, dates, \
         languages and well-known mail domains such as gmail.com are kept, so runs go as before.";

    scenario_on_screen: "Open this scenario on a screen";
    qr_code_link_above: "QR code of the link above";
    says_same_as_link_above: "It says the same as the link above. A camera needs it large and sharp; a long link makes it dense.";
    link_too_long_for_qr: "The link is too long for a QR code, which holds at most 2,953 characters.";
    qr_code: "QR code";
}
