//! Commands that tell what moves, and how sure figures are: drift, breaks, support, convergence, reliability, `--bootstrap`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{file, run};

fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().skip(1).map(|line| line.split(',').collect()).collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

/// A command over a file, as CSV, and what it tells beside it.
#[track_caller]
fn csv(command: &str, data: &str, flags: &[&str]) -> (String, String) {
    run(&[&[command, "--data", data], flags, &["--format", "csv"]].concat(), 0)
}

/// A dataset of plain statements: who says what on what, and when; what is on a target that begins with "call" is a vote.
fn dataset(name: &str, statements: &[(&str, &str, &str, &str)]) -> String {
    let node = |kind: &str, key: &str| json!({"type": kind, "key": key, "name": key});
    let mut lines = vec![node("dataset", name)];
    let mut known = BTreeSet::new();
    for (kind, key) in statements.iter().flat_map(|one| [("organization", one.0), ("proposal", one.2)]) {
        if known.insert(key) {
            lines.push(node(kind, key));
        }
    }
    for (number, (holder, stance, target, said)) in statements.iter().enumerate() {
        let act = target.starts_with("call").then_some(("act".to_owned(), "voted".into()));
        let id = format!("s{number}");
        let mut line = json!({"type": "statement", "id": id, "holder": holder, "stance": stance, "target": target, "said": said});
        line.as_object_mut().unwrap().extend(act);
        lines.push(line);
    }
    let text = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    file(&format!("{name}.jsonl"), text.as_bytes()).to_str().unwrap().to_owned()
}

/// From against over weakly against and so on to for it, one step each four years, which are 1461 days.
fn warming() -> String {
    dataset(
        "warming",
        &[
            ("kenya", "rejects", "levy", "2000-01-01"),
            ("kenya", "doubts", "levy", "2004-01-01"),
            ("kenya", "abstains", "levy", "2008-01-01"),
            ("kenya", "open-to", "levy", "2012-01-01"),
            ("kenya", "supports", "levy", "2016-01-01"),
            ("chile", "supports", "levy", "2000-01-01"),
            ("chile", "rejects", "levy", "2001-01-01"),
        ],
    )
}

#[test]
fn a_drift_is_grades_a_year_and_told_from_five_days_on() {
    let data = warming();
    let (table, _) = csv("drift", &data, &["--on", "levy"]);
    let rows = rows(&table);
    assert!(table.starts_with("holder,name,statements,first,last,slope,low,high,tendency\n"), "{table}");
    // One step in four years, between any two; so does every rank of the slopes.
    assert_eq!(rows[0][..5], ["kenya", "kenya", "5", "2000-01-01", "2016-01-01"]);
    assert!(rows[0][5..8].iter().all(|value| (number(value) - 0.25).abs() < 1e-9), "{table}");
    assert_eq!((rows[0][8], rows[1][8]), ("warmer", "too few"));
    let (table, note) =
        csv("drift", &data, &["--on", "levy", "--holders", "chile", "--line", "least-squares"]);
    // From 2 to -2 in the 366 days of a leap year.
    assert!((number(self::rows(&table)[0][5]) + 4.0 * 365.25 / 366.0).abs() < 1e-9, "{table}");
    assert!(note.contains("nobody spoke on 5 days or more"), "{note}");
    let (table, _) = csv("drift", &data, &["--on", "levy", "--to", "2004", "--statements"]);
    assert_eq!(
        table,
        "holder,name,day,grade,statement\nkenya,kenya,2000-01-01,-2.0,s0\nkenya,kenya,2004-01-01,-1.0,s1\n\
         chile,chile,2000-01-01,2.0,s5\nchile,chile,2001-01-01,-2.0,s6\n"
    );
    let (_, told) = run(&["drift", "--data", &data, "--on", "lefy"], 1);
    assert!(told.contains("did you mean `levy`?"), "{told}");
}

