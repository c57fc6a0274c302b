//! What can be taken out of a workspace so that a problem is gone, where that is one exact edit.
//!
//! Only removals are here: which of two values is meant, or what is missing, nobody but the reader knows. A list whose emptiness means
//! *all* is not emptied.

use crate::act::Act;
use crate::address::Domain;
use crate::design::{Cloud, RestrictionKind};
use crate::workspace::Workspace;

/// What is taken out. Numbers are positions in the workspace's lists, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    /// One act of a guest's story.
    Act {
        /// The guest.
        guest: usize,
        /// The act's position in the story.
        at: usize,
        /// The act, so that no other one is taken out in its place.
        act: Act,
    },
    /// An act of a guest's story and all that follows it, which the run does not use.
    RestOfStory {
        /// The guest.
        guest: usize,
        /// The position of the first act that goes.
        from: usize,
    },
    /// Domains of a federation that has others.
    FederatedDomains {
        /// The federation.
        federation: usize,
        /// The domains.
        domains: Vec<Domain>,
    },
    /// The domains of a list that is not in force.
    UnusedDomainList,
    /// The resource tenant's own cloud among the others.
    OwnCloud(Cloud),
    /// A resource tenant's inbound settings for one home tenant, which equal the default.
    PartnerInbound(usize),
    /// A resource tenant's trust settings for one home tenant, which equal the default.
    PartnerTrust(usize),
    /// A home tenant's outbound settings for the resource tenant, which equal its default.
    OutboundToResource(usize),
    /// Users of a home tenant.
    HomeUsers {
        /// The home tenant.
        home: usize,
        /// The users, in order.
        users: Vec<usize>,
    },
    /// Names of terms of use in a policy.
    PolicyTerms {
        /// The policy.
        policy: usize,
        /// The names.
        names: Vec<String>,
    },
    /// A guest's second address.
    SecondAddress(usize),
    /// What is expected of a guest.
    Expectation(usize),
}

impl Removal {
    /// Takes it out. What is not there any more is left.
    pub fn apply(&self, workspace: &mut Workspace) {
        let Workspace { design, guests, expectations, .. } = workspace;
        let resource = &mut design.resource_tenant;
        match self {
            Self::Act { guest, at, act } => {
                if let Some(guest) = guests.get_mut(*guest).filter(|guest| guest.story.get(*at) == Some(act)) {
                    guest.story.remove(*at);
                }
            }
            Self::RestOfStory { guest, from } => {
                if let Some(guest) = guests.get_mut(*guest) {
                    guest.story.truncate(*from);
                }
            }
            Self::FederatedDomains { federation, domains } => {
                if let Some(federation) = resource.federations.get_mut(*federation) {
                    federation.domains.retain(|domain| !domains.contains(domain));
                }
            }
            Self::UnusedDomainList => {
                if resource.collaboration_restrictions.kind == RestrictionKind::AnyDomain {
                    resource.collaboration_restrictions.domains.clear();
                }
            }
            Self::OwnCloud(cloud) => resource.allowed_clouds.retain(|allowed| allowed != cloud),
            Self::PartnerInbound(home) => {
                if let Some(tenant) = design.home_tenants.get_mut(*home) {
                    tenant.partner.inbound = None;
                }
            }
            Self::PartnerTrust(home) => {
                if let Some(tenant) = design.home_tenants.get_mut(*home) {
                    tenant.partner.inbound_trust = None;
                }
            }
            Self::OutboundToResource(home) => {
                if let Some(tenant) = design.home_tenants.get_mut(*home) {
                    tenant.outbound_to_resource = None;
                }
            }
            Self::HomeUsers { home, users } => {
                if let Some(tenant) = design.home_tenants.get_mut(*home) {
                    let mut at = 0..;
                    tenant.users.retain(|_| at.next().is_none_or(|at| !users.contains(&at)));
                }
            }
            Self::PolicyTerms { policy, names } => {
                if let Some(policy) = resource.conditional_access.get_mut(*policy) {
                    policy.terms_of_use.retain(|name| !names.contains(name));
                }
            }
            Self::SecondAddress(guest) => {
                if let Some(guest) = guests.get_mut(*guest) {
                    guest.second_address = None;
                }
            }
            Self::Expectation(at) => {
                if *at < expectations.len() {
                    expectations.remove(*at);
                }
            }
        }
    }
}
