//! The content security policy and its fellow headers: what the page may load,
//! and who may frame it.
//!
//! Hosts that send headers get them in `_headers` and `staticwebapp.config.json`;
//! for all others the policy stands in the page itself. The page may be framed by
//! nobody, the embedded view by everyone. It admits trunk's inline
//! loader by its hash, never by `'unsafe-inline'` and never by a nonce, which
//! protects nothing in a file that is the same for everyone. It does not weaken
//! for anything else that is inline: such a page is refused here, at build time,
//! rather than found broken in a browser.

use anyhow::bail;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::html::{Tag, tags};

/// The headers besides the policy.
pub(crate) const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
];

/// The policy, up to what only headers can say.
///
/// `'wasm-unsafe-eval'` compiles WebAssembly and, despite its name, evaluates
/// no JavaScript.
fn in_page(scripts: &str) -> String {
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// Who may show a document in a frame. Only headers can say that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    /// Nobody: the page keeps people's work, and a frame could trick them into clicking there.
    Nobody,
    /// Everyone: the embedded view has no storage and nothing to lose.
    Everyone,
}

/// A page with its policy in it, and the policy for the header.
#[derive(Debug)]
pub(crate) struct Secured {
    pub(crate) html: String,
    pub(crate) header: String,
}

/// Puts the policy into a page whose scripts are final.
pub(crate) fn secure(html: &str, framing: Framing) -> anyhow::Result<Secured> {
    let tags = tags(html);
    refuse_what_the_policy_blocks(&tags)?;
    let scripts: String =
        tags.iter().filter(|tag| is_inline_script(tag)).map(|tag| format!(" 'sha256-{}'", hash(tag.text))).collect();
    let in_page = in_page(&scripts);
    let ancestors = match framing {
        Framing::Nobody => "'none'",
        Framing::Everyone => "*",
    };
    let header = format!("{in_page}; frame-ancestors {ancestors}");
    let html = with_policy(html, &tags, &in_page)?;
    Ok(Secured { html, header })
}

fn is_inline_script(tag: &Tag<'_>) -> bool {
    tag.name == "script" && tag.attribute("src").is_none()
}

/// The hash a browser computes of an inline script: it reads every line end as
/// a single line feed.
fn hash(script: &str) -> String {
    let script = script.replace("\r\n", "\n").replace('\r', "\n");
    STANDARD.encode(Sha256::digest(script))
}

