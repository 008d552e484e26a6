//! The orders for reading in streams: one stored as a place for each row, the other made from it.

use crate::graph::snapshot::{Encoder, Flaw};
use crate::model::NodeId;

use super::super::apart::{Noted, noted};
use super::super::columns::Columns;
use super::super::keys::Keys;
use super::super::row::{Row, Within};
use super::super::run::{Run, is_sparse};
use super::apart::ByRow;
use super::columns::Raw;

/// For each statement, then for each that was made on behalf of another: how many come before it of its voice's.
pub(super) fn encode(columns: &Columns, out: &mut Encoder) {
    let spoken_for = noted(&columns.apart, &columns.holder).spoken_for;
    let voices = || voices(&columns.holder, &spoken_for);
    let nodes = voices().max().map_or(0, |(voice, _)| voice as usize + 1);
    if is_sparse(nodes, columns.by_voice.len()) {
        return;
    }
    let mut places = vec![0_u32; columns.len()];
    let mut beside: Vec<((u32, u32), usize, u32)> =
        (0..).zip(&spoken_for).map(|(at, (power, row))| ((*row, power.raw()), at, 0)).collect();
    beside.sort_unstable();
    for (voice, rows) in columns.by_voice.groups() {
        for (place, row) in (0..).zip(rows) {
            if columns.holder.get(row.entry() as usize) == Some(&voice.raw()) {
                places[row.entry() as usize] = place;
            } else if let Ok(at) = beside.binary_search_by_key(&(row.entry(), voice.raw()), |one| one.0) {
                beside[at].2 = place;
            }
        }
    }
    beside.sort_unstable_by_key(|(_, at, _)| *at);
    out.column(places.iter().copied().chain(beside.iter().map(|(_, _, place)| *place)));
}

/// Whose rows there are: of each statement its holder's, then those of others it was made on behalf of.
fn voices<'v>(
    holder: &'v [u32],
    spoken_for: &'v [(NodeId, u32)],
) -> impl Iterator<Item = (u32, u32)> + Clone + 'v {
    let own = holder.iter().copied().zip(0..);
    own.chain(spoken_for.iter().map(|(power, row)| (power.raw(), *row)))
}

/// The columns with their orders, if the places are those that the orders have.
pub(super) fn ordered(raw: Raw<'_>, keys: Keys, apart: ByRow) -> Result<Columns, Flaw> {
    let Noted { spoken_for, bearing } = noted(&apart, &raw.holder);
    let by_voice = by_voice(&raw, &spoken_for)?;
    let by_target = Run::by_target(&by_voice, &raw.holder, &raw.target);
    let mut powers: Vec<NodeId> = spoken_for.into_iter().map(|(power, _)| power).collect();
    powers.sort_unstable();
    powers.dedup();
    Ok(Columns {
        holder: raw.holder,
        target: raw.target,
        said: raw.said,
        source: raw.source,
        bits: raw.bits,
        code: raw.code,
        confidence: raw.confidence,
        codes: raw.codes,
        confidences: raw.confidences,
        keys,
        apart,
        by_target,
        by_voice,
        spoken_for: powers.into(),
        bearing: bearing.into(),
    })
}

/// The rows by voice, each put at its place. Few rows of many nodes have no places; they are sorted.
fn by_voice(raw: &Raw<'_>, spoken_for: &[(NodeId, u32)]) -> Result<Run, Flaw> {
    let rows = raw.len().saturating_add(spoken_for.len());
    // Places and the ends of voices are kept in four bytes.
    raw.rest.ensure(u32::try_from(rows).is_ok(), "there are too many statements")?;
    let last = voices(&raw.holder, spoken_for).map(|(voice, _)| voice).max();
    let nodes = last.map_or(0, |last| last as usize + 1);
    if is_sparse(nodes, rows) {
        raw.rest.end()?;
        return Ok(Run::by_voice(&raw.holder, &raw.target, raw.times(), spoken_for));
    }
    let starts = starts(voices(&raw.holder, spoken_for).map(|(voice, _)| voice), nodes);
    let mut put = Put { starts: &starts, rows: vec![Row::GAP; rows], is_sound: true };
    let mut own = raw.holder.iter().zip(raw.target.iter().zip(raw.times())).zip(0..);
    let mut beside = spoken_for.iter();
    let mut places = raw.rest.clone();
    places.column(rows, |place| {
        if let Some(((voice, (target, time)), entry)) = own.next() {
            put.row(*voice, place, Row::new(*target, time, entry));
        } else if let Some((power, entry)) = beside.next() {
            let at = *entry as usize;
            let row = Row::new(raw.target[at], raw.time(raw.said[at], raw.bits[at]), *entry);
            put.row(power.raw(), place, row);
        }
    })?;
    places.end()?;
    let (rows, is_sound) = (put.rows, put.is_sound);
    let is_sound = is_sound && starts.windows(2).all(|ends| is_ordered(&rows, ends));
    raw.rest.ensure(is_sound, "statements are not in the order of their dates")?;
    Ok(Run::dense(rows, starts))
}

/// Where each voice's rows begin and, behind the last one, where they end.
fn starts(voices: impl Iterator<Item = u32>, nodes: usize) -> Vec<u32> {
    let mut starts = vec![0_u32; nodes + 1];
    for voice in voices {
        starts[voice as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

/// Whether rows between two ends are all there, each after the one before.
fn is_ordered(rows: &[Row], ends: &[u32]) -> bool {
    let own = rows.get(ends[0] as usize..ends[1] as usize).unwrap_or_default();
    let follows = |one: &Row, next: &Row| one.rank(Within::Time) < next.rank(Within::Time);
    own.iter().all(|row| *row != Row::GAP) && own.is_sorted_by(follows)
}

/// Rows on their way to their places. Each place is given once where no gap is left.
struct Put<'s> {
    starts: &'s [u32],
    rows: Vec<Row>,
    is_sound: bool,
}

impl Put<'_> {
    #[inline]
    fn row(&mut self, voice: u32, place: u32, row: Row) {
        let voice = voice as usize;
        let at = u64::from(self.starts[voice]) + u64::from(place);
        if at < u64::from(self.starts[voice + 1]) {
            self.rows[usize::try_from(at).unwrap_or(usize::MAX)] = row;
        } else {
            self.is_sound = false;
        }
    }
}
