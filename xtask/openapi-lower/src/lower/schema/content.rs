//! `format`, and strings with encoded content: `contentEncoding`, `contentMediaType`.

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::lower::schema::draft::Draft;

impl Lowering<'_> {
    pub(super) fn content(&mut self, at: &Pointer, draft: &mut Draft) {
        if let Some(format) = draft.take("format").and_then(|format| self.string(&at.join("format"), format)) {
            draft.set("format", format);
        }
        let encoding = draft.take("contentEncoding");
        let media_type = draft.take("contentMediaType");
        let texts = draft.types.as_ref().is_none_or(|types| types.iter().any(|name| name == "string"));
        if draft.out.contains_key("format") || !texts {
            return;
        }
        match (encoding.as_ref().and_then(|text| text.as_str()), media_type.as_ref().and_then(|text| text.as_str())) {
            (Some("base64"), _) => draft.set("format", "byte"),
            (None, Some(media_type)) if is_bytes(media_type) => draft.set("format", "binary"),
            _ => {}
        }
    }
}

/// Returns whether a body of this media type is bytes rather than text.
pub(in crate::lower) fn is_bytes(media_type: &str) -> bool {
    let name = media_type.split(';').next().unwrap_or_default().trim();
    matches!(name, "application/octet-stream" | "application/pdf" | "application/zip" | "application/gzip")
        || ["image/", "audio/", "video/", "font/"].iter().any(|kind| name.starts_with(kind)) && name != "image/svg+xml"
}
