//! Draws four pictures of a debate as SVG files: its camps, one nation's course, a proposal's support, the whole board.
//!
//! `cargo run --example pictures -- FOLDER`; without a folder it only says what it would draw. Two of them are in the README.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use stancegraph::analysis::camps::Camps;
use stancegraph::analysis::network::{Aggregation, Networks, Normalization};
use stancegraph::analysis::signed::SignedNetwork;
use stancegraph::diagram::svg::{HeatMap, NetworkPicture, SupportPicture, TimelinePicture};
use stancegraph::position::{Lens, Selection};
use stancegraph::query::Listing;
use stancegraph::{StanceGraph, datasets};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1);
    for (name, svg) in pictures()? {
        println!("{name}.svg: {} bytes", svg.len());
        if let Some(folder) = &folder {
            fs::write(Path::new(folder).join(format!("{name}.svg")), svg)?;
        }
    }
    Ok(())
}

/// The pictures with their names.
pub(crate) fn pictures() -> Result<[(&'static str, String); 4], Box<dyn Error>> {
    let graph = datasets::nato_accession()?;
    let selection = Selection::new(graph, Lens::default());
    let node = |key: &str| graph.find(key).ok_or("a key of the dataset");
    Ok([
        ("camps", camps(graph)?),
        ("timeline", TimelinePicture::of(&selection, node("TUR")?).to_svg()),
        ("support", SupportPicture::of(&selection, node("sweden-accession")?).to_svg()),
        ("board", HeatMap::of(&selection, Listing::Nations).to_svg()),
    ])
}

/// Who stands with whom over the accession of Finland and Sweden to NATO, in camps.
fn camps(graph: &StanceGraph) -> Result<String, Box<dyn Error>> {
    let selection = Selection::new(graph, Lens::default());
    let network = Networks::of(&selection)
        .aggregation(Aggregation::Subtract)
        .normalization(Normalization::Average)
        .at_least(2)
        .network()?;
    // An edge leads to the statements behind it: `network.behind(edge)`.
    let camps = Camps::of(&SignedNetwork::of(&network)?);
    let keys = (0..camps.camps().len())
        .map(|camp| camps.members_of(camp).map(|member| member.key.clone()).collect::<Vec<_>>());
    let picture =
        NetworkPicture::of(&network).camps(keys).title("Who stands with whom: NATO accession, 2022 to 2024");
    Ok(picture.to_svg())
}
