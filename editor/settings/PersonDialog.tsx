// Adds a person with a first password, or changes what one is called and may do.
import { Button, Group, MultiSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person, Role } from '../../engine/index.ts';
import { patch, post } from '../app/api/request.ts';
import { meQuery } from '../app/api/session-queries.ts';
import type { NewPerson } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { passwordProblem, shortestPassword } from './password.ts';
import { roleChoices, roleWords } from './role-words.ts';

interface Props {
  person: Person | null;
  onClose: () => void;
}
interface Values {
  name: string;
  email: string;
  roles: Role[];
  password: string;
}

/** An empty password is left out: nobody's sign-in changes by the way. */
const toBody = ({ password, ...values }: Values): NewPerson =>
  password === '' ? values : { ...values, password };

function useSave({ person, onClose }: Props) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: Values) =>
      person
        ? patch<Person>(`/people/${encodeURIComponent(person.id)}`, toBody(values))
        : post<Person>('/people', toBody(values)),
    onSuccess: async ({ name }) => {
      told(person ? t('{name} is changed.', { name }) : t('{name} is added.', { name }));
      onClose();
      await client.invalidateQueries({ queryKey: ['people'] });
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
}

const passwordWords = (person: Person | null): { label: string; description: string } =>
  person
    ? {
        label: t('New password'),
        description: t('Leave it empty to keep the one there is. A new one ends their sessions'),
      }
    : {
        label: t('First password'),
        description: t('At least {shortestPassword} characters. Without one the person cannot sign in yet', {
          shortestPassword,
        }),
      };

export function PersonDialog(props: Props) {
  const { person, onClose } = props;
  const save = useSave(props);
  const form = useForm<Values>({
    initialValues: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      roles: person?.roles ?? ['employee'],
      password: '',
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('Give a name.') : null),
      email: (email) =>
        /^\S+@\S+\.\S+$/.test(email) ? null : t('Give an email address, such as ana@example.org.'),
      roles: (roles) => (roles.length === 0 ? t('Choose at least one role.') : null),
      password: (password) => (password === '' ? null : passwordProblem(password)),
    },
  });
  const said = form.values.roles.map((role) => `${roleWords[role].name} ${roleWords[role].does}`).join('; ');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={person ? t('Change {name}', { name: person.name }) : t('Add a person')}
    >
      <form
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
        noValidate
      >
        <Stack>
          {save.isError && <Failure error={save.error} />}
          <TextInput label={t('Name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
          <TextInput label={t('Email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <MultiSelect
            label={t('Roles')}
            description={said}
            data={roleChoices}
            {...form.getInputProps('roles')}
          />
          <PasswordInput
            {...passwordWords(person)}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {person ? t('Save changes') : t('Add person')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
