//! The bundled nations and organizations against what is known of them outside.
//!
//! The Correlates of War table is read from `STANCEGRAPH_DATA` or `../shared/data`; without it that test passes
//! with a note.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]
#![expect(clippy::print_stdout, reason = "a test that skips says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs};

use stancegraph::model::{Node, NodeKind, TieKind};
use stancegraph::{Date, StanceGraph, datasets};

fn graph() -> &'static StanceGraph {
    datasets::organizations().unwrap()
}

fn nations() -> impl Iterator<Item = &'static Node> {
    graph().nodes().map(|(_, node)| node).filter(|node| node.kind() == NodeKind::Nation)
}

/// Keys of the members on a day, ordered.
fn members(organization: &str, day: &str) -> Vec<&'static str> {
    let day = day.parse::<Date>().unwrap().earliest();
    let power = graph().find(organization).unwrap();
    let ties = graph().ties_to(power, TieKind::MemberOf).into_iter().filter_map(|tie| graph().tie(tie));
    let on_the_day = ties.filter(|tie| tie.held.contains(day) == Some(true));
    let mut keys: Vec<_> = on_the_day.map(|tie| graph().node(tie.from).unwrap().key.as_str()).collect();
    keys.sort_unstable();
    keys
}

#[track_caller]
fn check_count(organization: &str, counts: &[(&str, usize)]) {
    let found: Vec<_> = counts.iter().map(|&(day, _)| (day, members(organization, day).len())).collect();
    assert_eq!(found, counts, "{organization}");
}

#[test]
fn iso_3166_has_249_entries_each_with_three_codes_of_its_own() {
    let current = |node: &&Node| node.key.as_str().len() == 3 && node.id("iso3") == Some(node.key.as_str());
    let entries: Vec<_> = nations().filter(current).collect();
    assert_eq!(entries.len(), 249);
    for scheme in ["iso2", "iso3", "iso-numeric"] {
        let codes: BTreeSet<_> = entries.iter().filter_map(|node| node.id(scheme)).collect();
        assert_eq!(codes.len(), 249, "{scheme}");
    }
}

#[test]
fn codes_that_are_often_mixed_up_are_right() {
    let code = |key: &str, scheme| graph().node(graph().find(key).unwrap()).unwrap().id(scheme);
    let cases = [
        ("AUS", "iso2", "AU"),
        ("AUT", "iso2", "AT"),
        ("CHE", "iso2", "CH"),
        ("CHN", "iso2", "CN"),
        ("DEU", "cow", "255"),
        ("GBR", "iso2", "GB"),
        ("NAM", "iso2", "NA"),
        ("NER", "iso-numeric", "562"),
        ("NGA", "iso-numeric", "566"),
        ("PRK", "cow", "731"),
        ("KOR", "cow", "732"),
        ("RUS", "cow", "365"),
        ("SVK", "iso2", "SK"),
        ("SVN", "iso2", "SI"),
        ("UKR", "iso-numeric", "804"),
        ("SUHH", "iso4", "SUHH"),
    ];
    for (key, scheme, expected) in cases {
        assert_eq!(code(key, scheme), Some(expected), "{scheme} of {key}");
    }
}

#[test]
fn former_states_of_un_roll_calls_are_there_and_gone() {
    let day = "2020-01-01".parse::<Date>().unwrap().earliest();
    for key in ["SUHH", "YUCS", "CSHH", "DDDE", "YDYE", "CSXX", "yemen-arab-republic", "zanzibar"] {
        let node = graph().node(graph().find(key).unwrap()).unwrap();
        let stancegraph::model::NodeBody::Nation(nation) = &node.body else { panic!("{key} is no nation") };
        assert_eq!(nation.exists.contains(day), Some(false), "{key}");
    }
}

#[test]
fn organizations_have_the_members_of_their_day() {
    check_count(
        "european-union",
        &[
            ("1958-01-01", 6),
            ("1973-01-01", 9),
            ("1981-01-01", 10),
            ("1986-01-01", 12),
            ("1996-01-01", 15),
            ("2004-05-01", 25),
            ("2007-01-01", 27),
            ("2013-07-01", 28),
            ("2021-01-01", 27),
        ],
    );
    check_count(
        "nato",
        &[
            ("1949-08-24", 12),
            ("1982-05-30", 16),
            ("1999-03-12", 19),
            ("2004-03-29", 26),
            ("2009-04-01", 28),
            ("2023-04-04", 31),
            ("2024-06-01", 32),
        ],
    );
    check_count(
        "united-nations",
        &[("1945-10-23", 0), ("1945-12-31", 51), ("2011-07-14", 193), ("2022-03-02", 193)],
    );
    check_count("african-union", &[("2024-01-01", 55)]);
    check_count("arab-league", &[("2024-01-01", 22)]);
    check_count("asean", &[("1967-08-08", 5), ("1999-04-30", 10), ("2024-01-01", 10)]);
    check_count("g7", &[("2024-01-01", 7)]);
    check_count("sco", &[("2001-06-15", 6), ("2017-06-10", 8), ("2024-08-01", 10)]);
}

