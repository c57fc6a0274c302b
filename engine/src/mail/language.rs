//! The language of the invitation mail: the first setting of a chain that says something.
//!
//! The chain names a language; whether there are words for it is the business of `wording/guest.rs`.

use serde::Serialize;
use strum::{EnumIter, IntoStaticStr};

use crate::design::Design;
use crate::guest::Guest;
use crate::log::home;

/// The language of a mail, and the setting that chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The tag, such as `en-US`.
    pub tag: String,
    /// What chose it.
    pub chosen_by: LanguageSource,
}

/// What can choose the language of the invitation mail, first asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum LanguageSource {
    /// `messageLanguage` of the invitation; ignored where the inviter has set words of their own.
    MessageLanguage,
    /// `preferredLanguage` of the guest.
    PreferredLanguage,
    /// The notification language of the guest's home tenant.
    HomeTenant,
    /// The notification language of the resource tenant.
    ResourceTenant,
    /// None of them: US English.
    Default,
}

/// The language of an invitation to this guest.
///
/// Source: `invitation-email-elements.md`, 2023-10-06, How the language is determined; `invitedUserMessageInfo` (Microsoft
/// Graph): a custom body disregards `messageLanguage`.
pub(crate) fn of_invitation(design: &Design, guest: &Guest) -> Language {
    let invitation = &guest.invitation;
    let message = invitation.message_language.as_deref().filter(|_| invitation.customized_message_body.is_none());
    let home = home::of_address(design, &guest.invited_email).filter(|home| home.user.is_some());
    let chain = [
        (message, LanguageSource::MessageLanguage),
        (guest.person.preferred_language.as_deref(), LanguageSource::PreferredLanguage),
        (home.and_then(|home| home.tenant.notification_language.as_deref()), LanguageSource::HomeTenant),
        (design.resource_tenant.notification_language.as_deref(), LanguageSource::ResourceTenant),
    ];
    let first = chain.into_iter().find_map(|(tag, chosen_by)| Some((tag.filter(|tag| !tag.is_empty())?, chosen_by)));
    let (tag, chosen_by) = first.unwrap_or(("en-US", LanguageSource::Default));
    Language { tag: tag.to_owned(), chosen_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{Domain, EmailAddress};
    use crate::design::{HomeTenant, HomeUser};

    /// `invitation-email-elements.md`, 2023-10-06: each setting counts only where those before it are not configured.
    #[test]
    fn the_first_setting_of_the_chain_that_is_configured_chooses() {
        let nina = EmailAddress::parse("nina@adatum.example").unwrap();
        let mut adatum = HomeTenant::managed("adatum", "Adatum", vec![Domain::parse("adatum.example").unwrap()]);
        adatum.users.push(HomeUser::named(nina.clone()));
        adatum.notification_language = Some("it".to_owned());
        let mut design = Design { home_tenants: vec![adatum], ..Design::default() };
        design.resource_tenant.notification_language = Some("sv".to_owned());
        let mut guest = Guest::invited("Nina", nina);
        guest.person.preferred_language = Some("fr".to_owned());
        guest.invitation.message_language = Some("de".to_owned());

        let chosen = |design: &Design, guest: &Guest| {
            let Language { tag, chosen_by } = of_invitation(design, guest);
            (tag, chosen_by)
        };
        assert_eq!(chosen(&design, &guest), ("de".to_owned(), LanguageSource::MessageLanguage));
        guest.invitation.message_language = None;
        assert_eq!(chosen(&design, &guest), ("fr".to_owned(), LanguageSource::PreferredLanguage));
        guest.person.preferred_language = None;
        assert_eq!(chosen(&design, &guest), ("it".to_owned(), LanguageSource::HomeTenant));
        design.home_tenants.clear();
        assert_eq!(chosen(&design, &guest), ("sv".to_owned(), LanguageSource::ResourceTenant));
        design.resource_tenant.notification_language = None;
        assert_eq!(chosen(&design, &guest), ("en-US".to_owned(), LanguageSource::Default));
    }

    /// `invitedUserMessageInfo` (Microsoft Graph).
    #[test]
    fn words_of_the_inviters_own_disregard_the_message_language() {
        let mut guest = Guest::invited("Nina", EmailAddress::parse("nina@adatum.example").unwrap());
        guest.invitation.message_language = Some("de".to_owned());
        guest.invitation.customized_message_body = Some("Welcome!".to_owned());
        assert_eq!(of_invitation(&Design::default(), &guest).chosen_by, LanguageSource::Default);
    }
}
