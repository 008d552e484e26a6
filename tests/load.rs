//! Loading a dataset from a file, with the datasets that it uses.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use std::fs;
use std::path::{Path, PathBuf};

use stancegraph::FaultKind;
use stancegraph::format::{Format, LoadError, check, load, load_all, read};

/// A folder of its own with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("load").join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// Loads the first of these files; the faults, their places without the folder.
#[track_caller]
fn expect_faults(name: &str, files: &[(&str, &str)], expected: &[&str]) {
    let folder = folder(name, files);
    let faults = check(folder.join(files[0].0)).unwrap();
    let prefix = format!("{}/", folder.display());
    let found: Vec<String> = faults.iter().map(|fault| fault.to_string().replace(&prefix, "")).collect();
    assert_eq!(found, expected);
}

const PROPOSAL: &str = "[[proposal]]\nkey = \"levy\"\nname = \"carbon levy\"\n";

#[test]
fn a_dataset_uses_bundled_ones_by_key_and_files_by_relative_path() {
    let main = "[dataset]\nkey = \"a\"\nname = \"A\"\nuses = [\"nations\", \"b.toml\", \"c.jsonl\"]\n\
        [[statement]]\nid = \"s\"\nholder = \"KEN\"\nstance = \"supports\"\ntarget = \"levy\"\n";
    let again =
        "{\"type\": \"dataset\", \"key\": \"c\", \"name\": \"C\", \"uses\": [\"./b.toml\", \"nations\"]}\n";
    let folder = folder("uses", &[("a.toml", main), ("b.toml", PROPOSAL), ("c.jsonl", again)]);
    let graph = load(folder.join("a.toml")).unwrap();
    assert_eq!(graph.statement_count(), 1);
    let keys: Vec<&str> = graph.datasets().iter().map(|dataset| dataset.key.as_str()).collect();
    assert_eq!(keys, ["nations", "c", "a"]);
    let both = load_all([folder.join("b.toml"), folder.join("a.toml")]).unwrap();
    assert_eq!(both.node_count(), graph.node_count());
}

#[test]
fn a_missing_dataset_is_one_fault_and_no_wave_of_dangling_references() {
    let main = "dataset = { key = \"a\", name = \"A\", uses = [\"gone.toml\"] }\n\
        [[statement]]\nid = \"s\"\nholder = \"KEN\"\nstance = \"supports\"\ntarget = \"levy\"\n";
    let folder = folder("missing", &[("a.toml", main)]);
    let faults = check(folder.join("a.toml")).unwrap();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].kind(), FaultKind::MissingDataset);
    assert_eq!((faults[0].place().line, faults[0].place().column), (Some(1), Some(44)));
    assert!(faults[0].message().ends_with(
        "write the path of a file relative to this one, or a bundled dataset: \
         nations, organizations, ukraine-article, es-11-1, nato-accession, invented"
    ));
}

#[test]
fn datasets_that_build_on_each_other_are_a_fault() {
    let a = "dataset = { key = \"a\", name = \"A\", uses = [\"b.toml\"] }";
    let b = "dataset = { key = \"b\", name = \"B\", uses = [\"../circle/a.toml\"] }";
    expect_faults(
        "circle",
        &[("a.toml", a), ("b.toml", b)],
        &[
            "b.toml:1:44: uses[0]: `../circle/a.toml` builds on this dataset in turn; leave one of the two out",
        ],
    );
}

#[test]
fn a_long_chain_of_datasets_ends_in_a_fault() {
    let file = |n: usize| {
        let text = format!("dataset = {{ key = \"d{n}\", name = \"D\", uses = [\"{}.toml\"] }}", n + 1);
        (format!("{n}.toml"), text)
    };
    let files: Vec<(String, String)> = (0..40).map(file).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    expect_faults(
        "chain",
        &files,
        &["31.toml:1:46: uses[0]: `32.toml` is the end of a chain of more than 32 datasets; shorten it"],
    );
}

#[test]
fn every_fault_of_every_file_is_in_one_report() {
    let a = "dataset = { key = \"a\", name = \"A\", uses = [\"b.toml\"] }\n\
        [[statement]]\nid = \"s\"\nholder = \"nobody\"\nstance = \"likes\"\ntarget = \"levy\"\nconfidence = \"high\"";
    let folder = folder("report", &[("a.toml", a), ("b.toml", &format!("{PROPOSAL}color = \"red\""))]);
    let kinds: Vec<FaultKind> =
        check(folder.join("a.toml")).unwrap().iter().map(stancegraph::Fault::kind).collect();
    assert_eq!(
        kinds,
        [FaultKind::DanglingReference, FaultKind::UnknownCode, FaultKind::WrongType, FaultKind::UnknownField]
    );
}

#[test]
fn a_file_that_is_not_utf_8_is_told_its_line() {
    let folder = folder("latin", &[]);
    fs::write(folder.join("a.toml"), b"# fine\n# caf\xe9\n").unwrap();
    let faults = check(folder.join("a.toml")).unwrap();
    assert_eq!(faults[0].place().line, Some(2));
    assert_eq!(faults[0].message(), "the text is not UTF-8; save the file in that encoding");
}

