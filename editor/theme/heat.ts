// Warmth: a tint of the surface by a share, from none to all, as stages on the canvas have it. The number stands beside
// it, so colour is not all.
export const heatTint = (share: number): string =>
  `color-mix(in srgb, var(--cw-outcome-below) ${Math.round(share * 42)}%, var(--cw-surface))`;
