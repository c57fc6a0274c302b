//! The parts that a simulated page is made of.
//!
//! Plain text only: no links out, no input fields, no art. How a part is drawn is the business of whoever draws it.

/// A part of a simulated page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The page's title.
    Title(String),
    /// A line of text.
    Line(String),
    /// A line that stands out.
    Strong(String),
    /// A line at the foot.
    Small(String),
    /// What looks like a link and leads nowhere.
    Link(String),
    /// The account that somebody signs in with.
    Account(String),
    /// Something is wrong with what was done.
    Complaint(String),
    /// A code to be typed or to be reported.
    Code(String),
    /// Points.
    List(Vec<String>),
    /// Points in order.
    Steps(Vec<String>),
    /// Names with their values: the head of a mail, the details of an error.
    Details(Vec<(String, String)>),
    /// A document that is closed, by its name.
    Closed(String),
    /// The text of a document that has been opened.
    Document(String),
}

/// A title with lines under it.
pub(super) fn sheet(title: String, lines: impl IntoIterator<Item = String>) -> Vec<Part> {
    std::iter::once(Part::Title(title)).chain(lines.into_iter().map(Part::Line)).collect()
}
