// The fields of a column: what it is called, what it looks at or gives, its type and its allowed values.
import { Button } from '@mantine/core';
import type { TableInput, TableOutput } from '../../engine/index.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { ChoiceField } from '../panels/ChoiceField.tsx';
import { useEditing } from '../panels/editing.ts';
import { FeelField } from '../panels/FeelField.tsx';
import { TextField } from '../panels/TextField.tsx';
import type { ColumnProps } from './column-props.ts';
import { useOpenTypes } from './open-types.ts';
import { typeOptions } from './types/type-shape.ts';

export function ColumnFields(props: ColumnProps) {
  switch (props.column.kind) {
    case 'input':
      return <InputFields {...props} />;
    case 'output':
      return <OutputFields {...props} />;
    case 'note':
      return <NoteFields {...props} />;
  }
}

const orNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

interface TypeProps {
  place: string;
  type: string | undefined;
  set(type: string | undefined): void;
}

/** The type of a column, and the way to what it is where the cycle has it. */
function TypeField({ place, type, set }: TypeProps) {
  const { cycle } = useEditing();
  const openTypes = useOpenTypes();
  const own = type !== undefined && Object.hasOwn(cycle.types ?? {}, type) ? type : null;
  return (
    <div>
      <ChoiceField
        label={t('Type')}
        place={place}
        value={type ?? null}
        options={typeOptions(cycle, type)}
        clearable
        inPopover
        onPick={(next) => set(next ?? undefined)}
      />
      <Button size="compact-xs" variant="subtle" onClick={() => openTypes(own)}>
        {own === null ? t('Named types…') : t('What {name} allows…', { name: own })}
      </Button>
    </div>
  );
}

function InputFields({ table, column: { index }, place, change }: ColumnProps) {
  const input = table.inputs[index];
  if (!input) return null;
  const at = (field: string) => place + pointer('inputs', index, field);
  const set = (patch: Partial<TableInput>, burst?: string) => {
    const inputs = table.inputs.with(index, patched(input, patch));
    return change({ ...table, inputs }, burst);
  };
  return (
    <>
      <TextField
        label={t('Called')}
        place={at('label')}
        value={input.label ?? ''}
        placeholder={input.expression}
        apply={(label, burst) => set({ label: orNone(label) }, burst)}
      />
      <FeelField
        label={t('Looks at')}
        place={at('expression')}
        value={input.expression}
        apply={(expression, burst) =>
          expression.trim() === ''
            ? { kind: 'refused', reason: t('A column looks at something, such as score or outcome.') }
            : set({ expression }, burst)
        }
      />
      <TypeField place={at('type')} type={input.type} set={(type) => set({ type })} />
      <TextField
        label={t('Allowed values')}
        place={at('allowed')}
        value={input.allowed ?? ''}
        placeholder={t('"below", "meets", "exceeds"')}
        hint={t('Tests such as [0..120], or values such as "a", "b"')}
        mono
        apply={(allowed, burst) => set({ allowed: orNone(allowed) }, burst)}
      />
    </>
  );
}

function OutputFields({ table, column: { index }, place, change }: ColumnProps) {
  const output = table.outputs[index];
  if (!output) return null;
  const at = (field: string) => place + pointer('outputs', index, field);
  const set = (patch: Partial<TableOutput>, burst?: string) => {
    return change({ ...table, outputs: table.outputs.with(index, patched(output, patch)) }, burst);
  };
  return (
    <>
      <TextField
        label={t('Called')}
        place={at('label')}
        value={output.label ?? ''}
        apply={(label, burst) => set({ label: orNone(label) }, burst)}
      />
      {(table.outputs.length > 1 || output.name !== undefined) && (
        <TextField
          label={t('Name in the result')}
          place={at('name')}
          value={output.name ?? ''}
          mono
          apply={(name, burst) => set({ name: orNone(name) }, burst)}
        />
      )}
      <TypeField place={at('type')} type={output.type} set={(type) => set({ type })} />
      <TextField
        label={t('Allowed values')}
        place={at('allowed')}
        value={output.allowed ?? ''}
        hint={t('For priority and output order the first is the highest')}
        mono
        apply={(allowed, burst) => set({ allowed: orNone(allowed) }, burst)}
      />
      <TextField
        label={t('When no rule matches')}
        place={at('default')}
        value={output.default ?? ''}
        placeholder={t('nothing')}
        mono
        apply={(standard, burst) => set({ default: orNone(standard) }, burst)}
      />
    </>
  );
}

function NoteFields({ table, column: { index }, place, change }: ColumnProps) {
  const annotations = table.annotations ?? [];
  return (
    <TextField
      label={t('Called')}
      place={place + pointer('annotations', index)}
      value={annotations[index] ?? ''}
      apply={(label, burst) => change({ ...table, annotations: annotations.with(index, label) }, burst)}
    />
  );
}
