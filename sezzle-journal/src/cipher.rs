//! Encryption of what is stored.

use crate::error::{Error, Source};

/// Encrypts bodies, responses and events before they are stored.
///
/// What stays readable in the tables: purposes, operations, paths with the ids of orders and customers, request ids, states
/// and times. `context` is the purpose of the call or the id of the event. Authenticate it together with the text, so that a
/// value that was moved to another row cannot be read. The chapter on encryption in the [guide](crate::guide) has an example.
pub trait Cipher: Send + Sync + 'static {
    /// Encrypts a text.
    ///
    /// # Errors
    ///
    /// Returns an error if the key is not available.
    fn seal(&self, context: &str, plain: &[u8]) -> Result<Vec<u8>, Source>;

    /// Decrypts a text.
    ///
    /// # Errors
    ///
    /// Returns an error if the key is not available or the text was not encrypted with it.
    fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, Source>;
}

/// Stores everything as it is.
pub(crate) struct Plain;

impl Cipher for Plain {
    fn seal(&self, _: &str, plain: &[u8]) -> Result<Vec<u8>, Source> {
        Ok(plain.to_vec())
    }

    fn open(&self, _: &str, sealed: &[u8]) -> Result<Vec<u8>, Source> {
        Ok(sealed.to_vec())
    }
}

/// Encrypts a text for a row.
pub(crate) fn seal(cipher: &dyn Cipher, context: &str, plain: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.seal(context, plain).map_err(Error::Cipher)
}

/// Decrypts a column of a row, which must be UTF-8.
pub(crate) fn open(cipher: &dyn Cipher, context: &str, field: &'static str, sealed: &[u8]) -> Result<String, Error> {
    let plain = cipher.open(context, sealed).map_err(|error| Error::corrupt(context, field, error))?;
    String::from_utf8(plain).map_err(|_| Error::corrupt(context, field, "it is not UTF-8"))
}
