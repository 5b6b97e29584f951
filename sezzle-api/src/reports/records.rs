//! Splits CSV that comes piece by piece into records, whatever is wrong with some of its lines.

use csv_core::ReadRecordResult;
use memchr::{memchr, memchr_iter};

/// The longest record that is read: 64 KiB. A row of a report has a few hundred bytes.
const MOST_RECORD_BYTES: usize = 64 << 10;

/// The most lines of one record. What a quote that is not closed has swallowed is read again from the line after it, so
/// this is how often a line can be read at most.
const MOST_RECORD_LINES: u64 = 64;

/// What comes next.
#[derive(Debug)]
pub(crate) enum Step {
    /// A record, in [`Records::cells`].
    Record,
    /// A line that is none. The next step goes on after it.
    Malformed(&'static str),
    /// Nothing before there is more input.
    NeedsInput,
    /// Nothing more.
    End,
}

/// Turns bytes into records. Holds one record and what was read beyond it, no more.
pub(crate) struct Records {
    csv: csv_core::Reader,
    input: Vec<u8>,
    /// Where the record at hand begins in `input`.
    start: usize,
    /// Up to where `csv` has it.
    taken: usize,
    /// Up to where `input` was searched for the end of a line.
    searched: usize,
    is_last_input: bool,
    /// Within a line that is too long.
    skips: bool,
    /// The line on which the record at hand begins, and how many of its lines `csv` has.
    line: u64,
    lines_taken: u64,
    text: Vec<u8>,
    text_bytes: usize,
    ends: Vec<usize>,
    cells: usize,
    /// How many columns there should be, if that is known.
    width: usize,
    /// The line and the bytes of the last step's record or malformed line.
    last_line: u64,
    last: std::ops::Range<usize>,
}

impl Records {
    pub(crate) fn new() -> Self {
        Self {
            csv: csv_core::Reader::new(),
            input: Vec::new(),
            start: 0,
            taken: 0,
            searched: 0,
            is_last_input: false,
            skips: false,
            line: 1,
            lines_taken: 0,
            text: vec![0; 1024],
            text_bytes: 0,
            ends: vec![0; 64],
            cells: 0,
            width: 0,
            last_line: 0,
            last: 0..0,
        }
    }

    /// Adds input.
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        self.forget_read();
        self.input.extend_from_slice(bytes);
    }

    /// There is no more input.
    pub(crate) fn finish(&mut self) {
        self.is_last_input = true;
    }

    /// Says how many columns there are, by which a quote that was not closed is found.
    pub(crate) fn set_width(&mut self, columns: usize) {
        self.width = columns;
    }

    /// The line of the last step's record or malformed line, counted from 1.
    pub(crate) fn last_line(&self) -> u64 {
        self.last_line
    }

