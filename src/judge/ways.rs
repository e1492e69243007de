//! How much time lies between one thing of a day and the next: travelling, and switching from channel to channel.

use crate::plan::day::DayRhythm;
use crate::value::contact_point::Channel;
use crate::value::time::MINUTE;

/// So many channels there are, and doing something on none.
pub(crate) const CHANNELS: usize = Channel::ALL.len().saturating_add(1);

/// A number below [`CHANNELS`] for each channel, and for none.
pub(crate) fn number(channel: Option<Channel>) -> usize {
    channel
        .and_then(|channel| Channel::ALL.iter().position(|each| *each == channel))
        .map_or(0, |at| at.saturating_add(1))
}

/// The ways of a plan's days, in milliseconds. A day asks for them many thousand times while it is arranged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ways {
    travel: [i64; CHANNELS],
    switch: i64,
}

impl Ways {
    pub(crate) fn of(day: &DayRhythm) -> Ways {
        let millis = |minutes: u16| i64::from(minutes).saturating_mul(MINUTE);
        let mut travel = [0; CHANNELS];
        for (channel, minutes) in &day.travel_minutes {
            if let Some(place) = travel.get_mut(number(Some(*channel))) {
                *place = millis(*minutes);
            }
        }
        Ways { travel, switch: millis(day.switch_minutes) }
    }

    /// Travelling before and after something on a channel.
    pub(crate) fn travel(&self, channel: Option<Channel>) -> i64 {
        self.travel.get(number(channel)).copied().unwrap_or(0)
    }

    /// What has to lie between something on one channel and something on another: travelling after the one and before
    /// the other, or switching.
    pub(crate) fn between(&self, before: Option<Channel>, after: Option<Channel>) -> i64 {
        let travel = self.travel(before).saturating_add(self.travel(after));
        let switch = if before == after { 0 } else { self.switch };
        travel.max(switch)
    }
}
