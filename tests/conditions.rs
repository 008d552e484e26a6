//! What a position reads whose statements hang on conditions: each relation, on a proposal, an event or free text, whether
//! that was met, was not, is unknown or is assumed, and whether it is the stance that hangs on it or what is wanted.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{ConditionDraft, Draft, EventDraft, NodeDraft, SourceDraft, StatementDraft};
use stancegraph::position::{Certainty, Lean, Reason};
use stancegraph::query::Query;
use stancegraph::{Answer, GraphBuilder, Polarity, StanceGraph, Verdict, render};

/// What a condition is about: how the statements and records have it, and how a question words it.
#[derive(Debug, Clone, Copy)]
enum Subject {
    Proposal,
    Event,
    FreeText,
}

/// What is on record of it on the day asked about, or taken as given.
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Unknown,
    NotMet,
    Met,
    Assumed,
    /// The question overlays the record.
    AssumedThoughNotMet,
}

/// What the position reads.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reads {
    Conditional,
    Flat,
    Ended,
}

const SUBJECTS: [Subject; 3] = [Subject::Proposal, Subject::Event, Subject::FreeText];
const STATES: [State; 5] =
    [State::Unknown, State::NotMet, State::Met, State::Assumed, State::AssumedThoughNotMet];

/// In the order of [`STATES`]. What activates reads conditional until it is met; what ends a stance reads conditional
/// while it is unmet, and then the stance is gone.
const ON_THE_STANCE: [(&str, [Reads; 5]); 6] = {
    use Reads::{Conditional as If, Ended as Gone, Flat};
    [
        ("if", [If, If, Flat, Flat, Flat]),
        ("once", [If, If, Flat, Flat, Flat]),
        ("after", [If, If, Flat, Flat, Flat]),
        ("unless", [If, If, Gone, Gone, Gone]),
        ("until", [If, If, Gone, Gone, Gone]),
        ("before", [If, If, Gone, Gone, Gone]),
    ]
};

impl Subject {
    /// Words and proposal, one of the two.
    fn on_record(self) -> (Option<&'static str>, Option<&'static str>) {
        match self {
            Self::Proposal => (None, Some("dredging")),
            Self::Event => (Some("Riga summit"), None),
            Self::FreeText => (Some("tolls are capped"), None),
        }
    }

    /// As a question has it: a proposal by its name, an event with its article, words in other capitals.
    const fn asked(self) -> &'static str {
        match self {
            Self::Proposal => "dredging plan",
            Self::Event => "the Riga Summit",
            Self::FreeText => "Tolls are CAPPED",
        }
    }
}

fn condition(relation: &str, subject: Subject, scope: &str) -> ConditionDraft {
    let (text, proposal) = subject.on_record();
    ConditionDraft {
        relation: relation.into(),
        text: text.map(Into::into),
        proposal: proposal.map(Into::into),
        scope: scope.into(),
        ..ConditionDraft::default()
    }
}

/// Averia's stance on the toll, of May 2021.
fn of_averia(id: &str, stance: &str, conditions: Vec<ConditionDraft>) -> StatementDraft {
    StatementDraft { conditions, ..StatementDraft::new(id, "averia", stance, "toll").said("2021-05-01") }
}

fn record(subject: Subject, met: bool, date: &str) -> EventDraft {
    let (condition, proposal) = subject.on_record();
    EventDraft {
        condition: condition.map(Into::into),
        proposal: proposal.map(Into::into),
        met,
        date: Some(date.into()),
        ..EventDraft::default()
    }
}

fn graph(statements: Vec<StatementDraft>, events: Vec<EventDraft>) -> StanceGraph {
    let nodes = vec![
        NodeDraft::nation("averia", "Averia"),
        NodeDraft::proposal("toll", "toll"),
        NodeDraft::proposal("dredging", "dredging plan"),
        NodeDraft::proposal("grain", "grain toll").kind_of("toll"),
        NodeDraft::proposal("salt", "salt toll").kind_of("toll"),
    ];
    let sources =
        vec![SourceDraft { published: Some("2010-06".into()), ..SourceDraft::new("paper", "The Paper") }];
    let draft = Draft { nodes, sources, statements, events, ..Draft::default() };
    GraphBuilder::new().add(draft).build().unwrap()
}

