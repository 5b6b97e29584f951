//! Adds up settlement reports, exact to the cent, and compares them with what was paid out.
//!
//! With the name of a CSV file it reads that file in constant memory, and shows a progress bar on a terminal. Without one
//! it starts a simulator, sells for a week, and reads the details of each payout from there.

use std::fs::File;
use std::time::Duration;

use indicatif::ProgressBar;
use sezzle_api::Client;
use sezzle_api::chrono::Days;
use sezzle_api::reports::{ReportError, ReportReader, SettlementRow, SettlementSums, SettlementTotals};
use sezzle_api::types::{CaptureRequest, Intent, Price, SessionOrder, SessionRequest};
use sezzle_simulator::Simulator;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() {
    let result = match std::env::args_os().nth(1) {
        Some(path) => File::open(path).map_err(Into::into).and_then(of_file),
        None => of_simulator().await,
    };
    if let Err(error) = result {
        eprintln!("failed: {error}");
        std::process::exit(1);
    }
}

/// The sums of a report.
#[derive(Default)]
struct Account {
    rows: u64,
    unreadable: u64,
    sums: SettlementSums,
}

impl Account {
    /// Records a row, or counts a line that cannot be read.
    fn record(&mut self, row: std::result::Result<SettlementRow, ReportError>) -> Result<()> {
        match row {
            Ok(row) => {
                self.sums.record(&row)?;
                self.rows += 1;
            }
            // The error names the line and the column. The lines after it are still read.
            Err(ReportError::Line(error)) => {
                self.unreadable += 1;
                eprintln!("{error}");
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Prints the sums, and compares the net amount with the totals of the report.
    fn print(&mut self, totals: Option<&SettlementTotals>) -> Result<()> {
        for (settlement_type, currency, sum) in self.sums.iter() {
            let (name, amount) = (settlement_type.as_str(), sum.amount.to_string());
            println!("  {name:<16} {currency} {:>9} rows {amount:>16}", sum.rows);
        }
        self.sums.record_totals(totals);
        for (currency, net) in self.sums.nets() {
            println!("  {:<16} {currency} {:>31}", "net", net.to_string());
            if let Some(totals) = totals {
                let stated = totals.net()?;
                if stated.currency == currency && stated.to_decimal() != net {
                    return Err(format!("the report states a net amount of {stated}").into());
                }
            }
        }
        match self.unreadable {
            0 => Ok(()),
            lines => Err(format!("{lines} lines cannot be read, {} rows were", self.rows).into()),
        }
    }
}

fn of_file(file: File) -> Result<()> {
    // Short files are read too fast for a progress bar. On anything but a terminal it prints nothing.
    let length = file.metadata()?.len();
    let progress = if length < 8 << 20 { ProgressBar::hidden() } else { ProgressBar::new(length) };
    let mut rows = ReportReader::<SettlementRow, _>::new(progress.wrap_read(file));
    let mut account = Account::default();
    for row in rows.by_ref() {
        account.record(row)?;
    }
    progress.finish_and_clear();
    println!("{} rows", account.rows);
    account.print(rows.totals())
}

async fn of_simulator() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let client = Client::builder().gateway(simulator.url(), simulator.keys()).build()?;
    let start = simulator.now().date_naive();
    for day in 0..7 {
        sell(&simulator, &client, day).await?;
        simulator.advance(Duration::from_secs(24 * 60 * 60));
    }

    let mut payouts = client.list_settlements().days(start..=start + Days::new(14)).pager()?;
    while let Some(payout) = payouts.next().await {
        let payout = payout?;
        let uuid = payout.payout_uuid()?;
        println!("payout {uuid}");
        let mut rows = client.get_settlement_details().payout_uuid(uuid).rows().await?;
        let mut account = Account::default();
        while let Some(row) = rows.next().await {
            account.record(row)?;
        }
        account.print(rows.totals())?;
    }
    Ok(())
}

/// Sells three orders, and refunds a part of one.
async fn sell(simulator: &Simulator, client: &Client, day: i64) -> Result<()> {
    for number in 0..3 {
        let amount = Price::usd(2000 + 137 * day + 1001 * number);
        let order = SessionOrder::builder()
            .intent(Intent::Auth)
            .reference_id(format!("order-{day}-{number}"))
            .order_amount(amount.clone());
        let request = SessionRequest::builder()
            .cancel_url("https://shop.example/cart")
            .complete_url("https://shop.example/thanks")
            .order(order);
        let session = client.create_session().body(request).send().await?;
        let uuid = session.order_uuid()?;
        simulator.approve(uuid)?;
        let capture = CaptureRequest::builder().capture_amount(amount);
        client.capture_order().order_uuid(uuid).body(capture).send().await?;
        if number == 0 {
            client.refund_order().order_uuid(uuid).body(Price::usd(500)).send().await?;
        }
    }
    Ok(())
}
