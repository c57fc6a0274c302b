//! What differs in the guests: the person, the invitation, the way in, the story and the notes.

use super::Difference;
use super::lists::{Rows, pairs};
use super::subject::Subject;
use crate::act::Act;
use crate::field::{Field, GuestField as G};
use crate::guest::{Guest, InternalUser, Invitation, Inviter, MicrosoftAccount, Person, StepNote, UserType};
use crate::wording;

/// How many acts of a story are named.
const NAMED_ACTS: usize = 3;

pub(super) fn compare(found: &mut Vec<Difference>, old: &[Guest], new: &[Guest]) {
    let rows = pairs(old, new, |row| row.display_name.clone(), |row| row.invited_email.to_string());
    let kind = Rows {
        called: ["Guest", "Guests"],
        name: |row: &Guest| row.display_name.clone(),
        field: |[_, at]| Field::of_guest(at, G::DisplayName),
    };
    for (old, at, new) in kind.compare(found, 0, old, new, &rows) {
        let name = format!("Guest {}", new.display_name);
        let mut row = Subject::at(found, &name, [at, 0], |[at, _], field| Field::of_guest(at, field), wording::guest_field);
        let Guest {
            display_name,
            invited_email,
            person: now,
            invitation: invited,
            way_in,
            target_app,
            sign_in_name,
            second_address,
            not_assigned,
            story: acts,
            notes: noted,
            redeemed,
            assumed,
        } = new;
        row.text(G::DisplayName, &old.display_name, display_name);
        row.text(G::InvitedEmail, &old.invited_email, invited_email);
        row.optional(G::SecondAddress, old.second_address.as_ref(), second_address.as_ref());
        person(&mut row, &old.person, now);
        invitation(&mut row, &old.invitation, invited);
        row.value(G::WayIn, old.way_in, *way_in, wording::way_in);
        row.value(G::TargetApp, old.target_app, *target_app, wording::target_app);
        row.optional(G::SignInName, old.sign_in_name.as_ref(), sign_in_name.as_ref());
        row.fact(G::NotAssigned, old.not_assigned, *not_assigned);
        story(&mut row, &old.story, acts);
        notes(&mut row, &old.notes, noted);
        if old.redeemed != *redeemed {
            let said = redeemed.as_ref().map_or_else(|| "has not redeemed yet".to_owned(), wording::redeemed);
            row.say(None, said);
        }
        row.note("assumed at import", &old.assumed.join(" "), &assumed.join(" "));
    }
}

fn person(row: &mut Subject<'_, G>, old: &Person, new: &Person) {
    let Person {
        work_account,
        microsoft_account: account,
        google_account,
        google_answer,
        partner_account,
        reads_invited_mailbox,
        live_work_session,
        finds_invitation_mail,
        unsubscribed,
        client,
        preferred_language,
        location,
        tenant_restrictions,
        device,
        home_mfa_done,
        strong_methods,
        resource_mfa_registered,
        sign_in_risk,
        user_risk,
    } = new;
    row.optional(G::WorkAccount, old.work_account.as_ref(), work_account.as_ref());
    microsoft_account(row, old.microsoft_account.as_ref(), account.as_ref());
    row.optional(G::GoogleAccount, old.google_account.as_ref(), google_account.as_ref());
    row.value(G::GoogleAnswer, old.google_answer, *google_answer, wording::google_answer);
    row.fact(G::PartnerAccount, old.partner_account, *partner_account);
    row.fact(G::ReadsInvitedMailbox, old.reads_invited_mailbox, *reads_invited_mailbox);
    row.fact(G::LiveWorkSession, old.live_work_session, *live_work_session);
    row.fact(G::FindsInvitationMail, old.finds_invitation_mail, *finds_invitation_mail);
    row.fact(G::Unsubscribed, old.unsubscribed, *unsubscribed);
    row.value(G::Client, old.client, *client, wording::client);
    row.optional(G::PreferredLanguage, old.preferred_language.as_ref(), preferred_language.as_ref());
    row.optional(G::Location, old.location.as_ref(), location.as_ref());
    row.fact(G::TenantRestrictions, old.tenant_restrictions, *tenant_restrictions);
    row.value(G::Device, old.device, *device, wording::device);
    row.fact(G::HomeMfaDone, old.home_mfa_done, *home_mfa_done);
    row.fact(G::StrongMethods, old.strong_methods, *strong_methods);
    row.fact(G::ResourceMfaRegistered, old.resource_mfa_registered, *resource_mfa_registered);
    row.value(G::SignInRisk, old.sign_in_risk, *sign_in_risk, wording::risk_level);
    row.value(G::UserRisk, old.user_risk, *user_risk, wording::risk_level);
}

