//! Discovery: which primary identity provider, or which existing Microsoft account, matches the guest.
//!
//! What happens when none matches is in `fallback.rs`.

use smol_str::format_smolstr;

use super::access::has_consumer_providers;
use super::way_in::shown;
use super::{Account, Look, Progress, Verdict, World, word, yes_no};
use crate::address::EmailAddress;
use crate::design::{Edition, Management, PrimaryProvider};
use crate::flow::{Answer, NewAccount};
use crate::rules::Rule;
use crate::trace::What;

/// The domains that step 3 of the documented flow names.
const GOOGLE_DOMAINS: [&str; 2] = ["gmail.com", "googlemail.com"];

pub(super) fn primary(world: World<'_>, provider: PrimaryProvider, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    match provider {
        PrimaryProvider::AzureActiveDirectory => entra(world, so_far, look),
        PrimaryProvider::ExternalFederation => federation(world, so_far, look),
        PrimaryProvider::SocialIdentityProviders => google(world, so_far, look),
    }
}

fn entra(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    let name = world.name_used(so_far);
    let edition = world.edition();
    let general = match edition {
        Edition::Y2019 => Rule::EntraAccountOfAnyKind,
        Edition::Y2021 => Rule::EntraTenantOfAnyKind,
        Edition::Y2024 | Edition::Y2026 => Rule::UserBasedDiscovery,
    };
    look.read(What::TypedName, || name.as_str());
    if let Some(tenant) = created_work_account(world, so_far) {
        so_far.account = Some(Account { tenant, user: None });
        return Verdict::Is(Answer::Yes, general);
    }
    let mut unmanaged = None;
    let mut unmanaged_by_upn = false;
    let mut by_mail = None;
    for (tenant_number, tenant) in world.design.home_tenants.iter().enumerate() {
        for (user_number, user) in tenant.users.iter().enumerate() {
            let by_upn = user.user_principal_name == *name;
            if !by_upn && !user.has_mail(name) {
                continue;
            }
            let account = Account { tenant: position(tenant_number), user: Some(position(user_number)) };
            if tenant.management == Management::Unmanaged && !edition.unmanaged_accounts_redeem() {
                // A user principal name says more than a mail address.
                if unmanaged.is_none() || (by_upn && !unmanaged_by_upn) {
                    unmanaged = Some((account, tenant));
                    unmanaged_by_upn = by_upn;
                }
            } else if by_upn {
                look.read(What::HomeUsers(account.tenant), || format_smolstr!("{name} in {}", tenant.display_name));
                look.saw(What::Management(account.tenant), || <&'static str>::from(tenant.management));
                so_far.account = Some(account);
                return Verdict::Is(Answer::Yes, rule_for_upn(world, name, general));
            } else {
                by_mail = by_mail.or(Some((account, tenant, &user.user_principal_name)));
            }
        }
    }
    if let Some((account, tenant, upn)) = by_mail {
        look.read(What::HomeUsers(account.tenant), || {
            format_smolstr!("{name} is a mail address of {upn} in {}", tenant.display_name)
        });
        if so_far.by_mail_link {
            so_far.account = Some(account);
            return Verdict::Is(Answer::Yes, Rule::FoundByMail);
        }
        look.saw(What::AlternateLogin(account.tenant), || word(tenant.email_as_alternate_login_id));
        if tenant.email_as_alternate_login_id {
            so_far.account = Some(account);
            return Verdict::Is(Answer::Yes, Rule::FoundByAlternateLogin);
        }
        return Verdict::Is(Answer::NotUpn, Rule::MailIsNotUpn);
    }
    if let Some((account, tenant)) = unmanaged {
        look.read(What::HomeUsers(account.tenant), || format_smolstr!("{name} in {}", tenant.display_name));
        look.saw(What::Management(account.tenant), || <&'static str>::from(tenant.management));
        let named = unmanaged_by_upn || so_far.by_mail_link || tenant.email_as_alternate_login_id;
        if world.design.interpretations.passwords_for_unmanaged && named {
            look.saw(What::Interpretation, || "passwordsForUnmanaged");
            so_far.account = Some(account);
            return Verdict::Is(Answer::Unmanaged, Rule::UnmanagedAccountGetsPassword);
        }
        return Verdict::Is(Answer::No, Rule::UnmanagedAccountsDoNotCount);
    }
    if let Some(number) = world.design.tenant_with_verified_domain(name.domain()) {
        look.read(What::HomeUsers(position(number)), || format_smolstr!("no {name} in {}", tenant_name(world, number)));
    } else {
        look.saw(What::TenantsWithDomain, || "none");
    }
    Verdict::Is(Answer::No, general)
}

/// The tenant of a work account that was created in an earlier attempt.
fn created_work_account(world: World<'_>, so_far: &Progress) -> Option<u16> {
    match so_far.created? {
        NewAccount::Microsoft => None,
        NewAccount::SelfService => Some(u16::MAX),
        NewAccount::HomeMember => world.design.tenant_with_verified_domain(world.guest.invited_email.domain()).map(position),
    }
}

/// In 2019 the choice between two accounts is made by the service, so its rule justifies the match.
fn rule_for_upn(world: World<'_>, name: &EmailAddress, general: Rule) -> Rule {
    let shared = world.guest.person.microsoft_account.as_ref().is_some_and(|account| account.owns(name));
    if world.edition() == Edition::Y2019 && shared { Rule::SharedAddressIsWork } else { general }
}

pub(super) fn also_microsoft_account(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let name = world.name_used(so_far);
    // An account that was created on the way has the invited address as its name.
    let upn =
        so_far.account.map(|account| user(world, account).map_or(&world.guest.invited_email, |user| &user.user_principal_name));
    let microsoft = world.guest.person.microsoft_account.as_ref().map(|account| &account.sign_in_name);
    look.read(What::WorkAccount, || shown(upn));
    look.read(What::MicrosoftAccount, || shown(microsoft));
    let shared = world.guest.person.microsoft_account.as_ref().is_some_and(|account| account.owns(name));
    if world.design.interpretations.shared_address_is_work && shared {
        look.saw(What::Interpretation, || "sharedAddressIsWork");
        return Verdict::Is(Answer::No, Rule::SharedAddressIsAlwaysWork);
    }
    if !has_consumer_providers(world) {
        look.saw(What::ResourceCloud, || crate::wording::cloud(world.design.resource_tenant.cloud));
        return Verdict::Is(Answer::No, Rule::ChinaHasTwoProviders);
    }
    Verdict::Is(yes_no(upn == Some(name) && microsoft == Some(name)), Rule::SameUpnIsAsked)
}

fn federation(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    let domain = world.name_used(so_far).domain();
    let edition = world.edition();
    let general = if edition == Edition::Y2019 { Rule::FederatedOrganization } else { Rule::FederatedDomain };
    look.read(What::InvitedDomain, || domain);
    let federations = world.design.resource_tenant.federations.iter().enumerate();
    let mut ruled_out = None;
    for (number, federation) in federations.filter(|(_, federation)| federation.covers(domain)) {
        let number = position(number);
        look.read(What::FederationDomains(number), || crate::wording::list(&federation.domains));
        if federation.inactive {
            look.saw(What::FederationInactive(number), || word(true));
            ruled_out = ruled_out.or(Some(Rule::FederationIsNotInForce));
        } else if edition == Edition::Y2026 && federation.is_entra_tenant {
            look.saw(What::FederationIsEntraTenant(number), || word(true));
            ruled_out = Some(Rule::EntraTenantIsNotFederated);
        } else if !edition.federates_verified_domains() && verified_in_entra(world, domain, look) {
            ruled_out = Some(Rule::VerifiedDomainIsNotFederated);
        } else {
            so_far.federation = Some(number);
            return Verdict::Is(Answer::Yes, general);
        }
    }
    if ruled_out.is_none() {
        look.read(What::FederatedDomains, || federated_domains(world));
    }
    Verdict::Is(Answer::No, ruled_out.unwrap_or(general))
}

fn verified_in_entra(world: World<'_>, domain: &str, look: &mut impl Look) -> bool {
    let tenant = world.design.tenant_with_verified_domain(domain);
    look.read(What::TenantsWithDomain, || tenant.map_or("none", |number| tenant_name(world, number)));
    tenant.is_some()
}

fn google(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let domain = world.name_used(so_far).domain();
    let configured = world.design.resource_tenant.google_federation;
    look.saw(What::GoogleFederation, || word(configured));
    look.read(What::InvitedDomain, || domain);
    if !has_consumer_providers(world) {
        look.saw(What::ResourceCloud, || crate::wording::cloud(world.design.resource_tenant.cloud));
        return Verdict::Is(Answer::No, Rule::ChinaHasTwoProviders);
    }
    let rule = if world.edition() == Edition::Y2019 { Rule::GoogleOrganization } else { Rule::GoogleDomain };
    Verdict::Is(yes_no(configured && GOOGLE_DOMAINS.contains(&domain)), rule)
}

pub(super) fn existing_microsoft_account(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let name = world.name_used(so_far);
    let account = world.guest.person.microsoft_account.as_ref();
    look.read(What::TypedName, || name.as_str());
    look.read(What::MicrosoftAccount, || shown(account.map(|account| &account.sign_in_name)));
    let rule = match world.edition() {
        Edition::Y2019 => Rule::MicrosoftAccountCounts,
        Edition::Y2021 => {
            look.saw(What::WayIn, || <&'static str>::from(so_far.way_in));
            if so_far.by_mail_link {
                return Verdict::Is(Answer::No, Rule::MicrosoftAccountOnlyForDirectLink);
            }
            Rule::MicrosoftAccountOnlyForDirectLink
        }
        Edition::Y2024 | Edition::Y2026 => Rule::ExistingMicrosoftAccount,
    };
    let created = so_far.created == Some(NewAccount::Microsoft);
    Verdict::Is(yes_no(created || account.is_some_and(|account| account.owns(name))), rule)
}

/// The user of an account, unless it was created on the way.
pub(super) fn user(world: World<'_>, account: Account) -> Option<&crate::design::HomeUser> {
    world.design.home_tenants.get(usize::from(account.tenant))?.users.get(usize::from(account.user?))
}

/// Whether the resource tenant itself has verified a domain.
pub(super) fn verified_in_resource(world: World<'_>, domain: &str) -> bool {
    let resource = &world.design.resource_tenant;
    resource.initial_domain.as_str() == domain || resource.verified_domains.iter().any(|verified| verified.as_str() == domain)
}

/// The resource tenant's own domains, as the page shows them.
pub(super) fn resource_domains(world: World<'_>) -> String {
    let resource = &world.design.resource_tenant;
    crate::wording::list(std::iter::once(&resource.initial_domain).chain(&resource.verified_domains))
}

/// All federated domains, as the page shows them.
pub(super) fn federated_domains(world: World<'_>) -> String {
    let federations = &world.design.resource_tenant.federations;
    crate::wording::list(federations.iter().flat_map(|federation| &federation.domains))
}

pub(super) fn tenant_name(world: World<'_>, number: usize) -> &str {
    world.design.home_tenants.get(number).map_or("", |tenant| tenant.display_name.as_str())
}

/// A position in a list as a fact names it.
pub(super) fn position(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