/// As of September 2021, after the record of August; with the condition taken as met where the state says so.
fn asked(query: Query, subject: Subject, state: State) -> Query {
    let query = query.as_of("2021-09-01".parse().unwrap());
    match state {
        State::Assumed | State::AssumedThoughNotMet => query.assuming(subject.asked()),
        State::Unknown | State::NotMet | State::Met => query,
    }
}

fn records(subject: Subject, state: State) -> Vec<EventDraft> {
    match state {
        // What is only known of a later day is unknown on the day asked about.
        State::Unknown => vec![record(subject, true, "2021-10-01")],
        State::NotMet | State::AssumedThoughNotMet => vec![record(subject, false, "2021-08-01")],
        State::Met => vec![record(subject, true, "2021-08-01")],
        State::Assumed => Vec::new(),
    }
}

fn averia_has(graph: &StanceGraph, polarity: Polarity, subject: Subject, state: State) -> Answer {
    graph.run(&asked(Query::does("Averia", polarity).on("toll"), subject, state)).unwrap()
}

/// Asked of the side it takes and of the other, in a list, as a position and in words.
fn check(
    stance: &str,
    polarity: Polarity,
    relation: &str,
    subject: Subject,
    state: State,
    scope: &str,
    reads: Reads,
) {
    let graph = graph(
        vec![of_averia("s1", stance, vec![condition(relation, subject, scope)])],
        records(subject, state),
    );
    let case = format!("{stance} {relation} {subject:?}, {state:?}, {scope}");
    let other = if polarity == Polarity::Favor { Polarity::Against } else { Polarity::Favor };
    let (own, contrary) = match reads {
        Reads::Flat => (Verdict::Yes, Verdict::No),
        Reads::Conditional => (Verdict::Conditional, Verdict::Conditional),
        Reads::Ended => (Verdict::NoRecord, Verdict::NoRecord),
    };
    let answer = averia_has(&graph, polarity, subject, state);
    assert_eq!(answer.verdict(), Some(own), "{case}");
    assert_eq!(averia_has(&graph, other, subject, state).verdict(), Some(contrary), "{case}, other side");
    let listed = graph.run(&asked(Query::who(polarity).on("toll"), subject, state)).unwrap();
    let position = graph.run(&asked(Query::position("Averia").on("toll"), subject, state)).unwrap();
    for found in [&listed, &position] {
        // A stance that ended is gone; it is never turned into its opposite.
        let told: Vec<(bool, usize)> =
            found.findings().iter().map(|one| (one.is_conditional(), one.conditions().len())).collect();
        let expected: &[(bool, usize)] = match reads {
            Reads::Flat => &[(false, 1)],
            Reads::Conditional => &[(true, 1)],
            Reads::Ended => &[],
        };
        assert_eq!(told, expected, "{case}");
    }
    let stance_hangs = scope == "stance";
    let text = render::text(&listed);
    let assumed = matches!(state, State::Assumed | State::AssumedThoughNotMet);
    assert_eq!(text.contains("(met)"), stance_hangs && reads == Reads::Flat && !assumed, "{case}\n{text}");
    assert_eq!(
        text.contains("(taken as met)"),
        stance_hangs && reads == Reads::Flat && assumed,
        "{case}\n{text}"
    );
}

#[test]
fn a_stance_reads_by_the_relation_to_its_condition_and_by_what_came_about() {
    for (relation, reads) in ON_THE_STANCE {
        for subject in SUBJECTS {
            for (state, reads) in STATES.into_iter().zip(reads) {
                check("supports", Polarity::Favor, relation, subject, state, "stance", reads);
                check("rejects", Polarity::Against, relation, subject, state, "stance", reads);
            }
        }
    }
}

