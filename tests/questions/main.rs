//! Questions over the bundled datasets, each with the answer that the documents give.
//!
//! Every expectation was written from the article, the meeting record, the coded documents or the invented case, by the
//! rules for positions, before the question was asked. `told` says how an answer is written down here.

mod accession;
mod accession_forms;
mod article;
mod article_forms;
mod coverage;
mod invented;
mod invented_forms;
mod roll_call;
mod told;
mod world;

/// A question and its answer, in the words of [`told::told`].
type Row = (&'static str, &'static str);
