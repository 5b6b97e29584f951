//! Verdicts on changes, in the names of the generated crate.

use std::collections::BTreeMap;

use openapi_lower::compare::model::schema::Schema;
use openapi_lower::io::read::read;
use openapi_lower::io::style::Style;
use openapi_lower::overlay::{self, Strictness};
use serde_json::{Value, json};
use xtask::diff::verdict::Verdict;
use xtask::diff::{Diff, RustChange, diff, lines, rust_type};
use xtask::paths::{BASE, OVERLAY, TYPES};

use self::document::{OPERATION, SCHEMAS, document, set};

#[path = "../openapi-lower/tests/compare/document.rs"]
mod document;

/// Returns the changes as lines, with `!` before breaking ones.
fn lines_of(diff: &Diff) -> Vec<String> {
    let mark = |change: &RustChange| if change.verdict == Verdict::Breaking { "! " } else { "" };
    diff.changes.iter().map(|change| format!("{}{}", mark(change), lines(&[change])[0])).collect()
}

/// Checks the lines for the change of one value.
#[track_caller]
#[allow(clippy::needless_pass_by_value, reason = "tables read better without references")]
fn gives(at: &str, pointer: &str, value: Value, expected: &[&str]) {
    let old = document(|_| {});
    let new = document(|document| set(document, at, pointer, value.clone()));
    assert_eq!(lines_of(&diff(&old, &new)), expected, "{at}{pointer} = {value}");
}

#[test]
fn operations_are_judged() {
    let old = document(|_| {});
    let with = |path: &str, id: &str| {
        document(|document| {
            let mut operation = document.pointer(OPERATION).expect("there").clone();
            operation["operationId"] = json!(id);
            document["paths"] = json!({ path: {"post": operation} });
        })
    };
    for (new, expected) in [
        (
            with("/orders/{id}", "update_order"),
            "update_order (POST /orders/{id}): operation id `updateOrder` -> `update_order`; the same in Rust",
        ),
        (with("/orders/{id}", "edit"), "! edit (POST /orders/{id}): operation id `updateOrder` -> `edit`"),
        (
            with("/v2/orders/{id}", "updateOrder"),
            "update_order (POST /v2/orders/{id}): path `/orders/{id}` -> `/v2/orders/{id}`",
        ),
        (document(|document| drop(document["paths"].take())), "! update_order (POST /orders/{id}): operation removed"),
    ] {
        let lines = lines_of(&diff(&old, &new));
        assert!(lines.contains(&expected.to_owned()), "{expected}: {lines:?}");
    }
    gives(
        "/paths",
        "/~1new",
        json!({"get": {"operationId": "new_one", "responses": {}}}),
        &["new_one (GET /new): operation added"],
    );
    gives(OPERATION, "/deprecated", json!(true), &["update_order (POST /orders/{id}): now deprecated"]);
    // Another method under the same id is the same operation.
    let new = document(|document| {
        let operation = document.pointer(OPERATION).expect("there").clone();
        document["paths"]["/orders/{id}"] = json!({"put": operation});
    });
    assert_eq!(lines_of(&diff(&old, &new)), ["update_order (PUT /orders/{id}): method POST -> PUT"]);
    // So is one with another parameter name in its path, but the setter is renamed.
    let new = document(|document| {
        let mut operation = document.pointer(OPERATION).expect("there").clone();
        operation["parameters"][0]["name"] = json!("order");
        document["paths"] = json!({"/orders/{order}": {"post": operation}});
    });
    assert_eq!(
        lines_of(&diff(&old, &new)),
        [
            "! update_order (POST /orders/{order}): path parameter `order`: renamed, it was `id`",
            "update_order (POST /orders/{order}): path `/orders/{id}` -> `/orders/{order}`",
        ]
    );
}

