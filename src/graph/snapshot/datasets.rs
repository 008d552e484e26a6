//! What datasets say of themselves, as bytes.

use crate::graph::Dataset;

use super::decoder::Decoder;
use super::encoder::{Encoder, flags};
use super::error::Flaw;

/// A dataset takes at least its flags, three empty texts and a number.
const LEAST: usize = 4;

pub(super) fn encode(datasets: &[Dataset], out: &mut Encoder) {
    out.count(datasets.len());
    for Dataset { key, name, about, origin, license, statements } in datasets {
        let optional = [about, origin, license];
        out.byte(flags(optional.map(Option::is_some)).to_le_bytes()[0]);
        out.text(key);
        out.text(name);
        for text in optional {
            out.optional(text.as_deref());
        }
        out.count(*statements);
    }
}

/// The datasets of a graph with so many statements, of which each was brought by one at most.
pub(super) fn decode(mut input: Decoder<'_>, statements: usize) -> Result<Vec<Dataset>, Flaw> {
    let count = input.count(LEAST)?;
    let (mut datasets, mut left) = (Vec::with_capacity(count), statements);
    for _ in 0..count {
        let dataset = dataset(&mut input)?;
        let rest = left.checked_sub(dataset.statements);
        left = rest.ok_or_else(|| input.flaw("datasets brought more statements than there are"))?;
        datasets.push(dataset);
    }
    input.end()?;
    Ok(datasets)
}

fn dataset(input: &mut Decoder<'_>) -> Result<Dataset, Flaw> {
    let there = input.flags(3)?;
    Ok(Dataset {
        key: input.text()?.to_owned(),
        name: input.text()?.to_owned(),
        about: input.optional(there.has(0))?,
        origin: input.optional(there.has(1))?,
        license: input.optional(there.has(2))?,
        statements: usize::try_from(input.number()?).map_err(|_| input.flaw("a number is too high"))?,
    })
}
