//! The guest's user object in the resource tenant, folded from the effects of a run, with Microsoft Graph's property names.
//!
//! Decides nothing: it starts as the invitation made it, and changes only where a step had an effect. What the portal shows of it
//! is in `portal.rs`.

mod portal;

use serde::Serialize;

use crate::act::Change;
use crate::clock;
use crate::design::{Design, IdentityProvider};
use crate::guest::{Guest, InviterRole, Redeemed, UserType};
use crate::trace::{Effect, Step};

/// A guest's user object. Source: `user` (Microsoft Graph); `user-properties.md`, 2024-10-21.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GuestRecord {
    /// The object's id: fictional, and another one after a new invitation of a deleted guest.
    pub id: String,
    /// The name given in the invitation.
    pub display_name: String,
    /// The invited address, or the one that the redemption was reset to.
    pub mail: String,
    /// All addresses that were invited.
    pub other_mails: Vec<String>,
    /// The addresses by which a direct link finds the guest; empty where a contact object owns the address.
    pub proxy_addresses: Vec<String>,
    /// The name of the object, with `#EXT#`; redemption does not change it.
    pub user_principal_name: String,
    /// Guest or member.
    pub user_type: UserType,
    /// How the object came to be; `None` for a user of the resource tenant itself.
    pub creation_type: Option<&'static str>,
    /// Whether sign-in is allowed.
    pub account_enabled: bool,
    /// `PendingAcceptance` or `Accepted`; `None` before the invitation.
    pub external_user_state: Option<&'static str>,
    /// When the state changed last; the day alone where only that is known.
    pub external_user_state_change_date_time: Option<String>,
    /// How the guest signs in.
    pub identities: Vec<ObjectIdentity>,
    /// When the object was deleted; `None` while it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_date_time: Option<String>,
    /// Whether the object exists at all.
    #[serde(skip)]
    pub object: ObjectState,
    /// Who accepted the invitation; not a property of the object, but what the portal shows is read from it.
    #[serde(skip)]
    pub accepted_with: Option<Accepted>,
    /// The role of whoever invited and so became the sponsor; `None` where an application invited.
    #[serde(skip)]
    pub sponsor: Option<InviterRole>,
}

/// Whether the user object exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ObjectState {
    /// Nobody has been invited yet; the other properties are what an invitation would make.
    None,
    /// It exists.
    Active,
    /// It is deleted and can be restored.
    SoftDeleted,
    /// It is deleted for good.
    Gone,
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
    let mut record = before_invitation(design, guest, guest.invited_email.to_string(), 1, guest.invitation.contact_conflict);
    if let Some(redeemed) = &guest.redeemed {
        record.take_over(redeemed);
    }
    let mut folding = Folding { objects: 1, contact_conflict: guest.invitation.contact_conflict, record, design, guest };
    for step in steps {
        let time = || format!("{}Z", clock::at(design, guest, step.minutes));
        for effect in &step.effects {
            folding.apply(effect, time);
        }
    }
    folding.record
}

/// The user object while it is folded.
struct Folding<'a> {
    design: &'a Design,
    guest: &'a Guest,
    record: GuestRecord,
    // How many objects there have been, this one included.
    objects: u32,
    contact_conflict: bool,
}

