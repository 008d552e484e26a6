//! The `stancegraph` command as people run it: exit status, standard output, standard error.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

mod board;
mod trend;

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

const OPPOSES: &str = "who opposes foreign troops";

/// Asks for JSON: the value on standard output.
#[track_caller]
fn ask_json(arguments: &[&str], status: i32) -> serde_json::Value {
    let (out, err) = run(&[&["ask", "--json"], arguments].concat(), status);
    assert_eq!(err, "");
    serde_json::from_str(&out).unwrap()
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
    for command in [&["--help"][..], &["ask", "--help"], &["check", "--help"], &["export", "--help"]] {
        let (out, _) = run(command, 0);
        assert!(out.contains("Examples:"), "{command:?}");
    }
    run(&[], 1);
    run(&["ponder"], 1);
    run(&["check"], 1);
}

#[test]
fn an_answer_goes_to_standard_output_with_its_evidence() {
    let (out, err) = run(&["ask", OPPOSES], 0);
    assert!(out.contains("Vladimir Putin, for Russia, rejects foreign troops in Ukraine"), "{out}");
    assert!(out.contains("paragraph 1: “legitimate targets”") && out.contains("paragraph 3"), "{out}");
    assert!(!out.contains("Macron"));
    assert_eq!(err, "");
    assert_eq!(run(&["ask", "who", "opposes", "foreign", "troops"], 0).0, out, "quotes are not needed");
}

#[test]
fn nothing_on_record_is_an_answer_too() {
    let (out, _) = run(&["ask", "does Germany support foreign troops?"], 0);
    assert!(out.contains("Nothing on record"), "{out}");
    assert_eq!(ask_json(&["does Germany support foreign troops?"], 0)["outcome"], "no-record");
}

#[test]
fn json_holds_the_finding_its_evidence_and_nothing_invented() {
    let answer = ask_json(&[OPPOSES], 0);
    assert_eq!(answer["outcome"], "answer");
    assert_eq!(answer["findings"].as_array().unwrap().len(), 1);
    let finding = &answer["findings"][0];
    assert_eq!(finding["holder"]["key"], "vladimir-putin");
    assert_eq!(finding["for"][0]["key"], "RUS");
    assert_eq!(finding["evidence"].as_array().unwrap().len(), 2);
    assert!(finding["since"].is_null());
    let (shaped, _) = run(&["ask", "--format", "json", OPPOSES], 0);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&shaped).unwrap(), answer);
}

#[test]
fn a_question_that_cannot_be_taken_is_shown_with_carets() {
    let (out, err) = run(&["ask", "who opoxes foreign troops"], 2);
    assert_eq!(out, "");
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines[0], "  who opoxes foreign troops");
    assert_eq!(lines[1], "      ^^^^^^");
    assert!(lines[2].starts_with("error: `opoxes`") && lines[2].contains("`opposes`"), "{err}");
    let (_, err) = run(&["ask"], 2);
    assert!(err.starts_with("error: the question is empty"), "{err}");
}

#[test]
fn carets_stand_under_characters_not_bytes() {
    let (_, err) = run(&["ask", "who ôpôsés foreign troops\tin Åland"], 2);
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines[0], "  who ôpôsés foreign troops in Åland");
    assert_eq!(lines[1], "      ^^^^^^");
    let (_, err) = run(&["ask", "who is against “Malmö” as of Fräuleintag"], 2);
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines[1].find('^'), Some("  who is against “Malmö” as of ".chars().count()), "{err}");
    assert_eq!(lines[1].matches('^').count(), "Fräuleintag".chars().count());
}

#[test]
fn carets_stand_under_wide_and_combining_characters() {
    for (question, before, under) in [
        ("who opposes “東京” as of 明日", "  who opposes “東京” as of ".chars().count() + 2, 4),
        (
            "who opposes “e\u{301}te\u{301}” as of Fra\u{308}uleintag",
            "  who opposes “été” as of ".chars().count(),
            11,
        ),
    ] {
        let (_, err) = run(&["ask", question], 2);
        let carets = err.lines().nth(1).unwrap();
        assert_eq!(carets.find('^'), Some(before), "{err}");
        assert_eq!(carets.matches('^').count(), under, "{err}");
    }
    let (_, err) = run(&["ask", "who opposes “مصر” as of القمة"], 2);
    assert!(!err.contains('^'), "a terminal may turn the line around: {err}");
}

