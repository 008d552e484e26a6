//! Random small worlds and questions. Dates come from a small pool, so that they meet often.

use proptest::option::{self, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use crate::naive::days::Span;
use crate::naive::world::{
    Capacity, Condition, Event, Form, Node, Question, Statement, Subject, Tie, Word, World,
};

const HOLDERS: [(&str, &str); 6] = [
    ("p1", "person"),
    ("n1", "nation"),
    ("o1", "organization"),
    ("p2", "person"),
    ("n2", "nation"),
    ("g1", "group"),
];
const DATES: [&str; 14] = [
    "2010",
    "2011",
    "2012",
    "2010-06",
    "2011-06",
    "2012-12",
    "2010-06-10",
    "2010-06-20",
    "2011-01-01",
    "2011-06-10",
    "2011-06-11",
    "2012-02-29",
    "2012-12-31",
    "2013-05-05",
];
/// A name that no world knows, nor any like it.
const NOBODY: &str = "zzyzx quorum";
const CONDITIONS: [&str; 2] = ["tolls are capped", "auditors agree"];
const STANCES: [&str; 14] = [
    "supports",
    "supports",
    "supports",
    "pledges",
    "accepts",
    "open-to",
    "rejects",
    "rejects",
    "rejects",
    "doubts",
    "abstains",
    "abstains",
    "withdraws",
    "absent",
];

/// A world and questions about it; most are small, so that statements meet on one proposal.
pub(crate) fn worlds() -> impl Strategy<Value = (World, Vec<Question>)> {
    // Some are those between whom memberships and offices run.
    let joined = vec![vec!["p1", "n1", "o1"], vec!["n1", "o1"], vec!["p1", "n1", "p2"]];
    let holders = prop_oneof![
        2 => select(joined),
        3 => prop::sample::subsequence(HOLDERS.map(|(key, _)| key).to_vec(), 1..=3),
        1 => prop::sample::subsequence(HOLDERS.map(|(key, _)| key).to_vec(), 3..=HOLDERS.len()),
    ];
    let proposals = prop_oneof![2 => 1..=2_usize, 1 => 2..=4_usize];
    (holders, proposals, any::<bool>()).prop_flat_map(|(holders, proposals, series)| {
        let mut targets: Vec<&'static str> = ["x1", "x2", "x3", "x4"][..proposals].to_vec();
        targets.extend(series.then_some("v1"));
        let statements = prop::collection::vec(statement(&holders, &targets), 0..=12);
        let ties = prop::collection::vec(tie(&holders, &targets), 0..=8);
        let events = prop::collection::vec(event(), 0..=2);
        let questions = prop::collection::vec(question(&holders, &targets), 5);
        let questions = (questions, contradictions()).prop_map(|(mut questions, last)| {
            questions.push(last);
            questions
        });
        let nodes = nodes(&holders, &targets);
        (statements, ties, events, questions).prop_map(move |(statements, ties, events, questions)| {
            (world(nodes.clone(), statements, ties, events), questions)
        })
    })
}

fn nodes(holders: &[&str], targets: &[&str]) -> Vec<Node> {
    let kind =
        |key: &str| HOLDERS.iter().find(|(holder, _)| *holder == key).map_or("proposal", |(_, kind)| kind);
    let node = |key: &&str| Node {
        key: (*key).into(),
        kind: if *key == "v1" { "series" } else { kind(key) }.into(),
        unnamed: *key == "g1",
    };
    holders.iter().chain(targets).map(node).collect()
}

/// Puts the parts together; ties that cannot run between such nodes, or run in a circle, are left out.
fn world(nodes: Vec<Node>, mut statements: Vec<Statement>, ties: Vec<Tie>, events: Vec<Event>) -> World {
    for (number, statement) in statements.iter_mut().enumerate() {
        statement.id = format!("s{}", number + 1);
    }
    let mut world = World { nodes, ties: Vec::new(), statements, events };
    for tie in ties {
        let known = world
            .ties
            .iter()
            .any(|other| (&other.kind, &other.from, &other.to) == (&tie.kind, &tie.from, &tie.to));
        if is_legal(&world, &tie) && !(known && tie.kind != "represents") {
            world.ties.push(tie);
        }
    }
    world
}

fn is_legal(world: &World, tie: &Tie) -> bool {
    let kind = |key: &str| world.kind(key).unwrap_or("none");
    let (from, to) = (kind(&tie.from), kind(&tie.to));
    let proposal = |kind: &str| matches!(kind, "proposal" | "series");
    tie.from != tie.to
        && match tie.kind.as_str() {
            "represents" => {
                matches!(from, "person" | "organization" | "group") && matches!(to, "nation" | "organization")
            }
            "member_of" => matches!(to, "organization" | "group"),
            "broader" => proposal(from) && proposal(to) && world.paths(&tie.to, &tie.from).is_empty(),
            "in_series" => from == "proposal" && to == "series",
            _ => proposal(from) && proposal(to),
        }
}

fn date() -> impl Strategy<Value = String> {
    select(&DATES[..]).prop_map(Into::into)
}

/// An end that does not come before its beginning.
fn after(since: Option<&String>, until: Option<String>) -> Option<String> {
    until.filter(|until| since.is_none_or(|since| Span::of(since).first < Span::of(until).last))
}

fn tie(holders: &[&'static str], targets: &[&'static str]) -> impl Strategy<Value = Tie> + use<> {
    let people = ["represents", "represents", "member_of", "member_of"];
    let matters = ["broader", "broader", "in_series", "contrary_to"];
    let people = (select(people.to_vec()), select(holders.to_vec()), select(holders.to_vec()));
    let matters = (select(matters.to_vec()), select(targets.to_vec()), select(targets.to_vec()));
    let dates = (weighted(0.4, date()), weighted(0.4, date()));
    let rated = weighted(0.2, select(vec![0.3, 0.6, 0.9]));
    let dated = (people, dates, rated).prop_map(|((kind, from, to), (since, until), confidence)| Tie {
        until: after(since.as_ref(), until),
        since,
        confidence,
        ..bare(kind, from, to)
    });
    let rated = weighted(0.2, select(vec![0.3, 0.6, 0.9]));
    let undated = (matters, rated)
        .prop_map(|((kind, from, to), confidence)| Tie { confidence, ..bare(kind, from, to) });
    prop_oneof![dated, undated]
}

fn bare(kind: &str, from: &str, to: &str) -> Tie {
    Tie { kind: kind.into(), from: from.into(), to: to.into(), since: None, until: None, confidence: None }
}

fn capacity(holders: &[&'static str]) -> impl Strategy<Value = Capacity> + use<> {
    let powers: Vec<_> = holders.iter().copied().filter(|key| key.starts_with(['n', 'o'])).collect();
    let powers = if powers.is_empty() {
        Just(Vec::new()).boxed()
    } else {
        let most = powers.len().min(2);
        prop::sample::subsequence(powers, 1..=most).boxed()
    };
    let marked = powers.prop_map(|powers| {
        if powers.is_empty() {
            Capacity::Unstated
        } else {
            Capacity::For(powers.into_iter().map(Into::into).collect())
        }
    });
    prop_oneof![6 => Just(Capacity::Unstated), 1 => Just(Capacity::Personal), 4 => marked]
}

fn condition() -> impl Strategy<Value = Condition> {
    let relations = vec!["if", "once", "after", "unless", "until", "before"];
    (select(relations), subject(), select(vec!["stance", "stance", "stance", "content"])).prop_map(
        |(relation, subject, scope)| Condition { relation: relation.into(), subject, scope: scope.into() },
    )
}

fn subject() -> impl Strategy<Value = Subject> {
    let words = select(&CONDITIONS[..]).prop_map(|words| Subject::Text(words.into()));
    prop_oneof![3 => words, 1 => Just(Subject::Proposal("x1".into()))]
}

fn event() -> impl Strategy<Value = Event> {
    (subject(), prop::bool::weighted(0.7), weighted(0.9, date()), weighted(0.4, date()))
        .prop_map(|(subject, met, date, published)| Event { subject, met, date, published })
}

fn statement(holders: &[&'static str], targets: &[&'static str]) -> impl Strategy<Value = Statement> + use<> {
    let what = (select(STANCES.to_vec()), select(targets.to_vec()));
    let how = (
        select(vec!["said", "said", "said", "said", "said", "voted", "voted", "did"]),
        select(vec!["asserted", "asserted", "asserted", "asserted", "asserted", "hedged", "hinted"]),
    );
    let said = (weighted(0.9, date()), weighted(0.15, date()));
    let kept = (weighted(0.4, date()), weighted(0.12, date()), weighted(0.25, date()));
    let rated =
        (weighted(0.5, select(vec!["wire A", "wire B"])), weighted(0.5, select(vec![0.0, 0.25, 0.5, 0.9])));
    let conditions = prop_oneof![
        6 => Just(Vec::new()),
        2 => condition().prop_map(|one| vec![one]),
        1 => (condition(), condition()).prop_map(|(one, two)| if one == two { vec![one] } else { vec![one, two] }),
    ];
    let who = (select(holders.to_vec()), capacity(holders));
    (who, what, how, said, kept, rated, conditions).prop_map(
        |((holder, capacity), (stance, target), (act, modality), said, kept, rated, conditions)| Statement {
            id: String::new(),
            holder: holder.into(),
            capacity: without(capacity, holder),
            act: if stance == "absent" { "voted" } else { act }.into(),
            stance: if stance == "absent" && !holder.starts_with('n') { "abstains" } else { stance }.into(),
            target: target.into(),
            modality: if stance == "absent" || act == "voted" { "asserted" } else { modality }.into(),
            until: after(said.0.as_ref(), said.1.filter(|_| said.0.is_some())),
            said: said.0,
            retracted: after(kept.0.as_ref(), kept.1),
            recorded: kept.0,
            published: kept.2,
            origin: rated.0.map(Into::into),
            confidence: rated.1,
            conditions: if stance == "absent" { Vec::new() } else { conditions },
        },
    )
}

/// Nobody speaks on behalf of itself.
fn without(capacity: Capacity, holder: &str) -> Capacity {
    match capacity {
        Capacity::For(powers) => {
            let powers: Vec<_> = powers.into_iter().filter(|power| power != holder).collect();
            if powers.is_empty() { Capacity::Unstated } else { Capacity::For(powers) }
        }
        other => other,
    }
}

fn word() -> impl Strategy<Value = Word> {
    let sign = select(vec!["favor", "favor", "favor", "against", "against", "against", "neutral"]);
    let exact = select(vec!["supports", "rejects", "accepts", "doubts"]);
    let vote = select(vec!["voted for", "voted against", "abstained", "absent"]);
    prop_oneof![
        8 => sign.prop_map(|sign| Word::Leaning(sign.into())),
        1 => exact.prop_map(|stance| Word::Exactly(stance.into())),
        1 => vote.prop_map(|vote| Word::Voted(vote.into())),
    ]
}

fn question(holders: &[&'static str], targets: &[&'static str]) -> impl Strategy<Value = Question> + use<> {
    let forms = vec![Form::Who, Form::Position, Form::Does, Form::WhyNot, Form::Count, Form::Contradictions];
    let about = (select(forms), select(holders.to_vec()), select(targets.to_vec()), word());
    let flags = (
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.3),
        prop::bool::weighted(0.4),
        prop::bool::weighted(0.1),
    );
    let unknown = prop::bool::weighted(0.03);
    let times = (option::of(date()), weighted(0.3, date()));
    let assuming = weighted(0.2, select(&CONDITIONS[..]));
    (about, flags, times, assuming, unknown).prop_map(|(about, flags, times, assuming, unknown)| {
        let (form, holder, target, word) = about;
        fitted(Question {
            form,
            holder: Some(if unknown { NOBODY } else { holder }.into()),
            target: Some(target.into()),
            word,
            negated: flags.0,
            last_word: flags.1,
            by_nation: flags.2,
            inferred: flags.3,
            asserted: flags.4,
            as_of: times.0,
            known_at: times.1,
            assuming: assuming.map(Into::into).into_iter().collect(),
        })
    })
}

/// What contradicts what: rare kinds of contradiction are met often enough only where everybody is asked about.
fn contradictions() -> impl Strategy<Value = Question> {
    let times = (weighted(0.3, date()), weighted(0.2, date()));
    times.prop_map(|(as_of, known_at)| Question {
        form: Form::Contradictions,
        holder: None,
        target: None,
        as_of,
        known_at,
        ..why_not("", "", "favor")
    })
}

/// Takes away what a form does not have.
fn fitted(question: Question) -> Question {
    let listing = matches!(question.form, Form::Who | Form::Count);
    let negatable = listing || question.form == Form::Does;
    let votes = matches!(question.word, Word::Voted(_));
    let leans = matches!(question.word, Word::Leaning(_));
    let about_all = listing || question.form == Form::Contradictions;
    Question {
        word: if (votes || !leans) && !listing || votes && question.form != Form::Who {
            Word::Leaning("favor".into())
        } else {
            question.word
        },
        holder: if about_all { None } else { question.holder },
        target: if question.form == Form::Contradictions { None } else { question.target },
        negated: question.negated && negatable && leans,
        last_word: question.last_word
            && leans
            && (listing || question.form == Form::Position)
            && !question.negated,
        by_nation: question.by_nation && listing && !votes,
        ..question
    }
}

/// Some stance.
pub(crate) fn stances() -> impl Strategy<Value = &'static str> {
    select(STANCES.to_vec())
}

