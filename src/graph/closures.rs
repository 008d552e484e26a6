//! Optional closures of heavy proposals: what was said on one and all its kinds, in the order of time, with checkpoints.
//!
//! Who said what last as of a day is then read off the checkpoint before it and the few statements since, instead of all
//! statements on the proposal and its kinds.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::StanceGraph;
use super::ledger::{Row, Segment};
use crate::model::{Capacity, Date, NodeClass, NodeId, NodeKind, Polarity};

/// Of fewer statements on a proposal and its kinds a pass over all is as soon done.
const LEAST: usize = 64;

/// The least number of statements between two checkpoints.
const STEP: usize = 512;

/// The closures of a graph, by proposal.
#[derive(Debug, Default)]
pub(super) struct Closures(BTreeMap<NodeId, Closure>);

impl Closures {
    /// Those of the proposals with the most statements on them and their kinds that this many bytes hold.
    pub(super) fn of(graph: &StanceGraph, most_bytes: usize) -> Self {
        let proposals = graph.nodes().filter(|(_, node)| node.kind().class() == NodeClass::Proposal);
        let weighed = proposals.map(|(id, _)| (Reverse(weight(graph, id)), id));
        let mut heaviest: Vec<_> = weighed.filter(|(Reverse(weight), _)| *weight >= LEAST).collect();
        heaviest.sort_unstable();
        let (mut closures, mut left) = (BTreeMap::new(), most_bytes);
        for (Reverse(weight), target) in heaviest {
            // Most words take an event, and no more is sorted than may fit.
            if weight.saturating_mul(size_of::<Event>()) <= left
                && let Some(closure) = Closure::of(graph, target, STEP)
                && closure.bytes() <= left
            {
                left -= closure.bytes();
                closures.insert(target, closure);
            }
        }
        Self(closures)
    }

    pub(super) fn get(&self, target: NodeId) -> Option<&Closure> {
        self.0.get(&target)
    }

    pub(super) fn bytes(&self) -> usize {
        self.0.values().map(Closure::bytes).sum()
    }
}

/// How many statements there are on a proposal and its kinds.
fn weight(graph: &StanceGraph, target: NodeId) -> usize {
    let matter = graph.with_kinds(target);
    graph.segments().flat_map(|segment| matter.iter().map(|node| segment.on(*node).len())).sum()
}

/// All words on a proposal and its kinds, each of one voice and of a known day; with checkpoints.
#[derive(Debug)]
pub(crate) struct Closure {
    /// Whose words there are, in order; the place of each here stands for it below.
    voices: Box<[NodeId]>,
    /// The words by day, then in the order of entry.
    events: Box<[Event]>,
    /// Behind each `step` events, on which side each voice stands.
    checkpoints: Box<[Side]>,
    step: usize,
}

/// That a voice came to stand on a side on a day.
#[derive(Debug, Clone, Copy)]
struct Event {
    /// The last day on which it may have been, packed.
    day: u32,
    /// The place of the voice, then its side.
    what: u32,
}

/// The code of a polarity plus 1, 4 for a withdrawal; 0 for who said nothing yet.
type Side = u8;

const NO_SIDE: Side = 4;

/// How many bits a side takes.
const SIDES: u32 = 3;

/// What a voice said.
#[derive(Debug, Clone, Copy)]
struct Word {
    day: u32,
    entry: u32,
    voice: NodeId,
    side: Side,
}

impl Event {
    fn place(self) -> usize {
        (self.what >> SIDES) as usize
    }

    fn side(self) -> Side {
        self.what.to_le_bytes()[0] & ((1 << SIDES) - 1)
    }
}

impl Closure {
    /// That of a proposal, with a checkpoint behind so many words at least. `None` where who said what last hangs on more
    /// than a day: of a series, and where a word has no date.
    fn of(graph: &StanceGraph, target: NodeId, least: usize) -> Option<Self> {
        if graph.at(target).kind() == NodeKind::Series {
            return None;
        }
        let mut words = Vec::new();
        let matter = graph.with_kinds(target);
        for segment in graph.segments() {
            for row in matter.iter().flat_map(|node| segment.on(*node)) {
                enter(graph, segment, *row, &mut words)?;
            }
        }
        words.sort_unstable_by_key(|word| (word.day, word.entry));
        let mut voices: Vec<NodeId> = words.iter().map(|word| word.voice).collect();
        voices.sort_unstable();
        voices.dedup();
        let event = |word: &Word| {
            let place = u32::try_from(voices.binary_search(&word.voice).ok()?).ok()?;
            (place < 1 << (u32::BITS - SIDES))
                .then(|| Event { day: word.day, what: place << SIDES | u32::from(word.side) })
        };
        let events: Box<[Event]> = words.iter().map(event).collect::<Option<_>>()?;
        // Checkpoints take no more room than the words themselves.
        let step = least.max(voices.len().div_ceil(size_of::<Event>()));
        let checkpoints = checkpoints(&events, voices.len(), step);
        Some(Self { voices: voices.into(), events, checkpoints, step })
    }

