//! The invitation and the facts about a guest: what brings each problem about, and what mends it.
//!
//! Sources are those of the codes; nothing is asserted here.

use redemption_engine::act::{Act, Change};
use redemption_engine::design::{
    AccessSettings, AccessType, AllowInvitesFrom, Cloud, CollaborationRestrictions, ConditionalAccessPolicy, GrantControl,
    RestrictionKind, RiskLevel,
};
use redemption_engine::guest::{AddressOwner, Client, Device, GoogleAnswer, InternalUser, InviterRole, TargetApp, WayIn};
use redemption_engine::workspace::Workspace;

use crate::Mended;
use crate::ordinary::{address, domain, guest};

fn members_may_not_invite(workspace: &mut Workspace) {
    workspace.design.resource_tenant.allow_invites_from = Some(AllowInvitesFrom::AdminsAndGuestInviters);
}

fn internal_user(synced_from_on_premises: bool) -> Option<InternalUser> {
    Some(InternalUser { user_principal_name: address("nina@woodgrove.onmicrosoft.com"), synced_from_on_premises })
}

fn quinn_with_google(workspace: &mut Workspace) {
    let mut quinn = guest("Quinn", "quinn@gmail.com");
    quinn.person.google_account = Some(address("quinn@gmail.com"));
    quinn.person.client = Client::EmbeddedWebView;
    workspace.guests.push(quinn);
}

