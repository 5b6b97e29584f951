//! The commands of `cargo xtask`: exit codes, messages, files.
//!
//! The tests edit the documents in `it/documents`, which are as they were once: a change of the current ones, whatever it
//! is, must not break these tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use openapi_lower::io::finding::Findings;
use walkdir::WalkDir;
use xtask::codegen::emit::{Part, Process, emit};
use xtask::codegen::render::COMMAND;
use xtask::commands::generate::{generate, missing_texts};
use xtask::output;
use xtask::paths::{BASE, CLI_COMMANDS, DOCUMENT, MOCK, MODULES, OVERLAY, PUBLIC_API, TEST_DISPATCH, TYPES};

#[path = "it/api.rs"]
mod api;
#[path = "it/ci.rs"]
mod ci;
#[path = "it/reports.rs"]
mod reports;
#[path = "it/update.rs"]
mod update;

/// The generated builders of requests.
const BUILDER: &str = "sezzle-api/src/generated/builder.rs";

/// The documents and the generated files.
fn all() -> impl Iterator<Item = &'static str> {
    MODULES.into_iter().chain([BASE, OVERLAY, MOCK, TEST_DISPATCH, CLI_COMMANDS, DOCUMENT, PUBLIC_API])
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the crate")
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.expect("an entry");
        let to = to.join(entry.path().strip_prefix(from).expect("below the folder"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("folder made");
        } else {
            fs::copy(entry.path(), to).expect("file copied");
        }
    }
}

/// Returns a folder with the documents and the files that are generated from them.
fn template() -> &'static Path {
    static TEMPLATE: OnceLock<PathBuf> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("template");
        let _ = fs::remove_dir_all(&root);
        // The list of the public API is made from all sources of the crate.
        copy_folder(&workspace().join("sezzle-api/src"), &root.join("sezzle-api/src"));
        copy_folder(&workspace().join("xtask/tests/it/documents"), &root.join("openapi"));
        for folder in all().filter_map(|name| Path::new(name).parent()) {
            fs::create_dir_all(root.join(folder)).expect("folder made");
        }
        let written = generate(&root, &[], &Process::Current).and_then(|outputs| output::write(&root, &outputs));
        written.unwrap_or_else(|findings| panic!("{findings}"));
        root
    })
}

/// A copy of the documents and the generated files that a test can change.
struct Copy(PathBuf);

impl Copy {
    fn new(test: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&root);
        copy_folder(template(), &root);
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

