//! Ledgers that grew in parts against one that was written at once.

use proptest::prelude::*;

use super::*;
use crate::model::{Act, Capacity, Confidence, Modality, SourceId, Stance};

/// What a statement is made of, by number.
type Made = (u32, u32, u32, u8, u8);

fn made() -> impl Strategy<Value = Made> {
    (0..6_u32, 0..6_u32, 0..40_u32, any::<u8>(), any::<u8>())
}

/// The dates of statements, of which some are partial or missing.
fn date(number: u32) -> Option<Date> {
    let day = 1 + number % 28;
    match number % 5 {
        0 => None,
        1 => format!("20{:02}", number % 3).parse().ok(),
        _ => format!("2001-02-{day:02}").parse().ok(),
    }
}

fn write(writer: &mut Writer, number: usize, (holder, target, when, kind, rest): Made) {
    let text = if number.is_multiple_of(7) { format!("word-{number}x") } else { format!("s{number}") };
    let mut apart = Apart::default();
    if rest % 4 == 0 {
        apart.capacity = Capacity::For(vec![NodeId::new(u32::from(rest) % 6), NodeId::new(7)]);
    }
    if rest % 5 == 0 {
        apart.rather_than = vec![NodeId::new(target + 6)];
    }
    let code = format!("c{}", kind % 9);
    let stances = [Stance::Supports, Stance::Rejects, Stance::Abstains, Stance::Absent, Stance::Withdraws];
    let entry = Entry {
        key: StatementKey::of(&text),
        holder: NodeId::new(holder),
        act: if kind % 6 == 0 { Act::Did } else { Act::Said },
        stance: stances[usize::from(kind) % stances.len()],
        target: NodeId::new(target + 6),
        said: date(when),
        modality: Modality::Asserted,
        confidence: Confidence::new(f64::from(kind % 11) / 10.0).ok().filter(|_| kind % 2 == 0),
        source: (rest % 3 == 0).then(|| SourceId::new(u32::from(rest))),
        code: (kind % 3 != 0).then_some(Code::Text(&code)),
        apart: (apart != Apart::default()).then(|| Box::new(apart)),
    };
    assert!(writer.add(entry).is_ok());
}

/// Statements from one number up to another at the end of a ledger.
fn with(ledger: Ledger, made: &[Made], from: usize, to: usize) -> Ledger {
    let mut writer = Writer::after(ledger);
    for (number, one) in made.iter().enumerate().take(to).skip(from) {
        write(&mut writer, number, *one);
    }
    writer.finish().settled()
}

/// Everything that can be read of a ledger, but for how it is cut into segments.
fn told(ledger: &Ledger) -> Vec<String> {
    let mut told: Vec<String> =
        ledger.segments().flat_map(Segment::statements).map(|one| format!("{one:?}")).collect();
    told.extend((0..).map(StatementId::new).map_while(|id| ledger.get(id)).map(|one| format!("{one:?}")));
    let found = ledger.segments().flat_map(Segment::statements).map(|one| ledger.find(one.key));
    told.push(format!("{:?}", found.collect::<Vec<_>>()));
    for node in (0..13).map(NodeId::new) {
        // As one stream does: by what the rows of all segments are sorted by.
        let mut on: Vec<_> = rows(ledger, |segment| segment.on(node)).collect();
        let mut by: Vec<_> = rows(ledger, |segment| segment.by(node)).collect();
        on.sort_unstable();
        by.sort_unstable();
        told.push(format!("{on:?} {by:?}"));
        told.push(format!("{:?}", ledger.gather(|segment| segment.on(node))));
        told.extend((0..13).map(|other| format!("{:?}", ledger.between(node, NodeId::new(other)))));
        let bearing = ledger.segments().flat_map(|segment| segment.bearing(node));
        told.push(format!("{:?}", bearing.collect::<Vec<_>>()));
    }
    told
}

