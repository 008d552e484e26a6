//! What sources of a graph coded alike: the same holder, target and day, as each source tells it.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::network::{Level, Qualifier};
use crate::model::{Stance, StatementId};
use crate::position::{Selection, Surety};

use super::Ratings;

/// What the sources of a graph tell of the same act, as ratings.
///
/// A unit is a holder, a target and a day; a coder is a source; the value is what the qualifier makes of the stance: of sides
/// 0 against and 1 for, of degrees -2 to 2, of stances their place in the list of all.
///
/// ```
/// use stancegraph::{datasets, analysis::{intercoder::Readings, network::Qualifier}, position::{Lens, Selection}};
/// let readings = Readings::of(&Selection::new(datasets::es_11_1()?, Lens::default()), Qualifier::Degree);
/// assert_eq!(readings.ratings.coders().len(), 1, "one source tells it all");
/// assert!(readings.ratings.alpha(stancegraph::analysis::intercoder::Difference::Ordinal).is_err());
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Readings {
    /// The values by unit and source, both by key.
    pub ratings: Ratings,
    /// The statements behind each value, by unit and source.
    pub statements: BTreeMap<(String, String), Vec<StatementId>>,
    /// Where a source tells two different things of one unit; no value is entered.
    pub at_odds: Vec<(String, String)>,
}

impl Readings {
    /// What is certainly seen, was said on a known day, and names its source; deeds and absences have no value.
    ///
    /// # Complexity
    /// O(n log n) for `n` statements.
    pub fn of(selection: &Selection<'_>, qualifier: Qualifier) -> Self {
        let graph = selection.graph();
        let mut told: BTreeMap<(String, String), (BTreeSet<i64>, Vec<StatementId>)> = BTreeMap::new();
        for (id, statement) in graph.statements().filter(|(_, statement)| statement.is_word()) {
            let day = statement.said.filter(|said| said.is_exact());
            let value = qualifier.level(statement.stance).map(|level| number(level, statement.stance));
            let (Some(cited), Some(day), Some(value)) = (statement.citation, day, value) else { continue };
            let (holder, target) = (graph.node(statement.holder), graph.node(statement.target));
            let (Some(holder), Some(target), Some(source)) = (holder, target, graph.source(cited.source))
            else {
                continue;
            };
            if selection.sight(id) == Ok(Surety::Certain) {
                let unit = format!("{}, {}, {day}", holder.key, target.key);
                let entry = told.entry((unit, source.key.to_string())).or_default();
                entry.0.insert(value);
                entry.1.push(id);
            }
        }
        Self::entered(told)
    }

    fn entered(told: BTreeMap<(String, String), (BTreeSet<i64>, Vec<StatementId>)>) -> Self {
        let mut readings =
            Self { ratings: Ratings::default(), statements: BTreeMap::new(), at_odds: Vec::new() };
        for ((unit, source), (values, statements)) in told {
            match values.first().copied().and_then(|value| i32::try_from(value).ok()) {
                Some(value) if values.len() == 1 => {
                    // A number that is finite and the only one is always entered.
                    let entered = readings.ratings.rate(&unit, &source, f64::from(value));
                    debug_assert_eq!(entered, Ok(()), "one value a source and unit");
                    readings.statements.insert((unit, source), statements);
                }
                _ => readings.at_odds.push((unit, source)),
            }
        }
        readings
    }
}

/// A level as a number.
fn number(level: Level<'_>, stance: Stance) -> i64 {
    match level {
        Level::Favor(favor) => i64::from(favor),
        Level::Grade(grade) => grade,
        Level::Category(_) => Stance::ALL.iter().take_while(|one| **one != stance).map(|_| 1).sum(),
        Level::Unqualified => 0,
    }
}
