//! Who, does, count and position: findings, what stands apart, and the verdict.

use std::collections::BTreeSet;

use super::bases::{self, Found, Voice};
use super::clash;
use super::confidence;
use super::last_word;
use super::line::{self, Certainty, Piece};
use super::view::{Seen, View};
use super::why_not;
use super::world::{Capacity, Condition, Form, Question, Statement, Word, World};

/// What is found of a holder.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) holder: String,
    pub(crate) powers: Vec<String>,
    /// `favor`, `neutral`, `against`, `mixed`, or nothing for a withdrawal.
    pub(crate) side: Option<String>,
    pub(crate) stance: String,
    pub(crate) target: String,
    pub(crate) modality: String,
    pub(crate) basis: String,
    pub(crate) certainty: Certainty,
    /// The conditions of the headline.
    pub(crate) conditions: Vec<Condition>,
    pub(crate) conditional: bool,
    pub(crate) weak: bool,
    /// Stances of everything that stands.
    pub(crate) stances: Vec<String>,
    pub(crate) evidence: BTreeSet<String>,
    pub(crate) confidence: Vec<(String, Option<f64>)>,
    /// From the headline's proposal to the one asked about.
    pub(crate) path: Vec<String>,
    /// Everything that stands, each with its own path.
    pub(crate) pieces: Vec<(Statement, Vec<String>)>,
    /// On the proposal itself, not on a kind.
    pub(crate) direct: bool,
}

/// A whole answer; fields that a form does not have stay empty.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub(crate) findings: Vec<Finding>,
    /// Statements listed apart: hints, absences.
    pub(crate) hinted: BTreeSet<String>,
    pub(crate) absent: BTreeSet<String>,
    pub(crate) verdict: Option<&'static str>,
    pub(crate) count: Option<usize>,
    pub(crate) reasons: Option<Vec<&'static str>>,
    pub(crate) clashes: Option<Vec<(&'static str, BTreeSet<String>)>>,
}

impl Finding {
    /// With only the statements of an exact stance that is asked for; the rest is of the whole position.
    fn told_for(self, word: &Word) -> Self {
        let Word::Exactly(stance) = word else { return self };
        let exact: Vec<_> = self.pieces.iter().filter(|(one, _)| one.stance == *stance).cloned().collect();
        let Some((headline, path)) = exact.first().cloned() else { return self };
        Self {
            stance: headline.stance,
            target: headline.target,
            modality: headline.modality,
            conditions: headline.conditions,
            path,
            evidence: exact.into_iter().map(|(one, _)| one.id).collect(),
            ..self
        }
    }

    fn has_side(&self, sign: &str) -> bool {
        self.stances.iter().any(|stance| sign_of(stance).as_deref() == Some(sign))
    }
}

pub(crate) fn answer(world: &World, question: &Question) -> Answer {
    let view = View::new(world, question);
    let unknown = |name: &Option<String>| name.as_deref().is_some_and(|name| world.kind(name).is_none());
    if unknown(&question.holder) || unknown(&question.target) {
        return not_in_the_data(question);
    }
    match question.form {
        Form::Who | Form::Count => who(&view, question),
        Form::Does => does(&view, question),
        Form::Position => position(&view, question),
        Form::WhyNot => why_not::answer(&view, question),
        Form::Contradictions => clash::answer(&view, question),
    }
}

fn not_in_the_data(question: &Question) -> Answer {
    Answer {
        verdict: (question.form == Form::Does).then_some("not-in-data"),
        reasons: (question.form == Form::WhyNot).then(|| vec!["unknown-name"]),
        ..Answer::default()
    }
}

