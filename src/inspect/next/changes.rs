//! The changes that can be made between two attempts: those that are not in force already, with the names the design has.
//!
//! What a change does is the engine's affair. Not every setting can change within a story; all of them can be changed in the forms.

use redemption_engine::act::Change;
use redemption_engine::design::{
    AccessType, ApplicationPermissions, Design, EmailOneTimePasscode, FallbackProvider, HomeTenant, HomeUser, Management,
    RedemptionOrder,
};
use redemption_engine::guest::Guest;
use redemption_engine::guest_record::guest_record;
use redemption_engine::trace::{Effect, Place, Run};
use strum::IntoEnumIterator;

/// What is in force at a place: the design as it was opened, and the changes of the story up to there.
struct InForce<'a> {
    design: &'a Design,
    guest: &'a Guest,
    home: Option<&'a HomeTenant>,
    guest_enabled: bool,
    assigned: bool,
    changed: Vec<Change>,
}

/// What the newest change of a kind has set, if the story has one.
macro_rules! newest {
    ($now:ident, $($change:pat $(if $guard:expr)? => $value:expr),+) => {
        $now.changed.iter().rev().find_map(|change| match *change {
            $($change $(if $guard)? => Some($value),)+
            _ => None,
        })
    };
}

impl InForce<'_> {
    fn passcode(&self) -> bool {
        newest!(self, Change::EmailOneTimePasscode(setting) => setting).map_or_else(
            || self.design.passcode_enabled(),
            |setting| match setting {
                EmailOneTimePasscode::Default => self.design.edition.passcode_is_on_by_default(),
                EmailOneTimePasscode::Enabled => true,
                EmailOneTimePasscode::Disabled => false,
            },
        )
    }

    fn google(&self) -> bool {
        newest!(self, Change::GoogleFederation(on) => on).unwrap_or(self.design.resource_tenant.google_federation)
    }

    fn federation(&self, position: u16, inactive: bool) -> bool {
        newest!(self,
            Change::FederationAdded(other) if other == position => true,
            Change::FederationRemoved(other) if other == position => false)
        .unwrap_or(!inactive)
    }

    fn order(&self) -> RedemptionOrder {
        newest!(self, Change::RedemptionOrder(order) => order).unwrap_or(self.design.resource_tenant.redemption_order)
    }

    fn domain_denied(&self) -> bool {
        let restrictions = &self.design.resource_tenant.collaboration_restrictions;
        newest!(self, Change::InvitedDomainDenied(denied) => denied)
            .unwrap_or_else(|| !restrictions.permit(self.guest.invited_email.domain()))
    }

    fn inbound(&self, home: &HomeTenant) -> AccessType {
        newest!(self, Change::InboundAccess(access) => access)
            .unwrap_or_else(|| self.design.inbound_in_force(home).users_and_groups.access_type)
    }

    fn mfa_trusted(&self, home: &HomeTenant) -> bool {
        newest!(self, Change::InboundMfaTrust(trusted) => trusted)
            .unwrap_or_else(|| self.design.trust_in_force(home).is_mfa_accepted)
    }

    fn contact_conflict(&self) -> bool {
        newest!(self, Change::ContactConflict(conflict) => conflict).unwrap_or(self.guest.invitation.contact_conflict)
    }

    fn outbound(&self, home: &HomeTenant) -> AccessType {
        newest!(self, Change::OutboundAccess(access) => access)
            .unwrap_or_else(|| home.outbound_in_force().users_and_groups.access_type)
    }

    fn home_account_enabled(&self, home: &HomeTenant) -> bool {
        newest!(self, Change::HomeAccountEnabled(enabled) => enabled)
            .unwrap_or_else(|| home.users.iter().find(|user| is_theirs(self.guest, user)).is_none_or(|user| !user.disabled))
    }

    fn done(&self, change: Change) -> bool {
        self.changed.contains(&change)
    }
}

