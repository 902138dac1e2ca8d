// What the reports are narrowed to, as paper says it: one line of words, none when nothing is left out.
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';

export interface Narrowed {
  cycle?: string | undefined;
  version?: string | undefined;
  under?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export function narrowedWords(
  { version, from, to }: Narrowed,
  { cycle, under }: { cycle: string | undefined; under: string | undefined },
): string {
  const said = [
    [t('Cycle'), cycle],
    [t('Version'), version],
    [t('Part of the organisation'), under],
    [t('Begun from'), from && shortDate(from)],
    [t('Begun until'), to && shortDate(to)],
  ] as const;
  return said.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join(' · ');
}
