//! The forms of questions that join, date and compare, put as typed queries to the bundled data. Every expectation is
//! read off `data/nato-accession.toml` by hand.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::query::Clause;
use stancegraph::{Answer, Polarity, Query, Stance, datasets};

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
