//! What few statements of two segments have apart, on its way into one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::apart::Apart;
use super::bits::Bits;
use super::segment::Segment;

/// What few statements have, by row.
type ByRow = Box<[(u32, Arc<Apart>)]>;

/// The small fields of two segments, and what few of their statements have.
#[derive(Debug)]
pub(super) struct Aparts {
    bits: Vec<Bits>,
    list: Vec<(u32, Arc<Apart>)>,
    /// By row: what is not in the list as it will be.
    changed: BTreeMap<u32, Apart>,
}

impl Aparts {
    /// Those of both, with what was taken back; so many rows come before those of the second.
    pub(super) fn of(left: &Segment, right: &Segment, before: u32) -> Self {
        let (one, two) = (&left.columns, &right.columns);
        let later = two.apart.iter().map(|(row, apart)| (row + before, Arc::clone(apart)));
        let mut aparts = Self {
            bits: [&*one.bits, &*two.bits].concat(),
            list: one.apart.iter().cloned().chain(later).collect(),
            changed: BTreeMap::new(),
        };
        for (segment, before) in [(left, 0), (right, before)] {
            for (row, date) in segment.overlay.iter().flat_map(|overlay| overlay.dates()) {
                aparts.change(before + row).retracted = Some(date);
            }
        }
        aparts
    }

    /// What a row has apart, to be changed.
    pub(super) fn change(&mut self, row: u32) -> &mut Apart {
        if let Some(bits) = self.bits.get_mut(row as usize) {
            *bits = bits.with_apart();
        }
        let list = &self.list;
        self.changed.entry(row).or_insert_with(|| {
            let known = list.binary_search_by_key(&row, |(row, _)| *row).ok().and_then(|at| list.get(at));
            known.map(|(_, apart)| Apart::clone(apart)).unwrap_or_default()
        })
    }

    /// The small fields of all rows, and what few have, by row.
    pub(super) fn finish(self) -> (Box<[Bits]>, ByRow) {
        let mut list = self.list;
        let mut more = Vec::new();
        for (row, apart) in self.changed {
            let apart = Arc::new(apart);
            match list.binary_search_by_key(&row, |(row, _)| *row).ok().and_then(|at| list.get_mut(at)) {
                Some(place) => place.1 = apart,
                None => more.push((row, apart)),
            }
        }
        if !more.is_empty() {
            list.extend(more);
            list.sort_by_key(|(row, _)| *row);
        }
        (self.bits.into(), list.into())
    }
}
