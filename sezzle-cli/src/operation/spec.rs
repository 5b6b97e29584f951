//! What the table of commands consists of.

use sezzle_api::Operation;

/// The command of an operation.
#[derive(Debug)]
pub(crate) struct Command {
    pub(crate) group: &'static str,
    pub(crate) verb: &'static str,
    pub(crate) operation: &'static Operation,
    pub(crate) about: &'static str,
    pub(crate) example: &'static str,
    pub(crate) parameters: &'static [Parameter],
    pub(crate) body: Option<Body>,
    pub(crate) response: Response,
    /// The fields of request and response that are keys, tokens or card data.
    pub(crate) secrets: &'static [&'static str],
}

/// A parameter in the path or in the query.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    /// The flag, or the name of the positional argument for a parameter in the path.
    pub(crate) flag: &'static str,
    pub(crate) is_path: bool,
    pub(crate) is_required: bool,
    pub(crate) kind: Kind,
    pub(crate) help: &'static str,
}

/// The body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    /// The body is an amount: its only field stands for the whole body.
    pub(crate) is_price: bool,
    pub(crate) fields: &'static [Field],
    /// Fields that the client requires within an object of the body: the pointer of the object, the field, the reason.
    pub(crate) must_set: &'static [(&'static str, &'static str, &'static str)],
    /// An example with comments.
    pub(crate) template: &'static str,
}

/// A field of a body.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) flag: &'static str,
    /// Another name of the flag, or nothing.
    pub(crate) alias: &'static str,
    pub(crate) is_required: bool,
    pub(crate) kind: Kind,
    pub(crate) help: &'static str,
}

/// How the value of a flag is read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Text,
    Integer,
    Boolean,
    Enum(&'static [&'static str]),
    /// Texts, separated by commas. Only these if there are any.
    List(&'static [&'static str]),
    Price,
    /// JSON, or a text for this field of the object.
    Object(&'static str),
    Json,
    /// Never a flag, since other users of the machine can read the flags of a process.
    Secret,
}

/// What a successful response contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Response {
    Json,
    Csv,
    Empty,
}

impl Command {
    /// Returns whether the response is one page of several.
    pub(crate) fn is_paged(&self) -> bool {
        self.parameters.iter().any(|parameter| parameter.name == "offset")
    }
}
