//! Words of the presentation, the printout and pictures.

use super::{LANGUAGE, Language, words};

words! {
    presentation: "Presentation";
    size_of_type: "Size of type";
    type_size(size): "Type {size}";
    key_full_stop: "Key: . (full stop)";
    blank: "Blank";
    key_esc: "Key: Esc";
    leave: "Leave";
    blank_screen: "Blank screen";
    show_the_page_again: "Show the page again";

    no_guest_in_scenario_nothing: "There is no guest in this scenario, so there is nothing to print.";

    redemption_flow(run): "Redemption flow: {run}";
    what_the_numbers_stand_for: "What the numbers stand for";

    reasons_and_sources: "Reasons and sources";
    independent_training_tool_not_affiliated:
        "Independent training tool. Not affiliated with or endorsed by Microsoft. Results are a simulation. Documented: a \
         document says so. Inferred: it follows from a document. Assumed: a choice of this model. Disputed: two documents \
         point different ways.";

    home_tenant(name): "Home tenant: {name}";
    page_head(guest, address, edition): "{guest} <{address}> · {edition} · Invitation Redemption Simulator";
    outcome: "Outcome";
    configuration: "Configuration";
    differs_defaults_redemption_order_in: "What differs from the defaults; the redemption order in any case.";
    resource_tenant(name): "Resource tenant: {name}";
    guest(name): "Guest: {name}";
    notes: "Notes";

    flowchart_picture: "Flowchart (picture)";
    storyboard_picture: "Storyboard (picture)";
    part_flow_cursor_as_shown:
        "The part of the flow at the cursor, as it is shown, dark on white; its words stay text in an SVG.";
    every_page_run_sees_and: "Every page of the run with who sees it and what is done on it, dark on white.";
    draws_picture_could_not_loaded: "What draws the picture could not be loaded. Check the connection and try again.";
    no_guest_in_scenario_nothing_to: "There is no guest in this scenario, so there is nothing to draw.";
    browser_could_not_make_png: "The browser could not make a PNG file.";
    copied_the_picture: "Copied the picture";
    browser_did_not_let_picture: "The browser did not let the picture be copied.";
    you_can_download_as_file(failed): "{failed} You can download it as a file.";

    no_rule_for_this_case: "no rule for this case";

    storyboard(run): "Storyboard: {run}";
    step(first): "Step {first}";
    steps(first, last): "Steps {first}–{last}";

    print_preview_esc_closes_it: "Print preview. Esc closes it.";
    print_preview_closed: "Print preview closed";
    printout_could_not_loaded_check: "The printout could not be loaded. Check the connection and try again.";
    browser_does_not_print_here: "The browser does not print from here. Use its own print command.";

    presentation_page_down_and_page: "Presentation. Page Down and Page Up step, the full stop blanks the screen, Esc leaves.";
    presentation_left: "Presentation left";
    screen_blank_any_key_presentation: "The screen is blank. Any key of the presentation shows it again.";
    the_screen_is_shown_again: "The screen is shown again";
    browser_does_not_give_whole: "The browser does not give the whole screen. The presentation goes on without it.";
}