#[test]
fn a_condition_of_the_content_leaves_the_stance_as_it_is_whatever_comes_about() {
    for (relation, _) in ON_THE_STANCE {
        for subject in SUBJECTS {
            for state in STATES {
                check("demands", Polarity::Favor, relation, subject, state, "content", Reads::Flat);
                check("rejects", Polarity::Against, relation, subject, state, "content", Reads::Flat);
            }
        }
    }
}

#[test]
fn an_ended_stance_reads_no_record_with_the_reason() {
    for relation in ["unless", "until", "before"] {
        let conditions = vec![condition(relation, Subject::Event, "stance")];
        let graph = graph(
            vec![of_averia("s1", "supports", conditions)],
            vec![record(Subject::Event, true, "2021-08-01")],
        );
        for question in ["does Averia support the toll", "position of Averia on the toll"] {
            let answer = graph.ask(question).unwrap();
            let note = "what was on record of Averia has run out by its own terms; ask `why not`";
            assert_eq!(answer.notes(), [note], "{relation}: {question}");
        }
        let why = graph.ask("why does Averia not support the toll").unwrap();
        let reasons: Vec<Reason> = why.reasons().unwrap().iter().map(|(reason, _)| *reason).collect();
        assert_eq!(reasons, [Reason::Expired], "{relation}");
    }
}

#[test]
fn what_was_withdrawn_or_ran_out_reads_no_record_with_the_reason() {
    let withdrawn = vec![
        of_averia("s1", "supports", vec![]),
        StatementDraft::new("s2", "averia", "withdraws", "toll").said("2021-06-01"),
    ];
    let ran_out = StatementDraft { until: Some("2021-06-01".into()), ..of_averia("s1", "supports", vec![]) };
    let cases = [
        (withdrawn, "2021-09-01", "what was on record of Averia was withdrawn; ask `why not`"),
        (
            vec![ran_out],
            "2021-09-01",
            "what was on record of Averia has run out by its own terms; ask `why not`",
        ),
    ];
    for (statements, day, note) in cases {
        let answer =
            graph(statements, vec![]).ask(&format!("does Averia support the toll as of {day}")).unwrap();
        assert_eq!(answer.verdict(), Some(Verdict::NoRecord));
        assert_eq!(answer.notes(), [note]);
    }
    let nothing = graph(vec![], vec![]).ask("does Averia support the toll").unwrap();
    assert!(nothing.notes().is_empty(), "{:?}", nothing.notes());
}

#[test]
fn a_condition_counts_as_met_from_the_day_of_its_record() {
    let graph = |relation: &str| {
        let conditions = vec![condition(relation, Subject::FreeText, "stance")];
        graph(
            vec![of_averia("s1", "supports", conditions)],
            vec![record(Subject::FreeText, true, "2021-08-01")],
        )
    };
    let verdict = |graph: &StanceGraph, day: &str| {
        graph.ask(&format!("does Averia support the toll as of {day}")).unwrap().verdict().unwrap()
    };
    for (relation, after) in [("once", Verdict::Yes), ("until", Verdict::NoRecord)] {
        let graph = graph(relation);
        assert_eq!(verdict(&graph, "2021-07-31"), Verdict::Conditional, "{relation}");
        assert_eq!(verdict(&graph, "2021-08-01"), after, "{relation}");
    }
}

#[test]
fn several_conditions_hold_together_and_one_that_ends_it_ends_it() {
    let verdict = |events: &[(Subject, bool)]| {
        let conditions =
            vec![condition("if", Subject::Event, "stance"), condition("unless", Subject::FreeText, "stance")];
        let events = events.iter().map(|&(subject, met)| record(subject, met, "2021-08-01")).collect();
        let graph = graph(vec![of_averia("s1", "supports", conditions)], events);
        graph.ask("does Averia support the toll").unwrap().verdict().unwrap()
    };
    assert_eq!(verdict(&[]), Verdict::Conditional);
    // The summit took place; the stance still reads "unless tolls are capped".
    assert_eq!(verdict(&[(Subject::Event, true)]), Verdict::Conditional);
    assert_eq!(verdict(&[(Subject::Event, true), (Subject::FreeText, false)]), Verdict::Conditional);
    assert_eq!(verdict(&[(Subject::FreeText, true)]), Verdict::NoRecord);
    assert_eq!(verdict(&[(Subject::Event, true), (Subject::FreeText, true)]), Verdict::NoRecord);
}

