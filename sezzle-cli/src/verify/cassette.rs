//! Recorded runs: a folder with a file for each exchange, and one with the rest.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::private_file;
use crate::verify::document::Document;
use crate::verify::exchange::{Delivery, Exchange, Leftover, Run, ServerFacts, Skipped};

const FILE: &str = "run.json";

/// The content of [`FILE`].
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    server: ServerFacts,
    /// The files of the exchanges, in their order.
    exchanges: Vec<String>,
    skipped: Vec<Skipped>,
    leftovers: Vec<Leftover>,
    deliveries: Vec<Delivery>,
}

/// Writes a run to a folder. Files of an earlier one are replaced.
pub(crate) fn write(folder: &Path, run: &Run) -> Result<(), Failure> {
    let failed = |error| Failure::usage(format!("--record: {} cannot be written: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(failed)?;
    if let Ok(index) = fs::read_to_string(folder.join(FILE)) {
        let index: Option<Index> = serde_json::from_str(&index).ok();
        let files = index.map(|index| index.exchanges).unwrap_or_default();
        let is_own = |file: &&String| is_file_name(file);
        for file in files.iter().filter(is_own) {
            match fs::remove_file(folder.join(file)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
                _ => {}
            }
        }
    }
    let mut files = Vec::new();
    for (number, exchange) in run.exchanges.iter().enumerate() {
        let file = format!("{:03}-{}.json", number + 1, exchange.step.replace('/', "-"));
        write_json(&folder.join(&file), exchange).map_err(failed)?;
        files.push(file);
    }
    let index = Index {
        server: run.server.clone(),
        exchanges: files,
        skipped: run.skipped.clone(),
        leftovers: run.leftovers.clone(),
        deliveries: run.deliveries.clone(),
    };
    write_json(&folder.join(FILE), &index).map_err(failed)
}

fn write_json(path: &Path, value: &impl Serialize) -> std::io::Result<()> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    private_file::options().write(true).create(true).truncate(true).open(path)?.write_all(&text)
}

/// Reads the run in a folder.
pub(crate) fn read(folder: &Path) -> Result<Run, Failure> {
    let index: Index = read_json(&folder.join(FILE))?;
    let read = |file: &String| match is_file_name(file) {
        true => read_json::<Exchange>(&folder.join(file)),
        false => Err(invalid(&folder.join(FILE), "a file of an exchange has a path")),
    };
    let exchanges: Vec<Exchange> = index.exchanges.iter().map(read).collect::<Result<_, _>>()?;
    if exchanges.is_empty() {
        return Err(invalid(&folder.join(FILE), "it has no exchanges"));
    }
    for (file, exchange) in index.exchanges.iter().zip(&exchanges) {
        if Document::embedded().operation(&exchange.operation).is_none() {
            return Err(invalid(&folder.join(file), &format!("`{}` is not an operation", exchange.operation)));
        }
        if !(100..600).contains(&exchange.status) {
            return Err(invalid(&folder.join(file), &format!("{} is not a status", exchange.status)));
        }
    }
    let Index { server, skipped, leftovers, deliveries, .. } = index;
    Ok(Run { server, exchanges, skipped, leftovers, deliveries })
}

fn read_json<T: DeserializeOwned>(path: &PathBuf) -> Result<T, Failure> {
    let text = fs::read(path).map_err(|error| {
        Failure::usage(format!("--playback: {} cannot be read: {error}: record it again", path.display()))
    })?;
    serde_json::from_slice(&text).map_err(|error| invalid(path, &error.to_string()))
}

fn invalid(path: &Path, problem: &str) -> Failure {
    Failure::usage(format!("--playback: {} is not part of a recorded run: {problem}: record it again", path.display()))
}

fn is_file_name(file: &str) -> bool {
    Path::new(file).file_name().is_some_and(|name| name == file)
}
