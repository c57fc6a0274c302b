//! What is done between two attempts: operations, and changes of settings and accounts.
//!
//! A change has a label for whoever is to make it and a sentence for when it has been made.

use super::{Who, email_one_time_passcode, fallback, list, primary};
use crate::act::{Change, Operation};
use crate::design::{AccessType, EmailOneTimePasscode, RedemptionOrder, ResourceTenant};

/// An operation, as a title.
pub fn operation(operation: Operation) -> &'static str {
    match operation {
        Operation::Wait => "Time passes",
        Operation::ResendInvitation => "Resend invitation",
        Operation::DeleteGuest => "Delete the guest",
        Operation::DeletePermanently => "Delete permanently",
        Operation::RestoreGuest => "Restore the guest",
        Operation::ResetRedemption => "Reset redemption status",
        Operation::ResetRedemptionToSecondAddress => "Reset redemption to the second address",
        Operation::InviteSecondAddress => "Invite the second address",
        Operation::LeaveOrganization => "Leave the organization",
        Operation::Change => "A setting or an account changes",
    }
}

/// Who makes a change.
pub fn changer(change: Change) -> Who {
    match change {
        Change::EmailOneTimePasscode(_)
        | Change::GoogleFederation(_)
        | Change::FederationAdded(_)
        | Change::FederationRemoved(_)
        | Change::RedemptionOrder(_)
        | Change::InvitedDomainDenied(_)
        | Change::InboundAccess(_)
        | Change::InboundMfaTrust(_)
        | Change::GuestEnabled(_)
        | Change::ContactConflict(_)
        | Change::TermsRevised(_)
        | Change::AdminConsent
        | Change::Assigned(_) => Who::OurAdmin,
        Change::OutboundAccess(_)
        | Change::HomeAccountEnabled(_)
        | Change::HomeAccountRecreated
        | Change::HomeAccountCreated
        | Change::JustInTimeCreationAllowed
        | Change::UnmanagedTenantTakenOver => Who::PartnerAdmin,
        Change::MicrosoftAccountCreated | Change::InvitationsUnblocked => Who::Guest,
    }
}

/// A change as a button's label, where the names that the design has for things do not matter.
pub fn change(change: Change) -> String {
    let fixed = match change {
        Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled) => "Turn email one-time passcode on",
        Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled) => "Turn email one-time passcode off",
        Change::EmailOneTimePasscode(EmailOneTimePasscode::Default) => "Set email one-time passcode back to its default",
        Change::GoogleFederation(true) => "Configure Google federation",
        Change::GoogleFederation(false) => "Delete Google federation",
        Change::FederationAdded(position) => return format!("Add federation {}", number(position)),
        Change::FederationRemoved(position) => return format!("Remove federation {}", number(position)),
        Change::RedemptionOrder(to) => return format!("Set the redemption order: {}", order(&to)),
        Change::InvitedDomainDenied(true) => "Put the guest's domain on the deny list",
        Change::InvitedDomainDenied(false) => "Take the guest's domain off the deny list",
        Change::InboundAccess(AccessType::Allowed) => "Allow inbound access from the guest's home tenant",
        Change::InboundAccess(AccessType::Blocked) => "Block inbound access from the guest's home tenant",
        Change::InboundMfaTrust(true) => "Trust multifactor authentication of the guest's home tenant",
        Change::InboundMfaTrust(false) => "Stop trusting multifactor authentication of the guest's home tenant",
        Change::GuestEnabled(true) => "Enable the guest object",
        Change::GuestEnabled(false) => "Disable the guest object",
        Change::ContactConflict(true) => "Add the contact's address back",
        Change::ContactConflict(false) => "Delete the contact that owns the address",
        Change::TermsRevised(position) => {
            return format!("Publish terms of use {} anew, to be accepted again", number(position));
        }
        Change::AdminConsent => "Grant admin consent to the application",
        Change::Assigned(true) => "Assign the guest to the application",
        Change::Assigned(false) => "Remove the guest's assignment to the application",
        Change::OutboundAccess(AccessType::Allowed) => "Allow outbound access to the resource tenant",
        Change::OutboundAccess(AccessType::Blocked) => "Block outbound access to the resource tenant",
        Change::HomeAccountEnabled(true) => "Enable the guest's home account",
        Change::HomeAccountEnabled(false) => "Disable the guest's home account",
        Change::HomeAccountRecreated => "Delete the guest's home account and create it anew",
        Change::HomeAccountCreated => "Create or synchronise the guest's home account",
        Change::JustInTimeCreationAllowed => "Let email-verified users join",
        Change::UnmanagedTenantTakenOver => "Take over the unmanaged tenant",
        Change::MicrosoftAccountCreated => "Get a Microsoft account with the invited address",
        Change::InvitationsUnblocked => "Unblock invitations",
    };
    fixed.to_owned()
}

