// Quotes in plain JavaScript: the lanes in a row, in each the best combination, all of them tried. Amounts are whole minor
// units below 2^53. No codes, budgets, credit, caps or reasons: the quote of the bench has none but what is here.

/** A half goes away from zero. */
const percentOf = (amount, points) => Math.floor((amount * points + 5000) / 10_000);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const inEuro = (amounts) => amounts.find(({ currency }) => currency === "EUR").minor;

/** Spreads an amount by weight, no line beyond its room; odd units go to the largest remainder, then to the first. */
function spread(amount, parts) {
  let open = parts.filter(({ room, weight }) => room > 0 && weight > 0);
  let rest = Math.min(amount, sum(open.map(({ room }) => room)));
  for (;;) {
    const weight = sum(open.map((part) => part.weight));
    const full = open.filter((part) => Math.floor((rest * part.weight) / weight) >= part.room);
    if (full.length === 0 || rest === 0) break;
    for (const part of full) part.share = part.room;
    rest -= sum(full.map(({ room }) => room));
    open = open.filter((part) => !full.includes(part));
  }
  if (rest === 0) return;
  const weight = sum(open.map((part) => part.weight));
  for (const part of open) {
    part.share = Math.floor((rest * part.weight) / weight);
    part.left = (rest * part.weight) % weight;
  }
  let odd = rest - sum(open.map(({ share }) => share));
  open.sort((one, other) => other.left - one.left || one.rank - other.rank);
  for (const part of open) if (odd-- > 0) part.share += 1;
}

/** What is taken off a price. */
const off = (gift, base, now) => {
  if (gift.type === "percentOff" || gift.type === "percent") return Math.min(percentOf(base, gift.basisPoints), now);
  if (gift.type === "amountOff" || gift.type === "amount") return Math.min(inEuro(gift.amounts), now);
  return Math.max(now - inEuro(gift.prices), 0);
};

/** Off so many units of a line, the cheapest first; those that the price can't be shared evenly with cost one more. */
function offUnits(gift, price, quantity, count) {
  const unit = Math.floor(price / quantity);
  const cheap = Math.min(count, quantity - (price % quantity));
  return cheap * off(gift, unit, unit) + (count - cheap) * off(gift, unit + 1, unit + 1);
}

const selects = (selector, line) => selector === undefined || selector.products.includes(line.product);

function* takenByBuyGet(gift, lines, prices) {
  const all = [...lines].sort((one, other) => Math.floor(prices[one.at] / one.quantity) - Math.floor(prices[other.at] / other.quantity) || one.rank - other.rank);
  const { quantity: buys } = gift.buy;
  const { quantity: gets } = gift.get;
  const units = sum(all.map(({ quantity }) => quantity));
  let got = Math.floor(units / (buys + gets)) * gets + Math.max((units % (buys + gets)) - buys, 0);
  for (const line of all) {
    const count = Math.min(got, line.quantity);
    got -= count;
    yield { line, share: offUnits(gift.get.reduction ?? { type: "percent", basisPoints: 10_000 }, prices[line.at], line.quantity, count) };
  }
}

/** What a promotion takes off each line, with the delivery charge as the last. */
function taken(quote, promotion, prices, rankOf) {
  const { gives } = promotion;
  const shares = new Array(prices.length).fill(0);
  if (gives.type === "delivery") {
    shares[quote.lines.length] = percentOf(prices[quote.lines.length], gives.basisPoints ?? 10_000);
    return shares;
  }
  const lines = quote.lines.filter((line) => gives.target === "whole" || selects(promotion.lines, line));
  const roomOf = (line) => Math.max(prices[line.at] - (line.lowestPrice ?? 0) * line.quantity, 0);
  if (gives.type === "buyGet") {
    for (const { line, share } of takenByBuyGet(gives, lines, prices)) shares[line.at] = Math.min(share, roomOf(line));
  } else if (gives.target === "line" || gives.target === "each") {
    for (const line of lines) {
      const price = prices[line.at];
      const share = gives.target === "line" ? off(gives, price, price) : offUnits(gives, price, line.quantity, line.quantity);
      shares[line.at] = Math.min(share, roomOf(line));
    }
  } else {
    const parts = lines.map((line) => ({ line, weight: prices[line.at], room: roomOf(line), rank: rankOf(line), share: 0 }));
    const now = sum(parts.map(({ weight }) => weight));
    spread(off(gives, now, now), parts);
    for (const { line, share } of parts) shares[line.at] = share;
  }
  return shares;
}

const scope = ({ gives }) => (gives.type === "delivery" ? 2 : gives.target === "across" || gives.target === "whole" ? 1 : 0);

/** Is a promotion given for these lines at all? */
function isMet(quote, { lines: selector, minimum }) {
  const lines = quote.lines.filter((line) => selects(selector, line));
  return lines.length > 0 && sum(lines.map(({ quantity }) => quantity)) >= (minimum?.quantity ?? 0);
}

/** Tries every combination of a lane: those that come first in their order first. */
function bestOf(quote, promotions, start) {
  let best = { steps: [], prices: start, total: sum(start) };
  const visit = (index, prices, steps) => {
    if (index === promotions.length) {
      const total = sum(prices);
      const isBetter = total < best.total || (total === best.total && steps.length < best.steps.length);
      if (isBetter) best = { steps: [...steps], prices, total };
      return;
    }
    const promotion = promotions[index];
    if (promotion.group === undefined || steps.every(({ group }) => group !== promotion.group)) {
      const shares = taken(quote, promotion, prices, ({ rank }) => rank);
      if (shares.some((share) => share > 0)) {
        visit(index + 1, prices.map((price, at) => price - shares[at]), [...steps, promotion]);
      }
    }
    visit(index + 1, prices, steps);
  };
  visit(0, start, []);
  return best;
}

/** Prices a quote. Promotions are by id; lanes go in a row, the one without a name last. */
export function quoteOf({ lines, delivery = 0 }, promotions, lanes) {
  const ids = lines.map(({ line }) => line).sort();
  const quote = { lines: lines.map((line, at) => ({ ...line, at, rank: ids.indexOf(line.line) })) };
  const before = [...quote.lines.map(({ quantity, unitPrice }) => quantity * unitPrice), delivery];
  let prices = before;
  const steps = [];
  for (const lane of [...lanes, undefined]) {
    const members = promotions.filter((promotion) => promotion.lane === lane && isMet(quote, promotion));
    members.sort((one, other) => (other.priority ?? 0) - (one.priority ?? 0) || scope(one) - scope(other) || (one.id < other.id ? -1 : 1));
    const best = bestOf(quote, members, prices);
    steps.push(...best.steps);
    ({ prices } = best);
  }
  const touches = (promotion, line) => promotion.gives.type !== "delivery" && (promotion.gives.target === "whole" || selects(promotion.lines, line));
  let left = before;
  const applied = steps.map((promotion, index) => {
    // Where no later one sees how it is spread, the earliest line gets the odd unit.
    const isSeen = steps.slice(index + 1).some((later) => quote.lines.some((line) => touches(promotion, line) && touches(later, line)));
    const shares = taken(quote, promotion, left, (line) => (isSeen ? line.rank : line.at));
    left = left.map((price, at) => price - shares[at]);
    return { promotion: promotion.id, amount: sum(shares), shares: shares.slice(0, -1), delivery: shares.at(-1) };
  });
  return { total: sum(left), lines: left.slice(0, -1), delivery: left.at(-1), applied };
}
