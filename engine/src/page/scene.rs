//! What the simulated pages need to know, taken from design, guest and run at a place.
//!
//! Reads only; which page is shown is said in `screen.rs`, and what is written on it in `page.rs`.

use crate::act::{Act, Prompt};
use crate::clock::{date_and_time, minutes_at};
use crate::design::{Design, Edition, Federation, HomeTenant, HomeUser, IdentityProvider, TermsOfUse};
use crate::fictional;
use crate::flow::{Node, Outcome};
use crate::guest::{Guest, WayIn};
use crate::guest_record::guest_record;
use crate::mail::{self, Mail, MailKind};
use crate::screen::{DirectLink, Screen, direct_links, screen_at};
use crate::session::prompt_at;
use crate::trace::{Place, Run};
use crate::wording;
use crate::wording::guest::Words;

/// The page in front of a person and what is written on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Which page it is.
    pub screen: Screen,
    /// The edition that is in force.
    pub edition: Edition,
    /// The resource tenant's name.
    pub resource_name: String,
    /// The domain that the resource tenant is known by.
    pub resource_domain: String,
    /// The newest invitation or notification.
    pub mail: Option<Mail>,
    /// The guest's name.
    pub guest_name: String,
    /// The address of the guest object.
    pub invited: String,
    /// The name that the guest types.
    pub typed: String,
    /// The guest's work account.
    pub work_account: String,
    /// The guest's personal account.
    pub microsoft_account: String,
    /// The guest's Google account.
    pub google_account: String,
    /// The home tenant's name, where one is set up.
    pub home_name: Option<String>,
    /// The name of the partner's provider, where one is meant.
    pub partner_name: Option<String>,
    /// The host of the partner's provider.
    pub partner_host: String,
    /// The terms of use that are asked for.
    pub terms: Terms,
    /// Whether the passcode that is asked for is too old.
    pub passcode_expired: bool,
    /// The application's name.
    pub application: String,
    /// The privacy statement and the privacy contact.
    pub privacy: (Option<String>, Option<String>),
    /// Whether the inviter has the service send a mail.
    pub mail_is_sent: bool,
    /// Where the guest lands.
    pub landing: String,
    /// Links that name the tenant, where the guest comes by one.
    pub direct_links: Vec<DirectLink>,
    /// How the chapter ended, at its end.
    pub outcome: Option<Outcome>,
    /// How the guest comes; `None` outside of an attempt.
    pub way_in: Option<WayIn>,
    /// What opened the chapter.
    pub doing: Option<Act>,
    /// What the chapter has changed so far.
    pub changes: Vec<String>,
    /// The simulated date and time.
    pub time: String,
}

/// The terms of use on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// The name.
    pub name: String,
    /// Which it is, counted from 1.
    pub number: usize,
    /// Of how many; 0 where none is asked for.
    pub of: usize,
    /// The language of the document that is shown.
    pub language: String,
    /// Whether the document has to be opened first.
    pub must_be_opened: bool,
}

impl Scene {
    /// The scene at a place of a guest's run in a workspace of this design; mails are in these words.
    pub fn at(opened: &Design, guest: &Guest, run: &Run, place: Place, words: &Words) -> Option<Self> {
        let screen = screen_at(run, place)?;
        let chapter = run.chapters.get(place.chapter)?;
        let design = chapter.design_in_force(opened);
        let resource = &design.resource_tenant;
        let person = &guest.person;
        let federation = federation_of(run, place, guest, design);
        let record = guest_record(opened, guest, run.steps_before(place));
        let invitation = &guest.invitation;
        let redirect = invitation.invite_redirect_url.as_ref().or(resource.invite_redirect_url.as_ref());
        let here = chapter.steps.iter().take(place.step);
        let mails = mail::mails_in(opened, guest, run, place, |_| *words);
        Some(Self {
            screen,
            edition: design.edition,
            resource_name: resource.display_name.clone(),
            resource_domain: fictional::primary_domain(resource).to_string(),
            mail: mails.into_iter().rev().find(|mail| mail.kind != MailKind::Passcode),
            guest_name: guest.display_name.clone(),
            invited: record.mail,
            typed: guest.typed_name().to_string(),
            work_account: person.work_account.as_ref().unwrap_or(&guest.invited_email).to_string(),
            microsoft_account: person
                .microsoft_account
                .as_ref()
                .map_or_else(|| guest.invited_email.to_string(), |account| account.sign_in_name.to_string()),
            google_account: person.google_account.as_ref().unwrap_or(&guest.invited_email).to_string(),
            home_name: home_of(design, guest).map(|tenant| tenant.display_name.clone()),
            partner_name: federation.map(|federation| federation.display_name.clone()),
            partner_host: federation.map_or_else(
                || "partner.example".to_owned(),
                |federation| host(federation.passive_sign_in_uri.as_ref().unwrap_or(&federation.issuer_uri)),
            ),
            terms: terms_at(run, place, &resource.terms_of_use, person.preferred_language.as_deref()),
            passcode_expired: matches!(prompt_at(run, place), Some(Prompt::Passcode { expired: true, .. })),
            application: resource.application.display_name.clone(),
            privacy: (resource.privacy.statement_url.clone(), resource.privacy.contact.clone()),
            mail_is_sent: invitation.send_invitation_message,
            landing: redirect.cloned().unwrap_or_else(|| wording::target_app(guest.target_app).to_owned()),
            direct_links: match chapter.way_in() {
                Some(WayIn::DirectLink) => direct_links(design),
                Some(WayIn::EmailLink | WayIn::CommonEndpoint | WayIn::CommonEndpointWithOrganization) | None => Vec::new(),
            },
            way_in: chapter.way_in(),
            outcome: match run.node(place) {
                Some(Node::End(outcome)) => Some(outcome),
                _ => None,
            },
            doing: chapter.opened_by.map(|(_, act)| act),
            changes: here.flat_map(|step| &step.effects).map(wording::effect).collect(),
            time: date_and_time(opened, guest, minutes_at(run, place)),
        })
    }
}

