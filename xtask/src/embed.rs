//! Makes the document that other sites may show in a frame, `embed/index.html`,
//! from the page itself.
//!
//! A document of its own, because who may frame a page is said for a document:
//! the page itself may be framed by nobody. It is the same program; the mark in
//! its head makes it a view without storage. What that view shows is in
//! `src/app/embed.rs`.

use anyhow::{Context, bail};

use crate::html::tags;

/// Where it is, below `dist/`.
pub(crate) const PAGE: &str = "embed/index.html";

/// The document, before it has a policy, from the page before it has one.
pub(crate) fn page(html: &str) -> anyhow::Result<String> {
    // All addresses of the page begin with `./`, in attributes and in trunk's script.
    let mut page = ["\"", "'", "="]
        .iter()
        .fold(html.to_owned(), |page, before| page.replace(&format!("{before}./"), &format!("{before}../")));
    let place = tags(&page).iter().find(|tag| tag.attribute("charset").is_some()).map(|tag| tag.span.end);
    page.insert_str(place.context("index.html names no charset")?, r#"<meta name="view" content="embed">"#);
    for tag in tags(&page).iter().filter(|tag| matches!(tag.name.as_str(), "link" | "script")) {
        for name in ["href", "src"] {
            if let Some(address) = tag.attribute(name)
                && !address.starts_with("../")
                && !address.starts_with("data:")
            {
                bail!("`{address}` in index.html does not begin with `./`, so it leads nowhere from `{PAGE}`");
            }
        }
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><meta charset=utf-8><link href=./a.css rel=stylesheet><link rel=\"icon\" href=\"data:,\">\
        <script type=module>import './app.js'</script><link href=\"./app.js\" rel=modulepreload></head><a href=\"?\">again</a>";

    #[test]
    fn every_address_leads_out_of_the_folder() {
        let page = page(HTML).unwrap();
        for part in ["href=../a.css", "import '../app.js'", "href=\"../app.js\"", "href=\"data:,\"", "href=\"?\""] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn the_document_is_marked_as_the_embedded_view() {
        assert!(page(HTML).unwrap().starts_with("<head><meta charset=utf-8><meta name=\"view\" content=\"embed\">"));
    }

    #[test]
    fn an_address_that_would_lead_nowhere_is_refused() {
        assert!(page(&HTML.replace("./a.css", "a.css")).is_err());
        assert!(page("<head></head>").is_err());
    }
}
