//! Signing in at the provider that was found, the provider's own failures included.
//!
//! What the resource tenant makes of the account that comes back is in `access.rs` and `consent.rs`.

use smol_str::ToSmolStr;

use super::way_in::shown;
use super::{Look, Progress, Verdict, World, discovery, word};
use crate::act::Prompt;
use crate::design::{IdentityProvider, ProviderResponse};
use crate::flow::Answer;
use crate::guest::{Client, GoogleAnswer};
use crate::rules::Rule;
use crate::trace::What;

pub(super) fn sign_in(world: World<'_>, provider: IdentityProvider, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    match provider {
        IdentityProvider::AzureActiveDirectory => entra(world, so_far, look),
        IdentityProvider::ExternalFederation => federation(world, so_far, look),
        IdentityProvider::Google => google(world, so_far, look),
        IdentityProvider::MicrosoftAccount => {
            look.read(What::MicrosoftAccount, || microsoft_account(world, so_far));
            Verdict::Is(Answer::SignedIn, Rule::MicrosoftAccountSignsIn)
        }
        IdentityProvider::EmailOneTimePasscode => passcode(world, so_far, look),
    }
}

fn microsoft_account(world: World<'_>, so_far: &Progress) -> String {
    if so_far.created.is_some() {
        return world.guest.invited_email.to_string();
    }
    shown(world.guest.person.microsoft_account.as_ref().map(|account| &account.sign_in_name))
}

fn entra(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    let Some((account, user)) = so_far.account.and_then(|account| Some((account, discovery::user(world, account)?))) else {
        // The account was created on the way, so it is the guest's own.
        let tenant = so_far
            .account
            .and_then(|account| Some((account.tenant, world.design.home_tenants.get(usize::from(account.tenant))?)));
        if let Some((number, _)) = tenant.filter(|(_, home)| home.blocks_sign_in) {
            look.saw(What::HomeBlocksSignIn(number), || word(true));
            return Verdict::Is(Answer::Blocked, Rule::HomePoliciesApply);
        }
        return Verdict::Is(Answer::SignedIn, Rule::HomeTenantSignsIn);
    };
    let upn = &user.user_principal_name;
    look.read(What::HomeUsers(account.tenant), || upn.as_str());
    look.read(What::WorkAccount, || shown(world.guest.person.work_account.as_ref()));
    if world.guest.person.work_account.as_ref() != Some(upn) {
        return Verdict::Is(Answer::NotTheirs, Rule::SomebodyElsesAccount);
    }
    if so_far.accepted_with.is_some() && !so_far.by_mail_link {
        let typed = world.guest.typed_name();
        let tenant = world.design.home_tenants.get(usize::from(account.tenant));
        let alternate = tenant.is_some_and(|tenant| tenant.email_as_alternate_login_id);
        look.read(What::TypedName, || typed.as_str());
        look.saw(What::AlternateLogin(account.tenant), || word(alternate));
        if typed != upn && !alternate {
            return Verdict::Is(Answer::NotUpn, Rule::MailIsNotUpn);
        }
    }
    look.saw(What::HomeUserDisabled(account.tenant), || word(user.disabled));
    if user.disabled {
        return Verdict::Is(Answer::Disabled, Rule::DisabledHomeAccountIsRefused);
    }
    if world.design.home_tenants.get(usize::from(account.tenant)).is_some_and(|tenant| tenant.blocks_sign_in) {
        look.saw(What::HomeBlocksSignIn(account.tenant), || word(true));
        return Verdict::Is(Answer::Blocked, Rule::HomePoliciesApply);
    }
    if so_far.home_account_recreated && so_far.accepted_with.is_some() {
        look.saw(What::HomeAccountRecreated, || word(true));
        return Verdict::Is(Answer::Recreated, Rule::RecreatedAccountIsAnother);
    }
    Verdict::Is(Answer::SignedIn, Rule::HomeTenantSignsIn)
}

/// The sign-in fails of a guest whose provider was switched off after the redemption.
fn is_gone(so_far: &Progress, configured: bool) -> bool {
    so_far.accepted_with.is_some() && !so_far.selected && !configured
}

