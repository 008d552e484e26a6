//! Where two holders differ and agree.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{NodeId, TieKind};
use crate::position::{Lean, Position, Selection};
use crate::query::{Facet, Reading};

use crate::answer::{Accord, Comparison, Content, FindingData, SharedData};

use super::over_time::last_words_of;
use super::{merge_capacities, of_positions};

/// What two holders both have a position on: each target with both sides. With a target, the target itself; where they
/// do not share that, the kinds of it that they share. What only one of them has a position on is no disagreement.
///
/// # Complexity
/// That of resolving both holders on each of their targets, each of which is looked at once a holder.
pub(crate) fn compare(
    selection: &Selection<'_>,
    facet: Facet,
    holders: [NodeId; 2],
    target: Option<NodeId>,
    reading: Reading,
) -> Content {
    let sides_on = |node: NodeId| Sides {
        target: node,
        sides: holders.map(|holder| match reading {
            Reading::Positions => side(selection, holder, node),
            Reading::LastWord => last_word(selection, holder, node),
        }),
    };
    let sides = match target {
        Some(target) => on_target(selection, target, sides_on),
        None => on_everything(selection, holders, sides_on),
    };
    let (both, single): (Vec<Sides>, Vec<Sides>) = sides.into_iter().partition(Sides::is_shared);
    let mut content = Content::default();
    let shared: Vec<SharedData> = both.iter().map(|sides| sides.shared(selection)).collect();
    let count = shared.len();
    let (entries, others): (Vec<_>, Vec<_>) = shared.into_iter().partition(|one| asked(facet, one.accord));
    content.notes.extend(left_out(&others));
    content.notes.extend(one_sided(selection, holders, &single));
    content.notes.extend(contraries(selection, holders, &both, &single));
    content.notes.extend(kinds(selection, holders, &single));
    if count == 0 {
        let what = target
            .map_or_else(|| "any target".to_owned(), |node| selection.graph().at(node).name().to_owned());
        content.notes.insert(0, format!("the two do not both have a position on {what}"));
    }
    content.compare = Some(Comparison { entries, shared: count });
    content
}

/// What each of two holders has on a target.
struct Sides {
    target: NodeId,
    sides: [Vec<Position>; 2],
}

impl Sides {
    fn is_shared(&self) -> bool {
        self.sides.iter().all(|side| !side.is_empty())
    }

    fn is_empty(&self) -> bool {
        self.sides.iter().all(Vec::is_empty)
    }

    fn leans(&self) -> [Vec<Lean>; 2] {
        self.sides.each_ref().map(|side| side.iter().map(|position| position.lean).collect())
    }

    fn shared(&self, selection: &Selection<'_>) -> SharedData {
        let [left, right] = self.sides.each_ref().map(|side| findings(selection, side));
        let [left_leans, right_leans] = self.leans();
        SharedData { target: self.target, accord: Accord::of(left_leans, right_leans), left, right }
    }

    fn is_for(&self, at: usize) -> bool {
        self.leans()
            .get(at)
            .is_some_and(|leans| !leans.is_empty() && leans.iter().all(|lean| *lean == Lean::Favor))
    }
}

