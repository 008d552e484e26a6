//! The explanation of an answer as indented text.

use std::fmt::{self, Display, Formatter};

use crate::answer::{Explanation, LeftOut, Looked, Match, Matter, NameExplained, Omission};

use crate::model::Key;

use super::page::Page;

/// How many statements are named for each reason; the others are counted.
const NAMED: usize = 12;

/// Indented text, a part a heading; statements by their keys, the first twelve for each reason.
impl Display for Explanation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        page.line(0, &format!("Read as: {}", self.understood));
        page.line(0, &format!("Form: {}", self.form));
        part(&mut page, "Names", self.names.iter().map(name));
        part(&mut page, "Words", self.words.iter().cloned());
        part(&mut page, "Rules", self.rules.iter().cloned());
        part(&mut page, "Times and filters", self.filters.iter().cloned());
        part(&mut page, "Looked at", self.looked_at.iter().map(looked));
        part(&mut page, "Left out, or told apart", self.left_out.iter().map(left_out));
        f.write_str(&page.into_text())
    }
}

fn part(page: &mut Page, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        page.line(0, title);
        page.lines(2, lines);
    }
}

fn name(read: &NameExplained) -> String {
    let NameExplained { typed, key, name, kind, how, .. } = read;
    format!("{typed} -> {name} ({kind}, {key}): {}", found(*how))
}

const fn found(how: Match) -> &'static str {
    match how {
        Match::Key => "its key",
        Match::Exact => "a name of it",
        Match::LastName => "the last name",
        Match::Spelling => "a name of it in another number or spelling",
        Match::Correction => "clearly the nearest name",
    }
}

fn looked(looked: &Looked) -> String {
    let Looked { matter, name, statements, seen, .. } = looked;
    let why = match matter {
        Matter::Itself => "asked about",
        Matter::Kind => "a kind of it",
        Matter::Instance => "an instance of it",
        Matter::Broader => "what it is a kind of",
        Matter::Holder => "what it says",
        Matter::Everything => "all",
    };
    let noun = if *statements == 1 { "statement" } else { "statements" };
    format!("{name} ({why}): {statements} {noun}, {seen} seen")
}

fn left_out(left: &LeftOut) -> String {
    let named: Vec<&str> = left.statements.iter().take(NAMED).map(Key::as_str).collect();
    let count = left.statements.len();
    let more = if count > NAMED { format!(" and {} more", count - NAMED) } else { String::new() };
    format!("{count} {}: {}{more}", why(left.why), named.join(", "))
}

const fn why(why: Omission) -> &'static str {
    match why {
        Omission::NotYetSaid => "not said by then",
        Omission::NotYetKnown => "not known by then",
        Omission::Retracted => "taken back",
        Omission::Filtered => "left out by a filter",
        Omission::Superseded => "overtaken by a later statement",
        Omission::Withdrawn => "withdrawn",
        Omission::Expired => "run out",
        Omission::Hinted => "only hinted at",
        Omission::Deed => "deeds",
        Omission::Absent => "with no vote recorded",
    }
}
