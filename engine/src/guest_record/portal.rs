//! What the portal shows of a guest's user object, in the words of each edition.
//!
//! Only labels and values; how the object came to be so is in `guest_record.rs`.

use super::GuestRecord;
use crate::design::{Edition, IdentityProvider};
use crate::wording;

impl GuestRecord {
    /// What the portal's guest list shows, as label and value, in the edition's words.
    ///
    /// Source: `user-properties.md`, 2024-10-21, Identities and Sponsor; the same file of 2019-02-12, Source; the closing paragraphs
    /// of `redemption-experience.md` of 2019-06-12 and 2024-03-26.
    pub fn portal(&self, edition: Edition) -> Vec<(&'static str, String)> {
        let accepted = self.external_user_state == Some("Accepted");
        let yes = if accepted { "Yes" } else { "No" };
        let mut rows = vec![("Invitation accepted", yes.to_owned())];
        match edition {
            Edition::Y2019 | Edition::Y2021 => rows.push(("Source", self.source())),
            Edition::Y2024 | Edition::Y2026 => {
                rows.push(("Identities", self.portal_identities()));
                if self.accepted_provider() == Some(IdentityProvider::MicrosoftAccount) {
                    rows.push(("Source", self.source()));
                }
                if let Some(sponsor) = self.sponsor {
                    rows.push(("Sponsor", format!("The inviter ({})", wording::inviter_role(sponsor))));
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
            Some(provider) => wording::provider(provider).to_owned(),
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
    use crate::design::{Design, Edition};
    use crate::engine::replay;
    use crate::guest::Guest;
    use crate::guest_record::guest_record;
    use strum::IntoEnumIterator;

    /// `redemption-experience.md` of 2019-06-12 and 2024-03-26; `user-properties.md`, 2019-02-12.
    #[test]
    fn an_accepted_invitation_is_called_so_in_every_edition() {
        let guest: Guest = serde_json::from_value(serde_json::json!({
            "displayName": "Mona", "invitedEmail": "mona@outlook.com",
            "person": {"microsoftAccount": {"signInName": "mona@outlook.com"}}, "wayIn": "directLink", "story": ["accept"],
        }))
        .unwrap();
        for edition in Edition::iter() {
            let design = Design { edition, ..Design::default() };
            let run = replay(&design, &guest, &guest.story);
            let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
            let portal = guest_record(&design, &guest, steps).portal(edition);
            assert_eq!(portal.first(), Some(&("Invitation accepted", "Yes".to_owned())), "{edition:?}");
            assert!(portal.contains(&("Source", "Microsoft Account".to_owned())), "{edition:?}");
        }
    }

    #[test]
    fn before_redemption_the_resource_tenant_vouches_or_the_user_was_invited() {
        let guest: Guest =
            serde_json::from_value(serde_json::json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example"}))
                .unwrap();
        let record = guest_record(&Design::default(), &guest, []);
        let accepted = ("Invitation accepted", "No".to_owned());
        let sponsor = ("Sponsor", "The inviter (Administrator)".to_owned());
        let identities = ("Identities", "woodgrove.onmicrosoft.com".to_owned());
        assert_eq!(record.portal(Edition::Y2024), [accepted.clone(), identities, sponsor]);
        assert_eq!(record.portal(Edition::Y2019), [accepted, ("Source", "Invited user".to_owned())]);
    }
}
