//! What a row of a list of invitees says about one person, and what it leaves open.
//!
//! Which column says what is settled in `table.rs`.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

use crate::address::EmailAddress;
use crate::guest::WayIn;

/// A column that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Column {
    /// The invited address.
    Email,
    /// The person's name.
    Label,
    /// The account in Microsoft Entra ID: managed, unmanaged, none, unknown.
    Entra,
    /// The user principal name, where it is not the address.
    Upn,
    /// A personal Microsoft account with the address: yes, no, unknown.
    Msa,
    /// A Google account with the address: yes, no, unknown.
    Google,
    /// The way in.
    WayIn,
    /// Whether a contact object owns the address.
    ContactConflict,
    /// The home tenant, by a domain or its name.
    HomeTenant,
    /// The language of the guest.
    Language,
    /// Words to group by.
    Tags,
}

/// The account in Microsoft Entra ID behind the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Entra {
    /// A user of a managed tenant.
    Managed,
    /// A user of an unmanaged tenant.
    Unmanaged,
    /// None.
    None,
    /// Not known.
    #[default]
    Unknown,
}

/// Yes, no, or not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Known {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known.
    #[default]
    Unknown,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The invited address.
    pub email: EmailAddress,
    /// The name, or nothing.
    pub label: String,
    /// The account in Microsoft Entra ID.
    pub entra: Entra,
    /// The user principal name, where it is not the address.
    pub upn: Option<EmailAddress>,
    /// A personal Microsoft account.
    pub msa: Known,
    /// A Google account.
    pub google: Known,
    /// The way in.
    pub way_in: WayIn,
    /// Whether a contact object owns the address.
    pub contact_conflict: bool,
    /// The home tenant, or nothing.
    pub home_tenant: String,
    /// The language, or nothing.
    pub language: String,
    /// The words to group by, or nothing.
    pub tags: String,
}

impl Column {
    /// The name in a file.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The column that a heading means.
    pub fn of_heading(heading: &str) -> Option<Self> {
        let plain: String = heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Self::iter().find(|column| column.headings().contains(&plain.as_str()))
    }

    /// What a column can be called, in small letters without anything between.
    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Email => &[
                "email",
                "emailaddress",
                "mail",
                "address",
                "invitedemail",
                "inviteduseremailaddress",
                "emailadresse",
                "guest",
                "inviteeemail",
                "emailaddresstoinvite",
                "userprincipalnameoremail",
            ],
            Self::Label => &["label", "name", "displayname", "fullname", "inviteduserdisplayname", "anzeigename"],
            Self::Entra => &["entra", "entraid", "azuread", "azureactivedirectory", "workaccount", "aad"],
            Self::Upn => &["upn", "userprincipalname", "signinname"],
            Self::Msa => &["msa", "microsoftaccount", "personalaccount", "liveid"],
            Self::Google => &["google", "googleaccount", "gmail"],
            Self::WayIn => &["wayin", "way", "link"],
            Self::ContactConflict => &["contactconflict", "contact", "contactobject"],
            Self::HomeTenant => &["hometenant", "tenant", "organization", "organisation", "company"],
            Self::Language => &["language", "locale", "sprache", "preferredlanguage"],
            Self::Tags => &["tags", "tag", "group", "groups", "department"],
        }
    }
}

/// Reads a cell for the account in Microsoft Entra ID.
pub(super) fn entra(cell: &str) -> Result<Entra, String> {
    Ok(match word(cell).as_str() {
        "" | "unknown" | "?" => Entra::Unknown,
        "managed" | "yes" | "true" => Entra::Managed,
        "unmanaged" | "viral" => Entra::Unmanaged,
        "none" | "no" | "false" => Entra::None,
        _ => return Err(format!("entra: `{}` is none of managed, unmanaged, none, unknown", shown(cell))),
    })
}

/// Reads a cell for yes or no.
pub(super) fn known(column: Column, cell: &str) -> Result<Known, String> {
    Ok(match word(cell).as_str() {
        "" | "unknown" | "?" => Known::Unknown,
        "yes" | "true" | "1" | "y" => Known::Yes,
        "no" | "false" | "0" | "n" | "none" => Known::No,
        _ => return Err(format!("{}: `{}` is none of yes, no, unknown", column.name(), shown(cell))),
    })
}

/// Reads a cell for the way in; nothing is the mail link.
pub(super) fn way_in(cell: &str) -> Result<WayIn, String> {
    Ok(match word(cell).as_str() {
        "" | "emaillink" | "mail" | "maillink" => WayIn::EmailLink,
        "directlink" | "direct" => WayIn::DirectLink,
        "commonendpoint" | "common" => WayIn::CommonEndpoint,
        "commonendpointwithorganization" => WayIn::CommonEndpointWithOrganization,
        _ => {
            return Err(format!(
                "way_in: `{}` is none of emailLink, directLink, commonEndpoint, commonEndpointWithOrganization",
                shown(cell)
            ));
        }
    })
}

fn word(cell: &str) -> String {
    cell.trim().to_lowercase()
}

/// A cell in a message, cut where it is long.
pub(super) fn shown(cell: &str) -> String {
    crate::document::shorten(cell.trim())
}
