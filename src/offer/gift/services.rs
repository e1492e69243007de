//! Services (PROMO-3): trials, training, delivery and others.

use crate::value::id::ProductId;
use crate::value::money::Money;
use crate::value::text::Line;

record! {
    /// A time to try it for nothing.
    pub struct FreeTrial {
        /// For so many days.
        pub days: u16,
        /// Of this product.
        pub product: Option<ProductId>,
        /// What it is called.
        pub name: Option<Line>,
        /// What it is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What it costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

record! {
    /// Teaching them how to use it.
    pub struct Training {
        /// What they learn.
        pub name: Option<Line>,
        /// How long it takes.
        pub minutes: Option<u32>,
        /// What it is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What it costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

record! {
    /// Bringing it to them.
    pub struct Delivery {
        /// So much of the charge less, in hundredths of a percent; all of it if it is not said.
        pub basis_points: Option<u32>,
    }
}

record! {
    /// Another service.
    pub struct OtherService {
        /// What it is.
        pub name: Line,
        /// What it is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What it costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}
