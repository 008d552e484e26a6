//! The questions this crate was built to answer, each with the answer that the article and the UN record give.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::{Condition, ConditionSubject, Modality, Node, Strength};
use stancegraph::{Answer, Finding, Outcome, StanceGraph, Verdict, datasets};

/// A finding in one line: who, for whom, what, how, on what condition, and every piece of evidence.
fn line(graph: &StanceGraph, finding: Finding<'_>) -> String {
    let powers: Vec<&str> = finding.on_behalf_of().map(Node::name).collect();
    let capacity = if powers.is_empty() { String::new() } else { format!(" for {}", powers.join(", ")) };
    let to: String = finding.addressees().flat_map(|node| [" to ", node.name()]).collect();
    let mut marks: Vec<String> = finding.conditions().iter().map(|one| condition(graph, one)).collect();
    if finding.modality() != Modality::Asserted {
        marks.push(finding.modality().as_str().to_owned());
    }
    if finding.strength() == Strength::Weak {
        marks.push("weak".to_owned());
    }
    let marks: String = marks.iter().flat_map(|mark| [", ", mark]).collect();
    let (holder, stance, target) = (finding.holder().name(), finding.stance(), finding.target().name());
    format!("{holder}{capacity}: {stance} {target}{to}{marks} [{}]", evidence(finding))
}

fn condition(graph: &StanceGraph, condition: &Condition) -> String {
    let subject = match &condition.subject {
        ConditionSubject::Text(words) => words.as_str(),
        ConditionSubject::Proposal(proposal) => graph.node(*proposal).map_or("", |node| node.name()),
    };
    format!("{} {subject} ({})", condition.relation, condition.scope)
}

/// The places of a finding's evidence; that there is no evidence without a document and a place in it.
fn evidence(finding: Finding<'_>) -> String {
    let pieces = finding.evidence().map(|piece| {
        assert!(piece.source().is_some() && !piece.locator().is_empty(), "{:?}", piece.statement().key);
        let quote = piece.quote().map(|words| format!(" \"{words}\"")).unwrap_or_default();
        format!("{}{quote}", piece.locator().replace("paragraph ", "p"))
    });
    pieces.collect::<Vec<_>>().join("; ")
}

/// Everything an answer lists, a line each; what is no finding has its heading before it.
fn lines(answer: &Answer) -> Vec<String> {
    let sections = [
        ("", answer.findings()),
        ("related: ", answer.related()),
        ("hinted: ", answer.hinted()),
        ("absent: ", answer.absent()),
        ("did: ", answer.acts()),
    ];
    let rows =
        sections.into_iter().flat_map(|(heading, list)| list.into_iter().map(move |one| (heading, one)));
    rows.map(|(heading, one)| format!("{heading}{}", line(answer.graph(), one))).collect()
}

#[track_caller]
fn article(question: &str) -> Answer {
    let answer = datasets::article().unwrap().ask(question).unwrap();
    assert_eq!(answer.question(), Some(question));
    assert!(answer.corrections().is_empty() && answer.candidates().is_empty());
    answer
}

#[track_caller]
fn check(question: &str, expected: &[&str]) {
    let answer = article(question);
    assert_eq!(lines(&answer), expected, "{question}");
    assert_eq!(answer.outcome(), Outcome::Answer);
}

#[test]
fn who_opposes_foreign_troops() {
    check(
        "who opposes foreign troops",
        &[
            "Vladimir Putin for Russia: rejects foreign troops in Ukraine, after ceasefire in Ukraine (content) \
             [p1; p3]",
            "related: Vladimir Putin for Russia: threatens foreign forces sent to Ukraine, \
             if foreign troops in Ukraine (stance) [p1 \"legitimate targets\"]",
        ],
    );
}

