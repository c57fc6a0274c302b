//! What mails and logs show although a workspace does not name it: people, ids, and the address of a network.
//!
//! All of it is made up, and the same each time: ids are derived from names, so there is no randomness. Nothing here is a fact
//! about the service. The guest object's own id is in `guest_record.rs`.

use uuid::Uuid;

use crate::address::Domain;
use crate::design::{Design, HomeTenant, ResourceTenant};
use crate::guest::{Guest, InviterRole};

/// The address that every guest comes from; it lies in a range that is reserved for documentation.
pub const GUEST_IP_ADDRESS: &str = "203.0.113.24";

const NAMESPACE: Uuid = Uuid::from_u128(0x2f1c_8a54_6d0b_4e8e_9a37_5b0c_4d1e_7a90);

/// A person or an application that acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The name.
    pub display_name: String,
    /// The user principal name; `None` for an application.
    pub user_principal_name: Option<String>,
    /// The id.
    pub id: String,
}

/// An id that is derived from names.
pub fn id(names: &[&str]) -> String {
    Uuid::new_v5(&NAMESPACE, names.join("\n").as_bytes()).hyphenated().to_string()
}

/// The resource tenant's id.
pub fn resource_tenant_id(design: &Design) -> String {
    id(&["tenant", design.resource_tenant.initial_domain.as_str()])
}

/// The domain that the resource tenant is known by: the first it has verified, or else its initial one.
pub fn primary_domain(tenant: &ResourceTenant) -> &Domain {
    tenant.verified_domains.first().unwrap_or(&tenant.initial_domain)
}

/// Who invites.
pub fn inviter(design: &Design, guest: &Guest) -> Identity {
    let tenant = &design.resource_tenant;
    let (name, local) = match guest.invitation.inviter.role {
        InviterRole::Administrator => return administrator(tenant),
        InviterRole::GuestInviter => ("Gita Marsh", "gita"),
        InviterRole::Member => ("Milo Stern", "milo"),
        InviterRole::Guest => {
            return user("Pia Lund", format!("pia_tailspin.example#EXT#@{}", tenant.initial_domain));
        }
        InviterRole::Application => {
            let name = "Partner onboarding";
            return Identity { display_name: name.to_owned(), user_principal_name: None, id: id(&["application", name]) };
        }
    };
    user(name, format!("{local}@{}", primary_domain(tenant)))
}

/// The administrator of the resource tenant.
pub fn administrator(tenant: &ResourceTenant) -> Identity {
    user("Alex Winter", format!("alex@{}", primary_domain(tenant)))
}

/// The administrator of a home tenant.
pub fn home_administrator(tenant: &HomeTenant) -> Identity {
    let domain = tenant.verified_domains.first().map_or("home.example", Domain::as_str);
    user(&format!("Administrator of {}", tenant.display_name), format!("admin@{domain}"))
}

fn user(display_name: &str, user_principal_name: String) -> Identity {
    let id = id(&["user", &user_principal_name]);
    Identity { display_name: display_name.to_owned(), user_principal_name: Some(user_principal_name), id }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::EmailAddress;

    fn nina() -> Guest {
        Guest::invited("Nina", EmailAddress::parse("nina@adatum.example").unwrap())
    }

    #[test]
    fn an_id_is_the_same_each_time_and_another_for_another_name() {
        assert_eq!(id(&["user", "nina"]), id(&["user", "nina"]));
        assert_ne!(id(&["user", "nina"]), id(&["user", "omar"]));
        assert_ne!(id(&["user", "nina"]), id(&["usernina"]));
        assert_eq!(id(&["tenant"]).len(), 36);
    }

    #[test]
    fn an_application_has_no_user_principal_name() {
        let mut guest = nina();
        assert_eq!(inviter(&Design::default(), &guest).user_principal_name.as_deref(), Some("alex@woodgrove.onmicrosoft.com"));
        guest.invitation.inviter.role = InviterRole::Application;
        assert_eq!(inviter(&Design::default(), &guest).user_principal_name, None);
    }
}
