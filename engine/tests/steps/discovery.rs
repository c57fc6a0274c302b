//! Items 1 to 7 of the flow, edition by edition, and item 3 of the oldest text.
//!
//! Uses the engine's data types to be comparable, and none of its functions.

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Design, EmailOneTimePasscode, FallbackProvider, HomeTenant, Management, PrimaryProvider};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::Guest;

use super::Edition::{Y2019, Y2021, Y2024, Y2026};
use super::IdentityProvider::{EmailOneTimePasscode as Passcode, ExternalFederation, Google, MicrosoftAccount};
use super::{Acts, Found, Kept, after_at, ended, has_user, owns, verified_anywhere, verifier};

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
    let fallback = design.resource_tenant.redemption_order.fallback();
    // No document says what becomes of an account that was made in an earlier attempt; as with work accounts, it counts.
    let has_microsoft_account = kept.created_microsoft_account
        || person.microsoft_account.as_ref().is_some_and(|account| {
            account.sign_in_name.as_str() == id || account.aliases.iter().any(|alias| alias.as_str() == id)
        });
    let passcode = match design.resource_tenant.email_one_time_passcode {
        EmailOneTimePasscode::Enabled => true,
        EmailOneTimePasscode::Disabled => false,
        EmailOneTimePasscode::Default => edition >= Y2024,
    };
    if edition == Y2019 {
        if let Some(found) = entra(design, guest, by_mail, id, kept, acts)? {
            return Ok(found);
        }
        if has_microsoft_account {
            return Ok(Found::Other(MicrosoftAccount));
        }
        if federated(design, id) {
            return Ok(Found::Other(ExternalFederation));
        }
        if google(design, id) {
            return Ok(Found::Other(Google));
        }
        if passcode {
            return Ok(Found::Other(Passcode));
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
        if federated(design, id) {
            return Ok(Found::Other(ExternalFederation));
        }
        if google(design, id) {
            return Ok(Found::Other(Google));
        }
        if has_microsoft_account && !by_mail {
            return Ok(Found::Other(MicrosoftAccount));
        }
        if passcode {
            return Ok(Found::Other(Passcode));
        }
        if !by_mail {
            return ended(Outcome::CreationNeedsMailLink);
        }
        if verified_anywhere(design, after_at(invited)) {
            return missing_user(design, invited, person.reads_invited_mailbox, kept, acts);
        }
        create(person.reads_invited_mailbox, acts)?;
        if ["gmail.com", "googlemail.com", "outlook.com"].contains(&after_at(invited)) {
            kept.created_microsoft_account = true;
            return Ok(Found::Other(MicrosoftAccount));
        }
        kept.created_work_account = true;
        return Ok(Found::Work(invited.to_owned(), None));
    }
    for primary in design.resource_tenant.redemption_order.primary() {
        if *primary == PrimaryProvider::AzureActiveDirectory
            && let Some(found) = entra(design, guest, by_mail, id, kept, acts)?
        {
            return Ok(found);
        }
        if *primary == PrimaryProvider::ExternalFederation && federated(design, id) {
            return Ok(Found::Other(ExternalFederation));
        }
        if *primary == PrimaryProvider::SocialIdentityProviders && google(design, id) {
            return Ok(Found::Other(Google));
        }
    }
    if fallback != FallbackProvider::EmailOneTimePasscode && has_microsoft_account {
        return Ok(Found::Other(MicrosoftAccount));
    }
    if fallback == FallbackProvider::EmailOneTimePasscode && !passcode {
        return ended(Outcome::PasscodeOff);
    }
    if fallback == FallbackProvider::MicrosoftAccount || !passcode {
        return create_microsoft_account(design, invited, kept, acts);
    }
    if person.live_work_session && person.work_account.is_some() {
        match acts.next() {
            Some(Act::UseAnotherAccount) => {}
            Some(Act::ContinueWithSession) => return ended(Outcome::LiveSessionAccount),
            _ => return Err(Ending::Waiting(Prompt::LiveSession)),
        }
    }
    Ok(Found::Other(Passcode))
}

