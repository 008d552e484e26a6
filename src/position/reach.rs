//! Which basis a voice's position rests on: its own word, or what is narrower, broader, or said by its bloc.

use std::slice;

use crate::model::{Act, NodeId, NodeKind, Stance, StatementId, TieId, TieKind, Window};
use crate::query::{Inference, Reading};

use super::group::{Group, groups, pieces};
use super::line::{Standing, resolve};
use super::{Basis, Certainty, Lean, Line, Selection, Surety, Voice};

/// What a voice has on one proposal, on one basis.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) basis: Basis,
    /// The target that the statements are on.
    pub(super) target: NodeId,
    /// From the target of the statements to the one asked about, the narrower end first; empty where they are one.
    pub(super) path: Vec<NodeId>,
    pub(super) line: Line,
    /// Offices and memberships that it takes, those nearer to the statements first.
    pub(super) ties: Vec<TieId>,
    /// Doubt about the ties.
    pub(super) surety: Surety,
    /// Whether the statements are on a kind of what was asked about.
    pub(super) on_kind: bool,
}

impl Found {
    /// A line on the target itself.
    pub(super) fn on_itself(basis: Basis, target: NodeId, line: Line, ties: Vec<TieId>) -> Self {
        Self { basis, target, path: Vec::new(), line, ties, surety: Surety::Certain, on_kind: false }
    }

    /// Along which ties its path runs: up from what is said on an instance to its series, or between kinds.
    pub(super) fn hierarchy(&self) -> TieKind {
        let from_below = self.path.first() == Some(&self.target);
        if from_below && !self.on_kind { TieKind::InSeries } else { TieKind::Broader }
    }
}

/// The nearest basis a voice has, and the farther ones, which lost to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// Of one basis: several kinds of the proposal, or several blocs.
    pub(super) nearest: Vec<Found>,
    pub(super) farther: Vec<Found>,
    /// Absences on the target itself and on its latest instance, in order of entry.
    pub(super) absences: Vec<StatementId>,
}

