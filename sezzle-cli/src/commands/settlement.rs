//! `sezzle settlement sum` and `sezzle settlement reconcile`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, stdin};
use std::path::Path;

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use sezzle_api::Decimal;
use sezzle_api::reports::{ReportError, ReportReader, ReportStream, SettlementRow, SettlementSums, SettlementType};

use crate::connection::Connection;
use crate::failure::Failure;
use crate::globals::Globals;
use crate::output::{Output, progress, warn};

/// How many orders a table lists that are only on one side. All of them are counted, and JSON has all of them.
const MAX_LISTED: usize = 1000;

/// Columns of a file of orders that may contain ids, in the order of preference.
const ID_COLUMNS: [&str; 5] = ["order_uuid", "uuid", "reference_id", "external_reference_id", "order"];

/// Payouts and their reports
#[derive(Debug, Subcommand)]
#[command(before_help = "Example: sezzle settlement list --start-date 2026-03-01", arg_required_else_help = true)]
pub(crate) enum Settlement {
    /// Adds up the rows of a payout by type and currency
    #[command(before_help = "Example: sezzle settlement sum PAYOUT_UUID")]
    Sum {
        /// Payout, or a CSV file of its details; - reads standard input
        #[arg(value_name = "PAYOUT|FILE")]
        source: String,
    },
    Reconcile(Reconcile),
}

/// Compares a payout with a list of orders; exits with 1 if they differ
#[derive(Args, Debug)]
#[command(before_help = "Example: sezzle settlement reconcile PAYOUT_UUID --orders orders.csv")]
pub(crate) struct Reconcile {
    /// Payout, or a CSV file of its details; - reads standard input
    #[arg(value_name = "PAYOUT|FILE")]
    source: String,

    /// CSV file of orders with a header
    #[arg(long, value_name = "FILE")]
    orders: String,

    /// Column with the order's UUID, dashboard id or reference; found by its name if absent
    #[arg(long, value_name = "NAME")]
    column: Option<String>,
}

impl Settlement {
    pub(crate) async fn run(self, globals: &Globals) -> Result<(), Failure> {
        match self {
            Self::Sum { source } => {
                let totals = read(&source, globals, |_| {}).await?;
                Output::new(globals).sections(&totals.describe());
                totals.check()
            }
            Self::Reconcile(command) => command.run(globals).await,
        }
    }
}

impl Reconcile {
    async fn run(self, globals: &Globals) -> Result<(), Failure> {
        let mut orders = self.read_orders()?;
        let mut unknown: BTreeMap<String, (u64, BTreeMap<String, Decimal>)> = BTreeMap::new();
        let mut without_id = 0_u64;
        let totals = read(&self.source, globals, |row| {
            let ids = [row.api_order_uuid(), row.external_reference_id.as_deref(), row.dashboard_order_id()];
            let ids: Vec<_> = ids.into_iter().flatten().collect();
            let mut is_known = false;
            for id in &ids {
                if let Some(is_seen) = orders.get_mut(*id) {
                    (*is_seen, is_known) = (true, true);
                }
            }
            match ids.first() {
                _ if is_known => {}
                Some(id) => {
                    let (rows, amounts) = unknown.entry((*id).to_owned()).or_default();
                    *rows += 1;
                    // What was ordered moves no money.
                    if row.kind() != Some(SettlementType::Order) {
                        let currency = row.posting_currency.clone().unwrap_or_default();
                        // The totals report an overflow.
                        let amount = amounts.entry(currency).or_default();
                        *amount = amount.saturating_add(row.value().unwrap_or_default());
                    }
                }
                // Transfers and monthly fees are not about orders.
                None => without_id += 1,
            }
        })
        .await?;
        let missing: Vec<_> = orders.iter().filter(|(_, is_seen)| !**is_seen).map(|(id, _)| id).collect();
        let amounts = |amounts: &BTreeMap<String, Decimal>| {
            let amounts = amounts.iter().map(|(currency, amount)| format!("{amount} {currency}"));
            amounts.collect::<Vec<_>>().join(", ")
        };
        let rows = unknown.iter().map(|(id, (rows, sums))| json!({"order": id, "rows": rows, "amount": amounts(sums)}));
        let mut report = totals.describe();
        for (name, count) in [
            ("rows_about_no_order", without_id),
            ("orders", orders.len() as u64),
            ("orders_without_row", missing.len() as u64),
            ("orders_only_in_rows", unknown.len() as u64),
        ] {
            report["counts"][name] = count.into();
        }
        let output = Output::new(globals);
        let max = if output.is_table() { MAX_LISTED } else { usize::MAX };
        report["rows_without_order"] = list(rows, max);
        report["orders_without_row"] = list(missing.iter().map(|id| json!({"order": id})), max);
        output.sections(&report);
        totals.check()?;
        if missing.is_empty() && unknown.is_empty() {
            return Ok(());
        }
        let (missing, unknown) = (missing.len(), unknown.len());
        Err(Failure::rejected(format!("{missing} orders have no row, and rows name {unknown} other orders")))
    }

