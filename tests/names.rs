//! Names as people write them: whole, in any spelling and alphabet, with words of the grammar inside; and never
//! another's name in silence.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft};
use stancegraph::{GraphBuilder, Outcome, StanceGraph};

fn graph() -> StanceGraph {
    let mut draft = Draft::default();
    let nations = [("BIH", "Bosnia and Herzegovina"), ("TTO", "Trinidad and Tobago"), ("GRC", "Greece")];
    draft.nodes.extend(nations.map(|(key, name)| NodeDraft::nation(key, name)));
    draft.nodes.push(NodeDraft::person("zelensky", "Volodymyr Zelensky"));
    draft.nodes.push(NodeDraft::person("erdogan", "Recep Tayyip Erdoğan"));
    draft.nodes.push(NodeDraft::person("mitsotakis", "Kyriakos Mitsotakis"));
    draft.nodes.push(NodeDraft::person("vucic", "Aleksandar Vučić").alias("Александар Вучић"));
    draft.nodes.push(NodeDraft::person("xi", "Xi Jinping").alias("习近平"));
    let proposals = [
        ("minsk", "Minsk agreement of 2015"),
        ("troops", "foreign troops in Ukraine"),
        ("arms", "arms for Bosnia and Herzegovina"),
        ("peace", "peace at any cost"),
        ("integrity", "A/RES/68/262"),
        ("es-11-1", "A/RES/ES-11/1"),
    ];
    draft.nodes.extend(proposals.map(|(key, name)| NodeDraft::proposal(key, name)));
    let holders = ["BIH", "zelensky", "erdogan", "mitsotakis", "vucic", "xi"];
    for (number, (holder, (target, _))) in holders.iter().zip(proposals).enumerate() {
        draft.statements.push(StatementDraft::new(format!("s{number}"), *holder, "rejects", target));
    }
    GraphBuilder::new().add(draft).build().unwrap()
}

/// Each question finds this holder and this target, with nothing corrected.
#[track_caller]
fn check(holder: &str, target: &str, questions: &[&str]) {
    let graph = graph();
    for question in questions {
        let answer = graph.ask(question).map_err(|error| format!("{question}: {error}")).unwrap();
        let found: Vec<_> = answer
            .findings()
            .iter()
            .map(|one| (one.holder().key.to_string(), one.target().key.to_string()))
            .collect();
        assert_eq!(found, [(holder.to_owned(), target.to_owned())], "{question}: {:?}", answer.notes());
        assert!(answer.corrections().is_empty(), "{question}");
    }
}

#[test]
fn a_name_may_hold_words_of_the_grammar() {
    check(
        "BIH",
        "minsk",
        &["who rejects the Minsk agreement of 2015", "who rejects Minsk agreement of 2015 as of 2020"],
    );
    check("BIH", "minsk", &["stances of Bosnia and Herzegovina", "what does Bosnia & Herzegovina reject"]);
    check("BIH", "minsk", &["does Bosnia and Herzegovina reject the Minsk agreement of 2015"]);
    check(
        "zelensky",
        "troops",
        &["who rejects foreign troops in Ukraine", "who rejects foreign troop in Ukraine"],
    );
    check("erdogan", "arms", &["who rejects arms for Bosnia and Herzegovina"]);
    check(
        "mitsotakis",
        "peace",
        &["who rejects peace at any cost", "does Mitsotakis reject peace at any cost"],
    );
}

#[test]
fn a_name_is_found_in_any_spelling_and_alphabet() {
    let zelensky = [
        "stances of Zelensky",
        "stances of Zelenskyy",
        "stances of ZELENSKIY",
        "stances of Zelenskij",
        "stances of Зеленський",
        "stances of Володимир Зеленський",
        "Зеленский's stances",
    ];
    check("zelensky", "troops", &zelensky);
    check(
        "erdogan",
        "arms",
        &["stances of Erdogan", "stances of Erdoğan", "stances of Эрдоган", "stances of Ердоган"],
    );
    check("mitsotakis", "peace", &["stances of Μητσοτάκης", "stances of Κυριάκος Μητσοτάκης"]);
    check("vucic", "integrity", &["stances of Vucic", "stances of Вучић", "stances of Aleksandar Vučić’s"]);
    check("xi", "es-11-1", &["stances of Xi Jinping", "stances of 习近平"]);
}

#[test]
fn a_document_goes_by_its_symbol_and_number() {
    check(
        "vucic",
        "integrity",
        &[
            "who rejects A/RES/68/262",
            "who rejects a/res/68/262?",
            "who rejects resolution 68/262",
            "who rejects UNGA 68/262",
            "who rejects the UN General Assembly resolution 68/262",
        ],
    );
    check("xi", "es-11-1", &["who rejects `A/RES/ES-11/1`", "who rejects UNGA resolution ES-11/1"]);
}

#[test]
fn another_document_or_person_is_never_taken_for_one() {
    let graph = graph();
    for question in
        ["who rejects A/RES/68/263", "who rejects resolution 68/26", "stances of Belensky", "stances of 近平"]
    {
        let answer = graph.ask(question).unwrap();
        assert_ne!(answer.outcome(), Outcome::Answer, "{question}");
        assert!(answer.findings().is_empty() && answer.corrections().is_empty(), "{question}");
    }
}

#[test]
fn one_clear_slip_is_used_and_told() {
    let graph = graph();
    for (question, typed) in [
        ("stances of Zelnsky", "Zelnsky"),
        ("stances of Bosnia and Herzegovnia", "Bosnia and Herzegovnia"),
        ("who rejects the Minsk agrement of 2015", "Minsk agrement of 2015"),
    ] {
        let answer = graph.ask(question).unwrap();
        assert_eq!(answer.outcome(), Outcome::Answer, "{question}");
        assert_eq!(answer.corrections().len(), 1, "{question}");
        assert_eq!(answer.corrections()[0].typed, typed);
    }
}
