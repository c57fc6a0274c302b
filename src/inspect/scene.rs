//! What the simulated pages need to know, taken from workspace and run at the cursor.
//!
//! Reads only; which page is shown is the engine's answer.

use redemption_engine::design::{Edition, IdentityProvider, TermsOfUse};
use redemption_engine::flow::{Node, Outcome};
use redemption_engine::guest::Guest;
use redemption_engine::screen::{Screen, screen_at};
use redemption_engine::session::{Session, prompt_at};
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording;

/// The page in front of the guest and what is written on it.
#[derive(Clone, PartialEq)]
pub(super) struct Scene {
    pub(super) screen: Screen,
    pub(super) edition: Edition,
    pub(super) resource_name: String,
    pub(super) resource_domain: String,
    pub(super) guest_name: String,
    pub(super) invited: String,
    pub(super) typed: String,
    pub(super) work_account: String,
    pub(super) microsoft_account: String,
    pub(super) google_account: String,
    pub(super) home_name: String,
    pub(super) partner_name: String,
    pub(super) partner_host: String,
    pub(super) terms_name: String,
    pub(super) terms_number: (usize, usize),
    pub(super) privacy: (Option<String>, Option<String>),
    pub(super) landing: String,
    pub(super) outcome: Option<Outcome>,
    pub(super) home_branded: bool,
}

impl Scene {
    /// The scene at the cursor; `None` without a guest.
    pub(super) fn at_cursor(session: &Session, run: &Run) -> Option<Self> {
        let guest = session.guest()?;
        let place = session.view().place;
        let screen = screen_at(run, place)?;
        let workspace = session.workspace();
        let design = &workspace.design;
        let resource = &design.resource_tenant;
        let federation = federation_of(run, place, guest, session);
        let home = design.home_tenants.iter().find(|tenant| {
            tenant.users.iter().any(|user| {
                user.owns(&guest.invited_email) || Some(&user.user_principal_name) == guest.person.work_account.as_ref()
            })
        });
        let home = home.or_else(|| {
            let tenant = design.tenant_with_verified_domain(guest.invited_email.domain())?;
            design.home_tenants.get(tenant)
        });
        let terms_number = terms_at(run, place);
        let redirect = guest.invitation.invite_redirect_url.as_ref().or(resource.invite_redirect_url.as_ref());
        Some(Self {
            screen,
            edition: design.edition,
            resource_name: resource.display_name.clone(),
            resource_domain: resource.verified_domains.first().unwrap_or(&resource.initial_domain).to_string(),
            guest_name: guest.display_name.clone(),
            invited: guest.invited_email.to_string(),
            typed: guest.typed_name().to_string(),
            work_account: guest.person.work_account.as_ref().unwrap_or(&guest.invited_email).to_string(),
            microsoft_account: guest
                .person
                .microsoft_account
                .as_ref()
                .map_or_else(|| guest.invited_email.to_string(), |account| account.sign_in_name.to_string()),
            google_account: guest.person.google_account.as_ref().unwrap_or(&guest.invited_email).to_string(),
            home_name: home.map_or_else(|| "Home organization".to_owned(), |tenant| tenant.display_name.clone()),
            partner_name: federation.map_or_else(|| "Partner".to_owned(), |federation| federation.display_name.clone()),
            partner_host: federation.map_or_else(|| "partner.example".to_owned(), |federation| host(&federation.issuer_uri)),
            terms_name: resource.terms_of_use.get(terms_number).map(TermsOfUse::name).unwrap_or_default(),
            terms_number: (terms_number + 1, resource.terms_of_use.len()),
            privacy: (resource.privacy.statement_url.clone(), resource.privacy.contact.clone()),
            landing: redirect.cloned().unwrap_or_else(|| wording::target_app(guest.target_app).to_owned()),
            outcome: match run.node(place) {
                Some(Node::End(outcome)) => Some(outcome),
                _ => None,
            },
            home_branded: home.is_some(),
        })
    }
}

/// A text that a page shows of a setting.
trait Name {
    fn name(&self) -> String;
}

impl Name for TermsOfUse {
    fn name(&self) -> String {
        self.display_name.clone()
    }
}

/// The federation that the guest was sent to: the one that was selected, or the one of the domain.
fn federation_of<'a>(
    run: &Run,
    place: Place,
    guest: &Guest,
    session: &'a Session,
) -> Option<&'a redemption_engine::design::Federation> {
    let federations = &session.workspace().design.resource_tenant.federations;
    let selected = run.steps_before(place).find_map(|step| match step.cause.choice.map(|choice| choice.act) {
        Some(redemption_engine::act::Act::SelectFederation(position)) => federations.get(usize::from(position)),
        _ => None,
    });
    selected.or_else(|| federations.iter().find(|federation| federation.covers(guest.typed_name().domain())))
}

/// Which terms of use are asked for at a place.
fn terms_at(run: &Run, place: Place) -> usize {
    if let Some(redemption_engine::act::Prompt::TermsOfUse(position)) = prompt_at(run, place) {
        return usize::from(position);
    }
    0
}

/// The host of an issuer's address, or the issuer itself.
fn host(issuer: &str) -> String {
    let after_scheme = issuer.split_once("://").map_or(issuer, |(_, rest)| rest);
    after_scheme.split(['/', ':', '?']).next().unwrap_or(issuer).to_owned()
}

/// The provider's name on its page.
pub(super) fn provider_host(provider: IdentityProvider, scene: &Scene) -> String {
    match provider {
        IdentityProvider::ExternalFederation => scene.partner_host.clone(),
        IdentityProvider::Google => "accounts.google.com".to_owned(),
        IdentityProvider::MicrosoftAccount => "login.live.com".to_owned(),
        IdentityProvider::AzureActiveDirectory | IdentityProvider::EmailOneTimePasscode => "login.microsoftonline.com".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_of_an_issuer_is_shown_in_the_simulated_address() {
        assert_eq!(host("http://sts.tailspin.example/adfs/services/trust"), "sts.tailspin.example");
        assert_eq!(host("urn-like"), "urn-like");
    }
}
