//! The guest's user object in the resource tenant, folded from the effects of a run, with Microsoft Graph's property names.
//!
//! Decides nothing: it starts as the invitation made it, and changes only where a step had an effect.

use serde::Serialize;

use crate::design::{Design, Edition, IdentityProvider};
use crate::guest::{Guest, UserType};
use crate::trace::{Effect, Step};

/// A guest's user object. Source: `user` (Microsoft Graph); `user-properties.md`, 2024-10-21.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GuestRecord {
    /// The name given in the invitation.
    pub display_name: String,
    /// The invited address.
    pub mail: String,
    /// The invited address.
    pub other_mails: Vec<String>,
    /// The addresses by which a direct link finds the guest; empty where a contact object owns the address.
    pub proxy_addresses: Vec<String>,
    /// The name of the object, with `#EXT#`; redemption does not change it.
    pub user_principal_name: String,
    /// Guest or member.
    pub user_type: UserType,
    /// How the object came to be.
    pub creation_type: &'static str,
    /// Whether sign-in is allowed.
    pub account_enabled: bool,
    /// `PendingAcceptance` or `Accepted`.
    pub external_user_state: &'static str,
    /// How the guest signs in.
    pub identities: Vec<ObjectIdentity>,
    /// Who accepted the invitation; not a property of the object, but what the portal shows is read from it.
    #[serde(skip)]
    pub accepted_with: Option<Accepted>,
}

/// An entry of `identities`. Source: `objectIdentity` (Microsoft Graph).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ObjectIdentity {
    /// `federated` or `userPrincipalName`.
    pub sign_in_type: &'static str,
    /// Who vouches.
    pub issuer: String,
    /// The name there, where it is known.
    pub issuer_assigned_id: Option<String>,
}

/// The provider that accepted, and its issuer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The provider.
    pub provider: IdentityProvider,
    /// The issuer in `identities`.
    pub issuer: String,
}

/// The user object after these steps.
pub fn guest_record<'a>(design: &Design, guest: &Guest, steps: impl IntoIterator<Item = &'a Step>) -> GuestRecord {
    let mut record = invited(design, guest);
    for effect in steps.into_iter().flat_map(|step| &step.effects) {
        match effect {
            Effect::IdentityAdded { provider, issuer, issuer_assigned_id } => {
                record.identities.insert(
                    0,
                    ObjectIdentity {
                        sign_in_type: "federated",
                        issuer: issuer.clone(),
                        issuer_assigned_id: issuer_assigned_id.clone(),
                    },
                );
                record.accepted_with = Some(Accepted { provider: *provider, issuer: issuer.clone() });
            }
            Effect::StateAccepted => record.external_user_state = "Accepted",
            Effect::PasscodeSent
            | Effect::TimePassed(_)
            | Effect::AccountCreated(_)
            | Effect::PermissionsAccepted
            | Effect::TermsAccepted(_) => {}
        }
    }
    record
}

fn invited(design: &Design, guest: &Guest) -> GuestRecord {
    let mail = guest.invited_email.to_string();
    let initial_domain = &design.resource_tenant.initial_domain;
    let user_principal_name = format!("{}#EXT#@{initial_domain}", mail.replace('@', "_"));
    let proxy_addresses = if guest.invitation.contact_conflict { Vec::new() } else { vec![format!("SMTP:{mail}")] };
    GuestRecord {
        display_name: guest.display_name.clone(),
        other_mails: vec![mail.clone()],
        mail,
        proxy_addresses,
        user_type: guest.invitation.invited_user_type,
        creation_type: "Invitation",
        account_enabled: !guest.invitation.account_disabled,
        external_user_state: "PendingAcceptance",
        identities: vec![ObjectIdentity {
            sign_in_type: "userPrincipalName",
            issuer: initial_domain.to_string(),
            issuer_assigned_id: Some(user_principal_name.clone()),
        }],
        user_principal_name,
        accepted_with: None,
    }
}

