//! The tenant itself: its name, its domains, and its privacy information.
//!
//! Source: `organization`, `verifiedDomain` and `privacyProfile` (Microsoft Graph).

use super::entries::{flag_or_null, list_or_null, object_or_null, only, written_or_null};
use super::note::Notes;
use crate::address::Domain;
use crate::design::{Design, PrivacyStatement};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;

const NAME: &str = "displayName";
const DOMAINS: &str = "verifiedDomains";
const PRIVACY: &str = "privacyProfile";

const KNOWN: &[&str] = &[
    "assignedPlans",
    "businessPhones",
    "city",
    "country",
    "countryLetterCode",
    "createdDateTime",
    "defaultUsageLocation",
    "deletedDateTime",
    "isMultipleDataLocationsForServicesEnabled",
    "marketingNotificationEmails",
    "onPremisesLastSyncDateTime",
    "onPremisesSyncEnabled",
    "partnerTenantType",
    "postalCode",
    "preferredLanguage",
    "provisionedPlans",
    "securityComplianceNotificationMails",
    "securityComplianceNotificationPhones",
    "state",
    "street",
    "technicalNotificationMails",
    "tenantType",
];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let organization = only(root)?;
    notes.leave_rest(&organization, &[NAME, DOMAINS, PRIVACY], KNOWN)?;
    let tenant = &mut design.resource_tenant;
    if let Some(place) = organization.get(NAME).filter(|place| *place.tree != Tree::Null) {
        let name = place.text()?;
        notes.taken(&place.path, format!("the resource tenant's name: `{}`", shorten(name)));
        tenant.display_name = name.to_owned();
    }
    if let Some(place) = organization.get(DOMAINS).filter(|place| *place.tree != Tree::Null) {
        let (initial, verified) = domains(&organization, notes)?;
        match initial {
            Some(initial) => tenant.initial_domain = initial,
            None => notes.notice(&place.path, "no domain is marked `isInitial`; the initial domain stays as it is".to_owned()),
        }
        notes.taken(&place.path, format!("the initial domain `{}` and {} more", tenant.initial_domain, verified.len()));
        tenant.verified_domains = verified;
    }
    if organization.get(PRIVACY).is_some() {
        tenant.privacy = privacy(&organization, notes)?;
    }
    Ok(())
}

/// The initial domain, and the others with the primary one first.
fn domains(organization: &Place<'_>, notes: &mut Notes) -> Result<(Option<Domain>, Vec<Domain>), PropertyError> {
    let (mut initial, mut verified) = (None, Vec::new());
    for place in list_or_null(organization, DOMAINS, DOMAINS)? {
        notes.leave_rest(&place, &["name", "isInitial", "isDefault"], &["capabilities", "type"])?;
        let name = place.get("name").ok_or_else(|| place.missing("name"))?;
        let domain = Domain::parse(notes.trimmed(&name)?).map_err(|error| name.error(error.to_string()))?;
        if initial.as_ref() == Some(&domain) || verified.contains(&domain) {
            return Err(name.error(format!("the domain `{domain}` is listed twice")));
        }
        if flag_or_null(&place, "isInitial")? == Some(true) {
            if initial.replace(domain).is_some() {
                return Err(place.error("a second domain is marked `isInitial`; a tenant has one"));
            }
        } else if flag_or_null(&place, "isDefault")? == Some(true) {
            verified.insert(0, domain);
        } else {
            verified.push(domain);
        }
    }
    Ok((initial, verified))
}

fn privacy(organization: &Place<'_>, notes: &mut Notes) -> Result<PrivacyStatement, PropertyError> {
    let Some(profile) = object_or_null(organization, PRIVACY)? else {
        notes.taken(&organization.path, "no privacy information".to_owned());
        return Ok(PrivacyStatement::default());
    };
    notes.leave_rest(&profile, &["contactEmail", "statementUrl"], &[])?;
    let statement = PrivacyStatement {
        statement_url: written_or_null(&profile, "statementUrl")?.map(str::to_owned),
        contact: written_or_null(&profile, "contactEmail")?.map(str::to_owned),
    };
    notes.taken(&profile.path, if statement.is_empty() { "no privacy information" } else { "privacy information" }.to_owned());
    Ok(statement)
}
