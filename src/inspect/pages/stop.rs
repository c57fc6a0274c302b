//! Error pages: title, message, code, correlation id and timestamp.
//!
//! Why it came to that, and what helps, stands below the page: the real one does not say it.

use redemption_engine::wording;

use crate::inspect::scene::Scene;
use crate::inspect::sheet::Part;

/// A made-up id; on a real page, support asks for it.
const CORRELATION_ID: &str = "5d1f0c2e-7a44-4b1e-9c6d-0e8a3b5f7d21";

/// An error page with this title.
pub(super) fn error(scene: &Scene, title: &str) -> Vec<Part> {
    let mut parts = vec![Part::Title(title.to_owned())];
    let Some(outcome) = scene.outcome else { return parts };
    parts.extend(outcome.error_code().map(|code| Part::Code(code.to_owned())));
    parts.push(Part::Line(wording::outcome_text(outcome).to_owned()));
    parts.push(Part::Details(vec![
        ("Correlation ID", format!("{CORRELATION_ID} (made up)")),
        ("Timestamp", format!("{} (simulated)", scene.time)),
    ]));
    parts
}
