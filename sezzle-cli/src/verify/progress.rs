//! The progress of a run, in a file of the report folder, so that the next run can finish and clean up after this one was
//! killed.
//!
//! The file has a JSON record on each line. A record is on the disk before its call is sent (`Pending`, `Created`) or
//! before the next one is (all others). A line that was cut off by a crash is ignored, since what it describes either was
//! not sent or is found again: a pending call is repeated with its `Sezzle-Request-Id`.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::Utc;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sezzle_api::Server;
use uuid::Uuid;

use crate::failure::Failure;
use crate::private_file;
use crate::verify::exchange::{Delivery, Exchange, Leftover, Run, ServerFacts, Skipped};

const FILE: &str = "progress.jsonl";
/// What is longer is not read.
const MAX_BYTES: u64 = 1 << 30;

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Record {
    Started(Header),
    Pending(Pending),
    /// Something that has to be deleted.
    Created(Resource),
    Deleted(Resource),
    Exchange {
        exchange: Exchange,
        latest_replacement: usize,
    },
    Skipped(Skipped),
    Leftover(Leftover),
    Delivery(Delivery),
    /// A scenario is finished.
    Finished(String),
    /// A run continues after the last finished scenario.
    Resumed,
}

/// The first line.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Header {
    /// The version of the program, which has the script.
    version: String,
    /// Part of all reference ids of this run.
    run: String,
    server: ServerFacts,
}

/// A call that creates an authorization.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Pending {
    pub(crate) step: String,
    pub(crate) operation: String,
    pub(crate) path: String,
    pub(crate) body: Value,
    pub(crate) request_id: String,
}

/// Something on the server that has to be deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Resource {
    pub(crate) kind: Kind,
    pub(crate) id: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Session,
    Order,
    Customer,
    Webhook,
}

/// The progress of a run.
pub(crate) struct Progress {
    file: File,
    path: PathBuf,
    header: Header,
    pub(crate) run: Run,
    pub(crate) created: Vec<Resource>,
    pub(crate) pending: Option<Pending>,
    finished: Vec<String>,
    pub(crate) latest_replacement: usize,
    /// How often the run was resumed.
    resumed: usize,
    /// How many entries the lists of the run had when the last scenario was finished.
    kept: [usize; 4],
}

