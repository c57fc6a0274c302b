//! What is done between two attempts: operations, and changes of settings and accounts.
//!
//! A change has a label for whoever is to make it and a sentence for when it has been made.

use std::borrow::Cow;

use super::{Who, allow_invites_from, email_one_time_passcode, fallback, list, policy_state, primary};
use crate::act::{Change, Operation};
use crate::design::{AccessType, EmailOneTimePasscode, RedemptionOrder, ResourceTenant};
use crate::engine::Edit;
use crate::guest::UserType;

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
        | Change::AllowInvitesFrom(_)
        | Change::InvitedDomainDenied(_)
        | Change::ExternalUsersMayLeave(_)
        | Change::InboundAccess(_)
        | Change::InboundMfaTrust(_)
        | Change::InboundCompliantDeviceTrust(_)
        | Change::InboundHybridJoinedDeviceTrust(_)
        | Change::InboundAutomaticRedemption(_)
        | Change::HomeCloudAllowed(_)
        | Change::PartnerAdded(_)
        | Change::GuestEnabled(_)
        | Change::UserType(_)
        | Change::ContactConflict(_)
        | Change::PolicyState { .. }
        | Change::TermsRevised(_)
        | Change::AdminConsent
        | Change::AssignmentRequired(_)
        | Change::Assigned(_) => Who::OurAdmin,
        Change::OutboundAccess(_)
        | Change::OutboundAutomaticRedemption(_)
        | Change::ResourceCloudAllowed(_)
        | Change::ResourceTenantAdded(_)
        | Change::HomeRequiresMfa(_)
        | Change::HomeBlocksSignIn(_)
        | Change::TenantRestrictions(_)
        | Change::HomeAccountEnabled(_)
        | Change::HomeAccountRecreated
        | Change::HomeAccountCreated
        | Change::JustInTimeCreationAllowed
        | Change::UnmanagedTenantTakenOver => Who::PartnerAdmin,
        Change::MicrosoftAccountCreated | Change::InvitationsUnblocked => Who::Guest,
    }
}

/// A change in words: as a button's label, and as a sentence once it has been made.
struct Words(Cow<'static, str>, Cow<'static, str>);

/// Words that are the same everywhere.
const fn words(label: &'static str, sentence: &'static str) -> Words {
    Words(Cow::Borrowed(label), Cow::Borrowed(sentence))
}

/// Words with a name or a number in them.
fn made(label: String, sentence: String) -> Words {
    Words(label.into(), sentence.into())
}

/// A change as a button's label, where the names that the design has for things do not matter.
pub fn change(change: Change) -> Cow<'static, str> {
    of(change).0
}

/// A change as a sentence, once it has been made.
pub fn changed(change: Change) -> Cow<'static, str> {
    of(change).1
}

