//! From the link to the guest object: the three ways in, and whether a guest object is found.
//!
//! Which provider the guest is sent to is not decided here.

use smol_str::format_smolstr;

use super::{GuestObject, Look, Progress, Verdict, World, word};
use crate::act::Prompt;
use crate::design::{Edition, Management};
use crate::flow::Answer;
use crate::guest::{TargetApp, WayIn};
use crate::rules::Rule;
use crate::trace::What;

pub(super) fn way_in(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    look.saw(What::WayIn, || <&'static str>::from(so_far.way_in));
    match so_far.way_in {
        WayIn::EmailLink => {
            if let Some(position) = automatic_partner(world, look) {
                look.saw(What::OutboundAutomaticRedemption(position), || word(true));
                return Verdict::Is(Answer::DirectLink, Rule::AutomaticRedemptionSendsNoInvitation);
            }
            so_far.by_mail_link = true;
            Verdict::Is(Answer::EmailLink, Rule::MailLinkNamesGuest)
        }
        WayIn::DirectLink => Verdict::Is(Answer::DirectLink, Rule::DirectLinkNamesTenant),
        WayIn::CommonEndpoint | WayIn::CommonEndpointWithOrganization => {
            let rule = match world.edition() {
                Edition::Y2019 => Rule::CommonEndpointGoesHome,
                Edition::Y2021 | Edition::Y2024 | Edition::Y2026 => Rule::CommonEndpointWithOrganization,
            };
            Verdict::Is(Answer::CommonEndpoint, rule)
        }
    }
}

/// The home tenant that redeems automatically together with the resource tenant, if the invited address is of one.
pub(super) fn automatic_partner(world: World<'_>, look: &mut impl Look) -> Option<u16> {
    let number = home_tenant(world).filter(|_| world.edition().has_automatic_redemption())?;
    let home = world.design.home_tenants.get(number)?;
    let position = super::discovery::position(number);
    look.saw(What::InboundAutomaticRedemption(position), || word(home.partner.inbound_automatic_redemption == Some(true)));
    home.redeems_automatically().then_some(position)
}

/// What became of the guest object, in a word.
pub(super) fn object_word(so_far: &Progress) -> &'static str {
    match so_far.object {
        GuestObject::Absent => "none",
        GuestObject::Active => "exists",
        GuestObject::Deleted(_) => "deleted",
        GuestObject::Purged => "gone",
    }
}

/// The home tenant of the invited address: one that holds such a user, or else the one that verified the domain.
pub(crate) fn home_tenant(world: World<'_>) -> Option<usize> {
    let address = &world.guest.invited_email;
    let tenants = &world.design.home_tenants;
    tenants
        .iter()
        .position(|tenant| tenant.users.iter().any(|user| user.owns(address)))
        .or_else(|| world.design.tenant_with_verified_domain(address.domain()))
}

