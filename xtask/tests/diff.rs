use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::style::Style;

/// A document with one operation, changed by `change`.
fn document(change: impl FnOnce(&mut Value)) -> Value {
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "security": [{"Bearer": []}],
        "paths": {"/orders/{id}": {"post": {
            "operationId": "updateOrder",
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 10}},
            ],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Update"}}}},
            "responses": {
                "200": {"description": "ok", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Order"},
                }}},
                "404": {"description": "gone"},
            },
        }}},
        "webhooks": {"order.done": {"post": {"requestBody": {"content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Order",
        }}}}}}},
        "components": {
            "schemas": {
                "Update": {"type": "object", "required": ["note"], "properties": {
                    "note": {"type": "string", "maxLength": 10},
                    "price": {"$ref": "#/components/schemas/Price"},
                    "day": {"type": "string", "format": "date"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                }},
                "Order": {"type": "object", "required": ["id", "lines"], "properties": {
                    "id": {"type": "string", "description": "Its id."},
                    "at": {"type": "string", "format": "date-time"},
                    "state": {"$ref": "#/components/schemas/State"},
                    "lines": {"type": "array", "items": {"type": "object", "properties": {
                        "sku": {"type": "string"}, "name": {"type": "string"},
                    }}},
                    "parent": {"$ref": "#/components/schemas/Order"},
                    "count": {"type": "integer"},
                    "extra": {"oneOf": [
                        {"$ref": "#/components/schemas/Price"}, {"$ref": "#/components/schemas/State"},
                    ]},
                }},
                "State": {"type": "string", "enum": ["open", "done"]},
                "Price": {"type": "object", "required": ["cents"], "properties": {"cents": {"type": "integer"}}},
                "Unused": {"type": "object", "properties": {"a": {"type": "string"}}},
            },
            "securitySchemes": {"Bearer": {"type": "http", "scheme": "bearer"}},
        },
    });
    change(&mut document);
    document
}

const OPERATION: &str = "/paths/~1orders~1{id}/post";
const SCHEMAS: &str = "/components/schemas";

/// Sets what `pointer` points to below `at`; null removes it.
fn set(document: &mut Value, at: &str, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let key = &key.replace("~1", "/");
    let parent = document.pointer_mut(&format!("{at}{parent}")).expect("a parent");
    match (parent, value) {
        (Value::Array(list), Value::Null) => drop(list.remove(key.parse().expect("an index"))),
        (Value::Array(list), value) if *key == "-" => list.push(value),
        (Value::Object(members), Value::Null) => drop(members.shift_remove(key)),
        (parent, value) => parent[key] = value,
    }
}

/// The changes as lines, each with `!` before it if it is breaking.
fn lines_of(diff: &Diff) -> Vec<String> {
    let mark = |change: &Change| if change.verdict == Verdict::Breaking { "! " } else { "" };
    diff.changes.iter().map(|change| format!("{}{}", mark(change), lines(&[change])[0])).collect()
}

/// Changes one place of the document, which must give these lines.
#[track_caller]
#[allow(clippy::needless_pass_by_value, reason = "tables read better without references")]
fn gives(at: &str, pointer: &str, value: Value, expected: &[&str]) {
    let old = document(|_| {});
    let new = document(|document| set(document, at, pointer, value.clone()));
    assert_eq!(lines_of(&diff(&old, &new)), expected, "{at}{pointer} = {value}");
}

