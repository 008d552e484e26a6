//! Contradictions: pairs of statements that do not go together.

use std::collections::BTreeSet;

use super::answer::Answer;
use super::bases::{self, Voice};
use super::days::{self, Order, Span, Tri};
use super::line::Piece;
use super::view::View;
use super::world::{Condition, Question, Statement};

/// A kind of contradiction, its two statements, and whose it is.
struct Clash<'w> {
    kind: &'static str,
    sides: [&'w Statement; 2],
    parties: Vec<String>,
}

pub(crate) fn answer(view: &View<'_>, question: &Question) -> Answer {
    let mut clashes = Vec::new();
    for voice in lines(view) {
        for target in view.world.nodes.iter().map(|node| node.key.as_str()) {
            clashes.extend(within(view, &voice, &bases::own_line(view, &voice, target)));
            clashes.extend(successions(view, &voice, target));
            clashes.extend(split_voices(view, &voice, target));
            clashes.extend(line_breaks(view, &voice, target));
        }
        clashes.extend(tensions(view, &voice));
    }
    let asked = |clash: &Clash<'_>| {
        let mut parties =
            clash.parties.iter().map(String::as_str).chain(clash.sides.iter().map(|one| one.holder.as_str()));
        let of_holder = question.holder.as_deref().is_none_or(|holder| parties.any(|party| party == holder));
        let on = |target: &str| clash.sides.iter().any(|one| one.target == target);
        of_holder && question.target.as_deref().is_none_or(on)
    };
    let told = clashes
        .iter()
        .filter(|clash| asked(clash))
        .map(|clash| (clash.kind, clash.sides.iter().map(|one| one.id.clone()).collect::<BTreeSet<_>>()));
    let told: BTreeSet<_> = told.collect();
    Answer { clashes: Some(told.into_iter().collect()), ..Answer::default() }
}

/// Everyone's own line and everyone's personal one.
fn lines(view: &View<'_>) -> Vec<Voice> {
    let both = |holder: &str| [Voice::Own(holder.into()), Voice::Personal(holder.into())];
    view.world.holders().flat_map(both).collect()
}

fn is_opposite(a: &Statement, b: &Statement) -> bool {
    matches!((a.side(), b.side()), (Some("favor"), Some("against")) | (Some("against"), Some("favor")))
}

fn counts(statement: &Statement) -> bool {
    !statement.is_hint() && !statement.is_deed() && !statement.is_absence()
}

/// Statements that differ in the condition of their stance do not contradict.
fn same_conditions(a: &Statement, b: &Statement) -> bool {
    let of = |one: &Statement| -> Vec<Condition> { one.stance_conditions().cloned().collect() };
    let (a, b) = (of(a), of(b));
    a.iter().all(|one| b.contains(one)) && b.iter().all(|one| a.contains(one))
}

/// Whether the earlier one had ended by its own terms before the later one was said.
fn over_before(view: &View<'_>, earlier: &Statement, later: &Statement) -> bool {
    let Some(until) = earlier.until.as_deref().map(Span::of) else { return false };
    matches!((until.last, view.said(later).first), (Some(end), Some(said)) if end <= said)
}

