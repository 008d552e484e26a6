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

#[test]
fn a_tie_is_asked_of_a_period_by_when_it_held_and_of_a_source_by_what_it_reports() {
    let finland =
        |period: Period| nato(&Query::tied("FIN", TieKind::MemberOf, "nato").within(period)).verdict();
    let date = |text: &str| text.parse().unwrap();
    assert_eq!(finland(Period::In(date("2022"))), Some(Verdict::No), "a member since April 2023");
    assert_eq!(finland(Period::In(date("2023"))), Some(Verdict::Yes));
    assert_eq!(finland(Period::Before(date("2023-04-04"))), Some(Verdict::No));
    assert_eq!(finland(Period::Since(date("2024"))), Some(Verdict::Yes));
    let members = |query: Query| nato(&query).ties().len();
    let all = || Query::ties(TieKind::MemberOf, stancegraph::query::TieSide::Holders, "nato");
    // The twelve founders.
    assert_eq!(members(all().within(Period::Before(date("1950")))), 12);
    let stoltenberg = Query::tied("jens-stoltenberg", TieKind::Leads, "nato");
    assert_eq!(
        nato(&stoltenberg.clone().according_to("Member countries")).verdict(),
        Some(Verdict::NoRecord)
    );
    let asserted = nato(&stoltenberg.only_asserted());
    assert_eq!(asserted.verdict(), Some(Verdict::Yes));
    check_note(&asserted, "`only asserted` changes nothing here: ties are told by when they hold");
}

#[test]
fn a_modifier_that_a_form_does_not_read_is_told() {
    let does = Query::does("HUN", Favor).on("sweden-accession").by_last_word();
    check_note(&nato(&does), "`by last word` changes nothing here: positions are read");
    let which = Query::which([stancegraph::query::Trait::Hinted]).by_nation();
    check_note(&nato(&which), "`by nation` changes nothing here: statements are listed under who made them");
}

#[test]
fn a_list_of_nations_tells_how_many_others_it_leaves_out() {
    let article = datasets::article().unwrap();
    // Twenty-six nations that nobody named pledge them.
    let answer = article.run(&Query::count(Favor).on("security guarantees").by_nation()).unwrap();
    assert_eq!(answer.count(), Some(0));
    check_note(&answer, "1 more is on record as asked but speaks for no nation; ask without `by nation`");
    let everyone = article.run(&Query::count(Favor).on("security guarantees")).unwrap();
    assert_eq!((everyone.count(), everyone.notes().len()), (Some(1), 0));
}

#[test]
fn that_someone_else_has_the_last_word_for_a_nation_is_told() {
    // Orbán spoke for Hungary in January 2024, its president signed in March.
    let orban = Query::position("viktor-orban").on("sweden-accession").by_last_word();
    let answer = nato(&orban);
    assert_eq!(answer.outcome(), Outcome::NoRecord);
    check_note(
        &answer,
        "someone else has the last word for Hungary; ask without `by last word` what Viktor Orbán stands for",
    );
}

#[test]
fn a_group_reads_as_several_in_a_verdict() {
    let leaders = Query::does("western-leaders", Stance::Criticizes).on("putins-overtures");
    let text = stancegraph::render::text(&datasets::article().unwrap().run(&leaders).unwrap());
    assert!(text.contains("Yes: Western leaders criticize Putin's overtures."), "{text}");
}

#[test]
fn an_abstention_is_told_as_another_vote_and_not_as_the_contrary() {
    let china = Query::does("CHN", stancegraph::Vote::For).on("A/RES/ES-11/1");
    let text = stancegraph::render::text(&datasets::es_11_1().unwrap().run(&china).unwrap());
    assert!(text.contains("No: China voted otherwise on"), "{text}");
    assert!(text.contains("China abstained on"), "{text}");
}

#[test]
fn a_threat_is_not_said_to_be_addressed_to_its_own_target() {
    let text = stancegraph::render::text(&nato(&Query::who(Stance::Threatens).on("FIN")));
    assert!(text.contains("threatens Finland") && !text.contains("addressed to Finland"), "{text}");
}

