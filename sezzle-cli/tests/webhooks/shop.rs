//! A simulator, and the program `sezzle` connected to it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sezzle_simulator::Simulator;

/// A folder for the files of a test, which is removed at its end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("sezzle-cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A simulator, and a folder in which the program runs with an environment of its own.
pub(crate) struct Shop {
    pub(crate) simulator: Simulator,
    pub(crate) folder: Folder,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        Self { simulator: Simulator::start().await.expect("the simulator starts"), folder: Folder::new() }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = sezzle(&self.folder.0, arguments);
        command.env("SEZZLE_SERVER", self.simulator.url());
        command
    }

    /// Runs a command that must succeed. Returns its standard output.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("runs");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs a command that must fail. Returns its standard error.
    #[track_caller]
    pub(crate) fn fail(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("runs");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stderr)
    }

    /// Starts `sezzle listen` and waits until it is ready. Returns its process and URL.
    pub(crate) fn listen(&self, arguments: &[&str]) -> (Process, String) {
        let ready = self.folder.file("listen.url");
        let ready_path = ready.display().to_string();
        let all = [&["listen", "--ready-file", &ready_path], arguments].concat();
        let files = ["stdout", "stderr"].map(|name| self.folder.file(name));
        let [stdout, stderr] = files.each_ref().map(|file| std::fs::File::create(file).expect("a file"));
        let child = self.command(&all).stdout(stdout).stderr(stderr).spawn().expect("starts");
        (Process { child: Some(child), files }, wait_for_file(&ready))
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.run(arguments)).expect("JSON")
    }
}

/// A running program, which is killed at the end of a test. Its output goes to files, because nothing reads a pipe.
pub(crate) struct Process {
    child: Option<Child>,
    files: [PathBuf; 2],
}

impl Process {
    pub(crate) fn wait(mut self) -> Output {
        let status = self.child.take().expect("a child").wait().expect("ends");
        let [stdout, stderr] = self.files.each_ref().map(|file| std::fs::read(file).expect("a file"));
        Output { status, stdout, stderr }
    }

    pub(crate) fn interrupt(&self) {
        let id = self.child.as_ref().expect("a child").id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("runs").success());
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

/// Returns the program with an environment that has no keys and no configuration.
pub(crate) fn sezzle(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sezzle"));
    command.args(arguments).env_clear().env("HOME", folder).current_dir(folder).stdin(Stdio::null());
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Waits for a ready file, and returns its line.
pub(crate) fn wait_for_file(file: &Path) -> String {
    let start = Instant::now();
    loop {
        if let Ok(text) = std::fs::read_to_string(file) {
            return text.trim().to_owned();
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{} does not appear", file.display());
        std::thread::sleep(Duration::from_millis(10));
    }
}
