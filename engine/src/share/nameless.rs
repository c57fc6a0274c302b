//! A scenario without the names that somebody gave to people, organisations, addresses and things.
//!
//! Every name becomes a made-up one, the same each time it occurs, and what depends on an address stays: whose it is, its kind of
//! provider, which characters forbid it. So runs go as before. Settings, stories, dates, languages and the well-known mail domains
//! are no names. A new text of the format does not compile until it is told here whether it is a name.

use std::collections::BTreeMap;

use crate::address::{Domain, EmailAddress};
use crate::design::{
    AccessRule, AccessSettings, Application, CollaborationRestrictions, ConditionalAccessPolicy, Design, Federation, HomeTenant,
    HomeUser, IdentityProvider, Partner, PrivacyStatement, ResourceTenant, TermsOfUse,
};
use crate::engine::{is_consumer_domain, is_forbidden_in_address};
use crate::fictional;
use crate::golden::Expectation;
use crate::guest::{Guest, InternalUser, Invitation, MicrosoftAccount, Person, Redeemed};
use crate::problems::is_microsoft_application;
use crate::workspace::Workspace;

/// How much was replaced or left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replaced {
    /// Names of people, organisations and things, and ids.
    pub names: usize,
    /// Addresses of people.
    pub addresses: usize,
    /// Domains.
    pub domains: usize,
    /// Web addresses.
    pub links: usize,
    /// Notes and messages that were left out.
    pub texts: usize,
}

/// The scenario with made-up names, and how much was replaced.
pub fn without_names(workspace: &Workspace) -> (Workspace, Replaced) {
    let mut named = Namer::default();
    let Workspace { name: _, note, design, second_design, guests, expectations } = workspace;
    named.left_out(note);
    let workspace = Workspace {
        name: "Scenario without names".to_owned(),
        note: String::new(),
        design: named.design(design),
        second_design: second_design.as_ref().map(|design| named.design(design)),
        guests: guests.iter().map(|guest| named.guest(guest)).collect(),
        expectations: expectations.iter().map(|expected| named.expectation(expected)).collect(),
    };
    (workspace, named.replaced())
}

/// What a name belongs to; each kind is counted for itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Tenant,
    TenantId,
    Person,
    Federation,
    Group,
    Application,
    ApplicationId,
    Terms,
    Policy,
    Location,
    Contact,
}

impl Kind {
    fn called(self, number: usize) -> String {
        let noun = match self {
            Self::TenantId | Self::ApplicationId => return fictional::id(&["nameless", &number.to_string()]),
            Self::Tenant => "Organization",
            Self::Person => "Guest",
            Self::Federation => "Provider",
            Self::Group => "Group",
            Self::Application => "App",
            Self::Terms => "Terms",
            Self::Policy => "Policy",
            Self::Location => "Location",
            Self::Contact => "Contact",
        };
        format!("{noun} {number}")
    }
}

/// The names that were given so far, by those that they stand for. Case does not matter, as it does not where names are compared.
#[derive(Default)]
struct Namer {
    names: BTreeMap<(Kind, String), String>,
    /// All ids count on, so that no two are the same.
    ids: usize,
    locals: BTreeMap<String, String>,
    domains: BTreeMap<String, Domain>,
    links: BTreeMap<String, String>,
    texts: usize,
}

impl Namer {
    fn replaced(&self) -> Replaced {
        Replaced {
            names: self.names.len(),
            addresses: self.locals.len(),
            domains: self.domains.len(),
            links: self.links.len(),
            texts: self.texts,
        }
    }

    fn design(&mut self, design: &Design) -> Design {
        let Design { edition, resource_tenant, home_tenants, interpretations } = design;
        Design {
            edition: *edition,
            resource_tenant: self.resource_tenant(resource_tenant),
            home_tenants: home_tenants.iter().map(|home| self.home_tenant(home)).collect(),
            interpretations: *interpretations,
        }
    }

