// Hours in which an environment stays awake, in their own time zone.

/**
 * @typedef {import("./types.mjs").Hours} Hours
 */

/** A stop before the start is on the next day. @param {Hours | undefined} hours @param {number} now */
export function isWithin(hours, now) {
  if (hours === undefined) {
    return false;
  }
  const { day, yesterday, time } = local(hours.timezone, now);
  if (hours.start <= hours.stop) {
    return hours.days.includes(day) && time >= hours.start && time < hours.stop;
  }
  return (hours.days.includes(day) && time >= hours.start) || (hours.days.includes(yesterday) && time < hours.stop);
}

/** When they begin next, to the minute; undefined where no day is named. @param {Hours} hours @param {number} now */
export function nextStart(hours, now) {
  const minute = 60_000;
  const quarter = 15 * minute;
  let at = Math.ceil(now / minute) * minute;
  for (let steps = 0; steps < 9 * 96; steps++) {
    if (isWithin(hours, at)) {
      while (isWithin(hours, at - minute) && at - minute > now) {
        at -= minute;
      }
      return at;
    }
    at += quarter;
  }
  return undefined;
}

/** @param {string} timezone @param {number} now */
function local(timezone, now) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(now);
  /** @param {string} type */
  const part = (type) => parts.find((each) => each.type === type)?.value ?? "";
  const day = part("weekday").toLowerCase();
  const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  return { day, yesterday: week[(week.indexOf(day) + 6) % 7] ?? "", time: `${part("hour")}:${part("minute")}` };
}
