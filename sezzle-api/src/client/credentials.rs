//! Who calls: the merchant's API keys, or a token made from them.

use std::env;

use crate::{Error, Secret};

/// The environment variable with the public key.
pub const PUBLIC_KEY_VARIABLE: &str = "SEZZLE_PUBLIC_KEY";
/// The environment variable with the private key.
pub const PRIVATE_KEY_VARIABLE: &str = "SEZZLE_PRIVATE_KEY";
/// The environment variable with the server: `sandbox`, `production` or a base URL.
pub const SERVER_VARIABLE: &str = "SEZZLE_SERVER";

/// What the client proves its identity with. Printing it shows no key and no token.
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
    /// The merchant's key pair, `sz_pub_..` and `sz_pr_..`, from the merchant dashboard. The client exchanges it for
    /// a bearer token when one is needed, and keeps that until shortly before it expires.
    pub fn keys(public_key: impl Into<Secret>, private_key: impl Into<Secret>) -> Self {
        Self(Kind::Keys { public_key: public_key.into(), private_key: private_key.into() })
    }

    /// A bearer token made elsewhere, without the word `Bearer`. It is used as it is and never renewed.
    pub fn token(token: impl Into<Secret>) -> Self {
        Self(Kind::Token(token.into()))
    }

    /// The key pair from the environment variables `SEZZLE_PUBLIC_KEY` and `SEZZLE_PRIVATE_KEY`.
    ///
    /// # Errors
    ///
    /// One of the variables is missing, blank, or not a key; the error names it.
    pub fn from_env() -> Result<Self, Error> {
        let credentials = Self::keys(variable(PUBLIC_KEY_VARIABLE)?, variable(PRIVATE_KEY_VARIABLE)?);
        credentials.check([PUBLIC_KEY_VARIABLE, PRIVATE_KEY_VARIABLE])?;
        Ok(credentials)
    }

    /// Refuses what cannot be a key or a token. The messages never show it.
    pub(crate) fn check(&self, names: [&'static str; 2]) -> Result<(), Error> {
        match &self.0 {
            Kind::Keys { public_key, private_key } => {
                for (name, key, other_prefix) in [(names[0], public_key, "sz_pr_"), (names[1], private_key, "sz_pub_")]
                {
                    check_text(name, key)?;
                    if key.expose().starts_with(other_prefix) {
                        let problem = format!(
                            "this begins with `{other_prefix}`, so it is the other key of the pair: swap the two, or give the \
                             right one"
                        );
                        return Err(Error::invalid(name, problem));
                    }
                }
                Ok(())
            }
            Kind::Token(token) => {
                check_text("token", token)?;
                if token.expose().get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
                    return Err(Error::invalid("token", "leave out the word `Bearer`: the client adds it"));
                }
                Ok(())
            }
        }
    }
}

/// Refuses what cannot be a private key.
#[cfg(feature = "webhook")]
pub(crate) fn check_private_key(name: &'static str, key: &Secret) -> Result<(), Error> {
    check_text(name, key)?;
    if key.expose().starts_with("sz_pub_") {
        return Err(Error::invalid(name, "this is the public key: webhooks are signed with the private one"));
    }
    Ok(())
}

fn check_text(name: &'static str, text: &Secret) -> Result<(), Error> {
    let text = text.expose();
    if text.trim().is_empty() {
        return Err(Error::invalid(name, "this is empty: copy it from the merchant dashboard, settings, API keys"));
    }
    if text.trim() != text {
        return Err(Error::invalid(name, "there is white space around it, perhaps a line end: remove it"));
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return Err(Error::invalid(name, "there are characters in it that no key or token has: copy it again"));
    }
    Ok(())
}

/// The value of an environment variable that has to be there.
pub(crate) fn variable(name: &'static str) -> Result<String, Error> {
    match env::var(name) {
        Ok(value) => Ok(value),
        Err(env::VarError::NotPresent) => {
            Err(Error::invalid(name, "this environment variable is not set: set it, or build the client in code"))
        }
        Err(env::VarError::NotUnicode(_)) => Err(Error::invalid(name, "this environment variable is not text")),
    }
}
