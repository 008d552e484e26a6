//! Marks where known names stand.

use crate::graph::{Vocabulary, fold_words};

use super::token::{Kind, Token};

/// Marks on each token the longest known name that begins with it.
///
/// # Complexity
/// O(n w) look-ups for `n` tokens and names of at most `w` words.
pub(super) fn spot(tokens: &mut [Token], vocabulary: &Vocabulary) {
    let folded: Vec<Vec<String>> = tokens.iter().map(folded).collect();
    for (at, token) in tokens.iter_mut().enumerate() {
        token.known = vocabulary.longest_match(&folded, at);
    }
}

/// The folded words of a token; none for a quoted name, which ends every other name.
fn folded(token: &Token) -> Vec<String> {
    match token.kind {
        Kind::Word => fold_words(&token.text),
        Kind::Quoted | Kind::End => Vec::new(),
    }
}
