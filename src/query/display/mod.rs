//! The canonical question of a query: what it is shown as, and what reads back as the same query.

mod clause;
mod name;
mod spelling;
mod tie;

use std::fmt::{self, Display, Formatter};

use super::{Assertion, Degree, Form, Inference, Listing, Modifiers, Query, Reading, Trait};

use clause::{
    write_compare, write_count, write_does, write_on, write_pairs, write_tied, write_when, write_who,
    write_why,
};
pub(crate) use name::is_unseen;
use spelling::inverted;
pub(crate) use spelling::{Predicate, Subject};
use tie::tie_frame;

impl Display for Trait {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Conditional => "conditional",
            Self::Hedged => "hedged",
            Self::Hinted => "hinted",
            Self::Unnamed => "unnamed",
            Self::Undated => "undated",
            Self::Quoted => "quoted",
        })
    }
}

impl Query {
    fn write_form(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::Who(clauses) => write_who(f, clauses),
            Form::Does(holder, clause) => write_does(f, holder, clause),
            Form::Count(clauses) => write_count(f, clauses, self.modifiers.listing),
            Form::What(holder, word) => {
                let (auxiliary, rest) = inverted(*word);
                write!(f, "what {auxiliary} {holder} {rest}")
            }
            Form::Said(holder, about) => {
                write!(f, "what did {holder} say")?;
                about.iter().try_for_each(|target| write!(f, " about {target}"))
            }
            Form::Profile(holder) => write!(f, "stances of {holder}"),
            Form::Timeline(holder, target) => write!(f, "timeline of {holder} on {target}"),
            Form::Changes(target, earlier, Some(later)) => {
                write!(f, "who changed position on {target} between {earlier} and {later}")
            }
            Form::Changes(target, earlier, None) => {
                write!(f, "who changed position on {target} since {earlier}")
            }
            Form::When(moment, holder, clause) => write_when(f, *moment, holder, clause),
            Form::Compare(facet, holders, target) => write_compare(f, *facet, holders, target.as_ref()),
            Form::Why(holder, clause) => write_why(f, holder, clause, ""),
            Form::WhyNot(holder, clause) => write_why(f, holder, clause, " not"),
            Form::Contradictions(holder, target) => {
                f.write_str("contradictions")?;
                holder.iter().try_for_each(|holder| write!(f, " of {holder}"))?;
                write_on(f, target.as_ref())
            }
            Form::Position(holder, target) => write!(f, "position of {holder} on {target}"),
            Form::Pairs(word, toward) => write_pairs(f, *word, *toward),
            Form::Which(asked) => {
                let traits: Vec<String> = asked.iter().map(ToString::to_string).collect();
                write!(f, "which stances are {}", traits.join(" or "))
            }
            Form::Ties(kind, side, name) => {
                let (before, after) = tie_frame(*kind, *side);
                write!(f, "{before}{name}{after}")
            }
            Form::Tied(from, kind, to) => write_tied(f, from, *kind, to),
            Form::Agreement([left, right]) => write!(f, "how far do {left} and {right} agree"),
            Form::Agreeing(Degree::Most, holder) => write!(f, "who agrees most with {holder}"),
            Form::Agreeing(Degree::Least, holder) => write!(f, "who agrees least with {holder}"),
            Form::Support(target) => write!(f, "how has support for {target} changed"),
            Form::Drift(holder, target) => write!(f, "has {holder} drifted on {target}"),
            Form::Camps(target) => write!(f, "camps on {target}"),
            Form::Isolated(target) => write!(f, "who is isolated on {target}"),
            Form::Mediation([left, right], target) => {
                write!(f, "who could mediate between {left} and {right}")?;
                write_on(f, target.as_ref())
            }
        }
    }
}

/// The question in words, names in quotes; [`parse`](crate::ask::parse) reads it back as the same query.
impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write_form(f)?;
        // "how many nations" has said it already.
        let said = matches!(self.form, Form::Count(_));
        write_filters(f, &self.modifiers)?;
        write_reading(f, &self.modifiers, said)
    }
}

fn write_filters(f: &mut Formatter<'_>, modifiers: &Modifiers) -> fmt::Result {
    let filters = [
        ("on behalf of", &modifiers.on_behalf_of),
        ("at", &modifiers.occasion),
        ("according to", &modifiers.source),
    ];
    let mut given = filters.into_iter().filter_map(|(word, name)| Some((word, name.as_ref()?)));
    given.try_for_each(|(word, name)| write!(f, " {word} {name}"))?;
    if matches!(modifiers.assertion, Assertion::Only) {
        f.write_str(" only asserted")?;
    }
    modifiers.period.map_or(Ok(()), |period| write!(f, " {period}"))
}

fn write_reading(f: &mut Formatter<'_>, modifiers: &Modifiers, nations_said: bool) -> fmt::Result {
    if matches!(modifiers.listing, Listing::Nations) && !nations_said {
        f.write_str(" by nation")?;
    }
    if matches!(modifiers.reading, Reading::LastWord) {
        f.write_str(" by last word")?;
    }
    if matches!(modifiers.inference, Inference::Included) {
        f.write_str(" including inferred")?;
    }
    modifiers.assuming.iter().try_for_each(|condition| write!(f, " assuming {condition}"))?;
    if let Some(date) = modifiers.as_of {
        write!(f, " as of {date}")?;
    }
    modifiers.known_at.map_or(Ok(()), |date| write!(f, " known at {date}"))
}

#[cfg(test)]
mod tests {
    use crate::query::{Period, Query, Vote};
    use crate::{Polarity, Stance};

    #[test]
    fn modifiers_follow_in_a_fixed_order() {
        let query = Query::count(Polarity::Favor)
            .negated()
            .on("X")
            .known_at("2025".parse().unwrap())
            .assuming("a truce")
            .including_inferred()
            .by_nation()
            .at("Paris")
            .only_asserted()
            .within(Period::Since("2014".parse().unwrap()))
            .on_behalf_of("EU");
        let shown = r#"how many nations don't support "X" on behalf of "EU" at "Paris" only asserted since 2014 including inferred assuming "a truce" known at 2025"#;
        assert_eq!(query.to_string(), shown);
    }

    #[test]
    fn a_word_that_is_no_verb_takes_to_be() {
        let absent = Query::does("Chad", Vote::Absent).negated().on("X");
        assert_eq!(absent.to_string(), r#"was "Chad" not absent on "X""#);
        assert_eq!(Query::what("Chad", Stance::OpenTo).to_string(), r#"what is "Chad" open to"#);
    }
}
