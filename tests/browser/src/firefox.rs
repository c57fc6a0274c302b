//! One test in the second browser. It has no developer tools that we know, so that neither the console nor the requests are looked at.

use std::panic::{AssertUnwindSafe, resume_unwind};

use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use futures_util::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::browser::{LONGEST, RUNTIME, TURNS};
use crate::driver::Driver;
use crate::{Page, server, tools};

/// Runs a test with a session of Firefox in which nothing is open.
pub fn browse_with_firefox(test: impl AsyncFnOnce(&Page)) {
    RUNTIME.block_on(async {
        let _turn = TURNS.acquire().await.expect("the semaphore is never closed");
        let driver = Driver::of_firefox();
        let Value::Object(capabilities) = capabilities() else { unreachable!("written as an object") };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.into_iter().collect::<Capabilities>());
        let client = builder.connect(driver.url()).await.unwrap_or_else(|error| panic!("Firefox does not start: {error}"));
        let page = Page::new(client, server::origin().await, tools::fresh_folder("firefox"));
        let run = AssertUnwindSafe(tokio::time::timeout(LONGEST, test(&page))).catch_unwind().await;
        if !matches!(run, Ok(Ok(()))) {
            let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let path = tools::output().join(format!("{test}.png"));
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

fn capabilities() -> Value {
    json!({
        "browserName": "firefox",
        "timeouts": { "script": 120_000, "pageLoad": 60_000 },
        "moz:firefoxOptions": { "args": ["-headless", "--width=1280", "--height=800"] },
    })
}