pub(super) fn common_endpoint(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    look.saw(What::WayIn, || <&'static str>::from(so_far.way_in));
    if world.edition() == Edition::Y2019 {
        look.saw(What::Edition, || world.edition().name());
        return Verdict::Is(Answer::HomeTenant, Rule::CommonEndpointGoesHome);
    }
    look.saw(What::TargetApp, || <&'static str>::from(world.guest.target_app));
    if world.guest.target_app == TargetApp::SingleTenantApp {
        return Verdict::Is(Answer::Refused, Rule::CommonEndpointNeedsMultitenantApp);
    }
    if so_far.way_in == WayIn::CommonEndpointWithOrganization {
        return Verdict::Is(Answer::Yes, Rule::CommonEndpointWithOrganization);
    }
    let person = &world.guest.person;
    look.read(What::WorkAccount, || shown(person.work_account.as_ref()));
    if person.work_account.is_some() {
        return Verdict::Is(Answer::HomeTenant, Rule::CommonEndpointSendsWorkUserHome);
    }
    look.read(What::MicrosoftAccount, || shown(person.microsoft_account.as_ref().map(|account| &account.sign_in_name)));
    let rule = if person.microsoft_account.is_some() {
        Rule::CommonEndpointRefusesPersonalAccount
    } else {
        Rule::CommonEndpointRefusesOthers
    };
    Verdict::Is(Answer::Refused, rule)
}

pub(super) fn sign_in_options(world: World<'_>, look: &mut impl Look) -> Verdict {
    let resource = &world.design.resource_tenant;
    let google = resource.google_federation && super::access::has_consumer_providers(world);
    look.saw(What::GoogleFederation, || word(google));
    look.read(What::FederatedDomains, || super::discovery::federated_domains(world));
    let federations = u16::try_from(resource.federations.len()).unwrap_or(u16::MAX);
    Verdict::Ask(Prompt::SignInOptions { google, federations }, Rule::EndpointOffersProviders)
}

pub(super) fn guest_lookup(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let guest = world.guest;
    look.read(What::InvitedEmail, || guest.invited_email.as_str());
    if so_far.object != GuestObject::Active {
        look.saw(What::GuestObject, || object_word(so_far));
        let deleted = matches!(so_far.object, GuestObject::Deleted(_));
        return Verdict::Is(Answer::No, if deleted { Rule::DeletedGuestIsNotFound } else { Rule::NobodyWasInvited });
    }
    let found = if so_far.by_mail_link {
        if so_far.opened_link().is_some_and(|link| link.orphaned) {
            return Verdict::Is(Answer::No, Rule::TicketOfDeletedGuest);
        }
        Rule::GuestFoundByTicket
    } else {
        match find_by_name(world, so_far, look) {
            Ok(rule) => rule,
            Err(verdict) => return verdict,
        }
    };
    look.saw(What::AccountDisabled, || word(guest.invitation.account_disabled));
    if guest.invitation.account_disabled {
        return Verdict::Is(Answer::Disabled, Rule::DisabledGuestIsRefused);
    }
    Verdict::Is(Answer::Yes, found)
}

/// The look-up of a direct link: the rule by which the guest object is found, or the verdict that it is not.
fn find_by_name(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Result<Rule, Verdict> {
    let guest = world.guest;
    let edition = world.edition();
    let typed = guest.typed_name();
    let conflict = so_far.conflicted;
    look.read(What::TypedName, || typed.as_str());
    // Who comes back with a session types nothing.
    let signed_in = so_far.in_same_browser && so_far.session.is_some();
    if so_far.accepted_with.is_some() && (signed_in || *typed == guest.invited_email) {
        return Ok(Rule::AcceptedGuestIsFound);
    }
    if so_far.second_address_added && guest.second_address.as_ref() == Some(typed) {
        look.read(What::SecondAddress, || typed.as_str());
        return Ok(Rule::GuestFoundByAddress);
    }
    look.read(What::ProxyAddresses, || if conflict { "none" } else { guest.invited_email.as_str() });
    if *typed == guest.invited_email {
        if !conflict {
            return Ok(Rule::GuestFoundByAddress);
        }
        look.saw(What::ContactConflict, || word(true));
        if edition == Edition::Y2026 {
            return Ok(Rule::GuestFoundByInvitedEmail);
        }
    }
    // The exception for user principal names; the 2019 text sends every conflicted guest to the mail.
    if !(conflict && edition == Edition::Y2019) && owned_by_managed_upn(world, look) {
        return Ok(Rule::GuestFoundByUpn);
    }
    Err(if conflict && *typed == guest.invited_email {
        Verdict::Is(Answer::Conflict, Rule::ContactHidesGuest)
    } else {
        Verdict::Is(Answer::No, Rule::AliasNeedsMailLink)
    })
}

/// Whether the typed name is the user principal name of a managed account that owns the invited address.
fn owned_by_managed_upn(world: World<'_>, look: &mut impl Look) -> bool {
    let typed = world.guest.typed_name();
    let managed = world.design.home_tenants.iter().enumerate().filter(|(_, tenant)| tenant.management == Management::Managed);
    for (number, tenant) in managed {
        if tenant.users.iter().any(|user| user.user_principal_name == *typed && user.owns(&world.guest.invited_email)) {
            look.read(What::HomeUsers(super::discovery::position(number)), || {
                format_smolstr!("{typed} in {}", tenant.display_name)
            });
            return true;
        }
    }
    false
}

pub(super) fn guest_state(so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    look.saw(What::ExternalUserState, || state_word(so_far.accepted_with.is_some()));
    match so_far.accepted_with {
        Some(provider) => {
            so_far.account = so_far.accepted_account;
            so_far.federation = so_far.accepted_federation;
            look.saw(What::IdentityProvider, || crate::wording::provider(provider));
            let answer = if so_far.in_same_browser { Answer::SameBrowser } else { Answer::Provider(provider) };
            Verdict::Is(answer, Rule::AcceptedGuestKeepsProvider)
        }
        None if so_far.by_mail_link => Verdict::Is(Answer::Pending, Rule::DiscoveryAfterMailLink),
        None => Verdict::Is(Answer::Pending, Rule::DiscoveryAfterDirectLink),
    }
}

/// A list that was changed after the invitation stops a pending guest.
pub(super) fn domain_still_allowed(world: World<'_>, look: &mut impl Look) -> Verdict {
    let restrictions = &world.design.resource_tenant.collaboration_restrictions;
    let domain = world.guest.invited_email.domain();
    look.read(What::InvitedDomain, || domain);
    look.read(What::CollaborationRestrictions, || crate::wording::collaboration_restrictions(restrictions));
    if restrictions.permit(domain) {
        Verdict::Is(Answer::Allowed, Rule::PendingDomainIsAllowed)
    } else {
        Verdict::Is(Answer::Blocked, Rule::PendingDomainIsBlocked)
    }
}

/// Microsoft Graph's word for the state.
pub(crate) fn state_word(accepted: bool) -> &'static str {
    if accepted { "Accepted" } else { "PendingAcceptance" }
}

/// A value that may be absent, as the page shows it.
pub(super) fn shown<T: ToString>(value: Option<&T>) -> String {
    value.map_or_else(|| "none".to_owned(), ToString::to_string)
}
