//! Runs the program with an environment of its own.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use sezzle_simulator::Simulator;

/// A home folder and a simulator for one test.
pub(crate) struct Program {
    pub(crate) simulator: Arc<Simulator>,
    pub(crate) home: PathBuf,
    pub(crate) variables: Vec<(&'static str, String)>,
}

impl Program {
    /// Starts a simulator with the same ids and the same time in each run.
    pub(crate) async fn new(test: &str) -> Self {
        let now = "2026-03-02T12:00:00Z".parse().unwrap();
        Self::with(test, Simulator::builder().seed(1).frozen_clock(now).start().await.unwrap())
    }

    /// Starts a simulator whose time goes on.
    pub(crate) async fn live(test: &str) -> Self {
        Self::with(test, Simulator::builder().seed(1).start().await.unwrap())
    }

    fn with(test: &str, simulator: Simulator) -> Self {
        let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(&home).unwrap();
        let variables = vec![("SEZZLE_SERVER", simulator.url().to_owned())];
        Self { simulator: Arc::new(simulator), home, variables }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sezzle"));
        command.args(arguments).env_clear().env("HOME", &self.home).current_dir(&self.home);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.envs(self.variables.iter().map(|(name, value)| (name, value))).stdin(Stdio::null());
        command
    }

    /// Runs a command, which must not block the simulator.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        tokio::task::block_in_place(|| self.command(arguments).output().unwrap())
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.command(arguments);
        let child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = child.spawn().unwrap();
        // A program that rejects its arguments does not read.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        tokio::task::block_in_place(|| child.wait_with_output().unwrap())
    }

    /// Runs a command that must succeed, and returns what it prints.
    #[track_caller]
    pub(crate) fn prints(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs a command that must succeed, and returns the JSON that it prints.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let printed = self.prints(arguments);
        if printed.is_empty() { Value::Null } else { serde_json::from_str(&printed).unwrap() }
    }

    /// Runs a command that must exit with this code, and returns what it prints on standard error.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
        errors
    }

    /// Writes a file in the home folder.
    pub(crate) fn write(&self, name: &str, content: &str) -> String {
        let path = self.home.join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Creates an order that the shopper has approved, and returns the id.
    pub(crate) fn approved_order(&self) -> String {
        let template = self.run(&["session", "create", "--template"]).stdout;
        let body = self.write("session.json", &text(&template));
        let session = self.json(&["session", "create", "--body", &body]);
        self.simulator.approve(session["uuid"].as_str().unwrap()).unwrap();
        session["order"]["uuid"].as_str().unwrap().to_owned()
    }

    /// Starts a command that runs until it is stopped, and waits until it is ready. Returns its process and URL.
    pub(crate) fn start(&self, arguments: &[&str]) -> (Process, String) {
        let [ready, stdout, stderr] =
            ["ready", "stdout", "stderr"].map(|end| self.home.join(format!("{}.{end}", arguments[0])));
        let [out, errors] = [&stdout, &stderr].map(|file| File::create(file).unwrap());
        let mut command = self.command(arguments);
        let child = command.arg("--ready-file").arg(&ready).stdout(out).stderr(errors).spawn().unwrap();
        (Process { child: Some(child), stdout, stderr }, wait_for_file(&ready))
    }

    /// Starts `sezzle listen`.
    pub(crate) fn listen(&self, arguments: &[&str]) -> (Process, String) {
        self.start(&[&["listen"], arguments].concat())
    }
}

/// A running program, which is killed at the end of a test. Its output goes to files, because nothing reads a pipe.
pub(crate) struct Process {
    child: Option<Child>,
    stdout: PathBuf,
    stderr: PathBuf,
}

impl Process {
    pub(crate) fn wait(mut self) -> Output {
        let status = tokio::task::block_in_place(|| self.child.take().unwrap().wait().unwrap());
        Output { status, stdout: fs::read(&self.stdout).unwrap(), stderr: fs::read(&self.stderr).unwrap() }
    }

    pub(crate) fn interrupt(&self) {
        let id = self.child.as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Returns the files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Splits a command at spaces outside of quotes.
pub(crate) fn split(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// Waits for a ready file, and returns its line.
pub(crate) fn wait_for_file(file: &Path) -> String {
    let start = Instant::now();
    loop {
        if let Ok(text) = fs::read_to_string(file) {
            return text.trim().to_owned();
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{} does not appear", file.display());
        std::thread::sleep(Duration::from_millis(10));
    }
}