impl Progress {
    /// Opens the file of a folder, or creates it. Returns whether there was an unfinished run.
    pub(crate) fn open(folder: &Path, url: &str, is_simulator: bool) -> Result<(Self, bool), Failure> {
        let path = folder.join(FILE);
        let failed = |error: &dyn std::fmt::Display| {
            Failure::usage(format!("--report: {} cannot be written: {error}", path.display()))
        };
        fs::create_dir_all(folder).map_err(|error| failed(&error))?;
        // A link or a device may be anything, even endless.
        if fs::symlink_metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(failed(&"it is not a regular file"));
        }
        let mut options = private_file::options();
        let file =
            options.read(true).write(true).create(true).truncate(false).open(&path).map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let folder = folder.display();
                return Err(Failure::usage(format!(
                    "--report: {folder} is in use by another run: choose another folder"
                )));
            }
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        let mut text = String::new();
        (&file).take(MAX_BYTES).read_to_string(&mut text).map_err(|error| failed(&error))?;
        let server = ServerFacts { url: url.to_owned(), is_simulator, started_at: Utc::now() };
        let header = Header {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            run: Uuid::new_v4().simple().to_string()[..8].to_owned(),
            server,
        };
        let mut progress = Self {
            file,
            path: path.clone(),
            run: Run::new(header.server.clone()),
            header,
            created: Vec::new(),
            pending: None,
            finished: Vec::new(),
            latest_replacement: 0,
            resumed: 0,
            kept: [0; 4],
        };
        // What follows the last line that is complete was never acted on.
        let complete = text.rfind('\n').map_or(0, |end| end + 1);
        let mut lines = text[..complete].lines().enumerate();
        let is_unfinished = match lines.next() {
            None => false,
            Some((_, first)) => {
                let Ok(Record::Started(header)) = serde_json::from_str(first) else {
                    return Err(corrupt(&path, 1));
                };
                progress.check_header(&header, folder)?;
                progress.apply(Record::Started(header));
                true
            }
        };
        for (index, line) in lines {
            let record = serde_json::from_str(line).map_err(|_| corrupt(&path, index + 1))?;
            progress.apply(record);
        }
        let failed = |error: io::Error| failed(&error);
        if is_unfinished {
            progress.file.set_len(complete as u64).map_err(failed)?;
            progress.file.seek(SeekFrom::End(0)).map_err(failed)?;
            progress.record(Record::Resumed)?;
        } else {
            progress.file.set_len(0).map_err(failed)?;
            progress.file.seek(SeekFrom::Start(0)).map_err(failed)?;
            progress.record(Record::Started(progress.header.clone()))?;
            #[cfg(unix)]
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        }
        Ok((progress, is_unfinished))
    }

    /// Checks that the unfinished run was against the same server, and with the same script.
    fn check_header(&self, header: &Header, folder: &Path) -> Result<(), Failure> {
        let folder = folder.display();
        let is_local = |header: &Header| Server::Custom(header.server.url.clone()).is_loopback();
        // A local gateway may have another port after a restart.
        let are_local = is_local(header) && is_local(&self.header);
        if !are_local && header.server.url != self.header.server.url {
            let problem = format!(
                "--report: {folder} has an unfinished run against {}: finish it there first, or choose another folder",
                header.server.url
            );
            return Err(Failure::usage(problem));
        }
        if header.version != self.header.version {
            let problem = format!(
                "--report: {folder} has an unfinished run of version {}: finish it with that version, or choose another folder",
                header.version
            );
            return Err(Failure::usage(problem));
        }
        Ok(())
    }

    fn apply(&mut self, record: Record) {
        match record {
            Record::Started(header) => {
                self.run.server = header.server.clone();
                self.header = header;
            }
            Record::Pending(pending) => self.pending = Some(pending),
            Record::Created(resource) => {
                self.pending = None;
                if !self.created.contains(&resource) {
                    self.created.push(resource);
                }
            }
            Record::Deleted(resource) => self.created.retain(|created| *created != resource),
            Record::Exchange { exchange, latest_replacement } => {
                self.run.exchanges.push(exchange);
                self.latest_replacement = latest_replacement;
            }
            Record::Skipped(skipped) => self.run.skipped.push(skipped),
            Record::Leftover(leftover) => self.run.leftovers.push(leftover),
            Record::Delivery(delivery) => self.run.deliveries.push(delivery),
            Record::Finished(scenario) => {
                self.finished.push(scenario);
                // Without a response, it is not known whether the call created an order.
                let exchanges = &self.run.exchanges;
                self.pending.take_if(|pending| exchanges.iter().any(|exchange| exchange.step == pending.step));
                let Run { exchanges, skipped, leftovers, deliveries, .. } = &self.run;
                self.kept = [exchanges.len(), skipped.len(), leftovers.len(), deliveries.len()];
            }
            Record::Resumed => {
                // The calls of the scenario that was interrupted are made again.
                self.resumed += 1;
                let [exchanges, skipped, leftovers, deliveries] = self.kept;
                self.run.exchanges.truncate(exchanges);
                self.run.skipped.truncate(skipped);
                self.run.leftovers.truncate(leftovers);
                self.run.deliveries.truncate(deliveries);
            }
        }
    }

    /// Writes a record to the disk, and then applies it.
    fn record(&mut self, record: Record) -> Result<(), Failure> {
        self.write(&record)?;
        self.apply(record);
        Ok(())
    }

    fn write(&mut self, record: &Record) -> Result<(), Failure> {
        let line = serde_json::to_string(record).map_err(|error| Failure::usage(error.to_string()))?;
        let written = self.file.write_all(format!("{line}\n").as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| Failure::usage(format!("--report: {} cannot be written: {error}", self.path.display())))
    }

    /// Returns how all reference ids of this run start.
    pub(crate) fn reference_prefix(&self) -> String {
        format!("verify-{}-", self.header.run)
    }

    /// Returns a reference id. It is unique, also when a scenario is played again.
    pub(crate) fn reference(&self, name: &str) -> String {
        format!("{}{}-{name}", self.reference_prefix(), self.resumed)
    }

    /// Writes `redacted`, and applies `pending`.
    pub(crate) fn pending(&mut self, pending: Pending, redacted: Pending) -> Result<(), Failure> {
        self.write(&Record::Pending(redacted))?;
        self.apply(Record::Pending(pending));
        Ok(())
    }

    /// Writes the `redacted` id, and applies the other one.
    pub(crate) fn created(&mut self, kind: Kind, id: &str, redacted: &str) -> Result<(), Failure> {
        self.write(&Record::Created(Resource { kind, id: redacted.to_owned() }))?;
        self.apply(Record::Created(Resource { kind, id: id.to_owned() }));
        Ok(())
    }

    /// Writes the `redacted` id, and applies the other one.
    pub(crate) fn deleted(&mut self, kind: Kind, id: &str, redacted: &str) -> Result<(), Failure> {
        self.write(&Record::Deleted(Resource { kind, id: redacted.to_owned() }))?;
        self.apply(Record::Deleted(Resource { kind, id: id.to_owned() }));
        Ok(())
    }

    pub(crate) fn exchange(&mut self, exchange: Exchange, latest_replacement: usize) -> Result<(), Failure> {
        self.record(Record::Exchange { exchange, latest_replacement })
    }

    pub(crate) fn skipped(&mut self, skipped: Skipped) -> Result<(), Failure> {
        self.record(Record::Skipped(skipped))
    }

    pub(crate) fn leftover(&mut self, leftover: Leftover) -> Result<(), Failure> {
        match self.run.leftovers.contains(&leftover) {
            true => Ok(()),
            false => self.record(Record::Leftover(leftover)),
        }
    }

    pub(crate) fn delivery(&mut self, delivery: Delivery) -> Result<(), Failure> {
        self.record(Record::Delivery(delivery))
    }

    pub(crate) fn finish(&mut self, scenario: &str) -> Result<(), Failure> {
        self.record(Record::Finished(scenario.to_owned()))
    }

    pub(crate) fn is_finished(&self, scenario: &str) -> bool {
        self.finished.iter().any(|finished| finished == scenario)
    }

    /// Deletes the file after the report was written.
    pub(crate) fn remove(self) -> Result<(), Failure> {
        let path = self.path.display();
        fs::remove_file(&self.path)
            .map_err(|error| Failure::usage(format!("--report: {path} cannot be deleted: {error}")))
    }
}

fn corrupt(path: &Path, line: usize) -> Failure {
    Failure::usage(format!(
        "{}: line {line} is not a record of a run: finish the run with the version that wrote it, or delete the file",
        path.display()
    ))
}