fn refuse_what_the_policy_blocks(tags: &[Tag<'_>]) -> anyhow::Result<()> {
    for tag in tags {
        let name = &tag.name;
        if name == "style" {
            bail!("index.html has a <style> element, which its policy blocks; use a file in style/");
        }
        for (attribute, value) in &tag.attributes {
            if attribute == "style" {
                bail!("<{name}> has a `style` attribute, which the policy blocks; use a class");
            }
            if attribute.starts_with("on") {
                bail!("<{name}> has the inline handler `{attribute}`, which the policy blocks");
            }
            if is_loaded(tag) && is_address(attribute) && !is_relative(value) {
                bail!("<{name}> loads `{value}`; only relative addresses work under any path");
            }
        }
    }
    Ok(())
}

/// Whether the browser fetches what the tag names, as opposed to linking to it.
fn is_loaded(tag: &Tag<'_>) -> bool {
    match tag.name.as_str() {
        "script" | "img" => true,
        "link" => !matches!(tag.attribute("rel"), Some("canonical" | "author" | "license")),
        _ => false,
    }
}

fn is_address(attribute: &str) -> bool {
    matches!(attribute, "href" | "src")
}

fn is_relative(address: &str) -> bool {
    address.starts_with("data:") || !(address.starts_with('/') || address.contains(':'))
}

/// The page with the policy in front of everything that it governs. The charset
/// stays first, because it must stand within the first kilobyte.
fn with_policy(html: &str, tags: &[Tag<'_>], policy: &str) -> anyhow::Result<String> {
    let is_policy =
        |tag: &&Tag<'_>| tag.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("content-security-policy"));
    let charset = tags.iter().find(|tag| tag.attribute("charset").is_some());
    let Some(place) = charset.or_else(|| tags.iter().find(|tag| tag.name == "head")) else {
        bail!("index.html has no <head>, so its policy has no place");
    };
    let mut secured = html.to_owned();
    // From the back, so that the positions in front of the change stay true.
    for placeholder in tags.iter().filter(is_policy).rev() {
        if placeholder.span.start < place.span.end {
            bail!("index.html has a policy of its own in front of the charset; remove it");
        }
        secured.replace_range(placeholder.span.clone(), "");
    }
    let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
    secured.insert_str(place.span.end, &meta);
    Ok(secured)
}

/// The headers in the format of Netlify and Cloudflare Pages.
///
/// Some hosts send the headers of every rule that fits, and two policies for one document both hold. So the rule for everything
/// has no policy, and no path has two.
///
/// The web worker is governed by the header of its own file, so its folder has the page's policy too.
pub(crate) fn headers_file(page: &str, embedded: &str, worker: &str) -> String {
    let mut file = "/*\n".to_owned();
    for (name, value) in HEADERS {
        file += &format!("  {name}: {value}\n");
    }
    let worker = format!("/{worker}/*");
    let paths = [("/", page), ("/index.html", page), ("/service-worker.js", page), (&worker, page), ("/embed/*", embedded)];
    for (path, policy) in paths {
        file += &format!("{path}\n  Content-Security-Policy: {policy}\n");
    }
    file
}

/// The headers in the format of Azure Static Web Apps, where a route's header replaces the one for everything.
pub(crate) fn static_web_app_file(page: &str, embedded: &str) -> String {
    let mut headers = serde_json::Map::new();
    headers.insert("Content-Security-Policy".to_owned(), page.into());
    for (name, value) in HEADERS {
        headers.insert(name.to_owned(), value.into());
    }
    let app = serde_json::json!({
        "globalHeaders": headers,
        "routes": [{ "route": "/embed/*", "headers": { "Content-Security-Policy": embedded } }],
        "mimeTypes": { ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" },
    });
    format!("{app:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><meta charset=\"utf-8\"><title>T</title></head>\
                        <body><script type=\"module\">alert('Hello, world.');</script></body></html>";

    #[test]
    fn an_inline_script_is_admitted_by_the_hash_of_its_bytes() {
        // The worked example of the CSP specification.
        assert_eq!(hash("alert('Hello, world.');"), "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
        let secured = secure(PAGE, Framing::Nobody).unwrap();
        assert!(secured.header.contains(
            "script-src 'self' 'wasm-unsafe-eval' \
             'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';"
        ));
    }

    #[test]
    fn line_ends_count_as_the_browser_counts_them() {
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
    }

    #[test]
    fn the_policy_comes_right_after_the_charset() {
        let secured = secure(PAGE, Framing::Nobody).unwrap();
        let expected = "<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"";
        assert!(secured.html.contains(expected), "{}", secured.html);
        assert_eq!(secured.html.matches("Content-Security-Policy").count(), 1);
    }

    #[test]
    fn without_a_charset_the_policy_comes_first_in_the_head() {
        let secured = secure("<html><head><title>T</title></head></html>", Framing::Nobody).unwrap();
        assert!(secured.html.starts_with("<html><head><meta http-equiv="));
        assert!(secure("<p>no head", Framing::Nobody).is_err());
    }

    #[test]
    fn a_placeholder_is_replaced() {
        let page = PAGE.replace("<title>", "<meta http-equiv=\"content-security-policy\" content=\"x\"><title>");
        assert_eq!(secure(&page, Framing::Nobody).unwrap().html, secure(PAGE, Framing::Nobody).unwrap().html);
    }

    #[test]
    fn only_the_header_says_who_may_frame_the_page() {
        let secured = secure(PAGE, Framing::Nobody).unwrap();
        assert!(secured.header.ends_with("; frame-ancestors 'none'"));
        assert!(!secured.html.contains("frame-ancestors"));
    }

    #[test]
    fn a_page_that_its_policy_would_break_is_refused() {
        for part in [
            "<style>p {}</style>",
            "<p style=\"color: red\">",
            "<p onclick=\"go()\">",
            "<link rel=\"stylesheet\" href=\"/style.css\">",
            "<script src=\"https://example.com/x.js\"></script>",
        ] {
            let page = PAGE.replace("<body>", &format!("<body>{part}"));
            assert!(secure(&page, Framing::Nobody).is_err(), "{part}");
        }
    }

    #[test]
    fn links_to_other_places_and_inline_icons_are_fine() {
        let page = PAGE.replace("<body>", "<link rel=\"icon\" href=\"data:,\"><body><a href=\"https://example.com/\">e</a>");
        assert!(secure(&page, Framing::Nobody).is_ok());
    }

    #[test]
    fn every_header_is_in_both_files() {
        let policy = secure(PAGE, Framing::Nobody).unwrap().header;
        let embedded = secure(PAGE, Framing::Everyone).unwrap().header;
        let headers = headers_file(&policy, &embedded, "worker-1");
        let app: serde_json::Value = serde_json::from_str(&static_web_app_file(&policy, &embedded)).unwrap();
        assert_eq!(app["globalHeaders"]["Content-Security-Policy"], policy);
        assert_eq!(app["routes"][0]["headers"]["Content-Security-Policy"], embedded);
        assert!(embedded.ends_with("; frame-ancestors *"), "{embedded}");
        for (name, value) in HEADERS {
            assert!(headers.contains(&format!("\n  {name}: {value}\n")));
            assert_eq!(app["globalHeaders"][name], value);
        }
    }

    #[test]
    fn no_path_gets_two_policies() {
        let headers = headers_file("P", "E", "worker-1");
        let (everything, rest) = headers.split_once("\n/\n").unwrap();
        assert!(everything.starts_with("/*\n") && !everything.contains("Policy: P"), "{everything}");
        let policies: Vec<&str> =
            rest.lines().filter(|line| line.starts_with('/') || line.contains("Content-Security")).collect();
        let expected = [
            "  Content-Security-Policy: P",
            "/index.html",
            "  Content-Security-Policy: P",
            "/service-worker.js",
            "  Content-Security-Policy: P",
            "/worker-1/*",
            "  Content-Security-Policy: P",
            "/embed/*",
            "  Content-Security-Policy: E",
        ];
        assert_eq!(policies, expected);
    }

    /// `trunk serve` injects inline scripts of its own and reloads through a web
    /// socket; for the rest, what works there must work in the built page.
    #[test]
    fn the_policy_while_serving_differs_only_in_what_trunk_needs() {
        let trunk: toml::Table = include_str!("../../Trunk.toml").parse().unwrap();
        let served = &trunk["serve"]["headers"];
        let expected = in_page(" 'unsafe-inline'").replace("connect-src 'self'", "connect-src 'self' ws:");
        assert_eq!(served["Content-Security-Policy"].as_str(), Some(format!("{expected}; frame-ancestors 'none'").as_str()));
        for (name, value) in HEADERS {
            assert_eq!(served[name].as_str(), Some(value), "{name}");
        }
    }
}
