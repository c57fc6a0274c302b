//! Serves the built page below a path on this computer, with the headers that it brings along in `_headers`.
//!
//! Only what any static host does: nothing is made up, and everything elsewhere is not found.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn, map_response};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::sync::OnceCell;
use tower_http::services::ServeDir;

use crate::tools;

/// Where the page is.
pub const SITE: &str = "/some/path/";
/// Where the page is without its WebAssembly file.
pub const WITHOUT_PROGRAM: &str = "/without/program/";
/// An empty page of the same origin, to prepare the browser's storage.
pub const BLANK: &str = "/blank";

static ADDRESS: OnceCell<SocketAddr> = OnceCell::const_new();

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
    let headers = headers(&std::fs::read_to_string(site.join("_headers")).expect("the built page has a file `_headers`"));
    let pages = Router::new()
        .nest_service(SITE.trim_end_matches('/'), ServeDir::new(&site))
        .nest_service(WITHOUT_PROGRAM.trim_end_matches('/'), ServeDir::new(&site))
        .layer(from_fn(refuse_program))
        .layer(map_response(move |mut response: Response| {
            response.headers_mut().extend(headers.clone());
            async { response }
        }));
    let blank = Html("<!doctype html><html lang=\"en\"><title>Blank</title><link rel=\"icon\" href=\"data:,\">");
    pages.route(BLANK, get(move || async move { blank }))
}

async fn refuse_program(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let refused = path.starts_with(WITHOUT_PROGRAM) && path.ends_with(".wasm");
    if refused { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await }
}

/// The headers of all paths: the lines that are indented below `/*`.
fn headers(text: &str) -> HeaderMap {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    assert_eq!(lines.next().map(str::trim), Some("/*"), "`_headers` begins with the rule for all paths");
    let header = |line: &str| {
        let (name, value) = line.trim().split_once(':').unwrap_or_else(|| panic!("`{line}` is not a header"));
        let name: HeaderName = name.trim().parse().expect("a header's name");
        (name, HeaderValue::from_str(value.trim()).expect("a header's value"))
    };
    let headers: HeaderMap = lines.take_while(|line| line.starts_with(char::is_whitespace)).map(header).collect();
    assert!(headers.contains_key("content-security-policy"), "`_headers` has no policy");
    headers
}

#[cfg(test)]
mod tests {
    use super::headers;

    #[test]
    fn headers_are_the_indented_lines_of_the_first_rule() {
        let read = headers("/*\n  Content-Security-Policy: default-src 'none'; img-src data:\n  A: b\n/other\n  C: d\n");
        assert_eq!(read["content-security-policy"], "default-src 'none'; img-src data:");
        assert_eq!(read["a"], "b");
        assert!(!read.contains_key("c"));
    }
}
