//! Questions that refer to the one before: "why is Germany not listed?", "and as of 2023?"

use crate::graph::Vocabulary;
use crate::query::{Clause, Form, Modifiers, Name, Negation, Query};

use super::correct::Steps;
use super::keyword::maybe;
use super::modifier::{ends_clause, modifiers};
use super::name::name;
use super::predicate::{Auxiliary, not_count};
use super::token::{Token, Tokens, at_end, from, phrase_length};
use super::{QuestionError, Reading, read};

/// Reads a question that may refer to the one before it: "why is Germany not listed?" after a *who* question asks why
/// Germany is not found by its first clause; "and as of 2023?" asks the same question with that in its place, "and
/// Russia?" asks it of Russia.
/// Any other question is read as [`read`] does.
///
/// # Errors
/// As [`read`].
///
/// # Example
/// ```
/// use stancegraph::ask;
/// let graph = stancegraph::datasets::article()?;
/// let names = Some(graph.vocabulary());
/// let first = ask::read("who opposes foreign troops", names)?;
/// let next = ask::read_after("why is Germany not listed?", names, first.query())?;
/// assert_eq!(next.query().to_string(), r#"why does "Germany" not oppose "foreign troops""#);
/// let next = ask::read_after("and as of 2025?", names, first.query())?;
/// assert_eq!(next.query().to_string(), r#"who opposes "foreign troops" as of 2025"#);
/// let next = ask::read_after("and Macron?", names, first.query())?;
/// assert_eq!(next.query().to_string(), r#"does "Macron" oppose "foreign troops""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_after(
    question: &str,
    vocabulary: Option<&Vocabulary>,
    before: &Query,
) -> Result<Reading, QuestionError> {
    let steps = Steps::of(question, vocabulary)?;
    match why_not_listed(&steps.tokens, before).or_else(|| narrowed(&steps.tokens, before)) {
        Some(query) => Ok(steps.reading(question, query)),
        None => read(question, vocabulary),
    }
}

/// Why is X not listed? Why not X?
fn why_not_listed(tokens: &[Token], before: &Query) -> Option<Query> {
    let (Form::Who(clauses) | Form::Count(clauses)) = &before.form else { return None };
    let mut input = Tokens::new(tokens);
    maybe(&mut input, &["why"])?;
    let holder = if maybe(&mut input, &["not"]).is_some() {
        name(&mut input, ends_clause)?
    } else {
        maybe(&mut input, &["is", "are", "was", "were"])?;
        maybe(&mut input, &["not"]);
        let holder = name(&mut input, |rest| not_count(rest) > 0 || listed(rest))?;
        maybe(&mut input, &["not"]);
        listed(&input).then_some(holder)?
    };
    let asked = Clause { negation: Negation::Affirmed, ..clauses.first.clone() };
    Some(Query { form: Form::WhyNot(holder, asked), modifiers: before.modifiers.clone() })
}

/// Whether only "listed" or the like is left.
fn listed(tokens: &[Token]) -> bool {
    listed_length(tokens).is_some_and(|length| at_end(from(tokens, length)))
}

/// How many tokens words that ask after a printed list take up: "listed", "in the list".
pub(super) fn listed_length(tokens: &[Token]) -> Option<usize> {
    const LISTED: [&str; 6] = ["listed", "in the list", "on the list", "among them", "included", "missing"];
    LISTED.iter().find_map(|words| phrase_length(tokens, words))
}

/// The question before with other modifiers: "and as of 2023?", "and by nation?", "and Russia?" of one holder.
fn narrowed(tokens: &[Token], before: &Query) -> Option<Query> {
    let mut input = Tokens::new(tokens);
    maybe(&mut input, &["and", "what about", "how about"])?;
    let mut query = before.clone();
    if !ends_clause(&input) && Auxiliary::of(&input).is_none() {
        let holder = name(&mut input, ends_clause)?;
        query.form = of_holder(query.form, holder)?;
    }
    let mut asked = Modifiers::default();
    modifiers(&mut input, &mut asked).ok()?;
    replace(&mut query.modifiers, asked);
    Some(query)
}

/// The same question of another holder; of a list, whether that holder is in it.
fn of_holder(mut form: Form, holder: Name) -> Option<Form> {
    if let Form::Who(clauses) = &form {
        return Some(Form::Does(holder, clauses.single()?.clone()));
    }
    *holder_of(&mut form)? = holder;
    Some(form)
}

/// The one holder that a question is about.
fn holder_of(form: &mut Form) -> Option<&mut Name> {
    match form {
        Form::Does(holder, _)
        | Form::What(holder, _)
        | Form::Said(holder, _)
        | Form::Profile(holder)
        | Form::Position(holder, _)
        | Form::Timeline(holder, _)
        | Form::When(_, holder, _)
        | Form::Why(holder, _)
        | Form::WhyNot(holder, _)
        | Form::Tied(holder, ..)
        | Form::Agreeing(_, holder) => Some(holder),
        _ => None,
    }
}

/// Puts what is asked now in place of what was.
fn replace(modifiers: &mut Modifiers, asked: Modifiers) {
    let plain = Modifiers::default();
    modifiers.as_of = asked.as_of.or(modifiers.as_of);
    modifiers.known_at = asked.known_at.or(modifiers.known_at);
    modifiers.period = asked.period.or(modifiers.period);
    modifiers.on_behalf_of = asked.on_behalf_of.or(modifiers.on_behalf_of.take());
    modifiers.occasion = asked.occasion.or(modifiers.occasion.take());
    modifiers.source = asked.source.or(modifiers.source.take());
    modifiers.assuming.extend(asked.assuming);
    if asked.listing != plain.listing {
        modifiers.listing = asked.listing;
    }
    if asked.inference != plain.inference {
        modifiers.inference = asked.inference;
    }
    if asked.assertion != plain.assertion {
        modifiers.assertion = asked.assertion;
    }
    if asked.reading != plain.reading {
        modifiers.reading = asked.reading;
    }
}