#[test]
fn what_a_wire_service_wrote_is_according_to_it_whoever_printed_it() {
    // The Star and ArcticToday printed what Reuters wrote on Marin and Andersson.
    let according = nato(
        &Query::who(Against)
            .on("finland-accession")
            .as_of("2022-02".parse().unwrap())
            .according_to("Reuters"),
    );
    assert_eq!(holders(&according), ["sanna-marin"]);
}

#[test]
fn membership_on_record_elsewhere_counts_the_members_it_knows() {
    let finland = |as_of: &str| {
        nato(&Query::tied("FIN", TieKind::MemberOf, "nato").as_of(as_of.parse().unwrap())).verdict()
    };
    assert_eq!((finland("2023-04-03"), finland("2023-04-04")), (Some(Verdict::No), Some(Verdict::Yes)));
    let austria = nato(&Query::tied("AUT", TieKind::MemberOf, "nato").as_of("2024-03-07".parse().unwrap()));
    assert_eq!((austria.verdict(), austria.outcome()), (Some(Verdict::NoRecord), Outcome::NoRecord));
    // Sweden was the 32nd.
    check_note(&austria, "32 members are on record for NATO");
}

// Said, changed

#[test]
fn what_was_said_about_a_matter_stands_as_it_is_with_threats_that_oppose_it_beside() {
    let putin = nato(&Query::said_about("vladimir-putin", "finland-accession"));
    let told: Vec<String> = putin.findings().iter().map(|found| found.stance().to_string()).collect();
    // In May he called it a mistake, in June it was all one to him; in between a hint.
    assert_eq!((told.join(" ").as_str(), putin.hinted().len()), ("criticizes abstains", 1));
    let nordic = nato(&Query::said_about("TUR", "nato-enlargement-nordic"));
    assert!(nordic.findings().is_empty());
    // Twelve on Finland's, nineteen on Sweden's.
    check_note(
        &nordic,
        "31 more statements are on record on kinds of NATO enlargement to Finland and Sweden",
    );
}

#[test]
fn who_changed_since_a_day_is_read_against_present_knowledge() {
    let changed = |query: Query| -> Vec<String> {
        let answer = nato(&query);
        answer.changes().unwrap().iter().map(|turn| turn.holder.key.to_string()).collect()
    };
    let since = |date: &str| Query::changes_since("sweden-accession", date.parse().unwrap()).by_nation();
    // At the end of November 2023 Hungary's consent waited for respect; Türkiye had just sent the protocol to parliament.
    assert_eq!(changed(since("2023-11-30")), ["HUN"]);
    // At the end of June 2023 Türkiye was against until the protests end; Ukraine had spoken in May.
    assert_eq!(changed(since("2023-06-30")), ["TUR", "HUN"]);
}

// Filters

use stancegraph::position::Reason;
use stancegraph::query::Period;

#[test]
fn a_period_and_plain_assertion_filter_every_form() {
    let since = |query: Query, date: &str| query.within(Period::Since(date.parse().unwrap()));
    // Marin's no of January 2022 was hedged.
    let marin =
        Query::why_not("sanna-marin", Against).on("finland-accession").as_of("2022-02-01".parse().unwrap());
    let reasons = |query: &Query| -> Vec<Reason> {
        nato(query).reasons().unwrap().into_iter().map(|(reason, _)| reason).collect()
    };
    assert!(reasons(&marin).is_empty(), "plainly against");
    assert_eq!(reasons(&marin.clone().only_asserted()), [Reason::Filtered]);
    assert_eq!(reasons(&since(marin, "2022-02-01")), [Reason::Filtered]);
    // Seven parliaments voted on Finland in 2022 and 2023; those of Hungary, Türkiye and, again, Finland in 2023.
    let voted = Query::who(stancegraph::Vote::For).on("finland-accession");
    let voters = holders(&nato(&since(voted, "2023")));
    assert_eq!(voters, ["finnish-parliament", "hungarian-national-assembly", "grand-national-assembly"]);
    // Sweden's no of 2021 and spring 2022 is no part of what was said since May.
    let timeline = nato(&since(Query::timeline("SWE", "sweden-accession"), "2022-05-01"));
    let (from, first) = &timeline.timeline().unwrap()[0];
    assert_eq!((from.to_string().as_str(), first[0].stance()), ("2022-05-16", Stance::Supports));
    let coverage = nato(&since(Query::who(Favor).on("sweden-accession"), "2024-03-01")).coverage().unwrap();
    // Sulyok signed, Kristersson handed over the papers.
    assert_eq!(coverage.with_record, 2);
    let text = stancegraph::render::text(&nato(&since(Query::profile("SWE"), "2022-05-01").only_asserted()));
    assert!(
        text.contains("Only what was said since 2022-05-01 and was asserted plainly counts here."),
        "{text}"
    );
}

