//! From plain English to a [`Query`]: a documented grammar, a lexicon of stance words, and the names of a graph.
//!
//! A question goes through steps, each in its own file: `lex` makes tokens with their places, `spot` marks the names
//! of a [`Vocabulary`] in them, `words` its stance words, the grammar (`who`, `what`, `list`, `modifier`) reads tokens only, and `resolve` leads
//! names to nodes. Which words mean what is data: `data/lexicon.toml`. No step guesses: what cannot be understood is a
//! [`QuestionError`] that says where and what to write instead.
//!
//! # The grammar
//!
//! Case, white space and punctuation around words do not matter, nor does an article before a name. A `word` may be
//! any phrase of the lexicon in the form that the sentence wants.
//!
//! ```text
//! question  = [ "please" | "tell me" | ... ] form { modifier } ;
//! form      = who | does | why | count | what | said | profile | position | pairs | which | ties
//!           | contradictions | timeline | changes ;
//!
//! who       = "who" predicate NAME
//!           | ( "which" | "what" ) nations predicate NAME            (* lists by nation *)
//!           | "by whom" auxiliary NAME [ "been" ] participle ;
//! does      = auxiliary [ "not" ] NAME [ "not" ] word NAME ;
//! why       = "why" does ;                                             (* negated: why not *)
//! count     = "how many" [ nations ] predicate NAME ;
//! what      = ( "what" | "who" | "whom" ) auxiliary NAME word
//!           | NAME "'s" owned | owned "of" NAME ;                     (* "demands", "offers", "threats" *)
//! said      = "what" auxiliary NAME ( "say" | "said" | "saying" ) ;
//!                                                                    (* lists may follow "what is", "show", "list" *)
//! profile   = stances [ "held" ] ( "of" | "by" | "from" ) NAME
//!           | stances [ "held" ] "on behalf of" NAME
//!           | NAME "'s" stances ;
//! position  = stances "of" NAME on NAME
//!           | NAME "'s" stances on NAME
//!           | "where" ( "do" | "does" | "did" ) NAME "stand" on NAME
//!           | "last word of" NAME on NAME ;
//! timeline  = "timeline of" NAME on NAME ;
//! changes   = "who changed" ( "position" | "stance" | "course" | "sides" ) "on" NAME "between" DATE "and" DATE ;
//! contradictions = ( "contradictions" | "what contradicts what" ) [ "of" NAME ] [ "on" NAME ] ;
//! pairs     = "who" predicate ( "whom" | "who" | "what" ) ;
//! which     = ( "which" | "what" ) stances ( "is" | "are" | "was" | "were" ) trait { ( "or" | "and" ) trait } ;
//! trait     = "conditional" | "hedged" | "hinted" | "unnamed" | "undated" | "quoted" ;
//! ties      = "who" tie-verb NAME | "what" tie-verb NAME | tie-noun NAME | "what" auxiliary NAME tie-word ;
//!
//! predicate = word | auxiliary [ "not" ] word ;                      (* "doesn't" is "does not" *)
//! auxiliary = "do" | "does" | "did"                                  (* then the base form: "support" *)
//!           | "is" | "are" | "was" | "were"                          (* "against", "open to", "rejecting" *)
//!           | "has" | "have" | "had" ;                               (* the participle: "rejected" *)
//! nations   = "nations" | "countries" | "states" | "member states" ;
//! stances   = "stances" | "stance" | "positions" | "position" | "views" | "opinions" | "statements" ;
//! on        = "on" | "toward" | "towards" | "about" | "regarding" | "concerning" ;
//!
//! modifier  = "as of" DATE | ( "known at" | "known on" | "known as of" ) DATE
//!           | "on behalf of" NAME | "at" NAME | "according to" NAME
//!           | "by last word" | "by nation" | "by country" | ( "including" | "with" ) "inferred" [ stances ]
//!           | "assuming" [ "that" ] NAME ;
//! DATE      = 2025-09-05 | 2025-09 | 2025 | 5 September 2025 | September 5, 2025 | September 2025 ;
//! NAME      = "\"" { character | "\\\"" | "\\\\" | "\u{" hex "}" } "\"" | words ;
//! ```
//!
//! A quoted name, in straight or curly marks, is taken as it stands. Words are a name up to the first place where the
//! question can go on: the longest known name if it ends at such a place, otherwise all of them, so that an unknown
//! name is told as unknown and is never a fault of grammar. A name that holds a word of the grammar ("peace *at* any
//! cost") needs quotes unless the graph knows it.
//!
//! # Which words mean what
//!
//! *Supports, backs, favors, is for, is in favor of* ask for every stance that leans that way, and so do *opposes, is
//! against, is opposed to*; every other verb asks for exactly its stance. *Voted for, voted against, abstained on, was
//! absent on* ask for votes as cast. *Doesn't support* asks who is on record otherwise; silence is nobody's stance.
//!
//! # Examples
//!
//! ```
//! use stancegraph::Query;
//!
//! for (question, read_as) in [
//!     ("Who opposes foreign troops in Ukraine?", r#"who opposes "foreign troops in Ukraine""#),
//!     ("who is in favor of a ceasefire", r#"who supports "ceasefire""#),
//!     ("who turned down the offer?", r#"who rejects "offer""#),
//!     ("Who doesn't support ground troops?", r#"who doesn't support "ground troops""#),
//!     ("who voted no on A/RES/ES-11/1?", r#"who voted against "A/RES/ES-11/1""#),
//!     ("which nations abstained on A/RES/ES-11/1", r#"who abstained on "A/RES/ES-11/1" by nation"#),
//!     ("By whom was the plan rejected?", r#"who rejects "plan""#),
//!     ("Is Germany against foreign troops?", r#"does "Germany" oppose "foreign troops""#),
//!     ("How many countries support foreign troops?", r#"how many nations support "foreign troops""#),
//!     ("What has Ukraine demanded?", r#"what does "Ukraine" demand"#),
//!     ("What are Ukraine's demands?", r#"what does "Ukraine" demand"#),
//!     ("whom does Russia threaten", r#"what does "Russia" threaten"#),
//!     ("what did Putin say at the Eastern Economic Forum?", r#"what did "Putin" say at "Eastern Economic Forum""#),
//!     ("Russia's stances", r#"stances of "Russia""#),
//!     ("stances held on behalf of Ukraine", r#"stances of "Ukraine" on behalf of "Ukraine""#),
//!     ("Where does Russia stand on foreign troops?", r#"position of "Russia" on "foreign troops""#),
//!     ("who threatens whom?", "who threatens whom"),
//!     ("Which are hedged or hinted?", "which stances are hedged or hinted"),
//!     ("Which statements were hinted?", "which stances are hinted"),
//!     ("Why does Putin oppose foreign troops?", r#"why does "Putin" oppose "foreign troops""#),
//!     ("why doesn't Germany support a ceasefire", r#"why does "Germany" not support "ceasefire""#),
//!     ("what contradicts what?", "contradictions"),
//!     ("contradictions of Putin on dialogue", r#"contradictions of "Putin" on "dialogue""#),
//!     ("timeline of Sweden on NATO membership", r#"timeline of "Sweden" on "NATO membership""#),
//!     ("the last word of Russia on a ceasefire", r#"position of "Russia" on "ceasefire" by last word"#),
//!     (
//!         "who changed position on a ceasefire between March 2022 and 2023?",
//!         r#"who changed position on "ceasefire" between 2022-03 and 2023"#,
//!     ),
//!     ("who is the leader of NATO?", r#"who leads "NATO""#),
//!     ("members of the EU as of 1996", r#"members of "EU" as of 1996"#),
//!     ("what is Finland a member of?", r#"what is "Finland" a member of"#),
//!     (
//!         "who opposes X known at 2026 as of 5 September 2025 by nation, assuming a truce",
//!         r#"who opposes "X" by nation assuming "truce" as of 2025-09-05 known at 2026"#,
//!     ),
//! ] {
//!     assert_eq!(question.parse::<Query>()?.to_string(), read_as);
//! }
//! # Ok::<(), stancegraph::QuestionError>(())
//! ```

