//! The networks that tests are over: published ones, and random ones.

use stancegraph::analysis::network::Member;
use stancegraph::analysis::signed::SignedNetwork;

/// A published network of `tests/fixtures/networks`, members by name.
pub(crate) fn published(name: &str) -> SignedNetwork {
    let text = match name {
        "gahuku_gama" => include_str!("../fixtures/networks/gahuku_gama.csv"),
        "sampson_t4" => include_str!("../fixtures/networks/sampson_t4.csv"),
        _ => include_str!("../fixtures/networks/zachary.csv"),
    };
    let edges = text.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        (fields[0], fields[1], fields[2].parse().unwrap())
    });
    SignedNetwork::from_names(edges).unwrap()
}

/// Numbers that look drawn by lot, the same every time.
pub(crate) struct Lots(pub(crate) u64);

impl Lots {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// A network of so many members in which of ten pairs so many have an edge; weights are sixteenths up to 2, so that
    /// sums are exact in any order.
    pub(crate) fn network(&mut self, count: usize, of_ten: u64) -> SignedNetwork {
        let members = (0..count).map(|number| Member::named(&format!("m{number:03}"))).collect();
        let mut edges = Vec::new();
        for left in 0..count {
            for right in left + 1..count {
                let weight = f64::from(u32::try_from(1 + self.below(32)).unwrap()) / 16.0;
                let signed = if self.below(2) == 0 { weight } else { -weight };
                if self.below(10) < of_ten {
                    edges.push((left, right, signed));
                }
            }
        }
        SignedNetwork::from_edges(members, edges).unwrap()
    }
}