/// Item 1: does this user exist in an Entra tenant, and is the name a Microsoft account as well?
fn entra(
    design: &Design,
    guest: &Guest,
    by_mail: bool,
    id: &str,
    kept: &Kept,
    acts: &mut Acts<'_>,
) -> Result<Option<Found>, Ending> {
    let counts = |tenant: &HomeTenant| tenant.management == Management::Managed || design.edition <= Y2021;
    let mut account = None;
    if kept.created_work_account {
        account = Some((guest.invited_email.as_str(), None));
    }
    for (position, tenant) in design.home_tenants.iter().enumerate() {
        for user in &tenant.users {
            if account.is_none() && counts(tenant) && user.user_principal_name.as_str() == id {
                account = Some((id, Some(position)));
            }
        }
    }
    for (position, tenant) in design.home_tenants.iter().enumerate() {
        for user in &tenant.users {
            if account.is_none() && counts(tenant) && owns(user, id) {
                if !by_mail && !tenant.email_as_alternate_login_id {
                    return ended(Outcome::SignInNameNotUpn);
                }
                account = Some((user.user_principal_name.as_str(), Some(position)));
            }
        }
    }
    let Some((upn, tenant)) = account else { return Ok(None) };
    let name_of_microsoft_account = guest.person.microsoft_account.as_ref().map(|account| account.sign_in_name.as_str());
    if design.edition >= Y2021 && upn == id && name_of_microsoft_account == Some(id) {
        match acts.next() {
            Some(Act::ChooseWorkAccount) => {}
            Some(Act::ChoosePersonalAccount) => return Ok(Some(Found::Other(MicrosoftAccount))),
            _ => return Err(Ending::Waiting(Prompt::AccountChoice)),
        }
    }
    Ok(Some(Found::Work(upn.to_owned(), tenant)))
}

/// Item 2.
fn federated(design: &Design, id: &str) -> bool {
    if design.edition <= Y2021 && verifier(design, after_at(id)).is_some() {
        return false;
    }
    let active =
        design.resource_tenant.federations.iter().filter(|federation| design.edition != Y2026 || !federation.is_entra_tenant);
    active.flat_map(|federation| &federation.domains).any(|domain| domain.as_str() == after_at(id))
}

/// Item 3.
fn google(design: &Design, id: &str) -> bool {
    design.resource_tenant.google_federation && (after_at(id) == "gmail.com" || after_at(id) == "googlemail.com")
}

/// Item 7, with its last sentence.
fn create_microsoft_account(design: &Design, invited: &str, kept: &mut Kept, acts: &mut Acts<'_>) -> Result<Found, Ending> {
    if verified_anywhere(design, after_at(invited)) {
        return missing_user(design, invited, true, kept, acts);
    }
    create(true, acts)?;
    kept.created_microsoft_account = true;
    Ok(Found::Other(MicrosoftAccount))
}

/// The domain is verified, and no account was found.
fn missing_user(design: &Design, invited: &str, possible: bool, kept: &mut Kept, acts: &mut Acts<'_>) -> Result<Found, Ending> {
    let Some(home) = verifier(design, after_at(invited)).map(|at| &design.home_tenants[at]) else {
        return ended(Outcome::NoAccountForVerifiedDomain);
    };
    if has_user(home, invited) {
        return ended(Outcome::NoAccountForVerifiedDomain);
    }
    let settings = home.just_in_time_creation;
    let both = settings.allow_email_verified_users_to_join_organization && settings.allowed_to_sign_up_email_based_subscriptions;
    if home.federated || !both {
        return ended(Outcome::JustInTimeCreationOff);
    }
    if design.edition >= Y2024 {
        return ended(Outcome::JustInTimeCreationGone);
    }
    create(possible, acts)?;
    kept.created_work_account = true;
    Ok(Found::Work(invited.to_owned(), None))
}

fn create(possible: bool, acts: &mut Acts<'_>) -> Result<(), Ending> {
    match acts.next() {
        Some(Act::CreateAccount) if possible => Ok(()),
        Some(Act::GiveUp) => ended(Outcome::AccountNotCreated),
        _ => Err(Ending::Waiting(Prompt::CreateAccount { possible })),
    }
}