impl Selection<'_> {
    /// Everything a voice has on a target, nearest basis first.
    pub(super) fn reach(&self, voice: Voice, target: NodeId) -> Reach {
        let mut reach = self.reach_own(voice, target);
        if self.lens().inference == Inference::Included {
            let blocs = self.blocs(voice, target);
            // Whatever the member said itself, in whatever name, keeps the bloc off, though it may make no position.
            if self.spoke_itself(voice.node(), target) {
                reach.farther.extend(blocs);
            } else {
                reach.add(blocs);
            }
        }
        reach
    }

    /// Whether a holder has said anything itself on a target, its kinds or its latest instance, if only a hint.
    fn spoke_itself(&self, holder: NodeId, target: NodeId) -> bool {
        let graph = self.graph();
        let kinds = graph.narrower(target).into_iter().map(|kind| kind.node);
        let matter = [target].into_iter().chain(self.latest_instance(target)).chain(kinds);
        let on_it = matter.flat_map(|node| graph.statements_on(node));
        let seen = on_it.filter(|&id| self.sight(id).is_ok()).map(|id| graph.at_statement(id));
        let mut own = seen.filter(|statement| statement.holder == holder);
        own.any(|statement| statement.act != Act::Did && statement.stance != Stance::Absent)
    }

    /// All bases but membership, which would ask the same of the bloc.
    fn reach_own(&self, voice: Voice, target: NodeId) -> Reach {
        let mut reach = Reach::default();
        for found in self.direct(voice, target) {
            reach.add_direct(found);
        }
        if let Some(instance) = self.latest_instance(target) {
            let (occupied, empty): (Vec<_>, Vec<_>) =
                self.direct(voice, instance).into_iter().partition(|found| found.line.is_occupied());
            let path = vec![instance, target];
            let nearest =
                occupied.into_iter().next().map(|found| Found { basis: Basis::Series, path, ..found });
            nearest.into_iter().chain(empty).for_each(|found| reach.add_direct(found));
        }
        let kinds = self.graph().kinds_among(target, self.targets_in_reach(voice)).into_iter();
        reach
            .add(kinds.filter_map(|kind| self.along(voice, kind.node, kind.path, Basis::Narrower)).collect());
        if self.lens().inference == Inference::Included {
            reach.add(self.inherited(voice, target));
        }
        reach
    }

    /// What a voice, or anyone in office for it, has statements on; in no order and perhaps more than once.
    /// Nothing is looked up before the first is asked for: most targets have so few kinds that none is.
    fn targets_in_reach(&self, voice: Voice) -> impl Iterator<Item = NodeId> {
        let graph = self.graph();
        let power = matches!(voice, Voice::Power(_)).then_some(voice.node());
        let offices = power.into_iter().flat_map(|power| graph.ties_to(power, TieKind::Represents));
        let speakers = offices.map(|tie| graph.at_tie(tie).from).chain([voice.node()]);
        let rows = speakers.flat_map(|speaker| graph.segments().flat_map(move |segment| segment.by(speaker)));
        rows.map(|row| row.other())
    }

    /// The pool; where it is empty, those in office.
    pub(super) fn direct(&self, voice: Voice, target: NodeId) -> Vec<Found> {
        self.each_direct(voice, target).collect()
    }

    /// The first occupied of a voice's pool and its offices.
    pub(super) fn nearest_direct(&self, voice: Voice, target: NodeId) -> Option<Found> {
        self.each_direct(voice, target).find(|found| found.line.is_occupied())
    }

    /// A pool and, only once it is asked for, what those in office say: they may be many.
    fn each_direct(&self, voice: Voice, target: NodeId) -> impl Iterator<Item = Found> {
        let pool = resolve(self, &self.pool(voice, target));
        let pool = Found::on_itself(Basis::Stated, target, pool, Vec::new());
        let power = matches!(voice, Voice::Power(_)).then_some(voice.node());
        let offices = power.into_iter().map(move |power| {
            let (seen, ties) = self.represented(power, target);
            Found::on_itself(Basis::Represents, target, resolve(self, &seen), ties)
        });
        [pool].into_iter().chain(offices)
    }

    /// What a voice has on a target itself or, where that is nothing, on its latest instance.
    pub(super) fn nearest_on_itself(&self, voice: Voice, target: NodeId) -> Option<Found> {
        let of_instance = || {
            let instance = self.latest_instance(target)?;
            let found = self.nearest_direct(voice, instance)?;
            Some(Found { basis: Basis::Series, path: vec![instance, target], ..found })
        };
        self.nearest_direct(voice, target).or_else(of_instance)
    }

    /// What a voice has on a proposal reached along a path.
    fn along(&self, voice: Voice, target: NodeId, path: Vec<NodeId>, basis: Basis) -> Option<Found> {
        let found = self.nearest_direct(voice, target)?;
        Some(Found { basis, path, on_kind: basis == Basis::Narrower, ..found })
    }

    /// Against the nearest broader proposal that the voice has spoken on; favor is never handed down.
    fn inherited(&self, voice: Voice, target: NodeId) -> Vec<Found> {
        let mut level = usize::MAX;
        let mut found = Vec::new();
        for broader in self.graph().broader(target) {
            if broader.path.len() > level {
                break;
            }
            if let Some(above) = self.along(voice, broader.node, broader.path.clone(), Basis::Broader) {
                level = broader.path.len();
                found.push(above);
            }
        }
        found.into_iter().filter_map(|found| self.against(found)).collect()
    }

    /// What of a line makes a position against; a mixed one hands nothing down.
    fn against(&self, found: Found) -> Option<Found> {
        let groups = groups(self, &pieces(slice::from_ref(&found)), Reading::Positions).into_iter();
        let of_group = |group: Group| {
            let surety =
                if group.certainty == Certainty::Possible { Surety::Possible } else { Surety::Certain };
            group
                .pieces
                .into_iter()
                .map(move |(_, piece)| Standing { surety: piece.surety.and(surety), ..piece })
        };
        let standing: Vec<_> =
            groups.filter(|group| group.lean == Lean::Against).flat_map(of_group).collect();
        (!standing.is_empty()).then_some(Found { line: Line { standing, ..found.line }, ..found })
    }

    /// The positions of the blocs that a voice belongs to at the time, one step up.
    fn blocs(&self, voice: Voice, target: NodeId) -> Vec<Found> {
        if matches!(voice, Voice::Personal(_)) {
            return Vec::new();
        }
        let ties = self.graph().ties_from(voice.node(), TieKind::MemberOf).into_iter();
        let current = ties.filter_map(|id| {
            let tie = self.graph().at_tie(id);
            Some((id, tie.to, Surety::of(self.holds_now(tie.held))?))
        });
        current.flat_map(|(tie, bloc, surety)| self.handed_down(bloc, target, tie, surety)).collect()
    }

    fn handed_down(&self, bloc: NodeId, target: NodeId, tie: TieId, surety: Surety) -> Vec<Found> {
        if self.graph().at(bloc).is_unnamed() {
            return Vec::new();
        }
        let reach = self.reach_own(Voice::by_itself(self.graph(), bloc), target);
        let with_position = reach.nearest.into_iter().filter(|found| !found.line.standing.is_empty());
        // The offices that the bloc's own position takes are part of the way to the member.
        let with_member = |found: Found| Found {
            basis: Basis::Membership,
            ties: found.ties.into_iter().chain([tie]).collect(),
            surety,
            ..found
        };
        with_position.map(with_member).collect()
    }

    /// The instance that speaks for a series: the one whose earliest dated statement seen is the latest; the same for
    /// all. Instances without a dated statement come first, equal ones go by key.
    pub(crate) fn latest_instance(&self, series: NodeId) -> Option<NodeId> {
        let graph = self.graph();
        if graph.at(series).kind() != NodeKind::Series {
            return None;
        }
        let instances =
            graph.ties_to(series, TieKind::InSeries).into_iter().map(|tie| graph.at_tie(tie).from);
        let seen = instances.filter(|&instance| self.windows_on(instance).next().is_some());
        let first = |instance: NodeId| self.windows_on(instance).filter_map(|window| window.earliest).min();
        seen.max_by_key(|&instance| (first(instance), &graph.at(instance).key))
    }

    /// When each statement seen on a target may have been made.
    fn windows_on(&self, target: NodeId) -> impl Iterator<Item = Window> {
        let seen = self.graph().statements_on(target).into_iter().filter(|id| self.sight(*id).is_ok());
        seen.map(|id| self.window(id))
    }
}

impl Reach {
    /// Adds what is on the target itself; a line of no more than absences and deeds is no basis.
    fn add_direct(&mut self, found: Found) {
        self.absences.extend(&found.line.absences);
        self.absences.sort_unstable();
        self.absences.dedup();
        if found.line.is_occupied() {
            self.add(vec![found]);
        }
    }

    /// Adds what was found on the next farther basis: the first one that has anything is the nearest.
    fn add(&mut self, found: Vec<Found>) {
        let list = if self.nearest.is_empty() { &mut self.nearest } else { &mut self.farther };
        list.extend(found);
    }
}
