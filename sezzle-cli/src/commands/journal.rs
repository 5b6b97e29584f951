//! `sezzle journal`: the calls in a database of `sezzle-journal`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use sezzle_api::{Client, Credentials};
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::{CallId, Entry, Journal as Calls, Outcome, Resolution, State};

use crate::connection::Connection;
use crate::failure::Failure;
use crate::globals::Globals;
use crate::operation::confirm;
use crate::output::Output;

/// Calls in a database of sezzle-journal
#[derive(Debug, Subcommand)]
#[command(
    before_help = "Example: sezzle journal list --database shop.db --state review",
    arg_required_else_help = true
)]
pub(crate) enum Journal {
    /// Lists the calls, by state
    #[command(before_help = "Example: sezzle journal list --database shop.db --state review")]
    List {
        #[command(flatten)]
        database: Database,

        /// Only the calls in this state
        #[arg(long, value_parser = parse_state)]
        state: Option<State>,
    },

    /// Shows a call and its outcome
    #[command(before_help = "Example: sezzle journal show 7 --database shop.db")]
    Show {
        /// Id of the call
        id: i64,

        #[command(flatten)]
        database: Database,
    },

    /// Sends the calls that are due, with their own request ids
    #[command(before_help = "Example: sezzle journal resume --database shop.db")]
    Resume {
        #[command(flatten)]
        database: Database,

        /// Do not ask, on production
        #[arg(long)]
        yes: bool,
    },

    /// Records your decision about a call in review
    #[command(before_help = "Example: sezzle journal resolve 7 done --uuid CAPTURE_UUID --database shop.db")]
    Resolve {
        /// Id of the call
        id: i64,

        /// Whether Sezzle has processed it
        decision: Decision,

        /// Id of the capture, refund, release or order
        #[arg(long)]
        uuid: Option<String>,

        #[command(flatten)]
        database: Database,
    },
}

/// The database of a journal.
#[derive(Args, Debug)]
pub(crate) struct Database {
    /// SQLite file of the journal
    #[arg(long, value_name = "FILE", env = "SEZZLE_JOURNAL")]
    database: PathBuf,
}

/// A decision about a call in review.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Decision {
    Done,
    Rejected,
    SendAgain,
}

fn parse_state(text: &str) -> Result<State, String> {
    let names = State::ALL.map(State::as_str).join(", ");
    State::parse(text).ok_or_else(|| format!("is none of {names}"))
}

impl Database {
    /// Opens the journal. A file that does not exist is not created.
    async fn open(&self, client: Client) -> Result<Calls<SqliteStore>, Failure> {
        if !self.database.is_file() {
            return Err(Failure::usage(format!("--database: there is no file {}", self.database.display())));
        }
        Ok(Calls::new(client, SqliteStore::open(&self.database).await?))
    }

    /// Opens the journal for commands that send nothing.
    async fn open_offline(&self) -> Result<Calls<SqliteStore>, Failure> {
        self.open(Client::builder().credentials(Credentials::token("not-used")).build()?).await
    }
}

impl Journal {
    pub(crate) async fn run(self, globals: &Globals) -> Result<(), Failure> {
        let output = Output::new(globals);
        match self {
            Self::List { database, state } => {
                let entries = entries(&database.open_offline().await?, state).await?;
                output.value(&entries.iter().map(describe).collect());
            }
            Self::Show { id, database } => {
                let journal = database.open_offline().await?;
                let outcome = journal.outcome(CallId::from(id)).await?;
                let entry = entries(&journal, None).await?.into_iter().find(|entry| i64::from(entry.id) == id);
                let mut shown = entry.as_ref().map_or_else(|| json!({"id": id}), describe);
                shown["outcome"] = describe_outcome(&outcome);
                output.value(&shown);
            }
            Self::Resume { database, yes } => {
                let connection = Connection::open(globals).await?;
                let path = database.database.display().to_string();
                confirm(globals, yes, &connection.server, &[("journal", path)])?;
                let resumed = database.open(connection.client()?).await?.resume().await?;
                let ended = resumed
                    .ended
                    .iter()
                    .map(|(id, outcome)| json!({"id": i64::from(*id), "outcome": describe_outcome(outcome)}));
                output.value(&json!({"ended": ended.collect::<Vec<_>>(), "waiting": resumed.waiting}));
                if let Some(error) = resumed.errors.first() {
                    return Err(Failure::rejected(error.to_string()));
                }
                if resumed.waiting > 0 {
                    return Err(Failure::uncertain(format!(
                        "{} calls have to wait: resume them later",
                        resumed.waiting
                    )));
                }
            }
            Self::Resolve { id, decision, uuid, database } => {
                let resolution = match decision {
                    Decision::Done => Resolution::Done,
                    Decision::Rejected => Resolution::Rejected,
                    Decision::SendAgain => Resolution::SendAgain,
                };
                database.open_offline().await?.resolve(CallId::from(id), resolution, uuid.as_deref()).await?;
            }
        }
        Ok(())
    }
}

/// Returns the calls in a state, or in all states, in the order of their ids.
async fn entries(journal: &Calls<SqliteStore>, state: Option<State>) -> Result<Vec<Entry>, Failure> {
    let mut entries = Vec::new();
    for state in State::ALL.into_iter().filter(|other| state.is_none_or(|state| state == *other)) {
        entries.extend(journal.list(state).await?);
    }
    entries.sort_by_key(|entry| entry.id);
    Ok(entries)
}

fn describe(entry: &Entry) -> Value {
    json!({
        "id": i64::from(entry.id),
        "state": entry.state.as_str(),
        "operation": entry.operation,
        "purpose": entry.purpose,
        "request_id": entry.request_id,
        "runs": entry.runs,
        "created_at": entry.created_at.to_rfc3339(),
        "first_sent_at": entry.first_sent_at.map(|time| time.to_rfc3339()),
        "note": entry.note,
    })
}

fn describe_outcome(outcome: &Outcome) -> Value {
    match outcome {
        Outcome::Done(response) => json!({"result": "done", "uuid": response.uuid()}),
        Outcome::Rejected(rejection) => {
            json!({"result": "rejected", "status": rejection.status, "reason": rejection.text})
        }
        Outcome::Unknown { retry_at } => json!({"result": "unknown", "retry_at": retry_at.to_rfc3339()}),
        Outcome::NeedsReview(reason) => json!({"result": "review", "reason": reason.to_string()}),
    }
}

impl From<sezzle_journal::Error> for Failure {
    fn from(error: sezzle_journal::Error) -> Self {
        match error {
            sezzle_journal::Error::NotFound(_) | sezzle_journal::Error::NotInReview(_) => {
                Self::usage(error.to_string())
            }
            error => Self::rejected(error.to_string()),
        }
    }
}
