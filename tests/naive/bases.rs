//! From whom and from which proposal a position comes: the nearest basis on which anything is on record.

use super::days::{self, Span, Tri};
use super::line::{self, Certainty, Fate, Piece, Position};
use super::view::View;
use super::world::{Capacity, Statement, Tie};

/// In whose name one is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Voice {
    /// One's own: unmarked; for a nation or organization with what was said on its behalf.
    Own(String),
    /// Marked as personal. A choice: it resolves apart from what is unmarked.
    Personal(String),
    /// A speaker's share in the pool of a power.
    Share { speaker: String, power: String },
}

/// One basis of a voice on a proposal, with all that is on record there.
#[derive(Debug, Clone)]
pub(crate) struct Ground<'w> {
    /// `stated` (which covers `spoken-for`), `represents`, `series`, `narrower`, `broader`, `membership`.
    pub(crate) basis: &'static str,
    /// One line for each proposal it rests on.
    pub(crate) lines: Vec<Vec<Piece<'w>>>,
    /// Whether it is of the proposal itself or its latest instance, not of a kind.
    pub(crate) direct: bool,
}

/// A position with its basis.
#[derive(Debug, Clone)]
pub(crate) struct Found<'w> {
    pub(crate) basis: &'static str,
    pub(crate) direct: bool,
    pub(crate) position: Position<'w>,
}

impl Voice {
    pub(crate) fn holder(&self) -> &str {
        match self {
            Self::Own(holder) | Self::Personal(holder) => holder,
            Self::Share { speaker, .. } => speaker,
        }
    }
}

impl Ground<'_> {
    /// Anything but absences and deeds shuts out what is farther, a hint included.
    pub(crate) fn speaks(&self) -> bool {
        let heard = |piece: &Piece<'_>| !piece.statement.is_absence() && !piece.statement.is_deed();
        self.lines.iter().flatten().any(heard)
    }
}

/// Whether a statement belongs to a voice's own record.
pub(crate) fn belongs(view: &View<'_>, voice: &Voice, statement: &Statement) -> bool {
    let marked = |power: &str| matches!(&statement.capacity, Capacity::For(powers) if powers.iter().any(|p| p == power));
    match voice {
        Voice::Own(holder) => {
            let unmarked = statement.capacity == Capacity::Unstated && statement.holder == *holder;
            unmarked || (view.world.is_power(holder) && marked(holder))
        }
        Voice::Personal(holder) => statement.capacity == Capacity::Personal && statement.holder == *holder,
        Voice::Share { power, .. } => belongs(view, &Voice::Own(power.clone()), statement),
    }
}

/// The live statements on a proposal that belong to a voice.
fn record<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Piece<'w>> {
    let own = view.world.statements.iter().filter(|one| one.target == target && belongs(view, voice, one));
    let piece = |statement| Piece { statement, sure: true, ties: Vec::new(), path: Vec::new() };
    own.filter(|one| view.is_live(one)).map(piece).collect()
}

/// The office that carries an unmarked statement to a power: whether it was held on the said-on day.
pub(crate) fn office(view: &View<'_>, statement: &Statement, power: &str) -> Option<(Tri, Option<f64>)> {
    if statement.capacity != Capacity::Unstated || !view.world.is_power(power) || statement.holder == power {
        return None;
    }
    let ties = view.world.ties("represents").filter(|tie| tie.from == statement.holder && tie.to == power);
    let held = |tie: &Tie| days::covers(tie.since.as_deref(), tie.until.as_deref(), view.said(statement));
    let held: Vec<_> =
        ties.map(|tie| (held(tie), tie.confidence)).filter(|(held, _)| *held != Tri::No).collect();
    let certain = if held.iter().any(|(held, _)| *held == Tri::Yes) { Tri::Yes } else { Tri::Maybe };
    // A choice: of several terms the least sure one counts.
    let rated = held.iter().filter_map(|(_, confidence)| *confidence).reduce(f64::min);
    (!held.is_empty()).then_some((certain, rated))
}

/// What those in office for a power said unmarked.
pub(crate) fn represented<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Piece<'w>> {
    let Voice::Own(power) = voice else { return Vec::new() };
    let live = view.world.statements.iter().filter(|one| one.target == target && view.is_live(one));
    let piece = |statement| {
        let (held, confidence) = office(view, statement, power)?;
        Some(Piece {
            statement,
            sure: held == Tri::Yes,
            ties: confidence.into_iter().collect(),
            path: Vec::new(),
        })
    };
    live.filter_map(piece).collect()
}

