//! Fills a record of the draft from a table, field by field; what is wrong with one field leaves the others be.

use super::field::{Domain, FIVE_FORMS, Field, Slot};
use super::records;
use super::report::Report;
use super::site::Site;
use super::spelling;
use super::tree::{Content, Position, Table, Value, clip};
use crate::graph::FaultKind;
use crate::model::draft::{AliasDraft, CapacityDraft, ConditionDraft, IgnoredPlace, Text, VerbDraft};
use crate::model::{Place, Placed};

/// A table that is to be read as a record.
#[derive(Debug)]
pub(super) struct Record<'a> {
    /// What it is: "statement".
    pub(super) what: &'a str,
    /// Its fields.
    pub(super) table: Table,
    /// Where it begins.
    pub(super) at: Position,
    /// Where it stands.
    pub(super) site: &'a Site,
    /// What a field means that it does not have.
    pub(super) lacking: Lacking<'a>,
}

/// What it means that a record lacks a field.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lacking<'a> {
    /// A fault, if every such record needs the field.
    Fault,
    /// It has the default; a fault only if there is none.
    Defaults(&'a Table, &'a Site),
    /// Nothing: these are the defaults themselves.
    Fine,
}

impl Record<'_> {
    fn take(&mut self, name: &str) -> Option<(Value, Site)> {
        let own = self.table.take(name).map(|value| (value, self.site.field(name)));
        own.or_else(|| match self.lacking {
            Lacking::Defaults(table, site) => table.get(name).map(|value| (value.clone(), site.field(name))),
            Lacking::Fault | Lacking::Fine => None,
        })
    }

    fn miss(&self, field: Field<'_>, report: &mut Report) {
        if !field.is_required() || matches!(self.lacking, Lacking::Fine) {
            return;
        }
        let place = self.site.clone().place(self.at);
        let message = format!("this {} has no `{}`; add {}", self.what, field.name, field.expected());
        report.add(FaultKind::MissingField, place.clone(), message);
        leave_empty(field.slot, place);
    }
}

/// Tells the builder that an empty text was reported: it has the place of that fault.
fn leave_empty(slot: Slot<'_>, place: Place) {
    if let Slot::Required(_, text) = slot {
        text.place = place;
    }
}

/// Reads every field that the record has, and reports those it should not have or needs.
pub(super) fn fill(mut record: Record<'_>, fields: Vec<Field<'_>>, report: &mut Report) {
    let names: Vec<&'static str> = fields.iter().map(|field| field.name).collect();
    spelling::settle(&mut record.table, record.what, &names, record.site, report);
    for field in fields {
        match record.take(field.name) {
            Some((value, site)) => set(field, value, &site, report),
            None => record.miss(field, report),
        }
    }
}

/// Puts a value into its slot; one that the slot cannot take comes back and is a fault.
fn set(mut field: Field<'_>, Value { at, content }: Value, site: &Site, report: &mut Report) {
    let is_required = field.is_required();
    let mut reader = Reader { name: field.name, at, site, report };
    let taken = match &mut field.slot {
        _ if is_required && content.is_empty() => Err(content),
        Slot::Required(domain, text) => reader.text(*domain, content, |read| **text = read),
        Slot::Optional(domain, text) => reader.text(*domain, content, |read| **text = Some(read)),
        Slot::List(domain, texts) => reader.texts(*domain, content, texts),
        Slot::OneOrMore(keys) => reader.one_or_more(content, keys),
        Slot::Confidence(number) => reader.number(content, number),
        Slot::Flag(flag) | Slot::RequiredFlag(flag) => reader.flag(content, flag),
        Slot::Aliases(aliases) => reader.aliases(content, aliases),
        Slot::Ids(ids) => reader.ids(content, ids),
        Slot::Capacity(capacity) => reader.capacity(content, capacity),
        Slot::Conditions(conditions) => reader.conditions(content, conditions),
        Slot::Verbs(verbs) => reader.verbs(content, verbs),
    };
    if let Err(content) = taken {
        reader.refuse(field.name, &content, &field.expected());
        leave_empty(field.slot, site.clone().place(at));
    }
}

/// Reads the value of one field.
struct Reader<'a> {
    name: &'static str,
    at: Position,
    site: &'a Site,
    report: &'a mut Report,
}

/// Nothing, or the value that could not be taken. What it was clearly meant to be may have been kept.
type Taken = Result<(), Content>;

