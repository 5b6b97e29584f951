//! Keys are printed nowhere, and stored where only the user can read them.

use std::fs;

use sezzle_simulator::Simulator;

use crate::program::{Program, files};

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_printed_nowhere() {
    let mut program = Program::new("secrets").await;
    // A key that occurs nowhere else.
    program.simulator.rotate_keys();
    let key = program.simulator.private_key();
    let profile = program.home.join(".config/sezzle/profiles.json");

    let input = format!("{}\n{key}\n", program.simulator.public_key());
    let login = program.run_with_input(&["login", "--profile", "shop"], &input);
    assert_eq!(login.status.code(), Some(0), "{login:?}");
    program.variables.push(("SEZZLE_PROFILE", "shop".to_owned()));
    let order = program.approved_order();
    let mut outputs = vec![login];
    for arguments in [
        &["whoami"][..],
        &["doctor"],
        &["token", "create"],
        &["token", "create", "--dry-run"],
        &["token", "create", "--show-secrets"],
        &["order", "get", &order],
        &["order", "get", &key],
        &["order", "capture", &order, "--amount", "1 USD", "--request-id", &key],
        &["api", "GET", "/_simulator/keys", "--show-secrets"],
        &["api", "GET", "/_simulator/keys", "-o", "table"],
        &["settlement", "sum", "no-such-payout"],
        &["completions", "bash"],
        &["logout", "--profile", "other"],
    ] {
        outputs.push(program.run(arguments));
    }
    for output in &outputs {
        for text in [&output.stdout, &output.stderr] {
            let text = String::from_utf8_lossy(text);
            assert!(!text.contains(&*key), "{text}");
        }
    }
    assert!(String::from_utf8_lossy(&outputs[3].stdout).contains("[redacted]"), "{:?}", outputs[3]);

    let with_key: Vec<_> = files(&program.home)
        .into_iter()
        .filter(|path| fs::read(path).unwrap().windows(key.len()).any(|part| part == key.as_bytes()))
        .collect();
    assert_eq!(with_key, std::slice::from_ref(&profile));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&profile).unwrap().permissions().mode() & 0o777, 0o600);
        // A file that others can read is not used.
        fs::set_permissions(&profile, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(program.fails(2, &["whoami"]).contains("chmod 600"));
        fs::set_permissions(&profile, fs::Permissions::from_mode(0o600)).unwrap();
    }
    program.json(&["whoami"]);
    assert_eq!(program.run(&["logout"]).status.code(), Some(0));
    assert!(!fs::read_to_string(&profile).unwrap().contains(&*key));
    program.fails(2, &["whoami"]);
}

/// Every user of a machine can read the command line of every process.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn keys_reach_no_process_list_and_no_child() {
    let mut program = Program::live("process-list").await;
    // Twice: another test passes the first key of any simulator as an argument, and may run at the same time.
    program.simulator.rotate_keys();
    program.simulator.rotate_keys();
    let keys = [program.simulator.public_key().to_owned(), program.simulator.private_key()];
    program.variables.extend(["SEZZLE_PUBLIC_KEY", "SEZZLE_PRIVATE_KEY"].into_iter().zip(keys.clone()));
    let (listen, url) = program.listen(&["--record", "events.jsonl", "--exit-after", "1", "--timeout", "60s"]);
    program.prints(&["trigger", "order.authorized"]);
    assert_eq!(listen.wait().status.code(), Some(0));
    // The files are what the user of the verify command sees: its environment, and all processes.
    let (_listen, _) = program.listen(&["--timeout", "60s"]);
    let look = "env > child-environment; cat /proc/[0-9]*/cmdline > processes 2>/dev/null; [ -s processes ]";
    // The first `listen` has ended, so nothing receives the event.
    assert!(
        program.fails(1, &["replay", "events.jsonl", "--forward-to", &url, "--verify-cmd", look]).contains("1 check")
    );
    let seen = fs::read(program.home.join("processes")).unwrap();
    assert!(String::from_utf8_lossy(&seen).contains("--verify-cmd"), "the list has this command");
    let files = files(&program.home);
    for name in ["events.jsonl", "child-environment", "processes", "listen.stdout", "listen.stderr"] {
        assert!(files.contains(&program.home.join(name)), "{name}");
    }
    for file in files {
        let content = fs::read(&file).unwrap();
        let has = |key: &String| content.windows(key.len()).any(|part| part == key.as_bytes());
        // The public key of the simulator is the same everywhere.
        assert!(!has(&keys[1]), "{}", file.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_of_the_environment_belong_to_its_server() {
    let mut program = Program::new("environment").await;
    program
        .variables
        .extend([("SEZZLE_PUBLIC_KEY", "sz_pub_1".to_owned()), ("SEZZLE_PRIVATE_KEY", "sz_pr_1".to_owned())]);
    assert!(program.fails(1, &["whoami"]).contains("401"));
    let other = Simulator::start().await.unwrap();
    let whoami = program.json(&["whoami", "--server", other.url()]);
    assert_eq!(whoami["keys"], "simulator");
    // One key alone is a mistake.
    program.variables.pop();
    assert!(program.fails(2, &["whoami"]).contains("SEZZLE_PRIVATE_KEY"));
}

#[tokio::test(flavor = "multi_thread")]
async fn server_without_keys_is_reported() {
    let mut program = Program::new("no-keys").await;
    program.variables.clear();
    let errors = program.fails(2, &["order", "get", "order-1"]);
    assert!(errors.contains("https://sandbox.gateway.sezzle.com") && errors.contains("sezzle login"), "{errors}");
    program.variables.push(("SEZZLE_SERVER", "sandbx".to_owned()));
    assert!(program.fails(2, &["order", "get", "order-1"]).contains("SEZZLE_SERVER"));
}