fn microsoft_account(row: &mut Subject<'_, G>, old: Option<&MicrosoftAccount>, new: Option<&MicrosoftAccount>) {
    match (old, new) {
        (None, Some(_)) => row.of(G::MicrosoftAccount, "added"),
        (Some(_), None) => row.of(G::MicrosoftAccount, "removed"),
        (Some(old), Some(MicrosoftAccount { sign_in_name, aliases })) => {
            if old.sign_in_name != *sign_in_name {
                row.of(G::MicrosoftAccount, format!("signs in as {sign_in_name} instead of {}", old.sign_in_name));
            }
            if old.aliases != *aliases {
                row.of(G::MicrosoftAccount, format!("has the aliases: {}", wording::list(aliases)));
            }
        }
        (None, None) => {}
    }
}

fn invitation(row: &mut Subject<'_, G>, old: &Invitation, new: &Invitation) {
    let Invitation {
        send_invitation_message,
        invited_user_type,
        invite_redirect_url,
        contact_conflict,
        account_disabled,
        inviter: Inviter { role, without_mailbox },
        invited_on,
        address_owner,
        group_mailbox,
        internal_user,
        message_language,
        customized_message_body,
    } = new;
    row.fact(G::SendInvitationMessage, old.send_invitation_message, *send_invitation_message);
    row.value(G::InvitedUserType, old.invited_user_type, *invited_user_type, user_type);
    row.optional(G::InviteRedirectUrl, old.invite_redirect_url.as_ref(), invite_redirect_url.as_ref());
    row.fact(G::ContactConflict, old.contact_conflict, *contact_conflict);
    row.fact(G::AccountDisabled, old.account_disabled, *account_disabled);
    row.value(G::InviterRole, old.inviter.role, *role, wording::inviter_role);
    row.fact(G::InviterWithoutMailbox, old.inviter.without_mailbox, *without_mailbox);
    row.optional(G::InvitedOn, old.invited_on.as_ref(), invited_on.as_ref());
    row.choice(G::AddressOwner, old.address_owner, *address_owner, wording::address_owner);
    row.fact(G::GroupMailbox, old.group_mailbox, *group_mailbox);
    let name = |user: &Option<InternalUser>| user.as_ref().map(|user| user.user_principal_name.to_string());
    row.optional(G::InternalUser, name(&old.internal_user).as_ref(), name(internal_user).as_ref());
    let synced = |user: &Option<InternalUser>| user.as_ref().is_some_and(|user| user.synced_from_on_premises);
    row.fact(G::InternalUserSynced, synced(&old.internal_user), synced(internal_user));
    row.optional(G::MessageLanguage, old.message_language.as_ref(), message_language.as_ref());
    let body = |body: &Option<String>| body.clone().unwrap_or_default();
    row.note(wording::guest_field(G::CustomizedMessageBody), &body(&old.customized_message_body), &body(customized_message_body));
}

fn user_type(kind: UserType) -> &'static str {
    wording::user_type(kind)
}

/// Where two stories part, with the acts that follow in each.
fn story(row: &mut Subject<'_, G>, old: &[Act], new: &[Act]) {
    if old == new {
        return;
    }
    let shared = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = |acts: &[Act]| -> Option<String> {
        let rest = acts.get(shared..).filter(|rest| !rest.is_empty())?;
        let mut named: Vec<String> = rest.iter().take(NAMED_ACTS).map(|act| wording::act(*act)).collect();
        if let more @ 1.. = rest.len().saturating_sub(NAMED_ACTS) {
            named.push(format!("{more} more"));
        }
        Some(named.join(", "))
    };
    row.say(
        None,
        match (rest(old), rest(new)) {
            (None, Some(new)) => format!("story goes on: {new}"),
            (Some(old), None) => format!("story ends before: {old}"),
            (old, new) => {
                let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
                format!("story from act {} on: {new} (before: {old})", shared + 1)
            }
        },
    );
}

fn notes(row: &mut Subject<'_, G>, old: &[StepNote], new: &[StepNote]) {
    let text =
        |of: &[StepNote], node: &str| of.iter().find(|note| note.node == node).map(|note| note.text.clone()).unwrap_or_default();
    let gone = old.iter().filter(|note| new.iter().all(|other| other.node != note.node));
    for note in new.iter().chain(gone) {
        row.note(&format!("note at {}", note.title()), &text(old, &note.node), &text(new, &note.node));
    }
}
