// What the mails of this server say: chosen by kind and language, changed beside how they read.
import { Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailTemplates } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { languageList, spokenLanguage, t } from '../../language/index.ts';
import settings from '../../settings/settings.module.css';
import { MailForm } from './MailForm.tsx';
import { mailTemplatesQuery } from './mail-queries.ts';
import { type KnownTemplate, kindWords, type MailKind } from './mail-words.ts';

const isKind = (name: string | null): name is MailKind => name !== null && name in kindWords;

function Mails({ items, sends }: MailTemplates) {
  const [kind, setKind] = useState<MailKind>('digest');
  const [language, setLanguage] = useState<KnownTemplate['language']>(spokenLanguage());
  const template = items.find((item) => item.kind === kind && item.language === language);
  return (
    <Stack>
      <Group align="flex-start">
        <Select
          label={t('Which mail')}
          description={kindWords[kind].when}
          inputWrapperOrder={['label', 'input', 'description']}
          allowDeselect={false}
          value={kind}
          onChange={(next) => isKind(next) && setKind(next)}
          data={Object.entries(kindWords).map(([value, { name }]) => ({ value, label: name }))}
          w={320}
        />
        <div>
          <Text size="sm" fw={600} mb={2} id="mail-language">
            {t('Language of the mail')}
          </Text>
          <SegmentedControl
            aria-labelledby="mail-language"
            value={language}
            onChange={(next) => setLanguage(next === 'de' ? 'de' : 'en')}
            data={languageList.map(({ language: value, name }) => ({ value, label: name }))}
          />
        </div>
      </Group>
      {template && <MailForm key={`${kind} ${language}`} template={template} sends={sends} />}
    </Stack>
  );
}

export function MailsTab() {
  const templates = useQuery(mailTemplatesQuery);
  return (
    <section className={settings.card} aria-labelledby="mails">
      <Title order={2} size="h4" id="mails" mb={4}>
        {t('What mails say')}
      </Title>
      <Text size="sm" c="var(--cw-muted)" maw="72ch" mb="md">
        {t(
          'Each goes in the language of its reader’s screens. What is due and the figures are put in by themselves; yours are the words around them.',
        )}
      </Text>
      <Loaded query={templates} lines={6}>
        {({ items, sends }) => (
          <Stack>
            {!sends && (
              <Text size="sm" role="note">
                {t('This server sends no mail yet. The words are kept for when it does.')}
              </Text>
            )}
            <Mails items={items} sends={sends} />
          </Stack>
        )}
      </Loaded>
    </section>
  );
}
