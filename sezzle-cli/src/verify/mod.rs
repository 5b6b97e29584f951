//! `sezzle verify`: plays a script of calls, and compares each response with the document.

pub(crate) mod exchange;
