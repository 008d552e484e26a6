//! Checks shared by all records, and the list of faults they fill.

use std::collections::HashMap;
use std::str::FromStr;

use crate::graph::{Fault, FaultKind};
use crate::model::draft::Text;
use crate::model::{Confidence, Date, Interval, Key, NodeId, NodeKind, Place, Placed, SourceId, UnknownCode};

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

    fn missing(&mut self, text: &Text, what: &str) {
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

/// The keys of one kind of record and what they stand for.
#[derive(Default)]
pub(super) struct Index<I> {
    ids: HashMap<Key, I>,
    places: HashMap<Key, Place>,
}

impl<I: Copy> Index<I> {
    pub(super) fn new() -> Self {
        Self { ids: HashMap::new(), places: HashMap::new() }
    }

    /// Enters a key; a fault where it is taken.
    pub(super) fn enter(&mut self, key: &Key, id: I, place: &Place, checks: &mut Checks) {
        if let Some(first) = self.places.get(key) {
            let key = Text::new(key.to_string(), place.clone());
            return checks.taken(&key, Some(first));
        }
        self.ids.insert(key.clone(), id);
        self.places.insert(key.clone(), place.clone());
    }

    /// What a key stands for, if it is one.
    pub(super) fn get(&self, key: &str) -> Option<I> {
        self.ids.get(key).copied()
    }

    /// What a reference stands for; a fault with the nearest key where nothing has it.
    pub(super) fn find(&self, text: &Text, what: &str, checks: &mut Checks) -> Option<I> {
        if text.value.is_empty() {
            checks.missing(text, what);
            return None;
        }
        let found = self.ids.get(text.value.as_str()).copied();
        if found.is_none() && checks.room == 0 {
            // The nearest key is costly to find; nobody would be told.
            checks.unlisted += 1;
        } else if found.is_none() {
            let shown: String = text.value.chars().take(60).collect();
            // The nearest key is costly to find: the first faults tell enough.
            let near = if checks.faults.len() < MAX_SUGGESTIONS { self.nearest(&shown) } else { None };
            let remedy = near.map_or_else(
                || "define it, or name a dataset that does under `uses`".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("no {what} has the key `{shown}`; {remedy}");
            checks.fault(FaultKind::DanglingReference, &text.place, message);
        }
        found
    }

    fn nearest(&self, wanted: &str) -> Option<&Key> {
        let near =
            |key: &Key| strsim::damerau_levenshtein(&wanted.to_lowercase(), &key.as_str().to_lowercase());
        let limit = 1 + wanted.chars().count() / 5;
        let alike = self.ids.keys().filter(|key| key.as_str().len().abs_diff(wanted.len()) <= limit);
        let within = alike.map(|key| (near(key), key)).filter(|(distance, _)| *distance <= limit);
        within.min().map(|(_, key)| key)
    }

    pub(super) fn into_ids(self) -> HashMap<Key, I> {
        self.ids
    }
}

/// The nodes by key, with their kinds.
pub(super) struct NodeIndex {
    pub(super) keys: Index<NodeId>,
    pub(super) kinds: Vec<NodeKind>,
}

/// The sources by key.
pub(super) type SourceIndex = Index<SourceId>;

/// What keys stand for.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    pub(super) nodes: &'k NodeIndex,
    pub(super) sources: &'k SourceIndex,
}

impl Known<'_> {
    /// The source that a record names, if it names one.
    pub(super) fn source(self, text: Option<&Text>, checks: &mut Checks) -> Option<SourceId> {
        text.and_then(|text| self.sources.find(text, "source", checks))
    }
}

impl NodeIndex {
    /// A reference that must be of a kind that fits; otherwise a fault that says what was wanted.
    pub(super) fn find(
        &self,
        text: &Text,
        wanted: (&str, fn(NodeKind) -> bool),
        checks: &mut Checks,
    ) -> Option<NodeId> {
        let id = self.keys.find(text, "node", checks)?;
        let kind = self.kinds[id.index()];
        if wanted.1(kind) {
            return Some(id);
        }
        let message = format!("`{}` is a {kind}, which cannot stand here; name {}", text.value, wanted.0);
        checks.fault(FaultKind::IllegalRole, &text.place, message);
        None
    }

    pub(super) fn into_ids(self) -> HashMap<Key, NodeId> {
        self.keys.into_ids()
    }
}

/// Dense ids are 32 bits wide; no dataset that fits in memory comes near.
pub(super) fn dense(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
