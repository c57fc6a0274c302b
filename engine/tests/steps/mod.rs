//! One attempt to redeem an invitation, straight from the documents' numbered steps.
//!
//! Uses the engine's data types to be comparable, and none of its functions.

mod discovery;

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Design, Edition, HomeTenant, IdentityProvider, Management};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::{Guest, TargetApp, WayIn};

use Edition::{Y2019, Y2021, Y2024, Y2026};
use IdentityProvider::{AzureActiveDirectory, EmailOneTimePasscode as Passcode, ExternalFederation, Google, MicrosoftAccount};

/// What stays from one attempt to the next.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) accepted_with: Option<IdentityProvider>,
    pub(crate) permissions: bool,
    pub(crate) terms: u16,
    /// The user principal name that accepted, and its home tenant by position.
    account: Option<(String, Option<usize>)>,
    /// Whether a work account with the invited address came to be.
    created_work_account: bool,
    /// Whether a Microsoft account with the invited address came to be.
    created_microsoft_account: bool,
}

/// Where discovery sends the guest.
enum Found {
    /// An Entra account: user principal name, and home tenant by position unless it was made on the way.
    Work(String, Option<usize>),
    Other(IdentityProvider),
}

type Acts<'a> = dyn Iterator<Item = Act> + 'a;

fn ended<T>(outcome: Outcome) -> Result<T, Ending> {
    Err(Ending::Ended(outcome))
}

/// One attempt: how it ends, and the provider that the guest was sent to.
pub(crate) fn attempt(
    design: &Design,
    guest: &Guest,
    way_in: WayIn,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
) -> (Ending, Option<IdentityProvider>) {
    let mut provider = None;
    let ending = page_by_page(design, guest, way_in, kept, acts, &mut provider).err().unwrap_or(Ending::Ended(Outcome::Redeemed));
    (ending, provider)
}

fn page_by_page(
    design: &Design,
    guest: &Guest,
    way_in: WayIn,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
    provider: &mut Option<IdentityProvider>,
) -> Result<(), Ending> {
    let edition = design.edition;
    let invited = guest.invited_email.as_str();
    let invited_domain = after_at(invited);
    let typed = guest.sign_in_name.as_ref().map_or(invited, |name| name.as_str());
    let person = &guest.person;
    let conflict = guest.invitation.contact_conflict;
    let first_attempt = kept.accepted_with.is_none();

    // The way in. No invitation mail is sent where both sides redeem automatically.
    let home = design
        .home_tenants
        .iter()
        .find(|tenant| has_user(tenant, invited))
        .or_else(|| verifier(design, invited_domain).map(|at| &design.home_tenants[at]));
    let no_mail = edition >= Y2024 && home.is_some_and(automatic);
    let by_mail = way_in == WayIn::EmailLink && !no_mail;
    let mut selected = None;
    if way_in == WayIn::CommonEndpoint || way_in == WayIn::CommonEndpointWithOrganization {
        if edition == Y2019 {
            return ended(Outcome::SentToHomeTenant);
        }
        if guest.target_app == TargetApp::SingleTenantApp {
            return ended(Outcome::WrongEndpoint);
        }
        if way_in == WayIn::CommonEndpoint {
            return ended(if person.work_account.is_some() { Outcome::SentToHomeTenant } else { Outcome::WrongEndpoint });
        }
        let google = design.resource_tenant.google_federation;
        let federations = design.resource_tenant.federations.len();
        match acts.next() {
            Some(Act::SignInWithAddress) => {}
            Some(Act::SelectGoogle) if google => selected = Some((Google, 0)),
            Some(Act::SelectFederation(position)) if usize::from(position) < federations => {
                selected = Some((ExternalFederation, position))
            }
            _ => return Err(Ending::Waiting(Prompt::SignInOptions { google, federations: u16::try_from(federations).unwrap() })),
        }
    }

    // The guest object.
    if !by_mail && selected.is_none() {
        let found_by_address = typed == invited && (!conflict || kept.accepted_with.is_some() || edition == Y2026);
        let owner_typed_upn = design.home_tenants.iter().any(|tenant| {
            tenant.management == Management::Managed
                && tenant.users.iter().any(|user| user.user_principal_name.as_str() == typed && owns(user, invited))
        });
        if !found_by_address && (!owner_typed_upn || edition == Y2019 && conflict) {
            return ended(if conflict && typed == invited { Outcome::ContactConflict } else { Outcome::GuestNotFound });
        }
    }
    if guest.invitation.account_disabled && selected.is_none() {
        return ended(Outcome::GuestDisabled);
    }

    // The provider: selected, stored, or discovered.
    let found = if let Some((selected, _)) = selected {
        Found::Other(selected)
    } else if let Some(stored) = kept.accepted_with {
        match (&kept.account, stored) {
            (Some((upn, tenant)), AzureActiveDirectory) => {
                let alternate = tenant.is_some_and(|tenant| design.home_tenants[tenant].email_as_alternate_login_id);
                if !by_mail && typed != upn && !alternate {
                    *provider = Some(AzureActiveDirectory);
                    return ended(Outcome::SignInNameNotUpn);
                }
                Found::Work(upn.clone(), *tenant)
            }
            _ => Found::Other(stored),
        }
    } else {
        discovery::discover(design, guest, by_mail, if by_mail { invited } else { typed }, kept, acts)?
    };

    // Authentication.
    let (used, account) = match found {
        Found::Work(upn, tenant) => (AzureActiveDirectory, Some((upn, tenant))),
        Found::Other(other) => (other, None),
    };
    *provider = Some(used);
    match used {
        AzureActiveDirectory => {
            let made = kept.created_work_account && account.as_ref().is_some_and(|(_, tenant)| tenant.is_none());
            if !made && person.work_account.as_ref().map(|name| name.as_str()) != account.as_ref().map(|(upn, _)| upn.as_str()) {
                return ended(Outcome::NotTheirAccount);
            }
        }
        ExternalFederation => {
            let at = selected.map(|(_, position)| &design.resource_tenant.federations[usize::from(position)]);
            let theirs = at.is_none_or(|federation| federation.domains.iter().any(|domain| domain.as_str() == invited_domain));
            if !person.partner_account || !theirs {
                return ended(Outcome::NoAccountAtProvider);
            }
        }
        Google => {
            if person.google_account.is_none() {
                return ended(Outcome::NoAccountAtProvider);
            }
        }
        MicrosoftAccount => {}
        Passcode => passcode_page(person.reads_invited_mailbox, acts)?,
    }

    // Back in the resource tenant.
    if selected.is_some() {
        let returns_another_address = used == Google && person.google_account.as_ref().map(|name| name.as_str()) != Some(invited);
        if returns_another_address {
            return ended(Outcome::AccountMismatch);
        }
        if guest.invitation.account_disabled {
            return ended(Outcome::GuestDisabled);
        }
        if kept.accepted_with.is_some_and(|stored| stored != used) {
            return ended(Outcome::AccountMismatch);
        }
    }
    let blocked = match (edition, first_attempt) {
        (Y2019 | Y2026, _) | (Y2024, false) => false,
        (Y2021, false) => used == ExternalFederation || used == Google,
        (Y2021, true) if by_mail => used == ExternalFederation || used == Passcode,
        (Y2021 | Y2024, true) => !by_mail && used != AzureActiveDirectory,
    };
    if conflict && blocked {
        return ended(Outcome::ContactConflict);
    }
    if kept.accepted_with.is_some() {
        return ended(Outcome::SignedIn);
    }

    // Consent.
    let used_home = account.as_ref().and_then(|(_, tenant)| *tenant).map(|at| &design.home_tenants[at]);
    let suppressed = edition >= Y2024 && used_home.is_some_and(automatic);
    if !suppressed && !kept.permissions {
        match acts.next() {
            Some(Act::Accept) => kept.permissions = true,
            Some(Act::Decline) => return ended(Outcome::PermissionsDeclined),
            _ => return Err(Ending::Waiting(Prompt::ReviewPermissions)),
        }
    }
    while usize::from(kept.terms) < design.resource_tenant.terms_of_use.len() {
        match acts.next() {
            Some(Act::Accept) => kept.terms += 1,
            Some(Act::Decline) => return ended(Outcome::TermsDeclined),
            _ => return Err(Ending::Waiting(Prompt::TermsOfUse(kept.terms))),
        }
    }
    kept.accepted_with = Some(used);
    kept.account = account;
    Ok(())
}