/// The latest instance of a series; an instance dates from its earliest visible statement.
pub(crate) fn latest_instance<'w>(view: &View<'w>, series: &str) -> Option<&'w str> {
    let instances = view.world.ties("in_series").filter(|tie| tie.to == series).map(|tie| tie.from.as_str());
    let dated = instances.filter_map(|instance| {
        let seen = view.world.statements.iter().filter(|one| one.target == instance && view.is_live(one));
        // What is undated dates nothing; of equal days the greater key speaks.
        let seen: Vec<_> = seen.map(|one| view.said(one).first).collect();
        let first = (!seen.is_empty()).then(|| seen.into_iter().flatten().min())?;
        Some((first, instance))
    });
    dated.max().map(|(_, instance)| instance)
}

/// The grounds on the proposal itself, then on its latest instance.
fn direct<'w>(view: &View<'w>, voice: &Voice, target: &'w str) -> Vec<Ground<'w>> {
    let ground = |basis, line| Ground { basis, lines: vec![line], direct: true };
    let mut grounds = vec![
        ground("stated", record(view, voice, target)),
        ground("represents", represented(view, voice, target)),
    ];
    if let Some(instance) = latest_instance(view, target) {
        let mut line = record(view, voice, instance);
        if !ground("series", line.clone()).speaks() {
            line.extend(represented(view, voice, instance));
        }
        let line = by(view, "in_series", line, &[instance.to_owned(), target.to_owned()]);
        grounds.push(ground("series", line));
    }
    grounds
}

fn rated<'w>(pieces: Vec<Piece<'w>>, confidences: &[f64]) -> Vec<Piece<'w>> {
    let with = |piece: Piece<'w>| Piece { ties: [piece.ties, confidences.to_vec()].concat(), ..piece };
    pieces.into_iter().map(with).collect()
}

/// The pieces by the shortest path up, the first by key; its rated ties count.
fn along<'w>(view: &View<'w>, pieces: Vec<Piece<'w>>, from: &str, to: &str) -> Vec<Piece<'w>> {
    let path = view.world.paths(from, to).into_iter().min_by_key(|path| (path.len(), path.clone())).unwrap();
    by(view, "broader", pieces, &path)
}

fn by<'w>(view: &View<'w>, kind: &str, pieces: Vec<Piece<'w>>, path: &[String]) -> Vec<Piece<'w>> {
    let tie = |pair: &[String]| view.world.ties(kind).find(|tie| tie.from == pair[0] && tie.to == pair[1]);
    let ties: Vec<f64> = path.windows(2).filter_map(tie).filter_map(|tie| tie.confidence).collect();
    rated(pieces, &ties).into_iter().map(|piece| Piece { path: path.to_vec(), ..piece }).collect()
}

/// The line of the nearest basis on another proposal.
fn elsewhere<'w>(view: &View<'w>, voice: &Voice, target: &'w str) -> Vec<Piece<'w>> {
    let own = record(view, voice, target);
    let ground = Ground { basis: "stated", lines: vec![own.clone()], direct: true };
    if ground.speaks() { own } else { [own, represented(view, voice, target)].concat() }
}

/// The grounds of a voice without membership, the nearest first.
pub(crate) fn grounds<'w>(view: &View<'w>, voice: &Voice, target: &'w str) -> Vec<Ground<'w>> {
    let mut grounds = direct(view, voice, target);
    let kinds = view.world.kinds_of(target).into_iter();
    let narrower = kinds.map(|kind| along(view, elsewhere(view, voice, kind), kind, target));
    grounds.push(Ground { basis: "narrower", lines: narrower.collect(), direct: false });
    // What is nearer on the way up outweighs what is farther.
    let all = view.world.broader_than(target);
    let speaks = |one: &&&str| {
        let lines = vec![elsewhere(view, voice, one)];
        Ground { basis: "broader", lines, direct: true }.speaks()
    };
    let heard: Vec<&str> = all.iter().filter(speaks).copied().collect();
    let steps = |one: &str| view.world.paths(target, one).iter().map(Vec::len).min();
    let least = heard.iter().filter_map(|one| steps(one)).min();
    let nearest = |one: &&str| steps(one) == least;
    let above = all.iter().copied().filter(nearest);
    let broader = above.map(|one| along(view, elsewhere(view, voice, one), target, one));
    grounds.push(Ground { basis: "broader", lines: broader.collect(), direct: true });
    grounds
}