/// The voices of a holder: its own, its personal one, and its share in each pool it spoke for.
pub(crate) fn voices(view: &View<'_>, holder: &str) -> Vec<Voice> {
    let spoken = view.world.statements.iter().filter(|one| one.holder == holder);
    let powers: BTreeSet<&String> = spoken
        .filter_map(|one| match &one.capacity {
            Capacity::For(powers) => Some(powers),
            _ => None,
        })
        .flatten()
        .filter(|power| *power != holder)
        .collect();
    let shares =
        powers.into_iter().map(|power| Voice::Share { speaker: holder.into(), power: power.clone() });
    [Voice::Own(holder.into()), Voice::Personal(holder.into())].into_iter().chain(shares).collect()
}

/// A position as a finding of a voice.
pub(crate) fn finding(view: &View<'_>, voice: &Voice, found: &Found<'_>) -> Finding {
    let headline = found.position.pieces[0].statement;
    let basis = match found.basis {
        "stated" if matches!(voice, Voice::Own(holder) if *holder != headline.holder) => "spoken-for",
        basis => basis,
    };
    let confidence = confidence::by_side(&found.position.pieces);
    Finding {
        side: Some(found.position.side.into()),
        basis: basis.into(),
        certainty: found.position.certainty,
        conditional: line::is_conditional(view, &found.position.pieces),
        weak: headline.is_weak(),
        stances: found.position.pieces.iter().map(|piece| piece.statement.stance.clone()).collect(),
        evidence: found.position.pieces.iter().map(|piece| piece.statement.id.clone()).collect(),
        confidence,
        direct: found.direct,
        path: found.position.pieces[0].path.clone(),
        pieces: found
            .position
            .pieces
            .iter()
            .map(|piece| (piece.statement.clone(), piece.path.clone()))
            .collect(),
        ..bare(voice, headline)
    }
}

/// A single statement as a finding.
pub(crate) fn bare(voice: &Voice, statement: &Statement) -> Finding {
    Finding {
        holder: voice.holder().into(),
        powers: match voice {
            Voice::Share { power, .. } => vec![power.clone()],
            _ => Vec::new(),
        },
        side: statement.side().map(Into::into),
        stance: statement.stance.clone(),
        target: statement.target.clone(),
        modality: statement.modality.clone(),
        basis: "stated".into(),
        certainty: Certainty::Certain,
        conditions: statement.conditions.clone(),
        conditional: false,
        weak: statement.is_weak(),
        stances: vec![statement.stance.clone()],
        evidence: BTreeSet::from([statement.id.clone()]),
        confidence: Vec::new(),
        path: Vec::new(),
        pieces: Vec::new(),
        direct: true,
    }
}

/// The readings asked for: positions, or the last word.
fn read(view: &View<'_>, voice: &Voice, target: &str, last: bool) -> Vec<Finding> {
    if last {
        return last_word::of(view, voice, target);
    }
    let target = view.world.nodes.iter().find(|node| node.key == target).unwrap().key.as_str();
    let found = bases::resolve(view, voice, target);
    let findings = found.iter().map(|found| finding(view, voice, found));
    findings.collect()
}

/// All that is found of a holder on a target, each voice apart.
pub(crate) fn of_holder(view: &View<'_>, holder: &str, target: &str, last: bool) -> Vec<Finding> {
    let voices = voices(view, holder).into_iter();
    voices.flat_map(|voice| read(view, &voice, target, last)).collect()
}

/// What is found of whoever is listed: speakers each for themselves, or nations with their pools.
fn listed(view: &View<'_>, question: &Question, target: &str) -> Vec<Finding> {
    let all = view.world.holders();
    if question.by_nation {
        let nations = all.filter(|holder| view.world.kind(holder) == Some("nation"));
        let voice = |nation: &str| Voice::Own(nation.to_owned());
        return nations.flat_map(|nation| read(view, &voice(nation), target, question.last_word)).collect();
    }
    all.flat_map(|holder| {
        let voices = voices(view, holder).into_iter();
        voices.flat_map(|voice| spoken(view, &voice, target, question.last_word)).collect::<Vec<_>>()
    })
    .collect()
}

