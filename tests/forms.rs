//! The forms of questions that join, date and compare, put as typed queries to the bundled data. Every expectation is
//! read off `data/nato-accession.toml` by hand.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::query::Clause;
use stancegraph::{Answer, Outcome, Polarity, Query, Stance, datasets};

use Polarity::{Against, Favor};

#[track_caller]
fn nato(query: &Query) -> Answer {
    datasets::nato_accession().unwrap().run(query).unwrap()
}

/// The keys of the holders of the findings, each once, in their order.
fn holders(answer: &Answer) -> Vec<String> {
    let mut keys: Vec<String> =
        answer.findings().iter().map(|found| found.holder().key.to_string()).collect();
    keys.dedup();
    keys
}

// Joined clauses

#[test]
fn and_joins_on_the_holder_and_shows_what_each_clause_finds() {
    // Milanović's no to the consent fell to the vote of parliament; he is on record on nothing else.
    let both = Clause::new(Favor, "croatian-consent").and(Clause::new(Favor, "finland-accession"));
    let answer = nato(&Query::who_all(both));
    assert_eq!(holders(&answer), ["gordan-grlic-radman", "croatian-parliament"]);
    let targets: Vec<String> = answer.findings().iter().map(|found| found.target().key.to_string()).collect();
    assert_eq!(targets, ["croatian-consent", "finland-accession", "croatian-consent", "finland-accession"]);
}

#[test]
fn and_binds_closer_than_or() {
    let clauses = Clause::new(Stance::Rejects, "extradition-of-kenes")
        .or(Clause::new(Stance::Rejects, "negotiating-accession-with-hungary"))
        .and(Clause::new(Stance::Pledges, "no-support-for-ypg"));
    // Billström rejects the negotiation too, but supports the other where Kristersson pledges it.
    assert_eq!(holders(&nato(&Query::who_all(clauses.clone()))), ["supreme-court-sweden", "ulf-kristersson"]);
    assert_eq!(nato(&Query::count_all(clauses)).count(), Some(2));
}

#[test]
fn a_negated_clause_tells_the_silent_from_those_on_record_otherwise() {
    let clauses =
        || Clause::new(Favor, "sweden-accession").and(Clause::new(Favor, "finland-accession").negated());
    let answer = nato(&Query::who_all(clauses()).by_nation());
    assert!(answer.findings().is_empty());
    // Sweden and Ukraine: neither says anything on Finland's accession alone.
    let note = "2 more support Sweden's accession to NATO; nothing is on record of them on Finland's accession to NATO";
    assert!(answer.notes().iter().any(|one| one == note), "{:?}", answer.notes());
    // In autumn 2022 Türkiye accepted both under conditions; in February 2023 it was for the one, against the other.
    let turned =
        Clause::new(Favor, "finland-accession").and(Clause::new(Favor, "sweden-accession").negated());
    let query = Query::who_all(turned).by_nation().as_of("2023-02-01".parse().unwrap());
    assert_eq!(holders(&nato(&query)), ["TUR"]);
}

#[test]
fn votes_and_positions_can_be_joined() {
    use stancegraph::Vote;
    // Parliaments that voted on both; the Turkish one on each in its own year.
    let voted = Clause::new(Vote::For, "finland-accession").and(Clause::new(Vote::For, "sweden-accession"));
    let expected = [
        "bundestag",
        "croatian-parliament",
        "french-national-assembly",
        "italian-senate",
        "us-senate",
        "slovak-parliament",
        "hungarian-national-assembly",
        "grand-national-assembly",
    ];
    assert_eq!(holders(&nato(&Query::who_all(voted))), expected);
    let last = Clause::new(Favor, "finland-accession").and(Clause::new(Against, "nato-expansion"));
    assert_eq!(nato(&Query::who_all(last).by_last_word()).findings().len(), 0);
}

// When

use stancegraph::model::TieKind;
use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft};
use stancegraph::position::Certainty;
use stancegraph::query::Facet;
use stancegraph::{GraphBuilder, Verdict};

/// "2022-05-12: sauli-niinisto, sanna-marin": the date and who shows it, each with `?` where it only may be.
fn moment(answer: &Answer) -> String {
    let when = answer.when().unwrap();
    let who = when.findings.iter().map(|found| {
        let mark = if found.certainty() == Certainty::Possible { "?" } else { "" };
        format!("{}{mark}", found.holder().key)
    });
    let date = when.date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
    format!("{date}: {}", who.collect::<Vec<_>>().join(", "))
}

#[track_caller]
fn check_moments(cases: &[(Query, &str)]) {
    for (query, expected) in cases {
        assert_eq!(moment(&nato(query)), *expected, "{query}");
    }
}

