//! Names that the format does not have: the one that was meant is offered, and read as it.

use std::collections::HashSet;

use super::records;
use super::report::Report;
use super::site::Site;
use super::tree::{Member, Table, clip};
use crate::graph::FaultKind;
use crate::model::NodeKind;
use crate::model::draft::NodeDraft;

/// Brings a table to the known names: drops fields named twice or unknown and renames those with a known name near.
///
/// Every such field is a fault. A misspelt one is read all the same, so that it is not reported as missing too.
/// Gives the number of fields that could not be read as anything.
pub(super) fn settle(
    table: &mut Table,
    what: &str,
    known: &[&'static str],
    site: &Site,
    report: &mut Report,
) -> usize {
    if is_settled(table, known) {
        return 0;
    }
    drop_repeated(table, what, site, report);
    let named = table.members.len();
    let taken: HashSet<&'static str> =
        known.iter().copied().filter(|name| table.get(name).is_some()).collect();
    let mut renamed = HashSet::new();
    table.members.retain_mut(|member| {
        if known.contains(&member.name.as_str()) {
            return true;
        }
        let near = nearest(&member.name, known);
        let (kind, message) = unknown(&member.name, what, near, known);
        report.add(kind, site.field(&member.name).place(member.at), message);
        let meant = near
            .filter(|near| kind == FaultKind::UnknownField && !taken.contains(near) && renamed.insert(*near));
        meant.inspect(|near| (*near).clone_into(&mut member.name)).is_some()
    });
    named - table.members.len()
}

/// Whether there is nothing to do, which is nearly always so and must be cheap.
fn is_settled(table: &Table, known: &[&'static str]) -> bool {
    let is_repeated = |(index, member): (usize, &Member)| {
        table.members.iter().take(index).any(|earlier| earlier.name == member.name)
    };
    table.members.len() <= known.len()
        && table.members.iter().all(|member| known.contains(&member.name.as_str()))
        && !table.members.iter().enumerate().any(is_repeated)
}

/// Keeps the first of the fields of one name. TOML refuses such a text itself, JSON does not.
pub(super) fn drop_repeated(table: &mut Table, what: &str, site: &Site, report: &mut Report) {
    let mut seen = HashSet::new();
    table.members.retain(|Member { name, at, .. }| {
        let first = seen.insert(name.clone());
        if !first {
            let message = format!("`{}` stands twice in this {what}; keep one", clip(name));
            report.add(FaultKind::Syntax, site.field(name).place(*at), message);
        }
        first
    });
}

fn unknown(name: &str, what: &str, near: Option<&str>, known: &[&str]) -> (FaultKind, String) {
    let owners = if what.parse::<NodeKind>().is_ok() { nodes_with(name) } else { Vec::new() };
    let (article, shown) = (article(what), clip(name));
    if !owners.is_empty() {
        let owners = owners.join(", ");
        let message =
            format!("{article} {what} has no `{shown}`, it belongs to: {owners}; leave it out here");
        return (FaultKind::MisplacedField, message);
    }
    let remedy = near.map_or_else(
        || format!("leave it out, or write one of: {}", known.join(", ")),
        |near| format!("write `{near}`"),
    );
    (FaultKind::UnknownField, format!("{article} {what} has no `{shown}`; {remedy}"))
}

fn nodes_with(name: &str) -> Vec<&'static str> {
    let has = |kind: NodeKind| {
        records::node(&mut NodeDraft::new(kind, "", "")).iter().any(|field| field.name == name)
    };
    NodeKind::ALL.iter().copied().filter(|&kind| has(kind)).map(NodeKind::as_str).collect()
}

/// The known name that was meant, if one is near: one slip in a short name, one more for every four letters.
pub(super) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    // A longer name is near to none of ours, and the distance takes the product of the lengths.
    const LONGEST: usize = 40;
    if name.len() > LONGEST {
        return None;
    }
    let distance = |known: &&str| strsim::osa_distance(&name.to_lowercase().replace('-', "_"), known);
    let near = known.iter().copied().min_by_key(|known| distance(known))?;
    (distance(&near) <= near.len().min(name.len()) / 4).then_some(near)
}

/// The indefinite article of a record's name.
pub(super) fn article(what: &str) -> &'static str {
    if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::tree::{Content, Position};

    const KNOWN: &[&str] = &["key", "name", "rather_than", "stance"];

    fn settled(what: &str, names: &[&str]) -> (Vec<String>, Vec<String>) {
        let member = |name: &&str| Member {
            name: (*name).to_owned(),
            at: Position::default(),
            value: Content::Bool(true).into(),
        };
        let mut table = Table { members: names.iter().map(member).collect() };
        let mut report = Report::new();
        settle(&mut table, what, KNOWN, &Site::file("f"), &mut report);
        let faults = report.finish(Site::file("f").place(Position::default())).1;
        (
            table.members.into_iter().map(|member| member.name).collect(),
            faults.iter().map(|fault| fault.message().to_owned()).collect(),
        )
    }

    #[test]
    fn a_misspelt_field_is_a_fault_and_read_as_the_one_meant() {
        let (names, faults) = settled("statement", &["key", "stanse"]);
        assert_eq!(names, ["key", "stance"]);
        assert_eq!(faults, ["a statement has no `stanse`; write `stance`"]);
        assert_eq!(settled("tie", &["ratherThan", "rather-than"]).0, ["rather_than"]);
    }

    #[test]
    fn a_misspelt_field_never_takes_the_place_of_the_right_one() {
        assert_eq!(settled("statement", &["stanse", "stance"]).0, ["stance"]);
    }

    #[test]
    fn a_name_near_to_none_is_told_the_known_ones() {
        let (names, faults) = settled("event", &["color"]);
        assert!(names.is_empty());
        assert_eq!(
            faults,
            ["an event has no `color`; leave it out, or write one of: key, name, rather_than, stance"]
        );
    }

    #[test]
    fn a_field_of_another_kind_of_node_is_misplaced() {
        let (_, faults) = settled("person", &["capital"]);
        assert_eq!(faults, ["a person has no `capital`, it belongs to: nation; leave it out here"]);
    }

    #[test]
    fn a_field_named_twice_is_a_fault_and_the_first_is_kept() {
        let (names, faults) = settled("statement", &["key", "name", "key"]);
        assert_eq!(names, ["key", "name"]);
        assert_eq!(faults, ["`key` stands twice in this statement; keep one"]);
    }
}
