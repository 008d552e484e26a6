//! Questions as plain data, and the typed way to put one.
//!
//! A [`Query`] holds names as a person would write them; it is resolved against a graph only when it runs.
//! Every query prints as a question ([`Display`](std::fmt::Display)) that reads back as the same query.

mod builder;
mod clause;
mod display;
mod form;
mod modifiers;
mod name;
mod period;
mod word;

pub use builder::{CountQuery, DoesQuery, PositionQuery, WhenQuery, WhoQuery, WhyQuery};
pub use clause::{Clause, Clauses, Joint, Negation};
pub(crate) use display::{Predicate, Subject, is_unseen};
pub use form::{Degree, Facet, Form, Moment, TieSide, Toward, Trait};
pub use modifiers::{Assertion, Inference, Listing, Modifiers, Reading};
pub use name::Name;
pub use period::Period;
pub use word::{Vote, Word};

/// A question: its form and what narrows it.
///
/// ```
/// use stancegraph::{Polarity, Query};
/// let query = Query::who(Polarity::Against).on("foreign troops").as_of("2025-09-05".parse().unwrap());
/// assert_eq!(query.to_string(), r#"who opposes "foreign troops" as of 2025-09-05"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Query {
    /// What is asked.
    pub form: Form,
    /// In which reading: times, bases, filters.
    pub modifiers: Modifiers,
}