/// What a holder has on a target itself, in all its capacities: its positions, and a withdrawal that is its last word.
fn side(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Vec<Position> {
    let records = selection.records_of(holder, target);
    let told = records.into_iter().flat_map(|record| record.positions.into_iter().chain(record.withdrawal));
    told.filter(|position| !position.on_kind).collect()
}

fn findings(selection: &Selection<'_>, positions: &[Position]) -> Vec<FindingData> {
    let mut findings = of_positions(selection, positions.iter());
    merge_capacities(&mut findings);
    findings
}

/// A holder's last words on a target itself; what it said later on a kind of it is told with the kind.
fn last_word(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Vec<Position> {
    let mut words = last_words_of(selection, holder, target);
    words.retain(|position| !position.on_kind);
    words
}

/// Both sides on everything that either has a statement on, in the order in which the targets enter the data.
fn on_everything(
    selection: &Selection<'_>,
    holders: [NodeId; 2],
    sides_on: impl Fn(NodeId) -> Sides,
) -> Vec<Sides> {
    let targets: BTreeSet<NodeId> =
        holders.into_iter().flat_map(|holder| selection.targets_of(holder)).collect();
    targets.into_iter().map(sides_on).filter(|sides| !sides.is_empty()).collect()
}

/// Both sides on the target, or, where they do not share it, on it and its kinds.
fn on_target(selection: &Selection<'_>, target: NodeId, sides_on: impl Fn(NodeId) -> Sides) -> Vec<Sides> {
    let own = sides_on(target);
    if own.is_shared() {
        return vec![own];
    }
    let kinds: BTreeSet<NodeId> =
        selection.graph().narrower(target).into_iter().map(|kind| kind.node).collect();
    let below = kinds.into_iter().map(sides_on);
    [own].into_iter().chain(below).filter(|sides| !sides.is_empty()).collect()
}

fn asked(facet: Facet, accord: Accord) -> bool {
    match facet {
        Facet::Differ => accord == Accord::Differ,
        Facet::Agree => accord == Accord::Agree,
        Facet::Both => true,
    }
}

/// What both have a position on and the question does not ask for.
fn left_out(others: &[SharedData]) -> Option<String> {
    let parts = [
        (Accord::Agree, "agree on"),
        (Accord::Differ, "differ on"),
        (Accord::Mixed, "stand neither on one side nor on opposite sides on"),
    ];
    let told = parts.into_iter().filter_map(|(accord, word)| {
        let count = others.iter().filter(|one| one.accord == accord).count();
        (count > 0).then(|| format!("{word} {count}"))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty())
        .then(|| format!("of the other targets that both have a position on, they {}", told.join(" and ")))
}

/// How many targets only one of them has a position on.
fn one_sided(selection: &Selection<'_>, holders: [NodeId; 2], single: &[Sides]) -> Option<String> {
    let told = holders.into_iter().enumerate().filter_map(|(at, holder)| {
        let count =
            single.iter().filter(|sides| sides.sides.get(at).is_some_and(|side| !side.is_empty())).count();
        let targets = if count == 1 { "target" } else { "targets" };
        (count > 0).then(|| {
            format!("only {} has a position on {count} {targets}", selection.graph().at(holder).name())
        })
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("{}, which is no disagreement", told.join(" and ")))
}

/// Two proposals that exclude each other, each favored by one of them.
fn contraries(
    selection: &Selection<'_>,
    [left, right]: [NodeId; 2],
    both: &[Sides],
    single: &[Sides],
) -> Vec<String> {
    let graph = selection.graph();
    let all = || both.iter().chain(single);
    let favored = |node: NodeId, at: usize| all().any(|sides| sides.target == node && sides.is_for(at));
    let mut notes = Vec::new();
    for one in all() {
        let from =
            graph.ties_from(one.target, TieKind::ContraryTo).into_iter().map(|tie| graph.at_tie(tie).to);
        for other in from {
            let name = |node: NodeId| graph.at(node).name();
            for (for_one, for_other, at) in [(left, right, 0), (right, left, 1)] {
                if one.is_for(at) && favored(other, 1 - at) {
                    notes.push(format!(
                        "{} is for {} and {} for {}, of which each excludes the other",
                        name(for_one),
                        name(one.target),
                        name(for_other),
                        name(other)
                    ));
                }
            }
        }
    }
    notes
}

/// A position of the one on a kind of what the other has a position on: they are not compared.
fn kinds(selection: &Selection<'_>, holders: [NodeId; 2], single: &[Sides]) -> Vec<String> {
    let graph = selection.graph();
    let owner = |sides: &Sides| sides.sides.iter().position(|side| !side.is_empty());
    let by_target: BTreeMap<NodeId, &Sides> = single.iter().map(|sides| (sides.target, sides)).collect();
    let name =
        |sides: &Sides| owner(sides).and_then(|at| holders.get(at)).map_or("", |node| graph.at(*node).name());
    let mut notes = Vec::new();
    for kind in single {
        let above = graph.broader(kind.target).into_iter().filter_map(|above| by_target.get(&above.node));
        for whole in above.filter(|whole| owner(whole) != owner(kind)) {
            notes.push(format!(
                "{} has a position on {}, {} on {}, of which that is a kind: they are not compared",
                name(kind),
                graph.at(kind.target).name(),
                name(whole),
                graph.at(whole.target).name()
            ));
        }
    }
    notes
}
