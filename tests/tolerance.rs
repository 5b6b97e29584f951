//! The gateway may grow: what it adds, and what it leaves out, breaks no one. Walks the document, so that every type that
//! a response carries is covered, now and after the next update.

use serde_json::{Value, json};

use crate::document::{document, properties, resolve, success_schema};
use crate::support::{Fixed, session_request};

const NEW_VALUE: &str = "a_value_of_tomorrow";

/// An instance of `schema` with every property, in which every enum has a value that is not in its list.
fn instance(document: &Value, schema: &Value) -> Value {
    let schema = resolve(document, schema);
    if schema.get("enum").is_some() {
        return NEW_VALUE.into();
    }
    let (members, _) = properties(document, schema);
    if !members.is_empty() {
        return members.iter().map(|(name, schema)| (name.clone(), instance(document, schema))).collect();
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
    match (kind.unwrap_or_default(), schema["format"].as_str()) {
        ("string", Some("date-time")) => "2026-03-01T12:00:00.123456Z".into(),
        ("string", _) => "text".into(),
        ("integer", _) => json!(7),
        ("boolean", _) => json!(true),
        ("array", _) => json!([instance(document, &schema["items"])]),
        ("object", _) => json!({"key": instance(document, &schema["additionalProperties"])}),
        other => panic!("{other:?} is new here: {schema}"),
    }
}

/// Adds a member that no schema has to every object that has a schema.
fn with_extra_fields(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: serde_json::Map<_, _> =
                members.iter().map(|(name, value)| (name.clone(), with_extra_fields(value))).collect();
            members.insert("field_of_tomorrow".to_owned(), json!({"deep": [1, null, {}]}));
            Value::Object(members)
        }
        Value::Array(elements) => elements.iter().map(with_extra_fields).collect(),
        other => other.clone(),
    }
}

/// Calls `visit` with the pointer to every optional member of `value`.
fn optional_places(document: &Value, schema: &Value, value: &Value, at: &str, visit: &mut impl FnMut(String)) {
    let schema = resolve(document, schema);
    if let Some(elements) = value.as_array() {
        for (index, element) in elements.iter().enumerate() {
            optional_places(document, &schema["items"], element, &format!("{at}/{index}"), visit);
        }
    }
    let (members, required) = properties(document, schema);
    for (name, schema) in &members {
        let at = format!("{at}/{name}");
        if !required.contains(name) {
            visit(at.clone());
        }
        optional_places(document, schema, &value[name], &at, visit);
    }
}

/// What the crate reads from `answer`, written back as JSON.
async fn read_back(operation: &str, answer: &Value) -> Result<Value, sezzle_api::Error> {
    let gateway = Fixed::json(if operation == "get_session" { 200 } else { 201 }, answer).await;
    let client = gateway.client();
    Ok(match operation {
        "authenticate" => {
            let keys = sezzle_api::types::ApiKeys::builder().public_key("a").private_key("b");
            serde_json::to_value(&*client.authenticate().body(keys).send().await?)
        }
        "create_session" => serde_json::to_value(&*client.create_session().body(session_request()).send().await?),
        "get_session" => serde_json::to_value(&*client.get_session().session_uuid("s").send().await?),
        other => panic!("{other} is not covered here"),
    }
    .unwrap())
}

async fn for_each_operation(mut test: impl AsyncFnMut(&str, &Value, &Value)) {
    let document = document();
    for operation in sezzle_api::operations::ALL {
        let schema = success_schema(&document, operation.path, &operation.method.to_lowercase());
        test(operation.id, &document, schema).await;
    }
}

#[tokio::test]
async fn unknown_enum_values_and_extra_fields_everywhere() {
    let mut enums = 0;
    for_each_operation(async |operation, document, schema| {
        let value = instance(document, schema);
        let read = read_back(operation, &with_extra_fields(&value)).await;
        // The extra key of a map is the map's own.
        assert_eq!(read.unwrap(), value, "{operation}");
        enums += value.to_string().matches(NEW_VALUE).count();
    })
    .await;
    assert!(enums >= 2 * 9, "only {enums} enum positions were tried");
}

#[tokio::test]
async fn null_in_each_optional_position() {
    let mut places = 0;
    for_each_operation(async |operation, document, schema| {
        let value = instance(document, schema);
        let mut optional = Vec::new();
        optional_places(document, schema, &value, "", &mut |at| optional.push(at));
        places += optional.len();

        let mut all_null = value.clone();
        for at in &optional {
            let mut one_null = value.clone();
            *one_null.pointer_mut(at).unwrap() = Value::Null;
            let read =
                read_back(operation, &one_null).await.unwrap_or_else(|error| panic!("{operation} {at}: {error}"));
            let mut expected = value.clone();
            let (parent, name) = at.rsplit_once('/').unwrap();
            expected.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
            assert_eq!(read, expected, "{operation} {at}");
            // An outer null may already have taken the place away.
            if let Some(place) = all_null.pointer_mut(at) {
                *place = Value::Null;
            }
        }
        assert_eq!(read_back(operation, &all_null).await.unwrap(), json!({}), "{operation}");
        assert_eq!(read_back(operation, &json!({})).await.unwrap(), json!({}), "{operation}");
    })
    .await;
    assert!(places >= 40, "only {places} places were tried");
}