#[test]
fn a_period_past_the_calendar_sees_nothing() {
    let never = Query::who(Favor).on("sweden-accession").within(Period::After("9999".parse().unwrap()));
    assert_eq!(nato(&never).outcome(), Outcome::NoRecord);
}

// What every page shows

#[test]
fn pages_show_a_moment_as_a_sentence_first() {
    let text =
        stancegraph::render::text(&nato(&Query::when_first("SWE", Stance::Rejects).on("sweden-accession")));
    let sentence = "First in 2021-11:\n  Peter Hultqvist, for Sweden, rejects Sweden's accession to NATO";
    assert!(text.contains(sentence), "{text}");
    let since = stancegraph::render::markdown(&nato(&Query::since_when("TUR", Favor).on("sweden-accession")));
    assert!(since.contains("### Since 2024-01-23:"), "{since}");
    let never = stancegraph::render::text(&nato(&Query::when_first("CHN", Favor).on("finland-accession")));
    assert!(never.contains("No statement on record shows it, which is not a no."), "{never}");
}

#[test]
fn programs_read_moments_and_comparisons_in_fields_of_their_own() {
    use stancegraph::diagram::Picture;
    let moment = nato(&Query::when_first("SWE", Stance::Rejects).on("sweden-accession"));
    let json = stancegraph::render::json_value(&moment);
    assert_eq!(json["when"]["date"], "2021-11");
    assert_eq!(json["when"]["findings"][0]["holder"]["key"], "peter-hultqvist");
    assert!(Picture::of_answer(&moment).edges.iter().any(|edge| edge.label == "rejects"));
    let nothing =
        stancegraph::render::json_value(&nato(&Query::when_first("CHN", Favor).on("finland-accession")));
    assert_eq!(nothing["when"], serde_json::json!({"date": null, "findings": []}));
    let compared = stancegraph::render::json_value(&nato(&Query::compare(Facet::Differ, "HUN", "SWE")));
    let entry = &compared["compare"][0];
    assert_eq!(entry["target"]["key"], "negotiating-accession-with-hungary");
    assert_eq!((&entry["relation"], &entry["conditional"]), (&"differ".into(), &false.into()));
    assert_eq!(entry["left"][0]["stance"], "proposes");
    assert_eq!(entry["right"][0]["stance"], "rejects");
    let tied =
        stancegraph::render::json_value(&nato(&Query::tied("jens-stoltenberg", TieKind::Leads, "nato")));
    assert_eq!((&tied["verdict"], &tied["ties"][0]["office"]), (&"yes".into(), &"Secretary General".into()));
}

#[test]
fn a_tie_is_affirmed_or_denied_in_one_sentence() {
    let text = |query: &Query| stancegraph::render::text(&nato(query));
    let was = text(&Query::tied("magdalena-andersson", TieKind::Represents, "SWE"));
    assert!(
        was.contains("No: that Magdalena Andersson represents Sweden is on record for another time only."),
        "{was}"
    );
    assert!(was.contains("until 2022-10-18"), "{was}");
    let leads = text(&Query::tied("jens-stoltenberg", TieKind::Leads, "nato"));
    assert!(leads.contains("Yes: Jens Stoltenberg leads NATO."), "{leads}");
}

// Names with their places, explanations

