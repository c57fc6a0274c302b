//! What settings belong to, and where that is in a workspace.
//!
//! A position may be gone by the time it is looked up: then there is nothing to show and nothing is written.

use redemption_engine::address::EmailAddress;
use redemption_engine::design::{
    AccessSettings, ConditionalAccessPolicy, Federation, HomeTenant, HomeUser, InboundTrust, Interpretations, ResourceTenant,
    TermsExpiration, TermsOfUse,
};
use redemption_engine::field::Field;
use redemption_engine::guest::{Guest, InternalUser, MicrosoftAccount};
use redemption_engine::workspace::Workspace;

use crate::words;

/// Positions in the workspace's lists: of the subject, or of the home tenant and its user.
pub(super) type At = [usize; 2];

/// A subject: where it is, what its controls' names begin with, and what it is when nothing was set.
pub(super) struct Of<S: 'static> {
    /// Finds it.
    pub(super) get: fn(&Workspace, At) -> Option<&S>,
    /// Finds it, to change it.
    pub(super) get_mut: fn(&mut Workspace, At) -> Option<&mut S>,
    /// One in which nothing was set; none where that does not exist.
    pub(super) usual: fn() -> Option<S>,
    /// Its position.
    pub(super) at: At,
    /// What its controls' names begin with.
    pub(super) prefix: String,
}

impl<S> Of<S> {
    /// The same, with nothing to go back to.
    pub(super) fn without_default(self) -> Self {
        Self { usual: || None, ..self }
    }
}

/// The resource tenant.
pub(super) fn resource() -> Of<ResourceTenant> {
    Of {
        get: |workspace, _| Some(&workspace.design.resource_tenant),
        get_mut: |workspace, _| Some(&mut workspace.design.resource_tenant),
        usual: || Some(ResourceTenant::default()),
        at: [0; 2],
        prefix: "resource.".to_owned(),
    }
}

/// B2B collaboration inbound, by default.
pub(super) fn inbound() -> Of<AccessSettings> {
    Of {
        get: |workspace, _| Some(&workspace.design.resource_tenant.inbound),
        get_mut: |workspace, _| Some(&mut workspace.design.resource_tenant.inbound),
        usual: || Some(AccessSettings::default()),
        at: [0; 2],
        prefix: "resource.inbound.".to_owned(),
    }
}

/// What the resource tenant trusts, by default.
pub(super) fn trust() -> Of<InboundTrust> {
    Of {
        get: |workspace, _| Some(&workspace.design.resource_tenant.inbound_trust),
        get_mut: |workspace, _| Some(&mut workspace.design.resource_tenant.inbound_trust),
        usual: || Some(InboundTrust::default()),
        at: [0; 2],
        prefix: "resource.inboundTrust.".to_owned(),
    }
}

/// A federation.
pub(super) fn federation(at: usize) -> Of<Federation> {
    Of {
        get: |workspace, [at, _]| workspace.design.resource_tenant.federations.get(at),
        get_mut: |workspace, [at, _]| workspace.design.resource_tenant.federations.get_mut(at),
        usual: || None,
        at: [at, 0],
        prefix: format!("{}.", Field::federation(at)),
    }
}

/// One of the terms of use.
pub(super) fn terms(at: usize) -> Of<TermsOfUse> {
    Of {
        get: |workspace, [at, _]| workspace.design.resource_tenant.terms_of_use.get(at),
        get_mut: |workspace, [at, _]| workspace.design.resource_tenant.terms_of_use.get_mut(at),
        usual: || None,
        at: [at, 0],
        prefix: format!("{}.", Field::terms(at)),
    }
}

/// The schedule on which acceptances of terms expire.
pub(super) fn schedule(at: usize) -> Of<TermsExpiration> {
    Of {
        get: |workspace, [at, _]| workspace.design.resource_tenant.terms_of_use.get(at)?.terms_expiration.as_ref(),
        get_mut: |workspace, [at, _]| workspace.design.resource_tenant.terms_of_use.get_mut(at)?.terms_expiration.as_mut(),
        usual: || None,
        at: [at, 0],
        prefix: format!("{}.termsExpiration.", Field::terms(at)),
    }
}

/// A Conditional Access policy.
pub(super) fn policy(at: usize) -> Of<ConditionalAccessPolicy> {
    Of {
        get: |workspace, [at, _]| workspace.design.resource_tenant.conditional_access.get(at),
        get_mut: |workspace, [at, _]| workspace.design.resource_tenant.conditional_access.get_mut(at),
        usual: || None,
        at: [at, 0],
        prefix: format!("{}.", Field::policy(at)),
    }
}

