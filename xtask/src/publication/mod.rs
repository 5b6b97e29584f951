//! The base document, and newer publications of it. The structure is Sezzle's; descriptions and examples are our own.
//!
//! | module | content |
//! |---|---|
//! | [`texts`] | takes the structure of a newer publication, and keeps our texts |
//! | [`patch`] | writes the result into the text of the base document, so that only what changed differs |
//! | [`words`] | which nodes lack a description or an example, with YAML to paste |
//! | [`names`] | which operations and types lack a name, with YAML to paste |

pub(crate) mod names;
pub(crate) mod patch;
pub(crate) mod texts;
pub(crate) mod words;