impl Folding<'_> {
    fn apply(&mut self, effect: &Effect, time: impl Fn() -> String) {
        match effect {
            Effect::Invited => self.invite(time()),
            Effect::IdentityAdded { provider, issuer, issuer_assigned_id } => {
                self.record.identities.insert(
                    0,
                    ObjectIdentity {
                        sign_in_type: "federated",
                        issuer: issuer.clone(),
                        issuer_assigned_id: issuer_assigned_id.clone(),
                    },
                );
                self.record.accepted_with = Some(Accepted { provider: *provider, issuer: issuer.clone() });
            }
            Effect::StateAccepted => self.record.enter("Accepted", time()),
            Effect::RedemptionReset { mail } => {
                self.record.identities.retain(|identity| identity.sign_in_type != "federated");
                self.record.accepted_with = None;
                self.record.enter("PendingAcceptance", time());
                if let Some(mail) = mail {
                    self.record.change_mail(mail);
                }
            }
            Effect::AddressAdded(address) => self.record.add_address(address),
            Effect::ObjectDeleted | Effect::GuestLeft => {
                self.record.object = ObjectState::SoftDeleted;
                self.record.deleted_date_time = Some(time());
            }
            Effect::ObjectRestored => {
                self.record.object = ObjectState::Active;
                self.record.deleted_date_time = None;
            }
            Effect::ObjectPurged => self.record.object = ObjectState::Gone,
            Effect::Changed(Change::GuestEnabled(enabled)) => self.record.account_enabled = *enabled,
            Effect::Changed(Change::UserType(kind)) => self.record.user_type = *kind,
            // The object keeps the addresses it was made with; only the next one is made without the conflict.
            Effect::Changed(Change::ContactConflict(conflict)) => self.contact_conflict = *conflict,
            Effect::Changed(_)
            | Effect::PasscodeSent
            | Effect::TimePassed(_)
            | Effect::AccountCreated(_)
            | Effect::PermissionsAccepted
            | Effect::TermsAccepted(_)
            | Effect::TermsDeclined(_)
            | Effect::InvitationMailed
            | Effect::NotificationMailed
            | Effect::MailSuppressed
            | Effect::MultifactorRegistered
            | Effect::MultifactorDone
            | Effect::ApplicationConsented => {}
        }
    }

    /// A deleted guest who is invited again, with the address of last, gets a new object, which is enabled.
    fn invite(&mut self, time: String) {
        match self.record.object {
            ObjectState::SoftDeleted | ObjectState::Gone => {
                self.objects = self.objects.saturating_add(1);
                let mail = self.record.mail.clone();
                self.record = before_invitation(self.design, self.guest, mail, self.objects, self.contact_conflict);
                self.record.account_enabled = true;
            }
            ObjectState::None | ObjectState::Active => {}
        }
        self.record.object = ObjectState::Active;
        if self.record.external_user_state.is_none() {
            self.record.enter("PendingAcceptance", time);
        }
    }
}

impl GuestRecord {
    /// Whether the object exists and is not deleted.
    pub fn exists(&self) -> bool {
        self.object == ObjectState::Active
    }

    /// A redemption that is a fact.
    fn take_over(&mut self, redeemed: &Redeemed) {
        let Redeemed { identity_provider, issuer, on } = redeemed;
        self.object = ObjectState::Active;
        self.external_user_state = Some("Accepted");
        self.external_user_state_change_date_time = on.map(|day| day.to_string());
        let identity =
            issuer.clone().map(|issuer| ObjectIdentity { sign_in_type: "federated", issuer, issuer_assigned_id: None });
        self.identities.splice(0..0, identity);
        let issuer = issuer.clone().unwrap_or_else(|| "not known".to_owned());
        self.accepted_with = Some(Accepted { provider: *identity_provider, issuer });
    }

    fn enter(&mut self, state: &'static str, time: String) {
        self.external_user_state = Some(state);
        self.external_user_state_change_date_time = Some(time);
    }

    /// A new `mail` becomes the primary address among the `proxyAddresses`. Source: `user` (Microsoft Graph), `mail`.
    fn change_mail(&mut self, mail: &str) {
        mail.clone_into(&mut self.mail);
        if !self.other_mails.iter().any(|other| other == mail) {
            self.other_mails.insert(0, mail.to_owned());
        }
        self.proxy_addresses.retain(|address| !named(address, mail));
        for address in &mut self.proxy_addresses {
            if let Some(other) = address.strip_prefix("SMTP:") {
                *address = format!("smtp:{other}");
            }
        }
        self.proxy_addresses.insert(0, format!("SMTP:{mail}"));
    }

    fn add_address(&mut self, address: &str) {
        if self.object == ObjectState::None {
            self.object = ObjectState::Active;
        }
        if !self.other_mails.iter().any(|other| other == address) {
            self.other_mails.push(address.to_owned());
        }
        if !self.proxy_addresses.iter().any(|known| named(known, address)) {
            self.proxy_addresses.push(format!("smtp:{address}"));
        }
    }
}

