//! The first and the last statement that shows a stance.

use crate::model::{
    Act, Date, Day, Modality, NodeId, Order, Stance, StatementId, StatementRef, TieKind, Window,
};
use crate::position::{Certainty, Selection, Surety};
use crate::query::{Moment, Negation, Word};

use crate::answer::{Content, FindingData, WhenData};

use super::Clause;

/// A dated statement that shows the stance.
#[derive(Clone, Copy)]
struct Shown {
    id: StatementId,
    surety: Surety,
    date: Date,
    conditional: bool,
}

/// The earliest or latest statement of a holder, on the target or any instance of a series, that shows the word.
/// Where dates leave open which one it is, all that may be it, each as possible.
pub(super) fn extreme(
    selection: &Selection<'_>,
    moment: Moment,
    holder: NodeId,
    target: NodeId,
    clause: Clause,
) -> Content {
    let graph = selection.graph();
    let said: Vec<_> =
        matter(selection, target).into_iter().flat_map(|node| selection.said_of(holder, node)).collect();
    let shows = |id: &StatementId| shows(clause, graph.at_statement(*id));
    let (fitting, others): (Vec<_>, Vec<_>) = said.into_iter().partition(|(id, _)| shows(id));
    let dated: Vec<Shown> =
        fitting.iter().filter_map(|&(id, surety)| Shown::of(selection, id, surety)).collect();
    let found = outermost(&dated, moment);
    let mut content = Content { when: Some(told(selection, &found, moment)), ..Content::default() };
    content.notes.extend(undated(selection, &fitting, &found, moment));
    content.notes.extend(unconditional(&dated, &found, moment));
    let is_absence = |id: StatementId| graph.at_statement(id).stance == Stance::Absent;
    if clause.negation == Negation::Negated || fitting.is_empty() {
        let absences = others.iter().filter(|(id, _)| is_absence(*id));
        content.absent = absences.map(|(id, _)| FindingData::of_statement(selection, *id)).collect();
    }
    if fitting.is_empty() {
        instead(selection, others.into_iter().map(|(id, _)| id).filter(|id| !is_absence(*id)), &mut content);
    }
    content
}

impl Shown {
    fn of(selection: &Selection<'_>, id: StatementId, surety: Surety) -> Option<Self> {
        let statement = selection.graph().at_statement(id);
        let conditional = statement.stance_conditions().next().is_some();
        Some(Self { id, surety, date: statement.said?, conditional })
    }

    /// The days it may be of, mirrored for the last, so that the least is what is looked for.
    fn bounds(self, moment: Moment) -> (Reach, Reach) {
        match moment {
            Moment::Last => (Reach::Back(self.date.latest()), Reach::Back(self.date.earliest())),
            _ => (Reach::On(self.date.earliest()), Reach::On(self.date.latest())),
        }
    }
}

/// A day in the order that is looked along: onward for the first statement, back in time for the last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    On(Day),
    Back(Day),
}

impl PartialOrd for Reach {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Reach {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        match (self, other) {
            (Self::On(one), Self::On(two)) => one.cmp(two),
            (Self::Back(one), Self::Back(two)) => two.cmp(one),
            (Self::On(_), Self::Back(_)) => std::cmp::Ordering::Less,
            (Self::Back(_), Self::On(_)) => std::cmp::Ordering::Greater,
        }
    }
}

/// The target itself and, of a series, every instance.
fn matter(selection: &Selection<'_>, target: NodeId) -> Vec<NodeId> {
    let graph = selection.graph();
    let instances = graph.ties_to(target, TieKind::InSeries).into_iter().map(|tie| graph.at_tie(tie).from);
    [target].into_iter().chain(instances).collect()
}

/// Whether a statement shows the word, or, negated, another side: hints and deeds show nothing, nor do absences unless
/// they are what is asked for.
fn shows(clause: Clause, statement: StatementRef<'_>) -> bool {
    if statement.act == Act::Did || statement.modality == Modality::Hinted {
        return false;
    }
    let (stance, polarity) = (statement.stance, clause.word.polarity());
    let affirmed = match clause.word {
        Word::Leaning(_) => stance.polarity() == polarity,
        Word::Exactly(wanted) => stance == wanted,
        Word::Voted(vote) => statement.act == Act::Voted && vote.is_shown_by(stance),
    };
    let is_vote_if_asked = !matches!(clause.word, Word::Voted(_)) || statement.act == Act::Voted;
    // Criticizing is no way of not rejecting: the other side is one that leans another way.
    let other_side = polarity.is_none() || stance.polarity() != polarity;
    match clause.negation {
        Negation::Affirmed => affirmed,
        Negation::Negated => !affirmed && is_vote_if_asked && other_side && stance != Stance::Absent,
    }
}

