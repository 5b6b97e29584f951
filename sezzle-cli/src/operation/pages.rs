//! Lists and reports that are returned page by page.

use indicatif::ProgressBar;
use serde_json::Value;
use sezzle_api::{Client, ResponseValue};

use crate::failure::Failure;
use crate::operation::request::PreparedRequest;
use crate::output::progress;

/// The pages of a report, read one after another until an empty one.
pub(crate) struct Pages<'a> {
    client: &'a Client,
    prepared: &'a PreparedRequest,
    offset: usize,
    progress: ProgressBar,
}

impl<'a> Pages<'a> {
    pub(crate) fn new(client: &'a Client, prepared: &'a PreparedRequest) -> Self {
        Self { client, prepared, offset: 0, progress: progress() }
    }

    fn advance(&mut self, count: usize) {
        self.offset += count;
        self.progress.set_position(self.offset as u64);
    }

    /// Returns the elements of all pages.
    pub(crate) async fn elements(mut self) -> Result<Vec<Value>, Failure> {
        let mut all: Vec<Value> = Vec::new();
        loop {
            let request = self.prepared.request(self.client).query("offset", self.offset);
            let page = request.send_json::<Option<Vec<Value>>>().await.map(ResponseValue::into_inner)?;
            let page = page.unwrap_or_default();
            if page.is_empty() {
                return Ok(all);
            }
            check_progress(all.ends_with(&page))?;
            self.advance(page.len());
            all.extend(page);
        }
    }

    /// Returns the CSV of all pages, with the header of the first one.
    pub(crate) async fn csv(mut self) -> Result<String, Failure> {
        let mut all = String::new();
        let mut last = String::new();
        loop {
            let request = self.prepared.request(self.client).query("offset", self.offset);
            let page = request.send_stream().await?.into_inner().bytes().await?;
            let page = String::from_utf8_lossy(&page).into_owned();
            let rows = page.split_once('\n').map_or("", |(_, rows)| rows);
            let count = count_records(rows);
            if self.offset == 0 {
                all.push_str(&page);
            } else {
                all.push_str(rows);
            }
            if count == 0 {
                return Ok(all);
            }
            check_progress(rows == last)?;
            if !all.ends_with('\n') {
                all.push('\n');
            }
            self.advance(count);
            last = rows.to_owned();
        }
    }
}

/// Rejects a server that ignores the offset, which would never end.
fn check_progress(is_repeated: bool) -> Result<(), Failure> {
    if is_repeated {
        return Err(Failure::rejected("the server returned the same page twice: read one page with --offset"));
    }
    Ok(())
}

/// Counts the records, which may have line breaks within quotes.
fn count_records(rows: &str) -> usize {
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rows.as_bytes());
    reader.into_byte_records().count()
}
