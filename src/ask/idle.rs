//! Modifiers that a form of question does not read: told, so that nobody takes them for heeded.

use crate::query::{Assertion, Form, Inference, Listing, Modifiers, Query, Reading};

/// A note for each modifier that changes nothing about the answer.
pub(super) fn notes(query: &Query) -> Vec<String> {
    let plain = Modifiers::default();
    let Modifiers { reading, listing, .. } = query.modifiers;
    let mut idle = Vec::new();
    if reading != plain.reading && !reads_last_words(query) {
        let why = match query.form {
            Form::Drift(..) => "every statement is read",
            _ => "positions are read",
        };
        idle.push(("by last word", why));
    }
    if listing != plain.listing && is_list_of_statements(query) {
        idle.push(("by nation", "statements are listed under who made them"));
    }
    if is_of_agreement(query) {
        idle.extend(idle_for_agreement(&query.modifiers));
    }
    if is_of_trend(query) {
        idle.extend(idle_for_trend(query));
    }
    if is_of_ties(query) {
        idle.extend(idle_for_ties(&query.modifiers).map(|words| (words, "ties are told by when they hold")));
    }
    idle.into_iter().map(|(words, why)| format!("`{words}` changes nothing here: {why}")).collect()
}

const fn is_of_ties(query: &Query) -> bool {
    matches!(query.form, Form::Ties(..) | Form::Tied(..))
}

const fn is_of_trend(query: &Query) -> bool {
    matches!(query.form, Form::Support(_) | Form::Drift(..))
}

fn idle_for_trend(query: &Query) -> impl Iterator<Item = (&'static str, &'static str)> {
    let modifiers = &query.modifiers;
    let by_nation = match query.form {
        Form::Support(_) => "every voice counts once, a nation that others speak for among them",
        _ => "what is said for a nation counts as its own",
    };
    let set = [
        (modifiers.listing == Listing::Nations, "by nation", by_nation),
        (!modifiers.assuming.is_empty(), "assuming", "what was said is counted, with its conditions"),
        (modifiers.inference == Inference::Included, "including inferred", "what was said is counted"),
    ];
    set.into_iter().filter_map(|(is_set, words, why)| is_set.then_some((words, why)))
}

const fn is_of_agreement(query: &Query) -> bool {
    matches!(query.form, Form::Agreement(_) | Form::Agreeing(..))
}

fn idle_for_agreement(modifiers: &Modifiers) -> impl Iterator<Item = (&'static str, &'static str)> {
    let set = [
        (!modifiers.assuming.is_empty(), "assuming", "what hangs on a condition is left out"),
        (modifiers.inference == Inference::Included, "including inferred", "what was said is counted"),
    ];
    set.into_iter().filter_map(|(is_set, words, why)| is_set.then_some((words, why)))
}

/// Whether last words can be read instead of positions. Of ties, another note tells what is read.
pub(super) const fn reads_last_words(query: &Query) -> bool {
    is_of_ties(query)
        || matches!(
            query.form,
            Form::Who(_)
                | Form::Count(_)
                | Form::Position(..)
                | Form::Compare(..)
                | Form::Pairs(..)
                | Form::Agreement(_)
                | Form::Agreeing(..)
                | Form::Support(_)
        )
}

const fn is_list_of_statements(query: &Query) -> bool {
    matches!(query.form, Form::Which(_) | Form::Contradictions(..) | Form::Said(..))
}

/// What narrows statements, and no tie is one.
fn idle_for_ties(modifiers: &Modifiers) -> impl Iterator<Item = &'static str> {
    let set = [
        (modifiers.known_at.is_some(), "known at"),
        (modifiers.on_behalf_of.is_some(), "on behalf of"),
        (modifiers.occasion.is_some(), "at"),
        (!modifiers.assuming.is_empty(), "assuming"),
        (modifiers.assertion == Assertion::Only, "only asserted"),
        (modifiers.inference == Inference::Included, "including inferred"),
        (modifiers.reading == Reading::LastWord, "by last word"),
        (modifiers.listing == Listing::Nations, "by nation"),
    ];
    set.into_iter().filter_map(|(is_set, words)| is_set.then_some(words))
}
