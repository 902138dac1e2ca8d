// A component that is fetched when it is first drawn. Where it did not come, its place says so and offers another try; it
// comes by itself once there is a connection again.
import { Box } from '@mantine/core';
import { Component, type ComponentType, type ReactNode, use, useEffect, useState } from 'react';
import { Failure } from './Failure.tsx';
import { type Load, PartMissing, type PartSource, partSource } from './part-source.ts';

interface Look {
  /** Where it says that it did not come: in its place, over the page, or nowhere, since nobody misses it. */
  told?: 'here' | 'over' | 'nowhere';
  /** A screen that the server has no more is one of an older version: the page is loaded again. */
  isScreen?: boolean;
}

interface MissingProps extends Look {
  error: PartMissing;
  onRetry: () => void;
}

/** Once for each file. Where the server does not answer, the page would be gone as well. */
async function loadPageAgain({ cause }: PartMissing): Promise<void> {
  const key = `cyclewright.loaded-again:${String(cause)}`;
  if (sessionStorage.getItem(key)) return;
  const { ok } = await fetch(window.location.href, { cache: 'no-store' });
  if (!ok) return;
  sessionStorage.setItem(key, '1');
  window.location.reload();
}

function Missing({ error, onRetry, told = 'here', isScreen = false }: MissingProps) {
  useEffect(() => {
    if (isScreen) loadPageAgain(error).catch(() => undefined);
  }, [error, isScreen]);
  useEffect(() => {
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [onRetry]);
  if (told === 'nowhere') return null;
  const failure = <Failure error={error} onRetry={onRetry} />;
  if (told === 'here') return <Box p="md">{failure}</Box>;
  return (
    <Box
      pos="fixed"
      bottom={16}
      right={16}
      maw="calc(100vw - 32px)"
      w={420}
      bg="body"
      style={{ zIndex: 400 }}
    >
      {failure}
    </Box>
  );
}

interface BoundaryProps extends Look {
  children: ReactNode;
  forget: () => void;
}

/** Only for what did not come: what fails while it is drawn is the screen's. */
class Boundary extends Component<BoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError = (error: unknown) => ({ error });
  readonly retry = () => {
    this.props.forget();
    this.setState({ error: null });
  };
  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!(error instanceof PartMissing)) throw error;
    const { told, isScreen } = this.props;
    return <Missing error={error} onRetry={this.retry} told={told} isScreen={isScreen} />;
  }
}

interface FetchedProps<Props> {
  source: PartSource<Props>;
  given: Props;
}

function Fetched<Props extends object>({ source, given }: FetchedProps<Props>) {
  const Part = source.found() ?? use(source.fetch());
  return <Part {...given} />;
}

export interface LatePart<Props> {
  (props: Props): ReactNode;
  /** Where this fails it is asked for again when it is drawn. */
  preload: () => Promise<void>;
  isHere: () => boolean;
}

export function latePart<Props extends object>(load: Load<Props>, look: Look = {}): LatePart<Props> {
  const source = partSource(load);
  const draw = (given: Props) => (
    <Boundary forget={source.forget} {...look}>
      <Fetched source={source} given={given} />
    </Boundary>
  );
  return Object.assign(draw, {
    preload: () => source.fetch().then(() => undefined, source.forget),
    isHere: () => source.found() !== null,
  });
}

/**
 * Whether it came, or did not and its place says so. What waits for this needs no placeholder of React's, which holds back
 * for a third of a second what comes after one.
 */
export function useTried(
  { preload, isHere }: Pick<LatePart<never>, 'preload' | 'isHere'>,
  isWanted = true,
): boolean {
  const [tried, setTried] = useState(isHere);
  useEffect(() => {
    if (!isWanted) return;
    let left = false;
    void preload().then(() => left || setTried(true));
    return () => {
      left = true;
    };
  }, [preload, isWanted]);
  return tried;
}

/** By its name: what a screen is depends on the router, which is made of the screens. */
export const lateScreen = <Screens, Name extends keyof Screens>(load: () => Promise<Screens>, name: Name) =>
  latePart(async () => (await load())[name] as ComponentType<object>, { isScreen: true });
