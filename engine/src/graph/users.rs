//! Guests of the resource tenant, from its users: who was invited, whether they have redeemed, and with what.
//!
//! What a user object does not say is assumed, and the assumption stands with the guest as a note. A guest who has redeemed gets a
//! story that leads there, where the settings still lead there. Source: `user` and `objectIdentity` (Microsoft Graph);
//! `user-properties.md`, 2024-10.

mod identity;
mod story;

use std::collections::BTreeSet;

use super::entries::{Entries, Scope, entries, flag_or_null, list_or_null, text_or_null, within};
use super::note::Notes;
use crate::address::EmailAddress;
use crate::design::{Design, IdentityProvider};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;
use crate::document::written_out;
use crate::flow::Node;
use crate::guest::{Guest, UserType};

const TAKEN: &[&str] = &[
    "accountEnabled",
    "createdDateTime",
    "creationType",
    "deletedDateTime",
    "displayName",
    "externalUserState",
    "externalUserStateChangeDateTime",
    "identities",
    "mail",
    "otherMails",
    "preferredLanguage",
    "proxyAddresses",
    "userPrincipalName",
    "userType",
];

/// What is never in a user object.
const NOT_THERE: &str = "Microsoft Graph does not say, and it is assumed: no accounts but those named here; the guest reads the invited \
                         mailbox and finds the mail; an administrator invited; a browser, an unmanaged device and no risk; the way in is \
                         the link in the mail.";

/// The addresses of the guests there are.
pub(super) struct Taken(BTreeSet<EmailAddress>);

impl Taken {
    /// Of these guests.
    pub(super) fn of(guests: &[Guest]) -> Self {
        Self(guests.iter().map(|guest| guest.invited_email.clone()).collect())
    }
}

/// Adds a guest whose address is new, and answers whether it was.
pub(super) fn add(
    guest: Guest,
    entry: &Place<'_>,
    guests: &mut Vec<Guest>,
    taken: &mut Taken,
    notes: &mut Notes,
) -> Result<bool, PropertyError> {
    if !taken.0.insert(guest.invited_email.clone()) {
        notes.ignored(&entry.path, format!("there is a guest with the address `{}` already; it stays", guest.invited_email));
        return Ok(false);
    }
    guests.push(guest);
    within(entry, guests.len(), "guests")?;
    Ok(true)
}

/// Writes down at the first step what is known, and what is assumed.
pub(super) fn told(guest: &mut Guest, known: &str) {
    guest.set_note(Node::WayIn, &format!("{known} {NOT_THERE}"));
}

pub(super) fn read(
    root: &Place<'_>,
    design: &mut Design,
    guests: &mut Vec<Guest>,
    notes: &mut Notes,
) -> Result<(), PropertyError> {
    let Entries { list, scope, path } = entries(root)?;
    let mut taken = Taken::of(guests);
    let (mut others, mut added) = (0_usize, 0_usize);
    for entry in &list {
        notes.leave_rest(entry, TAKEN, &[])?;
        let Some((mut guest, state)) = guest(entry, notes)? else {
            others += 1;
            continue;
        };
        let mut known = state.said.clone();
        if state.accepted {
            let said = identity::read(entry, &mut guest, design, notes)?;
            known = format!("{known} {}", said.text);
            if let Some(provider) = said.provider {
                accepted(&mut guest, design, provider, entry, notes);
            }
        }
        told(&mut guest, &known);
        let name = shorten(&guest.display_name);
        let said = state.said.trim_end_matches('.').to_owned();
        if add(guest, entry, guests, &mut taken, notes)? {
            added += 1;
            notes.taken(&entry.path, format!("the guest `{name}`: {said}"));
        }
    }
    if others > 0 {
        notes.ignored(&path, format!("users who were not invited, or are deleted: {others}"));
    }
    if added > 0 {
        notes.notice(&path, NOT_THERE.trim_end_matches('.').to_owned());
    }
    if scope == Scope::Page {
        notes.notice(&path, "the list goes on at `@odata.nextLink`; there are more guests".to_owned());
    }
    Ok(())
}

/// A guest's redemption, as the object has it.
struct State {
    accepted: bool,
    /// In words.
    said: String,
}