/// Adds somebody whom nothing joins to the others, with a statement on a proposal of its own.
pub(crate) fn add_unconnected(world: &mut World, stance: &str) {
    let node = |key: &str, kind: &str| Node { key: key.into(), kind: kind.into(), unnamed: false };
    world.nodes.extend([node("n9", "nation"), node("x9", "proposal")]);
    let act = if stance == "absent" { "voted" } else { "said" };
    world.statements.push(Statement {
        id: "s99".into(),
        holder: "n9".into(),
        capacity: Capacity::Unstated,
        act: act.into(),
        stance: stance.into(),
        target: "x9".into(),
        modality: "asserted".into(),
        said: Some("2011-06-10".into()),
        until: None,
        published: None,
        recorded: None,
        retracted: None,
        origin: None,
        confidence: None,
        conditions: Vec::new(),
    });
}

/// Everything was recorded long ago, but for one statement: recorded and retracted in June 2014.
pub(crate) fn with_one_retraction(mut world: World, chosen: usize) -> World {
    for statement in &mut world.statements {
        statement.recorded = Some("2014-01-01".into());
        statement.retracted = None;
    }
    for event in &mut world.events {
        event.published = Some("2014-01-01".into());
    }
    world.statements[chosen].recorded = Some("2014-06-01".into());
    world.statements[chosen].retracted = Some("2014-06-10".into());
    world
}

/// Why is a holder not found to hold this side?
pub(crate) fn why_not(holder: &str, target: &str, side: &str) -> Question {
    Question {
        form: Form::WhyNot,
        holder: Some(holder.into()),
        target: Some(target.into()),
        word: Word::Leaning(side.into()),
        negated: false,
        last_word: false,
        by_nation: false,
        inferred: false,
        asserted: false,
        as_of: None,
        known_at: None,
        assuming: Vec::new(),
    }
}

/// Leaves a statement the holder's own unmarked word of a known day, and nothing else; but for one in four.
pub(crate) fn make_plain(statement: &mut Statement) {
    let number: usize = statement.id.bytes().map(usize::from).sum();
    if number.is_multiple_of(4) {
        return;
    }
    let days: Vec<&str> = DATES.into_iter().filter(|date| date.len() == 10).collect();
    *statement = Statement {
        capacity: Capacity::Unstated,
        act: "said".into(),
        modality: "asserted".into(),
        said: Some(days[number % days.len()].into()),
        until: None,
        published: None,
        recorded: None,
        retracted: None,
        origin: None,
        conditions: Vec::new(),
        ..statement.clone()
    };
}
