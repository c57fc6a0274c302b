//! Cross-tenant access settings, Microsoft clouds and tenant restrictions, wherever they are asked.
//!
//! The settings in force for a partner are found by `Design`; only the editions that have them have these nodes.

use smol_str::format_smolstr;

use super::discovery::position;
use super::{Look, Progress, Verdict, World, arrival, discovery, way_in, word};
use crate::design::{AccessRule, Cloud, HomeTenant, HomeUser};
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;

fn allowed(yes: bool) -> Answer {
    if yes { Answer::Allowed } else { Answer::Blocked }
}

/// Whether a rule lets a user through: by user principal name and groups, or by the invited address where there is no user yet.
fn permits_user(rule: &AccessRule, user: Option<&HomeUser>, world: World<'_>) -> bool {
    match user {
        Some(user) => rule.permits(user.access_names()),
        None => rule.permits([world.guest.invited_email.as_str()]),
    }
}

/// The user of a home tenant that owns the invited address.
fn invited_user<'a>(world: World<'a>, home: &'a HomeTenant) -> Option<&'a HomeUser> {
    home.users.iter().find(|user| user.owns(&world.guest.invited_email))
}

pub(super) fn invitation_access(world: World<'_>, look: &mut impl Look) -> Verdict {
    let Some((number, home)) =
        way_in::home_tenant(world).and_then(|number| Some((number, world.design.home_tenants.get(number)?)))
    else {
        look.saw(What::TenantsWithDomain, || "none");
        return Verdict::Is(Answer::NotNeeded, Rule::AccessIsForEntraTenants);
    };
    let number = position(number);
    let user = invited_user(world, home);
    let inbound = world.design.inbound_in_force(home);
    let outbound = home.outbound_in_force();
    look.read(What::InboundUsers(number), || crate::wording::access_rule(&inbound.users_and_groups));
    look.read(What::OutboundUsers(number), || crate::wording::access_rule(&outbound.users_and_groups));
    if !permits_user(&inbound.users_and_groups, user, world) {
        return Verdict::Is(Answer::Blocked, Rule::InboundBlocksInvitation);
    }
    if !permits_user(&outbound.users_and_groups, user, world) {
        return Verdict::Is(Answer::Blocked, Rule::OutboundBlocksInvitation);
    }
    Verdict::Is(Answer::Allowed, Rule::BothSidesAllowInvitation)
}

pub(super) fn invitation_cloud(world: World<'_>, look: &mut impl Look) -> Verdict {
    let Some((number, home)) =
        way_in::home_tenant(world).and_then(|number| Some((number, world.design.home_tenants.get(number)?)))
    else {
        return Verdict::Is(Answer::Allowed, Rule::SameCloud);
    };
    let verdict = clouds(world, position(number), home, look);
    if home.cloud == world.design.resource_tenant.cloud {
        return Verdict::Is(Answer::Allowed, Rule::SameCloud);
    }
    if home.cross_cloud.worker_disabled {
        return Verdict::Is(Answer::Blocked, Rule::CrossCloudWorkerIsDisabled);
    }
    if verdict && invited_user(world, home).is_some_and(|user| user.user_principal_name != world.guest.invited_email) {
        look.read(What::InvitedEmail, || world.guest.invited_email.as_str());
        return Verdict::Is(Answer::Blocked, Rule::CrossCloudNeedsUpn);
    }
    Verdict::Is(allowed(verdict), if verdict { Rule::CloudsCollaborate } else { Rule::CloudsDoNotCollaborate })
}

/// Whether both tenants have enabled each other's cloud and added each other.
fn clouds(world: World<'_>, number: u16, home: &HomeTenant, look: &mut impl Look) -> bool {
    let resource = &world.design.resource_tenant;
    look.saw(What::ResourceCloud, || crate::wording::cloud(resource.cloud));
    look.saw(What::HomeCloud(number), || crate::wording::cloud(home.cloud));
    if home.cloud == resource.cloud {
        return true;
    }
    let share = home.cross_cloud;
    look.read(What::AllowedClouds, || {
        crate::wording::list(resource.allowed_clouds.iter().map(|cloud| crate::wording::cloud(*cloud)))
    });
    look.saw(What::PartnerAdded(number), || word(home.partner.added));
    look.read(What::CrossCloud(number), || {
        format_smolstr!(
            "cloud allowed: {}, organization added: {}",
            word(share.allows_resource_cloud),
            word(share.adds_resource_tenant)
        )
    });
    resource.allowed_clouds.contains(&home.cloud)
        && home.partner.added
        && share.allows_resource_cloud
        && share.adds_resource_tenant
}

