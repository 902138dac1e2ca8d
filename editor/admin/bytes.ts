// How large something is, as people say it.
import { numberText } from '../language/index.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

export function bytesText(bytes: number): string {
  const steps = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** steps;
  const digits = steps === 0 || value >= 100 ? 0 : 1;
  return `${numberText(Number(value.toFixed(digits)))} ${units[steps]}`;
}
