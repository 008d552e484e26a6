//! What is seen: both time axes and the filters of a question.

use crate::graph::StanceGraph;
use crate::model::{
    Citation, ConditionSubject, Date, Day, Modality, NodeId, SourceId, StatementId, StatementRef, Window,
};
use crate::query::{Assertion, Inference};

use super::Surety;

/// Through which lens the record is read. The default sees everything that is not retracted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Lens {
    /// What held in the world at the end of this day.
    pub as_of: Option<Day>,
    /// What had been recorded by the end of this day.
    pub known_at: Option<Day>,
    /// Conditions taken as met.
    pub assuming: Vec<ConditionSubject>,
    /// Only what was said within these days.
    pub period: Option<Window>,
    /// Only what was put in this way.
    pub assertion: Assertion,
    /// Whether inferred positions are wanted.
    pub inference: Inference,
    /// Only what was said on behalf of this nation or organization.
    pub on_behalf_of: Option<NodeId>,
    /// Only what was said at an occasion whose text contains this, folded.
    pub occasion: Option<String>,
    /// Only what one of these sources reports; of none, all sources count.
    pub sources: Vec<SourceId>,
}

/// Why a statement is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hidden {
    /// It was taken back.
    Retracted,
    /// It had not been recorded by then.
    NotYetKnown,
    /// It had not been said by then.
    NotYetSaid,
    /// A filter of the question leaves it out.
    Filtered,
}

/// A graph seen through a lens.
///
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// let graph = datasets::article()?;
/// let selection = Selection::new(graph, Lens::default());
/// assert_eq!(selection.statements().count(), graph.statement_count());
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Selection<'g> {
    graph: &'g StanceGraph,
    lens: Lens,
}

impl<'g> Selection<'g> {
    /// The graph seen through this lens.
    pub const fn new(graph: &'g StanceGraph, lens: Lens) -> Self {
        Self { graph, lens }
    }

    /// The graph.
    pub const fn graph(&self) -> &'g StanceGraph {
        self.graph
    }

    /// The lens.
    pub const fn lens(&self) -> &Lens {
        &self.lens
    }

    /// The statements that are seen, in order of entry.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, StatementRef<'g>)> + '_ {
        self.graph.statements().filter(|(id, _)| self.sight(*id).is_ok())
    }

    /// Whether a statement is seen, and how surely; otherwise why not. The id must come from this graph.
    ///
    /// # Errors
    /// The first reason in the order of [`Hidden`].
    pub fn sight(&self, id: StatementId) -> Result<Surety, Hidden> {
        let statement = self.graph.at_statement(id);
        let kept = self.kept(statement)?;
        let known = self.known(statement)?;
        let said = self.said(statement)?;
        let within = self.within(id)?;
        if self.passes(statement) { Ok(kept.and(known).and(said).and(within)) } else { Err(Hidden::Filtered) }
    }

    /// When a statement may have been made. An unknown date ends with its publication or recording, if known.
    pub fn window(&self, id: StatementId) -> Window {
        let statement = self.graph.at_statement(id);
        match statement.said {
            Some(date) => Window::from(date),
            None => Window { earliest: None, latest: self.witnessed(statement).map(Date::latest).min() },
        }
    }

    /// Publication and recording: by then it had been said.
    fn witnessed(&self, statement: StatementRef<'_>) -> impl Iterator<Item = Date> {
        [self.published(statement), statement.recorded].into_iter().flatten()
    }

    fn published(&self, statement: StatementRef<'_>) -> Option<Date> {
        let citation = statement.citation.as_ref()?;
        self.graph.at_source(citation.source).published
    }

    fn kept(&self, statement: StatementRef<'_>) -> Result<Surety, Hidden> {
        let Some(retracted) = statement.retracted else { return Ok(Surety::Certain) };
        let still_kept =
            self.lens.known_at.map_or(Some(false), |day| reached(retracted, day).map(|gone| !gone));
        Surety::of(still_kept).ok_or(Hidden::Retracted)
    }

    /// Known at k: recorded by then; publication stands in; lacking both, possible unless said only later.
    fn known(&self, statement: StatementRef<'_>) -> Result<Surety, Hidden> {
        let Some(day) = self.lens.known_at else { return Ok(Surety::Certain) };
        let known = match statement.recorded.or_else(|| self.published(statement)) {
            Some(date) => reached(date, day),
            None if statement.said.is_some_and(|said| said.earliest() > day) => Some(false),
            None => None,
        };
        Surety::of(known).ok_or(Hidden::NotYetKnown)
    }

    fn said(&self, statement: StatementRef<'_>) -> Result<Surety, Hidden> {
        let Some(day) = self.lens.as_of else { return Ok(Surety::Certain) };
        let said = match statement.said {
            Some(date) => reached(date, day),
            None => self.witnessed(statement).any(|date| date.latest() <= day).then_some(true),
        };
        Surety::of(said).ok_or(Hidden::NotYetSaid)
    }

    /// Within the period asked about: certainly, or as far as a partial or unknown date tells.
    fn within(&self, id: StatementId) -> Result<Surety, Hidden> {
        let Some(period) = self.lens.period else { return Ok(Surety::Certain) };
        // A period that ends before it begins contains nothing, not even what has no date.
        if matches!((period.earliest, period.latest), (Some(start), Some(end)) if start > end) {
            return Err(Hidden::Filtered);
        }
        let window = self.window(id);
        let too_late = matches!((window.earliest, period.latest), (Some(said), Some(end)) if said > end);
        let too_early = matches!((window.latest, period.earliest), (Some(said), Some(start)) if said < start);
        if too_late || too_early {
            return Err(Hidden::Filtered);
        }
        let begun = period.earliest.is_none_or(|start| window.earliest.is_some_and(|said| said >= start));
        let not_over = period.latest.is_none_or(|end| window.latest.is_some_and(|said| said <= end));
        Ok(if begun && not_over { Surety::Certain } else { Surety::Possible })
    }

    fn passes(&self, statement: StatementRef<'_>) -> bool {
        let lens = &self.lens;
        let behalf = lens
            .on_behalf_of
            .is_none_or(|power| statement.capacity.powers().contains(&power) || statement.holder == power);
        let occasion = lens.occasion.as_ref().is_none_or(|wanted| {
            statement.occasion.as_ref().is_some_and(|text| crate::graph::fold(text).contains(wanted.as_str()))
        });
        let reported = |citation: &Citation| lens.sources.contains(&citation.source);
        let source = lens.sources.is_empty() || statement.citation.as_ref().is_some_and(reported);
        let plain = lens.assertion == Assertion::Any || statement.modality == Modality::Asserted;
        behalf && occasion && source && plain
    }

    /// Whether an interval holds at the day asked about. Without one, only what has no end holds.
    pub(crate) fn holds_now(&self, held: crate::model::Interval) -> Option<bool> {
        match self.lens.as_of {
            Some(day) => held.contains(day),
            None => Some(held.until.is_none()),
        }
    }
}

