//! Whole calls over loopback: time, allocations, the size of the future, and many calls at once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sezzle_api::types::{CaptureRequest, Price};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

use crate::figures::{Figures, quantile};
use crate::sides::{Result, Side, Sides, runtime};

const ID: &str = "5f7b1c52-0d6e-4a43-9d0a-6f1f2a9f1001";
const CENTS: i64 = 4150;

#[derive(Clone, Copy)]
enum Operation {
    GetSession,
    CaptureOrder,
}

impl Operation {
    async fn call(self, sides: &Sides, side: Side) -> Result<()> {
        match (self, side) {
            (Self::GetSession, Side::Sdk) => {
                std::hint::black_box(sides.sdk.get_session().session_uuid(ID).send().await?);
            }
            (Self::GetSession, Side::Plain) => {
                std::hint::black_box(sides.plain.get_session(ID).await?);
            }
            (Self::CaptureOrder, Side::Sdk) => {
                let price = Price::builder().amount_in_cents(CENTS).currency("USD");
                let body = CaptureRequest::builder().capture_amount(price).partial_capture(true);
                std::hint::black_box(sides.sdk.capture_order().order_uuid(ID).body(body).send().await?);
            }
            (Self::CaptureOrder, Side::Plain) => {
                std::hint::black_box(sides.plain.capture_order(ID, CENTS).await?);
            }
        }
        Ok(())
    }
}

const OPERATIONS: [(&str, Operation); 2] =
    [("get_session", Operation::GetSession), ("capture_order", Operation::CaptureOrder)];

pub(crate) fn measure(figures: &mut Figures, sides: &Sides, time: Duration) -> Result<()> {
    let runtime = runtime()?;
    for (name, operation) in OPERATIONS {
        for in_flight in [1, 64] {
            let blocks = runtime.block_on(timed(sides, operation, in_flight, time))?;
            let [sdk, plain] = &blocks;
            let each = |of: fn(&Block) -> f64| [of(sdk), of(plain)];
            let name = format!("{name}, {in_flight} in flight");
            figures.add(format!("{name}: median"), "microseconds", each(|block| block.quantile(0.5)));
            figures.add(format!("{name}: p99"), "microseconds", each(|block| block.quantile(0.99)));
            figures.add(format!("{name}: throughput"), "calls/s", each(Block::throughput));
        }
        let mut counts = [(0.0, 0.0); 2];
        for (side, count) in [Side::Sdk, Side::Plain].into_iter().zip(&mut counts) {
            *count = runtime.block_on(allocations(sides, operation, side))?;
        }
        figures.add(format!("{name}: allocations"), "a call", counts.map(|(count, _)| count));
        figures.add(format!("{name}: allocated"), "bytes a call", counts.map(|(_, bytes)| bytes));
    }
    Ok(())
}

/// The calls of one side.
#[derive(Default)]
struct Block {
    calls: Vec<Duration>,
    elapsed: Duration,
}

impl Block {
    fn quantile(&self, share: f64) -> f64 {
        quantile(self.calls.clone(), share).as_secs_f64() * 1e6
    }

    fn throughput(&self) -> f64 {
        self.calls.len() as f64 / self.elapsed.as_secs_f64()
    }
}

/// Measures both sides in alternating blocks of some milliseconds.
async fn timed(sides: &Sides, operation: Operation, in_flight: usize, time: Duration) -> Result<[Block; 2]> {
    const CALLS: usize = 256;
    let mut blocks = [Block::default(), Block::default()];
    let start = Instant::now();
    let mut warm = false;
    while start.elapsed() < time {
        for (side, block) in [Side::Sdk, Side::Plain].into_iter().zip(&mut blocks) {
            let mut tasks = JoinSet::new();
            let sides = Arc::new(sides.clone());
            let block_start = Instant::now();
            for _ in 0..in_flight {
                let sides = Arc::clone(&sides);
                tasks.spawn(async move {
                    let mut calls = Vec::with_capacity(CALLS / in_flight);
                    for _ in 0..CALLS / in_flight {
                        let start = Instant::now();
                        operation.call(&sides, side).await.map_err(|error| error.to_string())?;
                        calls.push(start.elapsed());
                    }
                    Ok::<_, String>(calls)
                });
            }
            let mut calls = Vec::new();
            while let Some(of_task) = tasks.join_next().await {
                calls.extend(of_task??);
            }
            if warm {
                block.elapsed += block_start.elapsed();
                block.calls.extend(calls);
            }
        }
        warm = true;
    }
    Ok(blocks)
}