/// Each row with its statement; whether it is plain only where the statement was not taken back.
fn rows<'l>(
    ledger: &'l Ledger,
    of: impl Fn(&'l Segment) -> &'l [Row] + 'l,
) -> impl Iterator<Item = (NodeId, u32, StatementId, bool)> + 'l {
    ledger.segments().flat_map(move |segment| {
        assert!(
            of(segment).is_sorted_by_key(|row| (row.other(), row.when()))
                || of(segment).is_sorted_by_key(|row| row.when())
        );
        of(segment).iter().map(|row| {
            let id = segment.numbered(*row);
            let is_kept = ledger.at(id).retracted.is_none();
            assert!(is_kept || !row.is_plain(), "a retracted statement must be looked at closely");
            (row.other(), row.when(), id, row.is_plain())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_ledger_that_grew_reads_as_one_written_at_once(
        made in prop::collection::vec(made(), 1..120), first in 0..120_usize, filled in any::<bool>(),
        sizes in prop::collection::vec(1..5_usize, 1..9),
        taken_back in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..40),
    ) {
        // Many statements at first, so that the rest stays in segments of its own.
        let first = first.min(made.len());
        let filler = if filled { 1_500 } else { 0 };
        let made: Vec<Made> = (0..filler).map(|number| (number % 5, number % 3, number, 1, 1)).chain(made).collect();
        let first = first + filler as usize;
        let mut steps: Vec<(usize, usize)> = vec![(0, first)];
        let mut sizes = sizes.iter().cycle();
        while let Some((_, end)) = steps.last().copied().filter(|(_, end)| *end < made.len()) {
            steps.push((end, made.len().min(end + sizes.next().unwrap())));
        }
        // Each taken back once, at the step of its statement or after it.
        let mut retractions: Vec<(usize, StatementId)> = Vec::new();
        for (statement, step) in taken_back {
            let row = statement.index(made.len());
            let id = StatementId::new(u32::try_from(row).unwrap());
            let born = steps.iter().position(|(start, end)| (*start..*end).contains(&row)).unwrap();
            if retractions.iter().all(|(_, other)| *other != id) {
                retractions.push((born + step.index(steps.len() - born), id));
            }
        }
        let date = "2002-03-04".parse::<Date>().unwrap();
        let mut ledger = Ledger::default();
        for (at, &(start, end)) in steps.iter().enumerate() {
            ledger = with(ledger, &made, start, end);
            let mut now: Vec<_> = retractions.iter().filter(|(step, _)| *step == at).map(|(_, id)| (*id, date)).collect();
            now.sort_unstable_by_key(|(id, _)| *id);
            ledger = ledger.without(&now).settled();
            prop_assert!(ledger.segments.len() <= 3);
        }
        let mut all: Vec<_> = retractions.iter().map(|(_, id)| (*id, date)).collect();
        all.sort_unstable_by_key(|(id, _)| *id);
        let at_once = with(Ledger::default(), &made, 0, made.len());
        prop_assert!(at_once.segments.len() <= 1);
        prop_assert_eq!(told(&ledger), told(&at_once.without(&all)));
        prop_assert_eq!(told(&ledger), told(&at_once.without(&all).settled()));
    }
}

#[test]
fn many_retractions_are_written_into_the_columns() {
    let made: Vec<Made> = (0..400).map(|number| (number % 5, number % 3, number, 1, 1)).collect();
    let mut ledger = with(Ledger::default(), &made, 0, 400);
    let date: Date = "2002-03-04".parse().unwrap();
    let burden = |ledger: &Ledger| {
        ledger
            .segments
            .iter()
            .map(|segment| segment.overlay.as_ref().map_or(0, |overlay| overlay.len()))
            .sum::<usize>()
    };
    let mut most = 0;
    for id in (0..400).map(StatementId::new) {
        ledger = ledger.without(&[(id, date)]).settled();
        most = most.max(burden(&ledger));
    }
    // Twice the square root of 400.
    assert_eq!(most, 40);
    assert!(ledger.segments().flat_map(Segment::statements).all(|one| one.retracted == Some(date)));
}

#[test]
fn a_code_that_finds_no_room_is_kept_apart() {
    let numbered = |range: std::ops::Range<u32>, before: Ledger| {
        let mut writer = Writer::after(before);
        for number in range {
            let (key, code) = (format!("s{number}"), format!("code {number}"));
            let entry = Entry {
                key: StatementKey::of(&key),
                holder: NodeId::new(0),
                act: Act::Said,
                stance: Stance::Supports,
                target: NodeId::new(1),
                said: None,
                modality: Modality::Asserted,
                confidence: None,
                source: None,
                code: Some(Code::Text(&code)),
                apart: None,
            };
            assert!(writer.add(entry).is_ok());
        }
        writer.finish().settled()
    };
    let ledger = numbered(60_000..67_000, numbered(0..60_000, Ledger::default()));
    assert_eq!(ledger.segments.len(), 1);
    for (number, one) in (0..).zip(ledger.segments().flat_map(Segment::statements)) {
        assert_eq!(one.code, Some(format!("code {number}").as_str()));
    }
    assert_eq!(ledger.len(), 67_000);
}