#[test]
fn what_is_too_long_is_not_echoed_whole() {
    let long = "x".repeat(10_000);
    let (_, err) = run(&["ask", &long], 2);
    assert_eq!(err, "error: the question has 10000 characters and may have 1000; ask a shorter one\n");
    let refusal = ask_json(&[&long], 2);
    assert_eq!(refusal["question"].as_str().unwrap().chars().count(), 1_001);
}

#[test]
fn a_mistyped_stance_word_is_told_whatever_the_flags() {
    for flags in [&["--as-of", "2025-09-05"][..], &[]] {
        let (out, _) = run(&[&["ask"], flags, &["who oposes foreign troops"]].concat(), 0);
        assert!(out.contains("`oposes` was read as `opposes`"), "{out}");
    }
}

#[test]
fn what_the_question_holds_cannot_steer_the_terminal() {
    let (_, err) = run(&["ask", "who \u{1b}[31mopoxes\u{202e} foreign troops"], 2);
    assert!(!err.contains('\u{1b}') && !err.contains('\u{202e}'), "{err:?}");
    for question in ["who \u{202e}opoxes foreign troops", "who opposes\u{202e} foreign troops"] {
        let output = stancegraph(&["ask", "--json", question]).output().unwrap();
        let json = String::from_utf8(output.stdout).unwrap();
        assert!(!json.contains('\u{202e}'), "{json}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["question"], question);
    }
}

#[test]
fn a_name_for_two_things_is_asked_back_and_none_picked() {
    let text = "[[person]]\nkey = \"a\"\nname = \"Ada\"\n\
        [[proposal]]\nkey = \"first\"\nname = \"first levy\"\naliases = [\"the levy\"]\n\
        [[proposal]]\nkey = \"second\"\nname = \"second levy\"\naliases = [\"the levy\"]\n\
        [[statement]]\nid = \"s\"\nholder = \"a\"\nstance = \"supports\"\ntarget = \"first\"\n";
    let levies = file("levies.toml", text.as_bytes());
    let asked = ["--data", levies.to_str().unwrap(), "who supports the levy"];
    let (out, err) = run(&[&["ask"], &asked[..]].concat(), 2);
    assert_eq!(out, "");
    assert!(err.contains("first levy") && err.contains("second levy"), "{err}");
    let answer = ask_json(&asked, 2);
    assert_eq!(answer["outcome"], "clarify");
    assert_eq!(answer["candidates"].as_array().unwrap().len(), 2);
    assert_eq!(answer["findings"], serde_json::json!([]));
}

#[test]
fn json_tells_why_a_question_cannot_be_taken() {
    let refusal = ask_json(&["who opoxes foreign troops"], 2);
    assert_eq!(refusal["outcome"], "error");
    assert_eq!(refusal["question"], "who opoxes foreign troops");
    assert_eq!(refusal["error"]["span"], serde_json::json!([4, 10]));
    assert_eq!(refusal["error"]["text"], "opoxes");
    assert_eq!(refusal["findings"], serde_json::json!([]));
    let fields = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&refusal), fields(&ask_json(&[OPPOSES], 0)), "the same fields as an answer");
    assert!(ask_json(&[""], 2)["error"]["span"].is_null());
}

