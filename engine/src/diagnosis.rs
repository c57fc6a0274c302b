//! Troubleshooting: what somebody reports, the causes it can have, and who can do what about each of them.
//!
//! A table of documented knowledge with its sources, and scenarios that show a cause in a run. It decides nothing: which cause a
//! report has is found by the people who have it. What is pasted is read in [`evidence`].

mod account;
mod application;
pub mod evidence;
mod invitation;
mod mail;
mod policy;
mod provider;
mod recommended;
mod scenario;
mod sign_in;

use strum::{EnumIter, IntoStaticStr};

use crate::flow::Outcome;
use crate::rules::{Basis, Source};

pub use crate::wording::Who;
pub use recommended::{Recommended, recommended};
pub use scenario::{Scenario, names as scenario_names, read as scenario_file, scenario};

/// Who reports it, or where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Reporter {
    /// The guest sees it.
    Guest,
    /// Whoever invites sees it.
    Inviter,
    /// It is in the sign-in log.
    SignInLog,
    /// It is in the audit log.
    AuditLog,
}

/// Something that is reported.
#[derive(Debug, PartialEq, Eq)]
pub struct Symptom {
    /// The stable name.
    pub id: &'static str,
    /// What the guest or the inviter says, or what the log holds.
    pub says: &'static str,
    /// The numbers of the error codes that come with it, without `AADSTS`.
    pub codes: &'static [&'static str],
    /// Words of the messages that come with it, in lower case.
    pub phrases: &'static [&'static str],
    /// Who reports it.
    pub reported_by: &'static [Reporter],
    /// What can be behind it, the likeliest first.
    pub causes: &'static [Cause],
}

/// Something that can be behind a symptom.
#[derive(Debug, PartialEq, Eq)]
pub struct Cause {
    /// The stable name.
    pub id: &'static str,
    /// What is the matter.
    pub text: &'static str,
    /// What helps, in the order in which it is done.
    pub steps: &'static [Step],
    /// Where it can be read.
    pub sources: &'static [Source],
    /// How sure it is.
    pub basis: Basis,
    /// How a run ends that has this cause; empty where the model does not know it.
    pub outcomes: &'static [Outcome],
    /// The name of a scenario that shows it.
    pub scenario: Option<&'static str>,
}

/// Something that somebody can do.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// Who.
    pub who: Who,
    /// What.
    pub text: &'static str,
    /// A page that helps with it.
    pub link: Option<&'static str>,
}

/// Writes a table of symptoms down.
macro_rules! symptoms {
    ($($id:literal by [$($by:ident)+] codes [$($code:literal)*] phrases [$($phrase:literal)*] $says:literal {
        $($cause:literal $basis:ident ends [$($outcome:ident)*] shown [$($scenario:literal)?] $text:literal
            steps [$($who:ident $step:literal $(=> $link:literal)?),+ $(,)?]
            sources [$($document:ident $place:literal),+ $(,)?])+
    })+) => {
        /// The symptoms of this part, in the order in which they are shown.
        pub(super) static SYMPTOMS: &[$crate::diagnosis::Symptom] = &[$($crate::diagnosis::Symptom {
            id: $id,
            says: $says,
            codes: &[$($code),*],
            phrases: &[$($phrase),*],
            reported_by: &[$($crate::diagnosis::Reporter::$by),+],
            causes: &[$($crate::diagnosis::Cause {
                id: $cause,
                text: $text,
                steps: &[$($crate::diagnosis::Step {
                    who: $crate::diagnosis::Who::$who,
                    text: $step,
                    link: $crate::diagnosis::optional(&[$($link)?]),
                }),+],
                sources: &[$($crate::rules::Source { document: $crate::rules::Document::$document, place: $place }),+],
                basis: $crate::rules::Basis::$basis,
                outcomes: &[$($crate::flow::Outcome::$outcome),*],
                scenario: $crate::diagnosis::optional(&[$($scenario)?]),
            }),+],
        }),+];
    };
}
use symptoms;

