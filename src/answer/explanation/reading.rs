//! A query in words: its form, what its stance words count, the rules and filters that apply.

use crate::model::{Polarity, Stance};
use crate::query::{
    Assertion, Clause, Form, Inference, Listing, Modifiers, Moment, Name, Negation, Predicate, Query,
    Reading, Subject, Vote, Word,
};

/// The form in words.
pub(super) const fn form(form: &Form) -> &'static str {
    match form {
        Form::Who(_) => "who holds such a stance",
        Form::Does(..) => "whether a holder holds such a stance",
        Form::Count(_) => "how many hold such a stance",
        Form::What(..) => "what a holder holds such a stance on",
        Form::Said(..) => "everything on record of a holder",
        Form::Profile(_) => "every position of a holder",
        Form::Position(..) => "the position of a holder, whichever way it leans",
        Form::Timeline(..) => "how a position went over time",
        Form::Changes(..) => "who changed position",
        Form::When(Moment::First, ..) => "the first statement that shows a stance",
        Form::When(Moment::Last, ..) => "the last statement that shows a stance",
        Form::When(Moment::Since, ..) => "since when a stance has been held without a break",
        Form::Why(..) => "why a holder is found to hold such a stance",
        Form::WhyNot(..) => "why a holder is not plainly found to hold such a stance",
        Form::Contradictions(..) => "what does not go together",
        Form::Compare(..) => "what two holders both have a position on",
        Form::Pairs(..) => "every pair of holder and target with such a stance",
        Form::Which(_) => "statements with a trait",
        Form::Ties(..) => "ties at one end of a node",
        Form::Tied(..) => "whether one is tied to the other",
        Form::Agreement(_) | Form::Agreeing(..) => "how far holders agree",
        Form::Support(_) => "how many stood on each side month by month",
        Form::Drift(..) => "whether what a holder says on a target grows warmer or colder",
        Form::Camps(_) => "the camps on a target",
        Form::Isolated(_) => "who stands alone on a target",
        Form::Mediation(..) => "who could mediate",
    }
}

fn clauses(form: &Form) -> Vec<&Clause> {
    match form {
        Form::Who(clauses) | Form::Count(clauses) => clauses.iter().collect(),
        Form::Does(_, clause) | Form::Why(_, clause) | Form::WhyNot(_, clause) | Form::When(_, _, clause) => {
            vec![clause]
        }
        _ => Vec::new(),
    }
}

fn asked_words(form: &Form) -> Vec<(Word, Negation)> {
    match form {
        Form::What(_, word) | Form::Pairs(word, _) => vec![(*word, Negation::Affirmed)],
        _ => clauses(form).into_iter().map(|clause| (clause.word, clause.negation)).collect(),
    }
}

/// Each stance word once, with what it counts.
pub(super) fn words(form: &Form) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (word, negation) in asked_words(form) {
        let predicate = Predicate { subject: Subject::Who, word, negation };
        let told = format!("{predicate}: {}", counts(word, negation));
        if !words.contains(&told) {
            words.push(told);
        }
    }
    words
}

fn counts(word: Word, negation: Negation) -> String {
    match (word, negation) {
        (Word::Leaning(polarity), Negation::Affirmed) => {
            format!("every stance {}: {}; weak ones are marked", side(polarity), stances(polarity).join(", "))
        }
        (Word::Exactly(stance), Negation::Affirmed) => format!("exactly the stance {stance}"),
        (Word::Voted(vote), Negation::Affirmed) => format!("votes as cast: {}", cast(vote)),
        (Word::Voted(vote), Negation::Negated) => {
            format!("other votes as cast than {}; members with none recorded stand apart", cast(vote))
        }
        (Word::Leaning(_) | Word::Exactly(_), Negation::Negated) => {
            "who is on record on another side, neutral, mixed or withdrawn; the silent are not".to_owned()
        }
    }
}

const fn side(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Favor => "in favor of it",
        Polarity::Neutral => "that declares no side on it",
        Polarity::Against => "against it",
    }
}

fn stances(polarity: Polarity) -> Vec<&'static str> {
    let leaning = Stance::ALL.iter().filter(|stance| stance.polarity() == Some(polarity));
    leaning.map(|stance| stance.as_str()).collect()
}

const fn cast(vote: Vote) -> &'static str {
    match vote {
        Vote::For => "for",
        Vote::Against => "against",
        Vote::Abstained => "abstained",
        Vote::Absent => "none recorded",
    }
}

