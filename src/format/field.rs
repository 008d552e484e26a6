//! A field of a record: its name, what may stand in it, and the part of the draft that it fills.
//!
//! Reading, writing, the check for unknown fields and the test of the JSON Schema all go by these descriptions.

use crate::model::Placed;
use crate::model::draft::{AliasDraft, CapacityDraft, ConditionDraft, Text, VerbDraft};

/// A field of a record.
#[derive(Debug)]
pub(super) struct Field<'a> {
    /// Its name in a file.
    pub(super) name: &'static str,
    /// What it fills.
    pub(super) slot: Slot<'a>,
}

/// What a text says. The reader checks no domain, that is the builder's; it tells what to write instead.
#[derive(Debug, Clone, Copy)]
pub(super) enum Domain {
    /// Words for people.
    Words,
    /// The key of a node, source, statement or dataset.
    Key,
    /// A day, month or year.
    Date,
    /// A word of a closed set.
    Code(CodeSet),
}

/// The words of a closed set.
pub(super) type CodeSet = fn() -> Vec<&'static str>;

/// The part of a draft that a field fills, by the shape of its value.
#[derive(Debug)]
pub(super) enum Slot<'a> {
    /// A text that every such record needs.
    Required(Domain, &'a mut Text),
    /// A text.
    Optional(Domain, &'a mut Option<Text>),
    /// A list of texts.
    List(Domain, &'a mut Vec<Text>),
    /// A key that every such record needs, or a list of them.
    OneOrMore(&'a mut Vec<Text>),
    /// A number from 0 to 1.
    Confidence(&'a mut Option<Placed<f64>>),
    /// `true` or `false`; `false` if left out.
    Flag(&'a mut bool),
    /// `true` or `false`; every such record needs it.
    RequiredFlag(&'a mut bool),
    /// A list of names or tables.
    Aliases(&'a mut Vec<AliasDraft>),
    /// A table of texts.
    Ids(&'a mut Vec<(String, Text)>),
    /// A list of keys, or `"personal"`.
    Capacity(&'a mut CapacityDraft),
    /// A list of tables.
    Conditions(&'a mut Vec<ConditionDraft>),
    /// A list of lists of texts.
    Verbs(&'a mut Vec<VerbDraft>),
}

/// What a verb is, as a fault says.
pub(super) const FIVE_FORMS: &str =
    "the five forms of a verb, such as [\"give\", \"gives\", \"gave\", \"given\", \"giving\"]";

impl Field<'_> {
    /// Whether every such record needs it.
    pub(super) const fn is_required(&self) -> bool {
        matches!(self.slot, Slot::Required(..) | Slot::OneOrMore(_) | Slot::RequiredFlag(_))
    }

    /// What to write in it, as a fault says.
    pub(super) fn expected(&self) -> String {
        match &self.slot {
            Slot::Required(domain, _) | Slot::Optional(domain, _) => domain.expected(),
            Slot::List(domain, _) => format!("a list, each item {}", domain.expected()),
            Slot::OneOrMore(_) => format!("{}, or a list of keys", Domain::Key.expected()),
            Slot::Confidence(_) => "a number from 0 to 1, without quotes".into(),
            Slot::Flag(_) | Slot::RequiredFlag(_) => "true or false, without quotes".into(),
            Slot::Aliases(_) => "a list of names, such as [\"Kyiv\"]".into(),
            Slot::Ids(_) => "a table of texts, such as iso3 with \"UKR\"".into(),
            Slot::Capacity(_) => "a list of keys, such as [\"RUS\"], or \"personal\"".into(),
            Slot::Conditions(_) => "a list of tables with relation, text or proposal, and scope".into(),
            Slot::Verbs(_) => format!("a list, each item {FIVE_FORMS}"),
        }
    }
}

impl Domain {
    /// What to write, as a fault says.
    pub(super) fn expected(self) -> String {
        match self {
            Self::Words => "a text in quotes".into(),
            Self::Key => "a key in quotes, such as \"vladimir-putin\"".into(),
            Self::Date => "a date in quotes, such as \"2022-03-02\", \"2022-03\" or \"2022\"".into(),
            Self::Code(set) => format!("one of \"{}\"", set().join("\", \"")),
        }
    }
}

pub(super) const fn required<'a>(name: &'static str, domain: Domain, text: &'a mut Text) -> Field<'a> {
    Field { name, slot: Slot::Required(domain, text) }
}

pub(super) const fn optional<'a>(
    name: &'static str,
    domain: Domain,
    text: &'a mut Option<Text>,
) -> Field<'a> {
    Field { name, slot: Slot::Optional(domain, text) }
}

pub(super) const fn list<'a>(name: &'static str, domain: Domain, texts: &'a mut Vec<Text>) -> Field<'a> {
    Field { name, slot: Slot::List(domain, texts) }
}

pub(super) const fn field<'a>(name: &'static str, slot: Slot<'a>) -> Field<'a> {
    Field { name, slot }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_write_is_told_by_shape_and_domain() {
        let mut date = None;
        assert!(optional("said", Domain::Date, &mut date).expected().starts_with("a date in quotes"));
        let mut acts = Vec::new();
        assert_eq!(
            list("act", Domain::Code(|| vec!["said", "did"]), &mut acts).expected(),
            "a list, each item one of \"said\", \"did\""
        );
    }
}