#[track_caller]
fn check_note(answer: &Answer, expected: &str) {
    assert!(answer.notes().iter().any(|note| note == expected), "{:?}", answer.notes());
}

#[test]
fn the_first_and_the_last_statement_that_shows_a_stance_are_dated() {
    let last_no = Query::when_last("TUR", Stance::Rejects).on("sweden-accession");
    check_moments(&[
        // Both on one day, after Marin's hedged no of January.
        (Query::when_first("FIN", Favor).on("finland-accession"), "2022-05-12: sauli-niinisto, sanna-marin"),
        (Query::when_first("sanna-marin", Favor).on("finland-accession"), "2022-05-12: sanna-marin"),
        (Query::when_first("FIN", Against).on("finland-accession"), "2022-01-19: sanna-marin"),
        (Query::when_first("SWE", Stance::Rejects).on("sweden-accession"), "2021-11: peter-hultqvist"),
        (Query::when_last("SWE", Against).on("sweden-accession"), "2022-03-08: magdalena-andersson"),
        (
            Query::when_first("TUR", Favor).negated().on("finland-accession"),
            "2022-05-13: recep-tayyip-erdogan",
        ),
        (last_no.clone(), "2023-06-25: recep-tayyip-erdogan"),
        (last_no.clone().as_of("2023-02-01".parse().unwrap()), "2023-02-01: recep-tayyip-erdogan"),
        (
            Query::when_first("HUN", stancegraph::Vote::For).on("sweden-accession"),
            "2024-02-26: hungarian-national-assembly",
        ),
    ]);
    // All his later noes were to last until something came about.
    check_note(&nato(&last_no), "what was found hangs on a condition; last said without one on 2023-01-23");
    let first = nato(&Query::when_first("nato", Favor).on("finland-accession"));
    check_note(&first, "what was found hangs on a condition; first said without one on 2022-05-18");
}

#[test]
fn a_moment_that_nothing_shows_is_no_record_and_tells_what_there_is() {
    let answer = nato(&Query::when_first("CHN", Favor).on("finland-accession"));
    assert_eq!((answer.outcome(), moment(&answer).as_str()), (Outcome::NoRecord, "no date: "));
    assert_eq!(answer.hinted().len(), 1);
    check_note(&answer, "on record instead: 1 hint");
}

/// Kenya with these statements on debt relief: a stance and when it was said.
fn kenya(said: &[(&str, Option<&str>)]) -> stancegraph::StanceGraph {
    let nodes = vec![NodeDraft::nation("KEN", "Kenya"), NodeDraft::proposal("relief", "debt relief")];
    let statement = |(at, (stance, said)): (usize, &(&str, Option<&str>))| {
        let draft = StatementDraft::new(format!("s{at}").as_str(), "KEN", *stance, "relief");
        said.map_or(draft.clone(), |said| draft.said(said))
    };
    let statements = said.iter().enumerate().map(statement).collect();
    GraphBuilder::new().add(Draft { nodes, statements, ..Draft::default() }).build().unwrap()
}

#[test]
fn where_dates_overlap_all_that_may_be_the_first_are_told() {
    let said = [
        ("supports", Some("2022-06-01")),
        ("supports", Some("2022-05-12")),
        ("supports", Some("2022-05")),
        ("supports", None),
    ];
    let graph = kenya(&said);
    let first = graph.run(&Query::when_first("KEN", Favor).on("relief")).unwrap();
    assert_eq!(moment(&first), "2022-05: KEN?, KEN?");
    check_note(&first, "1 more statement shows it without a date; it may be earlier");
    let last = graph.run(&Query::when_last("KEN", Favor).on("relief")).unwrap();
    assert_eq!(moment(&last), "2022-06-01: KEN");
    let undated = kenya(&[("supports", None)]).run(&Query::since_when("KEN", Favor).on("relief")).unwrap();
    assert_eq!((undated.outcome(), moment(&undated).as_str()), (Outcome::Answer, "no date: KEN"));
}

#[test]
fn since_when_is_the_beginning_of_the_present_stretch() {
    check_moments(&[
        (Query::since_when("FIN", Favor).on("finland-accession"), "2022-05-12: FIN"),
        // The condition put on the F-16s in December 2023 breaks the stretch that began in Vilnius.
        (Query::since_when("TUR", Favor).on("sweden-accession"), "2024-01-23: TUR"),
        (
            Query::since_when("TUR", Favor).on("sweden-accession").as_of("2023-11-01".parse().unwrap()),
            "2023-07-10: TUR",
        ),
        // In September 2023 Orbán let it wait for respect; he was plain again in January.
        (Query::since_when("HUN", Favor).on("sweden-accession"), "2024-01-24: HUN"),
        (Query::since_when("RUS", Favor).negated().on("sweden-accession"), "2022-05-16: RUS"),
    ]);
    let graph = kenya(&[("rejects", Some("2019")), ("supports", Some("2020-03"))]);
    let since = graph.run(&Query::since_when("KEN", Favor).on("relief")).unwrap();
    assert_eq!(moment(&since), "2020-03: KEN");
    let not_held = nato(&Query::since_when("SWE", Against).on("sweden-accession"));
    assert_eq!((not_held.outcome(), not_held.related().len()), (Outcome::NoRecord, 1));
    check_note(&not_held, "the position on record is for it, so the stance asked about is not held");
}

