//! `sezzle settlement sum` and `reconcile`.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use indicatif::ProgressBar;
use sezzle_api::reports::{ReportReader, ReportStream, SettlementRow, SettlementSums, SettlementType};

use crate::account::server::Context;
use crate::error::{CliError, Result};
use crate::output;

/// How many rows are read between two updates of the progress.
const PROGRESS_ROWS: u64 = 1000;

/// The commands of the group `settlement` besides the operations.
#[derive(Subcommand)]
pub(crate) enum Local {
    /// Adds up a payout by type and currency
    Sum(Sum),
    /// Compares a payout with the shop's orders
    Reconcile(Reconcile),
}

#[derive(Args)]
#[command(before_help = "Example:\n  sezzle settlement sum PAYOUT_UUID")]
pub(crate) struct Sum {
    /// Id of a payout, or a file with its details
    payout: String,
}

#[derive(Args)]
#[command(before_help = "Example:\n  sezzle settlement reconcile PAYOUT_UUID --orders orders.csv")]
pub(crate) struct Reconcile {
    /// Id of a payout, or a file with its details
    payout: String,

    /// CSV file with the shop's orders; the column order_uuid has the ids of the API, or reference_id the shop's own
    #[arg(long, value_name = "FILE")]
    orders: PathBuf,
}

/// Runs a command of the group.
pub(crate) async fn run(command: Local, context: &Context) -> Result<()> {
    match command {
        Local::Sum(options) => sum(&options, context).await,
        Local::Reconcile(options) => reconcile(&options, context).await,
    }
}

/// The rows of a payout, from the gateway or a file.
enum Rows {
    Stream(ReportStream<SettlementRow>),
    File(ReportReader<SettlementRow, File>),
}

impl Rows {
    async fn open(payout: &str, context: &Context) -> Result<Self> {
        if Path::new(payout).is_file() {
            return Ok(Self::File(ReportReader::new(File::open(payout)?)));
        }
        let connection = context.connect().await?;
        Ok(Self::Stream(connection.client.get_settlement_details().payout_uuid(payout).rows().await?))
    }

    /// Calls a function with each row.
    async fn for_each(&mut self, mut each: impl FnMut(SettlementRow) -> Result<()>) -> Result<()> {
        let progress = ProgressBar::new_spinner();
        let mut count: u64 = 0;
        loop {
            let row = match self {
                Self::Stream(rows) => rows.next().await,
                Self::File(rows) => rows.next(),
            };
            let Some(row) = row else { break };
            each(row?)?;
            count += 1;
            if count.is_multiple_of(PROGRESS_ROWS) {
                progress.set_message(format!("{count} rows"));
                progress.tick();
            }
        }
        progress.finish_and_clear();
        Ok(())
    }
}

async fn sum(options: &Sum, context: &Context) -> Result<()> {
    let mut rows = Rows::open(&options.payout, context).await?;
    let mut sums = SettlementSums::default();
    rows.for_each(|row| sums.record(&row).map_err(|error| CliError::failed(error.to_string()))).await?;
    match &rows {
        Rows::Stream(rows) => sums.record_totals(rows.totals()),
        Rows::File(rows) => sums.record_totals(rows.totals()),
    }
    let mut lines: Vec<Vec<String>> = sums
        .iter()
        .map(|(kind, currency, sum)| {
            vec![kind.to_string(), currency.to_owned(), sum.rows.to_string(), format!("{:.2}", sum.amount)]
        })
        .collect();
    lines.sort();
    lines.insert(0, ["TYPE", "CURRENCY", "ROWS", "AMOUNT"].map(str::to_owned).to_vec());
    for (currency, net) in sums.nets() {
        lines.push(vec!["net".to_owned(), currency.to_owned(), String::new(), format!("{net:.2}")]);
    }
    output::line(&output::aligned(&lines));
    Ok(())
}

async fn reconcile(options: &Reconcile, context: &Context) -> Result<()> {
    let mut orders = read_orders(&options.orders)?;
    let mut without_order: Vec<String> = Vec::new();
    let mut rows = Rows::open(&options.payout, context).await?;
    let mut count = 0;
    rows.for_each(|row| {
        count += 1;
        let id = match orders.key {
            Key::OrderUuid => row.api_order_uuid(),
            Key::ReferenceId => row.external_reference_id.as_deref(),
        };
        match id.filter(|id| !id.is_empty()) {
            Some(id) => match orders.has_row.get_mut(id) {
                Some(has_row) => *has_row = true,
                None => without_order.push(id.to_owned()),
            },
            // Transfers to the interest account and the like belong to no order.
            None if row.kind() == Some(SettlementType::InterestTransfer) => {}
            None => without_order.push("a row without an id".to_owned()),
        }
        Ok(())
    })
    .await?;
    without_order.sort();
    without_order.dedup();
    let mut without_row: Vec<&String> = orders.has_row.iter().filter(|(_, has)| !**has).map(|(id, _)| id).collect();
    without_row.sort();
    for id in &without_order {
        output::line(&format!("not in the file: {id}"));
    }
    for id in &without_row {
        output::line(&format!("not in the payout: {id}"));
    }
    output::line(&format!(
        "{count} rows and {} orders compared: {} not in the file, {} not in the payout",
        orders.has_row.len(),
        without_order.len(),
        without_row.len()
    ));
    if without_order.is_empty() && without_row.is_empty() {
        return Ok(());
    }
    Err(CliError::failed("the payout and the orders differ"))
}

/// The column that identifies an order.
enum Key {
    OrderUuid,
    ReferenceId,
}

/// The shop's orders, and whether each has a row.
struct Orders {
    key: Key,
    has_row: HashMap<String, bool>,
}

/// Reads the column with the ids.
fn read_orders(file: &Path) -> Result<Orders> {
    let name = file.display();
    let opened = File::open(file).map_err(|error| CliError::usage(format!("--orders: {name}: {error}")))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(BufReader::new(opened));
    let invalid = |error: csv::Error| CliError::usage(format!("--orders: {name}: {error}"));
    let headers = reader.headers().map_err(invalid)?.clone();
    let column = |wanted: &str| headers.iter().position(|header| header.trim() == wanted);
    let (key, column) = match (column("order_uuid"), column("reference_id")) {
        (Some(column), _) => (Key::OrderUuid, column),
        (None, Some(column)) => (Key::ReferenceId, column),
        (None, None) => {
            return Err(CliError::usage(format!("--orders: {name} has no column order_uuid and none reference_id")));
        }
    };
    let mut has_row = HashMap::new();
    for record in reader.records() {
        let record = record.map_err(invalid)?;
        if let Some(id) = record.get(column).map(str::trim).filter(|id| !id.is_empty()) {
            has_row.insert(id.to_owned(), false);
        }
    }
    Ok(Orders { key, has_row })
}
