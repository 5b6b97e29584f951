//! Splits CSV that arrives in pieces into records.
//!
//! `csv_core` parses a record; this module decides where one ends. A line break ends a record if the quotes before it
//! are paired, so a quote that is never closed is found without parsing: no record ends after it. `csv_core` alone would
//! take everything up to the next quote, rows included, as one cell. Two such quotes close each other; the cell between
//! them then hides the rows in it, which shows when the net amount is compared with that of the totals.

use std::io::{self, Read};
use std::ops::Range;
use std::task::Poll;

use csv_core::ReadRecordResult;
use memchr::{memchr, memchr_iter, memchr2_iter};

/// The maximum length of a record. A row of a report has a few hundred bytes.
///
/// This also limits how far a quote that is not closed is followed.
const MAX_RECORD_BYTES: usize = 64 << 10;

/// How much is read from a file at once.
const BLOCK_BYTES: usize = 64 << 10;

const UNCLOSED_QUOTE: &str = "a quote is not closed";
const TOO_LONG: &str = "it is longer than 65536 bytes";

/// Turns bytes into records. Holds one record and the input read beyond it.
pub(crate) struct Records {
    csv: csv_core::Reader,
    /// What was read from a file at once.
    block: Vec<u8>,
    input: Vec<u8>,
    is_last_input: bool,
    /// Where the next record begins in `input`.
    start: usize,
    /// How far `input` has been searched for the end of that record.
    searched: usize,
    /// Whether the number of quotes between the two is odd.
    in_quotes: bool,
    /// Whether the rest of a line that is too long is still to be skipped.
    skips_line: bool,
    /// The number of the line at `start`.
    next_line: u64,
    /// The latest record, or the line that was given up: its place in `input` and its number.
    raw: Range<usize>,
    line: u64,
    /// The cells of the latest record, one after the other, and where each of them ends.
    text: Vec<u8>,
    text_bytes: usize,
    ends: Vec<usize>,
    cells: usize,
}

impl Records {
    pub(crate) fn new() -> Self {
        Self {
            csv: csv_core::ReaderBuilder::new().terminator(csv_core::Terminator::Any(b'\n')).build(),
            block: Vec::new(),
            input: Vec::new(),
            is_last_input: false,
            start: 0,
            searched: 0,
            in_quotes: false,
            skips_line: false,
            next_line: 1,
            raw: 0..0,
            line: 0,
            text: vec![0; 1024],
            text_bytes: 0,
            ends: vec![0; 64],
            cells: 0,
        }
    }

