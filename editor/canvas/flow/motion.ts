// How long the canvas takes to show where something went, in milliseconds; not at all when motion is unwanted.
const usual = 160;

export const motionTime = (): number =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : usual;