/// The readings of other documents.
pub(super) fn interpretations() -> Of<Interpretations> {
    Of {
        get: |workspace, _| Some(&workspace.design.interpretations),
        get_mut: |workspace, _| Some(&mut workspace.design.interpretations),
        usual: || Some(Interpretations::default()),
        at: [0; 2],
        prefix: format!("{}.", Field::interpretations()),
    }
}

/// A home tenant.
pub(super) fn home(at: usize) -> Of<HomeTenant> {
    Of {
        get: |workspace, [at, _]| workspace.design.home_tenants.get(at),
        get_mut: |workspace, [at, _]| workspace.design.home_tenants.get_mut(at),
        usual: || Some(HomeTenant::managed("", "", Vec::new())),
        at: [at, 0],
        prefix: format!("{}.", Field::home(at)),
    }
}

/// A user of a home tenant.
pub(super) fn user(home: usize, at: usize) -> Of<HomeUser> {
    Of {
        get: |workspace, [home, at]| workspace.design.home_tenants.get(home)?.users.get(at),
        get_mut: |workspace, [home, at]| workspace.design.home_tenants.get_mut(home)?.users.get_mut(at),
        usual: || None,
        at: [home, at],
        prefix: format!("{}.", Field::user(home, at)),
    }
}

/// B2B collaboration outbound of a home tenant, by default.
pub(super) fn outbound(at: usize) -> Of<AccessSettings> {
    Of {
        get: |workspace, [at, _]| Some(&workspace.design.home_tenants.get(at)?.outbound),
        get_mut: |workspace, [at, _]| Some(&mut workspace.design.home_tenants.get_mut(at)?.outbound),
        usual: || Some(AccessSettings::default()),
        at: [at, 0],
        prefix: format!("{}.outbound.", Field::home(at)),
    }
}

/// B2B collaboration outbound of a home tenant towards the resource tenant, where it has settings of its own.
pub(super) fn outbound_to_resource(at: usize) -> Of<AccessSettings> {
    Of {
        get: |workspace, [at, _]| workspace.design.home_tenants.get(at)?.outbound_to_resource.as_ref(),
        get_mut: |workspace, [at, _]| workspace.design.home_tenants.get_mut(at)?.outbound_to_resource.as_mut(),
        usual: || None,
        at: [at, 0],
        prefix: format!("{}.outboundToResource.", Field::home(at)),
    }
}

/// B2B collaboration inbound from a partner, where the resource tenant has settings for it.
pub(super) fn partner_inbound(at: usize) -> Of<AccessSettings> {
    Of {
        get: |workspace, [at, _]| workspace.design.home_tenants.get(at)?.partner.inbound.as_ref(),
        get_mut: |workspace, [at, _]| workspace.design.home_tenants.get_mut(at)?.partner.inbound.as_mut(),
        usual: || None,
        at: [at, 0],
        prefix: format!("{}.partner.inbound.", Field::home(at)),
    }
}

/// What the resource tenant trusts of a partner, where it has settings for it.
pub(super) fn partner_trust(at: usize) -> Of<InboundTrust> {
    Of {
        get: |workspace, [at, _]| workspace.design.home_tenants.get(at)?.partner.inbound_trust.as_ref(),
        get_mut: |workspace, [at, _]| workspace.design.home_tenants.get_mut(at)?.partner.inbound_trust.as_mut(),
        usual: || None,
        at: [at, 0],
        prefix: format!("{}.partner.inboundTrust.", Field::home(at)),
    }
}

/// A guest.
pub(super) fn guest(at: usize) -> Of<Guest> {
    Of {
        get: |workspace, [at, _]| workspace.guests.get(at),
        get_mut: |workspace, [at, _]| workspace.guests.get_mut(at),
        usual: || Some(Guest::invited(words::common::guest(), EmailAddress::parse("guest@guest.example").ok()?)),
        at: [at, 0],
        prefix: format!("guest.{at}."),
    }
}

/// A guest's Microsoft account.
pub(super) fn microsoft_account(at: usize) -> Of<MicrosoftAccount> {
    Of {
        get: |workspace, [at, _]| workspace.guests.get(at)?.person.microsoft_account.as_ref(),
        get_mut: |workspace, [at, _]| workspace.guests.get_mut(at)?.person.microsoft_account.as_mut(),
        usual: || None,
        at: [at, 0],
        prefix: format!("guest.{at}.microsoftAccount."),
    }
}

/// The internal user whom an invitation is for.
pub(super) fn internal_user(at: usize) -> Of<InternalUser> {
    Of {
        get: |workspace, [at, _]| workspace.guests.get(at)?.invitation.internal_user.as_ref(),
        get_mut: |workspace, [at, _]| workspace.guests.get_mut(at)?.invitation.internal_user.as_mut(),
        usual: || None,
        at: [at, 0],
        prefix: format!("guest.{at}.internalUser."),
    }
}
