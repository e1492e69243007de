//! Values that documents are made of: lists, maps, numbers, text.

use super::{Fault, FromDocument, Place, Reading, object, text, type_of, whole_number};
use serde_json::Value;
use std::collections::BTreeMap;

impl<T: FromDocument> FromDocument for Option<T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        T::from_document(value, place, reading).map(Some)
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: FromDocument> FromDocument for Vec<T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let Value::Array(values) = value else {
            reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, "a list");
            return None;
        };
        // Reads all of them before giving up, so that all problems are found.
        let read: Vec<Option<T>> = values
            .iter()
            .enumerate()
            .map(|(index, value)| T::from_document(value, &place.index(index), reading))
            .collect();
        read.into_iter().collect()
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: FromDocument> FromDocument for Box<T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        T::from_document(value, place, reading).map(Box::new)
    }
}

impl<K: FromDocument + Ord, T: FromDocument> FromDocument for BTreeMap<K, T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let fields = object(value, place, reading)?;
        let mut read = BTreeMap::new();
        let mut whole = true;
        for (key, value) in fields {
            let place = place.field(key);
            let name = K::from_document(&Value::from(key.as_str()), &place, reading);
            let value = T::from_document(value, &place, reading);
            match name.zip(value) {
                Some((name, value)) => _ = read.insert(name, value),
                None => whole = false,
            }
        }
        whole.then_some(read)
    }
    fn absent() -> Option<Self> {
        Some(BTreeMap::new())
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl FromDocument for $number {
            fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
                let range = i64::from(<$number>::MIN)..=i64::from(<$number>::MAX);
                whole_number(value, range, place, reading).and_then(|whole| whole.try_into().ok())
            }
        }
    )*};
}
whole_numbers!(u8, u16, u32, i32);

impl FromDocument for String {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        text(value, "text", place, reading).map(str::to_owned)
    }
}
