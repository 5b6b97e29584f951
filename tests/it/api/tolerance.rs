//! Responses with added and missing members are read. The tests walk the document, so that they cover every type, also
//! after an update.

use chrono::{DateTime, SecondsFormat, Utc};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};
use sezzle_api::Decimal;
use sezzle_tests::document::{document, properties, resolve};
use sezzle_tests::generated::{TYPES, round_trip};

const NEW_VALUE: &str = "a_value_of_tomorrow";

/// A pseudorandom sequence that decides how a value is made.
struct Choices(u64);

impl Choices {
    /// Returns the next number, below `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit
    }
}

/// A value as the gateway may send it, and as the crate must serialize it; `None` if it is left out.
struct Made {
    sent: Value,
    written: Option<Value>,
}

impl Made {
    fn same(value: impl Into<Value>) -> Self {
        let value = value.into();
        Self { sent: value.clone(), written: Some(value) }
    }

    fn as_read(sent: impl Into<Value>, written: impl Into<Value>) -> Self {
        Self { sent: sent.into(), written: Some(written.into()) }
    }
}

fn make(document: &Value, schema: &Value, choices: &mut Choices) -> Made {
    let schema = resolve(document, schema);
    if let Some(values) = schema["enum"].as_array() {
        if choices.below(3) == 0 {
            return Made::same(NEW_VALUE);
        }
        let known = values[choices.below(values.len() as u64) as usize].clone();
        // An alias is read as the value itself, the only thing that is not serialized as received.
        let written = schema["x-enum-aliases"].get(known.as_str().unwrap_or_default()).unwrap_or(&known).clone();
        return Made::as_read(known, written);
    }
    let (members, required) = properties(document, schema);
    if !members.is_empty() {
        return make_object(document, &members, &required, choices);
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
    match (kind.unwrap_or_default(), schema["format"].as_str()) {
        ("string", Some("date-time")) => make_time(choices),
        ("string", Some("text-or-number")) if choices.below(2) == 0 => {
            let number = choices.below(100_000);
            Made::as_read(number, number.to_string())
        }
        ("string", _) => {
            let texts = ["", "text", "é 😀 \u{0} \" \\", "null", "7", " padded "];
            Made::same(texts[choices.below(texts.len() as u64) as usize])
        }
        ("integer", Some("int32")) => Made::same(choices.below(1 << 31) as i32),
        ("integer", _) => Made::same(choices.below(1 << 60) as i64 - (1 << 59)),
        ("boolean", _) => Made::same(choices.below(2) == 0),
        ("number", Some("decimal")) => make_decimal(choices),
        ("array", _) => {
            let made: Vec<_> = (0..choices.below(3)).map(|_| make(document, &schema["items"], choices)).collect();
            let written: Vec<_> = made.iter().filter_map(|made| made.written.clone()).collect();
            Made::as_read(made.into_iter().map(|made| made.sent).collect::<Vec<_>>(), written)
        }
        ("object", _) => {
            let made: Vec<_> = (0..choices.below(3))
                .map(|index| (format!("key {index}"), make(document, &schema["additionalProperties"], choices)))
                .collect();
            let sent: Map<_, _> = made.iter().map(|(key, made)| (key.clone(), made.sent.clone())).collect();
            let written: Map<_, _> = made.into_iter().filter_map(|(key, made)| Some((key, made.written?))).collect();
            Made::as_read(sent, written)
        }
        other => panic!("{other:?} is new here: {schema}"),
    }
}

fn make_object(document: &Value, members: &Map<String, Value>, required: &[String], choices: &mut Choices) -> Made {
    let (mut sent, mut written) = (Map::new(), Map::new());
    for (name, schema) in members {
        let optional = !required.contains(name);
        match choices.below(8) {
            0 if optional => continue,
            1 if optional => {
                sent.insert(name.clone(), Value::Null);
                continue;
            }
            _ => {}
        }
        let made = make(document, schema, choices);
        sent.insert(name.clone(), made.sent);
        // An optional list or map that is empty is serialized as absent.
        let is_map = resolve(document, schema).get("additionalProperties").is_some();
        let empty = made.written == Some(json!([])) || is_map && made.written == Some(json!({}));
        if let Some(value) = made.written.filter(|_| !(optional && empty)) {
            written.insert(name.clone(), value);
        }
    }
    if choices.below(3) == 0 {
        sent.insert("field_of_tomorrow".to_owned(), json!({"deep": [1, null, {}, "x"]}));
    }
    Made::as_read(sent, written)
}

fn make_time(choices: &mut Choices) -> Made {
    let seconds = choices.below(4_000_000_000) as i64;
    let digits = choices.below(10) as u32;
    let nanoseconds = (choices.below(1_000_000_000) as u32) / 10u32.pow(9 - digits) * 10u32.pow(9 - digits);
    let time = DateTime::<Utc>::from_timestamp(seconds, nanoseconds).unwrap();
    let whole = time.format("%Y-%m-%dT%H:%M:%S").to_string();
    let fraction = if digits == 0 {
        String::new()
    } else {
        format!(".{:0width$}", nanoseconds / 10u32.pow(9 - digits), width = digits as usize)
    };
    let written = time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    let sent: Value = match choices.below(6) {
        0 => format!("{whole}{fraction}+00:00").into(),
        1 => format!("{whole}{fraction}").into(),
        2 => format!("{}{fraction} +0000 UTC", whole.replace('T', " ")).into(),
        3 if digits == 0 => seconds.into(),
        4 if digits <= 3 && seconds > 100_000_000 => time.timestamp_millis().into(),
        _ => format!("{whole}{fraction}Z").into(),
    };
    Made::as_read(sent, written)
}

fn make_decimal(choices: &mut Choices) -> Made {
    let (whole, cents) = (choices.below(1_000_000), choices.below(10_000));
    let number = match choices.below(3) {
        0 => Number::from(whole),
        1 => serde_json::from_str(&format!("{whole}.{cents:04}")).unwrap(),
        _ => serde_json::from_str(&format!("-{whole}.{:02}", cents % 100)).unwrap(),
    };
    let text = number.to_string();
    if choices.below(3) == 0 { Made::as_read(text, number) } else { Made::same(number) }
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
            let made = make(&document, schema, &mut Choices(seed ^ tried));
            match round_trip(name, &made.sent) {
                Ok(read) => prop_assert_eq!(Some(&read), made.written.as_ref(), "{} {}", name, made.sent),
                Err(error) => prop_assert!(false, "{}: {}: {}", name, error, made.sent),
            }
            tried += 1;
        }
        prop_assert!(tried > 0);
    }
}

