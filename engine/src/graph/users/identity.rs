//! Who vouched for a guest: the federated entry of `identities`, and what it says about the person's accounts.
//!
//! The name that the guest signs in with is not in it where Microsoft Entra ID vouches; the invited address is assumed. Source:
//! `objectIdentity` (Microsoft Graph); `user-properties.md`, 2024-10.

use crate::address::Domain;
use crate::design::{Design, HomeTenant, HomeUser, IdentityProvider};
use crate::document::PropertyError;
use crate::document::caps::{LONGEST_TEXT, longest_list};
use crate::document::place::{Place, shorten};
use crate::fictional;
use crate::graph::entries::{list_or_null, text_or_null};
use crate::graph::note::Notes;
use crate::guest::{Guest, MicrosoftAccount};

/// What the identities say.
pub(super) struct Said {
    /// Who accepted; `None` where nobody known vouches.
    pub(super) provider: Option<IdentityProvider>,
    /// The issuer as it is written.
    pub(super) issuer: Option<String>,
    /// In words.
    pub(super) text: String,
    /// What had to be assumed.
    pub(super) assumed: Vec<String>,
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
        return Ok(Said { provider: None, issuer, text: "Who vouches is not known.".to_owned(), assumed: Vec::new() });
    };
    let address = guest.invited_email.clone();
    let mut assumed = Vec::new();
    let provider = match issuer.to_ascii_lowercase().as_str() {
        "externalazuread" => {
            guest.person.work_account = Some(address);
            assumed.push(work_account(guest, design, entry, notes));
            IdentityProvider::AzureActiveDirectory
        }
        "google.com" => {
            guest.person.google_account = Some(address);
            assumed.push("The Google account has the invited address".to_owned());
            IdentityProvider::Google
        }
        "mail" => IdentityProvider::EmailOneTimePasscode,
        "microsoftaccount" | "live.com" => {
            guest.person.microsoft_account = Some(MicrosoftAccount { sign_in_name: address, aliases: Vec::new() });
            assumed.push("The personal Microsoft account has the invited address".to_owned());
            IdentityProvider::MicrosoftAccount
        }
        _ => {
            if !design.resource_tenant.federations.iter().any(|federation| federation.issuer_uri == issuer) {
                let text = format!("no federation of the scenario has the issuer `{}`", shorten(&issuer));
                notes.notice(&entry.path, text);
                assumed.push(format!(
                    "The federation with the issuer {} was removed, because the scenario has none",
                    shorten(&issuer)
                ));
            }
            guest.person.partner_account = true;
            IdentityProvider::ExternalFederation
        }
    };
    let vouches = match provider {
        IdentityProvider::ExternalFederation => format!("The provider {}", shorten(&issuer)),
        known => crate::wording::provider(known).to_owned(),
    };
    // Longer texts than a scenario holds are no issuers.
    let issuer = Some(issuer).filter(|issuer| issuer.chars().count() <= LONGEST_TEXT);
    Ok(Said { provider: Some(provider), issuer, text: format!("{vouches} vouches."), assumed })
}

/// A work account lives in a tenant: the one that has verified the domain, or a new one. Answers what was assumed.
fn work_account(guest: &mut Guest, design: &mut Design, entry: &Place<'_>, notes: &mut Notes) -> String {
    const NAMED: &str = "The work account has the invited address as its name";
    let address = guest.invited_email.clone();
    let mut users = design.home_tenants.iter().flat_map(|home| &home.users);
    if let Some(user) = users.find(|user| user.owns(&address)) {
        guest.person.work_account = Some(user.user_principal_name.clone());
        return format!("The work account is {}, which owns the invited address", user.user_principal_name);
    }
    let domain = address.domain();
    if let Some(at) = design.tenant_with_verified_domain(domain) {
        if let Some(home) = design.home_tenants.get_mut(at).filter(|home| home.users.len() < longest_list("users")) {
            home.users.push(HomeUser::named(address));
        }
        return NAMED.to_owned();
    }
    let verified = Domain::parse(domain).ok().filter(|_| !PERSONAL.contains(&domain));
    let Some(verified) = verified.filter(|_| design.home_tenants.len() < longest_list("homeTenants")) else {
        return "The work account is in a tenant that the scenario does not have, and signs in there".to_owned();
    };
    let name = format!("Tenant of {domain}");
    notes.notice(&entry.path, format!("no home tenant has verified `{domain}`, so `{name}` was added with a made-up ID"));
    let mut home = HomeTenant::managed(fictional::id(&["tenant", domain]), name, vec![verified]);
    home.users.push(HomeUser::named(address));
    design.home_tenants.push(home);
    format!("{NAMED}, in a managed tenant that has verified the domain")
}
