//! Transcripts of commands: `tests/transcripts/*.txt` contain commands with what they print.
//!
//! A line that starts with `$ ` is a command, run in a shell in a folder of its own, with a simulator. Its output follows, and
//! its exit code if that is not 0. Ids, times and URLs of this machine are replaced. `UPDATE=1 cargo test` rewrites the files.

use std::fs;
use std::path::PathBuf;

use crate::{Shop, text};

fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_print_what_the_transcripts_contain() {
    for file in files() {
        let shop = Shop::open().await;
        let expected = fs::read_to_string(&file).expect("a transcript");
        let mut actual = String::new();
        for command in expected.lines().filter(|line| line.starts_with("$ ")) {
            actual += &format!("{command}\n{}", run(&shop, &command[2..]));
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &actual).expect("is written");
        } else {
            assert_eq!(actual, expected, "{}: run UPDATE=1 cargo test -p sezzle-cli, and review", file.display());
        }
    }
}

/// Runs a command in a shell. Returns what it prints, in a form that is the same every time.
fn run(shop: &Shop, command: &str) -> String {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_sezzle"));
    let path =
        format!("{}:{}", program.parent().expect("a folder").display(), std::env::var("PATH").unwrap_or_default());
    let shell = shop.command(&[]);
    let output = std::process::Command::new("sh")
        .args(["-c", &format!("{command} 2>&1")])
        .env_clear()
        .envs(shell.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .env("PATH", path)
        .current_dir(&shop.folder.0)
        .output()
        .expect("runs");
    let mut printed = redact(&text(&output.stdout).replace(shop.simulator.url(), "[url]"));
    if !printed.is_empty() && !printed.ends_with('\n') {
        printed.push('\n');
    }
    match output.status.code() {
        Some(0) => printed,
        code => format!("{printed}[exit code {}]\n", code.unwrap_or(-1)),
    }
}

/// Replaces UUIDs and times.
fn redact(text: &str) -> String {
    let is_uuid = |word: &str| {
        word.len() == 36
            && word.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
    };
    let is_time = |word: &str| word.len() == 24 && word.as_bytes()[10] == b'T' && word.ends_with('Z');
    let mut redacted = String::new();
    let mut word = String::new();
    let flush = |redacted: &mut String, word: &mut String| {
        *redacted += match () {
            () if is_uuid(word) => "[uuid]",
            () if is_time(word) => "[time]",
            () => word,
        };
        word.clear();
    };
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || "-:.".contains(character) {
            word.push(character);
        } else {
            flush(&mut redacted, &mut word);
            redacted.push(character);
        }
    }
    flush(&mut redacted, &mut word);
    redacted
}
