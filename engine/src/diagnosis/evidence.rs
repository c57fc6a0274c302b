//! What is pasted or chosen as evidence: error messages, log entries of Microsoft Graph, tables of the admin center.
//!
//! Reading is total: any bytes yield evidence or an error. Which cause is behind it is not decided, and nothing is kept.

mod activity;
mod entry;
mod findings;
mod json;
mod table;
mod text;

use strum::{EnumIter, IntoStaticStr};

use super::Symptom;
use crate::document::tree::Tree;
use crate::document::{PropertyError, TextError};
use findings::Findings;

/// What was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What the text was read as.
    pub kind: Kind,
    /// The numbers of the error codes, in the order of the text, each once.
    pub codes: Vec<String>,
    /// The names of the audited activities, in the order of the text, each once.
    pub activities: Vec<String>,
    /// The symptoms that fit, the best supported first.
    pub symptoms: Vec<&'static Symptom>,
    /// What else is worth knowing: lower case, no final stop, values in backticks.
    pub notes: Vec<String>,
}

/// What a text can be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Kind {
    /// A message, a number, or any other text.
    Message,
    /// Microsoft Graph's `signIn`, one or a list.
    SignIns,
    /// Microsoft Graph's `directoryAudit`, one or a list.
    DirectoryAudits,
    /// Sign-ins as the admin center exports them.
    SignInTable,
    /// Audit entries as the admin center exports them.
    AuditTable,
}

impl Kind {
    /// What it is called on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::SignIns => "sign-in log (Microsoft Graph)",
            Self::DirectoryAudits => "audit log (Microsoft Graph)",
            Self::SignInTable => "sign-in log (CSV)",
            Self::AuditTable => "audit log (CSV)",
        }
    }
}

