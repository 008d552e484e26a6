//! What is said on a proposal month by month.

use crate::model::{Day, NodeId, Polarity};

use super::glance::Glance;
use super::{Selection, Surety};

/// What was said in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MonthlyFlow {
    /// The first day of the month.
    pub month: Day,
    /// How many more statements were in favor than against.
    pub net: i64,
    /// How many statements there were, neutral ones and withdrawals included.
    pub count: u64,
}

impl Selection<'_> {
    /// What was said each month on a proposal or any kind of it, months without a word left out; in order.
    ///
    /// A statement of which not even the month is known is left out, as are hints, deeds, absences, and what may have
    /// been said, or known, only later.
    ///
    /// # Complexity
    /// O(s + k) for `s` statements on the proposal and its `k` kinds, a few nanoseconds each.
    ///
    /// ```
    /// use stancegraph::{datasets, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let target = graph.find("un-es-11-1").unwrap();
    /// let flow = Selection::new(graph, Lens::default()).monthly_flow(target);
    /// assert_eq!((flow[0].month.to_string().as_str(), flow[0].net), ("2022-03-01", 141 - 5));
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn monthly_flow(&self, target: NodeId) -> Vec<MonthlyFlow> {
        let matter = self.graph().with_kinds(target);
        let mut months = Months::default();
        let glance = Glance::of(self);
        for segment in self.graph().segments() {
            for &node in matter.iter() {
                for &row in segment.on(node) {
                    let is_seen = glance.sees(row).unwrap_or_else(|| {
                        let id = segment.numbered(row);
                        self.graph().at_statement(id).is_word() && self.sight(id) == Ok(Surety::Certain)
                    });
                    if is_seen {
                        months.add(row.when(), row.polarity());
                    }
                }
            }
        }
        months.finish()
    }
}

/// Sums by year and month of packed dates: a year is sixteen places, of which the first has no month.
#[derive(Default)]
struct Months {
    first_year: u32,
    places: Vec<(i64, u64)>,
}

impl Months {
    #[inline]
    fn add(&mut self, when: u32, polarity: Option<Polarity>) {
        let (year, place) = (when >> 9, when >> 5);
        if self.places.is_empty() || year < self.first_year {
            self.widen(year);
        }
        let at = (place - (self.first_year << 4)) as usize;
        if at >= self.places.len() {
            self.places.resize((at | 15) + 1, (0, 0));
        }
        let (net, count) = &mut self.places[at];
        *net += match polarity {
            Some(Polarity::Favor) => 1,
            Some(Polarity::Against) => -1,
            _ => 0,
        };
        *count += 1;
    }

    /// Makes room for an earlier year.
    #[cold]
    fn widen(&mut self, year: u32) {
        if !self.places.is_empty() {
            let more = ((self.first_year - year) << 4) as usize;
            self.places.splice(0..0, std::iter::repeat_n((0, 0), more));
        }
        self.first_year = year;
    }

    fn finish(self) -> Vec<MonthlyFlow> {
        let months = (self.first_year << 4..).zip(self.places).filter(|(_, (_, count))| *count > 0);
        let of = |(place, (net, count)): (u32, (i64, u64))| {
            let (year, month) = (i16::try_from(place >> 4).ok()?, i8::try_from(place & 15).ok()?);
            Some(MonthlyFlow { month: Day::new(year, month, 1)?, net, count })
        };
        months.filter_map(of).collect()
    }
}
