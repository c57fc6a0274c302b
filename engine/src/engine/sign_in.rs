//! Signing in at the provider that was found.
//!
//! Failures of the provider's own making (claims, tokens) are not modelled yet.

use super::way_in::shown;
use super::{Look, Progress, Verdict, World, discovery, word};
use crate::act::Prompt;
use crate::design::IdentityProvider;
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;

pub(super) fn sign_in(world: World<'_>, provider: IdentityProvider, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    match provider {
        IdentityProvider::AzureActiveDirectory => entra(world, so_far, look),
        IdentityProvider::ExternalFederation => federation(world, so_far, look),
        IdentityProvider::Google => google(world, look),
        IdentityProvider::MicrosoftAccount => {
            look.saw(What::MicrosoftAccount, || microsoft_account(world, so_far));
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
    so_far.account = so_far.account.or(so_far.accepted_account);
    let Some((account, user)) = so_far.account.and_then(|account| Some((account, discovery::user(world, account)?))) else {
        // The account was created on the way, so it is the guest's own.
        return Verdict::Is(Answer::SignedIn, Rule::HomeTenantSignsIn);
    };
    let upn = &user.user_principal_name;
    look.saw(What::HomeUsers(account.tenant), || upn.to_string());
    look.saw(What::WorkAccount, || shown(world.guest.person.work_account.as_ref()));
    if world.guest.person.work_account.as_ref() != Some(upn) {
        return Verdict::Is(Answer::NotTheirs, Rule::SomebodyElsesAccount);
    }
    if so_far.accepted_with.is_some() && !so_far.by_mail_link {
        let typed = world.guest.typed_name();
        let tenant = world.design.home_tenants.get(usize::from(account.tenant));
        let alternate = tenant.is_some_and(|tenant| tenant.email_as_alternate_login_id);
        look.saw(What::TypedName, || typed.to_string());
        look.saw(What::AlternateLogin(account.tenant), || word(alternate));
        if typed != upn && !alternate {
            return Verdict::Is(Answer::NotUpn, Rule::MailIsNotUpn);
        }
    }
    Verdict::Is(Answer::SignedIn, Rule::HomeTenantSignsIn)
}

fn federation(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let domain = world.guest.invited_email.domain();
    let selected = so_far.federation.and_then(|number| world.design.resource_tenant.federations.get(usize::from(number)));
    look.saw(What::PartnerAccount, || word(world.guest.person.partner_account));
    // The account is one at the provider of the guest's own domain; another provider does not know it.
    let theirs = !so_far.selected || selected.is_some_and(|federation| federation.covers(domain));
    if let (true, Some(number), Some(federation)) = (so_far.selected, so_far.federation, selected) {
        look.saw(What::FederationDomains(number), || crate::wording::list(&federation.domains));
    }
    if world.guest.person.partner_account && theirs {
        Verdict::Is(Answer::SignedIn, Rule::PartnerProviderSignsIn)
    } else {
        Verdict::Is(Answer::NoAccount, Rule::NoFallThroughFromPartner)
    }
}

fn google(world: World<'_>, look: &mut impl Look) -> Verdict {
    let account = world.guest.person.google_account.as_ref();
    look.saw(What::GoogleAccount, || shown(account));
    if account.is_some() {
        Verdict::Is(Answer::SignedIn, Rule::GoogleSignsIn)
    } else {
        Verdict::Is(Answer::NoAccount, Rule::NoFallThroughFromGoogle)
    }
}

fn passcode(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let readable = world.guest.person.reads_invited_mailbox;
    let expired = so_far.passcode_expired();
    look.saw(What::InvitedEmail, || world.guest.invited_email.to_string());
    look.saw(What::ReadsMailbox, || word(readable));
    look.saw(What::PasscodeAge, || so_far.passcode_age().to_string());
    Verdict::Ask(Prompt::Passcode { readable, expired }, if expired { Rule::PasscodeExpires } else { Rule::PasscodePage })
}
