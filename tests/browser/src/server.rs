//! Serves the built page below a path on this computer, with the headers that it brings along in `_headers`.
//!
//! Only what any static host does: nothing is made up, and everything elsewhere is not found. A test can have a host of its own
//! ([`host`]), take it from the network, or publish another version there.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::sync::OnceCell;
use tower_http::services::ServeDir;

use crate::tools;

/// Where the page is.
pub const SITE: &str = "/some/path/";
/// Where the page is without its WebAssembly file.
pub const WITHOUT_PROGRAM: &str = "/without/program/";
/// Where the page is with browsers told to report where text becomes markup or script (Trusted Types).
pub const REPORTING: &str = "/reporting/";
/// Where the counter is that the page is compared with, where one was built.
pub const COUNTER: &str = "/counter/";
/// An empty page of the same origin, to prepare the browser's storage.
pub const BLANK: &str = "/blank";
/// A page that shows the embedded view of `SITE` in a frame; the fragment is handed on to it.
pub const FRAMING: &str = "/framing";

/// Below here, every test has a host of its own.
const HOSTS: &str = "/host/";

/// What a host of a test's own does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// It serves the page.
    Serves,
    /// It cannot be reached.
    Gone,
    /// It serves the page as another version.
    ServesNewer,
    /// It serves the page built to be kept no longer.
    ServesWithoutOffline,
}

static ADDRESS: OnceCell<SocketAddr> = OnceCell::const_new();
static HOSTS_NOW: Mutex<BTreeMap<String, Host>> = Mutex::new(BTreeMap::new());

/// Sets what the host of this name does, and answers the path of its page.
pub fn host(name: &str, does: Host) -> String {
    HOSTS_NOW.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), does);
    format!("{HOSTS}{name}/")
}

/// Starts the server once, and answers its origin. It runs as long as the tests do.
pub async fn origin() -> String {
    let address = ADDRESS
        .get_or_init(|| async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
            let address = listener.local_addr().expect("a bound listener has an address");
            let routes = routes();
            tokio::spawn(async move { axum::serve(listener, routes).await.expect("the server does not stop") });
            address
        })
        .await;
    format!("http://{address}")
}

fn routes() -> Router {
    let site = tools::site();
    let rules = rules(&std::fs::read_to_string(site.join("_headers")).expect("the built page has a file `_headers`"));
    let mut pages = Router::new();
    for place in [SITE, WITHOUT_PROGRAM, REPORTING] {
        pages = pages.nest_service(place.trim_end_matches('/'), ServeDir::new(&site));
    }
    let hosted = Router::new()
        .route(&format!("{HOSTS}{{name}}/{{*file}}"), get(serve_hosted))
        .route(&format!("{HOSTS}{{name}}/"), get(serve_hosted));
    if let Some(counter) = tools::counter() {
        pages = pages.nest_service(COUNTER.trim_end_matches('/'), ServeDir::new(counter));
    }
    let pages = pages.merge(hosted).layer(from_fn(refuse_program)).layer(from_fn(move |request: Request, next: Next| {
        let path = request.uri().path().to_owned();
        let headers = headers_for(&rules, &path);
        async move {
            let mut response = next.run(request).await;
            response.headers_mut().extend(headers);
            response
        }
    }));
    let blank = Html("<!doctype html><html lang=\"en\"><title>Blank</title><link rel=\"icon\" href=\"data:,\">");
    let framing = Html(format!(
        "<!doctype html><html lang=\"en\"><title>Another site</title><link rel=\"icon\" href=\"data:,\">
        <iframe title=\"A redemption\" width=\"900\" height=\"600\"></iframe>
        <script>document.querySelector('iframe').src = '{SITE}embed/index.html' + location.hash</script>"
    ));
    pages.route(BLANK, get(move || async move { blank })).route(FRAMING, get(move || async move { framing }))
}

/// A file of the page as the host of a test serves it.
async fn serve_hosted(request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let (name, file) = path.trim_start_matches(HOSTS).split_once('/').unwrap_or_default();
    let file = if file.is_empty() { "index.html" } else { file };
    let does = HOSTS_NOW.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied();
    let Some(does) = does.filter(|does| *does != Host::Gone) else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    if file == "service-worker.js" {
        let worker = std::fs::read_to_string(tools::site().join(file)).expect("the built page has a service worker");
        let worker = match does {
            Host::Serves | Host::Gone => worker,
            Host::ServesNewer => worker.replace("const VERSION = \"", "const VERSION = \"newer-"),
            Host::ServesWithoutOffline => include_str!("../../../xtask/src/offline/remove.js").to_owned(),
        };
        return ([(header::CONTENT_TYPE, "text/javascript")], worker).into_response();
    }
    let uri = format!("/{file}").parse().expect("a file of the page has an address");
    let mut asked = Request::new(axum::body::Body::empty());
    *asked.uri_mut() = uri;
    match tower::ServiceExt::oneshot(ServeDir::new(tools::site()), asked).await {
        Ok(response) => response.into_response(),
        Err(never) => match never {},
    }
}

async fn refuse_program(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let refused = path.starts_with(WITHOUT_PROGRAM) && path.ends_with(".wasm");
    if refused { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await }
}

/// The headers of a path of the server, as the host of the page would send them.
fn headers_for(rules: &[Rule], path: &str) -> HeaderMap {
    let places = [SITE, WITHOUT_PROGRAM, REPORTING];
    let below = places.iter().find_map(|place| path.strip_prefix(place)).map(str::to_owned);
    let below = below.or_else(|| Some(path.strip_prefix(HOSTS)?.split_once('/')?.1.to_owned())).unwrap_or_default();
    let path_on_host = format!("/{below}");
    let fits = |rule: &&Rule| match rule.path.strip_suffix('*') {
        Some(start) => path_on_host.starts_with(start),
        None => path_on_host == rule.path,
    };
    let mut headers = HeaderMap::new();
    for rule in rules.iter().filter(fits) {
        for (name, value) in &rule.headers {
            headers.append(name, value.clone());
        }
    }
    if path.starts_with(REPORTING) {
        let policy = HeaderValue::from_static("require-trusted-types-for 'script'");
        headers.append(header::CONTENT_SECURITY_POLICY_REPORT_ONLY, policy);
    }
    headers
}

/// The headers for a path, or for all that begin with one.
#[derive(Clone, Debug)]
struct Rule {
    path: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// The rules of a file `_headers`: a path, and its headers indented below it.
fn rules(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !line.starts_with(char::is_whitespace) {
            rules.push(Rule { path: line.trim().to_owned(), headers: Vec::new() });
            continue;
        }
        let (name, value) = line.trim().split_once(':').unwrap_or_else(|| panic!("`{line}` is not a header"));
        let name: HeaderName = name.trim().parse().expect("a header's name");
        let value = HeaderValue::from_str(value.trim()).expect("a header's value");
        rules.last_mut().expect("`_headers` begins with a path").headers.push((name, value));
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_headers_of_every_rule_that_fits() {
        let rules = rules("/*\n  A: b\n/\n  Content-Security-Policy: default-src 'none'; img-src data:\n/embed/*\n  C: d\n");
        let page = headers_for(&rules, SITE);
        assert_eq!(page["content-security-policy"], "default-src 'none'; img-src data:");
        assert_eq!(page["a"], "b");
        let embedded = headers_for(&rules, &format!("{SITE}embed/index.html"));
        assert_eq!(embedded["c"], "d");
        assert!(!embedded.contains_key("content-security-policy"));
        assert_eq!(headers_for(&rules, "/host/one/embed/")["c"], "d");
    }
}
