//! Property tests: a lowered schema accepts what the original accepts, and no document makes the lowering panic or hang.

use std::time::{Duration, Instant};

use jsonschema::Validator;
use openapi_lower::io::finding::Pointer;
use openapi_lower::io::read::parse;
use openapi_lower::lower::{lower, lower_lenient};
use openapi_lower::walk::children;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{Value, json};

/// The same cases on every run. Change the seed to search for more.
const SEED: RngSeed = RngSeed::Fixed(31);

const CASES: u32 = 6000;

/// Small values, so that instances often match schemas.
fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2..5i64).prop_map(Value::from),
        Just(json!(1.5)),
        "[ab]{0,3}".prop_map(Value::from),
    ]
}

fn instance() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[abt]{1,2}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn type_name() -> impl Strategy<Value = Value> {
    prop::sample::select(vec!["string", "number", "integer", "boolean", "array", "object", "null"])
        .prop_map(Value::from)
}

/// Generates a keyword that checks something, and its value.
fn keyword(schema: BoxedStrategy<Value>) -> BoxedStrategy<(&'static str, Value)> {
    let list = || proptest::collection::vec(schema.clone(), 1..4).prop_map(Value::from).boxed();
    let named = |names: &'static str| {
        proptest::collection::btree_map(names, schema.clone(), 1..3)
            .prop_map(|members| Value::Object(members.into_iter().collect()))
            .boxed()
    };
    let count = || (0..4u64).prop_map(Value::from).boxed();
    let number = || prop_oneof![(-2..5i64).prop_map(Value::from), Just(json!(0.5))].boxed();
    let names = || proptest::collection::vec("[abt]".prop_map(Value::from), 0..2).prop_map(Value::from).boxed();
    let values: Vec<(&'static str, BoxedStrategy<Value>)> = vec![
        ("type", type_name().boxed()),
        ("type", type_name().boxed()),
        ("type", Just(json!(["string", "null"])).boxed()),
        (
            "type",
            proptest::collection::btree_set("(string|number|integer|object|array|null)", 1..4)
                .prop_map(|names| names.into_iter().collect())
                .boxed(),
        ),
        ("enum", proptest::collection::vec(instance(), 1..4).prop_map(Value::from).boxed()),
        ("const", instance().boxed()),
        ("minimum", number()),
        ("maximum", number()),
        ("exclusiveMinimum", number()),
        ("exclusiveMaximum", number()),
        ("multipleOf", Just(json!(2)).boxed()),
        ("minLength", count()),
        ("maxLength", count()),
        ("pattern", Just(json!("^a")).boxed()),
        ("minItems", count()),
        ("maxItems", count()),
        ("uniqueItems", any::<bool>().prop_map(Value::from).boxed()),
        ("items", schema.clone()),
        ("prefixItems", list()),
        ("contains", schema.clone()),
        ("minContains", count()),
        ("maxContains", count()),
        ("unevaluatedItems", schema.clone()),
        ("properties", named("[abt]")),
        ("required", names()),
        ("minProperties", count()),
        ("maxProperties", count()),
        ("additionalProperties", schema.clone()),
        ("patternProperties", named("(\\^a|b\\$|\\.\\*)")),
        ("propertyNames", schema.clone()),
        ("dependentRequired", names().prop_map(|names| json!({ "a": names })).boxed()),
        ("dependentSchemas", named("[abt]")),
        ("unevaluatedProperties", schema.clone()),
        ("allOf", list()),
        ("anyOf", list()),
        ("oneOf", list()),
        ("anyOf", schema.clone().prop_map(|schema| json!([schema, {"type": "null"}])).boxed()),
        ("oneOf", schema.clone().prop_map(|schema| json!([schema, {"type": "null"}])).boxed()),
        ("not", schema.clone()),
        ("if", schema.clone()),
        ("then", schema.clone()),
        ("else", schema),
        (
            "$ref",
            prop_oneof![Just("#/components/schemas/R"), Just("#/components/schemas/S/$defs/D")]
                .prop_map(Value::from)
                .boxed(),
        ),
        ("$ref", Just(json!("#/components/schemas/R/properties/a")).boxed()),
        ("description", Just(json!("d")).boxed()),
    ];
    proptest::strategy::Union::new(
        values.into_iter().map(|(keyword, value)| value.prop_map(move |value| (keyword, value)).boxed()),
    )
    .boxed()
}

