//! Comparisons of documents.

use std::collections::BTreeMap;

use openapi_lower::compare::change::{Diff, Kind};
use openapi_lower::compare::compare;
use openapi_lower::compare::terms::Terms;
use openapi_lower::io::finding::Pointer;
use openapi_lower::report;
use openapi_lower::walk::{check_version, children};
use proptest::prelude::*;
use serde_json::{Value, json};

use self::document::{OPERATION, SCHEMAS, document, set};

#[path = "compare/document.rs"]
mod document;

fn diff(old: &Value, new: &Value) -> Diff {
    compare(old, new, &Terms::OPENAPI)
}

fn lines_of(diff: &Diff) -> Vec<String> {
    report::lines(diff.changes.iter().map(|change| (change, report::describe(&change.subject)))).collect()
}

#[test]
fn changes_are_reported_in_terms_of_openapi() {
    let old = document(|_| {});
    for (at, pointer, value, expected) in [
        (OPERATION, "/operationId", json!("edit"), "POST /orders/{id}: operation id `updateOrder` -> `edit`"),
        (OPERATION, "/deprecated", json!(true), "POST /orders/{id}: now deprecated"),
        (OPERATION, "/parameters/1", json!(null), "POST /orders/{id}: query parameter `limit`: removed"),
        (OPERATION, "/requestBody", json!(null), "POST /orders/{id}: request: body removed, it was `Update`"),
        (OPERATION, "/responses/409", json!({}), "POST /orders/{id}: response: error status 409 added"),
        ("/webhooks", "/order.done", json!(null), "event `order.done`: event removed"),
        (SCHEMAS, "/New", json!({}), "New: type added"),
        (SCHEMAS, "/State/enum", json!(["open"]), "State: enum value `done` removed"),
        (SCHEMAS, "/Order/required", json!(["lines"]), "Order.id: now optional"),
        (SCHEMAS, "/Order/properties/at/format", json!("date"), "Order.at: format `date-time` -> `date`"),
        (SCHEMAS, "/Order/properties/id/pattern", json!("^a"), "Order.id: `pattern` `^a` added"),
        (SCHEMAS, "/Order/properties/count", json!(null), "Order.count: field removed, it was `integer`"),
        (
            SCHEMAS,
            "/Order/properties/lines",
            json!({"$ref": "#/components/schemas/State"}),
            "Order.lines: type `array of object` -> `State`",
        ),
        (
            SCHEMAS,
            "/Order/properties/at",
            json!({"type": "object", "additionalProperties": {"type": "integer"}}),
            "Order.at: type `string (date-time)` -> `map of integer`",
        ),
    ] {
        let new = document(|document| set(document, at, pointer, value));
        assert_eq!(lines_of(&diff(&old, &new)), [expected], "{at}{pointer}");
    }
}

#[test]
fn report_counts_changes_and_texts() {
    let new = document(|document| {
        set(document, SCHEMAS, "/New", json!({}));
        set(document, OPERATION, "/summary", json!("s"));
    });
    let text = report::text(&diff(&document(|_| {}), &new), openapi_lower::io::style::Style::Plain);
    assert_eq!(text, "New: type added\n1 change, 1 description or example changed\n");
}

#[test]
fn equal_meaning_is_no_change() {
    let order = "/components/schemas/Order";
    let price = json!({"type": "object", "required": ["cents"], "properties": {"cents": {"type": "integer"}}});
    let reference = json!({"$ref": "#/components/schemas/Price"});
    let old = document(|_| {});
    for (at, pointer, value) in [
        // Inlined, wrapped, written as in 3.0 or 3.1.
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
        let new = document(|document| set(document, at, pointer, value.clone()));
        assert_eq!(lines_of(&diff(&old, &new)), [""; 0], "{at}{pointer} = {value}");
    }
    // A parameter, a path item and a response may be components.
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
    let spellings = [
        json!({"oneOf": [{"$ref": "#/components/schemas/State"}, {"type": "null"}]}),
        json!({"allOf": [{"$ref": "#/components/schemas/State"}], "nullable": true}),
        json!({"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/State"}]}),
    ];
    for other in &spellings {
        assert!(diff(&null(spellings[0].clone()), &null(other.clone())).is_empty(), "{other}");
    }
    let bound = |schema: Value| document(|document| set(document, SCHEMAS, "/Order/properties/count", schema));
    let (old, new) = (json!({"minimum": 0, "exclusiveMinimum": true}), json!({"exclusiveMinimum": 0}));
    assert!(diff(&bound(old), &bound(new)).is_empty());
}