mod course;
mod date;
mod door;
mod error;
mod execute;
mod fault;
mod grammar;
mod keyword;
mod lex;
mod list;
mod modifier;
mod name;
mod plan;
mod predicate;
mod resolve;
mod spot;
mod token;
mod what;
mod who;
mod why;
mod words;

pub use error::{
    AmbiguousReference, BadDate, EmptyQuestion, MissingHolder, MissingTarget, MissingVerb, NotUnderstood,
    NotYet, QuestionError, Repeated, TooLong, UnclosedQuote, UnknownWord,
};
pub use lex::MAX_LENGTH;

use std::str::FromStr;

use crate::graph::{Vocabulary, lexicon};
use crate::query::Query;

use self::lexicon::Lexicon;
use self::token::Token;

/// A question as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    query: Query,
    notes: Vec<String>,
}

impl Reading {
    /// What was understood.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// What was understood, alone.
    pub fn into_query(self) -> Query {
        self.query
    }

    /// What the asker should know of the reading: characters that were left out.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}

/// Reads a question. With a vocabulary, known names are told from the words around them; without one, names that hold
/// words of the grammar need quotes.
///
/// # Errors
/// [`QuestionError`] with the bytes at fault and what to write instead.
///
/// # Complexity
/// O(n w) for `n` words and known names of at most `w` words; a question has at most [`MAX_LENGTH`] characters.
///
/// # Example
/// ```
/// let reading = stancegraph::ask::read("who rejects\u{202e} the plan?", None)?;
/// assert_eq!(reading.query().to_string(), r#"who rejects "plan""#);
/// assert_eq!(reading.notes(), ["1 control or invisible character left out of the question"]);
/// # Ok::<(), stancegraph::QuestionError>(())
/// ```
pub fn read(question: &str, vocabulary: Option<&Vocabulary>) -> Result<Reading, QuestionError> {
    let mut lexed = lex::lex(question)?;
    if let Some(vocabulary) = vocabulary {
        spot::spot(&mut lexed.tokens, vocabulary);
    }
    let lexicon = match vocabulary {
        Some(vocabulary) => vocabulary.lexicon(),
        None => Lexicon::bundled(),
    };
    let query = query(&mut lexed.tokens, lexicon)?;
    Ok(Reading { query, notes: unseen_note(lexed.unseen).into_iter().collect() })
}

/// The query of the tokens. Where they make none, the stance words that may have been meant are looked for, so that
/// the error can name the nearest.
fn query(tokens: &mut [Token], lexicon: &Lexicon) -> Result<Query, QuestionError> {
    words::mark(tokens, lexicon);
    grammar::query(tokens).or_else(|_| {
        words::mark_slips(tokens, lexicon);
        grammar::query(tokens)
    })
}

fn unseen_note(count: usize) -> Option<String> {
    let plural = if count == 1 { "character" } else { "characters" };
    (count > 0).then(|| format!("{count} control or invisible {plural} left out of the question"))
}

/// [`read`], the query alone.
///
/// # Errors
/// As [`read`].
///
/// # Example
/// ```
/// use stancegraph::{Query, Stance, ask, datasets};
/// let graph = datasets::article()?;
/// let query = ask::parse("who rejects Russia as a guarantor?", Some(graph.vocabulary()))?;
/// assert_eq!(query, Query::who(Stance::Rejects).on("Russia as a guarantor"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parse(question: &str, vocabulary: Option<&Vocabulary>) -> Result<Query, QuestionError> {
    read(question, vocabulary).map(Reading::into_query)
}

/// Reads a question without the names of a graph, as [`parse`] does.
impl FromStr for Query {
    type Err = QuestionError;

    fn from_str(question: &str) -> Result<Self, QuestionError> {
        parse(question, None)
    }
}
