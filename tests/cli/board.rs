//! Commands that read the whole board: camps, balance, polarization, shifts, ideal points, mediators, pictures.

use super::{file, run};

const NATO: [&str; 2] = ["--data", "nato-accession"];
const VOTE: [&str; 4] = ["--data", "es-11-1", "--nodes", "nation"];

fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().map(|line| line.split(',').collect()).collect()
}

/// A command with its data and flags, as CSV.
#[track_caller]
fn csv(command: &str, data: &[&str], flags: &[&str]) -> String {
    run(&[&[command], data, flags, &["--format", "csv"]].concat(), 0).0
}

#[test]
fn camps_are_a_row_for_each_member() {
    let table = csv("camps", &VOTE, &[]);
    let rows = rows(&table);
    assert_eq!(rows[0], ["camp", "key", "name", "cohesion", "drawn_by", "share"]);
    // 141 voted for it and 5 against; who abstained takes no side.
    let of = |camp: &str| rows.iter().filter(|row| row[0] == camp).count();
    assert_eq!((of("1"), of("2"), rows.len()), (141, 5, 147));
    let (_, note) = run(&[&["camps"], &VOTE[..]].concat(), 0);
    assert!(note.contains("2 camps, 0 in none"), "{note}");
    let (_, told) = run(&[&["camps"], &NATO[..], &["--resolution", "0"]].concat(), 1);
    assert!(told.contains("write a finite number above 0"), "{told}");
}

#[test]
fn camps_over_time_are_their_joins_and_splits() {
    let table = csv("camps", &NATO, &["--nodes", "nation", "--window", "6", "--unit", "months"]);
    assert!(table.starts_with("from,to,event,before,after,member\n"), "{table}");
    assert!(rows(&table).iter().skip(1).all(|row| row.len() == 6));
}

#[test]
fn balance_is_figures_factions_or_frustrated_ties() {
    let table = csv("balance", &VOTE, &[]);
    let value = |figure: &str| {
        let found = table.lines().find_map(|line| line.strip_prefix(&format!("{figure},")));
        found.map(str::to_owned).unwrap()
    };
    // Every two of the 146 with a side have a tie: all triads are balanced.
    assert_eq!((value("members"), value("ties")), ("146".into(), (146 * 145 / 2).to_string()));
    assert_eq!((value("triads ++-"), value("triads ---")), ("0".into(), "0".into()));
    assert_eq!((value("frustration at least"), value("frustration at most")), ("0.0".into(), "0.0".into()));
    let factions = csv("balance", &VOTE, &["--factions"]);
    assert_eq!(factions.lines().filter(|line| line.starts_with("2,")).count(), 5);
    assert_eq!(csv("balance", &VOTE, &["--frustrated"]), "a,b,weight\n");
}

#[test]
fn polarization_tells_both_extremes() {
    let table = csv("polarization", &NATO, &["--nodes", "nation"]);
    let rows = rows(&table);
    assert_eq!((rows[1][2], rows[2][2], rows.len()), ("highest", "lowest", 3));
    let deviation = |row: &[&str]| row[3].parse::<f64>().unwrap();
    assert!(deviation(&rows[1]) >= deviation(&rows[2]));
    let groups = csv("polarization", &NATO, &["--nodes", "nation", "--groups-of", "lowest"]);
    assert!(groups.starts_with("group,key,name\n1,"), "{groups}");
}

#[test]
fn shifts_have_dates_and_what_shows_them() {
    let table = csv("shifts", &NATO, &["--holders", "Türkiye", "--on", "Finland's accession to NATO"]);
    assert!(
        table.contains(
            "TUR,Türkiye,finland-accession,2022-05-13,2022-05-13,favor,against,\
             erdogan-supports-finland-2022-04-04,erdogan-criticizes-2022-05-13-finland\n"
        ),
        "{table}"
    );
    let (table, note) = run(&["shifts", "--on", "foreign troops in Ukraine"], 0);
    assert_eq!(table.lines().count(), 1);
    assert!(note.contains("nobody is on record as having changed position"), "{note}");
    let (_, told) = run(&["shifts"], 1);
    assert!(told.contains("--on"), "{told}");
}

