//! A simulated page as lines of text, for what is drawn without markup. The same words as the still.

use redemption_engine::design::Design;
use redemption_engine::guest::Guest;
use redemption_engine::page::{Part, language_at};
use redemption_engine::trace::{Place, Run};

use super::frame::Drawn;
use crate::state::GuestLanguage;

/// A page in words.
pub(crate) struct PageText {
    /// What stands in its address bar.
    pub(crate) address: String,
    /// Its lines, and whether each stands out.
    pub(crate) lines: Vec<(bool, String)>,
}

/// The page at a place of a guest's run, in the reader's choice of language. Whoever asks has every language loaded.
pub(crate) fn page_text(design: &Design, guest: &Guest, run: &Run, place: Place, language: GuestLanguage) -> Option<PageText> {
    let words = language.of_page(language_at(design, guest, run, place).as_deref()).words();
    let page = Drawn::at(design, guest, run, place, words)?.page;
    let mut lines = Vec::new();
    for part in page.parts {
        match part {
            Part::Title(text) | Part::Strong(text) => lines.push((true, text)),
            Part::Line(text)
            | Part::Small(text)
            | Part::Link(text)
            | Part::Account(text)
            | Part::Complaint(text)
            | Part::Code(text)
            | Part::Closed(text)
            | Part::Document(text) => lines.push((false, text)),
            Part::List(points) => lines.extend(points.into_iter().map(|point| (false, format!("• {point}")))),
            Part::Steps(points) => lines.extend((1..).zip(points).map(|(number, point)| (false, format!("{number}. {point}")))),
            Part::Details(rows) => lines.extend(rows.into_iter().map(|(name, value)| (false, format!("{name}: {value}")))),
        }
    }
    Some(PageText { address: page.address, lines })
}