fn within<'w>(view: &View<'w>, voice: &Voice, line: &[Piece<'w>]) -> Vec<Clash<'w>> {
    let line: Vec<_> = line.iter().map(|piece| piece.statement).filter(|one| counts(one)).collect();
    let mut clashes = Vec::new();
    for (index, a) in line.iter().enumerate() {
        for b in &line[index + 1..] {
            let ended = over_before(view, a, b) || over_before(view, b, a);
            if is_opposite(a, b) && same_conditions(a, b) && !ended {
                let kind = kind_within(view, &line, a, b);
                let parties = vec![voice.holder().to_owned()];
                clashes.extend(kind.map(|kind| Clash { kind, sides: [a, b], parties }));
            }
        }
    }
    clashes
}

fn kind_within(view: &View<'_>, line: &[&Statement], a: &Statement, b: &Statement) -> Option<&'static str> {
    let order = |a: &Statement, b: &Statement| view.said(a).order(view.said(b));
    let between = |c: &Statement, first: &Statement, last: &Statement| {
        order(first, c) == Order::Before && order(c, last) == Order::Before
    };
    match order(a, b) {
        Order::Before => (!line.iter().any(|c| between(c, a, b))).then_some("reversal"),
        Order::After => (!line.iter().any(|c| between(c, b, a))).then_some("reversal"),
        Order::SameDay if a.holder != b.holder => Some("split-voice"),
        Order::SameDay => Some("ambivalence"),
        Order::Unknown => Some("unordered"),
    }
}

/// One in office turns round what another in office before it said, where the power itself said nothing.
fn successions<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Clash<'w>> {
    let Voice::Own(power) = voice else { return Vec::new() };
    let pool = bases::own_line(view, voice, target);
    if pool.iter().any(|piece| !piece.statement.is_absence() && !piece.statement.is_deed()) {
        return Vec::new();
    }
    let line = bases::represented(view, voice, target);
    let of_two = within(view, voice, &line).into_iter().filter(|clash| {
        let [a, b] = clash.sides;
        a.holder != b.holder && !both_in_office(view, a, b, power)
    });
    of_two.filter(|clash| clash.kind == "reversal").collect()
}

/// Two in office for one power, both current.
fn split_voices<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Clash<'w>> {
    let Voice::Own(power) = voice else { return Vec::new() };
    // As far as is known: no date rules it out.
    let in_office = |one: &&Statement| bases::office(view, one, power).is_some();
    let said = view.world.statements.iter().filter(|one| one.target == target && view.is_live(one));
    let said: Vec<_> = said.filter(in_office).filter(|one| is_current(view, one)).collect();
    let mut clashes = Vec::new();
    for (index, a) in said.iter().enumerate() {
        for b in &said[index + 1..] {
            let together = a.holder != b.holder && both_in_office(view, a, b, power);
            if together && is_opposite(a, b) && same_conditions(a, b) {
                clashes.push(Clash { kind: "split-voice", sides: [a, b], parties: vec![power.clone()] });
            }
        }
    }
    clashes
}

/// The headline of what stands in the speaker's own line.
fn is_current(view: &View<'_>, statement: &Statement) -> bool {
    let voice = Voice::Own(statement.holder.clone());
    headlines(view, &voice, &statement.target).iter().any(|one| one.id == statement.id)
}

/// Whether the speaker of either was in office when the other spoke.
fn both_in_office(view: &View<'_>, a: &Statement, b: &Statement, power: &str) -> bool {
    let at = |speaker: &Statement, day: &Statement| {
        let moved = Statement {
            said: day.said.clone(),
            published: day.published.clone(),
            recorded: day.recorded.clone(),
            ..speaker.clone()
        };
        bases::office(view, &moved, power).is_some()
    };
    at(a, b) && at(b, a)
}

/// The headline of each position of a voice on the proposal itself.
fn headlines<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<&'w Statement> {
    let found = bases::stated(view, voice, target);
    found.iter().map(|found| found.position.pieces[0].statement).collect()
}

/// A member against its bloc, both current.
fn line_breaks<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Clash<'w>> {
    let Voice::Own(member) = voice else { return Vec::new() };
    let own = headlines(view, voice, target);
    let mut clashes = Vec::new();
    for (tie, _) in bases::memberships(view, member) {
        let bloc = headlines(view, &Voice::Own(tie.to.clone()), target);
        for (a, b) in own.iter().flat_map(|a| bloc.iter().map(move |b| (*a, *b))) {
            // A choice: a member on both days, as far as they are known.
            let on =
                |one| days::covers(tie.since.as_deref(), tie.until.as_deref(), view.said(one)) != Tri::No;
            if on(a) && on(b) && is_opposite(a, b) && same_conditions(a, b) {
                let parties = vec![member.clone(), tie.to.clone()];
                clashes.push(Clash { kind: "line-break", sides: [a, b], parties });
            }
        }
    }
    clashes
}

/// Opposite on ancestor and descendant, or for both of two contraries.
fn tensions<'w>(view: &View<'w>, voice: &Voice) -> Vec<Clash<'w>> {
    let keys: Vec<_> = view.world.nodes.iter().map(|node| node.key.as_str()).collect();
    let mut clashes = Vec::new();
    for one in &keys {
        let kinds = view.world.kinds_of(one);
        let contrary = |tie: &&super::world::Tie| tie.from == *one;
        let contraries: Vec<_> =
            view.world.ties("contrary_to").filter(contrary).map(|tie| tie.to.as_str()).collect();
        for other in kinds.iter().chain(&contraries) {
            for a in headlines(view, voice, one) {
                for b in headlines(view, voice, other) {
                    let both = a.side() == Some("favor") && b.side() == Some("favor");
                    let clash =
                        (contraries.contains(other) && both) || (kinds.contains(other) && is_opposite(a, b));
                    if clash && same_conditions(a, b) {
                        clashes.push(Clash {
                            kind: "tension",
                            sides: [a, b],
                            parties: vec![voice.holder().into()],
                        });
                    }
                }
            }
        }
    }
    clashes
}