#[test]
fn ideal_points_point_where_they_are_told_to() {
    let points = |ends: &str| csv("ideal-points", &["--data", "es-11-1"], &["--upward", ends]);
    let of = |table: &str, key: &str| -> f64 {
        rows(table).iter().find(|row| row[0] == key).unwrap()[4].parse().unwrap()
    };
    let (up, down) = (points("RUS,FRA"), points("FRA,RUS"));
    assert!(of(&up, "RUS") < of(&up, "IND") && of(&up, "IND") < of(&up, "FRA"));
    assert!(of(&down, "FRA") < of(&down, "RUS"));
    let (_, told) = run(&["ideal-points", "--data", "es-11-1", "--upward", "RUS"], 1);
    assert!(told.contains("write --upward LOW,HIGH"), "{told}");
    let (_, told) = run(&["ideal-points"], 1);
    assert!(told.contains("roll call"), "{told}");
}

#[test]
fn mediators_have_their_criteria_as_columns() {
    let (json, _) = run(&["mediators", "Russia", "Ukraine", "--format", "json"], 0);
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found[0]["key"], "donald-trump");
    assert_eq!(found[0]["terms_b"], "trump-in-dialogue-with-zelensky-p5");
    assert_eq!((&found[0]["between"], found.as_array().unwrap().len()), (&serde_json::Value::Null, 1));
    let (_, note) = run(&["mediators", "France", "Russia"], 0);
    assert!(note.contains("nobody is on record as being on speaking terms with both"), "{note}");
    let (_, told) = run(&["mediators", "Frence", "Russia"], 1);
    assert!(told.contains("did you mean `France`?"), "{told}");
}

#[test]
fn mediators_between_camps_tell_whom_they_met() {
    let camps = ["mediators", "--camp", "Russia", "--camp", "Ukraine,France", "--format", "json"];
    let found: serde_json::Value = serde_json::from_str(&run(&camps, 0).0).unwrap();
    assert_eq!((&found[0]["key"], &found[0]["met_b"]), (&"donald-trump".into(), &"UKR".into()));
    assert_eq!(found[0]["terms_b"], "trump-in-dialogue-with-zelensky-p5");
    let (_, told) = run(&["mediators", "--camp", "Russia,Ukraine", "--camp", "Ukraine"], 1);
    assert!(told.contains("`Ukraine` is in both camps; leave it out of one"), "{told}");
    let (_, told) = run(&["mediators", "--camp", "Russia"], 1);
    assert!(told.contains("write --camp A,B --camp C,D"), "{told}");
    let (_, told) = run(&["mediators", "--data", "nato-accession", "--camps-on", "finnish-arms-exports"], 1);
    assert!(told.contains("fewer than two camps"), "{told}");
    assert!(run(&["mediators", "Russia"], 1).1.contains("PARTY"));
    assert!(
        run(&["mediators", "Russia", "Ukraine", "--camp", "France"], 1).1.contains("cannot be used with")
    );
}

#[test]
fn camps_to_mediate_between_may_be_those_found_on_a_matter() {
    let nations = ["KEN", "CHL", "PER", "GHA", "OMN"];
    let nodes = nations.map(|key| format!("[[nation]]\nkey = \"{key}\"\nname = \"N {key}\"\n"));
    let stances = [
        ("KEN", "supports", "treaty"),
        ("CHL", "supports", "treaty"),
        ("PER", "rejects", "treaty"),
        ("GHA", "rejects", "treaty"),
        ("OMN", "supports", "KEN"),
        ("OMN", "supports", "GHA"),
        ("PER", "supports", "OMN"),
    ];
    let statements = stances.iter().enumerate().map(|(number, (holder, stance, target))| {
        format!(
            "[[statement]]\nid = \"s{number}\"\nholder = \"{holder}\"\nstance = \"{stance}\"\ntarget = \"{target}\"\n"
        )
    });
    let treaty = "[[proposal]]\nkey = \"treaty\"\nname = \"harbor treaty\"\n".to_owned();
    let text: String = nodes.into_iter().chain([treaty]).chain(statements).collect();
    let path = file("camps_to_mediate.toml", text.as_bytes());
    let data = ["--data", path.to_str().unwrap()];
    let table = csv("mediators", &data, &["--camps-on", "harbor treaty", "--by", "nation"]);
    let rows = rows(&table);
    assert_eq!(rows[0][..6], ["key", "name", "met_a", "met_b", "terms_a", "terms_b"]);
    assert_eq!((rows.len(), &rows[1][..6]), (2, &["OMN", "N OMN", "KEN", "GHA PER", "s4", "s5 s6"][..]));
}

