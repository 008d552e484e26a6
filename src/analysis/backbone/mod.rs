//! Backbones: the few targets that hold a network of holders together as all of them do.

mod anneal;
mod backbones;
mod spectrum;

pub use backbones::{Backbone, BackboneError, Backbones, Dropped};
pub use spectrum::laplacian_spectrum;
