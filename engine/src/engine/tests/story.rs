//! What stays from one chapter of a story to the next, and what goes.
//!
//! How chapters end is a matter of the cases; here it is what a later chapter still knows.

use serde_json::json;

use super::{effects, run};
use crate::act::Prompt;
use crate::flow::{Node, Outcome};
use crate::rules::Rule;
use crate::trace::{Effect, Next, Run};

fn ravi(story: serde_json::Value) -> serde_json::Value {
    json!({"invitedEmail": "ravi@contractor.example", "person": {"workAccount": null}, "story": story})
}

fn waits_for(run: &Run) -> Prompt {
    match &run.next {
        Next::Person { prompt, .. } => *prompt,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_clock_goes_on_when_somebody_is_invited_again() {
    let again = run(
        json!({}),
        ravi(json!(["enterPasscode", "accept", {"letTimePass": 60}, "deleteGuest", "invite", {"tryAgain": "emailLink"}])),
    );
    let begins: Vec<u32> = again.chapters.iter().map(|chapter| chapter.begins_at).collect();
    assert_eq!(begins, [0, 0, 0, 60, 60, 60]);
}

#[test]
fn an_account_and_a_session_of_the_address_outlive_the_guest_object() {
    let off = json!({"resourceTenant": {"emailOneTimePasscode": "disabled"}});
    let story = json!(["createAccount", "accept", "deleteGuest", "invite", {"tryAgain": "emailLink"}, "accept"]);
    let created = run(off, ravi(story));
    assert_eq!(created.outcome(), Some(Outcome::Redeemed));
    let accounts = effects(&created).into_iter().filter(|effect| matches!(effect, Effect::AccountCreated(_)));
    assert_eq!(accounts.count(), 1, "an account that is there is not offered again");
    let story = json!(["enterPasscode", "accept", "deleteGuest", "invite", {"tryAgain": "emailLink"}]);
    assert_eq!(waits_for(&run(json!({}), ravi(story))), Prompt::ReviewPermissions, "the passcode's session lasts 24 hours");
}

#[test]
fn a_reset_to_the_same_address_keeps_its_session_and_one_to_another_does_not() {
    let with_second = |story: serde_json::Value| {
        let mut guest = ravi(story);
        guest["secondAddress"] = json!("ravi@tailspin.example");
        waits_for(&run(json!({}), guest))
    };
    let same = with_second(json!(["enterPasscode", "accept", "resetRedemption", {"tryAgain": "emailLink"}]));
    assert_eq!(same, Prompt::ReviewPermissions);
    let other = with_second(json!(["enterPasscode", "accept", "resetRedemptionToSecondAddress", {"tryAgain": "emailLink"}]));
    assert_eq!(other, Prompt::Passcode { readable: true, expired: false });
}

#[test]
fn what_was_changed_holds_in_all_later_chapters() {
    let story = json!(["accept", {"change": {"guestEnabled": false}}, {"letTimePass": 60}, {"letTimePass": 60}, {"tryAgain": "directLink"}]);
    assert_eq!(run(json!({}), json!({"story": story})).outcome(), Some(Outcome::GuestDisabled));
}

#[test]
fn the_first_act_that_does_not_fit_is_named_and_the_rest_is_left() {
    let workspace = super::workspace(json!({}), json!({"story": ["accept", "enterPasscode", {"tryAgain": "directLink"}]}));
    let guest = &workspace.guests[0];
    let run = crate::engine::replay(&workspace.design, guest, &guest.story);
    assert_eq!((run.refused, run.outcome()), (Some(1), Some(Outcome::Redeemed)));
    let fits = crate::engine::replay(&workspace.design, guest, &guest.story[..1]);
    assert_eq!(fits.refused, None);
}

#[test]
fn an_account_at_the_own_provider_is_none_at_another_one_that_is_selected() {
    let federation = |name: &str, domain: &str| json!({"displayName": name, "issuerUri": format!("https://idp.{domain}/"), "domains": [domain]});
    let selected = |position: u16| {
        let design = json!({"resourceTenant": {
            "federations": [federation("Tailspin", "tailspin.example"), federation("Litware", "litware.example")],
        }});
        let guest = json!({
            "invitedEmail": "omar@litware.example",
            "person": {"workAccount": null, "partnerAccount": true},
            "wayIn": "commonEndpointWithOrganization",
            "targetApp": "multitenantApp",
            "story": [{"selectFederation": position}],
        });
        run(design, guest)
    };
    assert_eq!(selected(0).outcome(), Some(Outcome::NoAccountAtProvider));
    assert_eq!(waits_for(&selected(1)), Prompt::ReviewPermissions);
}

/// Terms for everyone, and a second factor or the same terms, whichever costs the guest less.
fn terms_and_either(story: serde_json::Value) -> Run {
    let design = json!({"resourceTenant": {
        "termsOfUse": [{"displayName": "Guest terms", "reacceptAfterDays": 30}],
        "conditionalAccess": [
            {"displayName": "Terms", "termsOfUse": ["Guest terms"]},
            {"displayName": "Either", "operator": "OR", "grantControls": ["mfa"], "termsOfUse": ["Guest terms"]},
        ],
    }});
    run(design, json!({"story": story}))
}

#[test]
fn accepted_terms_stand_for_a_second_factor_until_they_expire() {
    let factors = |run: &Run| effects(run).into_iter().filter(|effect| *effect == Effect::MultifactorDone).count();
    let soon = terms_and_either(json!(["accept", "completeMultifactor", "accept", {"tryAgain": "directLink"}]));
    assert_eq!((soon.outcome(), factors(&soon)), (Some(Outcome::SignedIn), 1));
    let late = json!([
        "accept", "completeMultifactor", "accept", {"letTimePass": 57600}, {"tryAgain": "directLink"}, "completeMultifactor", "accept",
    ]);
    let late = terms_and_either(late);
    assert_eq!((late.outcome(), factors(&late)), (Some(Outcome::SignedIn), 2));
}

#[test]
fn the_reading_of_terms_at_the_first_sign_in_is_cited_only_where_it_spares_them() {
    let rules = |reading: bool, story: serde_json::Value| {
        let design = json!({
            "resourceTenant": {"termsOfUse": [{"displayName": "Guest terms"}]},
            "interpretations": {"termsAtFirstSignInOnly": reading},
        });
        let run = run(design, json!({"story": story}));
        let at_terms = run.chapters.iter().flat_map(|chapter| &chapter.steps).filter(|step| step.edge.from() == Node::TermsOfUse);
        at_terms.map(|step| step.cause.rule).collect::<Vec<_>>()
    };
    let first = json!(["accept", "accept"]);
    let twice = json!(["accept", "accept", {"tryAgain": "directLink"}]);
    let (shown, left) = (Rule::TermsAreShown, Rule::NoTermsAreLeft);
    assert_eq!(rules(true, first.clone()), [shown, left]);
    assert_eq!(rules(false, twice.clone()), [shown, left, left]);
    assert_eq!(rules(true, twice), [shown, left, Rule::TermsAtFirstSignInOnly]);
    assert_eq!(rules(false, first), [shown, left]);
}

#[test]
fn nothing_begins_between_two_attempts_while_a_page_waits() {
    let workspace = super::workspace(json!({}), json!({"story": ["comeIn", {"letTimePass": 60}, "accept"]}));
    let guest = &workspace.guests[0];
    let run = crate::engine::replay(&workspace.design, guest, &guest.story);
    assert_eq!((run.refused, run.chapters.len()), (Some(1), 2));
    assert_eq!(waits_for(&run), Prompt::ReviewPermissions);
}
