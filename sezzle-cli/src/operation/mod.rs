//! The commands of the operations, from the table in `generated`.

mod arguments;
mod body;
mod pages;
mod production;
pub(crate) mod request;
mod run;
pub(crate) mod spec;

pub(crate) use arguments::clap_command;
pub(crate) use body::parse_body;
pub(crate) use production::confirm;
pub(crate) use run::run;
