//! Words any business knows: ids, text, money, time, contact points, and documents read into them.

#[macro_use]
pub mod document;
pub mod attribute;
pub mod contact_point;
pub mod id;
pub mod money;
pub mod number;
pub mod order;
pub mod text;
pub mod time;
pub mod working_days;
pub mod working_time;
pub mod zone;
