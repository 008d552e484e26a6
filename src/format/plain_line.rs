//! Lines that hold a plain statement, read straight into it. What is not as plain, or wrong, goes the long way.

use super::flat::{self, Written};
use crate::model::draft::PlainStatement;
use crate::model::{Act, Confidence, Date, Modality, StatementKey};

/// The names of the members that a plain statement may have.
const NAMES: [&str; 11] =
    ["type", "id", "holder", "stance", "target", "act", "said", "modality", "source", "code", "confidence"];

/// The member that is a number; the others are texts.
const CONFIDENCE: usize = NAMES.len() - 1;

/// The plain statement that a line holds; `None` for anything else.
pub(super) fn plain(line: &str, number: u32) -> Option<PlainStatement<'_>> {
    let mut members = [None; NAMES.len()];
    flat::members(line, |name, value| {
        let at = NAMES.iter().position(|known| *known == name)?;
        let text = match value {
            Written::Text(text) => Some(text).filter(|_| at != CONFIDENCE)?,
            Written::Number(text) => Some(text).filter(|_| at == CONFIDENCE)?,
        };
        // Other records are not worth reading to their end.
        let goes_on = name != "type" || text == "statement";
        let is_first = members.get_mut(at)?.replace(text).is_none();
        (goes_on && is_first).then_some(())
    })?;
    let [kind, id, holder, stance, target, act, said, modality, source, code, confidence] = members;
    let texts = [Some(holder?), Some(target?), source, code].into_iter().flatten();
    if kind.is_none() || texts.into_iter().any(|text| text.trim().is_empty()) {
        return None;
    }
    let mut statement = PlainStatement::new("", holder?, stance?.parse().ok()?, target?);
    statement.id = StatementKey::of(id?);
    statement.act = act.map_or(Some(Act::Said), |word| word.parse().ok())?;
    statement.modality = modality.map_or(Some(Modality::Asserted), |word| word.parse().ok())?;
    statement.said = said.map(|text| text.parse::<Date>().ok()).map_or(Some(None), |said| said.map(Some))?;
    let rated = |text: &str| Confidence::new(text.parse().ok()?).ok();
    statement.confidence = confidence.map_or(Some(None), |text| rated(text).map(Some))?;
    (statement.source, statement.code, statement.line) = (source, code, number);
    Some(statement)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stance;

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
