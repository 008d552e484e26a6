//! Checks shared by all records, and the list of faults they fill.

use std::str::FromStr;

use crate::graph::{Fault, FaultKind};
use crate::model::draft::Text;
use crate::model::{Confidence, Date, Interval, Key, Place, Placed, UnknownCode};

/// The most faults that a builder lists; one more says how many there are beside.
const MAX_FAULTS: usize = 1_000;

/// After how many faults no nearest key is looked for any more.
const MAX_SUGGESTIONS: usize = 100;

/// The faults found so far.
pub(super) struct Checks {
    faults: Vec<Fault>,
    /// How many more faults the builder may list.
    room: usize,
    /// How many there were no room for.
    unlisted: usize,
}

impl Checks {
    pub(super) fn new(faults: Vec<Fault>) -> Self {
        Self { faults, room: MAX_FAULTS, unlisted: 0 }
    }

    pub(super) fn into_faults(mut self) -> Vec<Fault> {
        if self.unlisted > 0 {
            let message = format!("{} more faults are not listed; mend these and check again", self.unlisted);
            let last = Place { file: None, line: None, column: None, field: Some("the rest".into()) };
            self.faults.push(Fault::new(FaultKind::TooLarge, last, message));
        }
        self.faults
    }

    pub(super) fn fault(&mut self, kind: FaultKind, place: &Place, message: impl Into<String>) {
        match self.room.checked_sub(1) {
            Some(room) => {
                self.room = room;
                self.faults.push(Fault::new(kind, place.clone(), message));
            }
            None => self.unlisted += 1,
        }
    }

    /// Whether a fault found now would still be listed.
    pub(super) const fn has_room(&self) -> bool {
        self.room > 0
    }

    /// Counts a fault that there is no room for.
    pub(super) const fn pass_over(&mut self) {
        self.unlisted += 1;
    }

    /// Whether faults are few enough to tell what was perhaps meant.
    pub(super) fn may_suggest(&self) -> bool {
        self.faults.len() < MAX_SUGGESTIONS
    }

    /// The value, or a fault of this kind.
    fn check<T, E: ToString>(&mut self, result: Result<T, E>, kind: FaultKind, place: &Place) -> Option<T> {
        result.map_err(|error| self.fault(kind, place, error.to_string())).ok()
    }

    /// A key. An empty one was reported by the reader, or is reported here where the draft was made in code.
    pub(super) fn key(&mut self, text: &Text, what: &str) -> Option<Key> {
        if text.value.is_empty() {
            self.missing(text, what);
            return None;
        }
        self.check(Key::new(&text.value), FaultKind::IllFormedKey, &text.place)
    }

    /// The fault that a key is in use, by the entry at that place if it is known.
    pub(super) fn taken(&mut self, key: &Text, first: Option<&Place>) {
        let by = first.map_or_else(String::new, |place| format!(", by the entry at {place}"));
        let message = format!("the key `{}` is taken already{by}; choose another", key.value);
        self.fault(FaultKind::DuplicateKey, &key.place, message);
    }

    /// A text that must not be empty.
    pub(super) fn required(&mut self, text: &Text, what: &str) -> Option<String> {
        if text.value.trim().is_empty() {
            self.missing(text, what);
            return None;
        }
        Some(text.value.clone())
    }

    pub(super) fn missing(&mut self, text: &Text, what: &str) {
        self.told_missing(text, format!("{what} is missing or empty; write one"));
    }

    fn told_missing(&mut self, text: &Text, told: String) {
        // The reader leaves an empty text at the place of what it reported.
        let of_reader =
            |fault: &Fault| matches!(fault.kind(), FaultKind::MissingField | FaultKind::WrongType);
        let reported = |fault: &Fault| of_reader(fault) && fault.place() == &text.place;
        if !self.faults.iter().any(reported) {
            self.fault(FaultKind::MissingField, &text.place, told);
        }
    }

    pub(super) fn code<T: FromStr<Err = UnknownCode>>(&mut self, text: &Text) -> Option<T> {
        let word: Result<T, UnknownCode> = text.value.parse();
        if let (Err(unknown), true) = (&word, text.value.is_empty()) {
            self.told_missing(text, unknown.missing());
            return None;
        }
        self.check(word, FaultKind::UnknownCode, &text.place)
    }

    /// A code word that may be left out.
    pub(super) fn code_or<T: FromStr<Err = UnknownCode>>(&mut self, text: Option<&Text>, default: T) -> T {
        match text {
            None => default,
            Some(text) => self.code(text).unwrap_or(default),
        }
    }

    pub(super) fn date(&mut self, text: Option<&Text>) -> Option<Date> {
        let text = text?;
        self.check(text.value.parse(), FaultKind::IllFormedDate, &text.place)
    }

    pub(super) fn interval(&mut self, since: Option<&Text>, until: Option<&Text>) -> Interval {
        let (from, to) = (self.date(since), self.date(until));
        let place = until.or(since).map(|text| text.place.clone()).unwrap_or_default();
        self.check(Interval::new(from, to), FaultKind::InvertedInterval, &place).unwrap_or_default()
    }

    pub(super) fn confidence(&mut self, value: Option<&Placed<f64>>) -> Option<Confidence> {
        let number = value?;
        self.check(Confidence::new(number.value), FaultKind::OffScale, &number.place)
    }
}

/// A text without its place.
pub(super) fn plain(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}