    /// Shows on which side each voice stands that had said something by a packed day; in order of the voices.
    pub(crate) fn each(&self, until: u32, mut see: impl FnMut(NodeId, Option<Polarity>)) {
        for (voice, side) in self.voices.iter().zip(self.sides(until)) {
            if let Some(code) = side.checked_sub(1) {
                see(*voice, Polarity::from_code(code));
            }
        }
    }

    /// Who stood on a side by a packed day; in order.
    pub(crate) fn leaning(&self, until: u32, polarity: Polarity) -> Vec<NodeId> {
        let (wanted, mut count) = (polarity.code() + 1, 0);
        let mut found = self.voices.to_vec();
        for (voice, side) in self.voices.iter().zip(self.sides(until)) {
            // Without a branch: who stands on a side is as good as chance.
            found[count] = *voice;
            count += usize::from(side == wanted);
        }
        found.truncate(count);
        found
    }

    /// The side of each voice by a packed day.
    fn sides(&self, until: u32) -> Vec<Side> {
        let end = self.events.partition_point(|event| event.day <= until);
        let before = end / self.step;
        let mut sides = match before.checked_sub(1) {
            Some(last) => self.checkpoints[last * self.voices.len()..before * self.voices.len()].to_vec(),
            None => vec![0; self.voices.len()],
        };
        apply(&self.events[before * self.step..end], &mut sides);
        sides
    }

    fn bytes(&self) -> usize {
        size_of::<(NodeId, Self)>()
            + size_of_val(&*self.voices)
            + size_of_val(&*self.events)
            + size_of_val(&*self.checkpoints)
    }
}

/// Adds the words of a row, of which as many voices as there are may have a share; `None` where it has no date.
fn enter(graph: &StanceGraph, segment: &Segment, row: Row, words: &mut Vec<Word>) -> Option<()> {
    let id = segment.numbered(row);
    let side = row.polarity().map_or(NO_SIDE, |polarity| polarity.code() + 1);
    let word = |day, voice| Word { day, entry: id.raw(), voice, side };
    if row.is_plain() {
        words.push(word(row.when(), row.other()));
        return Some(());
    }
    let statement = graph.at_statement(id);
    if !statement.is_word() || statement.retracted.is_some() {
        return Some(());
    }
    let day = Date::from(statement.said?.latest()).pack();
    match statement.capacity {
        Capacity::Unstated => words.push(word(day, row.other())),
        Capacity::Personal => {}
        Capacity::For(powers) => words.extend(powers.iter().map(|power| word(day, *power))),
    }
    Some(())
}

/// On which side each voice stands behind every `step` events.
fn checkpoints(events: &[Event], voices: usize, step: usize) -> Box<[Side]> {
    let mut sides = vec![0; voices];
    let mut checkpoints = Vec::with_capacity(events.len() / step * voices);
    for stretch in events.chunks_exact(step) {
        apply(stretch, &mut sides);
        checkpoints.extend_from_slice(&sides);
    }
    checkpoints.into()
}