    /// The last step's record or malformed line as it came.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.input[self.last.clone()]
    }

    /// The cells of the last step's record; `None` if they are not UTF-8.
    pub(crate) fn cells(&self) -> Option<Cells<'_>> {
        let text = std::str::from_utf8(&self.text[..self.text_bytes]).ok()?;
        Some(Cells { text, ends: &self.ends[..self.cells] })
    }

    pub(crate) fn step(&mut self) -> Step {
        if self.taken == self.start {
            self.clear_record();
        }
        loop {
            if self.skips && !self.skip_line() {
                return self.out_of_input();
            }
            self.skip_line_ends();
            let Some(end) = self.line_end() else {
                if self.input.len() - self.start > MOST_RECORD_BYTES {
                    return self.malformed("it is too long");
                }
                if !self.is_last_input {
                    return Step::NeedsInput;
                }
                return self.last_step();
            };
            if end - self.start > MOST_RECORD_BYTES {
                return self.malformed("it is too long");
            }
            if self.swallows_a_row(end) {
                return self.malformed("a quote is not closed");
            }
            if self.take(end) {
                return self.record();
            }
            if self.lines_taken >= MOST_RECORD_LINES {
                return self.malformed("a quote is not closed");
            }
        }
    }

    /// The rest of the input, which does not end in a line end.
    fn last_step(&mut self) -> Step {
        if self.start == self.input.len() {
            return Step::End;
        }
        if self.taken < self.input.len() {
            let end = self.input.len();
            if self.swallows_a_row(end) {
                return self.malformed("a quote is not closed");
            }
            if self.take(end) {
                return self.record();
            }
        }
        // A line end ends the record, unless it is within quotes.
        let (result, _, _, cells) =
            self.csv.read_record(b"\n", &mut self.text[self.text_bytes..], &mut self.ends[self.cells..]);
        self.cells += cells;
        match result {
            ReadRecordResult::Record => self.record(),
            _ => self.malformed("a quote is not closed"),
        }
    }

    /// Gives `csv` the input up to `end`; whether that completes the record.
    fn take(&mut self, end: usize) -> bool {
        loop {
            let (result, read, written, cells) = self.csv.read_record(
                &self.input[self.taken..end],
                &mut self.text[self.text_bytes..],
                &mut self.ends[self.cells..],
            );
            self.taken += read;
            self.text_bytes += written;
            self.cells += cells;
            // Room for the line end that completes the last record, too.
            if self.ends.len() - self.cells < 2 {
                self.ends.resize(self.ends.len() * 2, 0);
            }
            match result {
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::InputEmpty => {
                    self.lines_taken += 1;
                    return false;
                }
                ReadRecordResult::Record | ReadRecordResult::End => return true,
            }
        }
    }

    fn record(&mut self) -> Step {
        self.last_line = self.line;
        self.last = self.start..self.taken;
        let ends_line = self.input[..self.taken].ends_with(b"\n");
        self.line += self.lines_taken + u64::from(ends_line);
        self.start = self.taken;
        self.searched = self.start;
        self.lines_taken = 0;
        Step::Record
    }

    /// Gives the first line of the record at hand up, and goes on after it.
    fn malformed(&mut self, problem: &'static str) -> Step {
        self.clear_record();
        self.csv.reset();
        self.last_line = self.line;
        self.lines_taken = 0;
        let rest = &self.input[self.start..];
        let length = memchr(b'\n', rest);
        let bytes = length.unwrap_or(rest.len());
        self.last = self.start..self.start + bytes;
        match length {
            Some(length) => {
                self.start += length + 1;
                self.line += 1;
            }
            None => {
                self.start = self.input.len();
                self.skips = true;
            }
        }
        self.taken = self.start;
        self.searched = self.start;
        Step::Malformed(problem)
    }

    /// Whether the line up to `end` is within quotes and yet looks like a row: it has half as many commas as a row.
    fn swallows_a_row(&self, end: usize) -> bool {
        self.lines_taken > 0 && memchr_iter(b',', &self.input[self.taken..end]).count() >= (self.width / 2).max(1)
    }

    /// Skips to the end of a line that is too long; whether that end is there.
    fn skip_line(&mut self) -> bool {
        let found = memchr(b'\n', &self.input[self.start..]);
        self.start = found.map_or(self.input.len(), |length| self.start + length + 1);
        self.taken = self.start;
        self.searched = self.start;
        if found.is_some() {
            self.skips = false;
            self.line += 1;
        }
        found.is_some()
    }

    fn out_of_input(&self) -> Step {
        if self.is_last_input { Step::End } else { Step::NeedsInput }
    }

    /// Skips empty lines before a record.
    fn skip_line_ends(&mut self) {
        if self.taken > self.start {
            return;
        }
        while let Some(byte) = self.input.get(self.start).filter(|byte| matches!(byte, b'\r' | b'\n')) {
            self.line += u64::from(*byte == b'\n');
            self.start += 1;
        }
        self.taken = self.start;
        self.searched = self.searched.max(self.start);
    }

    /// Where the line of which `csv` has nothing yet ends.
    fn line_end(&mut self) -> Option<usize> {
        let from = self.searched.max(self.taken);
        match memchr(b'\n', &self.input[from..]) {
            Some(length) => {
                self.searched = from + length + 1;
                Some(self.searched)
            }
            None => {
                self.searched = self.input.len();
                None
            }
        }
    }

    fn clear_record(&mut self) {
        self.text_bytes = 0;
        self.cells = 0;
    }

    /// Makes room: what lies before the record at hand is not needed again.
    fn forget_read(&mut self) {
        self.input.drain(..self.start);
        self.taken -= self.start;
        self.searched -= self.start;
        self.last = 0..0;
        self.start = 0;
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

    /// A cell without the white space around it; an absent one is empty.
    pub(crate) fn get(&self, index: usize) -> &'a str {
        let Some(&end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        self.text.get(start..end).unwrap_or_default().trim()
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |index| self.get(index))
    }
}