    /// The guest keeps the made-up name that they have among the guests.
    fn expectation(&mut self, expected: &Expectation) -> Expectation {
        let Expectation { guest, outcome, provider, screens, note } = expected;
        self.left_out(note);
        Expectation {
            guest: self.name(Kind::Person, guest),
            outcome: *outcome,
            provider: *provider,
            screens: screens.clone(),
            note: String::new(),
        }
    }

    fn left_out(&mut self, text: &str) {
        self.texts += usize::from(!text.is_empty());
    }

    fn name(&mut self, kind: Kind, name: &str) -> String {
        if name.is_empty() {
            return String::new();
        }
        let key = (kind, name.to_lowercase());
        if let Some(known) = self.names.get(&key) {
            return known.clone();
        }
        let number = self.names.keys().filter(|(other, _)| *other == kind).count() + 1;
        self.ids += 1;
        let called = kind.called(if matches!(kind, Kind::TenantId | Kind::ApplicationId) { self.ids } else { number });
        self.names.insert(key, called.clone());
        called
    }

    fn names(&mut self, kind: Kind, names: &[String]) -> Vec<String> {
        names.iter().map(|name| self.name(kind, name)).collect()
    }

    /// An initial domain stays one, and a domain that everybody knows stays itself.
    fn domain(&mut self, domain: &Domain) -> Domain {
        let text = domain.as_str();
        if is_consumer_domain(text) {
            return domain.clone();
        }
        if let Some(known) = self.domains.get(text) {
            return known.clone();
        }
        let number = self.domains.len() + 1;
        let ending =
            ["onmicrosoft.com", "onmicrosoft.us", "partner.onmschina.cn"].into_iter().find(|ending| lies_in(text, ending));
        let made = format!("domain{number}.{}", ending.unwrap_or("example"));
        let made = Domain::parse(&made).unwrap_or_else(|_| domain.clone());
        self.domains.insert(text.to_owned(), made.clone());
        made
    }

    fn domains(&mut self, domains: &[Domain]) -> Vec<Domain> {
        domains.iter().map(|domain| self.domain(domain)).collect()
    }

    fn address(&mut self, address: &EmailAddress) -> EmailAddress {
        let local = match self.locals.get(address.local()) {
            Some(known) => known.clone(),
            None => {
                let made = self.local(address.local());
                self.locals.insert(address.local().to_owned(), made.clone());
                made
            }
        };
        let domain = Domain::parse(address.domain()).map(|domain| self.domain(&domain));
        let made = domain.and_then(|domain| EmailAddress::parse(&format!("{local}@{domain}")));
        made.unwrap_or_else(|_| address.clone())
    }

    /// What stands before the `@`, with the characters for which an invitation is refused.
    fn local(&self, local: &str) -> String {
        let odd: String = local.chars().filter(|c| is_forbidden_in_address(*c)).collect();
        let edge = |c: Option<char>| c.filter(|c| matches!(c, '.' | '-')).map(String::from).unwrap_or_default();
        let (start, end) = (edge(local.chars().next()), edge(local.chars().next_back()));
        format!("{start}user{}{odd}{end}", self.locals.len() + 1)
    }

    fn maybe(&mut self, address: &Option<EmailAddress>) -> Option<EmailAddress> {
        address.as_ref().map(|address| self.address(address))
    }

    fn addresses(&mut self, addresses: &[EmailAddress]) -> Vec<EmailAddress> {
        addresses.iter().map(|address| self.address(address)).collect()
    }

    /// A web address stays within the domain it lies in, if that is one of the scenario's.
    fn link(&mut self, link: &str) -> String {
        if let Some(known) = self.links.get(link) {
            return known.clone();
        }
        let number = self.links.len() + 1;
        let (scheme, rest) = link.split_once("://").unwrap_or(("", link));
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase();
        let within = self.domains.iter().find(|(domain, _)| lies_in(&host, domain)).map(|(_, made)| made.to_string());
        let host = within.map_or_else(|| format!("site{number}.example"), |domain| format!("site{number}.{domain}"));
        let made = if scheme.is_empty() { host } else { format!("{scheme}://{host}/") };
        self.links.insert(link.to_owned(), made.clone());
        made
    }

