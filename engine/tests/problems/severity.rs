//! The level of every code: what a document says is refused, and what is merely good to know; all others are warnings.
//!
//! The lists are typed by hand, so that a code that changes its level fails here.

use redemption_engine::problems::{ProblemCode, Severity};
use strum::IntoEnumIterator;

fn of(severity: Severity) -> Vec<&'static str> {
    let cards = ProblemCode::iter().map(ProblemCode::card);
    cards.filter(|card| card.severity == severity).map(|card| card.id).collect()
}

#[test]
fn what_the_portal_or_graph_does_not_take_is_refused() {
    assert_eq!(
        of(Severity::Refused),
        [
            "RDM-002", "RDM-007", "RDM-009", "RDM-014", "RDM-020", "RDM-036", "RDM-037", "RDM-055", "RDM-057", "RDM-058",
            "RDM-059", "RDM-060", "RDM-061", "RDM-103", "RDM-104", "RDM-105", "RDM-106", "RDM-107", "RDM-108", "RDM-109",
            "RDM-110", "RDM-111", "RDM-112", "RDM-113", "RDM-114",
        ]
    );
}

#[test]
fn what_is_merely_good_to_know_is_a_note() {
    assert_eq!(
        of(Severity::Note),
        [
            "RDM-003", "RDM-004", "RDM-011", "RDM-022", "RDM-023", "RDM-024", "RDM-027", "RDM-031", "RDM-033", "RDM-039",
            "RDM-041", "RDM-042", "RDM-045", "RDM-051", "RDM-056", "RDM-062", "RDM-063", "RDM-064", "RDM-065", "RDM-067",
            "RDM-069", "RDM-070", "RDM-073", "RDM-074", "RDM-075", "RDM-077", "RDM-087", "RDM-091", "RDM-092", "RDM-093",
            "RDM-095", "RDM-096", "RDM-100",
        ]
    );
}

#[test]
fn all_others_are_warnings() {
    assert_eq!(of(Severity::Warning).len(), 56);
}

#[test]
fn what_matters_most_comes_first() {
    assert_eq!(Severity::iter().collect::<Vec<_>>(), [Severity::Refused, Severity::Warning, Severity::Note]);
    assert!(Severity::Refused < Severity::Warning && Severity::Warning < Severity::Note);
}

#[test]
fn whatever_is_refused_cites_a_document_unless_it_is_only_typed() {
    for card in ProblemCode::iter().filter(|code| !code.is_of_typed_text()).map(ProblemCode::card) {
        assert!(card.severity != Severity::Refused || !card.sources.is_empty(), "{}", card.id);
    }
}

#[test]
fn what_is_typed_and_cannot_be_taken_is_refused() {
    let typed: Vec<&str> = ProblemCode::iter().filter(|code| code.is_of_typed_text()).map(|code| code.card().id).collect();
    assert_eq!(typed, ["RDM-108", "RDM-109", "RDM-110", "RDM-111", "RDM-112", "RDM-113", "RDM-114"]);
}