/// What a voice said itself: others' shares in its pool are listed under them. Membership reaches everybody.
fn spoken(view: &View<'_>, voice: &Voice, target: &str, last: bool) -> Vec<Finding> {
    let Voice::Own(holder) = voice else { return read(view, voice, target, last) };
    if !view.world.is_power(holder) {
        return read(view, voice, target, last);
    }
    let whole = read(view, voice, target, last);
    let inferred = whole.iter().filter(|finding| finding.basis == "membership").cloned();
    let own = |statement: &Statement| statement.holder == *holder && statement.capacity == Capacity::Unstated;
    let mine = if last {
        last_word::of_own(view, voice, target, own)
    } else {
        bases::resolve_kept(view, voice, target, own)
            .iter()
            .filter(|found| found.basis != "membership")
            .map(|found| finding(view, voice, found))
            .collect()
    };
    inferred.chain(mine).collect()
}

/// Whether a finding is counted under the word.
pub(crate) fn matches(finding: &Finding, word: &Word) -> bool {
    let side = finding.side.as_deref();
    match word {
        Word::Leaning(sign) => side == Some(sign) || (side == Some("mixed") && finding.has_side(sign)),
        Word::Exactly(stance) => finding.stances.contains(stance),
        Word::Voted(_) => false,
    }
}

/// "Doesn't": against, neutral, mixed or withdrawn, whatever the word was.
fn matches_not(finding: &Finding, word: &Word) -> bool {
    match word {
        Word::Leaning(sign) => finding.side.as_deref() != Some(sign),
        Word::Exactly(stance) => !finding.stances.contains(stance),
        Word::Voted(_) => false,
    }
}

fn who(view: &View<'_>, question: &Question) -> Answer {
    let target = question.target.as_deref().unwrap();
    if let Word::Voted(vote) = &question.word {
        return votes(view, question, target, vote);
    }
    let mut findings = listed(view, question, target);
    if question.negated {
        findings.extend(withdrawn(view, question, target));
        findings.retain(|finding| matches_not(finding, &question.word));
    } else {
        findings.retain(|finding| matches(finding, &question.word));
        findings = findings.into_iter().map(|finding| finding.told_for(&question.word)).collect();
    }
    let voices = listed_voices(view, question);
    let holders: BTreeSet<_> = findings.iter().map(|finding| finding.holder.clone()).collect();
    Answer {
        count: (question.form == Form::Count).then_some(holders.len()),
        hinted: if question.last_word {
            BTreeSet::new()
        } else {
            hints(view, &voices, target, |one| hint_matches(one, question))
        },
        absent: if question.last_word {
            BTreeSet::new()
        } else {
            // A choice: where the absent one is found to hold anything, it is not listed as absent.
            let silent = |voice: &&Voice| !is_found(view, voice, target, question.by_nation);
            absences(view, &voices.iter().filter(silent).cloned().collect::<Vec<_>>(), target)
        },
        findings,
        ..Answer::default()
    }
}

/// Whether anything is found in the pool of a voice; what representatives said is listed under them.
fn is_found(view: &View<'_>, voice: &Voice, target: &str, by_nation: bool) -> bool {
    let pool = match voice {
        Voice::Share { power, .. } => Voice::Own(power.clone()),
        _ => voice.clone(),
    };
    let found = read(view, &pool, target, false);
    let withdrawal = line::withdrawal(view, &bases::direct_line(view, &pool, target));
    let withdrawn =
        withdrawal.is_some_and(|piece| by_nation || bases::belongs(view, &pool, piece.statement));
    withdrawn || found.iter().any(|finding| by_nation || finding.basis != "represents")
}

/// A hint is listed where it would count if it were said plainly.
fn hint_matches(statement: &Statement, question: &Question) -> bool {
    let as_asked = match &question.word {
        Word::Leaning(sign) => statement.side() == Some(sign),
        Word::Exactly(stance) => statement.stance == *stance,
        Word::Voted(_) => false,
    };
    as_asked != question.negated
}

