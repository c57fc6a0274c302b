//! The resource tenant itself: domains, privacy information, and the application that guests are invited for.
//!
//! The name of a tenant and its notification language are not changed by Microsoft Graph, as far as it is documented.

use super::body::{Blanks, object, text, text_or_null};
use super::{Method, Request, Sheet};
use crate::design::{ApplicationPermissions, Design, PrivacyStatement, ResourceTenant};
use crate::document::tree::Tree;
use crate::fictional;
use crate::rules::Document;

/// The consents to permissions.
pub(in crate::graph) const CONSENTS: &str = "/oauth2PermissionGrants";

/// The verified domains. Source: *Create domain* (Microsoft Graph).
pub(super) fn domains(tenant: &ResourceTenant) -> Sheet {
    let add = |domain: &crate::address::Domain| {
        let body = object([("id", text(domain.as_str()))]);
        Request::new(&tenant.display_name, Method::Post, "/domains", body, Document::DomainPost)
            .noting("The domain counts once its DNS record has been published and verified.")
    };
    Sheet::of(tenant.verified_domains.iter().map(add).collect())
        .remarking("Name and initial domain come with the tenant; Microsoft Graph documents no request that changes them.")
}

/// Privacy information. Source: *Update organization* (Microsoft Graph), which lists all that it changes.
pub(super) fn privacy(design: &Design) -> Sheet {
    let tenant = &design.resource_tenant;
    let path = format!("/organization/{}", fictional::resource_tenant_id(design));
    let body = privacy_body(&tenant.privacy);
    Sheet::of(vec![Request::new(&tenant.display_name, Method::Patch, path, body, Document::OrganizationUpdate)])
        .remarking("The notification language is set in the portal; Microsoft Graph documents no request that changes it.")
}

/// Whom to ask about privacy, and where to read about it.
pub(in crate::graph) fn privacy_body(privacy: &PrivacyStatement) -> Tree {
    let profile = object([
        ("contactEmail", text_or_null(privacy.contact.as_ref())),
        ("statementUrl", text_or_null(privacy.statement_url.as_ref())),
    ]);
    object([("privacyProfile", profile)])
}

/// The application. Source: *Update servicePrincipal* and `oAuth2PermissionGrant` (Microsoft Graph).
pub(super) fn application(tenant: &ResourceTenant) -> Sheet {
    let application = &tenant.application;
    let mut blanks = Blanks::default();
    let id = application.app_id.trim();
    let id = if id.is_empty() { blanks.put("application ID") } else { id.to_owned() };
    let body = object([("appRoleAssignmentRequired", Tree::Bool(application.assignment_required))]);
    let path = format!("/servicePrincipals(appId='{id}')");
    let assignment = Request::new(&tenant.display_name, Method::Patch, path, body, Document::ServicePrincipalUpdate);
    let sheet = Sheet::of(vec![assignment.with_blanks(blanks)]);
    match application.permissions {
        ApplicationPermissions::None => sheet.remarking("It asks for no permissions: no consent is needed."),
        ApplicationPermissions::UserConsent => sheet.remarking("Each user consents: no administrator sends anything."),
        ApplicationPermissions::AdminConsentRequired => sheet.remarking("No administrator has consented: nothing has been sent."),
        ApplicationPermissions::PreConsented => with_consent(sheet, tenant),
    }
}

/// The consent for everybody, which is in force once it is sent.
fn with_consent(mut sheet: Sheet, tenant: &ResourceTenant) -> Sheet {
    let mut blanks = Blanks::default();
    let body = consent_body(tenant, &mut blanks);
    let consent = Request::new(&tenant.display_name, Method::Post, CONSENTS, body, Document::OAuth2PermissionGrant);
    sheet.requests.push(consent.with_blanks(blanks));
    sheet
}

/// The consent of an administrator for everybody.
pub(in crate::graph) fn consent_body(tenant: &ResourceTenant, blanks: &mut Blanks) -> Tree {
    object([
        ("clientId", text(blanks.put(format_args!("object id of the service principal of {}", tenant.application.display_name)))),
        ("consentType", text("AllPrincipals")),
        ("resourceId", text(blanks.put("object id of the API's service principal"))),
        ("scope", text(blanks.put("delegated permissions"))),
    ])
}
