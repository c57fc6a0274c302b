//! A scenario with the same tenants, providers, policies and guests, in which nothing but their names is set: what a report compares
//! a scenario with.

use crate::design::{ConditionalAccessPolicy, Design, Federation, HomeTenant, HomeUser, ResourceTenant, TermsOfUse};
use crate::guest::Guest;
use crate::workspace::Workspace;

/// The scenario without its settings.
pub(super) fn plain(workspace: &Workspace) -> Workspace {
    let Workspace { name, note, design, second_design, guests, expectations } = workspace;
    let tenant = &design.resource_tenant;
    let resource_tenant = ResourceTenant {
        display_name: tenant.display_name.clone(),
        initial_domain: tenant.initial_domain.clone(),
        federations: tenant.federations.iter().map(federation).collect(),
        terms_of_use: tenant.terms_of_use.iter().map(|terms| TermsOfUse::named(terms.display_name.clone())).collect(),
        conditional_access: tenant.conditional_access.iter().map(policy).collect(),
        ..ResourceTenant::default()
    };
    let design = Design {
        edition: design.edition,
        resource_tenant,
        home_tenants: design.home_tenants.iter().map(home_tenant).collect(),
        ..Design::default()
    };
    let guests = guests.iter().map(|guest| Guest::invited(guest.display_name.clone(), guest.invited_email.clone())).collect();
    // A report is about the first design, and what is expected is no setting.
    Workspace {
        name: name.clone(),
        note: note.clone(),
        design,
        second_design: second_design.clone(),
        guests,
        expectations: expectations.clone(),
    }
}

fn federation(federation: &Federation) -> Federation {
    Federation::of(federation.display_name.clone(), federation.issuer_uri.clone(), Vec::new())
}

fn policy(policy: &ConditionalAccessPolicy) -> ConditionalAccessPolicy {
    ConditionalAccessPolicy::demanding(policy.display_name.clone(), Vec::new())
}

fn home_tenant(home: &HomeTenant) -> HomeTenant {
    let users = home.users.iter().map(|user| HomeUser::named(user.user_principal_name.clone())).collect();
    HomeTenant { users, ..HomeTenant::managed(home.tenant_id.clone(), home.display_name.clone(), Vec::new()) }
}
