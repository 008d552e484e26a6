//! The keys of statements, as bytes.

use crate::graph::snapshot::{Decoder, Encoder, Flaw};
use crate::model::{StatementKey, Texts};

use super::super::keys::{Keys, Stretch};

/// A prefix takes at least its length; a stretch its prefix and whether it is numbered, and how many keys it has.
const LEAST: usize = 1;
const LEAST_STRETCH: usize = 3;

pub(super) fn encode(keys: &Keys, out: &mut Encoder) {
    out.count(keys.prefixes().len());
    keys.prefixes().iter().for_each(|prefix| out.text(prefix));
    let lengths = keys.lengths();
    out.count(lengths.len());
    for (stretch, length) in lengths {
        out.number(stretch.prefix.into());
        out.number(length.into());
        // The highest number is none, so that one more is always a number.
        out.number(stretch.number.map_or(0, |number| number.saturating_add(1)));
    }
}

/// The keys of so many statements, each once.
pub(super) fn decode(mut input: Decoder<'_>, statements: usize) -> Result<Keys, Flaw> {
    let count = input.count(LEAST)?;
    let mut prefixes = Texts::default();
    for new in 0..count {
        let number = prefixes.number(input.text()?);
        input.ensure(number as usize == new, "a prefix of keys is there twice")?;
    }
    let count = input.count(LEAST_STRETCH)?;
    let mut stretches = Vec::with_capacity(count);
    let (mut first, mut used) = (0_u32, 0);
    for _ in 0..count {
        let (stretch, length) = stretch(first, &prefixes, &mut input)?;
        input.ensure(stretch.prefix <= used, "prefixes are not in the order of their first use")?;
        used = used.max(stretch.prefix + 1);
        stretches.push(stretch);
        let left = statements - first as usize;
        input.ensure((1..=left).contains(&(length as usize)), "there are other keys than statements")?;
        first += length;
    }
    input.end()?;
    let are_all = first as usize == statements && used as usize == prefixes.len();
    input.ensure(are_all, "there are other keys than statements")?;
    let is_minimal =
        stretches.windows(2).all(|pair| !pair[0].goes_on(pair[1].first, pair[1].prefix, pair[1].number));
    input.ensure(is_minimal, "keys that count up are apart")?;
    let keys = Keys::new(prefixes, stretches, first);
    input.ensure(keys.are_apart(), "two statements have one key")?;
    Ok(keys)
}

/// A stretch of keys that are keys, and how many it has.
fn stretch(first: u32, prefixes: &Texts, input: &mut Decoder<'_>) -> Result<(Stretch, u32), Flaw> {
    let prefix = input.below(prefixes.len(), "there is no such prefix of keys")?;
    let length = input.below(u32::MAX as usize, "there are other keys than statements")?;
    let number = input.number()?.checked_sub(1);
    let text = prefixes.get(prefix).unwrap_or_default();
    let last = number.map(|number| number.checked_add(u64::from(length).saturating_sub(1)));
    let is_key = match last {
        None => length == 1 && is_kept_so(text, None),
        Some(None) => false,
        Some(last) => is_kept_so(text, number) && is_kept_so(text, last),
    };
    input.ensure(is_key, "a key is no key")?;
    Ok((Stretch { first, prefix, number }, length))
}

/// Whether it is a key, kept as keys are.
fn is_kept_so(prefix: &str, number: Option<u64>) -> bool {
    let key = StatementKey::new(prefix, number);
    key.is_key() && StatementKey::of(&key.to_string()).parts() == (prefix, number)
}