/// Whether the guest is assigned to the application at a place. The object of a guest who is invited again was never given what the
/// story gave to the one before.
fn assigned(guest: &Guest, run: &Run, place: Place) -> bool {
    let mut assigned = !guest.not_assigned;
    let mut invited = false;
    for effect in run.steps_before(place).flat_map(|step| &step.effects) {
        match effect {
            Effect::Changed(Change::Assigned(now)) => assigned = *now,
            Effect::Invited if invited => assigned &= !guest.not_assigned,
            Effect::Invited => invited = true,
            _ => {}
        }
    }
    assigned
}

fn is_theirs(guest: &Guest, user: &HomeUser) -> bool {
    user.owns(&guest.invited_email) || guest.person.work_account.as_ref() == Some(&user.user_principal_name)
}

/// The home tenant of a guest: the one that holds the user, or else the one that has verified the domain.
pub(in crate::inspect) fn home_of<'a>(design: &'a Design, guest: &Guest) -> Option<&'a HomeTenant> {
    let holds = |tenant: &&HomeTenant| tenant.users.iter().any(|user| is_theirs(guest, user));
    let verified = || design.home_tenants.get(design.tenant_with_verified_domain(guest.invited_email.domain())?);
    design.home_tenants.iter().find(holds).or_else(verified)
}

/// Everything that can be changed at a place and is not so already.
pub(super) fn changes(design: &Design, guest: &Guest, run: &Run, place: Place) -> Vec<Change> {
    let changed = run.steps_before(place).flat_map(|step| &step.effects).filter_map(|effect| match effect {
        Effect::Changed(change) => Some(*change),
        _ => None,
    });
    let now = InForce {
        design,
        guest,
        home: home_of(design, guest),
        guest_enabled: guest_record(design, guest, run.steps_before(place)).account_enabled,
        assigned: assigned(guest, run, place),
        changed: changed.collect(),
    };
    let mut changes = ours(&now);
    changes.extend(now.home.into_iter().flat_map(|home| partners(&now, home)));
    changes.extend(guests(&now));
    changes
}

fn ours(now: &InForce<'_>) -> Vec<Change> {
    let resource = &now.design.resource_tenant;
    let passcode = if now.passcode() { EmailOneTimePasscode::Disabled } else { EmailOneTimePasscode::Enabled };
    let mut changes = vec![
        Change::EmailOneTimePasscode(passcode),
        Change::GuestEnabled(!now.guest_enabled),
        Change::GoogleFederation(!now.google()),
    ];
    changes.extend((0..).zip(&resource.federations).map(|(position, federation)| {
        if now.federation(position, federation.inactive) {
            Change::FederationRemoved(position)
        } else {
            Change::FederationAdded(position)
        }
    }));
    if now.design.edition.has_redemption_order() {
        changes.extend(other_orders(now.order()).into_iter().map(Change::RedemptionOrder));
    }
    changes.push(Change::InvitedDomainDenied(!now.domain_denied()));
    if let Some(home) = now.home {
        changes.push(Change::InboundAccess(opposite(now.inbound(home))));
        changes.push(Change::InboundMfaTrust(!now.mfa_trusted(home)));
    }
    changes.push(Change::ContactConflict(!now.contact_conflict()));
    changes.extend((0..).zip(&resource.terms_of_use).map(|(position, _)| Change::TermsRevised(position)));
    match resource.application.permissions {
        ApplicationPermissions::UserConsent | ApplicationPermissions::AdminConsentRequired if !now.done(Change::AdminConsent) => {
            changes.push(Change::AdminConsent);
        }
        ApplicationPermissions::None
        | ApplicationPermissions::UserConsent
        | ApplicationPermissions::AdminConsentRequired
        | ApplicationPermissions::PreConsented => {}
    }
    if resource.application.assignment_required {
        changes.push(Change::Assigned(!now.assigned));
    }
    changes
}

