//! Roll calls of the UN General Assembly: made-up rows for what can go wrong, and the published files where they are.
#![cfg(feature = "csv")]
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

mod published;

use std::io::Cursor;

use stancegraph::format::import::{Import, UnVotes};
use stancegraph::format::{Format, read};
use stancegraph::{GraphBuilder, StanceGraph, datasets};

use published::published;

fn graph(import: Import) -> StanceGraph {
    let nations = read(datasets::text("nations").unwrap(), Format::Toml, "nations").draft;
    GraphBuilder::new().add(nations).add(import.draft).build().unwrap()
}

fn import(calls: &str, votes: &str) -> Import {
    let reader = UnVotes::new().roll_calls(calls.as_bytes(), "calls.csv").unwrap();
    reader.votes(votes.as_bytes(), "votes.csv", |_| ()).unwrap()
}

const CALLS: &str = "rcid,session,date,unres,amend,para,short,descr
1,40,1985-11-05,R/40/1,0,0,FIRST,On the first matter
2,40,1985-11-06,R/40/1,0,1,FIRST,On the first matter
3,41,1986-11-05,R/41/7,0,0,FIRST,On the first matter: resolution / adopted
4,58,2003-11-05,R/58/2,,,FIRST,On the first matter
5,58,2003-11-06,R/58/3,,,TWICE,Voted on twice
6,58,2003-11-07,R/58/3,,,TWICE,Voted on twice again
";

#[test]
fn a_symbol_is_its_whole_text_vote_and_parts_are_apart() {
    let votes = "rcid,country,country_code,vote\n1,France,FR,yes\n2,France,FR,no\n";
    let graph = graph(import(CALLS, votes));
    let answer = graph.ask("did France vote for A/RES/40/1").unwrap();
    assert_eq!(answer.verdict().map(stancegraph::Verdict::as_str), Some("yes"));
    let findings = answer.findings();
    let said = findings[0].evidence().next().unwrap().statement().said.unwrap();
    assert_eq!(said.to_string(), "1985-11", "days before 2003 are not reliable");
    let part = graph.find("un-rc-2").unwrap();
    assert_eq!(graph.ties_from(part, stancegraph::model::TieKind::PartOf).len(), 1);
}

#[test]
fn a_symbol_of_two_whole_texts_asks_which() {
    let graph = graph(import(CALLS, "rcid,country,country_code,vote\n5,France,FR,yes\n6,France,FR,no\n"));
    let answer = graph.ask("who voted for A/RES/58/3").unwrap();
    assert_eq!(answer.outcome().as_str(), "clarify");
}

#[test]
fn a_text_of_three_sessions_is_a_series_under_its_title_and_its_own_heading() {
    let votes = "rcid,country,country_code,vote\n1,France,FR,no\n3,France,FR,no\n4,France,FR,abstain\n";
    let graph = graph(import(CALLS, votes));
    for series in ["\"On the first matter\"", "FIRST"] {
        let answer = graph.ask(&format!("when did France first not vote against {series}")).unwrap();
        let when = answer.when().unwrap();
        assert_eq!(when.findings[0].target().name(), "A/RES/58/2", "{series}");
    }
}

#[test]
fn what_is_wrong_with_a_row_is_told_and_the_others_are_read() {
    let votes = "rcid,country,country_code,vote
1,Namibia,NA,yes
1,Atlantis,,yes
1,France,FR,aye
one,France,FR,yes
1,France,FR
1,Zanzibar,,no
";
    let import = import(CALLS, votes);
    let told: Vec<String> = import.refused.listed().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "votes.csv:3: country: `Atlantis` is no nation known here; write its name or ISO code",
            "votes.csv:4: vote: `aye` is no vote; write yes, abstain or no",
            "votes.csv:5: rcid: `one` is no number of a roll call; write digits",
            "votes.csv:6: the row has 3 fields, the header 4; quote a field that holds a comma",
        ]
    );
    assert_eq!((import.rows, import.refused.count(), import.draft.plain.len()), (6, 4, 2));
    let holders: Vec<&str> = import.draft.plain.iter().map(|statement| statement.holder).collect();
    assert_eq!(holders[0], "NAM", "the code NA is Namibia, not a missing value");
}