#[test]
fn fields_of_a_part_belong_to_the_whole() {
    let with = |field: &str| {
        document(|document| {
            let schemas = &mut document["components"]["schemas"];
            schemas["Part"] = json!({"type": "object", "properties": {field: {"type": "string"}}});
            schemas["Price"] = json!({"allOf": [{"$ref": "#/components/schemas/Part"}, {"type": "object"}]});
        })
    };
    assert_eq!(
        lines_of(&diff(&with("a"), &with("b"))),
        [
            "Price.a: field removed, it was `string`; perhaps renamed to `b`",
            "Price.b: optional field added, `string`; perhaps renamed from `a`"
        ]
    );
}

#[test]
fn cycles_end() {
    let schemas = |a: Value, b: Value| {
        let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let all = json!({"A": a, "B": b, "C": reference("C"), "D": {"allOf": [reference("D")]}});
        json!({"openapi": "3.1.0", "paths": {}, "components": {"schemas": all}})
    };
    let to = |name: &str| {
        let next = json!({"$ref": format!("#/components/schemas/{name}")});
        json!({"type": "object", "properties": {"next": next}})
    };
    // `A` is a cycle of one, or of two: the same values.
    assert!(diff(&schemas(to("A"), to("A")), &schemas(to("A"), to("A"))).is_empty());
    // A cycle through an inline schema.
    let again = json!({"$ref": "#/components/schemas/A/items"});
    let inline = json!({"type": "array", "items": {"type": "object", "properties": {"again": again}}});
    assert!(diff(&schemas(inline.clone(), to("B")), &schemas(inline, to("B"))).is_empty());
    let renamed = schemas(to("A"), to("B"));
    let _ = diff(&renamed, &schemas(to("B"), to("A")));
}

#[test]
fn other_documents_are_rejected() {
    let check = |value: Value| check_version("d", &value);
    assert_eq!(check(json!({"openapi": "3.1.1"})), Ok(()));
    assert_eq!(check(json!({"openapi": "3.0.4"})), Ok(()));
    for other in [json!({"swagger": "2.0"}), json!({"openapi": "4.0.0"}), json!([1]), json!("text"), json!(null)] {
        assert_eq!(check(other).expect_err("rejected").0[0].location, "#/openapi");
    }
}

/// Returns the kind of the change in the other direction.
fn reverse(kind: Kind) -> Kind {
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

/// Collects pointers to all values of a document.
fn collect_pointers(value: &Value, at: &Pointer, list: &mut Vec<Pointer>) {
    list.push(at.clone());
    children(value).for_each(|(key, value)| collect_pointers(value, &at.join(key), list));
}

/// Replaces some values.
fn mutate(document: &Value, mutations: &[(prop::sample::Index, u8)]) -> Value {
    let mut document = document.clone();
    for (index, what) in mutations {
        let mut list = Vec::new();
        collect_pointers(&document, &Pointer::root(), &mut list);
        let at = index.get(&list);
        let other = index.get(&list[list.len() / 2..]);
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
        let (a, b) = (mutate(&base, &a), mutate(&base, &b));
        prop_assert!(diff(&a, &a).is_empty(), "{:?}", diff(&a, &a));
        let count = |diff: &Diff, kind: fn(Kind) -> Kind| {
            let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
            diff.changes.iter().for_each(|change| *counts.entry(kind(change.kind)).or_default() += 1);
            counts
        };
        let (there, back) = (diff(&a, &b), diff(&b, &a));
        prop_assert_eq!(count(&there, |kind| kind), count(&back, reverse));
        prop_assert_eq!(there.texts, back.texts);
    }
}
