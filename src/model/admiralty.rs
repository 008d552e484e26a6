//! The Admiralty code: how reliable a source is, how credible what it says, and what both make of a confidence.

use super::Confidence;
use super::word::code_words;

/// How reliable a source is, by the Admiralty code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged: unknown, not bad.
    F,
}

code_words!(Reliability, "reliability", { A = 0 "A", B = 1 "B", C = 2 "C", D = 3 "D", E = 4 "E", F = 5 "F" });

/// How credible a piece of information is, by the Admiralty code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Credibility {
    /// Confirmed by other sources.
    Confirmed,
    /// Probably true.
    Probable,
    /// Possibly true.
    Possible,
    /// Doubtful.
    Doubtful,
    /// Improbable.
    Improbable,
    /// Cannot be judged: unknown, not bad.
    Unknown,
}

code_words!(Credibility, "credibility", {
    Confirmed = 1 "1", Probable = 2 "2", Possible = 3 "3", Doubtful = 4 "4", Improbable = 5 "5", Unknown = 6 "6",
});

impl Reliability {
    /// The letter as a figure: A 0.9, B 0.7, C 0.5, D 0.3, E 0.1; `None` for F, which is unknown and no low figure.
    pub fn confidence(self) -> Option<Confidence> {
        step(match self {
            Self::A => 0,
            Self::B => 1,
            Self::C => 2,
            Self::D => 3,
            Self::E => 4,
            Self::F => return None,
        })
    }
}

impl Credibility {
    /// The digit as a figure: 1 0.9, 2 0.7, 3 0.5, 4 0.3, 5 0.1; `None` for 6, which is unknown and no low figure.
    pub fn confidence(self) -> Option<Confidence> {
        step(match self {
            Self::Confirmed => 0,
            Self::Probable => 1,
            Self::Possible => 2,
            Self::Doubtful => 3,
            Self::Improbable => 4,
            Self::Unknown => return None,
        })
    }
}

/// The middle of the first, second ... fifth part of the scale from the top.
fn step(part: u8) -> Option<Confidence> {
    Confidence::new(f64::from(9 - 2 * part) / 10.0).ok()
}

/// A rating by the Admiralty code: a letter for the source, a digit for what it says; either may be missing.
///
/// Prints as people write it: `B2`, with `-` for what is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Admiralty {
    /// How reliable the source is.
    pub reliability: Option<Reliability>,
    /// How credible the information is.
    pub credibility: Option<Credibility>,
}

impl Admiralty {
    /// The rating as a confidence: the lower figure of the two halves; of one known half, its figure.
    ///
    /// `None` where neither half is known, be it that nobody rated it or that it cannot be judged (F, 6).
    ///
    /// The code is an ordinal scale: B is better than C, by how much it does not say, and the two halves are meant to
    /// be judged apart. A figure is a convention, kept here so that rated and unrated sources can be told apart in one
    /// measure. A coder's own confidence always goes before it.
    ///
    /// # Source
    /// For the digits, the table "Admiralty Credibility" among the confidence scales of STIX 2.1 (OASIS standard,
    /// appendix on confidence scales): 1 is 90, 2 is 70, 3 is 50, 4 is 30, 5 is 10 of 100, and 6 has no figure. That
    /// the letters take the same five steps, and that the lower half counts, is this crate's choice.
    ///
    /// # Example
    /// ```
    /// use stancegraph::model::{Admiralty, Credibility::{Probable, Unknown}, Reliability::{B, E, F}};
    /// let figure = |reliability, credibility| {
    ///     let rating = Admiralty { reliability: Some(reliability), credibility: Some(credibility) };
    ///     rating.confidence().map(|confidence| confidence.get())
    /// };
    /// assert_eq!(figure(B, Probable), Some(0.7));
    /// assert_eq!(figure(E, Probable), Some(0.1)); // the lower half
    /// assert_eq!(figure(F, Probable), Some(0.7)); // F is unknown, not low
    /// assert_eq!(figure(F, Unknown), None); // unrated
    /// ```
    pub fn confidence(self) -> Option<Confidence> {
        let reliability = self.reliability.and_then(Reliability::confidence);
        let credibility = self.credibility.and_then(Credibility::confidence);
        let lower = |a: Confidence, b: Confidence| if b.get() < a.get() { b } else { a };
        reliability.into_iter().chain(credibility).reduce(lower)
    }
}

impl std::fmt::Display for Admiralty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letter = self.reliability.map_or("-", Reliability::as_str);
        let digit = self.credibility.map_or("-", Credibility::as_str);
        f.pad(&format!("{letter}{digit}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_down_is_a_lower_figure_and_the_last_is_none() {
        let letters: Vec<_> = Reliability::ALL.iter().map(|one| one.confidence()).collect();
        let digits: Vec<_> = Credibility::ALL.iter().map(|one| one.confidence()).collect();
        assert_eq!(letters, digits);
        assert!(letters[..5].windows(2).all(|pair| pair[0].unwrap() > pair[1].unwrap()));
        assert_eq!(letters[5], None);
    }

    #[test]
    fn what_is_missing_counts_no_more_than_what_cannot_be_judged() {
        let of = |reliability, credibility| Admiralty { reliability, credibility };
        assert_eq!(of(None, None).confidence(), None);
        assert_eq!(of(Some(Reliability::F), None).confidence(), None);
        assert_eq!(of(None, Some(Credibility::Possible)).confidence(), Confidence::new(0.5).ok());
        assert_eq!(
            of(Some(Reliability::A), Some(Credibility::Unknown)).confidence(),
            Confidence::new(0.9).ok()
        );
    }

    #[test]
    fn a_rating_prints_as_people_write_it() {
        let rating = Admiralty { reliability: Some(Reliability::B), credibility: None };
        assert_eq!(rating.to_string(), "B-");
    }
}
