//! `stancegraph reliability`: whether coders agree.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::intercoder::{Difference, NoAgreement, Ratings, Readings, Weights};
use stancegraph::analysis::network::Qualifier;
use stancegraph::position::{Lens, Selection};

use crate::data::Data;
use crate::output::tell;
use crate::sampling::Sampling;
use crate::sheet::{Sheet, Written, statement};

/// Measure how far coders agree: Krippendorff's alpha, and Cohen's kappa of each two
///
/// Coders are the files, or, of one data set, its sources. A unit is an act: one holder, one target, one day, as at least two of
/// them tell it. A row for each figure: 1 for perfect agreement, 0 for what chance would give, with the interval that holds 95
/// percent of its values on samples of the units. With --differing, a row for each value of a unit that was coded in two ways.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph reliability coder-one.toml coder-two.toml
  stancegraph reliability coder-one.toml coder-two.toml --qualifier stance --differing --format csv
  stancegraph reliability data/nato-accession.toml data/nato-accession-second.toml --format json")]
pub(crate) struct Reliability {
    /// What each coder made of the same: a dataset file, a snapshot or the key of a bundled dataset for each
    #[arg(value_name = "CODER", conflicts_with = "files")]
    coders: Vec<PathBuf>,
    #[command(flatten)]
    data: Data,
    /// What of a statement is coded: side, degree or stance
    #[arg(long, value_name = "WHAT", default_value = "side")]
    qualifier: Qualifier,
    /// How far two values are apart for alpha: nominal, ordinal, interval or ratio; ordinal for degrees, else nominal, if none
    /// is given
    #[arg(long, value_name = "HOW")]
    difference: Option<Difference>,
    /// How much a disagreement weighs for kappa: equal, linear or quadratic
    #[arg(long, value_name = "HOW", default_value = "equal")]
    weights: Weights,
    /// What was coded in two ways, with its statements, instead of figures
    #[arg(long)]
    differing: bool,
    #[command(flatten)]
    sampling: Sampling,
    #[command(flatten)]
    written: Written,
}

impl Reliability {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graphs = self.graphs()?;
        let all = |graph| Selection::new(graph, Lens::default());
        let readings = match graphs.as_slice() {
            [(_, graph)] => Readings::of(&all(graph), self.qualifier),
            several => {
                let coders: Vec<_> =
                    several.iter().map(|(name, graph)| (name.as_str(), all(graph))).collect();
                Readings::of_coders(&coders, self.qualifier)
            }
        };
        if !readings.at_odds.is_empty() {
            let count = readings.at_odds.len();
            tell(&format!("note: {count} left out, where one coder tells two things of one act"));
        }
        let ratings = readings.ratings.among(&readings.ratings.coders());
        let sheet =
            if self.differing { differing(&graphs, &readings, &ratings) } else { self.figures(&ratings)? };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }

    /// The graph of each coder by its file; or the one of the data, whose sources are the coders.
    fn graphs(&self) -> Result<Vec<(String, StanceGraph)>, Box<dyn Error>> {
        match self.coders.as_slice() {
            [] => Ok(vec![(String::new(), self.data.graph()?)]),
            [only] => {
                let only = only.display();
                Err(format!("`{only}` alone has nothing to agree with; name the file of another coder, or write --data {only} to compare its sources").into())
            }
            several => {
                let mut graphs: Vec<(String, StanceGraph)> = Vec::new();
                for file in several {
                    let name = file.display().to_string();
                    if graphs.iter().any(|(known, _)| *known == name) {
                        return Err(format!("`{name}` is named twice; name the file of another coder").into());
                    }
                    let data = Data { files: vec![file.clone()] };
                    graphs.push((name, data.graph()?));
                }
                Ok(graphs)
            }
        }
    }

    fn figures(&self, ratings: &Ratings) -> Result<Sheet, Box<dyn Error>> {
        let sampling = &self.sampling;
        let columns = ["measure", "by", "coders", "units", "observed", "expected", "value"];
        let mut sheet = Sheet::new(&sampling.beside(&columns));
        let difference = self.difference.unwrap_or(match self.qualifier {
            Qualifier::Degree => Difference::Ordinal,
            _ => Difference::Nominal,
        });
        let alpha = ratings.alpha(difference)?;
        let fields: [Value; 7] = [
            "alpha".into(),
            difference.to_string().into(),
            ratings.coders().join(" ").into(),
            alpha.units.into(),
            alpha.observed.into(),
            alpha.expected.into(),
            alpha.value.into(),
        ];
        let of = |sample: &Ratings| vec![sample.alpha(difference).ok().map(|alpha| alpha.value)];
        sheet.add(fields.into_iter().chain(sampling.intervals(ratings, of)?.concat()));
        let coders = ratings.coders();
        for (at, left) in coders.iter().enumerate() {
            for right in &coders[at + 1..] {
                self.kappa(&mut sheet, sampling, &ratings.among(&[left, right]), [left, right])?;
            }
        }
        Ok(sheet)
    }

    /// Adds the kappa of two coders; none where both coded nothing, and null where it cannot be told from chance.
    fn kappa(
        &self,
        sheet: &mut Sheet,
        sampling: &Sampling,
        ratings: &Ratings,
        [left, right]: [&str; 2],
    ) -> Result<(), Box<dyn Error>> {
        if ratings.is_empty() {
            return Ok(());
        }
        let kappa = match ratings.kappa(left, right, self.weights) {
            Err(NoAgreement::NoVariation { .. }) => None,
            other => Some(other?),
        };
        let figure = |value: Option<f64>| crate::sheet::known(value);
        let fields: [Value; 7] = [
            "kappa".into(),
            self.weights.to_string().into(),
            format!("{left} {right}").into(),
            ratings.len().into(),
            figure(kappa.map(|one| one.observed)),
            figure(kappa.map(|one| one.expected)),
            figure(kappa.map(|one| one.value)),
        ];
        let of = |sample: &Ratings| vec![sample.kappa(left, right, self.weights).ok().map(|one| one.value)];
        sheet.add(fields.into_iter().chain(sampling.intervals(ratings, of)?.concat()));
        Ok(())
    }
}

/// A row for each value of a unit that coders gave different ones, with the statements behind it.
fn differing(graphs: &[(String, StanceGraph)], readings: &Readings, ratings: &Ratings) -> Sheet {
    let mut sheet = Sheet::new(&["unit", "coder", "value", "statements"]);
    let same = |left: &f64, right: &f64| left.total_cmp(right).is_eq();
    for (unit, given) in ratings.units() {
        let mut values = given.values();
        let first = values.next();
        if values.all(|value| first.is_some_and(|first| same(first, value))) {
            continue;
        }
        for (coder, value) in given {
            let graph = match graphs {
                [(_, only)] => Some(only),
                several => several.iter().find(|(name, _)| name == coder).map(|(_, graph)| graph),
            };
            let ids = readings.statements.get(&(unit.to_owned(), coder.clone())).into_iter().flatten();
            let keys: Vec<String> =
                ids.filter_map(|id| Some(statement(graph?, *id).as_str()?.to_owned())).collect();
            sheet.add([unit.into(), coder.clone().into(), (*value).into(), keys.join(" ").into()]);
        }
    }
    if sheet.is_empty() {
        tell("note: nothing was coded in two ways");
    }
    sheet
}