#[test]
fn small_circles_are_named_one_by_one() {
    let p5 = ["CHN", "FRA", "GBR", "RUS", "USA"];
    assert_eq!(members("un-security-council-p5", "2024-06-01"), p5);
    assert_eq!(members("un-security-council", "2024-06-01"), p5, "elected members are not included");
    assert_eq!(members("brics", "2012-01-01"), ["BRA", "CHN", "IND", "RUS", "ZAF"]);
    assert_eq!(members("csto", "2024-01-01"), ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]);
    assert_eq!(members("g7", "2024-01-01"), ["CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"]);
    assert_eq!(members("g7", "2010-01-01"), members("g7", "2024-01-01"), "Russia was of the G8, not the G7");
    assert!(!members("european-union", "2020-02-01").contains(&"GBR"));
    assert!(members("european-union", "2020-01-31").contains(&"GBR"));
}

/// A table of the shared folder; `None`, with a note, where there is none.
fn table(path: &str) -> Option<String> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = env::var_os("STANCEGRAPH_DATA").map_or_else(beside, PathBuf::from);
    let text = fs::read_to_string(folder.join(path)).ok();
    if text.is_none() {
        println!("skipped: {} has no {path}; set STANCEGRAPH_DATA to the folder", folder.display());
    }
    text
}

#[test]
fn correlates_of_war_codes_agree_with_the_published_state_list() {
    let Some(table) = table("un-ga/cow_country_codes.csv") else { return };
    let states: BTreeSet<(&str, &str, &str)> = table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let (abbreviation, rest) = line.split_once(',')?;
            let (number, name) = rest.split_once(',')?;
            Some((number, abbreviation, name.trim_matches('"')))
        })
        .collect();
    assert_eq!(states.len(), 217);

    let mut by_number: BTreeMap<&str, Vec<&Node>> = BTreeMap::new();
    for node in nations() {
        for number in ["cow", "cow-former"].into_iter().filter_map(|scheme| node.id(scheme)) {
            by_number.entry(number).or_default().push(node);
        }
    }
    let unknown: Vec<&str> = states
        .iter()
        .filter(|(number, ..)| !by_number.contains_key(number))
        .map(|(.., name)| *name)
        .collect();
    let gone_before_the_un = [
        "Hanover",
        "Bavaria",
        "Baden",
        "Saxony",
        "Wuerttemburg",
        "Hesse Electoral",
        "Hesse Grand Ducal",
        "Mecklenburg Schwerin",
        "Austria-Hungary",
        "Papal States",
        "Two Sicilies",
        "Modena",
        "Parma",
        "Tuscany",
        "Korea",
    ];
    assert_eq!(unknown, gone_before_the_un);
    let numbers: BTreeSet<&str> = states.iter().map(|(number, ..)| *number).collect();
    assert!(by_number.keys().all(|number| numbers.contains(number)));

    // One shares its name with its neighbor, the other is spelled without accents there.
    let other_names = ["Congo", "Sao Tome and Principe"];
    for (number, abbreviation, name) in &states {
        let nodes = by_number.get(number).map_or(&[][..], Vec::as_slice);
        let named = |node: &&Node| node.labels().any(|label| label.eq_ignore_ascii_case(name));
        let abbreviated = |node: &&Node| node.id("cow-abbrev") == Some(abbreviation);
        let is_now = nodes.iter().any(|node| node.id("cow") == Some(number));
        assert!(!is_now || nodes.iter().any(abbreviated), "{abbreviation}: {name}");
        assert!(nodes.is_empty() || nodes.iter().any(named) || other_names.contains(name), "{name}");
    }
}

#[test]
fn the_vote_of_2_march_2022_is_complete() {
    let graph = datasets::es_11_1().unwrap();
    let mut counts = BTreeMap::new();
    for (_, statement) in graph.statements() {
        *counts.entry(statement.stance.as_str()).or_insert(0) += 1;
    }
    assert_eq!(counts, BTreeMap::from([("abstains", 35), ("absent", 12), ("rejects", 5), ("supports", 141)]));
    let voters: BTreeSet<&str> =
        graph.statements().filter_map(|(_, vote)| Some(graph.node(vote.holder)?.key.as_str())).collect();
    assert_eq!(voters.into_iter().collect::<Vec<_>>(), members("united-nations", "2022-03-02"));
}
