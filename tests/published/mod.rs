//! Published files that tests read where they are at hand.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The text of a published file of the UN General Assembly; `None`, and said so, where it is not at hand.
pub(crate) fn published(file: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("STANCEGRAPH_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join("un-ga").join(file);
    let unpacked = path.is_file().then(|| Command::new("xz").arg("-dc").arg(&path).output().ok()).flatten();
    let text = unpacked.filter(|output| output.status.success()).map(|output| output.stdout);
    if text.is_none() {
        eprintln!(
            "skipped: {} or xz is not at hand; STANCEGRAPH_DATA names the folder of un-ga",
            path.display()
        );
    }
    text
}
