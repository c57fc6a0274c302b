//! The documents that the self-help texts recommend, as links.
//!
//! The addresses are those of the texts; some of them lead on to newer pages.

use crate::rules::Document;

/// A document that is recommended for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recommended {
    /// What it is about.
    pub title: &'static str,
    /// Where it is.
    pub url: &'static str,
    /// The text that recommends it.
    pub by: Document,
}

const fn document(by: Document, title: &'static str, url: &'static str) -> Recommended {
    Recommended { title, url, by }
}

const RECOMMENDED: &[Recommended] = &[
    document(
        Document::SelfHelpRedeem,
        "Signing in to applications fails in Chrome only",
        "https://docs.microsoft.com/office365/troubleshoot/miscellaneous/chrome-behavior-affects-applications",
    ),
    document(
        Document::SelfHelpRedeem,
        "Redeeming a B2B invitation",
        "https://docs.microsoft.com/azure/active-directory/b2b/redemption-experience",
    ),
    document(
        Document::SelfHelpRedeem,
        "Documentation of B2B collaboration",
        "https://docs.microsoft.com/azure/active-directory/b2b/",
    ),
    document(
        Document::SelfHelpGuests,
        "Adding B2B collaboration guests to your tenant",
        "https://docs.microsoft.com/azure/active-directory/active-directory-b2b-admin-add-users",
    ),
    document(
        Document::SelfHelpGuests,
        "Licensing of B2B collaboration",
        "https://docs.microsoft.com/azure/active-directory/active-directory-b2b-licensing",
    ),
    document(
        Document::SelfHelpGuests,
        "Troubleshooting B2B collaboration",
        "https://docs.microsoft.com/azure/active-directory/active-directory-b2b-troubleshooting",
    ),
    document(
        Document::SelfHelpGuests,
        "Frequently asked questions about B2B collaboration",
        "https://docs.microsoft.com/azure/active-directory/active-directory-b2b-faq",
    ),
    document(
        Document::SelfHelpGuests,
        "Multifactor authentication for B2B collaboration users",
        "https://docs.microsoft.com/azure/active-directory/active-directory-b2b-mfa-instructions",
    ),
    document(
        Document::SeedSummary,
        "B2B collaboration invitation redemption",
        "https://learn.microsoft.com/en-us/entra/external-id/redemption-experience",
    ),
];

/// The recommended documents, in the order of the texts.
pub fn recommended() -> &'static [Recommended] {
    RECOMMENDED
}