/// What stands in positions against and no other: only that is handed down.
fn only_against<'w>(view: &View<'_>, stood: &[(Piece<'w>, Certainty)]) -> Vec<(Piece<'w>, Certainty)> {
    let against = line::positions(view, stood).into_iter().filter(|position| position.side == "against");
    let own = |piece: &Piece<'_>| {
        let same = |(other, _): &&(Piece<'_>, Certainty)| std::ptr::eq(other.statement, piece.statement);
        stood.iter().find(same).map(|(_, certainty)| *certainty).unwrap()
    };
    // What is only possible among several sides is no surer alone.
    let certainty = |position: Certainty, piece: &Piece<'_>| {
        if position == Certainty::Possible { Certainty::Possible } else { own(piece) }
    };
    let pieces = against
        .flat_map(|position| position.pieces.into_iter().map(move |piece| (piece, position.certainty)));
    pieces.map(|(piece, position)| (piece.clone(), certainty(position, &piece))).collect()
}

/// What a ground comes to.
pub(crate) fn found<'w>(
    view: &View<'w>,
    ground: &Ground<'w>,
    keep: impl Fn(&Statement) -> bool,
) -> Vec<Found<'w>> {
    let stood = ground.lines.iter().flat_map(|line| {
        if ground.basis != "broader" {
            return line::standing_of(view, line, &keep);
        }
        let mut stood = only_against(view, &line::standing(view, line));
        stood.retain(|(piece, _)| keep(piece.statement));
        stood
    });
    // What waits on one proposal is not weighed against what holds on another.
    let positions = line::positions(view, &stood.collect::<Vec<_>>()).into_iter();
    let found = positions.map(|position| Found { basis: ground.basis, direct: ground.direct, position });
    // Downward only against is inferred.
    found.filter(|one| ground.basis != "broader" || one.position.side == "against").collect()
}

/// Whether a ground shuts out what is farther; what is broader only where it is handed down at all.
pub(crate) fn gives(view: &View<'_>, ground: &Ground<'_>) -> bool {
    ground.speaks() && (ground.basis != "broader" || !found(view, ground, |_| true).is_empty())
}

/// What a voice is found to hold: by the nearest basis on which anything is on record.
pub(crate) fn resolve<'w>(view: &View<'w>, voice: &Voice, target: &'w str) -> Vec<Found<'w>> {
    // A speaker's share stands or falls with the pool.
    let pool = pool_of(voice);
    let grounds = grounds(view, &pool, target);
    let mut asked = grounds.iter().filter(|ground| view.inferred || ground.basis != "broader");
    let keep = |statement: &Statement| is_share_of(voice, statement);
    match asked.find(|ground| gives(view, ground)) {
        Some(ground) => found(view, ground, keep),
        None => of_blocs(view, voice, target),
    }
}

/// The blocs whose position reaches a member: those whose members are named.
fn blocs<'w>(view: &View<'w>, member: &str) -> Vec<(&'w Tie, bool)> {
    let named = |key: &str| view.world.nodes.iter().any(|node| node.key == key && !node.unnamed);
    memberships(view, member).into_iter().filter(|(tie, _)| named(&tie.to)).collect()
}

/// The ties to what one belongs to, each with whether that is certain.
pub(crate) fn memberships<'w>(view: &View<'w>, member: &str) -> Vec<(&'w Tie, bool)> {
    let at = |tie: &Tie| match view.t {
        // Without a day asked about, memberships without an end.
        None if tie.until.is_none() => Tri::Yes,
        None => Tri::No,
        Some(t) => {
            days::covers(tie.since.as_deref(), tie.until.as_deref(), Span { first: Some(t), last: Some(t) })
        }
    };
    let ties = view.world.ties("member_of").filter(|tie| tie.from == member).map(|tie| (tie, at(tie)));
    ties.filter(|(_, at)| *at != Tri::No).map(|(tie, at)| (tie, at == Tri::Yes)).collect()
}

/// Any statement of the member's own, in whatever name, keeps the bloc's position off it.
fn has_own_word<'w>(view: &View<'w>, member: &str, target: &'w str) -> bool {
    let mut targets = vec![target];
    targets.extend(latest_instance(view, target));
    targets.extend(view.world.kinds_of(target));
    let words = view.world.statements.iter().filter(|one| one.holder == member && view.is_live(one));
    let mut words = words.filter(|one| !one.is_absence() && !one.is_deed());
    words.any(|one| targets.contains(&one.target.as_str()))
}

