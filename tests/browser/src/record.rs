//! What the browser has logged: messages on the console, and requests over the network.

use serde_json::Value;

use crate::page::Page;

/// Chromium says this about every preload with `integrity`, which trunk writes; the attribute does no harm.
const INTEGRITY_OF_PRELOADS: &str = "`integrity` attribute is currently ignored for preload";

/// Warnings and errors on the console, and requests to another origin, each as a line.
pub async fn complaints(page: &Page, expected: &[&str]) -> Vec<String> {
    let mut complaints: Vec<String> = page
        .log("browser")
        .await
        .iter()
        .filter(|entry| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE")))
        .map(|entry| entry["message"].to_string())
        .filter(|message| !message.contains(INTEGRITY_OF_PRELOADS) && !expected.iter().any(|part| message.contains(part)))
        .map(|message| format!("console: {message}"))
        .collect();
    let requests = requests(page).await;
    let (own, other): (Vec<String>, Vec<String>) = requests.into_iter().partition(|url| page.is_own(url));
    assert!(!own.is_empty(), "the browser has logged no request, so none was checked");
    complaints.extend(other.into_iter().filter(|url| !is_local(url)).map(|url| format!("request: {url}")));
    complaints
}

/// Shows the console of a test that has failed.
pub async fn print_console(page: &Page) {
    for entry in page.log("browser").await {
        eprintln!("console: {} {}", entry["level"], entry["message"]);
    }
}

/// The addresses of all requests since the last call.
async fn requests(page: &Page) -> Vec<String> {
    let events = page.log("performance").await;
    let events = events.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
    events
        .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
        .filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned()))
        .collect()
}

/// Addresses for which nothing is sent.
fn is_local(url: &str) -> bool {
    ["data:", "blob:", "about:", "chrome:"].iter().any(|scheme| url.starts_with(scheme))
}