/// Days since 0000-03-01 by the civil calendar: years that begin in March, of 365 days and leap days.
fn days(date: &str) -> f64 {
    let part = |from: usize, to: usize| date[from..to].parse::<i32>().unwrap();
    let (month, day) = ((part(5, 7) + 9) % 12, part(8, 10));
    let year = part(0, 4) - i32::from(month > 9);
    f64::from(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}

#[test]
fn the_slope_is_the_median_of_all_slopes_between_the_statements_shown() {
    let on = ["--on", "finland-accession", "--by", "nation"];
    let (lines, _) = csv("drift", "nato-accession", &on);
    let (behind, _) = csv("drift", "nato-accession", &[&on[..], &["--statements"]].concat());
    let mut points: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for row in rows(&behind) {
        points.entry(row[0]).or_default().push((days(row[2]) / 365.25, number(row[3])));
    }
    for row in rows(&lines) {
        let points = &points[row[0]];
        let mut slopes = Vec::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let later = points[at + 1..].iter().filter(|(other, _)| (other - x).abs() > 1e-9);
            slopes.extend(later.map(|(other, value)| (value - y) / (other - x)));
        }
        slopes.sort_by(f64::total_cmp);
        assert_eq!(row[2], points.len().to_string());
        if slopes.is_empty() {
            assert_eq!(row[5], "", "{row:?}");
        } else {
            let middle = f64::midpoint(slopes[slopes.len() / 2], slopes[(slopes.len() - 1) / 2]);
            assert!((number(row[5]) - middle).abs() < 1e-9, "{row:?} {slopes:?}");
        }
    }
}

#[test]
fn a_position_breaks_where_it_turns_for_good() {
    let turns = ["rejects", "rejects", "supports", "rejects", "supports", "supports", "supports", "supports"];
    let days: Vec<String> = (1..9).map(|day| format!("2020-01-0{day}")).collect();
    let said: Vec<_> =
        turns.iter().zip(&days).map(|(stance, day)| ("kenya", *stance, "levy", day.as_str())).collect();
    let data = dataset("turns", &said);
    let columns = "holder,name,last_before,first_after,mean_before,mean_after,shown_before,shown_after\n";
    let (table, _) = csv("breaks", &data, &["--on", "levy", "--penalty", "15"]);
    // Three against and an aside, whose squares are 12 where all eight have 30; to cut the aside out would save 12 and cost 30.
    assert_eq!(table, format!("{columns}kenya,kenya,2020-01-04,2020-01-05,-1.0,2.0,s3,s4\n"));
    let (table, _) = csv("breaks", &data, &["--on", "levy", "--penalty", "1"]);
    let at: Vec<&str> = rows(&table).iter().map(|row| row[3]).collect();
    assert_eq!(at, ["2020-01-03", "2020-01-04", "2020-01-05"]);
    let (table, note) = csv("breaks", &data, &["--on", "levy", "--penalty", "1000"]);
    assert_eq!(table, columns);
    assert!(note.contains("a lower --penalty"), "{note}");
    let (_, told) = run(&["breaks", "--data", &data, "--on", "levy", "--penalty", "-1"], 1);
    assert!(told.contains("write `bic` or a number from 0"), "{told}");
    let (_, told) = run(&["breaks", "--data", &data, "--on", "levy", "--shortest", "0"], 1);
    assert!(told.contains("'--shortest <COUNT>'"), "{told}");
    let (_, told) = run(&["breaks", "--data", &data, "--on", "levy", "--penalty", "some"], 1);
    assert!(told.contains("write `bic` or a number from 0"), "{told}");
}

/// Two camps of two over six years, a roll call a year: in the last three the camps vote alike.
fn votes(name: &str) -> String {
    let mut votes = Vec::new();
    for (call, year) in ["call0", "call1", "call2", "call3", "call4", "call5"].into_iter().zip(2000..) {
        let other = if year < 2003 { "rejects" } else { "supports" };
        for (voter, stance) in [("a1", "supports"), ("a2", "supports"), ("b1", other), ("b2", other)] {
            votes.push((voter, stance, call, format!("{year}-06-01")));
        }
    }
    let votes: Vec<_> = votes.iter().map(|(a, b, c, day)| (*a, *b, *c, day.as_str())).collect();
    dataset(name, &votes)
}

#[test]
fn the_agreement_of_two_breaks_where_they_begin_to_agree() {
    let data = votes("votes-a");
    let (table, note) = csv("breaks", &data, &["--pair", "a1,b2"]);
    assert_eq!(
        table,
        "a,b,last_before,first_after,mean_before,mean_after,common_before,common_after\na1,b2,2002,2003,0.0,1.0,1,1\n"
    );
    assert!(note.contains("6 roll calls"), "{note}");
    let (_, told) = run(&["breaks", "--data", &data, "--pair", "a1"], 1);
    assert!(told.contains("write --pair A,B"), "{told}");
    let (_, told) = run(&["breaks", "--data", &data], 1);
    assert!(told.contains("--on"), "{told}");
}

