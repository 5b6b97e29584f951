//! The program: output, notes, exit codes.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// A directory with files, in which the program runs.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str, files: &[(&str, &str)]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.join(name), text).expect("a file");
        }
        Self(folder)
    }

    /// Runs the program, and returns the exit code, standard output and standard error.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_openapi-lower"));
        let output = command.args(arguments).current_dir(&self.0).output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let (_, output, errors) = self.run(arguments);
        serde_json::from_str(&output).unwrap_or_else(|error| panic!("{error}: {output}{errors}"))
    }
}

#[test]
fn lower_writes_the_document_and_notes() {
    let text = "openapi: 3.1.0\ninfo: {title: t, version: 1}\ncomponents: {schemas: {A: {propertyNames: {}}}}";
    let folder = Folder::new(
        "lower",
        &[
            ("d.yaml", text),
            ("3.0.yaml", "openapi: 3.0.1\nanything: [goes]"),
            (
                "split.yaml",
                "openapi: 3.1.0\ninfo: {title: t, version: v}\ncomponents: {schemas: {A: {$ref: 'b.yaml#/B'}}}",
            ),
        ],
    );
    let (code, output, notes) = folder.run(&["lower", "d.yaml"]);
    assert_eq!(code, Some(0), "{notes}");
    assert!(
        notes.contains("repaired: #/info/version") && notes.contains("relaxed: #/components/schemas/A/propertyNames")
    );
    assert_eq!(serde_json::from_str::<Value>(&output).expect("JSON")["openapi"], "3.0.3");
    assert_eq!(folder.run(&["lower", "d.yaml", "-o", "out.json"]).1, "");
    assert_eq!(std::fs::read_to_string(folder.0.join("out.json")).expect("a file"), output);
    assert_eq!(folder.run(&["lower", "--strict", "d.yaml"]).0, Some(1));
    assert_eq!(folder.json(&["lower", "3.0.yaml"]), json!({"openapi": "3.0.1", "anything": ["goes"]}));
    let (code, output, errors) = folder.run(&["lower", "split.yaml"]);
    assert_eq!((code, output.as_str()), (Some(1), ""));
    assert!(errors.contains("bundle the document") && errors.contains("remedy:"), "{errors}");
}

#[test]
fn lower_adapts_unless_plain() {
    let text =
        "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {/a: {get: {responses: {'200': {description: d}}}}}";
    let folder = Folder::new("plain", &[("d.yaml", text)]);
    assert_eq!(folder.json(&["lower", "d.yaml"])["paths"]["/a"]["get"]["operationId"], "get_a");
    assert!(folder.run(&["lower", "d.yaml"]).2.contains("decided: #/paths/~1a/get: "));
    assert_eq!(folder.json(&["lower", "--plain", "d.yaml"])["paths"]["/a"]["get"].get("operationId"), None);
}

#[test]
fn overlay_writes_the_corrected_document() {
    let overlay = |info: &str| {
        let actions = "[{target: $.tags, update: {name: b}}, {target: $.gone, remove: true}]";
        format!("{{overlay: 1.0.0, extends: d.yaml, info: {info}, actions: {actions}}}")
    };
    let (good, bad) = (overlay("{title: t, version: v}"), overlay("{title: t}"));
    let folder = Folder::new(
        "overlay",
        &[("d.yaml", "openapi: 3.1.0\ntags: [{name: a}]\n"), ("good.yaml", &good), ("bad.yaml", &bad)],
    );
    let corrected = json!({"openapi": "3.1.0", "tags": [{"name": "a"}, {"name": "b"}]});
    assert_eq!(folder.json(&["overlay", "d.yaml", "good.yaml"]), corrected);
    assert_eq!(folder.json(&["overlay", "good.yaml"]), corrected);
    assert_eq!(folder.run(&["overlay", "--strict", "good.yaml"]).0, Some(1));
    let (code, output, errors) = folder.run(&["overlay", "d.yaml", "bad.yaml"]);
    assert_eq!((code, output.as_str()), (Some(1), ""));
    for part in ["bad.yaml at #/info/version", "problem:", "remedy:"] {
        assert!(errors.contains(part), "{errors}");
    }
}

#[test]
fn diff_exit_code_tells_changes_from_errors() {
    let document = |ty: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: t}}\ncomponents: {{schemas: {{A: {{properties: {{a: {{type: {ty}}}}}}}}}}}"
        )
    };
    let (old, new) = (document("string"), document("integer"));
    let folder = Folder::new("diff", &[("old.yaml", &old), ("new.yaml", &new), ("list.yaml", "[]")]);
    assert_eq!(folder.run(&["diff", "old.yaml", "old.yaml"]), (Some(0), "no change\n".to_owned(), String::new()));
    let (code, output, _) = folder.run(&["diff", "old.yaml", "new.yaml"]);
    assert_eq!((code, output.as_str()), (Some(1), "A.a: type `string` -> `integer`\n1 change\n"));
    assert_eq!(
        folder.json(&["diff", "--format", "json", "old.yaml", "new.yaml"]),
        json!({"texts": 0, "changes": [{
            "kind": "type_changed", "subject": "type", "name": "A", "location": "a",
            "message": "type `string` -> `integer`", "before": "string", "after": "integer",
        }]})
    );
    for other in ["list.yaml", "missing.yaml"] {
        let (code, _, errors) = folder.run(&["diff", "old.yaml", other]);
        assert!(code == Some(2) && errors.contains("remedy:"), "{errors}");
    }
}

#[test]
fn help_has_examples_and_wrong_usage_exits_with_2() {
    let folder = Folder::new("help", &[]);
    for command in ["lower", "overlay", "diff"] {
        assert!(folder.run(&[command, "--help"]).1.contains("Examples:"), "{command}");
        assert_eq!(folder.run(&[command]).0, Some(2), "{command}");
    }
    assert_eq!(folder.run(&["lowr"]).0, Some(2));
}