    /// A name in a list of users and groups: an address, or the name of a group.
    fn user_or_group(&mut self, name: &str) -> String {
        match EmailAddress::parse(name) {
            Ok(address) => self.address(&address).to_string(),
            Err(_) if name.eq_ignore_ascii_case("AllUsers") => name.to_owned(),
            Err(_) => self.name(Kind::Group, name),
        }
    }

    /// A name in a list of applications: one of Microsoft's, the id of the scenario's own, or a name.
    fn application_name(&mut self, name: &str) -> String {
        if is_microsoft_application(name) || name.eq_ignore_ascii_case("All") {
            return name.to_owned();
        }
        let id = (Kind::ApplicationId, name.to_lowercase());
        self.names.get(&id).cloned().unwrap_or_else(|| self.name(Kind::Application, name))
    }

    fn rule(&mut self, rule: &AccessRule, each: fn(&mut Self, &str) -> String) -> AccessRule {
        let AccessRule { access_type, targets } = rule;
        AccessRule { access_type: *access_type, targets: targets.iter().map(|target| each(self, target)).collect() }
    }

    fn access(&mut self, settings: &AccessSettings) -> AccessSettings {
        let AccessSettings { users_and_groups, applications } = settings;
        AccessSettings {
            users_and_groups: self.rule(users_and_groups, Self::user_or_group),
            applications: self.rule(applications, Self::application_name),
        }
    }

    fn resource_tenant(&mut self, tenant: &ResourceTenant) -> ResourceTenant {
        let ResourceTenant {
            display_name,
            initial_domain,
            verified_domains,
            google_federation,
            google_client_invalid,
            federations,
            email_one_time_passcode,
            redemption_order,
            terms_of_use,
            privacy: PrivacyStatement { statement_url, contact },
            invite_redirect_url,
            cloud,
            allowed_clouds,
            allow_invites_from,
            guest_user_access,
            collaboration_restrictions: CollaborationRestrictions { kind, domains },
            external_users_may_leave,
            inbound,
            inbound_trust,
            conditional_access,
            application: Application { display_name: application, app_id, permissions, assignment_required },
            self_service_sign_up,
            notification_language,
        } = tenant;
        ResourceTenant {
            display_name: self.name(Kind::Tenant, display_name),
            initial_domain: self.domain(initial_domain),
            verified_domains: self.domains(verified_domains),
            google_federation: *google_federation,
            google_client_invalid: *google_client_invalid,
            federations: federations.iter().map(|federation| self.federation(federation)).collect(),
            email_one_time_passcode: *email_one_time_passcode,
            redemption_order: *redemption_order,
            terms_of_use: terms_of_use.iter().map(|terms| self.terms(terms)).collect(),
            privacy: PrivacyStatement {
                statement_url: statement_url.as_ref().map(|link| self.link(link)),
                contact: contact.as_ref().map(|contact| self.name(Kind::Contact, contact)),
            },
            invite_redirect_url: invite_redirect_url.as_ref().map(|link| self.link(link)),
            cloud: *cloud,
            allowed_clouds: allowed_clouds.clone(),
            allow_invites_from: *allow_invites_from,
            guest_user_access: *guest_user_access,
            collaboration_restrictions: CollaborationRestrictions { kind: *kind, domains: self.domains(domains) },
            external_users_may_leave: *external_users_may_leave,
            // The application comes first: settings name it by its id.
            application: Application {
                app_id: if is_microsoft_application(app_id) { app_id.clone() } else { self.name(Kind::ApplicationId, app_id) },
                display_name: self.name(Kind::Application, application),
                permissions: *permissions,
                assignment_required: *assignment_required,
            },
            inbound: self.access(inbound),
            inbound_trust: *inbound_trust,
            conditional_access: conditional_access.iter().map(|policy| self.policy(policy)).collect(),
            self_service_sign_up: *self_service_sign_up,
            notification_language: notification_language.clone(),
        }
    }

