//! Small worlds on their way in and out: read from worked cases, made at random, handed to the library, and answers
//! of both brought into one shape.

pub(crate) mod case;
pub(crate) mod draft;
pub(crate) mod random;
pub(crate) mod shape;
