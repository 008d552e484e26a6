//! Why a holder is not plainly found: the reasons, complete and in their order.

use std::collections::BTreeSet;

use super::answer::{Answer, Finding, absences, matches, of_holder, voices};
use super::bases::{self, Ground, Voice};
use super::line::{self, Fate};
use super::view::{Seen, View};
use super::world::{Question, Statement, Word};

const ORDER: [&str; 13] = [
    "no-record",
    "only-narrower",
    "only-broader",
    "superseded",
    "expired",
    "withdrawn",
    "retracted",
    "not-yet-known",
    "not-yet-said",
    "only-hinted",
    "only-conditional",
    "lost-to-nearer",
    "filtered",
];

pub(crate) fn answer(view: &View<'_>, question: &Question) -> Answer {
    let holder = question.holder.as_deref().unwrap();
    let target = question.target.as_deref().unwrap();
    let findings = of_holder(view, holder, target, false);
    let absent = absences(view, &voices(view, holder), target);
    let plain = |finding: &Finding| {
        finding.direct
            && matches(finding, &question.word)
            && (!finding.conditional || finding.side.as_deref() == Some("mixed"))
    };
    let reasons = if findings.iter().any(plain) {
        BTreeSet::new()
    } else {
        reasons(view, holder, target, &question.word, &findings, !absent.is_empty())
    };
    Answer {
        reasons: Some(ORDER.into_iter().filter(|reason| reasons.contains(reason)).collect()),
        findings,
        absent,
        ..Answer::default()
    }
}

/// Of the statements asked for; where there is none and nothing plain is shown, of all.
fn reasons(
    view: &View<'_>,
    holder: &str,
    target: &str,
    word: &Word,
    findings: &[Finding],
    absent: bool,
) -> BTreeSet<&'static str> {
    let of = |asked: &dyn Fn(&Statement) -> bool| -> BTreeSet<&'static str> {
        voices(view, holder).iter().flat_map(|voice| of_voice(view, voice, target, asked)).collect()
    };
    let mut asked = of(&|statement| is_asked(statement, word));
    for finding in findings.iter().filter(|finding| matches(finding, word)) {
        asked.insert(if finding.direct { "only-conditional" } else { "only-narrower" });
    }
    if !asked.is_empty() || findings.iter().any(|finding| finding.direct) {
        return asked;
    }
    let any = of(&|_| true);
    if any.is_empty() && !absent { BTreeSet::from(["no-record"]) } else { any }
}

fn is_asked(statement: &Statement, word: &Word) -> bool {
    match word {
        Word::Leaning(sign) => statement.side() == Some(sign),
        Word::Exactly(stance) => statement.stance == *stance,
        Word::Voted(_) => false,
    }
}

/// What a voice said on the matter, each statement with its own reason.
fn of_voice(
    view: &View<'_>,
    voice: &Voice,
    target: &str,
    asked: &dyn Fn(&Statement) -> bool,
) -> BTreeSet<&'static str> {
    // What was said unmarked is told under the speaker's own name.
    let mine = |statement: &Statement| bases::is_share_of(voice, statement);
    let wanted = |statement: &Statement| mine(statement) && asked(statement);
    let mut reasons: BTreeSet<_> = bases::unseen(view, voice, target, &wanted).into_iter().collect();
    let mut nearer = false;
    let spoken = |lines: &[Vec<line::Piece<'_>>]| {
        lines.iter().flatten().any(|piece| is_spoken(piece.statement) && wanted(piece.statement))
    };
    for ground in bases::own_grounds(view, voice, target) {
        let shuts_out = bases::gives(view, &ground) && (view.inferred || ground.basis != "broader");
        match ground.basis {
            _ if nearer => reasons.extend(lost(view, &ground, &wanted)),
            "narrower" if spoken(&ground.lines) => _ = reasons.insert("only-narrower"),
            // Where nothing is handed down, whatever it is a kind of is elsewhere.
            "broader" if !shuts_out && spoken(&bases::above(view, voice, target)) => {
                _ = reasons.insert("only-broader");
            }
            "narrower" | "broader" => {}
            _ => reasons.extend(ground.lines.iter().flat_map(|line| of_line(view, line, &mine, &wanted))),
        }
        nearer |= shuts_out;
    }
    let handed_down = bases::handed_down(view, voice, target);
    if !bases::keeps_blocs_off(view, voice, target, nearer) {
        reasons.extend(bases::waiting_in_blocs(view, voice, target, &wanted));
    } else if handed_down.iter().any(|one| wanted(one)) {
        reasons.insert("lost-to-nearer");
    }
    reasons
}

fn is_spoken(statement: &Statement) -> bool {
    !statement.is_deed() && !statement.is_absence()
}

/// Whether what stands on a farther ground would have been found.
fn lost(view: &View<'_>, ground: &Ground<'_>, wanted: &dyn Fn(&Statement) -> bool) -> Option<&'static str> {
    let stands = bases::standing_on(view, ground);
    stands.iter().any(|one| wanted(one)).then_some("lost-to-nearer")
}

fn of_line(
    view: &View<'_>,
    line: &[line::Piece<'_>],
    mine: &dyn Fn(&Statement) -> bool,
    wanted: &dyn Fn(&Statement) -> bool,
) -> Vec<&'static str> {
    let wanted = line.iter().filter(|piece| wanted(piece.statement));
    wanted.filter_map(|piece| reason(view, piece, line, mine)).collect()
}

fn reason(
    view: &View<'_>,
    piece: &line::Piece<'_>,
    line: &[line::Piece<'_>],
    mine: &dyn Fn(&Statement) -> bool,
) -> Option<&'static str> {
    if piece.statement.is_deed() {
        return None;
    }
    if piece.statement.is_hint() {
        return Some("only-hinted");
    }
    match line::fate_of(view, piece, line, mine) {
        Fate::Superseded => Some("superseded"),
        Fate::Withdrawn => Some("withdrawn"),
        Fate::Expired => Some("expired"),
        Fate::Contingent => Some("only-conditional"),
        Fate::Standing(_) => line::reads_only_if(view, piece.statement).then_some("only-conditional"),
        Fate::NoSide => piece.statement.is_withdrawal().then_some("withdrawn"),
    }
}

/// The reason of a statement that cannot be seen.
pub(crate) fn hidden(view: &View<'_>, statement: &Statement) -> Option<&'static str> {
    match view.seen(statement) {
        Seen::Retracted => Some("retracted"),
        Seen::NotYetKnown => Some("not-yet-known"),
        Seen::NotYetSaid => Some("not-yet-said"),
        Seen::Filtered => Some("filtered"),
        Seen::Certainly | Seen::Possibly => None,
    }
}
