//! What the simulated pages need to know, taken from workspace and run at the cursor.
//!
//! Reads only; which page is shown is the engine's answer, and what is written on it is said in `pages.rs`.

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Design, Edition, Federation, HomeTenant, HomeUser, IdentityProvider, TermsOfUse};
use redemption_engine::flow::{Node, Outcome};
use redemption_engine::guest::{Guest, InviterRole, WayIn};
use redemption_engine::guest_record::guest_record;
use redemption_engine::mail::{self, MailKind};
use redemption_engine::screen::{DirectLink, Screen, direct_links, screen_at};
use redemption_engine::session::{Session, prompt_at};
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording;

use crate::state::{Doer, date_and_time, design_at, minutes_at};

/// The page in front of a person and what is written on it.
#[derive(Clone, PartialEq)]
pub(super) struct Scene {
    pub(super) screen: Screen,
    pub(super) edition: Edition,
    pub(super) resource_name: String,
    pub(super) resource_domain: String,
    pub(super) mail_head: MailHead,
    pub(super) guest_name: String,
    pub(super) invited: String,
    pub(super) typed: String,
    pub(super) work_account: String,
    pub(super) microsoft_account: String,
    pub(super) google_account: String,
    pub(super) home_name: Option<String>,
    pub(super) partner_name: String,
    pub(super) partner_host: String,
    pub(super) terms: Terms,
    pub(super) application: String,
    pub(super) privacy: (Option<String>, Option<String>),
    pub(super) message: Option<String>,
    pub(super) mail_is_sent: bool,
    pub(super) unsubscribe_link: bool,
    pub(super) landing: String,
    pub(super) direct_links: Vec<DirectLink>,
    pub(super) outcome: Option<Outcome>,
    pub(super) doing: Option<(&'static str, String)>,
    pub(super) changes: Vec<String>,
    pub(super) time: String,
}

/// Sender and subject of the mail that the guest has in front of them; empty where no document names them.
#[derive(Clone, Default, PartialEq)]
pub(super) struct MailHead {
    pub(super) from: Option<String>,
    pub(super) subject: Option<String>,
}

impl MailHead {
    /// The head of the newest invitation or notification so far.
    fn of(design: &Design, guest: &Guest, run: &Run, place: Place) -> Self {
        let mails = mail::mails(design, guest, run, place);
        let newest = mails.into_iter().rev().find(|mail| mail.kind != MailKind::Passcode);
        newest.map_or_else(Self::default, |mail| Self {
            from: mail.from.map(|from| format!("{} <{}>", from.name, from.address)),
            subject: mail.subject,
        })
    }
}

/// The terms of use on the page.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Terms {
    pub(super) name: String,
    pub(super) number: usize,
    pub(super) of: usize,
    pub(super) language: String,
    pub(super) must_be_opened: bool,
}

impl Scene {
    /// The scene at the cursor; `None` without a guest.
    pub(super) fn at_cursor(session: &Session, run: &Run) -> Option<Self> {
        Self::at(&session.workspace().design, session.guest()?, run, session.view().place)
    }

    /// The scene at a place of a guest's run in a workspace of this design.
    pub(super) fn at(opened: &Design, guest: &Guest, run: &Run, place: Place) -> Option<Self> {
        let screen = screen_at(run, place)?;
        let chapter = run.chapters.get(place.chapter)?;
        let design = design_at(run, place, opened);
        let resource = &design.resource_tenant;
        let person = &guest.person;
        let federation = federation_of(run, place, guest, design);
        let record = guest_record(opened, guest, run.steps_before(place));
        let invitation = &guest.invitation;
        let redirect = invitation.invite_redirect_url.as_ref().or(resource.invite_redirect_url.as_ref());
        // A message of somebody without a mailbox is dropped. Source: `troubleshoot.md`, 2024-10.
        let with_message = !invitation.inviter.without_mailbox && invitation.inviter.role != InviterRole::Application;
        let here = chapter.steps.iter().take(place.step);
        Some(Self {
            screen,
            edition: design.edition,
            resource_name: resource.display_name.clone(),
            resource_domain: resource.verified_domains.first().unwrap_or(&resource.initial_domain).to_string(),
            mail_head: MailHead::of(opened, guest, run, place),
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
            partner_name: federation.map_or_else(|| "Partner".to_owned(), |federation| federation.display_name.clone()),
            partner_host: federation.map_or_else(
                || "partner.example".to_owned(),
                |federation| host(federation.passive_sign_in_uri.as_ref().unwrap_or(&federation.issuer_uri)),
            ),
            terms: terms_at(run, place, &resource.terms_of_use, person.preferred_language.as_deref()),
            application: resource.application.display_name.clone(),
            privacy: (resource.privacy.statement_url.clone(), resource.privacy.contact.clone()),
            message: invitation.customized_message_body.clone().filter(|_| with_message),
            mail_is_sent: invitation.send_invitation_message,
            unsubscribe_link: design.edition < Edition::Y2026,
            landing: redirect.cloned().unwrap_or_else(|| wording::target_app(guest.target_app).to_owned()),
            direct_links: match chapter.way_in() {
                Some(WayIn::DirectLink) => direct_links(design),
                Some(WayIn::EmailLink | WayIn::CommonEndpoint | WayIn::CommonEndpointWithOrganization) | None => Vec::new(),
            },
            outcome: match run.node(place) {
                Some(Node::End(outcome)) => Some(outcome),
                _ => None,
            },
            doing: chapter.opened_by.map(|(_, act)| (Doer::of(act).name(), wording::act_in(resource, Prompt::Between, act))),
            changes: here.flat_map(|step| &step.effects).map(wording::effect).collect(),
            time: date_and_time(opened, guest, minutes_at(run, place)),
        })
    }

    /// The home organization's name, or a word for it where none is set up.
    pub(super) fn home(&self) -> &str {
        self.home_name.as_deref().unwrap_or("Home organization")
    }
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

/// The provider's name on its page.
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