#[test]
fn flags_go_before_the_words_of_the_question_and_say_so() {
    let (out, err) = run(&["ask", "--as-of", "2025-09", OPPOSES], 0);
    assert!(out.starts_with("who opposes \"foreign troops in Ukraine\" as of 2025-09\n"), "{out}");
    assert_eq!(err, "");
    let (out, err) = run(&["ask", "--as-of", "2025-09", OPPOSES, "as of 2024"], 0);
    assert!(out.contains("as of 2025-09\n") && !out.contains("2024"), "{out}");
    assert_eq!(err, "note: --as-of 2025-09 goes before `as of 2024` of the question\n");
    let (_, err) = run(&["ask", "--known-at", "2025", OPPOSES, "as of 2024 known at 2025"], 0);
    assert_eq!(err, "");
    let by_nation = ask_json(&["--by", "nation", "--inferred", OPPOSES], 0);
    assert_eq!(by_nation["findings"][0]["holder"]["key"], "RUS");
    run(&["ask", "--as-of", "2025-02-30", OPPOSES], 1);
    run(&["ask", "--json", "--format", "text", OPPOSES], 1);
}

#[test]
fn several_files_are_asked_together_and_a_bundled_dataset_by_its_key() {
    let files = ["ask", "--data", "data/ukraine-article.toml", "--data", "data/es-11-1.jsonl"];
    assert!(run(&[&files[..], &[OPPOSES]].concat(), 0).0.contains("Vladimir Putin"));
    let (together, _) = run(&[&files[..], &["who voted against ES-11/1"]].concat(), 0);
    for nation in ["Belarus", "Eritrea", "North Korea", "Russia", "Syria"] {
        assert!(together.contains(&format!("{nation} voted against")), "{nation}\n{together}");
    }
    let absent = ask_json(&["--data", "es-11-1", "who was absent on A/RES/ES-11/1"], 0);
    assert_eq!(absent["findings"].as_array().unwrap().len(), 12);
}

#[test]
fn data_with_faults_are_not_asked() {
    let (out, err) = run(&["ask", "--data", "tests/fixtures/ten_faults.toml", OPPOSES], 1);
    assert_eq!(out, "");
    assert!(err.contains("the dataset has 10 faults") && err.contains("ten_faults.toml:11:1"), "{err}");
    let (_, err) = run(&["ask", "--data", "no-such-file.toml", OPPOSES], 1);
    assert!(err.contains("no-such-file.toml"), "{err}");
}

#[test]
fn an_answer_comes_in_the_shape_asked_for() {
    let (table, _) = run(&["ask", "--format", "table", OPPOSES], 0);
    assert!(table.contains("Vladimir Putin  Russia  rejects"), "{table}");
    let (markdown, _) = run(&["ask", OPPOSES, "--format", "markdown"], 0);
    assert!(markdown.contains("Vladimir Putin") && markdown.contains("[1]"), "{markdown}");
}

#[test]
fn answers_and_graphs_are_drawn() {
    let (mermaid, _) = run(&["ask", "--format", "mermaid", OPPOSES], 0);
    assert!(mermaid.contains("flowchart") && mermaid.contains("Vladimir Putin"), "{mermaid}");
    assert!(!mermaid.contains("Macron"), "{mermaid}");
    let (dot, _) = run(&["ask", "--format", "dot", OPPOSES], 0);
    assert!(dot.contains("digraph") && dot.contains("Vladimir Putin"), "{dot}");
    let (graph, _) = run(&["export", "--format", "mermaid"], 0);
    assert!(graph.contains("Emmanuel Macron"), "{graph}");
    let (graph, _) = run(&["export", "--format", "dot", "--data", "data/ukraine-article.toml"], 0);
    assert!(graph.contains("Emmanuel Macron"), "{graph}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_failure_and_no_panic() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = stancegraph(&["ask", OPPOSES]).stdout(full()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: "));
    let mut untold = stancegraph(&["ask", "who opoxes foreign troops"]);
    assert_eq!(untold.stderr(full()).output().unwrap().status.code(), Some(2));
}