/// Counts the allocations and the allocated bytes of a call. The counts are exact: there is one thread, and the server
/// is another process.
async fn allocations(sides: &Sides, operation: Operation, side: Side) -> Result<(f64, f64)> {
    const CALLS: u32 = 100;
    for _ in 0..20 {
        operation.call(sides, side).await?;
    }
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    for _ in 0..CALLS {
        operation.call(sides, side).await?;
    }
    let change = region.change();
    let count = (change.allocations + change.reallocations) as f64;
    Ok((count / f64::from(CALLS), change.bytes_allocated as f64 / f64::from(CALLS)))
}

/// Measures the future of a call: the memory of each call in flight, beside its connection.
pub(crate) fn sizes(figures: &mut Figures, sides: &Sides) {
    let Sides { sdk, plain } = sides;
    macro_rules! largest {
        ($($operation:ident)*) => {
            [$((size_of_val(&sdk.$operation().send()), stringify!($operation)),)*].into_iter().max().unwrap_or_default()
        };
    }
    let (largest, name) = largest!(
        authenticate create_session get_session create_card_session update_card_session get_card get_order update_order
        release_order capture_order refund_order reauthorize_order upcharge_order delete_checkout update_checkout
        list_customers get_customer delete_customer preapprove_customer create_customer_order get_tokenization
        create_webhook list_webhooks get_webhook update_webhook delete_webhook test_webhook list_settlements
        get_settlement_details get_interest_balance get_interest_activity get_order_report
    );
    let get = size_of_val(&sdk.get_session().session_uuid(ID).send());
    let plain_get = size_of_val(&plain.get_session(ID));
    let capture = size_of_val(&plain.capture_order(ID, CENTS));
    figures.add("get_session: future", "bytes", [get as f64, plain_get as f64]);
    let name = format!("largest future: {name}, next to capture_order");
    figures.add(name, "bytes", [largest as f64, capture as f64]);
}

/// Measures calls from 64 threads that share a client. The SDK looks the token up for each call; the other side sends
/// none. The token comes from the server and expires, as in production.
pub(crate) fn contention(figures: &mut Figures, sides: &Sides, time: Duration) -> Result<()> {
    const THREADS: usize = 64;
    const ROUNDS: u32 = 8;
    let runtime = Builder::new_multi_thread().worker_threads(THREADS).enable_all().build()?;
    let mut rates = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (side, rates) in [Side::Sdk, Side::Plain].into_iter().zip(&mut rates) {
            let start = Instant::now();
            let until = start + time / (2 * ROUNDS);
            let calls = runtime.block_on(async {
                let mut tasks = JoinSet::new();
                for _ in 0..THREADS {
                    tasks.spawn(until_then(sides.clone(), side, until));
                }
                let mut calls = 0;
                while let Some(of_task) = tasks.join_next().await {
                    calls += of_task??;
                }
                Result::Ok(calls)
            })?;
            rates.push(f64::from(calls) / start.elapsed().as_secs_f64());
        }
    }
    let median = rates.map(|mut rates| {
        rates.sort_by(f64::total_cmp);
        rates[rates.len() / 2]
    });
    figures.add("get_session, 64 threads; reqwest without token", "calls/s", median);
    Ok(())
}

async fn until_then(sides: Sides, side: Side, until: Instant) -> std::result::Result<u32, String> {
    let mut calls = 0;
    while Instant::now() < until {
        match side {
            Side::Sdk => Operation::GetSession.call(&sides, side).await.map_err(|error| error.to_string())?,
            Side::Plain => {
                let session = sides.plain.get_session_unauthorized(ID).await.map_err(|error| error.to_string())?;
                drop(std::hint::black_box(session));
            }
        }
        calls += 1;
    }
    Ok(calls)
}
