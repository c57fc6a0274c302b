//! Words of links that open the page: what went wrong with one. What a link holds is in `share`.

use super::{LANGUAGE, Language, words};

words! {
    example_link_could_not_loaded: "The example of the link could not be loaded. Check the connection.";
    scenario_link_could_not_loaded: "The scenario of the link could not be loaded. Check the connection.";
    link_not_followed_as_whole(error): "The link was not followed as a whole: {error}.";
    example_link_could_not_loaded_check:
        "The example of the link could not be loaded. Check the connection and open the link again.";
    link_not_followed_as_whole_nothing(error): "The link was not followed as a whole: {error}. Nothing of yours was changed.";
    scenario_link_cannot_read(error): "The scenario of the link cannot be read: {error}.";
    no_example_name_link_may(id):
        "There is no example of the name `{id}`. The link may be damaged, or of another version of the page.";
    example_link_not_opened_because(reason):
        "The example of the link was not opened, because the open scenario is not saved ({reason}). Export it first.";

    link_asks_for_view_page: "The link asks for a view that this page does not have.";
    step_link_not_in_scenario: "The step of the link is not in this scenario, so it is shown from its start.";
    step_link_not_found(error): "The step of the link was not found: {error}.";
    page_does_not_know(part): "the page does not know `{part}`";
    name_of_example_missing: "the name of an example is missing";
    names_two_examples: "it names two examples";
    has_beside_another(part): "it has `{part}` beside another one";
    part_is_damaged(part): "`{part}` is damaged";
}