/// Votes as cast, never positions.
fn votes(view: &View<'_>, question: &Question, target: &str, vote: &str) -> Answer {
    let shown = |one: &Statement| match vote {
        "voted for" => one.side() == Some("favor"),
        "voted against" => one.side() == Some("against"),
        "abstained" => one.stance == "abstains",
        _ => one.stance == "absent",
    };
    // A series is answered by its latest instance.
    let instance = bases::latest_instance(view, target);
    let on_it = |one: &&Statement| one.target == target || instance == Some(one.target.as_str());
    let cast = view.world.statements.iter().filter(|one| one.act == "voted").filter(on_it);
    let cast = cast.filter(|one| view.is_live(one) && !one.is_hint() && shown(one));
    let by_nation = |one: &&Statement| !question.by_nation || view.world.kind(&one.holder) == Some("nation");
    let certainty = |one: &Statement| match view.seen(one) {
        Seen::Certainly => Certainty::Certain,
        _ => Certainty::Possible,
    };
    let powers = |one: &Statement| match &one.capacity {
        Capacity::For(powers) => powers.clone(),
        _ => Vec::new(),
    };
    let findings = cast.filter(by_nation).map(|one| Finding {
        certainty: certainty(one),
        powers: powers(one),
        ..bare(&Voice::Own(one.holder.clone()), one)
    });
    Answer { findings: findings.collect(), ..Answer::default() }
}

/// Withdrawals that nothing followed, each under who withdrew.
fn withdrawn(view: &View<'_>, question: &Question, target: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for holder in view.world.holders() {
        if question.by_nation && view.world.kind(holder) != Some("nation") {
            continue;
        }
        let voices = if question.by_nation { vec![Voice::Own(holder.into())] } else { voices(view, holder) };
        for voice in voices {
            let line = bases::direct_line(view, &voice, target);
            let left =
                line::withdrawal(view, &line).filter(|piece| question.by_nation || is_of(&voice, piece));
            findings.extend(left.map(|piece| of_withdrawal(&voice, piece.statement, target)));
        }
    }
    findings
}

/// A withdrawal, with how it belongs to the voice.
fn of_withdrawal(voice: &Voice, statement: &Statement, target: &str) -> Finding {
    let basis = match (&statement.capacity, statement.holder == voice.holder()) {
        _ if statement.target != target => "series",
        (_, true) | (Capacity::For(_), false) => "stated",
        _ => "represents",
    };
    let path = if statement.target == target { Vec::new() } else { vec![statement.target.clone(), target.to_owned()] };
    Finding { basis: basis.into(), path, ..bare(voice, statement) }
}

/// Whether the voice said it itself.
fn is_of(voice: &Voice, piece: &Piece<'_>) -> bool {
    piece.statement.holder == voice.holder()
        && (matches!(piece.statement.capacity, Capacity::For(_)) == matches!(voice, Voice::Share { .. }))
}

/// The voices of whoever a question lists.
fn listed_voices(view: &View<'_>, question: &Question) -> Vec<Voice> {
    let all = view.world.holders();
    if question.by_nation {
        let nations = all.filter(|holder| view.world.kind(holder) == Some("nation"));
        return nations.map(|nation| Voice::Own(nation.to_owned())).collect();
    }
    all.flat_map(|holder| voices(view, holder)).collect()
}

/// Hints on the proposal, its latest instance and its kinds; a hinted deed is a deed.
fn hints(
    view: &View<'_>,
    voices: &[Voice],
    target: &str,
    wanted: impl Fn(&Statement) -> bool,
) -> BTreeSet<String> {
    let pieces = voices.iter().flat_map(|voice| bases::mentions(view, voice, target, true));
    let hints = pieces.map(|piece| piece.statement).filter(|one| one.is_hint() && !one.is_deed());
    hints.filter(|one| wanted(one)).map(|one| one.id.clone()).collect()
}

