//! Networks over statements, against what Discourse Network Analyzer printed for the same statements, and where its rule
//! is wrong against what the definition gives.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use serde_json::Value;
use stancegraph::analysis::network::{
    Aggregation, CodedStatement, Coding, Duplicates, Kernel, Level, Mode, Moving, Network, Networks,
    Normalization, Pick, Qualifier, Rules, Scale, Settings,
};
use stancegraph::analysis::{Time, Unit};
use stancegraph::model::StatementId;
use stancegraph::model::draft::{Draft, NodeDraft, SourceDraft, StatementDraft};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, StanceGraph};

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/networks").join(file)).unwrap()
}

/// The rows of a table without quotes, by column.
fn table(file: &str) -> Vec<HashMap<String, String>> {
    let text = text(file);
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        assert_eq!(fields.len(), header.len());
        header.iter().zip(fields).map(|(name, field)| ((*name).to_owned(), field.to_owned())).collect()
    };
    lines.map(row).collect()
}

/// The statements with their documents.
struct Statements {
    rows: Vec<HashMap<String, String>>,
    documents: HashMap<String, HashMap<String, String>>,
}

impl Statements {
    fn read() -> Self {
        let documents =
            table("documents.csv").into_iter().map(|row| (row["document_id"].clone(), row)).collect();
        Self { rows: table("statements.csv"), documents }
    }

    fn scale(&self, qualifier: &str) -> Scale {
        let values = || self.rows.iter().map(|row| row[qualifier].as_str());
        match qualifier {
            "" => Scale::single(),
            "agreement" => Scale::sides(),
            "strength" => Scale::grades(values().map(|value| value.parse().unwrap())),
            _ => Scale::categories(values()),
        }
    }

    /// The statements coded as a line of the expected results names its variables.
    fn coding(&self, asked: &Value) -> Coding {
        let qualifier = asked["qualifier"].as_str().unwrap_or("agreement");
        let target = asked["variable2"].as_str().unwrap_or("concept");
        let mut coding = Coding::new(self.scale(qualifier));
        for row in &self.rows {
            let number = |column: &str| row[column].parse::<u32>().unwrap();
            let document = &self.documents[&row["document_id"]];
            let of = if asked["variable2Document"] == true { document } else { row };
            let level = match qualifier {
                "" => Level::Unqualified,
                "agreement" => Level::Favor(row["agreement"] == "1"),
                "strength" => Level::Grade(row["strength"].parse().unwrap()),
                other => Level::Category(&row[other]),
            };
            let statement = CodedStatement {
                id: number("statement_id"),
                holder: &row[asked["variable1"].as_str().unwrap_or("organization")],
                target: &of[target],
                level,
                time: Some(row["date"].parse().unwrap()),
                document: Some(number("document_id")),
                place: (number("start"), number("stop")),
            };
            coding.add(statement).unwrap();
        }
        coding
    }

    fn documents_of(&self, sources: &Value) -> Pick<u32> {
        let left_out: Vec<&str> =
            sources.as_array().into_iter().flatten().map(|one| one.as_str().unwrap()).collect();
        let of = |(id, row): (&String, &HashMap<String, String>)| {
            left_out.contains(&row["source"].as_str()).then(|| id.parse::<u32>().unwrap())
        };
        Pick::except(self.documents.iter().filter_map(of))
    }
}

/// A day as the peer writes it, with a time.
fn day(asked: &Value, time: &str) -> Option<Time> {
    let text = asked.as_str()?;
    let parts: Vec<&str> = text.split('.').collect();
    Some(format!("{}-{}-{}T{time}", parts[2], parts[1], parts[0]).parse().unwrap())
}

