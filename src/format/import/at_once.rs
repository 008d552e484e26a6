//! Blocks of a table read on all cores.
//!
//! The blocks go to the parsers in turn, each of which numbers the texts as they come to it. Put together in the order of
//! the file, the texts come in the order in which one parser would have met them: the result is the same.

use super::ImportError;
use super::assembly::{Assembly, Numbers};
use super::blocks::Block;
use super::columns::Columns;
use super::layout::Layout;
use super::parser::Batch;

/// How many bytes make a block: enough that handing it out costs little, and no more than stays in a core's cache.
pub(super) const BLOCK: usize = 1 << 18;

/// Reads all blocks into the assembly: while some are parsed, those before are added and the next ones read.
pub(super) fn read(
    columns: &Columns,
    layout: &Layout,
    mut next: impl FnMut(Block) -> Result<Option<Block>, ImportError>,
    assembly: &mut Assembly<'_, impl FnMut(u64)>,
) -> Result<(), ImportError> {
    let mut parsers = Vec::new();
    for _ in 0..rayon::current_num_threads() {
        parsers.push(assembly.parser(columns)?);
    }
    let mut numbers: Vec<Numbers> = parsers.iter().map(|_| Numbers::default()).collect();
    let (mut blocks, mut done) = (several(&parsers, Vec::new(), &mut next)?, Vec::new());
    // Batches that are being filled, and those that were filled before and are being added.
    let [mut filled, mut added]: [Vec<Batch>; 2] = [(); 2].map(|()| batches(parsers.len()));
    let mut before = 0;
    while !blocks.is_empty() || before > 0 {
        let read = rayon::in_place_scope(|scope| {
            for ((block, parser), batch) in blocks.iter().zip(&mut parsers).zip(&mut filled) {
                scope.spawn(move |_| *batch = parser.parse(layout, block, std::mem::take(batch)));
            }
            for (numbers, batch) in numbers.iter_mut().zip(&mut added).take(before) {
                assembly.add(numbers, batch);
            }
            several(&numbers, std::mem::take(&mut done), &mut next)
        })?;
        before = blocks.len();
        done = std::mem::replace(&mut blocks, read);
        std::mem::swap(&mut filled, &mut added);
    }
    Ok(())
}

fn batches(count: usize) -> Vec<Batch> {
    std::iter::repeat_with(Batch::default).take(count).collect()
}

/// The next blocks, one for each parser, in the memory of those that are done with.
fn several<T>(
    parsers: &[T],
    mut done: Vec<Block>,
    next: &mut impl FnMut(Block) -> Result<Option<Block>, ImportError>,
) -> Result<Vec<Block>, ImportError> {
    let mut blocks = Vec::new();
    while blocks.len() < parsers.len()
        && let Some(block) = next(done.pop().unwrap_or_default())?
    {
        blocks.push(block);
    }
    Ok(blocks)
}
