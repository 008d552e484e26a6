//! Dense ids: positions within one graph. A [`Key`](super::Key) is the lasting identity.

macro_rules! dense_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            pub(crate) const fn new(index: u32) -> Self {
                Self(index)
            }

            #[allow(dead_code, reason = "only some kinds of ids are kept in columns")]
            pub(crate) const fn raw(self) -> u32 {
                self.0
            }

            /// Its position among its like, in the order of entry.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

dense_id!(
    /// A node of one graph: an actor, nation or proposal.
    NodeId
);
dense_id!(
    /// A statement of one graph, in order of entry.
    StatementId
);
dense_id!(
    /// A source of one graph.
    SourceId
);
dense_id!(
    /// A tie of one graph.
    TieId
);
