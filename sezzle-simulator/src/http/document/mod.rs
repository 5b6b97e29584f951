//! The OpenAPI document: its operations, and the schemas of their bodies.

pub(crate) mod deviation;
pub(crate) mod published;
pub(crate) mod request_body;
pub(crate) mod violation;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::{Arc, LazyLock};

use axum::http::{Method, StatusCode};
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};
use url::form_urlencoded;

use crate::http::document::published::ROOT;
use crate::http::document::request_body::RequestBody;
use crate::http::document::violation::{Violation, check};
use crate::http::idempotency;
use crate::operations::call::Body;

/// The pointer to the schema of a body, relative to the request body or response.
const JSON_SCHEMA: &str = "/content/application~1json/schema";

/// The document, which all simulators in the process share, because building its validators takes time.
static SHARED: LazyLock<Result<Document, String>> = LazyLock::new(Document::read);

pub(crate) struct Document {
    /// The operations by the templates of their paths.
    paths: Vec<(String, Vec<Operation>)>,
    /// The body of every error.
    errors: Content,
}

pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) needs_bearer: bool,
    /// Whether it accepts a `Sezzle-Request-Id`.
    pub(crate) takes_request_id: bool,
    query: Vec<QueryParameter>,
    pub(crate) request_body: Option<RequestBody>,
    /// By status.
    responses: BTreeMap<u16, Content>,
    /// The lowest status of its successful responses.
    pub(crate) success: StatusCode,
    /// The example of that response.
    pub(crate) example: Option<Body>,
}

struct QueryParameter {
    name: String,
    required: bool,
    is_integer: bool,
    schema: Arc<Validator>,
}

/// The body of a response.
enum Content {
    Nothing,
    Json(Arc<Validator>),
    Csv,
}

/// Rules that the document states only in descriptions, by the pointer of their schema.
const STATED_RULES: [(&str, &str); 3] = [
    ("/components/schemas/UrlObject/properties/method", r#"{"enum": ["GET"]}"#),
    ("/components/schemas/SessionCustomer/properties/dob", r#"{"format": "date"}"#),
    ("/components/schemas/Discount/properties/amount", r#"{"properties": {"amount_in_cents": {"minimum": 0}}}"#),
];

impl Document {
    /// The document this crate was built with.
    pub(crate) fn shared() -> io::Result<&'static Self> {
        SHARED.as_ref().map_err(|reason| io::Error::new(io::ErrorKind::InvalidData, reason.as_str()))
    }

    /// Returns the templates of all paths, with their operations.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (&str, &[Operation])> {
        self.paths.iter().map(|(template, operations)| (template.as_str(), operations.as_slice()))
    }

    /// Returns the operations with the templates of their paths.
    pub(crate) fn operations(&self) -> impl Iterator<Item = (&str, &Operation)> {
        self.paths().flat_map(|(template, operations)| operations.iter().map(move |operation| (template, operation)))
    }

    pub(crate) fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations().map(|(_, operation)| operation).find(|operation| operation.id == id)
    }

    /// Checks a response against the document.
    ///
    /// The document does not list every error of every operation, and none outside of the operations. Those are checked
    /// against the common schema of errors.
    /// Returns the violation whose location sorts first.
    pub(crate) fn check_response(
        &self,
        operation: Option<&Operation>,
        status: u16,
        body: &Body,
    ) -> Result<(), Violation> {
        let content = match operation.and_then(|operation| operation.responses.get(&status)) {
            Some(content) => content,
            None if status >= 400 => &self.errors,
            None => return Err(Violation::of_whole_body(format!("must not have the undocumented status {status}"))),
        };
        match (content, body) {
            (Content::Json(schema), Body::Json(body)) => check(schema, body),
            (Content::Csv, Body::Csv(_)) | (Content::Nothing, Body::Empty) => Ok(()),
            (Content::Json(_), _) => Err(Violation::of_whole_body("must be JSON")),
            (Content::Csv, _) => Err(Violation::of_whole_body("must be CSV")),
            (Content::Nothing, _) => Err(Violation::of_whole_body("must be empty")),
        }
    }

    fn read() -> Result<Self, String> {
        let mut root = ROOT.clone();
        add_stated_rules(&mut root)?;
        // Read once and kept for the life of the process, like `SHARED`, whose request bodies refer to it.
        Reader { root: Box::leak(Box::new(root)), validators: HashMap::new() }.read_document()
    }
}

impl Operation {
    /// Returns whether the document lists a response with this status.
    pub(crate) fn answers(&self, status: u16) -> bool {
        self.responses.contains_key(&status)
    }

