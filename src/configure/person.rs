//! The facts about a person: accounts, mailbox, browser, device, methods and risks.
//!
//! Facts, not settings: no portal has them.

use redemption_engine::guest::{Guest, MicrosoftAccount};
use redemption_engine::wording;

use super::form::{rows, within};
use super::group::{Group, group};
use super::setting::{Kind, Setting, flag, line, one, setting};
use super::subject;
use crate::words;

const WORK: &[Setting<Guest>] = &[
    setting(
        "workAccount",
        words::person::work_or_school_account(),
        words::person::work_or_school_account_help(),
        line!(person.work_account, "email"),
    ),
    setting(
        "liveWorkSession",
        words::person::browser_signed_in_work_account(),
        words::common::default_no(),
        flag!(person.live_work_session),
    ),
    setting(
        "microsoftAccount",
        words::person::personal_microsoft_account(),
        words::person::personal_microsoft_account_help(),
        Kind::Flag {
            is: |guest| guest.person.microsoft_account.is_some(),
            set: |guest, on| {
                let sign_in_name = guest.invited_email.clone();
                guest.person.microsoft_account = on.then_some(MicrosoftAccount { sign_in_name, aliases: Vec::new() });
            },
        },
    ),
];

const MICROSOFT_ACCOUNT: &[Setting<MicrosoftAccount>] = &[
    setting(
        "signInName",
        words::person::sign_in_name_microsoft_account(),
        words::person::sign_in_name_microsoft_account_help(),
        line!(sign_in_name, "email"),
    ),
    setting(
        "aliases",
        words::person::aliases_of_the_microsoft_account(),
        words::common::commas_between_them_default_none(),
        line!(aliases, "email"),
    ),
];

const OTHERS: &[Setting<Guest>] = &[
    setting(
        "googleAccount",
        words::person::google_account(),
        words::person::google_account_help(),
        line!(person.google_account, "email"),
    ),
    setting(
        "googleAnswer",
        words::person::what_google_answers(),
        words::person::what_google_answers_help(),
        one!(person.google_answer, wording::google_answer),
    ),
    setting(
        "partnerAccount",
        words::person::account_partners_saml_ws_fed(),
        words::common::default_no(),
        flag!(person.partner_account),
    ),
    setting(
        "readsInvitedMailbox",
        words::person::reads_mail_sent_to_invited(),
        words::person::reads_mail_sent_to_invited_help(),
        flag!(person.reads_invited_mailbox),
    ),
    setting(
        "findsInvitationMail",
        words::person::finds_the_invitation_mail(),
        words::person::finds_the_invitation_mail_help(),
        flag!(person.finds_invitation_mail),
    ),
    setting(
        "unsubscribed",
        words::person::blocked_invitations_resource_tenant_unsubscribe(),
        words::person::blocked_invitations_resource_tenant_unsubscribe_help(),
        flag!(person.unsubscribed),
    ),
];

const BROWSER: &[Setting<Guest>] = &[
    setting(
        "client",
        words::person::opens_the_app_with(),
        words::person::opens_the_app_with_help(),
        one!(person.client, wording::client),
    ),
    setting(
        "preferredLanguage",
        words::person::language_of_the_browser(),
        words::common::such_as_de_default_none(),
        line!(person.preferred_language),
    ),
    setting("location", words::common::location(), words::person::location_help(), line!(person.location)),
    setting(
        "tenantRestrictions",
        words::person::tenant_restrictions_on_network_keep(),
        words::common::default_no(),
        flag!(person.tenant_restrictions),
    ),
    setting(
        "device",
        words::person::device_as_home_tenant_knows(),
        words::person::device_as_home_tenant_knows_help(),
        one!(person.device, wording::device),
    ),
    setting(
        "homeMfaDone",
        words::person::session_in_home_tenant_carries(),
        words::common::default_no(),
        flag!(person.home_mfa_done),
    ),
    setting(
        "resourceMfaRegistered",
        words::person::registered_for_multifactor_authentication_in(),
        words::common::default_no(),
        flag!(person.resource_mfa_registered),
    ),
    setting(
        "strongMethods",
        words::person::methods_strong_enough_for_authentication(),
        words::common::default_no(),
        flag!(person.strong_methods),
    ),
    setting(
        "signInRisk",
        words::common::sign_in_risk(),
        words::person::sign_in_risk_help(),
        one!(person.sign_in_risk, wording::risk_level),
    ),
    setting("userRisk", words::common::user_risk(), words::person::user_risk_help(), one!(person.user_risk, wording::risk_level)),
];

/// The facts about the person.
pub(super) fn groups(at: usize) -> Vec<Group> {
    let mut accounts = rows(subject::guest(at), WORK);
    accounts.extend(within(subject::microsoft_account(at), MICROSOFT_ACCOUNT));
    accounts.extend(rows(subject::guest(at), OTHERS));
    vec![
        group(words::person::accounts_and_mailbox(), "", accounts).about(words::person::facts_about_person_not_settings()),
        group(words::person::browser_device_and_risk(), "", rows(subject::guest(at), BROWSER))
            .about(words::person::facts_about_person())
            .rare(),
    ]
}
