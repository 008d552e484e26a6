//! Pictures as standalone SVG: a network with its camps, a holder's timeline, the monthly support of a proposal, holders by
//! proposals.
//!
//! | to see | draw |
//! |---|---|
//! | who stands with whom, in which camps | [`NetworkPicture`] |
//! | where a holder stood, and since when | [`TimelinePicture`] |
//! | how the support of a proposal went | [`SupportPicture`] |
//! | who stands where on what | [`HeatMap`] |
//!
//! A picture needs no other file and no script; text in it is escaped. Color never carries a meaning alone: camps have
//! shapes too, sides have signs, hostile ties are dashed. The colors are those of Okabe and Ito, told apart by the
//! color-blind, and differ in grey. By default a picture follows the light or dark scheme of whoever looks at it
//! ([`Theme`]). Equal input gives equal bytes. What a picture has no room for is counted in the line below it.

mod axis;
mod canvas;
mod heat_map;
mod labels;
mod layout;
mod marker;
mod names;
mod network;
mod side;
mod support;
mod theme;
mod timeline;

pub use heat_map::HeatMap;
pub use network::NetworkPicture;
pub use support::SupportPicture;
pub use theme::Theme;
pub use timeline::TimelinePicture;
