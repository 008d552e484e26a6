//! Who could mediate: someone on speaking terms with both of two holders, or of two camps.
//!
//! Who stands and speaks for a party is in `circle`, who is on speaking terms with whom in `terms`, what is hostile in `hostility`;
//! `contacts` puts these together for two circles, `between` adds on whose side someone is.

mod between;
mod camp;
mod camps;
mod circle;
mod contacts;
mod holders;
mod hostility;
mod terms;

pub use camps::CampMediator;
pub use holders::Mediator;

#[cfg(test)]
mod world;