#[test]
fn standing_is_a_row_for_each_member_with_each_measure() {
    let table = csv("standing", &VOTE, &[]);
    let rows = rows(&table);
    assert_eq!(rows[0][..4], ["key", "name", "friends", "enemies"]);
    assert_eq!(rows[0][6..], ["pn", "page_rank", "betweenness", "eigenvector", "conflict"]);
    assert_eq!(rows.len(), 147);
    let of = |key: &str| rows.iter().find(|row| row[0] == key).unwrap();
    let number = |key: &str, column: usize| of(key)[column].parse::<f64>().unwrap();
    // 141 voted for it and 5 against: all of one side are friends of each other and enemies of all others.
    assert_eq!((of("FRA")[2], of("FRA")[3], of("RUS")[2], of("RUS")[3]), ("140", "5", "4", "141"));
    // By hand: every member of a side alike, and none between others; who is not of the larger side has nothing of its agreement.
    let ranks: f64 = rows[1..].iter().map(|row| row[7].parse::<f64>().unwrap()).sum();
    assert!((ranks - 1.0).abs() < 1e-9 && (number("FRA", 7) - 1.0 / 146.0).abs() < 1e-9);
    assert_eq!((of("FRA")[8], of("RUS")[9]), ("0.0", "0.0"));
    assert!((number("FRA", 9) - 1.0).abs() < 1e-9 && number("FRA", 10) * number("RUS", 10) < 0.0);
    let near = csv("standing", &VOTE, &["--near", "RUS"]);
    assert!(near.lines().nth(1).unwrap().starts_with("RUS,"), "{near}");
    let (_, told) = run(&[&["standing"], &VOTE[..], &["--near", "Atlantis"]].concat(), 1);
    assert!(told.contains("nothing in the data is called `Atlantis`"), "{told}");
    let (_, told) = run(&[&["standing"], &VOTE[..], &["--damping", "1"]].concat(), 1);
    assert!(told.contains("write a number from 0 to 0.999"), "{told}");
    let weighed = csv("standing", &NATO, &["--nodes", "nation", "--across", "weights"]);
    assert!(weighed.lines().count() > 5, "{weighed}");
}

#[test]
fn camps_by_balance_may_be_beyond_a_level() {
    let (_, note) = run(&[&["camps"], &VOTE[..], &["--by", "balance"]].concat(), 0);
    assert!(note.contains("2 camps, 0 in none; balance 1.0000"), "{note}");
    // Beyond what the most of them agree nobody stands with anybody.
    let (_, note) = run(&[&["camps"], &VOTE[..], &["--by", "balance", "--less", "1"]].concat(), 0);
    assert!(note.contains("0 camps, 146 in none"), "{note}");
    let (_, note) = run(&[&["camps"], &VOTE[..], &["--by", "balance", "--less", "mean"]].concat(), 0);
    assert!(note.contains("2 camps"), "{note}");
    let standing = csv("standing", &VOTE, &["--less", "-2"]);
    assert!(standing.contains("FRA,France,145,0,"), "whoever agrees more than -2 is a friend: {standing}");
    let (_, told) = run(&[&["camps"], &NATO[..], &["--less", "mean", "--window", "6"]].concat(), 1);
    assert!(told.contains("cannot be used with"), "{told}");
    let (_, told) = run(&[&["camps"], &VOTE[..], &["--less", "some"]].concat(), 1);
    assert!(told.contains("or `mean` for the mean weight"), "{told}");
}

#[test]
fn pictures_are_drawn_of_each_kind() {
    let draw = |arguments: &[&str]| run(&[&["draw"], arguments].concat(), 0).0;
    let network =
        draw(&["network", "--data", "es-11-1", "--nodes", "nation", "--camps", "--title", "A vote"]);
    assert!(
        network.starts_with("<svg ")
            && network.contains("<title>A vote</title>")
            && network.contains("camp 2 (5)")
    );
    assert!(
        draw(&["timeline", "--data", "nato-accession", "Türkiye"]).contains("Türkiye: positions over time")
    );
    let support =
        draw(&["support", "--data", "nato-accession", "Sweden's accession to NATO", "--theme", "dark"]);
    assert!(support.contains("said in the month") && !support.contains("prefers-color-scheme"));
    let board =
        draw(&["heat-map", "--data", "nato-accession", "--by", "nation", "--targets", "finland-accession"]);
    assert!(board.contains("1 proposal"), "{}", &board[..400]);
    let (_, told) = run(&["draw", "network", "--less", "mean"], 1);
    assert!(told.contains("add --camps"), "{told}");
    let (_, told) = run(&["draw", "timeline", "Nobody"], 1);
    assert!(told.contains("nothing in the data is called `Nobody`"), "{told}");
}
