//! What the derivation of a finding must be: rules with names, down to what is seen and bears on the finding.

use std::collections::BTreeSet;

use stancegraph::answer::Evidence;
use stancegraph::model::{ConditionSubject, Day, Node, NodeId, StatementId, StatementRef, TieKind};
use stancegraph::position::{Basis, Derivation, Ending, Filter, Lean, Lens, Selection, Step};
use stancegraph::query::{Assertion, Form, Period};
use stancegraph::{Answer, Date, Finding, Polarity, StanceGraph};

/// An answer, and the record as its question reads it.
pub(crate) struct Reading<'a> {
    answer: &'a Answer,
    graph: &'a StanceGraph,
}

type Holds = Result<(), String>;

fn ensure(holds: bool, otherwise: impl Fn() -> String) -> Holds {
    if holds { Ok(()) } else { Err(otherwise()) }
}

impl<'a> Reading<'a> {
    pub(crate) fn of(answer: &'a Answer) -> Self {
        Self { answer, graph: answer.graph() }
    }

    /// Every finding of the answer, wherever it stands.
    pub(crate) fn findings(&self) -> Vec<Finding<'a>> {
        let answer = self.answer;
        let lists = [answer.findings(), answer.hinted(), answer.absent(), answer.related(), answer.acts()];
        let stretches = answer.timeline().unwrap_or_default().into_iter().flat_map(|(_, stood)| stood);
        let turns = answer.changes().unwrap_or_default().into_iter();
        let turns = turns.flat_map(|turn| [turn.before, turn.after]).flatten();
        let moments = answer.when().into_iter().flat_map(|when| when.findings);
        let shared = answer.compare().unwrap_or_default().into_iter();
        let shared = shared.flat_map(|one| [one.left, one.right]).flatten();
        lists.into_iter().flatten().chain(stretches).chain(turns).chain(moments).chain(shared).collect()
    }

    pub(crate) fn check(&self, finding: Finding<'_>) -> Holds {
        let derivation = finding.derivation();
        let told = filters_of(derivation);
        let expected = self.expected_filters(&told);
        ensure(told == expected, || format!("filters {told:?}, not {expected:?}"))?;
        self.walk(derivation, &mut Vec::new(), &self.selection(&told))?;
        ensure(matches!(derivation.step, Step::Rule(_)), || format!("begins with {:?}", derivation.step))?;
        let steps = derivation.steps();
        let evidence: Vec<StatementId> = finding.evidence().map(Evidence::id).collect();
        for piece in finding.evidence() {
            let shown = steps.contains(&&Step::Statement(piece.id()));
            let quoted = piece.quote().is_none() || steps.contains(&&Step::Quote(piece.id()));
            ensure(shown && quoted, || format!("{} is no step", piece.statement().key))?;
            self.bears(finding, piece.statement())?;
        }
        // Where an exact stance is asked for, the evidence is of that; the derivation is of the whole position.
        let standing = standing(derivation);
        // A withdrawal has no side of its own, and as a last word may stand against one.
        let side = |id: &StatementId| Some(self.graph.statement(*id)?.stance.polarity());
        let sides: BTreeSet<Option<Polarity>> = standing.iter().filter_map(side).collect();
        ensure(evidence.iter().all(|id| standing.contains(id)), || format!("{evidence:?} of {standing:?}"))?;
        ensure(finding.lean() != Lean::Mixed || sides.len() > 1, || format!("mixed of {sides:?}"))?;
        ended_gave_way(derivation, &standing)
    }

    /// A step and all that it rests on; nothing rests on itself.
    fn walk(&self, part: &Derivation, above: &mut Vec<Step>, selection: &Selection<'_>) -> Holds {
        let step = &part.step;
        ensure(!above.contains(step), || format!("{step:?} rests on itself"))?;
        let is_leaf = part.from.is_empty();
        let sound = match step {
            Step::Rule(words) => !words.trim().is_empty() && !is_leaf,
            Step::Statement(id) => {
                let quote = |below: &Derivation| below.step == Step::Quote(*id);
                selection.sight(*id).is_ok() && part.from.iter().all(quote)
            }
            Step::Quote(id) => self.graph.statement(*id).and_then(StatementRef::quote).is_some() && is_leaf,
            Step::Tie(id) => self.graph.tie(*id).is_some() && is_leaf,
            Step::Path(path) => path.windows(2).all(|pair| self.is_step(pair)) && path.len() > 1 && is_leaf,
            Step::Filter(_) => above.len() == 1 && is_leaf,
            Step::Ended(_) => matches!(part.from.as_slice(), [of] if matches!(of.step, Step::Statement(_))),
            _ => false,
        };
        ensure(sound, || format!("{step:?} over {:?}", part.from))?;
        above.push(step.clone());
        part.from.iter().try_for_each(|below| self.walk(below, above, selection))?;
        above.pop();
        Ok(())
    }

    /// Whether a tie of the hierarchy leads from one node of a path to the next.
    fn is_step(&self, pair: &[NodeId]) -> bool {
        let leads = |kind| {
            let ties = self.graph.ties_from(pair[0], kind).into_iter();
            ties.filter_map(|id| self.graph.tie(id)).any(|tie| tie.to == pair[1])
        };
        leads(TieKind::Broader) || leads(TieKind::InSeries)
    }

    /// A piece of evidence is of the finding's side, on its target or on what a path leads from, and by its holder, or
    /// in its name, or by someone who can speak for it.
    fn bears(&self, finding: Finding<'_>, statement: StatementRef<'_>) -> Holds {
        let side = match (finding.lean(), statement.stance.polarity()) {
            (Lean::Mixed, _) => true,
            (lean, side) => lean == Lean::from(side),
        };
        let ends = |path: &Vec<&Node>| {
            [path.first(), path.last()]
                .into_iter()
                .flatten()
                .any(|end| self.graph.find(end.key.as_str()) == Some(statement.target))
        };
        let on_it = statement.target == finding.target_id() || finding.paths().any(|path| ends(&path));
        let holder = finding.holder_id();
        let own = statement.holder == holder || statement.capacity.powers().contains(&holder);
        let is_speaker = |node: NodeId| {
            let offices = self.graph.ties_from(statement.holder, TieKind::Represents).into_iter();
            offices.filter_map(|id| self.graph.tie(id)).any(|tie| tie.to == node)
        };
        let for_it = own || is_speaker(holder) || finding.basis() == Basis::Membership;
        ensure(side && on_it && for_it, || {
            format!("{} does not bear: side {side}, target {on_it}, holder {for_it}", statement.key)
        })
    }

    /// The filters that the question itself names. Where it asks about several days, each finding is read as of its own.
    fn expected_filters(&self, told: &[Filter]) -> Vec<Filter> {
        let modifiers = &self.answer.query().modifiers;
        let day = match self.answer.query().form {
            Form::Timeline(..) | Form::Changes(..) | Form::When(..) => as_of(told),
            _ => modifiers.as_of.map(Date::latest),
        };
        let window = modifiers.period.and_then(Period::window);
        let times = [
            day.map(Filter::AsOf),
            modifiers.known_at.map(|date| Filter::KnownAt(date.latest())),
            window.map(|window| Filter::Period { earliest: window.earliest, latest: window.latest }),
            (modifiers.assertion == Assertion::Only).then_some(Filter::OnlyAsserted),
        ];
        let words = |name: &str| ConditionSubject::Text(name.to_owned());
        let assumed = modifiers.assuming.iter().map(|name| Filter::Assuming(words(name.as_str())));
        times.into_iter().flatten().chain(assumed).collect()
    }

    /// The record as the question reads it, on the day that a finding was read as of.
    fn selection(&self, told: &[Filter]) -> Selection<'a> {
        let modifiers = &self.answer.query().modifiers;
        let mut lens = Lens::default();
        lens.as_of = as_of(told);
        lens.known_at = modifiers.known_at.map(Date::latest);
        lens.period = modifiers.period.and_then(Period::window);
        lens.assertion = modifiers.assertion;
        Selection::new(self.graph, lens)
    }
}

