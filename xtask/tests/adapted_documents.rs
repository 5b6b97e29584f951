//! progenitor accepts every adapted document: those of the pairs of `openapi-lower`, and any combination of operations,
//! responses, bodies and parameters. No two of the generated types or methods have the same name.

use std::collections::BTreeSet;
use std::path::Path;

use openapi_lower::adapt::adapt;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};
use xtask::codegen::emit::{self, Part, Process};

#[path = "../openapi-lower/tests/adapt/cases.rs"]
mod cases;

fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop::sample::select(vec![
        json!({}),
        json!({"type": "string"}),
        json!({"type": "string", "maxLength": 3, "default": "long enough"}),
        json!({"type": "string", "format": "date-time", "default": "now"}),
        json!({"type": "string", "enum": ["a", "A", "a-", "b"], "title": "Kind"}),
        json!({"type": "string", "enum": ["x", "y", "x"], "default": "z", "title": "Kind"}),
        json!({"type": "integer", "minimum": 1, "default": 0}),
        json!({"type": "number", "default": 0.5}),
        json!({"type": "boolean", "nullable": true, "default": true}),
        json!({"type": "object", "additionalProperties": {"type": "string"}}),
        json!({"$ref": "#/components/schemas/Thing"}),
        json!({"$ref": "#/components/schemas/thing"}),
        json!({"allOf": [{"$ref": "#/components/schemas/ThingKind"}], "default": "one"}),
        json!({"not": {"type": "string"}}),
    ]);
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|item| json!({"type": "array", "items": item})),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| json!({
                "type": "object", "required": ["kind"], "properties": {"kind": a, "other": b},
            })),
            (inner.clone(), inner).prop_map(|(a, b)| json!({"oneOf": [a, b]})),
        ]
    })
}

fn content() -> impl Strategy<Value = Value> {
    const MEDIA_TYPES: [&str; 9] = [
        "application/json",
        "application/json; charset=utf-8",
        "application/problem+json",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "multipart/form-data",
        "text/plain",
        "text/csv",
        "*/*",
    ];
    let media = prop::option::weighted(0.9, schema())
        .prop_map(|schema| schema.map_or(json!({}), |schema| json!({ "schema": schema })));
    prop::collection::vec((prop::sample::select(MEDIA_TYPES.to_vec()), media), 0..3)
        .prop_map(|media| media.into_iter().map(|(name, media)| (name.to_owned(), media)).collect::<Map<_, _>>().into())
}

fn responses() -> impl Strategy<Value = Value> {
    let statuses = vec!["200", "201", "202", "204", "2XX", "302", "400", "404", "4XX", "500", "default"];
    prop::collection::vec((prop::sample::select(statuses), content()), 1..5).prop_map(|responses| {
        let responses = responses
            .into_iter()
            .map(|(status, content)| (status.to_owned(), json!({"description": "d", "content": content})));
        responses.collect::<Map<_, _>>().into()
    })
}

fn parameters() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec!["id", "userId", "user-id", "user_id", "filter", "body", "client", "Accept"]);
    let place = prop::sample::select(vec!["path", "query", "header", "cookie"]);
    let style = prop::sample::select(vec!["", "form", "deepObject", "pipeDelimited", "label", "matrix", "simple"]);
    let one = (name, place, style, schema(), any::<bool>(), any::<bool>());
    prop::collection::vec(one, 0..4).prop_map(|parameters| {
        let mut seen = BTreeSet::new();
        let parameters = parameters.into_iter().filter(|(name, place, ..)| seen.insert((*name, *place)));
        let parameters = parameters.filter_map(|(name, place, style, schema, required, explode)| {
            let fits = match place {
                "path" => matches!(style, "" | "label" | "matrix" | "simple"),
                "query" => matches!(style, "" | "form" | "deepObject" | "pipeDelimited"),
                _ => matches!(style, "" | "simple"),
            };
            let mut one =
                json!({"name": name, "in": place, "required": required, "explode": explode, "schema": schema});
            if !style.is_empty() {
                one["style"] = style.into();
            }
            fits.then_some(one)
        });
        parameters.collect::<Vec<_>>().into()
    })
}

fn operation() -> impl Strategy<Value = Value> {
    (parameters(), prop::option::of(content()), responses()).prop_map(|(parameters, body, responses)| {
        let mut operation = json!({"parameters": parameters, "responses": responses});
        if let Some(content) = body {
            operation["requestBody"] = json!({ "content": content });
        }
        operation
    })
}

fn document() -> impl Strategy<Value = Value> {
    let paths = prop::sample::select(vec!["/users", "/users/{id}", "/users/{user_id}/{userId}"]);
    (paths, operation(), operation(), schema(), schema()).prop_map(|(path, get, post, one, other)| {
        json!({
            "openapi": "3.0.3",
            "info": {"title": "t", "version": "1"},
            "paths": { path: {"get": get, "post": post} },
            "components": {"schemas": {
                "Thing": {"type": "object", "properties": {"kind": one}},
                "thing": {"type": "object", "properties": {"other": other}},
                "ThingKind": {"type": "string", "enum": ["one", "two"]},
            }},
        })
    })
}

fn is_client(item: &syn::ItemImpl) -> bool {
    item.trait_.is_none() && matches!(&*item.self_ty, syn::Type::Path(path) if path.path.is_ident("Client"))
}

/// Returns the names of all types and of the client's methods.
fn names(file: &syn::File) -> Vec<String> {
    let types = file.items.iter().find_map(|item| match item {
        syn::Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
        _ => None,
    });
    let types = types.into_iter().flat_map(|(_, items)| items).filter_map(|item| match item {
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        syn::Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    });
    let client = file.items.iter().filter_map(|item| match item {
        syn::Item::Impl(item) if is_client(item) => Some(&item.items),
        _ => None,
    });
    let methods = client.flatten().filter_map(|item| match item {
        syn::ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
        _ => None,
    });
    types.chain(methods).collect()
}

/// The same cases on every run. Change the seed to search for more.
const SEED: RngSeed = RngSeed::Fixed(31);

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: SEED, ..ProptestConfig::default() })]

    #[test]
    fn combined_documents_are_accepted(document in document()) {
        let adapted = adapt("d", document);
        let file = match emit::emit("d", &adapted.document, Part::Client, &Process::Current) {
            Ok(file) => file,
            Err(findings) => return Err(TestCaseError::fail(findings.to_string())),
        };
        let names = names(&file);
        let different: BTreeSet<&String> = names.iter().collect();
        prop_assert_eq!(different.len(), names.len(), "{:?}", names);
        prop_assert_eq!(&adapt("d", adapted.document.clone()).document, &adapted.document);
    }
}

#[test]
fn documents_of_the_pairs_are_accepted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi-lower/tests/adapt");
    for kind in cases::KINDS {
        for case in cases::cases(&folder, kind) {
            assert_eq!(adapt("d", case.before(kind)).document, case.after(kind), "{}", case.rule);
            emit::emit("d", &case.after(kind), Part::Client, &Process::Current)
                .unwrap_or_else(|findings| panic!("{}\n{findings}", case.rule));
        }
    }
}