#[test]
fn corrections_and_unclear_names_carry_their_place_in_the_question() {
    let graph = datasets::nato_accession().unwrap();
    let question = "does Stoltenburg support Sweden's accession to NATO?";
    let answer = graph.ask(question).unwrap();
    let correction = &answer.corrections()[0];
    assert_eq!(&question[correction.span.clone().unwrap()], "Stoltenburg");
    assert_eq!(
        stancegraph::render::json_value(&answer)["corrections"][0]["span"],
        serde_json::json!([5, 16])
    );
    let unknown = "does Xanadu support Sweden's accession to NATO?";
    let answer = graph.ask(unknown).unwrap();
    let unclear = answer.unclear().unwrap();
    assert_eq!((unclear.typed.as_str(), &unknown[unclear.span.clone().unwrap()]), ("Xanadu", "Xanadu"));
    let json = stancegraph::render::json_value(&answer);
    assert_eq!(json["unclear"], serde_json::json!({"typed": "Xanadu", "span": [5, 11]}));
    let typed = nato(&Query::does("Xanadu", Favor).on("sweden-accession"));
    assert_eq!(typed.unclear().unwrap().span, None, "a typed query was in no question");
}

#[test]
fn an_explanation_tells_what_was_left_out_and_why() {
    let query = Query::does("SWE", Favor).on("sweden-accession").as_of("2022-05-16".parse().unwrap());
    let explanation = query.explain(datasets::nato_accession().unwrap()).unwrap();
    let left: Vec<(&str, usize)> =
        explanation.left_out.iter().map(|left| (left.why.as_str(), left.statements.len())).collect();
    // By then: two noes, overtaken by Andersson's yes of the day. After it: Linde, Hultqvist, the application, the
    // vote of the Riksdag and the papers of 2024.
    assert_eq!(left, [("not-yet-said", 5), ("superseded", 2)]);
    let looked: Vec<(usize, usize)> =
        explanation.looked_at.iter().map(|looked| (looked.statements, looked.seen)).collect();
    assert_eq!(looked, [(8, 3)]);
    let text = explanation.to_string();
    assert!(text.contains("SWE -> Sweden (nation, SWE): its key"), "{text}");
    assert!(text.contains("as of: 2022-05-16"), "{text}");
    assert!(text.contains("2 overtaken by a later statement: "), "{text}");
}

#[test]
fn an_explanation_of_an_unclear_question_tells_what_was_clear() {
    let query = Query::does("SWE", Favor).on("Xanadu");
    let explanation = query.explain(datasets::nato_accession().unwrap()).unwrap();
    assert_eq!((explanation.names.len(), explanation.looked_at.len()), (1, 0));
}

// Series

/// A yearly vote: Kenya against in 2014 and 2015, absent in 2016, abstaining in 2017, against again in 2018.
fn yearly_vote() -> stancegraph::StanceGraph {
    use stancegraph::model::NodeKind;
    use stancegraph::model::draft::TieDraft;
    let years = [
        ("2014", "rejects"),
        ("2015", "rejects"),
        ("2016", "absent"),
        ("2017", "abstains"),
        ("2018", "rejects"),
    ];
    let mut draft = Draft {
        nodes: vec![
            NodeDraft::nation("KEN", "Kenya"),
            NodeDraft::new(NodeKind::Series, "embargo", "the embargo vote"),
        ],
        ..Draft::default()
    };
    for (year, stance) in years {
        let instance = format!("embargo-{year}");
        let vote = StatementDraft::new(format!("v{year}").as_str(), "KEN", stance, instance.as_str());
        draft.nodes.push(NodeDraft::proposal(instance.as_str(), format!("embargo vote of {year}").as_str()));
        draft.ties.push(TieDraft::new("in-series", instance.as_str(), "embargo"));
        draft.statements.push(StatementDraft {
            act: Some("voted".into()),
            ..vote.said(format!("{year}-10-26").as_str())
        });
    }
    GraphBuilder::new().add(draft).build().unwrap()
}