/// "Supports X, rejects X if C" supports until C is met.
#[test]
fn a_flat_stance_stands_until_the_contrary_comes_about() {
    for relation in ["if", "once", "after"] {
        for subject in SUBJECTS {
            for state in STATES {
                let statements = vec![
                    of_averia("s1", "supports", vec![]),
                    of_averia("s2", "rejects", vec![condition(relation, subject, "stance")]),
                ];
                let graph = graph(statements, records(subject, state));
                let came_about = matches!(state, State::Met | State::Assumed | State::AssumedThoughNotMet);
                let expected = if came_about { Verdict::No } else { Verdict::Yes };
                let verdict = averia_has(&graph, Polarity::Favor, subject, state).verdict();
                assert_eq!(verdict, Some(expected), "{relation} {subject:?}, {state:?}");
            }
        }
    }
}

/// What waits for different things makes several findings. With the day asked about inside the interval of a statement of
/// another polarity, none of them is certain, however many sides there are.
#[test]
fn beside_what_may_not_have_been_said_no_waiting_side_is_certain() {
    let undated = |id: &str, stance: &str, subject: Subject| StatementDraft {
        said: None,
        ..of_averia(id, stance, vec![condition("if", subject, "stance")])
    };
    let certainly_against =
        StatementDraft { source: Some("paper".into()), ..undated("s1", "rejects", Subject::FreeText) };
    let perhaps_neutral = undated("s2", "abstains", Subject::FreeText);
    let certainly_for =
        StatementDraft { recorded: Some("2010".into()), ..undated("s3", "supports", Subject::Event) };
    let certainties = |statements: Vec<StatementDraft>| -> Vec<Certainty> {
        let query = Query::who(Polarity::Favor).on("toll").as_of("2010".parse().unwrap());
        let answer = graph(statements, vec![]).run(&query).unwrap();
        answer.findings().into_iter().map(stancegraph::Finding::certainty).collect()
    };
    let two = vec![perhaps_neutral.clone(), certainly_for.clone()];
    assert_eq!(certainties(two), [Certainty::Possible]);
    let three = vec![certainly_against.clone(), perhaps_neutral, certainly_for.clone()];
    assert_eq!(certainties(three), [Certainty::Possible]);
    assert_eq!(certainties(vec![certainly_against, certainly_for]), [Certainty::Certain]);
}

/// A withdrawal supersedes whatever was said before it, an earlier withdrawal too: the nearest that followed names the
/// reason, and what came after that is none.
#[test]
fn of_two_withdrawals_the_later_takes_the_place_of_the_earlier() {
    let twice =
        [condition("if", Subject::FreeText, "stance"), condition("unless", Subject::FreeText, "stance")];
    let withdrawal = |id: &str| StatementDraft::new(id, "averia", "withdraws", "toll");
    let statements = vec![
        StatementDraft { recorded: Some("2010-06".into()), ..withdrawal("s1") },
        withdrawal("s2").said("2011"),
        StatementDraft { said: Some("2011".into()), ..of_averia("s3", "supports", twice.to_vec()) },
    ];
    let query = Query::why_not("Averia", Polarity::Against).on("toll").assuming("tolls are capped");
    let answer = graph(statements, vec![]).run(&query).unwrap();
    let reasons: Vec<Reason> = answer.reasons().unwrap().iter().map(|(reason, _)| *reason).collect();
    assert_eq!(reasons, [Reason::Expired, Reason::Withdrawn]);
}

/// What Averia holds on kinds of the toll: the lean, whether it is conditional, and the statements.
fn on_kinds(statements: Vec<StatementDraft>, events: Vec<EventDraft>) -> Vec<(Lean, bool, Vec<String>)> {
    let answer = graph(statements, events).ask("position of Averia on the toll").unwrap();
    let told = answer.findings().into_iter().map(|finding| {
        let mut keys: Vec<String> =
            finding.evidence().map(|piece| piece.statement().key.to_string()).collect();
        keys.sort();
        (finding.lean(), finding.is_conditional(), keys)
    });
    told.collect()
}

