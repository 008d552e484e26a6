//! How clauses and holders are worded in a question.

use std::fmt::{self, Formatter};

use crate::model::TieKind;
use crate::query::{Clause, Clauses, Facet, Joint, Listing, Moment, Name, Negation, Toward, Word};

use super::spelling::{Subject, inverted, write_predicate};

pub(super) fn write_does(f: &mut Formatter<'_>, holder: &Name, clause: &Clause) -> fmt::Result {
    let (auxiliary, _) = inverted(clause.word);
    write_inverted(f, auxiliary, holder, "", clause)
}

pub(super) fn write_why(f: &mut Formatter<'_>, holder: &Name, clause: &Clause, not: &str) -> fmt::Result {
    let (auxiliary, rest) = inverted(clause.word);
    write!(f, "why {auxiliary} {holder}{not} {rest} {}", clause.target)
}

pub(super) fn write_when(
    f: &mut Formatter<'_>,
    moment: Moment,
    holder: &Name,
    clause: &Clause,
) -> fmt::Result {
    let (auxiliary, _) = inverted(clause.word);
    let past = match auxiliary {
        "does" => "did",
        "is" => "was",
        other => other,
    };
    match moment {
        Moment::First => write_inverted(f, &format!("when {past}"), holder, " first", clause),
        Moment::Last => write_inverted(f, &format!("when {past}"), holder, " last", clause),
        Moment::Since => write_inverted(f, &format!("since when {auxiliary}"), holder, "", clause),
    }
}

/// "Does X not support Y", with what opens it and an adverb after the name.
fn write_inverted(
    f: &mut Formatter<'_>,
    opening: &str,
    holder: &Name,
    adverb: &str,
    clause: &Clause,
) -> fmt::Result {
    let (_, rest) = inverted(clause.word);
    let not = if matches!(clause.negation, Negation::Negated) { " not" } else { "" };
    write!(f, "{opening} {holder}{adverb}{not} {rest} {}", clause.target)
}

pub(super) fn write_count(f: &mut Formatter<'_>, clauses: &Clauses, listing: Listing) -> fmt::Result {
    f.write_str(if matches!(listing, Listing::Nations) { "how many nations" } else { "how many" })?;
    write_clauses(f, Subject::Many, clauses)
}

pub(super) fn write_who(f: &mut Formatter<'_>, clauses: &Clauses) -> fmt::Result {
    f.write_str("who")?;
    write_clauses(f, Subject::Who, clauses)
}

fn write_clauses(f: &mut Formatter<'_>, subject: Subject, clauses: &Clauses) -> fmt::Result {
    write_clause(f, subject, &clauses.first)?;
    clauses.rest.iter().try_for_each(|(joint, clause)| {
        f.write_str(match joint {
            Joint::And => " and",
            Joint::Or => " or",
        })?;
        write_clause(f, subject, clause)
    })
}

fn write_clause(f: &mut Formatter<'_>, subject: Subject, clause: &Clause) -> fmt::Result {
    f.write_str(" ")?;
    write_predicate(f, subject, clause.word, clause.negation)?;
    write!(f, " {}", clause.target)
}

pub(super) fn write_pairs(f: &mut Formatter<'_>, word: Word, toward: Toward) -> fmt::Result {
    f.write_str("who ")?;
    write_predicate(f, Subject::Who, word, Negation::Affirmed)?;
    f.write_str(match toward {
        Toward::Powers => " whom",
        Toward::Proposals => " what",
    })
}

pub(super) fn write_compare(
    f: &mut Formatter<'_>,
    facet: Facet,
    [left, right]: &[Name; 2],
    target: Option<&Name>,
) -> fmt::Result {
    match facet {
        Facet::Differ => write!(f, "where do {left} and {right} differ")?,
        Facet::Agree => write!(f, "where do {left} and {right} agree")?,
        Facet::Both => write!(f, "compare {left} and {right}")?,
    }
    write_on(f, target)
}

pub(super) fn write_on(f: &mut Formatter<'_>, target: Option<&Name>) -> fmt::Result {
    target.map_or(Ok(()), |target| write!(f, " on {target}"))
}

/// A question for a tie with yes or no.
pub(super) fn write_tied(f: &mut Formatter<'_>, from: &Name, kind: TieKind, to: &Name) -> fmt::Result {
    let (auxiliary, rest) = match kind {
        TieKind::Leads => ("does", "lead"),
        TieKind::Represents => ("does", "represent"),
        TieKind::Concerns => ("does", "concern"),
        TieKind::MemberOf => ("is", "a member of"),
        TieKind::Broader => ("is", "a kind of"),
        TieKind::InSeries => ("is", "an instance of"),
        TieKind::PartOf => ("is", "part of"),
        TieKind::About => ("is", "about"),
        TieKind::ContraryTo => ("is", "contrary to"),
    };
    write!(f, "{auxiliary} {from} {rest} {to}")
}
