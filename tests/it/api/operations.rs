//! Every operation of the document, proven by the document: its request on the wire, its answer, its errors.

use std::sync::{Arc, Mutex};

use httpmock::{HttpMockRequest, HttpMockResponse, MockServer};
use serde_json::{Map, Value, json};
use sezzle_api::{ErrorCode, ErrorKind, Server};
use sezzle_tests::document::{document, resolve, same_times};
use sezzle_tests::fixtures::client;
use sezzle_tests::generated::call;

/// An operation as the document describes it.
struct Described<'a> {
    id: &'a str,
    path: &'a str,
    method: String,
    parameters: Vec<&'a Value>,
    operation: &'a Value,
}

fn described(document: &Value) -> Vec<Described<'_>> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            all.push(Described {
                id: operation["operationId"].as_str().unwrap(),
                path,
                method: method.to_uppercase(),
                parameters: parameters.map(|parameter| resolve(document, parameter)).collect(),
                operation,
            });
        }
    }
    all
}

/// A value for each parameter of an operation, and the document's example for its body.
pub(crate) fn arguments_of(id: &str) -> Value {
    let document = document();
    let operations = described(&document);
    operations.iter().find(|operation| operation.id == id).map(Described::arguments).unwrap()
}

impl Described<'_> {
    fn request_content(&self) -> Option<&Value> {
        Some(&self.operation["requestBody"]["content"]["application/json"]).filter(|content| content.is_object())
    }

    /// A value for each parameter, and the example for the body.
    fn arguments(&self) -> Value {
        let mut arguments = Map::new();
        for parameter in &self.parameters {
            let name = parameter["name"].as_str().unwrap();
            let value = match (parameter["schema"]["type"].as_str(), parameter["schema"]["format"].as_str()) {
                (Some("string"), Some("date")) => json!("2026-03-01"),
                (Some("integer"), _) => json!(40),
                (Some("string"), _) => json!(format!("a value/of {name}")),
                other => panic!("{name}: {other:?} is new here"),
            };
            arguments.insert(name.to_lowercase().replace('-', "_"), value);
        }
        if let Some(content) = self.request_content() {
            arguments.insert("body".to_owned(), content["example"].clone());
        }
        Value::Object(arguments)
    }

    fn argument(&self, name: &str) -> String {
        match &self.arguments()[name.to_lowercase().replace('-', "_")] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// Status, media type and body of the documented success.
    fn success(&self, document: &Value) -> (u16, Option<String>, Option<Value>) {
        let responses = self.operation["responses"].as_object().unwrap();
        let (status, response) = responses.iter().find(|(status, _)| status.starts_with('2')).unwrap();
        let content = resolve(document, response)["content"].as_object().and_then(|content| content.iter().next());
        let (media_type, example) = match content {
            Some((media_type, media)) => (Some(media_type.clone()), Some(media["example"].clone())),
            None => (None, None),
        };
        (status.parse().unwrap(), media_type, example)
    }
}

type Seen = Arc<Mutex<Vec<HttpMockRequest>>>;

