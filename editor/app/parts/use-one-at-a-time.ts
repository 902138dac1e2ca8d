// The second click of a double one comes before the button is drawn anew: what is under way is not begun again.
import { useRef } from 'react';

export function useOneAtATime(): (begin: () => Promise<unknown>) => void {
  const isUnderWay = useRef(false);
  return (begin) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const end = () => {
      isUnderWay.current = false;
    };
    begin().then(end, end);
  };
}
