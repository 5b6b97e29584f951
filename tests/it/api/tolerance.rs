//! Responses with added and missing members are read. The test walks the document, so that it covers every type, also after
//! an update.

use fastrand::Rng;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use sezzle_tests::document::{document, properties, resolve};
use sezzle_tests::generated::{TYPES, round_trip};

/// A value as the gateway may send it, and as the crate serializes it.
type Made = (Value, Value);

fn same(value: impl Into<Value>) -> Made {
    let value = value.into();
    (value.clone(), value)
}

fn make(document: &Value, schema: &Value, random: &mut Rng) -> Made {
    let schema = resolve(document, schema);
    if let Some(values) = schema["enum"].as_array() {
        if random.u8(..3) == 0 {
            return same("a_value_of_tomorrow");
        }
        let known = random.choice(values).unwrap();
        // An alias is read as the value itself, the only thing that is not serialized as received.
        let written = schema["x-enum-aliases"].get(known.as_str().unwrap_or_default()).unwrap_or(known).clone();
        return (known.clone(), written);
    }
    let (members, required) = properties(document, schema);
    if !members.is_empty() {
        return make_object(document, &members, &required, random);
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
    match (kind.unwrap_or_default(), schema["format"].as_str()) {
        ("string", Some("date-time")) => make_time(random),
        ("string", Some("text-or-number")) if random.bool() => {
            let number = random.u32(..100_000);
            (number.into(), number.to_string().into())
        }
        ("string", _) => same(random.choice(["", "text", "é 😀 \u{0} \" \\", "null", "7", " padded "]).unwrap()),
        ("integer", Some("int32")) => same(random.i32(0..)),
        ("integer", _) => same(random.i64(..)),
        ("boolean", _) => same(random.bool()),
        ("number", Some("decimal")) => {
            let digits = random.choice(["7", "-7.05", "999999.1234"]).unwrap();
            let number: Value = serde_json::from_str(digits).unwrap();
            if random.bool() { (digits.into(), number) } else { same(number) }
        }
        ("array", _) => {
            let made = (0..random.u8(..3)).map(|_| make(document, &schema["items"], random));
            let (sent, written): (Vec<_>, Vec<_>) = made.unzip();
            (sent.into(), written.into())
        }
        ("object", _) => {
            let (mut sent, mut written) = (Map::new(), Map::new());
            for key in 0..random.u8(..3) {
                let made = make(document, &schema["additionalProperties"], random);
                sent.insert(format!("key {key}"), made.0);
                written.insert(format!("key {key}"), made.1);
            }
            (sent.into(), written.into())
        }
        other => panic!("{other:?} is new here: {schema}"),
    }
}

fn make_object(document: &Value, members: &Map<String, Value>, required: &[String], random: &mut Rng) -> Made {
    let (mut sent, mut written) = (Map::new(), Map::new());
    for (name, schema) in members {
        let optional = !required.contains(name);
        match random.u8(..8) {
            0 if optional => continue,
            1 if optional => {
                sent.insert(name.clone(), Value::Null);
                continue;
            }
            _ => {}
        }
        let made = make(document, schema, random);
        sent.insert(name.clone(), made.0);
        // An optional list or map that is empty is serialized as absent.
        let is_map = resolve(document, schema).get("additionalProperties").is_some();
        let empty = made.1 == json!([]) || is_map && made.1 == json!({});
        if !(optional && empty) {
            written.insert(name.clone(), made.1);
        }
    }
    if random.u8(..3) == 0 {
        sent.insert("field_of_tomorrow".to_owned(), json!({"deep": [1, null, {}, "x"]}));
    }
    (sent.into(), written.into())
}

fn make_time(random: &mut Rng) -> Made {
    let (seconds, fraction) = (random.u32(..60), *random.choice(&["", ".5", ".123", ".000001", ".123456789"]).unwrap());
    let written = format!("2026-03-01T12:00:{seconds:02}{}Z", fraction.replace(".5", ".500"));
    let sent: Value = match random.u8(..6) {
        0 => format!("2026-03-01T12:00:{seconds:02}{fraction}+00:00").into(),
        1 => format!("2026-03-01T12:00:{seconds:02}{fraction}").into(),
        2 => format!("2026-03-01 12:00:{seconds:02}{fraction} +0000 UTC").into(),
        3 if fraction.is_empty() => (1_772_366_400 + i64::from(seconds)).into(),
        4 if fraction.is_empty() => ((1_772_366_400 + i64::from(seconds)) * 1000).into(),
        _ => written.clone().into(),
    };
    (sent, written.into())
}

/// Returns the schema of a type.
fn schema_of<'a>(document: &'a Value, rust_name: &str) -> Option<&'a Value> {
    let schemas = document["components"]["schemas"].as_object().unwrap();
    schemas
        .iter()
        .find(|(name, schema)| schema["x-rust-name"].as_str().unwrap_or(name) == rust_name)
        .map(|(_, schema)| schema)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_responses_are_read_and_known_fields_kept(seed in any::<u64>()) {
        let document = document();
        let mut tried = 0;
        for name in TYPES {
            let Some(schema) = schema_of(&document, name) else { continue };
            let (sent, written) = make(&document, schema, &mut Rng::with_seed(seed ^ tried));
            prop_assert_eq!(round_trip(name, &sent).map_err(|error| error.to_string()), Ok(written), "{} {}", name, sent);
            tried += 1;
        }
        prop_assert!(tried > 0);
    }
}