#[test]
fn who_supports_foreign_troops() {
    check(
        "who supports foreign troops",
        &[
            "Western countries proposing foreign troops: proposes foreign troops in Ukraine, \
             after ceasefire in Ukraine (content) [p1]",
            "Emmanuel Macron for France: supports foreign troops in Ukraine, hedged [p2 \"by land, sea or air\"]",
        ],
    );
    let answer = article("who supports foreign troops");
    assert!(answer.findings()[0].holder().is_unnamed());
}

#[test]
fn who_threatens_whom() {
    check(
        "who threatens whom",
        &["Vladimir Putin for Russia: threatens foreign forces sent to Ukraine, \
           if foreign troops in Ukraine (stance) [p1 \"legitimate targets\"]"],
    );
}

#[test]
fn who_rejects_russia_as_a_guarantor() {
    check(
        "who rejects Russia as a guarantor",
        &[
            "Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]",
            "Ukraine's allies: rejects Russia as a guarantor of Ukraine's security [p6]",
        ],
    );
}

#[test]
fn what_does_ukraine_demand() {
    check(
        "what does Ukraine demand",
        &["Ukraine: demands ceasefire in Ukraine, before broader peace agreement (content) [p5]"],
    );
}

#[test]
fn stances_of_russia_are_putins_and_moscows() {
    check(
        "stances of Russia",
        &[
            "Russia: rejects foreign troops in Ukraine, after ceasefire in Ukraine (content) \
             [p1; p3]",
            "Russia: threatens foreign forces sent to Ukraine, if foreign troops in Ukraine (stance) \
             [p1 \"legitimate targets\"]",
            "Russia: rejects peacekeeping force in Ukraine [p3]",
            "Russia: doubts talks with Zelensky, hedged, weak [p3]",
            "Russia: open-to dialogue on the war in Ukraine, weak [p4]",
            "Russia: offers summit in Moscow to Volodymyr Zelensky [p4]",
            "Russia: demands Russia as a guarantor of Ukraine's security [p6]",
            "Russia: demands regard for Russia's strategic concerns in any lasting peace [p7]",
            "Russia: criticizes European efforts over Ukraine [p7]",
            "did: Russia: supports Russia's military operations in Ukraine [p7]",
        ],
    );
    let answer = article("stances of Russia");
    let speakers =
        answer.findings().into_iter().map(|finding| finding.evidence().next().unwrap().speaker().name());
    let by_moscow: Vec<&str> = speakers.filter(|name| *name == "Russia").collect();
    assert_eq!(by_moscow.len(), 1, "the article has Moscow itself insist on being a guarantor");
}

#[test]
fn which_stances_are_conditional() {
    check(
        "which stances are conditional",
        &[
            "Western countries proposing foreign troops: proposes foreign troops in Ukraine, \
             after ceasefire in Ukraine (content) [p1]",
            "Vladimir Putin for Russia: rejects foreign troops in Ukraine, after ceasefire in Ukraine (content) \
             [p1]",
            "Vladimir Putin for Russia: threatens foreign forces sent to Ukraine, \
             if foreign troops in Ukraine (stance) [p1 \"legitimate targets\"]",
            "26 nations of the Paris summit: pledges security guarantees for Ukraine to Ukraine, \
             once the fighting ends (content) [p1]",
            "Ukraine: demands ceasefire in Ukraine, before broader peace agreement (content) [p5]",
        ],
    );
}

#[test]
fn which_stances_are_hedged_and_which_hinted() {
    check(
        "which stances are hedged",
        &[
            "Emmanuel Macron for France: supports foreign troops in Ukraine, hedged [p2 \"by land, sea or air\"]",
            "Vladimir Putin for Russia: doubts talks with Zelensky, hedged, weak [p3]",
        ],
    );
    check(
        "which stances are hinted",
        &["hinted: Donald Trump for United States: supports air support for Ukraine, hinted [p5]"],
    );
}

#[test]
fn who_leads_nato() {
    let answer = article("who leads NATO");
    let ties: Vec<_> = answer
        .ties()
        .into_iter()
        .map(|tie| (answer.name_of(tie.from), tie.office.as_deref(), tie.locator.as_deref(), tie.since()))
        .collect();
    assert_eq!(ties, [("Mark Rutte", Some("Secretary General"), Some("paragraph 6"), None)]);
    assert!(answer.findings().is_empty());
}