#[test]
fn parameters_are_judged() {
    let at = "update_order (POST /orders/{id}): query parameter `limit`";
    let limit = "/parameters/1";
    for (pointer, value, expected) in [
        ("", json!(null), format!("! {at}: removed")),
        ("/required", json!(true), format!("! {at}: now required")),
        ("/schema/type", json!("string"), format!("! {at}: type `i64` -> `String`")),
        ("/schema/format", json!("int32"), format!("! {at}: format `none` -> `int32`, `i64` -> `i32`")),
        ("/schema/maximum", json!(20), format!("{at}: `maximum` `10` -> `20`; not checked by the crate")),
        ("/style", json!("pipeDelimited"), format!("{at}: `style` changed")),
        (
            "/in",
            json!("header"),
            "update_order (POST /orders/{id}): header parameter `limit`: sent in the header, no longer in the query"
                .to_owned(),
        ),
    ] {
        gives(OPERATION, &format!("{limit}{pointer}"), value, &[&expected]);
    }
    let page =
        |required: bool| json!({"name": "page", "in": "query", "required": required, "schema": {"type": "integer"}});
    let at = "update_order (POST /orders/{id}): query parameter `page`";
    gives(OPERATION, "/parameters/-", page(false), &[&format!("{at}: added, optional, `i64`")]);
    gives(OPERATION, "/parameters/-", page(true), &[&format!("! {at}: added, required, `i64`")]);

    let required = document(|document| set(document, OPERATION, "/parameters/1/required", json!(true)));
    let at = "update_order (POST /orders/{id}): query parameter `limit`";
    assert_eq!(lines_of(&diff(&required, &document(|_| {}))), [format!("{at}: now optional")]);
}

#[test]
fn bodies_and_statuses_are_judged() {
    let at = "update_order (POST /orders/{id})";
    let update = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Update"}}});
    for (pointer, value, expected) in [
        ("/requestBody", json!(null), format!("! {at}: request: body removed, it was `Update`")),
        ("/responses/200/content", json!(null), format!("! {at}: response: body removed, it was `Order`")),
        ("/responses/200/content", update, format!("! {at}: response: type `Order` -> `Update`")),
        (
            "/responses/200/content",
            json!({"text/csv": {"schema": {"type": "string"}}}),
            format!("! {at}: response: media type `application/json` -> `text/csv`, `Order` -> `bytes`"),
        ),
        (
            "/requestBody/content/application~1json/schema",
            json!({"type": "array", "items": {"$ref": "#/components/schemas/Update"}}),
            format!("! {at}: request: type `Update` -> `Vec<Update>`"),
        ),
        ("/responses/404", json!(null), format!("{at}: response: error status 404 removed")),
        ("/responses/409", json!({"description": "d"}), format!("{at}: response: error status 409 added")),
        ("/responses/201", json!({"description": "d"}), format!("{at}: response: success status 201 added")),
    ] {
        gives(OPERATION, pointer, value, &[&expected]);
    }
    let without = document(|document| set(document, OPERATION, "/requestBody", Value::Null));
    let added = format!("! {at}: request: body added, `Update`");
    assert_eq!(lines_of(&diff(&without, &document(|_| {}))), [added]);
}

#[test]
fn security_is_judged() {
    let document_wide = "the document: security of every operation without its own changed";
    let at = "update_order (POST /orders/{id}): security changed";
    gives("", "/security", json!([]), &[&format!("{document_wide}, http bearer -> nothing")]);
    gives(OPERATION, "/security", json!([]), &[&format!("{at}, http bearer -> nothing")]);
    gives(OPERATION, "/security", json!([{"Bearer": []}]), &[]);
    gives(
        OPERATION,
        "/security",
        json!([{"Bearer": []}, {}]),
        &[&format!("{at}, http bearer -> http bearer or nothing")],
    );
    gives(OPERATION, "/security", json!([{"Bearer": ["w"]}]), &[&format!("! {at}, http bearer -> http bearer (w)")]);
    let basic = json!({"type": "http", "scheme": "basic"});
    let expected = format!("! {document_wide}, http bearer -> http basic");
    gives("", "/components/securitySchemes/Bearer", basic, &[&expected]);
    let renamed = document(|document| {
        document["security"] = json!([{"Token": []}]);
        document["components"]["securitySchemes"] =
            json!({"Token": {"type": "http", "scheme": "bearer", "description": "d"}});
    });
    assert!(diff(&document(|_| {}), &renamed).is_empty(), "another name for the same scheme");
}

#[test]
fn events_are_judged() {
    gives("/webhooks", "/order.done", Value::Null, &["! event `order.done`: event removed"]);
    gives("/webhooks", "/order.gone", json!({"post": {}}), &["event `order.gone`: event added"]);
    gives(
        "/webhooks/order.done/post/requestBody/content/application~1json",
        "/schema",
        json!({"$ref": "#/components/schemas/Price"}),
        &["! event `order.done`: type `Order` -> `Price`"],
    );
}

