//! What has been changed by a place of a run, and what could be changed there: settings and accounts that are not so already.
//!
//! Reads the trace and asks what is decided elsewhere; whether a change can be made is in `change.rs`.

use strum::IntoEnumIterator;

use super::{change, replay};
use crate::act::{Act, Change, ChangeKind};
use crate::design::{
    AccessType, AllowInvitesFrom, ApplicationPermissions, Design, EmailOneTimePasscode, FallbackProvider, PolicyState,
    RedemptionOrder,
};
use crate::flow::Outcome;
use crate::guest::{Guest, UserType};
use crate::trace::{Effect, Place, Run};

/// Design and guest as they are at a place of a run, with everything that the story has changed before it.
pub fn in_force(design: &Design, guest: &Guest, run: &Run, place: Place) -> (Design, Guest) {
    let (mut now, mut guest_now) = (design.clone(), guest.clone());
    let mut invited = false;
    for effect in run.steps_before(place).flat_map(|step| &step.effects) {
        let act = match effect {
            Effect::Changed(change) => Act::Change(*change),
            Effect::RedemptionReset { mail: Some(_) } => Act::ResetRedemptionToSecondAddress,
            Effect::Invited => {
                if invited {
                    guest_now = change::of_new_object(guest, &guest_now);
                }
                invited = true;
                continue;
            }
            _ => continue,
        };
        if let Some(after) = change::made(act, &now, &guest_now) {
            (now, guest_now) = after;
        }
    }
    (now, guest_now)
}

/// Every change that can be made at the end of a chapter and makes a difference, by kind.
pub fn possible_changes(design: &Design, guest: &Guest, run: &Run, place: Place) -> Vec<Change> {
    let (now_design, now_guest) = in_force(design, guest, run, place);
    let used = run.acts_before(place);
    ChangeKind::iter()
        .flat_map(|kind| values(kind, &now_design, &now_guest))
        .filter(|change| is_an_event(*change) || made_different(*change, &now_design, &now_guest).is_some())
        .filter(|change| is_done(*change, used, design, guest))
        .collect()
}

/// Every setting or fact that could be otherwise from the start, with design and guest as they would be then.
pub(crate) fn alternatives(design: &Design, guest: &Guest) -> impl Iterator<Item = (Change, Design, Guest)> {
    let known = |change: &Change| change::exists(*change, design.edition);
    ChangeKind::iter().flat_map(|kind| values(kind, design, guest)).filter(known).filter_map(|change| {
        let (design, guest) = made_different(change, design, guest)?;
        Some((change, design, guest))
    })
}

/// Design and guest after a change; `None` where it cannot be made or makes no difference.
fn made_different(change: Change, design: &Design, guest: &Guest) -> Option<(Design, Guest)> {
    let (after, guest_after) = change::made(Act::Change(change), design, guest)?;
    (guest_after != *guest || settled(&after) != settled(design)).then_some((after, guest_after))
}

/// Whether a change leaves all settings and facts as they are.
fn is_an_event(change: Change) -> bool {
    matches!(change, Change::TermsRevised(_) | Change::HomeAccountRecreated)
}

/// Whether a change is done after so many acts of the guest's story.
fn is_done(change: Change, used: usize, design: &Design, guest: &Guest) -> bool {
    let mut acts: Vec<Act> = guest.story.iter().take(used).copied().collect();
    acts.push(Act::Change(change));
    let tried = replay(design, guest, &acts);
    let chapter = tried.chapters.iter().find(|chapter| chapter.opened_by == Some((used, Act::Change(change))));
    chapter.is_some_and(|chapter| chapter.outcome() == Some(Outcome::Done))
}

/// The design with what is inherited or left to a default written out, so that only what makes a difference differs.
fn settled(design: &Design) -> Design {
    let mut settled = design.clone();
    let resource = &mut settled.resource_tenant;
    resource.email_one_time_passcode =
        if design.passcode_enabled() { EmailOneTimePasscode::Enabled } else { EmailOneTimePasscode::Disabled };
    resource.allow_invites_from = Some(resource.invites_allowed_from());
    resource.external_users_may_leave = Some(resource.guests_may_leave());
    for (home, before) in settled.home_tenants.iter_mut().zip(&design.home_tenants) {
        home.outbound_to_resource = Some(before.outbound_in_force().clone());
        home.partner.inbound = Some(design.inbound_in_force(before).clone());
        home.partner.inbound_trust = Some(design.trust_in_force(before));
        home.partner.inbound_automatic_redemption = Some(before.partner.inbound_automatic_redemption == Some(true));
    }
    settled
}

