// Where a part of the editor comes from that is fetched when it is first needed. A browser without a connection has no
// part, and has it later.
import type { ComponentType } from 'react';
import { t } from '../../language/index.ts';
import { RequestError } from '../api/request.ts';

export type Load<Props> = () => Promise<ComponentType<Props>>;

export interface PartSource<Props> {
  /** Null until it has come. */
  found(): ComponentType<Props> | null;
  /** The same answer for everybody. @throws PartMissing as often as it is asked for, until that is forgotten. */
  fetch(): Promise<ComponentType<Props>>;
  /** What failed is asked for again. */
  forget(): void;
}

export class PartMissing extends RequestError {
  constructor(cause: unknown) {
    const problem = {
      type: 'part-missing',
      title: t('This part of the page did not come'),
      status: 0,
      detail: t(
        'The server did not answer. What you typed is kept, and this part comes by itself once you are connected. If it stays away, load the page again.',
      ),
    };
    super(problem, { cause });
  }
}

/** Styles that did not come are not asked for again by the part that needs them. */
function fetchStylesAgain(): void {
  if (typeof document === 'undefined') return;
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (!link.sheet) link.replaceWith(link.cloneNode());
}

export function partSource<Props>(load: Load<Props>): PartSource<Props> {
  let part: ComponentType<Props> | null = null;
  let answer: Promise<ComponentType<Props>> | null = null;
  const ask = async () => {
    try {
      part = await load();
      return part;
    } catch (cause) {
      throw new PartMissing(cause);
    }
  };
  return {
    found: () => part,
    fetch: () => {
      answer ??= ask();
      return answer;
    },
    forget: () => {
      if (part) return;
      answer = null;
      fetchStylesAgain();
    },
  };
}