#[test]
fn types_are_judged() {
    gives(SCHEMAS, "/New", json!({"type": "object"}), &["New: type added"]);
    gives(SCHEMAS, "/Unused", Value::Null, &["Unused: type removed"]);
    gives(
        SCHEMAS,
        "/Unused/properties/a",
        Value::Null,
        &["Unused: type `a struct` -> `BTreeMap<String, Value>`", "Unused.a: field removed, it was `Option<String>`"],
    );
    gives(SCHEMAS, "/Price/x-rust-name", json!("Money"), &["! Money (Price): type renamed, it was `Price`"]);

    let rename = |rust: bool| {
        document(|document| {
            let text =
                document.to_string().replace("schemas/Price", "schemas/Money").replace("\"Price\":", "\"Money\":");
            *document = serde_json::from_str(&text).expect("JSON");
            if rust {
                document["components"]["schemas"]["Money"]["x-rust-name"] = json!("Price");
            }
        })
    };
    let old = document(|_| {});
    assert_eq!(lines_of(&diff(&old, &rename(false))), ["! Money: type renamed, it was `Price`"]);
    assert!(diff(&old, &rename(true)).is_empty(), "the overlay keeps the name");
}

#[test]
fn response_fields_are_judged() {
    let order = "/Order/properties";
    for (pointer, value, expected) in [
        ("/id", Value::Null, "! Order.id: field removed, it was `String`"),
        ("/new", json!({"type": "boolean"}), "Order.new: optional field added, `Option<bool>`"),
        ("/count/type", json!("string"), "! Order.count: type `i64` -> `String`"),
        ("/count/format", json!("int32"), "! Order.count: format `none` -> `int32`, `i64` -> `i32`"),
        ("/count/format", json!("int64"), "Order.count: format `none` -> `int64`; the same in Rust"),
        ("/at/format", json!("date"), "! Order.at: format `date-time` -> `date`, `DateTime<Utc>` -> `NaiveDate`"),
        ("/id/format", json!("password"), "! Order.id: format `none` -> `password`, `String` -> `Secret`"),
        ("/id/format", json!("email"), "Order.id: format `none` -> `email`; the same in Rust"),
        ("/id/pattern", json!("^a"), "Order.id: `pattern` `^a` added; not checked by the crate"),
        ("/id/enum", json!(["a"]), "! Order.id: type `String` -> `an enum`"),
        ("/id/type", json!(["string", "null"]), "! Order.id: now nullable, `String` -> `Option<String>`"),
        ("/count/type", json!(["integer", "null"]), "Order.count: now nullable"),
        ("/state", json!({"$ref": "#/components/schemas/Price"}), "! Order.state: type `State` -> `Price`"),
        ("/lines/items/properties/sku", Value::Null, "! Order.lines[].sku: field removed, it was `Option<String>`"),
        ("/lines/items", json!({"type": "string"}), "! Order.lines[]: type `a struct` -> `String`"),
        ("/extra/oneOf/1", Value::Null, "! Order.extra: type `a choice of types` -> `Price`"),
        ("/extra/oneOf/-", json!({"type": "string"}), "Order.extra: can now also be `String`"),
        (
            "/lines/items/patternProperties",
            json!({"^x": {}}),
            "! Order.lines[]: `patternProperties` `{\"^x\":{}}` added",
        ),
    ] {
        gives(SCHEMAS, &format!("{order}{pointer}"), value, &[expected]);
    }
    let required = |names: Value, expected: &[&str]| gives(SCHEMAS, "/Order/required", names, expected);
    required(json!(["lines"]), &["! Order.id: now optional, `String` -> `Option<String>`"]);
    required(json!(["id", "lines", "at"]), &["! Order.at: now required, `Option<DateTime<Utc>>` -> `DateTime<Utc>`"]);
    // Programs do not write what is only received.
    let mut schema = document(|_| {})["components"]["schemas"]["Order"].clone();
    schema["properties"]["new"] = json!({"type": "string"});
    schema["required"] = json!(["id", "lines", "new"]);
    gives(SCHEMAS, "/Order", schema, &["Order.new: required field added, `String`"]);
    // An absent list is read as an empty one in both cases.
    required(json!(["id"]), &["Order.lines: now optional"]);
}

