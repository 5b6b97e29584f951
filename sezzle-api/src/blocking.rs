//! Calls from programs that have no runtime: feature `blocking`.
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
//! A report is a [`Read`] there, so that `ReportReader` takes it row by row; `rows_blocking` does that
//! for the details of a payout. Whatever else is asynchronous is waited for by [`Client::block_on`].
//!
//! Connections, and the replacement of tokens ahead of their end, are looked after by a thread that the client starts
//! with its first blocking call, and that ends with the client's last clone. A client can be used in both ways by turns,
//! as long as the runtime of its other calls runs or is gone: one that stands still holds up the connections made in it.
//! Where a tokio runtime is running, a blocking call is refused with an error before anything is sent: it would keep
//! the runtime from its other tasks.

use std::fmt;
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

use crate::{ByteStream, Client, Error};

impl Client {
    /// Waits for what is asynchronous, in a program that has no runtime.
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
    /// A tokio runtime is running on this thread, or no thread can be started. The future has not been polled, and
    /// nothing was sent.
    pub fn block_on<F: Future>(&self, future: F) -> Result<F::Output, Error> {
        // Waiting here would panic within a task, and hold up its runtime elsewhere.
        if Handle::try_current().is_ok() {
            return Err(Error::invalid(
                "blocking call",
                "a tokio runtime is running on this thread: use `send().await`; within `spawn_blocking`, \
                 `Handle::current().block_on(request.send())`",
            ));
        }
        Ok(self.runtime().handle()?.block_on(future))
    }
}

/// The runtime of a client's blocking calls, once there was one.
#[derive(Default)]
pub(crate) struct Runtime(Mutex<Option<Running>>);

struct Running {
    handle: Handle,
    /// Ends the thread when it is dropped.
    _stop: oneshot::Sender<()>,
}

impl Runtime {
    fn handle(&self) -> Result<Handle, Error> {
        let mut running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = &*running {
            return Ok(running.handle.clone());
        }
        let started = start().map_err(|error| Error::invalid("blocking call", format!("no thread for it: {error}")))?;
        let handle = started.handle.clone();
        *running = Some(started);
        Ok(handle)
    }
}

/// Starts a thread that drives connections and timers. Those who call wait on their own threads.
fn start() -> io::Result<Running> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let (stop, stopped) = oneshot::channel::<()>();
    std::thread::Builder::new().name("sezzle-api".to_owned()).spawn(move || {
        // Nothing is ever sent: the end of the sender is the word.
        let _ = runtime.block_on(stopped);
        // A lookup of a name may still hang.
        runtime.shutdown_background();
    })?;
    Ok(Running { handle, _stop: stop })
}

/// The body of an answer that is too long to be held in memory, such as a report, for programs without a runtime.
///
/// An error of reading is an [`io::Error`] with the crate's [`Error`] in it.
pub struct ByteReader {
    client: Client,
    stream: ByteStream,
    /// What has come and not been read.
    chunk: io::Cursor<Vec<u8>>,
}

impl ByteReader {
    pub(crate) fn new(client: &Client, stream: ByteStream) -> Self {
        Self { client: client.clone(), stream, chunk: io::Cursor::default() }
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

/// Shows nothing of the contents.
impl fmt::Debug for ByteReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteReader").field("stream", &self.stream).finish_non_exhaustive()
    }
}
