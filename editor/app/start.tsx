// Starts the editor in the page, once its language is known.
import '@mantine/notifications/styles.layer.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { askAhead } from './ahead.ts';
import { makeQueryClient } from './api/query-client.ts';
import { tellSignedOut } from './api/signed-out.ts';
import { watchForms } from './parts/focus-fault.ts';
import { latePart } from './parts/late-part.tsx';
import { drawn } from './parts/when-drawn.ts';
import { makeAppRouter } from './router.tsx';

const Told = latePart(
  async () => {
    await drawn();
    return (await import('./shell/Told.tsx')).Told;
  },
  { told: 'nowhere' },
);

export function start(element: HTMLElement): void {
  const client = makeQueryClient(() => tellSignedOut(client));
  const router = makeAppRouter(client);
  askAhead(router, client);
  watchForms(document);
  createRoot(element).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={client}>
          <Suspense fallback={null}>
            <Told />
          </Suspense>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}
