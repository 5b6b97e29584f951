//! The reports of `cargo xtask update` on six changes of a publication, each as it is printed. After a change of the wording, run
//! the tests with `UPDATE_REPORTS=1` and review the difference of `reports/`.

use std::fs;
use std::path::Path;

use xtask::paths::BASE;

use super::Copy;
use super::update::{MOVED, NEWER, edited};

#[track_caller]
fn report(name: &str, edits: &[(&str, &str)]) {
    let copy = edited(&format!("report-{name}"), edits);
    let newer = copy.0.join(NEWER);
    let output = copy.update(&[]);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&*newer.to_string_lossy(), "newer.yaml");
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    let actual = format!("exit code {}\n\n{stdout}\n{stderr}", output.status.code().unwrap_or_default());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/reports").join(name).with_extension("txt");
    if std::env::var_os("UPDATE_REPORTS").is_some() {
        fs::write(&file, &actual).expect("file written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(expected == actual, "{} differs from\n{actual}", file.display());
}

#[test]
fn optional_field() {
    let field = "            placed_at:\n              type: string\n              format: date-time\n              description: Sezzle's words.\n";
    report("optional_field", &[("            is_upcharge:\n", &format!("{field}            is_upcharge:\n"))]);
}

#[test]
fn enum_value() {
    report(
        "enum_value",
        &[("        - active\n        - complete\n", "        - active\n        - paused\n        - complete\n")],
    );
}

#[test]
fn renamed_field() {
    report("renamed_field", &[("            parent_order_uuid:\n", "            parent_uuid:\n")]);
}

#[test]
fn new_operation() {
    let operation = "  /v2/order/{order_uuid}/void:
    post:
      summary: Sezzle's words
      operationId: HandleVoidOrder
      parameters:
        - $ref: '#/components/parameters/OrderUuid'
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [reason]
              properties:
                reason: {type: string, enum: [fraud, mistake], description: Sezzle's words}
                amount: {$ref: '#/components/schemas/Price'}
      responses:
        '200':
          description: Sezzle's words
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Transaction'}
";
    let next = "  /v2/order/{order_uuid}/reauthorize:\n";
    report("new_operation", &[(next, &format!("{operation}{next}"))]);
}

#[test]
fn removed_operation() {
    let copy = Copy::new("report-removal");
    let text = copy.read(BASE);
    let start = text.find("  /v2/interest/balance:\n").expect("the operation");
    let end = start + text[start..].find("  /v2/interest/activity:\n").expect("the next one");
    let schema = "    InterestBalance:\n      type: object\n      description: The balance of an interest account.\n      properties:\n        \
                  interest_balance:\n          type: number\n          description: The balance in the major unit of the currency, with four decimals.\n";
    report("removed_operation", &[(&text[start..end], ""), (schema, "")]);
}

#[test]
fn changed_type() {
    report(
        "changed_type",
        &[(
            "        quantity:\n          type: integer\n          format: int32\n          description: How many units.",
            "        quantity:\n          type: string\n          description: How many units.",
        )],
    );
}

#[test]
fn moved_path_and_type() {
    report("moved_path_and_type", &MOVED);
}
