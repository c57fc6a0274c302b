//! Words of the history, its versions and what differs between two.

use super::{LANGUAGE, Language, words};

words! {
    more(number): "{number} more";

    versions_of: "Versions of ";
    one_made_before_first_change:
        ". One is made before the first change of a visit, and then after 25 changes or 10 minutes; the newest 30 of these \
         stay. What you name stays until you delete it.";
    no_version_yet_first_change: "There is no version yet. The first change makes one.";
    versions_newest_first: "Versions, newest first";
    a_version_needs_a_name: "A version needs a name.";
    name_of_this_version: "Name of this version";

    what_is_different: "What is different";
    choose_two_versions: "Choose two versions.";

    version(number): "Version {number}";
    was_not_saved(name, error): "{name} was not saved: {error}.";
    named(name): "Named {name}.";
    naming(name): "Naming {name} …";
    not_named(error): "Not named: {error}.";
    the_version_is_back: "The version is back.";
    version_could_not_brought_back: "The version could not be brought back.";

    named_by_hand: "Named";
    automatic: "Automatic";
    nothing_changed_since_version_before: "Nothing changed since the version before.";
    oldest_version_kept: "The oldest version that is kept.";
    restore_colon: "Restore as new:";
    restore: "Restore as new";
    name_it_colon: "Name it:";
    name_it: "Name it";

    deleted: "Deleted.";
    not_deleted(error): "Not deleted: {error}.";
    download(what): "Download {what}";
    delete(what): "Delete {what}";
}