#[test]
fn request_fields_are_judged() {
    let with = |name: &str, required: Value| {
        document(|document| {
            document["components"]["schemas"]["Update"]["properties"][name] = json!({"type": "string"});
            document["components"]["schemas"]["Update"]["required"] = required;
        })
    };
    let old = document(|_| {});
    for (new, expected) in [
        (with("new", json!(["note"])), "Update.new: optional field added, `Option<String>`"),
        (with("new", json!(["note", "new"])), "! Update.new: required field added, `String`"),
        (with("note", json!(["note", "tags"])), "! Update.tags: now required"),
        // A setter still accepts a value.
        (with("note", json!([])), "Update.note: now optional, `String` -> `Option<String>`"),
    ] {
        let lines = lines_of(&diff(&old, &new));
        assert!(lines.contains(&expected.to_owned()), "{expected}: {lines:?}");
    }
    let at = "/Update/properties/note";
    gives(
        SCHEMAS,
        &format!("{at}/maxLength"),
        Value::Null,
        &["Update.note: `maxLength` `10` removed; not checked by the crate"],
    );
    gives(SCHEMAS, at, Value::Null, &["! Update.note: field removed, it was `String`"]);
}

#[test]
fn enum_values_are_judged() {
    gives(SCHEMAS, "/State/enum", json!(["open", "done", "late"]), &["State: enum value `late` added"]);
    gives(SCHEMAS, "/State/enum", json!(["open"]), &["! State: enum value `done` removed"]);
    gives(SCHEMAS, "/State/enum", json!(["done", "open"]), &[]);
    gives(SCHEMAS, "/State/enum", Value::Null, &["! State: type `an enum` -> `String`"]);
}

#[test]
fn texts_are_counted() {
    let new = document(|document| {
        set(document, SCHEMAS, "/Order/properties/id/description", json!("The id."));
        set(document, SCHEMAS, "/Order/properties/id/example", json!("x"));
        set(document, OPERATION, "/summary", json!("s"));
        set(document, OPERATION, "/responses/404/description", json!("d"));
    });
    let diff = diff(&document(|_| {}), &new);
    assert_eq!((diff.changes.len(), diff.texts), (0, 3));
    assert!(!diff.is_empty());
    assert_eq!(diff.text(Style::Plain), "0 breaking, 0 compatible, 3 descriptions or examples changed\n");
}

#[test]
fn equal_changes_of_operations_share_a_line() {
    let with = |required: bool| {
        let mut paths = serde_json::Map::new();
        for id in ["a", "b", "c"] {
            let limit = json!({"name": "limit", "in": "query", "required": required, "schema": {"type": "integer"}});
            paths.insert(format!("/{id}"), json!({"get": {"operationId": id, "parameters": [limit], "responses": {}}}));
        }
        json!({"openapi": "3.1.0", "paths": paths})
    };
    assert_eq!(
        diff(&with(false), &with(true)).text(Style::Plain),
        "breaking changes\n  \
         a (GET /a) and 2 others: query parameter `limit`: now required\n\
         3 breaking, 0 compatible\n"
    );
    assert!(diff(&with(false), &with(true)).text(Style::Colored).contains("\u{1b}[31mbreaking"));
}

/// Returns the document of the workspace with its overlay.
fn ours() -> Value {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the crate");
    let base = read(root, BASE).expect("read");
    let overlay = read(root, OVERLAY).expect("read");
    overlay::apply(base.value, &overlay, Strictness::RequireMatches).expect("applies")
}

#[test]
fn reported_types_are_those_of_the_generated_code() {
    let document = ours();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the crate");
    let code = std::fs::read_to_string(root.join(TYPES)).expect("read");
    let file = syn::parse_file(&code).expect("Rust");
    let mut compared = 0;
    for item in &file.items {
        let syn::Item::Struct(item) = item else { continue };
        let schemas = document["components"]["schemas"].as_object().expect("schemas");
        let Some(component) = schemas.keys().find(|name| item.ident == rust_type::name(&document, name)) else {
            continue;
        };
        let shape = Schema::component(&document, component).expect("there").shape();
        let fields: BTreeMap<String, _> =
            shape.fields.iter().map(|(name, schema)| (name.replace('-', "_"), (*name, schema))).collect();
        for field in &item.fields {
            let ident = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            let Some((name, schema)) = fields.get(ident.trim_start_matches("r#").trim_end_matches('_')) else {
                continue;
            };
            let expected = rust_type::field_type(schema, shape.required.contains(name));
            if expected.contains("a struct") || expected.contains("an enum") {
                continue;
            }
            let ty = quote::ToTokens::to_token_stream(&field.ty).to_string().replace(' ', "");
            // The types without their modules.
            let short: String =
                ty.split_inclusive(['<', '>', ',']).filter_map(|path| path.rsplit("::").next()).collect();
            assert_eq!(short.replace([' ', ','], ""), expected.replace([' ', ','], ""), "{component}.{name}");
            compared += 1;
        }
    }
    assert!(compared > 200, "only {compared} fields were found");
}