fn settings(statements: &Statements, asked: &Value, rules: Rules) -> Settings {
    let word = |field: &str, otherwise: &'static str| asked[field].as_str().unwrap_or(otherwise).to_owned();
    let mut settings = Settings::default();
    settings.mode = if word("networkType", "") == "onemode" { Mode::Holders } else { Mode::TwoMode };
    settings.aggregation = word("qualifierAggregation", "ignore").parse().unwrap();
    settings.normalization = match asked["normalization"].as_str() {
        None | Some("no") => Normalization::None,
        Some(other) => other.parse().unwrap(),
    };
    settings.duplicates = word("duplicates", "include").replace("acrossrange", "range").parse().unwrap();
    settings.from = day(&asked["startDate"], "00:00:00");
    settings.to = day(&asked["stopDate"], "23:59:59");
    settings.documents = statements.documents_of(&asked["excludeSources"]);
    settings.rules = rules;
    settings
}

/// Where a network differs from what is expected, if it does.
fn difference(network: &Network, expected: &Value) -> Option<String> {
    let names = |field: &str| -> Vec<String> {
        expected[field].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let own = |members: &[stancegraph::analysis::network::Member]| -> Vec<String> {
        members.iter().map(|member| member.name.clone()).collect()
    };
    if own(network.rows()) != names("rows") || own(network.columns()) != names("cols") {
        return Some(format!("nodes {:?}", own(network.rows())));
    }
    if network.statement_count() as u64 != expected["numStatements"].as_u64().unwrap() {
        return Some(format!("{} statements", network.statement_count()));
    }
    for (row, line) in network.matrix().iter().zip(expected["matrix"].as_array().unwrap()) {
        for (weight, wanted) in row.iter().zip(line.as_array().unwrap()) {
            let wanted = wanted.as_f64().unwrap();
            if (weight - wanted).abs() > 1e-12 {
                return Some(format!("{weight} instead of {wanted}"));
            }
        }
    }
    None
}

fn expected(file: &str) -> Vec<Value> {
    text(file).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Those lines of the expected networks that a set of rules does not reproduce.
fn differing(rules: Rules) -> Vec<String> {
    let statements = Statements::read();
    let lines = expected("networks-expected.jsonl");
    assert_eq!(lines.len(), 102);
    let mut differing = Vec::new();
    for line in lines {
        let asked = &line["settings"];
        let coding = statements.coding(asked);
        let network = coding.network(&settings(&statements, asked, rules)).unwrap();
        let mut kept: Vec<u64> = network.statements().map(|id| id.index() as u64).collect();
        let mut wanted: Vec<u64> =
            line["filteredStatementIds"].as_array().unwrap().iter().map(|id| id.as_u64().unwrap()).collect();
        kept.sort_unstable();
        wanted.sort_unstable();
        if kept != wanted || difference(&network, &line["results"][0]).is_some() {
            differing.push(line["id"].as_str().unwrap().to_owned());
        }
    }
    differing
}

#[test]
fn by_the_peers_rules_all_its_networks_come_out() {
    assert_eq!(differing(Rules::Dna), [""; 0]);
}

#[test]
fn by_sound_rules_only_cosine_and_recurring_weeks_and_months_differ() {
    let lines = expected("networks-expected.jsonl");
    let uses_other_rule = |line: &&Value| {
        let asked = &line["settings"];
        asked["normalization"] == "cosine"
            || [
                "syn-net-0048",
                "syn-net-0054",
                "syn-net-0228",
                "syn-net-0234",
                "syn-net-0408",
                "syn-net-0414",
            ]
            .contains(&line["id"].as_str().unwrap())
    };
    let wanted: Vec<String> =
        lines.iter().filter(uses_other_rule).map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(differing(Rules::Sound), wanted);
}

fn series(asked: &Value, rules: Rules) -> Vec<Network> {
    let statements = Statements::read();
    let coding = statements.coding(asked);
    let settings = settings(&statements, asked, rules);
    let width = u32::try_from(asked["windowSize"].as_u64().unwrap()).unwrap();
    let window = Moving::new(width, asked["timeWindow"].as_str().unwrap().parse().unwrap());
    match asked["kernel"].as_str() {
        None => coding.moving(&settings, window).unwrap(),
        Some(kernel) => coding.smoothed(&settings, window, kernel.parse().unwrap()).unwrap(),
    }
}

#[test]
fn by_the_peers_rules_all_its_windows_come_out() {
    let lines = expected("windows-expected.jsonl");
    assert_eq!(lines.len(), 6);
    for line in lines {
        let networks = series(&line["settings"], Rules::Dna);
        let wanted = line["results"].as_array().unwrap();
        assert_eq!(networks.len(), wanted.len(), "{}", line["id"]);
        for (network, wanted) in networks.iter().zip(wanted) {
            assert_eq!(difference(network, wanted), None, "{} at {}", line["id"], wanted["time"]);
            let frame = network.frame().unwrap();
            for (own, field) in [(frame.start, "start"), (frame.time, "time"), (frame.stop, "stop")] {
                assert!(own.to_string().starts_with(wanted[field].as_str().unwrap()), "{own} {field}");
            }
        }
    }
}

/// Statements by hand, in one document each: holder, target, level, time.
fn by_hand(scale: Scale, statements: &[(&str, &str, Level<'_>, &str)]) -> Coding {
    let mut coding = Coding::new(scale);
    for (id, (holder, target, level, time)) in (1..).zip(statements) {
        let time = Some(time.parse().unwrap());
        coding
            .add(CodedStatement {
                id,
                holder,
                target,
                level: *level,
                time,
                document: Some(id),
                place: (0, 0),
            })
            .unwrap();
    }
    coding
}

const FOR: Level<'static> = Level::Favor(true);
const AGAINST: Level<'static> = Level::Favor(false);

#[track_caller]
fn check_weight(coding: &Coding, settings: &Settings, expected: f64) {
    let weight = coding.network(settings).unwrap().weight_between("a", "b").unwrap_or_default();
    assert!((weight - expected).abs() < 1e-12, "{weight} instead of {expected}");
}

#[test]
fn cosine_divides_by_lengths_and_not_by_numbers_of_statements() {
    // Counts of a on x, y: 2, 1; of b: 2, 0 and 1 on z. Their product is 4, their lengths both the root of 5.
    let day = "2020-01-01";
    let coding = by_hand(
        Scale::sides(),
        &[
            ("a", "x", FOR, day),
            ("a", "x", FOR, day),
            ("a", "y", FOR, day),
            ("b", "x", FOR, day),
            ("b", "x", FOR, day),
            ("b", "z", FOR, day),
        ],
    );
    let mut settings = Settings::default();
    settings.normalization = Normalization::Cosine;
    for aggregation in [Aggregation::Ignore, Aggregation::Congruence] {
        settings.aggregation = aggregation;
        check_weight(&coding, &settings, 4.0 / 5.0);
    }
    settings.rules = Rules::Dna;
    check_weight(&coding, &settings, 4.0 / 9.0);
}

#[test]
fn holders_with_the_same_statements_have_a_cosine_of_one() {
    let day = "2020-01-01";
    let grades = [("x", 2), ("x", 1), ("y", -2), ("z", 0)];
    let rows: Vec<(&str, &str, Level<'_>, &str)> = ["a", "b"]
        .into_iter()
        .flat_map(|holder| grades.map(|(target, grade)| (holder, target, Level::Grade(grade), day)))
        .collect();
    let coding = by_hand(Scale::grades(-2..=2), &rows);
    let mut settings = Settings::default();
    settings.normalization = Normalization::Cosine;
    for aggregation in [Aggregation::Ignore, Aggregation::Congruence] {
        settings.aggregation = aggregation;
        check_weight(&coding, &settings, 1.0);
    }
}

#[test]
fn a_month_and_a_week_belong_to_their_year() {
    let days = ["2019-03-12", "2020-03-12", "2020-03-13"];
    let mut rows: Vec<(&str, &str, Level<'_>, &str)> = days.map(|day| ("a", "x", FOR, day)).to_vec();
    rows.push(("b", "x", FOR, days[0]));
    let coding = by_hand(Scale::sides(), &rows);
    let mut settings = Settings::default();
    for duplicates in [Duplicates::Week, Duplicates::Month] {
        (settings.duplicates, settings.rules) = (duplicates, Rules::Sound);
        check_weight(&coding, &settings, 2.0);
        // The 12th of March lies in week 11 of both years.
        settings.rules = Rules::Dna;
        check_weight(&coding, &settings, 1.0);
    }
}

#[test]
fn a_week_over_the_turn_of_the_year_is_one_week() {
    let rows = [("a", "x", FOR, "2020-12-31"), ("a", "x", FOR, "2021-01-01"), ("b", "x", FOR, "2021-01-01")];
    let mut settings = Settings::default();
    settings.duplicates = Duplicates::Week;
    check_weight(&by_hand(Scale::sides(), &rows), &settings, 1.0);
    settings.duplicates = Duplicates::Year;
    check_weight(&by_hand(Scale::sides(), &rows), &settings, 2.0);
}

#[test]
fn of_duplicates_the_first_by_time_is_kept_at_each_level() {
    let rows =
        [("a", "x", AGAINST, "2020-01-03"), ("a", "x", FOR, "2020-01-02"), ("a", "x", FOR, "2020-01-01")];
    let coding = by_hand(Scale::sides(), &rows);
    let mut settings = Settings::default();
    settings.duplicates = Duplicates::Range;
    settings.mode = Mode::TwoMode;
    let kept = |settings: &Settings| -> Vec<usize> {
        coding.network(settings).unwrap().statements().map(StatementId::index).collect()
    };
    assert_eq!(kept(&settings), [3], "levels are ignored");
    settings.aggregation = Aggregation::Combine;
    assert_eq!(kept(&settings), [1, 3]);
    assert_eq!(coding.network(&settings).unwrap().weight_between("a", "x"), Some(3.0));
}

/// Weights of a and x over five windows, with one statement of a on the third day of five.
fn smoothed(kernel: Kernel, rules: Rules) -> Vec<f64> {
    let rows = [("b", "y", FOR, "2020-01-01"), ("a", "x", FOR, "2020-01-05"), ("b", "y", FOR, "2020-01-09")];
    let coding = by_hand(Scale::sides(), &rows);
    let mut settings = Settings::default();
    (settings.mode, settings.rules) = (Mode::TwoMode, rules);
    let series = coding.smoothed(&settings, Moving::new(4, Unit::Days), kernel).unwrap();
    series.iter().map(|network| network.weight_between("a", "x").unwrap_or_default()).collect()
}

#[test]
fn a_triangle_falls_off_to_both_sides() {
    // Middles from the 3rd to the 7th of January, windows two days to either side: u is 1, 1/2, 0, 1/2, 1.
    assert_eq!(smoothed(Kernel::Triangular, Rules::Sound), [0.0, 0.5, 1.0, 0.5, 0.0]);
    assert_eq!(smoothed(Kernel::Epanechnikov, Rules::Sound), [0.0, 0.5625, 0.75, 0.5625, 0.0]);
    assert_eq!(smoothed(Kernel::Uniform, Rules::Sound), [0.5; 5]);
}

#[test]
fn under_a_kernel_two_holders_share_the_root_of_both_weights() {
    let rows = [("b", "x", FOR, "2020-01-01"), ("a", "x", FOR, "2020-01-03"), ("c", "y", FOR, "2020-01-05")];
    let coding = by_hand(Scale::sides(), &rows);
    let series = coding.smoothed(&Settings::default(), Moving::new(4, Unit::Days), Kernel::Gaussian).unwrap();
    assert_eq!(series.len(), 1);
    // In the middle of the window is a, at u = 1 is b: the root of phi(0) phi(1).
    let expected = (0.398_942_280_401_432_7_f64 * 0.241_970_724_519_143_37).sqrt();
    let weight = series[0].weight_between("a", "b").unwrap();
    assert!((weight - expected).abs() < 1e-12, "{weight}");
    assert_eq!((series[0].rows().len(), series[0].statement_count()), (3, 3));
}

#[test]
fn under_a_kernel_grades_count_as_they_are() {
    let day = "2020-01-01";
    let coding = by_hand(Scale::grades(-2..=2), &[("a", "x", Level::Grade(-2), day)]);
    let mut settings = Settings::default();
    (settings.mode, settings.aggregation) = (Mode::TwoMode, Aggregation::Subtract);
    let weight = |settings: &Settings| {
        let series = coding.smoothed(settings, Moving::new(1, Unit::Days), Kernel::Uniform).unwrap();
        series[0].weight_between("a", "x").unwrap()
    };
    assert!((weight(&settings) - -1.0).abs() < 1e-12, "half of -2");
    settings.rules = Rules::Dna;
    assert!((weight(&settings) - 0.5).abs() < 1e-12, "half of 1, the place of -2 after -1");
}

#[test]
fn settings_that_do_not_go_together_are_told() {
    let coding = by_hand(Scale::sides(), &[("a", "x", FOR, "2020-01-01")]);
    let mut settings = Settings::default();
    settings.aggregation = Aggregation::Combine;
    let told = coding.network(&settings).unwrap_err().to_string();
    assert_eq!(
        told,
        "`combine` makes no weights of a holders network; choose one of: ignore, congruence, conflict, subtract"
    );
    (settings.mode, settings.aggregation, settings.normalization) =
        (Mode::TwoMode, Aggregation::Ignore, Normalization::Average);
    let told = coding.network(&settings).unwrap_err().to_string();
    assert_eq!(
        told,
        "`average` divides no weights of a two-mode network; choose one of: none, activity, prominence"
    );
}

/// The statements as a graph: organizations, concepts as proposals, documents as sources, days without their hour.
fn graph(statements: &Statements) -> StanceGraph {
    let slug = |name: &str| name.to_lowercase().replace(' ', "-");
    let mut draft = Draft::default();
    let mut known = BTreeSet::new();
    for row in &statements.rows {
        let (holder, target) = (&row["organization"], &row["concept"]);
        if known.insert(slug(holder)) {
            draft.nodes.push(NodeDraft::organization(slug(holder), holder.as_str()));
        }
        if known.insert(slug(target)) {
            draft.nodes.push(NodeDraft::proposal(slug(target), target.as_str()));
        }
        let document = slug(&row["document_title"]);
        if known.insert(document.clone()) {
            draft.sources.push(SourceDraft::new(document.as_str(), row["document_title"].as_str()));
        }
        let stance = if row["agreement"] == "1" { "supports" } else { "rejects" };
        let statement = StatementDraft::new(row["statement_id"].as_str(), slug(holder), stance, slug(target));
        draft.statements.push(statement.said(&row["date"][..10]).cited(document, row["start"].as_str()));
    }
    GraphBuilder::new().add(draft).build().unwrap()
}

#[test]
fn a_graph_of_the_same_statements_gives_the_same_networks() {
    let statements = Statements::read();
    let graph = graph(&statements);
    let selection = Selection::new(&graph, Lens::default());
    let mut compared = 0;
    for line in expected("networks-expected.jsonl") {
        let asked = &line["settings"];
        let qualifier = match asked["qualifier"].as_str().unwrap_or("agreement") {
            "agreement" => Qualifier::Side,
            "" => Qualifier::None,
            _ => continue,
        };
        // Of the columns of documents a graph keeps the title alone.
        if asked["variable2Document"] == true || asked["excludeSources"].is_array() {
            continue;
        }
        let networks =
            Networks::of(&selection).settings(settings(&statements, asked, Rules::Dna)).qualifier(qualifier);
        assert_eq!(difference(&networks.network().unwrap(), &line["results"][0]), None, "{}", line["id"]);
        compared += 1;
    }
    assert_eq!(compared, 39, "30 lines with sides, 9 without a qualifier");
}
