//! The situations a guest can be in: home tenants, the invited address, the accounts, the ways in.
//!
//! Decides nothing.

use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{Design, HomeTenant, HomeUser, JustInTimeCreation, Management, Partner, ResourceTenant};
use redemption_engine::guest::{Guest, Invitation, MicrosoftAccount, Person, TargetApp, WayIn};

/// Home tenants and the guests that come from them.
pub(crate) struct Situation {
    pub(crate) home_tenants: Vec<HomeTenant>,
    pub(crate) invited: EmailAddress,
    /// A name other than the invited address that the guest may type.
    pub(crate) other_name: EmailAddress,
    /// A third name.
    pub(crate) third_name: EmailAddress,
    /// The user principal name of the account that discovery may find.
    pub(crate) upn: EmailAddress,
}

/// Reads an address.
fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

const INVITED: &str = "nina@adatum.example";
const UPN: &str = "nina.berg@adatum.example";
const ALIAS: &str = "n.berg@adatum.example";
const STRANGER: &str = "paul@adatum.example";

fn user(upn: &str, mail: Option<&str>, aliases: &[&str]) -> HomeUser {
    HomeUser {
        mail: mail.map(address),
        aliases: aliases.iter().map(|alias| address(alias)).collect(),
        ..HomeUser::named(address(upn))
    }
}

fn tenant(domain: &str, users: Vec<HomeUser>) -> HomeTenant {
    let verified = vec![Domain::parse(domain).unwrap()];
    HomeTenant { users, ..HomeTenant::managed(format!("id-of-{domain}"), domain, verified) }
}

fn unmanaged(tenant: HomeTenant) -> HomeTenant {
    HomeTenant { management: Management::Unmanaged, ..tenant }
}

fn with_alternate_login(tenant: HomeTenant) -> HomeTenant {
    HomeTenant { email_as_alternate_login_id: true, ..tenant }
}

fn automatic(tenant: HomeTenant, outbound: bool, inbound: Option<bool>) -> HomeTenant {
    let partner = Partner { inbound_automatic_redemption: inbound, ..Partner::default() };
    HomeTenant { outbound_automatic_redemption: outbound, partner, ..tenant }
}

fn just_in_time(tenant: HomeTenant, join: bool, sign_up: bool, federated: bool) -> HomeTenant {
    let just_in_time_creation = JustInTimeCreation {
        allow_email_verified_users_to_join_organization: join,
        allowed_to_sign_up_email_based_subscriptions: sign_up,
    };
    HomeTenant { just_in_time_creation, federated, ..tenant }
}

/// All situations.
pub(crate) fn situations() -> Vec<Situation> {
    let adatum = |users| tenant("adatum.example", users);
    let by_upn = || user(INVITED, None, &[ALIAS]);
    let by_mail = || user(UPN, Some(INVITED), &[ALIAS]);
    let by_alias = || user(UPN, None, &[INVITED]);
    let paul = || user(STRANGER, None, &[]);
    let elsewhere = || tenant("fabrikam.example", vec![user("nina@fabrikam.example", Some(INVITED), &[])]);

    let mut all = Vec::new();
    let mut nina = |home_tenants: Vec<HomeTenant>, upn: &str| {
        let other_name = if upn == INVITED { ALIAS } else { upn };
        let third_name = if upn == INVITED { STRANGER } else { ALIAS };
        all.push(Situation {
            home_tenants,
            invited: address(INVITED),
            other_name: address(other_name),
            third_name: address(third_name),
            upn: address(upn),
        });
    };
    for (outbound, inbound) in [(false, None), (true, Some(false)), (false, Some(true)), (true, Some(true))] {
        nina(vec![automatic(adatum(vec![paul(), by_upn()]), outbound, inbound)], INVITED);
        nina(vec![automatic(adatum(vec![by_mail()]), outbound, inbound)], UPN);
    }
    nina(vec![automatic(with_alternate_login(adatum(vec![by_mail()])), true, Some(true))], UPN);
    nina(vec![with_alternate_login(adatum(vec![by_mail()]))], UPN);
    nina(vec![adatum(vec![by_alias()])], UPN);
    nina(vec![with_alternate_login(adatum(vec![by_alias()]))], UPN);
    for number in 0..8 {
        nina(vec![just_in_time(adatum(vec![paul()]), number & 1 > 0, number & 2 > 0, number & 4 > 0)], INVITED);
    }
    nina(vec![automatic(just_in_time(adatum(vec![]), true, true, false), true, Some(true))], INVITED);
    nina(vec![unmanaged(adatum(vec![by_upn()]))], INVITED);
    nina(vec![unmanaged(automatic(adatum(vec![by_mail()]), true, Some(true)))], UPN);
    nina(vec![unmanaged(just_in_time(adatum(vec![]), true, true, false))], INVITED);
    nina(vec![], INVITED);
    nina(vec![elsewhere()], "nina@fabrikam.example");
    nina(vec![with_alternate_login(elsewhere())], "nina@fabrikam.example");
    nina(vec![unmanaged(adatum(vec![by_upn()])), automatic(elsewhere(), true, Some(true))], "nina@fabrikam.example");
    nina(vec![elsewhere(), automatic(adatum(vec![by_upn()]), true, Some(true))], INVITED);
    nina(vec![just_in_time(adatum(vec![]), true, true, false), unmanaged(elsewhere())], "nina@fabrikam.example");

    let mut other = |home_tenants: Vec<HomeTenant>, invited: &str, upn: &str| {
        all.push(Situation {
            home_tenants,
            invited: address(invited),
            other_name: address("nina@fabrikam.example"),
            third_name: address("n.berg@gmail.com"),
            upn: address(upn),
        });
    };
    other(vec![], "nina@gmail.com", "nina@gmail.com");
    other(vec![], "nina@googlemail.com", "nina@googlemail.com");
    other(vec![], "nina@outlook.com", "nina@outlook.com");
    other(
        vec![tenant("fabrikam.example", vec![user("nina@fabrikam.example", Some("nina@gmail.com"), &[])])],
        "nina@gmail.com",
        "nina@fabrikam.example",
    );
    other(vec![], "nina@woodgrove.example", "nina@woodgrove.example");
    other(vec![], "nina@woodgrove.onmicrosoft.com", "nina@woodgrove.onmicrosoft.com");
    other(
        vec![just_in_time(tenant("woodgrove.example", vec![]), true, true, false)],
        "nina@woodgrove.example",
        "nina@woodgrove.example",
    );
    all
}

