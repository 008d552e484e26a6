//! An answer as JSON for programs.

mod answer;
mod assumed;
mod board;
mod derivation;
mod doubt;
mod explanation;
mod finding;
mod form;
mod node;
mod rating;
mod trend;

use crate::answer::Answer;
use crate::graph::StanceGraph;
use crate::position::Derivation;

use self::answer::AnswerJson;
use self::derivation::DerivationJson;
use super::escape_unseen;

/// The answer as JSON text, indented by two spaces, with a line break at the end; fields in a fixed order.
///
/// Every field is there even if it is `null` or empty: `question`, `understood`, `outcome`, `findings`, `hinted`,
/// `related`, `verdict`, `coverage`, `corrections`, `candidates`, `unclear`, `notes`, `error`, `absent`, `acts`. A question that
/// counts adds `count`, one after ties `ties`, one that asks why not `reasons`, and so on for `contradictions`,
/// `timeline`, `changes`, `when` and `compare`. One that assumes something adds `assumptions`: for each what is `assumed`, the
/// statements that it `activates` and `ends`, and those that stay `open`, each with its `reason`. A `span` is the first byte of a name in the question and the one after
/// its last; `null` where the name was in no question. Within a finding:
///
/// - `for` lists those spoken for; `addressee` is `null`, a node, or a list of several;
/// - a condition that is a proposal of the graph adds it as `proposal`;
/// - `polarity` is `favor`, `neutral`, `against`, `mixed`, or `null` for none;
/// - `path` holds keys of nodes, the narrower end first; `paths` all of them where there are several;
/// - `confidence` is a number, `null`, or for a mixed position an object with one member a side;
/// - `rating` tells what the confidence is made of, a side each: how many independent `origins`, how many statements are
///   `unrated`, and as `parts` what each statement adds, `by` the `coder` or the `admiralty` code, and whether it `counts`;
/// - `consequence` and `related` (the proposal that a threat opposes), `rather_than`, `rating` and `contingent` (what would
///   stand if its condition came about) appear where they have something to say;
/// - evidence names its `speaker`, `target` and `stance` where they are not those of the finding;
/// - what nobody knows, such as a date, is `null`;
/// - characters that cannot be seen or that turn the writing direction are escaped.
///
/// # Example
/// ```
/// let answer = stancegraph::datasets::article()?.ask("who opposes foreign troops in Ukraine")?;
/// let json: serde_json::Value = serde_json::from_str(&stancegraph::render::json(&answer))?;
/// assert_eq!(json["findings"][0]["holder"]["key"], "vladimir-putin");
/// assert!(json["findings"][0]["evidence"][0]["said"].is_null());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn json(answer: &Answer) -> String {
    // Texts, numbers and lists under fixed names: there is nothing that could fail to serialize.
    let text = serde_json::to_string_pretty(&AnswerJson::of(answer)).unwrap_or_default();
    escape_unseen(&text) + "\n"
}

/// [`json`] with one more field: `explanation`, which says how the question was read and answered.
///
/// # Example
/// ```
/// let answer = stancegraph::datasets::article()?.ask("who opposes foreign troops in Ukraine")?;
/// let json: serde_json::Value = serde_json::from_str(&stancegraph::render::json_explained(&answer))?;
/// assert_eq!(json["explanation"]["looked_at"][0]["key"], "foreign-troops-in-ukraine");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn json_explained(answer: &Answer) -> String {
    let explained = AnswerJson::of(answer).explained(answer.explanation());
    let mut text = serde_json::to_string_pretty(&explained).unwrap_or_default();
    text.push('\n');
    text
}

/// The answer as a JSON value, the same as [`json`] gives as text.
pub fn json_value(answer: &Answer) -> serde_json::Value {
    serde_json::to_value(AnswerJson::of(answer)).unwrap_or_default()
}