    /// Runs `generate`, which must fail without writing, and returns its findings.
    #[track_caller]
    fn rejects(&self) -> String {
        let before = (self.read(TYPES), self.read(DOCUMENT));
        let output = self.xtask(&["generate"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert_eq!(before, (self.read(TYPES), self.read(DOCUMENT)), "nothing is written");
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    /// Runs `generate --check`, which must report `name`, and returns its findings.
    #[track_caller]
    fn drifts(&self, name: &str) -> String {
        let output = self.xtask(&["generate", "--check"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let findings = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(findings.contains(name) && findings.contains("cargo xtask generate"), "{findings}");
        assert!(
            findings.lines().any(|line| line.starts_with('-')) && findings.lines().any(|line| line.starts_with('+')),
            "{findings}"
        );
        findings
    }
}

#[test]
fn generated_files_are_up_to_date() {
    let outputs = generate(workspace(), &[], &Process::Current).unwrap_or_else(|findings| panic!("{findings}"));
    output::check(workspace(), &outputs, COMMAND).unwrap_or_else(|findings| panic!("{findings}"));
    let todo = missing_texts(workspace(), &outputs).expect("the base document");
    assert!(todo.is_empty(), "{}", Findings(todo));
}

/// A proposal of `sezzle verify`, with what is hard: shared amounts, values of one variant, another success.
const PROPOSAL: &str = r##"
overlay: 1.0.0
info: {title: What the document has to allow, version: 1.0.0}
extends: ./sezzle-v2.yaml
actions:
  - target: "$.components.schemas.Price.required[?@ == 'currency']"
    description: seen in 1 of 2 responses
    remove: true
  - target: $.components.schemas.Link.properties.method
    description: seen in 1 of 2 responses
    update: {"enum": ["get", "Unknown"], "type": ["string", "integer"]}
  - target: $.components.schemas.Transaction.properties
    description: seen in 1 of 2 responses
    update: {"Uuid": {"format": "raw-json"}, "build": {"type": "number", "format": "decimal"}}
  - target: $.paths['/v2/order/{order_uuid}/capture'].post.responses
    description: seen in 1 of 2 responses
    update: {"202": {"description": "Seen.", "content": {"text/plain": {"schema": {}}}}}
"##;

#[test]
fn proposal_keeps_the_types_of_the_crate() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("proposal");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("proposal.yaml");
    std::fs::write(&file, PROPOSAL).expect("the proposal");
    let outputs = generate(workspace(), &[file], &Process::Current).unwrap_or_else(|findings| panic!("{findings}"));
    let text = |name: &str| &outputs.iter().find(|output| output.name == name).expect("a file").text;
    let types = text("sezzle-api/src/generated/types.rs");
    for part in [
        "pub order_amount: crate::de::or_raw::OrRaw<Option<Price>>",
        "pub currency: String",
        "pub method: crate::de::or_raw::OrRaw<Option<LinkMethod>>",
        "\"get\" => Some(Self::GetValue)",
        "\"Unknown\" => Some(Self::UnknownValue)",
        "rename = \"Uuid\"",
        "pub uuid_field: Option<crate::de::raw_json::RawJson>",
        "pub build_field: Option<::rust_decimal::Decimal>",
    ] {
        assert!(types.contains(part), "{part}");
    }
    assert!(types.contains("proposal.yaml SHA-256") && !types.contains(env!("CARGO_TARGET_TMPDIR")));
    assert!(text("sezzle-simulator/openapi.json").contains("\"202\""));
}

#[test]
fn check_reports_every_edit() {
    let copy = Copy::new("check-clean");
    let clean = copy.xtask(&["generate", "--check"]);
    assert!(clean.status.success(), "{}", String::from_utf8_lossy(&clean.stderr));
    fs::remove_file(copy.0.join(TYPES)).expect("removed");
    let output = copy.xtask(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");

    let price = ["-pub struct Prize", "+pub struct Price"];
    for (edited, from, to, outdated, parts) in [
        (TYPES, "pub struct Price", "pub struct Prize", TYPES, &price[..]),
        (BASE, "# The Sezzle merchant API", "# the Sezzle merchant API", TYPES, &[]),
        (OVERLAY, "x-rust-name: ApiKeys", "x-rust-name: KeyPair", TYPES, &["KeyPair"]),
        (DOCUMENT, "\"3.1.0\"", "\"3.1.1\"", DOCUMENT, &[]),
        (PUBLIC_API, "struct sezzle_api::Client", "struct sezzle_api::Customer", PUBLIC_API, &[]),
    ] {
        let copy = Copy::new("check");
        copy.replace(edited, from, to);
        let findings = copy.drifts(outdated);
        assert!(parts.iter().all(|part| findings.contains(part)), "{findings}");
    }
}

#[test]
fn other_line_endings_are_accepted() {
    let copy = Copy::new("line-endings");
    for name in all() {
        copy.write(name, &copy.read(name).replace('\n', "\r\n"));
    }
    let output = copy.xtask(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn broken_yaml_is_reported_with_line_and_column() {
    let copy = Copy::new("yaml");
    copy.replace(BASE, "  version: 2.0.0\n", "  version: 2.0.0\n bad: [\n");
    let findings = copy.rejects();
    assert!(findings.contains(BASE) && findings.contains("line 9, column"), "{findings}");
}

#[test]
fn findings_have_a_location_and_a_remedy() {
    let at_integer = "          type: integer\n";
    let in_path = "        - name: session_uuid\n          in: path";
    for (name, from, to, location, remedy) in [
        (BASE, "  /v2/session:\n", "  /v2/sessions:\n", "#/actions/1/target", "delete the action"),
        (OVERLAY, "format: password", "format: pass", "/update/format", "personal-data"),
        (OVERLAY, "x-cli: [order, get]", "x-cli: [order]", "/update/x-cli", "[group, verb]"),
        (OVERLAY, "x-cli: [order, get]", "x-cli: [order, capture]", "/x-cli", "name the commands"),
        (
            BASE,
            at_integer,
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
        (BASE, in_path, "        - name: session_uuid\n          in: cookie", "/parameters/0", "overlay"),
    ] {
        let copy = Copy::new("findings");
        copy.replace(name, from, to);
        let findings = copy.rejects();
        assert!(findings.contains(location) && findings.contains(remedy), "{findings}");
    }
    // Without the overlay's name the published one is used; without that too there is none.
    let copy = Copy::new("findings");
    copy.replace(OVERLAY, "operationId: authenticate", "description: nameless");
    copy.replace(BASE, "operationId: HandleAuthentication", "x-operationId: HandleAuthentication");
    let findings = copy.rejects();
    assert!(findings.contains("#/paths/~1v2~1authentication/post") && findings.contains("`operationId`"), "{findings}");
}

#[test]
fn empty_success_beside_content_makes_an_optional_response() {
    let copy = Copy::new("no-content");
    let read = "      operationId: HandleInterestBalanceRequest\n      parameters:\n        \
                - $ref: '#/components/parameters/CurrencyCode'\n      responses:\n";
    copy.replace(BASE, read, &format!("{read}        '204':\n          description: The merchant has no account.\n"));
    assert_eq!(copy.xtask(&["generate"]).status.code(), Some(0));
    assert!(copy.read(BUILDER).contains("-> json Option<types::InterestBalance> {"), "another type");
}

#[test]
fn new_operation_has_a_command_at_once() {
    let copy = Copy::new("new-command");
    let operation = "  /v2/voucher/{voucher_id}:\n    get:\n      operationId: ReadVoucher\n      \
                     summary: Returns a voucher.\n      parameters:\n        - name: voucher_id\n          in: path\n          \
                     required: true\n          schema:\n            type: string\n      responses:\n        '204':\n          \
                     description: It exists.\n";
    copy.replace(BASE, "paths:\n", &format!("paths:\n{operation}"));
    let output = copy.xtask(&["generate"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let commands = copy.read(CLI_COMMANDS);
    assert!(commands.contains("example: \"sezzle voucher read-voucher VOUCHER_ID\""), "no command");
    assert!(commands.contains("&operations::READ_VOUCHER"), "no operation");
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
fn wrong_usage_exits_with_2() {
    let copy = Copy::new("usage");
    for wrong in [
        &["generat"][..],
        &["generate", "--chek"],
        &["diff"],
        &["diff", "a"],
        &["update", "--from"],
        &["update", "--from", "a", "--format", "xml"],
    ] {
        assert_eq!(copy.xtask(wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn named_version_of_progenitor_is_in_use() {
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).expect("file read");
    let expected = format!("name = \"progenitor-impl\"\nversion = \"{}\"", xtask::codegen::emit::PROGENITOR);
    assert!(lock.replace("\r\n", "\n").contains(&expected), "{expected}");
}

#[test]
fn workspace_is_that_of_the_current_folder() {
    let copy = Copy::new("workspace");
    copy.write("Cargo.toml", "");
    let xtask = |folder: &Path| {
        let arguments = ["generate", "--check"];
        Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).current_dir(folder).output().expect("xtask runs")
    };
    let folder = copy.0.join("sezzle-api/src");
    assert_eq!(xtask(&folder).status.code(), Some(0));
    copy.replace(TYPES, "pub struct Price", "pub struct Prize");
    assert_eq!(xtask(&folder).status.code(), Some(1));
    let output = xtask(&std::env::temp_dir());
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.code() == Some(1) && problem.contains("no workspace") && problem.contains("--root"),
        "{output:?}"
    );
}

#[test]
fn stack_overflow_of_the_generator_is_a_finding() {
    let all_of = |name: &str| serde_json::json!({"allOf": [{"$ref": format!("#/components/schemas/{name}")}, {"properties": {}}]});
    let document = serde_json::json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {},
        "components": {"schemas": {"A": all_of("B"), "B": all_of("A"), "C": {"type": "string"}}},
    });
    let child = Process::Child(env!("CARGO_BIN_EXE_xtask").into());
    let findings = emit("d", &document, Part::Client, &child).expect_err("an endless merge");
    assert_eq!(findings.0[0].location, "#/components/schemas/A", "{findings}");
    assert!(findings.0[0].problem.contains("overflows its stack"), "{findings}");
}
