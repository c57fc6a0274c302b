//! The direct links that the documents give as examples: addresses that name the resource tenant, by edition.
//!
//! What a direct link leads to is decided in `engine/`; the address of an application of the tenant's own is not known here.

use crate::design::{Cloud, Design, Edition};
use crate::fictional;

/// An example of a direct link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectLink {
    /// What it leads to, by the name of the edition.
    pub to: &'static str,
    /// The address.
    pub address: String,
}

/// The examples of direct links to a resource tenant; none in a national cloud, whose addresses no document names.
///
/// Source: `redemption-experience.md` of 2019-06-12, 2021-05-27 and 2024-03-26, the direct link.
pub fn direct_links(design: &Design) -> Vec<DirectLink> {
    let tenant = &design.resource_tenant;
    match tenant.cloud {
        Cloud::Global => {}
        Cloud::UsGovernment | Cloud::China21Vianet => return Vec::new(),
    }
    let id = fictional::resource_tenant_id(design);
    let (portal, host) = portal(design.edition);
    let mut links = vec![DirectLink { to: "Apps access panel", address: format!("https://myapps.microsoft.com/?tenantid={id}") }];
    links.extend(tenant.verified_domains.first().map(|domain| DirectLink {
        to: "Apps access panel for a verified domain",
        address: format!("https://myapps.microsoft.com/{domain}"),
    }));
    links.push(DirectLink { to: portal, address: format!("{host}/{id}") });
    links
}

/// The administrators' portal and its address.
pub fn portal(edition: Edition) -> (&'static str, &'static str) {
    match edition {
        Edition::Y2019 | Edition::Y2021 => ("Azure portal", "https://portal.azure.com"),
        Edition::Y2024 | Edition::Y2026 => ("Microsoft Entra admin center", "https://entra.microsoft.com"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Domain;

    fn addresses(edition: Edition) -> Vec<String> {
        let mut design = Design { edition, ..Design::default() };
        design.resource_tenant.verified_domains = vec![Domain::parse("woodgrove.example").unwrap()];
        direct_links(&design).into_iter().map(|link| format!("{}: {}", link.to, link.address)).collect()
    }

    #[test]
    fn the_portal_of_a_direct_link_is_named_by_edition() {
        let id = fictional::resource_tenant_id(&Design::default());
        for edition in [Edition::Y2019, Edition::Y2021] {
            assert_eq!(addresses(edition).last(), Some(&format!("Azure portal: https://portal.azure.com/{id}")));
        }
        for edition in [Edition::Y2024, Edition::Y2026] {
            let center = format!("Microsoft Entra admin center: https://entra.microsoft.com/{id}");
            assert_eq!(addresses(edition).last(), Some(&center));
        }
    }

    #[test]
    fn the_apps_access_panel_is_named_by_the_id_and_by_a_verified_domain() {
        let id = fictional::resource_tenant_id(&Design::default());
        assert_eq!(
            addresses(Edition::Y2024).get(..2),
            Some(
                [
                    format!("Apps access panel: https://myapps.microsoft.com/?tenantid={id}"),
                    "Apps access panel for a verified domain: https://myapps.microsoft.com/woodgrove.example".to_owned(),
                ]
                .as_slice()
            )
        );
        assert_eq!(direct_links(&Design::default()).len(), 2);
    }

    #[test]
    fn no_document_names_the_addresses_of_national_clouds() {
        let mut design = Design::default();
        design.resource_tenant.cloud = Cloud::China21Vianet;
        assert_eq!(direct_links(&design), []);
    }
}
