//! How the way a position leans is drawn.

use crate::position::{Certainty, Lean, Position};

/// The color of a lean: its class; none for a withdrawal.
pub(super) const fn class(lean: Lean) -> Option<&'static str> {
    match lean {
        Lean::Favor => Some("favor"),
        Lean::Neutral => Some("neutral"),
        Lean::Against => Some("against"),
        Lean::Mixed => Some("mixed"),
        Lean::None => None,
    }
}

/// The color of what is written on it, where it is drawn with these attributes.
pub(super) const fn text_class(lean: Lean, attributes: &str) -> &'static str {
    match lean {
        _ if !attributes.is_empty() => "ink",
        Lean::Favor => "on",
        _ => "t1",
    }
}

/// The sign of a lean.
pub(super) const fn sign(lean: Lean) -> &'static str {
    match lean {
        Lean::Favor => "+",
        Lean::Neutral => "0",
        Lean::Against => "−",
        Lean::Mixed => "±",
        Lean::None => "",
    }
}

/// The lean in words.
pub(super) const fn words(lean: Lean) -> &'static str {
    match lean {
        Lean::Favor => "in favor",
        Lean::Neutral => "neutral",
        Lean::Against => "against",
        Lean::Mixed => "both in favor and against",
        Lean::None => "no side",
    }
}

/// Attributes of what is less than sure: what hangs on a condition is hatched by dashes, what only may be is paler.
pub(super) fn reserve(position: &Position) -> &'static str {
    match (position.conditional, position.certainty) {
        (true, _) => " fill-opacity=\"0.35\" stroke-dasharray=\"3 2\"",
        (false, Certainty::Certain) => "",
        (false, _) => " fill-opacity=\"0.55\"",
    }
}
