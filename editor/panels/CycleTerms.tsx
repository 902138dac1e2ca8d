// What a cycle says of itself: which components go through it, how long what was said in it is kept, and which warnings
// it lives with.
import { ActionIcon, Group, MultiSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ComponentKind, componentKinds } from '../../engine/index.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { kindWords } from '../organisation/kind-words.ts';
import { useEditing } from './editing.ts';
import { problemsAt } from './field-problems.ts';
import { Section } from './Section.tsx';
import { SpanField } from './SpanField.tsx';
import { TextField } from './TextField.tsx';

const kindOptions = componentKinds.map((value) => ({ value, label: kindWords[value] }));
const isKind = (value: string): value is ComponentKind => componentKinds.some((kind) => kind === value);

/** `undefined` where nothing is left, so that the document does without it. */
const some = <T extends object>(value: T): T | undefined =>
  Object.keys(value).length > 0 ? value : undefined;

export function Subjects() {
  const { cycle, run, readOnly, problems } = useEditing();
  const place = pointer('subjects');
  return (
    <MultiSelect
      size="sm"
      label={t('Who goes through it')}
      placeholder={cycle.subjects ? undefined : t('Components of every kind')}
      data-pointer={place}
      data={kindOptions}
      value={cycle.subjects ?? []}
      disabled={readOnly}
      clearable
      error={problemsAt(problems, place)}
      onChange={(picked) => run({ type: 'set-cycle', patch: { subjects: some(picked.filter(isKind)) } })}
    />
  );
}

const kinds = [
  { kind: 'drafts', label: t('What was typed and not given') },
  { kind: 'answers', label: t('Single answers of raters') },
  { kind: 'notes', label: t('Notes of calibrations') },
] as const;

export function Retention() {
  const { cycle, run } = useEditing();
  const { retention = {} } = cycle;
  const place = pointer('retention');
  return (
    <Section title={t('How long it is kept')} place={place} count={Object.keys(retention).length}>
      {kinds.map(({ kind, label }) => (
        <SpanField
          key={kind}
          label={label}
          place={place + pointer(kind)}
          value={retention[kind] ?? ''}
          since={t('after the plan has ended')}
          apply={(span, burst) => {
            const next = patched(retention, { [kind]: span.trim() || undefined });
            return run({ type: 'set-cycle', patch: { retention: some(next) } }, burst);
          }}
        />
      ))}
    </Section>
  );
}

/** They are added where they are told: in the list of problems. */
export function AcceptedWarnings() {
  const { cycle, run, readOnly } = useEditing();
  const { accepts = {} } = cycle;
  const place = pointer('accepts');
  if (Object.keys(accepts).length === 0) return null;
  const set = (code: string, reason: string | undefined, burst?: string) =>
    run({ type: 'set-cycle', patch: { accepts: some(patched(accepts, { [code]: reason })) } }, burst);
  return (
    <Section title={t('Warnings it lives with')} place={place} count={Object.keys(accepts).length}>
      {Object.entries(accepts).map(([code, reason]) => (
        <Group key={code} gap="xs" align="flex-start" wrap="nowrap">
          <div style={{ flex: 1 }}>
            <TextField
              label={t('Why {code} is accepted', { code })}
              place={place + pointer(code)}
              value={reason}
              lines={2}
              apply={(text, burst) => set(code, text, burst)}
            />
          </div>
          {!readOnly && (
            <ActionIcon
              mt={28}
              size={30}
              aria-label={t('Accept {code} no longer', { code })}
              onClick={() => set(code, undefined)}
            >
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </Group>
      ))}
    </Section>
  );
}
