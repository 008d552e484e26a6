//! An answer as Markdown with numbered citations.

use std::collections::HashMap;

use crate::answer::{Answer, Evidence, Finding};
use crate::model::{Source, StatementId};

use super::clean::clean;
use super::detail::details;
use super::evidence::{located, place};
use super::remark::{candidates, closing, corrections, headline};
use super::section::{Item, sections};
use super::sentence::{self, Sentence};
use super::tie;

/// The answer as Markdown (`CommonMark`): each piece of evidence has a number, and the list of sources at the end
/// says where it stands.
///
/// Order and wording are those of [`text`](crate::render::text()). Text of the data is escaped, so that it shows as
/// it is and makes no markup; only `http` and `https` addresses of sources become links.
///
/// # Example
/// ```
/// let answer = stancegraph::datasets::article()?.ask("who opposes foreign troops in Ukraine")?;
/// let page = stancegraph::render::markdown(&answer);
/// assert!(page.contains("- **Vladimir Putin, for Russia,** rejects foreign troops in Ukraine"));
/// assert!(page.contains("3. Untitled news article on the war in Ukraine, paragraph 1: “legitimate targets”"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn markdown(answer: &Answer) -> String {
    let mut citations = Citations::default();
    let mut blocks = opening(answer);
    let ties = answer.ties().into_iter().map(|tie| tie_item(answer, tie)).collect::<Vec<_>>();
    blocks.push(ties.join("\n"));
    for section in sections(answer) {
        blocks.extend(section.title.map(|title| format!("### {}", escape(&title))));
        let items = section.items.iter().map(|item| listed(answer, item, &mut citations));
        blocks.push(items.collect::<Vec<_>>().join("\n"));
    }
    blocks.push(closing(answer).iter().map(|line| escape(line)).collect::<Vec<_>>().join("\n\n"));
    if !citations.entries.is_empty() {
        blocks.push("### Sources".into());
        blocks.push(citations.entries.join("\n"));
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn opening(answer: &Answer) -> Vec<String> {
    let read = corrections(answer).into_iter().map(|line| escape(&line));
    let understood = format!("**{}**", escape(answer.understood()));
    let told = headline(answer).into_iter().map(|line| escape(&line));
    let offered = candidates(answer).iter().map(|line| format!("- {}", escape(line))).collect::<Vec<_>>();
    let mut blocks: Vec<String> = read.chain([understood]).chain(told).collect();
    if !offered.is_empty() {
        blocks.push("Did you mean".into());
        blocks.push(offered.join("\n"));
    }
    blocks
}

fn tie_item(answer: &Answer, held: &crate::model::Tie) -> String {
    let sentence = escape(&tie::sentence(answer.graph(), held));
    let source = tie::source(answer.graph(), held).map(|source| format!(" ({})", document(source)));
    format!("- {sentence}{}", source.unwrap_or_default())
}

fn listed(answer: &Answer, item: &Item<'_>, citations: &mut Citations) -> String {
    match item {
        Item::Finding(finding) => found(answer, *finding, citations),
        Item::Remark(text, pieces) => remark(answer, text, pieces, citations),
    }
}

fn remark(answer: &Answer, text: &str, pieces: &[Evidence<'_>], citations: &mut Citations) -> String {
    let mut item = format!("- {}", escape(text));
    for &piece in pieces {
        let said = sentence::of_statement(answer.graph(), piece.statement());
        let number = citations.cite(piece, &located([].into_iter(), piece));
        item.extend(["\n  - ", &escape(&said), " [", &number.to_string(), "]"]);
    }
    item
}

fn found(answer: &Answer, finding: Finding<'_>, citations: &mut Citations) -> String {
    let graph = answer.graph();
    let Sentence { subject, predicate } = Sentence::of(graph, finding);
    let mut text = format!("- **{}** {}", escape(&subject), escape(&predicate));
    for piece in finding.evidence() {
        let number = citations.cite(piece, &place(graph, finding, piece));
        text.extend([" [", &number.to_string(), "]"]);
    }
    for line in details(answer, finding) {
        text.push_str("\n  - ");
        text.push_str(&escape(&line));
    }
    text
}

/// The pieces of evidence cited so far, each with its number.
#[derive(Debug, Default)]
struct Citations {
    known: HashMap<(StatementId, String), usize>,
    entries: Vec<String>,
}

impl Citations {
    /// The number of a piece of evidence; the same words about the same statement have one number.
    fn cite(&mut self, piece: Evidence<'_>, place: &str) -> usize {
        let next = self.entries.len() + 1;
        let number = *self.known.entry((piece.id(), place.to_owned())).or_insert(next);
        if number == next {
            self.entries.push(entry(number, piece, place));
        }
        number
    }
}

/// "1. The Paper, page 1: “never” (`s1`)".
fn entry(number: usize, piece: Evidence<'_>, place: &str) -> String {
    let source = piece.source().map_or_else(|| "no source given".into(), document);
    let comma = if place.is_empty() { "" } else { ", " };
    // A key holds no character that could end the code span.
    format!("{number}. {source}{comma}{} (`{}`)", escape(place), piece.statement().key)
}

/// Title, publisher, date and address of a document, as far as they are known.
fn document(source: &Source) -> String {
    let parts = [
        Some(escape(&source.title)),
        source.publisher.as_deref().map(escape),
        source.published.map(|date| date.to_string()),
        source.url.as_deref().map(address),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn address(url: &str) -> String {
    let safe = |letter: char| !letter.is_control() && !letter.is_whitespace() && !"<>\\".contains(letter);
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && url.chars().all(safe) { format!("<{}>", clean(url)) } else { escape(url) }
}

/// One line in which nothing of the text is markup: every sign that may begin or end some has a backslash.
fn escape(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    for (index, letter) in text.char_indices() {
        let (before, after) = text.split_at(index);
        if is_markup(before, letter, after.get(letter.len_utf8()..).unwrap_or_default()) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Whether a letter between these texts could be markup.
fn is_markup(before: &str, letter: char, after: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match letter {
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '^' | '@' => {
            true
        }
        // Before a space or at the end they make none, and read better without a backslash.
        ':' | '!' | '&' => !after.is_empty() && !after.starts_with(' '),
        '+' | '-' | '=' => before.is_empty(),
        // "1." begins a list, and "www." an address in some dialects.
        '.' | ')' => digits(before) || before.ends_with("www"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Polarity::Against;
    use crate::render::fixture::{statement, who_on_relief};

    #[track_caller]
    fn check(answer: &Answer, expected: &str) {
        let page = markdown(answer);
        assert_eq!(page.trim(), expected.trim(), "\n{page}");
    }

    #[test]
    fn every_piece_of_evidence_has_a_number_and_a_source() {
        let mut spoken =
            statement("s1", "ada", "rejects", "relief").on_behalf_of("KEN").quote("never").said("2020-01-02");
        spoken.reason = Some("it rewards *bad* lenders".into());
        let again = statement("s2", "ada", "rejects", "relief").on_behalf_of("KEN").said("2019");
        let kind = statement("s3", "CHL", "rejects", "swap").said("2020");
        check(
            &who_on_relief(vec![spoken, again, kind], Against),
            r#"
**who opposes "debt relief" including inferred**

- **Ada Nyong'o, for Kenya,** rejects debt relief [1] [2]
  - because: it rewards \*bad\* lenders
- **Chile** rejects debt swap (narrower) [3]
  - narrower: debt swap is a kind of debt relief

2 of 6 known actors and nations have any record on this.

### Sources

1. The Paper, 2020-01-02, page 1: “never” (`s1`)
2. The Paper, 2019, page 1 (`s2`)
3. The Paper, 2020, page 1 (`s3`)
"#,
        );
    }

    #[test]
    fn text_of_the_data_makes_no_markup() {
        assert_eq!(escape("[x](https://e.org) <b>&amp;"), r"\[x\](https\://e.org) \<b\>\&amp;");
        assert_eq!(escape("1. a\n# b"), r"1\. a \# b");
        assert_eq!(escape("www.example.org"), r"www\.example.org");
        assert_eq!(escape("- a: b!"), r"\- a: b!");
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(address("https://example.org/a_b"), "<https://example.org/a_b>");
        assert_eq!(address("javascript:alert(1)"), r"javascript\:alert(1)");
        assert_eq!(address("https://example.org/> <b"), r"https\://example.org/\> \<b");
    }
}
