// What a tab of a screen, or a part of one, is about: its name and a sentence or two.
import { Text, Title } from '@mantine/core';

export function TabHeading({ title, about, id }: { title: string; about: string; id?: string }) {
  return (
    <div>
      <Title order={2} size="h4" {...(id && { id })}>
        {title}
      </Title>
      <Text size="sm" c="var(--cw-muted)" maw="72ch">
        {about}
      </Text>
    </div>
  );
}
