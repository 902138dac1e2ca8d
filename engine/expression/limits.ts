// What an expression may cost. A cycle is written by people, but must not be able to stop a server.
export const maxLength = 4096;
export const maxDepth = 32;
/** Operators in a row, such as `a or b or c`. */
export const maxChain = 512;
/** Entries of contexts and arguments by name, and items of lists: what the parser takes long over. */
export const maxEntries = 200;
export const maxItems = 2_048;
/** Without any sign between them. */
export const maxWords = 512;
/** Numbers in a range that is looped over, also when loops are nested. */
export const maxIterations = 10_000;
export const maxNestedLoops = 3;
export const maxListLength = 10_000;
/** Longer than a plan may be, which has a limit and a message of its own. */
export const maxTextLength = 2_200_000;
/** Lists and contexts within each other, in a value. */
export const maxValueDepth = 64;
/** Values in a result, nested ones counted. */
export const maxResultSize = 100_000;
/** Of one evaluation; the longest step takes less than half a microsecond, so all take less than 50 ms. */
export const maxSteps = 100_000;
/** Functions within functions; a model's own function counts twice, as call and as program. */
export const maxCallDepth = 200;
/** Instructions of a pattern. */
export const maxPatternSize = 2_000;
export const maxWarnings = 20;

/** Models of DMN are written by analysts with tools, and are longer. */
export const fullLimits = { length: 16_384, depth: 64 };
