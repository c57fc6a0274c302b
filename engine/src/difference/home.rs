//! What differs in the home tenants: their settings, their users, and what the resource tenant has set for them.

use super::Difference;
use super::lists::{Rows, pairs};
use super::subject::Subject;
use crate::design::{AccessSettings, CrossCloud, HomeTenant, HomeUser, InboundTrust, JustInTimeCreation, Partner};
use crate::field::{Field, HomeField as H, UserField};
use crate::wording;

pub(super) fn compare(found: &mut Vec<Difference>, old: &[HomeTenant], new: &[HomeTenant]) {
    let rows = pairs(old, new, |row| row.tenant_id.clone(), |row| row.display_name.clone());
    let kind = Rows {
        called: ["Home tenant", "Home tenants"],
        name: |row: &HomeTenant| row.display_name.clone(),
        field: |[_, at]| Field::home(at),
    };
    for (old, at, new) in kind.compare(found, 0, old, new, &rows) {
        tenant(found, old, at, new);
    }
}

fn tenant(found: &mut Vec<Difference>, old: &HomeTenant, at: usize, new: &HomeTenant) {
    let HomeTenant {
        tenant_id,
        display_name,
        management,
        verified_domains,
        users: now,
        federated,
        outbound_automatic_redemption,
        just_in_time_creation:
            JustInTimeCreation {
                allow_email_verified_users_to_join_organization: may_join,
                allowed_to_sign_up_email_based_subscriptions: may_subscribe,
            },
        email_as_alternate_login_id,
        outbound: AccessSettings { users_and_groups, applications },
        outbound_to_resource,
        cloud,
        cross_cloud: CrossCloud { allows_resource_cloud, adds_resource_tenant, worker_disabled },
        requires_mfa,
        blocks_sign_in,
        notification_language,
        partner: Partner { inbound_automatic_redemption, inbound, inbound_trust, added },
    } = new;
    let name = format!("Home tenant {display_name}");
    let mut row = Subject::at(found, &name, [at, 0], |[at, _], field| Field::of_home(at, field), wording::home_field);
    row.text(H::DisplayName, &old.display_name, display_name);
    row.text(H::TenantId, &old.tenant_id, tenant_id);
    row.value(H::Management, old.management, *management, wording::management);
    row.members(H::VerifiedDomains, &old.verified_domains, verified_domains);
    row.fact(H::Federated, old.federated, *federated);
    row.switch(H::OutboundAutomaticRedemption, old.outbound_automatic_redemption, *outbound_automatic_redemption);
    row.switch(H::AllowEmailVerifiedUsers, old.just_in_time_creation.allow_email_verified_users_to_join_organization, *may_join);
    let subscribed = old.just_in_time_creation.allowed_to_sign_up_email_based_subscriptions;
    row.switch(H::EmailBasedSubscriptions, subscribed, *may_subscribe);
    row.switch(H::EmailAsAlternateLoginId, old.email_as_alternate_login_id, *email_as_alternate_login_id);
    row.access(H::OutboundUsers, &old.outbound.users_and_groups, users_and_groups);
    row.access(H::OutboundApplications, &old.outbound.applications, applications);
    own_access(
        &mut row,
        [H::OutboundToResource, H::OutboundToResourceUsers, H::OutboundToResourceApplications],
        old.outbound_to_resource.as_ref(),
        outbound_to_resource.as_ref(),
    );
    row.value(H::Cloud, old.cloud, *cloud, wording::cloud);
    row.fact(H::AllowsResourceCloud, old.cross_cloud.allows_resource_cloud, *allows_resource_cloud);
    row.fact(H::AddsResourceTenant, old.cross_cloud.adds_resource_tenant, *adds_resource_tenant);
    row.fact(H::CrossCloudWorkerDisabled, old.cross_cloud.worker_disabled, *worker_disabled);
    row.fact(H::RequiresMfa, old.requires_mfa, *requires_mfa);
    row.fact(H::BlocksSignIn, old.blocks_sign_in, *blocks_sign_in);
    row.optional(H::NotificationLanguage, old.notification_language.as_ref(), notification_language.as_ref());
    row.maybe(H::InboundAutomaticRedemption, old.partner.inbound_automatic_redemption, *inbound_automatic_redemption);
    own_access(
        &mut row,
        [H::PartnerInbound, H::PartnerInboundUsers, H::PartnerInboundApplications],
        old.partner.inbound.as_ref(),
        inbound.as_ref(),
    );
    own_trust(&mut row, old.partner.inbound_trust, *inbound_trust);
    row.fact(H::PartnerAdded, old.partner.added, *added);
    users(found, at, &old.users, now);
}

/// Access settings of one side for the other, which exist once they are turned on.
fn own_access(
    row: &mut Subject<'_, H>,
    [whole, users, applications]: [H; 3],
    old: Option<&AccessSettings>,
    new: Option<&AccessSettings>,
) {
    match (old, new) {
        (Some(old), Some(new)) => {
            row.access(users, &old.users_and_groups, &new.users_and_groups);
            row.access(applications, &old.applications, &new.applications);
        }
        (None, Some(new)) => {
            let (people, apps) = (wording::access_rule(&new.users_and_groups), wording::access_rule(&new.applications));
            row.of(whole, format!("turned on: users and groups {people}, applications {apps}"));
        }
        (Some(_), None) => row.of(whole, "turned off"),
        (None, None) => {}
    }
}

/// Trust settings for a home tenant, which exist once they are turned on.
fn own_trust(row: &mut Subject<'_, H>, old: Option<InboundTrust>, new: Option<InboundTrust>) {
    match (old, new) {
        (Some(old), Some(new)) => {
            let InboundTrust { is_mfa_accepted, is_compliant_device_accepted, is_hybrid_azure_ad_joined_device_accepted } = new;
            row.switch(H::PartnerTrustsMfa, old.is_mfa_accepted, is_mfa_accepted);
            row.switch(H::PartnerTrustsCompliantDevices, old.is_compliant_device_accepted, is_compliant_device_accepted);
            let hybrid = old.is_hybrid_azure_ad_joined_device_accepted;
            row.switch(H::PartnerTrustsHybridJoinedDevices, hybrid, is_hybrid_azure_ad_joined_device_accepted);
        }
        (None, Some(new)) => row.of(H::PartnerInboundTrust, format!("turned on: {}", wording::trust(new))),
        (Some(_), None) => row.of(H::PartnerInboundTrust, "turned off"),
        (None, None) => {}
    }
}

fn users(found: &mut Vec<Difference>, home: usize, old: &[HomeUser], new: &[HomeUser]) {
    use UserField as U;
    let rows = pairs(old, new, |row| row.user_principal_name.to_string(), |row| row.mail.as_ref().map(ToString::to_string));
    let kind = Rows {
        called: ["User", "Users"],
        name: |row: &HomeUser| row.user_principal_name.to_string(),
        field: |[home, at]| Field::user(home, at),
    };
    for (old, at, new) in kind.compare(found, home, old, new, &rows) {
        let HomeUser { user_principal_name, mail, aliases, groups, disabled } = new;
        let name = format!("User {user_principal_name}");
        let mut row =
            Subject::at(found, &name, [home, at], |[home, at], field| Field::of_user(home, at, field), wording::user_field);
        row.text(U::UserPrincipalName, &old.user_principal_name, user_principal_name);
        row.optional(U::Mail, old.mail.as_ref(), mail.as_ref());
        row.members(U::Aliases, &old.aliases, aliases);
        row.members(U::Groups, &old.groups, groups);
        row.fact(U::Disabled, old.disabled, *disabled);
    }
}