/// A code lives thirty minutes; every visit of the page begins with a new one.
fn passcode_page(readable: bool, acts: &mut Acts<'_>) -> Result<(), Ending> {
    let mut age = 0;
    loop {
        let expired = age >= 30;
        match acts.next() {
            Some(Act::EnterPasscode) if readable && !expired => return Ok(()),
            Some(Act::EnterPasscode) if readable => {}
            Some(Act::EnterWrongPasscode) => {}
            Some(Act::ResendPasscode) => age = 0,
            Some(Act::Wait(minutes)) if minutes > 0 => age += minutes,
            Some(Act::GiveUp) => return ended(Outcome::PasscodeNotEntered),
            _ => return Err(Ending::Waiting(Prompt::Passcode { readable, expired })),
        }
    }
}

fn after_at(address: &str) -> &str {
    address.rsplit('@').next().unwrap()
}

fn owns(user: &redemption_engine::design::HomeUser, address: &str) -> bool {
    user.user_principal_name.as_str() == address
        || user.mail.as_ref().is_some_and(|mail| mail.as_str() == address)
        || user.aliases.iter().any(|alias| alias.as_str() == address)
}

fn has_user(tenant: &HomeTenant, address: &str) -> bool {
    tenant.users.iter().any(|user| owns(user, address))
}

fn automatic(tenant: &HomeTenant) -> bool {
    tenant.outbound_automatic_redemption && tenant.partner.inbound_automatic_redemption == Some(true)
}

fn verifier(design: &Design, domain: &str) -> Option<usize> {
    design.home_tenants.iter().position(|tenant| tenant.verified_domains.iter().any(|verified| verified.as_str() == domain))
}

fn verified_anywhere(design: &Design, domain: &str) -> bool {
    let resource = &design.resource_tenant;
    verifier(design, domain).is_some()
        || resource.initial_domain.as_str() == domain
        || resource.verified_domains.iter().any(|verified| verified.as_str() == domain)
}
