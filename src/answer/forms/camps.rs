//! Which camps there are on a matter.

use crate::analysis::camps::Camps;
use crate::analysis::network::Network;
use crate::analysis::signed::SignedNetwork;
use crate::answer::{Content, body::CampsData};
use crate::model::NodeId;
use crate::position::Selection;

use super::{View, add_apart};

/// A member is between camps where another one pulls it half as strongly as its own.
const HALF: f64 = 0.5;

/// The camps on a matter, who stands between them, and who is in none; hints and absences on the matter itself stand apart.
pub(crate) fn camps(selection: &Selection<'_>, matter: NodeId, view: View) -> Content {
    let made = selection.networks_on(matter, view.listing).network().ok();
    let found = made.and_then(|network| Some((Camps::of(&SignedNetwork::of(&network).ok()?), network)));
    let mut content = Content::default();
    if let Some((camps, network)) = found.filter(|(_, network)| network.statement_count() > 0) {
        content.notes.push(how(&camps, &network));
        content.camps = Some(CampsData { camps, network, share: HALF });
    }
    add_apart(selection, matter, view, &mut content);
    content
}

/// How the camps were found.
fn how(camps: &Camps, network: &Network) -> String {
    let positions = if network.statement_count() == 1 { "position" } else { "positions" };
    let proof = if camps.is_certified() { ", which is proved to be the best division" } else { "" };
    let found =
        camps.modularity().map_or_else(String::new, |value| format!("; signed modularity {value:.3}{proof}"));
    format!(
        "camps are of those who agree more than chance would have it, over {} {positions} on it and on what belongs to it, \
         what is neutral, mixed, uncertain or hangs on a condition left out{found}",
        network.statement_count()
    )
}
