//! `cargo xtask` as its users see it: exit codes, messages, files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use xtask::codegen::render::COMMAND;
use xtask::generate::{BASE, DOCUMENT, MOCK, MODULES, OVERLAY, TEST_DISPATCH, TYPES, generate};
use xtask::output;

#[path = "it/api.rs"]
mod api;
#[path = "it/ci.rs"]
mod ci;
#[path = "it/update.rs"]
mod update;

/// The generated builders of requests.
const BUILDER: &str = "sezzle-api/src/generated/builder.rs";

/// The documents and the generated files.
fn all() -> impl Iterator<Item = &'static str> {
    MODULES.into_iter().chain([BASE, OVERLAY, MOCK, TEST_DISPATCH, DOCUMENT])
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the crate")
}

/// A copy of the documents and the generated files that a test may spoil.
struct Copy(PathBuf);

impl Copy {
    fn new(test: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&root);
        for name in all() {
            let to = root.join(name);
            fs::create_dir_all(to.parent().expect("a folder")).expect("folder made");
            fs::copy(workspace().join(name), to).expect("file copied");
        }
        Self(root)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("file read")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("file written");
    }

    fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} does not contain {from}");
        self.write(name, &text.replacen(from, to, 1));
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .arg("--root")
            .arg(&self.0)
            .output()
            .expect("xtask runs")
    }

    /// Runs `generate`, which must fail without writing, and returns what it says.
    #[track_caller]
    fn refuses(&self) -> String {
        let before = (self.read(TYPES), self.read(DOCUMENT));
        let output = self.xtask(&["generate"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert_eq!(before, (self.read(TYPES), self.read(DOCUMENT)), "nothing is written");
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    /// Runs `generate --check`, which must find `name` changed.
    #[track_caller]
    fn drifts(&self, name: &str) -> String {
        let output = self.xtask(&["generate", "--check"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(said.contains(name) && said.contains("cargo xtask generate"), "{said}");
        assert!(
            said.lines().any(|line| line.starts_with('-')) && said.lines().any(|line| line.starts_with('+')),
            "{said}"
        );
        said
    }
}

#[test]
fn the_generated_files_are_what_the_documents_make() {
    let outputs = generate(workspace(), &|_| {}).unwrap_or_else(|findings| panic!("{findings}"));
    output::check(workspace(), &outputs, COMMAND).unwrap_or_else(|findings| panic!("{findings}"));
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    let copy = Copy::new("twice");
    fs::remove_file(copy.0.join(TYPES)).expect("removed");
    assert!(copy.xtask(&["generate"]).status.success());
    let first = (copy.read(TYPES), copy.read(DOCUMENT));
    fs::remove_file(copy.0.join(TYPES)).expect("removed");
    assert!(copy.xtask(&["generate"]).status.success());
    assert!(first == (copy.read(TYPES), copy.read(DOCUMENT)));
    assert!(first.0 == fs::read_to_string(workspace().join(TYPES)).expect("file read"));
}

#[test]
fn check_sees_every_edit() {
    let copy = Copy::new("check");
    let clean = copy.xtask(&["generate", "--check"]);
    assert!(clean.status.success(), "{}", String::from_utf8_lossy(&clean.stderr));

    copy.replace(TYPES, "pub struct Price", "pub struct Prize");
    let said = copy.drifts(TYPES);
    assert!(said.contains("-pub struct Prize") && said.contains("+pub struct Price"), "{said}");

    let copy = Copy::new("check-base");
    copy.replace(BASE, "# The Sezzle merchant API", "# the Sezzle merchant API");
    copy.drifts(TYPES);

    let copy = Copy::new("check-overlay");
    copy.replace(OVERLAY, "x-rust-name: ApiKeys", "x-rust-name: KeyPair");
    assert!(copy.drifts(TYPES).contains("KeyPair"));

    let copy = Copy::new("check-document");
    copy.replace(DOCUMENT, "\"3.1.0\"", "\"3.1.1\"");
    copy.drifts(DOCUMENT);

    fs::remove_file(copy.0.join(TYPES)).expect("removed");
    let output = copy.xtask(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
}

#[test]
fn other_line_endings_are_no_drift() {
    let copy = Copy::new("line-endings");
    for name in all() {
        copy.write(name, &copy.read(name).replace('\n', "\r\n"));
    }
    let output = copy.xtask(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn broken_yaml_is_found_by_line_and_column() {
    let copy = Copy::new("yaml");
    copy.replace(BASE, "  version: 2.0.0\n", "  version: 2.0.0\n bad: [\n");
    let said = copy.refuses();
    assert!(said.contains(BASE) && said.contains("line 9, column"), "{said}");
}

#[test]
fn each_refusal_names_the_place_and_the_remedy() {
    let spoilt = [
        (BASE, "  /v2/session:\n", "  /v2/sessions:\n", "#/actions/1/target", "delete the action"),
        (OVERLAY, "operationId: authenticate", "description: nameless", "no id", ""),
        (OVERLAY, "format: password", "format: pass", "/update/format", "personal-data"),
        (
            BASE,
            "          type: integer\n",
            "          type: integer\n          iff: {}\n",
            "/properties/amount_in_cents/iff",
            "correct its spelling",
        ),
        (
            OVERLAY,
            "operationId: get_session",
            "operationId: createSession",
            "#/paths/~1v2~1session~1{session_uuid}/get/operationId",
            "rename",
        ),
        (
            BASE,
            "        - name: session_uuid\n          in: path",
            "        - name: session_uuid\n          in: cookie",
            "/parameters/0",
            "overlay",
        ),
    ];
    for (name, from, to, place, remedy) in spoilt {
        let copy = Copy::new("refusals");
        copy.replace(name, from, to);
        if place == "no id" {
            // Without the overlay's name the published one is used; without that too there is none.
            copy.replace(BASE, "operationId: HandleAuthentication", "x-operationId: HandleAuthentication");
            let said = copy.refuses();
            assert!(said.contains("#/paths/~1v2~1authentication/post") && said.contains("`operationId`"), "{said}");
            continue;
        }
        let said = copy.refuses();
        assert!(said.contains(place) && said.contains(remedy), "{said}");
    }
}

#[test]
fn no_content_beside_content_makes_an_optional_answer() {
    let copy = Copy::new("no-content");
    let read = "      operationId: HandleInterestBalanceRequest\n      parameters:\n        \
                - $ref: '#/components/parameters/CurrencyCode'\n      responses:\n";
    copy.replace(BASE, read, &format!("{read}        '204':\n          description: The merchant has no account.\n"));
    assert_eq!(copy.xtask(&["generate"]).status.code(), Some(0));
    assert!(copy.read(BUILDER).contains("-> json Option<types::InterestBalance> {"), "another type");
}

#[test]
fn all_files_are_written_or_none() {
    let copy = Copy::new("all-or-none");
    fs::remove_file(copy.0.join(DOCUMENT)).expect("removed");
    fs::create_dir(copy.0.join(DOCUMENT)).expect("a folder in its place");
    copy.replace(TYPES, "pub struct Price", "pub struct Prize");
    let before = copy.read(TYPES);
    let output = copy.xtask(&["generate"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains(DOCUMENT), "{output:?}");
    assert_eq!(copy.read(TYPES), before);
    assert!(!copy.0.join(format!("{TYPES}.new")).exists());
}

#[test]
fn wrong_use_exits_with_2() {
    let copy = Copy::new("usage");
    assert_eq!(copy.xtask(&["generat"]).status.code(), Some(2));
    assert_eq!(copy.xtask(&["generate", "--chek"]).status.code(), Some(2));
}

#[test]
fn a_missing_document_is_named() {
    let copy = Copy::new("missing");
    fs::remove_file(copy.0.join(OVERLAY)).expect("removed");
    assert!(copy.refuses().contains(OVERLAY));
}

#[test]
fn the_named_version_of_progenitor_is_the_one_in_use() {
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).expect("file read");
    let expected = format!("name = \"progenitor-impl\"\nversion = \"{}\"", xtask::codegen::emit::PROGENITOR);
    assert!(lock.replace("\r\n", "\n").contains(&expected), "{expected}");
}

#[test]
fn overlay_writes_the_document_with_its_corrections() {
    let copy = Copy::new("overlay");
    let (base, overlay) = (copy.0.join(BASE), copy.0.join(OVERLAY));
    let (base, overlay) = (base.to_str().expect("UTF-8"), overlay.to_str().expect("UTF-8"));
    let named = copy.xtask(&["overlay", base, overlay]);
    assert!(named.status.success(), "{named:?}");
    // The overlay extends that document.
    assert_eq!(copy.xtask(&["overlay", overlay]).stdout, named.stdout);
    let out = copy.0.join("out.json");
    assert!(copy.xtask(&["overlay", base, overlay, "-o", out.to_str().expect("UTF-8")]).status.success());
    assert_eq!(fs::read(out).expect("written"), named.stdout);

    copy.write("gone.yaml", "overlay: 1.0.0\ninfo: {title: t, version: v}\nactions: [{target: $.gone, remove: true}]");
    let gone = copy.0.join("gone.yaml");
    let gone = gone.to_str().expect("UTF-8");
    assert_eq!(copy.xtask(&["overlay", base, gone]).status.code(), Some(0));
    assert_eq!(copy.xtask(&["overlay", "--strict", base, gone]).status.code(), Some(1));
    assert_eq!(copy.xtask(&["overlay"]).status.code(), Some(2));
}

#[test]
fn lower_writes_3_0_and_says_what_it_mended_and_widened() {
    let copy = Copy::new("lower");
    let path = copy.0.join("d.yaml");
    let path = path.to_str().expect("UTF-8");
    let text = "openapi: 3.1.0\ninfo: {title: t, version: 1}\ncomponents: {schemas: {A: {propertyNames: {}}}}";
    copy.write("d.yaml", text);
    let lowered = copy.xtask(&["lower", path]);
    let said = String::from_utf8(lowered.stderr).expect("UTF-8");
    assert!(said.contains("mended: #/info/version") && said.contains("widened: #/components/schemas/A/propertyNames"));
    let document: serde_json::Value = serde_json::from_slice(&lowered.stdout).expect("JSON");
    assert_eq!(document["openapi"], "3.0.3");
    assert_eq!(copy.xtask(&["lower", "--strict", path]).status.code(), Some(1));
    copy.write("d.yaml", "openapi: 3.0.1\nanything: [goes]");
    let same = copy.xtask(&["lower", path]);
    let document: serde_json::Value = serde_json::from_slice(&same.stdout).expect("JSON");
    assert_eq!(document, serde_json::json!({"openapi": "3.0.1", "anything": ["goes"]}));
    copy.write(
        "d.yaml",
        "openapi: 3.1.0\ninfo: {title: t, version: v}\ncomponents: {schemas: {A: {$ref: 'b.yaml#/B'}}}",
    );
    let refused = copy.xtask(&["lower", path]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("bundle the document"));
}
