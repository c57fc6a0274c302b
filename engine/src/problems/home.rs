//! Problems of home tenants, and of the pair that each makes with the resource tenant.
//!
//! Whether a home tenant's setting helps a certain guest is asked beside this file.

use std::collections::{BTreeMap, BTreeSet};

use super::{Problem, ProblemCode, Removal, access, check_name, clouds, first_few};
use crate::address::{Domain, EmailAddress};
use crate::design::{Design, HomeTenant};
use crate::field::{Field, HomeField};
use crate::workspace::Workspace;

/// What the tenants before this one have.
#[derive(Default)]
struct Earlier<'a> {
    ids: BTreeSet<String>,
    domains: BTreeMap<&'a Domain, &'a str>,
    users: BTreeSet<&'a EmailAddress>,
}

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let design = &workspace.design;
    let mut earlier = Earlier::default();
    for (number, tenant) in design.home_tenants.iter().enumerate() {
        check_name(&tenant.display_name, Field::of_home(number, HomeField::DisplayName), "A home tenant", problems);
        tenant_id(number, tenant, &mut earlier, problems);
        domains(design, number, tenant, &mut earlier, problems);
        users(number, tenant, &mut earlier, problems);
        automatic_redemption(design, number, tenant, problems);
        just_in_time_creation(number, tenant, problems);
        access::check_home(design, &workspace.guests, number, tenant, problems);
        clouds::check_home(design, number, tenant, problems);
        if tenant.blocks_sign_in {
            problems.push(ProblemCode::HomeTenantBlocksSignIn.at(
                Field::of_home(number, HomeField::BlocksSignIn),
                "The tenant's own Conditional Access blocks the sign-in there, so none of its users gets in. Its administrator can change that.",
            ));
        }
    }
}

fn tenant_id(number: usize, tenant: &HomeTenant, earlier: &mut Earlier<'_>, problems: &mut Vec<Problem>) {
    let id = tenant.tenant_id.trim();
    let field = Field::of_home(number, HomeField::TenantId);
    if !is_guid(id) {
        let what = if id.is_empty() { "The tenant id is empty".to_owned() } else { format!("The tenant id {id} is not a GUID") };
        let message = format!("{what}. Write one such as 3d0f5dec-5d3d-455c-8016-e2af1ae4d31a.");
        problems.push(ProblemCode::TenantIdIsMalformed.at(field, message));
    } else if !earlier.ids.insert(id.to_ascii_lowercase()) {
        let message = format!("Another home tenant has the id {id}, too. Give each tenant its own.");
        problems.push(ProblemCode::TenantIdIsTaken.at(field, message));
    }
}

/// Hexadecimal digits in groups of 8, 4, 4, 4 and 12.
fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.chars().all(|c| c.is_ascii_hexdigit()))
}

fn domains<'a>(
    design: &'a Design,
    number: usize,
    tenant: &'a HomeTenant,
    earlier: &mut Earlier<'a>,
    problems: &mut Vec<Problem>,
) {
    let resource = &design.resource_tenant;
    for domain in &tenant.verified_domains {
        let own = resource.owns_domain(domain).then_some(resource.display_name.as_str());
        if let Some(other) = own.or(earlier.domains.get(domain).copied()) {
            problems.push(ProblemCode::DomainIsVerifiedTwice.at(
                Field::of_home(number, HomeField::VerifiedDomains),
                format!("{other} has verified {domain}, too, but only one tenant can. Remove it from one of them."),
            ));
        }
    }
    earlier.domains.extend(tenant.verified_domains.iter().map(|domain| (domain, tenant.display_name.as_str())));
}

fn users<'a>(number: usize, tenant: &'a HomeTenant, earlier: &mut Earlier<'a>, problems: &mut Vec<Problem>) {
    let field = || Field::of_home(number, HomeField::Users);
    let names = || tenant.users.iter().map(|user| &user.user_principal_name);
    let verified: BTreeSet<&str> = tenant.verified_domains.iter().map(Domain::as_str).collect();
    let unverified: Vec<&EmailAddress> = names().filter(|name| !verified.contains(name.domain())).collect();
    if !unverified.is_empty() {
        problems.push(ProblemCode::UserDomainIsNotVerified.at(
            field(),
            format!(
                "The tenant has not verified the domain of {}. Add the domain, or correct the user principal name.",
                first_few(&unverified)
            ),
        ));
    }
    let (again, twice): (Vec<usize>, Vec<&EmailAddress>) =
        names().enumerate().filter(|(_, name)| !earlier.users.insert(name)).unzip();
    if !twice.is_empty() {
        let problem = ProblemCode::UserIsListedTwice.at(
            field(),
            format!(
                "A user principal name is listed twice, and only the first user is found: {}. Take the other one out.",
                first_few(&twice)
            ),
        );
        problems.push(problem.mended_by(Removal::HomeUsers { home: number, users: again }));
    }
}

fn automatic_redemption(design: &Design, number: usize, tenant: &HomeTenant, problems: &mut Vec<Problem>) {
    let outbound = tenant.outbound_automatic_redemption;
    let inbound = tenant.partner.inbound_automatic_redemption == Some(true);
    let edition = design.edition;
    if !edition.has_automatic_redemption() {
        if outbound || inbound {
            let field = if outbound { HomeField::OutboundAutomaticRedemption } else { HomeField::InboundAutomaticRedemption };
            problems.push(ProblemCode::AutomaticRedemptionIsIgnored.at(
                Field::of_home(number, field),
                format!(
                    "Edition {} has no automatic redemption and ignores it. Choose 2024-03 or later, or turn it off.",
                    edition.name()
                ),
            ));
        }
    } else if outbound != inbound {
        let (field, missing) = if outbound {
            (HomeField::InboundAutomaticRedemption, "inbound redemption in the resource tenant")
        } else {
            (HomeField::OutboundAutomaticRedemption, "outbound redemption in the home tenant")
        };
        problems.push(ProblemCode::AutomaticRedemptionIsOneSided.at(
            Field::of_home(number, field),
            format!("Automatic redemption is on at one side only, so the consent prompt is still shown. Turn on {missing}, too."),
        ));
    }
}

fn just_in_time_creation(number: usize, tenant: &HomeTenant, problems: &mut Vec<Problem>) {
    let creation = tenant.just_in_time_creation;
    let field =
        match (creation.allow_email_verified_users_to_join_organization, creation.allowed_to_sign_up_email_based_subscriptions) {
            (true, false) => HomeField::EmailBasedSubscriptions,
            (false, true) => HomeField::AllowEmailVerifiedUsers,
            (true, true) | (false, false) => return,
        };
    problems.push(ProblemCode::JustInTimeCreationIsHalfOn.at(
        Field::of_home(number, field),
        "Just-in-time creation of accounts needs both settings, and only one is on. Turn this one on, too, or both off.",
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenant_id_is_a_guid_in_small_or_capital_letters() {
        assert!(is_guid("3d0f5dec-5d3d-455c-8016-e2af1ae4d31a"));
        assert!(is_guid("3D0F5DEC-5D3D-455C-8016-E2AF1AE4D31A"));
        for bad in [
            "",
            "adatum",
            "3d0f5dec5d3d455c8016e2af1ae4d31a",
            "3d0f5dec-5d3d-455c-8016-e2af1ae4d31",
            "gd0f5dec-5d3d-455c-8016-e2af1ae4d31a",
            "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a-",
        ] {
            assert!(!is_guid(bad), "{bad}");
        }
    }
}
