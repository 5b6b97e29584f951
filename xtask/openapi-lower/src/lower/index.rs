//! Where references lead: RFC 3986, RFC 6901, `$id`, `$anchor` and `$dynamicAnchor`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::Url;

use crate::io::finding::Pointer;
use crate::walk::children;

/// The maximum length of a chain of references; real chains are much shorter.
pub(super) const MAX_CHAIN: usize = 64;

/// The resources and anchors of a document.
pub(super) struct Index {
    root: Url,
    /// The location of every schema with an `$id`, by its absolute URI.
    resources: BTreeMap<String, String>,
    /// The absolute base URI at every location with an `$id`.
    bases: BTreeMap<String, Url>,
    /// Locations of `$anchor` and `$dynamicAnchor` by URI and name.
    anchors: BTreeMap<(String, String), String>,
    /// Locations of each `$dynamicAnchor` by name.
    dynamic: BTreeMap<String, Vec<String>>,
}

impl Index {
    pub(super) fn new(name: &str, document: &Value) -> Option<Self> {
        let file = name.rsplit('/').next().unwrap_or(name);
        // This URI only serves to resolve relative ones; there is no document behind it.
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
        let mut base = Cow::Borrowed(base);
        if let Some(id) = value["$id"].as_str()
            && let Ok(mut url) = base.join(id)
        {
            url.set_fragment(None);
            self.resources.insert(url.to_string(), at.as_str().to_owned());
            self.bases.insert(at.as_str().to_owned(), url.clone());
            base = Cow::Owned(url);
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let Some(name) = value[keyword].as_str() {
                self.anchors.insert((base.to_string(), name.to_owned()), at.as_str().to_owned());
                if keyword == "$dynamicAnchor" {
                    self.dynamic.entry(name.to_owned()).or_default().push(at.as_str().to_owned());
                }
            }
        }
        for (key, value) in children(value) {
            // These hold data, even if it looks like a schema.
            let is_data = matches!(&*key, "example" | "examples" | "default" | "enum" | "const");
            if !is_data && !key.starts_with("x-") {
                self.collect(&at.join(key), value, &base);
            }
        }
    }

    fn base_of(&self, at: &str) -> &Url {
        let mut location = at;
        loop {
            if let Some(base) = self.bases.get(location) {
                return base;
            }
            match location.rsplit_once('/') {
                Some((parent, _)) => location = parent,
                None => return &self.root,
            }
        }
    }

    /// Returns the location that `reference` at `at` leads to; the error is a problem and a remedy.
    pub(super) fn resolve(&self, document: &Value, at: &str, reference: &str) -> Result<String, (String, String)> {
        let correct = || "correct the reference".to_owned();
        let Ok(mut url) = self.base_of(at).join(reference) else {
            return Err((format!("`{reference}` is not a URI reference"), correct()));
        };
        // `url` would encode the fragment.
        let fragment = reference.split_once('#').map_or("", |(_, fragment)| fragment);
        url.set_fragment(None);
        let resource = match self.resources.get(url.as_str()) {
            Some(location) => location.clone(),
            None if url == self.root => String::new(),
            None => {
                let file = reference.split('#').next().unwrap_or_default();
                return Err((
                    format!("`{reference}` is in another file, `{file}`"),
                    "bundle the document into one file first".to_owned(),
                ));
            }
        };
        let decoded = percent_decode_str(fragment).decode_utf8_lossy().into_owned();
        if !decoded.is_empty() && !decoded.starts_with('/') {
            let location = self.anchors.get(&(url.to_string(), decoded.clone()));
            return location.cloned().ok_or_else(|| (format!("there is no `$anchor: {decoded}`"), correct()));
        }
        [decoded.as_str(), fragment]
            .into_iter()
            .find_map(|fragment| self.walk(document, format!("{resource}{fragment}"), MAX_CHAIN))
            .ok_or_else(|| {
                (format!("`{reference}` does not exist"), "correct the reference, or add its target".to_owned())
            })
    }

    /// Returns `location` if it exists, or where it leads if a part of it is a reference.
    fn walk(&self, document: &Value, location: String, steps: usize) -> Option<String> {
        if document.pointer(&location).is_some() {
            return Some(location);
        }
        let steps = steps.checked_sub(1)?;
        let mut end = location.len();
        while let Some(slash) = location[..end].rfind('/') {
            let above = &location[..slash];
            if let Some(value) = document.pointer(above) {
                let reference = value.get("$ref")?.as_str()?;
                let target = self.resolve_once(document, above, reference, steps)?;
                return self.walk(document, format!("{target}{}", &location[slash..]), steps);
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

    /// Returns the locations of this `$dynamicAnchor`.
    pub(super) fn dynamic_anchors(&self, name: &str) -> &[String] {
        self.dynamic.get(name).map_or(&[], Vec::as_slice)
    }
}
