//! How questions for ties are worded.

use crate::model::TieKind;
use crate::query::TieSide;

/// What stands before and after the name in a question for a tie.
pub(super) const fn tie_frame(kind: TieKind, side: TieSide) -> (&'static str, &'static str) {
    match (kind, side) {
        (TieKind::Leads, TieSide::Holders) => ("who leads ", ""),
        (TieKind::Leads, TieSide::Powers) => ("what does ", " lead"),
        (TieKind::Represents, TieSide::Holders) => ("who represents ", ""),
        (TieKind::Represents, TieSide::Powers) => ("what does ", " represent"),
        (TieKind::MemberOf, TieSide::Holders) => ("members of ", ""),
        (TieKind::MemberOf, TieSide::Powers) => ("what is ", " a member of"),
        (TieKind::Broader, TieSide::Holders) => ("kinds of ", ""),
        (TieKind::Broader, TieSide::Powers) => ("what is ", " a kind of"),
        (TieKind::InSeries, TieSide::Holders) => ("instances of ", ""),
        (TieKind::InSeries, TieSide::Powers) => ("what is ", " an instance of"),
        (TieKind::PartOf, TieSide::Holders) => ("parts of ", ""),
        (TieKind::PartOf, TieSide::Powers) => ("what is ", " part of"),
        (TieKind::About, TieSide::Holders) => ("proposals about ", ""),
        (TieKind::About, TieSide::Powers) => ("what is ", " about"),
        (TieKind::ContraryTo, TieSide::Holders) => ("what is contrary to ", ""),
        (TieKind::ContraryTo, TieSide::Powers) => ("what is ", " contrary to"),
        (TieKind::Concerns, TieSide::Holders) => ("what concerns ", ""),
        (TieKind::Concerns, TieSide::Powers) => ("what does ", " concern"),
    }
}
