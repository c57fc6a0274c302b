//! Twists: each changes one setting or one fact of an ordinary ground. A sampled scenario has a few of them.
//!
//! Because a scenario is a list of twists, a failing one shrinks to those that matter. How likely each is stands in `chances.rs`.

use jiff::civil::date;
use redemption_engine::design::{
    AccessSettings, AllowInvitesFrom, ApplicationPermissions, Cloud, CollaborationRestrictions, ConditionalAccessPolicy, Design,
    EmailOneTimePasscode, Federation, HomeTenant, HomeUser, InboundTrust, Interpretations, JustInTimeCreation, Management,
    ProviderResponse, RedemptionOrder, RestrictionKind, RiskLevel, TermsOfUse,
};
use redemption_engine::guest::{
    AddressOwner, Client, Device, GoogleAnswer, Guest, InternalUser, Inviter, InviterRole, MicrosoftAccount, TargetApp, UserType,
    WayIn,
};

use super::ground::{Ground, address, domain};

/// One change of a setting or a fact.
#[derive(Clone, Debug)]
pub(crate) enum Twist {
    Passcode(EmailOneTimePasscode),
    Order(RedemptionOrder),
    NoGoogle,
    GoogleClientInvalid,
    GoogleAnswers(GoogleAnswer),
    NoFederation,
    /// Also federates the invited domain, with an Entra tenant or another provider, before or after the ordinary one.
    InvitedDomainFederated {
        entra: bool,
        first: bool,
    },
    FederationInactive,
    Response(ProviderResponse),
    Terms(Vec<TermsOfUse>),
    TenantRedirect,
    InvitationRedirect,
    Cloud(Cloud),
    AllowedClouds(Vec<Cloud>),
    InvitesFrom(AllowInvitesFrom),
    Restrictions(RestrictionKind, bool),
    MayLeave(bool),
    Inbound(AccessSettings),
    PartnerInbound(AccessSettings),
    Outbound(AccessSettings),
    OutboundToResource(AccessSettings),
    Trust(InboundTrust),
    PartnerTrust(InboundTrust),
    Policy(Box<ConditionalAccessPolicy>),
    Permissions(ApplicationPermissions),
    AssignmentRequired,
    NotAssigned,
    Reading(Interpretations),
    Automatic(bool, Option<bool>),
    JustInTime(bool, bool),
    HomeFederated,
    AlternateLogin,
    Unmanaged,
    HomeCloud(Cloud),
    /// Resource tenant adds the partner; home tenant allows the cloud and adds the resource tenant; the worker is disabled.
    CrossCloud(bool, bool, bool, bool),
    HomeRequiresMfa,
    HomeBlocks,
    HomeUserDisabled,
    /// A second tenant that knows the guest by mail.
    OtherTenant {
        managed: bool,
        first: bool,
    },
    NoWorkAccount,
    OtherWorkAccount,
    MicrosoftAccountOfInvited,
    MicrosoftAccountWithAlias,
    NoAccounts,
    OtherGoogleAccount,
    PartnerAccount,
    LiveSession,
    ReadsNot,
    FindsNot,
    Unsubscribed,
    WebView,
    Location(&'static str),
    TenantRestrictions,
    Device(Device),
    HomeMfa,
    StrongMethods,
    Registered,
    SignInRisk(RiskLevel),
    UserRisk(RiskLevel),
    NoMailAsked,
    Member,
    ContactConflict,
    GuestDisabled,
    Inviter(InviterRole),
    Owner(AddressOwner),
    GroupMailbox,
    InternalUser(bool),
    InvitedOn(i16, i8, i8),
    Invited(&'static str),
    Types(&'static str),
    TypesInvited,
    CommonEndpoint,
    SecondAddress(&'static str),
    /// The second address belongs to the home account, too.
    SecondAlias,
}

impl Twist {
    /// Changes the scenario.
    pub(crate) fn apply(&self, ground: Ground, design: &mut Design, guest: &mut Guest) {
        let resource = &mut design.resource_tenant;
        let person = &mut guest.person;
        let invitation = &mut guest.invitation;
        let invited = guest.invited_email.clone();
        match self {
            Self::Passcode(value) => resource.email_one_time_passcode = *value,
            Self::Order(order) => resource.redemption_order = *order,
            Self::NoGoogle => resource.google_federation = false,
            Self::GoogleClientInvalid => resource.google_client_invalid = true,
            Self::GoogleAnswers(answer) => person.google_answer = *answer,
            Self::NoFederation => resource.federations.clear(),
            Self::InvitedDomainFederated { entra, first } => {
                let federation = Federation {
                    is_entra_tenant: *entra,
                    ..Federation::of("Contoso", "https://idp.contoso.example/", vec![domain(invited.domain())])
                };
                resource.federations.insert(if *first { 0 } else { resource.federations.len() }, federation);
                person.partner_account = true;
            }
            Self::FederationInactive => resource.federations.iter_mut().take(1).for_each(|federation| federation.inactive = true),
            Self::Response(response) => resource.federations.iter_mut().for_each(|federation| federation.response = *response),
            Self::Terms(terms) => resource.terms_of_use.clone_from(terms),
            Self::TenantRedirect => resource.invite_redirect_url = Some("https://woodgrove.example/welcome".to_owned()),
            Self::InvitationRedirect => invitation.invite_redirect_url = Some("https://woodgrove.example/app".to_owned()),
            Self::Cloud(cloud) => {
                resource.cloud = *cloud;
                // The other government tenants of a story are in the same cloud unless a later twist says otherwise.
                design.home_tenants.iter_mut().for_each(|home| home.cloud = *cloud);
                resource.allow_invites_from = resource.allow_invites_from.or(Some(AllowInvitesFrom::Everyone));
            }
            Self::AllowedClouds(clouds) => resource.allowed_clouds.clone_from(clouds),
            Self::InvitesFrom(from) => resource.allow_invites_from = Some(*from),
            Self::Restrictions(kind, listed) => {
                let listed = if *listed { domain(invited.domain()) } else { domain("litware.example") };
                resource.collaboration_restrictions = CollaborationRestrictions { kind: *kind, domains: vec![listed] };
            }
            Self::MayLeave(may) => resource.external_users_may_leave = Some(*may),
            Self::Inbound(settings) => resource.inbound.clone_from(settings),
            Self::Trust(trust) => resource.inbound_trust = *trust,
            Self::Policy(policy) => resource.conditional_access.push((**policy).clone()),
            Self::Permissions(permissions) => resource.application.permissions = *permissions,
            Self::AssignmentRequired => {
                resource.application.assignment_required = true;
                guest.not_assigned = true;
            }
            Self::NotAssigned => guest.not_assigned = true,
            Self::Reading(readings) => design.interpretations = *readings,
            Self::OtherTenant { managed, first } => {
                let upn = address("nina@fabrikam.example");
                let user = HomeUser { mail: Some(invited), ..HomeUser::named(upn) };
                let management = if *managed { Management::Managed } else { Management::Unmanaged };
                let fabrikam = HomeTenant {
                    users: vec![user],
                    management,
                    ..HomeTenant::managed("id-of-fabrikam", "Fabrikam", vec![domain("fabrikam.example")])
                };
                design.home_tenants.insert(if *first { 0 } else { design.home_tenants.len() }, fabrikam);
            }
            Self::NoWorkAccount => person.work_account = None,
            Self::OtherWorkAccount => person.work_account = Some(address("nina@fabrikam.example")),
            Self::MicrosoftAccountOfInvited => {
                person.microsoft_account = Some(MicrosoftAccount { sign_in_name: invited, aliases: Vec::new() });
            }
            Self::MicrosoftAccountWithAlias => {
                let sign_in_name = address("nina.private@outlook.com");
                person.microsoft_account = Some(MicrosoftAccount { sign_in_name, aliases: vec![invited] });
            }
            Self::NoAccounts => {
                person.work_account = None;
                person.microsoft_account = None;
                person.google_account = None;
                person.partner_account = false;
            }
            Self::OtherGoogleAccount => person.google_account = Some(address("ola@gmail.com")),
            Self::PartnerAccount => person.partner_account = true,
            Self::LiveSession => {
                person.live_work_session = true;
                person.work_account = person.work_account.take().or_else(|| Some(address("nina@fabrikam.example")));
            }
            Self::ReadsNot => person.reads_invited_mailbox = false,
            Self::FindsNot => person.finds_invitation_mail = false,
            Self::Unsubscribed => person.unsubscribed = true,
            Self::WebView => person.client = Client::EmbeddedWebView,
            Self::Location(place) => person.location = Some((*place).to_owned()),
            Self::TenantRestrictions => person.tenant_restrictions = true,
            Self::Device(device) => person.device = *device,
            Self::HomeMfa => person.home_mfa_done = true,
            Self::StrongMethods => person.strong_methods = true,
            Self::Registered => person.resource_mfa_registered = true,
            Self::SignInRisk(risk) => person.sign_in_risk = *risk,
            Self::UserRisk(risk) => person.user_risk = *risk,
            Self::NoMailAsked => invitation.send_invitation_message = false,
            Self::Member => invitation.invited_user_type = UserType::Member,
            Self::ContactConflict => invitation.contact_conflict = true,
            Self::GuestDisabled => invitation.account_disabled = true,
            Self::Inviter(role) => invitation.inviter = Inviter { role: *role, without_mailbox: false },
            Self::Owner(owner) => invitation.address_owner = Some(*owner),
            Self::GroupMailbox => invitation.group_mailbox = true,
            Self::InternalUser(synced) => {
                let user_principal_name = address("nina@woodgrove.example");
                invitation.internal_user = Some(InternalUser { user_principal_name, synced_from_on_premises: *synced });
            }
            Self::InvitedOn(year, month, day) => invitation.invited_on = Some(date(*year, *month, *day)),
            Self::Invited(text) => guest.invited_email = address(text),
            Self::Types(name) => guest.sign_in_name = Some(address(name)),
            Self::TypesInvited => guest.sign_in_name = None,
            Self::CommonEndpoint => {
                guest.way_in = WayIn::CommonEndpointWithOrganization;
                guest.target_app = TargetApp::MultitenantApp;
            }
            Self::SecondAddress(text) => guest.second_address = Some(address(text)),
            Self::SecondAlias => {
                let second = address("second@adatum.example");
                let users = design.home_tenants.iter_mut().flat_map(|home| &mut home.users);
                users.filter(|user| Some(&user.user_principal_name) == ground.who.upn().as_ref()).for_each(|user| {
                    user.aliases.push(second.clone());
                });
                guest.second_address = Some(second);
            }
            Self::PartnerInbound(_)
            | Self::Outbound(_)
            | Self::OutboundToResource(_)
            | Self::PartnerTrust(_)
            | Self::Automatic(..)
            | Self::JustInTime(..)
            | Self::HomeFederated
            | Self::AlternateLogin
            | Self::Unmanaged
            | Self::HomeCloud(_)
            | Self::CrossCloud(..)
            | Self::HomeRequiresMfa
            | Self::HomeBlocks
            | Self::HomeUserDisabled => design.home_tenants.iter_mut().for_each(|home| self.apply_to_home(ground, home)),
        }
    }

    fn apply_to_home(&self, ground: Ground, home: &mut HomeTenant) {
        match self {
            Self::PartnerInbound(settings) => home.partner.inbound = Some(settings.clone()),
            Self::Outbound(settings) => home.outbound.clone_from(settings),
            Self::OutboundToResource(settings) => home.outbound_to_resource = Some(settings.clone()),
            Self::PartnerTrust(trust) => home.partner.inbound_trust = Some(*trust),
            Self::Automatic(out, inbound) => {
                home.outbound_automatic_redemption = *out;
                home.partner.inbound_automatic_redemption = *inbound;
            }
            Self::JustInTime(join, sign_up) => {
                home.just_in_time_creation = JustInTimeCreation {
                    allow_email_verified_users_to_join_organization: *join,
                    allowed_to_sign_up_email_based_subscriptions: *sign_up,
                };
            }
            Self::HomeFederated => home.federated = true,
            Self::AlternateLogin => home.email_as_alternate_login_id = true,
            Self::Unmanaged => home.management = Management::Unmanaged,
            Self::HomeCloud(cloud) => home.cloud = *cloud,
            Self::CrossCloud(added, allows, adds, worker_disabled) => {
                home.partner.added = *added;
                home.cross_cloud.allows_resource_cloud = *allows;
                home.cross_cloud.adds_resource_tenant = *adds;
                home.cross_cloud.worker_disabled = *worker_disabled;
            }
            Self::HomeRequiresMfa => home.requires_mfa = true,
            Self::HomeBlocks => home.blocks_sign_in = true,
            Self::HomeUserDisabled => {
                let upn = ground.who.upn();
                home.users.iter_mut().filter(|user| Some(&user.user_principal_name) == upn.as_ref()).for_each(|user| {
                    user.disabled = true;
                });
            }
            _ => {}
        }
    }
}
