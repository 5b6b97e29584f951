//! What the lowering leaves out, and why that may be: the only two lists of their kind.

/// Keywords that are dropped in silence because no code is made from them, or because another rule has used them:
/// the object they stand in, the keyword, the reason.
pub const DROPPED: &[(&str, &str, &str)] = &[
    ("the document", "jsonSchemaDialect", "checked; 3.0 has one dialect"),
    ("info", "summary", "a note for readers"),
    ("a license", "identifier", "a note for readers"),
    ("components", "pathItems", "put in where a path, a webhook or a callback refers to them"),
    ("a reference", "summary", "a note for readers"),
    ("a reference", "description", "a note for readers; what is referred to has its own"),
    ("a discriminator", "x-*", "3.0 has no extensions there"),
    ("a schema", "$schema", "checked; 3.0 has one dialect"),
    ("a schema", "$id", "references that use it are resolved"),
    ("a schema", "$anchor", "references that use it are resolved"),
    ("a schema", "$dynamicAnchor", "references that use it are resolved"),
    ("a schema", "$vocabulary", "of meta-schemas only"),
    ("a schema", "$comment", "a note for authors"),
    ("a schema", "$defs", "hoisted to the components where referred to"),
    ("a schema", "definitions", "the older name of `$defs`"),
    ("a schema", "examples", "the first becomes `example`"),
    ("a schema", "contentSchema", "describes what stands inside a text, not the text"),
    ("a schema", "contentEncoding", "`base64` becomes `format: byte`; no other has a format"),
    ("a schema", "contentMediaType", "of bytes becomes `format: binary`; no other has a format"),
    ("a schema", "summary", "beside `$ref`: a note for readers, and no keyword of a schema"),
];

/// Keywords that 3.0 cannot say and that do not decide which Rust type is made. The lowered schema accepts more than
/// the original; each use is reported.
pub const WIDENED: &[(&str, &str)] = &[
    ("if", "`then` and `else` together become `anyOf: [if and then, else]`; one alone is dropped"),
    ("dependentRequired", "dropped"),
    ("dependentSchemas", "dropped"),
    ("dependencies", "dropped; the older name of the two above"),
    ("contains", "its least number of elements becomes `minItems`"),
    ("maxContains", "dropped"),
    ("propertyNames", "dropped"),
    ("patternProperties", "`additionalProperties` takes the schemas of all patterns, and any where names may be free"),
    ("prefixItems", "`items` takes any of the schemas, at every place"),
    ("unevaluatedProperties", "`additionalProperties` if nothing else evaluates properties, or dropped"),
    ("unevaluatedItems", "`items` if nothing else evaluates items, or dropped"),
    ("oneOf", "becomes `anyOf` if a branch got wider and the branches are not apart by type or tag"),
    ("not", "dropped if the schema in it got wider"),
    ("security", "a requirement of `mutualTLS` is dropped: the certificate belongs to the HTTP client"),
];
