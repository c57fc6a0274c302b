//! One test in the second browser. Afterwards its console must be empty, and the page may have asked nobody else for anything.
//!
//! It has no developer tools that we know: it says its console to the driver, and the page itself is asked what it has loaded last.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use futures_util::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::browser::{LONGEST, RUNTIME, TURNS};
use crate::driver::Driver;
use crate::{Page, server, tools};

/// What the page's console is told at the end, so that it is known to be heard.
const END: &str = "the test has ended";
/// Firefox says this about settings of its own, which no test lets it load.
const OF_THE_BROWSER: &str = "console.error: RSLoader:";
/// How long a message may take from the console to the driver.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs a test with a session of Firefox in which nothing is open.
pub fn browse_with_firefox(test: impl AsyncFnOnce(&Page)) {
    RUNTIME.block_on(async {
        let _turn = TURNS.acquire().await.expect("the semaphore is never closed");
        let driver = Driver::of_firefox();
        let downloads = tools::fresh_folder(&test_name());
        let Value::Object(capabilities) = capabilities(&downloads) else { unreachable!("written as an object") };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.into_iter().collect::<Capabilities>());
        let client = builder.connect(driver.url()).await.unwrap_or_else(|error| panic!("Firefox does not start: {error}"));
        let page = Page::new(client, server::origin().await, downloads);
        let watched = async {
            test(&page).await;
            let complaints = complaints(&page, &driver).await;
            assert!(complaints.is_empty(), "the browser complains:\n{}", complaints.join("\n"));
        };
        let run = AssertUnwindSafe(tokio::time::timeout(LONGEST, watched)).catch_unwind().await;
        if !matches!(run, Ok(Ok(()))) {
            let path = tools::output().join(format!("{}.png", test_name()));
            page.screenshot(&path).await;
            eprintln!("screenshot: {}", path.display());
        }
        page.close().await;
        match run {
            Ok(Ok(())) => {}
            Ok(Err(_)) => panic!("the test took longer than {} s", LONGEST.as_secs()),
            Err(panic) => resume_unwind(panic),
        }
    });
}

fn test_name() -> String {
    std::thread::current().name().unwrap_or("test").replace("::", "-")
}

/// Messages on the console, and addresses of others that the page which is open now has asked.
async fn complaints(page: &Page, driver: &Driver) -> Vec<String> {
    page.js(&format!("console.error('{END}')")).await;
    let deadline = Instant::now() + PATIENCE;
    let mut console = driver.console();
    while !console.iter().any(|line| line.contains(END)) {
        assert!(Instant::now() < deadline, "the console is not heard");
        tokio::time::sleep(Duration::from_millis(20)).await;
        console = driver.console();
    }
    let loaded = page.js("return performance.getEntriesByType('resource').map(entry => entry.name)").await;
    let loaded: Vec<&str> = loaded.as_array().map(Vec::as_slice).unwrap_or_default().iter().filter_map(Value::as_str).collect();
    assert!(loaded.iter().any(|url| page.is_own(url)), "nothing was loaded, so nothing was checked");
    let elsewhere = loaded.into_iter().filter(|url| !page.is_own(url) && !url.starts_with("data:") && !url.starts_with("blob:"));
    let ignored = |line: &String| line.contains(END) || line.starts_with(OF_THE_BROWSER) || line.starts_with("console.log");
    let messages = console.into_iter().filter(|line| !ignored(line));
    messages.chain(elsewhere.map(|url| format!("request: {url}"))).collect()
}

fn capabilities(downloads: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "timeouts": { "script": 120_000, "pageLoad": 60_000 },
        "moz:firefoxOptions": {
            "args": ["-headless", "--width=1280", "--height=800"],
            "prefs": {
                "browser.download.dir": downloads.to_string_lossy(),
                "browser.download.folderList": 2,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
            },
        },
    })
}
