//! One session: what a person does with the page, and what there is to be seen.
//!
//! Nothing waits for a fixed time: whatever is expected is asked for until it is there, or until a deadline.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::server;

/// How long something may take that a person would wait for.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to wait before asking again.
const AGAIN: Duration = Duration::from_millis(20);

/// In front of every script: the elements that a selector matches, and the text of the first one.
const PRELUDE: &str = "
    const all = css => [...document.querySelectorAll(css)];
    const seen = css => all(css).find(element => element.checkVisibility());
    const plain = element => element.textContent.replace(/\\s+/g, ' ').trim();
    const text = css => { const element = seen(css); return element ? plain(element) : null; };
    const texts = css => all(css).filter(element => element.checkVisibility()).map(plain);
    const byId = id => document.getElementById(id);
";

/// Scrolls an element to the middle where something that stays in its place lies over it, as a person does.
const UNCOVER: &str = "
    const [element] = arguments;
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!top || !(element.contains(top) || top.contains(element))) element.scrollIntoView({ block: 'center' });";

/// A session with the page.
#[derive(Clone, Debug)]
pub struct Page {
    client: Client,
    origin: String,
    downloads: PathBuf,
}

/// A text as a script writes it.
pub fn quoted(text: &str) -> String {
    json!(text).to_string()
}

impl Page {
    pub(crate) fn new(client: Client, origin: String, downloads: PathBuf) -> Self {
        Self { client, origin, downloads }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Whether an address is one of the server's.
    pub fn is_own(&self, url: &str) -> bool {
        url.strip_prefix(&self.origin).is_some_and(|rest| rest.starts_with('/'))
    }

    /// Opens a path of the server.
    pub async fn go(&self, path: &str) {
        let url = format!("{}{path}", self.origin);
        self.client.goto(&url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Opens the page and waits until its program has started.
    pub async fn start(&self) {
        self.go(server::SITE).await;
        self.has_started().await;
    }

    /// Opens the page with this query and fragment and waits until its program has started.
    pub async fn start_at(&self, rest: &str) {
        self.go(&format!("{}{rest}", server::SITE)).await;
        self.has_started().await;
    }

    /// Opens the page below a path and waits until its program has started.
    pub async fn start_on(&self, path: &str) {
        self.go(path).await;
        self.has_started().await;
    }

    /// Opens a second tab of the same browser and goes there. Answers the tabs' handles, the old one first.
    pub async fn second_tab(&self) -> (fantoccini::wd::WindowHandle, fantoccini::wd::WindowHandle) {
        let first = self.client.window().await.expect("a session has a window");
        let second = self.client.new_window(true).await.expect("a browser opens tabs").handle;
        self.switch(&second).await;
        (first, second)
    }

    /// Goes to a tab.
    pub async fn switch(&self, tab: &fantoccini::wd::WindowHandle) {
        self.client.switch_to_window(tab.clone()).await.expect("a tab that was opened can be gone to");
    }

    /// Closes the tab and goes to another one.
    pub async fn close_tab(&self, next: &fantoccini::wd::WindowHandle) {
        self.client.close_window().await.expect("a tab can be closed");
        self.switch(next).await;
    }

    /// Loads the page again and waits until its program has started.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("a page can be loaded again");
        self.has_started().await;
    }

    async fn has_started(&self) {
        self.until("document.documentElement.hasAttribute('data-started') && text('.status__outcome')").await;
    }

    /// Goes into a frame of the page: everything else then is about what is in it.
    pub async fn enter_frame(&self, css: &str) {
        let frame = self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("`{css}`: {error}"));
        frame.enter_frame().await.unwrap_or_else(|error| panic!("`{css}` is no frame: {error}"));
    }

    /// Makes the page so many pixels wide and high.
    pub async fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Runs a script in every page from the next one on, before the page's own.
    pub async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Runs a script and answers what it returns.
    pub async fn js(&self, script: &str) -> Value {
        self.client
            .execute(&format!("{PRELUDE}{script}"), Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    /// Waits until everything is drawn that follows from what was done: the page draws in a frame of its own what is not at the cursor.
    pub async fn drawn(&self) {
        let frame = "const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));";
        self.js(&format!("{frame} return frame().then(frame).then(() => true)")).await;
    }

    /// Waits until an expression is true, or is anything but nothing, and answers it.
    pub async fn until(&self, expression: &str) -> Value {
        self.ask(expression, |value| !matches!(value, Value::Null | Value::Bool(false)), "to be there").await
    }

    /// Waits until an expression has a value.
    pub async fn until_is(&self, expression: &str, wanted: impl Into<Value>) {
        let wanted = wanted.into();
        self.ask(expression, |value| *value == wanted, &format!("to be {wanted}")).await;
    }

    /// Waits until an expression is a text that has this part.
    pub async fn until_has(&self, expression: &str, part: &str) {
        self.ask(expression, |value| value.as_str().is_some_and(|text| text.contains(part)), &format!("to have `{part}`")).await;
    }

    async fn ask(&self, expression: &str, is_wanted: impl Fn(&Value) -> bool, wanted: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // While one page makes way for the next, there is nothing to ask.
            let answer = self.client.execute(&format!("{PRELUDE}return ({expression});"), Vec::new()).await;
            match &answer {
                Ok(value) if is_wanted(value) => return value.clone(),
                _ if Instant::now() < deadline => tokio::time::sleep(AGAIN).await,
                Ok(value) => panic!("waited for `{expression}` {wanted}, but it is {value}"),
                Err(error) => panic!("waited for `{expression}` {wanted}, but: {error}"),
            }
        }
    }

    /// Clicks the first element that the selector matches and that can be seen.
    pub async fn click(&self, css: &str) {
        self.until(&format!("seen({})", quoted(css))).await;
        let elements = self.client.find_all(Locator::Css(css)).await.expect("a selector");
        for element in elements {
            if element.is_displayed().await.unwrap_or(false) {
                let target = serde_json::to_value(&element).expect("an element has a name");
                self.client.execute(UNCOVER, vec![target]).await.unwrap_or_else(|error| panic!("`{css}`: {error}"));
                element.click().await.unwrap_or_else(|error| panic!("`{css}` cannot be clicked: {error}"));
                return;
            }
        }
        panic!("`{css}` cannot be seen");
    }

    /// Clicks the element that an expression stands for.
    pub async fn click_element(&self, expression: &str) {
        self.mark(&format!("const found = {expression};")).await;
        self.click("[data-to-click]").await;
    }

    /// Marks the element `found` of a script as the one to be clicked, and answers whether there is one.
    async fn mark(&self, script: &str) -> bool {
        let mark = "document.querySelector('[data-to-click]')?.removeAttribute('data-to-click');
            found?.setAttribute('data-to-click', '');
            return Boolean(found)";
        self.js(&format!("{script} {mark}")).await == true
    }

    /// Clicks a command of the bar, or of the menu of those that have no room in it.
    pub async fn command(&self, name: &str) {
        self.until("seen('.bar__commands')").await;
        let folded = format!("all('.menu--more:not([open]) .menu__body button').some(item => plain(item) === {})", quoted(name));
        if self.js(&format!("return {folded}")).await == true {
            self.click(".menu--more > summary").await;
        }
        self.click_button(".bar__commands", name).await;
    }

    /// Clicks the button or tab with this text or accessible name, within what the selector matches.
    pub async fn click_button(&self, within: &str, name: &str) {
        let within = within.split(',').map(|part| format!("{part} button")).collect::<Vec<_>>().join(",");
        let script = format!(
            "const found = all({}).find(button => button.checkVisibility() && [plain(button), button.ariaLabel].includes({}));",
            quoted(&within),
            quoted(name)
        );
        let deadline = Instant::now() + PATIENCE;
        while !self.mark(&script).await {
            assert!(Instant::now() < deadline, "there is no button `{name}` in `{within}`");
            tokio::time::sleep(AGAIN).await;
        }
        self.click("[data-to-click]").await;
    }

    /// Chooses files in a file input.
    pub async fn choose_files(&self, css: &str, paths: &[&Path]) {
        let input = self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("`{css}`: {error}"));
        let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        input.send_keys(&paths.join("\n")).await.expect("files can be chosen");
    }

    /// Puts a text where the cursor is, at once, as pasting does.
    pub async fn paste(&self, text: &str) {
        self.devtools("Input.insertText", json!({ "text": text })).await;
    }

    /// Chooses an option of a list by its value.
    pub async fn select(&self, css: &str, value: &str) {
        let list = self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("`{css}`: {error}"));
        list.select_by_value(value).await.unwrap_or_else(|error| panic!("`{value}` in `{css}`: {error}"));
    }