    fn federation(&mut self, federation: &Federation) -> Federation {
        let Federation {
            display_name,
            preferred_authentication_protocol,
            issuer_uri,
            domains,
            is_entra_tenant,
            inactive,
            response,
            passive_sign_in_uri,
            dns_record_published,
        } = federation;
        // The domains come first: web addresses lie in them.
        let domains = self.domains(domains);
        Federation {
            display_name: self.name(Kind::Federation, display_name),
            preferred_authentication_protocol: *preferred_authentication_protocol,
            issuer_uri: self.link(issuer_uri),
            domains,
            is_entra_tenant: *is_entra_tenant,
            inactive: *inactive,
            response: *response,
            passive_sign_in_uri: passive_sign_in_uri.as_ref().map(|link| self.link(link)),
            dns_record_published: *dns_record_published,
        }
    }

    fn terms(&mut self, terms: &TermsOfUse) -> TermsOfUse {
        TermsOfUse { display_name: self.name(Kind::Terms, &terms.display_name), ..terms.clone() }
    }

    fn policy(&mut self, policy: &ConditionalAccessPolicy) -> ConditionalAccessPolicy {
        let ConditionalAccessPolicy {
            display_name,
            state,
            external_users,
            applications,
            include_locations,
            exclude_locations,
            sign_in_risk_levels,
            user_risk_levels,
            grant_controls,
            operator,
            terms_of_use,
            sign_in_frequency,
        } = policy;
        ConditionalAccessPolicy {
            display_name: self.name(Kind::Policy, display_name),
            state: *state,
            external_users: external_users.clone(),
            applications: applications.iter().map(|name| self.application_name(name)).collect(),
            include_locations: self.names(Kind::Location, include_locations),
            exclude_locations: self.names(Kind::Location, exclude_locations),
            sign_in_risk_levels: sign_in_risk_levels.clone(),
            user_risk_levels: user_risk_levels.clone(),
            grant_controls: grant_controls.clone(),
            operator: *operator,
            terms_of_use: self.names(Kind::Terms, terms_of_use),
            sign_in_frequency: *sign_in_frequency,
        }
    }

    fn home_tenant(&mut self, home: &HomeTenant) -> HomeTenant {
        let HomeTenant {
            tenant_id,
            display_name,
            management,
            verified_domains,
            users,
            federated,
            outbound_automatic_redemption,
            just_in_time_creation,
            email_as_alternate_login_id,
            outbound,
            outbound_to_resource,
            cloud,
            cross_cloud,
            requires_mfa,
            blocks_sign_in,
            notification_language,
            partner: Partner { inbound_automatic_redemption, inbound, inbound_trust, added },
        } = home;
        HomeTenant {
            tenant_id: self.name(Kind::TenantId, tenant_id),
            display_name: self.name(Kind::Tenant, display_name),
            management: *management,
            verified_domains: self.domains(verified_domains),
            users: users.iter().map(|user| self.user(user)).collect(),
            federated: *federated,
            outbound_automatic_redemption: *outbound_automatic_redemption,
            just_in_time_creation: *just_in_time_creation,
            email_as_alternate_login_id: *email_as_alternate_login_id,
            outbound: self.access(outbound),
            outbound_to_resource: outbound_to_resource.as_ref().map(|access| self.access(access)),
            cloud: *cloud,
            cross_cloud: *cross_cloud,
            requires_mfa: *requires_mfa,
            blocks_sign_in: *blocks_sign_in,
            notification_language: notification_language.clone(),
            partner: Partner {
                inbound_automatic_redemption: *inbound_automatic_redemption,
                inbound: inbound.as_ref().map(|access| self.access(access)),
                inbound_trust: *inbound_trust,
                added: *added,
            },
        }
    }

    fn user(&mut self, user: &HomeUser) -> HomeUser {
        let HomeUser { user_principal_name, mail, aliases, groups, disabled } = user;
        HomeUser {
            user_principal_name: self.address(user_principal_name),
            mail: self.maybe(mail),
            aliases: self.addresses(aliases),
            groups: groups.iter().map(|name| self.user_or_group(name)).collect(),
            disabled: *disabled,
        }
    }