/// "Supports X, rejects X if C" is about one X: what is said on one kind neither upholds nor outweighs what waits on
/// another, and kinds that pull both ways are one mixed finding.
#[test]
fn what_waits_on_one_kind_is_not_weighed_against_another() {
    let on = |id: &str, stance: &str, kind: &str, conditions: Vec<ConditionDraft>| StatementDraft {
        target: kind.into(),
        ..of_averia(id, stance, conditions)
    };
    let once = || vec![condition("once", Subject::Event, "stance")];
    let mixed = |keys: [&str; 2]| vec![(Lean::Mixed, false, keys.map(str::to_owned).to_vec())];
    // On grain it rejects until the summit; what it says of salt does not bring its grain abstention about.
    let statements = vec![
        on("s1", "abstains", "grain", once()),
        on("s2", "rejects", "grain", vec![]),
        on("s3", "abstains", "salt", vec![]),
    ];
    assert_eq!(on_kinds(statements, vec![]), mixed(["s2", "s3"]));
    // For grain, against salt once the summit took place: both are told, before it and after it.
    let statements = || vec![on("s1", "supports", "grain", vec![]), on("s2", "rejects", "salt", once())];
    assert_eq!(on_kinds(statements(), vec![]), mixed(["s1", "s2"]));
    let took_place = record(Subject::Event, true, "2021-08-01");
    assert_eq!(on_kinds(statements(), vec![took_place]), mixed(["s1", "s2"]));
}

/// Of several records of one condition the latest that had certainly come by the day decides.
#[test]
fn the_latest_record_that_certainly_came_by_the_day_decides() {
    let cases: [(&[(bool, &str)], Verdict); 5] = [
        (&[(true, "2021-06-01"), (false, "2021-08-01")], Verdict::Conditional),
        (&[(false, "2021-06-01"), (true, "2021-08-01")], Verdict::Yes),
        (&[(true, "2021-06-01"), (false, "2021-10-01")], Verdict::Yes),
        // Some day of the year may have come, and may not.
        (&[(true, "2021")], Verdict::Conditional),
        (&[(true, "2021-08")], Verdict::Yes),
    ];
    for (records, expected) in cases {
        let events = records.iter().map(|&(met, date)| record(Subject::FreeText, met, date)).collect();
        let conditions = vec![condition("if", Subject::FreeText, "stance")];
        let graph = graph(vec![of_averia("s1", "supports", conditions)], events);
        let verdict = averia_has(&graph, Polarity::Favor, Subject::FreeText, State::Met).verdict();
        assert_eq!(verdict, Some(expected), "{records:?}");
    }
}

/// A later condition makes a flat stance of the same sign conditional, and one of the other sign takes its place.
#[test]
fn conditional_and_flat_follow_each_other_as_any_stances_do() {
    let flat = |stance: &str, day: &str| of_averia(day, stance, vec![]).said(day);
    let hanging = |stance: &str, day: &str| {
        of_averia(day, stance, vec![condition("if", Subject::FreeText, "stance")]).said(day)
    };
    let (earlier, later) = ("2021-05-01", "2021-06-01");
    let cases = [
        (vec![flat("supports", earlier), hanging("accepts", later)], Verdict::Conditional),
        (vec![hanging("supports", earlier), flat("accepts", later)], Verdict::Yes),
        (vec![flat("rejects", earlier), hanging("supports", later)], Verdict::Conditional),
        (vec![hanging("supports", earlier), flat("rejects", later)], Verdict::No),
    ];
    for (number, (statements, expected)) in cases.into_iter().enumerate() {
        let graph = graph(statements, vec![]);
        let verdict = averia_has(&graph, Polarity::Favor, Subject::FreeText, State::Unknown).verdict();
        assert_eq!(verdict, Some(expected), "{number}");
    }
}