/// What a kind of change could set; some of it may be in force already, or have nothing to set.
fn values(kind: ChangeKind, design: &Design, guest: &Guest) -> Vec<Change> {
    let resource = &design.resource_tenant;
    let application = &resource.application;
    match kind {
        ChangeKind::EmailOneTimePasscode => {
            [EmailOneTimePasscode::Enabled, EmailOneTimePasscode::Disabled].map(Change::EmailOneTimePasscode).to_vec()
        }
        ChangeKind::GoogleFederation => both(Change::GoogleFederation),
        ChangeKind::FederationAdded => each(resource.federations.len(), Change::FederationAdded),
        ChangeKind::FederationRemoved => each(resource.federations.len(), Change::FederationRemoved),
        ChangeKind::RedemptionOrder => other_orders(resource.redemption_order).into_iter().map(Change::RedemptionOrder).collect(),
        ChangeKind::AllowInvitesFrom => AllowInvitesFrom::iter().map(Change::AllowInvitesFrom).collect(),
        ChangeKind::InvitedDomainDenied => both(Change::InvitedDomainDenied),
        ChangeKind::ExternalUsersMayLeave => both(Change::ExternalUsersMayLeave),
        ChangeKind::InboundAccess => AccessType::iter().map(Change::InboundAccess).collect(),
        ChangeKind::InboundMfaTrust => both(Change::InboundMfaTrust),
        ChangeKind::InboundCompliantDeviceTrust => both(Change::InboundCompliantDeviceTrust),
        ChangeKind::InboundHybridJoinedDeviceTrust => both(Change::InboundHybridJoinedDeviceTrust),
        ChangeKind::InboundAutomaticRedemption => both(Change::InboundAutomaticRedemption),
        ChangeKind::HomeCloudAllowed => both(Change::HomeCloudAllowed),
        ChangeKind::PartnerAdded => both(Change::PartnerAdded),
        ChangeKind::GuestEnabled => both(Change::GuestEnabled),
        ChangeKind::UserType => UserType::iter().map(Change::UserType).collect(),
        ChangeKind::ContactConflict => both(Change::ContactConflict),
        ChangeKind::PolicyState => PolicyState::iter()
            .flat_map(|state| each(resource.conditional_access.len(), |policy| Change::PolicyState { policy, state }))
            .collect(),
        ChangeKind::TermsRevised => each(resource.terms_of_use.len(), Change::TermsRevised),
        ChangeKind::AdminConsent => match application.permissions {
            ApplicationPermissions::UserConsent | ApplicationPermissions::AdminConsentRequired => vec![Change::AdminConsent],
            ApplicationPermissions::None | ApplicationPermissions::PreConsented => Vec::new(),
        },
        ChangeKind::AssignmentRequired => both(Change::AssignmentRequired),
        ChangeKind::Assigned if application.assignment_required => both(Change::Assigned),
        ChangeKind::Assigned => Vec::new(),
        ChangeKind::OutboundAccess => AccessType::iter().map(Change::OutboundAccess).collect(),
        ChangeKind::OutboundAutomaticRedemption => both(Change::OutboundAutomaticRedemption),
        ChangeKind::ResourceCloudAllowed => both(Change::ResourceCloudAllowed),
        ChangeKind::ResourceTenantAdded => both(Change::ResourceTenantAdded),
        ChangeKind::HomeRequiresMfa => both(Change::HomeRequiresMfa),
        ChangeKind::HomeBlocksSignIn => both(Change::HomeBlocksSignIn),
        ChangeKind::TenantRestrictions => both(Change::TenantRestrictions),
        ChangeKind::HomeAccountEnabled => both(Change::HomeAccountEnabled),
        ChangeKind::HomeAccountRecreated => vec![Change::HomeAccountRecreated],
        ChangeKind::HomeAccountCreated => vec![Change::HomeAccountCreated],
        ChangeKind::JustInTimeCreationAllowed => vec![Change::JustInTimeCreationAllowed],
        ChangeKind::UnmanagedTenantTakenOver => vec![Change::UnmanagedTenantTakenOver],
        ChangeKind::MicrosoftAccountCreated => {
            let account = guest.person.microsoft_account.as_ref();
            if account.is_some_and(|account| account.owns(&guest.invited_email)) {
                Vec::new()
            } else {
                vec![Change::MicrosoftAccountCreated]
            }
        }
        ChangeKind::InvitationsUnblocked => vec![Change::InvitationsUnblocked],
    }
}

