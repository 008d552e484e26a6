//! Who holds such stances on several targets at once, or any of them; and how many.

use std::collections::HashSet;

use crate::model::{NodeId, NodeKind};
use crate::position::Selection;
use crate::query::{Joint, Listing, Negation, Predicate, Subject, Word};

use crate::answer::{Content, FindingData};

use super::who::{found, records};
use super::{Clause, View, add_once, note_broader, note_weak, votes, who};

/// One clause of several: a stance word on a target, and what joins it to those before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Joined {
    pub(crate) joint: Joint,
    pub(crate) target: NodeId,
    pub(crate) clause: Clause,
}

/// A clause with what it finds by itself.
struct Part {
    target: NodeId,
    clause: Clause,
    content: Content,
    holders: HashSet<NodeId>,
}

/// Who is found by the clauses together: those for whom every clause of some group holds, `and` binding closer than
/// `or`. Holders come in the order in which they first appear, each with what the clauses of its groups find of it.
///
/// # Complexity
/// That of finding each clause by itself, plus O(f g) for `f` findings and `g` clauses.
pub(crate) fn joined(selection: &Selection<'_>, clauses: &[Joined], view: View) -> Content {
    let mut content = match clauses {
        [one] => who(selection, one.target, one.clause, view),
        several => of_several(selection, several, view),
    };
    content.notes.extend(unlisted(selection, clauses, view));
    content
}

fn of_several(selection: &Selection<'_>, clauses: &[Joined], view: View) -> Content {
    let parts: Vec<Part> = clauses.iter().map(|&one| Part::of(selection, one, view)).collect();
    let groups = groups(clauses, &parts);
    let mut content = Content { findings: together(&groups), ..Content::default() };
    for part in &parts {
        add_once(&mut content.hinted, part.content.hinted.iter().cloned());
        add_once(&mut content.absent, part.content.absent.iter().cloned());
        add_once(&mut content.related, part.content.related.iter().cloned());
        note_broader(selection, part.target, part.clause, None, &mut content);
    }
    note_weak(selection, &mut content);
    for group in &groups {
        content.notes.extend(short_of(selection, group, view));
    }
    if parts.iter().any(Part::is_negated) {
        content.notes.push("a negated clause finds only who is on record otherwise, never the silent".into());
    }
    let mut seen = HashSet::new();
    content.notes.retain(|note| seen.insert(note.clone()));
    content
}

/// A list of nations leaves out groups, organizations and whoever speaks for none: told, lest they be taken for silent.
fn unlisted(selection: &Selection<'_>, clauses: &[Joined], view: View) -> Option<String> {
    if view.listing != Listing::Nations {
        return None;
    }
    let by_speaker = View { listing: Listing::Speakers, ..view };
    let parts: Vec<Part> = clauses.iter().map(|&one| Part::of(selection, one, by_speaker)).collect();
    let is_nation = |node: &NodeId| selection.graph().at(*node).kind() == NodeKind::Nation;
    let for_none = |data: &FindingData| !is_nation(&data.holder) && !data.on_behalf_of.iter().any(is_nation);
    let found = together(&groups(clauses, &parts));
    let holders: HashSet<NodeId> =
        found.iter().filter(|data| for_none(data)).map(|data| data.holder).collect();
    let (is, speaks) = if holders.len() == 1 { ("is", "speaks") } else { ("are", "speak") };
    (!holders.is_empty()).then(|| {
        let count = holders.len();
        format!("{count} more {is} on record as asked but {speaks} for no nation; ask without `by nation`")
    })
}

/// How many are found: the holders of the findings, each once.
pub(crate) fn count(selection: &Selection<'_>, clauses: &[Joined], view: View) -> Content {
    let content = joined(selection, clauses, view);
    let holders: HashSet<NodeId> = content.findings.iter().map(|data| data.holder).collect();
    Content { count: Some(holders.len()), ..content }
}

