//! Names for things, chosen by the caller or made by the host. Each kind has its own type and prefix, so that a
//! deal can't be taken for a party.

use std::fmt;
use std::sync::Arc;

fn is_id_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-' || c == '.'
}

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident $prefix:literal ),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name(Arc<str>);

        impl $name {
            /// What is allowed, as a phrase.
            pub const ALLOWED: &'static str =
                concat!("an id that begins with `", $prefix, "`, then 1 to 100 of A-Z a-z 0-9 _ - .");

            /// Reads an id; nothing if it is not one.
            ///
            /// ```
            #[doc = concat!("use nextsale::value::id::", stringify!($name), ";")]
            #[doc = concat!("assert!(", stringify!($name), "::parse(\"", $prefix, "7f\").is_some());")]
            #[doc = concat!("assert!(", stringify!($name), "::parse(\"7f\").is_none());")]
            /// ```
            pub fn parse(text: &str) -> Option<$name> {
                let rest = text.strip_prefix($prefix)?;
                let allowed = (1..=100).contains(&rest.len()) && rest.chars().all(is_id_character);
                allowed.then(|| $name(text.into()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        read_from_text!($name);
    )*};
}

ids! {
    /// A person or an organisation.
    PartyId "p_",
    /// One possible sale.
    DealId "d_",
    /// One planned or logged contact.
    InteractionId "i_",
    /// Somebody of the sales team.
    MemberId "m_",
    /// Something that is sold.
    ProductId "pr_",
    /// Something that a customer needs.
    NeedId "n_",
    /// Something that holds a customer back.
    HesitationId "h_",
    /// Something that we said we would do.
    PromiseId "pm_",
    /// Something that a customer complained about.
    ComplaintId "c_",
    /// Something that makes an offer better.
    PromotionId "po_",
    /// A quote that a customer accepted.
    QuoteId "q_",
    /// Customers who were measured in several arms.
    ExperimentId "e_",
}

macro_rules! ids_within_contacts {
    ($( $name:ident $prefix:literal ),*) => {$(
        impl $name {
            /// The id of something that a contact brought and that was given none: the contact's, and its number
            /// there.
            pub(crate) fn within(interaction: &InteractionId, number: usize) -> $name {
                let tail = interaction.0.chars().skip(2).take(90).collect::<String>();
                $name(format!("{}{tail}.{number}", $prefix).into())
            }
        }
    )*};
}

ids_within_contacts!(NeedId "n_", HesitationId "h_", PromiseId "pm_");

impl NeedId {
    /// The id of a need that an accepted quote leads to and that was given none: the quote's, and its number there.
    pub(crate) fn of_quote(quote: &QuoteId, number: usize) -> NeedId {
        let tail = quote.0.chars().skip(2).take(90).collect::<String>();
        NeedId(format!("n_{tail}.{number}").into())
    }
}

macro_rules! names {
    ($( $(#[$meta:meta])* $name:ident ),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name(Arc<str>);

        impl $name {
            /// What is allowed, as a phrase.
            pub const ALLOWED: &'static str = "1 to 60 of A-Z a-z 0-9 _ - .";

            /// Reads the name; nothing if it is not one.
            ///
            /// ```
            #[doc = concat!("use nextsale::value::id::", stringify!($name), ";")]
            #[doc = concat!("assert!(", stringify!($name), "::parse(\"first-call\").is_some());")]
            #[doc = concat!("assert!(", stringify!($name), "::parse(\"first call\").is_none());")]
            /// ```
            pub fn parse(text: &str) -> Option<$name> {
                let allowed = (1..=60).contains(&text.len()) && text.chars().all(is_id_character);
                allowed.then(|| $name(text.into()))
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        read_from_text!($name);
    )*};
}

names! {
    /// A stage of the sales plan.
    StageId,
    /// A pipeline of the sales plan.
    PipelineId,
    /// A rule of the sales plan.
    RuleId,
    /// A point of contact of the sales plan.
    PointOfContactId,
    /// A segment of customers to keep in touch with.
    SegmentId,
    /// A sales plan.
    PlanId,
    /// One book, as it is named in a store.
    BookId,
    /// One writer of a book: a tab, a device.
    ReplicaId,
    /// A line of a quote.
    LineId,
    /// A lane of promotions: those in it compete, or go in a row.
    LaneId,
    /// Promotions of which at most one holds.
    GroupId,
}
