//! Quantiles and tails of the normal, Student's and the chi-square distribution.
//!
//! Only `libm` is below them, so that a browser and a server give the same bits. The crates that have these functions
//! (statrs, puruspe, special) call the platform's logarithm or sum thousands of terms where there are many customers;
//! what is needed here is short. `tests/reference/effect.py` has the figures of SciPy that it is held against.

use std::f64::consts::{PI, SQRT_2};

/// From so many degrees of freedom on, the expansion around the normal quantile is exact to 1e-11.
const MANY_DEGREES: f64 = 1000.0;

/// The number that a standard normal variable exceeds with a probability below one half.
///
/// ```
/// use nextsale::measure::quantile::normal_upper;
/// assert!((normal_upper(0.025) - 1.959963984540054).abs() < 1e-14);
/// ```
pub fn normal_upper(tail: f64) -> f64 {
    let tail = tail.clamp(1e-300, 0.5);
    // Abramowitz & Stegun 26.2.23 to begin with, then Halley's steps: each triples the digits.
    let t = libm::sqrt(-2.0 * libm::log(tail));
    let mut z = t
        - (2.515_517 + t * (0.802_853 + t * 0.010_328))
            / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)));
    for _ in 0..3 {
        let step = (normal_tail(z) - tail) / normal_density(z);
        z += step / (1.0 - 0.5 * z * step);
    }
    z
}

/// The probability that a standard normal variable exceeds a number.
pub fn normal_tail(z: f64) -> f64 {
    0.5 * libm::erfc(z / SQRT_2)
}

fn normal_density(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * PI)
}

/// The number that Student's t with some degrees of freedom exceeds with a probability below one half.
///
/// ```
/// use nextsale::measure::quantile::student_upper;
/// assert!((student_upper(0.025, 10.0) - 2.2281388519862753).abs() < 1e-12);
/// ```
pub fn student_upper(tail: f64, degrees: f64) -> f64 {
    let tail = tail.clamp(1e-300, 0.5);
    let begin = expanded(normal_upper(tail), degrees.max(3.0));
    if degrees >= MANY_DEGREES {
        return begin;
    }
    // Newton's steps on the logarithm of the tail, which is nearly straight where the tail itself is not.
    let mut t = begin.max(1e-12);
    for _ in 0..60 {
        let found = student_tail(t, degrees);
        let step = libm::log(found / tail) * found / student_density(t, degrees);
        let next = (t + step).clamp(t * 0.25, t * 4.0);
        // The next step would be as small as the square of this one.
        let done = (next - t).abs() <= 1e-9 * next;
        t = next;
        if done {
            break;
        }
    }
    t
}

/// Abramowitz & Stegun 26.7.5: Student's quantile as a series in the normal one.
fn expanded(z: f64, degrees: f64) -> f64 {
    let s = z * z;
    let first = (s + 1.0) / 4.0;
    let second = ((5.0 * s + 16.0) * s + 3.0) / 96.0;
    let third = (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / 384.0;
    let fourth = ((((79.0 * s + 776.0) * s + 1482.0) * s - 1920.0) * s - 945.0) / 92_160.0;
    z * (1.0 + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees)
}

/// The probability that Student's t exceeds a number above zero.
pub fn student_tail(t: f64, degrees: f64) -> f64 {
    0.5 * incomplete_beta(0.5 * degrees, 0.5, degrees, t * t)
}

fn student_density(t: f64, degrees: f64) -> f64 {
    let log = libm::lgamma(0.5 * (degrees + 1.0))
        - libm::lgamma(0.5 * degrees)
        - 0.5 * libm::log(degrees * PI)
        - 0.5 * (degrees + 1.0) * libm::log1p(t * t / degrees);
    libm::exp(log)
}

/// The regularised incomplete beta function of `p / (p + q)`, from the two parts, since their ratio loses digits.
fn incomplete_beta(a: f64, b: f64, p: f64, q: f64) -> f64 {
    let (x, y) = (p / (p + q), q / (p + q));
    let log = a * -libm::log1p(q / p) + b * (libm::log(q) - libm::log(p + q)) + libm::lgamma(a + b)
        - libm::lgamma(a)
        - libm::lgamma(b);
    let front = libm::exp(log);
    match x < (a + 1.0) / (a + b + 2.0) {
        true => front * fraction(a, b, x) / a,
        false => 1.0 - front * fraction(b, a, y) / b,
    }
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let sound = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / sound(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for round in 1..500_i32 {
        let m = f64::from(round);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / sound(1.0 + term * d);
            c = sound(1.0 + term / c);
            change = c * d;
            value *= change;
        }
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// The probability that chi-square with whole degrees of freedom exceeds a number: a sum of as many terms as half of
/// the degrees (Abramowitz & Stegun 26.4.4 and 26.4.5).
///
/// ```
/// use nextsale::measure::quantile::chi_square_tail;
/// assert!((chi_square_tail(3.841458820694124, 1) - 0.05).abs() < 1e-12);
/// ```
pub fn chi_square_tail(statistic: f64, degrees: u32) -> f64 {
    let half = 0.5 * statistic.max(0.0);
    let odd = degrees % 2 == 1;
    let mut term = match odd {
        true => libm::exp(-half) * libm::sqrt(half / PI) * 2.0,
        false => libm::exp(-half),
    };
    let mut sum = if odd { libm::erfc(libm::sqrt(half)) } else { 0.0 };
    let mut at = if odd { 1.5 } else { 1.0 };
    for _ in 0..degrees / 2 {
        sum += term;
        term *= half / at;
        at += 1.0;
    }
    sum.clamp(0.0, 1.0)
}