    /// Reads the documented query parameters. If one is repeated, its first value counts.
    pub(crate) fn read_query(&self, query: &str) -> Result<HashMap<String, String>, Violation> {
        let mut parameters = HashMap::new();
        if self.query.is_empty() {
            return Ok(parameters);
        }
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if let Some(parameter) = self.query.iter().find(|parameter| parameter.name == name) {
                parameter.check(&value)?;
                parameters.entry(name.into_owned()).or_insert_with(|| value.into_owned());
            }
        }
        match self.query.iter().find(|parameter| parameter.required && !parameters.contains_key(&parameter.name)) {
            Some(missing) => Err(missing.violation("is required")),
            None => Ok(parameters),
        }
    }
}

impl QueryParameter {
    fn check(&self, text: &str) -> Result<(), Violation> {
        let value = match text.parse::<i64>() {
            Ok(number) if self.is_integer => json!(number),
            _ => json!(text),
        };
        check(&self.schema, &value).map_err(|violation| self.violation(&violation.rule))
    }

    fn violation(&self, rule: &str) -> Violation {
        Violation { path: vec![self.name.clone()], rule: rule.to_owned() }
    }
}

fn add_stated_rules(root: &mut Value) -> Result<(), String> {
    for (pointer, rules) in STATED_RULES {
        let schema = root.pointer_mut(pointer).and_then(Value::as_object_mut);
        let schema = schema.ok_or_else(|| format!("openapi.json has no schema at {pointer}"))?;
        let rules: Map<String, Value> = serde_json::from_str(rules).map_err(|error| format!("{pointer}: {error}"))?;
        schema.extend(rules);
    }
    Ok(())
}

/// Reads the document. Operations that share a schema share its validator.
struct Reader {
    root: &'static Value,
    validators: HashMap<String, Arc<Validator>>,
}

impl Reader {
    fn read_document(mut self) -> Result<Document, String> {
        let mut paths = Vec::new();
        for (template, item) in members(&self.root["paths"]) {
            let mut operations = Vec::new();
            for (key, description) in members(item) {
                if let Some(method) = method(key) {
                    let operation = self.read_operation(method, description);
                    let operation = operation.map_err(|reason| format!("{key} {template}: {reason}"))?;
                    operations.push(operation);
                }
            }
            paths.push((template.clone(), operations));
        }
        let errors = self.validator(&json!({"type": "array", "items": {"$ref": "#/components/schemas/ErrorV2"}}))?;
        Ok(Document { paths, errors: Content::Json(errors) })
    }

    fn read_operation(&mut self, method: Method, description: &'static Value) -> Result<Operation, String> {
        let id = description["operationId"].as_str().ok_or("has no operationId")?.to_owned();
        let security = description.get("security").unwrap_or(&self.root["security"]);
        let needs_bearer = security.as_array().is_some_and(|schemes| !schemes.is_empty());

        let request_body = match description.get("requestBody") {
            Some(body) => {
                let body = self.resolve(body)?;
                let schema = body.pointer(JSON_SCHEMA).ok_or("takes a body without a JSON schema")?;
                let (root, validator) = (self.root, self.validator(schema)?);
                Some(RequestBody { required: body["required"] == Value::Bool(true), validator, root, schema })
            }
            None => None,
        };

        let (mut query, mut takes_request_id) = (Vec::new(), false);
        for parameter in description["parameters"].as_array().into_iter().flatten() {
            let parameter = self.resolve(parameter)?;
            match (parameter["in"].as_str(), parameter["name"].as_str()) {
                (Some("query"), Some(name)) => query.push(QueryParameter {
                    name: name.to_owned(),
                    required: parameter["required"] == Value::Bool(true),
                    is_integer: parameter["schema"]["type"] == "integer",
                    schema: self.validator(&parameter["schema"])?,
                }),
                (Some("header"), Some(name)) => takes_request_id |= name.eq_ignore_ascii_case(idempotency::HEADER),
                _ => {}
            }
        }

        let (mut responses, mut example, mut success) = (BTreeMap::new(), None, None);
        for (status, response) in members(&description["responses"]) {
            let status: u16 = status.parse().map_err(|_| format!("has the response status {status}, not a number"))?;
            let response = self.resolve(response)?;
            if let Ok(status) = StatusCode::from_u16(status)
                && status.is_success()
                && success.is_none_or(|lowest| status < lowest)
            {
                (success, example) = (Some(status), self::example(response));
            }
            responses.insert(status, self.content(response)?);
        }
        let success = success.ok_or("has no successful response")?;
        Ok(Operation { id, method, needs_bearer, takes_request_id, query, request_body, responses, success, example })
    }