/// Covers what random values might miss: every property present, every enum with an unknown value, extra members in
/// every object, and each optional member set to null in turn.
#[test]
fn unknown_values_extra_fields_and_nulls_are_read_in_every_position() {
    let document = document();
    let (mut enums, mut places) = (0, 0);
    for name in TYPES {
        let Some(schema) = schema_of(&document, name) else { continue };
        let value = instance(&document, schema);
        enums += value.to_string().matches(NEW_VALUE).count();
        assert_eq!(round_trip(name, &with_extra_fields(&value)).unwrap(), value, "{name}");

        let mut optional = Vec::new();
        optional_places(&document, schema, &value, "", &mut |at| optional.push(at));
        places += optional.len();
        let mut all_null = value.clone();
        for at in &optional {
            let mut one_null = value.clone();
            *one_null.pointer_mut(at).unwrap() = Value::Null;
            let read = round_trip(name, &one_null).unwrap_or_else(|error| panic!("{name} {at}: {error}"));
            let mut expected = value.clone();
            let (parent, member) = at.rsplit_once('/').unwrap();
            expected.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(member);
            assert_eq!(read, expected, "{name} {at}");
            // An outer null may have removed the place already.
            if let Some(place) = all_null.pointer_mut(at) {
                *place = Value::Null;
            }
        }
        round_trip(name, &all_null).unwrap_or_else(|error| panic!("{name} with null everywhere: {error}"));
    }
    assert!(enums > 0 && places > 0);
}

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
        ("number", _) => json!(7.25),
        ("boolean", _) => json!(true),
        ("array", _) => json!([instance(document, &schema["items"])]),
        ("object", _) => json!({"key": instance(document, &schema["additionalProperties"])}),
        other => panic!("{other:?} is new here: {schema}"),
    }
}

/// Adds an undocumented member to every object except maps.
fn with_extra_fields(value: &Value) -> Value {
    match value {
        Value::Object(members) if !members.contains_key("key") => {
            let mut members: Map<_, _> =
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

#[test]
fn decimal_amounts_are_exact() {
    for (digits, exact) in [
        ("93.7", "93.7"),
        ("\"93.70\"", "93.70"),
        ("0.1", "0.1"),
        ("12345678901234567.89", "12345678901234567.89"),
        ("1e2", "100"),
        ("-.5", ""),
    ] {
        let read =
            serde_json::from_str::<sezzle_api::types::InterestBalance>(&format!("{{\"interest_balance\": {digits}}}"));
        match read {
            Ok(balance) => {
                assert_eq!(balance.interest_balance, Some(exact.parse::<Decimal>().unwrap()));
                let expected = format!("{{\"interest_balance\":{exact}}}");
                assert_eq!(serde_json::to_string(&balance).unwrap(), expected);
            }
            Err(error) => assert!(exact.is_empty(), "{digits}: {error}"),
        }
    }
    for wrong in ["true", "\"a\"", "{}", "[1]", "\"NaN\""] {
        let read =
            serde_json::from_str::<sezzle_api::types::InterestBalance>(&format!("{{\"interest_balance\": {wrong}}}"));
        assert!(read.is_err(), "{wrong}");
    }
}
