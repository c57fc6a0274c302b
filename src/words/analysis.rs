//! Words of the questions asked of many runs: comparing two designs, all redemption orders, findings.

use redemption_engine::analysis::population::summary::Range;

use super::{LANGUAGE, Language, population, words};

words! {
    compare: "Compare A and B";
    compare_also: "difference diff second design duplicate what if proven edition guests";
    orders: "All redemption orders";
    orders_also: "best order providers passcode google fallback table requirements optimise";
    findings: "Findings";
    findings_also: "lint dead configuration never reached locked out coverage heat map";
    painting: "Paint the flow with the kinds of guests, or not";
    painting_also: "heat map coverage counts";

    no_worker_in_this_build: "this page was built without the part that works beside it";
    worker_could_not_start(reason): "the part that works beside the page could not start: {reason}";
    worker_stopped(reason): "the part that works beside the page has stopped: {reason}";
    no_reason_given: "the browser gives no reason";
    too_large_without_worker(reason): "Not worked out: {reason}. Without it this would block the page for too long. Load the page again and try once more.";
    answered_on_the_page(reason): "Worked out on the page itself, because {reason}.";
    not_understood: "The answer could not be read.";
    working: "Playing every kind of guest …";
    working_on_list: "Playing the people of the list …";
    people_of(done, all): "{done} of {all}";
    whom: "Who is counted";
    everyone_possible: "Everyone possible";
    my_list(people): "My list ({people})";
    one_person: "1 person";
    people(count): "{count} people";
    of_the_list(people): "{people} of the list";
    done_of(done, all): "{done} of {all} kinds of addresses";
    seconds_left[count]: one "about a second left", other "about {count} seconds left";
    cancelled: "Cancelled.";

    first_design: "A";
    second_design: "B";
    compare_lead:
        "Design A is the one this scenario began with, design B a copy that you change. Both belong to the scenario and are tried with the same guests.";
    duplicate_as_b: "Duplicate A as B";
    duplicated_as_b: "Duplicated as B";
    edit_b: "Edit B";
    edit_a: "Edit A";
    now_editing_b: "Design B in the settings";
    now_editing_a: "Design A in the settings";
    drop_b: "Drop B";
    dropped_b: "B dropped";
    drop_a: "Keep B, drop A";
    dropped_a: "A dropped";
    settings_show_b: "The settings and the flow show design B.";
    no_second_yet: "There is no design B yet.";
    settings_that_differ: "Settings that differ";

    compare_with: "Compare with";
    compare_with_help: "Design B for the same guest, another guest, or another edition of the documents.";
    with_second: "Design B";
    with_guest(name): "Guest {name}";
    with_edition(edition): "Rules of {edition}";
    the_current_guest(name): "For {name}";
    nobody_to_play: "There is no guest in this scenario.";
    same_path_same_end: "No difference: the same path to the same end.";

    mode: "How the steps are shown";
    overlay: "Overlay";
    side_by_side: "Side by side";
    as_table: "Table";
    only_on(name): "only on {name}";
    on_both: "on both";
    no_such_step: "no such step";
    check: "Check";
    consequences: "What comes of it";
    consequence: "What";
    number_of_pages: "Number of pages";
    redemption_orders: "Redemption orders";
    order_of(name): "Order of {name}";
    moves_from_to(provider, from, to): "{provider}: from place {from} to {to}.";
    only_in(provider, name): "{provider}: only in {name}.";
    fallback_changes(first, second): "Fallback: from {first} to {second}.";
    same_order: "Both orders are the same.";
    screens: "Pages";
    directory: "Directory";
    help_desk: "Help desk";
    each_side(first, a, second, b): "{first} {a}, {second} {b}";
    same_directory: "The same user object.";
    not_there: "nothing";
    group_with_note(group, note): "{group}. {note}";
    no_attempt: "Nothing: it does not end with an attempt to get in.";
    the_same(text): "The same: {text}";
    fallback(provider): "fallback: {provider}";
    differs: "differs";

    for_everyone: "For all guests";
    for_everyone_lead:
        "Every kind of guest that these two can tell apart is played under both.";
    proven: "Proven";
    not_proven: "Not proven";
    proven_equal: "Proven equal";
    profiles_played[count](edition): one "The only kind of guest was played, by the rules of {edition}.", other "All {count} kinds of guests were played, by the rules of {edition}.";
    profiles_found[count](edition): one "One kind of guest was played, by the rules of {edition}; there are more.", other "{count} kinds of guests were played, by the rules of {edition}; there are more.";
    class_count[count](share): one "1 kind of guest, {share}", other "{count} kinds of guests, {share}";
    kinds[count]: one "1 kind of guest", other "{count} kinds of guests";
    percent(number): "{number} %";
    below_one_percent: "below 1 %";
    above_99_percent: "above 99 %";
    percent_to(from, to): "{from}–{to} %";
    share_to(from, to): "{from} to {to}";
    smallest_example: "The plainest of them:";
    load: "Load";
    load_example_of(what): "Load an example of: {what}";
    example_loaded(what): "This scenario is an example of: {what}";
    example_named(scenario, what): "{scenario}: {what}";
    left_out: "What is left out";

    orders_lead:
        "Every order of the identity providers, with passcodes and Google on and off: 192 settings. Those that behave the same for everybody share a row.";
    orders_of_a: "What is varied is design A, which the settings show. Load changes it; Compare makes the order design B.";
    orders_of_b: "What is varied is design B, which the settings show. Load and Compare change it; design A stays as it is.";
    requirements: "Only those where";
    nobody_creates: "nobody has to create a Microsoft account";
    nobody_passcode: "nobody needs a passcode";
    nobody_newly_out: "nobody is shut out who comes in now";
    guests_of: "guests of";
    sign_in_at: "sign in at";
    any_domain: "any domain";
    requirement_is_open:
        "Choose a domain to require a provider for its guests: at least one of them comes in there, and everybody of them who can under any of these settings.";
    requirement_of_list: "What the list leaves open has to be as required both ways.";
    rows_of(shown, all): "{shown} of {all} behaviours";
    order: "Order";
    own_account: "Own account";
    passcode: "Passcode";
    new_account: "New account";
    dead_end: "Dead end";
    shut_out: "Shut out";
    prompts: "Pages per guest";
    now_in_force: "in force";
    refused: "refused by the admin center";
    passcode_on: "passcode on";
    passcode_off: "passcode off";
    google_on: "Google on";
    google_off: "Google off";
    order_words(primary, fallback): "{primary}; fallback: {fallback}";
    switches(passcode, google): "{passcode}, {google}";
    no_primary: "no primary provider";
    others_the_same[count]: one "1 more behaves the same", other "{count} more behave the same";
    load_order(order): "Load {order}";
    compare_order(order): "Compare with {order}";
    compare_this: "Compare";
    order_loaded: "Redemption order loaded";
    order_as_b: "Redemption order as design B";
    sort_by(column): "Sort by {column}";
    orders_ranked:
        "The best first: fewest shut out, then fewest new accounts, fewest passcodes, fewest pages; of equals the nearest to the settings in force.";
    counts_are_people[count]: one "Counted is the one person of the list.", other "Counted are the {count} people of the list; what the list leaves open is counted both ways, and of a range the upper end ranks.";
    counts_are_kinds(kinds, left_out):
        "Counted are kinds of guests, not people: {kinds} as discovery tells them apart, each once. Left out are {left_out} whom a provider refuses because they have no fitting account there.";
    nothing_meets: "No order does all that. Take a requirement away.";

    findings_lead: "What the design has that does nothing, whom it leaves without a way in, and what the guests of this scenario do not try.";
    nothing_found: "Nothing was found.";
    dead_settings: "In the design";
    dead_settings_in_a: "In design A";
    locked_out: "Locked out by design B";
    locked_out_lead: "Guests who have redeemed under design A and do not come in again under design B.";
    nobody_locked_out: "Nobody is locked out.";
    needs_second: "Make a design B under Compare A and B to see whom it locks out.";
    coverage: "Coverage";
    coverage_of_a: "Coverage of design A";
    coverage_of_b: "Coverage of design B";
    coverage_lead(tried, all): "The guests of this scenario pass {tried} of {all} checks that some guest can reach at a first attempt.";
    coverage_of_ends(tried, all): "They come to {tried} of {all} ends that some guest can reach at a first attempt.";
    coverage_lead_of_list(tried, all): "The guests of this scenario pass {tried} of {all} checks that somebody of the list can come to at a first attempt.";
    coverage_of_ends_of_list(tried, all): "They come to {tried} of {all} ends that somebody of the list can come to at a first attempt.";
    nobody_of_list_comes: "Checks that nobody of the list comes to at a first attempt";
    nobody_of_list_ends: "Ends that nobody of the list comes to at a first attempt";
    not_tried: "Checks that they do not pass";
    nobody_comes: "Checks that nobody can reach at a first attempt";
    everything_tried: "They pass all of them.";
    ends_not_tried: "Ends that they do not come to";
    nobody_ends: "Ends that nobody can reach at a first attempt";
    all_ends_tried: "They come to all of them.";
    paint_the_flow: "Paint the flow";
    painted_flow: "The flow is painted: the wider the edge of a check, the more kinds of guests come there.";
    painted_with_list: "The flow is painted: the wider the edge of a check, the more people of the list can come there.";
    stop_painting: "Stop painting";
    painted_list: "The same as a list";
    answered(answer, next): "{answer}, then {next}";
    with_count(what, count): "{what}: {count}";
}

/// A count of people, from the certain to the possible ones.
pub(crate) fn people_range(count: Range) -> String {
    let one = Range { certain: 1, possible: 1 };
    if count == one { one_person().to_owned() } else { people(population::range(count)) }
}

/// The same of the list.
pub(crate) fn people_of_the_list(count: Range) -> String {
    of_the_list(people_range(count))
}
