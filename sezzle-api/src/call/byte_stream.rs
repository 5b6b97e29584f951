//! The body of a response that is read in chunks, such as a report.

use std::fmt;
use std::time::Duration;

use reqwest::Response;
use tokio::time::timeout;

use crate::error::Error;
use crate::operation::Operation;

/// The body of a response, read in chunks as they arrive.
pub struct ByteStream {
    operation: &'static Operation,
    response: Response,
    chunk_timeout: Duration,
}

impl ByteStream {
    pub(crate) fn new(operation: &'static Operation, response: Response, chunk_timeout: Duration) -> Self {
        Self { operation, response, chunk_timeout }
    }

    /// Returns the next chunk, of any length, or `None` at the end.
    ///
    /// The timeout of an attempt applies to each chunk, since a long response takes its time.
    ///
    /// # Errors
    ///
    /// Returns an error if the response breaks off or no chunk arrives in time. Earlier chunks are valid.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let status = self.response.status();
        match timeout(self.chunk_timeout, self.response.chunk()).await {
            Ok(Ok(chunk)) => Ok(chunk.map(Into::into)),
            Ok(Err(error)) => Err(Error::broken_off(self.operation, status, error)),
            Err(elapsed) => Err(Error::timed_out(self.operation, Some(status), elapsed)),
        }
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
                return Err(Error::invalid_response(self.operation, self.response.status(), problem));
            }
            all.extend_from_slice(&chunk);
        }
        Ok(all)
    }
}

/// Omits the contents.
impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
