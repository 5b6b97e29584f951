//! Security schemes and requirements.

use serde_json::{Value, json};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::walk::Object;

impl Lowering<'_> {
    /// `mutualTLS` is dropped: 3.0 does not have it, and the certificate is set up in the HTTP client.
    pub(super) fn security_scheme(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "securitySchemes", Self::security_scheme);
        }
        let kind = value["type"].as_str().unwrap_or_default().to_owned();
        let fields: &[&str] = match kind.as_str() {
            "apiKey" => &["name", "in"],
            "http" => &["scheme", "bearerFormat"],
            "oauth2" => &["flows"],
            "openIdConnect" => &["openIdConnectUrl"],
            "mutualTLS" => {
                self.relax(at, "security");
                return None;
            }
            _ => {
                self.found.add(
                    at.join("type"),
                    format!("`{kind}` is not a type of security scheme"),
                    "use apiKey, http, oauth2, openIdConnect or mutualTLS",
                );
                return None;
            }
        };
        let bearer = value["scheme"].as_str().is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer"));
        let lowered = self.object(at, value, |this, at, key, value| match key {
            "type" => Some(value),
            "description" => this.string(at, value),
            // Meaningless for other schemes, and forbidden there by 3.0.
            "bearerFormat" if kind == "http" && !bearer => None,
            "flows" if kind == "oauth2" => this.object(at, value, Self::flow),
            _ if fields.contains(&key) => this.string(at, value),
            _ => this.other(at, key, "a security scheme of this type"),
        })?;
        for field in fields.iter().filter(|field| **field != "bearerFormat") {
            if lowered.get(field).is_none() {
                self.found.add(
                    at,
                    format!("a security scheme of this type requires `{field}`"),
                    "add it with an overlay",
                );
            }
        }
        Some(lowered)
    }

    fn flow(&mut self, at: &Pointer, name: &str, value: Value) -> Option<Value> {
        let fields: &[&str] = match name {
            "implicit" => &["authorizationUrl"],
            "password" | "clientCredentials" => &["tokenUrl"],
            "authorizationCode" => &["authorizationUrl", "tokenUrl"],
            _ => return self.other(at, name, "OAuth flows"),
        };
        let mut lowered = self.object(at, value, |this, at, key, value| match key {
            "scopes" => this.map(at, value, Self::string),
            "refreshUrl" => this.string(at, value),
            _ if fields.contains(&key) => this.string(at, value),
            _ => this.other(at, key, "this OAuth flow"),
        })?;
        for field in fields {
            if lowered.get(field).is_none() {
                self.found.add(at, format!("this OAuth flow requires `{field}`"), "add it with an overlay");
            }
        }
        if lowered.get("scopes").is_none() {
            self.repair(at, "the flow has no `scopes`", "write `scopes: {}`");
            lowered["scopes"] = json!({});
        }
        Some(lowered)
    }

    pub(super) fn security(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.list(at, value, |this, at, requirement| {
            let members = this.members(at, requirement)?;
            let mut lowered = Object::new();
            for (scheme, roles) in members {
                match this.type_of_scheme(&scheme) {
                    "mutualTLS" => this.relax(&at.join(&scheme), "security"),
                    kind => {
                        // In 3.0 only these have scopes; 3.1 lists roles for the others.
                        let scopes = matches!(kind, "oauth2" | "openIdConnect" | "");
                        let roles = if scopes && roles.is_array() { roles } else { json!([]) };
                        lowered.insert(this.names.of_component("securitySchemes", &scheme), roles);
                    }
                }
            }
            Some(Value::Object(lowered))
        })
    }

    fn type_of_scheme(&self, name: &str) -> &str {
        self.source["components"]["securitySchemes"][name]["type"].as_str().unwrap_or_default()
    }
}