#[test]
fn of_germany_and_foreign_troops_nothing_is_on_record() {
    let answer = article("does Germany support foreign troops");
    assert_eq!(answer.outcome(), Outcome::NoRecord);
    assert_eq!(answer.verdict(), Some(Verdict::NoRecord));
    assert_eq!(lines(&answer), [""; 0]);
}

#[test]
fn of_trump_and_ground_troops_only_the_hint_is_on_record() {
    let answer = article("does Trump reject ground troops");
    assert!(matches!(answer.verdict(), Some(Verdict::NoRecord)), "{:?}", answer.verdict());
    assert_eq!(
        lines(&answer),
        ["hinted: Donald Trump for United States: supports air support for Ukraine, hinted [p5]"]
    );
    let preferred_to: Vec<&str> = answer.hinted()[0].rather_than().map(Node::name).collect();
    assert_eq!(preferred_to, ["ground troops in Ukraine"]);
}

/// Names of the nations that a question on the roll call finds, in the order of the record.
#[track_caller]
fn voters(question: &str) -> Vec<String> {
    let answer = datasets::es_11_1().unwrap().ask(question).unwrap();
    for finding in answer.findings() {
        assert_eq!(finding.evidence().len(), 1);
        assert_eq!(finding.since(), Some("2022-03-02".parse().unwrap()));
        assert!(!evidence(finding).is_empty());
    }
    answer.findings().iter().map(|finding| finding.holder().name().to_owned()).collect()
}

#[test]
fn five_nations_voted_against_es_11_1() {
    let against = voters("who voted against A/RES/ES-11/1");
    assert_eq!(against, ["Belarus", "Eritrea", "North Korea", "Russia", "Syria"]);
    assert_eq!(voters("who voted for A/RES/ES-11/1").len(), 141);
}

#[test]
fn thirty_five_nations_abstained_on_es_11_1() {
    let mut abstained = voters("who abstained on A/RES/ES-11/1");
    abstained.sort_unstable();
    let expected = [
        "Algeria",
        "Angola",
        "Armenia",
        "Bangladesh",
        "Bolivia",
        "Burundi",
        "Central African Republic",
        "China",
        "Cuba",
        "El Salvador",
        "Equatorial Guinea",
        "India",
        "Iran",
        "Iraq",
        "Kazakhstan",
        "Kyrgyzstan",
        "Laos",
        "Madagascar",
        "Mali",
        "Mongolia",
        "Mozambique",
        "Namibia",
        "Nicaragua",
        "Pakistan",
        "Republic of the Congo",
        "Senegal",
        "South Africa",
        "South Sudan",
        "Sri Lanka",
        "Sudan",
        "Tajikistan",
        "Tanzania",
        "Uganda",
        "Vietnam",
        "Zimbabwe",
    ];
    assert_eq!(abstained, expected);
}

#[test]
fn twelve_nations_were_absent_from_the_vote_on_es_11_1() {
    let mut absent = voters("who was absent on A/RES/ES-11/1");
    absent.sort_unstable();
    let expected = [
        "Azerbaijan",
        "Burkina Faso",
        "Cameroon",
        "Eswatini",
        "Ethiopia",
        "Guinea",
        "Guinea-Bissau",
        "Morocco",
        "Togo",
        "Turkmenistan",
        "Uzbekistan",
        "Venezuela",
    ];
    assert_eq!(absent, expected);
    let answer = datasets::es_11_1().unwrap().ask("who was absent on A/RES/ES-11/1").unwrap();
    let reasons: Vec<_> = answer.findings().iter().filter_map(|finding| finding.reason()).collect();
    assert_eq!(reasons.len(), 1);
    assert!(reasons[0].contains("Article 19"), "{reasons:?}");
}