impl GuestRecord {
    /// What the portal's guest list shows, as label and value, in the edition's words.
    ///
    /// Source: `user-properties.md`, 2024-10-21, Identities; the same file of 2019-02-12, Source; the closing paragraphs of
    /// `redemption-experience.md` of 2019-06-12 and 2024-03-26.
    pub fn portal(&self, edition: Edition) -> Vec<(&'static str, String)> {
        let accepted = self.external_user_state == "Accepted";
        let yes = if accepted { "Yes" } else { "No" };
        let mut rows = vec![("Invitation accepted", yes.to_owned())];
        match edition {
            Edition::Y2019 | Edition::Y2021 => rows.push(("Source", self.source())),
            Edition::Y2024 | Edition::Y2026 => {
                rows.push(("Identities", self.portal_identities()));
                if self.accepted_provider() == Some(IdentityProvider::MicrosoftAccount) {
                    rows.push(("Source", self.source()));
                }
            }
        }
        rows
    }

    fn accepted_provider(&self) -> Option<IdentityProvider> {
        self.accepted_with.as_ref().map(|accepted| accepted.provider)
    }

    fn source(&self) -> String {
        match self.accepted_provider() {
            None => "Invited user".to_owned(),
            Some(IdentityProvider::AzureActiveDirectory) => "External Azure Active Directory".to_owned(),
            Some(IdentityProvider::MicrosoftAccount) => "Microsoft Account".to_owned(),
            Some(provider) => crate::wording::provider(provider).to_owned(),
        }
    }

    fn portal_identities(&self) -> String {
        let Some(accepted) = &self.accepted_with else {
            return self.identities.last().map(|identity| identity.issuer.clone()).unwrap_or_default();
        };
        match accepted.provider {
            IdentityProvider::MicrosoftAccount => "Microsoft account".to_owned(),
            IdentityProvider::AzureActiveDirectory
            | IdentityProvider::ExternalFederation
            | IdentityProvider::Google
            | IdentityProvider::EmailOneTimePasscode => accepted.issuer.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Act;
    use crate::address::EmailAddress;

    fn freelancer() -> Guest {
        serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": ["enterPasscode", "accept"]
        }))
        .unwrap()
    }

    #[test]
    fn the_user_principal_name_carries_ext_and_the_initial_domain() {
        let mut guest = freelancer();
        guest.invited_email = EmailAddress::parse("quinn.freelance@gmail.com").unwrap();
        let record = guest_record(&Design::default(), &guest, []);
        assert_eq!(record.user_principal_name, "quinn.freelance_gmail.com#EXT#@woodgrove.onmicrosoft.com");
        assert_eq!(record.external_user_state, "PendingAcceptance");
        assert_eq!(
            record.portal(Edition::Y2024),
            [("Invitation accepted", "No".to_owned()), ("Identities", "woodgrove.onmicrosoft.com".to_owned())]
        );
    }

    #[test]
    fn a_redeemed_passcode_guest_has_the_issuer_mail_and_keeps_the_name() {
        let design = Design::default();
        let guest = freelancer();
        assert_eq!(guest.story, [Act::EnterPasscode, Act::Accept]);
        let run = crate::engine::replay(&design, &guest, &guest.story);
        let record = guest_record(&design, &guest, run.chapters.iter().flat_map(|chapter| &chapter.steps));
        let json = serde_json::to_value(&record).unwrap();
        assert_eq!(json["externalUserState"], "Accepted");
        assert_eq!(json["userPrincipalName"], "ravi_contractor.example#EXT#@woodgrove.onmicrosoft.com");
        assert_eq!(
            json["identities"][0],
            serde_json::json!({"signInType": "federated", "issuer": "mail", "issuerAssignedId": "ravi@contractor.example"})
        );
        assert_eq!(json["creationType"], "Invitation");
        assert_eq!(record.portal(Edition::Y2024)[1], ("Identities", "mail".to_owned()));
    }

    #[test]
    fn a_contact_conflict_leaves_the_proxy_addresses_empty() {
        let mut guest = freelancer();
        guest.invitation.contact_conflict = true;
        assert!(guest_record(&Design::default(), &guest, []).proxy_addresses.is_empty());
    }
}
