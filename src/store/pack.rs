//! Bytes as text: 15 bits in each UTF-16 unit, away from surrogates and control characters, since that is what
//! browsers' storage counts.

const FIRST: u32 = 0x0800;
const BITS: u32 = 15;

/// Bytes as text.
///
/// ```
/// use nextsale::store::pack::{pack, unpack};
/// let packed = pack(&[1, 2, 3, 255]);
/// assert_eq!(packed.chars().count(), 3);
/// assert_eq!(unpack(&packed, 4), Some(vec![1, 2, 3, 255]));
/// assert_eq!(unpack("plain", 4), None);
/// ```
pub fn pack(bytes: &[u8]) -> String {
    let mut packed = String::new();
    let (mut held, mut count) = (0_u32, 0_u32);
    for byte in bytes {
        held = held.wrapping_shl(8) | u32::from(*byte);
        count = count.saturating_add(8);
        if count >= BITS {
            count = count.saturating_sub(BITS);
            packed.extend(unit(held.wrapping_shr(count)));
            held &= mask(count);
        }
    }
    if count > 0 {
        packed.extend(unit(held.wrapping_shl(BITS.saturating_sub(count))));
    }
    packed
}

/// The bytes that text stands for; nothing if it isn't text of just so many bytes.
pub fn unpack(text: &str, length: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length.min(text.len()));
    let (mut held, mut count) = (0_u32, 0_u32);
    for letter in text.chars() {
        let bits = u32::from(letter).checked_sub(FIRST).filter(|bits| *bits <= mask(BITS))?;
        held = held.wrapping_shl(BITS) | bits;
        count = count.saturating_add(BITS);
        while count >= 8 && bytes.len() < length {
            count = count.saturating_sub(8);
            bytes.push(u8::try_from(held.wrapping_shr(count) & 0xFF).ok()?);
            held &= mask(count);
        }
    }
    (bytes.len() == length && count < BITS).then_some(bytes)
}

fn mask(bits: u32) -> u32 {
    1_u32.wrapping_shl(bits).saturating_sub(1)
}

fn unit(bits: u32) -> Option<char> {
    char::from_u32(FIRST.saturating_add(bits & mask(BITS)))
}
