// The key of the task in which somebody names whom to ask instead of a rater. No cycle draws it, so that no plan waits for
// it; it closes with the raters' own task.

const ENDING = '.another';

export const askKeyOf = (key: string): string => `${key}${ENDING}`;
export const isAskKey = (key: string): boolean => key.endsWith(ENDING);
