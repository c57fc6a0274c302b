//! Guests of the resource tenant, from its users: who was invited, whether they have redeemed, and with what.
//!
//! What a user object does not say is assumed, and the assumption stands with the guest. A guest who has redeemed has redeemed, with
//! the provider that is there, wherever the settings would lead. Source: `user` and `objectIdentity` (Microsoft Graph);
//! `user-properties.md`, 2024-10.

mod identity;
mod story;

use std::collections::BTreeSet;

use super::entries::{Entries, Scope, day_or_null, entries, flag_or_null, list_or_null, text_or_null, within};
use super::note::Notes;
use crate::address::EmailAddress;
use crate::design::{Design, IdentityProvider};
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;
use crate::document::{Date, PropertyError};
use crate::flow::Node;
use crate::guest::{Guest, Redeemed, UserType, WayIn};
use identity::Said;

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

/// What is in no user object and no invitation.
const NOT_THERE: &[&str] = &[
    "The person has no accounts but those named here",
    "The guest reads the invited mailbox and finds the mail",
    "An administrator invited",
    "The guest comes with a browser, an unmanaged device and no risk",
];

/// What is not known of who is pending.
const OF_PENDING: &str = "The way in is the link in the mail";

/// What is not known of who has redeemed.
const OF_REDEEMED: &[&str] = &[
    "The guest comes back by a direct link",
    "No terms of use are accepted, no second factor is registered and no browser keeps a session",
];

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

/// Writes down what is known at the first step, and what is assumed with the guest.
pub(super) fn told(guest: &mut Guest, known: &str) {
    guest.set_note(Node::WayIn, known);
    let others: &[&str] = if guest.redeemed.is_some() { OF_REDEEMED } else { &[OF_PENDING] };
    guest.assumed.extend(NOT_THERE.iter().chain(others).map(|text| (*text).to_owned()));
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
            accepted(&mut guest, design, said, state.changed, entry, notes);
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
        let text = "what Microsoft Graph does not say is assumed; it stands with each guest under *Assumed at import*";
        notes.notice(&path, text.to_owned());
    }
    if scope == Scope::Page {
        notes.notice(&path, "the list goes on at `@odata.nextLink`; there are more guests".to_owned());
    }
    Ok(())
}

/// A guest's redemption, as the object has it.
struct State {
    accepted: bool,
    /// When it changed last.
    changed: Option<Date>,
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
        guest.assumed.push("A contact owns the address, because `proxyAddresses` is empty".to_owned());
        guest.invitation.contact_conflict = true;
    }
    let changed = day_or_null(entry, "externalUserStateChangeDateTime", notes)?;
    let accepted = match state.map(str::to_ascii_lowercase).as_deref() {
        Some("accepted") => true,
        Some("pendingacceptance") | None => false,
        Some(_) => {
            let place = entry.get("externalUserState").unwrap_or_else(|| entry.clone());
            let written = shorten(state.unwrap_or_default());
            return Err(place.error(format!("`{written}` is not known; write `PendingAcceptance` or `Accepted`")));
        }
    };
    let invited_on = day_or_null(entry, "createdDateTime", notes)?;
    guest.invitation.invited_on = invited_on.or(changed.filter(|_| !accepted));
    let word = if accepted { "Accepted" } else { "Pending acceptance" };
    let since = changed.map(|day| format!(" since {day}")).unwrap_or_default();
    Ok(Some((guest, State { accepted, changed, said: format!("{word}{since}.") })))
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

/// Keeps who has redeemed as one who has, whatever the settings are, and says where these settings would lead instead.
fn accepted(guest: &mut Guest, design: &Design, said: Said, on: Option<Date>, entry: &Place<'_>, notes: &mut Notes) {
    let Said { provider, issuer, assumed, text: _ } = said;
    let today = story::redeems_with(design, guest);
    guest.assumed.extend(assumed);
    let name = shorten(&guest.display_name);
    let identity_provider = provider.unwrap_or_else(|| {
        let provider = today.unwrap_or(IdentityProvider::EmailOneTimePasscode);
        let why = if today.is_some() { "these settings would lead there" } else { "these settings lead nowhere" };
        let called = crate::wording::provider(provider);
        guest.assumed.push(format!("Who accepted is not known; {called} is assumed, because {why}"));
        provider
    });
    if on.is_none() {
        guest.assumed.push("The day of the redemption is not known".to_owned());
    }
    if provider.is_some() && today != provider {
        let instead = today.map_or_else(|| "not at all".to_owned(), |with| format!("with {}", crate::wording::provider(with)));
        let text =
            format!("`{name}` has redeemed and stays so; invited today, with these settings, the guest would redeem {instead}");
        notes.notice(&entry.path, text);
    }
    guest.redeemed = Some(Redeemed { identity_provider, issuer, on });
    guest.way_in = WayIn::DirectLink;
}
