//! Sources, as bytes.

use std::sync::Arc;

use crate::model::{Credibility, Reliability, Source};

use super::decoder::Decoder;
use super::encoder::{Encoder, flags};
use super::error::Flaw;

/// A source takes at least its flags, and a key and a title of a letter each.
const LEAST: usize = 5;

pub(super) fn encode<'s>(sources: impl ExactSizeIterator<Item = &'s Source>, out: &mut Encoder) {
    out.count(sources.len());
    sources.for_each(|source| encode_one(source, out));
}

fn encode_one(source: &Source, out: &mut Encoder) {
    let texts = [&source.publisher, &source.author, &source.url, &source.language, &source.origin];
    let [publisher, author, url, language, origin] = texts.map(Option::is_some);
    let rated = [source.reliability.is_some(), source.credibility.is_some()];
    let there = [publisher, author, url, language, origin, source.published.is_some(), rated[0], rated[1]];
    out.byte(flags(there).to_le_bytes()[0]);
    out.text(source.key.as_str());
    out.text(&source.title);
    for text in texts {
        out.optional(text.as_deref());
    }
    out.date(source.published);
    let rated = [source.reliability.map(Reliability::code), source.credibility.map(Credibility::code)];
    rated.into_iter().flatten().for_each(|code| out.byte(code));
}

pub(super) fn decode(mut input: Decoder<'_>) -> Result<Vec<Arc<Source>>, Flaw> {
    let count = input.count(LEAST)?;
    let mut sources = Vec::with_capacity(count);
    for _ in 0..count {
        sources.push(Arc::new(source(&mut input)?));
    }
    input.end()?;
    Ok(sources)
}

fn source(input: &mut Decoder<'_>) -> Result<Source, Flaw> {
    let there = input.flags(8)?;
    Ok(Source {
        key: input.key()?,
        title: input.required()?.to_owned(),
        publisher: input.optional(there.has(0))?,
        author: input.optional(there.has(1))?,
        url: input.optional(there.has(2))?,
        language: input.optional(there.has(3))?,
        origin: input.optional(there.has(4))?,
        published: input.date(there.has(5))?,
        reliability: there.has(6).then(|| input.code(Reliability::from_code)).transpose()?,
        credibility: there.has(7).then(|| input.code(Credibility::from_code)).transpose()?,
    })
}
