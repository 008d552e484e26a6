//! Positions over time: a holder's timeline on a target, and who changed between two days.

use std::collections::{BTreeSet, HashSet};

use crate::model::{Date, Day, NodeId, StatementId, Tie, TieKind};
use crate::query::{Inference, Listing};

use super::{Basis, Certainty, Lean, Lens, Position, Selection};

/// A stretch of time in which a holder's position on a target stays what it is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Stretch {
    /// The first day on which it is so.
    pub from: Day,
    /// The positions; none where nothing stands any more.
    pub positions: Vec<Position>,
}

/// A holder whose position on a target differs between two days.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Change {
    /// Who changed.
    pub holder: NodeId,
    /// The positions on the earlier day; none where nothing stood.
    pub before: Vec<Position>,
    /// The positions on the later day.
    pub after: Vec<Position>,
}

/// What makes two positions one stretch.
type Gist = Vec<(NodeId, Lean, Certainty, Basis, bool, Option<StatementId>)>;

impl Selection<'_> {
    /// The same selection as of another day.
    #[must_use]
    pub fn at(&self, day: Day) -> Self {
        Self::new(self.graph(), Lens { as_of: Some(day), ..self.lens().clone() })
    }

    /// How a holder's position on a target went, from its first dated statement on. Undated statements show as
    /// possible throughout, for nobody knows when they began to count; where there are no others, there is no day to
    /// begin with, and no timeline.
    ///
    /// # Complexity
    /// One resolution, O(n log n) in the `n` statements of the holder on the target, for each day on which a statement, an
    /// end, a condition or a tie may change something.
    pub fn timeline(&self, holder: NodeId, target: NodeId) -> Vec<Stretch> {
        let mut stretches: Vec<(Gist, Stretch)> = Vec::new();
        for from in self.turning_days(holder, target) {
            let records = self.at(from).records_of(holder, target);
            let positions: Vec<Position> = records.into_iter().flat_map(|record| record.positions).collect();
            let gist = gist(&positions);
            let same = stretches.last().map_or(gist.is_empty(), |(last, _)| *last == gist);
            if !same {
                stretches.push((gist, Stretch { from, positions }));
            }
        }
        stretches.into_iter().map(|(_, stretch)| stretch).collect()
    }

    /// Who has another position on a target in a later selection than in this one, in the order of [`records_on`].
    ///
    /// The two may differ in either time: what held on two days ([`at`](Self::at)), or what was known on two days.
    ///
    /// [`records_on`]: Self::records_on
    pub fn changes_to(&self, later: &Self, target: NodeId, listing: Listing) -> Vec<Change> {
        let holdings = |selection: &Self| -> Vec<Position> {
            let records = selection.records_on(target, listing);
            records.into_iter().flat_map(|record| record.positions).collect()
        };
        let (before, after) = (holdings(self), holdings(later));
        let mut seen = HashSet::new();
        let holders =
            before.iter().chain(&after).map(|position| position.holder).filter(|holder| seen.insert(*holder));
        let of = |list: &[Position], holder| {
            list.iter().filter(|p| p.holder == holder).cloned().collect::<Vec<_>>()
        };
        let changes =
            holders.map(|holder| Change { holder, before: of(&before, holder), after: of(&after, holder) });
        changes.filter(|change| leans(&change.before) != leans(&change.after)).collect()
    }

    /// The days from the holder's first dated statement on, on which anything about a target may change: statements,
    /// ends, conditions and ties around it.
    fn turning_days(&self, holder: NodeId, target: NodeId) -> BTreeSet<Day> {
        let graph = self.graph();
        let kinds =
            graph.narrower(target).into_iter().chain(graph.broader(target)).map(|reached| reached.node);
        let instances =
            graph.ties_to(target, TieKind::InSeries).into_iter().map(|tie| graph.at_tie(tie).from);
        let matter: Vec<NodeId> = kinds.chain(instances).chain([target]).collect();
        let at_all_times = Self::new(graph, Lens { as_of: None, ..self.lens().clone() });
        let on_it = matter.iter().flat_map(|&node| graph.statements_on(node));
        let seen: Vec<StatementId> = on_it.filter(|id| at_all_times.sight(*id).is_ok()).collect();
        let Some(first) = self.first_day(holder, &seen) else { return BTreeSet::new() };
        let statements = seen.iter().map(|&id| graph.at_statement(id));
        let said = statements.flat_map(|statement| [statement.said, statement.until]);
        let events = graph.condition_records().iter().map(|record| record.date);
        let ties = graph.ties().filter(|(_, tie)| self.moves(tie, holder));
        let ties = ties.flat_map(|(_, tie)| [tie.since(), tie.until()]);
        let dates: BTreeSet<Date> = said.chain(events).chain(ties).flatten().collect();
        let days = dates.into_iter().flat_map(|date| [date.earliest(), date.latest()]);
        days.filter(|day| first <= *day).collect()
    }

    /// The first day that any of some statements may be of, of those by a holder, for it, or, on request, by its blocs.
    fn first_day(&self, holder: NodeId, statements: &[StatementId]) -> Option<Day> {
        let inferred = self.lens().inference == Inference::Included;
        let dated = statements.iter().filter_map(|&id| {
            let statement = self.graph().at_statement(id);
            let own = statement.holder == holder || statement.capacity.powers().contains(&holder);
            let counts = own || inferred || self.in_office(holder, id);
            statement.said.filter(|_| counts).map(Date::earliest)
        });
        dated.min()
    }

    /// Whether a tie that begins or ends may change the holder's positions: an office for it, or, where membership
    /// counts, a membership of its own.
    fn moves(&self, tie: &Tie, holder: NodeId) -> bool {
        let inferred = self.lens().inference == Inference::Included;
        match tie.kind {
            TieKind::Represents => tie.to == holder,
            TieKind::MemberOf => inferred && tie.from == holder,
            _ => false,
        }
    }
}

fn gist(positions: &[Position]) -> Gist {
    let one = |p: &Position| (p.holder, p.lean, p.certainty, p.basis, p.conditional, p.headline());
    positions.iter().map(one).collect()
}

fn leans(positions: &[Position]) -> BTreeSet<(Lean, bool)> {
    positions.iter().map(|position| (position.lean, position.conditional)).collect()
}
