//! Contradictions across holders and proposals: a member against its bloc, a proposal against its kinds.

use crate::model::TieKind;
use crate::position::{Selection, Voice};

use super::{Conflict, Contradiction, both_favor, contradiction, opposite};

impl Selection<'_> {
    /// A member's own position against that of a bloc it belongs to.
    pub(super) fn line_breaks(&self, member: Voice) -> Vec<Contradiction> {
        let graph = self.graph();
        let mut found = Vec::new();
        let memberships = graph.ties_from(member.node(), TieKind::MemberOf);
        for tie in
            memberships.iter().map(|&tie| graph.at_tie(tie)).filter(|_| !matches!(member, Voice::Personal(_)))
        {
            for target in self.targets_of(tie.to) {
                let of_bloc = self.current(Voice::by_itself(graph, tie.to), target);
                for (a, b) in of_bloc
                    .iter()
                    .flat_map(|a| self.current(member, target).into_iter().map(move |b| (*a, b)))
                {
                    let belongs = [a, b].iter().all(|side| tie.held.covers(side.window) != Some(false));
                    if belongs && self.holds_now(tie.held) != Some(false) && opposite(&a, &b) {
                        found.push(contradiction(Conflict::LineBreak, &a, &b));
                    }
                }
            }
        }
        found
    }

    /// Opposite signs on a proposal and a kind of it; favor for both of two contraries.
    pub(super) fn tensions(&self, voice: Voice) -> Vec<Contradiction> {
        let graph = self.graph();
        let mut found = Vec::new();
        for target in self.targets_of(voice.node()) {
            let here = self.current(voice, target);
            for kind in graph.narrower(target) {
                let below = self.current(voice, kind.node);
                let pairs =
                    here.iter().flat_map(|a| below.iter().filter(|b| opposite(a, b)).map(move |b| (a, b)));
                found.extend(pairs.map(|(a, b)| contradiction(Conflict::Tension, a, b)));
            }
            for contrary in graph.ties_from(target, TieKind::ContraryTo) {
                let there = self.current(voice, graph.at_tie(contrary).to);
                let pairs =
                    here.iter().flat_map(|a| there.iter().filter(|b| both_favor(a, b)).map(move |b| (a, b)));
                // Contraries exclude each other both ways, whichever of the two ties is on record.
                let once = pairs.map(|(a, b)| if a.id < b.id { (a, b) } else { (b, a) });
                found.extend(once.map(|(a, b)| contradiction(Conflict::Tension, a, b)));
            }
        }
        found
    }
}
