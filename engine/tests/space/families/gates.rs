//! Who is invited, which mail goes out, which links work, and which tenants and clouds let the guest through.
//!
//! Decides nothing.

use redemption_engine::act::Act;
use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, AllowInvitesFrom, ApplicationPermissions, Cloud, CollaborationRestrictions, Edition,
    RestrictionKind,
};
use redemption_engine::guest::{AddressOwner, InternalUser, Inviter, InviterRole, WayIn};
use strum::IntoEnumIterator;

use super::super::ground::{EVERYBODY, Who, address, domain};
use super::super::{EDITIONS, orders};
use super::{DAY, Scenario, on, product};

pub(super) fn inviters_and_addresses() -> impl Iterator<Item = Scenario> {
    use AllowInvitesFrom::{AdminsAndGuestInviters, AdminsGuestInvitersAndAllMembers, Everyone};
    let from = [
        None,
        Some(Everyone),
        Some(AdminsGuestInvitersAndAllMembers),
        Some(AdminsAndGuestInviters),
        Some(AllowInvitesFrom::None),
    ];
    let inviters = product([from.len(), 5, 3]).map(move |[setting, role, cloud]| {
        let (mut design, mut guest) = on(Edition::Y2024, Who::Nobody, WayIn::EmailLink);
        design.resource_tenant.allow_invites_from = from[setting];
        design.resource_tenant.cloud = Cloud::iter().nth(cloud).unwrap();
        guest.invitation.inviter = Inviter { role: InviterRole::iter().nth(role).unwrap(), without_mailbox: false };
        (design, guest, Vec::new())
    });
    let names = [
        "nina@proseware.example",
        "ni+na@proseware.example",
        ".nina@proseware.example",
        "nina-@proseware.example",
        "_nina_@proseware.example",
        "n.i-na@proseware.example",
        "ni'na@proseware.example",
        "ni,na@proseware.example",
        "ni%na@proseware.example",
        "nina@woodgrove.example",
        "nina@woodgrove.onmicrosoft.com",
    ];
    let lists = [RestrictionKind::AnyDomain, RestrictionKind::DenyList, RestrictionKind::AllowList];
    let addresses = product([names.len(), 4, 3, 2, 3, 2]).map(move |[name, owner, internal, group, list, listed]| {
        let (mut design, mut guest) = on(Edition::Y2026, Who::Nobody, WayIn::EmailLink);
        guest.invited_email = address(names[name]);
        guest.invitation.address_owner = AddressOwner::iter().nth(owner);
        guest.invitation.internal_user = (internal > 0).then(|| InternalUser {
            user_principal_name: address("nina@woodgrove.example"),
            synced_from_on_premises: internal > 1,
        });
        guest.invitation.group_mailbox = group > 0;
        let listed = if listed > 0 { domain(guest.invited_email.domain()) } else { domain("litware.example") };
        design.resource_tenant.collaboration_restrictions =
            CollaborationRestrictions { kind: lists[list], domains: vec![listed] };
        (design, guest, Vec::new())
    });
    inviters.chain(addresses)
}

pub(super) fn mails() -> impl Iterator<Item = Scenario> {
    product([4, 2, 2, 2, 4, 2, 3, 2]).map(|[edition, asked, unsubscribed, finds, automatic, way, prelude, redirect]| {
        let way_in = if way > 0 { WayIn::EmailLink } else { WayIn::DirectLink };
        let (mut design, mut guest) = on(EDITIONS[edition], Who::Work, way_in);
        guest.invitation.send_invitation_message = asked > 0;
        guest.person.unsubscribed = unsubscribed > 0;
        guest.person.finds_invitation_mail = finds > 0;
        design.home_tenants[0].outbound_automatic_redemption = automatic & 1 > 0;
        design.home_tenants[0].partner.inbound_automatic_redemption = Some(automatic & 2 > 0);
        if redirect > 0 {
            guest.invitation.invite_redirect_url = Some("https://woodgrove.example/app".to_owned());
            design.resource_tenant.application.permissions = ApplicationPermissions::UserConsent;
        }
        let prelude = match prelude {
            0 => Vec::new(),
            1 => vec![Act::ResendInvitation],
            _ => vec![Act::DeleteGuest, Act::Invite],
        };
        (design, guest, prelude)
    })
}