/// The language that a page or mail is in by itself: a mail in the one that the service chooses for it, every other page in the
/// guest's own; `None` where nothing says, and for pages that no guest sees.
pub fn language_at(opened: &Design, guest: &Guest, run: &Run, place: Place) -> Option<String> {
    let screen = screen_at(run, place)?;
    let design = run.chapters.get(place.chapter)?.design_in_force(opened);
    if screen == Screen::InvitationMail {
        return Some(mail::of_invitation(design, guest).tag);
    }
    guest.person.preferred_language.clone().filter(|tag| screen.is_the_guests() && !tag.is_empty())
}

/// The federation that the guest was sent to: the one that was selected in this attempt, or the one of the domain.
fn federation_of<'a>(run: &Run, place: Place, guest: &Guest, design: &'a Design) -> Option<&'a Federation> {
    let federations = &design.resource_tenant.federations;
    let steps = run.chapters.get(place.chapter).map(|chapter| chapter.steps.as_slice()).unwrap_or_default();
    let selected = steps.iter().take(place.step).find_map(|step| match step.cause.choice.map(|choice| choice.act) {
        Some(Act::SelectFederation(position)) => federations.get(usize::from(position)),
        _ => None,
    });
    selected.or_else(|| federations.iter().find(|federation| federation.covers(guest.typed_name().domain())))
}

/// The terms of use that are asked for at a place.
fn terms_at(run: &Run, place: Place, terms: &[TermsOfUse], preferred: Option<&str>) -> Terms {
    let Some(Prompt::TermsOfUse { number, unread }) = prompt_at(run, place) else { return Terms::default() };
    let Some(shown) = terms.get(usize::from(number)) else { return Terms::default() };
    Terms {
        name: shown.display_name.clone(),
        number: usize::from(number) + 1,
        of: terms.len(),
        language: shown.language_for(preferred).to_owned(),
        must_be_opened: unread,
    }
}

/// The host of an issuer's address, or the issuer itself.
fn host(issuer: &str) -> String {
    let after_scheme = issuer.split_once("://").map_or(issuer, |(_, rest)| rest);
    after_scheme.split(['/', ':', '?']).next().unwrap_or(issuer).to_owned()
}

/// The host of a provider's page.
pub(super) fn provider_host(provider: IdentityProvider, scene: &Scene) -> String {
    match provider {
        IdentityProvider::ExternalFederation => scene.partner_host.clone(),
        IdentityProvider::Google => "accounts.google.com".to_owned(),
        IdentityProvider::MicrosoftAccount => "login.live.com".to_owned(),
        IdentityProvider::AzureActiveDirectory | IdentityProvider::EmailOneTimePasscode => "login.microsoftonline.com".to_owned(),
    }
}

/// The home tenant of a guest: the one that holds the user, or else the one that has verified the domain.
fn home_of<'a>(design: &'a Design, guest: &Guest) -> Option<&'a HomeTenant> {
    let account = guest.person.work_account.as_ref();
    let is_theirs = |user: &HomeUser| user.owns(&guest.invited_email) || account == Some(&user.user_principal_name);
    let holds = |tenant: &&HomeTenant| tenant.users.iter().any(is_theirs);
    let verified = || design.home_tenants.get(design.tenant_with_verified_domain(guest.invited_email.domain())?);
    design.home_tenants.iter().find(holds).or_else(verified)
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
