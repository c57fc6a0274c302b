//! Words of the forms as such: cards, reset, the Graph view of a group. The settings are in files of their own.

use super::{LANGUAGE, Language, words};

words! {
    part_of_the_settings: "Part of the settings";
    settings_of_this_part: "Settings of this part";

    about_this_setting: "About this setting";
    about(setting): "About: {setting}";
    defaults_and_sources: "Defaults and sources";
    default_is(value): "Default: {value}.";
    where_it_is: "Where";
    values: "Values";
    licence: "Licence";
    role: "Role";
    microsoft_graph: "Microsoft Graph";
    permission: "Permission";
    takes_effect: "Takes effect";
    effect: "Effect";
    menu: "Menu";

    nothing_added(why): "Nothing added. {why}";
    added(what, name): "{what} {name} added";
    removed(what, title): "{what} {title} removed";

    yes: "yes";
    no: "no";
    not_changed(error): "Not changed: {error}";
    changed(setting): "Changed: {setting}";
    turned_on(setting): "Turned on: {setting}";
    turned_off(setting): "Turned off: {setting}";

    beta_may_change_and_not: ". Beta: it may change and is not meant for production";
    sent_in(whose, beta): "In {whose}{beta}.";
    copied_the_json: "Copied the JSON";
    browser_did_not_let_json: "The browser did not let the JSON be copied. It is selected: copy it with the keyboard.";
    json(title, number, request): "{title}, JSON {number}: {request}";
    json_of_request(request): " the JSON of {request}";

    reset_to_default(title): "{title} reset to default";
    differs_from_the_default: "Differs from the default";
    changed_mark: " (changed)";
    where_in_portal: "Where is this in the portal? ";
    reset: "Reset to default";

    setting_of_the_guest: "Setting of the guest";
    setting_of_the_resource_tenant: "Setting of the resource tenant";
    setting_of_a_home_tenant: "Setting of a home tenant";
    settings_of_a_home_tenant: "Settings of a home tenant";

    this_cannot_be_empty: "This cannot be empty.";
    write_day_such_as_2024: "Write a day such as 2024-03-26.";
    write_every_time_or_number: "Write every time, or a number of hours or days, such as 12 hours or 7 days.";
    write_whole_number_days_1: "Write a whole number of days, 1 or more.";

    on: "On";
    off: "Off";

    primary: "Primary";
    fallback: "Fallback";

    others: "Others";
}
