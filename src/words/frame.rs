//! Words of the frame: title, bar, panels, regions, and what is announced when something is opened or undone.

use super::{LANGUAGE, Language, words};

words! {
    saved_items_could_not_read[count]:
        one "A saved item could not be read. It is kept as it is, under Scenarios.",
        other "{count} saved items could not be read. They are kept as they are, under Scenarios.";
    skip_links: "Skip links";
    setup: "Setup";
    guest_view: "Guest view";
    panels: "Panels";
    recovered(name): "{name} (recovered)";
    page_stopped_your_work_recovered: "The page had stopped. Your work was recovered as a scenario of its own.";
    page_stopped_and_left_cannot(error): "The page had stopped, and what it left cannot be read: {error}";

    product: "Invitation Redemption Simulator";
    more: "More";
    nothing_to(command): "Nothing to {command}";
    open_scenario: "Open scenario";
    exported(name): "Exported {name}";

    simulation_independent_training_tool_not:
        "A simulation by an independent training tool. Not affiliated with or endorsed by Microsoft. Nothing is kept or sent.";
    open_in_simulator: "Open in simulator";

    drawer: "Drawer";
    drawer_compare: "Compare";
    drawer_orders: "All orders";
    drawer_population: "Population";
    drawer_findings: "Findings and coverage";
    drawer_problems: "Problems";
    keep_in_drawer: "Keep in the drawer";
    open_large: "Open large";

    width_of(side): "Width of {side}";
    height_of(side): "Height of {side}";
    drag_or_use_arrow_keys: "Drag, or use the arrow keys. Enter or a double click sets the default.";
    your_own: "Your own";
    widths: "Sizes";

    loading: "Loading …";
    part_page_could_not_loaded: "This part of the page could not be loaded. Check the connection. ";

    your_work_was_kept: "Your work was kept.";
    last_change_may_lost: "The last change may be lost.";

    skip_to_settings: "Skip to settings";
    skip_to_flow: "Skip to flow";
    skip_to_steps: "Skip to steps";
    skip_to_guest_screen_and: "Skip to guest screen and reasons";
    skip_to_drawer: "Skip to drawer";
    skip_to_status: "Skip to status";

    scenario_open_in_another_tab: "This scenario is open in another tab. Take over to change it here.";
    tab_changes_scenario_already: "This tab changes the scenario already";
    the_path_differs_from(label, place): "{label}. The path differs from {place}.";
    undone(label): "Undone: {label}";
    done_again(label): "Done again: {label}";
    opened(name): "Opened {name}";
    place_of_run(noun, number, all, node, answer): "{noun} {number} of {all}: {node}, {answer}";

    light: "light";
    dark: "dark";
    high_contrast: "high contrast";
    system: "system";

    narrow: "Narrow";
    wide: "Wide";
    low: "Low";
    high: "High";
}
