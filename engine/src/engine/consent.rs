//! Back in the resource tenant: whose account it is, and the *Review permissions* page.
//!
//! Terms of use are in `terms.rs`.

use super::{GuestObject, Look, Progress, Verdict, World, way_in, word};
use crate::act::Prompt;
use crate::design::{Edition, IdentityProvider};
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;

pub(super) fn guest_match(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    use IdentityProvider::{AzureActiveDirectory, EmailOneTimePasscode, ExternalFederation, Google};
    let edition = world.edition();
    let Some(provider) = so_far.provider else {
        return Verdict::Is(Answer::Yes, Rule::AccountIsTheGuest);
    };
    look.saw(What::IdentityProvider, || crate::wording::provider(provider));
    if so_far.selected {
        if !returned_address_is_known(world, provider, look) {
            return Verdict::Is(Answer::No, Rule::ReturnedAddressIsUnknown);
        }
        // Who selects a provider is looked up only now.
        if so_far.object != GuestObject::Active {
            look.saw(What::GuestObject, || way_in::object_word(so_far));
            return Verdict::Is(Answer::No, Rule::ReturnedAddressIsUnknown);
        }
        look.saw(What::AccountDisabled, || word(world.guest.invitation.account_disabled));
        if world.guest.invitation.account_disabled {
            return Verdict::Is(Answer::Disabled, Rule::DisabledGuestIsRefused);
        }
        let restrictions = &world.design.resource_tenant.collaboration_restrictions;
        if so_far.accepted_with.is_none() && !restrictions.permit(world.guest.invited_email.domain()) {
            look.read(What::CollaborationRestrictions, || crate::wording::collaboration_restrictions(restrictions));
            return Verdict::Is(Answer::Blocked, Rule::PendingDomainIsBlocked);
        }
    }
    // Who selected a provider directly may have come back with another one than the one that accepted.
    if so_far.accepted_with.is_some_and(|stored| stored != provider) {
        look.saw(What::ExternalUserState, || way_in::state_word(true));
        return Verdict::Is(Answer::No, Rule::ReturnedAddressIsUnknown);
    }
    let conflict = so_far.conflicted;
    if conflict && (edition == Edition::Y2021 || edition == Edition::Y2024) {
        look.saw(What::ContactConflict, || word(true));
        let accepted = so_far.accepted_with.is_some();
        if accepted && edition == Edition::Y2021 && matches!(provider, ExternalFederation | Google) {
            return Verdict::Is(Answer::Conflict, Rule::ContactBlocksSigningBackIn);
        }
        if !accepted && !so_far.by_mail_link && provider != AzureActiveDirectory {
            return Verdict::Is(Answer::Conflict, Rule::ContactBlocksDirectLink);
        }
        if !accepted
            && so_far.by_mail_link
            && edition == Edition::Y2021
            && matches!(provider, ExternalFederation | EmailOneTimePasscode)
        {
            return Verdict::Is(Answer::Conflict, Rule::ContactBlocksMailLink);
        }
    }
    look.saw(What::ExternalUserState, || way_in::state_word(so_far.accepted_with.is_some()));
    if so_far.accepted_with.is_some() {
        return Verdict::Is(Answer::AlreadyAccepted, Rule::ConsentIsNotAskedAgain);
    }
    let rule = if so_far.by_mail_link { Rule::TicketTakesTheAccount } else { Rule::AccountIsTheGuest };
    Verdict::Is(Answer::Yes, rule)
}

/// Whether a provider that the guest selected returns the invited address.
fn returned_address_is_known(world: World<'_>, provider: IdentityProvider, look: &mut impl Look) -> bool {
    let invited = &world.guest.invited_email;
    look.read(What::InvitedEmail, || invited.as_str());
    match provider {
        IdentityProvider::Google => {
            let account = world.guest.person.google_account.as_ref();
            look.read(What::GoogleAccount, || way_in::shown(account));
            account == Some(invited)
        }
        // The account at the partner's provider is the one of the invited address.
        IdentityProvider::AzureActiveDirectory
        | IdentityProvider::ExternalFederation
        | IdentityProvider::MicrosoftAccount
        | IdentityProvider::EmailOneTimePasscode => true,
    }
}

pub(super) fn automatic_redemption(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let work_account = so_far.account.filter(|_| so_far.provider == Some(IdentityProvider::AzureActiveDirectory));
    if let Some((account, tenant)) =
        work_account.and_then(|account| Some((account, world.design.home_tenants.get(usize::from(account.tenant))?)))
    {
        look.saw(What::OutboundAutomaticRedemption(account.tenant), || word(tenant.outbound_automatic_redemption));
        look.saw(What::InboundAutomaticRedemption(account.tenant), || {
            word(tenant.partner.inbound_automatic_redemption == Some(true))
        });
        return if tenant.redeems_automatically() {
            Verdict::Is(Answer::Yes, Rule::BothSidesRedeemAutomatically)
        } else {
            Verdict::Is(Answer::No, Rule::OneSideIsNotEnough)
        };
    }
    look.saw(What::IdentityProvider, || so_far.provider.map_or("none", crate::wording::provider));
    Verdict::Is(Answer::No, Rule::AutomaticRedemptionIsForHomeAccounts)
}

pub(super) fn review_permissions(so_far: &Progress, look: &mut impl Look) -> Verdict {
    look.saw(What::PermissionsAccepted, || word(so_far.permissions_accepted));
    if so_far.permissions_accepted {
        Verdict::Is(Answer::AlreadyAccepted, Rule::AcceptedPageIsNotShown)
    } else {
        Verdict::Ask(Prompt::ReviewPermissions, Rule::ReviewPermissionsIsShown)
    }
}