fn schema() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Value::from),
        6 => type_name().prop_map(|name| json!({ "type": name })),
        2 => scalar().prop_map(|value| json!({ "const": value })),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        proptest::collection::vec(keyword(inner.boxed()), 1..5).prop_map(|keywords| {
            Value::Object(keywords.into_iter().map(|(keyword, value)| (keyword.to_owned(), value)).collect())
        })
    })
    .boxed()
}

/// Returns a document with `schema` as `S`, `definition` inside it, and `other` below `R`.
fn document(schema: &Value, definition: &Value, other: &Value) -> Value {
    let mut schema = match schema {
        Value::Object(_) => schema.clone(),
        schema => json!({ "allOf": [schema] }),
    };
    schema["$defs"] = json!({ "D": definition });
    json!({
        "openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {},
        "components": {"schemas": {"S": schema, "R": {"type": "object", "properties": {"a": other}}}},
    })
}

/// Returns a validator for `S` in a document with JSON Schema 2020-12.
fn validator(document: &Value) -> Validator {
    let schema = json!({"$ref": "#/components/schemas/S", "components": document["components"]});
    jsonschema::options().with_draft(jsonschema::Draft::Draft202012).build(&schema).expect("a schema")
}

/// Converts a 3.0 schema to JSON Schema: `nullable` accepts null, whatever is beside it, and exclusive bounds are numbers.
fn to_json_schema(schema: &Value) -> Value {
    let Value::Object(members) = schema else { return schema.clone() };
    let mut converted = serde_json::Map::new();
    for (key, value) in members {
        let value = match (key.as_str(), value) {
            ("properties", Value::Object(members)) => {
                members.iter().map(|(name, schema)| (name.clone(), to_json_schema(schema))).collect()
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(list)) => list.iter().map(to_json_schema).collect(),
            ("items" | "not" | "additionalProperties", schema) => to_json_schema(schema),
            (_, value) => value.clone(),
        };
        converted.insert(key.clone(), value);
    }
    for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if converted.remove(flag) == Some(true.into()) {
            let value = converted.remove(bound).expect("a bound beside its flag");
            converted.insert(flag.to_owned(), value);
        }
    }
    match converted.remove("nullable") {
        Some(Value::Bool(true)) => json!({"anyOf": [{"type": "null"}, converted]}),
        _ => converted.into(),
    }
}

fn to_json_schemas(lowered: &Value) -> Value {
    let schemas = lowered["components"]["schemas"].as_object().expect("schemas");
    let schemas: serde_json::Map<_, _> =
        schemas.iter().map(|(name, schema)| (name.clone(), to_json_schema(schema))).collect();
    json!({"components": {"schemas": schemas}})
}

/// The keywords of schemas in OpenAPI 3.0.
const KEYWORDS: [&str; 29] = [
    "title",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "enum",
    "type",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "items",
    "properties",
    "additionalProperties",
    "description",
    "format",
    "default",
    "nullable",
    "$ref",
];