#[test]
fn absent_is_a_record_and_not_a_member_is_none() {
    let votes = "rcid,date,unres,ccode,vote\n9,1985-11-05,R/40/9,2,1\n9,1985-11-05,R/40/9,220,8\n9,1985-11-05,R/40/9,255,9\n";
    let import = UnVotes::new().votes(votes.as_bytes(), "coded.csv", |_| ()).unwrap();
    assert_eq!(import.set_aside.get("not a member"), Some(&1));
    let graph = graph(import);
    let absent = graph.ask("who was absent on A/RES/40/9").unwrap();
    let findings = absent.findings();
    let names: Vec<&str> = findings.iter().map(|finding| finding.holder().name()).collect();
    assert_eq!(names, ["France"]);
}

#[test]
fn a_former_state_is_an_entry_of_its_own_and_passes_its_seat_on() {
    let calls = "rcid,date\n1,1985-01-01\n2,2010-01-01\n";
    let votes = "rcid,country,country_code,vote
1,Yugoslavia,YU,yes
2,Yugoslavia,YU,yes
1,Federal Republic of Germany,,no
2,Germany,DE,no
1,Yemen Arab Republic,,abstain
";
    let import = import(calls, votes);
    let holders: Vec<&str> = import.draft.plain.iter().map(|statement| statement.holder).collect();
    assert_eq!(holders, ["YUCS", "SRB", "DEU", "DEU", "yemen-arab-republic"]);
}

fn published_calls() -> Option<UnVotes> {
    let calls =
        UnVotes::new().roll_calls(Cursor::new(published("un_roll_calls.csv.xz")?), "roll calls").unwrap();
    Some(calls.issues(Cursor::new(published("un_roll_call_issues.csv.xz")?), "issues").unwrap())
}

#[test]
fn every_published_vote_is_read_and_well_known_ones_are_found() {
    let (Some(calls), Some(votes)) = (published_calls(), published("un_votes.csv.xz")) else { return };
    let import = calls.votes(Cursor::new(votes), "votes", |_| ()).unwrap();
    assert_eq!((import.rows, import.refused.count()), (870_109, 0));
    assert_eq!(import.draft.plain.len(), 870_109);
    let graph = graph(import);
    // As the United Nations published the vote: 100 in favor, 11 against, 58 abstaining.
    for (question, expected) in [
        ("who voted for A/RES/68/262", 100),
        ("who voted against A/RES/68/262", 11),
        ("who abstained on A/RES/68/262", 58),
    ] {
        assert_eq!(graph.ask(question).unwrap().findings().len(), expected, "{question}");
    }
    assert!(graph.ask("stances of Namibia").unwrap().findings().len() > 100);
    let embargo =
        graph.ask("when did the United States first not vote against \"CUBA, U.S. EMBARGO\"").unwrap();
    let first = &embargo.when().unwrap().findings[0];
    assert_eq!(first.stance().as_str(), "abstains");
    assert_eq!(first.evidence().next().unwrap().statement().said.unwrap().to_string(), "2016-10-26");
}

#[test]
fn every_row_of_the_published_coded_file_is_accounted_for() {
    let (Some(calls), Some(votes)) = (published_calls(), published("un_votes_coded_1946_2015.csv.xz")) else {
        return;
    };
    let import = calls.votes(Cursor::new(votes), "coded votes", |_| ()).unwrap();
    let aside: u64 = import.set_aside.values().sum();
    // Counted in the file: 254,521 rows say 9, not a member; 73,328 say 8, absent.
    assert_eq!((import.rows, aside, import.refused.count()), (1_066_613, 254_521, 0));
    let absent = import.draft.plain.iter().filter(|vote| vote.stance == stancegraph::Stance::Absent).count();
    assert_eq!(absent, 73_328);
    assert_eq!(import.draft.plain.len() as u64 + aside, import.rows);
}
