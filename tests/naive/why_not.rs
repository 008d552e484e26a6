//! Why a holder is not plainly found: the reasons, complete and in their order.

use std::collections::BTreeSet;

use super::answer::{Answer, Finding, absences, matches, of_holder, voices};
use super::bases::{self, Ground, Voice};
use super::line::{self, Fate};
use super::view::{Seen, View};
use super::world::{Question, Statement, Word};

const ORDER: [&str; 11] = [
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
        let opposite = findings.iter().any(|finding| finding.direct);
        reasons(view, holder, target, &question.word, opposite)
    };
    let order = ORDER.into_iter().chain(["lost-to-nearer"]);
    Answer {
        reasons: Some(order.filter(|reason| reasons.contains(reason)).collect()),
        findings,
        absent,
        ..Answer::default()
    }
}

/// Of what is asked for; else, where no plainly opposite position is shown, why there is nothing.
fn reasons(
    view: &View<'_>,
    holder: &str,
    target: &str,
    word: &Word,
    opposite: bool,
) -> BTreeSet<&'static str> {
    let of = |asked: &dyn Fn(&Statement) -> bool, offices: bool| -> BTreeSet<&'static str> {
        voices(view, holder).iter().flat_map(|voice| of_voice(view, voice, target, offices, asked)).collect()
    };
    let mut asked = of(&|statement| is_asked(statement, word), true);
    let kinds = view.world.kinds_of(target);
    if opposite {
        // A choice: beside a plainly opposite position, what cannot be seen on kinds is left out.
        asked =
            of(&|statement| is_asked(statement, word) && !kinds.contains(&statement.target.as_str()), true);
        asked.extend(lost(view, holder, target, word));
        asked.retain(|reason| !is_elsewhere(reason));
    }
    if inferred_conditionally(view, holder, target, word) {
        asked.insert("only-conditional");
    }
    if on_a_kind(view, holder, target, word) {
        asked.insert("only-narrower");
    }
    if !asked.is_empty() || opposite {
        return asked;
    }
    // A choice: of the other side, what representatives said and cannot be seen is left out.
    let mut any = of(&|_| true, false);
    let here = |reason: &&str| !is_elsewhere(reason) && !is_hidden(reason) && *reason != "lost-to-nearer";
    if !any.iter().any(|reason| here(reason)) {
        any.remove("lost-to-nearer");
    }
    let seen: BTreeSet<_> = any.iter().copied().filter(|reason| !is_hidden(reason)).collect();
    let absent = !absences(view, &voices(view, holder), target).is_empty();
    match () {
        () if seen.iter().any(|reason| !is_elsewhere(reason)) => {
            seen.into_iter().filter(|reason| !is_elsewhere(reason)).collect()
        }
        () if !seen.is_empty() => seen,
        () if !any.is_empty() || absent => any,
        () => BTreeSet::from(["no-record"]),
    }
}

/// Whether something on a farther basis lost.
fn lost(view: &View<'_>, holder: &str, target: &str, word: &Word) -> Option<&'static str> {
    let of = |voice| of_voice(view, voice, target, true, &|statement| is_asked(statement, word));
    voices(view, holder).iter().flat_map(of).find(|reason| *reason == "lost-to-nearer")
}

fn is_elsewhere(reason: &str) -> bool {
    matches!(reason, "only-narrower" | "only-broader")
}

/// Whether the holder is found on the asked side, but on a kind only.
fn on_a_kind(view: &View<'_>, holder: &str, target: &str, word: &Word) -> bool {
    let found = of_holder(view, holder, target, false);
    found.iter().any(|finding| !finding.direct && matches(finding, word))
}

/// Whether the asked side is inferred, but from a conditional stance.
fn inferred_conditionally(view: &View<'_>, holder: &str, target: &str, word: &Word) -> bool {
    let found = of_holder(view, holder, target, false);
    found.iter().any(|finding| finding.direct && finding.conditional && matches(finding, word))
}

fn is_hidden(reason: &str) -> bool {
    matches!(reason, "retracted" | "not-yet-known" | "not-yet-said")
}

fn is_asked(statement: &Statement, word: &Word) -> bool {
    match word {
        Word::Leaning(sign) => statement.side() == Some(sign),
        Word::Exactly(stance) => statement.stance == *stance,
        Word::Voted(_) => false,
    }
}

fn of_voice(
    view: &View<'_>,
    voice: &Voice,
    target: &str,
    offices: bool,
    asked: &dyn Fn(&Statement) -> bool,
) -> BTreeSet<&'static str> {
    let mine = |statement: &Statement| match voice {
        Voice::Share { speaker, .. } => statement.holder == *speaker,
        _ => true,
    };
    let wanted = |statement: &Statement| mine(statement) && asked(statement);
    let mut reasons = BTreeSet::new();
    let mut nearer = false;
    for ground in bases::all_grounds(view, voice, target) {
        let heard = ground.lines.iter().flatten().any(|piece| wanted(piece.statement));
        if nearer {
            if heard && bases::would_reach(view, &ground, asked) {
                reasons.insert("lost-to-nearer");
            }
            continue;
        }
        reasons.extend(of_ground(view, &ground, &wanted));
        nearer = ground.speaks() && (view.inferred || ground.basis != "broader");
    }
    let direct: Vec<_> = [target].into_iter().chain(bases::latest_instance(view, target)).collect();
    reasons.extend(bases::unseen(view, voice, &direct, offices, &wanted));
    // A choice: what cannot be seen on a kind is told only where nothing on a kind can be seen.
    let grounds = bases::all_grounds(view, voice, target);
    let on_kinds = grounds.iter().any(|ground| ground.basis == "narrower" && ground.speaks());
    if offices && !on_kinds {
        reasons.extend(bases::unseen(view, voice, &view.world.kinds_of(target), offices, &wanted));
    }
    if reasons.is_empty() && offices && !nearer {
        reasons.extend(bases::unseen_of_blocs(view, voice, target, asked));
    }
    reasons
}

fn of_ground(
    view: &View<'_>,
    ground: &Ground<'_>,
    wanted: &dyn Fn(&Statement) -> bool,
) -> BTreeSet<&'static str> {
    let heard = ground.lines.iter().flatten().any(|piece| wanted(piece.statement));
    match ground.basis {
        "narrower" | "broader" if !heard => BTreeSet::new(),
        "narrower" if ground.speaks() => BTreeSet::from(["only-narrower"]),
        // What is inferred from the broader one is shown.
        "broader"
            if ground.speaks() && !(view.inferred && !bases::found(view, ground, |_| true).is_empty()) =>
        {
            BTreeSet::from(["only-broader"])
        }
        "narrower" | "broader" | "membership" => BTreeSet::new(),
        _ => {
            let of = |line: &Vec<line::Piece<'_>>| -> Vec<&'static str> {
                let wanted = line.iter().filter(|piece| wanted(piece.statement));
                wanted.filter_map(|piece| reason(view, piece, line)).collect()
            };
            ground.lines.iter().flat_map(of).collect()
        }
    }
}

fn reason(view: &View<'_>, piece: &line::Piece<'_>, line: &[line::Piece<'_>]) -> Option<&'static str> {
    if piece.statement.is_deed() {
        return None;
    }
    if piece.statement.is_hint() {
        return Some("only-hinted");
    }
    match line::fate(view, piece, line) {
        // A choice: no reason is given where a condition that came about brought another side to stand.
        Fate::Superseded if line::is_outlived(view, piece, line) => None,
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
        Seen::Certainly | Seen::Possibly => None,
    }
}
