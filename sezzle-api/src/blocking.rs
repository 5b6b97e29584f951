//! Blocking calls, for programs without an async runtime (feature `blocking`).
//!
//! Every operation has `send_blocking()` beside `send()`:
//!
//! ```no_run
//! # fn main() -> Result<(), sezzle_api::Error> {
//! let client = sezzle_api::Client::from_env()?;
//! let order = client.get_order().order_uuid("..").send_blocking()?;
//! println!("{:?}", order.authorization);
//! # Ok(())
//! # }
//! ```
//!
//! A report is a [`Read`], from which `ReportReader` reads rows; `rows_blocking` does that for the details of a payout. For
//! other async methods there is [`Client::block_on`].
//!
//! The client starts a thread with its first blocking call, which drives connections and refreshes tokens until the last
//! clone of the client is dropped. A client can be used for blocking and async calls, as long as the runtime of the async
//! calls keeps running or is dropped: a runtime that is not driven stalls the connections that were opened in it. On a
//! thread with a running tokio runtime, a blocking call would stall other tasks, and returns an error without sending
//! anything.

use std::fmt;
use std::io::{self, Read};

use tokio::runtime::Handle;

use crate::call::byte_stream::ByteStream;
use crate::client::Client;
use crate::error::Error;

impl Client {
    /// Runs a future to completion, in a program without a runtime.
    ///
    /// ```no_run
    /// # #[cfg(feature = "reports")]
    /// # fn example(client: &sezzle_api::Client, start: sezzle_api::chrono::NaiveDate) -> Result<(), sezzle_api::Error> {
    /// let mut payouts = client.list_settlements().start_date(start).pager()?;
    /// while let Some(payout) = client.block_on(payouts.next())? {
    ///     println!("{:?}", payout?.uuid);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if a tokio runtime is running on this thread, or if no thread can be started. The future is not
    /// polled then, and nothing is sent. In a runtime, use `send().await`, or `Handle::current().block_on(request.send())`
    /// inside `spawn_blocking`.
    pub fn block_on<F: Future>(&self, future: F) -> Result<F::Output, Error> {
        // Blocking would panic inside a task, and stall the runtime elsewhere.
        if Handle::try_current().is_ok() {
            return Err(Error::invalid("blocking call", "a tokio runtime is running on this thread, and would stall"));
        }
        let handle = self
            .inner
            .runtime
            .handle()
            .map_err(|error| Error::invalid("blocking call", format!("cannot start a thread: {error}")))?;
        Ok(handle.block_on(future))
    }
}

/// The body of a response that may be too long for memory, such as a report.
///
/// An error of the call is wrapped in an [`io::Error`].
pub struct ByteReader {
    client: Client,
    stream: ByteStream,
    /// Received but not read yet.
    chunk: io::Cursor<Vec<u8>>,
}

impl ByteReader {
    pub(crate) fn new(client: Client, stream: ByteStream) -> Self {
        Self { client, stream, chunk: io::Cursor::default() }
    }
}

impl Read for ByteReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let length = self.chunk.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            let chunk = self.client.block_on(self.stream.chunk()).and_then(|chunk| chunk);
            match chunk.map_err(io::Error::other)? {
                Some(chunk) => self.chunk = io::Cursor::new(chunk),
                None => return Ok(0),
            }
        }
    }
}

/// Omits the contents.
impl fmt::Debug for ByteReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteReader").field("stream", &self.stream).finish_non_exhaustive()
    }
}
