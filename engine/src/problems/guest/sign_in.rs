//! Problems that a guest comes across at the sign-in and after it.
//!
//! They are read from an attempt of the engine by the guest's own way in, with a guest who wants in.

use super::Invited;
use crate::act::Prompt;
use crate::engine::Move;
use crate::field::{Field, GuestField, HomeField, UserField};
use crate::problems::{Problem, ProblemCode};
use crate::rules::Rule;

impl Invited<'_> {
    /// What can be mended in a home tenant.
    pub(super) fn sign_in(self, problems: &mut Vec<Problem>) {
        let Some((home, number)) = self.work_user() else { return };
        let Some(tenant) = self.design.home_tenants.get(home) else { return };
        if let Some(user) = tenant.users.get(number).filter(|user| user.disabled) {
            problems.push(ProblemCode::HomeUserIsDisabled.at(
                Field::of_user(home, number, UserField::Disabled),
                format!(
                    "{} signs in with {}, which is disabled. The home tenant has to enable it.",
                    self.guest.display_name, user.user_principal_name
                ),
            ));
        }
        let asked_at_home = self.guest.person.home_mfa_done || tenant.requires_mfa;
        let has_trust = self.design.edition.has_cross_tenant_access();
        if asked_at_home && has_trust && self.comes_across(Rule::ResourceTenantAsksForMultifactor) {
            problems.push(ProblemCode::MultifactorTwice.at(
                Field::of_home(home, HomeField::PartnerInboundTrust),
                format!(
                    "{} proves themselves at home and again here, because the home tenant's multifactor authentication is not trusted. Trust it, or leave it.",
                    self.guest.display_name
                ),
            ));
        }
    }

    /// What can be mended at the guest.
    pub(super) fn on_the_way(self, moves: &[Move], found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let meets = |rule| moves.iter().any(|step| step.rule == rule);
        if meets(Rule::GoogleRefusesWebView) {
            found(
                ProblemCode::GoogleRefusesWebView,
                GuestField::Client,
                "Google does not sign people in inside an embedded web-view, so the guest needs a device code. Use a browser or the system's web-view.".to_owned(),
            );
        }
        if meets(Rule::GuestIsNotAssigned) {
            found(
                ProblemCode::GuestIsNotAssigned,
                GuestField::NotAssigned,
                "The application requires an assignment, and the guest has none, so the sign-in fails at its end. Assign the guest.".to_owned(),
            );
        }
    }

    /// Why somebody who uses the link of the mail has no mail.
    pub(super) fn mail_does_not_arrive(self, moves: &[Move], found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let meets = |rule| moves.iter().any(|step| step.rule == rule);
        if meets(Rule::UnsubscribedGuestGetsNoMail) {
            found(
                ProblemCode::InvitationIsUnsubscribed,
                GuestField::Unsubscribed,
                "The guest has blocked invitations of this organization, so there is no mail with a link. Choose the direct link, or let the guest unblock them.".to_owned(),
            );
        }
        if meets(Rule::MailLiesInSpam) {
            found(
                ProblemCode::MailIsNotFound,
                GuestField::FindsInvitationMail,
                "The guest does not find the mail, so the link in it is of no use until it is sent again. Send it again in the story, or choose the direct link.".to_owned(),
            );
        }
    }

    fn comes_across(self, rule: Rule) -> bool {
        self.attempt(self.guest.way_in, Prompt::cooperative).1.iter().any(|step| step.rule == rule)
    }

    /// The home tenant and the user of the guest's work account, by position.
    fn work_user(self) -> Option<(usize, usize)> {
        let upn = self.guest.person.work_account.as_ref()?;
        self.design.home_tenants.iter().enumerate().find_map(|(home, tenant)| {
            let number = tenant.users.iter().position(|user| user.user_principal_name == *upn)?;
            Some((home, number))
        })
    }
}
