//! A string is a URL to redirect to.

use crate::generated::types::RedirectUrl;
use crate::type_builder::BuildError;

macro_rules! from_text {
    ($($text:ty),*) => {
        $(impl TryFrom<$text> for RedirectUrl {
            type Error = BuildError;

            fn try_from(href: $text) -> Result<Self, BuildError> {
                Self::builder().href(href).build()
            }
        })*
    };
}

from_text!(&str, String, &String, reqwest::Url);