    /// Adds input, and drops what was read before.
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        self.input.drain(..self.start);
        self.searched -= self.start;
        self.start = 0;
        self.raw = 0..0;
        self.input.extend_from_slice(bytes);
    }

    /// Adds input from a file, or marks its end.
    ///
    /// # Errors
    ///
    /// Returns the error of the file.
    pub(crate) fn read(&mut self, file: &mut impl Read) -> io::Result<()> {
        let mut block = std::mem::take(&mut self.block);
        block.resize(BLOCK_BYTES, 0);
        let length = file.read(&mut block);
        match length {
            Ok(0) => self.finish(),
            Ok(length) => self.feed(&block[..length]),
            Err(_) => {}
        }
        self.block = block;
        length.map(drop)
    }

    /// Marks the end of the input.
    pub(crate) fn finish(&mut self) {
        self.is_last_input = true;
    }

    /// The number of the line on which the latest record begins, counted from 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// The latest record as it came, or the line that was given up.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.input[self.raw.clone()]
    }

    /// The cells of the latest record; `None` if they are not UTF-8.
    pub(crate) fn cells(&self) -> Option<Cells<'_>> {
        let text = std::str::from_utf8(&self.text[..self.text_bytes]).ok()?;
        Some(Cells { text, ends: &self.ends[..self.cells] })
    }

    /// Reads the next record into [`cells`](Self::cells); `Pending` if that takes more input.
    ///
    /// # Errors
    ///
    /// The line is not part of a record. The next call goes on after that line.
    pub(crate) fn next(&mut self) -> Poll<Option<Result<(), &'static str>>> {
        loop {
            if self.skips_line {
                self.skips_line = !self.skip_line();
            }
            let limit = self.start.saturating_add(MAX_RECORD_BYTES);
            let end = match self.find_end(limit) {
                Some(end) => end,
                None if self.input.len() > limit => {
                    let reason = if self.in_quotes { UNCLOSED_QUOTE } else { TOO_LONG };
                    return Poll::Ready(Some(Err(self.give_up(reason))));
                }
                None if !self.is_last_input => return Poll::Pending,
                None if self.start == self.input.len() => return Poll::Ready(None),
                None if self.in_quotes => return Poll::Ready(Some(Err(self.give_up(UNCLOSED_QUOTE)))),
                None => self.input.len(),
            };
            if self.input[self.start..end].iter().all(|byte| matches!(byte, b'\r' | b'\n')) {
                self.advance(end);
                continue;
            }
            if !self.parse(end) {
                return Poll::Ready(Some(Err(self.give_up("a cell with a quote in it is not quoted"))));
            }
            self.advance(end);
            return Poll::Ready(Some(Ok(())));
        }
    }

    /// Finds the first line break before `limit` that is not within quotes, and returns where the next line begins.
    fn find_end(&mut self, limit: usize) -> Option<usize> {
        let limit = limit.min(self.input.len());
        for index in memchr2_iter(b'\n', b'"', &self.input[self.searched..limit]) {
            if self.input[self.searched + index] == b'"' {
                self.in_quotes = !self.in_quotes;
            } else if !self.in_quotes {
                self.searched += index + 1;
                return Some(self.searched);
            }
        }
        self.searched = limit;
        None
    }

    /// Parses the record up to `end`, and returns whether it really is one record.
    fn parse(&mut self, end: usize) -> bool {
        self.csv.reset();
        (self.text_bytes, self.cells) = (0, 0);
        let mut rest = &self.input[self.start..end];
        loop {
            let text = &mut self.text[self.text_bytes..];
            let (result, read, written, cells) = self.csv.read_record(rest, text, &mut self.ends[self.cells..]);
            rest = &rest[read..];
            self.text_bytes += written;
            self.cells += cells;
            match result {
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                // The end of the input has no line break. Called with nothing, `csv_core` completes the record.
                ReadRecordResult::InputEmpty => {}
                // A quote in the middle of a cell has no meaning to `csv_core`, which then ends the record earlier.
                ReadRecordResult::Record | ReadRecordResult::End => return rest.is_empty(),
            }
        }
    }

    /// Goes to `end`, which is the beginning of a line or the end of the input.
    fn advance(&mut self, end: usize) {
        self.line = self.next_line;
        self.raw = self.start..end;
        self.next_line += memchr_iter(b'\n', &self.input[self.start..end]).count() as u64;
        self.start = end;
        self.searched = end;
        self.in_quotes = false;
    }

    /// Gives up the first line of the record: the lines after it are read as if it were not there.
    fn give_up(&mut self, reason: &'static str) -> &'static str {
        let rest = &self.input[self.start..];
        let line_break = memchr(b'\n', rest);
        let bytes = line_break.map_or(rest.len(), |index| index + 1);
        self.skips_line = line_break.is_none();
        self.advance(self.start + bytes);
        reason
    }

    /// Skips to the next line, and returns whether it was reached.
    fn skip_line(&mut self) -> bool {
        let line_break = memchr(b'\n', &self.input[self.start..]);
        self.start = line_break.map_or(self.input.len(), |index| self.start + index + 1);
        self.searched = self.start;
        self.next_line += u64::from(line_break.is_some());
        line_break.is_some()
    }
}

/// The cells of a record.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Cells<'a> {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns a cell without the white space around it. An absent cell is empty.
    pub(crate) fn get(&self, index: usize) -> &'a str {
        let Some(&end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        self.text.get(start..end).unwrap_or_default().trim()
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |index| self.get(index))
    }
}
