//! Blocks of a table read one after the other; with the feature `parallel`, several at once.

use super::ImportError;
use super::assembly::{Assembly, Numbers};
use super::blocks::Block;
use super::columns::Columns;
use super::layout::Layout;
use super::parser::Batch;
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
    let (mut block, mut batch) = (Block::default(), Batch::default());
    while let Some(read) = next(block)? {
        batch = parser.parse(layout, &read, batch);
        assembly.add(&mut numbers, &mut batch);
        block = read;
    }
    Ok(())
}
