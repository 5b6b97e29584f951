//! Reports are read in constant memory, counted by the allocator.

use std::io::{self, Read};

use peak_alloc::PeakAlloc;
use sezzle_api::reports::{ReportReader, SettlementRow};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// A report that is generated while it is read.
struct Report {
    rows: u64,
    line: Vec<u8>,
}

impl Read for Report {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.line.is_empty() && self.rows > 0 {
            self.rows -= 1;
            // One row in a thousand is malformed, and one in ten thousand has a quote that is not closed.
            let amount = if self.rows.is_multiple_of(1000) { "a lot" } else { "41.50" };
            let quote = if self.rows.is_multiple_of(10_000) { "\"" } else { "" };
            let row = self.rows % 60;
            self.line = format!("FEE,{amount},2026-03-01T12:00:{row:02}Z,USD,003,{quote}order-{row}\n").into_bytes();
        }
        let length = buffer.len().min(self.line.len());
        buffer[..length].copy_from_slice(&self.line[..length]);
        self.line.drain(..length);
        Ok(length)
    }
}

/// Returns the maximum number of bytes in use while a report is read.
fn peak(rows: u64) -> usize {
    let line = b"type,amount,event_date,posting_currency,type_code,order_uuid\n".to_vec();
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let (mut good, mut bad) = (0, 0);
    for row in ReportReader::<SettlementRow, _>::new(Report { rows, line }) {
        match row {
            Ok(_) => good += 1,
            Err(_) => bad += 1,
        }
    }
    assert_eq!((good + bad, bad), (rows, rows.div_ceil(1000)));
    ALLOCATOR.peak_usage() - before
}

#[test]
fn report_is_read_in_constant_memory() {
    // Both have a quote that is not closed before the end, which is followed for 64 KiB.
    let (short, long) = (peak(20_000), peak(200_000));
    assert!(long <= short + 1024, "{short} bytes for 20,000 rows, {long} for 200,000");
    assert!(long < 1 << 20, "{long} bytes");
}
