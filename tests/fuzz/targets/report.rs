//! Reports: the same rows however the bytes arrive, lines in order, and no panic.

#![no_main]

use std::io::{self, Read};

use libfuzzer_sys::fuzz_target;
use sezzle_api::reports::{InterestRow, ReportError, ReportReader, SettlementRow, SettlementSums};

struct Pieces<'a> {
    rest: &'a [u8],
    length: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.length.min(buffer.len()).min(self.rest.len());
        buffer[..length].copy_from_slice(&self.rest[..length]);
        self.rest = &self.rest[length..];
        Ok(length)
    }
}

fuzz_target!(|input: (u8, &[u8])| {
    let (length, text) = input;
    let whole: Vec<_> = ReportReader::<SettlementRow, _>::new(text).collect();
    let pieces = Pieces { rest: text, length: usize::from(length).max(1) };
    let in_pieces: Vec<_> = ReportReader::<SettlementRow, _>::new(pieces).collect();
    assert_eq!(format!("{whole:?}"), format!("{in_pieces:?}"));

    let mut sums = SettlementSums::default();
    let mut last = 0;
    for row in &whole {
        let line = match row {
            Ok(row) => {
                let _ = sums.record(row);
                row.line
            }
            Err(ReportError::Line(error)) => error.line(),
            Err(error) => panic!("{error}"),
        };
        assert!(line >= last);
        last = line;
    }
    sums.nets();
    ReportReader::<InterestRow, _>::new(text).for_each(drop);
});
