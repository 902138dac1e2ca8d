// Warmth: a tint of the surface by a share, from none to all. The number stands beside it, so colour is not all.
export const heatTint = (share: number): string =>
  `color-mix(in srgb, var(--cw-heat) ${Math.round(share * 50)}%, var(--cw-surface))`;