#[test]
fn operations() {
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
    // So is one whose path names its parameter otherwise, but the setter has another name.
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
fn parameters() {
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
fn bodies_and_statuses() {
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
fn security() {
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
fn events() {
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
fn types() {
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
fn fields_of_answers() {
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
        ("/extra/oneOf/-", json!({"type": "string"}), "Order.extra: can now be `String` too"),
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
    // Nobody has to write what is only read.
    let mut schema = document(|_| {})["components"]["schemas"]["Order"].clone();
    schema["properties"]["new"] = json!({"type": "string"});
    schema["required"] = json!(["id", "lines", "new"]);
    gives(SCHEMAS, "/Order", schema, &["Order.new: required field added, `String`"]);
    // A list that is absent is read as an empty one either way.
    required(json!(["id"]), &["Order.lines: now optional"]);
}

#[test]
fn fields_of_requests() {
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
        // A setter that takes a text still takes one.
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
fn enum_values() {
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
fn what_means_the_same_is_no_change() {
    let order = "/components/schemas/Order";
    let price = json!({"type": "object", "required": ["cents"], "properties": {"cents": {"type": "integer"}}});
    let reference = json!({"$ref": "#/components/schemas/Price"});
    let old = document(|_| {});
    for (at, pointer, value) in [
        // Inlined, wrapped, written as 3.0 or 3.1 has it.
        (SCHEMAS, "/Update/properties/price", price.clone()),
        (SCHEMAS, "/Update/properties/price", json!({"allOf": [reference]})),
        (SCHEMAS, "/Update/properties/price", json!({"anyOf": [reference]})),
        (SCHEMAS, "/State", json!({"enum": ["open", "done"]})),
        (SCHEMAS, "/State", json!({"type": ["string"], "enum": ["open", "done"]})),
        (
            SCHEMAS,
            "/Price",
            json!({"allOf": [
                {"type": "object", "required": ["cents"]},
                {"properties": {"cents": {"type": "integer"}}},
            ]}),
        ),
        (SCHEMAS, "/Price/additionalProperties", json!(true)),
        (SCHEMAS, "/Price/properties/cents/readOnly", json!(false)),
        (
            OPERATION,
            "/requestBody/content/application~1json/schema",
            json!({"allOf": [{"$ref": "#/components/schemas/Update"}]}),
        ),
        (OPERATION, "/responses/200/content/application~1json/schema", old.pointer(order).expect("there").clone()),
        ("", "/openapi", json!("3.0.3")),
    ] {
        gives(at, pointer, value, &[]);
    }
    // A parameter, a path item and a response may stand elsewhere.
    let moved = document(|document| {
        let item = document["paths"]["/orders/{id}"].clone();
        document["components"]["parameters"] = json!({"Limit": item["post"]["parameters"][1]});
        document["components"]["responses"] = json!({"Gone": item["post"]["responses"]["404"]});
        document["components"]["pathItems"] = json!({"Orders": item});
        document["components"]["pathItems"]["Orders"]["post"]["parameters"][1] =
            json!({"$ref": "#/components/parameters/Limit"});
        document["components"]["pathItems"]["Orders"]["post"]["responses"]["404"] =
            json!({"$ref": "#/components/responses/Gone"});
        let id = document["components"]["pathItems"]["Orders"]["post"]["parameters"][0].take();
        document["components"]["pathItems"]["Orders"]["post"]["parameters"] =
            json!([document["components"]["pathItems"]["Orders"]["post"]["parameters"][1]]);
        document["components"]["pathItems"]["Orders"]["parameters"] = json!([id]);
        document["paths"]["/orders/{id}"] = json!({"$ref": "#/components/pathItems/Orders"});
    });
    assert_eq!(lines_of(&diff(&old, &moved)), [""; 0]);

    let null = |schema: Value| document(|document| set(document, SCHEMAS, "/Order/properties/state", schema.clone()));
    let spelled = [
        json!({"oneOf": [{"$ref": "#/components/schemas/State"}, {"type": "null"}]}),
        json!({"allOf": [{"$ref": "#/components/schemas/State"}], "nullable": true}),
        json!({"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/State"}]}),
    ];
    for other in &spelled {
        assert!(diff(&null(spelled[0].clone()), &null(other.clone())).is_empty(), "{other}");
    }
    let bound = |schema: Value| document(|document| set(document, SCHEMAS, "/Order/properties/count", schema));
    let (old, new) = (json!({"minimum": 0, "exclusiveMinimum": true}), json!({"exclusiveMinimum": 0}));
    assert!(diff(&bound(old), &bound(new)).is_empty());
}

#[test]
fn fields_of_a_part_are_those_of_what_it_is_part_of() {
    let with = |field: &str| {
        document(|document| {
            let schemas = &mut document["components"]["schemas"];
            schemas["Part"] = json!({"type": "object", "properties": {field: {"type": "string"}}});
            schemas["Price"] = json!({"allOf": [{"$ref": "#/components/schemas/Part"}, {"type": "object"}]});
        })
    };
    assert_eq!(
        lines_of(&diff(&with("a"), &with("b"))),
        ["! Price.a: field removed, it was `Option<String>`", "Price.b: optional field added, `Option<String>`"]
    );
}

#[test]
fn circles_end() {
    let schemas = |a: Value, b: Value| {
        let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let all = json!({"A": a, "B": b, "C": reference("C"), "D": {"allOf": [reference("D")]}});
        json!({"openapi": "3.1.0", "paths": {}, "components": {"schemas": all}})
    };
    let to = |name: &str| {
        let next = json!({"$ref": format!("#/components/schemas/{name}")});
        json!({"type": "object", "properties": {"next": next}})
    };
    // `A` is a circle of one, or of two: the same values.
    assert!(diff(&schemas(to("A"), to("A")), &schemas(to("A"), to("A"))).is_empty());
    // A circle through a schema without a name.
    let again = json!({"$ref": "#/components/schemas/A/items"});
    let inline = json!({"type": "array", "items": {"type": "object", "properties": {"again": again}}});
    assert!(diff(&schemas(inline.clone(), to("B")), &schemas(inline, to("B"))).is_empty());
    let renamed = schemas(to("A"), to("B"));
    let _ = diff(&renamed, &schemas(to("B"), to("A")));
}

#[test]
fn the_same_line_of_many_operations_is_one() {
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
        "breaking for our users\n  \
         a (GET /a) and 2 others: query parameter `limit`: now required\n\
         3 breaking, 0 compatible\n"
    );
    assert!(diff(&with(false), &with(true)).text(Style::Coloured).contains("\u{1b}[31mbreaking"));
}

#[test]
fn only_openapi_can_be_compared() {
    let check = |value: Value| check(&Document { name: "d".to_owned(), value, sha256: String::new() });
    assert_eq!(check(json!({"openapi": "3.1.1"})), Ok(()));
    assert_eq!(check(json!({"openapi": "3.0.4"})), Ok(()));
    for other in [json!({"swagger": "2.0"}), json!({"openapi": "4.0.0"}), json!([1]), json!("text"), json!(null)] {
        assert_eq!(check(other).expect_err("refused").0[0].place, "#/openapi");
    }
}

/// The current document with the overlay.
fn ours() -> Value {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the crate");
    let base = crate::read::read(root, crate::generate::BASE).expect("read");
    let overlay = crate::read::read(root, crate::generate::OVERLAY).expect("read");
    crate::overlay::apply(base.value, &overlay, crate::overlay::Strictness::EveryTargetMatches).expect("applies")
}

/// The types that messages name are those that are generated.
#[test]
fn types_are_those_of_the_generated_code() {
    let document = ours();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the crate");
    let code = std::fs::read_to_string(root.join(crate::generate::CODE)).expect("read");
    let file = syn::parse_file(&code).expect("Rust");
    let types = file.items.iter().find_map(|item| match item {
        syn::Item::Mod(item) if item.ident == "types" => item.content.as_ref().map(|(_, items)| items),
        _ => None,
    });
    let mut compared = 0;
    for item in types.expect("the types") {
        let syn::Item::Struct(item) = item else { continue };
        let schemas = document["components"]["schemas"].as_object().expect("schemas");
        let Some(component) = schemas.keys().find(|name| item.ident == rust_type::name(&document, name)) else {
            continue;
        };
        let shape = shape::Schema::component(&document, component).expect("there").shape();
        let fields: BTreeMap<String, _> =
            shape.fields.iter().map(|(name, schema)| (name.replace('-', "_"), (*name, schema))).collect();
        for field in &item.fields {
            let ident = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            let Some((name, schema)) = fields.get(ident.trim_start_matches("r#").trim_end_matches('_')) else {
                continue;
            };
            let expected = schema::field_type(schema, shape.required.contains(name));
            if expected.contains("a struct") || expected.contains("an enum") {
                continue;
            }
            let ty = quote::ToTokens::to_token_stream(&field.ty).to_string().replace(' ', "");
            let short = [
                "::std::option::",
                "::std::string::",
                "::std::vec::",
                "::std::collections::",
                "::chrono::offset::",
                "::chrono::naive::",
                "::chrono::",
                "::serde_json::",
                "crate::",
            ]
            .iter()
            .fold(ty, |ty, path| ty.replace(path, ""));
            assert_eq!(short.replace([' ', ','], ""), expected.replace([' ', ','], ""), "{component}.{name}");
            compared += 1;
        }
    }
    assert!(compared > 200, "only {compared} fields were found");
}

/// How a change reads the other way round.
fn reversed(kind: Kind) -> Kind {
    let pairs = [
        (Kind::OperationAdded, Kind::OperationRemoved),
        (Kind::ParameterAdded, Kind::ParameterRemoved),
        (Kind::ParameterBecameRequired, Kind::ParameterBecameOptional),
        (Kind::RequestBodyAdded, Kind::RequestBodyRemoved),
        (Kind::ResponseBodyAdded, Kind::ResponseBodyRemoved),
        (Kind::SuccessStatusAdded, Kind::SuccessStatusRemoved),
        (Kind::ErrorStatusAdded, Kind::ErrorStatusRemoved),
        (Kind::EventAdded, Kind::EventRemoved),
        (Kind::TypeAdded, Kind::TypeRemoved),
        (Kind::FieldAdded, Kind::FieldRemoved),
        (Kind::BecameRequired, Kind::BecameOptional),
        (Kind::BecameNullable, Kind::BecameNotNullable),
        (Kind::EnumValueAdded, Kind::EnumValueRemoved),
        (Kind::ChoiceAdded, Kind::ChoiceRemoved),
    ];
    let other = pairs.iter().find_map(|(a, b)| if *a == kind { Some(*b) } else { (*b == kind).then_some(*a) });
    other.unwrap_or(kind)
}

/// All places of a document.
fn places(value: &Value, at: &Pointer, list: &mut Vec<Pointer>) {
    list.push(at.clone());
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| places(value, &at.join(key), list)),
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, value)| places(value, &at.join(index), list));
        }
        _ => {}
    }
}