fn of(change: Change) -> Words {
    match change {
        Change::EmailOneTimePasscode(setting) => Words(
            Cow::Borrowed(match setting {
                EmailOneTimePasscode::Enabled => "Turn email one-time passcode on",
                EmailOneTimePasscode::Disabled => "Turn email one-time passcode off",
                EmailOneTimePasscode::Default => "Set email one-time passcode back to its default",
            }),
            Cow::Owned(format!("Email one-time passcode is now set to: {}.", email_one_time_passcode(setting))),
        ),
        Change::GoogleFederation(true) => words("Configure Google federation", "Google federation is now configured."),
        Change::GoogleFederation(false) => words("Delete Google federation", "Google federation is deleted."),
        Change::FederationAdded(position) => {
            made(format!("Add federation {}", number(position)), format!("Federation {} is now in force.", number(position)))
        }
        Change::FederationRemoved(position) => made(
            format!("Remove federation {}", number(position)),
            format!("Federation {} is no longer in force.", number(position)),
        ),
        Change::RedemptionOrder(to) => {
            let order = order(&to);
            made(format!("Set the redemption order: {order}"), format!("The redemption order is now: {order}."))
        }
        Change::AllowInvitesFrom(setting) => {
            let who = allow_invites_from(setting);
            made(format!("Set who may invite: {who}"), format!("The guest invite settings now say: {who}."))
        }
        Change::InvitedDomainDenied(true) => {
            words("Put the guest's domain on the deny list", "The guest's domain may no longer be invited.")
        }
        Change::InvitedDomainDenied(false) => {
            words("Take the guest's domain off the deny list", "The guest's domain may be invited again.")
        }
        Change::ExternalUsersMayLeave(true) => {
            words("Let external users leave by themselves", "External users may now leave by themselves.")
        }
        Change::ExternalUsersMayLeave(false) => {
            words("Keep external users from leaving by themselves", "External users may no longer leave by themselves.")
        }
        Change::InboundAccess(AccessType::Allowed) => words(
            "Allow inbound access from the guest's home tenant",
            "The resource tenant now allows collaboration with the guest's home tenant.",
        ),
        Change::InboundAccess(AccessType::Blocked) => words(
            "Block inbound access from the guest's home tenant",
            "The resource tenant now blocks collaboration with the guest's home tenant.",
        ),
        Change::InboundMfaTrust(true) => words(
            "Trust multifactor authentication of the guest's home tenant",
            "Multifactor authentication of the guest's home tenant is now trusted.",
        ),
        Change::InboundMfaTrust(false) => words(
            "Stop trusting multifactor authentication of the guest's home tenant",
            "Multifactor authentication of the guest's home tenant is no longer trusted.",
        ),
        Change::InboundCompliantDeviceTrust(true) => words(
            "Trust compliant devices of the guest's home tenant",
            "Compliant devices of the guest's home tenant are now trusted.",
        ),
        Change::InboundCompliantDeviceTrust(false) => words(
            "Stop trusting compliant devices of the guest's home tenant",
            "Compliant devices of the guest's home tenant are no longer trusted.",
        ),
        Change::InboundHybridJoinedDeviceTrust(true) => words(
            "Trust hybrid joined devices of the guest's home tenant",
            "Hybrid joined devices of the guest's home tenant are now trusted.",
        ),
        Change::InboundHybridJoinedDeviceTrust(false) => words(
            "Stop trusting hybrid joined devices of the guest's home tenant",
            "Hybrid joined devices of the guest's home tenant are no longer trusted.",
        ),
        Change::InboundAutomaticRedemption(true) => words(
            "Redeem invitations of the guest's home tenant automatically (inbound)",
            "The resource tenant's side of automatic redemption is on.",
        ),
        Change::InboundAutomaticRedemption(false) => words(
            "Stop redeeming invitations of the guest's home tenant automatically (inbound)",
            "The resource tenant's side of automatic redemption is off.",
        ),
        Change::HomeCloudAllowed(true) => words(
            "Allow the guest's cloud in the Microsoft cloud settings",
            "The resource tenant now allows the cloud of the guest's home tenant.",
        ),
        Change::HomeCloudAllowed(false) => words(
            "Stop allowing the guest's cloud in the Microsoft cloud settings",
            "The resource tenant no longer allows the cloud of the guest's home tenant.",
        ),
        Change::PartnerAdded(true) => words(
            "Add the guest's home tenant as an organization",
            "The guest's home tenant is now one of the resource tenant's organizations.",
        ),
        Change::PartnerAdded(false) => words(
            "Remove the guest's home tenant as an organization",
            "The guest's home tenant is no longer one of the resource tenant's organizations; the default settings hold for it.",
        ),
        Change::GuestEnabled(true) => words("Enable the guest object", "The guest object is enabled."),
        Change::GuestEnabled(false) => words("Disable the guest object", "The guest object is disabled."),
        Change::UserType(UserType::Member) => {
            words("Change the guest's user type to member", "The guest's user type is now member.")
        }
        Change::UserType(UserType::Guest) => {
            words("Change the guest's user type to guest", "The guest's user type is now guest.")
        }
        Change::ContactConflict(true) => words("Add the contact's address back", "A contact object owns the invited address."),
        Change::ContactConflict(false) => {
            words("Delete the contact that owns the address", "The contact object that owned the address is deleted.")
        }
        Change::PolicyState { policy, state } => {
            let (policy, state) = (number(policy), policy_state(state));
            made(
                format!("Set Conditional Access policy {policy} to: {state}"),
                format!("Conditional Access policy {policy} is now set to: {state}."),
            )
        }
        Change::TermsRevised(position) => made(
            format!("Publish terms of use {} anew, to be accepted again", number(position)),
            format!("Terms of use {} have a new version that everybody accepts again.", number(position)),
        ),
        Change::AdminConsent => {
            words("Grant admin consent to the application", "An administrator has consented to the application for everyone.")
        }
        Change::AssignmentRequired(true) => {
            words("Require assignment to the application", "Only assigned users may now sign in to the application.")
        }
        Change::AssignmentRequired(false) => {
            words("Stop requiring assignment to the application", "The application no longer requires an assignment.")
        }
        Change::Assigned(true) => words("Assign the guest to the application", "The guest is assigned to the application."),
        Change::Assigned(false) => {
            words("Remove the guest's assignment to the application", "The guest is no longer assigned to the application.")
        }
        Change::OutboundAccess(AccessType::Allowed) => words(
            "Allow outbound access to the resource tenant",
            "The home tenant now allows collaboration with the resource tenant.",
        ),
        Change::OutboundAccess(AccessType::Blocked) => words(
            "Block outbound access to the resource tenant",
            "The home tenant now blocks collaboration with the resource tenant.",
        ),
        Change::OutboundAutomaticRedemption(true) => words(
            "Redeem invitations of the resource tenant automatically (outbound)",
            "The home tenant's side of automatic redemption is on.",
        ),
        Change::OutboundAutomaticRedemption(false) => words(
            "Stop redeeming invitations of the resource tenant automatically (outbound)",
            "The home tenant's side of automatic redemption is off.",
        ),
        Change::ResourceCloudAllowed(true) => words(
            "Allow the resource tenant's cloud in the Microsoft cloud settings",
            "The home tenant now allows the resource tenant's cloud.",
        ),
        Change::ResourceCloudAllowed(false) => words(
            "Stop allowing the resource tenant's cloud in the Microsoft cloud settings",
            "The home tenant no longer allows the resource tenant's cloud.",
        ),
        Change::ResourceTenantAdded(true) => words(
            "Add the resource tenant as an organization",
            "The resource tenant is now one of the home tenant's organizations.",
        ),
        Change::ResourceTenantAdded(false) => words(
            "Remove the resource tenant as an organization",
            "The resource tenant is no longer one of the home tenant's organizations; the default settings hold for it.",
        ),
        Change::HomeRequiresMfa(true) => words(
            "Demand multifactor authentication in the home tenant",
            "The home tenant now demands multifactor authentication of its users.",
        ),
        Change::HomeRequiresMfa(false) => words(
            "Stop demanding multifactor authentication in the home tenant",
            "The home tenant no longer demands multifactor authentication of its users.",
        ),
        Change::HomeBlocksSignIn(true) => words(
            "Block the guest's sign-in in the home tenant with a policy",
            "A policy of the home tenant now blocks the guest's sign-in.",
        ),
        Change::HomeBlocksSignIn(false) => words(
            "Stop blocking the guest's sign-in in the home tenant",
            "No policy of the home tenant blocks the guest's sign-in any more.",
        ),
        Change::TenantRestrictions(true) => words(
            "Keep the guest's network out of the resource tenant with tenant restrictions",
            "Tenant restrictions on the guest's network now keep them out of the resource tenant.",
        ),
        Change::TenantRestrictions(false) => words(
            "Allow the resource tenant in the tenant restrictions of the guest's network",
            "Tenant restrictions on the guest's network let them through to the resource tenant.",
        ),
        Change::HomeAccountEnabled(true) => words("Enable the guest's home account", "The guest's home account is enabled."),
        Change::HomeAccountEnabled(false) => words("Disable the guest's home account", "The guest's home account is disabled."),
        Change::HomeAccountRecreated => words(
            "Delete the guest's home account and create it anew",
            "The guest's home account is another one of the same name.",
        ),
        Change::HomeAccountCreated => {
            words("Create or synchronize the guest's home account", "The guest has an account in the home tenant.")
        }
        Change::JustInTimeCreationAllowed => {
            words("Let email-verified users join", "The home tenant lets email-verified users join.")
        }
        Change::UnmanagedTenantTakenOver => words("Take over the unmanaged tenant", "The home tenant is now managed."),
        Change::MicrosoftAccountCreated => words(
            "Get a Microsoft account with the invited address",
            "The guest has a Microsoft account with the invited address.",
        ),
        Change::InvitationsUnblocked => words("Unblock invitations", "The guest gets invitations again."),
    }
}

