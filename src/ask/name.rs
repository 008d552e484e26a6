//! Names: quoted ones, known ones, and words taken as a name because nothing else explains them.

use winnow::stream::Stream;

use crate::query::Name;

use super::token::{Kind, Token, Tokens, from, span_of, text_of};

pub(super) const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// Whether what follows a name begins with these tokens.
pub(super) trait Follows: Fn(&[Token]) -> bool {}

impl<F: Fn(&[Token]) -> bool> Follows for F {}

/// Takes the name up to where `follows` holds; `None`, and nothing taken, where there is none.
///
/// A quoted name is taken whole, whatever follows. Else the longest known name wins if what follows it fits; else the words up to the
/// first place that fits and lies inside no known name, so that an unknown name is told as unknown.
pub(super) fn name(input: &mut Tokens<'_>, follows: impl Follows) -> Option<Name> {
    let articles = article_count(input);
    let rest = from(input, articles);
    let length = name_length(rest, follows)?;
    input.next_slice(articles);
    Some(take(input, length))
}

/// Takes the words up to the first place that fits, be it inside a known name.
pub(super) fn shortest_name(input: &mut Tokens<'_>, follows: impl Follows) -> Option<Name> {
    let articles = article_count(input);
    let rest = from(input, articles);
    let words = rest.iter().take_while(|token| matches!(token.kind, Kind::Word)).count();
    let length = (1..words).find(|at| follows(from(rest, *at)))?;
    input.next_slice(articles);
    Some(take(input, length))
}

/// Takes that many tokens as a name.
pub(super) fn take(input: &mut Tokens<'_>, length: usize) -> Name {
    let taken = input.next_slice(length);
    let whole = text_of(taken);
    let text = without_possessive(&whole, taken);
    let span = span_of(taken);
    Name::new(text).read_at(span.start..span.end.saturating_sub(whole.len() - text.len()).max(span.start))
}

/// How many articles stand before a name.
pub(super) fn article_count(tokens: &[Token]) -> usize {
    let is_article = |token: &&Token| ARTICLES.iter().any(|article| token.is(article));
    tokens.iter().take_while(is_article).count()
}

/// How many tokens the name at the start takes up; its articles are not counted.
pub(super) fn name_length(tokens: &[Token], follows: impl Follows) -> Option<usize> {
    let first = tokens.first()?;
    if matches!(first.kind, Kind::Quoted) {
        return Some(1);
    }
    let fits = |length: &usize| follows(from(tokens, *length));
    first.known.filter(fits).or_else(|| unknown_length(tokens, fits))
}

/// The words up to the first place that fits and lies inside no known name.
fn unknown_length(tokens: &[Token], fits: impl Fn(&usize) -> bool) -> Option<usize> {
    let mut covered = 0;
    for (at, token) in tokens.iter().enumerate() {
        if at >= covered && fits(&at) {
            return Some(at).filter(|length| *length > 0);
        }
        if !matches!(token.kind, Kind::Word) {
            return None;
        }
        covered = covered.max(token.known.map_or(0, |length| at + length));
    }
    None
}

fn without_possessive<'n>(text: &'n str, tokens: &[Token]) -> &'n str {
    let possessive = tokens.last().is_some_and(|last| last.possessive && matches!(last.kind, Kind::Word));
    let stem = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).filter(|_| possessive);
    stem.unwrap_or(text)
}
