//! An answer that is read piece by piece, such as a report.

use std::fmt;

use reqwest::Response;

use crate::{Error, Operation};

/// The body of an answer, read piece by piece as it comes.
pub struct ByteStream {
    operation: &'static Operation,
    response: Response,
}

impl ByteStream {
    pub(crate) fn new(operation: &'static Operation, response: Response) -> Self {
        Self { operation, response }
    }

    /// The next piece, of whatever length; `None` at the end.
    ///
    /// # Errors
    ///
    /// The answer broke off. What came before is good.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, Error> {
        match self.response.chunk().await {
            Ok(chunk) => Ok(chunk.map(Into::into)),
            Err(error) => Err(Error::broken_off(self.operation, self.response.status(), error)),
        }
    }

    /// All that is left, in memory. A report may be long: see [`chunk`](Self::chunk).
    ///
    /// # Errors
    ///
    /// The answer broke off.
    pub async fn collect(mut self) -> Result<Vec<u8>, Error> {
        let mut all = Vec::new();
        while let Some(chunk) = self.chunk().await? {
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