fn partners(now: &InForce<'_>, home: &HomeTenant) -> Vec<Change> {
    let mut changes = vec![
        Change::OutboundAccess(opposite(now.outbound(home))),
        Change::HomeAccountEnabled(!now.home_account_enabled(home)),
        Change::HomeAccountRecreated,
    ];
    let holds_the_guest = home.users.iter().any(|user| is_theirs(now.guest, user));
    if !holds_the_guest && !now.done(Change::HomeAccountCreated) {
        changes.push(Change::HomeAccountCreated);
    }
    if !home.just_in_time_creation.works() && !now.done(Change::JustInTimeCreationAllowed) {
        changes.push(Change::JustInTimeCreationAllowed);
    }
    if home.management == Management::Unmanaged && !now.done(Change::UnmanagedTenantTakenOver) {
        changes.push(Change::UnmanagedTenantTakenOver);
    }
    changes
}

fn guests(now: &InForce<'_>) -> Vec<Change> {
    let person = &now.guest.person;
    let has_microsoft_account = person.microsoft_account.as_ref().is_some_and(|account| account.owns(&now.guest.invited_email));
    let mut changes = Vec::new();
    if !has_microsoft_account && !now.done(Change::MicrosoftAccountCreated) {
        changes.push(Change::MicrosoftAccountCreated);
    }
    if person.unsubscribed && !now.done(Change::InvitationsUnblocked) {
        changes.push(Change::InvitationsUnblocked);
    }
    changes
}

fn opposite(access: AccessType) -> AccessType {
    match access {
        AccessType::Allowed => AccessType::Blocked,
        AccessType::Blocked => AccessType::Allowed,
    }
}

/// The orders next to this one: another provider first, or another fallback.
fn other_orders(order: RedemptionOrder) -> Vec<RedemptionOrder> {
    let mut orders: Vec<RedemptionOrder> = Vec::new();
    for (position, provider) in order.primary().iter().enumerate().skip(1) {
        let mut primary = order.primary().to_vec();
        primary.remove(position);
        primary.insert(0, *provider);
        orders.extend(RedemptionOrder::new(primary, order.fallback()));
    }
    let fallbacks = FallbackProvider::iter().filter(|fallback| *fallback != order.fallback());
    orders.extend(fallbacks.filter_map(|fallback| RedemptionOrder::new(order.primary().to_vec(), fallback).ok()));
    orders
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::design::PrimaryProvider;
    use redemption_engine::engine::replay;

    fn offered(story: &str) -> Vec<Change> {
        let guest: Guest = serde_json::from_str(&format!(
            r#"{{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": {story} }}"#
        ))
        .unwrap();
        let design = Design::default();
        let run = replay(&design, &guest, &guest.story);
        let end = *run.places().last().unwrap();
        changes(&design, &guest, &run, end)
    }

    #[test]
    fn what_is_in_force_is_not_offered_again() {
        let at_first = offered(r#"["giveUp"]"#);
        assert!(at_first.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled)));
        assert!(!at_first.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled)));
        let later = offered(r#"["giveUp", {"change": {"emailOneTimePasscode": "disabled"}}]"#);
        assert!(later.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled)));
        assert!(!later.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled)));
    }

    #[test]
    fn a_guest_who_is_invited_again_after_being_disabled_and_deleted_can_be_disabled() {
        let disabled = r#"["giveUp", {"change": {"guestEnabled": false}}"#;
        assert!(offered(&format!("{disabled}]")).contains(&Change::GuestEnabled(true)));
        assert!(offered(&format!(r#"{disabled}, "deleteGuest", "invite"]"#)).contains(&Change::GuestEnabled(false)));
    }

    #[test]
    fn without_a_home_tenant_nothing_of_a_partner_is_offered() {
        let offered = offered(r#"["giveUp"]"#);
        assert!(!offered.iter().any(|change| matches!(change, Change::OutboundAccess(_) | Change::InboundAccess(_))));
    }

    #[test]
    fn the_orders_offered_differ_in_one_thing() {
        use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
        let orders = other_orders(RedemptionOrder::default());
        let firsts: Vec<_> = orders.iter().map(|order| order.primary().first().copied().unwrap()).collect();
        assert_eq!(firsts, [ExternalFederation, SocialIdentityProviders, AzureActiveDirectory, AzureActiveDirectory]);
        assert!(!orders.contains(&RedemptionOrder::default()));
    }
}
