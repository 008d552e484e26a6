//! An answer as JSON for programs.

mod answer;
mod finding;
mod node;

use crate::answer::Answer;

use self::answer::AnswerJson;

/// The answer as JSON text, indented by two spaces, with a line break at the end; fields in a fixed order.
///
/// Every field is there even if it is `null` or empty: `question`, `understood`, `outcome`, `findings`, `hinted`,
/// `related`, `verdict`, `coverage`, `corrections`, `candidates`, `notes`, `error`, `absent`, `acts`. A question that
/// counts adds `count`, one after ties `ties`. Within a finding:
///
/// - `for` lists those spoken for; `addressee` is `null`, a node, or a list of several;
/// - `polarity` is `favor`, `neutral`, `against`, `mixed`, or `null` for none;
/// - `path` holds keys of nodes, the narrower end first; `paths` all of them where there are several;
/// - `confidence` is a number, `null`, or for a mixed position an object with one member a side;
/// - `consequence`, `rather_than` and `contingent` (what would stand if its condition came about) appear where they
///   have something to say;
/// - evidence names its `speaker`, `target` and `stance` where they are not those of the finding;
/// - what nobody knows, such as a date, is `null`.
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
    let mut text = serde_json::to_string_pretty(&AnswerJson::of(answer)).unwrap_or_default();
    text.push('\n');
    text
}

/// The answer as a JSON value, the same as [`json`] gives as text.
pub fn json_value(answer: &Answer) -> serde_json::Value {
    serde_json::to_value(AnswerJson::of(answer)).unwrap_or_default()
}
