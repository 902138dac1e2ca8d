// Starts the editor in the page, once its language is known.
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { makeQueryClient } from './api/query-client.ts';
import { tellSignedOut } from './api/signed-out.ts';
import { makeAppRouter } from './router.tsx';

export function start(element: HTMLElement): void {
  const client = makeQueryClient(() => tellSignedOut(client));
  const router = makeAppRouter(client);
  createRoot(element).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={client}>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}
