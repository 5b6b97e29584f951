//! The keywords that the lowering drops or relaxes, with the reasons. No other file drops a keyword.

/// Keywords that are dropped without a note, because no code is generated from them or another rule has used them:
/// the object, the keyword, the reason.
pub const DROPPED: &[(&str, &str, &str)] = &[
    ("the document", "jsonSchemaDialect", "checked; 3.0 has one dialect"),
    ("info", "summary", "a note for readers"),
    ("a license", "identifier", "a note for readers"),
    ("components", "pathItems", "inlined where a path, a webhook or a callback refers to them"),
    ("a reference", "summary", "a note for readers"),
    ("a reference", "description", "a note for readers; the target has its own"),
    ("a discriminator", "x-*", "3.0 has no extensions there"),
    ("a schema", "$schema", "checked; 3.0 has one dialect"),
    ("a schema", "$id", "references to it are resolved"),
    ("a schema", "$anchor", "references to it are resolved"),
    ("a schema", "$dynamicAnchor", "references to it are resolved"),
    ("a schema", "$vocabulary", "only for meta-schemas"),
    ("a schema", "$comment", "a note for authors"),
    ("a schema", "$defs", "moved to the components where referenced"),
    ("a schema", "definitions", "the older name of `$defs`"),
    ("a schema", "examples", "the first becomes `example`"),
    ("a schema", "contentSchema", "describes the content of a string, not the string"),
    ("a schema", "contentEncoding", "`base64` becomes `format: byte`; the others have no equivalent"),
    ("a schema", "contentMediaType", "binary types become `format: binary`; the others have no equivalent"),
    ("a schema", "summary", "found beside `$ref`: a note for readers, not a keyword of a schema"),
];

/// What is new in OpenAPI 3.2: the object and the keyword. Each use is a finding, as the result would lose it.
pub const NEW_IN_3_2: &[(&str, &str)] = &[
    ("the document", "$self"),
    ("components", "mediaTypes"),
    ("a server", "name"),
    ("a tag", "summary"),
    ("a tag", "parent"),
    ("a tag", "kind"),
    ("a path item", "query"),
    ("a path item", "additionalOperations"),
    ("a parameter", "querystring"),
    ("a parameter", "style: cookie"),
    ("a response", "summary"),
    ("a media type", "$ref"),
    ("a media type", "itemSchema"),
    ("a media type", "prefixEncoding"),
    ("a media type", "itemEncoding"),
    ("an encoding", "encoding"),
    ("an encoding", "prefixEncoding"),
    ("an encoding", "itemEncoding"),
    ("an example", "dataValue"),
    ("an example", "serializedValue"),
    ("a discriminator", "defaultMapping"),
    ("an XML object", "nodeType"),
    ("OAuth flows", "deviceAuthorization"),
    ("a security scheme of this type", "oauth2MetadataUrl"),
    ("a security scheme of this type", "deprecated"),
];

/// Keywords that 3.0 cannot express and that do not decide which type is generated: the keyword, and what happens to it.
/// The lowered schema accepts more than the original, and each use is noted.
pub const RELAXED: &[(&str, &str)] = &[
    ("if", "`then` and `else` together become `anyOf: [if and then, else]`; one alone is dropped"),
    ("dependentRequired", "dropped"),
    ("dependentSchemas", "dropped"),
    ("dependencies", "dropped; the older name of the two above"),
    ("contains", "its minimum number of elements becomes `minItems`"),
    ("maxContains", "dropped"),
    ("propertyNames", "dropped"),
    (
        "patternProperties",
        "`additionalProperties` accepts the schemas of all patterns, and anything if other names are allowed",
    ),
    ("prefixItems", "`items` accepts any of the schemas at every index"),
    ("unevaluatedProperties", "`additionalProperties` if nothing else evaluates properties, or dropped"),
    ("unevaluatedItems", "`items` if nothing else evaluates items, or dropped"),
    ("oneOf", "becomes `anyOf` if a branch was relaxed and the branches do not differ in type or tag"),
    ("not", "dropped if its schema was relaxed"),
    ("security", "a `mutualTLS` requirement is dropped: the certificate is set up in the HTTP client"),
];
