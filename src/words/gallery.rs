//! Words of the gallery of examples.

use super::{LANGUAGE, Language, words};

words! {
    provider: "Provider";
    error: "Error";
    edition: "Edition";
    beginner: "Beginner";
    intermediate: "Intermediate";
    expert: "Expert";
    example_opens_as_new_scenario: "An example opens as a new scenario. Your scenario stays under Scenarios.";
    of_examples(count, total): "{count} of {total} examples";
    no_example_all: "No example has all of that. ";
    clear_the_filters: "Clear the filters";
    level: "Level";
    all_levels: "All levels";
    copy_link_to(preset): "Copy link to {preset}";
    link_copied: "Link copied.";
    browser_did_not_let_link(link): "The browser did not let the link be copied. It is {link}";
    level_and_tags: "Level and tags";
    show_outcome: "Show outcome";
}