impl Reader<'_> {
    fn placed<T>(&self, value: T) -> Placed<T> {
        Placed::new(value, self.site.clone().place(self.at))
    }

    fn refuse(&mut self, what: &str, content: &Content, expected: &str) {
        let kind = if content.is_empty() { FaultKind::MissingField } else { FaultKind::WrongType };
        let message = format!("`{what}` is {}; write {expected}", content.describe());
        self.report.add(kind, self.site.clone().place(self.at), message);
    }

    /// A text. A key or words without quotes are kept, so that not every reference to the key dangles.
    fn text(&mut self, domain: Domain, content: Content, keep: impl FnOnce(Text)) -> Taken {
        match (domain, content) {
            (_, Content::Text(text)) | (Domain::Date, Content::Date(text)) => keep(self.placed(text)),
            (Domain::Key | Domain::Words, content) => {
                if let Some(text) = content.in_quotes() {
                    keep(self.placed(text));
                }
                return Err(content);
            }
            (_, content) => return Err(content),
        }
        Ok(())
    }

    /// A list of texts. A single text is kept as a list of one.
    fn texts(&mut self, domain: Domain, content: Content, texts: &mut Vec<Text>) -> Taken {
        let items = match content {
            Content::List(items) => items,
            Content::Text(text) => {
                *texts = vec![self.placed(text.clone())];
                return Err(Content::Text(text));
            }
            content => return Err(content),
        };
        self.each(items, |item, content| {
            let taken = item.text(domain, content, |text| texts.push(text));
            taken.map_err(|content| (content, domain.expected()))
        });
        Ok(())
    }

    fn one_or_more(&mut self, content: Content, keys: &mut Vec<Text>) -> Taken {
        match content {
            Content::List(items) => self.texts(Domain::Key, Content::List(items), keys),
            content => self.text(Domain::Key, content, |key| keys.push(key)),
        }
    }

    fn number(&mut self, content: Content, number: &mut Option<Placed<f64>>) -> Taken {
        match content {
            Content::Number(read) => *number = Some(self.placed(read)),
            content => return Err(content),
        }
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "so that the cases of `set` read alike")]
    fn flag(&mut self, content: Content, flag: &mut bool) -> Taken {
        match content {
            Content::Bool(read) => *flag = read,
            content => return Err(content),
        }
        Ok(())
    }

    /// Names as texts, or as tables where more is known of them.
    fn aliases(&mut self, content: Content, aliases: &mut Vec<AliasDraft>) -> Taken {
        let items = match content {
            Content::List(items) => items,
            Content::Text(text) => {
                aliases.push(AliasDraft { text: self.placed(text.clone()), ..AliasDraft::default() });
                return Err(Content::Text(text));
            }
            content => return Err(content),
        };
        self.each(items, |item, content| {
            let mut alias = AliasDraft::default();
            match content {
                Content::Text(text) => alias.text = item.placed(text),
                Content::Table(table) => item.record("alias", table, records::alias(&mut alias)),
                content => {
                    return Err((content, "a name in quotes, or a table with text and language".into()));
                }
            }
            aliases.push(alias);
            Ok(())
        });
        Ok(())
    }

    fn ids(&mut self, content: Content, ids: &mut Vec<(String, Text)>) -> Taken {
        let Content::Table(mut table) = content else { return Err(content) };
        spelling::drop_repeated(&mut table, "table", self.site, self.report);
        for member in table.members {
            let site = self.site.field(&member.name);
            let mut item = Reader { name: self.name, at: member.value.at, site: &site, report: self.report };
            let taken =
                item.text(Domain::Words, member.value.content, |code| ids.push((member.name.clone(), code)));
            if let Err(content) = taken {
                item.refuse(&clip(&member.name), &content, &Domain::Words.expected());
            }
        }
        Ok(())
    }

    /// `"personal"`, or the keys of those it was said for. A single key is kept as a list of one.
    fn capacity(&mut self, content: Content, capacity: &mut CapacityDraft) -> Taken {
        match content {
            Content::Text(text) if text == "personal" => *capacity = CapacityDraft::Personal,
            content if content.is_empty() => return Err(content),
            content => {
                let mut powers = Vec::new();
                let taken = self.texts(Domain::Key, content, &mut powers);
                if !powers.is_empty() {
                    *capacity = CapacityDraft::For(powers);
                }
                return taken;
            }
        }
        Ok(())
    }

    fn conditions(&mut self, content: Content, conditions: &mut Vec<ConditionDraft>) -> Taken {
        let Content::List(items) = content else { return Err(content) };
        self.each(items, |item, content| {
            let Content::Table(table) = content else {
                return Err((content, "a table with relation, text or proposal, and scope".into()));
            };
            let place = IgnoredPlace(item.site.clone().place(item.at));
            let mut condition = ConditionDraft { place, ..ConditionDraft::default() };
            item.record("condition", table, records::condition(&mut condition));
            conditions.push(condition);
            Ok(())
        });
        Ok(())
    }

    fn verbs(&mut self, content: Content, verbs: &mut Vec<VerbDraft>) -> Taken {
        let Content::List(items) = content else { return Err(content) };
        self.each(items, |item, content| {
            let Content::List(forms) = content else { return Err((content, FIVE_FORMS.into())) };
            let place = IgnoredPlace(item.site.clone().place(item.at));
            let mut verb = VerbDraft { place, forms: Vec::new() };
            let taken = item.texts(Domain::Words, Content::List(forms), &mut verb.forms);
            verbs.push(verb);
            taken.map_err(|content| (content, FIVE_FORMS.into()))
        });
        Ok(())
    }

    /// Reads every item of a list; one that cannot be taken comes back with what to write instead.
    fn each(
        &mut self,
        items: Vec<Value>,
        mut read: impl FnMut(&mut Reader<'_>, Content) -> Result<(), (Content, String)>,
    ) {
        for (index, Value { at, content }) in items.into_iter().enumerate() {
            let site = self.site.item(index);
            let mut item = Reader { name: self.name, at, site: &site, report: self.report };
            if let Err((content, expected)) = read(&mut item, content) {
                item.refuse(&format!("{}[{index}]", self.name), &content, &expected);
            }
        }
    }

    fn record(&mut self, what: &str, table: Table, fields: Vec<Field<'_>>) {
        let record = Record { what, table, at: self.at, site: self.site, lacking: Lacking::Fault };
        fill(record, fields, self.report);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::{EventDraft, NodeDraft, StatementDraft, TieDraft, WordDraft};

    fn table(toml: &str) -> Table {
        let mut report = Report::new();
        crate::format::toml::table(toml, &Site::file("f"), &mut report)
    }

    fn faults(what: &str, toml: &str, fields: Vec<Field<'_>>) -> Vec<String> {
        let (site, mut report) = (Site::file("f"), Report::new());
        let record = Record {
            what,
            table: table(toml),
            at: Position::default(),
            site: &site,
            lacking: Lacking::Fault,
        };
        fill(record, fields, &mut report);
        report.finish(site.place(Position::default())).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_field_of_the_wrong_type_leaves_the_others_be() {
        let mut event = EventDraft::default();
        let found =
            faults("event", "condition = [\"a\"]\nmet = true\ndate = 2025-09-05", records::event(&mut event));
        assert_eq!(found, ["f:1:13: condition: `condition` is a list; write a text in quotes"]);
        assert!(event.met);
        assert_eq!(event.date, Some("2025-09-05".into()));
    }

    #[test]
    fn a_key_without_quotes_is_a_fault_and_kept() {
        let mut node = NodeDraft::proposal("", "");
        let found = faults("proposal", "key = 1701\nname = \"the resolution\"", records::node(&mut node));
        assert_eq!(
            found,
            ["f:1:7: key: `key` is the number 1701; write a key in quotes, such as \"vladimir-putin\""]
        );
        assert_eq!(node.key, "1701".into());
    }

    #[test]
    fn a_required_field_that_is_missing_or_empty_is_told_what_to_write() {
        let mut tie = TieDraft::default();
        let found = faults("tie", "tie = \"leads\"\nfrom = []", records::tie(&mut tie));
        assert_eq!(
            found,
            [
                "f: this tie has no `to`; add a key in quotes, such as \"vladimir-putin\"",
                "f:2:8: from: `from` is an empty list; write a key in quotes, such as \"vladimir-putin\", or a list of keys",
            ]
        );
    }

    #[test]
    fn a_text_where_a_list_belongs_is_a_fault_and_kept_as_a_list_of_one() {
        let mut statement = StatementDraft::new("s", "a", "rejects", "b");
        let found = faults(
            "statement",
            "id = \"s\"\nholder = \"a\"\nstance = \"rejects\"\ntarget = \"b\"\nfor = \"RUS\"",
            records::statement(&mut statement),
        );
        assert_eq!(
            found,
            [
                "f:5:7: for: `for` is the text \"RUS\"; write a list of keys, such as [\"RUS\"], or \"personal\""
            ]
        );
        assert_eq!(statement.capacity, CapacityDraft::For(vec!["RUS".into()]));
    }

    #[test]
    fn verbs_name_the_form_at_fault() {
        let mut word = WordDraft::default();
        assert_eq!(
            faults("word", "means = \"x\"\nverbs = [\"give\", [\"take\", 5]]", records::word(&mut word)),
            [
                "f:2:10: verbs[0]: `verbs[0]` is the text \"give\"; write the five forms of a verb, such as [\"give\", \"gives\", \"gave\", \"given\", \"giving\"]",
                "f:2:27: verbs[1][1]: `verbs[1]` is the number 5; write a text in quotes",
            ]
        );
    }

    #[test]
    fn aliases_ids_and_conditions_name_the_item_at_fault() {
        let mut node = NodeDraft::nation("", "");
        let toml = "key = \"KEN\"\nname = \"Kenya\"\naliases = [\"a\", { language = \"sw\" }, 5]\nids = { cow = 501 }";
        assert_eq!(
            faults("nation", toml, records::node(&mut node)),
            [
                "f:3:17: aliases[1]: this alias has no `text`; add a text in quotes",
                "f:3:38: aliases[2]: `aliases[2]` is the number 5; write a name in quotes, or a table with text and language",
                "f:4:15: ids.cow: `cow` is the number 501; write a text in quotes",
            ]
        );
        assert_eq!(node.ids, [("cow".to_owned(), "501".into())]);
    }
}
