//! Snapshots as files: told by how they begin, alone or with datasets beside them.

use std::fs;
use std::path::{Path, PathBuf};

use stancegraph::datasets;
use stancegraph::format::{check, load, load_all};

use crate::{rich, told};

/// A file of the test's own.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("snapshot");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), content).unwrap();
    folder.join(name)
}

#[test]
fn a_snapshot_loads_whatever_its_name_is() {
    let graph = rich::graph();
    let mut written = Vec::new();
    graph.write_snapshot(&mut written).unwrap();
    for name in ["rich.snapshot", "rich", "rich.toml"] {
        let path = file(name, &written);
        assert_eq!(told::listed(&load(&path).unwrap()), told::listed(&graph));
        assert_eq!(check(&path).unwrap(), []);
    }
}

#[test]
fn datasets_beside_a_snapshot_build_on_it() {
    let nations = file("nations.snapshot", &datasets::nations().unwrap().to_snapshot());
    let more = "[dataset]\nkey = \"more\"\nname = \"More\"\nuses = [\"nations\"]\n\n[[proposal]]\nkey = \"p\"\nname = \"a plan\"\n
[[statement]]\nid = \"s1\"\nholder = \"UKR\"\nstance = \"supports\"\ntarget = \"p\"\n";
    let more = file("more.toml", more.as_bytes());
    let graph = load_all([&more, &nations]).unwrap();
    assert_eq!(graph.ask("who supports a plan").unwrap().findings()[0].holder().name(), "Ukraine");
    let again = nations.parent().unwrap().join("../snapshot/nations.snapshot");
    let twice = load_all([&nations, &more, &again, &nations]).unwrap();
    assert_eq!(told::listed(&twice), told::listed(&graph));
    let other = file("nations-copied.snapshot", &fs::read(&nations).unwrap());
    let error = load_all([&nations, &more, &other]).unwrap_err().to_string();
    assert!(error.contains("it is a second snapshot"), "{error}");
}

#[test]
fn a_damaged_file_is_named() {
    let mut bytes = rich::graph().to_snapshot();
    *bytes.last_mut().unwrap() ^= 1;
    let path = file("damaged.snapshot", &bytes);
    let told = format!("cannot read `{}`: the snapshot is damaged", path.display());
    assert!(load(&path).unwrap_err().to_string().starts_with(&told));
    assert!(check(&path).unwrap_err().to_string().starts_with(&told));
}
