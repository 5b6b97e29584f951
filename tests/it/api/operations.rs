//! Every operation against the document: its request on the wire, its response, its errors.

use serde_json::{Map, Value, json};
use sezzle_api::{ErrorCode, ErrorKind, Server};
use sezzle_tests::document::{described, document, example_of, resolve, same_times};
use sezzle_tests::generated::call;
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

/// Starts a server that responds with this status, media type and body.
async fn server(status: u16, media_type: Option<String>, body: Option<String>) -> ScriptedServer {
    let content_type = media_type.map(|media_type| format!("content-type: {media_type}\r\n")).unwrap_or_default();
    ScriptedServer::new([Action::response(status, &content_type, body.unwrap_or_default())]).await
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns a validator for a schema of the document.
fn validator(document: &Value, schema: &Value) -> jsonschema::Validator {
    let mut root = schema.clone();
    root["components"] = document["components"].clone();
    jsonschema::validator_for(&root).unwrap()
}

#[tokio::test]
async fn requests_match_the_document_and_its_responses_are_read_completely() {
    let document = document();
    for operation in described(&document) {
        let id = operation.id;
        let (status, media_type, example) = operation.success(&document);
        let server = server(status, media_type, example.as_ref().map(text_of)).await;
        let response = call(&server.client(), id, &operation.arguments()).await;
        let mut response = response.unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(response.status, status, "{id}");
        if let (Some(read), Some(example)) = (&mut response.body, &example) {
            same_times(read, example);
        }
        assert_eq!(response.body, example, "{id}");
        let request = server.requests().remove(0);

        assert!(request.text.starts_with(&format!("{} ", operation.method)), "{id}");
        let (path, query) = request.target().split_once('?').unwrap_or((request.target(), ""));
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
                "header" => assert_eq!(request.header(name), Some(&*value), "{id}"),
                other => panic!("{other}"),
            }
        }
        queries.sort();
        let mut sent: Vec<_> = query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect();
        sent.sort();
        assert_eq!((path, sent), (expected.as_str(), queries), "{id}");

        let authorized = operation.operation.get("security").is_none_or(|security| security != &json!([]));
        assert_eq!(request.header("authorization").is_some(), authorized, "{id}");
        assert!(request.header("api-version").is_none(), "{id}");

        match operation.request_content() {
            None => assert!(request.body().is_empty(), "{id}"),
            Some(content) => {
                assert_eq!(request.header("content-type"), Some("application/json"), "{id}");
                let body: Value = serde_json::from_str(request.body()).unwrap();
                assert_eq!(&body, example_of(content, id), "{id}: the body is sent as given");
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
async fn request_has_only_the_expected_headers() {
    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    gateway.client().get_session().session_uuid("s").send().await.unwrap();
    let request = gateway.requests().remove(0);
    let mut lines = request.text.lines();
    assert_eq!(lines.next(), Some("GET /v2/session/s HTTP/1.1"));
    let mut headers: Vec<_> = lines.take_while(|line| !line.is_empty()).map(str::to_lowercase).collect();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            "accept: application/json".to_owned(),
            "authorization: bearer token".to_owned(),
            gateway.url.replace("http://", "host: "),
            format!("user-agent: sezzle-api/{}", env!("CARGO_PKG_VERSION")),
        ]
    );
}

#[tokio::test]
async fn optional_parameters_can_be_omitted() {
    let document = document();
    for operation in described(&document) {
        let mut arguments = operation.arguments();
        for parameter in operation.parameters.iter().filter(|parameter| parameter["required"] != true) {
            let name = parameter["name"].as_str().unwrap().to_lowercase().replace('-', "_");
            arguments.as_object_mut().unwrap().remove(&name);
        }
        let (status, media_type, example) = operation.success(&document);
        let server = server(status, media_type, example.as_ref().map(text_of)).await;
        call(&server.client(), operation.id, &arguments).await.unwrap();
        let request = server.requests().remove(0);
        for parameter in operation.parameters.iter().filter(|parameter| parameter["required"] != true) {
            let name = parameter["name"].as_str().unwrap();
            // The client generates one if the caller gives none.
            if name == "Sezzle-Request-Id" {
                assert!(request.header(name).unwrap().split('-').map(str::len).eq([8, 4, 4, 4, 12]));
                continue;
            }
            assert!(!request.target().contains(name) && request.header(name).is_none(), "{}", operation.id);
        }
    }
}

#[tokio::test]
async fn missing_required_parameters_are_not_sent() {
    let document = document();
    let server = server(200, None, None).await;
    let client = server.client();
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
    assert!(tried > 0 && server.requests().is_empty());
}

#[tokio::test]
async fn documented_errors_are_typed() {
    let document = document();
    let mut tried = 0;
    for operation in described(&document) {
        let id = operation.id;
        for (status, response) in operation.operation["responses"].as_object().unwrap() {
            if status.starts_with('2') {
                continue;
            }
            let media = &resolve(&document, response)["content"]["application/json"];
            let mut details = example_of(media, &format!("the response {status} of {id}")).clone();
            let code = details[0]["code"].as_str().unwrap().to_owned();
            details[0]["message"] = "what is wrong".into();
            details[0]["location"] = "order.somewhere".into();
            details[0]["debug_uuid"] = "d-1".into();
            let server = server(status.parse().unwrap(), None, Some(details.to_string())).await;
            let error = call(&server.client(), id, &operation.arguments()).await.unwrap_err();
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
    assert!(tried > 0);
}

/// Where versions of the documentation disagree on the status or on whether there is a body, both are read.
#[tokio::test]
async fn any_2xx_status_is_success() {
    let document = document();
    for operation in described(&document) {
        let id = operation.id;
        let (documented, media_type, example) = operation.success(&document);
        let responses: &[(u16, Option<String>)] = match &example {
            None => {
                &[(200, None), (201, None), (204, None), (200, Some("{}".to_owned())), (200, Some("OK".to_owned()))]
            }
            Some(example) if documented == 200 => &[(201, Some(text_of(example)))],
            Some(example) => &[(200, Some(text_of(example)))],
        };
        for (status, body) in responses {
            let server = server(*status, media_type.clone(), body.clone()).await;
            let response = call(&server.client(), id, &operation.arguments()).await;
            assert_eq!(response.unwrap_or_else(|error| panic!("{id}: {error}")).status, *status, "{id}");
        }
    }
}

/// `cargo xtask generate --check` finds missing examples, and fields that no example shows.
#[test]
fn document_examples_match_their_schemas() {
    let document = document();
    let mut tried = 0;
    let mut check = |place: &str, media: &Value| {
        let validator = validator(&document, &media["schema"]);
        let errors = validator.iter_errors(example_of(media, place));
        let errors: Vec<_> = errors.map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "correct the example of {place} in openapi/sezzle-v2.yaml: {errors:#?}");
        tried += 1;
    };
    for operation in described(&document) {
        if let Some(content) = operation.request_content() {
            check(&format!("the body of {}", operation.id), content);
        }
        for (status, response) in operation.operation["responses"].as_object().unwrap() {
            for media in resolve(&document, response)["content"].as_object().into_iter().flat_map(Map::values) {
                check(&format!("the response {status} of {}", operation.id), media);
            }
        }
    }
    for (event, item) in document["webhooks"].as_object().unwrap() {
        check(&format!("the event {event}"), &item["post"]["requestBody"]["content"]["application/json"]);
    }
    assert!(tried > 0);
}

#[test]
fn servers_match_the_document() {
    let document = document();
    let urls: Vec<_> =
        document["servers"].as_array().unwrap().iter().map(|server| server["url"].as_str().unwrap()).collect();
    assert_eq!(urls, [Server::Sandbox.url(), Server::Production.url()]);
}

#[test]
fn every_documented_operation_is_generated() {
    let document = document();
    let mut described: Vec<_> =
        described(&document).into_iter().map(|operation| (operation.id, operation.method, operation.path)).collect();
    let mut known: Vec<_> = sezzle_api::operations::ALL
        .iter()
        .map(|operation| (operation.id, operation.method.to_owned(), operation.path))
        .collect();
    described.sort();
    known.sort();
    assert_eq!(known, described);
    assert!(!sezzle_api::operations::AUTHENTICATE.requires_auth);
    assert!(sezzle_api::operations::CREATE_SESSION.requires_auth && !sezzle_api::operations::CREATE_SESSION.idempotent);
    assert!(sezzle_api::operations::GET_SESSION.idempotent);
}
