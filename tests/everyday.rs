//! How people ask when nobody told them the grammar: read as what they mean, or refused with what to ask instead.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::{StanceGraph, Verdict, ask, datasets};

fn graph() -> &'static StanceGraph {
    datasets::nato_accession().unwrap()
}

/// Each question is read as the one in canonical words.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (question, read_as) in cases {
        let reading = ask::read(question, Some(graph().vocabulary()));
        let query = reading.map_or_else(|error| panic!("{question}: {error}"), ask::Reading::into_query);
        assert_eq!(query.to_string(), *read_as, "{question}");
    }
}

/// Each question is refused at these words, and the message says this.
#[track_caller]
fn check_refused(cases: &[(&str, &str, &str)]) {
    for (question, at, message) in cases {
        let Err(error) = ask::read(question, Some(graph().vocabulary())) else {
            panic!("{question} is read")
        };
        assert_eq!(&question[error.span().unwrap()], *at, "{question}: {error}");
        assert!(error.to_string().contains(message), "{question}: {error}");
    }
}

#[test]
fn a_question_to_anyone_asks_who() {
    check(&[
        ("Is anyone against Finland's accession?", r#"who opposes "Finland's accession""#),
        ("has anybody ever opposed Finland's accession", r#"who opposes "Finland's accession""#),
        ("does any country oppose Finland's accession?", r#"who opposes "Finland's accession" by nation"#),
        ("doesn't anyone else support it all", r#"who doesn't support "it all""#),
        (
            "does anyone support Finland's accession but not Sweden's accession",
            r#"who supports "Finland's accession" and doesn't support "Sweden's accession""#,
        ),
        ("countries that opposed Finland's accession", r#"who opposes "Finland's accession" by nation"#),
        (
            "show me all the countries which voted for Finland's accession",
            r#"who voted for "Finland's accession" by nation"#,
        ),
    ]);
}

#[test]
fn whether_it_ever_did_is_told_by_when_it_first_did() {
    check(&[
        (
            "has Hungary ever opposed Sweden's accession",
            r#"when did "Hungary" first oppose "Sweden's accession""#,
        ),
        (
            "did Hungary ever vote for Sweden's accession",
            r#"when did "Hungary" first vote for "Sweden's accession""#,
        ),
        (
            "did Hungary change its mind on Sweden's accession?",
            r#"timeline of "Hungary" on "Sweden's accession""#,
        ),
        ("have the US changed course on Sweden's accession", r#"timeline of "US" on "Sweden's accession""#),
        (
            "did Hungary ever support or oppose Sweden's accession",
            r#"timeline of "Hungary" on "Sweden's accession""#,
        ),
    ]);
}

#[test]
fn one_target_may_follow_two_words() {
    check(&[
        (
            "who supports or opposes Finland's accession?",
            r#"who supports "Finland's accession" or opposes "Finland's accession""#,
        ),
        (
            "who criticizes and rejects Finland's accession and supports Sweden's accession",
            concat!(
                r#"who criticizes "Finland's accession" and rejects "Finland's accession""#,
                r#" and supports "Sweden's accession""#
            ),
        ),
        (
            "how many nations support or oppose Finland's accession",
            r#"how many nations support "Finland's accession" or oppose "Finland's accession""#,
        ),
        (
            "does Hungary support or reject Sweden's accession?",
            r#"position of "Hungary" on "Sweden's accession""#,
        ),
    ]);
}

#[test]
fn what_one_thinks_is_its_position_and_how_it_voted_its_vote() {
    check(&[
        (
            "what does Erdoğan think of Sweden's accession?",
            r#"position of "Erdoğan" on "Sweden's accession""#,
        ),
        (
            "what did Erdoğan think about Sweden's accession",
            r#"position of "Erdoğan" on "Sweden's accession""#,
        ),
        ("what does Erdoğan think", r#"stances of "Erdoğan""#),
        ("how did Hungary vote on Sweden's accession?", r#"did "Hungary" vote for "Sweden's accession""#),
        ("how has Hungary voted on Sweden's accession?", r#"did "Hungary" vote for "Sweden's accession""#),
        ("what is Hungary's view of Sweden's accession", r#"position of "Hungary" on "Sweden's accession""#),
        ("what does Russia threaten to do", r#"what does "Russia" threaten"#),
        (
            "which stances are conditional, hedged or hinted",
            "which stances are conditional or hedged or hinted",
        ),
        ("which proposals does Finland support", r#"what does "Finland" support"#),
        ("who opposes Sweden's accession, and why?", r#"who opposes "Sweden's accession""#),
    ]);
}

#[test]
fn words_that_change_nothing_are_left_out_aloud_and_stay_in_names() {
    let vocabulary = Some(graph().vocabulary());
    let read = |question: &str| ask::read(question, vocabulary).unwrap();
    let still = read("who else still opposes Sweden's accession today?");
    assert_eq!(still.query().to_string(), r#"who opposes "Sweden's accession""#);
    let left_out = |word: &str| format!("`{word}` changes nothing and was left out");
    assert_eq!(still.notes(), ["else", "still", "today"].map(left_out));
    for named in ["Peace Now", "USA Today", "the Still"] {
        let reading = read(&format!("who opposes {named}"));
        let name = named.trim_start_matches("the ");
        assert_eq!(reading.query().to_string(), format!("who opposes \"{name}\""));
        assert!(reading.notes().is_empty(), "{named}");
    }
    assert_eq!(
        read("who supports \"X\" and also opposes \"Y\"").query().to_string(),
        r#"who supports "X" and opposes "Y""#
    );
}

#[test]
fn what_is_owned_is_never_taken_for_its_owner() {
    check_refused(&[
        ("who supports Finland's accession but not Sweden's", "Sweden's", "says whose it is, but not what"),
        ("does Hungary support Sweden's?", "Sweden's", "says whose it is, but not what"),
    ]);
}

#[test]
fn a_country_in_an_alliance_is_told_from_a_proposal_of_that_name() {
    // "Sweden in NATO" is a name of the accession.
    let verdict = |question: &str| graph().ask(question).unwrap().verdict();
    assert_eq!(verdict("was Sweden in NATO as of 2022"), Some(Verdict::No));
    assert_eq!(verdict("was Finland in NATO in 2024?"), Some(Verdict::Yes));
    assert_eq!(verdict("does Hungary support Sweden in NATO"), Some(Verdict::Yes));
}

#[test]
fn what_no_question_can_ask_is_refused_with_one_that_can_be_asked() {
    check_refused(&[
        ("who first supported Finland's accession", "first", "moments are told of one holder"),
        ("Who was the first to support Finland's accession?", "the first", "ask, for example, `when did"),
        ("who has ever opposed Finland's accession", "ever", "ask, for example, `timeline of"),
        ("has Finland never opposed Finland's accession", "never", "ask, for example, `timeline of"),
        ("did Jens Stoltenberg ever lead NATO", "lead", "cannot follow `not` or `ever`"),
        ("who would support Finland's accession", "would", "only what is on record is told"),
        ("who strongly opposes Finland's accession", "strongly", "no statement is coded with"),
        ("who neither supports nor opposes Finland's accession", "neither", "`who is neutral on"),
        ("who agrees with Putin on Finland's accession", "agrees with", "ask, for example, `compare"),
        ("what has China hinted at", "hinted", "`which stances are hinted`"),
        ("does everyone support Finland's accession", "everyone", "of the silent nothing is known"),
        ("which parliaments rejected Finland's accession", "parliaments", "nothing that `which` can ask for"),
        ("which stances of Putin are hedged", "of", "ask, for example, `which stances are conditional`"),
        ("what did Türkiye demand of Sweden", "of Sweden", "asks for an addressee, which only answers name"),
        ("who demands what from whom", "what from whom", "name it"),
        (
            "who supports or opposes Finland's accession and rejects Sweden's accession",
            "and rejects Sweden's accession",
            "leaves open what binds to what",
        ),
    ]);
}