pub(crate) const MENDED: &[Mended] = &[
    // cross-cloud-settings.md, 2025-04: invite the user principal name.
    (
        "RDM-048",
        "guest.0.invitedEmail",
        |w| {
            w.design.resource_tenant.allowed_clouds = vec![Cloud::UsGovernment];
            let adatum = &mut w.design.home_tenants[0];
            adatum.cloud = Cloud::UsGovernment;
            adatum.partner.added = true;
            adatum.cross_cloud.allows_resource_cloud = true;
            adatum.cross_cloud.adds_resource_tenant = true;
            adatum.users[0].mail = Some(address("nina.berg@adatum.example"));
            w.guests[0].invited_email = address("nina.berg@adatum.example");
        },
        |w| w.guests[0].invited_email = address("nina@adatum.example"),
    ),
    (
        "RDM-051",
        "guest.1.invitedEmail",
        |w| {
            let domains = vec![domain("tailspin.example")];
            w.design.resource_tenant.collaboration_restrictions =
                CollaborationRestrictions { kind: RestrictionKind::DenyList, domains };
        },
        |w| w.design.resource_tenant.collaboration_restrictions.kind = RestrictionKind::AllowList,
    ),
    (
        "RDM-054",
        "guest.0.inviter.role",
        |w| {
            members_may_not_invite(w);
            w.guests[0].invitation.inviter.role = InviterRole::Member;
        },
        |w| w.guests[0].invitation.inviter.role = InviterRole::GuestInviter,
    ),
    (
        "RDM-054",
        "guest.1.inviter.role",
        |w| {
            members_may_not_invite(w);
            w.guests[1].invitation.inviter.role = InviterRole::Application;
        },
        |w| w.design.resource_tenant.allow_invites_from = None,
    ),
    // invitation resource type, invitedUserEmailAddress: a plus sign; a dot at the end of the name.
    (
        "RDM-057",
        "guest.1.invitedEmail",
        |w| w.guests[1].invited_email = address("omar+guest@tailspin.example"),
        |w| w.guests[1].invited_email = address("omar@tailspin.example"),
    ),
    (
        "RDM-057",
        "guest.1.invitedEmail",
        |w| w.guests[1].invited_email = address("omar.@tailspin.example"),
        |w| w.guests[1].invited_email = address("omar_h@tailspin.example"),
    ),
    (
        "RDM-058",
        "guest.1.groupMailbox",
        |w| w.guests[1].invitation.group_mailbox = true,
        |w| w.guests[1].invitation.group_mailbox = false,
    ),
    (
        "RDM-059",
        "guest.1.invitedEmail",
        |w| w.guests[1].invited_email = address("omar@woodgrove.onmicrosoft.com"),
        |w| w.guests[1].invited_email = address("omar@tailspin.example"),
    ),
    (
        "RDM-060",
        "guest.0.internalUser.syncedFromOnPremises",
        |w| w.guests[0].invitation.internal_user = internal_user(true),
        |w| w.guests[0].invitation.internal_user = internal_user(false),
    ),
    (
        "RDM-061",
        "guest.0.addressOwner",
        |w| w.guests[0].invitation.address_owner = Some(AddressOwner::LocalUser),
        |w| w.guests[0].invitation.address_owner = None,
    ),
    (
        "RDM-061",
        "guest.1.addressOwner",
        |w| w.guests[1].invitation.address_owner = Some(AddressOwner::Group),
        |w| w.guests[1].invitation.address_owner = None,
    ),
    (
        "RDM-062",
        "guest.0.addressOwner",
        |w| w.guests[0].invitation.address_owner = Some(AddressOwner::ExistingGuest),
        |w| w.guests[0].invitation.address_owner = None,
    ),
    (
        "RDM-063",
        "guest.0.invitedEmail",
        |w| w.design.resource_tenant.inbound = AccessSettings::all(AccessType::Blocked),
        |w| w.design.home_tenants[0].partner.inbound = Some(AccessSettings::default()),
    ),
    (
        "RDM-063",
        "guest.0.invitedEmail",
        |w| w.design.home_tenants[0].outbound = AccessSettings::all(AccessType::Blocked),
        |w| w.design.home_tenants[0].outbound_to_resource = Some(AccessSettings::default()),
    ),
    (
        "RDM-064",
        "guest.0.customizedMessageBody",
        |w| {
            w.guests[0].invitation.customized_message_body = Some("Welcome, Nina!".to_owned());
            w.guests[0].invitation.inviter.without_mailbox = true;
        },
        |w| w.guests[0].invitation.inviter.without_mailbox = false,
    ),
    (
        "RDM-065",
        "guest.0.messageLanguage",
        |w| {
            w.guests[0].invitation.customized_message_body = Some("Welcome, Nina!".to_owned());
            w.guests[0].invitation.message_language = Some("de".to_owned());
        },
        |w| w.guests[0].invitation.customized_message_body = None,
    ),
    ("RDM-085", "guest.2.client", quinn_with_google, |w| w.guests[2].person.client = Client::Browser),
    ("RDM-086", "guest.0.unsubscribed", |w| w.guests[0].person.unsubscribed = true, |w| w.guests[0].way_in = WayIn::DirectLink),
    (
        "RDM-087",
        "guest.0.findsInvitationMail",
        |w| w.guests[0].person.finds_invitation_mail = false,
        |w| w.guests[0].way_in = WayIn::DirectLink,
    ),
    (
        "RDM-088",
        "guest.0.secondAddress",
        |w| w.guests[0].second_address = Some(address("nina@adatum.example")),
        |w| w.guests[0].second_address = Some(address("nina@fabrikam.example")),
    ),
    (
        "RDM-089",
        "guest.0.tenantRestrictions",
        |w| w.guests[0].person.tenant_restrictions = true,
        |w| w.guests[0].person.tenant_restrictions = false,
    ),
    (
        "RDM-090",
        "guest.0.notAssigned",
        |w| {
            w.design.resource_tenant.application.assignment_required = true;
            w.guests[0].not_assigned = true;
            w.guests[0].way_in = WayIn::DirectLink;
            w.guests[0].target_app = TargetApp::SingleTenantApp;
        },
        |w| w.guests[0].not_assigned = false,
    ),
    (
        "RDM-101",
        "guest.2.googleAnswer",
        |w| {
            w.design.resource_tenant.google_federation = true;
            quinn_with_google(w);
            w.guests[2].person.google_answer = GoogleAnswer::PassingError;
        },
        |w| w.guests[2].person.google_answer = GoogleAnswer::SignsIn,
    ),
    (
        "RDM-091",
        "guest.0.notAssigned",
        |w| w.guests[0].not_assigned = true,
        |w| w.design.resource_tenant.application.assignment_required = true,
    ),
    (
        "RDM-091",
        "guest.0.notAssigned",
        |w| w.guests[0].not_assigned = true,
        |w| w.guests[0].story = vec![Act::Accept, Act::Change(Change::AssignmentRequired(true))],
    ),
    (
        "RDM-092",
        "guest.0.signInRisk",
        |w| w.guests[0].person.sign_in_risk = RiskLevel::High,
        |w| {
            let mut policy = ConditionalAccessPolicy::demanding("Risky sign-ins", vec![GrantControl::Mfa]);
            policy.sign_in_risk_levels = vec![RiskLevel::High];
            w.design.resource_tenant.conditional_access.push(policy);
        },
    ),
    (
        "RDM-092",
        "guest.0.userRisk",
        |w| w.guests[0].person.user_risk = RiskLevel::Medium,
        |w| w.guests[0].person.user_risk = RiskLevel::None,
    ),
    (
        "RDM-093",
        "guest.1.device",
        |w| w.guests[1].person.device = Device::Compliant,
        |w| w.guests[1].person.device = Device::Unmanaged,
    ),
    ("RDM-093", "guest.1.homeMfaDone", |w| w.guests[1].person.home_mfa_done = true, |w| w.guests[1].person.home_mfa_done = false),
    (
        "RDM-093",
        "guest.1.userRisk",
        |w| w.guests[1].person.user_risk = RiskLevel::Low,
        |w| w.guests[1].person.user_risk = RiskLevel::None,
    ),
    (
        "RDM-094",
        "home.0.users.0.disabled",
        |w| w.design.home_tenants[0].users[0].disabled = true,
        |w| w.design.home_tenants[0].users[0].disabled = false,
    ),
    (
        "RDM-095",
        "home.0.blocksSignIn",
        |w| w.design.home_tenants[0].blocks_sign_in = true,
        |w| w.design.home_tenants[0].blocks_sign_in = false,
    ),
    ("RDM-099", "guest.0.wayIn", |w| w.guests[0].story = vec![Act::EnterPasscode], |w| w.guests[0].story = vec![Act::Accept]),
    (
        "RDM-102",
        "expectations.0",
        |w| {
            w.keep_as_expected([0]);
            w.expectations[0].guest = "Nobody".to_owned();
        },
        |w| w.expectations.clear(),
    ),
    // add-users-administrator.md, 2023-04: resending is for pending invitations.
    (
        "RDM-100",
        "guest.0.wayIn",
        |w| w.guests[0].story = vec![Act::Accept, Act::Accept, Act::ResendInvitation],
        |w| w.guests[0].story = vec![Act::ResendInvitation, Act::Accept, Act::Accept],
    ),
];
