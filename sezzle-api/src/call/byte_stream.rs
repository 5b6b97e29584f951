//! An answer that is read piece by piece, such as a report.

use std::fmt;
use std::time::Duration;

use reqwest::Response;
use tokio::time::timeout;

use crate::{Error, Operation};

/// The body of an answer, read piece by piece as it comes.
pub struct ByteStream {
    operation: &'static Operation,
    response: Response,
    idle: Duration,
}

impl ByteStream {
    /// The body of an answer, of which nothing may come for as long as `idle`.
    pub(crate) fn new(operation: &'static Operation, response: Response, idle: Duration) -> Self {
        Self { operation, response, idle }
    }

    /// The next piece, of whatever length; `None` at the end. A long answer takes its time: the timeout of an attempt
    /// is that of each piece here.
    ///
    /// # Errors
    ///
    /// The answer broke off, or nothing of it came in time. What came before is good.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let status = self.response.status();
        match timeout(self.idle, self.response.chunk()).await {
            Ok(Ok(chunk)) => Ok(chunk.map(Into::into)),
            Ok(Err(error)) => Err(Error::broken_off(self.operation, status, error)),
            Err(elapsed) => Err(Error::timed_out(self.operation, Some(status), elapsed)),
        }
    }

    /// All that is left, in memory. A report may be long: see [`chunk`](Self::chunk).
    ///
    /// # Errors
    ///
    /// The answer broke off.
    pub async fn collect(self) -> Result<Vec<u8>, Error> {
        self.collect_up_to(usize::MAX).await
    }

    /// All that is left, unless it is longer than anybody sends who means well.
    pub(crate) async fn collect_up_to(mut self, most_bytes: usize) -> Result<Vec<u8>, Error> {
        let mut all = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            if chunk.len() > most_bytes - all.len() {
                let problem = format!("it is longer than {most_bytes} bytes");
                return Err(Error::unreadable(self.operation, self.response.status(), problem));
            }
            all.extend_from_slice(&chunk);
        }
        Ok(all)
    }
}

/// Shows nothing of the contents.
impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