// Compare

/// "target: relation" for each shared target.
fn shared(answer: &Answer) -> Vec<String> {
    let shared = answer.compare().unwrap();
    shared.iter().map(|one| format!("{}: {}", one.target.key, one.accord)).collect()
}

#[test]
fn two_holders_are_compared_on_what_both_have_a_position_on() {
    let all = nato(&Query::compare(Facet::Both, "FIN", "SWE"));
    let expected = [
        "sweden-accession: agree",
        "action-against-pkk: agree",
        "no-support-for-ypg: agree",
        "arms-exports-to-turkiye: agree",
    ];
    assert_eq!(shared(&all), expected);
    // Finland alone: its own accession, and joining without Sweden. Sweden alone: the fulfilment of the memorandum, the
    // demands beyond it, Türkiye's accession to the Union, negotiating with Hungary. A deed makes no position.
    let note = "only Finland has a position on 2 targets and only Sweden has a position on 4 targets, which is no disagreement";
    check_note(&all, note);
    let differ = nato(&Query::compare(Facet::Differ, "FIN", "SWE"));
    assert_eq!((differ.outcome(), shared(&differ).len()), (Outcome::Answer, 0));
    check_note(&differ, "of the other targets that both have a position on, they agree on 4");
    let hungary = nato(&Query::compare(Facet::Differ, "HUN", "SWE"));
    assert_eq!(shared(&hungary), ["negotiating-accession-with-hungary: differ"]);
}

#[test]
fn a_comparison_on_one_target_takes_its_kinds_where_it_is_not_shared_itself() {
    let own = nato(&Query::compare_on("TUR", "RUS", "finland-accession"));
    assert_eq!(shared(&own), ["finland-accession: differ"]);
    // Russia is against the one, takes no side on the other.
    let kinds = nato(&Query::compare_on("TUR", "RUS", "nato-enlargement-nordic"));
    assert_eq!(shared(&kinds), ["finland-accession: differ", "sweden-accession: mixed"]);
    let none = nato(&Query::compare_on("CHN", "SWE", "f-16-sale"));
    assert_eq!((none.outcome(), shared(&none).len()), (Outcome::NoRecord, 0));
    check_note(&none, "the two do not both have a position on sale of F-16 fighter jets to Türkiye");
}

#[test]
fn a_conditional_side_is_marked() {
    // Before the ratification Biden's support of the sale waited for it; Türkiye demanded it.
    let query = Query::compare_on("TUR", "USA", "f-16-sale").as_of("2024-01-24".parse().unwrap());
    let answer = nato(&query);
    let sale = &answer.compare().unwrap()[0];
    assert_eq!((sale.accord.to_string().as_str(), sale.is_conditional), ("agree", true));
}

// Ties with yes or no

#[test]
fn a_tie_holds_held_once_or_is_not_on_record() {
    let tied = |from, kind, to, as_of: Option<&str>| {
        let query = Query::tied(from, kind, to);
        nato(&as_of.map_or(query.clone(), |date| query.as_of(date.parse().unwrap())))
    };
    let sweden = |as_of| tied("magdalena-andersson", TieKind::Represents, "SWE", as_of);
    assert_eq!(sweden(None).verdict(), Some(Verdict::No));
    assert_eq!(sweden(None).ties()[0].until().unwrap().to_string(), "2022-10-18");
    assert_eq!(sweden(Some("2022-10-17")).verdict(), Some(Verdict::Yes));
    assert_eq!(sweden(Some("2022-10-18")).verdict(), Some(Verdict::No), "the first day out");
    assert_eq!(tied("jens-stoltenberg", TieKind::Leads, "nato", None).verdict(), Some(Verdict::Yes));
    let unknown = tied("nato", TieKind::Leads, "jens-stoltenberg", None);
    assert_eq!((unknown.verdict(), unknown.outcome()), (Some(Verdict::NoRecord), Outcome::NoRecord));
    check_note(&unknown, "the other way round it is on record");
    let kind = tied("sweden-accession", TieKind::Broader, "nato-expansion", None);
    assert_eq!((kind.verdict(), kind.ties().len()), (Some(Verdict::Yes), 2), "a kind of a kind");
}
