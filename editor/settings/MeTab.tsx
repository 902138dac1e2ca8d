// The signed-in person: who they are here, how the screens look to them, their password, and the way out.
import { Button, Group, SegmentedControl, Stack, Title, useMantineColorScheme } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { toldFailure } from '../app/parts/told.ts';
import { useMe, useUses } from '../app/parts/use-permissions.ts';
import { LanguageChoice } from '../app/shell/LanguageChoice.tsx';
import { useSignOut } from '../app/shell/use-sign-out.ts';
import { t } from '../language/index.ts';
import { DigestChoice } from './DigestChoice.tsx';
import { Facts } from './Facts.tsx';
import { DayChoice, UndoChoice, WeekdayChoice, ZoneChoice } from './HabitChoices.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { ReportMails } from './ReportMails.tsx';
import { roleWords } from './role-words.ts';
import classes from './settings.module.css';

function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t('Theme')}
      value={colorScheme}
      onChange={(next) => setColorScheme(next === 'light' || next === 'dark' ? next : 'auto')}
      data={[
        { value: 'light', label: t('Light') },
        { value: 'dark', label: t('Dark') },
        { value: 'auto', label: t('As this computer') },
      ]}
    />
  );
}

export function MeTab() {
  const me = useMe();
  const uses = useUses();
  const leave = useMutation({ mutationFn: useSignOut(), onError: toldFailure });
  return (
    <Stack maw={640}>
      <section className={classes.card} aria-label={t('You')}>
        <Facts
          facts={[
            [t('Name'), me.name],
            [t('Email'), me.email ?? t('none: a token, not a person')],
            [
              t('Roles'),
              <Stack key="roles" gap={2}>
                {me.roles.map((role) => (
                  <span key={role}>
                    {roleWords[role].name}: {roleWords[role].does}
                  </span>
                ))}
              </Stack>,
            ],
            [t('Time zone'), <ZoneChoice key="zone" />],
            [t('First day of the week'), <WeekdayChoice key="weekday" />],
            [t('Dates'), <DayChoice key="days" />],
            [t('Time to undo'), <UndoChoice key="undo" />],
            [t('Language'), <LanguageChoice key="language" />],
            [t('Theme'), <ThemeChoice key="theme" />],
          ]}
        />
        <Group mt="md">
          <Button
            variant="default"
            leftSection={<IconLogout size={16} aria-hidden />}
            loading={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('Sign out')}
          </Button>
        </Group>
      </section>
      {me.permissions.includes('tasks.work') && uses('digests') && <DigestChoice />}
      {me.permissions.includes('reports.read') && uses('report-mails') && <ReportMails />}
      <section className={classes.card} aria-labelledby="password">
        <Title order={2} id="password" mb="sm">
          {t('Password')}
        </Title>
        <PasswordForm />
      </section>
    </Stack>
  );
}
