//! Lines that hold a plain statement, read straight into it. What is not as plain, or wrong, goes the long way.

use serde::{Deserialize, Deserializer};

use crate::model::draft::PlainStatement;
use crate::model::{Act, Confidence, Date, Modality, Stance};

/// A statement with no more than every coded event or vote has; texts without escapes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'l> {
    #[serde(rename = "type")]
    kind: &'l str,
    id: &'l str,
    holder: &'l str,
    stance: &'l str,
    target: &'l str,
    #[serde(borrow, default, deserialize_with = "present")]
    act: Option<&'l str>,
    #[serde(borrow, default, deserialize_with = "present")]
    said: Option<&'l str>,
    #[serde(borrow, default, deserialize_with = "present")]
    modality: Option<&'l str>,
    #[serde(default, deserialize_with = "present")]
    confidence: Option<f64>,
    #[serde(borrow, default, deserialize_with = "present")]
    source: Option<&'l str>,
    #[serde(borrow, default, deserialize_with = "present")]
    code: Option<&'l str>,
}

/// A field that is there has a value; `null` is none.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// The plain statement that a line holds; `None` for anything else.
pub(super) fn plain(line: &str, number: u32) -> Option<PlainStatement<'_>> {
    // Other records are not worth a try.
    let read: Line<'_> = line.contains("\"statement\"").then(|| serde_json::from_str(line).ok())??;
    let texts = [read.holder, read.target].into_iter().chain(read.source).chain(read.code);
    if read.kind != "statement" || texts.into_iter().any(|text| text.trim().is_empty()) {
        return None;
    }
    let mut statement =
        PlainStatement::new(read.id, read.holder, read.stance.parse::<Stance>().ok()?, read.target);
    statement.act = read.act.map_or(Some(Act::Said), |word| word.parse().ok())?;
    statement.modality = read.modality.map_or(Some(Modality::Asserted), |word| word.parse().ok())?;
    if let Some(said) = read.said {
        statement.said = Some(said.parse::<Date>().ok()?);
    }
    if let Some(number) = read.confidence {
        statement.confidence = Some(Confidence::new(number).ok()?);
    }
    (statement.source, statement.code, statement.line) = (read.source, read.code, number);
    Some(statement)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_vote_has_is_plain() {
        let line = r#"{"type": "statement", "id": "v1", "holder": "KEN", "act": "voted", "stance": "supports", "target": "relief", "said": "2010-06", "confidence": 1, "code": "yes"}"#;
        let statement = plain(line, 7).unwrap();
        assert_eq!(statement.id, "v1");
        assert_eq!((statement.act, statement.stance), (Act::Voted, Stance::Supports));
        assert_eq!(statement.said, "2010-06".parse().ok());
        assert_eq!((statement.code, statement.line), (Some("yes"), 7));
    }

    #[test]
    fn more_than_that_or_less_or_wrong_is_not() {
        for line in [
            r#"{"type": "statement", "id": "v1", "holder": "KEN", "stance": "supports"}"#,
            r#"{"type": "statement", "id": "v1", "holder": "KEN", "stance": "supports", "target": "a", "note": "x"}"#,
            r#"{"type": "statement", "id": "v1", "holder": "KEN", "stance": "supports", "target": "a", "said": null}"#,
            r#"{"type": "statement", "id": "v1", "holder": "KEN", "stance": "supports", "target": "a", "said": "2010-13"}"#,
            r#"{"type": "statement", "id": "v1", "holder": "KEN", "stance": "supports", "target": "a", "confidence": 2}"#,
            r#"{"type": "statement", "id": "v1", "holder": "KEN", "stance": "adores", "target": "a"}"#,
            r#"{"type": "statement", "id": "v1", "holder": "", "stance": "supports", "target": "a"}"#,
            r#"{"type": "statement", "id": "v1", "id": "v2", "holder": "KEN", "stance": "supports", "target": "a"}"#,
            r#"{"type": "topic", "key": "statement", "name": "A"}"#,
        ] {
            assert_eq!(plain(line, 1), None, "{line}");
        }
    }
}
