//! Words of the golden guests: the dialog, and their part of the status.

use super::{LANGUAGE, Language, words};

words! {
    golden_guests: "Golden guests";
    golden_guests_also: "expected tests assertions test plan regression check";
    marks(passed, failed): "{passed} ✓ {failed} ✗";
    passed_and_failed(passed, failed): "Golden guests: {passed} as expected, {failed} not";
    keep_what_happens_now:
        "Keep what happens to a guest now as what is expected. After every edit each of them is played again, as one who wants in and makes no mistakes, and what no longer comes true is named.";
    nobody: "no guest";
    keep_as_expected: "Keep as expected: ";
    keep_all_as_expected: "Keep all as expected";
    kept_as_expected: "Kept as expected";
    all_kept_as_expected: "All kept as expected";
    nothing_is_expected: "Nothing is expected of any guest yet.";
    expectation_removed: "Expectation removed";
    being_checked: "Being checked";
    as_expected: "As expected";
    not_as_expected: "Not as expected";
    show: "Show";
    remove: "Remove";
    what_is_expected_of(guest): "what is expected of {guest}";
    expected(end): "Expected: {end}.";
    expected_provider(name): "Expected provider: {name}.";
    expected_pages(pages): "Expected pages: {pages}.";
    test_plan: "Test plan (Markdown)";
    the_test_plan: "the test plan";
    test_plan_about: "For each guest: what to prepare, what to do page by page, what to expect, and a box to tick.";
    assertions: "Assertions (PowerShell)";
    the_assertions: "the assertions";
    assertions_about:
        "A script of Microsoft Graph PowerShell that holds the settings of the design against a tenant. It only reads, and exits with 1 where something is set otherwise.";
}
