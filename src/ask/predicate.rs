//! Predicates: "supports", "doesn't support", "is against", "has rejected".

use winnow::stream::Stream;

use crate::query::Negation;

use super::fault::{Parsed, unknown_word};
use super::lexicon::{FormOf, Meaning};
use super::modifier::ends_clause;
use super::name::article_count;
use super::token::{Kind, Token, Tokens, from, words};
use super::words::Mark;

/// A verb that helps another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Auxiliary {
    Do,
    Be,
    Have,
}

/// The forms a verb may have after a question word.
const FINITE: &[FormOf] = &[FormOf::Third, FormOf::Past, FormOf::Base];

const EXAMPLE: &str = "who opposes \"foreign troops\"";

impl Auxiliary {
    /// The auxiliary that a token is.
    pub(super) fn of(tokens: &[Token]) -> Option<Self> {
        match words(tokens).next()? {
            "do" | "does" | "did" => Some(Self::Do),
            "is" | "are" | "was" | "were" => Some(Self::Be),
            "has" | "have" | "had" => Some(Self::Have),
            _ => None,
        }
    }

    /// The forms that a verb takes after it.
    pub(super) const fn forms(self) -> &'static [FormOf] {
        match self {
            Self::Do => &[FormOf::Base],
            Self::Be => &[FormOf::State, FormOf::Ing],
            Self::Have => &[FormOf::Participle],
        }
    }

    /// The phrase after it that the tokens begin with: its meaning and length. After "is" it may have an article.
    pub(super) fn complement(self, tokens: &[Token]) -> Option<(Meaning, usize)> {
        let articles = if self == Self::Be { article_count(tokens) } else { 0 };
        let (meaning, length) = phrase(from(tokens, articles), self.forms())?;
        Some((meaning, articles + length))
    }
}

/// The phrase in one of the forms that the tokens begin with.
pub(super) fn phrase(tokens: &[Token], forms: &[FormOf]) -> Option<(Meaning, usize)> {
    let marks = tokens.first().map_or(&[][..], |first| &first.marks);
    let fits = |mark: &&Mark| forms.contains(&mark.form) && mark.length <= tokens.len();
    marks.iter().find(fits).map(|mark| (mark.meaning, mark.length))
}

/// Takes an auxiliary, if there is one.
pub(super) fn auxiliary(input: &mut Tokens<'_>) -> Option<Auxiliary> {
    let found = Auxiliary::of(input)?;
    input.next_token();
    Some(found)
}

/// Takes a "not", if there is one.
pub(super) fn negation(input: &mut Tokens<'_>) -> Negation {
    if not_count(input) == 0 {
        return Negation::Affirmed;
    }
    input.next_token();
    Negation::Negated
}

/// How many tokens a "not" at the start takes up.
pub(super) fn not_count(tokens: &[Token]) -> usize {
    usize::from(tokens.first().is_some_and(|token| token.is("not")))
}

/// The predicate after "who", "which nations", "how many"; stops at a word that is none.
pub(super) fn predicate(input: &mut Tokens<'_>) -> Parsed<(Meaning, Negation)> {
    // "Has doubts about" is a verb of its own, "has doubted" is not.
    let finite = phrase(input, FINITE);
    let helper = if finite.is_some() { None } else { auxiliary(input) };
    let Some(auxiliary) = helper else {
        return Ok((expect(input, finite, FINITE)?, Negation::Affirmed));
    };
    let negation = negation(input);
    let meaning = expect(input, auxiliary.complement(input), auxiliary.forms())?;
    Ok((meaning, negation))
}

/// Takes the phrase that was found, or stops at the word that should have been one.
pub(super) fn expect(
    input: &mut Tokens<'_>,
    found: Option<(Meaning, usize)>,
    forms: &[FormOf],
) -> Parsed<Meaning> {
    let Some((meaning, length)) = found else {
        return unknown_word(input, nearest(input, forms), EXAMPLE);
    };
    input.next_slice(length);
    Ok(meaning)
}

/// The phrase most like the word at the start.
fn nearest(tokens: &[Token], forms: &[FormOf]) -> Option<String> {
    let slips = &tokens.first()?.slips;
    slips.iter().find(|slip| forms.contains(&slip.form)).map(|slip| slip.phrase.clone())
}

/// Stops at the word of a clause after its subject that most likely should have been a verb.
///
/// That is the one after a quoted or known name; else one that is nearly a stance word; else `otherwise`.
pub(super) fn no_verb<T>(
    tokens: &[Token],
    forms: &[FormOf],
    otherwise: Suspect,
    example: &'static str,
) -> Parsed<T> {
    let rest = from(tokens, article_count(tokens));
    let clause = (0..rest.len()).find(|at| ends_clause(from(rest, *at))).unwrap_or(rest.len());
    let subject = rest.first().and_then(|first| match first.kind {
        Kind::Quoted => Some(1),
        Kind::Word | Kind::End => first.known,
    });
    let mistyped = || (1..clause).find(|at| nearest(from(rest, *at), forms).is_some());
    let last = clause.saturating_sub(1).max(1);
    let suspect = subject.or_else(mistyped).unwrap_or(if otherwise == Suspect::Last { last } else { 1 });
    let at = if suspect < clause { suspect } else { rest.len().saturating_sub(1) };
    unknown_word(from(rest, at), nearest(from(rest, at), forms), example)
}

/// Which word of a clause is taken for its verb where nothing tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suspect {
    /// The one after the first.
    Second,
    /// The last one.
    Last,
}
