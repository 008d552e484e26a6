//! What the graph is made of: nodes, stances, statements, ties, sources, partial dates; and drafts of them.
//!
//! A value that exists is valid: constructors check, once. This module knows no other module and does no I/O.

mod act;
mod admiralty;
mod capacity;
mod code;
mod condition;
mod confidence;
mod date;
pub mod draft;
mod id;
mod key;
mod modality;
mod node;
mod place;
mod plain;
mod source;
mod stance;
mod statement;
mod statement_key;
mod texts;
mod tie;
pub(crate) mod word;

pub use act::Act;
pub use admiralty::{Admiralty, Credibility, Reliability};
pub use capacity::Capacity;
pub use code::{ExternalId, ExternalIdError};
pub use condition::{Condition, ConditionRecord, ConditionSubject, Relation, Scope};
pub use confidence::{Confidence, ConfidenceError};
pub use date::{Date, DateError, Day, Interval, InvertedInterval, Order, Window};
pub use id::{NodeId, SourceId, StatementId, TieId};
pub use key::{Key, KeyError};
pub use modality::Modality;
pub use node::{Alias, Nation, Node, NodeBody, NodeClass, NodeKind};
pub use place::{Place, Placed};
pub(crate) use plain::{NO_TEXT, PlainRow};
pub use source::Source;
pub use stance::{Polarity, Stance, Strength};
pub(crate) use statement::is_word;
pub use statement::{Citation, StatementRef};
pub use statement_key::StatementKey;
pub(crate) use texts::Texts;
pub use tie::{Tie, TieKind};
pub use word::UnknownCode;
