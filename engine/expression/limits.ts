// What an expression may cost. A cycle is written by people, but must not be able to stop a server.
export const maxLength = 4096;
export const maxDepth = 32;
/** Numbers in a range that is looped over, also when loops are nested. */
export const maxIterations = 10_000;
export const maxNestedLoops = 3;
export const maxListLength = 10_000;
