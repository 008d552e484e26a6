//! Answers over the bundled article as a reader sees them.

use stancegraph::diagram::Picture;
use stancegraph::{datasets, render};

#[track_caller]
fn check(question: &str, expected: &str) {
    let text = datasets::article().map_or_else(
        |error| error.to_string(),
        |graph| graph.ask(question).map_or_else(|error| error.to_string(), |answer| render::text(&answer)),
    );
    assert_eq!(text.trim(), expected.trim(), "\n{text}");
}

#[test]
fn who_is_against_comes_with_quotes_and_the_threat_apart() {
    check(
        "who opposes foreign troops",
        r#"
who opposes "foreign troops in Ukraine"

Vladimir Putin, for Russia, rejects foreign troops in Ukraine, to come after ceasefire in Ukraine
    because (paragraph 3): they would directly threaten Russia, whatever their task
    paragraph 1  [Untitled news article on the war in Ukraine; putin-rejects-troops-p1]
    paragraph 3, without a condition  [Untitled news article on the war in Ukraine; putin-rejects-troops-p3]

Related
  Vladimir Putin, for Russia, threatens foreign forces sent to Ukraine, if it comes to foreign troops in Ukraine: Russia would regard them as targets that it may rightly attack
      paragraph 1: “legitimate targets”  [Untitled news article on the war in Ukraine; putin-threatens-foreign-forces-p1]

When any of this was said is not known.
3 of 286 known actors and nations have any record on this.
"#,
    );
}

#[test]
fn silence_reads_as_silence() {
    check(
        "does Germany support foreign troops",
        r#"
does "Germany" support "foreign troops in Ukraine"

Nothing on record: the data do not say whether Germany supports foreign troops in Ukraine.

3 of 286 known actors and nations have any record on this.
"#,
    );
}

#[test]
fn a_hedge_is_told_with_the_verdict() {
    check(
        "does France support foreign troops",
        r#"
does "France" support "foreign troops in Ukraine"

Yes (hedged): France supports foreign troops in Ukraine.

France supports foreign troops in Ukraine (hedged, spoken for by Emmanuel Macron)
    because: they would protect Ukraine and discourage another attack
    Emmanuel Macron, paragraph 2: “by land, sea or air”  [Untitled news article on the war in Ukraine; macron-supports-troops-p2]

When this was said is not known.
3 of 286 known actors and nations have any record on this.
"#,
    );
}

#[test]
fn a_hint_is_no_position() {
    check(
        "does Trump support air support",
        r#"
does "Donald Trump" support "air support for Ukraine"

Only hinted at: a hint is no position of Donald Trump.

Hinted, which is no position
  Donald Trump, for United States, supports air support for Ukraine rather than ground troops in Ukraine (hinted)
      paragraph 5  [Untitled news article on the war in Ukraine; trump-supports-air-support-p5]

When this was said is not known.
1 of 286 known actors and nations has any record on this.
"#,
    );
}

#[test]
fn a_tie_is_a_sentence_with_its_place() {
    check(
        "who leads NATO",
        r#"
who leads "NATO"

Mark Rutte leads NATO as Secretary General (paragraph 6)  [Untitled news article on the war in Ukraine]
"#,
    );
}

#[test]
fn an_absence_gives_its_reason_and_is_no_vote() {
    let answer = datasets::es_11_1().unwrap().ask("did Venezuela vote for A/RES/ES-11/1").unwrap();
    let text = render::text(&answer);
    let verdict = "Absent: Venezuela has no vote recorded on UN General Assembly resolution ES-11/1, which is no position.";
    assert!(text.contains(verdict), "{text}");
    assert!(text.contains("because: vote suspended under Article 19 of the Charter, for arrears"), "{text}");
}

#[test]
fn the_same_answer_gives_the_same_bytes_on_every_page() {
    let graph = datasets::article().unwrap();
    for question in ["stances of Russia", "what did Trump say", "who supports ceasefire", "members of NATO"] {
        let [first, again] = [graph.ask(question).unwrap(), graph.ask(question).unwrap()];
        for page in [render::text, render::table, render::json, render::markdown] {
            assert_eq!(page(&first), page(&again), "{question}");
        }
        assert_eq!(Picture::of_answer(&first), Picture::of_answer(&again), "{question}");
        let value: serde_json::Value = serde_json::from_str(&render::json(&first)).unwrap();
        assert_eq!(value, render::json_value(&first), "{question}");
    }
}

#[test]
fn every_word_of_the_coder_in_a_citation_has_its_number() {
    let answer = datasets::article().unwrap().ask("what did Putin say").unwrap();
    let page = render::markdown(&answer);
    for number in 1..=9 {
        assert!(page.contains(&format!(" [{number}]")), "{number}: {page}");
        assert!(page.contains(&format!("\n{number}. Untitled news article")), "{number}: {page}");
    }
}