#[test]
fn camps_that_begin_to_vote_alike_converge() {
    let data = votes("votes-b");
    let camps = ["--one", "a1,a2", "--other", "b1,b2"];
    let (table, note) = csv("convergence", &data, &camps);
    let told: Vec<String> = rows(&table).iter().map(|row| row[2..5].join(" ")).collect();
    assert_eq!(told, [["1.0 0.0 1.0"; 3], ["1.0 1.0 0.0"; 3]].concat());
    assert_eq!(rows(&table)[0][5..], ["2", "4"], "pairs within and between");
    // Of 15 slopes nine go from 1 to 0 over one to five years: the median is the eighth lowest, one of two in five years.
    assert!(note.contains("the distance changes by -0.2"), "{note}");
    let (table, _) = csv("convergence", "es-11-1", &["--one", "BLR,RUS,SYR", "--other", "FRA,DEU,IND"]);
    let row = &rows(&table)[0];
    // Of six pairs within, the two of India, which abstained, are half way; of nine between, the three of India.
    let expected = [5.0 / 6.0, 1.5 / 9.0, 5.0 / 6.0 - 1.5 / 9.0];
    assert!(
        row[2..5].iter().zip(expected).all(|(found, wanted)| (number(found) - wanted).abs() < 1e-12),
        "{row:?}"
    );
    let (_, told) = run(&["convergence", "--data", "es-11-1", "--one", "BLR"], 1);
    assert!(told.contains("--other"), "{told}");
}

#[test]
fn support_is_counted_by_month() {
    let data = dataset(
        "months",
        &[
            ("kenya", "supports", "levy", "2020-01-10"),
            ("kenya", "accepts", "levy", "2020-02-10"),
            ("kenya", "rejects", "levy", "2021-03"),
            ("kenya", "withdraws", "levy", "2022-05-01"),
            ("chile", "rejects", "levy", "2020-01-31"),
            ("chile", "abstains", "levy", "2020-03-01"),
        ],
    );
    let (table, _) = csv("support", &data, &["--on", "levy"]);
    assert_eq!(
        table,
        "month,said,flow,favor,neutral,against,net\n2020-01,2,0,1,0,1,0\n2020-02,1,1,1,0,1,0\n2020-03,1,0,1,1,0,1\n\
         2021-03,1,-1,0,1,1,-1\n2022-05,1,0,0,1,0,0\n"
    );
    let (table, _) =
        csv("support", &data, &["--on", "levy", "--from", "2020-01-15", "--to", "2020", "--statements"]);
    let behind: Vec<String> =
        rows(&table).iter().map(|row| format!("{} {} {}", row[0], row[4], row[6])).collect();
    assert_eq!(behind, ["2020-01 rejects s4", "2020-02 accepts s1", "2020-03 abstains s5"]);
    let (_, note) = csv("support", &data, &["--on", "levy", "--to", "1999"]);
    assert!(note.contains("nothing said on it is known to the month"), "{note}");
}

/// What two coders made of four acts: they differ on the second.
fn coders() -> [String; 2] {
    [("first", "supports"), ("second", "rejects")].map(|(coder, second)| {
        dataset(
            coder,
            &[
                ("kenya", "supports", "levy", "2020-01-01"),
                ("kenya", second, "levy", "2020-01-02"),
                ("chile", "rejects", "levy", "2020-01-01"),
                ("chile", "supports", "levy", "2020-01-02"),
                (coder, "supports", "levy", "2020-01-01"),
            ],
        )
    })
}

#[test]
fn coders_agree_as_far_as_worked_by_hand() {
    let [first, second] = coders();
    let figures =
        |flags: &[&str]| run(&[&["reliability", &first, &second, "--format", "csv"], flags].concat(), 0).0;
    let table = figures(&["--bootstrap", "200"]);
    let rows = rows(&table);
    // Eight values, five of them 1: Do is 2/8, De is 2 * 5 * 3 / (8 * 7).
    let (alpha, kappa) = (1.0 - 0.25 / (30.0 / 56.0), 1.0 - 0.25 / (0.75 * 0.5 + 0.25 * 0.5));
    assert_eq!((rows[0][0], rows[0][1], rows[0][3]), ("alpha", "nominal", "4"));
    assert_eq!((rows[1][0], rows[1][1], rows[1][3]), ("kappa", "equal", "4"));
    for (row, expected) in rows.iter().zip([alpha, kappa]) {
        assert!((number(row[6]) - expected).abs() < 1e-12, "{row:?}");
        assert!(number(row[7]) <= expected && expected <= number(row[8]), "{row:?}");
        // One sample in 256 holds the one act four times, on which both always give the same and nothing can be told.
        assert!(number(row[9]) > 150.0 && number(row[9]) <= 200.0, "{row:?}");
    }
    assert_eq!(table, figures(&["--bootstrap", "200", "--seed", "0"]), "the same seed, the same interval");
    assert_ne!(table, figures(&["--bootstrap", "200", "--seed", "1"]));
    let differing = figures(&["--differing"]);
    assert_eq!(differing.lines().count(), 3, "{differing}");
    assert!(
        differing.contains("\"kenya, levy, 2020-01-02\"") && differing.contains(",1.0,s1\n"),
        "{differing}"
    );
    let (_, told) = run(&["reliability", &first], 1);
    assert!(told.contains("name the file of another coder"), "{told}");
    let (_, told) = run(&["reliability", &first, &first], 1);
    assert!(told.contains("is named twice"), "{told}");
    let (_, told) = run(&["reliability", "--data", &first], 1);
    assert!(told.contains("have some units coded twice"), "{told}");
}

