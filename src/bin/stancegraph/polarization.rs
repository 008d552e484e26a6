//! `stancegraph polarization`: how polarized a debate is.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::analysis::Unit;
use stancegraph::analysis::bootstrap::BootstrapError;
use stancegraph::analysis::network::{Coding, Moving, Networks};
use stancegraph::analysis::polarization::{
    Extreme, Opposition, Polarization as Found, PolarizationSearch, Sizes,
};

use crate::counting::Counting;
use crate::data::Data;
use crate::output::tell;
use crate::sampling::Sampling;
use crate::sheet::{Sheet, Written, known};

/// Measure polarization: how far congruence and conflict are from evenly opposed groups
///
/// Two rows: the partition with the highest deviation, which is the published measure, and the one with the lowest, whose
/// groups come nearest to opposed camps; with its fit, the share of congruence and conflict that its groups account for. With
/// --window, two rows for each place of the window; with --groups-of, the groups themselves; with --bootstrap, an interval of
/// each deviation.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph polarization --data nato-accession --nodes nation
  stancegraph polarization --data nato-accession --window 6 --unit months --format csv
  stancegraph polarization --data nato-accession --nodes nation --bootstrap 100 --seed 1
  stancegraph polarization --data nato-accession --groups-of lowest --format json")]
pub(crate) struct Polarization {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    counting: Counting,
    /// Into how many groups
    #[arg(long, value_name = "COUNT", default_value_t = 2)]
    groups: usize,
    /// Groups of any sizes, or even ones: any or even
    #[arg(long, value_name = "SIZES", default_value = "any")]
    sizes: Sizes,
    #[command(flatten)]
    sampling: Sampling,
    /// In windows of so many units that move over time
    #[arg(long, value_name = "WIDTH", conflicts_with = "bootstrap")]
    window: Option<u32>,
    /// In what the window is measured and moves: days, weeks, months, years
    #[arg(long, value_name = "UNIT", default_value = "months", requires = "window")]
    unit: Unit,
    /// Who is in which group of the highest or the lowest partition, instead of figures
    #[arg(long, value_enum, value_name = "WHICH", conflicts_with_all = ["window", "bootstrap"])]
    groups_of: Option<Which>,
    #[command(flatten)]
    written: Written,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Which {
    Highest,
    Lowest,
}

impl Polarization {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let networks = self.counting.networks(&graph)?;
        let search =
            PolarizationSearch::default().groups(self.groups).sizes(self.sizes).seed(self.sampling.seed);
        let oppositions = match self.window {
            Some(width) => Opposition::moving(&networks, Moving::new(width, self.unit))?,
            None => vec![Opposition::of(&networks)?],
        };
        let sheet = match self.groups_of {
            Some(which) => members(&search, oppositions.first(), which),
            None => self.figures(&networks, &search, &oppositions)?,
        };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }

    fn figures(
        &self,
        networks: &Networks<'_>,
        search: &PolarizationSearch,
        oppositions: &[Opposition],
    ) -> Result<Sheet, BootstrapError> {
        let columns = ["time", "members", "partition", "deviation", "normalized", "fit", "certified"];
        let mut sheet = Sheet::new(&self.sampling.beside(&columns));
        let again = |sample: &Coding| deviations(search, oppositions.first(), sample);
        let mut intervals = self.sampling.intervals(&networks.coding_within(), again)?.into_iter();
        let mut empty = 0;
        for opposition in oppositions {
            let Some(found) = search.find(opposition) else {
                empty += 1;
                continue;
            };
            for (name, extreme) in [("highest", &found.highest), ("lowest", &found.lowest)] {
                let fields = fields(opposition, name, extreme).into_iter();
                sheet.add(fields.chain(intervals.next().into_iter().flatten()));
            }
        }
        if empty > 0 {
            tell(&format!("note: {empty} left out, with fewer members than groups"));
        }
        Ok(sheet)
    }
}

fn fields(opposition: &Opposition, name: &str, extreme: &Extreme) -> [Value; 7] {
    [
        opposition.frame().map_or(Value::Null, |frame| frame.time.day().to_string().into()),
        opposition.members().len().into(),
        name.into(),
        extreme.deviation.into(),
        known(extreme.normalized),
        known(extreme.fit),
        extreme.is_certified.into(),
    ]
}

/// The highest and the lowest deviation of a sample of statements, counted as those of the whole were.
fn deviations(search: &PolarizationSearch, whole: Option<&Opposition>, sample: &Coding) -> Vec<Option<f64>> {
    let found = || {
        let [congruence, conflict] = whole?.networks()?;
        let [congruence, conflict] =
            [sample.network(congruence.settings()).ok()?, sample.network(conflict.settings()).ok()?];
        search.find(&Opposition::from_networks(congruence, conflict).ok()?)
    };
    let found = found();
    let of = |which: fn(&Found) -> &Extreme| found.as_ref().map(|found| which(found).deviation);
    vec![of(|found| &found.highest), of(|found| &found.lowest)]
}

fn members(search: &PolarizationSearch, opposition: Option<&Opposition>, which: Which) -> Sheet {
    let mut sheet = Sheet::new(&["group", "key", "name"]);
    let Some((opposition, found)) = opposition.and_then(|one| Some((one, search.find(one)?))) else {
        tell("note: there are fewer members than groups");
        return sheet;
    };
    let extreme: &Extreme = match which {
        Which::Highest => &found.highest,
        Which::Lowest => &found.lowest,
    };
    for (number, places) in extreme.groups.iter().enumerate() {
        for member in places.iter().filter_map(|&place| opposition.members().get(place)) {
            sheet.add([(number + 1).into(), member.key.clone().into(), member.name.clone().into()]);
        }
    }
    sheet
}
