// How big things are drawn, in pixels of the canvas at 100 %.
export const gridStep = 8;
export const stageSize = { width: 208, height: 64 };
export const endSize = { width: 168, height: 48 };
export const historySize = { width: 40, height: 40 };
export const anySize = { width: 96, height: 32 };
export const emptyContainerSize = { width: 256, height: 136 };
export const headerHeight = 40;
/** The dot and arrow that lead into an initial stage lie to its left, near its top. */
export const initialMarker = { width: 22, top: 8, height: 16 };
export const labelWidth = 184;