/// Returns why a schema is not valid in OpenAPI 3.0.
fn find_violation(schema: &Value) -> Option<String> {
    let Some(members) = schema.as_object() else { return Some(format!("{schema} is not an object")) };
    if members.contains_key("$ref") && members.len() > 1 {
        return Some(format!("siblings of a reference: {schema}"));
    }
    if members.get("type") == Some(&"array".into()) && !members.contains_key("items") {
        return Some(format!("an array without items: {schema}"));
    }
    members.iter().find_map(|(key, value)| match key.as_str() {
        key if !KEYWORDS.contains(&key) => Some(format!("`{key}` in {schema}")),
        "type" if !value.is_string() || value == "null" => Some(format!("the type {value}")),
        "enum" | "required" | "allOf" | "anyOf" | "oneOf" if value.as_array().is_none_or(Vec::is_empty) => {
            Some(format!("an empty `{key}`"))
        }
        "exclusiveMinimum" | "exclusiveMaximum" if !value.is_boolean() => Some(format!("{key}: {value}")),
        "properties" => value.as_object()?.values().find_map(find_violation),
        "allOf" | "anyOf" | "oneOf" => value.as_array()?.iter().find_map(find_violation),
        "items" | "not" => find_violation(value),
        "additionalProperties" if !value.is_boolean() => find_violation(value),
        _ => None,
    })
}

