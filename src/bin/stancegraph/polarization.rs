//! `stancegraph polarization`: how polarized a debate is.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::analysis::Unit;
use stancegraph::analysis::network::Moving;
use stancegraph::analysis::polarization::{Extreme, Opposition, PolarizationSearch, Sizes};

use crate::counting::Counting;
use crate::data::Data;
use crate::output::tell;
use crate::sheet::{Sheet, Written};

/// Measure polarization: how far congruence and conflict are from evenly opposed groups
///
/// Two rows: the partition with the highest deviation, which is the published measure, and the one with the lowest, whose
/// groups come nearest to opposed camps; with its fit, the share of congruence and conflict that its groups account for. With
/// --window, two rows for each place of the window; with --groups-of, the groups themselves.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph polarization --data nato-accession --nodes nation
  stancegraph polarization --data nato-accession --window 6 --unit months --format csv
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
    /// What is drawn at random is drawn from this: the same seed, the same result
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    seed: u64,
    /// In windows of so many units that move over time
    #[arg(long, value_name = "WIDTH")]
    window: Option<u32>,
    /// In what the window is measured and moves: days, weeks, months, years
    #[arg(long, value_name = "UNIT", default_value = "months", requires = "window")]
    unit: Unit,
    /// Who is in which group of the highest or the lowest partition, instead of figures
    #[arg(long, value_enum, value_name = "WHICH", conflicts_with = "window")]
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
        let search = PolarizationSearch::default().groups(self.groups).sizes(self.sizes).seed(self.seed);
        let oppositions = match self.window {
            Some(width) => Opposition::moving(&networks, Moving::new(width, self.unit))?,
            None => vec![Opposition::of(&networks)?],
        };
        let sheet = match self.groups_of {
            Some(which) => members(&search, oppositions.first(), which),
            None => figures(&search, &oppositions),
        };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn figures(search: &PolarizationSearch, oppositions: &[Opposition]) -> Sheet {
    let mut sheet =
        Sheet::new(&["time", "members", "partition", "deviation", "normalized", "fit", "certified"]);
    let known = |value: Option<f64>| value.map_or(Value::Null, Value::from);
    let mut empty = 0;
    for opposition in oppositions {
        let Some(found) = search.find(opposition) else {
            empty += 1;
            continue;
        };
        for (name, extreme) in [("highest", &found.highest), ("lowest", &found.lowest)] {
            sheet.add([
                opposition.frame().map_or(Value::Null, |frame| frame.time.day().to_string().into()),
                opposition.members().len().into(),
                name.into(),
                extreme.deviation.into(),
                known(extreme.normalized),
                known(extreme.fit),
                extreme.is_certified.into(),
            ]);
        }
    }
    if empty > 0 {
        tell(&format!("note: {empty} left out, with fewer members than groups"));
    }
    sheet
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
