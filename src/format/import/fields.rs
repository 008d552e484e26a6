//! The fields that a row may have, however it is written.

/// What a field of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Holder,
    Target,
    Stance,
    Behalf,
    Date,
    Source,
    Quote,
    Confidence,
}

/// How many there are.
pub(super) const COUNT: usize = 9;

impl Field {
    pub(super) const ALL: [Self; COUNT] = [
        Self::Id,
        Self::Holder,
        Self::Target,
        Self::Stance,
        Self::Behalf,
        Self::Date,
        Self::Source,
        Self::Quote,
        Self::Confidence,
    ];
}

/// One thing for each field.
pub(super) type PerField<T> = [T; COUNT];

/// The texts of a row, without the blanks around them; empty where nothing is said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'r> {
    pub(super) texts: PerField<&'r str>,
    /// The line on which the row begins.
    pub(super) line: u32,
}

impl<'r> Fields<'r> {
    /// The text of a field; empty where there is none.
    #[inline]
    pub(super) const fn get(&self, field: Field) -> &'r str {
        self.texts[field as usize]
    }

    /// The text of a field, if it has any.
    #[inline]
    pub(super) fn some(&self, field: Field) -> Option<&'r str> {
        Some(self.get(field)).filter(|text| !text.is_empty())
    }
}