#[test]
fn lowered_schema_accepts_what_the_original_accepts() {
    let mut runner =
        TestRunner::new(Config { cases: CASES, max_shrink_iters: 2000, rng_seed: SEED, ..Config::default() });
    let instances = proptest::collection::vec(instance(), 24);
    let accepted = std::cell::Cell::new(0_usize);
    let exact = std::cell::Cell::new(0_usize);
    let result = runner.run(&(schema(), schema(), schema(), instances), |(schema, definition, other, instances)| {
        let original = document(&schema, &definition, &other);
        // Cyclic references are rejected, and validators do not support them.
        let Ok(lowered) = lower_lenient("d.yaml", original.clone()) else {
            return Err(TestCaseError::reject("rejected"));
        };
        prop_assert!(lowered.repairs.is_empty(), "{:?}", lowered.repairs);
        prop_assert_eq!(lower("d.yaml", lowered.document.clone()), Ok(lowered.document.clone()), "lowered twice");
        for schema in lowered.document["components"]["schemas"].as_object().expect("schemas").values() {
            prop_assert_eq!(find_violation(schema), None);
        }
        if endless(&original) {
            return Err(TestCaseError::reject("endless"));
        }
        let (before, after) = (validator(&original), validator(&to_json_schemas(&lowered.document)));
        for instance in &instances {
            if before.is_valid(instance) {
                accepted.set(accepted.get() + 1);
                prop_assert!(
                    after.is_valid(instance),
                    "{} is accepted by\n{}\nand rejected by\n{}",
                    instance,
                    original["components"],
                    lowered.document["components"]
                );
            } else if !after.is_valid(instance) {
                exact.set(exact.get() + 1);
            }
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    let (accepted, exact) = (accepted.get(), exact.get());
    // Most rejections must remain: a lowering to `{}` would pass otherwise.
    assert!(accepted > 20_000 && exact > 20_000, "{accepted} accepted, {exact} rejected by both");
}

/// Returns whether a schema applies itself to the same value again, which never ends.
fn endless(document: &Value) -> bool {
    fn visit(document: &Value, schema: &Value, open: &mut Vec<String>) -> bool {
        let Value::Object(members) = schema else { return false };
        members.iter().any(|(key, value)| match (key.as_str(), value) {
            ("$ref", Value::String(target)) => {
                if open.contains(target) {
                    return true;
                }
                let Some(schema) = document.pointer(target.trim_start_matches('#')) else { return false };
                open.push(target.clone());
                let found = visit(document, schema, open);
                open.pop();
                found
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(list)) => {
                list.iter().any(|schema| visit(document, schema, open))
            }
            ("not" | "if" | "then" | "else", schema) => visit(document, schema, open),
            ("dependentSchemas", Value::Object(members)) => {
                members.values().any(|schema| visit(document, schema, open))
            }
            _ => false,
        })
    }
    let schemas = &document["components"]["schemas"];
    [&schemas["S"], &schemas["R"], &schemas["S"]["$defs"]["D"], &schemas["R"]["properties"]["a"]]
        .into_iter()
        .any(|schema| visit(document, schema, &mut Vec::new()))
}

fn collect_pointers(value: &Value, at: &Pointer, all: &mut Vec<Pointer>) {
    all.push(at.clone());
    children(value).for_each(|(key, value)| collect_pointers(value, &at.join(key), all));
}

#[test]
fn arbitrary_document_does_not_panic_or_hang() {
    let document = parse("library.yaml", include_str!("library.yaml")).expect("YAML").value;
    let mut all = Vec::new();
    collect_pointers(&document, &Pointer::root(), &mut all);
    let references: Vec<Value> = all.iter().step_by(7).map(|pointer| json!({ "$ref": pointer.to_string() })).collect();
    let replacement = prop_oneof![instance(), schema(), prop::sample::select(references)];
    let pointers = prop::sample::select(all);
    let mut runner = TestRunner::new(Config { cases: 300, max_shrink_iters: 50, ..Config::default() });
    let result = runner.run(&proptest::collection::vec((pointers, replacement), 1..6), |changes| {
        let mut document = document.clone();
        for (pointer, value) in changes {
            if let Some(target) = document.pointer_mut(pointer.as_str()).filter(|_| pointer != Pointer::root()) {
                *target = value;
            }
        }
        let start = Instant::now();
        match lower_lenient("d.yaml", document) {
            Ok(once) => {
                let twice = lower_lenient("d.yaml", once.document.clone()).expect("lowered");
                prop_assert!(
                    twice.document == once.document && twice.repairs.is_empty() && twice.relaxations.is_empty()
                );
            }
            Err(findings) => {
                prop_assert!(!findings.0.is_empty());
                prop_assert!(
                    findings.0.iter().all(|finding| !finding.problem.is_empty() && !finding.remedy.is_empty())
                );
            }
        }
        prop_assert!(start.elapsed() < Duration::from_secs(10));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn deep_document_is_rejected() {
    let mut schema = json!({});
    for _ in 0..150 {
        schema = json!({ "items": schema });
    }
    let deep =
        json!({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "components": {"schemas": {"S": schema}}});
    assert!(lower_lenient("d.yaml", deep.clone()).is_ok());
    let mut deeper = deep;
    for _ in 0..100 {
        let schema = deeper["components"]["schemas"]["S"].take();
        deeper["components"]["schemas"]["S"] = json!({ "not": schema });
    }
    let findings = lower_lenient("d.yaml", deeper).expect_err("too deep");
    assert!(findings.0[0].problem.contains("levels deep"), "{findings}");

    // Data is checked, too.
    let mut data = json!([]);
    for _ in 0..300 {
        data = json!([data]);
    }
    let deep = json!({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "x-data": data});
    let findings = lower_lenient("d.yaml", deep).expect_err("too deep");
    assert!(findings.0[0].problem.contains("levels deep"), "{findings}");
}

#[test]
fn exponential_chain_of_path_items_is_rejected() {
    let mut items = serde_json::Map::new();
    for level in 0..40 {
        let next = json!({"$ref": format!("#/components/pathItems/P{}", level + 1)});
        items.insert(format!("P{level}"), json!({"post": {"callbacks": {"a": {"x": next}, "b": {"x": next}}}}));
    }
    items.insert("P40".to_owned(), json!({}));
    let document = json!({
        "openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "components": {"pathItems": items},
        "paths": {"/a": {"$ref": "#/components/pathItems/P0"}},
    });
    let start = Instant::now();
    assert!(lower_lenient("d.yaml", document).is_err());
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn exponential_yaml_aliases_are_rejected() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", before.trim_end_matches(", ")));
    }
    let start = Instant::now();
    assert!(parse("bomb.yaml", &bomb).is_err());
    assert!(parse("deep.json", &"[".repeat(100_000)).is_err());
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
