//! Keys and servers.

use std::io::Write;
use std::process::{Output, Stdio};

use crate::{Shop, text};

/// Runs `login` with keys on standard input.
fn login(shop: &Shop, keys: &str) -> Output {
    let mut child = shop
        .command(&["login"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    child.stdin.take().expect("stdin").write_all(keys.as_bytes()).expect("is written");
    child.wait_with_output().expect("ends")
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_stored_for_their_server_and_readable_by_the_owner_only() {
    let shop = Shop::open().await;
    let rejected = login(&shop, "sz_pub_simulator\nsz_pr_planted\n");
    assert_eq!(rejected.status.code(), Some(1));
    assert!(!text(&rejected.stderr).contains("sz_pr_planted"));
    let stored = login(&shop, "sz_pub_simulator\nsz_pr_simulator\n");
    assert_eq!(stored.status.code(), Some(0), "{}", text(&stored.stderr));
    assert!(!text(&stored.stdout).contains("sz_p"), "{}", text(&stored.stdout));

    let file = shop.folder.file(".config/sezzle/keys.json");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |file: &std::path::Path| std::fs::metadata(file).expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode(&file), 0o600);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).expect("is set");
        let error = shop.fail(2, &["order", "get", "o", "--server", "sandbox"]);
        assert!(error.contains("mode 644") && error.contains("chmod 600"), "{error}");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("is set");
    }
    let error = shop.fail(2, &["order", "get", "o", "--server", "sandbox"]);
    assert!(error.contains("the keys of profile default belong to http://127.0.0.1:"), "{error}");
    assert!(shop.run(&["logout"]).contains("Removed profile default"));
    assert!(!std::fs::read_to_string(&file).expect("a file").contains("sz_p"));
    shop.fail(1, &["logout"]);
}

#[test]
fn missing_keys_and_servers_are_explained() {
    let folder = crate::Folder::new();
    let run = |arguments: &[&str]| {
        let output = crate::sezzle(&folder.0, arguments).output().expect("runs");
        (output.status.code(), text(&output.stderr))
    };
    let (code, error) = run(&["order", "get", "o"]);
    assert_eq!(code, Some(2));
    assert!(error.contains("there are no keys for https://sandbox.gateway.sezzle.com: run `sezzle login`"), "{error}");
    let (code, error) = run(&["order", "get", "o", "--server", "http://127.0.0.1:9"]);
    assert_eq!(code, Some(1));
    assert!(error.contains("there is no server at http://127.0.0.1:9: start one with `sezzle sim`"), "{error}");
    let (code, error) = run(&["order", "get", "o", "--server", "nonsense"]);
    assert_eq!(code, Some(2), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoami_and_doctor_describe_the_connection() {
    let shop = Shop::open().await;
    assert!(shop.run(&["whoami"]).contains("with the keys of the simulator"));
    let report = shop.run(&["doctor"]);
    assert!(report.contains("skipped  tls") && report.contains("ok       authentication"), "{report}");
    shop.run(&["webhook", "create", "--url", "http://127.0.0.1:9/", "--events", "order.captured"]);
    let output = shop.command(&["doctor"]).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    let report = text(&output.stdout);
    assert!(report.contains("FAILED   subscription: http://127.0.0.1:9/ does not get customer.tokenized"), "{report}");
    assert!(report.contains("FAILED   webhook url"), "{report}");
}

#[test]
fn keys_of_the_environment_are_never_printed() {
    let folder = crate::Folder::new();
    for arguments in [
        &["whoami"][..],
        &["doctor"],
        &["order", "get", "o", "--dry-run"],
        &["order", "get", "o"],
        &["api", "GET", "/v2/customer"],
        &["trigger", "order.captured"],
        &["listen"],
    ] {
        let mut command = crate::sezzle(&folder.0, arguments);
        // A closed port of this machine, so that nothing leaves it.
        command.env("SEZZLE_SERVER", "http://127.0.0.1:9");
        command.env("SEZZLE_PUBLIC_KEY", "sz_pub_planted").env("SEZZLE_PRIVATE_KEY", "sz_pr_planted");
        let output = command.output().expect("runs");
        let all = text(&output.stdout) + &text(&output.stderr);
        assert!(!all.contains("planted"), "{arguments:?}: {all}");
    }
    assert_eq!(std::fs::read_dir(&folder.0).expect("a folder").count(), 0, "no file is written");
}