#[test]
fn a_file_that_is_too_long_is_a_fault() {
    let folder = folder("long", &[("a.toml", &"#".repeat(stancegraph::format::MAX_TOML_SIZE + 1))]);
    let faults = check(folder.join("a.toml")).unwrap();
    assert_eq!(faults[0].kind(), FaultKind::TooLarge);
    assert_eq!(faults[0].message(), "the text is longer than the 16 MiB that are read of TOML; split it");
}

#[test]
fn a_file_that_cannot_be_read_is_told_apart_from_one_with_faults() {
    let error = load("no-such-file.toml").unwrap_err();
    assert!(matches!(error, LoadError::File(_)));
    assert!(error.to_string().starts_with("cannot read `no-such-file.toml`: "), "{error}");
    let error = check("Cargo.lock").unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot read `Cargo.lock`: its format is not known by its name; name it .toml, .json, .jsonl or .ndjson"
    );
}

#[test]
fn what_a_record_lacks_is_reported_once() {
    let files = [(
        "a.jsonl",
        "{\"type\": \"statement\", \"conditions\": [{\"text\": \"x\"}]}\n\
         {\"type\": \"statement\", \"id\": \"\", \"holder\": [], \"stance\": 5, \"target\": null}\n\
         {\"type\": \"tie\"}\n\
         {\"type\": \"source\"}\n\
         {\"type\": \"series\", \"broader\": [\"y\", \"z\"], \"aliases\": [{\"language\": \"en\"}]}",
    )];
    let folder = folder("lacks", &files);
    let faults = check(folder.join("a.jsonl")).unwrap();
    let per_line = |line| faults.iter().filter(|fault| fault.place().line == Some(line)).count();
    let expected = [6, 4, 3, 2, 5];
    assert_eq!([1, 2, 3, 4, 5].map(per_line), expected, "{faults:#?}");
}

/// Lines of all sorts: plain statements between others, misspelt, unknown, doubled, illegal ones, and no JSON.
fn mixed_lines(faulty: bool) -> String {
    let mut lines = vec![
        r#"{"type": "nation", "key": "KEN", "name": "Kenya"}"#.to_owned(),
        r#"{"type": "proposal", "key": "relief", "name": "debt relief"}"#.to_owned(),
    ];
    for number in 0..40 {
        let more = match number % 8 {
            0 => r#", "said": "2010-06""#,
            1 => r#", "note": "told twice""#,
            2 => r#", "act": "voted", "code": "yes", "confidence": 0.25"#,
            3 => r#", "source": "paper""#,
            4 if faulty => r#", "said": "2010-13""#,
            5 if faulty => r#", "source": "papr""#,
            6 if faulty => r#", "sourc": "paper""#,
            _ => "",
        };
        let id = if faulty && number == 39 { 0 } else { number };
        let target = if faulty && number % 11 == 0 { "relif" } else { "relief" };
        lines.push(format!(
            r#"{{"type": "statement", "id": "s-{id}", "holder": "KEN", "stance": "supports", "target": "{target}"{more}}}"#
        ));
    }
    lines.push(r#"{"type": "source", "key": "paper", "title": "The Paper"}"#.to_owned());
    if faulty {
        lines.push(r#"{"type": "statement", "id": "t", "holder": "relief", "stance": "threatens", "target": "relief"}"#.to_owned());
        lines.insert(5, "{oops".to_owned());
    }
    lines.join("\n")
}

#[test]
fn a_file_of_lines_is_read_as_its_text_is() {
    let text = mixed_lines(false);
    let path = folder("lines", &[("lines.jsonl", &text)]).join("lines.jsonl");
    let from_file = load(&path).unwrap();
    let reading = read(&text, Format::JsonLines, "lines");
    let from_text = stancegraph::GraphBuilder::new().add(reading.draft).build().unwrap();
    assert_eq!(from_file.statement_count(), 40);
    for (ours, theirs) in from_file.statements().zip(from_text.statements()) {
        assert_eq!(ours, theirs);
    }
}

#[test]
fn a_file_of_lines_has_the_faults_of_its_text() {
    let text = mixed_lines(true);
    let path = folder("faulty-lines", &[("lines.jsonl", &text)]).join("lines.jsonl");
    let of_file = check(&path).unwrap();
    let reading = read(&text, Format::JsonLines, &path.display().to_string());
    let built = stancegraph::GraphBuilder::new().add(reading.draft).add_faults(reading.faults).build();
    // One line is no JSON, so that what dangles is not judged in a file.
    let judged = |fault: &&stancegraph::Fault| fault.kind() != stancegraph::FaultKind::DanglingReference;
    let of_text: Vec<_> = built.unwrap_err().faults().iter().filter(judged).cloned().collect();
    assert!(of_text.len() > 10, "{of_text:?}");
    assert_eq!(of_file, of_text);
}