    /// Reads the ids of the orders. None of them is seen yet.
    fn read_orders(&self) -> Result<BTreeMap<String, bool>, Failure> {
        let failed = |problem: &dyn std::fmt::Display| Failure::usage(format!("--orders: {}: {problem}", self.orders));
        let file = File::open(&self.orders).map_err(|error| failed(&error))?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(file);
        let header = reader.headers().map_err(|error| failed(&error))?.clone();
        let find = |name: &str| header.iter().position(|column| column.trim_start_matches('\u{feff}') == name);
        let column = match &self.column {
            Some(name) => find(name).ok_or_else(|| failed(&format!("there is no column `{name}`")))?,
            None => ID_COLUMNS.iter().find_map(|name| find(name)).ok_or_else(|| {
                failed(&format!("there is none of the columns {}: name one with --column", ID_COLUMNS.join(", ")))
            })?,
        };
        let mut orders = BTreeMap::new();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(|error| failed(&error))? {
            if let Some(id) = record.get(column).filter(|id| !id.is_empty()) {
                orders.insert(id.to_owned(), false);
            }
        }
        Ok(orders)
    }
}

/// Returns the first rows, and how many there are more.
fn list(rows: impl ExactSizeIterator<Item = Value>, max: usize) -> Value {
    let more = rows.len().saturating_sub(max);
    let more = (more > 0).then(|| json!({"order": format!("and {more} more")}));
    rows.take(max).chain(more).collect()
}

/// What a report adds up to.
struct Totals {
    sums: SettlementSums,
    rows: u64,
    unreadable_lines: u64,
}

impl Totals {
    fn describe(&self) -> Value {
        let sums = self.sums.iter().map(|(kind, currency, sum)| {
            json!({"type": kind.as_str(), "currency": currency, "rows": sum.rows, "amount": sum.amount.to_string()})
        });
        let nets = self.sums.nets();
        let nets = nets.iter().map(|(currency, net)| json!({"currency": currency, "amount": net.to_string()}));
        json!({
            "sums": sums.collect::<Vec<_>>(),
            "net": nets.collect::<Vec<_>>(),
            "counts": {"rows": self.rows, "unreadable_lines": self.unreadable_lines},
        })
    }

    fn check(&self) -> Result<(), Failure> {
        match self.unreadable_lines {
            0 => Ok(()),
            count => Err(Failure::rejected(format!("{count} lines cannot be read, so the sums are incomplete"))),
        }
    }
}

/// The rows of a payout, from the gateway or from a file.
enum Rows {
    Payout(Box<ReportStream<SettlementRow>>),
    File(Box<ReportReader<SettlementRow, Box<dyn Read>>>),
}

impl Rows {
    async fn open(source: &str, globals: &Globals) -> Result<Self, Failure> {
        let file: Box<dyn Read> = match source {
            "-" => Box::new(stdin()),
            path if Path::new(path).exists() => Box::new(File::open(path)?),
            payout => {
                let client = Connection::open(globals).await?.client()?;
                return Ok(Self::Payout(Box::new(client.get_settlement_details().payout_uuid(payout).rows().await?)));
            }
        };
        Ok(Self::File(Box::new(ReportReader::new(file))))
    }

    async fn next(&mut self) -> Option<Result<SettlementRow, ReportError>> {
        match self {
            Self::Payout(rows) => rows.next().await,
            Self::File(rows) => rows.next(),
        }
    }
}

/// Reads a report in constant memory, and calls `visit` with each row.
async fn read(source: &str, globals: &Globals, mut visit: impl FnMut(&SettlementRow)) -> Result<Totals, Failure> {
    let mut rows = Rows::open(source, globals).await?;
    let progress = progress();
    let mut totals = Totals { sums: SettlementSums::default(), rows: 0, unreadable_lines: 0 };
    while let Some(row) = rows.next().await {
        match row {
            Ok(row) => {
                totals.sums.record(&row).map_err(|error| Failure::rejected(error.to_string()))?;
                totals.rows += 1;
                progress.set_position(totals.rows);
                visit(&row);
            }
            Err(ReportError::Line(error)) => {
                totals.unreadable_lines += 1;
                warn(&format!("warning: {error}"));
            }
            Err(ReportError::Call(error)) => return Err(error.into()),
            Err(error) => return Err(Failure::rejected(error.to_string())),
        }
    }
    totals.sums.record_totals(match &rows {
        Rows::Payout(rows) => rows.totals(),
        Rows::File(rows) => rows.totals(),
    });
    progress.finish_and_clear();
    Ok(totals)
}