#[test]
fn the_moment_of_a_series_is_looked_for_in_every_instance() {
    use stancegraph::Vote;
    let graph = yearly_vote();
    let ask = |query: &Query| graph.run(query).unwrap();
    let first_not = ask(&Query::when_first("KEN", Vote::Against).negated().on("embargo"));
    assert_eq!(moment(&first_not), "2017-10-26: KEN");
    assert_eq!(first_not.absent().len(), 1, "an absence is told apart");
    assert_eq!(first_not.when().unwrap().findings[0].target().key.as_str(), "embargo-2017");
    assert_eq!(moment(&ask(&Query::when_last("KEN", Vote::Against).on("embargo"))), "2018-10-26: KEN");
    // The latest instance speaks for the series, so the stretch begins with the vote of 2018.
    assert_eq!(moment(&ask(&Query::since_when("KEN", Against).on("embargo"))), "2018-10-26: KEN");
    assert_eq!(ask(&Query::who(Against).on("embargo")).coverage().unwrap().with_record, 1);
}

#[test]
fn a_hint_that_a_filter_leaves_out_is_filtered_and_not_silence() {
    let why = Query::why_not("CHN", Against).on("finland-accession");
    let reasons = |query: &Query| -> Vec<Reason> {
        nato(query).reasons().unwrap().into_iter().map(|(reason, _)| reason).collect()
    };
    assert_eq!(reasons(&why), [Reason::OnlyHinted]);
    assert_eq!(reasons(&why.only_asserted()), [Reason::Filtered]);
}

#[test]
fn a_negated_vote_word_finds_other_votes_and_sets_the_absent_apart() {
    use stancegraph::Vote;
    let graph = datasets::es_11_1().unwrap();
    // The resolution was adopted by 141 votes to 5, with 35 abstentions; 12 members took no part.
    let answer = graph.run(&Query::who(Vote::For).negated().on("A/RES/ES-11/1")).unwrap();
    assert_eq!((answer.findings().len(), answer.absent().len()), (40, 12));
    let neither = Clause::new(Vote::For, "A/RES/ES-11/1")
        .negated()
        .and(Clause::new(Vote::Abstained, "A/RES/ES-11/1").negated());
    assert_eq!(graph.run(&Query::count_all(neither)).unwrap().count(), Some(5));
}

#[test]
fn a_kind_is_not_compared_with_the_whole_and_contraries_are_told() {
    use stancegraph::model::draft::TieDraft;
    let note = "Croatia has a position on NATO enlargement to Finland and Sweden, Russia on expansion of NATO, of which that is a kind: they are not compared";
    check_note(&nato(&Query::compare(Facet::Differ, "HRV", "RUS")), note);
    let draft = Draft {
        nodes: vec![
            NodeDraft::nation("KEN", "Kenya"),
            NodeDraft::nation("CHL", "Chile"),
            NodeDraft::proposal("relief", "debt relief"),
            NodeDraft::proposal("repayment", "full repayment"),
        ],
        ties: vec![TieDraft::new("contrary-to", "repayment", "relief")],
        statements: vec![
            StatementDraft::new("s1", "KEN", "demands", "relief"),
            StatementDraft::new("s2", "CHL", "demands", "repayment"),
        ],
        ..Draft::default()
    };
    let answer = GraphBuilder::new()
        .add(draft)
        .build()
        .unwrap()
        .run(&Query::compare(Facet::Both, "KEN", "CHL"))
        .unwrap();
    assert_eq!((answer.outcome(), shared(&answer).len()), (Outcome::NoRecord, 0));
    check_note(
        &answer,
        "Chile is for full repayment and Kenya for debt relief, of which each excludes the other",
    );
}

#[test]
fn a_tie_whose_dates_do_not_tell_is_possible() {
    use stancegraph::model::draft::TieDraft;
    let draft = Draft {
        nodes: vec![NodeDraft::nation("KEN", "Kenya"), NodeDraft::organization("bloc", "the Bloc")],
        ties: vec![TieDraft { since: Some("2013".into()), ..TieDraft::new("member-of", "KEN", "bloc") }],
        ..Draft::default()
    };
    let graph = GraphBuilder::new().add(draft).build().unwrap();
    let query = Query::tied("KEN", TieKind::MemberOf, "bloc").as_of("2013-06-01".parse().unwrap());
    let text = stancegraph::render::text(&graph.run(&query).unwrap());
    assert!(
        text.contains("Yes, possibly: Kenya is a member of the Bloc, as far as the dates tell."),
        "{text}"
    );
}