/// Membership: on request, one step, never against any statement of the member's own.
fn of_blocs<'w>(view: &View<'w>, voice: &Voice, target: &'w str) -> Vec<Found<'w>> {
    let Voice::Own(member) = voice else { return Vec::new() };
    if !view.inferred || has_own_word(view, member, target) {
        return Vec::new();
    }
    let mut stood = Vec::new();
    let mut direct = true;
    for (tie, sure) in blocs(view, member) {
        let voice = Voice::Own(tie.to.clone());
        let nearest = grounds(view, &voice, target).into_iter().find(Ground::speaks);
        for found in nearest.iter().flat_map(|ground| found(view, ground, |_| true)) {
            direct &= found.direct;
            let certainty = if sure { found.position.certainty } else { Certainty::Possible };
            let confidence: Vec<f64> = tie.confidence.into_iter().collect();
            stood.extend(
                rated(found.position.pieces, &confidence).into_iter().map(|piece| (piece, certainty)),
            );
        }
    }
    let positions = line::positions(view, &stood).into_iter();
    positions.map(|position| Found { basis: "membership", direct, position }).collect()
}

/// The part of a voice's own position that rests on what `keep` lets through.
pub(crate) fn resolve_kept<'w>(
    view: &View<'w>,
    voice: &Voice,
    target: &str,
    keep: impl Fn(&Statement) -> bool,
) -> Vec<Found<'w>> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    let grounds = grounds(view, voice, &node.key);
    let mut asked = grounds.iter().filter(|ground| view.inferred || ground.basis != "broader");
    asked.find(|ground| gives(view, ground)).map_or_else(Vec::new, |ground| found(view, ground, keep))
}

/// The voice's line on the proposal itself.
pub(crate) fn own_line<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Piece<'w>> {
    record(view, voice, target)
}

/// What a voice has on record on the proposal and its latest instance, with kinds also on those.
pub(crate) fn mentions<'w>(view: &View<'w>, voice: &Voice, target: &str, kinds: bool) -> Vec<Piece<'w>> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    let mut targets = vec![node.key.as_str()];
    targets.extend(latest_instance(view, &node.key));
    if kinds {
        targets.extend(view.world.kinds_of(&node.key));
    }
    let pieces = targets.into_iter().flat_map(|target| record(view, voice, target));
    pieces.filter(|piece| is_share_of(voice, piece.statement)).collect()
}

fn pool_of(voice: &Voice) -> Voice {
    match voice {
        Voice::Share { power, .. } => Voice::Own(power.clone()),
        _ => voice.clone(),
    }
}

/// Whether a statement in the pool is the speaker's own share of it.
pub(crate) fn is_share_of(voice: &Voice, statement: &Statement) -> bool {
    match voice {
        Voice::Share { speaker, .. } => {
            statement.holder == *speaker && matches!(statement.capacity, Capacity::For(_))
        }
        _ => true,
    }
}

/// Whether any voice hints on the proposal itself or its latest instance.
pub(crate) fn hints_directly(view: &View<'_>, voices: &[Voice], target: &str) -> bool {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return false };
    let targets: Vec<_> = [node.key.as_str()].into_iter().chain(latest_instance(view, &node.key)).collect();
    let hint = |voice: &Voice, target: &str| {
        record(view, voice, target).iter().any(|piece| {
            is_share_of(voice, piece.statement) && piece.statement.is_hint() && !piece.statement.is_deed()
        })
    };
    voices.iter().any(|voice| targets.iter().any(|target| hint(voice, target)))
}

/// A voice's record on the proposal, its latest instance and all its kinds.
pub(crate) fn subtree<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Piece<'w>> {
    let instance = latest_instance(view, target).map(|instance| {
        let path = [instance.to_owned(), target.to_owned()];
        by(view, "in_series", record(view, voice, instance), &path)
    });
    let kinds = view.world.kinds_of(target).into_iter();
    let narrower = kinds.flat_map(|kind| along(view, record(view, voice, kind), kind, target));
    record(view, voice, target).into_iter().chain(instance.into_iter().flatten()).chain(narrower).collect()
}

/// The grounds of a voice without membership, of the pool that it speaks in.
pub(crate) fn own_grounds<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Ground<'w>> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    grounds(view, &pool_of(voice), &node.key)
}

/// The lines on whatever a proposal is a kind of.
pub(crate) fn above<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Vec<Piece<'w>>> {
    let above = view.world.broader_than(target).into_iter();
    above.map(|one| elsewhere(view, &pool_of(voice), one)).collect()
}

/// What stands on a ground, as far as it would be found.
pub(crate) fn standing_on<'w>(view: &View<'w>, ground: &Ground<'w>) -> Vec<&'w Statement> {
    if ground.basis == "broader" {
        let against = |line: &Vec<Piece<'w>>| only_against(view, &line::standing(view, line));
        let lines = ground.lines.iter().filter(|_| view.inferred);
        return lines.flat_map(against).map(|(piece, _)| piece.statement).collect();
    }
    let of = |line: &'_ Vec<Piece<'w>>| -> Vec<&'w Statement> {
        let stands = line.iter().filter(|piece| line::is_outlived(view, piece, line));
        stands.map(|piece| piece.statement).collect()
    };
    ground.lines.iter().flat_map(of).collect()
}

