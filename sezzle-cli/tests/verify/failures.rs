//! Runs that are not possible: exit code 2.

use std::net::TcpListener;

use crate::program::Program;
use crate::proxy::{self, Fate};

#[tokio::test(flavor = "multi_thread")]
async fn production_is_refused() {
    let program = Program::live("verify/production").await;
    for server in [
        "production",
        "https://gateway.sezzle.com",
        "https://gateway.sezzle.com/",
        "https://GATEWAY.sezzle.com:443",
        "https://gateway.sezzle.com./",
        "https://gateway.sezzle.com/sandbox.gateway.sezzle.com",
        "https://gateway.eu.sezzle.com",
        "https://sandbox.gateway.sezzle.com.example",
        "https://gateway.example",
    ] {
        let errors = program.exits(2, server, &[]);
        assert!(errors.contains("real money could move"), "{server}: {errors}");
        assert!(!program.home.join("sezzle-verify").exists());
    }
    let errors = program.exits(2, program.simulator.url(), &["--server", "production"]);
    assert!(errors.contains("real money could move"), "{errors}");
}

#[tokio::test(flavor = "multi_thread")]
async fn server_must_respond_and_accept_the_keys() {
    let program = Program::live("verify/keys").await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let unused = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let errors = program.exits(2, &unused, &[]);
    assert!(errors.contains("cannot be reached"), "{errors}");
    assert!(!program.home.join("sezzle-verify/progress.jsonl").exists(), "nothing has to be finished");

    let mut command = program.verify(program.simulator.url(), &["--report", "rejected"]);
    command.env("SEZZLE_PRIVATE_KEY", "sz_pr_other");
    assert!(program.ends(2, command).contains("rejected the keys"));

    let url = proxy::start_sandbox(program.simulator.url(), |_, _| {}).await;
    let mut command = program.verify(&url, &["--report", "missing"]);
    command.env_remove("SEZZLE_PUBLIC_KEY").env_remove("SEZZLE_PRIVATE_KEY");
    assert!(program.ends(2, command).contains("set the keys"));
}

#[tokio::test(flavor = "multi_thread")]
async fn server_that_stops_responding_ends_the_run() {
    let program = Program::live("verify/stops").await;
    let reset = |request: &proxy::Request| if request.number > 20 { Fate::Reset } else { Fate::Forwarded };
    let url = proxy::start(program.simulator.url(), reset, |_, _| {}).await;
    let errors = program.exits(2, &url, &[]);
    assert!(errors.contains("run the command again to continue"), "{errors}");
    program.exits(0, program.simulator.url(), &[]);
    program.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn single_lost_response_is_skipped() {
    let program = Program::live("verify/single_reset").await;
    let reset = |request: &proxy::Request| if request.number == 12 { Fate::Reset } else { Fate::Forwarded };
    let url = proxy::start(program.simulator.url(), reset, |_, _| {}).await;
    let errors = program.exits(0, &url, &[]);
    assert!(errors.contains("not possible: no response"), "{errors}");
    program.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn unreadable_progress_is_reported_with_its_line() {
    let program = Program::live("verify/corrupt_progress").await;
    std::fs::create_dir_all(program.home.join("sezzle-verify")).unwrap();
    std::fs::write(program.home.join("sezzle-verify/progress.jsonl"), "{}\n").unwrap();
    let errors = program.exits(2, program.simulator.url(), &[]);
    assert!(errors.contains("progress.jsonl: line 1"), "{errors}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn progress_has_to_be_a_regular_file() {
    let program = Program::live("verify/linked_progress").await;
    let (folder, target) = (program.home.join("sezzle-verify"), program.home.join("target"));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(&target, "kept").unwrap();
    for target in [target.to_str().unwrap(), "/dev/full", "missing"] {
        std::os::unix::fs::symlink(target, folder.join("progress.jsonl")).unwrap();
        let errors = program.exits(2, program.simulator.url(), &[]);
        assert!(errors.contains("it is not a regular file"), "{errors}");
        std::fs::remove_file(folder.join("progress.jsonl")).unwrap();
    }
    assert_eq!(std::fs::read_to_string(target).unwrap(), "kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn folder_is_used_by_one_run_at_a_time() {
    let program = Program::live("verify/in_use").await;
    let folder = program.home.join("sezzle-verify");
    std::fs::create_dir_all(&folder).unwrap();
    let file = std::fs::File::create(folder.join("progress.jsonl")).unwrap();
    file.lock().unwrap();
    let errors = program.exits(2, program.simulator.url(), &[]);
    assert!(errors.contains("in use by another run"), "{errors}");
}

#[tokio::test(flavor = "multi_thread")]
async fn long_body_is_one_difference() {
    let program = Program::live("verify/long_body").await;
    let url = proxy::start_changing(program.simulator.url(), |request, reply| {
        if request.path == "/v2/webhooks" && request.method == "GET" && reply.status == 200 {
            // JSON, if all of it is read.
            reply.body = format!("[{}]", " ".repeat(20 << 20)).into_bytes();
        }
    })
    .await;
    program.exits(1, &url, &[]);
    assert_eq!(program.differences("sezzle-verify"), ["list_webhooks type_mismatch "]);
    program.assert_clean();
}
