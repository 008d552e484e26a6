//! On what a position rests, nearest first.

use crate::model::word::code_words;

/// On what a position rests. The order is the order of nearness: the nearest basis wins, the others stay visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The holder's own statement.
    Stated,
    /// A statement marked as made on the holder's behalf.
    SpokenFor,
    /// An unmarked statement of someone in office for the holder.
    Represents,
    /// A stance on the latest instance of the series asked about.
    Series,
    /// A stance on a kind of the proposal asked about.
    Narrower,
    /// Against what the proposal asked about is a kind of; only on request.
    Broader,
    /// The position of a bloc the holder belongs to; only on request.
    Membership,
}

code_words!(Basis, "basis", {
    Stated = 0 "stated", SpokenFor = 1 "spoken-for", Represents = 2 "represents", Series = 3 "series",
    Narrower = 4 "narrower", Broader = 5 "broader", Membership = 6 "membership",
});
