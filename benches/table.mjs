// Numbers as people read them.

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const milliseconds = (ms) => `${ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
export const thousands = (number) => Math.round(number).toString().replace(/\B(?=(\d{3})+$)/g, " ");
export const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** Prints rows under a heading, the first column to the left, the others to the right. */
export function print(heading, rows) {
  const widths = [heading, ...rows].reduce((widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)), []);
  const line = (row) => row.map((cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index]))).join("   ");
  console.log(line(heading));
  console.log(widths.map((width) => "-".repeat(width)).join("   "));
  rows.forEach((row) => console.log(line(row).trimEnd()));
}