/// Those that may be the first, or the last: none that is certainly seen comes certainly before them. By day, then by
/// entry.
fn outermost(dated: &[Shown], moment: Moment) -> Vec<Shown> {
    let certain = dated.iter().filter(|shown| shown.surety == Surety::Certain);
    let limit = certain.map(|shown| shown.bounds(moment).1).min();
    let may_be = |shown: &&Shown| limit.is_none_or(|limit| shown.bounds(moment).0 <= limit);
    let mut found: Vec<Shown> = dated.iter().filter(may_be).copied().collect();
    found.sort_by_key(|shown| (shown.bounds(moment), shown.id));
    found
}

/// The date of the outermost one, and each as it stands in the record.
fn told(selection: &Selection<'_>, found: &[Shown], moment: Moment) -> WhenData {
    let one_day = found.iter().all(|shown| {
        found.iter().all(|other| {
            shown.id == other.id || Window::from(shown.date).order(other.date.into()) == Order::SameDay
        })
    });
    let finding = |shown: &Shown| {
        let data = FindingData::of_statement(selection, shown.id);
        let certainty = if one_day { data.certainty } else { Certainty::Possible };
        FindingData { certainty, ..data }
    };
    let date = found.first().map(|shown| shown.date);
    debug_assert!(moment != Moment::Since, "a stretch has no outermost statement");
    WhenData { date, findings: found.iter().map(finding).collect() }
}

/// How many statements that show it have no date and may lie farther out.
fn undated(
    selection: &Selection<'_>,
    fitting: &[(StatementId, Surety)],
    found: &[Shown],
    moment: Moment,
) -> Option<String> {
    let without = |id: &StatementId| selection.graph().at_statement(*id).said.is_none();
    let known = found.first().map(|shown| shown.date);
    // What was published before the last one was said is not later than it.
    let may_be = |id: &StatementId| match (moment, known, selection.window(*id).latest) {
        (Moment::Last, Some(last), Some(by_then)) => by_then > last.earliest(),
        _ => true,
    };
    let count = fitting.iter().map(|(id, _)| *id).filter(|id| without(id) && may_be(id)).count();
    let farther = if moment == Moment::Last { "later" } else { "earlier" };
    match (count, known.is_some()) {
        (0, _) => None,
        (1, true) => Some(format!("1 more statement shows it without a date; it may be {farther}")),
        (count, true) => {
            Some(format!("{count} more statements show it without a date; they may be {farther}"))
        }
        (1, false) => Some("1 statement shows it, but without a date".into()),
        (count, false) => Some(format!("{count} statements show it, but without a date")),
    }
}

/// Where what was found hangs on a condition: when it was first or last said without one.
fn unconditional(dated: &[Shown], found: &[Shown], moment: Moment) -> Option<String> {
    if found.is_empty() || !found.iter().all(|shown| shown.conditional) {
        return None;
    }
    let flat: Vec<Shown> = dated.iter().filter(|shown| !shown.conditional).copied().collect();
    let word = if moment == Moment::Last { "last" } else { "first" };
    let only = "what was found hangs on a condition";
    Some(match outermost(&flat, moment).first() {
        Some(shown) => format!("{only}; {word} said without one on {}", shown.date),
        None => format!("{only}; it was never said without one"),
    })
}

/// What is on record where nothing shows the word: each list where it belongs, counted in a note.
fn instead(selection: &Selection<'_>, ids: impl Iterator<Item = StatementId>, content: &mut Content) {
    for id in ids {
        let data = FindingData::of_statement(selection, id);
        let statement = selection.graph().at_statement(id);
        match (statement.act, statement.modality) {
            (Act::Did, _) => content.acts.push(data),
            (_, Modality::Hinted) => content.hinted.push(data),
            _ => content.related.push(data),
        }
    }
    let lists = [
        (content.related.len(), "statement that shows another stance", "statements that show another stance"),
        (content.hinted.len(), "hint", "hints"),
        (content.acts.len(), "deed", "deeds"),
        (content.absent.len(), "absence", "absences"),
    ];
    let told = lists.into_iter().filter(|(count, ..)| *count > 0);
    let told = told.map(|(count, one, more)| format!("{count} {}", if count == 1 { one } else { more }));
    let told: Vec<String> = told.collect();
    let what = if told.is_empty() { "nothing".to_owned() } else { told.join(", ") };
    content.notes.push(format!("on record instead: {what}"));
}
