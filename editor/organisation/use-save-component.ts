// Saves a new component, or what was changed of one; what somebody else has changed meanwhile is asked about first.
import type { UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Component } from '../../engine/index.ts';
import { post } from '../app/api/request.ts';
import type { NewComponent } from '../app/api/wire.ts';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { told } from '../app/parts/told.ts';
import { type Clash, chosen } from '../inbox/forms/rebase.ts';
import { t } from '../language/index.ts';
import { foundAs, saveChange } from './component-change.ts';

interface Given {
  component: Component | undefined;
  form: UseFormReturnType<NewComponent>;
  onClose: () => void;
}
interface Saving {
  values: NewComponent;
  isRecounting: boolean;
}
type Asked = Clash<Omit<NewComponent, 'id'>>;

const stale = ['components', 'reports', 'tasks', 'plans'];

export function useSaveComponent({ component, form, onClose }: Given) {
  const client = useQueryClient();
  const [base, setBase] = useState(() => component && foundAs(component));
  const [clashes, setClashes] = useState<Asked[]>([]);
  const saving = useMutation({
    mutationFn: async ({ values, isRecounting }: Saving) =>
      component && base
        ? saveChange(component.id, { fields: values, base }, isRecounting)
        : { kind: 'saved' as const, component: await post<Component>('/components', values) },
    onSuccess: async (outcome) => {
      if (outcome.kind === 'asked') {
        form.setValues(outcome.rebased.fields);
        setBase(outcome.rebased.base);
        return setClashes(outcome.rebased.clashes);
      }
      const { name } = outcome.component;
      told(component ? t('{name} is changed.', { name }) : t('{name} is added.', { name }));
      onClose();
      form.reset();
      for (const key of stale) await client.invalidateQueries({ queryKey: [key] });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const choose = (clash: Asked, side: 'mine' | 'theirs') => {
    if (!base) return;
    const next = chosen({ fields: form.values, base }, clash, side);
    form.setValues(next.fields);
    setBase(next.base);
    setClashes(clashes.filter(({ key }) => key !== clash.key));
  };
  return { save: saving.mutate, isPending: saving.isPending, error: saving.error, clashes, choose };
}
