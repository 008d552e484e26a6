//! The names of a question as it was understood, and whether the data know them.

use crate::answer::Answer;
use crate::query::{Form, Name};

/// The names of a question as understood, which are its texts in quotes; where a name is known, the preferred one.
pub(super) fn names(understood: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut open: Option<String> = None;
    let mut letters = understood.chars();
    while let Some(letter) = letters.next() {
        match (letter, &mut open) {
            ('"', None) => open = Some(String::new()),
            ('"', Some(_)) => names.extend(open.take()),
            ('\\', Some(name)) => match letters.next() {
                Some(escaped @ ('"' | '\\')) => name.push(escaped),
                other => name.extend(['\\'].into_iter().chain(other)),
            },
            (letter, Some(name)) => name.push(letter),
            (_, None) => {}
        }
    }
    names
}

/// Whether the question names a holder or target that nothing in the data is called.
pub(super) fn has_unknown(answer: &Answer) -> bool {
    let count = match answer.query().form {
        Form::Does(..) | Form::Position(..) | Form::Timeline(..) | Form::Why(..) | Form::WhyNot(..) => 2,
        Form::Contradictions(ref holder, ref target) => holder.iter().chain(target).count(),
        Form::Pairs(..) | Form::Which(..) => 0,
        _ => 1,
    };
    // A name is shown with what cannot be seen spelled out, so the names of the data are shown the same way.
    let shown = |name: &str| names(&Name::from(name).to_string());
    let known = |name: &String| answer.graph().nodes().any(|(_, node)| shown(node.name()).contains(name));
    !names(answer.understood()).iter().take(count).all(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_from_their_quotes() {
        let understood = r#"does "the \"Plan\" \\ B" support "a\u{202e}b""#;
        assert_eq!(names(understood), [r#"the "Plan" \ B"#, r"a\u{202e}b"]);
    }
}
