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
use sezzle_api::Server;
use uuid::Uuid;

use crate::failure::Failure;
use crate::private_file;
use crate::verify::exchange::{Delivery, Exchange, Leftover, Run, ServerFacts, Skipped};
use crate::verify::redact::Redacted;

const FILE: &str = "progress.jsonl";
/// More than a run writes.
const MAX_BYTES: u64 = 1 << 30;

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Record {
    Started(Header),
    /// The request of a call that creates an authorization.
    Pending(Exchange),
    /// Something that has to be deleted.
    Created(Resource),
    Deleted(Resource),
    Exchange(Exchange),
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

/// Something on the server that has to be deleted.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Resource {
    pub(crate) kind: Kind,
    pub(crate) id: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The run as it was when the last scenario was finished.
    finished_run: Run,
    pub(crate) created: Vec<Resource>,
    pub(crate) pending: Option<Exchange>,
    finished: Vec<String>,
    /// How often the run was resumed.
    pub(crate) resumed: usize,
}

impl Progress {
    /// Opens the file of a folder, or creates it. Returns whether there was an unfinished run.
    pub(crate) fn open(folder: &Path, url: &str, is_simulator: bool) -> Result<(Self, bool), Failure> {
        let path = folder.join(FILE);
        let failed = |error: io::Error| Failure::unwritable("--report", &path, &error);
        fs::create_dir_all(folder).map_err(failed)?;
        // A link or a device may be anything, even endless.
        if fs::symlink_metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(Failure::unwritable("--report", &path, &"it is not a regular file"));
        }
        let mut options = private_file::options();
        let file = options.read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let folder = folder.display();
                return Err(Failure::usage(format!(
                    "--report: {folder} is in use by another run: choose another folder"
                )));
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let mut content = Vec::new();
        (&file).take(MAX_BYTES + 1).read_to_end(&mut content).map_err(failed)?;
        if content.len() as u64 > MAX_BYTES {
            // A part must not be taken for all of it: what was created after it would be left.
            return Err(Failure::unwritable("--report", &path, &"it is larger than 1 GiB: choose another folder"));
        }
        let header = Header {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            run: Uuid::new_v4().simple().to_string()[..8].to_owned(),
            server: ServerFacts { url: url.to_owned(), is_simulator, started_at: Utc::now() },
        };
        let mut progress = Self {
            file,
            path: path.clone(),
            header,
            run: Run::default(),
            finished_run: Run::default(),
            created: Vec::new(),
            pending: None,
            finished: Vec::new(),
            resumed: 0,
        };
        // What follows the last line that is complete was never acted on.
        let complete = content.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        for (index, line) in content[..complete].split_inclusive(|byte| *byte == b'\n').enumerate() {
            match serde_json::from_slice(line) {
                Ok(Record::Started(header)) if index == 0 => {
                    progress.check_header(&header, folder)?;
                    progress.apply(Record::Started(header));
                }
                Ok(record) if index > 0 => progress.apply(record),
                _ => return Err(corrupt(&path, index + 1)),
            }
        }
        progress.file.set_len(complete as u64).map_err(failed)?;
        progress.file.seek(SeekFrom::End(0)).map_err(failed)?;
        let is_unfinished = complete > 0;
        if is_unfinished {
            progress.record(Record::Resumed)?;
        } else {
            progress.record(Record::Started(progress.header.clone()))?;
            #[cfg(unix)]
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        }
        Ok((progress, is_unfinished))
    }

    /// Checks that the unfinished run was against the same server, and with the same script.
    fn check_header(&self, header: &Header, folder: &Path) -> Result<(), Failure> {
        let is_local = |header: &Header| Server::Custom(header.server.url.clone()).is_loopback();
        // A local gateway may have another port after a restart.
        let are_local = is_local(header) && is_local(&self.header);
        let (run, remedy) = if !are_local && header.server.url != self.header.server.url {
            (format!("against {}", header.server.url), "finish it there first")
        } else if header.version != self.header.version {
            (format!("of version {}", header.version), "finish it with that version")
        } else {
            return Ok(());
        };
        let folder = folder.display();
        Err(Failure::usage(format!(
            "--report: {folder} has an unfinished run {run}: {remedy}, or choose another folder"
        )))
    }

    fn apply(&mut self, record: Record) {
        match record {
            Record::Started(header) => {
                self.run.server = header.server.clone();
                self.finished_run = self.run.clone();
                self.header = header;
            }
            Record::Pending(call) => self.pending = Some(call),
            Record::Created(resource) => {
                self.pending = None;
                if !self.created.contains(&resource) {
                    self.created.push(resource);
                }
            }
            Record::Deleted(resource) => self.created.retain(|created| *created != resource),
            Record::Exchange(exchange) => self.run.exchanges.push(exchange),
            Record::Skipped(skipped) => self.run.skipped.push(skipped),
            Record::Leftover(leftover) => self.run.leftovers.push(leftover),
            Record::Delivery(delivery) => self.run.deliveries.push(delivery),
            Record::Finished(scenario) => {
                self.finished.push(scenario);
                // Without a response, it is not known whether the call created an order.
                let exchanges = &self.run.exchanges;
                self.pending.take_if(|call| exchanges.iter().any(|exchange| exchange.step == call.step));
                self.finished_run = self.run.clone();
            }
            Record::Resumed => {
                // The calls of the scenario that was interrupted are made again.
                self.resumed += 1;
                self.run = self.finished_run.clone();
            }
        }
    }

    /// Writes a record to the disk, and then applies it.
    fn record(&mut self, record: Record) -> Result<(), Failure> {
        self.write(&record)?;
        self.apply(record);
        Ok(())
    }

    /// Writes a redacted record to the disk, and then applies the other one.
    fn record_redacted(&mut self, record: Record, redacted: &Record) -> Result<(), Failure> {
        self.write(redacted)?;
        self.apply(record);
        Ok(())
    }

    pub(crate) fn exchange(&mut self, exchange: Redacted<Exchange>) -> Result<(), Failure> {
        self.record(Record::Exchange(exchange.into_inner()))
    }

    /// Notes a call that is sent next.
    pub(crate) fn pending(&mut self, call: Exchange, redacted: Redacted<Exchange>) -> Result<(), Failure> {
        self.record_redacted(Record::Pending(call), &Record::Pending(redacted.into_inner()))
    }

    pub(crate) fn created(&mut self, kind: Kind, id: String, redacted: Redacted<String>) -> Result<(), Failure> {
        let redacted = Resource { kind, id: redacted.into_inner() };
        self.record_redacted(Record::Created(Resource { kind, id }), &Record::Created(redacted))
    }

    pub(crate) fn deleted(&mut self, kind: Kind, id: String, redacted: Redacted<String>) -> Result<(), Failure> {
        let redacted = Resource { kind, id: redacted.into_inner() };
        self.record_redacted(Record::Deleted(Resource { kind, id }), &Record::Deleted(redacted))
    }

    pub(crate) fn skipped(&mut self, skipped: Skipped) -> Result<(), Failure> {
        self.record(Record::Skipped(skipped))
    }

    pub(crate) fn leftover(&mut self, leftover: Leftover) -> Result<(), Failure> {
        self.record(Record::Leftover(leftover))
    }

    pub(crate) fn delivery(&mut self, delivery: Delivery) -> Result<(), Failure> {
        self.record(Record::Delivery(delivery))
    }

    pub(crate) fn finished(&mut self, scenario: &str) -> Result<(), Failure> {
        self.record(Record::Finished(scenario.to_owned()))
    }

    fn write(&mut self, record: &Record) -> Result<(), Failure> {
        let line = serde_json::to_string(record).map_err(|error| Failure::usage(error.to_string()))?;
        let written = self.file.write_all(format!("{line}\n").as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| Failure::unwritable("--report", &self.path, &error))
    }

    /// Returns how all reference ids of this run start.
    pub(crate) fn reference_prefix(&self) -> String {
        format!("verify-{}-", self.header.run)
    }

    /// Returns a reference id. It is unique, also when a scenario is played again.
    pub(crate) fn reference(&self, name: &str) -> String {
        format!("{}{}-{name}", self.reference_prefix(), self.resumed)
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
