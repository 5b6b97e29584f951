//! A string is a URL to redirect to.

use crate::generated::types::RedirectUrl;
use crate::setter::FromText;

impl FromText for RedirectUrl {
    fn from_text(href: &str) -> Result<Self, String> {
        Self::builder().href(href).build().map_err(|error| error.to_string())
    }
}