/// Every expiry and age, with the newest and the older link, before and after a redemption.
pub(super) fn links() -> impl Iterator<Item = Scenario> {
    let ages = [0, 1, DAY - 1, DAY, DAY + 1, 90 * DAY - 1, 90 * DAY, 400 * DAY];
    product([3, 2, ages.len(), ages.len(), 2, 5]).map(move |[days, once, first, second, redeemed, how]| {
        let (mut design, guest) = on(Edition::Y2024, Who::Work, WayIn::EmailLink);
        design.interpretations.link_expires_after_days = [None, Some(1), Some(90)][days];
        design.interpretations.link_works_once = once > 0;
        let wait = |age: usize| (ages[age] > 0).then(|| Act::LetTimePass(ages[age]));
        let mut acts = Vec::new();
        if redeemed > 0 {
            acts.push(Act::Accept);
        }
        acts.extend(wait(first));
        if how == 1 || how == 2 {
            acts.push(if redeemed > 0 { Act::ResetRedemption } else { Act::ResendInvitation });
        } else if how == 3 {
            acts.extend([Act::DeleteGuest, Act::Invite]);
        }
        acts.extend(wait(second));
        acts.push(if how == 2 || how == 4 { Act::OpenOldLink } else { Act::TryAgain(WayIn::EmailLink) });
        (design, guest, acts)
    })
}

fn rule(number: usize) -> AccessRule {
    let access_type = if !number.is_multiple_of(2) { AccessType::Blocked } else { AccessType::Allowed };
    let targets: &[&str] = [&[][..], &["NINA@adatum.example"], &["Sales"], &["Research"]][number / 2];
    AccessRule { access_type, targets: targets.iter().map(|target| (*target).to_owned()).collect() }
}

/// Users and groups: default and partner, in and out, allowed and blocked, by name and by group.
pub(super) fn access() -> impl Iterator<Item = Scenario> {
    let who = [Who::Work, Who::WorkByMail, Who::Missing, Who::Unmanaged, Who::Partner];
    product([4, who.len(), 8, 9, 8, 9]).map(move |[edition, number, inbound, partner, outbound, to_resource]| {
        let (mut design, guest) = on(EDITIONS[edition], who[number], WayIn::EmailLink);
        let users = |number| AccessSettings { users_and_groups: rule(number), ..AccessSettings::default() };
        design.resource_tenant.inbound = users(inbound);
        design.home_tenants[0].partner.inbound = partner.checked_sub(1).map(users);
        design.home_tenants[0].outbound = users(outbound);
        design.home_tenants[0].outbound_to_resource = to_resource.checked_sub(1).map(users);
        (design, guest, Vec::new())
    })
}

pub(super) fn clouds() -> impl Iterator<Item = Scenario> {
    product([4, 9, 3, 3, 2, 16, 3]).map(|[edition, who, ours, theirs, allowed, shares, order]| {
        let (mut design, guest) = on(EDITIONS[edition], EVERYBODY[who], WayIn::EmailLink);
        let clouds = [Cloud::Global, Cloud::UsGovernment, Cloud::China21Vianet];
        design.resource_tenant.cloud = clouds[ours];
        design.resource_tenant.allow_invites_from = Some(AllowInvitesFrom::Everyone);
        design.resource_tenant.allowed_clouds = if allowed > 0 { vec![clouds[theirs]] } else { Vec::new() };
        design.resource_tenant.redemption_order = orders()[[45, 46, 33][order]];
        let home = &mut design.home_tenants[0];
        home.cloud = clouds[theirs];
        home.partner.added = shares & 1 > 0;
        home.cross_cloud.allows_resource_cloud = shares & 2 > 0;
        home.cross_cloud.adds_resource_tenant = shares & 4 > 0;
        home.cross_cloud.worker_disabled = shares & 8 > 0;
        (design, guest, Vec::new())
    })
}