/// Whether an entry of `proxyAddresses` is this address.
fn named(entry: &str, address: &str) -> bool {
    entry.split_once(':').is_some_and(|(_, known)| known == address)
}

fn before_invitation(design: &Design, guest: &Guest, mail: String, objects: u32, contact_conflict: bool) -> GuestRecord {
    let initial_domain = &design.resource_tenant.initial_domain;
    let internal = guest.invitation.internal_user.as_ref();
    let user_principal_name = internal.map_or_else(
        || format!("{}#EXT#@{initial_domain}", mail.replace('@', "_")),
        |internal| internal.user_principal_name.to_string(),
    );
    let proxy_addresses = if contact_conflict { Vec::new() } else { vec![format!("SMTP:{mail}")] };
    let inviter = guest.invitation.inviter.role;
    GuestRecord {
        id: fictional_id(&user_principal_name, objects),
        display_name: guest.display_name.clone(),
        other_mails: vec![mail.clone()],
        mail,
        proxy_addresses,
        user_type: guest.invitation.invited_user_type,
        creation_type: internal.is_none().then_some("Invitation"),
        account_enabled: !guest.invitation.account_disabled,
        external_user_state: None,
        external_user_state_change_date_time: None,
        identities: vec![ObjectIdentity {
            sign_in_type: "userPrincipalName",
            issuer: initial_domain.to_string(),
            issuer_assigned_id: Some(user_principal_name.clone()),
        }],
        user_principal_name,
        deleted_date_time: None,
        // A user of the resource tenant exists before anybody invites them.
        object: if internal.is_some() { ObjectState::Active } else { ObjectState::None },
        accepted_with: None,
        sponsor: (inviter != InviterRole::Application).then_some(inviter),
    }
}

