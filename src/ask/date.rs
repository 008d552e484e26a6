//! Dates as people write them: 2025-09-05, 5 September 2025, September 2025, 2025.

use crate::model::Date;

use super::name::article_count;
use super::token::{Kind, Token};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The date that the tokens begin with, and how many tokens it takes up; the longest reading wins.
pub(super) fn date(tokens: &[Token]) -> Option<(Date, usize)> {
    let articles = article_count(tokens);
    let rest = tokens.get(articles..).unwrap_or_default();
    let word = |at: usize| rest.get(at).filter(|token| !token.is_end()).map_or("", spelled);
    let of = usize::from(word(1) == "of");
    let read = day_month_year(word(0), word(1 + of), word(2 + of)).map(|date| (date, 3 + of));
    let read = read.or_else(|| day_month_year(word(1), word(0), word(2)).map(|date| (date, 3)));
    let read = read.or_else(|| month_year(word(0), word(1)).map(|date| (date, 2)));
    let read = read.or_else(|| word(0).parse().ok().map(|date| (date, 1)));
    read.map(|(date, length)| (date, articles + length))
}

fn spelled(token: &Token) -> &str {
    match token.kind {
        Kind::Quoted => token.text.as_str(),
        _ => token.word.as_str(),
    }
}

fn day_month_year(day: &str, month: &str, year: &str) -> Option<Date> {
    let ordinal = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| day.strip_suffix(ending));
    let day: u8 = ordinal.unwrap_or(day).parse().ok()?;
    format!("{year}-{:02}-{day:02}", month_number(month)?).parse().ok()
}

fn month_year(month: &str, year: &str) -> Option<Date> {
    format!("{year}-{:02}", month_number(month)?).parse().ok()
}

/// The number of a month, from its name or the first three letters or more of it.
fn month_number(word: &str) -> Option<u8> {
    let named = |month: &&str| word.len() >= 3 && month.starts_with(word);
    (1..).zip(MONTHS).find(|(_, month)| named(month)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::super::lex::lex;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, usize)>) {
        let tokens = lex(text).unwrap().tokens;
        let read = date(&tokens).map(|(date, length)| (date.to_string(), length));
        assert_eq!(read, expected.map(|(date, length)| (date.to_owned(), length)), "{text}");
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        check("2025-09-05 by nation", Some(("2025-09-05", 1)));
        check("2025", Some(("2025", 1)));
        check("5 September 2025?", Some(("2025-09-05", 3)));
        check("the 5th of Sept. 2025", Some(("2025-09-05", 5)));
        check("September 5, 2025", Some(("2025-09-05", 3)));
        check("SEPTEMBER 2025 known at 2026", Some(("2025-09", 2)));
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in ["yesterday", "05/09/2025", "31 February 2025", "5 September", "ma 2025", "20255"] {
            check(text, None);
        }
    }
}
