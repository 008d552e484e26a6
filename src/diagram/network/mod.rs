//! Networks as files for other programs: matrices, lists of edges, GraphML, GEXF, DOT.
//!
//! Nodes run in the order of their names, edges in that of their ends; weights are written so that they read back as the
//! same double. Equal networks give equal bytes.

mod csv;
mod dot;
mod gexf;
mod graphml;
mod label;
mod series;
#[cfg(test)]
mod tests;

pub use series::series_to_gexf;