#[test]
fn an_explanation_follows_the_answer_or_is_a_field_of_it() {
    let (out, _) = run(&["ask", "--explain", OPPOSES], 0);
    let (answer, explanation) = out.split_once("\nRead as: ").unwrap();
    assert_eq!(answer, run(&["ask", OPPOSES], 0).0);
    assert!(
        explanation.contains("\nLooked at\n  foreign troops in Ukraine (asked about): "),
        "{explanation}"
    );
    let json = ask_json(&["--explain", OPPOSES], 0);
    assert_eq!(json["explanation"]["names"][0]["key"], "foreign-troops-in-ukraine");
    let (diagram, told) = run(&["ask", "--explain", "--format", "dot", OPPOSES], 0);
    assert!(!diagram.contains("Read as") && told.contains("Read as"), "what is for a program stays clean");
}

#[test]
fn an_unclear_name_is_underlined_in_the_question() {
    let (_, err) = run(&["ask", "does Belgrade support foreign troops"], 2);
    assert!(err.starts_with("  does Belgrade support foreign troops\n       ^^^^^^^^\n"), "{err}");
}

#[test]
fn repl_takes_one_question_after_the_other_and_those_that_refer_to_the_one_before() {
    let mut repl = stancegraph(&["repl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "who opposes foreign troops\nwhy is Germany not listed?\n.explain\nwho supports it\n.quit\n";
    repl.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let Output { status, stdout, stderr } = repl.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert_eq!(status.code(), Some(0), "{out}\n{err}");
    assert!(out.contains("Vladimir Putin, for Russia, rejects foreign troops"), "{out}");
    assert!(out.contains("why does \"Germany\" not oppose \"foreign troops in Ukraine\""), "{out}");
    assert!(out.contains("Looked at"), "{out}");
    assert!(err.contains("`it` at character 14 refers to something that was not said here"), "{err}");
}

#[test]
fn a_network_is_a_labelled_table_a_list_of_edges_or_a_file_for_other_programs() {
    let of = |format: &str| {
        let nations = ["--data", "es-11-1", "--nodes", "nation", "--aggregation", "congruence"];
        run(&[&["network"], &nations[..], &["--normalization", "average", "--format", format]].concat(), 0).0
    };
    let table = of("csv");
    let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    // 141 voted for it and 5 against; abstentions take no side.
    assert_eq!((lines.len(), lines[0].len()), (147, 147), "{}", &table[..200]);
    assert_eq!(lines[0][1], lines[1][0]);
    let place = |name: &str| lines[0].iter().position(|found| *found == name).unwrap();
    assert_eq!(
        (lines[place("France")][place("Germany")], lines[place("France")][place("Russia")]),
        ("1", "0")
    );
    // Each two of those who voted alike.
    let edges = of("edges");
    assert_eq!(edges.lines().count(), 1 + 141 * 140 / 2 + 5 * 4 / 2);
    assert!(edges.starts_with("source,target,weight,source_key,target_key\n"));
    assert!(edges.contains("\nFrance,Germany,1,FRA,DEU\n"), "{}", &edges[..200]);
    assert!(
        of("graphml").contains("<edge source=\"FRA\" target=\"DEU\"><data key=\"weight\">1</data></edge>")
    );
    assert!(
        of("gexf")
            .contains("source=\"FRA\" target=\"DEU\" weight=\"1\" start=\"2022-03-02\" end=\"2022-03-02\"")
    );
    assert!(of("dot").starts_with("graph network {"));
}

#[test]
fn settings_that_make_no_network_are_told_with_those_that_do() {
    let refused = |arguments: &[&str]| run(&[&["network", "--data", "es-11-1"], arguments].concat(), 1).1;
    let told = refused(&["--aggregation", "combine"]);
    assert!(told.contains("choose one of: ignore, congruence, conflict, subtract"), "{told}");
    let told = refused(&["--mode", "two", "--normalization", "jaccard"]);
    assert!(told.contains("choose one of: none, activity, prominence"), "{told}");
    assert!(refused(&["--mode", "two", "--nodes", "target"]).contains("--mode one"));
    assert!(refused(&["--duplicates", "decade"]).contains("include, document, week, month, year, range"));
    let (table, note) = run(&["network", "--data", "es-11-1", "--from", "2023"], 0);
    assert_eq!((table.as_str(), note.as_str()), ("\n", "note: no statement fits; the network is empty\n"));
}

#[test]
fn a_network_is_of_the_holders_and_targets_that_are_wanted() {
    let of = |arguments: &[&str]| {
        run(&[&["network", "--data", "nato-accession", "--format", "csv"], arguments].concat(), 0).0
    };
    let names = |table: &str| -> Vec<String> {
        table.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&of(&["--holders", "FIN,Sweden"])), ["Finland", "Sweden"]);
    let all = names(&of(&["--holder-kind", "nation"]));
    assert!(all.contains(&"Hungary".to_owned()) && !all.contains(&"NATO".to_owned()), "{all:?}");
    let but = names(&of(&["--holder-kind", "nation", "--except-holders", "Hungary"]));
    assert_eq!(but, all.iter().filter(|name| *name != "Hungary").cloned().collect::<Vec<_>>());
    let (_, told) = run(&["network", "--data", "nato-accession", "--targets", "Swedens accession"], 1);
    assert!(told.contains("nothing in the data is called `Swedens accession`"), "{told}");
    let (_, told) = run(&["network", "--nodes", "source", "--holders", "RUS"], 1);
    assert!(told.contains("sources are no holders"), "{told}");
}

#[test]
fn agreement_is_a_table_with_counts_and_nothing_where_nothing_is_common() {
    let (table, note) = run(&["agreement", "--data", "es-11-1", "--pairs", "FRA,Germany,CHN,VEN"], 0);
    let expected = "a,b,common,same,half,opposite,agreement
FRA,DEU,1,1,0,0,1
FRA,CHN,1,0,1,0,0.5
FRA,VEN,0,0,0,0,
DEU,CHN,1,0,1,0,0.5
DEU,VEN,0,0,0,0,
CHN,VEN,0,0,0,0,
";
    assert_eq!(table, expected);
    assert!(note.contains("1 roll call of ") && note.contains("published formula"), "{note}");
    let (all, _) = run(&["agreement", "--data", "es-11-1", "--format", "csv"], 0);
    // 141 for it, 5 against, 35 abstaining.
    assert_eq!(all.lines().count(), 1 + 181 * 180 / 2);
    let (_, told) = run(&["agreement", "--data", "es-11-1", "--pairs", "FRA"], 1);
    assert!(told.contains("--pairs FRA,B"), "{told}");
    let (_, told) = run(&["agreement", "--data", "es-11-1", "--pairs", "FRA,Germny"], 1);
    assert!(told.contains("`Germny`") && told.contains("did you mean `Germany`?"), "{told}");
}

#[test]
fn windows_that_move_are_one_gexf_file() {
    let windows = ["network", "--data", "nato-accession", "--nodes", "nation", "--window", "3", "--format"];
    let (file, _) = run(&[&windows[..], &["gexf", "--aggregation", "congruence"]].concat(), 0);
    assert!(
        file.contains("<attributes class=\"edge\" mode=\"dynamic\">") && file.contains("<spell start="),
        "{file}"
    );
    let (_, told) = run(&[&windows[..], &["csv"]].concat(), 1);
    assert!(told.contains("--format gexf"), "{told}");
    let (_, told) = run(&["network", "--data", "nato-accession", "--window", "0", "--format", "gexf"], 1);
    assert!(told.contains("write a width from 1"), "{told}");
}

#[test]
fn a_snapshot_is_written_and_opened_wherever_data_is_named() {
    let path = file("article.snapshot", b"");
    let path = path.to_str().unwrap();
    run(&["export", "--format", "snapshot", "--data", "ukraine-article", "--out", path], 0);
    assert_eq!(run(&["ask", OPPOSES, "--data", path], 0), run(&["ask", OPPOSES], 0));
    let exported = stancegraph(&["export", "--format", "snapshot", "--data", path]).output().unwrap();
    assert_eq!(exported.stdout, fs::read(path).unwrap());
    run(&["check", path], 0);
    let (_, told) = run(&["export", "--format", "json", "--data", path], 1);
    assert!(told.contains("a snapshot holds a graph, not the dataset"), "{told}");
}
