// The instant, looked at again from time to time, so that what depends on it changes while a page stays open.
import { useEffect, useState } from 'react';
import { nowInstant } from '../words/due.ts';

const EVERY_MS = 20_000;

export function useNow(): string {
  const [now, setNow] = useState(nowInstant);
  useEffect(() => {
    const look = () => setNow(nowInstant());
    const timer = setInterval(look, EVERY_MS);
    // A page in the background is woken rarely; it looks as soon as it is seen again.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}
