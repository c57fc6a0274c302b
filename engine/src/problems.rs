//! Questionable settings: what the portal or Microsoft Graph would refuse, what is probably not meant, and what a reader should know
//! before trusting a run.
//!
//! A problem never blocks a run, and no run depends on one: what would be refused stays as a draft. What cannot be a workspace at all
//! (an address without `@`, a provider listed twice) is refused when it is read; a form that holds such a text reports it by
//! [`Problem::of_typed_text`].

mod access;
mod clouds;
mod code;
mod collaboration;
mod expectations;
mod federations;
mod guest;
mod home;
mod policies;
mod readings;
mod removal;
mod resource;
mod terms;

use std::fmt::Display;

use serde::Serialize;
use strum::{EnumIter, IntoStaticStr};

pub(crate) use access::is_microsoft_application;
pub use code::ProblemCode;
pub use removal::Removal;

use crate::act::{Act, Change};
use crate::field::Field;
use crate::guest::Guest;
use crate::rules::Source;
use crate::workspace::Workspace;

/// Something questionable in a workspace, and the form control where it can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of problem.
    pub code: ProblemCode,
    /// How much it matters.
    pub severity: Severity,
    /// Where it can be mended. The control of [`ProblemCode::NoGuest`] exists only once there is a guest.
    pub field: Field,
    /// What is wrong and what to do, in one or two sentences.
    pub message: String,
    /// Where it can be read; empty where it is a matter of this form alone.
    pub sources: &'static [Source],
    /// What can be taken out so that it is gone, where that is one exact edit.
    pub removal: Option<Removal>,
}

impl Problem {
    /// A text that stands in this control and cannot be taken, with why not.
    pub fn of_typed_text(code: ProblemCode, field: Field, why: impl Into<String>) -> Self {
        code.at(field, why)
    }

    /// The same problem, mended by this removal.
    fn mended_by(self, removal: Removal) -> Self {
        Self { removal: Some(removal), ..self }
    }
}

/// How much a problem matters; what matters most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Severity {
    /// The portal or Microsoft Graph would not take it. It is kept here as a draft.
    Refused,
    /// It can be set, but will not work, is ignored, or contradicts itself.
    Warning,
    /// Good to know.
    Note,
}

/// All problems of a workspace: the readings' and the resource tenant's, then each home tenant's, each guest's, and
/// what is expected of guests.
pub fn check(workspace: &Workspace) -> Vec<Problem> {
    let mut problems = Vec::new();
    readings::check(&workspace.design, &mut problems);
    resource::check(&workspace.design, &mut problems);
    federations::check(workspace, &mut problems);
    terms::check(workspace, &mut problems);
    collaboration::check(&workspace.design.resource_tenant, &mut problems);
    access::check(workspace, &mut problems);
    clouds::check(&workspace.design, &mut problems);
    policies::check(workspace, &mut problems);
    home::check(workspace, &mut problems);
    guest::check(workspace, &mut problems);
    expectations::check(workspace, &mut problems);
    problems
}

impl ProblemCode {
    /// A problem of this kind.
    fn at(self, field: Field, message: impl Into<String>) -> Problem {
        let card = self.card();
        Problem { code: self, severity: card.severity, field, message: message.into(), sources: card.sources, removal: None }
    }
}

fn check_name(name: &str, field: Field, whose: &str, problems: &mut Vec<Problem>) {
    if name.trim().is_empty() {
        problems.push(ProblemCode::NameIsEmpty.at(field, format!("{whose} has no name. Give it one.")));
    }
}

fn check_address(address: Option<&str>, field: Field, problems: &mut Vec<Problem>) {
    if let Some(address) = address.filter(|address| !is_https_address(address)) {
        let message = if address.trim().is_empty() {
            "The web address is empty. Write one that begins with https://, or clear the setting.".to_owned()
        } else {
            format!("{address} is not an https address. Write one such as https://myapps.microsoft.com.")
        };
        problems.push(ProblemCode::AddressIsNotHttps.at(field, message));
    }
}

/// Whether such a change is made in the story of one of the guests.
fn is_made<'a>(mut guests: impl Iterator<Item = &'a Guest>, such: impl Fn(Change) -> bool) -> bool {
    guests.any(|guest| guest.story.iter().any(|act| matches!(act, Act::Change(change) if such(*change))))
}

/// The first three and how many more there are, so that a message stays short.
fn first_few<T: Display>(items: &[T]) -> String {
    let named = crate::wording::list(items.iter().take(3));
    match items.len().saturating_sub(3) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// Whether the text is `https://` and a host, without blanks. Whether anything answers there is not asked.
fn is_https_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("https") && !host.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_cut_after_three() {
        assert_eq!(first_few(&["a", "b", "c"]), "a, b, c");
        assert_eq!(first_few(&["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
    }

    #[test]
    fn an_https_address_has_the_scheme_a_host_and_no_blanks() {
        for good in ["https://myapps.microsoft.com", "HTTPS://woodgrove.example/privacy?x=1", "https://woodgrove.example:8443#a"]
        {
            assert!(is_https_address(good), "{good}");
        }
        for bad in [
            "",
            "woodgrove.example",
            "http://woodgrove.example",
            "https://",
            "https:///x",
            "https://wood grove.example",
            "javascript:alert(1)",
        ] {
            assert!(!is_https_address(bad), "{bad}");
        }
    }
}