    /// Waits for a download of this name and answers its path.
    pub async fn downloaded(&self, name: &str) -> PathBuf {
        let path = self.downloads.join(name);
        let deadline = Instant::now() + PATIENCE;
        // The browser holds the name with an empty file until the complete one takes its place.
        while !std::fs::metadata(&path).is_ok_and(|file| file.len() > 0) {
            let others = || {
                std::fs::read_dir(&self.downloads).map(|files| files.flatten().map(|file| file.file_name()).collect::<Vec<_>>())
            };
            assert!(Instant::now() < deadline, "`{name}` was not downloaded; there is {:?}", others());
            tokio::time::sleep(AGAIN).await;
        }
        path
    }

    /// Writes what is to be seen into a file.
    pub async fn screenshot(&self, path: &Path) {
        match self.client.screenshot().await {
            Ok(picture) => std::fs::write(path, picture).unwrap_or_else(|error| eprintln!("{}: {error}", path.display())),
            Err(error) => eprintln!("no screenshot: {error}"),
        }
    }

    /// A command of the browser's developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// What was logged since the last call.
    pub async fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.post("se/log", json!({ "type": kind })).await;
        entries.as_array().cloned().unwrap_or_default()
    }

    pub(crate) async fn close(self) {
        if let Err(error) = self.client.close().await {
            eprintln!("the session was not closed: {error}");
        }
    }

    async fn post(&self, path: &'static str, body: Value) -> Value {
        let shown = body.to_string();
        self.client.issue_cmd(Post { path, body }).await.unwrap_or_else(|error| panic!("{path} {shown}: {error}"))
    }
}

/// A command that only this browser's driver has.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
