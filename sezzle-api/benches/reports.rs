//! Reading a large settlement file, compared with the plain `csv` crate: speed and memory.
//!
//! `cargo bench -p sezzle-api --bench reports` prints a table; nothing is asserted. `-- --rows 100000` sets the number of
//! rows, which is a million by default.

use std::fs::File;
use std::io::{BufWriter, Read, Seek, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::Deserialize;
use sezzle_api::chrono::{DateTime, Utc};
use sezzle_api::reports::{ReportReader, SettlementRow};
use sezzle_api::{Client, Credentials, Decimal, Server};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Deserialize)]
#[allow(dead_code, reason = "only reading is measured")]
struct Row<Time, Amount, Optional> {
    r#type: String,
    order_capture_date: Time,
    order_created_at: Time,
    event_date: Time,
    order_uuid: String,
    customer_order_id: String,
    external_reference_id: String,
    order_amount: Amount,
    amount: Amount,
    posting_currency: String,
    type_code: String,
    chargeback_code: Optional,
    sezzle_order_id: String,
    product_type: String,
    mid: String,
    card_network_auth_ref: String,
}

/// A row of strings: the least work that any reader does.
type Texts = Row<String, String, String>;

/// A row with the types that a program needs.
type Typed = Row<DateTime<Utc>, Option<Amount>, Option<String>>;

#[allow(dead_code, reason = "only reading is measured")]
struct Amount(Decimal);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = Amount;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a decimal")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> std::result::Result<Amount, E> {
                Decimal::from_str_exact(text).map(Amount).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

const TOTALS: &str = "total_order_amount,total_fee_amount,net_settlement_amount,payment_uuid,payout_date\n\
                      100.00,.30,99.70,payout-1,2026-03-02 00:05:00 +0000 UTC\n";
const HEADER: &str = "type,order_capture_date,order_created_at,event_date,order_uuid,customer_order_id,\
                      external_reference_id,order_amount,amount,posting_currency,type_code,chargeback_code,\
                      sezzle_order_id,product_type,mid,card_network_auth_ref\n";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| Some(&arguments[arguments.iter().position(|argument| argument == name)? + 1]);
    if let Some(child) = value("--child") {
        return run_child(child, value("--of").map(String::as_str).unwrap_or_default());
    }
    let rows = value("--rows").map_or(Ok(1_000_000), |rows| rows.parse())?;
    let path = write_file(rows)?;
    println!("{rows} rows, {} MiB\n", path.metadata()?.len() >> 20);
    speed(&path, rows)?;
    memory(&path)?;
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
    let readers: [(&str, Reader); 3] =
        [("csv, texts", csv_rows::<Texts>), ("csv, typed", csv_rows::<Typed>), ("sezzle-api", own_rows)];
    let mut best = [Duration::MAX; 3];
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
    println!(
        "{:<14}{:>10}{:>14}{:>22}{:>22}",
        "reader", "seconds", "rows/s", "speed of csv, texts", "speed of csv, typed"
    );
    for ((name, _), time) in readers.iter().zip(best) {
        let seconds = time.as_secs_f64();
        println!(
            "{name:<14}{seconds:>10.3}{:>14.0}{:>22.2}{:>22.2}",
            rows as f64 / seconds,
            best[0].as_secs_f64() / seconds,
            best[1].as_secs_f64() / seconds,
        );
    }
    Ok(())
}

/// Reads with the plain `csv` crate, from behind the totals.
fn csv_rows<T: for<'a> Deserialize<'a>>(mut file: File) -> Result<u64> {
    file.seek(std::io::SeekFrom::Start(TOTALS.len() as u64))?;
    let mut rows = 0;
    for row in csv::Reader::from_reader(file).deserialize::<T>() {
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

/// Reads the file in processes of their own and prints their peak memory, compared with one that reads nothing.
fn memory(path: &Path) -> Result<()> {
    println!("\n{:<34}{:>12}{:>24}", "memory of a process that", "peak, KiB", "above the empty one, KiB");
    let url = serve(path)?;
    let path = path.to_str().ok_or("the path is not UTF-8")?;
    let cases = [
        ("does nothing", "nothing", ""),
        ("reads the file", "file", path),
        ("runs a client that reads nothing", "client", &url),
        ("reads the report over HTTP", "http", &url),
    ];
    let mut empty = None;
    for (name, child, argument) in cases {
        let output =
            std::process::Command::new(std::env::current_exe()?).args(["--child", child, "--of", argument]).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let peak: i64 = String::from_utf8(output.stdout)?.trim().parse()?;
        println!("{name:<34}{peak:>12}{:>24}", peak - *empty.get_or_insert(peak));
    }
    Ok(())
}

fn run_child(child: &str, argument: &str) -> Result<()> {
    match child {
        "file" => {
            own_rows(File::open(argument)?)?;
        }
        "client" => drop(client(argument)?),
        "http" => tokio::runtime::Runtime::new()?.block_on(async {
            let mut rows = client(argument)?.get_settlement_details().payout_uuid("payout-1").rows().await?;
            while let Some(row) = rows.next().await {
                std::hint::black_box(row?);
            }
            Result::Ok(())
        })?,
        _ => {}
    }
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak memory")?;
    println!("{}", peak.trim().trim_end_matches(" kB"));
    Ok(())
}

fn client(url: &str) -> Result<Client> {
    let server = Server::Custom(url.to_owned());
    Ok(Client::builder()
        .server(server)
        .credentials(Credentials::token("token"))
        .timeout(Duration::from_secs(600))
        .build()?)
}

/// Serves the file to the first request.
fn serve(path: &Path) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let mut file = File::open(path)?;
    std::thread::spawn(move || -> std::io::Result<()> {
        let (mut stream, _) = listener.accept()?;
        let read = stream.read(&mut [0; 4096])?;
        debug_assert!(read > 0);
        let length = file.metadata()?.len();
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: {length}\r\n\r\n")?;
        std::io::copy(&mut file, &mut stream)?;
        Ok(())
    });
    Ok(url)
}
