// When the clocks of zones change, as the host knows it: `[[from, minutes ahead of UTC], …]`.
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The changes of zones for two years to either side of a moment. */
export function changesOf(zones, at) {
  return Object.fromEntries(zones.map((zone) => [zone, changes(zone, at - 731 * DAY, at + 731 * DAY)]));
}

function changes(zone, from, to) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const offset = (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName").value;
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [null, "+", 0, 0];
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  };
  const begin = Math.floor(from / DAY) * DAY;
  const found = [[begin, offset(begin)]];
  for (let day = begin; day < to; day += DAY) {
    if (offset(day + DAY) === found.at(-1)[1]) continue;
    let at = day;
    while (offset(at) === found.at(-1)[1]) at += 30 * MINUTE;
    found.push([at, offset(at)]);
  }
  return found;
}