pub(super) fn account_cloud(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let found =
        so_far.account.and_then(|account| Some((account.tenant, world.design.home_tenants.get(usize::from(account.tenant))?)));
    let Some((number, home)) = found else { return Verdict::Is(Answer::Allowed, Rule::SameCloud) };
    let together = clouds(world, number, home, look);
    let rule = match (home.cloud == world.design.resource_tenant.cloud, together) {
        (true, _) => Rule::SameCloud,
        (false, true) => Rule::CloudsCollaborate,
        (false, false) => Rule::AccountCloudIsNotAllowed,
    };
    Verdict::Is(allowed(together), rule)
}

/// The home tenant and the user of the work account in use.
fn account_user<'a>(world: World<'a>, so_far: &Progress) -> Option<(u16, &'a HomeTenant, Option<&'a HomeUser>)> {
    let account = so_far.account?;
    let home = world.design.home_tenants.get(usize::from(account.tenant))?;
    Some((account.tenant, home, discovery::user(world, account)))
}

pub(super) fn outbound(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let Some((number, home, user)) = account_user(world, so_far) else {
        return Verdict::Is(Answer::Allowed, Rule::OutboundAllows);
    };
    let rule = &home.outbound_in_force().users_and_groups;
    look.read(What::OutboundUsers(number), || crate::wording::access_rule(rule));
    let lets_out = permits_user(rule, user, world);
    Verdict::Is(allowed(lets_out), if lets_out { Rule::OutboundAllows } else { Rule::OutboundBlocks })
}

pub(super) fn inbound(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let Some((number, home, user)) = account_user(world, so_far) else {
        return Verdict::Is(Answer::Allowed, Rule::InboundAllows);
    };
    let rule = &world.design.inbound_in_force(home).users_and_groups;
    look.read(What::InboundUsers(number), || crate::wording::access_rule(rule));
    let lets_in = permits_user(rule, user, world);
    Verdict::Is(allowed(lets_in), if lets_in { Rule::InboundAllows } else { Rule::InboundBlocks })
}

pub(super) fn tenant_restrictions(world: World<'_>, look: &mut impl Look) -> Verdict {
    let restricted = world.guest.person.tenant_restrictions;
    look.saw(What::TenantRestrictions, || word(restricted));
    Verdict::Is(allowed(!restricted), if restricted { Rule::TenantRestrictionsBlock } else { Rule::NetworkIsOpen })
}

/// Whether both sides let the guest reach the application they land on; asked of accounts of Microsoft Entra tenants.
pub(super) fn application(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let Some((number, home)) = world.account_tenant(so_far) else {
        look.saw(What::IdentityProvider, || so_far.provider.map_or("none", crate::wording::provider));
        return Verdict::Is(Answer::NotNeeded, Rule::AccessIsForEntraTenants);
    };
    let names = arrival::application_names(world, so_far);
    let inbound = &world.design.inbound_in_force(home).applications;
    let outbound = &home.outbound_in_force().applications;
    look.read(What::TargetApp, || arrival::application_name(world, so_far));
    look.read(What::InboundApplications(number), || crate::wording::access_rule(inbound));
    look.read(What::OutboundApplications(number), || crate::wording::access_rule(outbound));
    let lets = inbound.permits(names) && outbound.permits(names);
    Verdict::Is(allowed(lets), if lets { Rule::ApplicationIsAllowed } else { Rule::ApplicationIsBlocked })
}

/// Whether the resource tenant's cloud supports Google, Microsoft accounts and passcodes for guests.
pub(super) fn has_consumer_providers(world: World<'_>) -> bool {
    !world.edition().has_cross_tenant_access() || world.design.resource_tenant.cloud != Cloud::China21Vianet
}
