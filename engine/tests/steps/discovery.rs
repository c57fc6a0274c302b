//! Items 1 to 7 of the flow, edition by edition, and item 3 of the oldest text.

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Cloud, Design, FallbackProvider, HomeTenant, Management, PrimaryProvider};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::Guest;

use super::IdentityProvider::{
    AzureActiveDirectory, EmailOneTimePasscode as Passcode, ExternalFederation, Google, MicrosoftAccount,
};
use super::sign_in::{Found, passcode_on};
use super::{
    Acts, Kept, Work, Y2019, Y2021, Y2024, Y2026, after_at, clouds_collaborate, cross_tenant_access, ended, has_user, owns,
    personal_guests, verified_by_us, verifier,
};

/// Consumer mail domains of the 2021 text's step 8, as far as the model knows them.
const CONSUMER: [&str; 3] = ["gmail.com", "googlemail.com", "outlook.com"];

fn work(account: Work) -> Found {
    Found { with: AzureActiveDirectory, work: Some(account), federation: None }
}

fn other(with: super::IdentityProvider) -> Found {
    Found { with, work: None, federation: None }
}

/// Items 1 to 7 of the flow; in the oldest edition, item 3 of the mail link's list.
pub(super) fn discover(
    design: &Design,
    guest: &Guest,
    by_mail: bool,
    id: &str,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
) -> Result<Found, Ending> {
    let edition = design.edition;
    let invited = guest.invited_email.as_str();
    let person = &guest.person;
    // No document says what becomes of an account that was made in an earlier attempt; as with work accounts, it counts.
    let has_microsoft_account = kept.microsoft_account.as_deref() == Some(invited)
        || person.microsoft_account.as_ref().is_some_and(|account| {
            account.sign_in_name.as_str() == id || account.aliases.iter().any(|alias| alias.as_str() == id)
        });
    let passcode = passcode_on(design);
    if edition == Y2019 {
        if let Some(found) = entra(design, guest, by_mail, id, kept, acts)? {
            return Ok(found);
        }
        if has_microsoft_account {
            return Ok(other(MicrosoftAccount));
        }
        if let Some(found) = federated(design, id) {
            return Ok(found);
        }
        if google(design, id) {
            return Ok(other(Google));
        }
        if passcode {
            return Ok(other(Passcode));
        }
        if !by_mail {
            return ended(Outcome::CreationNeedsMailLink);
        }
        return create_microsoft_account(design, invited, kept, acts);
    }
    if edition == Y2021 {
        if let Some(found) = entra(design, guest, by_mail, id, kept, acts)? {
            return Ok(found);
        }
        if let Some(found) = federated(design, id) {
            return Ok(found);
        }
        if google(design, id) {
            return Ok(other(Google));
        }
        if has_microsoft_account && !by_mail {
            return Ok(other(MicrosoftAccount));
        }
        if passcode {
            return Ok(other(Passcode));
        }
        if !by_mail {
            return ended(Outcome::CreationNeedsMailLink);
        }
        if verifier(design, after_at(invited)).is_some() || verified_by_us(design, after_at(invited)) {
            return missing_user(design, invited, person.reads_invited_mailbox, kept, acts);
        }
        create(person.reads_invited_mailbox, acts)?;
        if CONSUMER.contains(&after_at(invited)) {
            kept.microsoft_account = Some(invited.to_owned());
            return Ok(other(MicrosoftAccount));
        }
        kept.work_account = Some((invited.to_owned(), None));
        return Ok(work((invited.to_owned(), None)));
    }
    for primary in design.resource_tenant.redemption_order.primary() {
        match primary {
            PrimaryProvider::AzureActiveDirectory => {
                if let Some(found) = entra(design, guest, by_mail, id, kept, acts)? {
                    return Ok(found);
                }
            }
            PrimaryProvider::ExternalFederation => {
                if let Some(found) = federated(design, id) {
                    return Ok(found);
                }
            }
            PrimaryProvider::SocialIdentityProviders => {
                if google(design, id) {
                    return Ok(other(Google));
                }
            }
        }
    }
    // The cloud of 21Vianet has nothing but items 1 and 2, whatever the fallback.
    if design.resource_tenant.cloud == Cloud::China21Vianet {
        return ended(Outcome::NoProviderInCloud);
    }
    let fallback = design.resource_tenant.redemption_order.fallback();
    if fallback != FallbackProvider::EmailOneTimePasscode && has_microsoft_account {
        return Ok(other(MicrosoftAccount));
    }
    if fallback == FallbackProvider::EmailOneTimePasscode && !passcode {
        return ended(Outcome::PasscodeOff);
    }
    if fallback == FallbackProvider::MicrosoftAccount || !passcode {
        return create_microsoft_account(design, invited, kept, acts);
    }
    if person.live_work_session && person.work_account.is_some() {
        let goes_on_with_work = acts.page(Prompt::LiveSession, |act| match act {
            Act::UseAnotherAccount => Some(false),
            Act::ContinueWithSession => Some(true),
            _ => None,
        })?;
        if goes_on_with_work {
            return ended(Outcome::LiveSessionAccount);
        }
    }
    Ok(other(Passcode))
}

