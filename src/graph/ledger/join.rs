//! Two segments made one, with what was taken back of them written into the columns.

use std::hash::Hash;

use hashbrown::HashMap;

use crate::model::NodeId;

use super::aparts::Aparts;
use super::columns::{Columns, NONE, NONE_SHORT};
use super::row::{Row, Within};
use super::run::Run;
use super::segment::Segment;

/// The statements of a segment, then those of the next one.
///
/// O(n) for `n` statements, most of them copied in stretches.
pub(super) fn joined(left: &Segment, right: &Segment) -> Segment {
    let (one, two) = (&*left.columns, &*right.columns);
    let before = u32::try_from(one.len()).unwrap_or(NONE);
    let mut aparts = Aparts::of(left, right, before);
    let (codes, numbers) = joined_values(&one.codes, &two.codes, Clone::clone);
    let code = joined_shorts(&one.code, &two.code, &numbers, |row, number| {
        aparts.change(before + row).code = two.codes.get(number).map(ToString::to_string);
    });
    let (confidences, numbers) =
        joined_values(&one.confidences, &two.confidences, |rated| rated.get().to_bits());
    let confidence = joined_shorts(&one.confidence, &two.confidence, &numbers, |row, number| {
        aparts.change(before + row).confidence = two.confidences.get(number).copied();
    });
    let (bits, apart) = aparts.finish();
    let named_later = two.bearing.iter().map(|(node, row)| (*node, row + before));
    Segment::new(
        left.base(),
        Columns {
            holder: [&*one.holder, &*two.holder].concat().into(),
            target: [&*one.target, &*two.target].concat().into(),
            said: [&*one.said, &*two.said].concat().into(),
            source: [&*one.source, &*two.source].concat().into(),
            bits,
            code,
            confidence,
            codes,
            confidences,
            keys: one.keys.joined(&two.keys),
            apart,
            by_target: joined_runs(left, right, by_target, Within::Other),
            by_voice: joined_runs(left, right, by_voice, Within::Time),
            spoken_for: sorted([&*one.spoken_for, &*two.spoken_for].concat()),
            bearing: sorted(one.bearing.iter().copied().chain(named_later).collect()),
        },
    )
}

/// The values of two lists, each once; and for each of the second its number, if there was room for it.
fn joined_values<V: Clone, K: Hash + Eq>(
    left: &[V],
    right: &[V],
    key: fn(&V) -> K,
) -> (Box<[V]>, Vec<Option<u16>>) {
    let short = |number: usize| u16::try_from(number).ok().filter(|short| *short < NONE_SHORT);
    let mut values = left.to_vec();
    if left.is_empty() {
        return (right.into(), (0..right.len()).map(short).collect());
    }
    let mut known: HashMap<K, u16> =
        left.iter().enumerate().filter_map(|(number, value)| Some((key(value), short(number)?))).collect();
    let mut number = |value: &V| {
        if let Some(known) = known.get(&key(value)) {
            return Some(*known);
        }
        let new = short(values.len())?;
        values.push(value.clone());
        known.insert(key(value), new);
        Some(new)
    };
    let numbers = right.iter().map(&mut number).collect();
    (values.into(), numbers)
}

/// Two columns of numbers of values. What there was no room for is handed on, by its row and its number in the second.
fn joined_shorts(
    left: &[u16],
    right: &[u16],
    numbers: &[Option<u16>],
    mut no_room: impl FnMut(u32, usize),
) -> Box<[u16]> {
    let mut column = Vec::with_capacity(left.len() + right.len());
    column.extend_from_slice(left);
    for (row, short) in (0..).zip(right) {
        let known = numbers.get(usize::from(*short)).copied();
        if known == Some(None) {
            no_room(row, usize::from(*short));
        }
        column.push(known.flatten().unwrap_or(NONE_SHORT));
    }
    column.into()
}

type Groups<'s> = Box<dyn Iterator<Item = (NodeId, &'s [Row])> + 's>;

fn joined_runs(
    left: &Segment,
    right: &Segment,
    run: fn(&Segment) -> (usize, Groups<'_>),
    within: Within,
) -> Run {
    let before = u32::try_from(left.len()).unwrap_or(NONE);
    let ((one, left), (two, right)) = (run(left), run(right));
    Run::joined(left, right, (before, one + two), within)
}

fn by_target(segment: &Segment) -> (usize, Groups<'_>) {
    let run = &segment.columns.by_target;
    let of = |(node, _)| (node, segment.on(node));
    let groups: Groups<'_> = match segment.overlay {
        None => Box::new(run.groups()),
        Some(_) => Box::new(run.groups().map(of)),
    };
    (run.len(), groups)
}

fn by_voice(segment: &Segment) -> (usize, Groups<'_>) {
    let run = &segment.columns.by_voice;
    let of = |(node, _)| (node, segment.by(node));
    let groups: Groups<'_> = match segment.overlay {
        None => Box::new(run.groups()),
        Some(_) => Box::new(run.groups().map(of)),
    };
    (run.len(), groups)
}

/// Of two sorted lists one, each value once.
fn sorted<T: Ord>(mut both: Vec<T>) -> Box<[T]> {
    both.sort();
    both.dedup();
    both.into()
}