/// What the blocs of a member would hand down to it.
pub(crate) fn handed_down<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<&'w Statement> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    let Voice::Own(member) = voice else { return Vec::new() };
    let of = |(tie, _): &(&Tie, bool)| {
        let grounds = grounds(view, &Voice::Own(tie.to.clone()), &node.key);
        let near = grounds.into_iter().find(|ground| gives(view, ground));
        near.map_or_else(Vec::new, |ground| standing_on(view, &ground))
    };
    blocs(view, member).iter().filter(|_| view.inferred).flat_map(of).collect()
}

/// What a bloc would hold if a condition came about, in the place of what it hands down.
pub(crate) fn waiting_in_blocs(
    view: &View<'_>,
    voice: &Voice,
    target: &str,
    wanted: &dyn Fn(&Statement) -> bool,
) -> Vec<&'static str> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    let Voice::Own(member) = voice else { return Vec::new() };
    let of = |(tie, _): &(&Tie, bool)| {
        let nearest = grounds(view, &Voice::Own(tie.to.clone()), &node.key).into_iter().find(Ground::speaks);
        // What is broader and hands nothing down waits for nothing here; nor does what is never handed down.
        let ground = nearest.filter(|ground| gives(view, ground))?;
        let handed = |one: &Statement| ground.basis != "broader" || one.side() == Some("against");
        let waits = |line: &Vec<Piece<'_>>| {
            let mut asked = line.iter().filter(|one| wanted(one.statement) && handed(one.statement));
            asked.any(|one| line::fate(view, one, line) == Fate::Contingent)
        };
        let reason = if ground.direct { "only-conditional" } else { "only-narrower" };
        ground.lines.iter().any(waits).then_some(reason)
    };
    blocs(view, member).iter().filter(|_| view.inferred).filter_map(of).collect()
}

/// Whether something of the member's own keeps what blocs hand down off it.
pub(crate) fn keeps_blocs_off(view: &View<'_>, voice: &Voice, target: &str, nearer: bool) -> bool {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return false };
    nearer || has_own_word(view, voice.holder(), &node.key)
}

/// Reasons of statements that cannot be seen: on the proposal, its latest instance and its kinds, of the voice itself,
/// of those in office for it and, on request, of its blocs.
pub(crate) fn unseen(
    view: &View<'_>,
    voice: &Voice,
    target: &str,
    wanted: &dyn Fn(&Statement) -> bool,
) -> Vec<&'static str> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    let mut targets = vec![node.key.as_str()];
    targets.extend(latest_instance(view, &node.key));
    targets.extend(view.world.kinds_of(&node.key));
    let reaches = |power: &str, one: &Statement| {
        belongs(view, &Voice::Own(power.to_owned()), one) || office(view, one, power).is_some()
    };
    let heard = |one: &Statement| {
        let Voice::Own(holder) = voice else { return belongs(view, voice, one) };
        let blocs = || blocs(view, holder).into_iter().any(|(tie, _)| reaches(&tie.to, one));
        reaches(holder, one) || (view.inferred && blocs())
    };
    let on_it = view.world.statements.iter().filter(|one| targets.contains(&one.target.as_str()));
    // A choice: a hint is no position, but one that a filter leaves out would be told if it were not for the filter.
    let told = |one: &Statement| !one.is_hint() || super::why_not::hidden(view, one) == Some("filtered");
    let counted = on_it.filter(|one| told(one) && !one.is_deed() && !one.is_absence());
    counted
        .filter(|one| heard(one) && wanted(one))
        .filter_map(|one| super::why_not::hidden(view, one))
        .collect()
}

/// The position of a voice on the proposal itself: of the pool, else of representatives.
pub(crate) fn stated<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Found<'w>> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    let line = elsewhere(view, voice, &node.key);
    found(view, &Ground { basis: "stated", lines: vec![line], direct: true }, |_| true)
}

/// The line of the nearest of a voice's own record and the latest instance of a series.
pub(crate) fn direct_line<'w>(view: &View<'w>, voice: &Voice, target: &str) -> Vec<Piece<'w>> {
    let Some(node) = view.world.nodes.iter().find(|node| node.key == target) else { return Vec::new() };
    let pool = pool_of(voice);
    let ground = direct(view, &pool, &node.key).into_iter().find(Ground::speaks);
    ground.map_or_else(Vec::new, |ground| ground.lines.concat())
}
