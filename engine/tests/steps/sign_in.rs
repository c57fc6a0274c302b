//! What happens at the identity provider.

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Design, EmailOneTimePasscode, IdentityProvider, ProviderResponse};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::{Client, GoogleAnswer, Guest};

use super::IdentityProvider::{
    AzureActiveDirectory, EmailOneTimePasscode as Passcode, ExternalFederation, Google, MicrosoftAccount,
};
use super::{Acts, Kept, Work, Y2024, after_at, ended};

/// Where the guest is sent.
pub(super) struct Found {
    pub(super) with: IdentityProvider,
    pub(super) work: Option<Work>,
    pub(super) federation: Option<usize>,
}

pub(super) fn passcode_on(design: &Design) -> bool {
    match design.resource_tenant.email_one_time_passcode {
        EmailOneTimePasscode::Enabled => true,
        EmailOneTimePasscode::Disabled => false,
        EmailOneTimePasscode::Default => design.edition >= Y2024,
    }
}

#[expect(clippy::too_many_arguments, reason = "plain steps, called once")]
pub(super) fn sign_in(
    design: &Design,
    guest: &Guest,
    found: &Found,
    selected: bool,
    by_mail: bool,
    typed: &str,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
) -> Result<(), Ending> {
    let person = &guest.person;
    let resource = &design.resource_tenant;
    match found.with {
        AzureActiveDirectory => {
            let Some((upn, at)) = &found.work else { panic!("an Entra sign-in without an account") };
            let home = at.map(|at| &design.home_tenants[at]);
            // After acceptance the guest types the name that accepted, or a mail address where the home tenant allows it.
            let alternate = home.is_some_and(|home| home.email_as_alternate_login_id);
            if kept.accepted.is_some() && !by_mail && typed != upn && !alternate {
                return ended(Outcome::SignInNameNotUpn);
            }
            let made = kept.work_account.as_ref().is_some_and(|(made, _)| made == upn);
            if !made && person.work_account.as_ref().map(|name| name.as_str()) != Some(upn) {
                return ended(Outcome::NotTheirAccount);
            }
            let users = home.map(|home| home.users.as_slice()).unwrap_or_default();
            if users.iter().any(|user| user.user_principal_name.as_str() == upn && user.disabled) {
                return ended(Outcome::HomeAccountDisabled);
            }
            if home.is_some_and(|home| home.blocks_sign_in) {
                return ended(Outcome::BlockedByHomeTenant);
            }
            if kept.accepted.as_ref().is_some_and(|accepted| accepted.recreated) {
                return ended(Outcome::HomeAccountRecreated);
            }
        }
        ExternalFederation => {
            let federation = &resource.federations[found.federation.unwrap()];
            if federation.inactive {
                return ended(Outcome::ProviderRemoved);
            }
            let invited = after_at(guest.invited_email.as_str());
            let theirs = !selected || federation.domains.iter().any(|domain| domain.as_str() == invited);
            if !person.partner_account || !theirs {
                return ended(Outcome::NoAccountAtProvider);
            }
            match federation.response {
                ProviderResponse::Valid => {}
                ProviderResponse::InvalidToken => return ended(Outcome::TokenInvalid),
                ProviderResponse::MailClaimMissing => return ended(Outcome::MailClaimMissing),
                ProviderResponse::MailClaimOutsideDomain => return ended(Outcome::MailClaimOutsideDomain),
                ProviderResponse::RealmMissing => return ended(Outcome::RealmMissing),
                ProviderResponse::RealmUnknown => return ended(Outcome::RealmUnknown),
            }
        }
        Google => {
            if !resource.google_federation {
                return ended(Outcome::ProviderRemoved);
            }
            if resource.google_client_invalid {
                return ended(Outcome::GoogleError);
            }
            if person.google_account.is_none() {
                return ended(Outcome::NoAccountAtProvider);
            }
            // Error list: 40008 stays, 40010 may pass, 40015 is about this sign-in's code, 40009 about the token of an earlier one.
            match person.google_answer {
                GoogleAnswer::SignsIn => {}
                GoogleAnswer::LastingError => return ended(Outcome::GoogleError),
                GoogleAnswer::PassingError => return ended(Outcome::GoogleFailsForNow),
                GoogleAnswer::CodeRefused => return ended(Outcome::GoogleRefusesCode),
                GoogleAnswer::RefreshTokenRefused => {
                    if kept.accepted.as_ref().is_some_and(|accepted| accepted.with == Google) {
                        return ended(Outcome::GoogleRefusesRefreshToken);
                    }
                }
            }
            // Since 30 September 2021 Google refuses an embedded web-view: the guest signs in elsewhere with a code.
            if design.edition >= Y2024 && person.client == Client::EmbeddedWebView {
                let done = acts.page(Prompt::DeviceCode, |act| match act {
                    Act::EnterDeviceCode => Some(true),
                    Act::GiveUp => Some(false),
                    _ => None,
                })?;
                if !done {
                    return ended(Outcome::WebViewRefused);
                }
            }
        }
        MicrosoftAccount => {}
        Passcode => {
            if !passcode_on(design) {
                return ended(Outcome::ProviderRemoved);
            }
            let invited = guest.invited_email.as_str();
            let still =
                kept.session.as_ref().is_some_and(|(address, since)| address == invited && kept.minutes - since < 24 * 60);
            if !still {
                passcode_page(person.reads_invited_mailbox, kept, acts)?;
                kept.session = Some((invited.to_owned(), kept.minutes));
            }
        }
    }
    Ok(())
}

/// A code lives thirty minutes; every visit of the page begins with a new one.
fn passcode_page(readable: bool, kept: &mut Kept, acts: &mut Acts<'_>) -> Result<(), Ending> {
    let mut sent = kept.minutes;
    loop {
        let expired = kept.minutes - sent >= 30;
        let act = acts.page(Prompt::Passcode { readable, expired }, |act| match act {
            Act::EnterPasscode => readable.then_some(act),
            Act::Wait(minutes) => (minutes > 0).then_some(act),
            Act::EnterWrongPasscode | Act::ResendPasscode | Act::GiveUp => Some(act),
            _ => None,
        })?;
        match act {
            Act::EnterPasscode if !expired => return Ok(()),
            Act::ResendPasscode => sent = kept.minutes,
            Act::Wait(minutes) => kept.minutes += minutes,
            Act::GiveUp => return ended(Outcome::PasscodeNotEntered),
            _ => {}
        }
    }
}