/// A derivation as a JSON value: every step with its kind as `step`, and what it rests on as `from`.
///
/// A `rule` has its `text`; a `statement` its key; a `quote` the words with `source` and `locator`; a `tie` its fields; a
/// `path` the keys of its nodes, the narrower end first; a `filter` an object of one member, such as
/// `{"as-of": "2025-09-05"}`; what `ended` the statement below it tells its `ending` and the statement it gave way to as
/// `by`. Findings of a *why* question have it as `derivation`.
///
/// # Example
/// ```
/// let graph = stancegraph::datasets::article()?;
/// let answer = graph.ask("who threatens whom")?;
/// let json = stancegraph::render::derivation_json(graph, answer.findings()[0].derivation());
/// assert_eq!(json["from"][0]["statement"], "putin-threatens-foreign-forces-p1");
/// assert_eq!(json["from"][0]["from"][0]["quote"], "legitimate targets");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn derivation_json(graph: &StanceGraph, derivation: &Derivation) -> serde_json::Value {
    serde_json::to_value(DerivationJson::of(graph, derivation)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Polarity::{Against, Favor};
    use crate::render::fixture::{
        condition, does_kenya, graph, position_of, statement, threat, who_on_relief,
    };

    const FIELDS: [&str; 15] = [
        "question",
        "understood",
        "outcome",
        "findings",
        "hinted",
        "related",
        "verdict",
        "coverage",
        "corrections",
        "candidates",
        "unclear",
        "notes",
        "error",
        "absent",
        "acts",
    ];

    /// The names of the fields of the outermost object, as they come in the text.
    fn fields(text: &str, indent: usize) -> Vec<String> {
        let start = format!("{}\"", " ".repeat(indent));
        let named = text.lines().filter_map(|line| line.strip_prefix(start.as_str())?.split_once("\": "));
        named.map(|(name, _)| name.to_owned()).collect()
    }

    #[test]
    fn every_field_is_there_in_its_order() {
        assert_eq!(fields(&json(&who_on_relief(vec![], Favor)), 2), FIELDS);
        let text = json(&who_on_relief(vec![statement("s1", "KEN", "supports", "relief")], Favor));
        let finding = [
            "holder",
            "for",
            "act",
            "stance",
            "polarity",
            "target",
            "addressee",
            "modality",
            "certainty",
            "conditions",
            "conditional",
            "basis",
            "path",
            "since",
            "until",
            "confidence",
            "reason",
            "evidence",
        ];
        assert_eq!(fields(&text, 6), finding);
        assert_eq!(fields(&text, 10), ["statement", "source", "locator", "quote", "said"]);
    }

    #[test]
    fn a_finding_tells_what_is_known_and_null_for_the_rest() {
        let mut spoken = statement("s1", "ada", "rejects", "swap").on_behalf_of("KEN").quote("never");
        spoken.conditions = vec![condition("after", "audit", "content")];
        spoken.confidence = Some(0.5.into());
        let value = json_value(&who_on_relief(vec![spoken], Against));
        let expected = serde_json::json!({
            "holder": {"key": "ada", "name": "Ada Nyong'o", "kind": "person"},
            "for": [{"key": "KEN", "name": "Kenya", "kind": "nation"}],
            "act": "said", "stance": "rejects", "polarity": "against",
            "target": {"key": "swap", "name": "debt swap", "kind": "proposal"},
            "addressee": null, "modality": "asserted", "certainty": "certain",
            "conditions": [{"relation": "after", "scope": "content", "text": "audit",
                "proposal": {"key": "audit", "name": "audit", "kind": "proposal"}}],
            "conditional": false, "basis": "narrower", "path": ["swap", "relief"], "since": null, "until": null, "confidence": 0.5,
            "reason": null,
            "evidence": [{"statement": "s1", "source": "paper", "locator": "page 1", "quote": "never", "said": null}],
            "rating": [{"side": "against", "confidence": 0.5, "origins": 1, "unrated": 0, "parts": [
                {"statement": "s1", "origin": "paper", "confidence": 0.5, "by": "coder", "counts": true}]}],
        });
        assert_eq!(value["findings"], serde_json::json!([expected]));
        assert_eq!(
            value["coverage"],
            serde_json::json!({"holders_known": 6, "with_record": 1, "dataset": null})
        );
    }

    #[test]
    fn a_mixed_position_has_a_confidence_a_side() {
        let rated = |id, stance, confidence: f64| {
            let mut one = statement(id, "KEN", stance, "relief").said("2020-01-02");
            one.confidence = Some(confidence.into());
            one
        };
        let value =
            json_value(&position_of("KEN", vec![rated("s1", "supports", 0.5), rated("s2", "rejects", 0.25)]));
        let finding = &value["findings"][0];
        assert_eq!(finding["polarity"], "mixed");
        assert_eq!(finding["confidence"], serde_json::json!({"favor": 0.5, "against": 0.25}));
        assert_eq!(finding["evidence"][1]["stance"], "rejects");
    }

    #[test]
    fn a_verdict_is_its_word_and_silence_is_no_answer() {
        let value = json_value(&does_kenya(vec![]));
        assert_eq!((&value["verdict"], &value["outcome"]), (&"no-record".into(), &"no-record".into()));
    }

    #[test]
    fn a_threat_tells_its_trigger_whom_it_is_addressed_to_what_it_announces_and_what_it_opposes() {
        let plain = statement("s2", "KEN", "criticizes", "CHL").said("2020-01-02");
        let graph = graph(vec![threat(), plain]);
        let value = json_value(&graph.ask("who threatens whom").unwrap());
        let finding = &value["findings"][0];
        let key = |node: &serde_json::Value| node["key"].clone();
        assert_eq!(key(&finding["conditions"][0]["proposal"]), "audit");
        let addressees: Vec<_> = finding["addressee"].as_array().unwrap().iter().map(key).collect();
        assert_eq!(addressees, ["CHL", "bloc"]);
        assert_eq!(finding["consequence"], "it closes its ports");
        assert_eq!(
            finding["related"],
            serde_json::json!({"key": "audit", "name": "audit", "kind": "proposal"})
        );
        let value = json_value(&graph.ask("who criticizes whom").unwrap());
        assert_eq!(value["findings"][0].get("related"), None);
        assert_eq!(value["findings"][0].get("consequence"), None);
    }

    #[test]
    fn a_speaker_other_than_the_holder_is_named() {
        let spoken = statement("s1", "ada", "supports", "relief").on_behalf_of("KEN");
        let value = json_value(&does_kenya(vec![spoken]));
        let finding = &value["findings"][0];
        assert_eq!((&finding["holder"]["key"], &finding["basis"]), (&"KEN".into(), &"spoken-for".into()));
        assert_eq!(finding["evidence"][0]["speaker"]["key"], "ada");
    }
}
