//! Terms of use of the resource tenant.
//!
//! Who must accept them is said by a Conditional Access policy, see `conditional_access.rs`.

use super::body::{Blanks, object, object_of, text};
use super::{Method, Request, Sheet};
use crate::design::{ResourceTenant, TermsExpiration, TermsFrequency, TermsOfUse};
use crate::document::tree::Tree;
use crate::rules::Document;

/// The agreements.
pub(in crate::graph) const AGREEMENTS: &str = "/identityGovernance/termsOfUse/agreements";

/// How often terms expire is read otherwise by the documentation's own example.
const FREQUENCY: &str = "The frequency is a duration of ISO 8601. The documentation's own example writes one month as PT1M, which \
                         that standard reads as one minute.";

/// All terms of use.
pub(super) fn terms_of_use(tenant: &ResourceTenant) -> Sheet {
    if tenant.terms_of_use.is_empty() {
        return Sheet::only("There are no terms of use: there is nothing to send.");
    }
    Sheet::of(tenant.terms_of_use.iter().map(|terms| one(tenant, terms)).collect())
}

/// Source: *Create agreement*, `agreement` and `termsExpiration` (Microsoft Graph).
fn one(tenant: &ResourceTenant, terms: &TermsOfUse) -> Request {
    let mut blanks = Blanks::default();
    let body = body(terms, &mut blanks);
    let request = Request::new(&tenant.display_name, Method::Post, AGREEMENTS, body, Document::AgreementPost).with_blanks(blanks);
    if terms.terms_expiration.is_some() { request.noting(FREQUENCY) } else { request }
}

/// An agreement as it is created.
pub(in crate::graph) fn body(terms: &TermsOfUse, blanks: &mut Blanks) -> Tree {
    let languages = if terms.languages.is_empty() { vec!["en"] } else { terms.languages.iter().map(String::as_str).collect() };
    let files = languages.into_iter().enumerate().map(|(at, language)| file(at, language, blanks)).collect();
    object_of([
        ("displayName", Some(text(&terms.display_name))),
        ("isViewingBeforeAcceptanceRequired", Some(Tree::Bool(terms.is_viewing_before_acceptance_required))),
        ("isPerDeviceAcceptanceRequired", Some(Tree::Bool(terms.is_per_device_acceptance_required))),
        ("termsExpiration", terms.terms_expiration.map(expiration)),
        ("userReacceptRequiredFrequency", terms.reaccept_after_days.map(|days| text(format!("P{days}D")))),
        ("files", Some(Tree::List(files))),
    ])
}

fn file(at: usize, language: &str, blanks: &mut Blanks) -> Tree {
    object([
        ("fileName", text(blanks.put(format_args!("file name, {language}")))),
        ("language", text(language)),
        ("isDefault", Tree::Bool(at == 0)),
        ("fileData", object([("data", text(blanks.put(format_args!("PDF, {language}, Base64"))))])),
    ])
}

pub(in crate::graph) fn expiration(schedule: TermsExpiration) -> Tree {
    let frequency = match schedule.frequency {
        TermsFrequency::Annually => "P1Y",
        TermsFrequency::Biannually => "P6M",
        TermsFrequency::Quarterly => "P3M",
        TermsFrequency::Monthly => "P1M",
    };
    object([("startDateTime", text(format!("{}T00:00:00Z", schedule.start))), ("frequency", text(frequency))])
}