fn apply(events: &[Event], sides: &mut [Side]) {
    for event in events {
        sides[event.place()] = event.side();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GraphBuilder;
    use crate::model::draft::{CapacityDraft, Draft, NodeDraft, StatementDraft};
    use crate::position::{Lens, Selection};

    /// Seven voices that change sides on two proposals, one a kind of the other, on any of forty days.
    fn graph() -> StanceGraph {
        let mut draft = Draft::default();
        draft
            .nodes
            .extend((0..7).map(|number| NodeDraft::person(format!("v{number}"), format!("v{number}"))));
        draft.nodes.push(NodeDraft::proposal("wide", "wide"));
        let mut narrow = NodeDraft::proposal("narrow", "narrow");
        narrow.broader.push("wide".into());
        draft.nodes.push(narrow);
        for number in 0..270_usize {
            let stance = ["supports", "rejects", "abstains", "withdraws"][number * number % 11 % 4];
            let target = ["wide", "narrow"][number % 3 % 2];
            let (month, day) = (1 + number * 7 % 4, 1 + number * 13 % 10);
            let said =
                StatementDraft::new(format!("s{number}"), format!("v{}", number * 5 % 7), stance, target)
                    .said(format!("2020-0{month}-{day:02}"));
            draft.statements.push(said);
        }
        GraphBuilder::new().add(draft).build().unwrap()
    }

    #[test]
    fn every_checkpoint_tells_what_a_plain_loop_tells() {
        let graph = graph();
        for target in ["wide", "narrow"].map(|key| graph.find(key).unwrap()) {
            let matter = graph.with_kinds(target);
            for (least, until) in
                [1, 2, 3, 7, 1000].into_iter().flat_map(|least| (0..50).map(move |day| (least, day)))
            {
                let day = format!("2020-{:02}-{:02}", 1 + until / 12, 1 + until % 12);
                let until = day.parse::<Date>().unwrap().pack();
                let mut last = BTreeMap::new();
                let on = graph.statements().filter(|(_, one)| matter.contains(&one.target));
                let mut words: Vec<_> = on.map(|(id, one)| (one.said.unwrap().pack(), id, one)).collect();
                words.sort_by_key(|(day, id, _)| (*day, *id));
                for (_, _, one) in words.iter().filter(|(day, ..)| *day <= until) {
                    last.insert(one.holder, one.stance.polarity());
                }
                let mut seen = BTreeMap::new();
                let closure = Closure::of(&graph, target, least).unwrap();
                closure.each(until, |voice, side| _ = seen.insert(voice, side));
                assert_eq!(seen, last, "with steps of {least}, by {until}");
                let against = last.iter().filter(|(_, side)| **side == Some(Polarity::Against));
                let against: Vec<NodeId> = against.map(|(voice, _)| *voice).collect();
                assert_eq!(closure.leaning(until, Polarity::Against), against);
            }
        }
    }

    #[test]
    fn every_checkpoint_tells_what_the_pass_tells() {
        // In segments of their own: words made for two others, in a holder's own name, of a month, and one taken back.
        let mut graph = graph();
        let word = |id: &str, voice: &str, stance: &str, said: &str| {
            StatementDraft::new(id, voice, stance, "narrow").said(said)
        };
        let mut more = Draft::default();
        more.nodes.push(NodeDraft::nation("CHL", "Chile"));
        more.nodes.push(NodeDraft::nation("PER", "Peru"));
        let powers = CapacityDraft::For(vec!["CHL".into(), "PER".into()]);
        more.statements.extend([
            StatementDraft { capacity: powers, ..word("m0", "v0", "rejects", "2020-01-05") },
            StatementDraft { capacity: CapacityDraft::Personal, ..word("m1", "v1", "rejects", "2020-05-02") },
            word("m2", "v2", "rejects", "2020-02"),
            word("m3", "PER", "supports", "2020-03"),
        ]);
        graph = graph.extend(&more).unwrap();
        let last = Draft { statements: vec![word("m4", "v3", "rejects", "2020-05-01")], ..Draft::default() };
        graph = graph.extend(&last).unwrap().retract("s7", "2021-01-01").unwrap();
        assert!(graph.segments().count() > 1);
        for target in ["wide", "narrow"].map(|key| graph.find(key).unwrap()) {
            for (least, at) in
                [1, 2, 5, 1000].into_iter().flat_map(|least| (0..62).map(move |at| (least, at)))
            {
                let day = format!("2020-{:02}-{:02}", 1 + at / 12, 1 + at % 12 * 2).parse::<Date>().unwrap();
                let lens = Lens { as_of: Some(day.latest()), ..Lens::default() };
                let pass = Selection::new(&graph, lens).latest(target);
                let pass: Vec<_> = pass.iter().map(|word| (word.holder, word.polarity)).collect();
                let mut seen = Vec::new();
                let closure = Closure::of(&graph, target, least).unwrap();
                closure.each(day.pack(), |voice, side| seen.push((voice, side)));
                assert_eq!(seen, pass, "with steps of {least}, by {day}");
            }
        }
    }

    #[test]
    fn closures_keep_to_their_room_and_begin_with_the_heaviest() {
        let graph = graph();
        let (wide, narrow) = (graph.find("wide").unwrap(), graph.find("narrow").unwrap());
        let all = Closures::of(&graph, usize::MAX);
        assert!(all.get(wide).is_some() && all.get(narrow).is_some());
        let one = Closures::of(&graph, all.bytes() - 1);
        assert!(one.get(wide).is_some() && one.get(narrow).is_none() && one.bytes() < all.bytes());
        assert_eq!(Closures::of(&graph, 0).bytes(), 0);
    }
}