/// Whether a date lies on or before a day; `None` where the day falls inside a partial date.
pub(super) fn reached(date: Date, day: Day) -> Option<bool> {
    if date.latest() <= day {
        Some(true)
    } else if date.earliest() > day {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GraphBuilder;
    use crate::model::draft::{Draft, NodeDraft, SourceDraft, StatementDraft};
    use crate::query::Period;

    /// Statements named for when they were said: to the day, in a year, nobody knows, nobody knows but printed in 2011;
    /// one hedged and one hinted, both of 2012.
    fn graph() -> StanceGraph {
        let nodes = vec![NodeDraft::nation("KEN", "Kenya"), NodeDraft::proposal("relief", "debt relief")];
        let on_relief = |id: &str| StatementDraft::new(id, "KEN", "supports", "relief");
        let put = |id: &str, modality: &str| {
            let plain = on_relief(id).said("2012-03-01");
            StatementDraft { modality: Some(modality.into()), ..plain }
        };
        let statements = vec![
            on_relief("day").said("2010-06-15"),
            on_relief("year").said("2012"),
            on_relief("undated"),
            on_relief("printed").cited("paper", "page 1"),
            put("hedged", "hedged"),
            put("hinted", "hinted"),
        ];
        let sources = vec![SourceDraft {
            published: Some("2011-12-31".into()),
            ..SourceDraft::new("paper", "The Paper")
        }];
        GraphBuilder::new().add(Draft { nodes, sources, statements, ..Draft::default() }).build().unwrap()
    }

    /// The keys of what is seen, with `?` where it only may be.
    fn seen(lens: Lens) -> String {
        let graph = graph();
        let selection = Selection::new(&graph, lens);
        let told = selection.statements().map(|(id, statement)| match selection.sight(id) {
            Ok(Surety::Possible) => format!("{}?", statement.key),
            _ => statement.key.to_string(),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(period: Period, expected: &str) {
        let lens = Lens { period: period.window(), assertion: Assertion::Any, ..Lens::default() };
        assert_eq!(seen(lens), expected, "{period}");
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_sees_what_was_said_in_it_and_marks_what_may_have_been() {
        check(Period::Since(date("2010-06-15")), "day year undated? printed? hedged hinted");
        check(Period::After(date("2010-06-15")), "year undated? printed? hedged hinted");
        // What was printed at the end of 2011 was said by then.
        check(Period::Since(date("2012")), "year undated? hedged hinted");
        check(Period::Since(date("2012-03")), "year? undated? hedged hinted");
        check(Period::After(date("2012")), "undated?");
        check(Period::Before(date("2012")), "day undated? printed");
        check(Period::Before(date("2012-03-01")), "day year? undated? printed");
        check(Period::Until(date("2012-03-01")), "day year? undated? printed hedged hinted");
        check(Period::Until(date("2010-06-14")), "undated? printed?");
        check(Period::In(date("2010")), "day undated? printed?");
        check(Period::In(date("2012")), "year undated? hedged hinted");
        check(Period::Between(date("2010-07"), date("2012")), "year undated? printed? hedged hinted");
        check(Period::Between(date("2014"), date("2010")), "");
    }

    #[test]
    fn plain_assertion_leaves_out_hedges_and_hints_as_a_filter() {
        let plain = Lens { assertion: Assertion::Only, ..Lens::default() };
        assert_eq!(seen(plain.clone()), "day year undated printed");
        let graph = graph();
        let selection = Selection::new(&graph, plain);
        let hidden: Vec<Hidden> =
            graph.statements().filter_map(|(id, _)| selection.sight(id).err()).collect();
        assert_eq!(hidden, [Hidden::Filtered, Hidden::Filtered]);
    }

    #[test]
    fn a_period_and_a_day_asked_about_hold_together() {
        let period = Period::Since(date("2011")).window();
        let as_of = Some(date("2012-02-01").latest());
        // In February 2012 what was said in that year may not have been said yet.
        assert_eq!(seen(Lens { as_of, period, ..Lens::default() }), "year? undated? printed?");
    }
}