#[test]
fn samples_are_counted_as_the_whole_is() {
    let balance = ["balance", "--data", "nato-accession", "--nodes", "nation"];
    let (table, _) = csv(balance[0], balance[2], &["--nodes", "nation", "--less", "9", "--bootstrap", "20"]);
    // Nobody agrees with another that much: no tie is left above 0, in no sample either.
    let row = rows(&table).into_iter().find(|row| row[0] == "share of balanced triads").unwrap();
    assert_eq!((row[1], row[2], row[3]), ("0.0", "0.0", "0.0"), "three enemies are out of balance");
    let (_, told) = run(&[&balance[..], &["--to", "1999", "--bootstrap", "20"]].concat(), 1);
    assert!(told.contains("nothing to draw samples from"), "{told}");
    let (_, told) = run(&[&balance[..], &["--bootstrap", "4000000000"]].concat(), 1);
    assert!(told.contains("draw 100000 samples at most"), "{told}");
}

#[test]
fn an_interval_is_asked_for_with_a_number_of_samples() {
    let data = votes("votes-c");
    // Three of six roll calls agree. The mean of six draws of 0 or 1 has its 2.5th percentile at 1/6 or below.
    let pair = ["--pairs", "a1,b1", "--bootstrap", "2000"];
    let (table, _) = csv("agreement", &data, &pair);
    let row = &rows(&table)[0];
    assert_eq!(row[..7], ["a1", "b1", "6", "3", "0", "3", "0.5"]);
    // P(0 of 6) = 1/64 < 2.5 percent < P(at most 1 of 6) = 7/64.
    assert!(
        (number(row[7]) - 1.0 / 6.0).abs() < 1e-9 && (number(row[8]) - 5.0 / 6.0).abs() < 1e-9,
        "{row:?}"
    );
    assert_eq!(row[9], "2000");
    assert_eq!(csv("agreement", &data, &pair).0, table);
    let (_, told) = run(&["agreement", "--data", &data, "--pairs", "a1,b1", "--bootstrap", "1"], 1);
    assert!(told.contains("draw at least 2, better 1000"), "{told}");
    let (json, _) = run(&["agreement", "--data", &data, "--pairs", "a1,a2", "--format", "json"], 0);
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&found[0]["common"], &found[0]["agreement"]), (&6.into(), &1.into()));
}

#[test]
fn figures_of_networks_have_intervals_too() {
    let nations = ["--nodes", "nation", "--bootstrap", "50"];
    let (table, _) = csv("balance", "nato-accession", &nations);
    let plain = csv("balance", "nato-accession", &nations[..2]).0;
    assert_eq!(rows(&table).len(), 12);
    for (row, without) in rows(&table).iter().zip(rows(&plain)) {
        assert_eq!(row[..2], without, "the figure itself stays what it was");
        // Counts have none: a sample has no tie that the whole has not.
        let scatters = row[0].contains("share") || row[0] == "line balance";
        assert_eq!(scatters, !row[2].is_empty() && number(row[2]) <= number(row[3]), "{row:?}");
    }
    let (table, _) = csv("polarization", "nato-accession", &["--nodes", "nation", "--bootstrap", "5"]);
    for row in rows(&table) {
        assert!(number(row[7]) <= number(row[8]) && row[9] == "5", "{row:?}");
    }
    let (_, told) = run(&["balance", "--data", "nato-accession", "--factions", "--bootstrap", "20"], 1);
    assert!(told.contains("cannot be used with"), "{told}");
}
