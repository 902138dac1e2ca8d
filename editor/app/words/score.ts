// A score as people read it, with the decimal sign of their language.
import { displayScore } from '../../../engine/index.ts';
import { numberText } from '../../language/index.ts';

const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** One digit, rounded so that it never contradicts the outcome. */
export const scoreText = (score: number): string => numberText(Number(displayScore(score)), oneDigit);
