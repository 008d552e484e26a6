//! What sources, or coders, coded alike: the same holder, target and day, as each of them tells it.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::network::{Level, Qualifier};
use crate::model::{Stance, StatementId, StatementRef};
use crate::position::{Selection, Surety};

use super::Ratings;

/// What the sources of a graph, or coders with a graph each, tell of the same act, as ratings.
///
/// A unit is a holder, a target and a day; a coder is a source, or whoever made a graph; the value is what the qualifier makes of the stance: of sides
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
    /// The values by unit and coder, both by key.
    pub ratings: Ratings,
    /// The statements behind each value, by unit and coder.
    pub statements: BTreeMap<(String, String), Vec<StatementId>>,
    /// Where a coder tells two different things of one unit; no value is entered.
    pub at_odds: Vec<(String, String)>,
}

/// By unit and coder, each value that was told, and the statements that tell it.
type Told = BTreeMap<(String, String), (BTreeSet<i64>, Vec<StatementId>)>;

impl Readings {
    /// What is certainly seen, was said on a known day, and names its source; deeds and absences have no value.
    ///
    /// # Complexity
    /// O(n log n) for `n` statements.
    pub fn of(selection: &Selection<'_>, qualifier: Qualifier) -> Self {
        let mut told = Told::new();
        let source = |statement: StatementRef<'_>| {
            Some(selection.graph().source(statement.citation?.source)?.key.to_string())
        };
        tell(&mut told, selection, qualifier, source);
        Self::entered(told)
    }

    /// The same of coders who coded into a graph each, whatever their sources; acts are the same where the keys of holder and
    /// target are.
    ///
    /// The statements of a coder are those of its graph.
    ///
    /// # Complexity
    /// O(n log n) for `n` statements of all.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{datasets, analysis::{intercoder::{Difference, Readings}, network::Qualifier}, position::{Lens, Selection}};
    /// let vote = || Ok::<_, stancegraph::BuildError>(Selection::new(datasets::es_11_1()?, Lens::default()));
    /// let readings = Readings::of_coders(&[("First", vote()?), ("Second", vote()?)], Qualifier::Degree);
    /// // Both coded the same.
    /// assert_eq!(readings.ratings.alpha(Difference::Ordinal)?.value, 1.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_coders(coders: &[(&str, Selection<'_>)], qualifier: Qualifier) -> Self {
        let mut told = Told::new();
        for (name, selection) in coders {
            tell(&mut told, selection, qualifier, |_| Some((*name).to_owned()));
        }
        Self::entered(told)
    }

    fn entered(told: Told) -> Self {
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

/// Adds what a selection tells, under the coder that is told of each statement.
fn tell(
    told: &mut Told,
    selection: &Selection<'_>,
    qualifier: Qualifier,
    coder: impl Fn(StatementRef<'_>) -> Option<String>,
) {
    let graph = selection.graph();
    for (id, statement) in graph.statements().filter(|(_, statement)| statement.is_word()) {
        let day = statement.said.filter(|said| said.is_exact());
        let value = qualifier.level(statement.stance).map(|level| number(level, statement.stance));
        let (Some(day), Some(value)) = (day, value) else { continue };
        let (holder, target) = (graph.node(statement.holder), graph.node(statement.target));
        let (Some(holder), Some(target), Some(coder)) = (holder, target, coder(statement)) else { continue };
        if selection.sight(id) == Ok(Surety::Certain) {
            let unit = format!("{}, {}, {day}", holder.key, target.key);
            let entry = told.entry((unit, coder)).or_default();
            entry.0.insert(value);
            entry.1.push(id);
        }
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
