// What a line of the audit trail is about: its name, which leads to its page, and its id for whoever looks it up.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditLine } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { languageList, retell } from '../language/index.ts';
import { kindWords } from './mails/mail-words.ts';

type ToPage = (id: string, name: ReactNode) => ReactNode;

const toPlan: ToPage = (planId, name) => (
  <AnchorLink to="/plans/$planId" params={{ planId }} size="sm">
    {name}
  </AnchorLink>
);
const pages: Readonly<Record<string, ToPage>> = {
  plan: toPlan,
  plans: toPlan,
  task: (task, name) => (
    <AnchorLink to="/inbox" search={{ task }} size="sm">
      {name}
    </AnchorLink>
  ),
  component: (componentId, name) => (
    <AnchorLink to="/organisation/$componentId" params={{ componentId }} size="sm">
      {name}
    </AnchorLink>
  ),
  cycle: (cycleId, name) => (
    <AnchorLink to="/cycles/$cycleId" params={{ cycleId }} size="sm">
      {name}
    </AnchorLink>
  ),
  launches: (launchId, name) => (
    <AnchorLink to="/launches/$launchId" params={{ launchId }} size="sm">
      {name}
    </AnchorLink>
  ),
  calibration: (sessionId, name) => (
    <AnchorLink to="/calibrations/$sessionId" params={{ sessionId }} size="sm">
      {name}
    </AnchorLink>
  ),
  person: (_, name) => (
    <AnchorLink to="/settings" search={{ tab: 'people', q: String(name) }} size="sm">
      {name}
    </AnchorLink>
  ),
};

/** Such as mail-template/digest.de, in the words of the page where it is changed. */
function mailWords(id: string): string | null {
  const [kind = '', code] = id.split('.', 2);
  const [, words] = Object.entries(kindWords).find(([known]) => known === kind) ?? [];
  if (!words) return null;
  const spoken = languageList.find(({ language }) => language === code);
  return spoken ? `${words.name}\u00a0· ${spoken.name}` : words.name;
}

export function AuditSubject({ line: { resource, about } }: { line: AuditLine }) {
  if (!about) return resource;
  const [kind = '', id = ''] = resource.split('/', 2);
  const mail = kind === 'mail-template' ? mailWords(id) : null;
  const name = mail ?? (kind === 'task' ? retell(about.name) : about.name);
  const page = pages[kind];
  return (
    <>
      <Text size="sm">
        {page ? page(id, name) : name}
        {mail === null && about.of && `\u00a0· ${about.of}`}
      </Text>
      <Text size="xs" c="var(--cw-muted)" ff="monospace">
        {resource}
      </Text>
    </>
  );
}
