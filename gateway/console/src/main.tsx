import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api/problem';
import { App } from './App';
import './console.css';
import { Speaking } from './words/language';

const RETRIES = 2;
const BUSY = 503;

// A refusal stays one; what is busy or out of reach may answer the next time.
const isWorthIt = (failures: number, error: Error): boolean =>
  failures < RETRIES && !(error instanceof Refused && error.problem.status !== BUSY);

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: isWorthIt } },
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <MantineProvider withGlobalClasses={false} withCssVariables={false} forceColorScheme="light">
          <Speaking>
            <App />
          </Speaking>
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
