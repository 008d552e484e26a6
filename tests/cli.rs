//! The `stancegraph` command as people run it: exit status, standard output, standard error.
#![cfg(feature = "cli")]

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn stancegraph(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stancegraph"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Runs the command, which has to end with this status; what it wrote to standard output and standard error.
#[track_caller]
fn run(arguments: &[&str], status: i32) -> (String, String) {
    let Output { status: ended, stdout, stderr } = stancegraph(arguments).output().unwrap();
    let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert_eq!(ended.code(), Some(status), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

/// Checks a file, which has faults: each line of the report up to its message, and the whole report.
#[track_caller]
fn check_faulty(file: &str) -> (Vec<String>, String) {
    let (out, err) = run(&["check", file], 1);
    assert_eq!(err, "");
    let place = |line: &str| line.splitn(3, ": ").take(2).collect::<Vec<_>>().join(": ");
    (out.lines().map(place).collect(), out)
}

/// A file of the test's own.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), content).unwrap();
    folder.join(name)
}

#[test]
fn check_names_ten_faults_of_a_toml_file_by_line_and_column() {
    let (places, report) = check_faulty("tests/fixtures/ten_faults.toml");
    let expected = [
        "11:1: nickname",
        "14:7: key",
        "18:7: key",
        "32:9: until",
        "36:10: holder",
        "43:10: stance",
        "49:10: stance",
        "57:8: said",
        "64:9: quote",
        "71:14: confidence",
    ];
    let expected = expected.map(|place| format!("tests/fixtures/ten_faults.toml:{place}"));
    assert_eq!(places[..10], expected);
    assert_eq!(places[10..], ["10 problems"]);
    for remedy in ["leave it out", "choose another", "take one `broader` out", "write a number from 0"] {
        assert!(report.contains(remedy), "{remedy}\n{report}");
    }
}

#[test]
fn check_names_ten_faults_of_a_json_lines_file_by_line_and_field() {
    let (places, _) = check_faulty("tests/fixtures/ten_faults.jsonl");
    let expected = [
        "2: nickname",
        "3: key",
        "4: key",
        "6: until",
        "7: holder",
        "8: stance",
        "9: stance",
        "10: said",
        "11: quote",
        "12: confidence",
    ];
    assert_eq!(places[..10], expected.map(|place| format!("tests/fixtures/ten_faults.jsonl:{place}")));
    assert_eq!(places[10..], ["10 problems"]);
}

#[test]
fn check_reports_all_files_in_one_ordered_report() {
    let (out, _) = run(&["check", "tests/fixtures/ten_faults.toml", "tests/fixtures/ten_faults.jsonl"], 1);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 21);
    assert!(lines[..10].iter().all(|line| line.starts_with("tests/fixtures/ten_faults.jsonl:")));
    assert_eq!(lines[20], "20 problems");
}

#[test]
fn check_says_what_a_sound_file_holds() {
    let (out, _) = run(&["check", "data/nations.toml"], 0);
    let nations = stancegraph::datasets::nations().unwrap().node_count();
    assert_eq!(out, format!("ok: {nations} nodes, 0 statements, 0 ties, 0 sources\n"));
    let (out, _) = run(&["check", "data/nations.toml", "data/ukraine-article.toml"], 0);
    assert_eq!(out.lines().count(), 2);
    assert!(out.contains("data/ukraine-article.toml: ok: "), "{out}");
}

#[test]
fn files_that_cannot_be_read_are_told_and_never_a_panic() {
    let binary = file("binary.toml", &[b'a', b'\n', 0xff, 0xfe, 0]);
    let long = file("long.jsonl", &b"[".repeat(3 << 20));
    let wide = file("wide.toml", format!("key = \"{}\"", "x".repeat(2 << 20)).as_bytes());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for path in [&binary, &long, &wide, folder, Path::new("no-such-file.toml"), Path::new("Cargo.lock")] {
        let (out, _) = run(&["check", path.to_str().unwrap()], 1);
        assert!(out.ends_with("1 problem\n"), "{}", &out[..out.len().min(500)]);
    }
    let (out, _) = run(&["check", binary.to_str().unwrap()], 1);
    assert!(out.contains("binary.toml:2: the text is not UTF-8"), "{out}");
}

#[test]
fn a_dataset_goes_to_every_spelling_and_back() {
    let jsonl = file("article.jsonl", b"");
    let (out, _) = run(&["export", "--format", "jsonl", "--out", jsonl.to_str().unwrap()], 0);
    assert_eq!(out, "");
    let json = file("article.json", b"");
    let from = ["--data", jsonl.to_str().unwrap(), "--out", json.to_str().unwrap()];
    run(&[&["export", "--format", "json"], &from[..]].concat(), 0);
    let (back, _) = run(&["export", "--format", "toml", "--data", json.to_str().unwrap()], 0);
    let (direct, _) = run(&["export", "--format", "toml"], 0);
    assert_eq!(back, direct);
    assert!(direct.contains("\"legitimate targets\""));
    assert!(!direct.contains("[[nation]]"), "what a dataset uses is not its own");
}

#[test]
fn what_cannot_be_exported_leaves_no_file() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli-no-such-file.json");
    let to = out.to_str().unwrap();
    let (_, err) =
        run(&["export", "--format", "json", "--data", "tests/fixtures/ten_faults.toml", "--out", to], 1);
    assert!(err.contains("the dataset has 10 faults"), "{err}");
    assert!(!out.exists());
    let two = ["--data", "data/ukraine-article.toml", "--data", "data/es-11-1.jsonl"];
    let (_, err) = run(&[&["export", "--format", "json"], &two[..]].concat(), 1);
    assert!(err.contains("one --data"), "{err}");
    run(&["export", "--format", "json", "--out", "no-such-folder/a.json"], 1);
    run(&["export", "--format", "papyrus"], 1);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = stancegraph(&["export", "--format", "toml", "--data", "data/nations.toml"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
}

#[test]
fn help_and_version_are_no_failure_and_a_wrong_flag_is_one() {
    let (out, _) = run(&["--version"], 0);
    assert_eq!(out, format!("stancegraph {}\n", env!("CARGO_PKG_VERSION")));
    for command in [&["--help"][..], &["check", "--help"], &["export", "--help"]] {
        let (out, _) = run(command, 0);
        assert!(out.contains("Examples:"), "{command:?}");
    }
    run(&[], 1);
    run(&["ponder"], 1);
    run(&["check"], 1);
}