/// An id that looks like one and depends only on the name and the number of the object.
fn fictional_id(user_principal_name: &str, objects: u32) -> String {
    let mix = |start: u64| {
        let bytes = user_principal_name.bytes().chain(objects.to_be_bytes());
        bytes.fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let (high, low) = (mix(0xcbf2_9ce4_8422_2325), mix(0x8422_2325_cbf2_9ce4));
    format!(
        "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0x0fff,
        low >> 52,
        low & 0xffff_ffff_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::EmailAddress;
    use crate::design::Edition;
    use crate::engine::replay;

    fn guest(value: serde_json::Value) -> Guest {
        serde_json::from_value(value).unwrap()
    }

    fn freelancer(story: serde_json::Value) -> Guest {
        guest(serde_json::json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story}))
    }

    fn at_the_end(guest: &Guest) -> GuestRecord {
        let run = replay(&Design::default(), guest, &guest.story);
        assert_eq!(run.refused, None);
        guest_record(&Design::default(), guest, run.chapters.iter().flat_map(|chapter| &chapter.steps))
    }

    #[test]
    fn before_the_invitation_there_is_no_object() {
        let record = guest_record(&Design::default(), &freelancer(serde_json::json!([])), []);
        assert_eq!((record.object, record.external_user_state), (ObjectState::None, None));
        assert!(!record.exists());
    }

    #[test]
    fn the_user_principal_name_carries_ext_and_the_initial_domain() {
        let mut guest = freelancer(serde_json::json!([]));
        guest.invited_email = EmailAddress::parse("quinn.freelance@gmail.com").unwrap();
        let record = at_the_end(&guest);
        assert_eq!(record.user_principal_name, "quinn.freelance_gmail.com#EXT#@woodgrove.onmicrosoft.com");
        assert_eq!(record.external_user_state, Some("PendingAcceptance"));
        assert_eq!(record.external_user_state_change_date_time.as_deref(), Some("2024-03-26T09:00:00Z"));
    }

    #[test]
    fn a_redeemed_passcode_guest_has_the_issuer_mail_and_keeps_the_name() {
        let record = at_the_end(&freelancer(serde_json::json!(["enterPasscode", "accept"])));
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
        let mut guest = freelancer(serde_json::json!([]));
        guest.invitation.contact_conflict = true;
        assert!(at_the_end(&guest).proxy_addresses.is_empty());
    }

    /// `reset-redemption-status.md`: the object, its id and its name stay; the way to sign in goes.
    #[test]
    fn a_reset_keeps_the_object_and_takes_the_provider_away() {
        let mut guest =
            freelancer(serde_json::json!(["enterPasscode", "accept", {"letTimePass": 60}, "resetRedemptionToSecondAddress"]));
        guest.second_address = Some(EmailAddress::parse("ravi@fabrikam.example").unwrap());
        let before = at_the_end(&freelancer(serde_json::json!(["enterPasscode", "accept"])));
        let record = at_the_end(&guest);
        assert_eq!((&record.id, &record.user_principal_name), (&before.id, &before.user_principal_name));
        assert_eq!(record.external_user_state, Some("PendingAcceptance"));
        assert_eq!(record.external_user_state_change_date_time.as_deref(), Some("2024-03-26T10:00:00Z"));
        assert_eq!(record.mail, "ravi@fabrikam.example");
        assert_eq!(record.proxy_addresses, ["SMTP:ravi@fabrikam.example", "smtp:ravi@contractor.example"]);
        assert_eq!((record.identities.len(), record.accepted_with), (1, None));
    }

    /// `leave-the-organization.md`, 2023-07: a deleted guest comes back as they were.
    #[test]
    fn a_deleted_guest_is_restored_as_they_were_and_invited_anew_as_somebody_else() {
        let accepted = ["enterPasscode", "accept"];
        let story = |more: &[&str]| freelancer(serde_json::json!(accepted.iter().chain(more).collect::<Vec<_>>()));
        let before = at_the_end(&story(&[]));
        let deleted = at_the_end(&story(&["deleteGuest"]));
        assert_eq!((deleted.object, deleted.deleted_date_time.is_some()), (ObjectState::SoftDeleted, true));
        assert_eq!(at_the_end(&story(&["deleteGuest", "restoreGuest"])), before);
        assert_eq!(at_the_end(&story(&["deleteGuest", "deletePermanently"])).object, ObjectState::Gone);
        let anew = at_the_end(&story(&["deleteGuest", "deletePermanently", "invite"]));
        assert_eq!((anew.object, anew.external_user_state), (ObjectState::Active, Some("PendingAcceptance")));
        assert_ne!(anew.id, before.id);
        assert_eq!(anew.identities.len(), 1);
    }

    #[test]
    fn the_object_of_a_disabled_guest_who_is_deleted_and_invited_again_is_enabled() {
        let disabled = serde_json::json!(["giveUp", {"change": {"guestEnabled": false}}, "deleteGuest"]);
        let mut story = disabled.as_array().unwrap().clone();
        assert!(!at_the_end(&freelancer(disabled)).account_enabled);
        story.push("restoreGuest".into());
        assert!(!at_the_end(&freelancer(story.clone().into())).account_enabled);
        story.extend(["deleteGuest".into(), "invite".into()]);
        assert!(at_the_end(&freelancer(story.into())).account_enabled);
    }

    /// `invite-internal-users.md`, 2023-07.
    #[test]
    fn an_internal_user_keeps_the_name_and_was_there_before() {
        let guest = guest(serde_json::json!({
            "displayName": "Ines", "invitedEmail": "ines@contractor.example",
            "invitation": {"internalUser": {"userPrincipalName": "ines@woodgrove.example"}}
        }));
        let before = guest_record(&Design::default(), &guest, []);
        assert_eq!((before.object, before.external_user_state), (ObjectState::Active, None));
        let record = at_the_end(&guest);
        assert_eq!(record.id, before.id);
        assert_eq!(record.user_principal_name, "ines@woodgrove.example");
        assert_eq!((record.creation_type, record.external_user_state), (None, Some("PendingAcceptance")));
    }
}