/// Why nothing was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// The bytes are not text, or not the JSON that they seem to be.
    #[error(transparent)]
    Text(TextError),
    /// The bytes are another kind of file.
    #[error("this looks like {0}; paste a message, or choose a log as JSON or CSV")]
    OtherKind(&'static str),
    /// One property of a log entry is wrong.
    #[error(transparent)]
    Property(#[from] PropertyError),
    /// A row of a table cannot be read.
    #[error("row {0} of the table cannot be read; export it again")]
    Row(u64),
    /// More rows than are read.
    #[error("the table has more than {0} rows; filter the log and export it again")]
    TooManyRows(usize),
    /// A log of nothing.
    #[error("the log has no entries")]
    EmptyLog,
    /// JSON that is no log and holds no code.
    #[error("this JSON is neither a sign-in nor an audit entry ({0}), and no error code stands in it")]
    OtherJson(String),
    /// A text without anything that is known.
    #[error("there is no error code, no log entry and no known message in this text; paste a code such as `AADSTS50020`")]
    Nothing,
}

impl From<TextError> for EvidenceError {
    fn from(error: TextError) -> Self {
        match error {
            TextError::OtherKind { what, .. } => Self::OtherKind(what),
            other => Self::Text(other),
        }
    }
}

/// Reads whatever was pasted or chosen.
pub fn read(bytes: &[u8]) -> Result<Evidence, EvidenceError> {
    let text = crate::document::text::decode(bytes)?;
    let mut found = Findings::default();
    let kind = if text.trim_start().starts_with(['{', '[']) {
        match Tree::read(bytes) {
            Ok(tree) => json::read(&tree, &mut found)?,
            // A message can begin with a bracket, and a log can break off.
            Err(error) if !text::read(text, &mut found) => return Err(error.into()),
            Err(error) => {
                found.note(format!("the text is not whole JSON ({error}); only codes and messages were looked for"));
                Kind::Message
            }
        }
    } else if let Some(kind) = table::read(text, &mut found)? {
        kind
    } else if text::read(text, &mut found) {
        Kind::Message
    } else {
        return Err(EvidenceError::Nothing);
    };
    Ok(found.finish(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(evidence: &Evidence) -> Vec<&'static str> {
        evidence.symptoms.iter().map(|symptom| symptom.id).collect()
    }

    #[test]
    fn a_code_is_found_with_and_without_its_letters() {
        for text in ["AADSTS50057", "aadsts50057: the account is disabled", "50057", "Error Code: 50057\r\n", " (50057) "] {
            let evidence = read(text.as_bytes()).unwrap();
            assert_eq!((evidence.codes.clone(), ids(&evidence)), (vec!["50057".to_owned()], vec!["account-disabled"]), "{text}");
        }
    }

    #[test]
    fn the_number_of_the_sign_in_log_leads_to_the_error_page() {
        assert!(ids(&read(b"90072").unwrap()).contains(&"account-does-not-exist"));
    }

    #[test]
    fn dates_and_identifiers_are_no_codes() {
        let text = "AADSTS50105 Trace 3b50020a-1111-4222-8333-000000050057 2026-05-04T08:15:00.5302120Z";
        assert_eq!(read(text.as_bytes()).unwrap().codes, ["50105"]);
    }

    #[test]
    fn a_message_without_a_code_is_known_by_its_words() {
        let evidence = read(b"Guest invitations not allowed for your company. Contact your company administrator.").unwrap();
        assert_eq!(ids(&evidence), ["invitations-not-allowed"]);
        assert_eq!(evidence.codes, Vec::<String>::new());
    }

    #[test]
    fn an_unknown_code_is_listed_and_said_to_be_unknown() {
        let evidence = read(b"AADSTS7000218: the request body must contain a secret").unwrap();
        assert_eq!((evidence.codes.as_slice(), evidence.symptoms.len()), (["7000218".to_owned()].as_slice(), 0));
        assert_eq!(evidence.notes, ["`AADSTS7000218` belongs to none of the symptoms here; Microsoft lists all codes"]);
        assert_eq!(read(b"7000218").unwrap().codes, ["7000218"]);
    }

    #[test]
    fn an_error_answer_is_read_through() {
        let token = br#"{"error":"invalid_grant","error_description":"AADSTS50105: not assigned","error_codes":[50105]}"#;
        assert_eq!(ids(&read(token).unwrap()), ["not-assigned"]);
        let graph = br#"{"error":{"code":"BadRequest","message":"This invitation is blocked by cross-tenant access settings."}}"#;
        assert_eq!(ids(&read(graph).unwrap()), ["invitation-blocked-across-tenants"]);
    }

    #[test]
    fn json_that_breaks_off_is_searched_and_says_so() {
        let evidence = read(br#"{"value":[{"status":{"errorCode":50057,"failureReason":"AADSTS50057"#).unwrap();
        assert_eq!(evidence.codes, ["50057"]);
        assert!(evidence.notes.iter().any(|note| note.contains("breaks off")), "{:?}", evidence.notes);
    }

    #[test]
    fn what_holds_nothing_says_what_to_paste() {
        let refused = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
        assert_eq!(
            refused(b"It does not work."),
            "there is no error code, no log entry and no known message in this text; paste a code such as `AADSTS50020`"
        );
        assert_eq!(refused(b""), "there is no text");
        assert_eq!(
            refused(b"PK\x03\x04"),
            "this looks like a ZIP archive or an Office file; paste a message, or choose a log as JSON or CSV"
        );
        assert_eq!(refused(br#"{"value":[]}"#), "the log has no entries");
        assert_eq!(
            refused(br#"{"displayName":"Nina"}"#),
            "this JSON is neither a sign-in nor an audit entry (an object with `displayName`), and no error code stands in it"
        );
        assert_eq!(refused(br#"{"status":{"errorCode":true}}"#), "`status.errorCode`: expected a number, found `true`");
        assert_eq!(refused(b"Date,Sign-in error code,Username\n"), "the log has no entries");
    }
}
