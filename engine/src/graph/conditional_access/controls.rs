//! What a policy demands, and for how long a sign-in counts.
//!
//! Source: `conditionalAccessGrantControls`, `authenticationStrengthPolicy` and `signInFrequencySessionControl` (Microsoft Graph).

use std::num::NonZeroU16;

use super::{Taking, says_something};
use crate::design::{ConditionalAccessPolicy, GrantControl, GrantOperator, SignInFrequency};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;
use crate::graph::entries::{flag_or_null, list_or_null, object_or_null, text_or_null};
use crate::graph::names::Names;
use crate::graph::note::{Notes, find_word};
use crate::graph::request::conditional_access::PHISHING_RESISTANT;

pub(super) fn read(
    entry: &Place<'_>,
    policy: &mut ConditionalAccessPolicy,
    names: &Names,
    notes: &mut Notes,
) -> Result<Taking<()>, PropertyError> {
    if let Some(grant) = object_or_null(entry, "grantControls")?
        && let Taking::LeftOut(why) = demanded(&grant, policy, names, notes)?
    {
        return Ok(Taking::LeftOut(why));
    }
    if let Some(session) = object_or_null(entry, "sessionControls")? {
        for (name, other) in session.properties()? {
            if name != "signInFrequency" && !name.contains("@odata.") && says_something(other.tree) {
                notes.ignored(&other.path, "the scenario has no place for this session control".to_owned());
            }
        }
        if let Some(frequency) = object_or_null(&session, "signInFrequency")? {
            policy.sign_in_frequency = sign_in_frequency(&frequency)?;
        }
    }
    Ok(Taking::Taken(()))
}

fn demanded(
    grant: &Place<'_>,
    policy: &mut ConditionalAccessPolicy,
    names: &Names,
    notes: &mut Notes,
) -> Result<Taking<()>, PropertyError> {
    const TAKEN: &[&str] =
        &["operator", "builtInControls", "termsOfUse", "authenticationStrength", "customAuthenticationFactors"];
    notes.leave_rest(grant, TAKEN, &[])?;
    if let Some(first) = list_or_null(grant, "customAuthenticationFactors", "grantControls")?.first() {
        notes.notice(&first.path, "custom controls are not supported for guests and have no place in the scenario".to_owned());
    }
    for place in list_or_null(grant, "builtInControls", "grantControls")? {
        let written = place.text()?;
        match find_word::<GrantControl>(written) {
            Some(control) if control != GrantControl::AuthenticationStrength => policy.grant_controls.push(control),
            Some(_) | None => return Ok(Taking::LeftOut(format!("its control `{}` is not known", shorten(written)))),
        }
    }
    if let Some(strength) = object_or_null(grant, "authenticationStrength")? {
        if text_or_null(&strength, "id")?.is_some_and(|id| id != PHISHING_RESISTANT) {
            notes.notice(&strength.path, "here every authentication strength asks for phishing-resistant methods".to_owned());
        }
        policy.grant_controls.push(GrantControl::AuthenticationStrength);
    }
    for place in list_or_null(grant, "termsOfUse", "termsOfUse")? {
        let id = place.text()?.trim();
        match names.get(id) {
            Some(name) => policy.terms_of_use.push(name.to_owned()),
            None => {
                let advice = "these terms of use have no name here; import the agreements with the policies";
                notes.notice(&place.path, advice.to_owned());
                policy.terms_of_use.push(id.to_owned());
            }
        }
    }
    if let Some(place) = grant.get("operator").filter(|place| *place.tree != Tree::Null) {
        let Some(operator) = find_word::<GrantOperator>(place.text()?) else {
            return Ok(Taking::LeftOut(format!("its operator `{}` is not known", shorten(place.text()?))));
        };
        policy.operator = operator;
    }
    Ok(Taking::Taken(()))
}

fn sign_in_frequency(place: &Place<'_>) -> Result<Option<SignInFrequency>, PropertyError> {
    if flag_or_null(place, "isEnabled")? == Some(false) {
        return Ok(None);
    }
    if text_or_null(place, "frequencyInterval")?.is_some_and(|interval| interval.eq_ignore_ascii_case("everyTime")) {
        return Ok(Some(SignInFrequency::EveryTime));
    }
    let value = place.get("value").ok_or_else(|| place.missing("value"))?;
    let number = match value.tree {
        Tree::Whole(number) => u16::try_from(*number).ok().and_then(NonZeroU16::new),
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => None,
    };
    let number = number.ok_or_else(|| value.error(format!("expected a whole number from 1 to {}", u16::MAX)))?;
    match text_or_null(place, "type")?.map(str::to_ascii_lowercase).as_deref() {
        Some("hours") => Ok(Some(SignInFrequency::Hours(number))),
        Some("days") => Ok(Some(SignInFrequency::Days(number))),
        Some(_) | None => Err(place.error("`type` is neither `hours` nor `days`")),
    }
}
