//! The names of the form's controls, so that a problem or a fact can lead the reader to the setting it comes from.
//!
//! The page gives its controls these names as ids. Nothing here knows whether a control is on the screen.

mod fact;
mod guest;
mod home;
mod resource;

use std::fmt;

use serde::Serialize;

pub use guest::{GuestField, InterpretationField};
pub use home::{HomeField, UserField};
pub use resource::{FederationField, PolicyField, ResourceField, TermsField};

/// The path of a form control, such as `home.0.tenantId`. Numbers are positions in the workspace's lists, from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Field(String);

impl Field {
    /// The choice of edition.
    pub fn edition() -> Self {
        Self("edition".to_owned())
    }

    /// A setting of the resource tenant.
    pub fn resource(field: ResourceField) -> Self {
        Self(format!("resource.{}", <&str>::from(field)))
    }

    /// One federation as a whole.
    pub fn federation(number: usize) -> Self {
        Self(format!("resource.federations.{number}"))
    }

    /// A setting of one federation.
    pub fn of_federation(number: usize, field: FederationField) -> Self {
        Self(format!("resource.federations.{number}.{}", <&str>::from(field)))
    }

    /// One of the terms of use as a whole.
    pub fn terms(number: usize) -> Self {
        Self(format!("resource.termsOfUse.{number}"))
    }

    /// A setting of one of the terms of use.
    pub fn of_terms(number: usize, field: TermsField) -> Self {
        Self(format!("resource.termsOfUse.{number}.{}", <&str>::from(field)))
    }

    /// One Conditional Access policy as a whole.
    pub fn policy(number: usize) -> Self {
        Self(format!("resource.conditionalAccess.{number}"))
    }

    /// A setting of one Conditional Access policy.
    pub fn of_policy(number: usize, field: PolicyField) -> Self {
        Self(format!("resource.conditionalAccess.{number}.{}", <&str>::from(field)))
    }

    /// One home tenant as a whole.
    pub fn home(number: usize) -> Self {
        Self(format!("home.{number}"))
    }

    /// A setting of one home tenant.
    pub fn of_home(number: usize, field: HomeField) -> Self {
        Self(format!("home.{number}.{}", <&str>::from(field)))
    }

    /// One user of a home tenant as a whole.
    pub fn user(home: usize, number: usize) -> Self {
        Self(format!("home.{home}.users.{number}"))
    }

    /// A fact about one user of a home tenant.
    pub fn of_user(home: usize, number: usize, field: UserField) -> Self {
        Self(format!("home.{home}.users.{number}.{}", <&str>::from(field)))
    }

    /// What is expected of a guest, which is set beside the forms.
    pub fn expectation(number: usize) -> Self {
        Self(format!("expectations.{number}"))
    }

    /// Whether it is what is expected of a guest.
    pub fn is_expectation(&self) -> bool {
        self.0.starts_with("expectations.")
    }

    /// A fact about one guest.
    pub fn of_guest(number: usize, field: GuestField) -> Self {
        Self(format!("guest.{number}.{}", <&str>::from(field)))
    }

    /// The readings of other documents as a whole.
    pub fn interpretations() -> Self {
        Self("interpretations".to_owned())
    }

    /// One reading of another document.
    pub fn interpretation(field: InterpretationField) -> Self {
        Self(format!("interpretations.{}", <&str>::from(field)))
    }

    /// A control by the name that the page gives it.
    pub fn control(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The list of targets beside the *allowed or blocked* of a row of B2B collaboration settings.
    pub fn targets(&self) -> Self {
        Self(format!("{}.targets", self.0))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::trace::What;

    #[test]
    fn controls_have_the_names_that_the_page_gives_them() {
        let resource: Vec<String> = ResourceField::iter().map(|field| Field::resource(field).to_string()).collect();
        assert_eq!(
            resource,
            [
                "resource.displayName",
                "resource.initialDomain",
                "resource.verifiedDomains",
                "resource.googleFederation",
                "resource.emailOneTimePasscode",
                "resource.redemptionOrder.primary",
                "resource.redemptionOrder.fallback",
                "resource.termsOfUse",
                "resource.privacy.statementUrl",
                "resource.privacy.contact",
                "resource.inviteRedirectUrl",
                "resource.googleClientInvalid",
                "resource.cloud",
                "resource.allowedClouds",
                "resource.allowInvitesFrom",
                "resource.guestUserAccess",
                "resource.collaborationRestrictions.kind",
                "resource.collaborationRestrictions.domains",
                "resource.externalUsersMayLeave",
                "resource.inbound.usersAndGroups",
                "resource.inbound.applications",
                "resource.inboundTrust.isMfaAccepted",
                "resource.inboundTrust.isCompliantDeviceAccepted",
                "resource.inboundTrust.isHybridAzureADJoinedDeviceAccepted",
                "resource.conditionalAccess",
                "resource.application.displayName",
                "resource.application.appId",
                "resource.application.permissions",
                "resource.application.assignmentRequired",
                "resource.selfServiceSignUp",
                "resource.notificationLanguage",
            ]
        );
        assert_eq!(Field::federation(2).as_str(), "resource.federations.2");
        let names: Vec<&str> = FederationField::iter().map(Into::into).collect();
        assert_eq!(
            names,
            [
                "displayName",
                "preferredAuthenticationProtocol",
                "issuerUri",
                "domains",
                "isEntraTenant",
                "inactive",
                "response",
                "passiveSignInUri",
                "dnsRecordPublished",
            ]
        );
        assert_eq!(Field::of_home(1, HomeField::InboundAutomaticRedemption).as_str(), "home.1.inboundAutomaticRedemption");
        assert_eq!(Field::of_guest(0, GuestField::ReadsInvitedMailbox).as_str(), "guest.0.readsInvitedMailbox");
    }

    #[test]
    fn controls_of_lists_within_lists_say_where_they_are() {
        let languages = Field::of_terms(0, TermsField::Languages);
        assert_eq!(languages.as_str(), "resource.termsOfUse.0.languages");
        let controls = Field::of_policy(1, PolicyField::GrantControls);
        assert_eq!(controls.as_str(), "resource.conditionalAccess.1.grantControls");
        assert_eq!(Field::of_user(1, 2, UserField::Disabled).as_str(), "home.1.users.2.disabled");
        let applications = Field::of_home(0, HomeField::PartnerInboundApplications);
        assert_eq!(applications.as_str(), "home.0.partner.inbound.applications");
        assert_eq!(applications.targets().as_str(), "home.0.partner.inbound.applications.targets");
        let once = Field::interpretation(InterpretationField::LinkWorksOnce);
        assert_eq!(once.as_str(), "interpretations.linkWorksOnce");
    }

    #[test]
    fn a_fact_leads_to_the_control_of_its_own_guest_and_tenant() {
        assert_eq!(What::TypedName.field(3), Some(Field::of_guest(3, GuestField::SignInName)));
        assert_eq!(What::HomeUsers(1).field(3), Some(Field::of_home(1, HomeField::Users)));
        assert_eq!(What::Interpretation.field(3), Some(Field::interpretations()));
        assert_eq!(What::PasscodeAge.field(0), None);
    }
}
