//! Reading a large settlement file, compared with the plain `csv` crate: speed and memory.
//!
//! `cargo bench -p sezzle-api --bench reports` prints a table; nothing is asserted. `-- --rows 100000` sets the number of
//! rows, which is a million by default.

use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use sezzle_api::Decimal;
use sezzle_api::chrono::{DateTime, Utc};
use sezzle_api::reports::{ReportReader, SettlementRow};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The row of a program that uses `csv` itself.
#[derive(Deserialize)]
#[allow(dead_code, reason = "only reading is measured")]
struct Row {
    r#type: String,
    order_capture_date: DateTime<Utc>,
    order_created_at: DateTime<Utc>,
    event_date: DateTime<Utc>,
    order_uuid: String,
    customer_order_id: String,
    external_reference_id: String,
    #[serde(deserialize_with = "amount")]
    order_amount: Option<Decimal>,
    #[serde(deserialize_with = "amount")]
    amount: Option<Decimal>,
    posting_currency: String,
    type_code: String,
    chargeback_code: Option<String>,
    sezzle_order_id: String,
    product_type: String,
    mid: String,
    card_network_auth_ref: String,
}

fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Option<Decimal>, D::Error> {
    let text = <&str>::deserialize(deserializer)?;
    (!text.is_empty()).then(|| Decimal::from_str_exact(text).map_err(D::Error::custom)).transpose()
}

const TOTALS: &str = "total_order_amount,total_fee_amount,net_settlement_amount,payment_uuid,payout_date\n\
                      100.00,.30,99.70,payout-1,2026-03-02 00:05:00 +0000 UTC\n";
const HEADER: &str = "type,order_capture_date,order_created_at,event_date,order_uuid,customer_order_id,\
                      external_reference_id,order_amount,amount,posting_currency,type_code,chargeback_code,\
                      sezzle_order_id,product_type,mid,card_network_auth_ref\n";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| Some(&arguments[arguments.iter().position(|argument| argument == name)? + 1]);
    if let Some(path) = value("--child") {
        return run_child(path);
    }
    let rows = value("--rows").map_or(Ok(1_000_000), |rows| rows.parse())?;
    let path = write_file(rows)?;
    println!("{rows} rows, {} MiB\n", path.metadata()?.len() >> 20);
    speed(&path, rows)?;
    println!("\nreading it takes {} KiB more memory than an empty process", peak(&path)? - peak(Path::new(""))?);
    std::fs::remove_file(path)?;
    Ok(())
}

/// Writes orders and fees alternately, in the format of a settlement file.
fn write_file(rows: u64) -> Result<PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("settlement-{}.csv", std::process::id()));
    let mut file = BufWriter::new(File::create(&path)?);
    file.write_all(TOTALS.as_bytes())?;
    file.write_all(HEADER.as_bytes())?;
    for row in 0..rows {
        let (second, order) = (row % 60, row / 2);
        let (kind, amounts, code) = match row % 2 {
            0 => ("ORDER", format!("{}.{:02},", 10 + row % 90, row % 100), "001"),
            _ => ("FEE", format!(",.{:02}", row % 100), "003"),
        };
        writeln!(
            file,
            "{kind},2026-03-01T12:00:{second:02}Z,2026-03-01T11:59:{second:02}.123Z,2026-03-01T12:00:{second:02}Z,\
             q7x2m-{order:05}-w4h8k-n6t3v,{order},order-{order},{amounts},USD,{code},,\
             0c1d7a0e-7c55-4f0b-8d5f-{order:012},standard_checkout,1234567890,ref-{order}"
        )?;
    }
    file.into_inner()?.sync_all()?;
    Ok(path)
}

/// Reads the file with each reader in turn, five times, and prints the best time of each.
fn speed(path: &Path, rows: u64) -> Result<()> {
    type Reader = fn(File) -> Result<u64>;
    let readers: [(&str, Reader); 2] = [("csv", csv_rows), ("sezzle-api", own_rows)];
    let mut best = [Duration::MAX; 2];
    for _ in 0..5 {
        for ((name, reader), best) in readers.iter().zip(&mut best) {
            let file = File::open(path)?;
            let start = Instant::now();
            let read = reader(file)?;
            *best = start.elapsed().min(*best);
            if read != rows {
                return Err(format!("{name} read {read} rows of {rows}").into());
            }
        }
    }
    println!("{:<14}{:>10}{:>14}{:>16}", "reader", "seconds", "rows/s", "speed of csv");
    for ((name, _), time) in readers.iter().zip(best) {
        let seconds = time.as_secs_f64();
        println!("{name:<14}{seconds:>10.3}{:>14.0}{:>16.2}", rows as f64 / seconds, best[0].as_secs_f64() / seconds);
    }
    Ok(())
}

/// Reads with the plain `csv` crate, from behind the totals.
fn csv_rows(mut file: File) -> Result<u64> {
    file.seek(SeekFrom::Start(TOTALS.len() as u64))?;
    let mut rows = 0;
    for row in csv::Reader::from_reader(file).deserialize::<Row>() {
        std::hint::black_box(row?);
        rows += 1;
    }
    Ok(rows)
}

fn own_rows(file: File) -> Result<u64> {
    let mut rows = 0;
    for row in ReportReader::<SettlementRow, _>::new(file) {
        std::hint::black_box(row?);
        rows += 1;
    }
    Ok(rows)
}

/// Returns the peak memory, in KiB, of a process that reads the file, or none.
fn peak(path: &Path) -> Result<i64> {
    let output = Command::new(std::env::current_exe()?).arg("--child").arg(path).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

fn run_child(path: &str) -> Result<()> {
    if !path.is_empty() {
        own_rows(File::open(path)?)?;
    }
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak memory")?;
    println!("{}", peak.trim().trim_end_matches(" kB"));
    Ok(())
}
