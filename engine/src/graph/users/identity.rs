//! Who vouched for a guest: the federated entry of `identities`, and what it says about the person's accounts.
//!
//! The name that the guest signs in with is not in it where Microsoft Entra ID vouches; the invited address is assumed. Source:
//! `objectIdentity` (Microsoft Graph); `user-properties.md`, 2024-10.

use crate::address::Domain;
use crate::design::{Design, HomeTenant, HomeUser, IdentityProvider};
use crate::document::PropertyError;
use crate::document::caps::longest_list;
use crate::document::place::{Place, shorten};
use crate::fictional;
use crate::graph::entries::{list_or_null, text_or_null};
use crate::graph::note::Notes;
use crate::guest::{Guest, MicrosoftAccount};

/// What the identities say.
pub(super) struct Said {
    /// Who accepted; `None` where nobody known vouches.
    pub(super) provider: Option<IdentityProvider>,
    /// In words.
    pub(super) text: String,
}

/// Domains of personal accounts, which no organization has verified.
const PERSONAL: &[&str] = &["gmail.com", "googlemail.com", "hotmail.com", "live.com", "outlook.com"];

/// Gives the person the account that must be there, and says which.
pub(super) fn read(entry: &Place<'_>, guest: &mut Guest, design: &mut Design, notes: &mut Notes) -> Result<Said, PropertyError> {
    let mut issuer = None;
    for place in list_or_null(entry, "identities", "aliases")? {
        if text_or_null(&place, "signInType")?.is_some_and(|kind| kind.eq_ignore_ascii_case("federated")) {
            issuer = text_or_null(&place, "issuer")?.map(str::to_owned);
        }
    }
    let Some(issuer) = issuer else {
        notes.notice(&entry.path, "`identities` names nobody who vouches, so how this guest signs in is not known".to_owned());
        return Ok(Said { provider: None, text: "Who vouches is not known.".to_owned() });
    };
    let address = guest.invited_email.clone();
    let (provider, text) = match issuer.to_ascii_lowercase().as_str() {
        "externalazuread" => {
            guest.person.work_account = Some(address);
            (IdentityProvider::AzureActiveDirectory, work_account(guest, design, entry, notes))
        }
        "google.com" => {
            guest.person.google_account = Some(address);
            (IdentityProvider::Google, "Google vouches; an account with the invited address is assumed.".to_owned())
        }
        "mail" => (IdentityProvider::EmailOneTimePasscode, "Signs in with email one-time passcode.".to_owned()),
        "microsoftaccount" | "live.com" => {
            guest.person.microsoft_account = Some(MicrosoftAccount { sign_in_name: address, aliases: Vec::new() });
            let text = "A personal Microsoft account vouches; one with the invited address is assumed.";
            (IdentityProvider::MicrosoftAccount, text.to_owned())
        }
        _ => {
            if !design.resource_tenant.federations.iter().any(|federation| federation.issuer_uri == issuer) {
                let text = format!("no federation of the scenario has the issuer `{}`", shorten(&issuer));
                notes.notice(&entry.path, text);
            }
            guest.person.partner_account = true;
            (IdentityProvider::ExternalFederation, format!("The provider {} vouches.", shorten(&issuer)))
        }
    };
    Ok(Said { provider: Some(provider), text })
}

/// A work account lives in a tenant: the one that has verified the domain, or a new one.
fn work_account(guest: &Guest, design: &mut Design, entry: &Place<'_>, notes: &mut Notes) -> String {
    let address = &guest.invited_email;
    let domain = address.domain();
    let Some(at) = design.tenant_with_verified_domain(domain) else {
        if PERSONAL.contains(&domain) || design.home_tenants.len() >= longest_list("homeTenants") {
            return "Microsoft Entra ID vouches; in which tenant the account is, is not known.".to_owned();
        }
        let Ok(verified) = Domain::parse(domain) else { return "Microsoft Entra ID vouches.".to_owned() };
        let name = format!("Tenant of {domain}");
        let text = format!("no home tenant has verified `{domain}`, so `{name}` was added with a made-up ID");
        notes.notice(&entry.path, text);
        let mut home = HomeTenant::managed(fictional::id(&["tenant", domain]), name, vec![verified]);
        home.users.push(HomeUser::named(address.clone()));
        design.home_tenants.push(home);
        return "Microsoft Entra ID vouches; a managed tenant that has verified the domain is assumed, and an account with the \
                invited address as its name."
            .to_owned();
    };
    if let Some(home) = design.home_tenants.get_mut(at)
        && !home.users.iter().any(|user| user.owns(address))
        && home.users.len() < longest_list("users")
    {
        home.users.push(HomeUser::named(address.clone()));
    }
    "Microsoft Entra ID vouches; an account with the invited address as its name is assumed.".to_owned()
}