/// A change as a button's label, with the names that the design has for federations, policies and terms of use.
pub fn change_in(resource: &ResourceTenant, change: Change) -> Cow<'static, str> {
    let federation = |position: u16| resource.federations.get(usize::from(position)).map(|each| &each.display_name);
    let terms = |position: u16| resource.terms_of_use.get(usize::from(position)).map(|each| &each.display_name);
    let named = match change {
        Change::FederationAdded(position) => federation(position).map(|name| format!("Add the federation {name}")),
        Change::FederationRemoved(position) => federation(position).map(|name| format!("Remove the federation {name}")),
        Change::TermsRevised(position) => {
            terms(position).map(|name| format!("Publish the terms of use {name} anew, to be accepted again"))
        }
        Change::PolicyState { policy, state } => {
            let named = resource.conditional_access.get(usize::from(policy));
            named.map(|policy| format!("Set the policy {} to: {}", policy.display_name, policy_state(state)))
        }
        _ => None,
    };
    named.map_or_else(|| self::change(change), Cow::Owned)
}

fn number(position: u16) -> u32 {
    u32::from(position) + 1
}

/// The redemption order, as something to be set.
pub fn changed_order(to: RedemptionOrder) -> String {
    format!("Set the redemption order to: {}", order(&to))
}

fn order(order: &RedemptionOrder) -> String {
    let primaries = list(order.primary().iter().map(|provider| primary(*provider)));
    format!("{primaries}; fallback {}", fallback(order.fallback()))
}

/// A single edit of settings or facts, with the names that the tenant gives.
pub fn edit_in(resource: &ResourceTenant, edit: Edit) -> Cow<'static, str> {
    match edit {
        Edit::Change(change) => change_in(resource, change),
        Edit::FederateInvitedDomain => match resource.federations.first() {
            Some(first) => Cow::Owned(format!("Add the invited domain to the federation {}", first.display_name)),
            None => Cow::Borrowed("Add a SAML/WS-Fed federation with the invited domain"),
        },
    }
}

/// Who makes an edit.
pub fn editor(edit: Edit) -> Who {
    match edit {
        Edit::Change(change) => changer(change),
        Edit::FederateInvitedDomain => Who::OurAdmin,
    }
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