fn as_of(filters: &[Filter]) -> Option<Day> {
    filters.iter().find_map(|filter| match filter {
        Filter::AsOf(day) => Some(*day),
        _ => None,
    })
}

/// The filters of a derivation, in their order.
fn filters_of(derivation: &Derivation) -> Vec<Filter> {
    let of = |part: &Derivation| match &part.step {
        Step::Filter(filter) => Some(filter.clone()),
        _ => None,
    };
    derivation.from.iter().filter_map(of).collect()
}

/// The statements that a finding rests on.
fn standing(derivation: &Derivation) -> Vec<StatementId> {
    derivation.from.iter().filter_map(|part| statement(&part.step)).collect()
}

fn statement(step: &Step) -> Option<StatementId> {
    match step {
        Step::Statement(id) => Some(*id),
        _ => None,
    }
}

/// What ended stands no more; what took its place does.
fn ended_gave_way(derivation: &Derivation, standing: &[StatementId]) -> Holds {
    for part in &derivation.from {
        let Step::Ended(ending) = part.step else { continue };
        let by = match ending {
            Ending::Superseded(by) | Ending::Withdrawn(by) => standing.contains(&by),
            Ending::Expired | Ending::ConditionMet => true,
        };
        let mut ended = part.from.iter().filter_map(|of| statement(&of.step));
        let gone = ended.all(|id| !standing.contains(&id));
        ensure(by && gone, || format!("{ending:?} beside {standing:?}"))?;
    }
    Ok(())
}
