//! Words of the flowchart, the other views of the run, its steps and branches.

use super::{LANGUAGE, Language, words};

words! {
    overview: "Overview";
    every_check: "Every check";
    redemption_flow: "Redemption flow";
    level_of_detail: "Level of detail";
    hide_unused_rows: "Hide unused rows";
    left_and_right_step_through:
        "Left and Right step through time, Home and End go to the first and last step, Up and Down move between checks, Enter \
         shows why, B sets a pause point.";

    branches_of_the_story(entries): "{entries} branches of the story";
    remove_branch(number): "Remove branch {number}";
    branch(number, parts): "Branch {number}: {parts}";
    now_mark: " · now";
    as_first_told: "as first told";
    from_branch(act, told, branch): "{act}: {told}, from branch {branch}";

    chapters_of_the_story: "Chapters of the story";

    no_guest_in_scenario_add: "There is no guest in this scenario.";
    ways_to_start: "Ways to start";
    step_through_an_example: "Step through an example";
    from_the_gallery: "A finished scenario from the gallery.";
    build_my_tenant: "Build my tenant";
    adds_a_guest_to_start_with: "Adds a first guest; the rest is under Settings.";
    from_what_a_guest_says: "From what a guest says to what explains it.";
    step(number): "step {number}";
    pause_point: ", pause point";
    exits: "Exits";
    guest_decides: "Guest decides";
    stops_here: "Stops here";
    passed: "Passed";
    ended_here: "Led to the end";
    not_simulated: "Not simulated";
    no_match: "No match";
    not_set_up: "Not set up";
    later: "Later";

    step_and_check: "Step and check";
    facts: "Facts";
    reason: "Reason";
    source: "Source";

    who_takes_part: "Who takes part";
    from_to_colon(from, to): "{from} to {to}: ";
    copied_sequence_as_text_for: "Copied the sequence as text for Mermaid";
    browser_did_not_let_text: "The browser did not let the text be copied. Select and copy it, or save it as a file.";
    as_text_for_mermaid: "As text for Mermaid";
    copy_text: "Copy text";
    save_as_file: "Save as file";
    sequence_as_text_for_mermaid: "Sequence as text for Mermaid";

    steps_and_time: "Steps and time";
    seen: "Seen";
    user_object: "User object";
    mails: "Mails";
    log_entries: "Log entries";
    is_now: " is now ";
    changed_to(kind, to): "{kind} to {to}";
    audit(tenant, activity, result): "{tenant}, audit: {activity} ({result})";
    sign_in_to(tenant, application, result, code): "{tenant}, sign-in to {application}: {result}{code}";

    position_of(position, last): "{position} of {last}";
    pause: "Pause";
    play: "Play";
    settings_changed: "Settings changed";
    settings_changed_path_differs(number): "Settings changed: the path differs from {number}.";
    go_there: "Go there";

    playback: "Playback";
    speed: "Speed";
    step_by: "Step by";
    scroll_along_with_the_cursor: "Scroll along with the cursor";
    quiet_announce_no_steps_to: "Quiet: announce no steps to screen readers";
    playing_stops_where_guest_decides: "Playing stops where the guest decides, and at pause points.";
    pause_at(node): "Pause at: {node}";
    remove_all_pause_points(count): "Remove all pause points ({count})";

    view_of_the_run: "View of the run";
    outline: "Outline";
    sequence: "Sequence";
    timeline: "Timeline";

    rows_of_the_flow: "Rows of the flow";
    pages_the_guest_sees: "Pages the guest sees";
    page: "Page";
    paused: "Paused";
    nothing_comes_after_this_step: "Nothing comes after this step";
    playing: "Playing";
    paused_the_guest_decides: ". Paused: the guest decides";
    paused_pause_point: ". Paused: pause point";
    the_end: ". The end";
    no_pause_at_any_more(name): "No pause at {name} any more";
    playing_pauses_at(name): "Playing pauses at {name}";
    all_pause_points_removed: "All pause points removed";
    went_to_branch(number): "Went to branch {number}";
    at_branch(number, here): "Branch {number}. {here}";
    branch_removed(number): "Branch {number} removed";
    taken: " (taken)";

    kinds_of_guests[count]: one "1 kind of guest", other "{count} kinds of guests";
}

/// How many kinds of guests come somewhere.
pub(crate) fn kinds(count: u64) -> String {
    kinds_of_guests(usize::try_from(count).unwrap_or(usize::MAX))
}
