//! The browsers' drivers: one process for all tests that run at the same time, ended with the last of them.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::tools;

static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    url: String,
    said: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// The driver that runs, or a new one.
    pub fn shared() -> Arc<Self> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start());
            *running = Arc::downgrade(&driver);
            driver
        })
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A driver of the second browser, for one test.
    pub fn of_firefox() -> Self {
        Self::start_as(&tools::geckodriver(), &["--port=0", "--binary", &tools::firefox().to_string_lossy()])
    }

    /// What a browser that says it here has had on its console.
    pub fn console(&self) -> Vec<String> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn start() -> Self {
        Self::start_as(&tools::chromedriver(), &["--port=0"])
    }

    fn start_as(path: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(path)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut lines = BufReader::new(child.stdout.take().expect("the output is piped")).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| port(&line));
        let port = port.expect("the driver says on which port it listens");
        // A full pipe would stop the driver.
        let said = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&said);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok).filter(|line| is_of_console(line)) {
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        Self { child, url: format!("http://127.0.0.1:{port}"), said }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Whether a line is a page's message, as Firefox says them where it is asked to.
fn is_of_console(line: &str) -> bool {
    ["console.", "JavaScript error", "JavaScript warning"].iter().any(|beginning| line.starts_with(beginning))
}

/// The port in a driver's greeting: Chromium's says `… on port 41234.`, Firefox's `Listening on 127.0.0.1:41234`.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.rsplit_once("started successfully on port ").or_else(|| line.rsplit_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_read_off_the_drivers_greeting() {
        assert_eq!(port("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(port("1711443600000\tgeckodriver\tINFO\tListening on 127.0.0.1:41234"), Some(41234));
        assert_eq!(port("Starting ChromeDriver 150.0 on port 0"), None);
    }
}
