//! The parameters of an operation.

use serde_json::Value;

use crate::compare::model::operation::{Operation, path_names};
use crate::compare::model::schema::Schema;
use crate::walk::{elements_of, resolve};

/// A parameter of an operation.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Parameter<'a> {
    document: &'a Value,
    pub(in crate::compare) value: &'a Value,
    /// Its position among the parameters in the path.
    position: Option<usize>,
}

impl<'a> Parameter<'a> {
    pub(in crate::compare) fn name(&self) -> &'a str {
        self.value["name"].as_str().unwrap_or_default()
    }

    pub(in crate::compare) fn location(&self) -> &'a str {
        self.value["in"].as_str().unwrap_or_default()
    }

    pub(in crate::compare) fn is_required(&self) -> bool {
        self.value["required"] == true
    }

    pub(in crate::compare) fn schema(&self) -> Option<Schema<'a>> {
        let in_content = || self.value["content"].as_object()?.values().next()?.get("schema");
        Some(Schema::new(self.document, self.value.get("schema").or_else(in_content)?))
    }

    pub(in crate::compare) fn describe(&self) -> String {
        format!("{} parameter `{}`", self.location(), self.name())
    }

    /// Returns what identifies the parameter: the name, in lower case for headers, or the position in the path.
    pub(in crate::compare) fn key(&self) -> (&'a str, String) {
        let name = match (self.location(), self.position) {
            ("header", _) => self.name().to_lowercase(),
            ("path", Some(position)) => position.to_string(),
            _ => self.name().to_owned(),
        };
        (self.location(), name)
    }
}

/// Returns the parameters of an operation and of its path item.
pub(in crate::compare) fn all<'a>(operation: &Operation<'a>) -> Vec<Parameter<'a>> {
    let names = path_names(operation.path);
    let mut parameters: Vec<Parameter<'a>> = Vec::new();
    // Those of the operation come first, and override those of the path item.
    for value in elements_of(&operation.value["parameters"]).chain(elements_of(&operation.item["parameters"])) {
        let value = resolve(operation.document, value);
        let mut parameter = Parameter { document: operation.document, value, position: None };
        parameter.position = names.iter().position(|name| *name == parameter.name());
        if parameters.iter().all(|other| other.key() != parameter.key()) {
            parameters.push(parameter);
        }
    }
    parameters
}
