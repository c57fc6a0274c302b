//! Words of what would have to change, and of what explains what a guest says.

use super::{LANGUAGE, Language, words};

words! {
    what_would_have_to_change: "What would have to change";
    what_would_have_to_change_also: "counterfactual how to reach fix smallest changes provider why not unblock";
    ways_lead:
        "The smallest sets of one, two or three changes that lead to the goal, each played from the guest's first attempt. \
         For a party that is not listed no such set was found.";
    goal: "Goal";
    goal_in: "The guest comes in";
    goal_node(name): "The guest comes to: {name}";
    goal_outcome(name): "It ends with: {name}";
    goal_provider(name): "The guest signs in with: {name}";
    goals_provider: "Provider";
    goals_outcome: "Outcome";
    goals_node: "Check";
    sets_of(done, all): "{done} of at most {all} sets";
    trying_sets: "Playing sets of changes …";
    reached: "It is so already.";
    no_way:
        "No set of up to three of the changes that are tried leads there. Tried are the redemption order and the providers, access, trust and clouds of \
         both sides, Conditional Access policies that there are turned on, off or to report-only, consent and assignment, accounts, and how the guest \
         comes in and signs in; where the goal is an end, also the pages on which the guest can refuse. Not tried are new policies and terms of use, \
         what a policy asks for, the guest's device, place and risk, and failures of a provider.";
    together: "Only together";
    ways_found[count](size): one "1 way, {size}", other "{count} ways, {size} each";
    changes[count]: one "1 change", other "{count} changes";
    more_ways[count]: one "1 more is not shown.", other "{count} more are not shown.";
    open_as_new: "Open as new";
    open_as_new_what(what): "Open as new: {what}";
    tried[count](what): one "Tried: {what}", other "Tried {count} changes: {what}";
    no_guest: "There is no guest in this scenario.";

    find_what_explains_it_here: "Find what explains it here";
    explain_lead:
        "The search starts from the open scenario and its guest. What is known stays as it is; everything else may be otherwise. \
         Where nothing is found, other guests are tried.";
    what_is_known: "What is known";
    known_count[count]: one "1 fact", other "{count} facts";
    known_is(name, now): "{name}: {now}";
    is_so_as_it_is: "It happens in this scenario as it is.";
    assumptions[count]: one "1 assumption", other "{count} assumptions";
    explanations_found[count]: one "1 explanation, with the fewest assumptions.", other "{count} explanations, those with the fewest assumptions.";
    no_explanation: "No set of up to three assumptions explains it, with this guest or with another one.";
    no_explanation_with_what_is_known:
        "No set of up to three assumptions explains it, with this guest or with another one. Take something that is known away.";
    with_another_guest(address): "Nothing explains it with the guest of the scenario. It is explained with another guest, {address}:";
    is_so_with_that_guest: "It happens in this scenario with that guest as they are.";
    ends_with(outcome): "Ends with: {outcome}";
    fix: "Fix";
    fix_of(what): "Fix, where: {what}";
    who_does(who): "{who}: ";
}
