//! A simulated page as lines of text, for what is drawn without markup. The same words as the still.

use redemption_engine::design::Design;
use redemption_engine::guest::Guest;
use redemption_engine::trace::{Place, Run};

use super::pages;
use super::scene::Scene;
use super::sheet::Part;

/// A page in words.
pub(crate) struct PageText {
    /// What stands in its address bar.
    pub(crate) address: String,
    /// Its lines, and whether each stands out.
    pub(crate) lines: Vec<(bool, String)>,
}

/// The page at a place of a guest's run.
pub(crate) fn page_text(design: &Design, guest: &Guest, run: &Run, place: Place) -> Option<PageText> {
    let scene = Scene::at(design, guest, run, place)?;
    let mut lines = Vec::new();
    for part in pages::page(&scene) {
        match part {
            Part::Title(text) | Part::Strong(text) => lines.push((true, text)),
            Part::Line(text) | Part::Complaint(text) | Part::Code(text) | Part::Document(text) => lines.push((false, text)),
            Part::List(points) => lines.extend(points.into_iter().map(|point| (false, format!("• {point}")))),
            Part::Details(rows) => lines.extend(rows.into_iter().map(|(name, value)| (false, format!("{name}: {value}")))),
        }
    }
    Some(PageText { address: pages::address(&scene), lines })
}
