//! The body of a response that is read in chunks, such as a report.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::Body;
use reqwest::{Response, StatusCode};
use tokio::time::{Instant, Sleep, sleep};

use crate::call::options::add;
use crate::error::{CallSummary, Cause, Error};

/// The body of a response, read in chunks as they arrive.
pub struct ByteStream {
    /// For errors.
    call: CallSummary,
    status: StatusCode,
    body: reqwest::Body,
    chunk_timeout: Duration,
    /// When the chunk that is waited for must have arrived.
    timer: Pin<Box<Sleep>>,
    is_waiting: bool,
}

impl ByteStream {
    pub(crate) fn new(call: CallSummary, response: Response, chunk_timeout: Duration) -> Self {
        let (status, body) = (response.status(), response.into());
        let timer = Box::pin(sleep(chunk_timeout));
        Self { call, status, body, chunk_timeout, timer, is_waiting: false }
    }

    /// Returns the next chunk, of any length, or `None` at the end.
    ///
    /// The timeout of an attempt applies to each chunk, since a long response takes its time.
    ///
    /// # Errors
    ///
    /// Returns an error if the response breaks off or no chunk arrives in time. Earlier chunks are valid.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, Error> {
        Ok(poll_fn(|context| self.poll_chunk(context)).await?.map(Into::into))
    }

    pub(crate) fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        if !self.is_waiting {
            self.timer.as_mut().reset(add(Instant::now(), self.chunk_timeout));
            self.is_waiting = true;
        }
        let result = loop {
            match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => {
                    // Trailers have no data.
                    if let Ok(bytes) = frame.into_data() {
                        break Ok(Some(bytes));
                    }
                }
                Poll::Ready(Some(Err(error))) => break Err(Error::lost(Some(self.status), error)),
                Poll::Ready(None) => break Ok(None),
                Poll::Pending => {
                    ready!(self.timer.as_mut().poll(context));
                    break Err(Cause::TimedOut { status: Some(self.status) }.into());
                }
            }
        };
        self.is_waiting = false;
        Poll::Ready(result.map_err(|error: Error| error.in_call(self.call.clone())))
    }

    /// Reads the rest into memory. For a report, which may be long, see [`chunk`](Self::chunk).
    ///
    /// # Errors
    ///
    /// Returns an error if the response breaks off or no chunk arrives in time.
    pub async fn bytes(self) -> Result<Vec<u8>, Error> {
        self.bytes_up_to(usize::MAX).await
    }

    /// Reads the rest into memory, up to a limit that guards against malicious servers.
    pub(crate) async fn bytes_up_to(mut self, max_bytes: usize) -> Result<Vec<u8>, Error> {
        let mut all = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            if chunk.len() > max_bytes - all.len() {
                let problem = format!("it is longer than {max_bytes} bytes");
                return Err(Error::invalid_response(self.status, problem).in_call(self.call));
            }
            all.extend_from_slice(&chunk);
        }
        Ok(all)
    }
}

/// Omits the contents.
impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("operation", &self.call.operation.id).finish_non_exhaustive()
    }
}
