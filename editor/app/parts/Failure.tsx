// What failed, what was kept, what to do: the one place where an error becomes words on a screen.
import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { t } from '../../language/index.ts';
import { RequestError } from '../api/request.ts';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

const looks = (status: number) => {
  if (status === 403) return { icon: <IconLock aria-hidden />, color: 'gray' };
  if (status === 0) return { icon: <IconPlugConnectedX aria-hidden />, color: 'orange' };
  return { icon: <IconAlertTriangle aria-hidden />, color: 'red' };
};

/** Of a task's form, whose fields have names of their own. */
const isAnswer = (pointer: string): boolean => pointer.startsWith('/result/');

/** A field of what was sent is found by its name; a place further in, as in a cycle's document, by its pointer. */
const isDeep = (pointer: string): boolean => pointer.lastIndexOf('/') > 0 && !isAnswer(pointer);

/** What the sentence above does not say already. */
const furtherErrors = ({ detail, errors = [] }: RequestError['problem']) =>
  errors
    .filter((each) => isDeep(each.pointer) || !detail.includes(each.detail.replace(/\.$/, '')))
    .slice(0, 8);

/** A dialog or form may be longer than the screen, and the button that sent it lost the focus while it waited. */
function useComeIntoSight(error: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!error || !box.current?.closest('[role="dialog"], form')) return;
    box.current.scrollIntoView({ block: 'nearest' });
    if (document.activeElement === document.body) box.current.focus({ preventScroll: true });
  }, [error]);
  return box;
}

export function Failure({ error, onRetry }: Props) {
  const box = useComeIntoSight(error);
  const known = error instanceof RequestError ? error : null;
  const { icon, color } = looks(known?.status ?? 500);
  const problem = known?.problem;
  const further = problem ? furtherErrors(problem) : [];
  // Who may not is answered the same however often they ask.
  const retry = known?.status === 403 ? undefined : onRetry;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color={color}
      icon={icon}
      title={problem?.title ?? t('This did not work')}
      variant="light"
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {problem?.detail ??
          t('The screen met something that it did not expect. Reload the page and try again.')}
      </Text>
      {further.length > 0 && (
        // A place in the document is one long word.
        <List size="sm" mt="xs" style={{ overflowWrap: 'anywhere' }}>
          {further.map((each) => (
            <List.Item key={`${each.pointer} ${each.detail}`}>
              {each.detail}
              {each.pointer && !isAnswer(each.pointer) && (
                <Text span size="xs" c="dimmed" ff="monospace">
                  {' '}
                  {each.pointer}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
      {(retry || problem?.requestId) && (
        <Group mt="sm" gap="sm">
          {retry && (
            <Button size="xs" variant="default" onClick={retry}>
              {t('Try again')}
            </Button>
          )}
          {problem?.requestId && (
            <Text size="xs" c="dimmed">
              {t('Request {requestId}', { requestId: problem.requestId })}
            </Text>
          )}
        </Group>
      )}
    </Alert>
  );
}
