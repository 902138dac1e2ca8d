// Advice under a field of a task's form: what cannot be sent under each of them, and under what somebody will read about
// their work how else it could be said.
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useContext, useMemo } from 'react';
import type { Advice, Outcome } from '../../../engine/index.ts';
import { peopleQuery } from '../../app/api/organisation-queries.ts';
import { comparisonQuery } from '../../app/api/wording-queries.ts';
import { dayNow } from '../../app/words/due.ts';
import { type HarmOnly, useAdvice, type WordingContext } from './use-advice.ts';
import { WordingAdvice } from './WordingAdvice.tsx';
import { type Writing, WritingAbout } from './writing.ts';

export interface Advising {
  /** The rating that stands beside the words. */
  rating?: Outcome | null;
  evidence?: readonly string[];
}

interface Props {
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Absent: only what cannot be sent is told. */
  advise?: Advising | undefined;
}

const nobody: readonly { id: string; name: string }[] = [];

/** What the words can be compared with, as far as the writer may see it. */
function useContextOf(writing: Writing, { text, advise }: Props): WordingContext | HarmOnly {
  const { of, material } = writing;
  const full = advise !== undefined && of === 'another';
  const isAsked = full && text !== '';
  // Whom the text may name, and what it is compared with: they come beside the form, which does not wait for them.
  const people = useQuery({ ...peopleQuery, enabled: isAsked }).data ?? nobody;
  const compared = useQuery({ ...comparisonQuery({ taskId: material.task.id }), enabled: isAsked }).data;
  const { rating, evidence } = advise ?? {};
  return useMemo(() => {
    if (!full) return { of };
    const { task, plan } = material;
    return {
      today: dayNow(),
      about: { id: task.componentId, name: task.componentName },
      colleagues: people,
      period: plan?.period,
      rating: rating ?? undefined,
      ...compared,
      ...(evidence ? { evidence } : {}),
    };
  }, [full, of, material, people, compared, rating, evidence]);
}

function Advised({ writing, ...props }: Props & { writing: Writing }) {
  const { text, field } = props;
  const advised = useAdvice(text, useContextOf(writing, props));
  const show = ({ from, to }: Advice) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  const { componentId } = writing.material.task;
  return <WordingAdvice advised={advised} onShow={show} about={{ componentId }} />;
}

export function WordsAdvice(props: Props) {
  const writing = useContext(WritingAbout);
  return writing && <Advised {...props} writing={writing} />;
}