fn both(change: impl Fn(bool) -> Change) -> Vec<Change> {
    [true, false].map(change).to_vec()
}

fn each(count: usize, change: impl Fn(u16) -> Change) -> Vec<Change> {
    (0..).take(count).map(change).collect()
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
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may panic")]
mod tests {
    use super::*;
    use crate::design::PrimaryProvider;

    fn offered(design: &str, guest: &str) -> Vec<Change> {
        let design: Design = serde_json::from_str(
            &design.replace("WOODGROVE", r#""displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com""#),
        )
        .unwrap();
        let guest: Guest = serde_json::from_str(guest).unwrap();
        let run = replay(&design, &guest, &guest.story);
        let end = *run.places().last().unwrap();
        possible_changes(&design, &guest, &run, end)
    }

    const ALONE: &str = r#"{ "resourceTenant": { WOODGROVE } }"#;

    fn ravi(story: &str) -> String {
        format!(r#"{{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": {story} }}"#)
    }

    /// Nina of Adatum, whose tenant has these settings beside its usual ones.
    fn nina(edition: &str, home: &str, story: &str) -> Vec<Change> {
        let design = format!(
            r#"{{ "edition": "{edition}", "resourceTenant": {{ WOODGROVE }}, "homeTenants": [{{
                "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum",
                "verifiedDomains": ["adatum.example"], "users": [{{ "userPrincipalName": "nina@adatum.example" }}] {home} }}] }}"#
        );
        let guest = format!(
            r#"{{ "displayName": "Nina", "invitedEmail": "nina@adatum.example",
                "person": {{ "workAccount": "nina@adatum.example" }}, "story": {story} }}"#
        );
        offered(&design, &guest)
    }

    #[test]
    fn what_is_in_force_is_not_offered_again() {
        let at_first = offered(ALONE, &ravi(r#"["giveUp"]"#));
        assert!(at_first.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled)));
        assert!(!at_first.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled)));
        let later = offered(ALONE, &ravi(r#"["giveUp", {"change": {"emailOneTimePasscode": "disabled"}}]"#));
        assert!(later.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled)));
        assert!(!later.contains(&Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled)));
    }

    #[test]
    fn a_guest_who_is_invited_again_after_being_disabled_and_deleted_can_be_disabled() {
        let disabled = r#"["giveUp", {"change": {"guestEnabled": false}}"#;
        assert!(offered(ALONE, &ravi(&format!("{disabled}]"))).contains(&Change::GuestEnabled(true)));
        assert!(
            offered(ALONE, &ravi(&format!(r#"{disabled}, "deleteGuest", "invite"]"#))).contains(&Change::GuestEnabled(false))
        );
    }

    #[test]
    fn without_a_home_tenant_nothing_of_a_partner_is_offered() {
        let offered = offered(ALONE, &ravi(r#"["giveUp"]"#));
        assert!(!offered.iter().any(|change| matches!(
            change,
            Change::OutboundAccess(_) | Change::InboundAccess(_) | Change::HomeRequiresMfa(_) | Change::HomeAccountEnabled(_)
        )));
    }

    #[test]
    fn what_is_inherited_is_in_force() {
        let offered = nina("2024-03", "", r#"["accept"]"#);
        assert!(offered.contains(&Change::InboundAccess(AccessType::Blocked)));
        assert!(!offered.contains(&Change::InboundAccess(AccessType::Allowed)));
        assert!(offered.contains(&Change::InboundCompliantDeviceTrust(true)));
        assert!(!offered.contains(&Change::InboundCompliantDeviceTrust(false)));
    }

    #[test]
    fn a_setting_of_later_texts_is_not_offered() {
        let offered = nina("2021-05", "", r#"["accept"]"#);
        assert!(!offered.iter().any(|change| matches!(
            change,
            Change::InboundAccess(_) | Change::InboundAutomaticRedemption(_) | Change::RedemptionOrder(_)
        )));
        assert!(offered.contains(&Change::HomeRequiresMfa(true)));
    }

    #[test]
    fn clouds_and_organizations_are_offered_across_clouds_only() {
        let across = |change: &Change| matches!(change, Change::HomeCloudAllowed(_) | Change::ResourceTenantAdded(_));
        assert!(!nina("2024-03", "", r#"["accept"]"#).iter().any(across));
        let elsewhere = nina("2024-03", r#", "cloud": "usGovernment""#, "[]");
        assert!(elsewhere.contains(&Change::HomeCloudAllowed(true)) && elsewhere.contains(&Change::ResourceTenantAdded(true)));
    }

    #[test]
    fn what_needs_an_object_or_an_accepted_account_is_offered_once_there_is_one() {
        let declined = nina("2024-03", "", r#"["decline"]"#);
        assert!(declined.contains(&Change::UserType(UserType::Member)) && !declined.contains(&Change::HomeAccountRecreated));
        let accepted = nina("2024-03", "", r#"["accept"]"#);
        assert!(accepted.contains(&Change::HomeAccountRecreated));
        let deleted = nina("2024-03", "", r#"["accept", "deleteGuest"]"#);
        assert!(!deleted.iter().any(|change| matches!(change, Change::UserType(_))));
    }

    #[test]
    fn the_orders_offered_differ_in_one_thing() {
        use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
        let orders = other_orders(RedemptionOrder::default());
        let firsts: Vec<_> = orders.iter().map(|order| order.primary().first().copied().unwrap()).collect();
        assert_eq!(firsts, [ExternalFederation, SocialIdentityProviders, AzureActiveDirectory, AzureActiveDirectory]);
        assert!(!orders.contains(&RedemptionOrder::default()));
    }

    #[test]
    fn a_redemption_that_was_reset_to_another_address_has_that_address_in_force() {
        let guest: Guest = serde_json::from_str(
            r#"{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "secondAddress": "ravi@tailspin.example",
                "story": ["enterPasscode", "accept", "resetRedemptionToSecondAddress"] }"#,
        )
        .unwrap();
        let design = Design::default();
        let run = replay(&design, &guest, &guest.story);
        let places = run.places();
        let before = in_force(&design, &guest, &run, *places.first().unwrap()).1;
        let after = in_force(&design, &guest, &run, *places.last().unwrap()).1;
        assert_eq!(before.invited_email.as_str(), "ravi@contractor.example");
        assert_eq!(after.invited_email.as_str(), "ravi@tailspin.example");
    }

    #[test]
    fn an_assignment_is_offered_where_the_application_asks_for_one() {
        let assigned = |required: bool| {
            let design =
                format!(r#"{{ "resourceTenant": {{ WOODGROVE, "application": {{ "assignmentRequired": {required} }} }} }}"#);
            let offered = offered(&design, &ravi(r#"["giveUp"]"#));
            offered.into_iter().filter(|change| matches!(change, Change::Assigned(_))).collect::<Vec<_>>()
        };
        assert_eq!(assigned(true), [Change::Assigned(false)]);
        assert_eq!(assigned(false), []);
    }

    #[test]
    fn what_there_are_several_of_is_offered_one_by_one() {
        let design = r#"{ "resourceTenant": { WOODGROVE, "termsOfUse": [{"displayName": "Guest terms"}, {"displayName": "Laboratory rules"}],
            "federations": [{"displayName": "Tailspin", "issuerUri": "https://idp.tailspin.example/saml", "domains": ["tailspin.example"]}] } }"#;
        let offered = offered(design, &ravi(r#"["giveUp"]"#));
        let terms: Vec<_> = offered.iter().filter(|change| matches!(change, Change::TermsRevised(_))).collect();
        assert_eq!(terms, [&Change::TermsRevised(0), &Change::TermsRevised(1)]);
        assert!(offered.contains(&Change::FederationRemoved(0)) && !offered.contains(&Change::FederationAdded(0)));
    }
}