/// Puts something else in some places.
fn mutated(document: &Value, mutations: &[(prop::sample::Index, u8)]) -> Value {
    let mut document = document.clone();
    for (place, what) in mutations {
        let mut list = Vec::new();
        places(&document, &Pointer::root(), &mut list);
        let at = place.get(&list);
        let other = place.get(&list[list.len() / 2..]);
        let copied = document.pointer(other.as_str()).cloned().unwrap_or_default();
        let Some(target) = document.pointer_mut(at.as_str()) else { continue };
        *target = match what % 8 {
            0 => Value::Null,
            1 => json!({}),
            2 => json!([]),
            3 => json!({"$ref": "#/components/schemas/Order"}),
            4 => json!({"$ref": format!("#{}", at.as_str())}),
            5 => json!("text"),
            6 => json!(true),
            _ => copied,
        };
    }
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_can_be_compared(
        a in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        b in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let base = document(|_| {});
        let (a, b) = (mutated(&base, &a), mutated(&base, &b));
        prop_assert!(diff(&a, &a).is_empty(), "{:?}", diff(&a, &a));
        let count = |diff: &Diff, kind: fn(Kind) -> Kind| {
            let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
            diff.changes.iter().for_each(|change| *counts.entry(kind(change.kind)).or_default() += 1);
            counts
        };
        let (there, back) = (diff(&a, &b), diff(&b, &a));
        prop_assert_eq!(count(&there, |kind| kind), count(&back, reversed));
        prop_assert_eq!(there.texts, back.texts);
    }
}

#[test]
fn our_own_document_can_be_compared_with_spoilt_ones() {
    let ours = ours();
    let mut list = Vec::new();
    places(&ours, &Pointer::root(), &mut list);
    for at in list.iter().step_by(23) {
        let mut spoilt = ours.clone();
        if let Some(target) = spoilt.pointer_mut(at.as_str()) {
            *target = json!({"$ref": "#/components/schemas/Order"});
        }
        let _ = diff(&ours, &spoilt);
    }
    assert!(diff(&ours, &ours).is_empty());
}
