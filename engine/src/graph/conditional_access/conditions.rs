//! When a policy applies: to whom, to which applications, from where, and at which risk.
//!
//! Source: `conditionalAccessConditionSet`, `conditionalAccessUsers`, `conditionalAccessGuestsOrExternalUsers`,
//! `conditionalAccessApplications` and `conditionalAccessLocations` (Microsoft Graph).

use strum::IntoEnumIterator;

use super::{Taking, says_something};
use crate::design::{ConditionalAccessPolicy, ExternalUserType, RiskLevel};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::graph::entries::{list_or_null, object_or_null, text_or_null, within};
use crate::graph::names::Names;
use crate::graph::note::{Notes, find_word};
use crate::graph::partners::is_guid;

const SIGN_IN_RISK: &str = "signInRiskLevels";
const USER_RISK: &str = "userRiskLevels";
const CLIENTS: &str = "clientAppTypes";
const TAKEN: &[&str] = &["users", "applications", "locations", SIGN_IN_RISK, USER_RISK, CLIENTS];

pub(super) fn read(
    place: &Place<'_>,
    policy: &mut ConditionalAccessPolicy,
    names: &Names,
    notes: &mut Notes,
) -> Result<Taking<()>, PropertyError> {
    for (name, other) in place.properties()? {
        if !TAKEN.contains(&name) && !name.contains("@odata.") && says_something(other.tree) {
            let name = shorten(name);
            notes.notice(&other.path, format!("the scenario has no `{name}`; without it the policy applies more widely"));
        }
    }
    let Some(users) = object_or_null(place, "users")? else {
        return Ok(Taking::LeftOut("it is not for users".to_owned()));
    };
    match who(&users, notes)? {
        Taking::Taken(kinds) => policy.external_users = kinds,
        Taking::LeftOut(why) => return Ok(Taking::LeftOut(why)),
    }
    match applications(place, notes)? {
        Taking::Taken(applications) => policy.applications = applications,
        Taking::LeftOut(why) => return Ok(Taking::LeftOut(why)),
    }
    if let Some(locations) = object_or_null(place, "locations")? {
        notes.leave_rest(&locations, &["includeLocations", "excludeLocations"], &[])?;
        policy.include_locations = places(&locations, "includeLocations", names, notes)?;
        policy.exclude_locations = places(&locations, "excludeLocations", names, notes)?;
    }
    let (Some(sign_in), Some(user)) = (risks(place, SIGN_IN_RISK)?, risks(place, USER_RISK)?) else {
        return Ok(Taking::LeftOut("a risk level in it is not known".to_owned()));
    };
    (policy.sign_in_risk_levels, policy.user_risk_levels) = (sign_in, user);
    clients(place, notes)
}

/// The kinds of external users; none where it is for all users.
fn who(users: &Place<'_>, notes: &mut Notes) -> Result<Taking<Vec<ExternalUserType>>, PropertyError> {
    let list = |name: &str| list_or_null(users, name, "users");
    let (mut all, mut every_guest, mut named) = (false, false, false);
    for place in list("includeUsers")? {
        let written = place.text()?;
        let is = |word: &str| written.trim().eq_ignore_ascii_case(word);
        if is("GuestsOrExternalUsers") {
            notes.repaired(&place, written, "all kinds of guests and external users");
        }
        (all, every_guest) = (all || is("All"), every_guest || is("GuestsOrExternalUsers"));
        named |= !is("All") && !is("GuestsOrExternalUsers") && !is("None");
    }
    named |= !list("includeGroups")?.is_empty() || !list("includeRoles")?.is_empty();
    let Some(included) = kinds(users, "includeGuestsOrExternalUsers", notes)? else {
        return Ok(Taking::LeftOut("a kind of external users in it is not known".to_owned()));
    };
    let Some(excluded) = kinds(users, "excludeGuestsOrExternalUsers", notes)? else {
        return Ok(Taking::LeftOut("a kind of external users in it is not known".to_owned()));
    };
    let mut excludes_guests = false;
    for place in list("excludeUsers")? {
        excludes_guests |= place.text()?.trim().eq_ignore_ascii_case("GuestsOrExternalUsers");
    }
    for name in ["excludeUsers", "excludeGroups", "excludeRoles"] {
        if let Some(first) = list(name)?.first() {
            notes.notice(&first.path, "who is excluded by name, group or role is not known here".to_owned());
        }
    }
    let base: Vec<ExternalUserType> = match (all, every_guest, included.is_empty()) {
        (true, _, _) if excluded.is_empty() && !excludes_guests => return Ok(Taking::Taken(Vec::new())),
        (true, _, _) | (false, true, _) => ExternalUserType::iter().collect(),
        (false, false, false) => included,
        (false, false, true) if named => {
            return Ok(Taking::LeftOut(
                "it is for users, groups or roles by name; whether guests are among them is not known".to_owned(),
            ));
        }
        (false, false, true) => return Ok(Taking::LeftOut("it is for nobody".to_owned())),
    };
    let left: Vec<ExternalUserType> = base.into_iter().filter(|kind| !excluded.contains(kind)).collect();
    if left.is_empty() || excludes_guests {
        return Ok(Taking::LeftOut("it is not for guests".to_owned()));
    }
    Ok(Taking::Taken(left))
}