impl Part {
    fn of(selection: &Selection<'_>, one: Joined, view: View) -> Self {
        let content = found(selection, one.target, one.clause, view);
        let holders = content.findings.iter().map(|data| data.holder).collect();
        Self { target: one.target, clause: one.clause, content, holders }
    }

    fn is_negated(&self) -> bool {
        self.clause.negation == Negation::Negated
    }

    fn of_holder(&self, holder: NodeId) -> impl Iterator<Item = FindingData> + '_ {
        self.content.findings.iter().filter(move |data| data.holder == holder).cloned()
    }

    /// Everyone of whom anything is on record that the clause could read.
    fn on_record(&self, selection: &Selection<'_>, view: View) -> HashSet<NodeId> {
        if let Word::Voted(_) = self.clause.word {
            return votes::voters(selection, self.target, view.listing);
        }
        let speaker = |id| selection.graph().at_statement(id).holder;
        let mut holders = HashSet::new();
        for record in records(selection, self.target, view) {
            holders.extend(record.positions.iter().chain(&record.withdrawal).map(|position| position.holder));
            let told = record.hints.iter().chain(&record.absences);
            holders.extend(told.map(|&id| record.listed_as.unwrap_or_else(|| speaker(id))));
        }
        holders
    }
}

/// The clauses between one `or` and the next.
fn groups<'p>(clauses: &[Joined], parts: &'p [Part]) -> Vec<Vec<&'p Part>> {
    let mut groups: Vec<Vec<&Part>> = Vec::new();
    for (one, part) in clauses.iter().zip(parts) {
        match groups.last_mut() {
            Some(group) if one.joint == Joint::And => group.push(part),
            _ => groups.push(vec![part]),
        }
    }
    groups
}

/// Holder by holder, what the clauses of the groups that hold for it find.
fn together(groups: &[Vec<&Part>]) -> Vec<FindingData> {
    let holds = |group: &[&Part], holder: NodeId| group.iter().all(|part| part.holders.contains(&holder));
    let all = groups.iter().flatten().flat_map(|part| &part.content.findings).map(|data| data.holder);
    let mut seen = HashSet::new();
    let mut findings = Vec::new();
    for holder in all.filter(|holder| seen.insert(*holder)) {
        let mut own = Vec::new();
        for part in groups.iter().filter(|group| holds(group, holder)).flatten() {
            add_once(&mut own, part.of_holder(holder));
        }
        findings.append(&mut own);
    }
    findings
}

/// "2 more support X; nothing is on record of them on Y": those who meet the affirmed clauses of a group, but of whom
/// nothing is on record for a negated one.
fn short_of(selection: &Selection<'_>, group: &[&Part], view: View) -> Option<String> {
    let (negated, affirmed): (Vec<&Part>, Vec<&Part>) = group.iter().copied().partition(|p| p.is_negated());
    let first = affirmed.first()?;
    let records: Vec<_> = negated.iter().map(|part| part.on_record(selection, view)).collect();
    let silent = |holder: &NodeId| records.iter().any(|record| !record.contains(holder));
    let met = |holder: &NodeId| {
        let mut told = negated.iter().zip(&records);
        affirmed.iter().all(|part| part.holders.contains(holder))
            && told.all(|(part, record)| part.holders.contains(holder) || !record.contains(holder))
    };
    let count = first.holders.iter().filter(|holder| met(holder) && silent(holder)).count();
    let name = |part: &Part| selection.graph().at(part.target).name().to_owned();
    let asked = affirmed.iter().map(|part| format!("{} {}", predicate(part, count), name(part)));
    let on: Vec<String> = negated.iter().map(|part| name(part)).collect();
    let asked: Vec<String> = asked.collect();
    let of = if count == 1 { "of it" } else { "of them" };
    (count > 0).then(|| {
        format!("{count} more {}; nothing is on record {of} on {}", asked.join(" and "), on.join(" or on "))
    })
}

fn predicate(part: &Part, count: usize) -> Predicate {
    let subject = if count == 1 { Subject::Who } else { Subject::Many };
    Predicate { subject, word: part.clause.word, negation: part.clause.negation }
}