#[test]
fn an_explanation_is_a_field_of_json_only_when_asked_for() {
    let answer = nato(&Query::who(Favor).on("extradition-of-kenes").only_asserted());
    assert!(stancegraph::render::json_value(&answer).get("explanation").is_none());
    let json: serde_json::Value =
        serde_json::from_str(&stancegraph::render::json_explained(&answer)).unwrap();
    let explanation = &json["explanation"];
    assert_eq!(explanation["names"][0]["how"], "key");
    let looked = serde_json::json!({"matter": "itself", "key": "extradition-of-kenes",
        "name": "extradition of Bülent Keneş to Türkiye", "statements": 2, "seen": 2});
    assert_eq!(explanation["looked_at"], serde_json::json!([looked]));
    assert_eq!(explanation["left_out"], serde_json::json!([]));
    assert_eq!(explanation["filters"][2], "only what was asserted plainly, without reserve");
}

#[test]
fn an_explanation_of_votes_leaves_nothing_to_what_was_said_later() {
    let query = Query::who(stancegraph::Vote::For).on("finland-accession");
    let explanation = query.explain(datasets::nato_accession().unwrap()).unwrap();
    let left: Vec<&str> = explanation.left_out.iter().map(|left| left.why.as_str()).collect();
    // Hints of Putin, Zhao and Erdoğan; the application itself was a deed.
    assert_eq!(left, ["hinted", "deed"]);
    assert!(explanation.rules.iter().any(|rule| rule.starts_with("votes are read as cast")));
}

#[test]
fn two_holders_can_be_compared_by_their_last_words() {
    // Croatia's president and parliament disagree as speakers; the vote of July 2022 is the last word of the nation.
    let query = |reading: Query| shared(&nato(&reading));
    let milanovic = Query::compare_on("HRV", "zoran-milanovic", "croatian-consent");
    // His no has fallen in the pool, so there is no position of his to compare; his last word in that pool is not his.
    assert!(query(milanovic.clone()).is_empty());
    assert!(query(milanovic.by_last_word()).is_empty());
    let turned = Query::compare_on("TUR", "SWE", "sweden-accession").as_of("2023-06-30".parse().unwrap());
    assert_eq!(query(turned.by_last_word()), ["sweden-accession: differ"]);
}

// Laws, over everyone and everything in the data

/// Everyone with a statement or one made on its behalf, and everything that statements are on, by key.
fn holders_and_targets() -> (Vec<String>, Vec<String>) {
    let graph = datasets::nato_accession().unwrap();
    let all: Vec<(String, bool, bool)> = graph
        .nodes()
        .map(|(id, node)| {
            let (by, on) = (graph.statements_by(id), graph.statements_on(id));
            (node.key.to_string(), node.kind().is_holder() && !by.is_empty(), !on.is_empty())
        })
        .collect();
    let keys = |wanted: fn(&&(String, bool, bool)) -> bool| -> Vec<String> {
        all.iter().filter(wanted).map(|(key, ..)| key.clone()).collect()
    };
    (keys(|one| one.1), keys(|one| one.2))
}

#[test]
fn a_comparison_is_the_same_from_either_side() {
    let (holders, _) = holders_and_targets();
    assert!(holders.len() > 40, "the data got thin");
    for (at, left) in holders.iter().enumerate() {
        for right in holders.iter().skip(at) {
            let compare = |left: &str, right: &str| shared(&nato(&Query::compare(Facet::Both, left, right)));
            assert_eq!(compare(left, right), compare(right, left), "{left}, {right}");
        }
    }
}

