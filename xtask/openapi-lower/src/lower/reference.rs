//! `$ref`: where it leads (RFC 3986, RFC 6901, `$id`, `$anchor`), and the names of schemas hoisted to the components.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};
use url::Url;

use super::Lowering;
use crate::finding::Pointer;

/// How many references may follow each other: more than any honest document has.
const LONGEST_CHAIN: usize = 64;

/// How many objects that are not schemas may be put in where they are referred to.
const MOST_INLINED: usize = 10_000;

/// The resources and anchors of a document.
pub(super) struct Index {
    root: Url,
    /// The place of every schema with an `$id`, by its absolute URI.
    resources: BTreeMap<String, String>,
    /// The absolute URI in force at a place with an `$id`.
    bases: BTreeMap<String, Url>,
    /// Places of `$anchor` and `$dynamicAnchor` by URI and name.
    anchors: BTreeMap<(String, String), String>,
    /// How often each `$dynamicAnchor` is declared.
    dynamic: BTreeMap<String, Vec<String>>,
}

impl Index {
    pub(super) fn new(name: &str, document: &Value) -> Option<Self> {
        let file = name.rsplit('/').next().unwrap_or(name);
        // No document is there: the URI only serves to resolve relative ones.
        let root = Url::parse("https://document.invalid/").ok()?.join(file).ok()?;
        let mut index = Self {
            root: root.clone(),
            resources: BTreeMap::new(),
            bases: BTreeMap::new(),
            anchors: BTreeMap::new(),
            dynamic: BTreeMap::new(),
        };
        index.collect(&Pointer::root(), document, &root);
        Some(index)
    }

    fn collect(&mut self, at: &Pointer, value: &Value, base: &Url) {
        match value {
            Value::Object(members) => {
                let mut base = base.clone();
                if let Some(id) = members.get("$id").and_then(Value::as_str)
                    && let Ok(mut url) = base.join(id)
                {
                    url.set_fragment(None);
                    self.resources.insert(url.to_string(), at.as_str().to_owned());
                    self.bases.insert(at.as_str().to_owned(), url.clone());
                    base = url;
                }
                for keyword in ["$anchor", "$dynamicAnchor"] {
                    if let Some(name) = members.get(keyword).and_then(Value::as_str) {
                        self.anchors.insert((base.to_string(), name.to_owned()), at.as_str().to_owned());
                        if keyword == "$dynamicAnchor" {
                            self.dynamic.entry(name.to_owned()).or_default().push(at.as_str().to_owned());
                        }
                    }
                }
                for (key, value) in members {
                    // What stands there is data, whatever it looks like.
                    let data = matches!(key.as_str(), "example" | "examples" | "default" | "enum" | "const");
                    if !data && !key.starts_with("x-") {
                        self.collect(&at.join(key), value, &base);
                    }
                }
            }
            Value::Array(elements) => {
                for (index, value) in elements.iter().enumerate() {
                    self.collect(&at.join(index), value, base);
                }
            }
            _ => {}
        }
    }

    fn base_of(&self, at: &str) -> &Url {
        let mut place = at;
        loop {
            if let Some(base) = self.bases.get(place) {
                return base;
            }
            match place.rsplit_once('/') {
                Some((parent, _)) => place = parent,
                None => return &self.root,
            }
        }
    }

    /// The place that `reference`, standing at `at`, leads to; or what is wrong with it, and the remedy.
    pub(super) fn resolve(&self, document: &Value, at: &str, reference: &str) -> Result<String, (String, String)> {
        let correct = || "correct the reference".to_owned();
        let Ok(mut url) = self.base_of(at).join(reference) else {
            return Err((format!("`{reference}` is not a URI reference"), correct()));
        };
        // Kept apart from `url`, which would encode it.
        let fragment = reference.split_once('#').map_or("", |(_, fragment)| fragment);
        url.set_fragment(None);
        let resource = match self.resources.get(url.as_str()) {
            Some(place) => place.clone(),
            None if url == self.root => String::new(),
            None => {
                let file = reference.split('#').next().unwrap_or_default();
                return Err((
                    format!("`{reference}` is in another file, `{file}`"),
                    "bundle the document into one file before lowering it".to_owned(),
                ));
            }
        };
        let decoded = percent_decode_str(fragment).decode_utf8_lossy().into_owned();
        if !decoded.is_empty() && !decoded.starts_with('/') {
            let place = self.anchors.get(&(url.to_string(), decoded.clone()));
            return place.cloned().ok_or_else(|| (format!("there is no `$anchor: {decoded}`"), correct()));
        }
        [decoded.as_str(), fragment]
            .into_iter()
            .find_map(|fragment| self.walk(document, format!("{resource}{fragment}"), LONGEST_CHAIN))
            .ok_or_else(|| {
                (format!("`{reference}` does not exist"), "correct the reference, or add what it means".to_owned())
            })
    }

