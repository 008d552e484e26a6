//! Datasets that come with the crate, each built on first use and then kept.
//!
//! | key | what it holds |
//! |---|---|
//! | `nations` | the states of ISO 3166-1 and former ones, with codes, capitals and names |
//! | `organizations` | international organizations with dated memberships |
//! | `ukraine-article` | every stance in one news article on the war in Ukraine |
//! | `es-11-1` | the recorded vote on UN General Assembly resolution ES-11/1 |
//! | `nato-accession` | the accession of Finland and Sweden to NATO, 2022-2024, from dated public documents |
//! | `invented` | a small quarrel, plainly invented, with what a real case seldom has all at once |

use once_cell::sync::OnceCell;

use crate::format::{Format, Gathered};
use crate::graph::{BuildError, StanceGraph};

struct Bundled {
    key: &'static str,
    format: Format,
    text: &'static str,
    graph: OnceCell<StanceGraph>,
}

impl Bundled {
    const fn new(key: &'static str, format: Format, text: &'static str) -> Self {
        Self { key, format, text, graph: OnceCell::new() }
    }

    fn graph(&'static self) -> Result<&'static StanceGraph, BuildError> {
        self.graph.get_or_try_init(|| {
            let mut gathered = Gathered::default();
            gathered.add_bundled(self.key);
            gathered.build()
        })
    }
}

static NATIONS: Bundled = Bundled::new("nations", Format::Toml, include_str!("../data/nations.toml"));
static ORGANIZATIONS: Bundled =
    Bundled::new("organizations", Format::Toml, include_str!("../data/organizations.toml"));
static ARTICLE: Bundled =
    Bundled::new("ukraine-article", Format::Toml, include_str!("../data/ukraine-article.toml"));
static ES_11_1: Bundled = Bundled::new("es-11-1", Format::JsonLines, include_str!("../data/es-11-1.jsonl"));
static NATO_ACCESSION: Bundled =
    Bundled::new("nato-accession", Format::Toml, include_str!("../data/nato-accession.toml"));
static INVENTED: Bundled = Bundled::new("invented", Format::Toml, include_str!("../data/invented.toml"));

static ALL: [&Bundled; 6] = [&NATIONS, &ORGANIZATIONS, &ARTICLE, &ES_11_1, &NATO_ACCESSION, &INVENTED];

/// The states of ISO 3166-1 and former ones, with their codes, capitals and other names.
///
/// # Errors
/// None with the data as released: the crate's tests build every bundled dataset.
pub fn nations() -> Result<&'static StanceGraph, BuildError> {
    NATIONS.graph()
}

/// International organizations with their dated memberships, and the nations.
///
/// # Errors
/// None with the data as released: the crate's tests build every bundled dataset.
pub fn organizations() -> Result<&'static StanceGraph, BuildError> {
    ORGANIZATIONS.graph()
}

/// Every stance in one undated news article on the war in Ukraine, with the nations and organizations.
///
/// ```
/// let graph = stancegraph::datasets::article()?;
/// assert!(graph.find("vladimir-putin").is_some());
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
///
/// # Errors
/// None with the data as released: the crate's tests build every bundled dataset.
pub fn article() -> Result<&'static StanceGraph, BuildError> {
    ARTICLE.graph()
}

/// The vote of all 193 members on UN General Assembly resolution ES-11/1, with the nations and organizations.
///
/// ```
/// let graph = stancegraph::datasets::es_11_1()?;
/// assert_eq!(graph.statement_count(), 193);
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
///
/// # Errors
/// None with the data as released: the crate's tests build every bundled dataset.
pub fn es_11_1() -> Result<&'static StanceGraph, BuildError> {
    ES_11_1.graph()
}

/// The accession of Finland and Sweden to NATO, 2022-2024: positions, conditions, holds, ratifications and threats, each
/// from a dated public document, with the nations and organizations.
///
/// ```
/// let graph = stancegraph::datasets::nato_accession()?;
/// let answer = graph.ask("who opposes Sweden's accession by nation as of 2022-06-01")?;
/// let holders: Vec<&str> = answer.findings().into_iter().map(|finding| finding.holder().name()).collect();
/// assert_eq!(holders, ["Türkiye"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// None with the data as released: the crate's tests build every bundled dataset.
pub fn nato_accession() -> Result<&'static StanceGraph, BuildError> {
    NATO_ACCESSION.graph()
}

/// A small quarrel over a strait, plainly invented: a report taken back, a member leaving its bloc, a withdrawal, an
/// order nobody knows, two officials at odds, a series with two instances, a condition not met and then met.
///
/// ```
/// use stancegraph::Verdict;
/// let graph = stancegraph::datasets::invented()?;
/// let answer = graph.ask("does Averia support the toll")?;
/// assert_eq!(answer.verdict(), Some(Verdict::Conflicting));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// None with the data as released: the crate's tests build every bundled dataset.
pub fn invented() -> Result<&'static StanceGraph, BuildError> {
    INVENTED.graph()
}

/// The keys of the bundled datasets.
pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
    ALL.iter().map(|bundled| bundled.key)
}

/// The text of a bundled dataset, as it was coded.
pub fn text(key: &str) -> Option<&'static str> {
    find(key).map(|(text, _)| text)
}

/// The graph of a bundled dataset; `None` if there is none of that key.
///
/// # Errors
/// None with the data as released: the crate's tests build every bundled dataset.
pub fn graph(key: &str) -> Option<Result<&'static StanceGraph, BuildError>> {
    ALL.iter().find(|bundled| bundled.key == key).map(|bundled| bundled.graph())
}

/// The text and format of a bundled dataset.
pub(crate) fn find(key: &str) -> Option<(&'static str, Format)> {
    ALL.iter().find(|bundled| bundled.key == key).map(|bundled| (bundled.text, bundled.format))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{read, write};

    #[test]
    fn every_bundled_dataset_builds() {
        for key in names() {
            let built = graph(key).unwrap();
            assert!(built.is_ok(), "{key}: {}", built.unwrap_err());
        }
        assert!(text("atlantis").is_none() && graph("atlantis").is_none());
    }

    #[test]
    fn every_bundled_dataset_reads_the_same_in_every_format() {
        for bundled in ALL {
            let mut draft = read(bundled.text, bundled.format, bundled.key).draft;
            draft.nodes.sort_by_key(|node| node.kind);
            for &format in Format::ALL {
                assert_eq!(
                    read(&write(&draft, format), format, "copy").draft,
                    draft,
                    "{} in {format}",
                    bundled.key
                );
            }
        }
    }

    #[test]
    fn a_dataset_brings_what_it_uses() {
        let graph = organizations().unwrap();
        let keys: Vec<&str> = graph.datasets().iter().map(|dataset| dataset.key.as_str()).collect();
        assert_eq!(keys, ["nations", "organizations"]);
    }
}