#[test]
fn moments_come_in_order_and_joining_a_clause_with_itself_changes_nothing() {
    let (holders, targets) = holders_and_targets();
    for target in &targets {
        let clause = || Clause::new(Favor, target.as_str());
        let alone = nato(&Query::who_all(clause()));
        let keys = |answer: &Answer| -> Vec<String> {
            answer
                .findings()
                .iter()
                .flat_map(|found| found.evidence().map(|piece| piece.statement().key.to_string()))
                .collect()
        };
        for joined in [clause().and(clause()), clause().or(clause())] {
            let twice = nato(&Query::who_all(joined));
            let (mut one, mut two) = (keys(&alone), keys(&twice));
            one.sort();
            two.sort();
            assert_eq!(one, two, "{target}");
        }
        for holder in &holders {
            let date =
                |query: Query| nato(&query).when().unwrap().date.map(|date| (date.earliest(), date.latest()));
            let first = date(Query::when_first(holder.as_str(), Favor).on(target.as_str()));
            let last = date(Query::when_last(holder.as_str(), Favor).on(target.as_str()));
            let since = date(Query::since_when(holder.as_str(), Favor).on(target.as_str()));
            assert_eq!(first.is_some(), last.is_some(), "{holder} on {target}");
            assert!(first.map(|first| first.0) <= last.map(|last| last.1), "{holder} on {target}");
            if let (Some(first), Some(since)) = (first, since) {
                assert!(first.0 <= since.1, "{holder} on {target}: held before it was ever said");
            }
        }
    }
}

// Trends

#[test]
fn a_drift_shows_each_statement_behind_it_and_says_how_thin_it_is() {
    let answer = nato(&Query::drift("Joe Biden", "sweden-accession"));
    let keys: Vec<String> = answer
        .findings()
        .iter()
        .map(|one| one.evidence().next().unwrap().statement().key.to_string())
        .collect();
    assert_eq!(keys, ["biden-supports-2022-05-19-sweden", "biden-signs-2022-08-09-sweden"]);
    let drift = answer.drift().unwrap();
    assert_eq!(drift.grades.iter().map(|grade| grade.grade).collect::<Vec<_>>(), [2.0, 2.0]);
    assert!(answer.notes()[0].starts_with("the evidence is thin: from statements on fewer than 5 days"));
    let text = stancegraph::render::text(&answer);
    assert!(
        text.contains("statements on too few days to tell a drift") && !text.contains("grades a year"),
        "{text}"
    );
    let json: serde_json::Value = serde_json::from_str(&stancegraph::render::json(&answer)).unwrap();
    assert_eq!(json["drift"]["tendency"], "too few");
    assert_eq!(json["drift"]["grades"][1]["statement"], "biden-signs-2022-08-09-sweden");
    // Nobody is told to have drifted who said nothing.
    let silent = nato(&Query::drift("Germany", "croatian-consent"));
    assert!(silent.drift().is_none() && silent.outcome() == Outcome::NoRecord);
    assert!(stancegraph::render::text(&silent).contains("Nothing on record, which is not a no."));
}

#[test]
fn support_shows_what_was_said_in_each_month() {
    let answer = nato(&Query::support("croatian-consent"));
    let months = answer.support().unwrap();
    let keys: Vec<Vec<String>> = months
        .iter()
        .map(|month| month.said.iter().map(|one| one.statement().key.to_string()).collect())
        .collect();
    let may =
        ["milanovic-rejects-2022-05-03", "milanovic-rejects-2022-05-18", "grlic-radman-supports-2022-05-18"];
    assert_eq!(keys, [may.map(str::to_owned).to_vec(), vec!["sabor-votes-consent-2022-07-15".to_owned()]]);
    // All speak for Croatia: one voice, whose last word is for it in either month.
    assert!(months.iter().all(|month| (month.support.favor, month.support.against) == (1, 0)));
    assert_eq!(answer.notes(), ["the evidence is thin: the months rest on 4 statements"]);
    let text = stancegraph::render::text(&answer);
    assert!(text.contains("net support went from +1 in 2022-05 to +1 in 2022-07"), "{text}");
    assert!(
        text.contains(
            "2022-07: 1 in favor, 0 neutral, 0 against: net +1; 1 said in the month\n    Croatian Parliament"
        ),
        "{text}"
    );
    let json: serde_json::Value = serde_json::from_str(&stancegraph::render::json(&answer)).unwrap();
    assert_eq!((&json["support"][0]["flow"], &json["support"][1]["net"]), (&(-1).into(), &1.into()));
    assert_eq!(json["support"][1]["statements"][0], "sabor-votes-consent-2022-07-15");
    // The article has no dates.
    let undated = datasets::article().unwrap().ask("how has support for foreign troops changed").unwrap();
    assert!(undated.support().is_none());
    assert!(stancegraph::render::text(&undated).contains("Nothing on record is known to the month."));
}
