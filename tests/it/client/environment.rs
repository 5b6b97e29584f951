//! `Client::from_env`, in a child process for each environment.

use sezzle_api::Client;
use sezzle_tests::child_process::child_process;

const MARK: &str = "result: ";

/// Runs in the child processes of the other tests, and tests nothing by itself.
#[test]
fn child() {
    let result = match Client::from_env() {
        Ok(client) => client.base_url().to_owned(),
        Err(error) => error.to_string(),
    };
    println!("{MARK}{result}");
}

fn from_env(variables: &[(&str, &str)]) -> String {
    let mut command = child_process(module_path!(), "child");
    for name in ["SEZZLE_PUBLIC_KEY", "SEZZLE_PRIVATE_KEY", "SEZZLE_SERVER"] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, result) = text.split_once(MARK).unwrap_or_else(|| panic!("{text}"));
    result.lines().next().unwrap().to_owned()
}

const KEYS: [(&str, &str); 2] = [("SEZZLE_PUBLIC_KEY", "sz_pub_1"), ("SEZZLE_PRIVATE_KEY", "sz_pr_1")];

#[test]
fn from_env_defaults_to_the_sandbox() {
    let with_server = |server| from_env(&[KEYS[0], KEYS[1], ("SEZZLE_SERVER", server)]);
    assert_eq!(from_env(&KEYS), "https://sandbox.gateway.sezzle.com");
    assert_eq!(with_server("sandbox"), "https://sandbox.gateway.sezzle.com");
    assert_eq!(with_server("production"), "https://gateway.sezzle.com");
    assert_eq!(with_server("http://127.0.0.1:8420/"), "http://127.0.0.1:8420");
}

#[test]
fn from_env_errors_name_the_variable() {
    for (variables, words) in [
        (vec![], &["SEZZLE_PUBLIC_KEY", "not set"][..]),
        (vec![KEYS[0]], &["SEZZLE_PRIVATE_KEY", "not set"]),
        (vec![KEYS[0], ("SEZZLE_PRIVATE_KEY", " ")], &["SEZZLE_PRIVATE_KEY", "empty"]),
        (vec![("SEZZLE_PUBLIC_KEY", ""), KEYS[1]], &["SEZZLE_PUBLIC_KEY", "empty"]),
        (vec![KEYS[0], ("SEZZLE_PRIVATE_KEY", "sz_pub_planted")], &["SEZZLE_PRIVATE_KEY", "swap"]),
        (vec![KEYS[0], KEYS[1], ("SEZZLE_SERVER", "prod")], &["SEZZLE_SERVER", "`production`"]),
        (vec![KEYS[0], KEYS[1], ("SEZZLE_SERVER", "")], &["SEZZLE_SERVER", "`production`"]),
        (vec![KEYS[0], KEYS[1], ("SEZZLE_SERVER", "http://gateway.sezzle.com")], &["SEZZLE_SERVER", "plain http"]),
    ] {
        let result = from_env(&variables);
        assert!(words.iter().all(|word| result.contains(word)), "{result}");
        assert!(!result.contains("planted"), "{result}");
    }
}
