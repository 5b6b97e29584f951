//! The merchant's API keys, or a bearer token.

use std::env;

use crate::error::Error;
use crate::secret::Secret;

/// The environment variable for the public key.
pub const PUBLIC_KEY_ENV: &str = "SEZZLE_PUBLIC_KEY";
/// The environment variable for the private key.
pub const PRIVATE_KEY_ENV: &str = "SEZZLE_PRIVATE_KEY";

/// How the client authenticates. `Debug` redacts keys and tokens.
///
/// ```
/// use sezzle_api::Credentials;
///
/// let credentials = Credentials::keys("sz_pub_1", "sz_pr_1");
/// assert!(!format!("{credentials:?}").contains("sz_"));
/// ```
#[derive(Clone, Debug)]
pub struct Credentials(pub(crate) Kind);

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Keys { public_key: Secret, private_key: Secret },
    Token(Secret),
}

impl Credentials {
    /// Creates credentials from the merchant's key pair, `sz_pub_..` and `sz_pr_..`, found in the merchant dashboard.
    ///
    /// The client exchanges the keys for a bearer token when it needs one, and replaces the token before it expires.
    pub fn keys(public_key: impl Into<Secret>, private_key: impl Into<Secret>) -> Self {
        Self(Kind::Keys { public_key: public_key.into(), private_key: private_key.into() })
    }

    /// Creates credentials from an existing bearer token, without the word `Bearer`. The client never renews it.
    pub fn token(token: impl Into<Secret>) -> Self {
        Self(Kind::Token(token.into()))
    }

    /// Reads the key pair from the environment variables `SEZZLE_PUBLIC_KEY` and `SEZZLE_PRIVATE_KEY`.
    ///
    /// # Errors
    ///
    /// Returns an error that names the variable if one is missing, blank or not a key.
    pub fn from_env() -> Result<Self, Error> {
        let credentials = Self::keys(read_env(PUBLIC_KEY_ENV)?, read_env(PRIVATE_KEY_ENV)?);
        credentials.check([PUBLIC_KEY_ENV, PRIVATE_KEY_ENV])?;
        Ok(credentials)
    }

    /// Rejects what cannot be a key or a token. The error never contains it.
    pub(crate) fn check(&self, names: [&'static str; 2]) -> Result<(), Error> {
        match &self.0 {
            Kind::Keys { public_key, private_key } => {
                for (name, key, other_prefix) in [(names[0], public_key, "sz_pr_"), (names[1], private_key, "sz_pub_")]
                {
                    check_text(name, key)?;
                    if key.expose().starts_with(other_prefix) {
                        let problem = format!(
                            "starts with `{other_prefix}`, so it is the other key of the pair: swap the two, or copy the right one"
                        );
                        return Err(Error::invalid(name, problem));
                    }
                }
                Ok(())
            }
            Kind::Token(token) => {
                check_text("token", token)?;
                if token.expose().get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
                    return Err(Error::invalid("token", "starts with `Bearer`: remove the word, the client adds it"));
                }
                Ok(())
            }
        }
    }
}

/// Rejects what cannot be a private key.
#[cfg(feature = "webhook")]
pub(crate) fn check_private_key(name: &'static str, key: &Secret) -> Result<(), Error> {
    check_text(name, key)?;
    if key.expose().starts_with("sz_pub_") {
        return Err(Error::invalid(name, "this is the public key: webhooks are signed with the private key"));
    }
    Ok(())
}

fn check_text(name: &'static str, text: &Secret) -> Result<(), Error> {
    let text = text.expose();
    if text.trim().is_empty() {
        return Err(Error::invalid(name, "is empty: copy it from the merchant dashboard, settings, API keys"));
    }
    if text.trim() != text {
        return Err(Error::invalid(name, "has leading or trailing white space, perhaps a line break: remove it"));
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return Err(Error::invalid(name, "contains characters that no key or token has: copy it again"));
    }
    Ok(())
}

/// Reads a required environment variable.
pub(crate) fn read_env(name: &'static str) -> Result<String, Error> {
    match env::var(name) {
        Ok(value) => Ok(value),
        Err(env::VarError::NotPresent) => {
            Err(Error::invalid(name, "this environment variable is not set: set it, or configure the client in code"))
        }
        Err(env::VarError::NotUnicode(_)) => {
            Err(Error::invalid(name, "this environment variable is not valid UTF-8: set it again"))
        }
    }
}