    fn guest(&mut self, guest: &Guest) -> Guest {
        let Guest {
            display_name,
            invited_email,
            person,
            invitation,
            way_in,
            target_app,
            sign_in_name,
            second_address,
            not_assigned,
            story,
            notes,
            redeemed,
            assumed,
        } = guest;
        for text in notes.iter().map(|note| &note.text).chain(assumed) {
            self.left_out(text);
        }
        Guest {
            display_name: self.name(Kind::Person, display_name),
            invited_email: self.address(invited_email),
            person: self.person(person),
            invitation: self.invitation(invitation),
            way_in: *way_in,
            target_app: *target_app,
            sign_in_name: self.maybe(sign_in_name),
            second_address: self.maybe(second_address),
            not_assigned: *not_assigned,
            story: story.clone(),
            notes: Vec::new(),
            redeemed: redeemed.as_ref().map(|redeemed| self.redeemed(redeemed)),
            assumed: Vec::new(),
        }
    }

    /// The issuer of a partner is a name; Microsoft's and Google's are the same for everybody.
    fn redeemed(&mut self, redeemed: &Redeemed) -> Redeemed {
        let Redeemed { identity_provider, issuer, on } = redeemed;
        let is_partner = *identity_provider == IdentityProvider::ExternalFederation;
        let issuer = issuer.as_ref().map(|issuer| if is_partner { self.link(issuer) } else { issuer.clone() });
        Redeemed { identity_provider: *identity_provider, issuer, on: *on }
    }

    fn person(&mut self, person: &Person) -> Person {
        let account = |named: &mut Self, account: &MicrosoftAccount| MicrosoftAccount {
            sign_in_name: named.address(&account.sign_in_name),
            aliases: named.addresses(&account.aliases),
        };
        let Person {
            work_account,
            microsoft_account,
            google_account,
            google_answer,
            partner_account,
            reads_invited_mailbox,
            live_work_session,
            finds_invitation_mail,
            unsubscribed,
            client,
            preferred_language,
            location,
            tenant_restrictions,
            device,
            home_mfa_done,
            strong_methods,
            resource_mfa_registered,
            sign_in_risk,
            user_risk,
        } = person;
        Person {
            work_account: self.maybe(work_account),
            microsoft_account: microsoft_account.as_ref().map(|found| account(self, found)),
            google_account: self.maybe(google_account),
            google_answer: *google_answer,
            partner_account: *partner_account,
            reads_invited_mailbox: *reads_invited_mailbox,
            live_work_session: *live_work_session,
            finds_invitation_mail: *finds_invitation_mail,
            unsubscribed: *unsubscribed,
            client: *client,
            preferred_language: preferred_language.clone(),
            location: location.as_ref().map(|location| self.name(Kind::Location, location)),
            tenant_restrictions: *tenant_restrictions,
            device: *device,
            home_mfa_done: *home_mfa_done,
            strong_methods: *strong_methods,
            resource_mfa_registered: *resource_mfa_registered,
            sign_in_risk: *sign_in_risk,
            user_risk: *user_risk,
        }
    }

    fn invitation(&mut self, invitation: &Invitation) -> Invitation {
        let Invitation {
            send_invitation_message,
            invited_user_type,
            invite_redirect_url,
            contact_conflict,
            account_disabled,
            inviter,
            invited_on,
            address_owner,
            group_mailbox,
            internal_user,
            message_language,
            customized_message_body,
        } = invitation;
        self.left_out(customized_message_body.as_deref().unwrap_or_default());
        Invitation {
            send_invitation_message: *send_invitation_message,
            invited_user_type: *invited_user_type,
            invite_redirect_url: invite_redirect_url.as_ref().map(|link| self.link(link)),
            contact_conflict: *contact_conflict,
            account_disabled: *account_disabled,
            inviter: *inviter,
            invited_on: *invited_on,
            address_owner: *address_owner,
            group_mailbox: *group_mailbox,
            internal_user: internal_user.as_ref().map(|user| InternalUser {
                user_principal_name: self.address(&user.user_principal_name),
                synced_from_on_premises: user.synced_from_on_premises,
            }),
            message_language: message_language.clone(),
            customized_message_body: None,
        }
    }
}

/// Whether a domain is another one, or lies in it.
fn lies_in(domain: &str, other: &str) -> bool {
    domain.strip_suffix(other).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}