/// The only text of a list that has at most one.
const fn optional(list: &'static [&'static str]) -> Option<&'static str> {
    match list {
        [text, ..] => Some(text),
        [] => None,
    }
}

/// Every symptom, in the order in which they are shown: from the invitation to the application.
pub fn all() -> impl Iterator<Item = &'static Symptom> {
    [
        mail::SYMPTOMS,
        invitation::SYMPTOMS,
        account::SYMPTOMS,
        sign_in::SYMPTOMS,
        provider::SYMPTOMS,
        policy::SYMPTOMS,
        application::SYMPTOMS,
    ]
    .into_iter()
    .flatten()
}

/// The symptom of this name.
pub fn find(id: &str) -> Option<&'static Symptom> {
    all().find(|symptom| symptom.id == id)
}

/// The symptoms that come with an error code, given by its number.
pub fn with_code(number: &str) -> Vec<&'static Symptom> {
    all().filter(|symptom| symptom.codes.contains(&number)).collect()
}

/// The symptoms of a run that ended like this; none where nothing is wrong.
pub fn symptoms_of(outcome: Outcome) -> Vec<&'static Symptom> {
    all().filter(|symptom| symptom.causes_of(outcome).next().is_some()).collect()
}

impl Symptom {
    /// The causes with which a run ends like this.
    pub fn causes_of(&self, outcome: Outcome) -> impl Iterator<Item = &'static Cause> + use<> {
        self.causes.iter().filter(move |cause| cause.outcomes.contains(&outcome))
    }

    /// Whether an attempt to get in can end in it, so that it can be looked for; what is done between two attempts ends otherwise.
    pub fn is_of_an_attempt(&self) -> bool {
        let ends = |outcome: &Outcome| !matches!(outcome, Outcome::Done | Outcome::NotOffered);
        self.causes.iter().flat_map(|cause| cause.outcomes).any(ends)
    }

    /// Whether every word stands in what is said, in a code, a message or a cause, without regard to capitals.
    pub fn has_words(&self, words: &str) -> bool {
        let mut text = self.says.to_lowercase();
        let codes = self.codes.iter().map(|code| format!("aadsts{code}"));
        let phrases = self.phrases.iter().map(|phrase| (*phrase).to_owned());
        for more in codes.chain(phrases).chain(self.causes.iter().map(|cause| cause.text.to_lowercase())) {
            text.push('\n');
            text.push_str(&more);
        }
        words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(symptoms: &[&'static Symptom]) -> Vec<&'static str> {
        symptoms.iter().map(|symptom| symptom.id).collect()
    }

    #[test]
    fn a_code_leads_to_its_symptoms_and_an_unknown_one_to_none() {
        assert_eq!(ids(&with_code("50057")), ["account-disabled"]);
        assert_eq!(ids(&with_code("90072")), ["account-does-not-exist"]);
        let first = ["account-does-not-exist", "direct-link-fails", "passcode-account-does-not-exist"];
        assert_eq!(ids(&with_code("50020")), first);
        assert_eq!(with_code("99999999"), Vec::<&Symptom>::new());
    }

    #[test]
    fn an_end_leads_to_its_symptoms_and_a_good_one_to_none() {
        assert_eq!(ids(&symptoms_of(Outcome::NotAssigned)), ["not-assigned"]);
        assert_eq!(symptoms_of(Outcome::Redeemed), Vec::<&Symptom>::new());
    }

    #[test]
    fn a_search_finds_every_word_in_text_code_or_cause() {
        let found = |words: &str| all().filter(|symptom| symptom.has_words(words)).count();
        assert_eq!(found(""), all().count());
        assert!(find("no-invitation-mail").unwrap().has_words("MAIL spam"));
        assert!(find("account-disabled").unwrap().has_words("AADSTS50057"));
        assert_eq!(found("spam nothing-of-that"), 0);
    }
}