/// A server that answers everything with the same and keeps what it was asked.
async fn server(status: u16, media_type: Option<String>, body: Option<String>) -> (MockServer, Seen) {
    let server = MockServer::start_async().await;
    let seen = Seen::default();
    let kept = seen.clone();
    server
        .mock_async(|when, then| {
            when.any_request();
            then.respond_with(move |request: &HttpMockRequest| {
                kept.lock().unwrap().push(request.clone());
                let mut answer = HttpMockResponse::builder().status(status);
                if let Some(media_type) = &media_type {
                    answer = answer.header("content-type", media_type);
                }
                answer.body(body.clone().unwrap_or_default()).build()
            });
        })
        .await;
    (server, seen)
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A validator for a schema of the document.
fn validator(document: &Value, schema: &Value) -> jsonschema::Validator {
    let mut root = schema.clone();
    root["components"] = document["components"].clone();
    jsonschema::validator_for(&root).unwrap()
}

#[test]
fn all_thirty_two_are_there() {
    assert_eq!(described(&document()).len(), 32);
    assert_eq!(sezzle_api::operations::ALL.len(), 32);
}

#[tokio::test]
async fn each_request_is_as_documented() {
    let document = document();
    for operation in described(&document) {
        let id = operation.id;
        let (status, media_type, example) = operation.success(&document);
        let (server, seen) = server(status, media_type, example.as_ref().map(text_of)).await;
        call(&client(server.base_url()), id, &operation.arguments())
            .await
            .unwrap_or_else(|error| panic!("{id}: {error}"));
        let request = seen.lock().unwrap().remove(0);

        assert_eq!(request.method_str(), operation.method, "{id}");
        let uri = request.uri().to_string().replace(&server.base_url(), "");
        let (path, query) = uri.split_once('?').unwrap_or((&uri, ""));
        let mut expected = operation.path.to_owned();
        let mut queries = Vec::new();
        for parameter in &operation.parameters {
            let name = parameter["name"].as_str().unwrap();
            let value = operation.argument(name);
            match parameter["in"].as_str().unwrap() {
                "path" => {
                    expected = expected.replace(&format!("{{{name}}}"), &value.replace(' ', "%20").replace('/', "%2F"));
                }
                "query" => queries.push(format!("{name}={}", value.replace(' ', "+").replace('/', "%2F"))),
                "header" => assert_eq!(request.headers().get(name).unwrap(), &value, "{id}"),
                other => panic!("{other}"),
            }
        }
        queries.sort();
        let mut sent: Vec<_> = query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect();
        sent.sort();
        assert_eq!((path, sent), (expected.as_str(), queries), "{id}");

        let authorized = operation.operation.get("security").is_none_or(|security| security != &json!([]));
        assert_eq!(request.headers().contains_key("authorization"), authorized, "{id}");
        assert!(!request.headers().contains_key("api-version"), "{id}");

        match operation.request_content() {
            None => assert!(request.body_ref().is_empty(), "{id}"),
            Some(content) => {
                assert_eq!(request.headers().get("content-type").unwrap(), "application/json", "{id}");
                let body: Value = serde_json::from_slice(request.body_ref()).unwrap();
                assert_eq!(body, content["example"], "{id}: what was given is what is sent");
                let errors: Vec<_> = validator(&document, &content["schema"])
                    .iter_errors(&body)
                    .map(|error| error.to_string())
                    .collect();
                assert!(errors.is_empty(), "{id}: {errors:?}");
            }
        }
    }
}

#[tokio::test]
async fn optional_parameters_may_be_left_out() {
    let document = document();
    for operation in described(&document) {
        let mut arguments = operation.arguments();
        for parameter in operation.parameters.iter().filter(|parameter| parameter["required"] != true) {
            let name = parameter["name"].as_str().unwrap().to_lowercase().replace('-', "_");
            arguments.as_object_mut().unwrap().remove(&name);
        }
        let (status, media_type, example) = operation.success(&document);
        let (server, seen) = server(status, media_type, example.as_ref().map(text_of)).await;
        call(&client(server.base_url()), operation.id, &arguments).await.unwrap();
        let request = seen.lock().unwrap().remove(0);
        for parameter in operation.parameters.iter().filter(|parameter| parameter["required"] != true) {
            let name = parameter["name"].as_str().unwrap();
            // The client makes one if the caller gives none.
            if name == "Sezzle-Request-Id" {
                assert!(request.headers()[name].to_str().unwrap().split('-').map(str::len).eq([8, 4, 4, 4, 12]));
                continue;
            }
            assert!(
                !request.uri().to_string().contains(name) && !request.headers().contains_key(name),
                "{}",
                operation.id
            );
        }
    }
}

#[tokio::test]
async fn required_parameters_are_asked_for_before_anything_is_sent() {
    let document = document();
    let (server, seen) = server(200, None, None).await;
    let client = client(server.base_url());
    let mut tried = 0;
    for operation in described(&document) {
        let body = json!({"name": "body"});
        let required = operation.parameters.iter().copied().filter(|parameter| parameter["required"] == true);
        let required: Vec<_> = required.chain(operation.request_content().map(|_| &body)).collect();
        for parameter in required {
            let name = parameter["name"].as_str().unwrap().replace('-', "_");
            let mut arguments = operation.arguments();
            arguments.as_object_mut().unwrap().remove(&name);
            let error = call(&client, operation.id, &arguments).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotSent, "{} {name}", operation.id);
            assert!(error.to_string().contains(&name) && error.to_string().contains("missing"), "{error}");
            tried += 1;
        }
    }
    assert!(tried >= 40 && seen.lock().unwrap().is_empty(), "{tried}");
}

#[tokio::test]
async fn each_documented_answer_is_read_with_nothing_lost() {
    let document = document();
    for operation in described(&document) {
        let id = operation.id;
        let (status, media_type, example) = operation.success(&document);
        let (server, _) = server(status, media_type, example.as_ref().map(text_of)).await;
        let mut answer = call(&client(server.base_url()), id, &operation.arguments()).await.unwrap();
        assert_eq!(answer.status, status, "{id}");
        if let (Some(read), Some(example)) = (&mut answer.body, &example) {
            same_times(read, example);
        }
        assert_eq!(answer.body, example, "{id}");
    }
}

#[tokio::test]
async fn each_documented_error_becomes_the_typed_one() {
    let document = document();
    let mut tried = 0;
    for operation in described(&document) {
        let id = operation.id;
        for (status, response) in operation.operation["responses"].as_object().unwrap() {
            if status.starts_with('2') {
                continue;
            }
            let mut details = resolve(&document, response)["content"]["application/json"]["example"].clone();
            let code = details[0]["code"].as_str().unwrap().to_owned();
            details[0]["message"] = "what is wrong".into();
            details[0]["location"] = "order.somewhere".into();
            details[0]["debug_uuid"] = "d-1".into();
            let (server, _) = server(status.parse().unwrap(), None, Some(details.to_string())).await;
            let error = call(&client(server.base_url()), id, &operation.arguments()).await.unwrap_err();
            assert_eq!((error.kind(), error.operation().unwrap().id), (ErrorKind::ErrorResponse, id));
            assert_eq!(error.status().unwrap().as_str(), status, "{id}");
            assert_eq!(
                (error.code().map(ErrorCode::as_str), error.debug_uuid()),
                (Some(code.as_str()), Some("d-1")),
                "{id} {status}"
            );
            assert_eq!(error.details()[0].message.as_deref(), Some("what is wrong"));
            assert_eq!(error.details()[0].location.as_deref(), Some("order.somewhere"));
            tried += 1;
        }
    }
    assert!(tried >= 80, "{tried}");
}

