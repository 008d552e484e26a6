//! Placeholder until the table is switched on.