impl Situation {
    /// A design with these home tenants; everything else is a new tenant's, with one verified domain.
    pub(crate) fn design(&self) -> Design {
        let verified_domains = vec![Domain::parse("woodgrove.example").unwrap()];
        let resource_tenant = ResourceTenant { verified_domains, ..ResourceTenant::default() };
        Design { resource_tenant, home_tenants: self.home_tenants.clone(), ..Design::default() }
    }

    /// The persons who may own the invited address.
    fn persons(&self) -> Vec<Person> {
        let account =
            |name: &EmailAddress, aliases: Vec<EmailAddress>| Some(MicrosoftAccount { sign_in_name: name.clone(), aliases });
        let nobody = Person::default;
        let mine = Some(self.upn.clone());
        let mut microsoft_accounts =
            vec![None, account(&self.invited, vec![]), account(&address("nina.private@outlook.com"), vec![self.invited.clone()])];
        if self.upn != self.invited {
            microsoft_accounts.push(account(&self.upn, vec![]));
        }
        let mut persons = Vec::new();
        for microsoft_account in &microsoft_accounts {
            for work_account in [None, mine.clone(), Some(address("ola@fabrikam.example"))] {
                persons.push(Person { work_account, microsoft_account: microsoft_account.clone(), ..nobody() });
            }
        }
        persons.push(Person { reads_invited_mailbox: false, ..nobody() });
        persons.push(Person { live_work_session: true, ..nobody() });
        persons.push(Person { live_work_session: true, work_account: mine.clone(), ..nobody() });
        persons.push(Person { partner_account: true, ..nobody() });
        persons.push(Person { partner_account: true, work_account: mine, ..nobody() });
        persons.push(Person { google_account: Some(self.invited.clone()), ..nobody() });
        persons.push(Person { google_account: Some(address("ola@gmail.com")), partner_account: true, ..nobody() });
        persons
    }

    /// Ways in, with the app and the name that is typed.
    fn ways(&self) -> Vec<(WayIn, TargetApp, Option<EmailAddress>)> {
        let other = || Some(self.other_name.clone());
        let mut ways = vec![
            (WayIn::EmailLink, TargetApp::AppsAccessPanel, None),
            (WayIn::EmailLink, TargetApp::AppsAccessPanel, other()),
            (WayIn::CommonEndpoint, TargetApp::AppsAccessPanel, None),
            (WayIn::CommonEndpoint, TargetApp::SingleTenantApp, None),
            (WayIn::CommonEndpointWithOrganization, TargetApp::SingleTenantApp, None),
        ];
        for typed in [None, other(), Some(self.third_name.clone())] {
            ways.push((WayIn::DirectLink, TargetApp::SingleTenantApp, typed.clone()));
            ways.push((WayIn::CommonEndpointWithOrganization, TargetApp::MultitenantApp, typed));
        }
        ways
    }

    /// Every person with every way in, without and with a conflicting contact; a few with a disabled guest object.
    pub(crate) fn guests(&self) -> Vec<Guest> {
        let mut guests = Vec::new();
        for person in self.persons() {
            for (way_in, target_app, sign_in_name) in self.ways() {
                for (contact_conflict, account_disabled) in [(false, false), (true, false), (false, true)] {
                    let disabled_matters = person == Person { work_account: person.work_account.clone(), ..Person::default() }
                        || person.google_account.is_some();
                    let endpoint_goes_elsewhere = way_in == WayIn::CommonEndpoint && (contact_conflict || account_disabled);
                    if account_disabled && !disabled_matters || endpoint_goes_elsewhere {
                        continue;
                    }
                    guests.push(Guest {
                        person: person.clone(),
                        invitation: Invitation { contact_conflict, account_disabled, ..Invitation::default() },
                        way_in,
                        target_app,
                        sign_in_name: sign_in_name.clone(),
                        ..Guest::invited("Nina", self.invited.clone())
                    });
                }
            }
        }
        guests
    }
}
