//! The canonical question of a query: what it is shown as, and what reads back as the same query.

use std::fmt::{self, Display, Formatter, Write};

use crate::model::{Polarity, Stance, TieKind};

use super::{
    Clause, Form, Inference, Listing, Modifiers, Name, Negation, Query, Reading, TieSide, Toward, Trait,
};
use super::{Vote, Word};

/// How a stance word is spelled: by a verb, or by "to be" and what follows it.
enum Spelling {
    Verb { base: &'static str, third: &'static str },
    Past { base: &'static str, past: &'static str },
    Is(&'static str),
    Was(&'static str),
}

/// Whose verb it is: "who supports", "how many support".
#[derive(Clone, Copy)]
enum Subject {
    Who,
    Many,
}

impl Word {
    fn spelling(self) -> Spelling {
        match self {
            Self::Leaning(Polarity::Favor) => Spelling::Verb { base: "support", third: "supports" },
            Self::Leaning(Polarity::Against) => Spelling::Verb { base: "oppose", third: "opposes" },
            Self::Leaning(Polarity::Neutral) => Spelling::Is("neutral on"),
            Self::Exactly(stance) => stance_spelling(stance),
            Self::Voted(Vote::For) => Spelling::Past { base: "vote for", past: "voted for" },
            Self::Voted(Vote::Against) => Spelling::Past { base: "vote against", past: "voted against" },
            Self::Voted(Vote::Abstained) => Spelling::Past { base: "abstain on", past: "abstained on" },
            Self::Voted(Vote::Absent) => Spelling::Was("absent on"),
        }
    }
}

fn stance_spelling(stance: Stance) -> Spelling {
    let (base, third) = match stance {
        Stance::OpenTo => return Spelling::Is("open to"),
        Stance::Supports => ("endorse", "endorses"),
        Stance::Proposes => ("propose", "proposes"),
        Stance::Pledges => ("pledge", "pledges"),
        Stance::Offers => ("offer", "offers"),
        Stance::Accepts => ("accept", "accepts"),
        Stance::Demands => ("demand", "demands"),
        Stance::Requests => ("request", "requests"),
        Stance::Abstains => ("take no side on", "takes no side on"),
        Stance::Withdraws => ("withdraw", "withdraws"),
        Stance::Absent => ("stay away from", "stays away from"),
        Stance::Doubts => ("doubt", "doubts"),
        Stance::Criticizes => ("criticize", "criticizes"),
        Stance::Rejects => ("reject", "rejects"),
        Stance::Threatens => ("threaten", "threatens"),
    };
    Spelling::Verb { base, third }
}

/// The auxiliary that opens a question, and the rest of the verb.
fn inverted(word: Word) -> (&'static str, &'static str) {
    match word.spelling() {
        Spelling::Verb { base, .. } => ("does", base),
        Spelling::Past { base, .. } => ("did", base),
        Spelling::Is(rest) => ("is", rest),
        Spelling::Was(rest) => ("was", rest),
    }
}

fn write_predicate(f: &mut Formatter<'_>, subject: Subject, word: Word, negation: Negation) -> fmt::Result {
    let singular = matches!(subject, Subject::Who);
    let (does, is, was) = if singular { ("does", "is", "was") } else { ("do", "are", "were") };
    let negated = matches!(negation, Negation::Negated);
    match word.spelling() {
        Spelling::Verb { base, .. } if negated => write!(f, "{does}n't {base}"),
        Spelling::Verb { base, third } => f.write_str(if singular { third } else { base }),
        Spelling::Past { base, .. } if negated => write!(f, "didn't {base}"),
        Spelling::Past { past, .. } => f.write_str(past),
        Spelling::Is(rest) => write!(f, "{is}{} {rest}", if negated { "n't" } else { "" }),
        Spelling::Was(rest) => write!(f, "{was}{} {rest}", if negated { "n't" } else { "" }),
    }
}

fn write_does(f: &mut Formatter<'_>, holder: &Name, clause: &Clause) -> fmt::Result {
    let (auxiliary, rest) = inverted(clause.word);
    let not = if matches!(clause.negation, Negation::Negated) { " not" } else { "" };
    write!(f, "{auxiliary} {holder}{not} {rest} {}", clause.target)
}

fn write_why(f: &mut Formatter<'_>, holder: &Name, clause: &Clause, not: &str) -> fmt::Result {
    let (auxiliary, rest) = inverted(clause.word);
    write!(f, "why {auxiliary} {holder}{not} {rest} {}", clause.target)
}

fn write_count(f: &mut Formatter<'_>, clause: &Clause, listing: Listing) -> fmt::Result {
    let nations = if matches!(listing, Listing::Nations) { "nations " } else { "" };
    write!(f, "how many {nations}")?;
    write_predicate(f, Subject::Many, clause.word, clause.negation)?;
    write!(f, " {}", clause.target)
}

fn write_who(f: &mut Formatter<'_>, clause: &Clause) -> fmt::Result {
    f.write_str("who ")?;
    write_predicate(f, Subject::Who, clause.word, clause.negation)?;
    write!(f, " {}", clause.target)
}

fn write_pairs(f: &mut Formatter<'_>, word: Word, toward: Toward) -> fmt::Result {
    f.write_str("who ")?;
    write_predicate(f, Subject::Who, word, Negation::Affirmed)?;
    f.write_str(match toward {
        Toward::Powers => " whom",
        Toward::Proposals => " what",
    })
}

/// What stands before and after the name in a question for a tie.
const fn tie_frame(kind: TieKind, side: TieSide) -> (&'static str, &'static str) {
    match (kind, side) {
        (TieKind::Leads, TieSide::Holders) => ("who leads ", ""),
        (TieKind::Leads, TieSide::Powers) => ("what does ", " lead"),
        (TieKind::Represents, TieSide::Holders) => ("who represents ", ""),
        (TieKind::Represents, TieSide::Powers) => ("what does ", " represent"),
        (TieKind::MemberOf, TieSide::Holders) => ("members of ", ""),
        (TieKind::MemberOf, TieSide::Powers) => ("what is ", " a member of"),
        (TieKind::Broader, TieSide::Holders) => ("kinds of ", ""),
        (TieKind::Broader, TieSide::Powers) => ("what is ", " a kind of"),
        (TieKind::InSeries, TieSide::Holders) => ("instances of ", ""),
        (TieKind::InSeries, TieSide::Powers) => ("what is ", " an instance of"),
        (TieKind::PartOf, TieSide::Holders) => ("parts of ", ""),
        (TieKind::PartOf, TieSide::Powers) => ("what is ", " part of"),
        (TieKind::About, TieSide::Holders) => ("proposals about ", ""),
        (TieKind::About, TieSide::Powers) => ("what is ", " about"),
        (TieKind::ContraryTo, TieSide::Holders) => ("what is contrary to ", ""),
        (TieKind::ContraryTo, TieSide::Powers) => ("what is ", " contrary to"),
        (TieKind::Concerns, TieSide::Holders) => ("what concerns ", ""),
        (TieKind::Concerns, TieSide::Powers) => ("what does ", " concern"),
    }
}

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
            Form::Who(clause) => write_who(f, clause),
            Form::Does(holder, clause) => write_does(f, holder, clause),
            Form::Count(clause) => write_count(f, clause, self.modifiers.listing),
            Form::What(holder, word) => {
                let (auxiliary, rest) = inverted(*word);
                write!(f, "what {auxiliary} {holder} {rest}")
            }
            Form::Said(holder) => write!(f, "what did {holder} say"),
            Form::Profile(holder) => write!(f, "stances of {holder}"),
            Form::Timeline(holder, target) => write!(f, "timeline of {holder} on {target}"),
            Form::Changes(target, earlier, later) => {
                write!(f, "who changed position on {target} between {earlier} and {later}")
            }
            Form::Why(holder, clause) => write_why(f, holder, clause, ""),
            Form::WhyNot(holder, clause) => write_why(f, holder, clause, " not"),
            Form::Contradictions(holder, target) => {
                f.write_str("contradictions")?;
                holder.iter().try_for_each(|holder| write!(f, " of {holder}"))?;
                target.iter().try_for_each(|target| write!(f, " on {target}"))
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
    given.try_for_each(|(word, name)| write!(f, " {word} {name}"))
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

/// In quotes, always; what a reader could not see is written as `\u{..}`.
impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        self.as_str().chars().try_for_each(|letter| match letter {
            '"' | '\\' => write!(f, "\\{letter}"),
            unseen if is_unseen(unseen) => write!(f, "{}", unseen.escape_unicode()),
            seen => f.write_char(seen),
        })?;
        f.write_char('"')
    }
}

/// Whether a character is invisible or turns the writing direction, so that a text would not be what it looks like.
pub(crate) const fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_quoted_and_hides_nothing() {
        assert_eq!(Name::new(r#"the "Plan" \ B"#).to_string(), r#""the \"Plan\" \\ B""#);
        assert_eq!(Name::new("a\u{202e}b\nc").to_string(), r#""a\u{202e}b\u{a}c""#);
    }

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
            .on_behalf_of("EU");
        let shown = r#"how many nations don't support "X" on behalf of "EU" at "Paris" including inferred assuming "a truce" known at 2025"#;
        assert_eq!(query.to_string(), shown);
    }

    #[test]
    fn a_word_that_is_no_verb_takes_to_be() {
        let absent = Query::does("Chad", Vote::Absent).negated().on("X");
        assert_eq!(absent.to_string(), r#"was "Chad" not absent on "X""#);
        assert_eq!(Query::what("Chad", Stance::OpenTo).to_string(), r#"what is "Chad" open to"#);
    }
}
