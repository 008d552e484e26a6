//! Conditions and the records that they were met, as bytes.

use crate::graph::build::statements::is_proposal;
use crate::model::{Condition, ConditionRecord, ConditionSubject, Relation, Scope, SourceId};

use super::decoder::Decoder;
use super::encoder::{Encoder, flags};
use super::error::Flaw;
use super::known::Known;

/// A condition takes at least its relation, its scope and a proposal; a record its flags and a proposal.
const LEAST: usize = 4;
const LEAST_RECORD: usize = 3;

const WORDS: u8 = 0;
const PROPOSAL: u8 = 1;

/// The conditions of a statement.
pub(in crate::graph) fn encode(conditions: &[Condition], out: &mut Encoder) {
    out.count(conditions.len());
    for Condition { relation, subject, scope } in conditions {
        out.byte(relation.code());
        out.byte(scope.code());
        encode_subject(subject, out);
    }
}

fn encode_subject(subject: &ConditionSubject, out: &mut Encoder) {
    match subject {
        ConditionSubject::Text(text) => {
            out.byte(WORDS);
            out.text(text);
        }
        ConditionSubject::Proposal(proposal) => {
            out.byte(PROPOSAL);
            out.number(proposal.raw().into());
        }
    }
}

pub(in crate::graph) fn decode(input: &mut Decoder<'_>, known: Known<'_>) -> Result<Vec<Condition>, Flaw> {
    let count = input.count(LEAST)?;
    let mut conditions = Vec::with_capacity(count);
    for _ in 0..count {
        let (relation, scope) = (input.code(Relation::from_code)?, input.code(Scope::from_code)?);
        conditions.push(Condition { relation, scope, subject: subject(input, known)? });
    }
    Ok(conditions)
}

fn subject(input: &mut Decoder<'_>, known: Known<'_>) -> Result<ConditionSubject, Flaw> {
    match input.byte()? {
        WORDS => input.required().map(|text| ConditionSubject::Text(text.to_owned())),
        PROPOSAL => known.node(is_proposal, input).map(ConditionSubject::Proposal),
        _ => Err(input.flaw("a code is not known")),
    }
}

/// All records.
pub(super) fn encode_records(records: &[ConditionRecord], out: &mut Encoder) {
    out.count(records.len());
    for record in records {
        let there = [record.met, record.date.is_some(), record.source.is_some(), record.locator.is_some()];
        out.byte(flags(there).to_le_bytes()[0]);
        encode_subject(&record.subject, out);
        out.date(record.date);
        if let Some(source) = record.source.map(SourceId::raw) {
            out.number(source.into());
        }
        out.optional(record.locator.as_deref());
    }
}

pub(super) fn decode_records(mut input: Decoder<'_>, known: Known<'_>) -> Result<Vec<ConditionRecord>, Flaw> {
    let count = input.count(LEAST_RECORD)?;
    let mut records = Vec::with_capacity(count);
    for _ in 0..count {
        let there = input.flags(4)?;
        records.push(ConditionRecord {
            subject: subject(&mut input, known)?,
            met: there.has(0),
            date: input.date(there.has(1))?,
            source: known.source(there.has(2), &mut input)?,
            locator: input.optional(there.has(3))?,
        });
    }
    input.end()?;
    Ok(records)
}
