//! Whole calls over loopback: time, allocations, the size of what a call keeps, and many at once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sezzle_api::Client;
use sezzle_api::types::{CaptureRequest, Price};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use crate::figures::{Figures, quantile};
use crate::plain::Plain;
use crate::{Result, Side};

pub(crate) const ID: &str = "5f7b1c52-0d6e-4a43-9d0a-6f1f2a9f1001";
const CENTS: i64 = 4150;

/// The two sides, ready to call.
#[derive(Clone)]
pub(crate) struct Sides {
    pub(crate) sdk: Client,
    pub(crate) plain: Plain,
}

#[derive(Clone, Copy)]
enum Operation {
    GetSession,
    CaptureOrder,
}

impl Sides {
    async fn call(&self, operation: Operation, side: Side) -> Result<()> {
        match (operation, side) {
            (Operation::GetSession, Side::Sdk) => {
                std::hint::black_box(self.sdk.get_session().session_uuid(ID).send().await?);
            }
            (Operation::GetSession, Side::Plain) => {
                std::hint::black_box(self.plain.get_session(ID).await?);
            }
            (Operation::CaptureOrder, Side::Sdk) => {
                let price = Price::builder().amount_in_cents(CENTS).currency("USD");
                let body = CaptureRequest::builder().capture_amount(price).partial_capture(true);
                std::hint::black_box(self.sdk.capture_order().order_uuid(ID).body(body).send().await?);
            }
            (Operation::CaptureOrder, Side::Plain) => {
                std::hint::black_box(self.plain.capture_order(ID, CENTS).await?);
            }
        }
        Ok(())
    }
}

const OPERATIONS: [(&str, Operation); 2] =
    [("get_session", Operation::GetSession), ("capture_order", Operation::CaptureOrder)];

/// One thread, so that a block's time is the work of the side that ran in it.
pub(crate) fn runtime() -> Result<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}

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

/// Both sides in turn, in blocks of some milliseconds.
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
                        sides.call(operation, side).await.map_err(|error| error.to_string())?;
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

/// How often memory was asked for in a call, and for how many bytes. On one thread, and the server is elsewhere: the
/// count is exact.
async fn allocations(sides: &Sides, operation: Operation, side: Side) -> Result<(f64, f64)> {
    const CALLS: u32 = 100;
    for _ in 0..20 {
        sides.call(operation, side).await?;
    }
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    for _ in 0..CALLS {
        sides.call(operation, side).await?;
    }
    let change = region.change();
    let count = (change.allocations + change.reallocations) as f64;
    Ok((count / f64::from(CALLS), change.bytes_allocated as f64 / f64::from(CALLS)))
}

/// The future of a call: what each call in flight keeps, beside its connection.
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

/// Calls from 64 threads that share a client: with the token looked up for each call, next to none at all. The token
/// comes from the server and has an end, as it does in a shop.
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
            Side::Sdk => sides.call(Operation::GetSession, side).await.map_err(|error| error.to_string())?,
            Side::Plain => {
                let session = sides.plain.get_session_unauthorized(ID).await.map_err(|error| error.to_string())?;
                drop(std::hint::black_box(session));
            }
        }
        calls += 1;
    }
    Ok(calls)
}
