//! Chromium, driven over WebDriver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

const REMEDY: &str = "The browser tests need Chromium and its driver. On Debian and Ubuntu: \
                      apt-get install chromium chromium-driver. Elsewhere put both on the PATH, or name them in the \
                      variables CHROMIUM and CHROMEDRIVER.";

/// The maximum time for a page or an element to appear.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with a profile of its own. The browser and its driver end when it is dropped.
pub(crate) struct Browser {
    page: Client,
    // After the client, so that the driver outlives it.
    _driver: Driver,
}

impl Browser {
    pub(crate) async fn start() -> Self {
        Self::start_with(json!({})).await
    }

    pub(crate) async fn without_javascript() -> Self {
        Self::start_with(json!({"prefs": {"profile.managed_default_content_settings.javascript": 2}})).await
    }

    /// Starts a browser with the screen of a phone, narrower than a desktop window can be.
    pub(crate) async fn on_a_phone() -> Self {
        let screen = json!({"width": 390, "height": 844, "pixelRatio": 2.0});
        Self::start_with(json!({"mobileEmulation": {"deviceMetrics": screen}})).await
    }

    /// Starts a browser with further options of chromedriver.
    async fn start_with(mut options: Value) -> Self {
        let driver = Driver::start();
        // The sandbox is not for root, as which CI runs, and the pages are our own.
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900",
        ];
        let chromium = program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]);
        options["binary"] = json!(chromium);
        options["args"] = json!(arguments);
        let Value::Object(capabilities) = json!({"goog:chromeOptions": options}) else { unreachable!() };
        let page = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}\n{REMEDY}"));
        Self { page, _driver: driver }
    }

    pub(crate) async fn open(&self, url: &str) {
        self.page.goto(url).await.expect("the page opens");
    }

    pub(crate) async fn url(&self) -> String {
        self.page.current_url().await.expect("the page has a URL").to_string()
    }

    pub(crate) async fn title(&self) -> String {
        self.page.title().await.expect("the page has a title")
    }

    /// Returns the visible text of the page, with single spaces.
    pub(crate) async fn text(&self) -> String {
        self.text_of("body").await
    }

    pub(crate) async fn text_of(&self, selector: &str) -> String {
        let text = self.find(selector).await.text().await.expect("the element has text");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(crate) async fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector).await.attr(name).await.expect("the element can be read")
    }

    /// Clicks the first element that matches the CSS selector.
    pub(crate) async fn click(&self, selector: &str) {
        let begun = Instant::now();
        // A page that refreshes itself may replace the element meanwhile.
        while let Err(error) = self.find(selector).await.click().await {
            assert!(begun.elapsed() < PATIENCE, "`{selector}` cannot be clicked: {error}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub(crate) async fn count(&self, selector: &str) -> usize {
        self.page.find_all(Locator::Css(selector)).await.expect("the page can be searched").len()
    }

    /// Waits until the browser is at a URL with this start, and returns the whole URL.
    pub(crate) async fn arrive(&self, start: &str) -> String {
        let begun = Instant::now();
        loop {
            let url = self.url().await;
            if url.starts_with(start) {
                return url;
            }
            assert!(begun.elapsed() < PATIENCE, "still at {url} instead of {start}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the text of an element contains `expected`.
    pub(crate) async fn see(&self, selector: &str, expected: &str) {
        let begun = Instant::now();
        loop {
            // What is being replaced has no text.
            let text = match self.page.find(Locator::Css(selector)).await {
                Ok(element) => element.text().await.unwrap_or_default(),
                Err(_) => String::new(),
            };
            if text.contains(expected) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "`{selector}` never shows {expected:?}: {text}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses a key on the focused element.
    pub(crate) async fn press(&self, key: char) {
        let element = self.page.active_element().await.expect("something has the focus");
        element.send_keys(&key.to_string()).await.expect("the key is taken");
    }

    /// Returns the id of the focused element.
    pub(crate) async fn focused(&self) -> String {
        let element = self.page.active_element().await.expect("something has the focus");
        element.attr("id").await.expect("it can be read").unwrap_or_default()
    }

    pub(crate) async fn run(&self, script: &str) -> Value {
        self.page.execute(script, Vec::new()).await.expect("the script runs")
    }

    async fn find(&self, selector: &str) -> fantoccini::elements::Element {
        let search = self.page.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        match search {
            Ok(element) => element,
            Err(error) => panic!("no `{selector}` at {}: {error}", self.url().await),
        }
    }
}

/// A chromedriver on a free port.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Self {
        let program = program("CHROMEDRIVER", &["chromedriver"]);
        let process = Command::new(&program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let process = process.unwrap_or_else(|error| panic!("{} does not start: {error}\n{REMEDY}", program.display()));
        let mut driver = Self { process, port: 0 };
        let mut output = BufReader::new(driver.process.stdout.take().expect("its output is ours"));
        let mut line = String::new();
        while driver.port == 0 {
            line.clear();
            let read = output.read_line(&mut line).expect("its output can be read");
            assert!(read > 0, "chromedriver ended at once.\n{REMEDY}");
            let port = line.split("started successfully on port ").nth(1);
            driver.port = port.and_then(|port| port.trim().trim_end_matches('.').parse().ok()).unwrap_or_default();
        }
        // So that it never waits for a reader.
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        driver
    }

    /// Asks the driver to shut down, which also ends the browser.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "GET /shutdown HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new())?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.port != 0 && self.shut_down().is_ok() {
            let begun = Instant::now();
            while begun.elapsed() < Duration::from_secs(10) {
                if matches!(self.process.try_wait(), Ok(Some(_))) {
                    return;
                }
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Returns the path of a program: the value of the variable, or the first of these names on the `PATH`.
fn program(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(path) = std::env::var_os(variable) {
        return PathBuf::from(path);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut found = std::env::split_paths(&path).flat_map(|folder| names.iter().map(move |name| folder.join(name)));
    found.find(|file| file.is_file()).unwrap_or_else(|| panic!("There is no {}. {REMEDY}", names[0]))
}
