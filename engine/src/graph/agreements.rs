//! Terms of use.
//!
//! The documents themselves have no place in the design, only their languages. Source: `agreement`, `agreementFileLocalization` and
//! `termsExpiration` (Microsoft Graph).

use super::entries::{Entries, Scope, day_of, entries, flag_or_null, list_or_null, object_or_null, text_or_null, within};
use super::note::Notes;
use crate::design::{Design, TermsExpiration, TermsFrequency, TermsOfUse};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;

const VIEWING: &str = "isViewingBeforeAcceptanceRequired";
const DEVICE: &str = "isPerDeviceAcceptanceRequired";
const EXPIRATION: &str = "termsExpiration";
const REACCEPT: &str = "userReacceptRequiredFrequency";
const TAKEN: &[&str] = &["id", "displayName", VIEWING, DEVICE, EXPIRATION, REACCEPT, "file", "files"];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let Entries { list, scope, path } = entries(root)?;
    let before = std::mem::take(&mut design.resource_tenant.terms_of_use);
    let mut after = if scope == Scope::WholeList { Vec::new() } else { before.clone() };
    for entry in &list {
        let terms = agreement(entry, &before, notes)?;
        notes.taken(
            &entry.path,
            format!("the terms of use `{}`, languages: {}", shorten(&terms.display_name), terms.languages.len()),
        );
        let same = |old: &&mut TermsOfUse| scope != Scope::WholeList && old.display_name == terms.display_name;
        match after.iter_mut().find(same) {
            Some(old) => *old = terms,
            None => after.push(terms),
        }
    }
    if scope == Scope::Page {
        notes.notice(&path, "the list goes on at `@odata.nextLink`; terms of use that it does not name stay".to_owned());
    }
    within(root, after.len(), "termsOfUse")?;
    design.resource_tenant.terms_of_use = after;
    Ok(())
}

fn agreement(entry: &Place<'_>, before: &[TermsOfUse], notes: &mut Notes) -> Result<TermsOfUse, PropertyError> {
    notes.leave_rest(entry, TAKEN, &["createdDateTime", "modifiedDateTime", "acceptances"])?;
    let name = entry.get("displayName").ok_or_else(|| entry.missing("displayName"))?.text()?;
    let known = before.iter().find(|terms| terms.display_name == name);
    let languages = match languages(entry, notes)? {
        Some(languages) => languages,
        None => {
            notes.notice(&entry.path, "the languages are absent (ask with `$expand=files`); known ones stay".to_owned());
            known.map(|known| known.languages.clone()).unwrap_or_default()
        }
    };
    Ok(TermsOfUse {
        display_name: name.to_owned(),
        languages,
        is_viewing_before_acceptance_required: flag_or_null(entry, VIEWING)?.unwrap_or(false),
        is_per_device_acceptance_required: flag_or_null(entry, DEVICE)?.unwrap_or(false),
        terms_expiration: expiration(entry, notes)?,
        reaccept_after_days: reaccept(entry, notes)?,
    })
}

/// The languages of the files, with the default one first.
fn languages(entry: &Place<'_>, notes: &mut Notes) -> Result<Option<Vec<String>>, PropertyError> {
    let file = object_or_null(entry, "file")?;
    let files = match (entry.get("files").filter(|place| *place.tree != Tree::Null), &file) {
        (Some(_), _) => list_or_null(entry, "files", "languages")?,
        (None, Some(file)) if file.get("localizations").is_some() => list_or_null(file, "localizations", "languages")?,
        (None, _) => return Ok(None),
    };
    let mut languages: Vec<String> = Vec::new();
    for place in files {
        let Some(language) = text_or_null(&place, "language")? else {
            notes.notice(&place.path, "this file names no language, so it is left out".to_owned());
            continue;
        };
        if languages.iter().any(|known| known == language) {
            continue;
        }
        match flag_or_null(&place, "isDefault")? {
            Some(true) => languages.insert(0, language.to_owned()),
            Some(false) | None => languages.push(language.to_owned()),
        }
    }
    Ok(Some(languages))
}

fn expiration(entry: &Place<'_>, notes: &mut Notes) -> Result<Option<TermsExpiration>, PropertyError> {
    let Some(place) = object_or_null(entry, EXPIRATION)? else { return Ok(None) };
    notes.leave_rest(&place, &["startDateTime", "frequency"], &[])?;
    let start = place.get("startDateTime").ok_or_else(|| place.missing("startDateTime"))?;
    let written = start.text()?.trim();
    let Some(day) = day_of(written) else {
        return Err(start.error(format!("`{}` is not a time such as `2026-01-31T00:00:00Z`", shorten(written))));
    };
    let Some(frequency) = place.get("frequency").filter(|place| *place.tree != Tree::Null) else {
        notes.notice(&place.path, "the terms expire once, without a `frequency`; the scenario has no place for that".to_owned());
        return Ok(None);
    };
    let written = frequency.text()?;
    let read = match written.trim().to_ascii_uppercase().as_str() {
        "P1Y" | "P12M" | "P365D" => (TermsFrequency::Annually, "P1Y"),
        "P6M" | "P180D" => (TermsFrequency::Biannually, "P6M"),
        "P3M" | "P90D" => (TermsFrequency::Quarterly, "P3M"),
        // The documentation's own example writes one month as if it were one minute.
        "P1M" | "P30D" | "PT1M" => (TermsFrequency::Monthly, "P1M"),
        _ => {
            let problem = "is not a frequency that can be chosen; write `P1Y`, `P6M`, `P3M` or `P1M`";
            return Err(frequency.error(format!("`{}` {problem}", shorten(written))));
        }
    };
    notes.repaired(&frequency, written, read.1);
    Ok(Some(TermsExpiration { start: day, frequency: read.0 }))
}

/// The days after which somebody accepts again; a duration in months or years has no number of days.
fn reaccept(entry: &Place<'_>, notes: &mut Notes) -> Result<Option<u16>, PropertyError> {
    let Some(written) = text_or_null(entry, REACCEPT)? else { return Ok(None) };
    let place = entry.get(REACCEPT).unwrap_or_else(|| entry.clone());
    let number =
        |unit: char| written.strip_prefix('P').and_then(|rest| rest.strip_suffix(unit)).and_then(|n| n.parse::<u16>().ok());
    match (number('D'), number('W').and_then(|weeks| weeks.checked_mul(7))) {
        (Some(days), _) => Ok(Some(days)),
        (None, Some(days)) => {
            notes.repaired(&place, written, &format!("P{days}D"));
            Ok(Some(days))
        }
        (None, None) => Err(place.error(format!("`{}` is not a number of days such as `P90D`", shorten(written)))),
    }
}