/// Where two vintages of the documentation disagree on the status or on whether there is a body, both are read.
#[tokio::test]
async fn success_in_another_dress_is_success() {
    let document = document();
    for operation in described(&document) {
        let id = operation.id;
        let (documented, media_type, example) = operation.success(&document);
        let answers: &[(u16, Option<String>)] = match &example {
            None => {
                &[(200, None), (201, None), (204, None), (200, Some("{}".to_owned())), (200, Some("OK".to_owned()))]
            }
            Some(example) if documented == 200 => &[(201, Some(text_of(example)))],
            Some(example) => &[(200, Some(text_of(example)))],
        };
        for (status, body) in answers {
            let (server, _) = server(*status, media_type.clone(), body.clone()).await;
            let answer = call(&client(server.base_url()), id, &operation.arguments()).await;
            assert_eq!(answer.unwrap_or_else(|error| panic!("{id}: {error}")).status, *status, "{id}");
        }
    }
}

/// The examples hold to their own schemas, and show every field of every schema.
#[test]
fn the_examples_are_valid_and_complete() {
    let document = document();
    let mut seen = std::collections::BTreeSet::new();
    let mut tried = 0;
    let mut check = |place: &str, media: &Value| {
        let example = &media["example"];
        assert!(!example.is_null(), "{place} has no example");
        let errors: Vec<_> =
            validator(&document, &media["schema"]).iter_errors(example).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{place}: {errors:?}");
        fields("", &document, &media["schema"], example, &mut seen);
        tried += 1;
    };
    for operation in described(&document) {
        if let Some(content) = operation.request_content() {
            check(operation.id, content);
        }
        for (status, response) in operation.operation["responses"].as_object().unwrap() {
            for media in resolve(&document, response)["content"].as_object().into_iter().flat_map(Map::values) {
                check(&format!("{} {status}", operation.id), media);
            }
        }
    }
    for (event, item) in document["webhooks"].as_object().unwrap() {
        check(event, &item["post"]["requestBody"]["content"]["application/json"]);
    }
    assert!(tried > 130, "{tried}");

    let mut unseen = Vec::new();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let parts = schema["allOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
        for part in &parts {
            for field in part["properties"].as_object().into_iter().flat_map(Map::keys) {
                if !seen.contains(&(name.clone(), field.clone())) {
                    unseen.push(format!("{name}.{field}"));
                }
            }
        }
    }
    assert!(unseen.is_empty(), "no example shows {unseen:?}");
}

/// Notes which fields of which component schemas `value` has; it is one of `owner`, or of none.
fn fields(
    owner: &str,
    document: &Value,
    schema: &Value,
    value: &Value,
    seen: &mut std::collections::BTreeSet<(String, String)>,
) {
    if let Some(target) = schema["$ref"].as_str() {
        let name = target.rsplit('/').next().unwrap();
        return fields(name, document, resolve(document, schema), value, seen);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        fields(owner, document, part, value, seen);
    }
    for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(value) = value.get(name) {
            seen.insert((owner.to_owned(), name.clone()));
            fields("", document, schema, value, seen);
        }
    }
    for element in value.as_array().into_iter().flatten() {
        fields("", document, &schema["items"], element, seen);
    }
}

#[test]
fn the_servers_are_those_of_the_document() {
    let document = document();
    let urls: Vec<_> =
        document["servers"].as_array().unwrap().iter().map(|server| server["url"].as_str().unwrap()).collect();
    assert_eq!(urls, [Server::Sandbox.url(), Server::Production.url()]);
}

#[test]
fn the_policy_table_has_every_operation_of_the_document() {
    let document = document();
    let mut described = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            described.push((
                operation["operationId"].as_str().unwrap().to_owned(),
                method.to_uppercase(),
                path.clone(),
            ));
        }
    }
    let mut known: Vec<_> = sezzle_api::operations::ALL
        .iter()
        .map(|operation| (operation.id.to_owned(), operation.method.to_owned(), operation.path.to_owned()))
        .collect();
    described.sort();
    known.sort();
    assert_eq!(known, described);
    assert!(!sezzle_api::operations::AUTHENTICATE.requires_auth);
    assert!(sezzle_api::operations::CREATE_SESSION.requires_auth && !sezzle_api::operations::CREATE_SESSION.idempotent);
    assert!(sezzle_api::operations::GET_SESSION.idempotent);
}
