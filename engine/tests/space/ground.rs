//! The ordinary grounds on which sampled scenarios stand: who the guest is, and settings under which they get in.
//!
//! What makes a scenario extraordinary is in `twists.rs`.

use proptest::prelude::{Strategy, any};
use proptest::sample::select;
use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{Design, Edition, Federation, HomeTenant, HomeUser, ResourceTenant};
use redemption_engine::guest::{Guest, MicrosoftAccount, Person, TargetApp, WayIn};

use super::EDITIONS;

/// Who the guest is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Of a managed tenant, invited by the user principal name.
    Work,
    /// The same, invited by the mail address.
    WorkByMail,
    /// The same, invited by an alias.
    WorkByAlias,
    /// Of a domain that is verified, where the user is missing.
    Missing,
    /// Of an unmanaged tenant.
    Unmanaged,
    /// Of a domain that is federated with SAML.
    Partner,
    Gmail,
    Outlook,
    /// With nothing but a mailbox.
    Nobody,
}

pub(crate) const EVERYBODY: [Who; 9] = [
    Who::Work,
    Who::WorkByMail,
    Who::WorkByAlias,
    Who::Missing,
    Who::Unmanaged,
    Who::Partner,
    Who::Gmail,
    Who::Outlook,
    Who::Nobody,
];

/// An edition, a guest and a way in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ground {
    pub(crate) edition: Edition,
    pub(crate) who: Who,
    pub(crate) way_in: WayIn,
    pub(crate) target_app: TargetApp,
}

pub(crate) fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub(crate) fn domain(text: &str) -> Domain {
    Domain::parse(text).unwrap()
}

/// All grounds; mail link and direct link are the likeliest ways in.
pub(crate) fn grounds() -> impl Strategy<Value = Ground> {
    let who = select(vec![
        Who::Work,
        Who::Work,
        Who::Work,
        Who::WorkByMail,
        Who::WorkByAlias,
        Who::Partner,
        Who::Partner,
        Who::Gmail,
        Who::Gmail,
        Who::Outlook,
        Who::Nobody,
        Who::Nobody,
        Who::Missing,
        Who::Unmanaged,
    ]);
    let way_in = select(vec![
        WayIn::EmailLink,
        WayIn::EmailLink,
        WayIn::EmailLink,
        WayIn::EmailLink,
        WayIn::EmailLink,
        WayIn::DirectLink,
        WayIn::DirectLink,
        WayIn::DirectLink,
        WayIn::CommonEndpointWithOrganization,
        WayIn::CommonEndpointWithOrganization,
        WayIn::CommonEndpoint,
    ]);
    let target_app = select(vec![TargetApp::AppsAccessPanel, TargetApp::MultitenantApp, TargetApp::SingleTenantApp]);
    (select(EDITIONS.to_vec()), who, way_in, target_app, any::<bool>()).prop_map(|(edition, who, way_in, target_app, panel)| {
        Ground { edition, who, way_in, target_app: if panel { TargetApp::AppsAccessPanel } else { target_app } }
    })
}

impl Who {
    /// The address that is invited.
    pub(crate) fn invited(self) -> EmailAddress {
        address(match self {
            Self::Work | Self::WorkByMail | Self::WorkByAlias | Self::Missing | Self::Unmanaged => "nina@adatum.example",
            Self::Partner => "nina@tailspin.example",
            Self::Gmail => "nina@gmail.com",
            Self::Outlook => "nina@outlook.com",
            Self::Nobody => "nina@proseware.example",
        })
    }

    /// The user principal name of a guest with a work account.
    pub(crate) fn upn(self) -> Option<EmailAddress> {
        match self {
            Self::Work | Self::Unmanaged => Some(self.invited()),
            Self::WorkByMail | Self::WorkByAlias => Some(address("nina.berg@adatum.example")),
            Self::Missing | Self::Partner | Self::Gmail | Self::Outlook | Self::Nobody => None,
        }
    }
}

impl Ground {
    /// Settings under which the guest gets in: Adatum as a home tenant, Tailspin federated, Google configured.
    pub(crate) fn design(self) -> Design {
        let verified = vec![domain("woodgrove.example")];
        let partner = Federation::of("Tailspin", "https://idp.tailspin.example/", vec![domain("tailspin.example")]);
        let mut resource_tenant = ResourceTenant { verified_domains: verified, ..ResourceTenant::default() };
        resource_tenant.federations.push(partner);
        resource_tenant.google_federation = true;
        let mut adatum = HomeTenant::managed("id-of-adatum", "Adatum", vec![domain("adatum.example")]);
        adatum.users.push(HomeUser::named(address("paul@adatum.example")));
        if self.who == Who::Unmanaged {
            adatum.management = redemption_engine::design::Management::Unmanaged;
        }
        if let Some(upn) = self.who.upn() {
            let mut nina = HomeUser { groups: vec!["Sales".to_owned()], ..HomeUser::named(upn) };
            match self.who {
                Who::WorkByMail => nina.mail = Some(self.who.invited()),
                Who::WorkByAlias => nina.aliases.push(self.who.invited()),
                _ => {}
            }
            adatum.users.push(nina);
        }
        Design { edition: self.edition, resource_tenant, home_tenants: vec![adatum], ..Design::default() }
    }

    /// The guest, with the account that is needed.
    pub(crate) fn guest(self) -> Guest {
        let invited = self.who.invited();
        let microsoft_account = Some(MicrosoftAccount { sign_in_name: invited.clone(), aliases: Vec::new() });
        let person = Person {
            work_account: self.who.upn(),
            microsoft_account: microsoft_account.filter(|_| self.who == Who::Outlook),
            google_account: (self.who == Who::Gmail).then(|| invited.clone()),
            partner_account: self.who == Who::Partner,
            ..Person::default()
        };
        // A guest by mail or alias types the user principal name where the mail link does not know them.
        let sign_in_name = self.who.upn().filter(|upn| *upn != invited);
        Guest { person, way_in: self.way_in, target_app: self.target_app, sign_in_name, ..Guest::invited("Nina", invited) }
    }
}