/// Item 1: does this user exist in an Entra tenant, and is the name a Microsoft account as well?
fn entra(
    design: &Design,
    guest: &Guest,
    by_mail: bool,
    id: &str,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
) -> Result<Option<Found>, Ending> {
    // An account that was made on the way, then accounts of tenants that count, then, under the other reading of 2024-03 and
    // later, those of unmanaged tenants.
    let mut account = kept.work_account.clone().filter(|(made, _)| made == guest.invited_email.as_str());
    if account.is_none() {
        account = account_in(design, by_mail, id, |tenant| tenant.management == Management::Managed || design.edition <= Y2021)?;
    }
    if account.is_none() && design.edition >= Y2024 && design.interpretations.passwords_for_unmanaged {
        account = account_in(design, by_mail, id, |tenant| tenant.management == Management::Unmanaged).unwrap_or(None);
        if account.is_some() {
            create(true, acts)?;
            return Ok(account.map(work));
        }
    }
    let Some((upn, tenant)) = account else { return Ok(None) };
    if let Some(at) = tenant.filter(|_| cross_tenant_access(design))
        && !clouds_collaborate(design, &design.home_tenants[at])
    {
        return ended(Outcome::CloudNotAllowed);
    }
    let name_of_microsoft_account = guest.person.microsoft_account.as_ref().map(|account| account.sign_in_name.as_str());
    let asks = design.edition >= Y2021 && personal_guests(design) && !design.interpretations.shared_address_is_work;
    if asks && upn == id && name_of_microsoft_account == Some(id) {
        let personal = acts.page(Prompt::AccountChoice, |act| match act {
            Act::ChooseWorkAccount => Some(false),
            Act::ChoosePersonalAccount => Some(true),
            _ => None,
        })?;
        if personal {
            return Ok(Some(other(MicrosoftAccount)));
        }
    }
    Ok(Some(work((upn, tenant))))
}

/// By user principal name in any tenant that counts, else by mail address or alias. A direct link needs the user principal name,
/// unless the tenant lets its users sign in with their mail address.
fn account_in(design: &Design, by_mail: bool, id: &str, counts: impl Fn(&HomeTenant) -> bool) -> Result<Option<Work>, Ending> {
    for (position, tenant) in design.home_tenants.iter().enumerate() {
        if counts(tenant) && tenant.users.iter().any(|user| user.user_principal_name.as_str() == id) {
            return Ok(Some((id.to_owned(), Some(position))));
        }
    }
    for (position, tenant) in design.home_tenants.iter().enumerate() {
        if let Some(user) = tenant.users.iter().find(|user| counts(tenant) && owns(user, id)) {
            if !by_mail && !tenant.email_as_alternate_login_id {
                return ended(Outcome::SignInNameNotUpn);
            }
            return Ok(Some((user.user_principal_name.as_str().to_owned(), Some(position))));
        }
    }
    Ok(None)
}

/// Item 2. The list of providers for the cloud of the US Government does not name SAML/WS-Fed, but does not exclude it either,
/// as the one for 21Vianet excludes others; a federation that is configured there counts.
fn federated(design: &Design, id: &str) -> Option<Found> {
    let no_verified_domains = design.edition <= Y2021;
    if no_verified_domains && verifier(design, after_at(id)).is_some() {
        return None;
    }
    let at = design.resource_tenant.federations.iter().position(|federation| {
        let native = design.edition == Y2026 && federation.is_entra_tenant;
        !federation.inactive && !native && federation.domains.iter().any(|domain| domain.as_str() == after_at(id))
    })?;
    Some(Found { with: ExternalFederation, work: None, federation: Some(at) })
}

/// Item 3.
fn google(design: &Design, id: &str) -> bool {
    personal_guests(design) && design.resource_tenant.google_federation && ["gmail.com", "googlemail.com"].contains(&after_at(id))
}

/// Item 7, with its last sentence.
fn create_microsoft_account(design: &Design, invited: &str, kept: &mut Kept, acts: &mut Acts<'_>) -> Result<Found, Ending> {
    if verifier(design, after_at(invited)).is_some() || verified_by_us(design, after_at(invited)) {
        return missing_user(design, invited, true, kept, acts);
    }
    create(true, acts)?;
    kept.microsoft_account = Some(invited.to_owned());
    Ok(other(MicrosoftAccount))
}

/// The domain is verified, and no account was found.
fn missing_user(design: &Design, invited: &str, possible: bool, kept: &mut Kept, acts: &mut Acts<'_>) -> Result<Found, Ending> {
    let Some(at) = verifier(design, after_at(invited)) else {
        return ended(Outcome::NoAccountForVerifiedDomain);
    };
    let home = &design.home_tenants[at];
    if has_user(home, invited) {
        return ended(Outcome::NoAccountForVerifiedDomain);
    }
    let settings = home.just_in_time_creation;
    let both = settings.allow_email_verified_users_to_join_organization && settings.allowed_to_sign_up_email_based_subscriptions;
    if home.federated || !both {
        return ended(Outcome::JustInTimeCreationOff);
    }
    if design.edition >= Y2024 && !design.interpretations.just_in_time_creation_works {
        return ended(Outcome::JustInTimeCreationGone);
    }
    create(possible, acts)?;
    let account = (invited.to_owned(), Some(at));
    kept.work_account = Some(account.clone());
    Ok(work(account))
}

fn create(possible: bool, acts: &mut Acts<'_>) -> Result<(), Ending> {
    let created = acts.page(Prompt::CreateAccount { possible }, |act| match act {
        Act::CreateAccount => possible.then_some(true),
        Act::GiveUp => Some(false),
        _ => None,
    })?;
    if created { Ok(()) } else { ended(Outcome::AccountNotCreated) }
}