/// The kinds in one string, separated by commas; `None` where one is not known.
fn kinds(users: &Place<'_>, name: &str, notes: &mut Notes) -> Result<Option<Vec<ExternalUserType>>, PropertyError> {
    let Some(guests) = object_or_null(users, name)? else { return Ok(Some(Vec::new())) };
    notes.leave_rest(&guests, &["guestOrExternalUserTypes", "externalTenants"], &[])?;
    if let Some(tenants) = object_or_null(&guests, "externalTenants")?
        && text_or_null(&tenants, "membershipKind")?.is_some_and(|kind| !kind.eq_ignore_ascii_case("all"))
    {
        notes.notice(&tenants.path, "it is for some tenants only; here it is for all".to_owned());
    }
    let written = text_or_null(&guests, "guestOrExternalUserTypes")?.unwrap_or_default();
    let mut found = Vec::new();
    for word in written.split(',').map(str::trim).filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("none")) {
        match find_word::<ExternalUserType>(word) {
            Some(kind) if found.contains(&kind) => {}
            Some(kind) => found.push(kind),
            None => return Ok(None),
        }
    }
    Ok(Some(found))
}

fn applications(place: &Place<'_>, notes: &mut Notes) -> Result<Taking<Vec<String>>, PropertyError> {
    let Some(applications) = object_or_null(place, "applications")? else { return Ok(Taking::Taken(Vec::new())) };
    let taken =
        &["includeApplications", "excludeApplications", "includeUserActions", "includeAuthenticationContextClassReferences"];
    notes.leave_rest(&applications, taken, &["applicationFilter", "globalSecureAccess", "networkAccess"])?;
    if let Some(first) = list_or_null(&applications, "excludeApplications", "applications")?.first() {
        notes.notice(&first.path, "excluded applications are not known here; the policy applies more widely".to_owned());
    }
    let mut found = Vec::new();
    let mut all = false;
    for place in list_or_null(&applications, "includeApplications", "applications")? {
        let written = place.text()?;
        let name = written.trim();
        if name.eq_ignore_ascii_case("All") {
            all = true;
        } else if let Some(name) = crate::graph::note::blank_name(name) {
            notes.repaired(&place, written, name);
            found.push(name.to_owned());
        } else if !name.eq_ignore_ascii_case("None") {
            found.push(name.to_owned());
        }
    }
    if all {
        return Ok(Taking::Taken(Vec::new()));
    }
    if found.is_empty() {
        return Ok(Taking::LeftOut("it is for no application".to_owned()));
    }
    Ok(Taking::Taken(found))
}

/// Locations by their names; none for all of them.
fn places(locations: &Place<'_>, name: &str, names: &Names, notes: &mut Notes) -> Result<Vec<String>, PropertyError> {
    let mut found = Vec::new();
    for place in list_or_null(locations, name, name)? {
        let written = place.text()?.trim();
        if written.eq_ignore_ascii_case("All") {
            return Ok(Vec::new());
        }
        match names.get(written) {
            Some(known) => found.push(known.to_owned()),
            None => {
                if is_guid(written) {
                    let advice = "the location has no name here; import the named locations with the policies";
                    notes.notice(&place.path, advice.to_owned());
                }
                found.push(written.to_owned());
            }
        }
    }
    Ok(found)
}

/// Risk levels; `None` where one is not known.
fn risks(place: &Place<'_>, name: &str) -> Result<Option<Vec<RiskLevel>>, PropertyError> {
    let mut found = Vec::new();
    for place in list_or_null(place, name, name)? {
        match find_word::<RiskLevel>(place.text()?) {
            Some(risk) if found.contains(&risk) => {}
            Some(risk) => found.push(risk),
            None => return Ok(None),
        }
    }
    Ok(Some(found))
}

/// Guests come with a browser or an app of today; a policy for other clients alone never meets them.
fn clients(place: &Place<'_>, notes: &mut Notes) -> Result<Taking<()>, PropertyError> {
    let clients = list_or_null(place, CLIENTS, "applications")?;
    let mut modern = clients.is_empty();
    let mut all = clients.is_empty();
    for client in &clients {
        let word = client.text()?.trim();
        all |= word.eq_ignore_ascii_case("all");
        modern |= ["all", "browser", "mobileAppsAndDesktopClients"].iter().any(|known| known.eq_ignore_ascii_case(word));
    }
    within(place, clients.len(), "grantControls")?;
    if !modern {
        return Ok(Taking::LeftOut("it is for legacy clients only".to_owned()));
    }
    if !all && let Some(first) = clients.first() {
        notes.notice(&first.path, "it is for some clients only; here it is for all".to_owned());
    }
    Ok(Taking::Taken(()))
}
