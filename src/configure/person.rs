//! The facts about a person: accounts, mailbox, browser, device, methods and risks.
//!
//! Facts, not settings: no portal has them.

use redemption_engine::guest::{Guest, MicrosoftAccount};
use redemption_engine::wording;

use super::form::{rows, within};
use super::group::{Group, group};
use super::setting::{Kind, Setting, flag, line, one, setting};
use super::subject;

const WORK: &[Setting<Guest>] = &[
    setting(
        "workAccount",
        "Work or school account",
        "The user principal name. Empty: none.",
        line!(person.work_account, "email"),
    ),
    setting("liveWorkSession", "The browser is signed in with the work account", "Default: no.", flag!(person.live_work_session)),
    setting(
        "microsoftAccount",
        "Personal Microsoft account",
        "Default: none. Turned on, it has the invited address.",
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
    setting("signInName", "Sign-in name of the Microsoft account", "An address.", line!(sign_in_name, "email")),
    setting("aliases", "Aliases of the Microsoft account", "With commas between them. Default: none.", line!(aliases, "email")),
];

const OTHERS: &[Setting<Guest>] = &[
    setting("googleAccount", "Google account", "Its address. Empty: none.", line!(person.google_account, "email")),
    setting(
        "googleAnswer",
        "What Google answers",
        "Default: it signs the guest in. The list of codes tells the errors apart by their names only.",
        one!(person.google_answer, wording::google_answer),
    ),
    setting("partnerAccount", "Account at the partner's SAML/WS-Fed provider", "Default: no.", flag!(person.partner_account)),
    setting(
        "readsInvitedMailbox",
        "Reads mail sent to the invited address",
        "Default: yes.",
        flag!(person.reads_invited_mailbox),
    ),
    setting(
        "findsInvitationMail",
        "Finds the invitation mail",
        "Default: yes. Otherwise it lies in the junk folder or was kept back on the way.",
        flag!(person.finds_invitation_mail),
    ),
    setting(
        "unsubscribed",
        "Has blocked invitations of the resource tenant (unsubscribe)",
        "Default: no. Then no invitation mail is sent.",
        flag!(person.unsubscribed),
    ),
];

const BROWSER: &[Setting<Guest>] = &[
    setting("client", "Opens the app with", "Default: a browser.", one!(person.client, wording::client)),
    setting("preferredLanguage", "Language of the browser", "Such as de. Default: none.", line!(person.preferred_language)),
    setting("location", "Location", "A country or a named location, as policies name it. Default: none.", line!(person.location)),
    setting(
        "tenantRestrictions",
        "Tenant restrictions on the network keep them out of the resource tenant",
        "Default: no.",
        flag!(person.tenant_restrictions),
    ),
    setting(
        "device",
        "Device, as the home tenant knows it",
        "Default: nothing is known of it.",
        one!(person.device, wording::device),
    ),
    setting(
        "homeMfaDone",
        "The session in the home tenant carries multifactor authentication",
        "Default: no.",
        flag!(person.home_mfa_done),
    ),
    setting(
        "resourceMfaRegistered",
        "Has registered for multifactor authentication in the resource tenant",
        "Default: no.",
        flag!(person.resource_mfa_registered),
    ),
    setting(
        "strongMethods",
        "The methods are strong enough for an authentication strength",
        "Default: no.",
        flag!(person.strong_methods),
    ),
    setting(
        "signInRisk",
        "Sign-in risk",
        "Default: none. It is evaluated in the resource tenant.",
        one!(person.sign_in_risk, wording::risk_level),
    ),
    setting(
        "userRisk",
        "User risk",
        "Default: none. It is evaluated in the home tenant.",
        one!(person.user_risk, wording::risk_level),
    ),
];

/// The facts about the person.
pub(super) fn groups(at: usize) -> Vec<Group> {
    let mut accounts = rows(subject::guest(at), WORK);
    accounts.extend(within(subject::microsoft_account(at), MICROSOFT_ACCOUNT));
    accounts.extend(rows(subject::guest(at), OTHERS));
    vec![
        group("Accounts and mailbox", "", accounts)
            .about("Facts about the person, not settings. Default: a mailbox and no account."),
        group("Browser, device and risk", "", rows(subject::guest(at), BROWSER))
            .about("Facts about the person, not settings.")
            .rare(),
    ]
}
