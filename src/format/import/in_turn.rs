//! Blocks of a table read one after the other; with the feature `parallel`, several at once.

use super::ImportError;
use super::assembly::{Assembly, Numbers};
use super::blocks::Block;
use super::columns::Columns;
use super::layout::Layout;
use super::table::AT_ONCE;

/// How many bytes are read at once.
pub(super) fn block_size() -> usize {
    #[cfg(feature = "parallel")]
    if rayon::current_num_threads() > 1 {
        return super::at_once::BLOCK;
    }
    AT_ONCE
}

/// Reads all blocks into the assembly.
pub(super) fn read(
    columns: &Columns,
    layout: &Layout,
    mut next: impl FnMut(Block) -> Result<Option<Block>, ImportError>,
    assembly: &mut Assembly<'_, impl FnMut(u64)>,
) -> Result<(), ImportError> {
    #[cfg(feature = "parallel")]
    if rayon::current_num_threads() > 1 {
        return super::at_once::read(columns, layout, next, assembly);
    }
    let (mut parser, mut numbers) = (assembly.parser(columns)?, Numbers::default());
    let mut done = Block::default();
    while let Some(block) = next(done)? {
        let batch = parser.parse(layout, &block);
        assembly.add(&mut numbers, batch);
        done = block;
    }
    Ok(())
}