/// A change as a button's label, with the names that the design has for federations and terms of use.
pub fn change_in(resource: &ResourceTenant, change: Change) -> String {
    let federation = |position: u16| resource.federations.get(usize::from(position)).map(|each| &each.display_name);
    let terms = |position: u16| resource.terms_of_use.get(usize::from(position)).map(|each| &each.display_name);
    let named = match change {
        Change::FederationAdded(position) => federation(position).map(|name| format!("Add the federation {name}")),
        Change::FederationRemoved(position) => federation(position).map(|name| format!("Remove the federation {name}")),
        Change::TermsRevised(position) => {
            terms(position).map(|name| format!("Publish the terms of use {name} anew, to be accepted again"))
        }
        _ => None,
    };
    named.unwrap_or_else(|| self::change(change))
}

/// A change as a sentence, once it has been made.
pub fn changed(change: Change) -> String {
    let fixed = match change {
        Change::EmailOneTimePasscode(setting) => {
            return format!("Email one-time passcode is now set to: {}.", email_one_time_passcode(setting));
        }
        Change::GoogleFederation(true) => "Google federation is now configured.",
        Change::GoogleFederation(false) => "Google federation is deleted.",
        Change::FederationAdded(position) => return format!("Federation {} is now in force.", number(position)),
        Change::FederationRemoved(position) => return format!("Federation {} is no longer in force.", number(position)),
        Change::RedemptionOrder(to) => return format!("The redemption order is now: {}.", order(&to)),
        Change::InvitedDomainDenied(true) => "The guest's domain may no longer be invited.",
        Change::InvitedDomainDenied(false) => "The guest's domain may be invited again.",
        Change::InboundAccess(AccessType::Allowed) => {
            "The resource tenant now allows collaboration with the guest's home tenant."
        }
        Change::InboundAccess(AccessType::Blocked) => {
            "The resource tenant now blocks collaboration with the guest's home tenant."
        }
        Change::InboundMfaTrust(true) => "Multifactor authentication of the guest's home tenant is now trusted.",
        Change::InboundMfaTrust(false) => "Multifactor authentication of the guest's home tenant is no longer trusted.",
        Change::GuestEnabled(true) => "The guest object is enabled.",
        Change::GuestEnabled(false) => "The guest object is disabled.",
        Change::ContactConflict(true) => "A contact object owns the invited address.",
        Change::ContactConflict(false) => "The contact object that owned the address is deleted.",
        Change::TermsRevised(position) => {
            return format!("Terms of use {} have a new version that everybody accepts again.", number(position));
        }
        Change::AdminConsent => "An administrator has consented to the application for everyone.",
        Change::Assigned(true) => "The guest is assigned to the application.",
        Change::Assigned(false) => "The guest is no longer assigned to the application.",
        Change::OutboundAccess(AccessType::Allowed) => "The home tenant now allows collaboration with the resource tenant.",
        Change::OutboundAccess(AccessType::Blocked) => "The home tenant now blocks collaboration with the resource tenant.",
        Change::HomeAccountEnabled(true) => "The guest's home account is enabled.",
        Change::HomeAccountEnabled(false) => "The guest's home account is disabled.",
        Change::HomeAccountRecreated => "The guest's home account is another one of the same name.",
        Change::HomeAccountCreated => "The guest has an account in the home tenant.",
        Change::JustInTimeCreationAllowed => "The home tenant lets email-verified users join.",
        Change::UnmanagedTenantTakenOver => "The home tenant is now managed.",
        Change::MicrosoftAccountCreated => "The guest has a Microsoft account with the invited address.",
        Change::InvitationsUnblocked => "The guest gets invitations again.",
    };
    fixed.to_owned()
}

fn number(position: u16) -> u32 {
    u32::from(position) + 1
}

fn order(order: &RedemptionOrder) -> String {
    let primaries = list(order.primary().iter().map(|provider| primary(*provider)));
    format!("{primaries}; fallback {}", fallback(order.fallback()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Domain;
    use crate::design::Federation;

    #[test]
    fn a_federation_has_its_own_name_where_it_is_known() {
        let domains = vec![Domain::parse("fabrikam.example").unwrap()];
        let federation = Federation::of("Fabrikam sign-in", "https://idp.fabrikam.example/saml", domains);
        let resource = ResourceTenant { federations: vec![federation], ..ResourceTenant::default() };
        assert_eq!(change_in(&resource, Change::FederationRemoved(0)), "Remove the federation Fabrikam sign-in");
        assert_eq!(change_in(&resource, Change::FederationRemoved(1)), "Remove federation 2");
        assert_eq!(change_in(&resource, Change::AdminConsent), "Grant admin consent to the application");
    }

    #[test]
    fn an_order_is_told_whole() {
        let changed = changed(Change::RedemptionOrder(RedemptionOrder::default()));
        assert_eq!(
            changed,
            "The redemption order is now: Microsoft Entra ID, SAML/WS-Fed identity providers, Social identity providers; \
             fallback Microsoft account or email one-time passcode."
        );
    }
}