fn federation(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let domain = world.guest.invited_email.domain();
    let selected = so_far.federation.and_then(|number| world.design.resource_tenant.federations.get(usize::from(number)));
    if let Some((number, federation)) = so_far.federation.zip(selected) {
        look.saw(What::FederationInactive(number), || word(federation.inactive));
    }
    if is_gone(so_far, selected.is_some_and(|federation| !federation.inactive)) {
        return Verdict::Is(Answer::Gone, Rule::RemovedFederationLocksOut);
    }
    if so_far.selected && selected.is_some_and(|federation| federation.inactive) {
        return Verdict::Is(Answer::Gone, Rule::FederationIsNotInForce);
    }
    look.saw(What::PartnerAccount, || word(world.guest.person.partner_account));
    // The account is one at the provider of the guest's own domain; another provider does not know it.
    let theirs = !so_far.selected || selected.is_some_and(|federation| federation.covers(domain));
    if let (true, Some(number), Some(federation)) = (so_far.selected, so_far.federation, selected) {
        look.read(What::FederationDomains(number), || crate::wording::list(&federation.domains));
    }
    if !(world.guest.person.partner_account && theirs) {
        return Verdict::Is(Answer::NoAccount, Rule::NoFallThroughFromPartner);
    }
    let response = selected.map_or(ProviderResponse::Valid, |federation| federation.response);
    if let Some(number) = so_far.federation {
        look.saw(What::ProviderResponse(number), || <&'static str>::from(response));
    }
    match response {
        ProviderResponse::Valid => Verdict::Is(Answer::SignedIn, Rule::PartnerProviderSignsIn),
        ProviderResponse::InvalidToken => Verdict::Is(Answer::InvalidToken, Rule::TokenMustBeValid),
        ProviderResponse::MailClaimMissing => Verdict::Is(Answer::NoMailClaim, Rule::MailClaimIsNeeded),
        ProviderResponse::MailClaimOutsideDomain => Verdict::Is(Answer::MailClaimElsewhere, Rule::MailClaimIsNeeded),
        ProviderResponse::RealmMissing => Verdict::Is(Answer::NoRealm, Rule::RealmIsNeeded),
        ProviderResponse::RealmUnknown => Verdict::Is(Answer::UnknownRealm, Rule::RealmIsNeeded),
    }
}

fn google(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let configured = world.design.resource_tenant.google_federation;
    if is_gone(so_far, configured) {
        look.saw(What::GoogleFederation, || word(configured));
        return Verdict::Is(Answer::Gone, Rule::DeletedGoogleFederationLocksOut);
    }
    look.saw(What::GoogleClient, || word(world.design.resource_tenant.google_client_invalid));
    if world.design.resource_tenant.google_client_invalid {
        return Verdict::Is(Answer::ProviderError, Rule::GoogleAnswersWithError);
    }
    let account = world.guest.person.google_account.as_ref();
    look.read(What::GoogleAccount, || shown(account));
    if account.is_none() {
        return Verdict::Is(Answer::NoAccount, Rule::NoFallThroughFromGoogle);
    }
    // The page with the device code leads to the same Google, so what it answers holds for both.
    let answer = world.guest.person.google_answer;
    look.saw(What::GoogleAnswer, || <&'static str>::from(answer));
    match answer {
        GoogleAnswer::SignsIn => {}
        GoogleAnswer::LastingError => return Verdict::Is(Answer::ProviderError, Rule::GoogleAnswersWithError),
        GoogleAnswer::PassingError => return Verdict::Is(Answer::PassingError, Rule::GoogleErrorMayPass),
        GoogleAnswer::CodeRefused => return Verdict::Is(Answer::CodeRefused, Rule::GoogleMustTakeItsCode),
        GoogleAnswer::RefreshTokenRefused if so_far.accepted_with == Some(IdentityProvider::Google) => {
            return Verdict::Is(Answer::RefreshTokenRefused, Rule::GoogleMustTakeItsToken);
        }
        // There is no token before the first sign-in.
        GoogleAnswer::RefreshTokenRefused => {}
    }
    look.saw(What::Client, || <&'static str>::from(world.guest.person.client));
    match (world.guest.person.client, world.edition().google_refuses_web_views()) {
        (Client::EmbeddedWebView, true) => Verdict::Is(Answer::WebView, Rule::GoogleRefusesWebView),
        (Client::EmbeddedWebView, false) => Verdict::Is(Answer::SignedIn, Rule::GoogleAllowsWebView),
        (Client::Browser, _) => Verdict::Is(Answer::SignedIn, Rule::GoogleSignsIn),
    }
}

fn passcode(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let enabled = world.design.passcode_enabled();
    if is_gone(so_far, enabled) {
        look.saw(What::Passcode, || word(enabled));
        return Verdict::Is(Answer::Gone, Rule::PasscodeTurnedOffLocksOut);
    }
    if so_far.passcode_sent.is_none() {
        look.saw(What::PasscodeSession, || word(true));
        return Verdict::Is(Answer::SignedIn, Rule::PasscodeSessionLasts);
    }
    let readable = world.guest.person.reads_invited_mailbox;
    let expired = so_far.passcode_expired();
    look.read(What::InvitedEmail, || world.guest.invited_email.as_str());
    look.saw(What::ReadsMailbox, || word(readable));
    look.read(What::PasscodeAge, || so_far.passcode_age().to_smolstr());
    Verdict::Ask(Prompt::Passcode { readable, expired }, if expired { Rule::PasscodeExpires } else { Rule::PasscodePage })
}
