// Whether the small overview of the whole cycle is shown: it lies over the drawing, so it is there when asked for.
import { useLocalStorage } from '@mantine/hooks';

export function useOverview(): { shown: boolean; toggle: () => void } {
  const [shown, setShown] = useLocalStorage({
    key: 'cw-canvas-overview',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return { shown, toggle: () => setShown(!shown) };
}