    /// Follows one reference to a shared part of the document.
    fn resolve(&self, part: &'static Value) -> Result<&'static Value, String> {
        let Some(reference) = part["$ref"].as_str() else { return Ok(part) };
        let target = reference.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
        target.ok_or_else(|| format!("refers to {reference}, which does not exist"))
    }

    fn content(&mut self, response: &Value) -> Result<Content, String> {
        if response.pointer("/content/text~1csv").is_some() {
            return Ok(Content::Csv);
        }
        Ok(self.json_schema(response)?.map_or(Content::Nothing, Content::Json))
    }

    fn json_schema(&mut self, holder: &Value) -> Result<Option<Arc<Validator>>, String> {
        holder.pointer(JSON_SCHEMA).map(|schema| self.validator(schema)).transpose()
    }

    fn validator(&mut self, schema: &Value) -> Result<Arc<Validator>, String> {
        let key = schema.to_string();
        if let Some(known) = self.validators.get(&key) {
            return Ok(Arc::clone(known));
        }
        let mut root = schema.as_object().ok_or("has a schema that is not an object")?.clone();
        // References in schemas start at the document's root.
        root.insert("components".to_owned(), self.root["components"].clone());
        let built = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .build(&Value::Object(root))
            .map_err(|error| format!("has a schema that cannot be used: {error}"))?;
        Ok(Arc::clone(self.validators.entry(key).or_insert(Arc::new(built))))
    }
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}

/// Returns the example of a response, or an empty body if it has no content.
fn example(response: &Value) -> Option<Body> {
    if response.get("content").is_none() {
        return Some(Body::Empty);
    }
    let json = response.pointer("/content/application~1json/example").cloned().map(Body::Json);
    let csv = || response.pointer("/content/text~1csv/example").and_then(Value::as_str);
    json.or_else(|| csv().map(|text| Body::Csv(text.to_owned())))
}

/// Returns the method of a key of a path item. Other keys describe the path.
fn method(key: &str) -> Option<Method> {
    let methods = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
    methods.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> &'static Document {
        Document::shared().expect("the document can be read")
    }

    fn operation(id: &str) -> &'static Operation {
        document().operation(id).expect("the document has the operation")
    }

    #[test]
    fn examples_of_the_document_validate() {
        let reader = Reader { root: &ROOT, validators: HashMap::new() };
        let (mut requests, mut responses) = (0, 0);
        for (template, operation) in document().operations() {
            let method = operation.method.as_str().to_lowercase();
            let description = &ROOT["paths"][template][method.as_str()];
            let request = description["requestBody"].pointer("/content/application~1json/example");
            if let (Some(body), Some(example)) = (&operation.request_body, request) {
                assert_eq!(check(&body.validator, example), Ok(()), "{}", operation.id);
                requests += 1;
            }
            for (status, response) in members(&description["responses"]) {
                let body = example(reader.resolve(response).expect("resolves")).unwrap_or(Body::Empty);
                let status = status.parse().expect("a number");
                let checked = document().check_response(Some(operation), status, &body);
                assert_eq!(checked, Ok(()), "{} {status}", operation.id);
                responses += 1;
            }
        }
        assert!(requests >= 2, "{requests} requests");
        assert!(responses >= 11, "{responses} responses");
    }

    #[test]
    fn operation_responds_with_its_lowest_successful_status() {
        let read = |responses: Value| {
            let paths = json!({"/a": {"get": {"operationId": "a", "responses": responses}}});
            let root = json!({"paths": paths, "components": {"schemas": {"ErrorV2": {}}}});
            Reader { root: Box::leak(Box::new(root)), validators: HashMap::new() }.read_document()
        };
        let document = read(json!({"404": {}, "204": {}, "201": {}})).expect("can be read");
        assert_eq!(document.operation("a").map(|operation| operation.success), Some(StatusCode::CREATED));
        assert_eq!(read(json!({"404": {}})).err().as_deref(), Some("get /a: has no successful response"));
    }

    #[test]
    fn only_authentication_needs_no_bearer() {
        let mut operations = document().operations();
        assert!(operations.all(|(_, operation)| operation.needs_bearer == (operation.id != "authenticate")));
    }

    #[test]
    fn responses_are_checked_against_the_document() {
        let check = |status, body: Option<Value>| {
            let body = body.map_or(Body::Empty, Body::Json);
            document().check_response(Some(operation("get_session")), status, &body)
        };
        let broken = check(200, Some(json!({"uuid": 1}))).expect_err("a number is no uuid");
        assert_eq!(broken.location(), "uuid");
        assert_eq!(check(200, Some(json!({"uuid": "1"}))), Ok(()));
        assert!(check(200, None).is_err(), "a body is documented");
        assert!(check(202, Some(json!({}))).is_err(), "202 is not documented");
        assert!(check(413, Some(json!({}))).is_err(), "an error is an array");
        assert_eq!(check(413, Some(json!([{"code": "payload_too_large"}]))), Ok(()));
        assert!(document().check_response(None, 404, &Body::Json(json!([{"code": 404}]))).is_err());
        let details = operation("get_settlement_details");
        assert_eq!(document().check_response(Some(details), 200, &Body::Csv("a,b\n".to_owned())), Ok(()));
        assert!(document().check_response(Some(details), 200, &Body::Json(json!("a,b\n"))).is_err());
    }
}
