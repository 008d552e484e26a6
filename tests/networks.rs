//! Networks over statements, against what Discourse Network Analyzer printed for the same statements, and where its rule
//! is wrong against what the definition gives.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use stancegraph::analysis::network::{
    Aggregation, CodedStatement, Coding, Duplicates, Kernel, Level, Mode, Moving, Network, Normalization, Pick, Rules,
    Scale, Settings,
};
use stancegraph::analysis::Time;

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
        let documents = table("documents.csv").into_iter().map(|row| (row["document_id"].clone(), row)).collect();
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
        let left_out: Vec<&str> = sources.as_array().into_iter().flatten().map(|one| one.as_str().unwrap()).collect();
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
    settings.normalization = word("normalization", "no").replace("no", "none").parse().unwrap_or_else(|_| {
        let known = word("normalization", "no");
        known.parse().unwrap()
    });
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
            || ["syn-net-0048", "syn-net-0054", "syn-net-0228", "syn-net-0234", "syn-net-0408", "syn-net-0414"]
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
    for line in expected("windows-expected.jsonl") {
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
