//! A list of users of Microsoft Graph as a list of invitees: who was invited, and which accounts their identities show.
//!
//! What an identity does not show stays open. Members and deleted users are left out; how the settings look is not read here. Source: `user`
//! and `objectIdentity` (Microsoft Graph).

use csv::Writer;
use serde::Deserialize;
use serde_json::Value;

use super::row::Column;
use crate::graph::made_of;

/// A list of invitees that was made of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// As CSV in UTF-8.
    pub text: Vec<u8>,
    /// How many users were invited.
    pub guests: u64,
    /// How many were not, or are deleted.
    pub others: u64,
    /// Whether the list goes on elsewhere.
    pub goes_on: bool,
}

const COLUMNS: [Column; 7] =
    [Column::Email, Column::Label, Column::Entra, Column::Msa, Column::Google, Column::Language, Column::Tags];

#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Page {
        value: Vec<User>,
        #[serde(rename = "@odata.nextLink")]
        next_link: Option<Value>,
    },
    List(Vec<User>),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct User {
    display_name: Option<String>,
    mail: Option<String>,
    other_mails: Option<Vec<String>>,
    user_principal_name: Option<String>,
    preferred_language: Option<String>,
    creation_type: Option<String>,
    external_user_state: Option<String>,
    deleted_date_time: Option<String>,
    identities: Option<Vec<Identity>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Identity {
    sign_in_type: Option<String>,
    issuer: Option<String>,
}

/// Whether a text is JSON and no table.
pub fn is_json(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    matches!(text.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'['))
}

/// Makes a list of invitees of an answer with users.
pub fn listed(text: &[u8]) -> Result<Listed, String> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let answer: Answer = serde_json::from_slice(text).map_err(|_| {
        "this is JSON, but no list of users: a list has `value` with objects, each with `mail`, `userPrincipalName`, `identities`"
            .to_owned()
    })?;
    let (users, goes_on) = match answer {
        Answer::Page { value, next_link } => (value, next_link.is_some()),
        Answer::List(users) => (users, false),
    };
    let mut writer = Writer::from_writer(Vec::new());
    // Writing to memory does not fail, and every row has the same number of cells.
    drop(writer.write_record(COLUMNS.map(Column::name)));
    let (mut guests, mut others) = (0, 0);
    for user in &users {
        if !user.was_invited() {
            others += 1;
            continue;
        }
        guests += 1;
        drop(writer.write_record(user.cells()));
    }
    Ok(Listed { text: writer.into_inner().unwrap_or_default(), guests, others, goes_on })
}

impl User {
    fn was_invited(&self) -> bool {
        let invited = self.creation_type.as_ref().is_some_and(|kind| kind.eq_ignore_ascii_case("Invitation"));
        self.deleted_date_time.is_none() && (self.external_user_state.is_some() || invited)
    }

    /// The mail, or else another address, or else what the user principal name was made of.
    fn email(&self) -> String {
        let other = || self.other_mails.as_ref().and_then(|mails| mails.first().cloned());
        let made_of = || made_of(self.user_principal_name.as_deref()?);
        self.mail.clone().or_else(other).or_else(made_of).unwrap_or_default()
    }

    /// Whether an identity has this issuer; what is not there is not known.
    fn vouched(&self, issuers: &[&str], known: &'static str) -> String {
        let is_it = |identity: &Identity| {
            let is_federated = identity.sign_in_type.as_ref().is_some_and(|kind| kind.eq_ignore_ascii_case("federated"));
            let issuer = identity.issuer.as_deref().unwrap_or_default();
            is_federated && issuers.iter().any(|known| issuer.eq_ignore_ascii_case(known))
        };
        let found = self.identities.iter().flatten().any(is_it);
        if found { known.to_owned() } else { "unknown".to_owned() }
    }

    fn cells(&self) -> [String; COLUMNS.len()] {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        [
            self.email(),
            text(&self.display_name),
            self.vouched(&["ExternalAzureAD"], "managed"),
            self.vouched(&["MicrosoftAccount", "live.com"], "yes"),
            self.vouched(&["google.com"], "yes"),
            text(&self.preferred_language),
            text(&self.external_user_state),
        ]
    }
}
