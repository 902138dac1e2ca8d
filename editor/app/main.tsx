// Learns the language of the page and only then loads the application: its modules say words while they load.
import { chosenLanguage } from '../language/choice.ts';
import { speak } from '../language/speak.ts';

async function begin(element: HTMLElement): Promise<void> {
  const chosen = chosenLanguage(() => window.localStorage, navigator.languages);
  document.documentElement.lang = await speak(chosen);
  const { start } = await import('./start.tsx');
  start(element);
}

const element = document.getElementById('root');
if (element) void begin(element);
