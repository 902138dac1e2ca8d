// Priorities of one component as parts of a hundred: whole numbers that add up to it exactly.

/** By the greatest remainders; the order is kept, and what is only watched (0) stays so. */
export function toHundred(priorities: readonly number[]): number[] {
  const total = priorities.reduce((sum, priority) => sum + priority, 0);
  if (total === 0) return [...priorities];
  const exact = priorities.map((priority) => (priority / total) * 100);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((sum, part) => sum + part, 0);
  const order = [...exact.keys()]
    .filter((place) => priorities[place] !== 0)
    .sort((a, b) => (exact[b] ?? 0) - (whole[b] ?? 0) - ((exact[a] ?? 0) - (whole[a] ?? 0)) || a - b);
  for (const place of order.slice(0, missing)) whole[place] = (whole[place] ?? 0) + 1;
  return whole;
}
