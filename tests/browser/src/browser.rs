//! One test: it opens sessions with fresh profiles, and all of them are looked at and closed in the end.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use futures_util::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;

use crate::driver::Driver;
use crate::page::Page;
use crate::record;
use crate::{kill, server, tools};

/// Longer than any test takes on a busy computer.
pub(crate) const LONGEST: Duration = Duration::from_secs(600);

pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("threads can be started"));
/// A browser takes much memory, so that few run at the same time.
pub(crate) static TURNS: Semaphore = Semaphore::const_new(2);

/// A name for this computer that browsers take for another one: what comes from there without TLS is not secure.
const INTRANET: &str = "simulator.example";

/// The sessions of one test.
pub struct Browser {
    driver: Arc<Driver>,
    test: String,
    sessions: RefCell<Vec<(Page, Visit, Option<PathBuf>)>>,
}

/// How a session is.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// Whether the browser runs scripts.
    pub javascript: bool,
    /// The size of text that the reader has set in the browser, in pixels.
    pub text_size: u32,
    /// Whether the page comes by plain http from another computer, as on an intranet.
    pub plain_http: bool,
    /// Parts of messages on the console that are part of the test.
    pub expected_messages: &'static [&'static str],
}

impl Default for Visit {
    fn default() -> Self {
        Self { javascript: true, text_size: 16, plain_http: false, expected_messages: &[] }
    }
}

/// Runs a test with a browser. Afterwards the console must be empty, and no request may have gone elsewhere.
pub fn browse(test: impl AsyncFnOnce(&Browser)) {
    let driver = Driver::shared();
    RUNTIME.block_on(async {
        let _turn = TURNS.acquire().await.expect("the semaphore is never closed");
        let test_name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let browser = Browser { driver, test: test_name, sessions: RefCell::default() };
        let run = AssertUnwindSafe(tokio::time::timeout(LONGEST, test(&browser))).catch_unwind().await;
        match run {
            Ok(Ok(())) => {
                let complaints = browser.close(false).await;
                assert!(complaints.is_empty(), "the browser complains:\n{}", complaints.join("\n"));
            }
            Ok(Err(_)) => {
                browser.close(true).await;
                panic!("the test took longer than {} s", LONGEST.as_secs());
            }
            Err(panic) => {
                browser.close(true).await;
                resume_unwind(panic);
            }
        }
    });
}

impl Browser {
    /// A session with a fresh profile, 1280 pixels wide, in which the page has started.
    pub async fn visit(&self) -> Page {
        let page = self.open(Visit::default()).await;
        page.start().await;
        page
    }

    /// A session with a fresh profile, 1280 pixels wide, in which nothing is open.
    pub async fn open(&self, visit: Visit) -> Page {
        self.open_over(visit, None).await
    }

    /// A session over a profile that stays when the browser ends, 1280 pixels wide, in which nothing is open.
    pub async fn open_in(&self, profile: &Path) -> Page {
        self.open_over(Visit::default(), Some(profile)).await
    }

    /// Kills the browser that uses a profile, as a power failure would, and forgets its session.
    pub fn kill(&self, profile: &Path) {
        let user = format!("--user-data-dir={}", profile.display());
        self.sessions.borrow_mut().retain(|(_, _, other)| other.as_deref() != Some(profile));
        kill::browser_with(&user);
    }

    async fn open_over(&self, visit: Visit, profile: Option<&Path>) -> Page {
        let number = self.sessions.borrow().len() + 1;
        let downloads = tools::fresh_folder(&format!("{}-{number}", self.test));
        let mut failures = Vec::new();
        for headless in ["--headless=new", "--headless"] {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities(headless, &downloads.to_string_lossy(), visit, profile));
            match builder.connect(self.driver.url()).await {
                Ok(client) => {
                    let origin = server::origin().await;
                    let origin = if visit.plain_http { origin.replace("127.0.0.1", INTRANET) } else { origin };
                    let page = Page::new(client, origin, downloads);
                    page.resize(1280, 800).await;
                    self.sessions.borrow_mut().push((page.clone(), visit, profile.map(Path::to_owned)));
                    return page;
                }
                Err(error) => failures.push(format!("{headless}: {error}")),
            }
        }
        panic!("the browser does not start: {}", failures.join("; "))
    }

    /// Closes all sessions. Answers what is wrong with them, or after a failure shows what was to be seen.
    async fn close(self, failed: bool) -> Vec<String> {
        let mut complaints = Vec::new();
        for (number, (page, visit, _)) in self.sessions.into_inner().into_iter().enumerate() {
            if failed {
                let path = tools::output().join(format!("{}-{}.png", self.test, number + 1));
                page.screenshot(&path).await;
                eprintln!("screenshot: {}", path.display());
                record::print_console(&page).await;
            } else {
                complaints.extend(record::complaints(&page, visit.expected_messages).await);
            }
            page.close().await;
        }
        complaints
    }
}

fn capabilities(headless: &str, downloads: &str, visit: Visit, profile: Option<&Path>) -> Capabilities {
    let mut preferences = json!({ "download.default_directory": downloads, "download.prompt_for_download": false });
    if visit.text_size != 16 {
        preferences["webkit.webprefs.default_font_size"] = json!(visit.text_size);
    }
    if !visit.javascript {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let profile = profile.map(|profile| format!("--user-data-dir={}", profile.display()));
    let resolver = format!("--host-resolver-rules=MAP {INTRANET} 127.0.0.1");
    let mut arguments = vec![
        headless,
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,800",
        resolver.as_str(),
    ];
    arguments.extend(profile.as_deref());
    let capabilities = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "timeouts": { "script": 120_000, "pageLoad": 60_000 },
        "goog:chromeOptions": {
            "binary": tools::chromium(),
            "prefs": preferences,
            "args": arguments,
        },
    });
    let Value::Object(capabilities) = capabilities else { unreachable!("written as an object") };
    capabilities.into_iter().collect()
}