/// Whether the answer reads positions, as against statements as they stand in the record.
pub(super) fn reads_positions(query: &Query) -> bool {
    let by_record = matches!(
        query.form,
        Form::Said(..) | Form::Which(_) | Form::Ties(..) | Form::Tied(..) | Form::Contradictions(..)
    );
    let by_statement = matches!(query.form, Form::When(Moment::First | Moment::Last, ..));
    let words = asked_words(&query.form);
    let by_vote = !words.is_empty() && words.iter().all(|(word, _)| matches!(word, Word::Voted(_)));
    let last_word = query.modifiers.reading == Reading::LastWord;
    !(by_record || by_statement || by_vote || last_word)
}

/// The rules that apply.
pub(super) fn rules(query: &Query) -> Vec<String> {
    let mut rules: Vec<&str> = Vec::new();
    let Modifiers { listing, inference, reading, .. } = query.modifiers;
    if reads_positions(query) {
        rules.push(
            "a later statement of another polarity takes the place of an earlier one; what agrees adds up",
        );
        rules.push("the nearest basis counts: own word, spoken for it, said in office unmarked, latest instance of a series, a kind of it");
        if inference == Inference::Included {
            rules
                .push("then, marked: against what it is a kind of, and the position of a bloc it belongs to");
        }
    } else if reading == Reading::LastWord {
        rules.push("each holder's most recent statement on the matter or any kind of it counts");
    }
    rules.extend(of_form(&query.form));
    if matches!(query.form, Form::Who(_) | Form::Count(_) | Form::Changes(..)) {
        rules.push(match listing {
            Listing::Speakers => "everyone who spoke is listed by name",
            Listing::Nations => "nations are listed, with what is said by and for them",
        });
    }
    rules.push("silence is no position");
    rules.into_iter().map(str::to_owned).collect()
}

fn of_form(form: &Form) -> Vec<&'static str> {
    let mut rules = match form {
        Form::Does(..) | Form::Why(..) => {
            vec!["a kind of the matter never decides a yes or no; a no needs a contrary statement"]
        }
        Form::Who(clauses) | Form::Count(clauses) if clauses.single().is_none() => {
            vec!["clauses are joined holder by holder; `and` binds closer than `or`"]
        }
        Form::When(Moment::First | Moment::Last, ..) => {
            vec!["statements on the matter itself count, on any instance of a series; hints and deeds do not"]
        }
        Form::When(Moment::Since, ..) => {
            vec!["a position that hangs on a condition breaks the stretch"]
        }
        Form::Compare(..) => {
            vec!["only what both have a position on is compared; a nation is read with all who speak for it"]
        }
        Form::Said(..) | Form::Which(_) => vec!["statements are shown as they stand in the record"],
        Form::Tied(..) | Form::Ties(..) => {
            vec!["only ties are looked at; without a day, those without an end hold"]
        }
        Form::Contradictions(..) => {
            vec!["both sides are kept; hints, and statements that differ in condition, do not contradict"]
        }
        _ => Vec::new(),
    };
    if asked_words(form).iter().any(|(word, _)| matches!(word, Word::Voted(_))) {
        rules.push("votes are read as cast, whatever was said later");
    }
    rules
}

/// Both times, then what narrows the record.
pub(super) fn filters(modifiers: &Modifiers) -> Vec<String> {
    let date = |date: Option<crate::model::Date>, none: &str| {
        date.map_or_else(|| none.to_owned(), |date| date.to_string())
    };
    let mut filters = vec![
        format!("as of: {}", date(modifiers.as_of, "all times; what has an end has ended")),
        format!("known at: {}", date(modifiers.known_at, "everything on record and not taken back")),
    ];
    filters.extend(modifiers.period.map(|period| format!("only what was said {period}")));
    if modifiers.assertion == Assertion::Only {
        filters.push("only what was asserted plainly, without reserve".to_owned());
    }
    let named = [
        ("on behalf of", &modifiers.on_behalf_of),
        ("at", &modifiers.occasion),
        ("according to", &modifiers.source),
    ];
    let given = named.into_iter().filter_map(|(word, name)| Some((word, name.as_ref()?)));
    filters.extend(given.map(|(word, name): (&str, &Name)| format!("only what was said {word} {name}")));
    filters.extend(modifiers.assuming.iter().map(|condition| format!("taken as met: {condition}")));
    filters
}
