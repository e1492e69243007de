//! Reasons in words: the one place where sentences are made. English; another language is another module like `en`.

pub mod en;