    /// `place`, if it exists; if the way leads through a reference, the place behind that.
    fn walk(&self, document: &Value, place: String, steps: usize) -> Option<String> {
        if document.pointer(&place).is_some() {
            return Some(place);
        }
        let steps = steps.checked_sub(1)?;
        let mut end = place.len();
        while let Some(slash) = place[..end].rfind('/') {
            let above = &place[..slash];
            if let Some(value) = document.pointer(above) {
                let reference = value.get("$ref")?.as_str()?;
                let target = self.resolve_once(document, above, reference, steps)?;
                return self.walk(document, format!("{target}{}", &place[slash..]), steps);
            }
            end = slash;
        }
        None
    }

    fn resolve_once(&self, document: &Value, at: &str, reference: &str, steps: usize) -> Option<String> {
        let fragment = reference.strip_prefix('#').filter(|fragment| fragment.starts_with('/'))?;
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let resource = self.resources.get(self.base_of(at).as_str()).cloned().unwrap_or_default();
        self.walk(document, format!("{resource}{fragment}"), steps)
    }

    /// The places with this `$dynamicAnchor`.
    pub(super) fn dynamic_anchors(&self, name: &str) -> &[String] {
        self.dynamic.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The names of components: sanitized where 3.0 does not allow them, invented where schemas are hoisted.
#[derive(Default)]
pub(super) struct Names {
    /// Names in the result by kind and original name, where they differ.
    renamed: BTreeMap<(String, String), String>,
    /// All names of schemas in the result.
    schemas: BTreeSet<String>,
    /// The names of hoisted schemas by their place.
    pub(super) hoisted: BTreeMap<String, String>,
    /// The names of payloads by their event.
    payloads: BTreeMap<String, String>,
}

impl Names {
    pub(super) fn new(document: &Value) -> Self {
        let mut names = Self::default();
        for (kind, members) in document["components"].as_object().into_iter().flatten() {
            let keys: Vec<&String> = members.as_object().into_iter().flatten().map(|(key, _)| key).collect();
            let mut taken: BTreeSet<String> = keys.iter().map(|key| (*key).clone()).collect();
            for key in keys {
                let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
                if key.is_empty() || !key.chars().all(allowed) {
                    let name: String = key.chars().map(|c| if allowed(c) { c } else { '_' }).collect();
                    let name = unique(name.trim_matches('_'), &taken);
                    taken.insert(name.clone());
                    names.renamed.insert((kind.clone(), key.clone()), name);
                }
            }
            if kind == "schemas" {
                names.schemas = taken;
            }
        }
        names
    }

    pub(super) fn of_component(&self, kind: &str, name: &str) -> String {
        self.renamed.get(&(kind.to_owned(), name.to_owned())).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// A name for the schema at `place` that no other has.
    pub(super) fn hoist(&mut self, place: &str) -> String {
        let name = self.free(&readable(place, false), &readable(place, true));
        self.hoisted.insert(place.to_owned(), name.clone());
        name
    }

    /// A name for the payload of `event`.
    pub(super) fn payload(&mut self, event: &str) -> String {
        if let Some(name) = self.payloads.get(event) {
            return name.clone();
        }
        let short = format!("{}Event", ascii_camel(event));
        let name = self.free(&short, &format!("{short}Payload"));
        self.payloads.insert(event.to_owned(), name.clone());
        name
    }

    /// `short` if it is free, or else `long`, or else that with a number.
    fn free(&mut self, short: &str, long: &str) -> String {
        let name = if self.schemas.contains(short) { unique(long, &self.schemas) } else { short.to_owned() };
        self.schemas.insert(name.clone());
        name
    }
}

fn unique(name: &str, taken: &BTreeSet<String>) -> String {
    let name = if name.is_empty() { "Unnamed" } else { name };
    let mut candidate = name.to_owned();
    let mut number = 2;
    while taken.contains(&candidate) {
        candidate = format!("{name}{number}");
        number += 1;
    }
    candidate
}

/// `Foo` or `OwnerFoo` for a definition, `PathsPetsGetResponse200` for a schema in a path.
fn readable(place: &str, with_owner: bool) -> String {
    let segments: Vec<String> =
        place.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect();
    if !with_owner
        && let [.., keyword, name] = segments.as_slice()
        && matches!(keyword.as_str(), "$defs" | "definitions")
    {
        return ascii_camel(name);
    }
    let structural = ["components", "schemas", "paths", "schema", "content", "properties", "$defs", "definitions"];
    segments
        .iter()
        .filter(|segment| !structural.contains(&segment.as_str()))
        .map(|segment| match segment.as_str() {
            "application/json" => String::new(),
            "items" => "Item".to_owned(),
            "responses" => "Response".to_owned(),
            "parameters" => "Parameter".to_owned(),
            "additionalProperties" => "Value".to_owned(),
            _ => ascii_camel(segment),
        })
        .collect()
}

fn ascii_camel(text: &str) -> String {
    let ascii: String = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    ascii.to_upper_camel_case()
}

impl Lowering<'_> {
    /// The place a reference leads to; a finding if it leads nowhere.
    pub(super) fn target(&mut self, at: &Pointer, reference: &str) -> Option<String> {
        match self.index.resolve(self.source, at.as_str(), reference) {
            Ok(place) => Some(place),
            Err((problem, remedy)) => {
                self.found.add(at, problem, remedy);
                None
            }
        }
    }

    /// The last of a chain of references that starts at `place`; a finding if it has no end.
    pub(super) fn end_of_chain(&mut self, at: &Pointer, mut place: String) -> Option<String> {
        for _ in 0..LONGEST_CHAIN {
            let Some(next) = self.source.pointer(&place).and_then(|value| value["$ref"].as_str()) else {
                return Some(place);
            };
            place = self.target(&Pointer::from(place).join("$ref"), next)?;
        }
        self.found.add(at, "the reference leads only to itself", "end the chain of references with an object");
        None
    }

    /// A reference to a schema: to a component, as 3.0 and progenitor know no other.
    pub(super) fn schema_reference(&mut self, at: &Pointer, reference: &str) -> Option<Value> {
        let place = self.target(at, reference)?;
        self.end_of_chain(at, place.clone())?;
        self.edges.push((at.as_str().to_owned(), place.clone()));
        Some(json!({ "$ref": self.schema_at(&place) }))
    }

    /// The reference under which the result has the schema at `place`. Hoists it if it is no component.
    pub(super) fn schema_at(&mut self, place: &str) -> String {
        let name = match component(place, "schemas") {
            Some(name) => self.names.of_component("schemas", &name),
            None => match self.names.hoisted.get(place) {
                Some(name) => name.clone(),
                None => self.names.hoist(place),
            },
        };
        if component(place, "schemas").is_none() && self.queued.insert(place.to_owned()) {
            self.queue.push(place.to_owned());
        }
        format!("#/components/schemas/{name}")
    }

    /// A Reference Object to something that is not a schema. What is no component is put in its place.
    pub(super) fn object_reference(
        &mut self,
        at: &Pointer,
        value: &Value,
        kind: &str,
        rule: &mut dyn FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let at_ref = at.join("$ref");
        let Some(reference) = value["$ref"].as_str() else {
            self.found.add(at_ref, "`$ref` is not a string", "write the pointer as a string");
            return None;
        };
        let place = self.target(&at_ref, reference)?;
        let place = self.end_of_chain(&at_ref, place)?;
        let in_components = at.as_str().starts_with(&format!("/components/{kind}/"));
        if let Some(name) = component(&place, kind).filter(|_| !in_components && kind != "pathItems") {
            let name = self.names.of_component(kind, &name);
            return Some(json!({ "$ref": format!("#/components/{kind}/{name}") }));
        }
        self.inline(&at_ref, &place, rule)
    }

    /// Applies `rule` to what stands at `place`.
    fn inline(
        &mut self,
        at: &Pointer,
        place: &str,
        rule: &mut dyn FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        self.inlined += 1;
        if self.inlining.iter().any(|other| other == place) {
            self.found.add(at, "the reference leads back to itself", "break the circle");
            return None;
        }
        if self.inlined > MOST_INLINED {
            if self.inlined == MOST_INLINED + 1 {
                self.found.add(at, "too many references to places outside of `components`", "move them there");
            }
            return None;
        }
        let target = self.source.pointer(place)?.clone();
        self.inlining.push(place.to_owned());
        let lowered = rule(self, &Pointer::from(place.to_owned()), target);
        self.inlining.pop();
        lowered
    }
}

/// The name of the component of this kind that `place` is.
fn component(place: &str, kind: &str) -> Option<String> {
    let name = place.strip_prefix("/components/")?.strip_prefix(kind)?.strip_prefix('/')?;
    (!name.contains('/')).then(|| name.replace("~1", "/").replace("~0", "~"))
}