/// The guest and the state of the redemption; `None` for a user who was not invited or is deleted.
fn guest(entry: &Place<'_>, notes: &mut Notes) -> Result<Option<(Guest, State)>, PropertyError> {
    let state = text_or_null(entry, "externalUserState")?;
    let invited = text_or_null(entry, "creationType")?.is_some_and(|kind| kind.eq_ignore_ascii_case("Invitation"));
    if text_or_null(entry, "deletedDateTime")?.is_some() || (state.is_none() && !invited) {
        return Ok(None);
    }
    let Some(address) = address(entry, notes)? else {
        notes.notice(&entry.path, "this user has no address, so it is left out".to_owned());
        return Ok(None);
    };
    let name = text_or_null(entry, "displayName")?.unwrap_or_else(|| address.local()).to_owned();
    let mut guest = Guest::invited(name, address);
    if let Some(place) = entry.get("userType").filter(|place| *place.tree != Tree::Null) {
        guest.invitation.invited_user_type = notes.word::<UserType>(&place)?;
    }
    guest.invitation.account_disabled = flag_or_null(entry, "accountEnabled")? == Some(false);
    guest.person.preferred_language = text_or_null(entry, "preferredLanguage")?.map(str::to_owned);
    if entry.get("proxyAddresses").is_some() && list_or_null(entry, "proxyAddresses", "aliases")?.is_empty() {
        let why = "`proxyAddresses` is empty, as it is where a contact owns the address; a contact is assumed";
        notes.notice(&entry.path, why.to_owned());
        guest.invitation.contact_conflict = true;
    }
    let changed = text_or_null(entry, "externalUserStateChangeDateTime")?.and_then(|time| time.get(..10));
    let accepted = match state.map(str::to_ascii_lowercase).as_deref() {
        Some("accepted") => true,
        Some("pendingacceptance") | None => false,
        Some(_) => {
            let place = entry.get("externalUserState").unwrap_or_else(|| entry.clone());
            let written = shorten(state.unwrap_or_default());
            return Err(place.error(format!("`{written}` is not known; write `PendingAcceptance` or `Accepted`")));
        }
    };
    let invited_on = text_or_null(entry, "createdDateTime")?.and_then(|time| time.get(..10));
    guest.invitation.invited_on = invited_on.or(changed.filter(|_| !accepted)).and_then(written_out);
    let word = if accepted { "Accepted" } else { "Pending acceptance" };
    let since = changed.and_then(written_out).map(|day| format!(" since {day}")).unwrap_or_default();
    Ok(Some((guest, State { accepted, said: format!("{word}{since}.") })))
}

/// The address that was invited: the mail, or else another address, or else what the user principal name was made of.
fn address(entry: &Place<'_>, notes: &mut Notes) -> Result<Option<EmailAddress>, PropertyError> {
    let parse = |place: &Place<'_>, text: &str| EmailAddress::parse(text).map_err(|error| place.error(error.to_string()));
    if let Some(mail) = text_or_null(entry, "mail")? {
        return parse(&entry.get("mail").unwrap_or_else(|| entry.clone()), mail).map(Some);
    }
    if let Some(place) = list_or_null(entry, "otherMails", "aliases")?.first() {
        return parse(place, place.text()?).map(Some);
    }
    let name = text_or_null(entry, "userPrincipalName")?.unwrap_or_default();
    let Some(address) = made_of(name) else { return Ok(None) };
    let place = entry.get("userPrincipalName").unwrap_or_else(|| entry.clone());
    notes.repaired(&place, name, &address);
    parse(&place, &address).map(Some)
}

/// The address that the user principal name of a guest was made of.
pub(crate) fn made_of(name: &str) -> Option<String> {
    let (local, domain) = name.split_once("#EXT#")?.0.rsplit_once('_')?;
    Some(format!("{local}@{domain}"))
}

/// Gives a guest who has redeemed the story that leads there, or says that these settings lead elsewhere.
fn accepted(guest: &mut Guest, design: &Design, provider: IdentityProvider, entry: &Place<'_>, notes: &mut Notes) {
    match story::redeemed(design, guest) {
        Some((story, with)) if with == provider => guest.story = story,
        other => {
            let instead = match other {
                Some((_, with)) => format!("with {}", crate::wording::provider(with)),
                None => "not at all".to_owned(),
            };
            let name = shorten(&guest.display_name);
            let text = format!("`{name}` has redeemed, but with these settings would redeem {instead}; the story is left empty");
            notes.notice(&entry.path, text);
        }
    }
}
