//! Sources: keys, titles, dates, ratings.

use crate::graph::StanceGraph;
use crate::graph::parts::Parts;
use crate::model::draft::{Draft, SourceDraft};
use crate::model::{Source, SourceId};

use super::checks::{Checks, plain};
use super::index::SourceIndex;

pub(super) fn build<'g>(
    drafts: &[Draft],
    before: &'g StanceGraph,
    parts: &mut Parts,
    checks: &mut Checks,
) -> SourceIndex<'g> {
    let mut index = SourceIndex::new(before.source_register(), SourceId::new);
    for draft in drafts.iter().flat_map(|draft| &draft.sources) {
        if let Some(source) = source(draft, checks) {
            index.enter(&source.key, index.next(parts.sources.len()), &draft.key.place, checks);
            parts.sources.push(source);
        }
    }
    index
}

fn source(draft: &SourceDraft, checks: &mut Checks) -> Option<Source> {
    let title = checks.required(&draft.title, "the title of a source").unwrap_or_default();
    let published = checks.date(draft.published.as_ref());
    let reliability = draft.reliability.as_ref().and_then(|text| checks.code(text));
    let credibility = draft.credibility.as_ref().and_then(|text| checks.code(text));
    Some(Source {
        key: checks.key(&draft.key, "the key of a source")?,
        title,
        publisher: plain(draft.publisher.as_ref()),
        author: plain(draft.author.as_ref()),
        published,
        url: plain(draft.url.as_ref()),
        language: plain(draft.language.as_ref()),
        origin: plain(draft.origin.as_ref()),
        reliability,
        credibility,
    })
}