/// Absences on the proposal and its latest instance.
pub(crate) fn absences(view: &View<'_>, voices: &[Voice], target: &str) -> BTreeSet<String> {
    let pieces = voices.iter().flat_map(|voice| bases::mentions(view, voice, target, false));
    let absences = pieces.map(|piece| piece.statement).filter(|one| one.is_absence());
    absences.map(|one| one.id.clone()).collect()
}

/// Holder and target of a question about one holder.
fn asked(question: &Question) -> (&str, &str) {
    (question.holder.as_deref().unwrap(), question.target.as_deref().unwrap())
}

fn position(view: &View<'_>, question: &Question) -> Answer {
    let (holder, target) = asked(question);
    let voices = voices(view, holder);
    Answer {
        findings: of_holder(view, holder, target, question.last_word),
        hinted: if question.last_word { BTreeSet::new() } else { hints(view, &voices, target, |_| true) },
        absent: if question.last_word { BTreeSet::new() } else { absences(view, &voices, target) },
        ..Answer::default()
    }
}

/// A yes or no: the proposal's own position, then hinted, only on narrower, absent.
fn does(view: &View<'_>, question: &Question) -> Answer {
    let (holder, target) = asked(question);
    let (own, narrower): (Vec<_>, Vec<_>) =
        of_holder(view, holder, target, false).into_iter().partition(|finding| finding.direct);
    let voices = voices(view, holder);
    let hinted = hints(view, &voices, target, |_| true);
    let absent = absences(view, &voices, target);
    let verdict = if !own.is_empty() {
        verdict(&own, &question.word, question.negated)
    } else if bases::hints_directly(view, &voices, target) {
        "hinted"
    } else if !narrower.is_empty() {
        "only-on-narrower"
    } else if !absent.is_empty() {
        "absent"
    } else {
        "no-record"
    };
    Answer { findings: own, hinted, absent, verdict: Some(verdict), ..Answer::default() }
}

/// One verdict of all positions; several that differ conflict, unless all are of the asked side.
fn verdict(own: &[Finding], word: &Word, negated: bool) -> &'static str {
    let sign = match word {
        Word::Leaning(sign) => sign.clone(),
        Word::Exactly(stance) => sign_of(stance).unwrap_or_default(),
        Word::Voted(_) => String::new(),
    };
    let verdicts: BTreeSet<_> = own.iter().map(|finding| verdict_of(finding, word, &sign)).collect();
    let sides: BTreeSet<_> = own.iter().map(|finding| finding.side.as_deref()).collect();
    let plain = match verdicts.first() {
        _ if sides.len() > 1 => "conflicting",
        Some(one) if verdicts.len() == 1 => one,
        _ => ["yes", "weak", "no", "neutral", "conditional"]
            .into_iter()
            .find(|one| verdicts.contains(one))
            .unwrap(),
    };
    match (negated, plain) {
        (true, "yes") => "no",
        (true, "no") => "yes",
        _ => plain,
    }
}

fn verdict_of(finding: &Finding, word: &Word, sign: &str) -> &'static str {
    let side = finding.side.as_deref();
    match word {
        _ if side == Some("mixed") => "conflicting",
        Word::Exactly(stance) if side == Some(sign) && !finding.stances.contains(stance) => "no-record",
        _ if finding.conditional => "conditional",
        _ if side == Some("neutral") && sign != "neutral" => "neutral",
        _ if side != Some(sign) => "no",
        Word::Leaning(_) if finding.weak => "weak",
        _ => "yes",
    }
}

fn sign_of(stance: &str) -> Option<String> {
    match stance {
        "abstains" => Some("neutral".into()),
        "doubts" | "criticizes" | "rejects" => Some("against".into()),
        "withdraws" | "absent" | "threatens" => None,
        _ => Some("favor".into()),
    }
}
