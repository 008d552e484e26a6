//! Measures of signed networks against published figures, against second implementations that try everything, and on
//! random networks.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

mod balance;
mod camps;
mod given;
mod peers;
mod polarization;
mod standing;
