//! `stancegraph camps`: which camps there are, and how they went.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::analysis::Unit;
use stancegraph::analysis::camps::{
    Between, CampChange, CampCourse, CampEvent, CampSearch, Camps as Found, Quality,
};
use stancegraph::analysis::network::Moving;

use crate::data::Data;
use crate::output::tell;
use crate::sheet::{Sheet, Written};
use crate::signing::Signing;

/// Find camps: who stands together more than chance would have it, and against others
///
/// A row for each member: its camp, the mean weight within it, and the other camp that draws it most, with how strongly as a
/// share of its own. Who is in no camp has none. With --window, a row for each camp that joins, splits, appears or
/// vanishes, and for each member that changes sides.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph camps --data votes.jsonl --nodes nation --from 2019 --to 2019 --qualifier degree
  stancegraph camps --data votes.jsonl --nodes nation --from 2019 --to 2019 --by balance --less mean
  stancegraph camps --data nato-accession --targets \"Sweden's accession to NATO\" --format json
  stancegraph camps --data votes.jsonl --nodes nation --from 1990 --window 3 --unit years --format csv")]
pub(crate) struct Camps {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    signing: Signing,
    /// What camps are the best division by: modularity, more than chance within; or balance, friends within and enemies between
    #[arg(long, value_name = "QUALITY", default_value = "modularity")]
    by: Quality,
    /// How much more than chance a camp holds together: more than 1 gives smaller camps
    #[arg(long, value_name = "NUMBER", default_value_t = 1.0)]
    resolution: f64,
    /// What is drawn at random is drawn from this: the same seed, the same camps
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    seed: u64,
    /// How camps went, in windows of so many units that move over time
    #[arg(long, value_name = "WIDTH", conflicts_with = "less")]
    window: Option<u32>,
    /// In what the window is measured and moves: days, weeks, months, years
    #[arg(long, value_name = "UNIT", default_value = "months", requires = "window")]
    unit: Unit,
    #[command(flatten)]
    written: Written,
}

impl Camps {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let search = CampSearch::default().by(self.by).seed(self.seed).resolution(self.resolution)?;
        let sheet = if let Some(width) = self.window {
            let networks = self.signing.networks(&graph)?.moving(Moving::new(width, self.unit))?;
            course(&CampCourse::of(&networks, &search)?)
        } else {
            members(&search.find(&self.signing.network(&graph)?.1), self.by)
        };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn members(camps: &Found, by: Quality) -> Sheet {
    let mut sheet = Sheet::new(&["camp", "key", "name", "cohesion", "drawn_by", "share"]);
    let between = camps.between(0.0);
    let of = |place: usize| between.iter().find(|one: &&Between| one.place == place);
    for (number, camp) in camps.camps().iter().enumerate() {
        for &place in &camp.places {
            let Some(member) = camps.members().get(place) else { continue };
            let drawn = of(place);
            sheet.add([
                (number + 1).into(),
                member.key.clone().into(),
                member.name.clone().into(),
                camp.cohesion.map_or(Value::Null, Value::from),
                drawn.map_or(Value::Null, |one| (one.other + 1).into()),
                drawn.map_or(Value::Null, |one| one.share.into()),
            ]);
        }
    }
    for member in camps.unattached().iter().filter_map(|&place| camps.members().get(place)) {
        let [none, cohesion, by, share] = [(); 4].map(|()| Value::Null);
        sheet.add([none, member.key.clone().into(), member.name.clone().into(), cohesion, by, share]);
    }
    tell(&summary(camps, by));
    sheet
}

/// The figures of the whole.
fn summary(camps: &Found, by: Quality) -> String {
    let (name, value) = match by {
        Quality::Modularity => ("signed modularity", camps.modularity()),
        Quality::Balance => ("balance", camps.fit()),
    };
    let proof = if camps.is_certified() { ", proved to be the highest" } else { "" };
    let quality =
        value.map_or_else(|| format!("no {name} without a tie"), |value| format!("{name} {value:.4}{proof}"));
    let count = camps.camps().len();
    let pairs = (0..count).flat_map(|left| (left + 1..count).map(move |right| (left, right)));
    let distances = pairs.filter_map(|(left, right)| {
        camps.distance(left, right).map(|distance| format!("{}-{} {distance:.3}", left + 1, right + 1))
    });
    let distances: Vec<String> = distances.collect();
    let apart =
        if distances.is_empty() { String::new() } else { format!("; distances {}", distances.join(", ")) };
    format!("note: {count} camps, {} in none; {quality}{apart}", camps.unattached().len())
}

fn course(course: &CampCourse) -> Sheet {
    let mut sheet = Sheet::new(&["from", "to", "event", "before", "after", "member"]);
    for CampChange { before, after, event, .. } in course.changes() {
        let frame = |frame: Option<stancegraph::analysis::network::Frame>| {
            frame.map_or(Value::Null, |frame| frame.time.day().to_string().into())
        };
        let lines = |lines: &[usize]| -> Value {
            lines.iter().map(|line| (line + 1).to_string()).collect::<Vec<_>>().join(" ").into()
        };
        let (what, from, to, member) = match event {
            CampEvent::Appeared { line } => ("appeared", Value::Null, lines(&[*line]), Value::Null),
            CampEvent::Vanished { line } => ("vanished", lines(&[*line]), Value::Null, Value::Null),
            CampEvent::Joined { from, into } => ("joined", lines(from), lines(&[*into]), Value::Null),
            CampEvent::Split { from, into } => ("split", lines(&[*from]), lines(into), Value::Null),
            CampEvent::Moved { member, from, to } => {
                ("moved", lines(&[*from]), lines(&[*to]), member.key.clone().into())
            }
            _ => continue,
        };
        sheet.add([frame(*before), frame(*after), what.into(), from, to, member]);
    }
    tell(&format!("note: {} windows", course.camps().len()));
    sheet
}
