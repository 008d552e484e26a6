//! Why a question could not be taken: what was not understood, where, and what would be.

use std::ops::Range;

/// A piece of a question: its bytes, the number of its first character, and its text made safe to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) span: Range<usize>,
    pub(crate) column: usize,
    pub(crate) text: String,
}

/// A question that cannot be taken. [`span`](Self::span) says where; the message ends with the remedy.
///
/// ```
/// let question = "who opoxes foreign troops";
/// let error = stancegraph::ask::parse(question, None).unwrap_err();
/// assert_eq!(&question[error.span().unwrap()], "opoxes");
/// assert!(error.to_string().ends_with("did you mean `opposes`?"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// Nothing was asked.
    #[error(transparent)]
    Empty(#[from] EmptyQuestion),
    /// More text than a question may have.
    #[error(transparent)]
    TooLong(#[from] TooLong),
    /// A quotation mark without its partner.
    #[error(transparent)]
    UnclosedQuote(#[from] UnclosedQuote),
    /// Words that make no question known here.
    #[error(transparent)]
    NotUnderstood(#[from] NotUnderstood),
    /// A word where a stance word belongs.
    #[error(transparent)]
    UnknownWord(#[from] UnknownWord),
    /// A name, but no stance word.
    #[error(transparent)]
    MissingVerb(#[from] MissingVerb),
    /// A stance word, but nothing that it is about.
    #[error(transparent)]
    MissingTarget(#[from] MissingTarget),
    /// Nobody whose stance is asked for.
    #[error(transparent)]
    MissingHolder(#[from] MissingHolder),
    /// Something else where a date belongs.
    #[error(transparent)]
    BadDate(#[from] BadDate),
    /// The same restriction twice.
    #[error(transparent)]
    Repeated(#[from] Repeated),
    /// A word that stands for something said before.
    #[error(transparent)]
    AmbiguousReference(#[from] AmbiguousReference),
    /// A question in another language.
    #[error(transparent)]
    NotEnglish(#[from] NotEnglish),
}

impl QuestionError {
    /// The bytes of the question at fault; `None` where the whole of it is.
    pub fn span(&self) -> Option<Range<usize>> {
        let piece = match self {
            Self::Empty(_) | Self::TooLong(_) => return None,
            Self::UnclosedQuote(error) => &error.piece,
            Self::NotUnderstood(error) => &error.piece,
            Self::UnknownWord(error) => &error.piece,
            Self::NotEnglish(error) => &error.piece,
            Self::MissingVerb(error) => &error.piece,
            Self::MissingTarget(error) => &error.piece,
            Self::MissingHolder(error) => &error.piece,
            Self::BadDate(error) => &error.piece,
            Self::Repeated(error) => &error.piece,
            Self::AmbiguousReference(error) => &error.piece,
        };
        Some(piece.span.clone())
    }
}

/// Nothing was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the question is empty; ask one such as `who opposes \"foreign troops\"`")]
pub struct EmptyQuestion {
    pub(crate) _private: (),
}

/// More text than a question may have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the question has {length} characters and may have {limit}; ask a shorter one")]
pub struct TooLong {
    pub(crate) length: usize,
    pub(crate) limit: usize,
}

impl TooLong {
    /// How many characters it has.
    pub const fn length(&self) -> usize {
        self.length
    }

    /// How many it may have.
    pub const fn limit(&self) -> usize {
        self.limit
    }
}

/// A quotation mark without its partner.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the quotation mark at character {} is never closed; put one after the name", piece.column)]
pub struct UnclosedQuote {
    pub(crate) piece: Piece,
}

/// Words that make no question known here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} {why}; ask, for example, `{example}`", told(piece))]
pub struct NotUnderstood {
    pub(crate) piece: Piece,
    pub(crate) why: &'static str,
    pub(crate) example: &'static str,
}

/// The words, or that they end too soon.
fn told(piece: &Piece) -> String {
    match piece.text.as_str() {
        "" => format!("the end at character {}", piece.column),
        text => format!("`{text}` at character {}", piece.column),
    }
}

impl NotUnderstood {
    /// The words.
    pub fn found(&self) -> &str {
        &self.piece.text
    }

    /// A question that would be understood.
    pub const fn example(&self) -> &'static str {
        self.example
    }
}

/// A word where a stance word belongs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` at character {} is no stance word known here; {}", piece.text, piece.column, remedy(nearest.as_deref()))]
pub struct UnknownWord {
    pub(crate) piece: Piece,
    pub(crate) nearest: Option<String>,
}

impl UnknownWord {
    /// The word.
    pub fn found(&self) -> &str {
        &self.piece.text
    }

    /// The known word most like it, if one is close.
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }
}

fn remedy(nearest: Option<&str>) -> String {
    let known = || {
        "use one such as supports, opposes, proposes, pledges, offers, accepts, demands, requests, doubts, \
         criticizes, rejects, threatens, is open to, voted for, voted against, abstained on"
            .to_owned()
    };
    nearest.map_or_else(known, |nearest| format!("did you mean `{nearest}`?"))
}

/// A question in another language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` at character {} {language}; questions are understood in English only, for example, `who opposes \"foreign \
     troops\"`",
    piece.text, piece.column
)]
pub struct NotEnglish {
    pub(crate) piece: Piece,
    pub(crate) language: &'static str,
}

impl NotEnglish {
    /// The word by which it shows.
    pub fn found(&self) -> &str {
        &self.piece.text
    }
}

/// A name, but no stance word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a stance word is missing at character {}; ask, for example, `{example}`", piece.column)]
pub struct MissingVerb {
    pub(crate) piece: Piece,
    pub(crate) example: &'static str,
}

/// A stance word, but nothing that it is about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a name is missing at character {}; say on what or whom, for example, `{example}`", piece.column)]
pub struct MissingTarget {
    pub(crate) piece: Piece,
    pub(crate) example: &'static str,
}

/// Nobody whose stance is asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a name is missing at character {}; say whose stance, for example, `{example}`", piece.column)]
pub struct MissingHolder {
    pub(crate) piece: Piece,
    pub(crate) example: &'static str,
}

/// Something else where a date belongs, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}; write `2025-09-05`, `2025-09`, `2025`, `5 September 2025` or `September 2025`", no_date(piece))]
pub struct BadDate {
    pub(crate) piece: Piece,
}

fn no_date(piece: &Piece) -> String {
    match piece.text.as_str() {
        "" => format!("a date is missing at character {}", piece.column),
        text => format!("`{text}` at character {} is no date", piece.column),
    }
}

impl BadDate {
    /// What stands there.
    pub fn found(&self) -> &str {
        &self.piece.text
    }
}

/// The same restriction twice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` at character {} is said a second time; leave one of them out", piece.text, piece.column)]
pub struct Repeated {
    pub(crate) piece: Piece,
}

impl Repeated {
    /// What is said twice.
    pub fn found(&self) -> &str {
        &self.piece.text
    }
}

/// A word that stands for something said before: "it", "the idea".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` at character {} refers to something that was not said here; name it, as in `{example}`", piece.text, piece.column)]
pub struct AmbiguousReference {
    pub(crate) piece: Piece,
    pub(crate) example: &'static str,
}

impl AmbiguousReference {
    /// The words that refer to something.
    pub fn found(&self) -> &str {
        &self.piece.text
    }
}
