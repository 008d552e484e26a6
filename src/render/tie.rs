//! Ties as sentences: "Mark Rutte leads NATO as Secretary General (paragraph 6)".

use crate::graph::StanceGraph;
use crate::model::{Source, Tie, TieKind};

use super::verb::Number;

/// A tie as a sentence without its full stop; a date nobody knows is not mentioned.
pub(super) fn sentence(graph: &StanceGraph, tie: &Tie) -> String {
    let (from, to) = (graph.at(tie.from), graph.at(tie.to));
    let verb = verb(tie.kind, Number::of(from));
    let office = tie.office.as_ref().map(|office| format!(" as {office}")).unwrap_or_default();
    let since = tie.since().map(|date| format!(" since {date}")).unwrap_or_default();
    let until = tie.until().map(|date| format!(" until {date}")).unwrap_or_default();
    let place = tie.locator.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    format!("{} {verb} {}{office}{since}{until}{place}", from.name(), to.name())
}

/// The document a tie rests on.
pub(super) fn source<'g>(graph: &'g StanceGraph, tie: &Tie) -> Option<&'g Source> {
    tie.source.map(|source| graph.at_source(source))
}

pub(super) const fn verb(kind: TieKind, number: Number) -> &'static str {
    let (one, several) = match kind {
        TieKind::Represents => ("represents", "represent"),
        TieKind::MemberOf => ("is a member of", "are members of"),
        TieKind::Leads => ("leads", "lead"),
        TieKind::Broader => ("is a kind of", "are kinds of"),
        TieKind::InSeries => ("is an instance of", "are instances of"),
        TieKind::PartOf => ("is part of", "are part of"),
        TieKind::About => ("is about", "are about"),
        TieKind::ContraryTo => ("is contrary to", "are contrary to"),
        TieKind::Concerns => ("concerns", "concern"),
    };
    match number {
        Number::One => one,
        Number::Several => several,
    }
}
